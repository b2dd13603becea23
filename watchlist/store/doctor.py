"""The archive's doctor: reads everything once, compares what must agree, repairs what can be repaired, compacts.

Every check is one line of a table; a repair is one transaction. Must never drop a row that is not a second copy.
"""

from __future__ import annotations

# ruff: noqa: S608 - only names of our own are put into statements
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from watchlist.domain.answers import Finding
from watchlist.domain.atomic_file import sync_folder
from watchlist.domain.errors import StoreError
from watchlist.store.database import Database
from watchlist.store.faults import file_edge

if TYPE_CHECKING:
    from watchlist.store.archive import Archive

FREE_SHARE = 0.25
"""So much of the file may lie unused before it is written anew."""
FREE_BYTES = 8_000_000


@dataclass(frozen=True, slots=True)
class Check:
    """``count`` finds how many rows are wrong, ``repair`` mends them; without repair it is only told."""

    what: str
    wrong: str
    count: str
    repair: tuple[str, ...] = ()


def _copies(table: str, same: str, keep: str) -> tuple[str, tuple[str, ...]]:
    """Return how to count and how to remove second copies of rows that may exist once."""
    ranked = f"SELECT rowid AS line, row_number() OVER (PARTITION BY {same} ORDER BY {keep}) AS copy FROM {table}"
    wrong = f"SELECT line FROM ({ranked}) WHERE copy > 1"
    return f"SELECT count(*) FROM ({wrong})", (f"DELETE FROM {table} WHERE rowid IN ({wrong})",)


REHASH_EVENTS = (
    "UPDATE events SET hash = hash(reference) WHERE hash <> hash(reference)",
    "UPDATE events SET linked_hash = hash(linked) WHERE linked_hash <> hash(linked)",
)
REHASH_PARTICIPANTS = ("UPDATE participants SET hash = hash(name) WHERE hash <> hash(name)",)
_TRUTH = (
    "(SELECT id, count(events.stream) AS n, min(instant) AS a, max(instant) AS b, max(events.mark) AS m"
    " FROM streams LEFT JOIN events ON events.stream = id GROUP BY id) AS truth"
)
_RIGHT = "count = n, first = a, last = b, mark = greatest(mark, coalesce(m, 0)), removals = removals + 1"
_OTHER = "count <> n OR first IS DISTINCT FROM a OR last IS DISTINCT FROM b OR mark < m"


def _checks() -> tuple[Check, ...]:
    return (
        Check("events", "stored twice; the first stays", *_copies("events", "stream, reference", "mark, rowid")),
        Check(
            "points",
            "stored twice; the newest stays",
            *_copies("points", "series, source, instant", "learnt_at DESC, rowid DESC"),
        ),
        Check("firings", "stored twice; the newest stays", *_copies("firings", "id", "rowid DESC")),
        Check("outbox", "queued twice; the first stays", *_copies("outbox", "channel, idempotency_key", "rowid")),
        Check(
            "events",
            "with a wrong short form of their reference",
            "SELECT count(*) FROM events WHERE hash <> hash(reference)",
            REHASH_EVENTS,
        ),
        Check(
            "participants",
            "with a wrong short form of their name",
            "SELECT count(*) FROM participants WHERE hash <> hash(name)",
            REHASH_PARTICIPANTS,
        ),
        Check(
            "streams",
            "whose count or span is not that of their events",
            f"SELECT count(*) FROM streams JOIN {_TRUTH} USING (id) WHERE {_OTHER}",
            (f"UPDATE streams SET {_RIGHT} FROM {_TRUTH} WHERE truth.id = streams.id AND ({_OTHER})",),
        ),
        _nameless("events", "participant", "participants", "participant >= 0"),
        _nameless("events", "stream", "streams", "true"),
        _nameless("points", "series", "series", "true"),
        _nameless("points", "source", "sources", "true"),
        Check("participants", "that share a name", "SELECT count(*) - count(DISTINCT name) FROM participants"),
        Check(
            "spans",
            "that end before they start",
            "SELECT count(*) FROM spans WHERE stop < start",
            ("DELETE FROM spans WHERE stop < start",),
        ),
    )


def _nameless(table: str, column: str, names: str, where: str) -> Check:
    return Check(
        table,
        f"whose {column} has no name",
        f"SELECT count(*) FROM {table} WHERE {where} AND {column} NOT IN (SELECT id FROM {names})",
    )


def examine(archive: Archive) -> list[Finding]:
    """Check, repair and compact. Raises StoreError only where the archive cannot be written at all."""
    database = archive.database
    findings = _unreadable(database)
    if findings:
        return findings
    for check in _checks():
        findings.extend(_apply(database, check))
    findings.extend(_judge_again(archive))
    if gone := archive.fetches.prune():
        findings.append(Finding("archive", f"{gone:,} old lines of the fetch ledger were added up.", repaired=True))
    if archive.points.arrange():
        findings.append(Finding("archive", "Points were sorted again, so that charts open fast.", repaired=True))
    findings.extend(compact(archive))
    findings.extend(Finding(what, detail, repaired=False) for _, what, detail in archive.notices()[:20])
    return findings


def compact(archive: Archive, *, force: bool = False) -> list[Finding]:
    """Write the file anew where much of it lies unused. Raises StoreError."""
    database = archive.database
    row = database.row("SELECT free_blocks * block_size, total_blocks * block_size FROM pragma_database_size()")
    free, total = (int(row[0]), int(row[1])) if row else (0, 0)
    if not force and (free < FREE_BYTES or free < FREE_SHARE * total):
        return []
    before = archive.size()
    fresh = database.path.with_name("archive.compact.new")
    _remove(fresh)
    try:
        quoted = str(fresh).replace("'", "''")
        database.run(f"ATTACH '{quoted}' AS fresh")
        try:
            database.run(f"COPY FROM DATABASE {database.name} TO fresh")
        finally:
            database.run("DETACH fresh")
        with database.at_rest() as path, file_edge(path):
            fresh.chmod(0o600)
            fresh.replace(path)
            sync_folder(path.parent)
    finally:
        _remove(fresh)
    after = archive.size()
    return [Finding("archive", f"Written anew: {before / 1e6:.1f} MB became {after / 1e6:.1f} MB.", repaired=True)]


def _unreadable(database: Database) -> list[Finding]:
    """Read every value of every table; damaged blocks are found by their checksums."""
    findings = []
    for (table,) in database.rows("SELECT table_name FROM duckdb_tables() WHERE NOT temporary ORDER BY table_name"):
        try:
            database.row(f"SELECT count(*), bit_xor(hash({table})) FROM {table}")
        except StoreError as error:
            findings.append(Finding(f"archive {table}", str(error), repaired=False, severity="error"))
    return findings


def _apply(database: Database, check: Check) -> list[Finding]:
    row = database.row(check.count)
    wrong = int(row[0]) if row else 0
    if not wrong:
        return []
    detail = f"{wrong:,} {check.what} {check.wrong}."
    if not check.repair:
        return [Finding(f"archive {check.what}", detail, repaired=False, severity="error")]
    with database.transaction():
        for statement in check.repair:
            database.run(statement)
    for forget in database.rolled_back:  # what is remembered of the rows may be wrong now
        forget()
    return [Finding(f"archive {check.what}", detail, repaired=True, severity="warning")]


def _judge_again(archive: Archive) -> list[Finding]:
    rows = archive.database.rows(
        "SELECT DISTINCT series FROM (SELECT series, instant FROM points GROUP BY series, instant"
        " HAVING count(*) FILTER (best) <> 1) ORDER BY series"
    )
    for (series,) in rows:
        with archive.database.transaction():
            archive.points.writer.judge(series, None, None, always=True)
    if not rows:
        return []
    return [
        Finding("archive points", f"{len(rows):,} series had no clear best value.", repaired=True, severity="warning")
    ]


def _remove(path: Path) -> None:
    with file_edge(path):
        path.unlink(missing_ok=True)
        path.with_name(path.name + ".wal").unlink(missing_ok=True)
