"""The table of participants: each name has one number in the whole archive, given in order of first arrival.

Numbers are never reused and never change: the activity index and the user's exclusions rest on them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from watchlist.domain.activity import NOBODY
from watchlist.domain.arrays import Ids, Ints
from watchlist.domain.series import Labels
from watchlist.store.database import Column, Database, texts
from watchlist.store.seen_hashes import Hashes, SeenHashes

FEW = 5_000
"""Up to so many names are looked up one by one in memory; beyond that, one join is faster."""
MOST_RECENT = 200_000


class Participants:
    """Gives and finds numbers of participants."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._count: int | None = None
        self._recent: dict[str, int] = {}
        self._seen = SeenHashes(self._stored_hashes)
        database.rolled_back.append(self._forget)

    def _forget(self) -> None:
        self._count = None
        self._recent.clear()
        self._seen.forget()

    def count(self) -> int:
        """Return how many participants the archive knows."""
        if self._count is None:
            row = self._database.row("SELECT count(*) FROM participants")
            self._count = int(row[0]) if row else 0
        return self._count

    def number(self, *columns: Labels | None) -> list[Ids | None]:
        """Return the numbers of columns of names, row by row; new names get theirs now, in order of appearance.

        Runs in a transaction. Columns have the same length; the first column comes first where both are new.
        """
        rows = [None if labels is None else _occurring(labels) for labels in columns]
        wanted = [names for names in rows if names is not None]
        ids = self._intern(wanted)
        result: list[Ids | None] = []
        taken = 0
        for labels, found in zip(columns, rows, strict=True):
            if labels is None or found is None:
                result.append(None)
                continue
            table = np.full(len(labels.names) + 1, NOBODY, np.int32)
            table[found[0]] = ids[taken : taken + len(found[0])]
            taken += len(found[0])
            result.append(table[np.where(labels.codes < 0, len(labels.names), labels.codes)])
        return result

    def names(self, ids: Sequence[int] | Ids) -> list[str]:
        """Return the names of numbers, in their order; an unknown number has an empty name."""
        wanted = np.asarray(ids, np.int64)
        if not len(wanted):
            return []
        with self._database.incoming(id=wanted, place=np.arange(len(wanted))):
            rows = self._database.rows(
                "SELECT coalesce(name, '') FROM incoming LEFT JOIN participants ON participants.id = incoming.id"
                " ORDER BY place"
            )
        return [row[0] for row in rows]

    def ids(self, names: Iterable[str]) -> dict[str, int]:
        """Return the numbers of those names that the archive knows."""
        wanted = list(dict.fromkeys(names))
        if not wanted:
            return {}
        with self._database.incoming(name=texts(wanted)):
            return dict(
                self._database.rows(
                    "SELECT name, id FROM participants WHERE hash IN (SELECT hash(name) FROM incoming)"
                    " AND name IN (SELECT name FROM incoming)"
                )
            )

    def _intern(self, wanted: list[tuple[Ints, Column, Ints]]) -> Ids:
        """Return a number for each of the given names, in their order."""
        if not wanted:
            return np.empty(0, np.int32)
        names = np.concatenate([column[1] for column in wanted])
        ids = np.full(len(names), NOBODY, np.int32)
        if not len(names):
            return ids
        if len(names) <= FEW:
            self._find_few(names, ids)
        else:
            self._find(names, np.arange(len(names)), ids)
        # Rows of the second column come after the same row of the first one.
        seen = np.concatenate([column[2] * len(wanted) + at for at, column in enumerate(wanted)])
        missing = np.flatnonzero(ids < 0)
        if len(missing):
            missing = missing[np.argsort(seen[missing], kind="stable")]
            self._add(names, missing, ids, several=len(wanted) > 1)
        if len(names) <= FEW:
            if len(self._recent) > MOST_RECENT:
                self._recent.clear()
            self._recent.update(zip(names.tolist(), ids.tolist(), strict=True))
        return ids

    def _find(self, names: Column, places: Ints, ids: Ids) -> None:
        """Ask the archive for the numbers of the names at some places."""
        with self._database.incoming(name=names[places], place=places):
            known = self._database.columns(
                "SELECT place, participants.id AS id FROM incoming JOIN participants"
                " ON participants.hash = hash(incoming.name) AND participants.name = incoming.name"
            )
        ids[known["place"]] = known["id"]

    def _find_few(self, names: Column, ids: Ids) -> None:
        """Find numbers without reading the whole table: most are known lately, or surely new by their hashes."""
        recent = self._recent
        ids[:] = [recent.get(name, NOBODY) for name in names]
        unknown = np.flatnonzero(ids < 0)
        if not len(unknown):
            return
        suspects = unknown[self._seen.contains(0, self._hashes(names[unknown]))]
        if len(suspects):
            self._find(names, suspects, ids)

    def _hashes(self, names: Column) -> Hashes:
        with self._database.incoming(name=names):
            found: Hashes = self._database.columns("SELECT hash(name) AS hash FROM incoming")["hash"]
        return found

    def _stored_hashes(self, _stream: int) -> Hashes:
        found: Hashes = self._database.columns("SELECT hash FROM participants")["hash"]
        return found

    def _add(self, names: Column, missing: Ints, ids: Ids, *, several: bool) -> None:
        first = self.count()
        if several:  # a name may stand in both columns
            number: dict[str, int] = {}
            for at in missing:
                ids[at] = number.setdefault(names[at], first + len(number))
            new_names, new_ids = texts(list(number)), np.arange(first, first + len(number))
        else:
            new_names, new_ids = names[missing], np.arange(first, first + len(missing))
            ids[missing] = new_ids
        with self._database.incoming(name=new_names, id=new_ids):
            self._database.run("INSERT INTO participants SELECT id, hash(name), name FROM incoming")
        if len(new_ids) <= FEW:
            self._seen.add(0, self._hashes(new_names))
        else:
            self._seen.forget()
        self._count = first + len(new_ids)


def _occurring(labels: Labels) -> tuple[Ints, Column, Ints]:
    """Return the codes that occur, their names, and the row in which each occurs first."""
    rows = np.flatnonzero(labels.codes >= 0)[::-1]
    first = np.full(len(labels.names), -1, np.int64)
    first[labels.codes[rows]] = rows
    codes = np.flatnonzero(first >= 0)
    return codes, labels.names[codes], first[codes]
