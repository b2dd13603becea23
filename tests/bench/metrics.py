"""How long the counts of participants take, beside databases, data frames and a scan in C, on the same events.

``python -m tests.bench.metrics [--quick]``: 10 million events of a million participants over three years, 50 million,
a survey of patterns, fifty small networks. --quick runs every peer once and leaves out the database in a file, what is
larger than 10 million events and the data frames. Nobody's time counts whose numbers differ from the others'. Times
are the best of several runs: what disturbs only makes them longer. ``…_cpu_ms`` is the processor's time of the same.

The events come from ``metrics_data`` and not from the simulated networks: those have 30 to 60 events a participant at
a million participants and take minutes to draw, so that 10 million events of a million participants do not exist there.
"""

from __future__ import annotations

import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from tests.bench import metrics_runs as runs
from tests.bench.metrics_catalog import NETWORKS, fresh, networks, whole_catalog
from tests.bench.metrics_data import DAYS, SEED, START, events, surveyed
from tests.bench.table import aligned, report
from watchlist.domain.instants import DAY
from watchlist.domain.periods import Grain, week_of_day
from watchlist.metrics import counting
from watchlist.metrics.activity_index import ActivityIndex
from watchlist.metrics.cohorts import cohort_counts
from watchlist.metrics.patterns.survey import survey
from watchlist.metrics.recurring import recurring_counts
from watchlist.metrics.timelines import period_sets

PER_DAY = 40_000
TARGETS = {
    "duckdb_tuned_ratio": (">=", 10.0),
    "pandas_ratio": (">=", 45.0),
    "floor_ratio": ("<=", 4.0),
    "matrix_ms": ("<=", 5.0),
    "one_day_ms": ("<=", 2.0),
    "one_day_duckdb_ratio": (">=", 50.0),
    "bytes_per_event": ("<=", 1.0),
    "survey_ms": ("<=", 1_500.0),
    "catalog_ms": ("<=", 300.0),
    "large_duckdb_ratio": (">=", 15.0),
    "large_memory_mb": ("<=", 1024.0),
}
LEFT_OUT_WHEN_QUICK = frozenset({"pandas_ratio", "large_duckdb_ratio", "large_memory_mb"})


def timed(work: Callable[[], Any], repeat: int) -> float:
    """Return the best time of several runs in milliseconds; what a run gives is dropped outside the clock."""
    taken = []
    for _ in range(repeat):
        start = time.perf_counter()
        held = work()
        taken.append((time.perf_counter() - start) * 1e3)
        del held
    return min(taken)


def timed_both(name: str, work: Callable[[], Any], repeat: int) -> dict[str, float]:
    """Return the best time and the least processor time of several runs."""
    wall, processor = [], []
    for _ in range(repeat):
        start, used = time.perf_counter(), time.process_time()
        held = work()
        wall.append((time.perf_counter() - start) * 1e3)
        processor.append((time.process_time() - used) * 1e3)
        del held
    return {f"{name}_ms": min(wall), f"{name}_cpu_ms": min(processor)}


def task_of(count: int, people: int) -> runs.Task:
    """Return seeded events as a task."""
    ids, instants = events(count, people)
    return runs.Task(ids, instants, people, START, DAYS)


def peers(task: runs.Task, folder: Path, quick: bool, frames: bool) -> tuple[list[list[object]], dict[str, float]]:
    """Run everybody on the same task; raises where anybody's numbers differ."""
    wanted, _ = runs.watchlist(task)
    few = 1 if quick else 3
    memory = runs.load_duckdb(task)
    file = None if quick else runs.load_duckdb(task, str(folder / f"{len(task.ids)}.duckdb"))
    others: dict[str, tuple[Callable[[], runs.Answers], int]] = {
        "watchlist": (lambda: runs.watchlist(task)[0], 9),
        "duckdb_tuned": (lambda: runs.duckdb_tuned(task, memory), few),
    }
    if not quick:
        others["duckdb_plain"] = (lambda: runs.duckdb_plain(task, memory), 1)
    if file is not None:
        others["duckdb_file"] = (lambda: runs.duckdb_tuned(task, file), few)
    floor = runs.floor(folder)
    if floor is not None:
        others["floor"] = (lambda: floor(task), 9)
    if frames:
        others |= {"polars": (lambda: runs.polars(task), 1), "pandas": (lambda: runs.pandas(task), 1)}
    rows: list[list[object]] = []
    figures: dict[str, float] = {}
    for name, (work, times) in others.items():
        start = time.perf_counter()
        found = work()
        first = (time.perf_counter() - start) * 1e3
        if not found.same(wanted):
            raise AssertionError(f"{name} gives other numbers")
        figures[f"{name}_ms"] = min([first, *([timed(work, times - 1)] if times > 1 else [])])
        again = timed(lambda: runs.watchlist(task)[0], 3)  # between the others, so that all meet the same machine
        figures["watchlist_ms"] = min(figures["watchlist_ms"], again)
    memory.close()
    if file is not None:
        file.close()
    ours = figures["watchlist_ms"]
    titles = {
        "watchlist": "watchlist, one thread",
        "duckdb_tuned": "DuckDB, tuned SQL, memory, two threads",
        "duckdb_file": "DuckDB, tuned SQL, file, two threads",
        "duckdb_plain": "DuckDB, plain SQL, memory, two threads",
        "floor": "C, one scan, packed bits",
        "polars": "polars",
        "pandas": "pandas",
    }
    for name in others:
        taken = figures[f"{name}_ms"]
        rows.append([f"{titles[name]} ({len(task.ids):,} events)", taken, taken / ours])
        if name != "watchlist":
            figures[f"{name}_ratio"] = ours / taken if name == "floor" else taken / ours
    return rows, figures


def kept(task: runs.Task, repeat: int) -> dict[str, float]:
    """Time what an index that is there already gives: the matrix alone, and its size on disk."""
    index = ActivityIndex.build(task.ids, task.instants)
    first, last = week_of_day(START), week_of_day(START + DAYS - 1)
    period_sets(index, Grain.WEEK, last)
    sets = index.memo["sets", Grain.WEEK]

    def matrix() -> Any:
        index.memo.clear()
        index.memo["sets", Grain.WEEK] = sets
        return cohort_counts(index, Grain.WEEK, first, last)

    size = len(index.to_bytes())
    return {
        "matrix_ms": timed(matrix, 3 * repeat),
        "to_bytes_ms": timed(index.to_bytes, 1),
        "bytes_per_event": size / len(task.ids),
    }


def one_day(task: runs.Task, folder: Path) -> dict[str, float]:
    """Time one more day of events and the newest figures, here and in a DuckDB table of states that commits."""
    _, index = runs.watchlist(task)
    memory = runs.load_duckdb(task, str(folder / "state.duckdb"))
    memory.execute(
        f"CREATE TABLE state AS SELECT p, min(t // {DAY})::INTEGER f, max(t // {DAY})::INTEGER l, "
        f"bit_or(CASE WHEN t // {DAY} > {START + DAYS - 61} THEN 1::UBIGINT << (t // {DAY} - {START + DAYS - 61})"
        "::UBIGINT ELSE 0 END) b FROM e GROUP BY p"
    )
    memory.execute("CREATE UNIQUE INDEX state_p ON state(p)")
    rng = np.random.default_rng(SEED + 1)
    ours, theirs, people = [], [], task.people
    for number in range(20):
        day = START + DAYS + number
        fresh = np.arange(people, people + PER_DAY // 40, dtype=np.int32)
        people += len(fresh)
        old = rng.integers(task.people // 2, task.people, PER_DAY - len(fresh)).astype(np.int32)
        who = rng.permutation(np.concatenate([fresh, old]))
        when = day * DAY + np.sort(rng.integers(0, DAY, PER_DAY))
        start = time.perf_counter()
        index.add(who, when)
        found = newest(index, day)
        ours.append((time.perf_counter() - start) * 1e3)
        if number < 4:
            start = time.perf_counter()
            other = state_day(memory, runs.Task(who, when, people, START, DAYS), day, number)
            theirs.append((time.perf_counter() - start) * 1e3)
            if other != found[:2]:
                raise AssertionError("the state table gives other numbers")
    memory.close()
    return {
        "one_day_ms": min(ours),
        "one_day_duckdb_ms": min(theirs),
        "one_day_duckdb_ratio": min(theirs) / min(ours),
    }


def newest(index: ActivityIndex, day: int) -> tuple[int, ...]:
    """Compute the newest figures: active per day, 28 days and week, growth, retention, recurring."""
    week = week_of_day(day)
    recurring = recurring_counts(index, 3, 4, week, week)[0]
    cohorts = cohort_counts(index, Grain.WEEK, week - 12, week)[-1]
    return (
        int(counting.active(index, Grain.DAY, day, day)[0]),
        int(counting.active(index, Grain.ROLLING_28, day, day)[0]),
        int(counting.active(index, Grain.WEEK, week, week)[0]),
        int(counting.retained(index, Grain.WEEK, week, week)[0]),
        int(counting.new(index, Grain.WEEK, week, week)[0]),
        *cohorts.tolist(),
        *recurring.tolist(),
    )


def state_day(connection: Any, batch: runs.Task, day: int, shift: int) -> tuple[int, ...]:
    """Bring a table of one row per participant up to date, commit, and ask it for the active ones."""
    bit = f"1::UBIGINT << {60 + shift}"
    connection.register("batch", connection.from_arrow(runs.arrow({"p": batch.ids})))
    connection.execute(
        f"BEGIN; INSERT INTO state SELECT DISTINCT p, {day}, {day}, {bit} FROM batch "
        f"ON CONFLICT (p) DO UPDATE SET l = {day}, b = state.b | excluded.b; COMMIT"
    )
    row = connection.execute(
        f"SELECT count(*) FILTER (WHERE l = {day}), count(*) FILTER (WHERE l > {day - 28}), "
        "count(*) FILTER (WHERE bit_count(b >> 32) >= 3) FROM state"
    ).fetchall()[0]
    return int(row[0]), int(row[1])


def growth(sizes: list[int], repeat: int) -> tuple[list[list[object]], list[str]]:
    """Show how cost grows with events, as table and chart."""
    rows: list[list[object]] = []
    for count in sizes:
        task = task_of(count, count // 10)
        taken = timed(lambda task=task: runs.watchlist(task), repeat)  # type: ignore[misc]
        rows.append([f"{count:,} events, {count // 10:,} participants", taken, taken * 1e6 / count])
    widest = max(float(str(row[1])) for row in rows)
    bars = [f"{row[0]!s:<42} {'█' * max(1, round(60 * float(str(row[1])) / widest))}" for row in rows]
    return rows, bars


def surveys(quick: bool) -> dict[str, float]:
    """Time all pattern indicators over a million participants."""
    streams, table = surveyed(10_000_000, 1_000_000)
    horizon = (START + DAYS) * DAY
    return timed_both("survey", lambda: survey("bench", streams, table, horizon), 2 if quick else 5)


def catalogs(repeat: int) -> dict[str, float]:
    """Time every series of the catalog of fifty networks, nothing kept from the run before."""
    every = networks()
    wall, processor = [], []
    for _ in range(repeat):
        inputs = [fresh(each) for each in every]
        start, used = time.perf_counter(), time.process_time()
        whole_catalog(inputs)
        wall.append((time.perf_counter() - start) * 1e3)
        processor.append((time.process_time() - used) * 1e3)
    held = sum(len(each.events((), None, None)) for each in every) / len(every)
    return {"catalog_ms": min(wall), "catalog_cpu_ms": min(processor), "catalog_events_per_network": held}


def large() -> tuple[list[list[object]], dict[str, float]]:
    """Do the same with 50 million events of a million participants, beside the tuned SQL."""
    task = task_of(50_000_000, 1_000_000)
    memory = runs.load_duckdb(task)
    theirs = runs.duckdb_tuned(task, memory)
    duckdb_ms = timed(lambda: runs.duckdb_tuned(task, memory), 2)
    ours = timed(lambda: runs.watchlist(task), 3)
    memory.close()
    tracemalloc.start()  # numpy tells it what it allocates: an upper bound, also of pages that are never written
    found, _ = runs.watchlist(task)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    if not theirs.same(found):
        raise AssertionError("DuckDB gives other numbers")
    rows: list[list[object]] = [
        [f"watchlist, one thread ({len(task.ids):,} events)", ours, 1.0],
        [f"DuckDB, tuned SQL, memory, two threads ({len(task.ids):,} events)", duckdb_ms, duckdb_ms / ours],
    ]
    return rows, {
        "large_ms": ours,
        "large_duckdb_ms": duckdb_ms,
        "large_duckdb_ratio": duckdb_ms / ours,
        "large_memory_mb": (peak + task.ids.nbytes + task.instants.nbytes) / 2**20,
    }


def main(argv: list[str]) -> int:
    """Run the benchmark."""
    quick = "--quick" in argv
    count = 10_000_000
    targets = {key: target for key, target in TARGETS.items() if not (quick and key in LEFT_OUT_WHEN_QUICK)}
    figures = catalogs(3 if quick else 15) | surveys(quick)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        task = task_of(count, count // 10)
        rows, found = peers(task, folder, quick, frames=not quick)
        figures |= found | kept(task, 7) | one_day(task, folder)
        figures |= timed_both("run", lambda task=task: runs.watchlist(task), 3 if quick else 9)  # type: ignore[misc]
        del task
        if not quick:
            more, found = large()
            rows += more
            figures |= found
    sizes = [300_000, 1_000_000, 3_000_000] if quick else [1_000_000, 3_000_000, 10_000_000, 30_000_000]
    grown, bars = growth(sizes, 3)
    for row in grown:
        figures[f"growth_{row[0]!s}".split(" ", 1)[0].replace(",", "") + "_ms"] = float(str(row[1]))
    lines = ["How cost grows", "", *aligned(("events", "ms", "ns an event"), grown), "", *bars, ""]
    sys.stdout.write("\n".join(lines) + "\n")
    rows += [
        ["matrix alone, from the index", figures["matrix_ms"], None],
        [f"one more day ({PER_DAY:,} events) and the newest figures", figures["one_day_ms"], None],
        ["the same in a DuckDB state table, committed", figures["one_day_duckdb_ms"], figures["one_day_duckdb_ratio"]],
        ["pattern indicators (10,000,000 events, 1,000,000 participants)", figures["survey_ms"], None],
        [f"{NETWORKS} networks × whole catalog on daily data", figures["catalog_ms"], None],
        ["bytes per event on disk", figures["bytes_per_event"], None],
    ]
    report("metrics", ("what", "ms", "times watchlist"), rows, figures, targets)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
