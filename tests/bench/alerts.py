"""How long looking at many rules takes after one refresh, and what one back-test takes.

``python -m tests.bench.alerts [--quick]``: rules on 500 assets with three years of daily values; every asset gets one
new closed day. Beside it the same work rule by rule, which must give the same firings.
"""

from __future__ import annotations

import resource
import statistics
import sys
import time

import numpy as np

from tests.bench.table import report
from watchlist.alerts.backtest import Line, back_test
from watchlist.alerts.batch import Case, evaluate_many, plan_of
from watchlist.alerts.conditions import CONDITIONS
from watchlist.alerts.evaluation import Evaluated, evaluate, pack, unpack
from watchlist.alerts.machine import Memory
from watchlist.alerts.rules import Operand, Rule, Subject, Test, Timing
from watchlist.alerts.truth import Track
from watchlist.domain.periods import Grain, period_ends

ASSETS = 500
DAYS = 3 * 365
SEED = 20_261_121
SIZES = (100, 1_000, 10_000, 100_000)
PLENTY = 10_000
TARGETS = {"rules_10000_ms": ("<=", 50.0), "back_test_ms": ("<=", 30.0), "memory_growth_mb": ("<=", 32.0)}
KINDS = tuple(key for key in CONDITIONS if key != "rank_changes")
OPERANDS = (Operand(text="price.last"), Operand(text="active.d"), Operand(text="stickiness"))


def histories() -> tuple[np.ndarray, np.ndarray]:
    """Return the ends of all days but for the newest, and values by asset, operand and day."""
    chance = np.random.default_rng(SEED)
    ends = period_ends(np.arange(20_000, 20_000 + DAYS + 1, dtype=np.int64), Grain.DAY)
    values = np.exp(chance.normal(0, 0.03, (ASSETS, len(OPERANDS), DAYS + 1)).cumsum(axis=2))
    return ends, values


def tracks(ends: np.ndarray, values: np.ndarray, count: int) -> list[dict[Operand, Track]]:
    """Return the tracks of all assets over the first days."""
    marks = np.zeros(count, np.int8)
    return [
        {operand: Track(ends[:count], of[at][:count], marks) for at, operand in enumerate(OPERANDS)} for of in values
    ]


def rules(count: int) -> list[Rule]:
    """Return rules of every condition with seeded numbers."""
    chance = np.random.default_rng(SEED + 1)
    made = []
    for at in range(count):
        key = KINDS[at % len(KINDS)]
        numbers: dict[str, float] = {}
        for one in CONDITIONS[key].parameters:
            if one.name == "periods":
                numbers[one.name] = 14.0
            elif one.name == "high":
                numbers[one.name] = numbers["low"] * 1.5
            elif one.name == "percent":
                numbers[one.name] = 25.0
            elif one.name == "score":
                numbers[one.name] = 6.0
            else:
                numbers[one.name] = float(chance.uniform(0.3, 3.0))
        test = Test(OPERANDS[at % len(OPERANDS)], key, numbers)
        made.append(Rule(f"r{at}", "R", Subject(network=f"a{at % ASSETS}"), test, Timing(noisy_after=0)))
    return made


def measured(count: int, ends: np.ndarray, values: np.ndarray, repeat: int) -> tuple[float, float, int]:
    """Return the milliseconds of one refresh for all rules together, for each alone, and how many fired."""
    made = rules(count)
    plans = [plan_of(rule) for rule in made]
    old, new = tracks(ends, values, DAYS), tracks(ends, values, DAYS + 1)
    started = int(ends[DAYS - 8])
    cases = [
        Case(rule, f"a{at % ASSETS}", "A", old[at % ASSETS], Memory(evaluated_to=started), plans[at])
        for at, rule in enumerate(made)
    ]
    now = int(ends[-1])
    for at in range(0, count, PLENTY):
        evaluate_many(cases[at : at + PLENTY], now)
    kept = [pack(case.memory) for case in cases]
    taken: list[float] = []
    fired = 0
    found: list[Evaluated | None] = []
    for _ in range(repeat):
        fresh = [
            Case(case.rule, case.network, "A", new[at % ASSETS], unpack(kept[at]), case.plan)
            for at, case in enumerate(cases)
        ]
        start = time.perf_counter()
        found = evaluate_many(fresh, now)
        taken.append((time.perf_counter() - start) * 1e3)
        fired = sum(len(one.firings) for one in found if one is not None)
    few = min(count, 500)
    start = time.perf_counter()
    alone = [
        evaluate(case.rule, case.network, "A", new[at % ASSETS], unpack(kept[at]), now)
        for at, case in enumerate(cases[:few])
    ]
    slow = (time.perf_counter() - start) * 1e3 * count / few
    if [one.firings for one in alone] != [() if one is None else one.firings for one in found[:few]]:
        raise AssertionError("together and alone differ")
    return min(taken), slow, fired


def back_test_time(ends: np.ndarray, values: np.ndarray) -> float:
    """Return the milliseconds of the slowest condition's back-test over all history."""
    history = tracks(ends, values, DAYS + 1)[0]
    line = Line("price", ends, values[0][0])
    worst = 0.0
    for rule in rules(len(KINDS)):
        one = {operand: history[operand] for operand in history}
        times = []
        for _ in range(5):
            start = time.perf_counter()
            back_test(rule, "a0", one, [line, line])
            times.append((time.perf_counter() - start) * 1e3)
        worst = max(worst, statistics.median(times))
    return worst


def main(argv: list[str]) -> int:
    """Measure and print."""
    quick = "--quick" in argv
    ends, values = histories()
    rows: list[list[object]] = []
    figures: dict[str, float] = {}
    for count in SIZES[:-1] if quick else SIZES:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        together, alone, fired = measured(count, ends, values, 3 if quick else 5)
        rows.append([count, together, 1000 * together / count, alone, fired])
        figures[f"rules_{count}_ms"] = together
        if count == PLENTY:
            measured(count, ends, values, 3)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            measured(count, ends, values, 3)
            figures["memory_growth_mb"] = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak) / 1024
            figures["memory_mb"] = (peak - before) / 1024
    figures["back_test_ms"] = back_test_time(ends, values)
    rows.append(["back-test, 3 years", figures["back_test_ms"], None, None, None])
    columns = ["rules", "one refresh ms", "µs a rule", "each alone ms", "fired"]
    report("alerts", columns, rows, figures, TARGETS)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
