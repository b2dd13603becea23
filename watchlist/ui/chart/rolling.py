"""Curves made from curves: moving averages by count and by time. A window that is not full has no value."""

from __future__ import annotations

import numpy as np

from watchlist.domain.arrays import Floats, Ints, frozen
from watchlist.domain.instants import DAY


def moving_average(values: Floats, count: int) -> Floats:
    """Return the mean of each value and the ones before it, ``count`` in all; a missing one empties its windows."""
    out = np.full(len(values), np.nan)
    if count < 1:
        raise ValueError("a moving average needs at least one value")
    if len(values) >= count:
        holes = np.isnan(values)
        filled = np.where(holes, 0.0, values)
        window = np.lib.stride_tricks.sliding_window_view(filled, count)
        empty = np.lib.stride_tricks.sliding_window_view(holes, count).any(axis=1)
        out[count - 1 :] = np.where(empty, np.nan, window.mean(axis=1))
    return frozen(out)


def rolling_days(instants: Ints, values: Floats, days: int) -> Floats:
    """Return the mean over the days up to each point; none before the first full window nor where nothing was."""
    out = np.full(len(values), np.nan)
    if len(values):
        good = ~np.isnan(values)
        total = np.concatenate([[0.0], np.cumsum(np.where(good, values, 0.0))])
        count = np.concatenate([[0], np.cumsum(good)])
        start = np.searchsorted(instants, instants - days * DAY, side="right")
        stop = np.arange(1, len(values) + 1)
        held = count[stop] - count[start]
        whole = (instants - instants[0] >= (days - 1) * DAY) & (held > 0) & good
        out[whole] = (total[stop] - total[start])[whole] / held[whole]
    return frozen(out)


def indexed(values: Floats, base: float) -> Floats:
    """Return values with a base set to 100; nothing where the base is missing or zero."""
    if not np.isfinite(base) or base == 0:
        return frozen(np.full(len(values), np.nan))
    return frozen(values / base * 100.0)
