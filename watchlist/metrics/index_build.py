"""Turns events into packed day bits in bulk: rows numbered by first active day, then by id.

Must give the same rows and bits for the same events in any order; works day by day in pieces of well under a
millisecond.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from watchlist.domain.arrays import Ids, Ints
from watchlist.domain.instants import DAY
from watchlist.metrics.packed_bits import PIECE_BITS, WORD, Words, words_for

_CHUNK = 1 << 16
_SPARSE = 8  # a table over the whole range of ids is made while that is at most this many times the events


@dataclass(frozen=True, slots=True, eq=False)
class PersonDays:
    """Ids sorted by day: those of day ``base + i`` stand at ``edges[i]`` up to ``edges[i + 1]``; base is a Monday."""

    base: int
    ids: Ids
    edges: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Built:
    """An index's arrays: ``bits[i]`` are the rows active on day ``base + i``."""

    base: int
    days: int
    ids: Ids
    first: Ids
    bits: Words


def monday_of(day: int) -> int:
    """Return the Monday of the ISO week that holds a day."""
    return day - (day + 3) % 7


def room(days: int, rows: int) -> tuple[int, int]:
    """Return days and words to set aside, with room to grow; pages that are never written cost no memory."""
    words = words_for(rows)
    spare = days + max(56, days // 4)
    return spare + -spare % 7, words + max(4, words // 4)


def steps(rows: int) -> int:
    """Return how many days of that many rows one piece of work takes."""
    return max(1, PIECE_BITS // max(64, words_for(rows) << 6))


def by_day(participants: Ids, instants: Ints) -> PersonDays:
    """Sort participants by UTC day; nobody is left out but NOBODY."""
    if len(participants) and int(participants.min()) < 0:
        known = participants >= 0
        participants, instants = participants[known], instants[known]
    if not len(participants):
        return PersonDays(0, np.empty(0, np.int32), np.zeros(1, np.int64))
    ascending = _ascending(instants)
    edges_at = (instants[0], instants[-1]) if ascending else (instants.min(), instants.max())
    low, high = int(edges_at[0]) // DAY, int(edges_at[1]) // DAY
    base = monday_of(low)
    if not ascending:
        days = np.floor_divide(instants, DAY) - low
        kind = np.uint16 if high - low < 1 << 16 else np.int64  # sorting 16 bits is a radix sort
        order = np.argsort(days.astype(kind), kind="stable")
        participants, instants = participants[order], instants[order]
        days = days[order]
        edges = np.searchsorted(days, np.arange(base - low, high - low + 2))
    else:
        edges = np.searchsorted(instants, np.arange(base, high + 2, dtype=np.int64) * DAY)
    return PersonDays(base, participants.astype(np.int32, copy=False), edges)


def build(given: PersonDays) -> Built:
    """Number the participants and set their bits."""
    days = len(given.edges) - 1
    if not len(given.ids):
        empty = np.empty(0, np.int32)
        return Built(given.base, 0, empty, empty, np.zeros(room(0, 0), WORD))
    low, span = int(given.ids.min()), int(given.ids.max()) - int(given.ids.min()) + 1
    if span > _SPARSE * len(given.ids) + _CHUNK:
        known = _distinct(given.ids)
        dense = PersonDays(given.base, _places(known, given.ids), given.edges)
        low, span = 0, len(known)
    else:
        known = None
        dense = given
        straight = _straight(given, low, span, days)
        if straight is not None:
            return straight
    first = _first_days(dense, low, span, days)
    present = np.flatnonzero(first < days)
    order = present[np.argsort(first[present], kind="stable")]
    lookup = np.zeros(span, np.int32)
    lookup[order] = np.arange(len(order), dtype=np.int32)
    bits = np.zeros(room(days, len(order)), WORD)
    upto = np.searchsorted(first[order], np.arange(days), side="right")
    _scatter(bits, dense, low, lookup, upto)
    ids = (order + low).astype(np.int32) if known is None else known[order]
    return Built(given.base, days, ids, (first[order] + given.base).astype(np.int32), bits)


def _ascending(instants: Ints) -> bool:
    """Say whether instants never go back."""
    return all(
        bool((instants[at + 1 : at + 1 + _CHUNK] >= instants[at : at + len(instants[at + 1 : at + 1 + _CHUNK])]).all())
        for at in range(0, len(instants), _CHUNK)
    )


def _distinct(ids: Ids) -> Ids:
    """Return the distinct ids, ascending; sorting lets other threads run, numpy's unique does not."""
    ordered = np.sort(ids)
    keep = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=keep[1:])
    return ordered[keep]


def _places(known: Ids, ids: Ids) -> Ids:
    """Return the position of each id among the known ones, piece by piece."""
    places = np.empty(len(ids), np.int32)
    for at in range(0, len(ids), _CHUNK):
        places[at : at + _CHUNK] = np.searchsorted(known, ids[at : at + _CHUNK])
    return places


def _straight(given: PersonDays, low: int, span: int, days: int) -> Built | None:
    """Use the ids as rows where they were handed out in order of first appearance; None where they were not.

    Then the ids that are new on a day follow the highest one so far without a hole, which the day's bits show.
    """
    if span < PIECE_BITS >> 4:
        return None  # small: the general way takes many days at once
    bits = np.zeros(room(days, span), WORD)
    raw = bits.view(np.uint8)
    flags = np.zeros(words_for(span) << 6, np.bool_)
    edges = given.edges.tolist()
    seen = 0
    counts = np.zeros(days, np.int64)
    for day in range(days):
        rows = given.ids[edges[day] : edges[day + 1]]
        if not len(rows):
            continue
        if low:
            rows = rows - low
        flags[rows] = True
        top = int(rows.max()) + 1
        if top > seen:
            if not flags[seen:top].all():
                return None
            counts[day], seen = top - seen, top
        wide = words_for(seen) << 6
        raw[day, : wide >> 3] = np.packbits(flags[:wide], bitorder="little")
        flags[:wide] = False
    first = np.repeat(np.arange(given.base, given.base + days, dtype=np.int32), counts)
    return Built(given.base, days, np.arange(low, low + span, dtype=np.int32), first, bits)


def _first_days(given: PersonDays, low: int, span: int, days: int) -> Ids:
    """Return the first day of every id of a range, ``days`` where it never appears."""
    first = np.full(span, days, np.int32)
    for end in range(len(given.ids), 0, -_CHUNK):
        start = max(0, end - _CHUNK)
        when = np.searchsorted(given.edges, np.arange(start, end), side="right") - 1
        # of equal places the last assigned stays: backwards in time that is the earliest day
        first[given.ids[start:end][::-1] - low] = when[::-1]
    return first


def _scatter(bits: Words, given: PersonDays, low: int, lookup: Ids, upto: Ints) -> None:
    """Set the bits of all person-days; ``upto`` is how many rows exist by each day."""
    raw = bits.view(np.uint8)
    days = len(upto)
    step = steps(int(upto[-1]))
    for start in range(0, days, step):
        end = min(days, start + step)
        a, b = int(given.edges[start]), int(given.edges[end])
        if a == b:
            continue
        wide = words_for(int(upto[end - 1])) << 6
        flags = np.zeros((end - start, wide), np.bool_)
        rows = lookup[given.ids[a:b] - low]
        when = np.repeat(np.arange(end - start), np.diff(given.edges[start : end + 1])) if step > 1 else 0
        flags[when, rows] = True
        raw[start:end, : wide >> 3] = np.packbits(flags, axis=1, bitorder="little")
