"""How many participants were active, new and retained per period: the counts under all figures.

Works on blocks of rows that stay in the processor's cache and never holds the interpreter for long. Knows nothing of
what was read: that a period is missing is said elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import numpy as np

from watchlist.domain.arrays import Flags, Ids, Ints
from watchlist.domain.periods import Grain, first_day, period_of_day, week_of_day
from watchlist.metrics.activity_index import ActivityIndex
from watchlist.metrics.packed_bits import Words, sizes, union, unpacked
from watchlist.metrics.timelines import counts, first_days, period_sets, set_blocks

WINDOW = 28
_FEW = 4  # so many windows are united one by one, more of them by doubling
_DENSE_BITS = 1 << 22
_BLOCK_WORDS = 1 << 14  # a megabyte of words: days times words of a block of rows


def active(index: ActivityIndex, grain: Grain, first: int, last: int) -> Ints:
    """Return |A(p)| of the periods first … last."""
    return counts(index, "active", grain, first, last, lambda a, b: _counted(index, grain, a, b, 0))


def retained(index: ActivityIndex, grain: Grain, first: int, last: int) -> Ints:
    """Return |A(p) ∩ A(p-1)| of the periods first … last."""
    return counts(index, "retained", grain, first, last, lambda a, b: _counted(index, grain, a, b, 1))


def new(index: ActivityIndex, grain: Grain, first: int, last: int) -> Ints:
    """Return |{first(u) = p}| of the periods first … last."""
    starts = first_days(first, last + 1, grain)  # the first window that holds a day is the one that ends with it
    known = index.row_first if index.alive is None else index.first_days
    return np.diff(np.searchsorted(known, starts.astype(np.int32)))  # another type would copy all first days


def blocks(index: ActivityIndex, start: int, end: int) -> Iterator[tuple[int, Words]]:
    """Yield (day, sets) of blocks of rows: the sets of days from ``day`` to before ``end``.

    A block begins on the day of its first newcomer, or at ``start`` where that is later.
    """
    words = index.words_at(end - 1)
    wide = max(8, _BLOCK_WORDS // max(1, end - start))
    first = index.row_first
    for at in range(0, words, wide):
        day = max(start, int(first[at << 6]))
        yield day, index.day_sets(day, end, words)[:, at : at + wide]


def _counted(index: ActivityIndex, grain: Grain, first: int, last: int, before: int) -> Ints:
    """Count who was active in each period, and, where ``before`` is 1, also in the one before it."""
    found = np.zeros(last + 1 - first, np.int64)
    for period, sets in _sets_of(index, grain, first - before, last):
        held = sizes(sets[1:] & sets[:-1]) if before else sizes(sets)
        found[period + before - first :] += held
    return found


def _sets_of(index: ActivityIndex, grain: Grain, first: int, last: int) -> Iterator[tuple[int, Words]]:
    """Yield (period, sets) of blocks of rows, whatever the grain."""
    if grain in {Grain.WEEK, Grain.MONTH}:
        yield from set_blocks(index, grain, max(first, period_of_day(index.base, grain)), last)
    elif grain is Grain.DAY:
        yield from blocks(index, first, last + 1)
    elif last - first < _FEW:
        yield first, np.array([_window(index, day, index.words_at(last)) for day in range(first, last + 1)])
    else:
        for day, sets in blocks(index, first - WINDOW + 1, last + 1):
            skip = max(0, first - day)
            yield day + skip, _joined(sets, WINDOW)[skip:]


def _window(index: ActivityIndex, last: int, words: int) -> Words:
    """Return who was active in the 28 days up to one: whole weeks as they are kept, and the days at both ends."""
    start = last + 1 - WINDOW
    week, end = week_of_day(start + 6), week_of_day(last + 1)  # the weeks that lie wholly inside
    begin, sets = period_sets(index, Grain.WEEK, end)
    found = union(index.day_sets(start, first_day(week, Grain.WEEK), words))
    found |= union(index.day_sets(first_day(end, Grain.WEEK), last + 1, words))
    for place in range(max(0, week - begin), end - begin):
        found |= sets[place, :words]
    return found


def _joined(sets: Words, days: int) -> Words:
    """Return, for each day, the union of its set and those of the days before it, as many as asked for."""
    length = 1
    while length < days:
        shift = min(length, days - length, len(sets))
        joined = np.empty(sets.shape, sets.dtype)
        joined[:shift] = sets[:shift]
        np.bitwise_or(sets[shift:], sets[: len(sets) - shift], out=joined[shift:])
        sets = joined
        length += min(length, days - length)
    return sets


class NthDays:
    """The n-th active days of all rows, kept until anything changes."""

    __slots__ = ("_found",)
    survives_renumbering: ClassVar[bool] = False

    def __init__(self) -> None:
        self._found: list[Ids] | None = None

    def touched_from(self, _day: int) -> None:
        """Forget them: a new day may be anybody's second one."""
        self._found = None

    def of(self, index: ActivityIndex, wanted: tuple[int, ...]) -> list[Ids]:
        """Return them, found now where they are not known; always asked with the same ``wanted``."""
        if self._found is None:
            self._found = nth_days(index, wanted)
        return self._found


def nth_days(index: ActivityIndex, wanted: tuple[int, ...]) -> list[Ids]:
    """Return, for each n, the day of every row's n-th active day; a day after all others where there is none yet."""
    never = np.iinfo(np.int32).max
    rows_held = len(index.row_ids)
    if 0 < rows_held * index.stored_days <= _DENSE_BITS:
        return _nth_dense(index, wanted)
    found = [np.full(rows_held, never, np.int32) for _ in wanted]
    seen = np.zeros(rows_held, np.int32)
    for rows, days in index.person_days():
        if not len(rows):
            continue
        if days[0] == days[-1]:
            held = seen[rows] + 1
            seen[rows] = held
        else:
            order = np.argsort(rows, kind="stable")  # days ascend within a row
            rows, days = rows[order], days[order]
            starts = np.flatnonzero(np.diff(rows, prepend=-1))
            lengths = np.diff(np.append(starts, len(rows)))
            held = np.arange(len(rows)) - np.repeat(starts, lengths) + 1 + seen[rows]
            seen[rows[starts]] += lengths
        for n, nth in zip(wanted, found, strict=True):
            hit = held == n
            nth[rows[hit]] = days[hit]
    return found


def _column_sums(flags: Flags) -> Ids:
    """Return how many are set in each column; so many at once that a byte can count them."""
    found = np.zeros(flags.shape[1], np.int32)
    bytes_of = flags.view(np.uint8)
    for at in range(0, len(flags), 255):
        found += np.add.reduce(bytes_of[at : at + 255], axis=0, dtype=np.uint8)
    return found


def _nth_dense(index: ActivityIndex, wanted: tuple[int, ...]) -> list[Ids]:
    """Find the same where all bits fit into the cache: each row's days of having reached n are counted."""
    rows, days = len(index.row_ids), index.stored_days
    sets = np.ascontiguousarray(index.day_sets(index.base, index.base + days, (rows + 63) >> 6))
    found = {}
    reached = np.bitwise_or.accumulate(sets, axis=0)
    for n in range(1, max(wanted) + 1):
        if n > 1:
            step = np.zeros_like(sets)
            np.bitwise_and(sets[1:], reached[:-1], out=step[1:])
            reached = np.bitwise_or.accumulate(step, axis=0)
        if n in wanted:
            held = _column_sums(unpacked(reached))[:rows]
            never = np.int32(np.iinfo(np.int32).max)
            found[n] = np.where(held > 0, index.base + days - held, never).astype(np.int32)
    return [found[n] for n in wanted]
