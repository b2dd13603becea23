"""What was asked of whom, and what came of it: one line per request, the last raw answer per endpoint, used budgets.

Old lines are added up per host before they go, so that every host ever contacted stays known. Never holds a key.
"""

# ruff: noqa: S608 - only names and numbers of our own are put into statements; values are bound

from __future__ import annotations

import zlib
from collections.abc import Mapping

from watchlist.domain.answers import RawAnswer
from watchlist.domain.fetches import GOOD, Fetch, HostUse, Outcome, SourceState
from watchlist.domain.instants import Instant
from watchlist.store.database import Database

LARGEST_ANSWER = 1_000_000
"""Bytes of a raw answer that are kept; what is beyond is cut off."""
MOST_LINES = 100_000
COLUMNS = "source, host, path, purpose, started, duration, status, received, digest, outcome, note, retry_at"
GOOD_ONES = ", ".join(f"'{outcome.value}'" for outcome in GOOD)
SUMS = """
SELECT host, count(*)::BIGINT AS requests, sum(received)::BIGINT AS received,
       string_agg(DISTINCT purpose, chr(31)) AS purposes, min(started) AS first, max(started) AS last
FROM fetches {where} GROUP BY host
"""


class FetchLedger:
    """The ledger of requests."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, fetch: Fetch, raw: bytes | None = None, endpoint: str = "") -> None:
        """Write a line, and keep the raw answer as the last one of its endpoint. Raises StoreError."""
        values = (
            fetch.source, fetch.host, fetch.path, fetch.purpose, fetch.started, fetch.duration, fetch.status,
            fetch.received, fetch.digest, fetch.outcome.value, fetch.note, fetch.retry_at,
        )  # fmt: skip
        with self._database.transaction():
            self._database.run("INSERT INTO fetches VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", *values)
            if raw is not None:
                name = endpoint or fetch.path
                self._database.run("DELETE FROM answers WHERE source = ? AND endpoint = ?", fetch.source, name)
                self._database.run(
                    f"INSERT INTO answers (endpoint, body, {COLUMNS}) VALUES (?, ?{', ?' * 12})",
                    name,
                    zlib.compress(raw[:LARGEST_ANSWER], 1),
                    *values,
                )

    def recent(self, source: str | None = None, limit: int = 500) -> list[Fetch]:
        """Return the newest lines, newest first."""
        rows = self._database.rows(
            f"SELECT {COLUMNS} FROM fetches WHERE source = $1 OR coalesce($1, '') = ''"
            " ORDER BY started DESC, rowid DESC LIMIT $2",
            source,
            limit,
        )
        return [_fetch(row) for row in rows]

    def hosts(self) -> list[HostUse]:
        """Return every host ever contacted, the most recent first."""
        rows = self._database.rows(
            "SELECT host, sum(requests)::BIGINT, sum(received)::BIGINT, string_agg(purposes, chr(31)), min(first),"
            " max(last), host NOT IN (SELECT host FROM switched_off)"
            f" FROM (SELECT * FROM hosts UNION ALL {SUMS.format(where='')})"
            " GROUP BY host ORDER BY max(last) DESC, host"
        )
        return [
            HostUse(host, requests, received, tuple(sorted(set(purposes.split("\x1f")))), first, last, enabled)
            for host, requests, received, purposes, first, last, enabled in rows
        ]

    def switch_host(self, host: str, *, enabled: bool) -> None:
        """Switch a host off or on again."""
        with self._database.transaction():
            self._database.run("DELETE FROM switched_off WHERE host = ?", host)
            if not enabled:
                self._database.run("INSERT INTO switched_off VALUES (?)", host)

    def switched_off(self) -> frozenset[str]:
        """Return the hosts that were switched off."""
        return frozenset(row[0] for row in self._database.rows("SELECT host FROM switched_off"))

    def last_answer(self, source: str, endpoint: str) -> tuple[Fetch, bytes] | None:
        """Return the last raw answer of an endpoint and the line that it came with."""
        row = self._database.row(
            f"SELECT body, {COLUMNS} FROM answers WHERE source = ? AND endpoint = ?", source, endpoint
        )
        return None if row is None else (_fetch(row[1:]), zlib.decompress(row[0]))

    def answers(self, source: str) -> list[RawAnswer]:
        """Return the last raw answers of a source, one per endpoint."""
        rows = self._database.rows(
            "SELECT endpoint, started, status, body, digest FROM answers WHERE source = ? ORDER BY endpoint", source
        )
        return [
            RawAnswer(source, endpoint, at, status, zlib.decompress(body), digest)
            for endpoint, at, status, body, digest in rows
        ]

    def states(self) -> list[SourceState]:
        """Return the newest outcome of each source and host; titles and quotas are the registry's to add."""
        rows = self._database.rows(
            f"SELECT source, host, max(started), max(started) FILTER (outcome IN ({GOOD_ONES})),"
            " arg_max(outcome, started), arg_max(note, started),"
            " arg_max(coalesce(retry_at, -1), started), host NOT IN (SELECT host FROM switched_off)"
            " FROM fetches GROUP BY source, host ORDER BY source, host"
        )
        return [
            SourceState(
                source, source, host, last_try, last_good, Outcome(outcome), note,
                None if retry_at < 0 else retry_at, enabled=enabled,
            )
            for source, host, last_try, last_good, outcome, note, retry_at, enabled in rows
        ]  # fmt: skip

    def budget(self, host: str, span: str) -> tuple[Instant, int] | None:
        """Return when the running budget span (``day``, ``month`` …) of a host began and what was used in it."""
        return self.budgets().get((host, span))

    def budgets(self) -> Mapping[tuple[str, str], tuple[Instant, int]]:
        """Return all running budgets by host and span."""
        rows = self._database.rows("SELECT host, span, start, used FROM budgets")
        return {(host, span): (start, used) for host, span, start, used in rows}

    def set_budget(self, host: str, span: str, start: Instant, used: int) -> None:
        """Keep what was used of a host's budget since the span began."""
        with self._database.transaction():
            self._database.run("DELETE FROM budgets WHERE host = ? AND span = ?", host, span)
            self._database.run("INSERT INTO budgets VALUES (?, ?, ?, ?)", host, span, start, used)

    def prune(self, keep: int = MOST_LINES) -> int:
        """Add up all but the newest lines per host and let them go; return how many went.

        The newest line and the newest good line of each source and host stay.
        """
        with self._database.transaction():
            row = self._database.row("SELECT rowid FROM fetches ORDER BY rowid DESC LIMIT 1 OFFSET ?", keep)
            if row is None:
                return 0
            last = row[0]
            self._database.run(
                "CREATE TEMP TABLE going AS SELECT rowid AS line FROM fetches WHERE rowid <= $1 AND rowid NOT IN ("
                "SELECT arg_max(rowid, started) FROM fetches GROUP BY source, host UNION ALL"
                f" SELECT arg_max(rowid, started) FROM fetches WHERE outcome IN ({GOOD_ONES}) GROUP BY source, host)",
                last,
            )
            gone = self._database.row("SELECT count(*) FROM going")
            where = "WHERE rowid IN (SELECT line FROM going)"
            self._database.run(f"INSERT INTO hosts {SUMS.format(where=where)}")
            self._database.run(f"DELETE FROM fetches {where}")
            self._database.run("DROP TABLE going")
            return int(gone[0]) if gone else 0


def _fetch(row: tuple[object, ...]) -> Fetch:
    values = list(row)
    values[9] = Outcome(str(values[9]))
    return Fetch(*values)  # type: ignore[arg-type]
