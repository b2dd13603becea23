"""Series of values over time, as frozen arrays, and the bucketed form in which history reaches the screen."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ints, Texts, frozen
from watchlist.domain.instants import Instant
from watchlist.domain.network import SeriesKey


@dataclass(frozen=True, slots=True, eq=False)
class PointBatch:
    """Points of one series as one source gave them; sorted by instant, no duplicates, no NaN.

    ``learnt_at`` is when they were read. ``final`` is false for a point of a period that has not ended
    (today's candle): it may be replaced without being called a revision.
    """

    key: SeriesKey
    source: str
    instants: Ints
    values: Floats
    learnt_at: Instant
    final: Flags | None = None

    def __post_init__(self) -> None:
        frozen(self.instants)
        frozen(self.values)
        if self.final is not None:
            frozen(self.final)


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """The best known points of a series: one per instant; ``sources`` indexes ``source_names``."""

    key: SeriesKey
    instants: Ints
    values: Floats
    final: Flags
    source_codes: Ints
    source_names: tuple[str, ...]
    learnt_at: Ints
    disputed: Flags

    def __len__(self) -> int:
        return len(self.instants)

    @classmethod
    def none(cls, key: SeriesKey) -> Points:
        """Return no points."""
        ints = frozen(np.empty(0, np.int64))
        flags = frozen(np.empty(0, np.bool_))
        return cls(key, ints, frozen(np.empty(0, np.float64)), flags, ints, (), ints, flags)


@dataclass(frozen=True, slots=True, eq=False)
class Buckets:
    """History bucketed to pixels: per bucket the smallest, largest, first and last value and the count.

    ``starts`` are bucket starts; a bucket without points is absent, so a gap stays a gap. ``token`` is the
    asker's: an answer to an old token is dropped.
    """

    key: SeriesKey
    starts: Ints
    width: Instant
    low: Floats
    high: Floats
    first: Floats
    last: Floats
    count: Ints
    token: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Candles:
    """Open, high, low, close and volume per period; missing volume is NaN."""

    key: SeriesKey
    source: str
    starts: Ints
    open: Floats
    high: Floats
    low: Floats
    close: Floats
    volume: Floats
    final: Flags
    learnt_at: Instant


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """A column of texts as codes into names; code -1 is missing."""

    codes: Ints
    names: Texts

    @classmethod
    def of(cls, texts: list[str | None]) -> Labels:
        """Encode a list of texts in order of first appearance; None is missing."""
        seen: dict[str, int] = {}
        codes = np.fromiter(
            (-1 if text is None else seen.setdefault(text, len(seen)) for text in texts), np.int64, len(texts)
        )
        names = np.empty(len(seen), np.object_)
        names[:] = list(seen)
        return cls(frozen(codes), frozen(names))

    def texts(self) -> list[str | None]:
        """Return the texts again."""
        return [None if code < 0 else str(self.names[code]) for code in self.codes]


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A point that looked wrong and waits for the user: kept, not shown, not counted."""

    key: SeriesKey
    instant: Instant
    value: float
    source: str
    reason: str
    learnt_at: Instant
    decision: str = field(default="")
