"""Structured results of metrics that are no single series: matrices, curves, histograms. Holds no behaviour.

Every result says what it rests on; what is missing is NaN or absent, never zero.
"""

from __future__ import annotations

from dataclasses import dataclass

from watchlist.domain.arrays import Flags, Floats, Ints, frozen
from watchlist.domain.figures import Missing
from watchlist.domain.periods import Grain


@dataclass(frozen=True, slots=True, eq=False)
class CohortMatrix:
    """Retention of every cohort (row) at every age (column); a cell that does not exist is NaN.

    ``active`` counts the members behind each share, -1 where the cell does not exist. ``low`` and ``high`` bound the
    95 % interval. ``enough`` is false for a cohort that is smaller than the minimum: it is drawn hollow.
    ``left_out`` is the number of participants of unknown age, who are in no cohort.
    """

    network: str
    grain: Grain
    cohorts: Ints
    sizes: Ints
    ages: Ints
    active: Ints
    shares: Floats
    low: Floats
    high: Floats
    enough: Flags
    left_out: int = 0
    missing: Missing = Missing.NONE
    variant: str = ""

    def __post_init__(self) -> None:
        for array in (self.cohorts, self.sizes, self.ages, self.active, self.shares, self.low, self.high, self.enough):
            frozen(array)


@dataclass(frozen=True, slots=True, eq=False)
class SurvivalCurve:
    """Kaplan–Meier: the share of participants who take part for longer than each number of weeks.

    ``weeks`` begins with 0. ``low`` and ``high`` bound the 95 % band. ``at_risk``, ``lost`` and ``censored`` are the
    counts behind each step. ``median`` is None where fewer than half were lost; its bounds are None where the band
    does not reach one half. ``lost_after`` is the silence, in weeks, after which somebody counts as lost.
    """

    network: str
    weeks: Ints
    survival: Floats
    low: Floats
    high: Floats
    at_risk: Ints
    lost: Ints
    censored: Ints
    n: int
    lost_after: int
    median: int | None
    median_low: int | None
    median_high: int | None
    enough: bool
    missing: Missing = Missing.NONE
    variant: str = ""

    def __post_init__(self) -> None:
        for array in (self.weeks, self.survival, self.low, self.high, self.at_risk, self.lost, self.censored):
            frozen(array)


@dataclass(frozen=True, slots=True, eq=False)
class ActiveDays:
    """Of those active in the last 28 complete days: how many were so on 1, 2, … 28 of them.

    ``participants[i]`` were active on ``days[i]`` days; ``last_day`` is the window's last day, None where missing.
    """

    network: str
    days: Ints
    participants: Ints
    n: int
    last_day: int | None
    missing: Missing = Missing.NONE
    variant: str = ""

    def __post_init__(self) -> None:
        frozen(self.days)
        frozen(self.participants)
