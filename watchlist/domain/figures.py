"""Computed numbers: a metric's series and its newest figure, always with n, completeness and what they rest on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ints, frozen
from watchlist.domain.instants import Instant
from watchlist.domain.periods import Grain, period_ends


class Missing(StrEnum):
    """Why there is no number; the text is shown after a dash."""

    NONE = ""
    NOT_PUBLISHED = "not published"
    NOT_READ = "not read yet"
    NOT_ENOUGH = "not enough data"
    NO_DENOMINATOR = "nothing to divide by"
    DOES_NOT_EXIST = "does not exist for this asset"
    SOURCE_FAILED = "source failed"
    DISPUTED = "sources disagree"


@dataclass(frozen=True, slots=True, eq=False)
class MetricSeries:
    """A metric of one network over periods, oldest first.

    ``values`` is NaN where missing. ``low`` and ``high`` bound the 95 % interval (NaN where none). ``n`` is the count
    that a figure rests on (cohort size, participants), 0 where none. ``complete`` is false for a period that was not
    fully read. ``enough`` is false where n is below the minimum: the value is shown hollow and alerts do not see it.
    """

    network: str
    metric: str
    grain: Grain
    periods: Ints
    values: Floats
    low: Floats
    high: Floats
    n: Ints
    complete: Flags
    enough: Flags
    missing: Missing = Missing.NONE
    variant: str = ""

    def __post_init__(self) -> None:
        for array in (self.periods, self.values, self.low, self.high, self.n, self.complete, self.enough):
            frozen(array)

    def __len__(self) -> int:
        return len(self.periods)

    def ends(self) -> Ints:
        """Return the instants at which the periods end."""
        return period_ends(self.periods, self.grain)

    def newest(self) -> int | None:
        """Return the position of the newest complete period that has a value."""
        good = np.flatnonzero(self.complete & ~np.isnan(self.values))
        return int(good[-1]) if len(good) else None

    @classmethod
    def none(cls, network: str, metric: str, grain: Grain, missing: Missing) -> MetricSeries:
        """Return a series without any period, with the reason."""
        floats = frozen(np.empty(0, np.float64))
        ints = frozen(np.empty(0, np.int64))
        flags = frozen(np.empty(0, np.bool_))
        return cls(network, metric, grain, ints, floats, floats, floats, ints, flags, flags, missing)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number on screen: the newest complete value of a metric, and why there is none where there is none."""

    network: str
    metric: str
    value: float | None
    low: float | None = None
    high: float | None = None
    n: int = 0
    period: int | None = None
    grain: Grain = Grain.DAY
    as_of: Instant | None = None
    enough: bool = True
    missing: Missing = Missing.NONE
    change: float | None = None
    sources: tuple[str, ...] = ()
    variant: str = field(default="")


def newest_figure(series: MetricSeries, sources: tuple[str, ...] = ()) -> Figure:
    """Return the newest complete value of a series as a figure, with its change against the period before."""
    at = series.newest()
    if at is None:
        reason = series.missing if series.missing is not Missing.NONE else Missing.NOT_ENOUGH
        return Figure(series.network, series.metric, None, grain=series.grain, missing=reason, sources=sources)
    before = np.flatnonzero((series.periods == series.periods[at] - 1) & series.complete & ~np.isnan(series.values))
    change = float(series.values[at] - series.values[before[0]]) if len(before) else None
    low, high = float(series.low[at]), float(series.high[at])
    return Figure(
        series.network,
        series.metric,
        float(series.values[at]),
        None if np.isnan(low) else low,
        None if np.isnan(high) else high,
        int(series.n[at]),
        int(series.periods[at]),
        series.grain,
        int(series.ends()[at]),
        bool(series.enough[at]),
        Missing.NONE,
        change,
        sources,
        series.variant,
    )
