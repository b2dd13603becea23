"""The archive's series as one thing: writing, reading, candles and quarantine behind the names that callers use."""

from __future__ import annotations

from watchlist.domain.instants import Instant
from watchlist.domain.network import SeriesKey
from watchlist.domain.series import Buckets, Candles, PointBatch, Points, Quarantined
from watchlist.store.candles import CandleShelf
from watchlist.store.database import Database
from watchlist.store.learning import Learning
from watchlist.store.names import Names
from watchlist.store.point_reading import PointReader
from watchlist.store.points import Appended, PointWriter
from watchlist.store.quarantine import Decision, Quarantine


class Series:
    """Series of points. ``end`` is exclusive; every writing method is one transaction or part of an open one."""

    def __init__(self, database: Database, names: Names, learning: Learning) -> None:
        self.writer = PointWriter(database, names, learning)
        self._reader = PointReader(database, names)
        self._candles = CandleShelf(database, names, learning)
        self._quarantine = Quarantine(database, self.writer)
        self.set_preference = self.writer.set_preference
        self.preference = self.writer.preference
        self.delete_manual = self.writer.delete_manual
        self.arrange = self.writer.arrange
        self.keys = self._reader.keys
        self.span = self._reader.span
        self.spans = self._reader.spans
        self.sources = self._reader.sources
        self.revisions = self._reader.revisions
        self.quarantine = self._quarantine.put
        self.decided = self._quarantine.decided

    def append(self, batch: PointBatch) -> Appended:
        """Store a batch of one series from one source. Raises StoreError."""
        return self.writer.append(batch)

    def append_candles(self, candles: Candles) -> Appended:
        """Store candles of one series from one source. Raises StoreError."""
        return self._candles.append(candles)

    def read(
        self,
        key: SeriesKey,
        start: Instant | None = None,
        end: Instant | None = None,
        as_known_on: Instant | None = None,
    ) -> Points:
        """Return the best known points of a series, or those that were known at an instant."""
        return self._reader.read(key, start, end, as_known_on)

    def buckets(
        self,
        key: SeriesKey,
        start: Instant,
        end: Instant,
        pixels: int,
        token: int = 0,
        as_known_on: Instant | None = None,
    ) -> Buckets:
        """Return a series bucketed to pixels: smallest, largest, first and last value of each; gaps stay gaps."""
        return self._reader.buckets(key, start, end, pixels, token, as_known_on)

    def candles(
        self, key: SeriesKey, start: Instant | None = None, end: Instant | None = None, source: str | None = None
    ) -> Candles | None:
        """Return the candles of one source: the named one, else the preferred one that has any in the span."""
        return self._candles.read(key, start, end, source)

    def quarantined(self, network: str | None = None, *, decided: bool = False) -> list[Quarantined]:
        """Return the points that wait for a decision; with ``decided``, the others too."""
        return self._quarantine.list(network, decided=decided)

    def decide(self, point: Quarantined, decision: Decision) -> None:
        """Release a quarantined point into its series, or drop it for good."""
        self._quarantine.decide(point, decision)
