"""Other metrics of the same network, and several series brought onto the same periods.

A missing period stays missing; a finer series is read at the end of a coarser period, never averaged.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ints
from watchlist.domain.figures import MetricSeries
from watchlist.domain.instants import DAY
from watchlist.domain.periods import Grain, period_ends
from watchlist.metrics.inputs import NetworkInputs
from watchlist.metrics.metric import Call, Unit
from watchlist.metrics.selector import parse_selector

COARSENESS: dict[Grain, int] = {Grain.DAY: 0, Grain.ROLLING_28: 0, Grain.WEEK: 1, Grain.MONTH: 2}


def other(call: Call, selector: str, grain: Grain | None = None) -> MetricSeries:
    """Return another metric of the same network, computed once. Raises InputError for one that does not exist."""
    # The catalog imports every section, so no section can import the catalog while it is being imported itself.
    compute = import_module("watchlist.metrics.catalog").compute
    made: MetricSeries = call.inputs.kept(("other", selector, grain), lambda: compute(selector, call.inputs, grain))
    return made


def keep_series(inputs: NetworkInputs, selector: str, grain: Grain | None, made: MetricSeries) -> None:
    """Let the metrics that rest on this one have it without computing it again."""
    inputs.memo["other", selector, grain] = made


def unit_of(selector: str) -> Unit:
    """Return the unit of a metric. Raises InputError for one that does not exist."""
    unit: Unit = import_module("watchlist.metrics.catalog").metric(parse_selector(selector).key).unit
    return unit


def placed(call: Call, key: str, variant: str | None = None) -> str:
    """Return the selector of another metric that looks at the same activity as this call."""
    choice = call.choice
    place = f"@stream:{choice.stream}" if choice.stream else f"@{choice.role}" if choice.role is not None else ""
    chosen = variant or choice.variant
    return f"{key}{place}" + ("" if chosen == "raw" else f"+{chosen}")


@dataclass(frozen=True, slots=True, eq=False)
class Aligned:
    """Several series on common periods; ``present`` says which series has the period at all."""

    periods: Ints
    values: list[Floats]
    present: list[Flags]
    complete: Flags
    enough: Flags
    n: Ints


def aligned(series: Sequence[MetricSeries]) -> Aligned:
    """Return series of one grain on all periods from the first to the last of any.

    A period is complete where no series that has it says otherwise and no series has ended before it. ``n`` is the
    smallest count of those that have one.
    """
    some = [one for one in series if len(one)]
    if not some:
        flags = np.empty(0, np.bool_)
        ints = np.empty(0, np.int64)
        return Aligned(ints, [np.empty(0) for _ in series], [flags for _ in series], flags, flags, ints)
    first = min(int(one.periods[0]) for one in some)
    last = max(int(one.periods[-1]) for one in some)
    count = last + 1 - first
    complete, enough = np.ones(count, np.bool_), np.ones(count, np.bool_)
    n = np.full(count, np.iinfo(np.int64).max)
    values, present = [], []
    for one in series:
        column, there = np.full(count, np.nan), np.zeros(count, np.bool_)
        if len(one):
            at = one.periods - first
            column[at], there[at] = one.values, True
            complete[at] &= one.complete
            complete[int(at[-1]) + 1 :] = False
            enough[at] &= one.enough
            counted = at[one.n > 0]
            n[counted] = np.minimum(n[counted], one.n[one.n > 0])
        values.append(column)
        present.append(there)
    n[n == np.iinfo(np.int64).max] = 0
    return Aligned(np.arange(first, last + 1, dtype=np.int64), values, present, complete, enough, n)


def coarsened(series: MetricSeries, grain: Grain) -> MetricSeries:
    """Return a finer series read at the last day of each coarser period; the same series where it is as coarse.

    A coarser period is complete where its last day is.
    """
    if COARSENESS[series.grain] >= COARSENESS[grain] or not len(series):
        return series
    days = period_ends(series.periods, series.grain) // DAY - 1
    every = np.arange(_period(int(days[0]), grain), _period(int(days[-1]), grain) + 1, dtype=np.int64)
    last_days = period_ends(every, grain) // DAY - 1
    at = np.searchsorted(days, last_days, side="right") - 1
    exact = days[at] == last_days
    if not exact[-1]:  # the period that has not ended shows its newest day, unfinished
        exact[-1] = True
    open_end = days[at] != last_days

    def column(values: Floats) -> Floats:
        return np.where(exact, values[at], np.nan)

    return MetricSeries(
        series.network,
        series.metric,
        grain,
        every,
        column(series.values),
        column(series.low),
        column(series.high),
        np.where(exact, series.n[at], 0),
        series.complete[at] & exact & ~open_end,
        series.enough[at] & exact,
        series.missing,
        series.variant,
    )


def _period(day: int, grain: Grain) -> int:
    if grain is Grain.WEEK:
        return (day + 3) // 7
    return int(np.array([day], "datetime64[D]").astype("datetime64[M]").astype(np.int64)[0])
