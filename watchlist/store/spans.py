"""Up to where each stream was read, and where its source goes on. Advanced only with the rows of a span, in one job.

A failed fetch never comes here: what was not read leaves no span.
"""

from __future__ import annotations

from collections.abc import Sequence

from watchlist.domain.activity import ReadSpan, merge_spans
from watchlist.domain.network import StreamKey
from watchlist.store.database import Database
from watchlist.store.names import Names


class Spans:
    """Read spans and cursors of streams."""

    def __init__(self, database: Database, names: Names) -> None:
        self._database = database
        self._names = names

    def read(self, key: StreamKey) -> list[ReadSpan]:
        """Return what was read of a stream, oldest first, without overlaps."""
        rows = self._database.rows(
            "SELECT start, stop, first_mark, last_mark FROM spans WHERE stream = ? ORDER BY start, stop",
            self._names.streams().get(key, -1),
        )
        return [ReadSpan(*row) for row in rows]

    def add(self, key: StreamKey, span: ReadSpan) -> None:
        """Note that a stretch was read; it unites with those that it touches."""
        with self._database.transaction():
            self.replace(key, merge_spans([*self.read(key), span]))

    def replace(self, key: StreamKey, spans: Sequence[ReadSpan]) -> None:
        """Put these stretches in the place of all that were noted, as after a reorganisation."""
        with self._database.transaction():
            stream = self._names.make_stream(key)
            self._database.run("DELETE FROM spans WHERE stream = ?", stream)
            for span in merge_spans(list(spans)):
                self._database.run(
                    "INSERT INTO spans VALUES (?, ?, ?, ?, ?)",
                    stream,
                    span.start,
                    span.end,
                    span.first_mark,
                    span.last_mark,
                )

    def cursor(self, key: StreamKey) -> str:
        """Return where a stream's source goes on; empty where it has not begun."""
        row = self._database.row("SELECT cursor FROM streams WHERE id = ?", self._names.streams().get(key, -1))
        return str(row[0]) if row else ""

    def set_cursor(self, key: StreamKey, text: str) -> None:
        """Keep where a stream's source goes on."""
        with self._database.transaction():
            self._database.run("UPDATE streams SET cursor = ? WHERE id = ?", text, self._names.make_stream(key))
