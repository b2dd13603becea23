"""Clockwork: participants whose events come in even steps, or at every hour of the day alike.

Both are signs of a program. People sleep; a program that waits a random time does so around the clock.
"""

from __future__ import annotations

import numpy as np

from watchlist.domain.arrays import Floats, Ints
from watchlist.domain.instants import DAY, HOUR, SECOND
from watchlist.domain.pattern_findings import Indicator, PatternGroup
from watchlist.metrics.patterns.habits import Habits
from watchlist.metrics.patterns.limits import CLOCKWORK_DAYS, CLOCKWORK_EVENTS, Limits

_BLOCK = 32_768  # participants whose hours are counted at once


def clockwork(habits: Habits, limits: Limits) -> list[PatternGroup]:
    """Return at most two groups: even gaps, and hours without a pause."""
    able = np.flatnonzero(habits.events >= CLOCKWORK_EVENTS)
    if not len(able):
        return []
    variation = gap_variation(habits)[able]
    even = variation < limits.gap_variation
    span = habits.instants[habits.starts[able + 1] - 1] - habits.instants[habits.starts[able]]
    entropy = np.zeros(len(able))
    long = np.flatnonzero(span >= CLOCKWORK_DAYS * DAY)
    for start in range(0, len(long), _BLOCK):
        block = long[start : start + _BLOCK]
        entropy[block] = hour_entropy(habits, able[block])
    sleepless = entropy > limits.hour_entropy
    groups = []
    if even.any():
        reason = (
            f"{int(even.sum())} participants act in even steps: the gaps between at least {CLOCKWORK_EVENTS} events "
            f"of each vary by less than {limits.gap_variation:.0%} of their mean"
        )
        groups.append(_group(habits, able[even], reason, "variation of gaps", variation[even]))
    if sleepless.any():
        reason = (
            f"{int(sleepless.sum())} participants act at all hours alike over at least {CLOCKWORK_DAYS} days: the "
            f"evenness of their hours exceeds {limits.hour_entropy:.1%} of the most there can be"
        )
        groups.append(_group(habits, able[sleepless], reason, "evenness of hours", entropy[sleepless]))
    return groups


def _group(habits: Habits, members: Ints, reason: str, name: str, values: Floats) -> PatternGroup:
    columns = ((name, values), ("events", habits.events[members].astype(np.float64)))
    return PatternGroup(Indicator.CLOCKWORK, habits.people[members], reason, (), columns)


def gap_variation(habits: Habits) -> Floats:
    """Return the coefficient of variation of each participant's gaps; infinite where there is no mean gap."""
    gaps = np.zeros(len(habits.instants))
    np.subtract(habits.instants[1:], habits.instants[:-1], out=gaps[1:], casting="unsafe")
    gaps[habits.starts[:-1]] = 0.0
    gaps /= SECOND
    sums = np.add.reduceat(gaps, habits.starts[:-1])
    np.multiply(gaps, gaps, out=gaps)
    squares = np.add.reduceat(gaps, habits.starts[:-1])
    count = np.maximum(habits.events - 1, 1)
    mean = sums / count
    spread = np.sqrt(np.maximum(squares / count - mean * mean, 0.0))
    variation: Floats = np.divide(spread, mean, out=np.full(len(mean), np.inf), where=mean > 0)
    return variation


def hour_entropy(habits: Habits, members: Ints) -> Floats:
    """Return how even the hours of the day of some participants are, 1 being as even as can be."""
    lengths = habits.events[members]
    ends = np.cumsum(lengths)
    rows = np.arange(ends[-1]) + np.repeat(habits.starts[members] - (ends - lengths), lengths)
    hours = (habits.instants[rows] // HOUR) % 24
    owners = np.repeat(np.arange(len(members)), lengths)
    counts = np.bincount(owners * 24 + hours, minlength=24 * len(members)).reshape(-1, 24)
    shares = counts / lengths[:, None]
    logs = np.log(shares, out=np.zeros_like(shares), where=shares > 0)
    evenness: Floats = -(shares * logs).sum(axis=1) / np.log(24.0)
    return evenness
