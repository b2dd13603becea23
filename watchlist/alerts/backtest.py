"""When a rule would have fired in the past, by the very code that judges it live. Pure; promises nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np

from watchlist.alerts.evaluation import recovered_at, values_at
from watchlist.alerts.machine import Memory, Step, advance
from watchlist.alerts.rules import Operand, Rule, tests_of
from watchlist.alerts.truth import Marks, Track, truth
from watchlist.domain.arrays import Flags, Floats, Ints
from watchlist.domain.back_tests import After, BackTestReport, PastFiring
from watchlist.domain.instants import DAY, Instant

LATER = (7, 30)
SOON = 2


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """Something to look at after a firing: its instants and values, oldest first, without missing ones."""

    what: str
    instants: Ints
    values: Floats


def past_steps(rule: Rule, tracks: Mapping[Operand, Track]) -> tuple[list[Step], Marks]:
    """Return all that would have happened over the whole history, and the truth of every period."""
    ends = next(iter(tracks.values())).ends
    marks = truth(rule.when, tracks, len(ends)) if len(ends) else np.empty(0, np.int8)
    timing = msgspec.structs.replace(rule.timing, noisy_after=0, expires=None)
    free = msgspec.structs.replace(rule, timing=timing)
    return advance(free, Memory(), ends, marks, recovered_at(rule, tracks, marks)), marks


def back_test(
    rule: Rule,
    network: str,
    tracks: Mapping[Operand, Track],
    lines: Sequence[Line],
    first_known: Mapping[Operand, Track] | None = None,
) -> BackTestReport:
    """Return what a rule would have done. ``first_known`` are the same tracks with the values published first."""
    steps, marks = past_steps(rule, tracks)
    ends = next(iter(tracks.values())).ends
    fired = [step.at for step in steps if step.what == "fired"]
    over = [step.at for step in steps if step.what == "recovered"]
    then = {step.at for step in past_steps(rule, first_known)[0] if step.what == "fired"} if first_known else None
    first_operand = tests_of(rule.when)[0].operand.text
    firings = tuple(
        PastFiring(at, _value(tracks, at, first_operand), _next(over, at), then is None or at in then) for at in fired
    )
    return BackTestReport(
        network=network,
        firings=firings,
        periods=len(ends),
        first=int(ends[0]) if len(ends) else None,
        last=int(ends[-1]) if len(ends) else None,
        not_judged=int((marks < 0).sum()),
        median_distance_days=float(np.median(np.diff(fired)) / DAY) if len(fired) > 1 else None,
        longest_silence_days=_silence(fired, ends),
        recovered_soon=_soon(firings, ends),
        after=tuple(one for line in lines for days in LATER if (one := _after(line, fired, days)) is not None),
        too_noisy=_is_noisy(fired, rule),
    )


def _value(tracks: Mapping[Operand, Track], at: Instant, name: str) -> float | None:
    return next((value for text, value, _when in values_at(tracks, at) if text == name), None)


def _next(over: Sequence[Instant], at: Instant) -> Instant | None:
    return next((one for one in over if one > at), None)


def _silence(fired: Sequence[Instant], ends: Ints) -> float | None:
    if not len(ends):
        return None
    points = np.array([int(ends[0]), *fired, int(ends[-1])])
    return float(np.diff(points).max() / DAY)


def _soon(firings: Sequence[PastFiring], ends: Ints) -> tuple[int, int]:
    """Return how many firings were over within two periods, of those that are old enough to say."""
    places = {int(end): at for at, end in enumerate(ends)}
    old = [one for one in firings if places[one.at] + SOON < len(ends)]
    soon = sum(1 for one in old if one.recovered is not None and places[one.recovered] - places[one.at] <= SOON)
    return soon, len(old)


def _after(line: Line, fired: Sequence[Instant], days: int) -> After | None:
    """Return how a line had moved so many days after the firings, where it is known at both instants."""
    if not fired or not len(line.instants):
        return None
    at = np.array(fired)
    before, known_before = _read(line, at)
    later, known_later = _read(line, at + days * DAY)
    usable: Flags = known_before & known_later & (at + days * DAY <= line.instants[-1]) & (before != 0)
    if not usable.any():
        return None
    moved = later[usable] / before[usable] - 1.0
    low, middle, high = np.percentile(moved, (25, 50, 75))
    return After(days, line.what, float(middle), float(low), float(high), int(usable.sum()))


def _read(line: Line, at: Ints) -> tuple[Floats, Flags]:
    """Return the newest value at each instant; one that is older than ten days is none."""
    place = np.searchsorted(line.instants, at, side="right") - 1
    held = np.maximum(place, 0)
    known = (place >= 0) & (at - line.instants[held] <= 10 * DAY)
    return line.values[held], known


def _is_noisy(fired: Sequence[Instant], rule: Rule) -> bool:
    most, days = rule.timing.noisy_after, rule.timing.noisy_days
    if not most or len(fired) <= most:
        return False
    at = np.array(fired)
    return bool((at[most:] - at[:-most] < days * DAY).any())
