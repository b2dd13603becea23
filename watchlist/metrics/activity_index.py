"""Who was active on which day, as packed bits: what every count of participants is computed from.

Kept incrementally as events arrive and rebuilt from events when lost; never the only copy of anything. The same
events give the same index, byte for byte, whatever the order and the batches in which they came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from watchlist.domain.arrays import Flags, Ids, Ints, frozen
from watchlist.metrics.index_build import Built, build, by_day, monday_of, room, steps
from watchlist.metrics.index_bytes import from_bytes, to_bytes
from watchlist.metrics.numbering import Numbering
from watchlist.metrics.packed_bits import WORD, Words, packed, rows_of, unpacked, words_for


class ActivityIndex:
    """Participants as rows, in order of their first active day, and one set of rows per day.

    Rows of participants that were taken out (``without``, ``only``) stay as rows without a bit; they are in no
    count and not among ``participants``. ``memo`` is a place for what others derived: ``touched_from`` of an entry
    is lowered by every change, see ``metrics.timelines``.
    """

    __slots__ = ("_alive", "_base", "_bits", "_days", "_first", "_ids", "_numbering", "_rows", "_settled", "memo")

    def __init__(self, built: Built | None = None) -> None:
        if built is None:
            empty = np.empty(0, np.int32)
            built = Built(0, 0, empty, empty, np.zeros((0, 0), WORD))
        self._adopt(built)
        self._alive: Flags | None = None

    def _adopt(self, built: Built) -> None:
        self._base, self._days, self._bits = built.base, built.days, built.bits
        self._ids, self._first, self._rows = built.ids, built.first, len(built.ids)
        self._numbering: Numbering | None = None
        self._settled = True
        self.memo: dict[Any, Any] = {}

    # Making

    @classmethod
    def build(cls, participants: Ids, instants: Ints) -> ActivityIndex:
        """Make an index of events in any order; participants below 0 are nobody."""
        return cls(build(by_day(participants, instants)))

    @classmethod
    def union(cls, *others: ActivityIndex) -> ActivityIndex:
        """Return an index in which a participant is active when it is so in any of the others."""
        return cls(_merged(others))

    def without(self, ids: Iterable[int] | Ids) -> ActivityIndex:
        """Return an index from which these participants are taken out."""
        return self._masked(~self._holds(ids))

    def only(self, ids: Iterable[int] | Ids) -> ActivityIndex:
        """Return an index of these participants alone."""
        return self._masked(self._holds(ids))

    def to_bytes(self) -> bytes:
        """Return the canonical bytes, with version and checksum."""
        self._settle()
        rows = self._rows
        same = (np.diff(self._first[:rows]) == 0) & (np.diff(self._ids[:rows]) < 0)
        whole = self if self._alive is None and not same.any() else ActivityIndex.union(self)
        return to_bytes(Built(whole._base, whole._days, whole.participants, whole.first_days, whole._bits))

    @classmethod
    def from_bytes(cls, data: bytes) -> ActivityIndex:
        """Read an index again. Raises Damaged where the bytes do not hold together or are of another version."""
        return cls(from_bytes(data))

    # Reading

    def __len__(self) -> int:
        """Return the number of participants."""
        return self._rows if self._alive is None else int(np.count_nonzero(self._alive))

    @property
    def participants(self) -> Ids:
        """The participants' ids, by first active day."""
        self._settle()
        ids = self._ids[: self._rows]
        return frozen(ids.copy() if self._alive is None else ids[self._alive])

    @property
    def first_days(self) -> Ids:
        """The first active day of each of ``participants``."""
        self._settle()
        first = self._first[: self._rows]
        return frozen(first.copy() if self._alive is None else first[self._alive])

    @property
    def first_day(self) -> int | None:
        """The first day on which anybody was active."""
        return self._edge_day(range(self._days))

    @property
    def last_day(self) -> int | None:
        """The last day on which anybody was active."""
        return self._edge_day(range(self._days - 1, -1, -1))

    def _edge_day(self, days: range) -> int | None:
        return next((self._base + day for day in days if self._bits[day].any()), None)

    @property
    def base(self) -> int:
        """The Monday at which the stored days begin."""
        return self._base

    @property
    def stored_days(self) -> int:
        """How many days are stored from ``base`` on."""
        return self._days

    @property
    def row_ids(self) -> Ids:
        """The id of every row, rows that were taken out included."""
        self._settle()
        return self._ids[: self._rows]

    @property
    def row_first(self) -> Ids:
        """The first day of every row, ascending, rows that were taken out included."""
        self._settle()
        return self._first[: self._rows]

    @property
    def alive(self) -> Flags | None:
        """Which rows were not taken out; None where none was."""
        return self._alive

    def words_at(self, day: int) -> int:
        """Return how many words can hold a bit on or before a day."""
        # a plain int would make numpy copy all first days to its own type
        return words_for(int(np.searchsorted(self.row_first, np.int32(day), side="right")))

    def day_sets(self, start: int, end: int, words: int) -> Words:
        """Return the sets of days from ``start`` to before ``end``: a view, or with zeros outside what is stored."""
        self._settle()
        a, b = start - self._base, end - self._base
        if a >= 0 and b <= self._days and words <= self._bits.shape[1]:
            return self._bits[a:b, :words]
        sets = np.zeros((max(0, end - start), words), WORD)
        low, high, wide = max(0, a), min(self._days, b), min(words, self._bits.shape[1])
        if low < high:
            sets[low - a : high - a, :wide] = self._bits[low:high, :wide]
        return sets

    def active(self, start: int, end: int) -> Ids:
        """Return the ids of those active on any day from ``start`` to ``end`` (not included)."""
        sets = self.day_sets(start, end, self.words_at(end - 1))
        return frozen(self._ids[rows_of(np.bitwise_or.reduce(sets, axis=0))])

    def person_days(self, start: int | None = None, end: int | None = None) -> Iterator[tuple[Ids, Ids]]:
        """Yield (rows, days) of everybody's active days in pieces, days ascending; ``row_ids[rows]`` are their ids."""
        self._settle()
        start = self._base if start is None else max(start, self._base)
        end = self._base + self._days if end is None else min(end, self._base + self._days)
        step = steps(self._rows)
        for a in range(start, end, step):
            b = min(end, a + step)
            flags = unpacked(np.ascontiguousarray(self.day_sets(a, b, self.words_at(b - 1))))
            days, rows = np.nonzero(flags) if b - a > 1 else (0, np.flatnonzero(flags[0]))
            yield rows.astype(np.int32), np.broadcast_to(np.asarray(days + a, np.int32), rows.shape)

    def last_days(self) -> Ids:
        """Return the last active day of every row; the day before ``base`` for a row that was taken out."""
        last = np.full(self._rows, self._base - 1, np.int32)
        for rows, days in self.person_days():
            last[rows] = days  # ascending days: the last assigned stays
        return last

    def active_days(self, start: int | None = None, end: int | None = None) -> Ids:
        """Return on how many days every row was active."""
        counts = np.zeros(self._rows, np.int32)
        for rows, days in self.person_days(start, end):
            if len(days) and days[0] == days[-1]:
                counts[rows] += 1
            else:
                counts += np.bincount(rows, minlength=self._rows).astype(np.int32)
        return counts

    # Growing

    def add(self, participants: Ids, instants: Ints) -> None:
        """Take in more events, in any order; those already known change nothing."""
        if self._alive is not None:
            self._adopt(_merged([self]))
            self._alive = None
        given = by_day(participants, instants)
        if not len(given.ids):
            return
        if not self._rows:
            self._adopt(build(given))
            return
        days = np.repeat(np.arange(len(given.edges) - 1, dtype=np.int32) + given.base, np.diff(given.edges))
        rows = self._rows_for(given.ids, days)
        self._reach(int(days[0]), int(days[-1]), self._rows)
        self._set(rows, given.base, given.edges)
        for entry in self.memo.values():
            entry.touched_from(int(days[0]))

    def _rows_for(self, ids: Ids, days: Ids) -> Ids:
        """Return the row of each event, with new rows for new participants and first days brought up to date."""
        if self._numbering is None:
            self._numbering = Numbering()
            self._numbering.assign(self._ids[: self._rows], np.arange(self._rows, dtype=np.int32))
        rows = self._numbering.find(ids)
        newest = int(self._first[self._rows - 1] if self._settled else self._first[: self._rows].max())
        if int(days[0]) < newest:
            known = rows >= 0
            earlier = np.flatnonzero(known)[days[known] < self._first[rows[known]]]
            if len(earlier):
                self._first = self._first.copy()
                np.minimum.at(self._first, rows[earlier], days[earlier])
                self._settled = False
        fresh = np.flatnonzero(rows < 0)
        if len(fresh):
            order = fresh[np.lexsort((days[fresh], ids[fresh]))]
            once = order[np.flatnonzero(np.diff(ids[order], prepend=-1))]
            once = once[np.lexsort((ids[once], days[once]))]
            self._settled = self._settled and int(days[once[0]]) >= newest
            self._append(ids[once], days[once], self._numbering)
            rows[fresh] = self._numbering.find(ids[fresh])
        return rows

    def _append(self, ids: Ids, first: Ids, numbering: Numbering) -> None:
        """Give new participants the next rows."""
        start, end = self._rows, self._rows + len(ids)
        if end > len(self._ids):
            spare = np.empty(end + end // 4 - start, np.int32)
            self._ids = np.concatenate([self._ids[:start], spare])
            self._first = np.concatenate([self._first[:start], spare])
        self._ids[start:end], self._first[start:end], self._rows = ids, first, end
        numbering.assign(ids, np.arange(start, end, dtype=np.int32))

    def _reach(self, first: int, last: int, rows: int) -> None:
        """Make room for days and rows; what is set aside and not written costs no memory."""
        base = min(self._base, monday_of(first))
        end = max(self._base + self._days, last + 1)
        have_days, have_words = self._bits.shape
        shift = self._base - base
        if shift or end - base > have_days or words_for(rows) > have_words:
            grown_days, grown_words = room(end - base, rows)
            bits = np.zeros((max(grown_days, have_days), max(grown_words, have_words)), WORD)
            used = words_for(len(self._ids[: self._rows]))
            wide = min(have_words, used)
            for day in range(0, self._days, step := steps(self._rows)):
                part = self._bits[day : min(day + step, self._days), :wide]
                bits[shift + day : shift + day + len(part), :wide] = part
            self._bits = bits
        if shift:
            self.memo = {}
        self._base, self._days = base, end - base

    def _set(self, rows: Ids, base: int, edges: Ints) -> None:
        """Set the bits of a batch that is sorted by day."""
        words = words_for(self._rows)
        step = steps(self._rows)
        busy = np.flatnonzero(np.diff(edges))
        at = 0
        while at < len(busy):
            start = int(busy[at])
            end = min(start + step, len(edges) - 1)
            part = rows[edges[start] : edges[end]]
            flags = np.zeros((end - start, words << 6), np.bool_)
            when = np.repeat(np.arange(end - start), np.diff(edges[start : end + 1])) if end - start > 1 else 0
            flags[when, part] = True
            day = base - self._base + start
            self._bits[day : day + end - start, :words] |= packed(flags)
            at = int(np.searchsorted(busy, end))

    def _settle(self) -> None:
        """Bring the rows back into order after events that were older than what was there."""
        if not self._settled:
            memo = self.memo
            self._adopt(_merged([self]))
            self.memo = {key: entry for key, entry in memo.items() if entry.survives_renumbering}

    # Taking out

    def _holds(self, ids: Iterable[int] | Ids) -> Flags:
        self._settle()
        wanted = np.asarray(ids if isinstance(ids, np.ndarray) else sorted(ids), np.int32)
        return np.isin(self._ids[: self._rows], wanted)

    def _masked(self, keep: Flags) -> ActivityIndex:
        if self._alive is not None:
            keep &= self._alive
        taken = ActivityIndex()
        bits = np.zeros(self._bits.shape, WORD)
        mask = np.zeros(self._bits.shape[1] << 6, np.bool_)
        mask[: self._rows] = keep
        words = packed(mask)
        step = steps(self._rows)
        for day in range(0, self._days, step):
            end = min(day + step, self._days)
            wide = self.words_at(self._base + end - 1)
            np.bitwise_and(self._bits[day:end, :wide], words[:wide], out=bits[day:end, :wide])
        taken._adopt(Built(self._base, self._days, self._ids[: self._rows], self._first[: self._rows], bits))
        taken._alive = None if keep.all() else keep
        return taken


def _merged(sources: Iterable[ActivityIndex]) -> Built:
    """Return the arrays of a union, its rows in canonical order."""
    kept = [source for source in sources if len(source)]
    if not kept:
        empty = np.empty(0, np.int32)
        return Built(0, 0, empty, empty, np.zeros((0, 0), WORD))
    rows_kept = [np.flatnonzero(s._alive) if s._alive is not None else np.arange(s._rows) for s in kept]
    all_ids = np.concatenate([s._ids[rows] for s, rows in zip(kept, rows_kept, strict=True)])
    all_first = np.concatenate([s._first[rows] for s, rows in zip(kept, rows_kept, strict=True)])
    order = np.lexsort((all_first, all_ids))
    once = order[np.flatnonzero(np.diff(all_ids[order], prepend=-1))]  # of each id, with its earliest first day
    by_id = all_ids[once]
    canonical = np.lexsort((by_id, all_first[once]))
    new_row = np.empty(len(once), np.int32)
    new_row[canonical] = np.arange(len(once), dtype=np.int32)
    ids, first = by_id[canonical], all_first[once][canonical]
    base = monday_of(int(first[0]))
    last = max(day for day in (s.last_day for s in kept) if day is not None)
    bits = np.zeros(room(last + 1 - base, len(ids)), WORD)
    lookups = []
    for source, rows in zip(kept, rows_kept, strict=True):
        lookup = np.zeros(source._rows, np.int32)
        lookup[rows] = new_row[np.searchsorted(by_id, source._ids[rows])]
        lookups.append(lookup)
    _spread(bits, base, last + 1, len(ids), list(zip(kept, lookups, strict=True)))
    return Built(base, last + 1 - base, ids, first, bits)


def _spread(bits: Words, base: int, end: int, rows: int, sources: list[tuple[ActivityIndex, Ids]]) -> None:
    """Set the bits of several indexes' person-days under their new row numbers."""
    words = words_for(rows)
    step = steps(rows)
    for start in range(base, end, step):
        stop = min(start + step, end)
        flags = np.zeros((stop - start, words << 6), np.bool_)
        for source, lookup in sources:
            a, b = max(start, source._base), min(stop, source._base + source._days)
            if a >= b:
                continue
            sets = source._bits[a - source._base : b - source._base, : words_for(source._rows)]
            days, old = _members(sets)
            flags[days + (a - start), lookup[old]] = True
        bits[start - base : stop - base, :words] = packed(flags)


def _members(sets: Words) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Return (set, row) of all members of several sets."""
    members, rows = np.nonzero(unpacked(np.ascontiguousarray(sets)))
    return members, rows
