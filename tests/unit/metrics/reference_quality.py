"""Sections 7 and 8 again, one week after another."""

from __future__ import annotations

import math
from itertools import pairwise


def quality(recurring: float, one_time: float, quick: float, evenness: float, gap: float) -> float:
    return 100 * (recurring + (1 - one_time) + min(1, quick / 2) + evenness + (1 - gap)) / 5


def hollow(active: list[float], recurring: list[float]) -> list[float]:
    made = []
    for week in range(len(active)):
        before = week - 8
        ends = (active[week], active[before], recurring[week], recurring[before]) if before >= 0 else (math.nan,)
        if any(math.isnan(value) for value in ends) or active[before] <= 0:
            made.append(math.nan)
        else:
            rose = active[week] - active[before] >= 0.2 * active[before]
            made.append(1.0 if rose and recurring[week] < recurring[before] else 0.0)
    return made


def points(share: float) -> float:
    knots = [(0.0, 0.0), (0.10, 25.0), (0.25, 50.0), (0.50, 80.0), (0.80, 100.0)]
    for (low, low_points), (high, high_points) in pairwise(knots):
        if share <= high:
            return low_points + (high_points - low_points) * (share - low) / (high - low)
    return 100.0


def score(pillars: list[float], weights: list[float]) -> float:
    there = [(pillar, weight) for pillar, weight in zip(pillars, weights, strict=True) if not math.isnan(pillar)]
    there = [(pillar, weight) for pillar, weight in there if weight > 0]
    if len(there) < 3:
        return math.nan
    if any(pillar == 0 for pillar, _ in there):
        return 0.0
    total = math.fsum(weight for _, weight in there)
    return math.exp(math.fsum(weight * math.log(pillar) for pillar, weight in there) / total)
