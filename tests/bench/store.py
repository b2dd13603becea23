"""The store beside SQLite and plain DuckDB that do the same work without this program's guarantees, in one run.

``python -m tests.bench.store [--quick]``. Guarantees that the others lack here: exact references told apart, numbered
participants in the same transaction, revisions, a mark per batch, counters that agree with the rows.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import duckdb
import numpy as np

from tests.bench.table import report
from watchlist.domain.activity import EventBatch
from watchlist.domain.instants import HOUR
from watchlist.domain.network import SeriesKey, StreamKey
from watchlist.domain.series import Labels, PointBatch
from watchlist.store.archive import Archive
from watchlist.store.documents import Documents

STREAM = StreamKey("net", "use")
MILLION = 1_000_000
PEOPLE = 200_000
HOURS = 3 * 365 * 24
START = 1_600_000_000_000_000
TARGETS = {
    "append_1m_new_ms": ("<=", 1500.0),
    "append_1m_again_ms": ("<=", 1000.0),
    "append_1m_again_new_rows": ("<=", 0.0),
    "append_1m_new_at_10m_ms": ("<=", 1500.0),
    "append_1m_again_at_10m_ms": ("<=", 1000.0),
    "buckets_3y_hourly_ms": ("<=", 3.0),
    "open_10m_events_ms": ("<=", 60.0),
    "save_500_assets_ms": ("<=", 10.0),
}


def clock() -> int:
    """Return some fixed time."""
    return START


def timed(work: Callable[[], object], times: int = 1) -> float:
    """Return the median milliseconds of a piece of work."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begun) * 1000)
    return median(taken)


def batch_of(number: int, count: int) -> EventBatch:
    """Return events as a chain gives them: transaction hash and log index, 18 decimals, 200,000 participants."""
    rng = np.random.default_rng(number)
    digits = rng.bytes(30 * count).hex()
    references = np.empty(count, np.object_)
    references[:] = [f"0x{number:04x}{digits[row * 60 : row * 60 + 60]}:{row % 200}" for row in range(count)]
    people = min(PEOPLE, count)
    names = np.empty(people, np.object_)
    names[:] = [f"0x{one:040x}" for one in range(people)]
    instants = np.sort(rng.integers(0, 10**12, count)) + START + number * 10**12
    return EventBatch(
        STREAM, instants, Labels(rng.integers(0, people, count), names), references, None,
        rng.integers(1, 10**18, count), 18,
    )  # fmt: skip


def series_of() -> PointBatch:
    """Return three years of hourly points."""
    values = np.cumsum(np.random.default_rng(1).normal(size=HOURS)) + 100
    return PointBatch(SeriesKey("net", "s50"), "source", START + np.arange(HOURS) * HOUR, values, START)


def fill_to_ten_million(archive: Archive) -> None:
    """Bring an archive to 10 M events by SQL, since only its size matters here."""
    missing = 10 * MILLION - archive.events.count(STREAM)
    with archive.transaction():
        archive.database.run(
            "INSERT INTO events SELECT 0, $1 + i * 1000, i % $2, NULL, i, NULL, 18, hash(r), r, NULL, NULL, 900"
            " FROM (SELECT i, '0x' || md5(i::VARCHAR) || md5((-i)::VARCHAR) || ':' || i % 200 AS r"
            " FROM range($3) t(i))",
            START,
            PEOPLE,
            missing,
        )
        archive.database.run("UPDATE streams SET count = count + ?, mark = 900 WHERE id = 0", missing)
    archive.database.run("CHECKPOINT")


class Sqlite:
    """SQLite in its best layout for this: WAL, one transaction, names numbered in a dict, unique references."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.base = sqlite3.connect(path)
        self.base.executescript(
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-400000;"
            "CREATE TABLE events (reference TEXT PRIMARY KEY, instant INT, participant INT, amount INT) WITHOUT ROWID;"
            "CREATE TABLE participants (id INTEGER PRIMARY KEY, name TEXT UNIQUE);"
            "CREATE TABLE points (series INT, instant INT, value REAL, PRIMARY KEY (series, instant)) WITHOUT ROWID;"
            "CREATE TABLE documents (id TEXT PRIMARY KEY, body TEXT);"
        )

    def append(self, batch: EventBatch) -> None:
        """Insert what is new."""
        with self.base:
            self.base.executemany(
                "INSERT OR IGNORE INTO participants (name) VALUES (?)", ((n,) for n in batch.participants.names)
            )
            ids = dict(self.base.execute("SELECT name, id FROM participants"))
            table = [ids[name] for name in batch.participants.names]
            people = [table[code] for code in batch.participants.codes.tolist()]
            amounts: Any = batch.amounts
            rows = zip(batch.references.tolist(), batch.instants.tolist(), people, amounts.tolist(), strict=True)
            self.base.executemany("INSERT OR IGNORE INTO events VALUES (?, ?, ?, ?)", rows)

    def buckets(self, start: int, width: int) -> list[tuple[Any, ...]]:
        """Return buckets; first and last by the bare columns that SQLite gives beside min and max."""
        sql = (
            "SELECT (instant - ?) / ? AS b, min(value), max(value), min(instant), max(instant), count(*)"
            " FROM points WHERE series = 50 GROUP BY b"
        )
        return self.base.execute(sql, (start, width)).fetchall()


class Plain:
    """DuckDB as anyone would use it: arrays in, no uniqueness, names as text."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.base = duckdb.connect(str(path), config={"threads": "2"})
        self.base.execute("CREATE TABLE events (reference VARCHAR, instant BIGINT, participant VARCHAR, amount BIGINT)")
        self.base.execute("CREATE TABLE points (series INT, instant BIGINT, value DOUBLE)")

    def append(self, batch: EventBatch) -> None:
        """Insert everything."""
        names = batch.participants.names[batch.participants.codes]
        columns = {"r": batch.references, "i": batch.instants, "p": names, "a": batch.amounts}
        self.base.register("incoming", columns)
        self.base.execute("INSERT INTO events SELECT r, i, p, a FROM incoming")
        self.base.unregister("incoming")

    def buckets(self, start: int, width: int) -> object:
        """Return buckets."""
        sql = (
            "SELECT (instant - ?) // ? AS b, min(value), max(value), arg_min(value, instant), arg_max(value, instant),"
            " count(*) FROM points WHERE series = 50 GROUP BY b ORDER BY b"
        )
        return self.base.execute(sql, [start, width]).fetchnumpy()


def main(argv: Sequence[str]) -> None:
    """Run and report."""
    times = 15 if "--quick" in argv else 51
    with tempfile.TemporaryDirectory() as folder:
        rows, figures = measure(Path(folder), times)
    report("store", ("work", "Watchlist", "SQLite", "plain DuckDB", "unit"), rows, figures, TARGETS)


def measure(folder: Path, times: int) -> tuple[list[tuple[object, ...]], dict[str, float]]:
    """Return the table and the figures."""
    rows: list[tuple[object, ...]] = []
    figures: dict[str, float] = {}
    archive, sqlite, plain = Archive.open(folder / "a", clock), Sqlite(folder / "s.db"), Plain(folder / "p.duckdb")

    def row(
        work: str, unit: str, ours: float, theirs: float | None = None, bare: float | None = None, key: str = ""
    ) -> None:
        rows.append((work, ours, theirs, bare, unit))
        if key:
            figures[key] = ours

    first, small = batch_of(0, MILLION), batch_of(77, 1000)
    row("append 1 M new events, participants numbered", "ms", timed(lambda: archive.events.append(first)),
        timed(lambda: sqlite.append(first)), timed(lambda: plain.append(first)), "append_1m_new_ms")  # fmt: skip
    begun = time.perf_counter()
    again = archive.events.append(first)
    ours = (time.perf_counter() - begun) * 1000
    row("append the same 1 M again", "ms", ours, timed(lambda: sqlite.append(first)), None, "append_1m_again_ms")
    row("… rows that this added", "rows", float(again.new), 0.0, None, "append_1m_again_new_rows")
    row("append 1,000 new events, committed", "ms", timed(lambda: archive.events.append(small)),
        timed(lambda: sqlite.append(small)), timed(lambda: plain.append(small)), "append_1k_new_ms")  # fmt: skip
    archive.database.run("CHECKPOINT")
    sqlite.base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    plain.base.execute("CHECKPOINT")
    count = float(archive.events.count(STREAM))
    row("on disk, per event (66 characters of reference)", "bytes", archive.size() / count,
        sqlite.path.stat().st_size / count, plain.path.stat().st_size / count, "bytes_per_event")  # fmt: skip
    row("read 1 M events as arrays", "ms", timed(lambda: archive.events.read([STREAM]), 3), None, None, "read_1m_ms")

    points(archive, sqlite, plain)
    end, width = START + HOURS * HOUR, HOURS * HOUR // 1500
    key = SeriesKey("net", "s50")
    row("3 years hourly to 1,500 pixels", "ms", timed(lambda: archive.points.buckets(key, START, end, 1500), times),
        timed(lambda: sqlite.buckets(START, width), 5), timed(lambda: plain.buckets(START, width), times),
        "buckets_3y_hourly_ms")  # fmt: skip
    sql = "SELECT instant, value FROM points WHERE series = 50"
    row("3 years hourly, every point", "ms", timed(lambda: archive.points.read(key), times),
        timed(lambda: sqlite.base.execute(sql).fetchall(), 5),
        timed(lambda: plain.base.execute(sql).fetchnumpy(), times), "read_3y_hourly_ms")  # fmt: skip
    batch = PointBatch(key, "source", START + (HOURS + np.arange(24)) * HOUR, np.arange(24.0), START)
    row(
        "append 24 new points, committed",
        "ms",
        timed(lambda: archive.points.append(batch)),
        None,
        None,
        "append_24_points_ms",
    )

    document(folder, sqlite, row, times)

    fill_to_ten_million(archive)
    archive.close()

    def open_and_close() -> float:
        begun = time.perf_counter()
        opened = Archive.open(folder / "a", clock)
        taken = (time.perf_counter() - begun) * 1000
        opened.close()
        return taken

    bare = timed(lambda: duckdb.connect(str(folder / "a" / "archive.duckdb")).close(), 7)
    ours = median(open_and_close() for _ in range(7))
    row("open an archive of 10 M events", "ms", ours, None, bare, "open_10m_events_ms")
    with Archive.open(folder / "a", clock) as archive:
        more, few = batch_of(1, MILLION), batch_of(78, 1000)
        warm = timed(lambda: archive.events.append(few))
        row("first append to a stream of 10 M after opening", "ms", warm, key="first_append_at_10m_ms")
        row("append 1 M new to 10 M", "ms", timed(lambda: archive.events.append(more)), key="append_1m_new_at_10m_ms")
        row(
            "append the same 1 M again",
            "ms",
            timed(lambda: archive.events.append(more)),
            key="append_1m_again_at_10m_ms",
        )
        few = batch_of(79, 1000)
        row("append 1,000 new to 11 M", "ms", timed(lambda: archive.events.append(few)), key="append_1k_new_at_10m_ms")
    sqlite.base.close()
    plain.base.close()
    return rows, figures


def points(archive: Archive, sqlite: Sqlite, plain: Plain) -> None:
    """Store 100 series of three years, one after the other in days for the plain one, as they would arrive."""
    one = series_of()
    with archive.transaction():
        for number in range(100):
            archive.points.append(PointBatch(SeriesKey("net", f"s{number}"), "source", one.instants, one.values, START))
    archive.points.arrange(force=True)
    archive.database.run("CHECKPOINT")
    with sqlite.base:
        for number in range(100):
            rows = zip([number] * HOURS, one.instants.tolist(), one.values.tolist(), strict=True)
            sqlite.base.executemany("INSERT INTO points VALUES (?, ?, ?)", rows)
    plain.base.register("incoming", {"i": one.instants, "v": one.values})
    plain.base.execute(
        "INSERT INTO points SELECT s, i, v FROM incoming, range(100) t(s) ORDER BY i // 86400000000, s, i"
    )
    plain.base.unregister("incoming")
    plain.base.execute("CHECKPOINT")


def document(folder: Path, sqlite: Sqlite, row: Callable[..., None], times: int) -> None:
    """Save a list of 500 assets, and one entry in a table of 500."""
    import json

    assets = [f"network-{number:03d}" for number in range(500)]
    entry = {"title": "Everything", "members": assets, "groups": dict.fromkeys(assets, "group"), "position": 0}
    text = json.dumps(entry)

    def save_row() -> None:
        with sqlite.base:
            sqlite.base.execute("INSERT OR REPLACE INTO documents VALUES ('main', ?)", (text,))

    with Documents.open(folder / "d", clock) as documents:
        lists, notes = documents.table("lists"), documents.table("notes")
        row("save a list of 500 assets, fsynced", "ms", timed(lambda: lists.put("main", entry), times),
            timed(save_row, times), None, "save_500_assets_ms")  # fmt: skip
        notes.put_many({name: {"text": "A sentence about this asset. " * 4, "tags": ["a", "b"]} for name in assets})
        row("change one of 500 notes, fsynced", "ms", timed(lambda: notes.put("network-250", {"text": "new"}), times),
            key="change_one_of_500_ms")  # fmt: skip


if __name__ == "__main__":
    main(sys.argv[1:])
