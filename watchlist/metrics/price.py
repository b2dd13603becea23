"""Price next to the other numbers: growth of 1, log price, drawdown, volatility, averages, changes. Section 9.

Computed from one price per UTC day, the last known one. A day without a price is a gap. Nothing here looks ahead; only
growth of 1 and drawdown depend on where the history begins, and move when older history is added.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ints
from watchlist.domain.figures import Figure, MetricSeries, Missing
from watchlist.domain.instants import DAY
from watchlist.domain.periods import Grain
from watchlist.domain.series import Points
from watchlist.metrics.divergence import ENTRIES as DIVERGENCE_ENTRIES
from watchlist.metrics.inputs import RAW, NetworkInputs
from watchlist.metrics.leadlag import ENTRIES as LEADLAG_ENTRIES
from watchlist.metrics.metric import Call, Format, Metric, Needs, Unit
from watchlist.metrics.price_checks import disputes, outliers

PRICE = "price.usd"
VOLATILITY_DAYS = 28
_ENOUGH_SHARE = 0.75


@dataclass(frozen=True, slots=True, eq=False)
class Closes:
    """One value per UTC day, NaN in gaps. ``settled`` is false where sources disagree about the day's value."""

    days: Ints
    values: Floats
    complete: Flags
    settled: Flags


def closes(points: Points) -> Closes:
    """Return the last point of each day, from the first day to the last.

    Every day is complete that has ended when its last point was learnt.
    """
    if not len(points):
        flags = np.empty(0, np.bool_)
        return Closes(np.empty(0, np.int64), np.empty(0), flags, flags)
    days = points.instants // DAY
    last = np.flatnonzero(np.append(days[1:] != days[:-1], True))
    first_day = int(days[0])
    count = int(days[-1]) + 1 - first_day
    values, settled = np.full(count, np.nan), np.ones(count, np.bool_)
    at = days[last] - first_day
    values[at] = points.values[last]
    settled[at] = ~points.disputed[last]
    complete = np.ones(count, np.bool_)
    complete[-1] = bool(points.final[-1]) and int(points.learnt_at.max()) >= (first_day + count) * DAY
    return Closes(np.arange(first_day, first_day + count, dtype=np.int64), values, complete, settled)


def daily(inputs: NetworkInputs, name: str) -> Closes:
    """Return the daily values of a series, kept for all metrics."""
    found: Closes = inputs.kept(("closes", name), lambda: closes(inputs.points[name]))
    return found


# Pure arrays: one value per day in, one per day out


def growth_of_one(values: Floats) -> Floats:
    """Return what one unit of money became since the first known value."""
    known = np.flatnonzero(~np.isnan(values))
    return values / values[known[0]] if len(known) else values.copy()


def drawdown(values: Floats) -> Floats:
    """Return how far each value is below the highest so far: 0 at a high, -0.5 at half of it."""
    highest = np.fmax.accumulate(values) if len(values) else values
    below: Floats = values / highest - 1.0
    return below


def change(values: Floats, days: int) -> Floats:
    """Return the change against so many days before; missing where either end is."""
    changes = np.full(len(values), np.nan)
    if len(values) > days:
        changes[days:] = values[days:] / values[:-days] - 1.0
    return changes


def log_price(values: Floats) -> Floats:
    """Return the natural logarithm; missing where there is none."""
    logs: Floats = np.log(values, out=np.full(len(values), np.nan), where=values > 0)
    return logs


def moving_average(values: Floats, days: int) -> Floats:
    """Return the mean of the last so many days; missing where less than three quarters of them are known."""
    sums, count = _rolling_sums(values, days)
    enough = count >= np.ceil(days * _ENOUGH_SHARE)
    mean: Floats = np.divide(sums, count, out=np.full(len(values), np.nan), where=enough)
    return mean


def volatility(values: Floats, days: int = VOLATILITY_DAYS) -> Floats:
    """Return the standard deviation of the daily log changes of the last so many days, per day."""
    logs = log_price(values)
    changes = np.diff(logs, prepend=np.nan)
    known = changes[~np.isnan(changes)]
    middle = float(known.mean()) if len(known) else 0.0
    sums, count = _rolling_sums(changes - middle, days)
    squares, _ = _rolling_sums((changes - middle) ** 2, days)
    enough = count >= np.ceil(days * _ENOUGH_SHARE)
    safe = np.maximum(count, 2)
    variance = np.maximum(squares - sums * sums / safe, 0.0) / (safe - 1)
    return np.where(enough, np.sqrt(variance), np.nan)


def _rolling_sums(values: Floats, days: int) -> tuple[Floats, Ints]:
    """Return sums and counts of the known values of the last so many days."""
    known = ~np.isnan(values)
    sums = np.concatenate([[0.0], np.cumsum(np.where(known, values, 0.0))])
    counts = np.concatenate([[0], np.cumsum(known)])
    ends = np.arange(1, len(values) + 1)
    begins = np.maximum(ends - days, 0)
    return sums[ends] - sums[begins], counts[ends] - counts[begins]


# Series and figures


def _series(call: Call, name: str, compute: str, days: int = 0) -> MetricSeries:
    found = daily(call.inputs, name)
    if not len(found.days):
        return call.none(Missing.NOT_READ)
    make: dict[str, Callable[[Floats], Floats]] = {
        "last": lambda values: values.copy(),
        "growth": growth_of_one,
        "log": log_price,
        "drawdown": drawdown,
        "volatility": volatility,
        "average": partial(moving_average, days=days),
        "change": partial(change, days=days),
    }
    values = make[compute](found.values)
    return call.series(found.days.copy(), values, found.complete.copy(), enough=found.settled.copy())


def spot_figures(inputs: NetworkInputs, name: str = PRICE) -> dict[str, Figure]:
    """Return the newest price and its changes as of that very instant, not of the last whole day.

    A change needs a known price within a tenth of its span before the instant it looks back to.
    """
    points = inputs.points.get(name)
    if points is None or not len(points):
        return {}
    now, value = int(points.instants[-1]), float(points.values[-1])
    disputed = bool(points.disputed[-1])
    missing = Missing.DISPUTED if disputed else Missing.NONE
    network = inputs.network
    figures = {"price.last": Figure(network, "price.last", value, as_of=now, enough=not disputed, missing=missing)}
    for label, days in (("24h", 1), ("7d", 7), ("30d", 30)):
        at = int(np.searchsorted(points.instants, now - days * DAY, side="right")) - 1
        near = at >= 0 and now - days * DAY - int(points.instants[at]) <= days * DAY // 10
        key = f"price.change.{label}"
        if near and points.values[at] > 0:
            moved = value / float(points.values[at]) - 1.0
            figures[key] = Figure(network, key, moved, as_of=now, enough=not disputed, missing=missing)
        else:
            figures[key] = Figure(network, key, None, as_of=now, missing=Missing.NOT_ENOUGH)
    return figures


def _entry(
    key: str,
    title: str,
    unit: Unit,
    form: Format,
    words: tuple[str, str, str],
    compute: str,
    days: int = 0,
    name: str = PRICE,
) -> Metric:
    return Metric(
        key,
        title,
        unit,
        form,
        9,
        *words,
        (Grain.DAY,),
        partial(_series, name=name, compute=compute, days=days),
        needs=Needs(events=False, series=(name,)),
        history=max(1, days + 1),
        variants=(RAW,),
    )


_THIN = "A thin market: one small trade moves it. Days on which two sources disagree are drawn hollow."


def _change_entry(label: str, days: int) -> Metric:
    return _entry(
        f"price.change.{label}",
        f"Price change, {label.replace('h', ' h').replace('d', ' days')}",
        Unit.SHARE,
        Format.SIGNED,
        (
            "How much the price moved over the span.",
            f"Last price of the day over the one {days} day{'s' if days > 1 else ''} before, minus one, if both exist.",
            f"Where it starts decides: one odd day at the start bends the whole figure. {_THIN}",
        ),
        "change",
        days,
    )


def _average_entry(days: int) -> Metric:
    return _entry(
        f"price.ma.{days}d",
        f"Moving average, {days} days",
        Unit.USD,
        Format.MONEY,
        (
            "The price without its day-to-day noise.",
            f"Mean of the last {days} daily prices; missing where less than three quarters of them are known.",
            "It turns late by half of its span.",
        ),
        "average",
        days,
    )


ENTRIES: tuple[Metric, ...] = (
    _entry(
        "price.last",
        "Price",
        Unit.USD,
        Format.MONEY,
        (
            "The last price of each UTC day in US dollars.",
            "Last known point of the day of the preferred source.",
            _THIN,
        ),
        "last",
    ),
    _entry(
        "price.growth",
        "Growth of 1",
        Unit.RATIO,
        Format.DECIMAL,
        (
            "What 1 dollar at the first known price is worth.",
            "Daily price divided by the first known one. All values move when older history is added.",
            "A history that begins at a low flatters, one that begins at a high does the opposite.",
        ),
        "growth",
    ),
    _entry(
        "price.log",
        "Log price",
        Unit.RATIO,
        Format.DECIMAL,
        ("The price on a scale on which equal steps are equal percentages.", "Natural logarithm of the price.", _THIN),
        "log",
    ),
    _entry(
        "price.drawdown",
        "Drawdown",
        Unit.SHARE,
        Format.SIGNED,
        (
            "How far the price is below its highest so far.",
            "Daily price divided by the highest daily price up to that day, minus one.",
            "Highs within a day, and highs before the history begins, are not seen.",
        ),
        "drawdown",
    ),
    _entry(
        "price.volatility.28d",
        "Volatility, 28 days",
        Unit.SHARE,
        Format.PERCENT,
        (
            "How much the price typically moves in a day.",
            "Standard deviation of 28 daily log changes, per day, not annualised; at least 21 of them must be known.",
            "A price that is rarely updated looks calm.",
        ),
        "volatility",
        VOLATILITY_DAYS,
    ),
    *(_average_entry(days) for days in (7, 28, 90, 200)),
    *(_change_entry(label, days) for label, days in (("24h", 1), ("7d", 7), ("28d", 28), ("30d", 30))),
    _entry(
        "volume.last",
        "Trading volume",
        Unit.USD,
        Format.MONEY,
        (
            "What was traded in a day, as the source states it.",
            "Last known point of the day; most sources state the volume of the 24 hours before it.",
            "Volume is easily made up by trading with oneself.",
        ),
        "last",
        name="volume.usd",
    ),
    _entry(
        "market_cap.last",
        "Market value",
        Unit.USD,
        Format.MONEY,
        (
            "What all circulating tokens are worth at the last price, as the source states it.",
            "Last known point of the day.",
            "Sources count circulating supply differently, and a thin market cannot absorb that much.",
        ),
        "last",
        name="market_cap.usd",
    ),
    *DIVERGENCE_ENTRIES,
    *LEADLAG_ENTRIES,
)

__all__ = ["ENTRIES", "closes", "daily", "disputes", "outliers", "spot_figures"]
