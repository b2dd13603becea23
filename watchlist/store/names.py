"""Short numbers for long names: series, sources and streams are written millions of times as a number each.

The numbers are kept in memory while the archive is open; a transaction that did not happen makes them be read again.
"""

from __future__ import annotations

import json

from watchlist.domain.network import SeriesKey, StreamKey
from watchlist.store.database import Database

MANUAL = "manual"
"""The source of what the user entered by hand: it always wins."""


class Names:
    """Finds and gives numbers. Numbers are never given twice."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._series: dict[SeriesKey, int] | None = None
        self._preferences: dict[int, tuple[str, ...]] = {}
        self._sources: dict[str, int] | None = None
        self._streams: dict[StreamKey, int] | None = None
        database.rolled_back.append(self.forget)

    def forget(self) -> None:
        """Read everything again at the next question."""
        self._series = self._sources = self._streams = None

    def series(self) -> dict[SeriesKey, int]:
        """Return all series and their numbers."""
        if self._series is None:
            rows = self._database.rows("SELECT id, network, name, preference FROM series ORDER BY id")
            self._series = {SeriesKey(network, name): number for number, network, name, _ in rows}
            self._preferences = {number: tuple(json.loads(text)) for number, _, _, text in rows if text}
        return self._series

    def sources(self) -> dict[str, int]:
        """Return all sources and their numbers."""
        if self._sources is None:
            self._sources = {
                name: number for number, name in self._database.rows("SELECT id, name FROM sources ORDER BY id")
            }
        return self._sources

    def streams(self) -> dict[StreamKey, int]:
        """Return all streams and their numbers."""
        if self._streams is None:
            rows = self._database.rows("SELECT id, network, name FROM streams ORDER BY id")
            self._streams = {StreamKey(network, name): number for number, network, name in rows}
        return self._streams

    def make_series(self, key: SeriesKey) -> int:
        """Return a series' number, given now where it is new. Runs in a transaction."""
        known = self.series()
        if key not in known:
            number = len(known)
            self._database.run("INSERT INTO series VALUES (?, ?, ?, NULL)", number, key.network, key.name)
            known[key] = number
        return known[key]

    def make_source(self, name: str) -> int:
        """Return a source's number, given now where it is new. Runs in a transaction."""
        known = self.sources()
        if name not in known:
            number = len(known)
            self._database.run("INSERT INTO sources VALUES (?, ?)", number, name)
            known[name] = number
        return known[name]

    def make_stream(self, key: StreamKey) -> int:
        """Return a stream's number, given now where it is new. Runs in a transaction."""
        known = self.streams()
        if key not in known:
            number = len(known)
            self._database.run(
                "INSERT INTO streams VALUES (?, ?, ?, 0, NULL, NULL, 0, 0, false, '')", number, key.network, key.stream
            )
            known[key] = number
        return known[key]

    def preference(self, series: int) -> tuple[str, ...]:
        """Return the user's order of sources for a series; empty where there is none."""
        self.series()
        return self._preferences.get(series, ())

    def prefer(self, series: int, sources: tuple[str, ...]) -> None:
        """Keep the user's order of sources for a series. Runs in a transaction."""
        self._database.run("UPDATE series SET preference = ? WHERE id = ?", json.dumps(sources), series)
        self._preferences[series] = sources

    def ranks(self, series: int) -> dict[int, int]:
        """Return the place of each source for a series: by hand first, then the user's order, then first come."""
        order = [MANUAL, *self.preference(series)]
        known = self.sources()
        chosen = [known[name] for name in dict.fromkeys(order) if name in known]
        return {number: place for place, number in enumerate(dict.fromkeys([*chosen, *known.values()]))}
