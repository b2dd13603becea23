"""What is due when: intervals by kind of data, as one table, and the pure choice of what to pull now.

A try that failed is retried when its outcome says so; the clock set back never makes everything due at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from watchlist.domain.instants import DAY, HOUR, MINUTE, Instant


@dataclass(frozen=True, slots=True)
class Interval:
    """How often one kind of data is asked for, how much older data is read again, and its place in the queue."""

    kind: str
    every: Instant
    overlap: Instant
    rank: int
    title: str


INTERVALS: Mapping[str, Interval] = {
    one.kind: one
    for one in (
        Interval("spot", 5 * MINUTE, 0, 0, "Latest prices"),
        Interval("second", 6 * HOUR, 0, 0, "Prices of a second source, to compare"),
        Interval("probe", 30 * MINUTE, 0, 1, "Is the chain alive"),
        Interval("daily", HOUR, 3 * DAY, 2, "Daily history"),
        Interval("candles", HOUR, 3 * DAY, 3, "Candles"),
        Interval("explorer", 6 * HOUR, 3 * DAY, 4, "Explorer statistics"),
        Interval("models", 12 * HOUR, 0, 5, "Model downloads"),
        Interval("developers", 6 * HOUR, 14 * DAY, 6, "Developers"),
        Interval("events", 15 * MINUTE, 0, 7, "Events of participants"),
        Interval("warehouse", 12 * HOUR, 0, 8, "Warehouse queries"),
        Interval("backfill", 0, 0, 9, "Older history"),
    )
}


@dataclass(frozen=True, slots=True)
class DueKey:
    """Names one thing to pull: a network's series or stream from one source."""

    network: str
    what: str
    source: str

    def text(self) -> str:
        """Return the key as it is kept."""
        return f"{self.network}|{self.what}|{self.source}"


@dataclass(slots=True)
class DueTable:
    """When each thing was last tried and when it may be tried again; kept over restarts as plain JSON.

    ``every`` holds the intervals that the user chose; it is not kept here.
    """

    last: dict[str, Instant]
    not_before: dict[str, Instant]
    good: dict[str, Instant] = field(default_factory=dict)
    every: dict[str, Instant] = field(default_factory=dict)

    def is_due(self, key: DueKey, kind: str, now: Instant) -> bool:
        """Return whether to pull this now. A last try in the future (clock set back) counts as just made."""
        name = key.text()
        if now < self.not_before.get(name, now):
            return False
        last = self.last.get(name)
        if last is None:
            return True
        if last > now:
            self.last[name] = now
            return False
        return now - last >= self.interval(kind)

    def interval(self, kind: str) -> Instant:
        """Return how often a kind of data is asked for: as the user chose, else as the table says."""
        return self.every.get(kind, INTERVALS[kind].every)

    def tried(self, key: DueKey, now: Instant, not_before: Instant | None = None) -> None:
        """Note a try and, where it failed, the earliest time for the next one."""
        name = key.text()
        self.last[name] = now
        if not_before is None:
            self.not_before.pop(name, None)
        else:
            self.not_before[name] = not_before
            return
        self.good[name] = now

    def since(self, key: DueKey, kind: str) -> Instant | None:
        """Return from when on to ask: a little before the last good try, None for everything there is."""
        good = self.good.get(key.text())
        return None if good is None else good - INTERVALS[kind].overlap

    def next_try(self, key: DueKey, kind: str) -> Instant | None:
        """Return when this is due again; None where it was never tried."""
        last = self.last.get(key.text())
        if last is None:
            return None
        return max(last + self.interval(kind), self.not_before.get(key.text(), 0))

    def as_json(self) -> dict[str, dict[str, int]]:
        """Return what is kept."""
        return {"last": dict(self.last), "not_before": dict(self.not_before), "good": dict(self.good)}

    @classmethod
    def from_json(cls, kept: object) -> DueTable:
        """Read what was kept; anything unreadable means never tried."""
        parts = kept if isinstance(kept, dict) else {}
        return cls(_instants(parts.get("last")), _instants(parts.get("not_before")), _instants(parts.get("good")))


def earliest(times: Iterable[Instant | None]) -> Instant | None:
    """Return the earliest known time."""
    known = [time for time in times if time is not None]
    return min(known) if known else None


def _instants(kept: object) -> dict[str, Instant]:
    if not isinstance(kept, dict):
        return {}
    return {str(key): value for key, value in kept.items() if isinstance(value, int) and not isinstance(value, bool)}
