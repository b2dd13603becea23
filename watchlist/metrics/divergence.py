"""Divergence: does price run ahead of participation, or behind it? Section 9.

Every score looks back 180 days and never ahead, so the past does not change by what comes later.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from watchlist.domain.arrays import Floats
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.lens_findings import DivergenceFinding
from watchlist.domain.periods import Grain
from watchlist.metrics.alignment import Aligned, aligned, coarsened, other, placed
from watchlist.metrics.inputs import FILTERED, RAW
from watchlist.metrics.metric import Call, Format, Metric, Needs, Param, Unit

CHANGE_DAYS, WINDOW_DAYS = 28, 180
THRESHOLD = 3.5
_SCALE = 0.6745  # makes the median absolute deviation of normal data a standard deviation
_STEP: dict[Grain, int] = {Grain.DAY: 1, Grain.ROLLING_28: 1, Grain.WEEK: 7}


def log_change(values: Floats, steps: int) -> Floats:
    """Return the log change against so many steps before; missing where an end is missing or not above zero."""
    logs = np.log(values, out=np.full(len(values), np.nan), where=values > 0)
    changes = np.full(len(values), np.nan)
    if len(values) > steps:
        changes[steps:] = logs[steps:] - logs[:-steps]
    return changes


def modified_z(values: Floats, window: int) -> Floats:
    """Return each value's modified z-score among the last ``window`` ones, itself included.

    Missing where less than half of the window is known, or where more than half of it is one and the same value.
    """
    scores = np.full(len(values), np.nan)
    if not len(values):
        return scores
    padded = np.concatenate([np.full(window - 1, np.nan), values])
    rows = np.lib.stride_tricks.sliding_window_view(padded, window)
    known = np.flatnonzero((window - np.isnan(rows).sum(axis=1) >= window / 2) & ~np.isnan(values))
    if not len(known):
        return scores
    rows = rows[known]
    middle = _medians(rows)
    spread = _medians(np.abs(rows - middle[:, None]))
    scores[known] = np.divide(
        _SCALE * (values[known] - middle), spread, out=np.full(len(known), np.nan), where=spread > 0
    )
    return scores


def _medians(rows: Floats) -> Floats:
    """Return the median of each row's known values."""
    ranked = np.sort(rows, axis=1)  # missing ones go to the end
    count = rows.shape[1] - np.isnan(ranked).sum(axis=1)
    at = np.arange(len(rows))
    middle: Floats = (ranked[at, (count - 1) // 2] + ranked[at, count // 2]) / 2.0
    return middle


def _pair(call: Call) -> tuple[MetricSeries, Aligned] | Missing:
    """Return the metric's series and both on its periods, or why there are none."""
    metric = other(call, _selector(call))
    price = other(call, "price.last")
    if metric.grain is Grain.MONTH:
        return Missing.NOT_ENOUGH
    for one in (metric, price):
        if not len(one):
            return one.missing if one.missing is not Missing.NONE else Missing.NOT_READ
    read = coarsened(price, metric.grain)
    return metric, aligned([read, metric])


def _selector(call: Call) -> str:
    text = str(call.params["metric"])
    return text if "@" in text or "+" in text else placed(call, text)


def _divergence(call: Call) -> MetricSeries:
    pair = _pair(call)
    if isinstance(pair, Missing):
        return call.none(pair)
    metric, both = pair
    step = _STEP[metric.grain]
    ahead = log_change(both.values[0], CHANGE_DAYS // step) - log_change(both.values[1], CHANGE_DAYS // step)
    scores = modified_z(ahead, -(-WINDOW_DAYS // step))
    made = call.series(both.periods, scores, both.complete, both.n, enough=both.enough)
    return replace(made, grain=metric.grain)


def examine_divergence(call: Call) -> DivergenceFinding:
    """Return the scores with the marked periods: +1 where price runs ahead of the metric, -1 where behind it."""
    series = _divergence(call)
    marks = np.zeros(len(series), np.int64)
    known = ~np.isnan(series.values) & series.complete & series.enough
    marks[known & (series.values >= THRESHOLD)] = 1
    marks[known & (series.values <= -THRESHOLD)] = -1
    return DivergenceFinding(
        call.inputs.network, _selector(call), series.periods.copy(), series.values.copy(), marks, THRESHOLD
    )


ENTRIES: tuple[Metric, ...] = (
    Metric(
        "divergence",
        "Divergence of price and participation",
        Unit.DEVIATIONS,
        Format.SIGNED,
        9,
        "Whether price moved unusually far ahead of participation (above 0) or behind it (below 0). From 3.5 on it is "
        "marked: “price runs ahead of participation”, or behind it.",
        "The difference between the 28-day log change of price and that of the chosen metric, as a modified z-score "
        "(median and median absolute deviation) among the last 180 days. A weekly metric is compared with the price "
        "at each week's end. Missing where less than half of the 180 days are known.",
        "A price that always outruns participation is no news to it: it compares with the last 180 days only. A metric "
        "of small numbers jumps by itself, and one at zero has no log change.",
        (Grain.WEEK,),
        _divergence,
        examine_divergence,
        Needs(series=("price.usd",)),
        history=30,
        variants=(RAW, FILTERED),
        params=(Param("metric", "active.w", "Metric that price is compared with"),),
    ),
)
