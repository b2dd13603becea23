"""What was read of one or several streams: which periods are complete, and whose age is known.

Completeness follows from read spans alone, never from the clock. Where several streams are taken together, a period
counts as read only where all of them were.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from watchlist.domain.activity import ReadSpan, merge_spans
from watchlist.domain.arrays import Flags, Ids, Ints
from watchlist.domain.instants import DAY, Instant
from watchlist.domain.periods import Grain, period_ends, period_of_day

UNKNOWN_AGE_DAYS = 28
ALWAYS = -(1 << 62)
"""Stands for the time before a stream's genesis, in which there was nothing to read."""

Stretch = tuple[Instant, Instant]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Stretches that were read, and days whose newcomers have no known age.

    ``common`` are the stretches read in all streams, ``partly`` those read in any. ``unknown`` are (first, end) days:
    a participant first seen on one of them may have been there before and belongs to no cohort.
    """

    common: tuple[Stretch, ...] = ()
    partly: tuple[Stretch, ...] = ()
    unknown: tuple[tuple[int, int], ...] = ()

    @property
    def start(self) -> Instant | None:
        """The first instant that was read of any stream."""
        return self.partly[0][0] if self.partly else None

    @property
    def horizon(self) -> Instant | None:
        """The smallest end of the streams' read spans."""
        return self.common[-1][1] if self.common else None

    def complete(self, periods: Ints, grain: Grain) -> Flags:
        """Say which periods were read from their first to their last instant, in every stream."""
        ends = period_ends(periods, grain)
        return _inside(self.common, period_starts(periods, grain), ends)

    def touched(self, periods: Ints, grain: Grain) -> Flags:
        """Say of which periods anything was read at all."""
        starts, ends = period_starts(periods, grain), period_ends(periods, grain)
        if len(self.partly) == 1:
            low, high = self.partly[0]
            return (starts < high) & (ends > low)
        lows = np.array([low for low, _ in self.partly], np.int64)
        highs = np.array([high for _, high in self.partly], np.int64)
        if not len(lows):
            return np.zeros(len(periods), np.bool_)
        at = np.searchsorted(highs, starts, side="right")  # the first stretch that ends after the period starts
        found: Flags = (at < len(lows)) & (lows[np.minimum(at, len(lows) - 1)] < ends)
        return found

    def ages_known(self, first_days: Ids) -> Flags:
        """Say whose age is known, given first active days."""
        known = np.ones(len(first_days), np.bool_)
        for low, high in self.unknown:
            known &= (first_days < low) | (first_days >= high)
        return known

    def newcomers_known(self, periods: Ints, grain: Grain) -> Flags:
        """Say of which periods every newcomer's age is known: they touch no day of unknown age."""
        starts, ends = period_starts(periods, grain) // DAY, period_ends(periods, grain) // DAY
        if grain is Grain.ROLLING_28:
            starts = ends - 1  # who is new in a window that moved by a day was first seen on its last day
        known = np.ones(len(periods), np.bool_)
        for low, high in self.unknown:
            known &= (ends <= low) | (starts >= high)
        return known

    @classmethod
    def of(cls, streams: Iterable[tuple[Sequence[ReadSpan], bool]], unknown_days: int = UNKNOWN_AGE_DAYS) -> Coverage:
        """Return what was read of streams, each given by its spans and whether the first begins at its genesis."""
        every = [(merge_spans(list(spans)), genesis) for spans, genesis in streams]
        if not every:
            return cls()
        if not all(spans for spans, _ in every):
            partly = _united([(span.start, span.end) for spans, _ in every for span in spans])
            return cls((), partly, ((_LOW_DAY, _HIGH_DAY),))
        common: list[Stretch] = [(ALWAYS, -ALWAYS)]
        unknown: list[tuple[int, int]] = []
        for spans, genesis in every:
            stretches = [(span.start, span.end) for span in spans]
            before = stretches[0][0]
            if genesis:
                stretches[0] = (ALWAYS, stretches[0][1])
            else:
                unknown.append((_LOW_DAY, before // DAY + unknown_days))
            for (_, hole), (again, _) in pairwise(stretches):
                unknown.append((hole // DAY, again // DAY + unknown_days))
            common = _crossed(common, stretches)
        partly = _united([(span.start, span.end) for spans, _ in every for span in spans])
        return cls(tuple(common), partly, _united(unknown))


_LOW_DAY, _HIGH_DAY = -(1 << 31), 1 << 31


def period_starts(periods: Ints, grain: Grain) -> Ints:
    """Return the first instants of many periods."""
    if grain is Grain.ROLLING_28:
        return (periods - 27) * DAY
    return period_ends(periods - 1, grain)


def span_of_periods(first: Instant, end: Instant, grain: Grain) -> Ints:
    """Return all periods from the one that holds an instant to the one that holds the last instant before an end."""
    last = max(first, end - 1)
    return np.arange(period_of_day(first // DAY, grain), period_of_day(last // DAY, grain) + 1, dtype=np.int64)


def _inside(stretches: tuple[Stretch, ...], starts: Ints, ends: Ints) -> Flags:
    """Say which of many spans lie wholly inside one stretch."""
    if not stretches:
        return np.zeros(len(starts), np.bool_)
    if len(stretches) == 1:
        low, high = stretches[0]
        return (starts >= low) & (ends <= high)
    lows = np.array([low for low, _ in stretches], np.int64)
    highs = np.array([high for _, high in stretches], np.int64)
    at = np.searchsorted(lows, starts, side="right") - 1
    inside: Flags = (at >= 0) & (ends <= highs[np.maximum(at, 0)])
    return inside


def _united(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Unite spans that touch or overlap, lowest first."""
    united: list[tuple[int, int]] = []
    for low, high in sorted(spans):
        if united and low <= united[-1][1]:
            united[-1] = (united[-1][0], max(high, united[-1][1]))
        else:
            united.append((low, high))
    return tuple(united)


def _crossed(left: list[Stretch], right: list[Stretch]) -> list[Stretch]:
    """Return the stretches that two ascending lists share."""
    crossed = []
    for low, high in left:
        for low_b, high_b in right:
            if max(low, low_b) < min(high, high_b):
                crossed.append((max(low, low_b), min(high, high_b)))
    return crossed
