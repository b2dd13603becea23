"""Lead and lag: do weekly changes of a metric come before those of price, or after them? Section 9.

A correlation is no cause. The p-value compares with the same changes shifted in a circle, which keeps each series'
own rhythm. A series of n weeks has only n - 1 shifts, so no p-value can be much smaller than 1 / n.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from watchlist.domain.arrays import Floats
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.lens_findings import Lag, LeadLagFinding
from watchlist.domain.periods import Grain
from watchlist.metrics.alignment import aligned, coarsened, other, placed, unit_of
from watchlist.metrics.inputs import FILTERED, RAW
from watchlist.metrics.metric import Call, Format, Metric, Needs, Param, Unit

LAGS = range(-8, 9)
LEAST_WEEKS = 26
SHIFTS = 1_000
_SEED = 9_180
_LEVELS = frozenset(
    {Unit.COUNT, Unit.EVENTS, Unit.PARTICIPANTS, Unit.USD, Unit.AMOUNT, Unit.DAYS, Unit.WEEKS, Unit.SECONDS, Unit.BYTES}
)
"""Units whose changes are taken in logs; those of shares, ratios and scores are differences."""


def weekly_changes(values: Floats, *, logs: bool) -> Floats:
    """Return the change of each week against the week before, in logs or as a difference."""
    if logs:
        values = np.log(values, out=np.full(len(values), np.nan), where=values > 0)
    return np.diff(values, prepend=np.nan)


def correlation(x: Floats, y: Floats) -> float | None:
    """Return Pearson's correlation; None where either does not vary."""
    a, b = x - x.mean(), y - y.mean()
    scale = float(np.sqrt((a @ a) * (b @ b)))
    return None if scale <= 1e-15 * len(x) else float(np.clip((a @ b) / scale, -1.0, 1.0))


def shifted(x: Floats, y: Floats) -> Floats:
    """Return the correlations of ``x`` with ``y`` shifted in a circle by 1, 2, … n - 1."""
    a, b = x - x.mean(), y - y.mean()
    scale = float(np.sqrt((a @ a) * (b @ b)))
    products = np.fft.irfft(np.conj(np.fft.rfft(a)) * np.fft.rfft(b), len(x))
    found: Floats = products[1:][::-1] / scale  # np.roll(b, s) pairs a[t] with b[t - s]
    return found


def lag_table(metric: Floats, price: Floats, shifts: int = SHIFTS) -> tuple[int, tuple[Lag, ...]]:
    """Return the number of common weeks and the table; empty with fewer than 26.

    Both are weekly changes on the same weeks, NaN where missing. At a positive lag the metric's change is paired with
    the price's so many weeks later. The draws are seeded: the same input gives the same p-values.
    """
    common = int(np.count_nonzero(~np.isnan(metric) & ~np.isnan(price)))
    if common < LEAST_WEEKS:
        return common, ()
    return common, tuple(_lag(metric, price, lag, shifts) for lag in LAGS)


def _lag(metric: Floats, price: Floats, lag: int, shifts: int) -> Lag:
    early, late = (metric, price) if lag >= 0 else (price, metric)
    step = abs(lag)
    a, b = early[: len(early) - step], late[step:]
    known = ~np.isnan(a) & ~np.isnan(b)
    x, y = a[known], b[known]
    n = len(x)
    found = correlation(x, y) if n >= 3 else None
    if found is None:
        return Lag(lag, n, None, None)
    by_chance = np.abs(shifted(x, y))
    draws = np.random.default_rng((_SEED, lag + 8)).integers(0, n - 1, max(shifts, SHIFTS))
    as_far = int(np.count_nonzero(by_chance[draws] >= abs(found) - 1e-12))
    return Lag(lag, n, found, (1 + as_far) / (1 + len(draws)))


def examine_leadlag(call: Call) -> LeadLagFinding:
    """Return the table of one metric against price."""
    selector = str(call.params["metric"])
    selector = selector if "@" in selector or "+" in selector else placed(call, selector)
    network = call.inputs.network
    metric, price = other(call, selector), other(call, "price.last")
    for one in (metric, price):
        if not len(one):
            return LeadLagFinding(network, selector, 0, (), 0, one.missing or Missing.NOT_READ)
    if metric.grain is Grain.MONTH:
        return LeadLagFinding(network, selector, 0, (), 0, Missing.NOT_ENOUGH)
    both = aligned([_settled(coarsened(one, Grain.WEEK)) for one in (metric, price)])
    is_level = unit_of(selector) in _LEVELS
    changes = weekly_changes(both.values[0], logs=is_level), weekly_changes(both.values[1], logs=True)
    common, lags = lag_table(*changes)
    missing = Missing.NONE if lags else Missing.NOT_ENOUGH
    return LeadLagFinding(network, selector, common, lags, SHIFTS if lags else 0, missing)


def _settled(series: MetricSeries) -> MetricSeries:
    """Blank out what is incomplete or rests on too few."""
    return replace(series, values=np.where(series.complete & series.enough, series.values, np.nan))


ENTRIES: tuple[Metric, ...] = (
    Metric(
        "leadlag",
        "Lead and lag against price",
        Unit.CORRELATION,
        Format.DECIMAL,
        9,
        "Whether weekly changes of a metric tend to come before those of price, or after them.",
        "Pearson correlation of weekly changes at lags from −8 to +8 weeks; at a positive lag the metric moves first. "
        "Counts and money change in logs, shares and scores by their difference. The p-value compares with 1,000 "
        "seeded circular shifts of the same weeks. Not shown with fewer than 26 common weeks.",
        "Seventeen lags are looked at: one p-value below 0.05 among them is what chance gives. A correlation is no "
        "cause, and a common news day moves both at once.",
        (Grain.WEEK,),
        None,
        examine_leadlag,
        Needs(series=("price.usd",)),
        history=LEAST_WEEKS + 1,
        variants=(RAW, FILTERED),
        params=(Param("metric", "active.w", "Metric that is compared with price"),),
    ),
)
