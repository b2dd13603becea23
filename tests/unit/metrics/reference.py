"""The definitions of the metrics once more, slow and obvious: sets and loops over events, no packed bits, no numpy.

Shares no code with the program, calendar included: dates come from the standard library. A period is the number that
the program uses for it, a missing value is None.
"""

from __future__ import annotations

import calendar
import math
from dataclasses import dataclass, field
from datetime import date, timedelta

DAY = 86_400_000_000
EPOCH = date(1970, 1, 1)
MONDAY = date(1969, 12, 29)
Z = 1.959963984540054


@dataclass(frozen=True)
class Flow:
    """One stream: events as (participant, instant), read spans as (start, end), and whether the first is a genesis."""

    events: tuple[tuple[int, int], ...]
    spans: tuple[tuple[int, int], ...]
    genesis: bool


@dataclass(frozen=True)
class Point:
    """What a metric says of one period."""

    value: float | None
    complete: bool
    n: int = 0


def date_of(instant: int) -> date:
    return EPOCH + timedelta(days=instant // DAY)


def period_of(day: date, grain: str) -> int:
    if grain == "week":
        return (day - MONDAY).days // 7
    if grain == "month":
        return (day.year - 1970) * 12 + day.month - 1
    return (day - EPOCH).days


def dates_of(period: int, grain: str) -> list[date]:
    """Return every date of a period."""
    if grain == "week":
        return [MONDAY + timedelta(days=7 * period + i) for i in range(7)]
    if grain == "month":
        year, month = 1970 + period // 12, period % 12 + 1
        return [date(year, month, 1 + i) for i in range(calendar.monthrange(year, month)[1])]
    if grain == "28d":
        return [EPOCH + timedelta(days=period - i) for i in range(27, -1, -1)]
    return [EPOCH + timedelta(days=period)]


def bounds(period: int, grain: str) -> tuple[int, int]:
    days = dates_of(period, grain)
    return (days[0] - EPOCH).days * DAY, ((days[-1] - EPOCH).days + 1) * DAY


def wilson(hits: int, n: int) -> tuple[float, float]:
    p = hits / n
    middle = p + Z * Z / (2 * n)
    half = Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n))
    return (middle - half) / (1 + Z * Z / n), (middle + half) / (1 + Z * Z / n)


@dataclass
class Slow:
    """All metrics of flows taken together, without the participants in ``out``."""

    flows: tuple[Flow, ...]
    out: frozenset[int] = frozenset()
    days_of: dict[int, set[date]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for flow in self.flows:
            for person, instant in flow.events:
                if person >= 0 and person not in self.out:
                    self.days_of.setdefault(person, set()).add(date_of(instant))

    # what was read

    def complete(self, period: int, grain: str) -> bool:
        start, end = bounds(period, grain)
        return all(self._held(flow, start, end) for flow in self.flows)

    @staticmethod
    def _held(flow: Flow, start: int, end: int) -> bool:
        first = min(flow.spans)
        starts = [(low <= start or ((low, high) == first and flow.genesis), high) for low, high in flow.spans]
        return any(begun and end <= high for begun, high in starts)

    def touched(self, period: int, grain: str) -> bool:
        start, end = bounds(period, grain)
        return any(low < end and start < high for flow in self.flows for low, high in flow.spans)

    def periods(self, grain: str) -> list[int]:
        low = min(low for flow in self.flows for low, _ in flow.spans)
        high = max(high for flow in self.flows for _, high in flow.spans)
        return list(range(period_of(date_of(low), grain), period_of(date_of(high - 1), grain) + 1))

    def finished(self, grain: str) -> list[int]:
        """Return the periods up to the last complete one."""
        periods = self.periods(grain)
        while periods and not self.complete(periods[-1], grain):
            periods.pop()
        return periods

    def age_unknown(self, day: date) -> bool:
        """Say whether somebody first seen on a day may have been there before."""
        for flow in self.flows:
            spans = sorted(flow.spans)
            holes = [(spans[i][1], spans[i + 1][0]) for i in range(len(spans) - 1)]
            if not flow.genesis and day < date_of(spans[0][0]) + timedelta(days=28):
                return True
            for low, high in holes:
                if date_of(low) <= day < date_of(high) + timedelta(days=28):
                    return True
        return False

    # sets of participants

    def active(self, period: int, grain: str) -> set[int]:
        days = set(dates_of(period, grain))
        return {person for person, held in self.days_of.items() if held & days}

    def first(self, person: int) -> date:
        return min(self.days_of[person])

    def new(self, period: int, grain: str) -> set[int]:
        days = {dates_of(period, grain)[-1]} if grain == "28d" else set(dates_of(period, grain))
        return {person for person in self.days_of if self.first(person) in days}

    def cohort(self, period: int, grain: str) -> set[int]:
        return {person for person in self.new(period, grain) if not self.age_unknown(self.first(person))}

    # metrics: a point per period

    def actives(self, grain: str) -> dict[int, Point]:
        out = {}
        for period in self.periods(grain):
            count = len(self.active(period, grain))
            read = self.touched(period, grain) or self.complete(period, grain)
            out[period] = Point(count if read else None, self.complete(period, grain), count if read else 0)
        return out

    def growth(self, grain: str) -> dict[int, dict[str, float | None]]:
        out = {}
        for period in self.periods(grain):
            read = self.touched(period, grain) or self.complete(period, grain)
            now, before = self.active(period, grain), self.active(period - 1, grain)
            days = dates_of(period, grain)[-1:] if grain == "28d" else dates_of(period, grain)
            ages = read and not any(self.age_unknown(day) for day in days)
            pair = read and self.complete(period - 1, grain)
            new = self.new(period, grain)
            came, gone = now - before, before - now
            out[period] = {
                "new": len(new) if ages else None,
                "retained": len(now & before) if pair else None,
                "resurrected": len(came - new) if ages and pair else None,
                "churned": len(gone) if pair else None,
                "quick_ratio": len(came) / len(gone) if ages and pair and gone else None,
                "churn": len(gone) / len(before) if pair and before else None,
            }
        return out

    def retention(self, grain: str, age: int, together: int = 1) -> dict[int, Point]:
        finished = self.finished(grain)
        out = {}
        for place in range(age, len(finished)):
            hits = n = 0
            for back in range(together):
                if place - age - back < 0:
                    continue
                period, start = finished[place - back], finished[place - age - back]
                if self.complete(period, grain) and self.complete(start, grain):
                    members = self.cohort(start, grain)
                    hits, n = hits + len(members & self.active(period, grain)), n + len(members)
            sound = self.complete(finished[place], grain) and self.complete(finished[place - age], grain)
            n = n if sound else 0
            out[finished[place]] = Point(hits / n if n else None, sound, n)
        return out

    def on_or_after(self, grain: str, age: int) -> dict[int, Point]:
        finished = self.finished(grain)
        stretch: list[int] = []
        for period in finished:
            stretch = [*stretch, period] if self.complete(period, grain) else []
        out = {}
        for place in range(age, len(stretch)):
            members = self.cohort(stretch[place - age], grain)
            later: set[int] = set()
            for period in stretch[place:]:
                later |= self.active(period, grain)
            n = len(members)
            out[stretch[place]] = Point(len(members & later) / n if n else None, True, n)
        return out

    def bracket(self, grain: str, low: int, high: int) -> dict[int, Point]:
        finished = self.finished(grain)
        out = {}
        for place in range(high, len(finished)):
            start = finished[place - high]
            span = finished[place - high + low : place + 1]
            sound = all(self.complete(period, grain) for period in [start, *span])
            members = self.cohort(start, grain)
            hits = len({person for person in members for period in span if person in self.active(period, grain)})
            n = len(members) if sound else 0
            out[finished[place]] = Point(hits / n if n else None, sound, n)
        return out

    def retention_within(self, grain: str, age: int) -> dict[int, Point]:
        return self.bracket(grain, age, age)

    def matrix(self, grain: str) -> dict[tuple[int, int], float]:
        finished = self.finished(grain)
        cells = {}
        for start in finished:
            members = self.cohort(start, grain) if self.complete(start, grain) else set()
            for period in finished:
                if members and period >= start and self.complete(period, grain):
                    cells[start, period - start] = len(members & self.active(period, grain)) / len(members)
        return cells

    def lifetimes(self, lost_after: int) -> list[tuple[int, bool]]:
        """Return (weeks, lost) of everybody in a cohort of the newest stretch without a hole."""
        stretch: list[int] = []
        for week in self.finished("week"):
            stretch = [*stretch, week] if self.complete(week, "week") else []
        out = []
        for start in stretch:
            for person in self.cohort(start, "week"):
                last = max(week for week in stretch if person in self.active(week, "week"))
                out.append((last - start + 1, stretch[-1] - last >= lost_after))
        return out

    def recurring(self, k: int, m: int) -> dict[int, Point]:
        finished = self.finished("week")
        out = {}
        for place in range(m - 1, len(finished)):
            weeks = finished[place - m + 1 : place + 1]
            sound = all(self.complete(week, "week") for week in weeks)
            often = {p: sum(p in self.active(week, "week") for week in weeks) for p in self.days_of}
            n = sum(count > 0 for count in often.values()) if sound else 0
            hits = sum(count >= k for count in often.values())
            out[finished[place]] = Point(hits / n if n else None, sound, n)
        return out

    def stickiness(self) -> dict[int, Point]:
        finished = self.finished("day")
        out = {}
        for place in range(27, len(finished)):
            days = finished[place - 27 : place + 1]
            sound = all(self.complete(day, "day") for day in days)
            daily = [len(self.active(day, "day")) for day in days]
            n = len(self.active(days[-1], "28d")) if sound else 0
            out[days[-1]] = Point(sum(daily) / 28 / n if n else None, sound, n)
        return out

    def one_time(self) -> dict[int, Point]:
        finished = self.finished("week")
        out = {}
        for place in range(8, len(finished)):
            week = finished[place]
            upto = [w for w in finished if w <= week]
            holes = [w for w in upto if not self.complete(w, "week")]
            old = [w for w in upto if w <= week - 8 and (not holes or w > holes[-1])]
            people = [person for w in old for person in self.cohort(w, "week")]
            end = dates_of(week, "week")[-1]
            once = [person for person in people if sum(day <= end for day in self.days_of[person]) == 1]
            sound = self.complete(week, "week")
            n = len(people) if sound else 0
            out[week] = Point(len(once) / n if n else None, sound, n)
        return out

    def conversion(self, wanted: int) -> dict[int, Point]:
        finished = self.finished("week")
        out = {}
        for place in range(4, len(finished)):
            sound = all(self.complete(week, "week") for week in finished[place - 4 : place + 1])
            people = self.cohort(finished[place - 4], "week") if sound else set()
            hits = 0
            for person in people:
                days = sorted(self.days_of[person])
                hits += len(days) >= wanted and (days[wanted - 1] - days[0]).days <= 27
            out[finished[place]] = Point(hits / len(people) if people else None, sound, len(people))
        return out

    def active_days(self) -> dict[int, int] | None:
        ends = [high for flow in self.flows for _, high in flow.spans]
        # the newest end of a stretch that was read of every stream
        ends = [end for end in ends if all(self._held(flow, end - 1, end) for flow in self.flows)]
        if not ends:
            return None
        last = max(ends) // DAY - 1
        if not self.complete(last, "28d"):
            return None
        window = set(dates_of(last, "28d"))
        counts = [len(days & window) for days in self.days_of.values()]
        return {n: counts.count(n) for n in range(1, 29)}
