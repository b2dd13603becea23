"""One-day crowd: newcomers of an outstanding day who were never seen again on any other day.

The number of newcomers is whole, so the spread of the days before counts as at least one participant; otherwise a
quiet network's every newcomer would stand out from a row of zeros. Newcomers whom another pattern explains already
are not counted: otherwise honest people who happened to come on the day on which a farm began would be marked with it.
"""

from __future__ import annotations

import numpy as np

from watchlist.domain.arrays import Floats, Ids, Ints
from watchlist.domain.pattern_findings import Indicator, PatternGroup
from watchlist.domain.periods import date_of_day
from watchlist.metrics.patterns.habits import Habits, in_set
from watchlist.metrics.patterns.limits import CROWD_BASELINE_DAYS, Limits

LEAST_SPREAD = 1.0


def crowds(
    habits: Habits, limits: Limits, first_day: int, end_day: int, explained: Ids | None = None
) -> list[PatternGroup]:
    """Return one group per outstanding day, oldest first, for days from ``first_day`` up to before ``end_day``.

    ``first_day`` is the first day whose newcomers are known to be new. A day with fewer than 56 such days before it
    is not judged. ``explained`` participants are left out of the count and of the groups.
    """
    if end_day - first_day <= CROWD_BASELINE_DAYS or not len(habits):
        return []
    firsts = habits.first_days
    inside = (firsts >= first_day) & (firsts < end_day)
    if explained is not None and len(explained):
        inside &= ~in_set(habits.people, explained)
    new = np.bincount(firsts[inside] - first_day, minlength=end_day - first_day)
    median, spread = baseline(new)
    limit = median + limits.crowd_k * spread
    outstanding = np.flatnonzero(new[CROWD_BASELINE_DAYS:] > limit)
    once = inside & (habits.active_days == 1)
    groups = []
    for place in outstanding:
        day = first_day + CROWD_BASELINE_DAYS + int(place)
        members = habits.people[np.flatnonzero(once & (firsts == day))]
        if len(members):
            count = int(new[CROWD_BASELINE_DAYS + place])
            reason = (
                f"{len(members)} of the {count} newcomers of {date_of_day(day)} were never active on another day; "
                f"in the 56 days before, a typical day brought {median[place]:g}"
            )
            facts = (
                ("day", float(day)),
                ("newcomers", float(count)),
                ("median before", float(median[place])),
                ("spread before", float(spread[place])),
                ("limit", float(limit[place])),
            )
            groups.append(PatternGroup(Indicator.CROWD, members, reason, facts))
    return groups


def baseline(new: Ints) -> tuple[Floats, Floats]:
    """Return median and median absolute deviation of the 56 days before each day from the 57th on."""
    days = new[:-1].astype(np.int32)
    windows = np.lib.stride_tricks.sliding_window_view(days, CROWD_BASELINE_DAYS)
    middle = _twice_middle(windows.copy())
    distances = np.lib.stride_tricks.sliding_window_view(2 * days, CROWD_BASELINE_DAYS) - middle[:, None]
    spread = _twice_middle(np.abs(distances, out=distances)) / 4.0
    return middle / 2.0, np.maximum(spread, LEAST_SPREAD)


def _twice_middle(rows: Ids) -> Ids:
    """Return twice the median of each row of an even number of whole numbers."""
    rows.sort(axis=1)
    half = CROWD_BASELINE_DAYS // 2
    return rows[:, half - 1] + rows[:, half]
