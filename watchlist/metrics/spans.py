"""Which periods a figure of a view is drawn for, and which of them are complete.

Must never look at a clock: the newest period is the one up to which anything was read.
"""

from __future__ import annotations

import numpy as np

from watchlist.domain.arrays import Flags, Ints, frozen
from watchlist.domain.instants import DAY
from watchlist.domain.periods import Grain, period_of_day
from watchlist.metrics.coverage import span_of_periods
from watchlist.metrics.inputs import View

NO_PERIODS: Ints = np.zeros(0, np.int64)
NO_PERIODS.setflags(write=False)


def all_periods(view: View, grain: Grain) -> Ints:
    """Return every period from the first read one to the last that was begun to be read."""
    return _spans(view, grain)[0]


def complete_periods(view: View, grain: Grain) -> Ints:
    """Return every period from the first read one to the last complete one; there may be holes in between."""
    return _spans(view, grain)[1]


def completeness(view: View, grain: Grain) -> Flags:
    """Say of each of the ``complete_periods`` whether it is complete itself."""
    return _spans(view, grain)[2]


def _spans(view: View, grain: Grain) -> tuple[Ints, Ints, Flags]:
    """Return all periods, those up to the last complete one and which of these are; found once per view."""
    found: tuple[Ints, Ints, Flags] | None = view.memo.get(grain)
    if found is None:
        start = view.coverage.start
        periods = NO_PERIODS
        if start is not None:
            periods = span_of_periods(start, max(high for _, high in view.coverage.partly), grain)
        complete = view.coverage.complete(periods, grain)
        done = np.flatnonzero(complete)
        count = int(done[-1]) + 1 if len(done) else 0
        found = view.memo[grain] = frozen(periods), frozen(periods[:count]), frozen(complete[:count])
    return found


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
    broken = np.flatnonzero(~completeness(view, grain))
    return periods[broken[-1] + 1 :] if len(broken) else periods


def last_complete_day(view: View) -> int | None:
    """Return the last day that was wholly read in every stream."""
    horizon = view.coverage.horizon
    return None if horizon is None else period_of_day(horizon // DAY, Grain.DAY) - 1
