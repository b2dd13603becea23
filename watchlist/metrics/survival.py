"""Survival: for how long participants take part, by the estimator of Kaplan and Meier. Section 2 of the definitions.

Somebody is lost only after a silence that was read completely; who is silent for less is censored, not lost.
"""

from __future__ import annotations

import numpy as np

from watchlist.domain.arrays import Floats, Ints
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.findings import SurvivalCurve
from watchlist.domain.periods import Grain
from watchlist.metrics.cohorts import still_counts
from watchlist.metrics.intervals import Z_95, ratio
from watchlist.metrics.metric import Call, Format, Metric, Param, Unit
from watchlist.metrics.spans import newest_stretch


def curve(call: Call) -> SurvivalCurve:
    """Give the survival curve of all participants of known age up to the last complete week."""
    lost_after = call.whole("lost_after") or call.inputs.options.lost_after_weeks
    weeks = newest_stretch(call.view, Grain.WEEK)
    if not len(weeks):
        reason = call.view.missing if call.view.missing is not Missing.NONE else Missing.NOT_ENOUGH
        return _no_curve(call, lost_after, reason)
    first, last = int(weeks[0]), int(weeks[-1])
    still = still_counts(call.view.index, Grain.WEEK, first, last, call.view.coverage.unknown)
    ended = still - np.vstack([still[1:], np.zeros((1, still.shape[1]), np.int64)])  # by last active week and cohort
    count = len(weeks)
    there = np.flatnonzero(ended)
    week, cohort = np.divmod(there, count)
    lifetimes = week - cohort + 1  # in weeks, the first and the last active one included
    members = ended.ravel()[there]
    long_ago = week < count - lost_after  # after later weeks the silence is too young
    lost, censored = (
        np.bincount(lifetimes[chosen], members[chosen], count + 1).astype(np.int64) for chosen in (long_ago, ~long_ago)
    )
    return _curve(call, lost, censored, lost_after)


def kaplan_meier(lost: Ints, censored: Ints) -> tuple[Ints, Floats, Floats, Floats]:
    """Return at risk, survival and its 95 % band, given who left and who was censored at each whole time.

    The band is Greenwood's, on the scale log(-log S), so that it stays between 0 and 1; NaN where S is 0.
    """
    left = lost + censored
    at_risk: Ints = np.cumsum(left[::-1])[::-1]
    hazard = np.nan_to_num(ratio(lost, at_risk))
    survival: Floats = np.cumprod(1 - hazard, dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        variance = np.cumsum(lost / (at_risk * (at_risk - lost).astype(np.float64)), dtype=np.float64)
        log_s = np.log(survival)
        spread = Z_95 * np.sqrt(variance) / np.abs(log_s)
        bounds = [np.exp(-np.exp(np.log(-log_s) + sign * spread)) for sign in (1, -1)]
    whole, gone = survival == 1, survival == 0
    low, high = (np.where(whole, 1.0, np.where(gone, np.nan, bound)) for bound in bounds)
    return at_risk, survival, low, high


def median_of(survival: Floats) -> int | None:
    """Return the first time at which at most half is left; None where it is never reached."""
    reached = np.flatnonzero(survival <= 0.5 + 1e-12)  # a product of shares may miss one half by a rounding
    return int(reached[0]) if len(reached) else None


def median_lifetime(call: Call) -> MetricSeries:
    """Give the median lifetime in weeks, at the last complete week."""
    found = curve(call)
    if found.missing is not Missing.NONE:
        return call.none(found.missing)
    if found.median is None:
        return call.none(Missing.NOT_ENOUGH)
    bounds = [np.array([np.nan if bound is None else float(bound)]) for bound in (found.median_low, found.median_high)]
    return call.series(
        newest_stretch(call.view, Grain.WEEK)[-1:].copy(),
        np.array([float(found.median)]),
        n=np.array([found.n]),
        low=bounds[0],
        high=bounds[1],
        enough=np.array([found.enough]),
    )


def _curve(call: Call, lost: Ints, censored: Ints, lost_after: int) -> SurvivalCurve:
    n = int(lost.sum() + censored.sum())
    if not n:
        return _no_curve(call, lost_after, Missing.NOT_ENOUGH)
    longest = int(np.flatnonzero(lost + censored)[-1]) + 1
    lost, censored = lost[:longest], censored[:longest]
    at_risk, survival, low, high = kaplan_meier(lost, censored)
    return SurvivalCurve(
        call.inputs.network,
        np.arange(longest),
        survival,
        low,
        high,
        at_risk,
        lost.copy(),
        censored.copy(),
        n,
        lost_after,
        median_of(survival),
        median_of(np.nan_to_num(low)),
        median_of(np.where(np.isnan(high), 1.0, high)),
        n >= call.inputs.options.min_cohort,
        Missing.NONE,
        call.choice.variant,
    )


def _no_curve(call: Call, lost_after: int, missing: Missing) -> SurvivalCurve:
    ints, floats = np.zeros(0, np.int64), np.zeros(0)
    variant = call.choice.variant
    return SurvivalCurve(
        call.inputs.network, ints, floats, floats, floats, ints, ints, ints, 0, lost_after, None, None, None, False,
        missing, variant,
    )  # fmt: skip


_LOST_AFTER = Param("lost_after", 0, "Weeks of silence after which somebody is lost (0: as in the settings)", 0, 104)
_COMPUTED = (
    "A lifetime runs from the first active week to the last one, both included. Somebody counts as lost at the last "
    "active week once four complete weeks (a setting) went by in silence; everybody else is censored there: so far "
    "they lasted at least that long. Kaplan and Meier's estimator turns both into the curve; the band is Greenwood's, "
    "95 %. Participants of unknown age are left out."
)
_FOOLED = (
    "Who returns after a long silence counts as never lost, so recent weeks can improve later. A changed address ends "
    "one lifetime and begins another. Fewer and fewer participants stand behind the right end of the curve."
)

ENTRIES: tuple[Metric, ...] = (
    Metric(
        "survival.curve",
        "Survival curve",
        Unit.SHARE,
        Format.PERCENT,
        2,
        "The share of participants who take part for longer than a given number of weeks.",
        _COMPUTED,
        _FOOLED,
        (Grain.WEEK,),
        examine=curve,
        history=5,
        params=(_LOST_AFTER,),
    ),
    Metric(
        "survival.median",
        "Median lifetime",
        Unit.WEEKS,
        Format.WHOLE,
        2,
        "The number of weeks after which half of all participants have left. None while fewer than half are lost.",
        f"Where the survival curve first reaches one half; the bounds are where its band does. {_COMPUTED}",
        _FOOLED,
        (Grain.WEEK,),
        median_lifetime,
        history=5,
        params=(_LOST_AFTER,),
    ),
)
