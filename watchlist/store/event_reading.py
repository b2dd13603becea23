"""Events as they are asked for: as numbers sorted by instant for the metrics, exact for the screen. Never writes."""

# ruff: noqa: S608 - only names and numbers of our own are put into statements; values are bound

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from watchlist.domain.activity import NOBODY, EventTable, ExactEvent
from watchlist.domain.arrays import Ids, frozen
from watchlist.domain.instants import Instant
from watchlist.domain.network import StreamKey
from watchlist.store.database import Column, Database
from watchlist.store.names import Names
from watchlist.store.participants import Participants

EARLIEST, LATEST = -(2**62), 2**62

NUMBERS = """
SELECT stream, instant, participant, coalesce(counterparty, -1)::INTEGER AS counterparty,
       coalesce(amount::DOUBLE, wide::DOUBLE, 'nan'::DOUBLE) / power(10.0, scale) AS amount {latency}
FROM events WHERE stream IN ({streams}) AND instant >= ? AND instant < ? AND mark > ?
"""

# The use event that a verify event points to may stand in any stream of the same network.
LATENCY = """, coalesce(instant - (SELECT min(used.instant) FROM events AS used
WHERE used.stream IN ({network}) AND used.stream <> events.stream AND used.hash = events.linked_hash
AND used.reference = events.linked), -1) AS latency"""


class EventReader:
    """Answers questions about events. ``end`` is always exclusive."""

    def __init__(self, database: Database, names: Names, participants: Participants) -> None:
        self._database = database
        self._names = names
        self._participants = participants

    def read(
        self, keys: Sequence[StreamKey], start: Instant | None = None, end: Instant | None = None, after: int = -1
    ) -> EventTable:
        """Return the events of some streams, sorted by instant; ``after`` leaves out what was there at a mark."""
        keys = tuple(keys)
        numbers = {self._names.streams()[key]: at for at, key in enumerate(keys) if key in self._names.streams()}
        if not numbers:
            return EventTable.none(*keys)
        latency = self._latency(keys)
        found = self._database.columns(
            NUMBERS.format(streams=_list(numbers), latency=latency),
            EARLIEST if start is None else start,
            LATEST if end is None else end,
            after,
        )
        instants = found["instant"]
        if len(instants) > 1 and not (instants[1:] >= instants[:-1]).all():
            order = np.argsort(instants, kind="stable")
            found = {name: column[order] for name, column in found.items()}
        table = np.zeros(max(numbers) + 1, np.int16)
        for number, at in numbers.items():
            table[number] = at
        return EventTable(
            keys,
            frozen(table[found["stream"]]),
            frozen(found["instant"]),
            frozen(found["participant"]),
            frozen(found["counterparty"]),
            frozen(found["amount"]),
            frozen(_known(found["latency"])) if latency else None,
        )

    def read_after(self, keys: Sequence[StreamKey], mark: int) -> tuple[EventTable, int]:
        """Return what was appended to some streams after a mark, and the mark to ask with the next time."""
        newest = [mark, *(self._stream(key, "mark", 0) for key in keys)]
        if max(newest) == mark:
            return EventTable.none(*keys), mark
        return self.read(keys, after=mark), max(newest)

    def removals(self, key: StreamKey) -> int:
        """Return how often events of a stream were taken back: when it grew, what was counted has to be redone."""
        return self._stream(key, "removals", 0)

    def count(self, key: StreamKey) -> int:
        """Return how many events a stream has."""
        return self._stream(key, "count", 0)

    def first_last(self, key: StreamKey) -> tuple[Instant, Instant] | None:
        """Return the instants of a stream's first and last event; None where there are none."""
        if not self.count(key):
            return None
        return self._stream(key, "first", 0), self._stream(key, "last", 0)

    def keys(self, network: str | None = None) -> list[StreamKey]:
        """Return the streams that have events, sorted."""
        rows = self._database.rows(
            "SELECT network, name FROM streams WHERE count > 0 AND (network = $1 OR $1 IS NULL) ORDER BY network, name",
            network,
        )
        return [StreamKey(*row) for row in rows]

    def participant_names(self, ids: Sequence[int] | Ids) -> list[str]:
        """Return the names of participants, in the order of their ids."""
        return self._participants.names(ids)

    def participant_ids(self, names: Sequence[str]) -> dict[str, int]:
        """Return the ids of those names that the archive knows."""
        return self._participants.ids(names)

    def exact(
        self, key: StreamKey, limit: int = 100, offset: int = 0, participant: int | None = None
    ) -> list[ExactEvent]:
        """Return events with exact amounts and references, newest first."""
        number = self._names.streams().get(key)
        if number is None:
            return []
        rows = self._database.rows(
            "SELECT instant, who.name, other.name, amount, wide, scale, reference, linked FROM"
            " (SELECT * FROM events WHERE stream = $1 AND (participant = $2 OR $2 IS NULL)"
            " ORDER BY instant DESC, reference LIMIT $3 OFFSET $4) AS page"
            " LEFT JOIN participants AS who ON who.id = participant"
            " LEFT JOIN participants AS other ON other.id = counterparty ORDER BY instant DESC, reference",
            number,
            participant,
            limit,
            offset,
        )
        return [
            ExactEvent(
                instant, who or "", other, int(wide) if wide is not None else amount, scale, reference, linked or ""
            )
            for instant, who, other, amount, wide, scale, reference, linked in rows
        ]

    def _stream(self, key: StreamKey, column: str, default: int) -> int:
        row = self._database.row(
            f"SELECT {column} FROM streams WHERE network = ? AND name = ?", key.network, key.stream
        )
        return int(row[0]) if row and row[0] is not None else default

    def _latency(self, keys: Sequence[StreamKey]) -> str:
        streams = self._names.streams()
        asked = _list(streams[key] for key in keys if key in streams)
        row = self._database.row(f"SELECT bool_or(linked) FROM streams WHERE id IN ({asked})")
        if not row or not row[0]:
            return ""
        networks = {key.network for key in keys}
        return LATENCY.format(network=_list(number for key, number in streams.items() if key.network in networks))


def _known(latencies: Column) -> Column:
    return np.where(latencies < 0, NOBODY, latencies).astype(np.int64)


def _list(numbers: Iterable[int]) -> str:
    return ", ".join(str(int(number)) for number in numbers)
