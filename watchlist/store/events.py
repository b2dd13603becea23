"""Events of participants as they come in: each reference of a stream once, however often and however cut it is read.

Amounts stay exact: up to 127 bits as a number, beyond that as text. Must never count a row twice, also not when the
process dies at any moment: rows, participants and the stream's counters are one transaction.
"""

# ruff: noqa: S608 - only names and numbers of our own are put into statements; values are bound

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from watchlist.domain.activity import NO_AMOUNT, NOBODY, EventBatch
from watchlist.domain.arrays import Ids, Ints
from watchlist.domain.network import StreamKey
from watchlist.domain.series import Labels
from watchlist.store.database import Column, Columns, Database, texts
from watchlist.store.names import Names
from watchlist.store.participants import Participants
from watchlist.store.points import Appended
from watchlist.store.seen_hashes import Hashes, SeenHashes

LARGEST = 2**127
SLOT = 2**64

INSERT = """
INSERT INTO events
SELECT ?, instant, participant, {counterparty}, {amount}, {wide}, ?, hash, reference, {linked_hash}, {linked}, ?
FROM incoming
"""


class EventWriter:
    """Writes events. Every public method is one transaction, or part of the one that is open."""

    def __init__(self, database: Database, names: Names, participants: Participants) -> None:
        self._database = database
        self._names = names
        self._participants = participants
        self._seen = SeenHashes(self._stored_hashes)
        self._mark: int | None = None
        database.rolled_back.append(self._forget)

    def append(self, batch: EventBatch) -> Appended:
        """Store those events of a batch whose references are not stored yet. Raises StoreError."""
        if not len(batch):
            return Appended()
        with self._database.transaction():
            stream = self._names.make_stream(batch.stream)
            hashes, usable = self._hashes(batch)
            fresh = self._fresh(stream, batch, hashes, usable)
            rejected = len(batch) - int(usable.sum())
            if len(fresh):
                self._insert(stream, batch, hashes, fresh)
                self._seen.add(stream, hashes[fresh])
            return Appended(len(fresh), len(batch) - rejected - len(fresh), 0, rejected)

    def remove(self, key: StreamKey, references: Sequence[str]) -> int:
        """Take back events that a reorganisation of their chain undid; return how many there were."""
        stream = self._names.streams().get(key)
        if stream is None or not len(references):
            return 0
        with self._database.transaction(), self._database.incoming(reference=texts(list(dict.fromkeys(references)))):
            where = (
                "stream = ? AND hash IN (SELECT hash(reference) FROM incoming)"
                " AND reference IN (SELECT reference FROM incoming)"
            )
            row = self._database.row(f"SELECT count(*) FROM events WHERE {where}", stream)
            removed = int(row[0]) if row else 0
            if removed:
                self._database.run(f"DELETE FROM events WHERE {where}", stream)
                self._database.run(
                    "UPDATE streams SET removals = removals + 1, count = found.count, first = found.first,"
                    " last = found.last FROM (SELECT count(*) AS count, min(instant) AS first, max(instant) AS last"
                    " FROM events WHERE stream = $1) AS found WHERE id = $1",
                    stream,
                )
                self._seen.forget(stream)
        return removed

    def _forget(self) -> None:
        self._seen.forget()
        self._mark = None

    def _stored_hashes(self, stream: int) -> Hashes:
        found: Hashes = self._database.columns("SELECT hash FROM events WHERE stream = ?", stream)["hash"]
        return found

    def _next_mark(self) -> int:
        if self._mark is None:
            row = self._database.row("SELECT coalesce(max(mark), 0) FROM streams")
            self._mark = int(row[0]) if row else 0
        self._mark += 1
        return self._mark

    def _hashes(self, batch: EventBatch) -> tuple[Hashes, Column]:
        with self._database.incoming(reference=batch.references):
            found = self._database.columns(
                "SELECT hash(reference) AS hash, coalesce(reference <> '', false) AS usable FROM incoming"
            )
        return found["hash"], found["usable"]

    def _fresh(self, stream: int, batch: EventBatch, hashes: Hashes, usable: Column) -> Ints:
        """Return the rows to store, sorted by instant: usable, not stored yet, the first of equal references."""
        fresh = usable & ~self._confirmed(stream, batch, hashes, usable)
        rows = np.flatnonzero(fresh)
        ordered = np.sort(hashes[rows])
        twice = ordered[1:][ordered[1:] == ordered[:-1]]
        if len(twice):
            suspects = rows[np.isin(hashes[rows], twice)]
            first: set[str] = set()
            for row in suspects:
                reference = batch.references[row]
                if reference in first:
                    fresh[row] = False
                first.add(reference)
            rows = np.flatnonzero(fresh)
        instants = batch.instants[rows]
        if len(rows) > 1 and not (instants[1:] >= instants[:-1]).all():
            rows = rows[np.argsort(instants, kind="stable")]
        return rows

    def _confirmed(self, stream: int, batch: EventBatch, hashes: Hashes, usable: Column) -> Column:
        """Return which rows are stored already: those with a known hash whose text the archive confirms."""
        confirmed = np.zeros(len(batch), np.bool_)
        suspects = np.flatnonzero(usable & self._seen.contains(stream, hashes))
        if not len(suspects):
            return confirmed
        instants = batch.instants[suspects]
        # Nearly always the stored event has the same instant: look there first, everywhere only for the rest.
        for first, last in ((int(instants.min()), int(instants.max())), (None, None)):
            self._confirm(stream, batch, hashes, suspects, confirmed, first, last)
            suspects = suspects[~confirmed[suspects]]
            if not len(suspects):
                break
        return confirmed

    def _confirm(
        self,
        stream: int,
        batch: EventBatch,
        hashes: Hashes,
        suspects: Ints,
        confirmed: Column,
        first: int | None,
        last: int | None,
    ) -> None:
        span = "" if first is None else f" AND events.instant BETWEEN {first} AND {last}"
        rows = slice(None) if len(suspects) == len(batch) else suspects
        with self._database.incoming(hash=hashes[rows], reference=batch.references[rows], place=suspects):
            found = self._database.columns(
                "SELECT place FROM incoming SEMI JOIN events ON events.hash = incoming.hash"
                f" AND events.reference = incoming.reference AND events.stream = ?{span}",
                stream,
            )
        confirmed[found["place"]] = True

    def _insert(self, stream: int, batch: EventBatch, hashes: Hashes, fresh: Ints) -> None:
        # Nearly always everything is new and in order: then nothing is copied.
        rows = slice(None) if len(fresh) == len(batch) and bool((fresh[1:] > fresh[:-1]).all()) else fresh
        self._database.room()
        mark = self._next_mark()
        participants, counterparties = self._participants.number(
            _chosen(batch.participants, rows), _chosen(batch.counterparties, rows)
        )
        instants = batch.instants[rows]
        columns: Columns = {
            "instant": instants,
            "participant": _ids(participants),
            "hash": hashes[rows],
            "reference": batch.references[rows],
        }
        parts = {"counterparty": "NULL", "amount": "NULL", "wide": "NULL", "linked_hash": "NULL", "linked": "NULL"}
        if counterparties is not None and bool((counterparties != NOBODY).any()):
            columns["counterparty"] = counterparties
            parts["counterparty"] = f"nullif(counterparty, {NOBODY})"
        if batch.amounts is not None:
            added, expressions = amount_columns(batch.amounts[rows])
            columns.update(added)
            parts.update(expressions)
        linked = batch.linked is not None
        if batch.linked is not None:
            columns["linked"] = batch.linked[rows]
            parts["linked"] = "nullif(linked, '')"
            parts["linked_hash"] = "hash(nullif(linked, ''))"
        with self._database.incoming(**columns):
            self._database.run(INSERT.format(**parts), stream, batch.scale, mark)
        self._database.run(
            "UPDATE streams SET count = count + $1, first = least(coalesce(first, $2), $2),"
            " last = greatest(coalesce(last, $3), $3), mark = $4, linked = linked OR $5 WHERE id = $6",
            len(fresh),
            int(instants[0]),
            int(instants[-1]),
            mark,
            linked,
            stream,
        )


def amount_columns(amounts: Column) -> tuple[Columns, dict[str, str]]:
    """Return the columns that hold amounts exactly and the SQL that puts them together."""
    if amounts.dtype != np.object_:
        return {"amount": amounts.astype(np.int64, copy=False)}, {"amount": f"nullif(amount, {NO_AMOUNT})"}
    count = len(amounts)
    known = np.fromiter((one is not None for one in amounts), np.bool_, count)
    small = np.fromiter((one is not None and -LARGEST < one < LARGEST for one in amounts), np.bool_, count)
    high = np.fromiter(
        (int(one) // SLOT if fits else 0 for one, fits in zip(amounts, small, strict=True)), np.int64, count
    )
    low = np.fromiter(
        (int(one) % SLOT if fits else 0 for one, fits in zip(amounts, small, strict=True)), np.uint64, count
    )
    columns: Columns = {"high": high, "low": low, "small": small}
    expressions = {"amount": f"CASE WHEN small THEN high::HUGEINT * {SLOT}::HUGEINT + low::HUGEINT END"}
    if not small[known].all():
        columns["wide"] = texts([str(one) if wide else None for one, wide in zip(amounts, known & ~small, strict=True)])
        expressions["wide"] = "wide"
    return columns, expressions


def _chosen(labels: Labels | None, rows: Ints | slice) -> Labels | None:
    return None if labels is None else Labels(labels.codes[rows], labels.names)


def _ids(ids: Ids | None) -> Ids:
    if ids is None:
        raise ValueError("events have a column of participants")
    return ids
