"""The archive's events as one thing: writing and reading behind the names that callers use."""

from __future__ import annotations

from collections.abc import Sequence

from watchlist.domain.activity import EventBatch, EventTable
from watchlist.domain.instants import Instant
from watchlist.domain.network import StreamKey
from watchlist.store.database import Database
from watchlist.store.event_reading import EventReader
from watchlist.store.events import EventWriter
from watchlist.store.names import Names
from watchlist.store.participants import Participants
from watchlist.store.points import Appended


class Events:
    """Events of streams. ``end`` is exclusive; every writing method is one transaction or part of an open one."""

    def __init__(self, database: Database, names: Names, participants: Participants) -> None:
        self._writer = EventWriter(database, names, participants)
        self._reader = EventReader(database, names, participants)
        self.count = self._reader.count
        self.first_last = self._reader.first_last
        self.keys = self._reader.keys
        self.removals = self._reader.removals
        self.participant_names = self._reader.participant_names
        self.participant_ids = self._reader.participant_ids
        self.participant_count = participants.count
        self.exact = self._reader.exact

    def append(self, batch: EventBatch) -> Appended:
        """Store those events of a batch whose references are not stored yet. Raises StoreError."""
        return self._writer.append(batch)

    def remove(self, key: StreamKey, references: Sequence[str]) -> int:
        """Take back events that a reorganisation undid; return how many there were. Raises StoreError."""
        return self._writer.remove(key, references)

    def read(self, keys: Sequence[StreamKey], start: Instant | None = None, end: Instant | None = None) -> EventTable:
        """Return the events of some streams, sorted by instant."""
        return self._reader.read(keys, start, end)

    def read_after(self, keys: Sequence[StreamKey], mark: int) -> tuple[EventTable, int]:
        """Return what was appended to some streams after a mark, and the mark to ask with the next time."""
        return self._reader.read_after(keys, mark)
