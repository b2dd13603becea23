"""Data that looks like a real network's, from a fixed seed: price, retention with its interval, gaps, an open week."""

from __future__ import annotations

import numpy as np

from watchlist.domain.arrays import Floats, frozen
from watchlist.domain.figures import MetricSeries
from watchlist.domain.findings import CohortMatrix, SurvivalCurve
from watchlist.domain.instants import DAY, parse_iso
from watchlist.domain.network import SeriesKey
from watchlist.domain.periods import Grain, periods_of_days
from watchlist.domain.series import Candles, Points
from watchlist.ui.chart.lifecycle import Lifecycle

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
    opened, high, low, close, volume = (frozen(a.astype(np.float64)) for a in (opened, high, low, close, volume))
    return Candles(
        KEY, "simulated", frozen(starts.astype(np.int64)), opened, high, low, close, volume, frozen(final), LAST
    )


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
        KEY,
        frozen(made.starts[keep]),
        frozen(made.close[keep]),
        frozen(made.final[keep]),
        zeros,
        ("simulated",),
        zeros,
        frozen(disputed),
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


def cohorts(weeks: int = 26, seed: int = 3) -> CohortMatrix:
    """Return a triangle of weekly cohorts; the first ones are small."""
    rng = np.random.default_rng(seed)
    last = int(periods_of_days(np.array([LAST // DAY]), Grain.WEEK)[0]) - 1
    sizes = np.maximum(8, (np.linspace(12, 380, weeks) * np.exp(rng.normal(0, 0.25, weeks))).astype(np.int64))
    ages = np.arange(weeks)
    level = 0.5 + 0.12 * np.sin(np.arange(weeks) / 5)
    shares = np.minimum(1, level[:, None] * (ages[None, :] + 1.0) ** -0.35 + rng.normal(0, 0.02, (weeks, weeks)))
    shares[:, 0] = 1
    shares = np.clip(shares, 0.01, 1)
    shares[ages[None, :] > weeks - 1 - np.arange(weeks)[:, None]] = np.nan
    active = np.where(np.isnan(shares), -1, np.nan_to_num(shares) * sizes[:, None]).astype(np.int64)
    half = 1.96 * np.sqrt(shares * (1 - shares) / sizes[:, None])
    return CohortMatrix(
        "meridian",
        Grain.WEEK,
        np.arange(last - weeks + 1, last + 1),
        sizes,
        ages,
        active,
        shares,
        np.clip(shares - half, 0, 1),
        np.clip(shares + half, 0, 1),
        sizes >= 20,
    )


def survival(weeks: int = 60) -> SurvivalCurve:
    """Return a falling curve of steps."""
    at = np.arange(weeks)
    share = 0.22 + 0.78 * np.exp(-at / 14.0)
    risk = (4200 * share * np.linspace(1, 0.2, weeks)).astype(np.int64)
    half = 1.96 * np.sqrt(share * (1 - share) / np.maximum(risk, 1))
    lost = np.maximum(0, -np.diff(np.append(share, share[-1])) * risk).astype(np.int64)
    return SurvivalCurve(
        "meridian",
        at,
        share,
        np.clip(share - half, 0, 1),
        np.clip(share + half, 0, 1),
        risk,
        lost,
        np.zeros(weeks, np.int64),
        4200,
        4,
        int(np.flatnonzero(share <= 0.5)[0]),
        13,
        16,
        True,
    )


def lifecycle(weeks: int = 52) -> Lifecycle:
    """Return growth accounting; the last week has not ended."""
    rng = np.random.default_rng(9)
    last = int(periods_of_days(np.array([LAST // DAY]), Grain.WEEK)[0])
    new = 90 + 50 * np.sin(np.arange(weeks) / 8) + rng.normal(0, 10, weeks)
    retained = np.linspace(280, 760, weeks) + rng.normal(0, 20, weeks)
    back = 30 + rng.normal(0, 6, weeks)
    churned = 80 + 35 * np.sin(np.arange(weeks) / 6 + 1) + rng.normal(0, 9, weeks)
    complete = np.ones(weeks, np.bool_)
    complete[-1] = False
    for column in (new, retained, back, churned):
        column[-1] *= 0.4
    new, retained, back, churned = (
        np.round(np.maximum(column, 1)).astype(np.float64) for column in (new, retained, back, churned)
    )
    quick = (new + back) / churned
    periods = np.arange(last - weeks + 1, last + 1, dtype=np.int64)
    return Lifecycle(Grain.WEEK, periods, new, retained, back, churned, quick, complete)
