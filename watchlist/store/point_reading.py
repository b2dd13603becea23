"""Points of series as they are asked for: best of all sources, as known on a date, bucketed to pixels. Never writes."""

from __future__ import annotations

import numpy as np

from watchlist.domain.arrays import frozen
from watchlist.domain.instants import Instant
from watchlist.domain.network import SeriesKey
from watchlist.domain.series import Buckets, Points
from watchlist.store.database import Columns, Database
from watchlist.store.judging import best_of, disputed
from watchlist.store.names import MANUAL, Names

EARLIEST, LATEST = -(2**62), 2**62

AS_KNOWN = """
SELECT instant, source::BIGINT AS source, value, final, learnt_at FROM points
WHERE series = $1 AND instant >= $2 AND instant < $3 AND learnt_at <= $4
UNION ALL
SELECT instant, source::BIGINT, value, final, learnt_at FROM point_revisions
WHERE series = $1 AND instant >= $2 AND instant < $3 AND learnt_at <= $4 AND replaced_at > $4
"""

BUCKETS = """
SELECT (instant - $2) // $4 AS bucket, min(value) AS low, max(value) AS high,
       arg_min(value, instant) AS first, arg_max(value, instant) AS last, count(*) AS count
FROM points WHERE series = $1 AND best AND instant >= $2 AND instant < $3 GROUP BY bucket
"""


class PointReader:
    """Answers questions about points. ``end`` is always exclusive."""

    def __init__(self, database: Database, names: Names) -> None:
        self._database = database
        self._names = names

    def read(
        self,
        key: SeriesKey,
        start: Instant | None = None,
        end: Instant | None = None,
        as_known_on: Instant | None = None,
    ) -> Points:
        """Return the best known points of a series, or those that were known at an instant."""
        series = self._names.series().get(key)
        if series is None:
            return Points.none(key)
        low, high = EARLIEST if start is None else start, LATEST if end is None else end
        if as_known_on is None:
            found = self._database.columns(
                "SELECT instant, source::BIGINT AS source, value, final, learnt_at, disputed FROM points"
                " WHERE series = ? AND best AND instant >= ? AND instant < ?",
                series,
                low,
                high,
            )
        else:
            found = self._known_on(series, low, high, as_known_on)
        return self._points(key, found)

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
        width = max(1, -(-(end - start) // max(1, pixels)))
        series = self._names.series().get(key)
        if series is None or end <= start:
            return _bucketed(key, start, width, _no_buckets(), token)
        if as_known_on is not None:
            return _bucketed(key, start, width, _fold(self.read(key, start, end, as_known_on), start, width), token)
        return _bucketed(key, start, width, self._database.columns(BUCKETS, series, start, end, width), token)

    def keys(self, network: str | None = None) -> list[SeriesKey]:
        """Return the series that have points, sorted."""
        rows = self._database.rows(
            "SELECT network, name FROM series WHERE id IN (SELECT DISTINCT series FROM points)"
            " AND (network = $1 OR $1 IS NULL) ORDER BY network, name",
            network,
        )
        return [SeriesKey(*row) for row in rows]

    def spans(self, network: str | None = None) -> list[tuple[SeriesKey, Instant, Instant, int]]:
        """Return first, last and count of every series that has points, sorted."""
        rows = self._database.rows(
            "SELECT network, name, min(instant), max(instant), count(*) FROM points JOIN series ON series.id = series"
            " WHERE best AND (network = $1 OR $1 IS NULL) GROUP BY network, name ORDER BY network, name",
            network,
        )
        return [(SeriesKey(network_id, name), first, last, count) for network_id, name, first, last, count in rows]

    def span(self, key: SeriesKey) -> tuple[Instant, Instant, int] | None:
        """Return first, last and count of a series' points; None where there are none."""
        series = self._names.series().get(key)
        if series is None:
            return None
        row = self._database.row(
            "SELECT min(instant), max(instant), count(*) FROM points WHERE series = ? AND best", series
        )
        return (row[0], row[1], row[2]) if row and row[2] else None

    def sources(self, key: SeriesKey) -> tuple[str, ...]:
        """Return the sources that gave points of a series."""
        rows = self._database.rows(
            "SELECT DISTINCT sources.name FROM points JOIN sources ON sources.id = source WHERE series = ? ORDER BY 1",
            self._names.series().get(key, -1),
        )
        return tuple(row[0] for row in rows)

    def revisions(
        self, key: SeriesKey, start: Instant | None = None, end: Instant | None = None
    ) -> list[tuple[Instant, str, float, Instant, Instant]]:
        """Return values that were replaced later: instant, source, value, learnt at, replaced at."""
        return self._database.rows(
            "SELECT instant, sources.name, value, learnt_at, replaced_at FROM point_revisions"
            " JOIN sources ON sources.id = source WHERE series = ? AND instant >= ? AND instant < ?"
            " ORDER BY instant, replaced_at, sources.name",
            self._names.series().get(key, -1),
            EARLIEST if start is None else start,
            LATEST if end is None else end,
        )

    def _known_on(self, series: int, low: Instant, high: Instant, moment: Instant) -> Columns:
        found = self._database.columns(AS_KNOWN, series, low, high, moment)
        apart = disputed(
            found["instant"], found["source"], found["value"], found["final"], self._names.sources().get(MANUAL)
        )
        best = best_of(found["instant"], found["source"], self._names.ranks(series))
        return {name: column[best] for name, column in {**found, "disputed": apart}.items()}

    def _points(self, key: SeriesKey, found: Columns) -> Points:
        instants = found["instant"]
        if len(instants) > 1 and not (instants[1:] > instants[:-1]).all():
            order = np.argsort(instants, kind="stable")
            found = {name: column[order] for name, column in found.items()}
        return Points(
            key,
            frozen(found["instant"]),
            frozen(found["value"]),
            frozen(found["final"]),
            frozen(found["source"]),
            tuple(self._names.sources()),
            frozen(found["learnt_at"]),
            frozen(found["disputed"]),
        )


def _bucketed(key: SeriesKey, start: Instant, width: Instant, found: Columns, token: int) -> Buckets:
    order = np.argsort(found["bucket"])  # cheaper here than in SQL
    found = {name: column[order] for name, column in found.items()}
    return Buckets(
        key,
        frozen(found["bucket"] * width + start),
        width,
        frozen(found["low"]),
        frozen(found["high"]),
        frozen(found["first"]),
        frozen(found["last"]),
        frozen(found["count"]),
        token,
    )


def _no_buckets() -> Columns:
    floats = np.empty(0, np.float64)
    whole = np.empty(0, np.int64)
    return {"bucket": whole, "low": floats, "high": floats, "first": floats, "last": floats, "count": whole}


def _fold(points: Points, start: Instant, width: Instant) -> Columns:
    if not len(points):
        return _no_buckets()
    bucket = (points.instants - start) // width
    starts = np.flatnonzero(np.r_[True, bucket[1:] != bucket[:-1]])
    return {
        "bucket": bucket[starts],
        "low": np.minimum.reduceat(points.values, starts),
        "high": np.maximum.reduceat(points.values, starts),
        "first": points.values[starts],
        "last": points.values[np.r_[starts[1:], len(bucket)] - 1],
        "count": np.diff(np.r_[starts, len(bucket)]),
    }
