"""Sections 5 and 6 again, with dictionaries and loops: concentration, rewards, verification."""

from __future__ import annotations

import math
from collections import defaultdict
from statistics import quantiles

from tests.unit.metrics.reference_patterns import DAY, Event


def shares_of(weights: list[float]) -> list[float]:
    held = [weight for weight in weights if weight > 0]
    total = math.fsum(held)
    return sorted((weight / total for weight in held), reverse=True)


def nakamoto(weights: list[float], percent: int) -> int:
    held = sorted((weight for weight in weights if weight > 0), reverse=True)
    total, sum_of_top = sum(held), 0.0
    for count, weight in enumerate(held, 1):
        sum_of_top += weight
        if sum_of_top * 100 > percent * total:
            return count
    raise AssertionError("nobody holds anything")


def gini(weights: list[float]) -> float:
    held = [weight for weight in weights if weight > 0]
    differences = math.fsum(abs(a - b) for a in held for b in held)
    return differences / (2 * len(held) * math.fsum(held))


def measures(weights: list[float]) -> dict[str, float] | None:
    shares = shares_of(weights)
    if not shares:
        return None
    effective = math.exp(-math.fsum(share * math.log(share) for share in shares if share > 0))
    return {
        "n": len(shares),
        "nakamoto_33": nakamoto(weights, 33),
        "nakamoto_50": nakamoto(weights, 50),
        "nakamoto_67": nakamoto(weights, 67),
        "gini": gini(weights),
        "hhi": math.fsum(share**2 for share in shares),
        "top_1": shares[0],
        "top_10": math.fsum(shares[:10]),
        "effective": effective,
        "evenness": effective / len(shares),
    }


def held_in(events: list[Event], first_day: int, end_day: int, amounts: bool) -> dict[int, float]:
    held: dict[int, float] = defaultdict(float)
    for event in events:
        if event.who >= 0 and first_day <= event.at // DAY < end_day:
            held[event.who] += (event.amount or 0.0) if amounts else 1.0
    return held


def rewarded(work: list[Event], paid: list[Event], first_day: int, end_day: int) -> tuple[int, int]:
    workers = set(held_in(work, first_day, end_day, amounts=False))
    winners = set(held_in(paid, first_day, end_day, amounts=False))
    return len(workers & winners), len(workers)


def percentile(values: list[float], share: float) -> float:
    if len(values) == 1:
        return values[0]
    return quantiles(values, n=100, method="inclusive")[round(share * 100) - 1]
