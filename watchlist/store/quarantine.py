"""Points that looked wrong: kept apart, neither shown nor counted, until the user decides. Nothing here is deleted."""

# ruff: noqa: S608 - only names and numbers of our own are put into statements; values are bound

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeAlias

import numpy as np

from watchlist.domain.network import SeriesKey
from watchlist.domain.series import PointBatch, Quarantined
from watchlist.store.database import Database
from watchlist.store.points import PointWriter

Decision: TypeAlias = Literal["release", "drop"]
_DONE = {"release": "released", "drop": "dropped"}
_SAME = "network = ? AND name = ? AND instant = ? AND source = ? AND value IS NOT DISTINCT FROM ?"


class Quarantine:
    """Keeps suspicious points. What was decided once is not asked again."""

    def __init__(self, database: Database, writer: PointWriter) -> None:
        self._database = database
        self._writer = writer

    def put(self, points: Sequence[Quarantined]) -> int:
        """Keep suspicious points; return how many were not known yet. A value may be NaN or infinite."""
        new = 0
        with self._database.transaction():
            for point in points:
                if self._database.row(f"SELECT 1 FROM quarantine WHERE {_SAME}", *_identity(point)) is None:
                    new += 1
                    self._database.run(
                        "INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        point.key.network,
                        point.key.name,
                        point.instant,
                        point.value,
                        point.source,
                        point.reason,
                        point.learnt_at,
                        point.decision,
                    )
        return new

    def list(self, network: str | None = None, *, decided: bool = False) -> list[Quarantined]:
        """Return the points that wait for a decision, oldest first; with ``decided``, the others too."""
        rows = self._database.rows(
            "SELECT network, name, instant, value, source, reason, learnt_at, decision FROM quarantine"
            " WHERE (network = $1 OR $1 IS NULL) AND (decision = '' OR $2) ORDER BY network, name, instant, source",
            network,
            decided,
        )
        return [Quarantined(SeriesKey(row[0], row[1]), *row[2:]) for row in rows]

    def decided(self, point: Quarantined) -> str:
        """Return what was decided about exactly this point: released, dropped, or empty."""
        row = self._database.row(f"SELECT decision FROM quarantine WHERE {_SAME}", *_identity(point))
        return str(row[0]) if row else ""

    def decide(self, point: Quarantined, decision: Decision) -> None:
        """Release a point into its series, or drop it for good. Raises ValueError for another word."""
        if decision not in _DONE:
            raise ValueError(f"a quarantined point is released or dropped, not {decision!r}")
        with self._database.transaction():
            self._database.run(f"UPDATE quarantine SET decision = ? WHERE {_SAME}", _DONE[decision], *_identity(point))
            if decision == "release" and np.isfinite(point.value):
                self._writer.append(
                    PointBatch(
                        point.key,
                        point.source,
                        np.array([point.instant], np.int64),
                        np.array([point.value], np.float64),
                        point.learnt_at,
                    )
                )


def _identity(point: Quarantined) -> tuple[object, ...]:
    return (point.key.network, point.key.name, point.instant, point.source, point.value)
