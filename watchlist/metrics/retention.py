"""Retention: how many of those who began together come back. Section 2 of the definitions, survival aside.

A figure rests on complete periods only; a cohort whose age is unknown does not exist here.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ints
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.findings import CohortMatrix
from watchlist.domain.periods import Grain
from watchlist.metrics.cohorts import bracket_counts, cohort_counts, still_counts
from watchlist.metrics.intervals import ratio, wilson
from watchlist.metrics.metric import Call, Format, Metric, Param, Unit
from watchlist.metrics.spans import all_periods, complete_periods, completeness, newest_stretch, run_of


def trend(call: Call, age: int | None = None) -> MetricSeries:
    """Give, at each complete period, the share of the cohort of that age that was active in it."""
    periods = complete_periods(call.view, call.grain)
    age = call.whole("age") if age is None else age
    if len(periods) <= age:
        return call.none(Missing.NOT_ENOUGH)
    hits, sizes, sound = _at_age(call, periods, age)
    return _shares(call, periods[age:], hits, sizes, sound)


def pooled(call: Call, age: int | None = None) -> MetricSeries:
    """Give the same over the last cohorts together: survivors over members, never a mean of shares."""
    periods = complete_periods(call.view, call.grain)
    age = call.whole("age") if age is None else age
    together = call.whole("cohorts") or call.inputs.options.pooled_cohorts
    if len(periods) <= age:
        return call.none(Missing.NOT_ENOUGH)
    hits, sizes, sound = _at_age(call, periods, age)
    hits, sizes = np.where(sound, hits, 0), np.where(sound, sizes, 0)  # cohorts that do not exist add nothing
    return _shares(call, periods[age:], _moving_sum(hits, together), _moving_sum(sizes, together), sound)


def on_or_after(call: Call) -> MetricSeries:
    """Give, at each period, the share of the cohort of that age that was active in it or later."""
    periods = newest_stretch(call.view, call.grain)
    age = call.whole("age")
    if len(periods) <= age:
        return call.none(Missing.NOT_ENOUGH)
    first, last = int(periods[0]), int(periods[-1])
    still = still_counts(call.view.index, call.grain, first, last, call.view.coverage.unknown)
    sizes = _sizes(call, first, last)[: len(periods) - age]
    hits = np.diagonal(still, -age)
    return _shares(call, periods[age:], hits, sizes, np.ones(len(sizes), np.bool_))


def bracket(call: Call) -> MetricSeries:
    """Give, at each period, the share of the cohort that was active at any age from one to another."""
    periods = complete_periods(call.view, call.grain)
    low, high = call.whole("from_age"), call.whole("to_age")
    if low > high or len(periods) <= high:
        return call.none(Missing.NOT_ENOUGH)
    first, last = int(periods[0]), int(periods[-1])
    coverage = call.view.coverage
    hits = bracket_counts(call.view.index, call.grain, first, last, (low, high), coverage.unknown)[high:]
    sizes = _sizes(call, first, last)[: len(periods) - high]
    complete = completeness(call.view, call.grain)
    sound = run_of(complete, high - low + 1)[high:] & complete[: len(periods) - high]
    return _shares(call, periods[high:], hits, sizes, sound)


def matrix(call: Call) -> CohortMatrix:
    """Give all cohorts at all ages; a cell whose period is not complete does not exist."""
    view = call.view
    periods = complete_periods(view, call.grain)
    if not len(periods):
        return _no_matrix(call, Missing.NOT_ENOUGH if len(all_periods(view, call.grain)) else view.missing)
    complete = completeness(view, call.grain)
    table = cohort_counts(view.index, call.grain, int(periods[0]), int(periods[-1]), view.coverage.unknown)
    sizes = np.where(complete, np.diagonal(table), 0)
    count = len(periods)
    cohort, age = np.ogrid[:count, :count]
    there = cohort + age < count
    place = np.minimum(cohort + age, count - 1)
    there = there & complete[place] & (sizes > 0)[:, None]
    active = np.where(there, table[place, cohort], -1)
    shares = np.where(there, ratio(active, sizes[:, None]), np.nan)
    low, high = wilson(np.maximum(active, 0), np.where(there, sizes[:, None], 0))
    first_days = view.index.first_days
    return CohortMatrix(
        call.inputs.network,
        call.grain,
        periods.copy(),
        sizes,
        np.arange(count),
        active,
        shares,
        low,
        high,
        sizes >= call.inputs.options.min_cohort,
        int(np.count_nonzero(~view.coverage.ages_known(first_days))),
        Missing.NONE,
        call.choice.variant,
    )


def _at_age(call: Call, periods: Ints, age: int) -> tuple[Ints, Ints, Flags]:
    """Return survivors and members of the cohort behind each period from the ``age``-th on, and whether both exist."""
    coverage = call.view.coverage
    first, last = int(periods[0]), int(periods[-1])
    table = cohort_counts(call.view.index, call.grain, first, last, coverage.unknown)
    complete = completeness(call.view, call.grain)
    sizes = np.diagonal(table)[: len(periods) - age]
    return np.diagonal(table, -age), sizes, complete[age:] & complete[: len(periods) - age]


def _sizes(call: Call, first: int, last: int) -> Ints:
    """Return the number of members of each cohort."""
    sizes: Ints = np.diagonal(cohort_counts(call.view.index, call.grain, first, last, call.view.coverage.unknown))
    return sizes


def _moving_sum(values: Ints, length: int) -> Ints:
    """Return the sum of the last so many values, fewer at the beginning."""
    total = np.concatenate([np.zeros(length, np.int64), np.cumsum(values)])
    moving: Ints = total[length:] - total[:-length]
    return moving


def _shares(call: Call, periods: Ints, hits: Ints, sizes: Ints, sound: Flags) -> MetricSeries:
    """Return shares with their interval; an unsound period has no value and is not complete."""
    n = np.where(sound, sizes, 0)
    values: Floats = ratio(hits, n)
    low, high = wilson(hits, n)
    return call.series(periods.copy(), values, sound.copy(), n, low, high, n >= call.inputs.options.min_cohort)


def _no_matrix(call: Call, missing: Missing) -> CohortMatrix:
    """Return a matrix without cells, with the reason."""
    ints, square = np.zeros(0, np.int64), np.zeros((0, 0))
    return CohortMatrix(
        call.inputs.network,
        call.grain,
        ints,
        ints,
        ints,
        np.zeros((0, 0), np.int64),
        square,
        square,
        square,
        np.zeros(0, np.bool_),
        0,
        missing,
        call.choice.variant,
    )


_WEEK_MONTH = (Grain.WEEK, Grain.MONTH)
_COMMON = (
    "A cohort is everybody whose first event ever falls into the same {span}. Only whole {span}s count, on both ends; "
    "participants first seen in the first 28 days of a stream that was not read from its beginning belong to no "
    "cohort. The band is the 95 % Wilson interval; cohorts below the minimum size are drawn hollow."
)
_FOOLED = (
    "Participants are addresses or logins, not people: a person who changes address looks like one who left and a "
    "newcomer. Automatic activity returns on schedule; compare with the filtered figure. One cohort is a small "
    "sample: look at its band before its wiggles."
)
_AGE = Param("age", 4, "Age of the cohort, in periods", 1, 520)
_POOL = Param("cohorts", 0, "How many cohorts to pool (0: as in the settings)", 0, 520)


def _trend(letter: str, age: int) -> Metric:
    span = "week" if letter == "w" else "month"
    spans = span if age == 1 else f"{span}s"
    return Metric(
        f"retention.{letter}{age}",
        f"Retention after {age} {spans}",
        Unit.SHARE,
        Format.PERCENT,
        2,
        f"Of those who began {age} {spans} earlier, the share who took part again in this {span}.",
        f"At each complete {span}: members of the cohort that began {age} {spans} before and were active in it, "
        f"divided by all members of that cohort. {_COMMON.format(span=span)}",
        _FOOLED,
        (Grain.WEEK if letter == "w" else Grain.MONTH,),
        partial(trend, age=age),
        history=age + 1,
    )


def _pooled(letter: str, age: int) -> Metric:
    span = "week" if letter == "w" else "month"
    spans = span if age == 1 else f"{span}s"
    return Metric(
        f"retention.{letter}{age}.pooled",
        f"Pooled retention after {age} {spans}",
        Unit.SHARE,
        Format.PERCENT,
        2,
        f"The share who took part again {age} {spans} after they began, over the last few cohorts together.",
        "Survivors of the pooled cohorts divided by their members, each cohort at the same age. Large cohorts weigh "
        f"more, because it is no mean of percentages. {_COMMON.format(span=span)}",
        f"It turns more slowly than a single cohort. {_FOOLED}",
        (Grain.WEEK if letter == "w" else Grain.MONTH,),
        partial(pooled, age=age),
        history=age + 1,
        params=(_POOL,),
    )


def _open(key: str, title: str, definition: str, computed: str, fooled_by: str, **rest: Any) -> Metric:
    common = _COMMON.format(span="period")
    return Metric(
        f"retention.{key}",
        title,
        Unit.SHARE,
        Format.PERCENT,
        2,
        definition,
        f"{computed} {common}",
        f"{fooled_by} {_FOOLED}",
        _WEEK_MONTH,
        history=2,
        **rest,
    )


ENTRIES: tuple[Metric, ...] = (
    *(_trend("w", age) for age in range(1, 13)),
    *(_trend("m", age) for age in range(1, 7)),
    *(_pooled("w", age) for age in (1, 4, 8, 12)),
    *(_pooled("m", age) for age in (1, 3, 6)),
    _open(
        "on",
        "Retention at an age of your choice",
        "Of a cohort, the share who took part exactly so many periods after they began.",
        "Members active in that one period, divided by all members.",
        "Somebody who comes every other period is missed half of the time.",
        function=trend,
        params=(_AGE,),
    ),
    _open(
        "on_or_after",
        "Retention at an age or later",
        "Of a cohort, the share who took part so many periods after they began or at any time since.",
        "Members active in that period or any later complete one, divided by all members.",
        "The past changes as time goes by: everybody who returns raises old figures, and recent ones look low because "
        "there was less time to return.",
        function=on_or_after,
        params=(_AGE,),
    ),
    _open(
        "bracket",
        "Retention within a span of ages",
        "Of a cohort, the share who took part at least once between two ages.",
        "Members active in at least one period from the first age to the last, divided by all members; drawn at the "
        "last of them.",
        "A wide span is easy to hit: compare only figures of the same span.",
        function=bracket,
        params=(
            Param("from_age", 1, "First age, in periods", 1, 520),
            Param("to_age", 4, "Last age, in periods", 1, 520),
        ),
    ),
    _open(
        "pooled",
        "Pooled retention at an age of your choice",
        "The share who took part exactly so many periods after they began, over the last few cohorts together.",
        "Survivors of the pooled cohorts divided by their members.",
        "It turns more slowly than a single cohort.",
        function=pooled,
        params=(_AGE, _POOL),
    ),
    _open(
        "matrix",
        "Cohort matrix",
        "Every cohort at every age: who came back, when, and whether newer cohorts do better than older ones.",
        "One row per cohort, one column per age, retention in each cell. A cell whose period is not over does not "
        "exist; it is neither zero nor “so far”.",
        "Read along rows and columns: a single odd cell is mostly chance.",
        examine=matrix,
    ),
)
