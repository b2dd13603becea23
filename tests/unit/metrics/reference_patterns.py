"""Every indicator of section 7 again, with sets and loops and nothing fast, as the definitions say it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from statistics import median, pstdev

DAY = 86_400_000_000
HOUR = DAY // 24


@dataclass(frozen=True)
class Event:
    who: int
    at: int
    to: int = -1
    amount: float | None = None


def days_of(events: list[Event]) -> dict[int, frozenset[int]]:
    days: dict[int, set[int]] = defaultdict(set)
    for event in events:
        if event.who >= 0:
            days[event.who].add(event.at // DAY)
    return {who: frozenset(found) for who, found in days.items()}


def lockstep(events: list[Event], group: int, least_days: int) -> set[frozenset[int]]:
    by_set: dict[frozenset[int], set[int]] = defaultdict(set)
    for who, days in days_of(events).items():
        if len(days) >= least_days:
            by_set[days].add(who)
    return {frozenset(members) for members in by_set.values() if len(members) >= group}


def crowds(events: list[Event], k: float, first: int, end: int, explained: set[int]) -> dict[int, set[int]]:
    days = days_of(events)
    firsts = {who: min(found) for who, found in days.items() if who not in explained}
    new = Counter(firsts.values())
    found: dict[int, set[int]] = {}
    for day in range(first + 56, end):
        before = [new[other] for other in range(day - 56, day)]
        middle = median(before)
        spread = max(1.0, median([abs(count - middle) for count in before]))
        if new[day] > middle + k * spread:
            members = {who for who, born in firsts.items() if born == day and len(days[who]) == 1}
            if members:
                found[day] = members
    return found


def clockwork(events: list[Event], v: float, h: float) -> tuple[set[int], set[int]]:
    times: dict[int, list[int]] = defaultdict(list)
    for event in events:
        if event.who >= 0:
            times[event.who].append(event.at)
    even, sleepless = set(), set()
    for who, found in times.items():
        found.sort()
        if len(found) < 30:
            continue
        gaps = [(b - a) / 1e6 for a, b in pairwise(found)]
        mean = math.fsum(gaps) / len(gaps)
        if mean > 0 and pstdev(gaps) / mean < v:
            even.add(who)
        if found[-1] - found[0] >= 14 * DAY:
            hours = Counter(at // HOUR % 24 for at in found)
            shares = [count / len(found) for count in hours.values()]
            if -math.fsum(share * math.log(share) for share in shares) / math.log(24) > h:
                sleepless.add(who)
    return even, sleepless


def is_round(amount: float) -> bool:
    digits = f"{abs(amount):.9e}".split("e")[0].replace(".", "").rstrip("0")
    return len(digits) <= 2


def same_size(events: list[Event], least_share: float, group: int) -> dict[float, set[int]]:
    moved: dict[int, set[float]] = defaultdict(set)
    real = [event for event in events if event.amount is not None and event.who >= 0]
    for event in real:
        assert event.amount is not None
        moved[event.who].add(event.amount)
    by_amount: dict[float, set[int]] = defaultdict(set)
    for who, amounts in moved.items():
        if len(amounts) == 1:
            by_amount[next(iter(amounts))].add(who)
    found = {}
    for amount, members in by_amount.items():
        if len(members) < group or is_round(amount):
            continue
        theirs = [event.at for event in real if event.who in members]
        begin, stop = min(theirs), max(max(theirs) + 1, min(theirs) + 28 * DAY)
        around = [event for event in real if begin <= event.at < stop]
        if len(theirs) / len(around) >= least_share:
            found[amount] = members
    return found


def back_and_forth(events: list[Event], ratio: float, trips: int) -> set[frozenset[int]]:
    pairs: dict[frozenset[int], list[Event]] = defaultdict(list)
    for event in events:
        if event.who >= 0 and event.to >= 0 and event.who != event.to:
            pairs[frozenset((event.who, event.to))].append(event)
    found = set()
    for pair, moves in pairs.items():
        counted = any(move.amount is None for move in moves)
        sides = {who: [move for move in moves if move.who == who] for who in pair}
        sums = [math.fsum(1.0 if counted else move.amount or 0.0 for move in side) for side in sides.values()]
        fewest = min(len(side) for side in sides.values())
        if sum(sums) > 0 and fewest >= trips and 2 * min(sums) / sum(sums) >= ratio:
            found.add(pair)
    return found


def common_funder(events: list[Event], people: set[int], labelled: set[int], group: int) -> dict[int, set[int]]:
    first: dict[int, int] = {}
    for event in sorted(events, key=lambda each: each.at):
        if event.who >= 0 and event.to >= 0 and event.who != event.to:
            first.setdefault(event.to, event.who)
    funded: dict[int, set[int]] = defaultdict(set)
    for to, who in first.items():
        if to in people and who not in labelled:
            funded[who].add(to)
    return {who: members for who, members in funded.items() if len(members) >= group}


def leading_digit(amount: float) -> int | None:
    return int(f"{amount:.12e}"[0]) if amount > 0 and math.isfinite(amount) else None
