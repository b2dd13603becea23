"""When things were learnt: never earlier than what is stored already, also when the clock was set back.

A clock that went back would otherwise make "as known on" show a value as known before the one that it replaced.
"""

# ruff: noqa: S608 - only names and numbers of our own are put into statements; values are bound

from __future__ import annotations

from watchlist.domain.instants import Instant, iso
from watchlist.store.database import Database


class Learning:
    """Remembers, per series and source, the newest time at which something was learnt."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._newest: dict[tuple[str, int], dict[int, Instant]] = {}
        database.rolled_back.append(self.forget)

    def forget(self) -> None:
        """Read again at the next question."""
        self._newest.clear()

    def sources(self, table: str, series: int) -> dict[int, Instant]:
        """Return the sources of a series and when each last told something new."""
        found = self._newest.get((table, series))
        if found is None:
            rows = self._database.rows(
                f"SELECT source, max(learnt_at) FROM {table} WHERE series = ? GROUP BY source",
                series,
            )
            found = self._newest[table, series] = dict(rows)
        return found

    def at(self, table: str, series: int, source: int, claimed: Instant, what: str) -> Instant:
        """Return when a batch counts as learnt: as claimed, but never before what is stored; that is noted."""
        newest = self.sources(table, series).get(source, claimed)
        if claimed >= newest:
            return claimed
        note(
            self._database,
            claimed,
            "clock set back",
            f"{what}: read at {iso(claimed)}, kept as learnt at {iso(newest)}, when older data had been stored.",
        )
        return newest

    def learnt(self, table: str, series: int, source: int, at: Instant) -> None:
        """Remember that something was stored."""
        known = self.sources(table, series)
        known[source] = max(at, known.get(source, at))


def note(database: Database, at: Instant, what: str, detail: str) -> None:
    """Keep something that the user should be able to find later; the same notice in a row is kept once."""
    last = database.row("SELECT what, detail FROM notices ORDER BY rowid DESC LIMIT 1")
    if last != (what, detail):
        database.run("INSERT INTO notices VALUES (?, ?, ?)", at, what, detail)
