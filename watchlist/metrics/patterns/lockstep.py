"""Lockstep: groups whose members were active on exactly the same days.

A set of days is compared by a 64-bit sum of one pseudo-random number per day; two different sets of a million
collide with a chance below one in ten million, and count, first and last day have to agree as well.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from watchlist.domain.arrays import Ints
from watchlist.domain.pattern_findings import Indicator, PatternGroup
from watchlist.domain.periods import date_of_day
from watchlist.metrics.patterns.habits import Habits, runs
from watchlist.metrics.patterns.limits import Limits


def lockstep(habits: Habits, limits: Limits) -> list[PatternGroup]:
    """Return the groups, the largest first."""
    active_days = habits.active_days
    able = np.flatnonzero(active_days >= limits.lockstep_days)
    if len(able) < limits.lockstep_group:
        return []
    signatures = _signatures(habits)[able]
    order = np.argsort(signatures)
    ranked = signatures[order]
    groups = []
    for start, end in runs(ranked, limits.lockstep_group):
        members = np.sort(able[order[start:end]])
        one = int(members[0])
        days = habits.cell_days[habits.cell_starts[one] : habits.cell_starts[one + 1]]
        groups.append(_group(habits, members, days))
    return sorted(groups, key=lambda group: (-len(group), int(group.members[0])))


def _group(habits: Habits, members: Ints, days: Ints) -> PatternGroup:
    first, last = date_of_day(int(days[0])), date_of_day(int(days[-1]))
    reason = f"{len(members)} participants were active on exactly the same {len(days)} days between {first} and {last}"
    facts = (
        ("members", float(len(members))),
        ("days", float(len(days))),
        ("first day", float(days[0])),
        ("last day", float(days[-1])),
    )
    return PatternGroup(Indicator.LOCKSTEP, habits.people[members], reason, facts)


def _signatures(habits: Habits) -> npt.NDArray[np.uint64]:
    """Return one number per participant that is the same for the same set of days."""
    first = int(habits.cell_days.min())
    numbers = mixed(np.arange(first, int(habits.cell_days.max()) + 1, dtype=np.int64))
    return np.add.reduceat(numbers[habits.cell_days - first], habits.cell_starts[:-1])


def mixed(values: Ints) -> npt.NDArray[np.uint64]:
    """Return well-spread 64-bit numbers for small integers (the finaliser of SplitMix64); the same everywhere."""
    with np.errstate(over="ignore"):
        word = values.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(0x9E3779B97F4A7C15)
        word = (word ^ (word >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        word = (word ^ (word >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return word ^ (word >> np.uint64(31))
