"""Which periods a figure of a view is drawn for, and which of them are complete.

Must never look at a clock: the newest period is the one up to which anything was read.
"""

from __future__ import annotations

import numpy as np

from watchlist.domain.arrays import Flags, Ints
from watchlist.domain.instants import DAY
from watchlist.domain.periods import Grain, period_of_day
from watchlist.metrics.coverage import span_of_periods
from watchlist.metrics.inputs import View

NO_PERIODS: Ints = np.zeros(0, np.int64)
NO_PERIODS.setflags(write=False)


def all_periods(view: View, grain: Grain) -> Ints:
    """Return every period from the first read one to the last that was begun to be read."""
    start = view.coverage.start
    if start is None:
        return NO_PERIODS
    return span_of_periods(start, max(high for _, high in view.coverage.partly), grain)


def complete_periods(view: View, grain: Grain) -> Ints:
    """Return every period from the first read one to the last complete one; there may be holes in between."""
    periods = all_periods(view, grain)
    done = np.flatnonzero(view.coverage.complete(periods, grain))
    return periods[: done[-1] + 1] if len(done) else NO_PERIODS


def run_of(complete: Flags, length: int) -> Flags:
    """Say at which places the last so many periods, itself included, are all complete."""
    total = np.concatenate([np.zeros(length, np.int64), np.cumsum(complete)])
    found: Flags = total[length:] - total[:-length] == length
    return found


def newest_stretch(view: View, grain: Grain) -> Ints:
    """Return the complete periods of the newest stretch that was read without a hole."""
    periods = complete_periods(view, grain)
    if not len(periods):
        return periods
    broken = np.flatnonzero(~view.coverage.complete(periods, grain))
    return periods[broken[-1] + 1 :] if len(broken) else periods


def last_complete_day(view: View) -> int | None:
    """Return the last day that was wholly read in every stream."""
    horizon = view.coverage.horizon
    return None if horizon is None else period_of_day(horizon // DAY, Grain.DAY) - 1
