"""Section 9 again, one day after another: price metrics, divergence, lead and lag by drawn shifts."""

from __future__ import annotations

import math
from itertools import pairwise
from statistics import mean, median, stdev

import numpy as np

Values = list[float]


def known(values: Values) -> Values:
    return [value for value in values if not math.isnan(value)]


def growth(values: Values) -> Values:
    base = next(iter(known(values)), math.nan)
    return [value / base for value in values]


def drawdown(values: Values) -> Values:
    return [value / max(known(values[: place + 1]), default=math.nan) - 1 for place, value in enumerate(values)]


def change(values: Values, days: int) -> Values:
    return [values[p] / values[p - days] - 1 if p >= days else math.nan for p in range(len(values))]


def moving_average(values: Values, days: int) -> Values:
    made = []
    for place in range(len(values)):
        window = known(values[max(0, place + 1 - days) : place + 1])
        made.append(mean(window) if len(window) >= math.ceil(0.75 * days) else math.nan)
    return made


def volatility(values: Values, days: int) -> Values:
    logs = [math.log(b / a) if not math.isnan(a + b) else math.nan for a, b in pairwise(values)]
    made = [math.nan]
    for place in range(len(logs)):
        window = known(logs[max(0, place + 1 - days) : place + 1])
        made.append(stdev(window) if len(window) >= math.ceil(0.75 * days) else math.nan)
    return made


def log_change(values: Values, steps: int) -> Values:
    made = []
    for place, value in enumerate(values):
        before = values[place - steps] if place >= steps else math.nan
        made.append(math.log(value / before) if value > 0 and before > 0 else math.nan)
    return made


def modified_z(values: Values, window: int) -> Values:
    made = []
    for place, value in enumerate(values):
        held = known(values[max(0, place + 1 - window) : place + 1])
        if math.isnan(value) or len(held) < window / 2:
            made.append(math.nan)
            continue
        middle = median(held)
        spread = median([abs(other - middle) for other in held])
        made.append(0.6745 * (value - middle) / spread if spread > 0 else math.nan)
    return made


def correlation(x: Values, y: Values) -> float:
    return float(np.corrcoef(x, y)[0, 1])


def p_value(x: Values, y: Values, draws: list[int]) -> float:
    found = abs(correlation(x, y))
    as_far = sum(abs(correlation(x, list(np.roll(y, shift)))) >= found - 1e-9 for shift in draws)
    return (1 + as_far) / (1 + len(draws))
