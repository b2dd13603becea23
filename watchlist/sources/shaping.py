"""Turns rows as a vendor sent them into batches: sorted, without duplicates, the unfinished end marked.

A row without a readable time or value is left out; a row that says "not a number" stays, for quality.sift to hold
back with a reason. Never fills a gap.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from watchlist.domain.arrays import Floats, frozen
from watchlist.domain.errors import BadAnswer
from watchlist.domain.instants import DAY, Instant
from watchlist.domain.network import SeriesKey
from watchlist.domain.series import Candles, PointBatch
from watchlist.sources.lenient import Num, instant, number


@dataclass(frozen=True, slots=True)
class Window:
    """Which times a caller wants: ``since`` included, ``until`` excluded; None is open."""

    since: Instant | None = None
    until: Instant | None = None

    def holds(self, at: Instant) -> bool:
        """Return whether a time is wanted."""
        return (self.since is None or at >= self.since) and (self.until is None or at < self.until)


EVER = Window()


def points_of(
    key: SeriesKey,
    source: str,
    rows: Iterable[tuple[Num, Num]],
    learnt_at: Instant,
    window: Window = EVER,
    period: Instant = 0,
    unfinished: Iterable[Instant] = (),
) -> PointBatch:
    """Return a batch from (time, value) rows in any order; of one instant the last row counts.

    With a ``period`` a point is final once its period is over; ``unfinished`` names instants that are not final.
    Raises BadAnswer where there are rows and none has a readable time.
    """
    found: dict[Instant, float] = {}
    seen = timeless = 0
    for time, value in rows:
        seen += 1
        at, amount = instant(time), number(value)
        if at is None:
            timeless += 1
        elif amount is not None and window.holds(at):
            found[at] = amount
    if seen and timeless == seen:
        raise BadAnswer(source, f"{key.name}: no row has a readable time")
    instants = np.array(sorted(found), np.int64)
    values = np.array([found[at] for at in instants.tolist()], np.float64)
    final = np.ones(len(instants), np.bool_)
    if period:
        final = instants + period <= learnt_at
    for at in unfinished:
        final &= instants != at
    return PointBatch(key, source, instants, values, learnt_at, frozen(final))


def spot(key: SeriesKey, source: str, value: Num, at: Num, learnt_at: Instant) -> PointBatch | None:
    """Return a batch of the one newest value; None where it is missing. Without a time it is that of reading."""
    amount = number(value)
    if amount is None:
        return None
    moment = instant(at)
    moment = learnt_at if moment is None else moment
    return PointBatch(key, source, np.array([moment], np.int64), np.array([amount], np.float64), learnt_at)


@dataclass(frozen=True, slots=True)
class Candle:
    """One candle as a vendor sent it; ``closed`` is None where the vendor does not say."""

    start: Num
    open: Num
    high: Num
    low: Num
    close: Num
    volume: Num = None
    closed: bool | None = None


def candles_of(
    key: SeriesKey,
    source: str,
    rows: Iterable[Candle],
    learnt_at: Instant,
    window: Window = EVER,
    period: Instant = DAY,
) -> Candles:
    """Return candles in order of time; one without a readable start or close is left out."""
    found: dict[Instant, Candle] = {}
    seen = timeless = 0
    for row in rows:
        seen += 1
        at = instant(row.start)
        if at is None:
            timeless += 1
        elif window.holds(at) and number(row.close) is not None:
            found[at] = row
    if seen and timeless == seen:
        raise BadAnswer(source, f"{key.name}: no candle has a readable time")
    starts = sorted(found)
    ordered = [found[at] for at in starts]
    ended = [at + period <= learnt_at and found[at].closed is not False for at in starts]
    return Candles(
        key,
        source,
        frozen(np.array(starts, np.int64)),
        _column([row.open for row in ordered]),
        _column([row.high for row in ordered]),
        _column([row.low for row in ordered]),
        _column([row.close for row in ordered]),
        _column([row.volume for row in ordered]),
        frozen(np.array(ended, np.bool_)),
        learnt_at,
    )


def _column(values: Sequence[Num]) -> Floats:
    numbers = (number(value) for value in values)
    return frozen(np.array([math.nan if value is None else value for value in numbers], np.float64))


def closes(candles: Candles, key: SeriesKey) -> PointBatch:
    """Return the closes as points at the candles' starts."""
    return PointBatch(key, candles.source, candles.starts, candles.close, candles.learnt_at, candles.final)


def volumes(candles: Candles, key: SeriesKey) -> PointBatch:
    """Return the volumes that are there as points at the candles' starts."""
    known = ~np.isnan(candles.volume)
    return PointBatch(
        key, candles.source, candles.starts[known], candles.volume[known], candles.learnt_at, candles.final[known]
    )
