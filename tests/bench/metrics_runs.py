"""One task done by several programs: cohort matrix, growth accounting, active participants, recurrence, stickiness.

All of them get the same arrays and give the same ``Answers``; what differs is how.
"""

from __future__ import annotations

import ctypes
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from watchlist.domain.arrays import Ids, Ints
from watchlist.domain.instants import DAY
from watchlist.domain.periods import Grain, week_of_day
from watchlist.metrics import counting
from watchlist.metrics.activity_index import ActivityIndex
from watchlist.metrics.cohorts import cohort_counts
from watchlist.metrics.recurring import recurring_counts

WEEK = 7 * DAY
OVERLAP = 61  # weeks per mask word: 61 and the three before them make 64


@dataclass(frozen=True, eq=False)
class Answers:
    """Per week: the matrix (period, cohort), retained, recurring; per day: active, active in 28 days, stickiness."""

    matrix: Ints
    retained: Ints
    often: Ints
    ever: Ints
    daily: Ints
    rolling: Ints
    sticky: Ints

    def same(self, other: Answers) -> bool:
        """Say whether all numbers are equal."""
        return all(bool((getattr(self, f.name) == getattr(other, f.name)).all()) for f in fields(self))

    @classmethod
    def of(cls, **parts: Any) -> Answers:
        """Add the two that follow from the others: stickiness in whole millionths, and everything as integers."""
        daily, rolling = np.asarray(parts["daily"], np.int64), np.asarray(parts["rolling"], np.int64)
        total = np.concatenate([[0], np.cumsum(daily)])
        sticky = (total[28:] - total[:-28]) * 1_000_000 // (28 * rolling[27:])
        return cls(**{key: np.asarray(value, np.int64) for key, value in parts.items()}, sticky=sticky)


@dataclass(frozen=True, eq=False)
class Task:
    """Events, sorted by instant, of participants numbered in order of appearance; ``start`` is a Monday."""

    ids: Ids
    instants: Ints
    people: int
    start: int
    days: int

    @property
    def weeks(self) -> int:
        """The number of weeks."""
        return self.days // 7


def watchlist(task: Task) -> tuple[Answers, ActivityIndex]:
    """Build the index and compute everything from it."""
    index = ActivityIndex.build(task.ids, task.instants)
    return from_index(index, task), index


def from_index(index: ActivityIndex, task: Task) -> Answers:
    """Compute everything from an index."""
    first, last = task.start, task.start + task.days - 1
    week, newest = week_of_day(first), week_of_day(last)
    recurring = recurring_counts(index, 3, 4, week, newest)
    return Answers.of(
        matrix=cohort_counts(index, Grain.WEEK, week, newest),
        retained=counting.retained(index, Grain.WEEK, week, newest),
        often=recurring[:, 0],
        ever=recurring[:, 1],
        daily=counting.active(index, Grain.DAY, first, last),
        rolling=counting.active(index, Grain.ROLLING_28, first, last),
    )


def floor(folder: Path) -> Callable[[Task], Answers] | None:
    """Compile the C scan; None where there is no compiler."""
    compiler = shutil.which("gcc")
    if compiler is None:
        return None
    source, library = Path(__file__).with_name("metrics_floor.c"), folder / "floor.so"
    subprocess.run([compiler, "-O3", "-march=native", "-shared", "-fPIC", "-o", library, source], check=True)
    scan = ctypes.CDLL(str(library)).scan

    def run(task: Task) -> Answers:
        weeks = task.weeks
        out = {
            "matrix": np.zeros((weeks, weeks), np.int64),
            "retained": np.zeros(weeks, np.int64),
            "daily": np.zeros(task.days, np.int64),
            "rolling": np.zeros(task.days, np.int64),
            "often": np.zeros(weeks, np.int64),
            "ever": np.zeros(weeks, np.int64),
        }
        numbers = (len(task.ids), task.people, task.start, task.days)
        given = [array.ctypes.data_as(ctypes.c_void_p) for array in (task.ids, task.instants)]
        filled = [array.ctypes.data_as(ctypes.c_void_p) for array in out.values()]
        scan(*given, *(ctypes.c_int64(number) for number in numbers), *filled)
        return Answers.of(**out)

    return run


def load_duckdb(task: Task, path: str = ":memory:") -> duckdb.DuckDBPyConnection:
    """Put the events into a table, two threads; loading is not timed."""
    connection = duckdb.connect(path)
    connection.execute("SET threads = 2")
    connection.execute("SET enable_progress_bar = false")
    connection.execute("SET preserve_insertion_order = false")
    connection.execute("CREATE TABLE e (p INTEGER, t BIGINT)")
    appender = {"p": task.ids, "t": task.instants}
    connection.register("given", connection.from_arrow(arrow(appender)))
    connection.execute("INSERT INTO e SELECT p, t FROM given")
    connection.execute("CHECKPOINT")
    return connection


def arrow(columns: dict[str, Any]) -> Any:
    """Return columns as an Arrow table."""
    import pyarrow as pa

    return pa.table(columns)


def duckdb_tuned(task: Task, connection: duckdb.DuckDBPyConnection) -> Answers:
    """Run the fastest SQL found: person-days packed into 32 bits and sorted once, week masks of 64 bits per person."""
    weeks, start = task.weeks, task.start
    words = -(-weeks // OVERLAP)
    day, week = f"(t // {DAY} - {start})", f"((t // {DAY} - {start}) // 7)"
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE pd AS SELECT DISTINCT (p::UBIGINT * 2048 + {day})::UINTEGER AS k FROM e"
    )
    daily = _column(connection, "SELECT k & 2047, count(*) FROM pd GROUP BY 1", task.days)
    gaps = connection.execute(
        "SELECT (k & 2047)::INTEGER, least(28, CASE WHEN nk >> 11 = k >> 11 THEN nk - k ELSE 28 END)::INTEGER, count(*)"
        " FROM (SELECT k, lead(k) OVER (ORDER BY k) AS nk FROM pd) GROUP BY 1, 2"
    ).fetchnumpy()
    masks = ", ".join(
        f"bit_or(CASE WHEN w BETWEEN {OVERLAP * i - 3} AND {OVERLAP * i + 60} "
        f"THEN 1::UBIGINT << (w - {OVERLAP * i - 3})::UBIGINT ELSE 0 END) AS m{i}"
        for i in range(words)
    )
    connection.execute(
        f"CREATE OR REPLACE TEMP TABLE m AS SELECT p, min(w)::SMALLINT AS f, {masks} "
        f"FROM (SELECT p, {week}::INTEGER AS w FROM e) GROUP BY p"
    )
    pick = " ".join(f"WHEN w < {OVERLAP * (i + 1)} THEN m{i} >> (w - {OVERLAP * i})::UBIGINT" for i in range(words - 1))
    pick = f"CASE {pick} ELSE m{words - 1} >> (w - {OVERLAP * (words - 1)})::UBIGINT END" if words > 1 else "m0 >> w"
    table = connection.execute(
        "SELECT f, w, count(*) FILTER (WHERE x >= 8), count(*) FILTER (WHERE x >= 12), "
        f"count(*) FILTER (WHERE bit_count(x) >= 3), count(*) FROM (SELECT f, w, ({pick}) & 15 AS x "
        f"FROM m, range({weeks}) r(w) WHERE w >= f) WHERE x > 0 GROUP BY 1, 2"
    ).fetchall()
    cells = np.array(table, np.int64)
    matrix = np.zeros((weeks, weeks), np.int64)
    matrix[cells[:, 1], cells[:, 0]] = cells[:, 2]
    rest = [np.bincount(cells[:, 1], cells[:, column], weeks) for column in (3, 4, 5)]
    rolling = np.zeros(task.days + 29, np.int64)
    when, gap, held = (gaps[name] for name in gaps)
    np.add.at(rolling, when, held)
    np.add.at(rolling, when + gap, -held)
    rolling = np.cumsum(rolling)[: task.days]
    return Answers.of(matrix=matrix, retained=rest[0], often=rest[1], ever=rest[2], daily=daily, rolling=rolling)


def duckdb_plain(task: Task, connection: duckdb.DuckDBPyConnection) -> Answers:
    """Run the SQL that one would write first."""
    weeks, start = task.weeks, task.start
    run = connection.execute
    run(f"CREATE OR REPLACE TEMP TABLE pd AS SELECT DISTINCT p, (t // {DAY} - {start})::INTEGER AS d FROM e")
    run("CREATE OR REPLACE TEMP TABLE pw AS SELECT DISTINCT p, d // 7 AS w FROM pd")
    run("CREATE OR REPLACE TEMP TABLE f AS SELECT p, min(w) AS f FROM pw GROUP BY p")
    cells = np.array(run("SELECT w, f, count(*) FROM pw JOIN f USING (p) GROUP BY 1, 2").fetchall(), np.int64)
    matrix = np.zeros((weeks, weeks), np.int64)
    matrix[cells[:, 0], cells[:, 1]] = cells[:, 2]
    retained = _column(
        connection, "SELECT a.w, count(*) FROM pw a JOIN pw b ON a.p = b.p AND a.w = b.w + 1 GROUP BY 1", weeks
    )
    run(
        "CREATE OR REPLACE TEMP TABLE r AS SELECT w, count(*) FILTER (WHERE n >= 3) AS often, count(*) AS ever FROM "
        f"(SELECT p, w + i AS w, count(*) AS n FROM pw, range(4) r(i) WHERE w + i < {weeks} GROUP BY 1, 2) GROUP BY 1"
    )
    daily = _column(connection, "SELECT d, count(*) FROM pd GROUP BY 1", task.days)
    gaps = "SELECT d, lead(d, 1, 1000000) OVER (PARTITION BY p ORDER BY d) AS n FROM pd"
    rolling = np.zeros(task.days + 29, np.int64)
    for when, change in (("d", 1), ("least(d + 28, n)", -1)):
        for place, held in run(f"SELECT {when}, count(*) FROM ({gaps}) GROUP BY 1").fetchall():
            rolling[place] += change * held
    often, ever = (_column(connection, f"SELECT w, {name} FROM r", weeks) for name in ("often", "ever"))
    rolling = np.cumsum(rolling)[: task.days]
    return Answers.of(matrix=matrix, retained=retained, often=often, ever=ever, daily=daily, rolling=rolling)


def _column(connection: duckdb.DuckDBPyConnection, query: str, length: int) -> Ints:
    """Return a column by place."""
    out = np.zeros(length, np.int64)
    for place, value in connection.execute(query).fetchall():
        out[place] = value
    return out


def pandas(task: Task) -> Answers:
    """Do it with data frames of pandas."""
    import pandas as pd

    frame = pd.DataFrame({"p": task.ids, "d": (task.instants // DAY - task.start).astype(np.int16)})
    days = frame.drop_duplicates().sort_values(["p", "d"])
    weeks = days.assign(w=days["d"] // 7)[["p", "w"]].drop_duplicates()
    first = weeks.groupby("p")["w"].transform("min")
    matrix = np.zeros((task.weeks, task.weeks), np.int64)
    cells = weeks.groupby(["w", first.rename("f")]).size()
    matrix[cells.index.get_level_values(0), cells.index.get_level_values(1)] = cells.to_numpy()
    again = (weeks["p"] == weeks["p"].shift()) & (weeks["w"] == weeks["w"].shift() + 1)
    retained = np.bincount(weeks["w"][again], minlength=task.weeks)
    by_week = {week: group["p"] for week, group in weeks.groupby("w")}
    often, ever = np.zeros(task.weeks, np.int64), np.zeros(task.weeks, np.int64)
    for week in range(task.weeks):
        seen = pd.concat([by_week[w] for w in range(max(0, week - 3), week + 1)]).value_counts(sort=False)
        often[week], ever[week] = int((seen >= 3).sum()), len(seen)
    gap = days.groupby("p")["d"].shift(-1).fillna(30_000).astype(np.int64)
    ends = np.minimum(gap, days["d"].astype(np.int64) + 28).astype(np.int64)
    came = np.bincount(days["d"], minlength=task.days + 29)
    rolling = np.cumsum(came - np.bincount(ends, minlength=task.days + 29))[: task.days]
    return Answers.of(
        matrix=matrix, retained=retained, often=often, ever=ever, daily=came[: task.days], rolling=rolling
    )


def polars(task: Task) -> Answers:
    """Do it with data frames of polars."""
    import polars as pl

    day = (pl.col("t") // DAY - task.start).cast(pl.Int16).alias("d")
    days = pl.DataFrame({"p": task.ids, "t": task.instants}).select("p", day).unique().sort("p", "d")
    weeks = days.select("p", (pl.col("d") // 7).alias("w")).unique(maintain_order=True)
    cells = weeks.with_columns(pl.col("w").min().over("p").alias("f")).group_by("w", "f").len()
    matrix = np.zeros((task.weeks, task.weeks), np.int64)
    matrix[cells["w"].to_numpy(), cells["f"].to_numpy()] = cells["len"].to_numpy()
    before = pl.col("p").shift() == pl.col("p")
    retained = weeks.filter(before & (pl.col("w").shift() + 1 == pl.col("w")))["w"].to_numpy()
    spread = pl.concat([weeks.with_columns((pl.col("w") + offset).cast(pl.Int16).alias("w")) for offset in range(4)])
    held = spread.filter(pl.col("w") < task.weeks).group_by("p", "w").len()
    counted = held.group_by("w").agg((pl.col("len") >= 3).sum().alias("often"), pl.len().alias("ever"))
    often, ever = np.zeros(task.weeks, np.int64), np.zeros(task.weeks, np.int64)
    often[counted["w"].to_numpy()] = counted["often"].to_numpy()
    ever[counted["w"].to_numpy()] = counted["ever"].to_numpy()
    following = pl.when(pl.col("p").shift(-1) == pl.col("p")).then(pl.col("d").shift(-1)).otherwise(30_000)
    ends = days.select(pl.min_horizontal(following, pl.col("d") + 28).alias("end"))["end"].to_numpy()
    came = np.bincount(days["d"].to_numpy(), minlength=task.days + 29)
    rolling = np.cumsum(came - np.bincount(ends, minlength=task.days + 29))[: task.days]
    return Answers.of(
        matrix=matrix,
        retained=np.bincount(retained, minlength=task.weeks),
        often=often,
        ever=ever,
        daily=came[: task.days],
        rolling=rolling,
    )
