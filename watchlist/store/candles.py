"""Candles of series: open, high, low, close and volume per period and source, kept by the same rules as points."""

# ruff: noqa: S608 - only names and numbers of our own are put into statements; values are bound

from __future__ import annotations

import numpy as np

from watchlist.domain.arrays import frozen
from watchlist.domain.instants import Instant
from watchlist.domain.network import SeriesKey
from watchlist.domain.series import Candles
from watchlist.store.database import Columns, Database
from watchlist.store.learning import Learning
from watchlist.store.names import Names
from watchlist.store.points import Appended, Comparison, compare

PARTS = ("open", "high", "low", "close", "volume")
EARLIEST, LATEST = -(2**62), 2**62


class CandleShelf:
    """Writes and reads candles. Candles of two sources are never mixed in one answer."""

    def __init__(self, database: Database, names: Names, learning: Learning) -> None:
        self._database = database
        self._names = names
        self._learning = learning

    def append(self, candles: Candles) -> Appended:
        """Store candles; a changed final candle is kept beside its newer version. Raises StoreError."""
        with self._database.transaction():
            series, source = self._names.make_series(candles.key), self._names.make_source(candles.source)
            fresh, refused = _cleaned(candles)
            starts = fresh["start"]
            if not len(starts):
                return Appended(rejected=refused)
            learnt = self._learning.at("candles", series, source, candles.learnt_at, f"candles of {candles.key}")
            old = self._database.columns(
                "SELECT start, open, high, low, close, coalesce(volume, 'nan'::DOUBLE) AS volume, final FROM candles"
                " WHERE series = ? AND source = ? AND start BETWEEN ? AND ? ORDER BY start",
                series,
                source,
                int(starts[0]),
                int(starts[-1]),
            )
            found = compare(
                starts, [fresh[part] for part in PARTS], fresh["final"], old["start"], [old[part] for part in PARTS],
                old["final"],
            )  # fmt: skip
            self._write(series, source, fresh, found, learnt)
            return Appended(
                len(found.new), found.same, len(found.revised), refused + found.refused, len(found.replaced)
            )

    def read(
        self, key: SeriesKey, start: Instant | None = None, end: Instant | None = None, source: str | None = None
    ) -> Candles | None:
        """Return the candles of one source: the named one, else the preferred one that has any in the span."""
        series = self._names.series().get(key)
        if series is None:
            return None
        low, high = EARLIEST if start is None else start, LATEST if end is None else end
        number = self._choose(series, low, high, source)
        if number is None:
            return None
        found = self._database.columns(
            "SELECT start, open, high, low, close, coalesce(volume, 'nan'::DOUBLE) AS volume, final, learnt_at"
            " FROM candles WHERE series = ? AND source = ? AND start >= ? AND start < ? ORDER BY start",
            series,
            number,
            low,
            high,
        )
        if not len(found["start"]):
            return None
        name = next(name for name, known in self._names.sources().items() if known == number)
        return Candles(
            key,
            name,
            frozen(found["start"]),
            frozen(found["open"]),
            frozen(found["high"]),
            frozen(found["low"]),
            frozen(found["close"]),
            frozen(found["volume"]),
            frozen(found["final"]),
            int(found["learnt_at"].max()),
        )

    def _choose(self, series: int, low: Instant, high: Instant, source: str | None) -> int | None:
        if source is not None:
            return self._names.sources().get(source)
        rows = self._database.rows(
            "SELECT DISTINCT source FROM candles WHERE series = ? AND start >= ? AND start < ?", series, low, high
        )
        ranks = self._names.ranks(series)
        return min((row[0] for row in rows), key=lambda number: ranks.get(number, len(ranks)), default=None)

    def _write(self, series: int, source: int, fresh: Columns, found: Comparison, learnt: Instant) -> None:
        if len(found.new):
            self._database.room()
            with self._database.incoming(**{name: column[found.new] for name, column in fresh.items()}):
                self._database.run(
                    "INSERT INTO candles SELECT ?, ?, start, open, high, low, close, volume, final, ? FROM incoming",
                    series,
                    source,
                    learnt,
                )
        changed = np.concatenate([found.revised, found.replaced])
        if len(changed):
            revised = np.arange(len(changed)) < len(found.revised)
            rows = {name: column[changed] for name, column in fresh.items()}
            same_row = "candles.series = ? AND candles.source = ? AND candles.start = incoming.start"
            with self._database.incoming(**rows, revised=revised):
                self._database.run(
                    "INSERT INTO candle_revisions SELECT series, source, candles.start, candles.open, candles.high,"
                    " candles.low, candles.close, candles.volume, learnt_at, ? FROM candles"
                    f" JOIN incoming ON {same_row} WHERE incoming.revised",
                    learnt,
                    series,
                    source,
                )
                sets = ", ".join(f"{part} = incoming.{part}" for part in (*PARTS, "final"))
                self._database.run(
                    f"UPDATE candles SET {sets}, learnt_at = ? FROM incoming WHERE {same_row}", learnt, series, source
                )
        if len(found.new) or len(changed):
            self._learning.learnt("candles", series, source, learnt)


def _cleaned(candles: Candles) -> tuple[Columns, int]:
    columns: Columns = {
        "start": np.asarray(candles.starts, np.int64),
        **{part: np.asarray(getattr(candles, part), np.float64) for part in PARTS},
        "final": np.asarray(candles.final, np.bool_),
    }
    usable = np.logical_and.reduce([np.isfinite(columns[part]) for part in PARTS[:4]])
    rows = np.flatnonzero(usable)
    rows = rows[np.argsort(columns["start"][rows], kind="stable")]
    last = np.ones(len(rows), np.bool_)
    last[:-1] = columns["start"][rows][1:] != columns["start"][rows][:-1]
    rows = rows[last]
    return {name: column[rows] for name, column in columns.items()}, len(usable) - len(rows)
