"""Points of series as they come in: kept once, never shortened, every changed value kept beside the new one.

The table ``points`` holds the newest value per (series, source, instant), ``point_revisions`` what it replaced.
Must never let a fetched value touch one that was entered by hand, nor an unfinished value replace a final one.
"""

# ruff: noqa: S608 - only names and numbers of our own are put into statements; values are bound

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ints
from watchlist.domain.instants import DAY, Instant
from watchlist.domain.network import SeriesKey
from watchlist.domain.series import PointBatch
from watchlist.store.database import Database
from watchlist.store.judging import best_of, disputed
from watchlist.store.learning import Learning
from watchlist.store.names import MANUAL, Names

UNSORTED_ROWS = 200_000
"""So many rows may lie in order of arrival behind the sorted ones before all are sorted again."""


@dataclass(frozen=True, slots=True)
class Appended:
    """What became of a batch: rows that were new, known already, changed (kept as a revision), refused.

    ``replaced`` counts values of unfinished periods that gave way to newer ones, which is no revision.
    """

    new: int = 0
    same: int = 0
    revised: int = 0
    rejected: int = 0
    replaced: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Incoming rows beside the stored ones: positions of each group in the incoming arrays."""

    new: Ints
    revised: Ints
    replaced: Ints
    same: int
    refused: int


class PointWriter:
    """Writes points. Every public method is one transaction, or part of the one that is open."""

    def __init__(self, database: Database, names: Names, learning: Learning) -> None:
        self._database = database
        self._names = names
        self._learning = learning

    def append(self, batch: PointBatch) -> Appended:
        """Store a batch. Raises StoreError."""
        with self._database.transaction():
            series, source = self._names.make_series(batch.key), self._names.make_source(batch.source)
            instants, values, final, refused = cleaned(batch)
            if not len(instants):
                return Appended(rejected=refused)
            learnt = self._learning.at("points", series, source, batch.learnt_at, str(batch.key))
            old = self._database.columns(
                "SELECT instant, value, final FROM points WHERE series = ? AND source = ? AND instant BETWEEN ? AND ?"
                " ORDER BY instant",
                series,
                source,
                int(instants[0]),
                int(instants[-1]),
            )
            found = compare(instants, [values], final, old["instant"], [old["value"]], old["final"])
            self._insert(series, source, instants[found.new], values[found.new], final[found.new], learnt)
            self._change(series, source, instants, values, final, found, learnt)
            if len(found.new) or len(found.revised) or len(found.replaced):
                self.judge(series, int(instants[0]), int(instants[-1]))
            return Appended(
                len(found.new), found.same, len(found.revised), refused + found.refused, len(found.replaced)
            )

    def set_preference(self, key: SeriesKey, sources: Sequence[str]) -> None:
        """Keep the order in which sources win for a series, and apply it to all its points."""
        with self._database.transaction():
            series = self._names.make_series(key)
            self._names.prefer(series, tuple(sources))
            self.judge(series, None, None)

    def preference(self, key: SeriesKey) -> tuple[str, ...]:
        """Return the user's order of sources for a series."""
        series = self._names.series().get(key)
        return () if series is None else self._names.preference(series)

    def delete_manual(self, key: SeriesKey, instants: Sequence[Instant]) -> int:
        """Take back points that were entered by hand, all others stay; return how many there were."""
        series, source = self._names.series().get(key), self._names.sources().get(MANUAL)
        if series is None or source is None or not instants:
            return 0
        wanted = np.asarray(sorted(set(instants)), np.int64)
        with self._database.transaction(), self._database.incoming(instant=wanted):
            where = "series = ? AND source = ? AND instant IN (SELECT instant FROM incoming)"
            row = self._database.row(f"SELECT count(*) FROM points WHERE {where}", series, source)
            self._database.run(f"DELETE FROM points WHERE {where}", series, source)
            self._database.run(f"DELETE FROM point_revisions WHERE {where}", series, source)
            self._learning.forget()
            self.judge(series, int(wanted[0]), int(wanted[-1]), always=True)
            return int(row[0]) if row else 0

    def judge(self, series: int, first: Instant | None, last: Instant | None, *, always: bool = False) -> int:
        """Decide again which points count and which are disputed, around a span; return how many changed."""
        if not always and len(self._learning.sources("points", series)) < 2:
            return 0
        start = -(2**62) if first is None else first // DAY * DAY
        stop = 2**62 if last is None else (last // DAY + 1) * DAY
        rows = self._database.columns(
            "SELECT instant, source::BIGINT AS source, value, final, best, disputed FROM points"
            " WHERE series = ? AND instant >= ? AND instant < ?",
            series,
            start,
            stop,
        )
        best = best_of(rows["instant"], rows["source"], self._names.ranks(series))
        apart = disputed(
            rows["instant"], rows["source"], rows["value"], rows["final"], self._names.sources().get(MANUAL)
        )
        changed = np.flatnonzero((best != rows["best"]) | (apart != rows["disputed"]))
        if len(changed):
            with self._database.incoming(
                instant=rows["instant"][changed],
                source=rows["source"][changed],
                best=best[changed],
                apart=apart[changed],
            ):
                self._database.run(
                    "UPDATE points SET best = incoming.best, disputed = incoming.apart FROM incoming WHERE series = ?"
                    " AND points.source = incoming.source AND points.instant = incoming.instant",
                    series,
                )
        return len(changed)

    def arrange(self, *, force: bool = False) -> bool:
        """Sort all points by series where too many lie in order of arrival; return whether it was done."""
        row = self._database.row(
            "SELECT (SELECT count(*) FROM points), (SELECT max(value::BIGINT) FROM facts WHERE name = 'sorted points')"
        )
        count, arranged = (int(row[0]), int(row[1] or 0)) if row else (0, 0)
        loose = count - arranged
        if not force and loose < max(UNSORTED_ROWS, arranged // 4):
            return False
        with self._database.transaction():
            self._database.run("CREATE TABLE arranged AS SELECT * FROM points ORDER BY series, instant, source")
            self._database.run("DROP TABLE points")
            self._database.run("ALTER TABLE arranged RENAME TO points")
            self._database.run("DELETE FROM facts WHERE name = 'sorted points'")
            self._database.run("INSERT INTO facts VALUES ('sorted points', ?)", str(count))
        return True

    def _insert(self, series: int, source: int, instants: Ints, values: Floats, final: Flags, learnt: Instant) -> None:
        if not len(instants):
            return
        self._database.room()
        with self._database.incoming(instant=instants, value=values, final=final):
            self._database.run(
                "INSERT INTO points SELECT ?, instant, ?, value, final, true, false, ? FROM incoming",
                series,
                source,
                learnt,
            )
        self._learning.learnt("points", series, source, learnt)

    def _change(
        self,
        series: int,
        source: int,
        instants: Ints,
        values: Floats,
        final: Flags,
        found: Comparison,
        learnt: Instant,
    ) -> None:
        changed = np.concatenate([found.revised, found.replaced])
        if not len(changed):
            return
        revised = np.zeros(len(changed), np.bool_)
        revised[: len(found.revised)] = True
        same_row = "points.series = ? AND points.source = ? AND points.instant = incoming.instant"
        with self._database.incoming(
            instant=instants[changed], value=values[changed], final=final[changed], revised=revised
        ):
            if len(found.revised):
                self._database.run(
                    "INSERT INTO point_revisions SELECT series, points.instant, source, points.value, points.final,"
                    f" learnt_at, ? FROM points JOIN incoming ON {same_row} WHERE incoming.revised",
                    learnt,
                    series,
                    source,
                )
            self._database.run(
                f"UPDATE points SET value = incoming.value, final = incoming.final, learnt_at = ? FROM incoming"
                f" WHERE {same_row}",
                learnt,
                series,
                source,
            )
        self._learning.learnt("points", series, source, learnt)


def cleaned(batch: PointBatch) -> tuple[Ints, Floats, Flags, int]:
    """Return a batch's usable rows sorted by instant, the last of each instant, and how many were refused."""
    instants = np.asarray(batch.instants, np.int64)
    values = np.asarray(batch.values, np.float64)
    final = np.ones(len(instants), np.bool_) if batch.final is None else np.asarray(batch.final, np.bool_)
    usable = np.isfinite(values)
    if usable.all() and bool((instants[1:] > instants[:-1]).all()):
        return instants, values, final, 0
    rows = np.flatnonzero(usable)
    rows = rows[np.argsort(instants[rows], kind="stable")]
    last = np.ones(len(rows), np.bool_)
    last[:-1] = instants[rows][1:] != instants[rows][:-1]
    rows = rows[last]
    return instants[rows], values[rows], final[rows], len(instants) - len(rows)


def compare(
    instants: Ints,
    values: Sequence[Floats],
    final: Flags,
    old_instants: Ints,
    old_values: Sequence[Floats],
    old_final: Flags,
) -> Comparison:
    """Put incoming rows beside the stored ones of the same source; both sorted by instant, each instant once."""
    place = np.searchsorted(old_instants, instants)
    known = np.zeros(len(instants), np.bool_)
    inside = place < len(old_instants)
    known[inside] = old_instants[place[inside]] == instants[inside]
    rows, stored = np.flatnonzero(known), place[known]
    differs = np.zeros(len(rows), np.bool_)
    for mine, theirs in zip(values, old_values, strict=True):
        here, there = mine[rows], theirs[stored]
        differs |= ~((here == there) | (np.isnan(here) & np.isnan(there)))
    was_final, is_final = old_final[stored], final[rows]
    refused = was_final & ~is_final & differs
    revised = was_final & is_final & differs
    replaced = ~was_final & (differs | is_final)
    same = len(rows) - int(refused.sum()) - int(revised.sum()) - int(replaced.sum())
    return Comparison(np.flatnonzero(~known), rows[revised], rows[replaced], same, int(refused.sum()))
