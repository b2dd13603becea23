"""Candles and bars at every zoom: neighbours are joined in twos, fours, eights until one is wide enough to be seen.

Joining keeps the first opening, the last closing, the extremes and the sum of volumes. A missing volume stays missing
only where every joined one is missing.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from watchlist.domain.arrays import Floats, frozen


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """Candles of one width; ``joined`` says how many of the given ones each holds."""

    x: Floats
    open: Floats
    high: Floats
    low: Floats
    close: Floats
    volume: Floats
    joined: int = 1

    def between(self, start: float, end: float, width: float) -> Bars:
        """Return those that touch a stretch."""
        first = int(np.searchsorted(self.x, start - width, "right"))
        stop = int(np.searchsorted(self.x, end, "right"))
        part = slice(first, stop)
        return Bars(
            self.x[part],
            self.open[part],
            self.high[part],
            self.low[part],
            self.close[part],
            self.volume[part],
            self.joined,
        )

    def __len__(self) -> int:
        return len(self.x)


class Ladder:
    """Candles and their joined forms, each made when it is first wanted and kept."""

    __slots__ = ("_rungs", "width")

    def __init__(self, bars: Bars, width: float) -> None:
        """Take the given candles and the time each covers."""
        self.width = width
        self._rungs = {1: bars}

    @property
    def bars(self) -> Bars:
        """Return the candles as given."""
        return self._rungs[1]

    def at(self, narrowest: float) -> Bars:
        """Return the candles of the first width that is at least ``narrowest`` in time."""
        joined = 1
        while joined * self.width < narrowest and len(self._rung(joined)) > 2:
            joined *= 2
        return self._rung(joined)

    def _rung(self, joined: int) -> Bars:
        if joined not in self._rungs:
            self._rungs[joined] = _joined(self._rung(joined // 2), self.width * joined)
        return self._rungs[joined]


def _joined(bars: Bars, width: float) -> Bars:
    """Return candles joined on a fixed grid of time, so that a gap is never bridged."""
    if not len(bars):
        return bars
    slots = np.floor(bars.x / width)
    starts = np.concatenate([[0], np.flatnonzero(np.diff(slots)) + 1])
    ends = np.concatenate([starts[1:], [len(bars)]]) - 1
    known = ~np.isnan(bars.volume)
    volume = np.add.reduceat(np.where(known, bars.volume, 0.0), starts)
    volume[np.add.reduceat(known.astype(np.int64), starts) == 0] = np.nan
    return Bars(
        frozen(slots[starts] * width),
        frozen(bars.open[starts]),
        frozen(np.fmax.reduceat(bars.high, starts)),
        frozen(np.fmin.reduceat(bars.low, starts)),
        frozen(bars.close[ends]),
        frozen(volume),
        bars.joined * 2,
    )
