"""Data that looks like a real network's, from a fixed seed: price, retention with its interval, gaps, an open week."""

from __future__ import annotations

import numpy as np

from watchlist.domain.arrays import Floats, frozen
from watchlist.domain.figures import MetricSeries
from watchlist.domain.instants import DAY, instant_of, parse_iso
from watchlist.domain.network import SeriesKey
from watchlist.domain.periods import Grain, periods_of_days
from watchlist.domain.series import Candles, Points

LAST = parse_iso("2026-11-18T00:00:00Z")
KEY = SeriesKey("meridian", "price")


def candles(days: int = 900, seed: int = 4) -> Candles:
    """Return daily candles of a token."""
    rng = np.random.default_rng(seed)
    steps = rng.normal(0.0006, 0.035, days) + 0.012 * np.sin(np.arange(days) / 70)
    close = 6.2 * np.exp(np.cumsum(steps - steps.mean() + 0.0007))
    opened = np.concatenate([[close[0]], close[:-1]]) * np.exp(rng.normal(0, 0.004, days))
    high = np.maximum(opened, close) * np.exp(np.abs(rng.normal(0, 0.014, days)))
    low = np.minimum(opened, close) * np.exp(-np.abs(rng.normal(0, 0.014, days)))
    volume = 2.4e6 * np.exp(rng.normal(0, 0.5, days) + 9 * np.abs(steps))
    volume[200:212] = np.nan
    starts = LAST - (days - 1 - np.arange(days)) * DAY
    final = np.ones(days, np.bool_)
    final[-1] = False
    arrays = [frozen(a) for a in (starts.astype(np.int64), opened, high, low, close, volume)]
    return Candles(KEY, "simulated", *arrays, frozen(final), LAST)


def price(days: int = 900, seed: int = 4) -> Points:
    """Return the closing prices as points, with a hole and two disputed values."""
    made = candles(days, seed)
    keep = np.ones(days, np.bool_)
    keep[days // 2 : days // 2 + 26] = False
    count = int(keep.sum())
    disputed = np.zeros(count, np.bool_)
    disputed[[count - 90, count - 60]] = True
    zeros = frozen(np.zeros(count, np.int64))
    return Points(
        KEY, frozen(made.starts[keep]), frozen(made.close[keep]), frozen(made.final[keep]), zeros, ("simulated",),
        zeros, frozen(disputed),
    )


def weekly(metric: str, level: float, spread: float, seed: int, weeks: int = 128, shift: float = 0.0) -> MetricSeries:
    """Return a weekly share with its interval, a hole, small first cohorts and an open last week."""
    rng = np.random.default_rng(seed)
    last = int(periods_of_days(np.array([LAST // DAY]), Grain.WEEK)[0])
    periods = np.arange(last - weeks + 1, last + 1)
    drift = np.cumsum(rng.normal(0, spread / 9, weeks))
    drift -= np.linspace(0, drift[-1], weeks)
    values = np.clip(level + shift * np.linspace(0, 1, weeks) + drift + rng.normal(0, spread / 5, weeks), 0.02, 0.98)
    n = np.maximum(6, (np.linspace(9, 420, weeks) * np.exp(rng.normal(0, 0.18, weeks))).astype(np.int64))
    half = 1.96 * np.sqrt(values * (1 - values) / n)
    values[60:63] = np.nan
    complete = np.ones(weeks, np.bool_)
    complete[-1] = False
    values[-1] *= 0.45
    low, high = np.clip(values - half, 0, 1), np.clip(values + half, 0, 1)
    return MetricSeries(
        "meridian", metric, Grain.WEEK, periods.astype(np.int64), values, low, high, n, complete, n >= 20
    )


def walk(count: int, seed: int) -> tuple[Floats, Floats]:
    """Return a plain random walk over three years."""
    rng = np.random.default_rng(seed)
    span = 3 * 365 * DAY
    x = np.linspace(LAST - span, LAST, count)
    return x, 100 + np.cumsum(rng.normal(0, 30 / np.sqrt(count), count))


__all__ = ["KEY", "LAST", "candles", "instant_of", "price", "walk", "weekly"]
