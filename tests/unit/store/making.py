"""Small batches for the tests of the store."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from watchlist.domain.activity import EventBatch
from watchlist.domain.arrays import Texts
from watchlist.domain.instants import DAY, HOUR, Instant
from watchlist.domain.network import SeriesKey, StreamKey
from watchlist.domain.series import Labels, PointBatch

PRICE = SeriesKey("net", "price.usd")
USE = StreamKey("net", "use")
START = 19_000 * DAY
"""Midnight of some day, so that hours and days are easy to count."""


class Clock:
    """A clock that only the test moves."""

    def __init__(self) -> None:
        self.now = START + 500 * DAY

    def __call__(self) -> Instant:
        return self.now


def texts(values: Sequence[object]) -> Texts:
    """Return an object array."""
    column = np.empty(len(values), np.object_)
    column[:] = list(values)
    return column


def points(
    values: Sequence[float],
    source: str = "alpha",
    *,
    learnt: Instant = 1,
    first: int = 0,
    step: Instant = HOUR,
    final: Sequence[bool] | None = None,
    key: SeriesKey = PRICE,
) -> PointBatch:
    """Return points at regular steps; ``first`` counts steps from START."""
    instants = START + (first + np.arange(len(values), dtype=np.int64)) * step
    flags = None if final is None else np.array(final, np.bool_)
    return PointBatch(key, source, instants, np.array(values, np.float64), learnt, flags)


def events(
    references: Sequence[str | None],
    *,
    instants: Sequence[Instant] | None = None,
    people: Sequence[str | None] | None = None,
    others: Sequence[str | None] | None = None,
    amounts: Sequence[int | None] | None = None,
    scale: int = 0,
    linked: Sequence[str] | None = None,
    key: StreamKey = USE,
) -> EventBatch:
    """Return events, one second apart and of one person where nothing else is said."""
    count = len(references)
    times = [START + 1_000_000 * row for row in range(count)] if instants is None else list(instants)
    return EventBatch(
        key,
        np.array(times, np.int64),
        Labels.of(list(people) if people is not None else ["someone"] * count),
        texts(references),
        None if others is None else Labels.of(list(others)),
        None if amounts is None else texts(amounts),
        scale,
        None if linked is None else texts(linked),
    )
