"""Counts per period that are kept beside an index and, after new events, computed again only from there on.

A count of a period depends on nothing that happens after it: what was touched on a day leaves all earlier periods as
they are.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any, ClassVar

import numpy as np

from watchlist.domain.arrays import Ints
from watchlist.domain.instants import DAY
from watchlist.domain.periods import Grain, end_day, first_day, period_ends, period_of_day
from watchlist.metrics.activity_index import ActivityIndex
from watchlist.metrics.index_build import steps
from watchlist.metrics.packed_bits import WORD, Words, union, words_for

_BLOCK_WORDS = 1 << 14  # a megabyte: periods times words of a block of rows
_SMALL_DAYS = 31  # an index of which a piece of work takes more days than this is small


class Timeline:
    """Counts of periods from ``first`` on, of which the first ``good`` hold."""

    __slots__ = ("first", "good", "grain", "values")
    survives_renumbering: ClassVar[bool] = True

    def __init__(self, first: int, grain: Grain) -> None:
        self.first, self.grain, self.good = first, grain, 0
        self.values: Ints = np.zeros(0, np.int64)

    def touched_from(self, day: int) -> None:
        """Forget the periods that hold a day or follow it."""
        self.good = max(0, min(self.good, period_of_day(day, self.grain) - self.first))


def first_days(first: int, last: int, grain: Grain) -> Ints:
    """Return the first days of the periods first … last; the last day of rolling windows."""
    if grain is Grain.WEEK or grain is Grain.MONTH:
        return period_ends(np.arange(first - 1, last, dtype=np.int64), grain) // DAY
    return np.arange(first, last + 1, dtype=np.int64)


def counts(
    index: ActivityIndex, name: Hashable, grain: Grain, first: int, last: int, compute: Callable[[int, int], Ints]
) -> Ints:
    """Return counts of the periods first … last; ``compute`` is asked for those that are not kept.

    Before the index begins there was nobody: zeros. Counts may be rows of a table, one column per period since then.
    """
    begin = period_of_day(index.base, grain)
    entry = index.memo.get((name, grain))
    if entry is None:
        entry = index.memo[name, grain] = Timeline(begin, grain)
    wanted = max(0, last + 1 - begin)
    if entry.good < wanted and len(index):
        fresh = compute(begin + entry.good, last)
        kept = entry.values[: entry.good]
        if fresh.ndim == 2:
            wide = np.zeros((entry.good, fresh.shape[1]), np.int64)
            if entry.good:
                wide[:, : kept.shape[1]] = kept
            kept = wide
        entry.values, entry.good = np.concatenate([kept, fresh]), wanted
    values: Ints = entry.values[:wanted]
    if first >= begin and len(values) == wanted:
        return values[first - begin :]
    out = np.zeros((max(0, last + 1 - first), *values.shape[1:]), np.int64)
    known = values[max(0, first - begin) :]
    at = max(0, begin - first)
    out[at : at + len(known)] = known
    return out


class Kept:
    """Something derived from a whole index for one question at a time, kept until anything changes."""

    __slots__ = ("_answer", "_question")
    survives_renumbering: ClassVar[bool] = False

    def __init__(self) -> None:
        self._question: Hashable = None
        self._answer: Any = None

    def touched_from(self, _day: int) -> None:
        """Forget it."""
        self._question = self._answer = None

    def of(self, question: Hashable, make: Callable[[], Any]) -> Any:
        """Return the answer, made now where another question was asked last."""
        if self._question != question:
            self._answer = make()
            self._question = question
        return self._answer


def kept(index: ActivityIndex, name: Hashable, question: Hashable, make: Callable[[], Any]) -> Any:
    """Return what is kept beside an index under a name for a question that is not None."""
    entry = index.memo.get(name)
    if entry is None:
        entry = index.memo[name] = Kept()
    return entry.of(question, make)


class PeriodSets:
    """The set of rows active in each week or month, kept like counts."""

    __slots__ = ("_good", "_sets", "first", "grain")
    survives_renumbering: ClassVar[bool] = False

    def __init__(self, index: ActivityIndex, grain: Grain) -> None:
        self.first, self.grain, self._good = period_of_day(index.base, grain), grain, 0
        self._sets: Words = np.zeros((0, 0), WORD)

    def touched_from(self, day: int) -> None:
        """Forget the periods that hold a day or follow it."""
        self._good = max(0, min(self._good, period_of_day(day, self.grain) - self.first))

    def upto(self, index: ActivityIndex, last: int) -> Words:
        """Return the sets of the periods from ``first`` to ``last``; rows beyond a period's last newcomer are zero."""
        wanted, words = last + 1 - self.first, words_for(len(index.row_ids))
        if wanted > len(self._sets) or words > self._sets.shape[1]:
            grown = np.zeros((wanted + 8 + wanted // 4, words + max(4, words // 4)), WORD)
            for place in range(self._good):
                grown[place, : self._sets.shape[1]] = self._sets[place]
            self._sets = grown
        if self._good < wanted and steps(words << 6) > _SMALL_DAYS:
            self._many(index, wanted, words)
        for place in range(self._good, wanted):
            start, end = first_day(self.first + place, self.grain), first_day(self.first + place + 1, self.grain)
            wide = min(index.words_at(end - 1), words)
            self._sets[place, :wide] = union(index.day_sets(start, end, wide))
        self._good = max(self._good, wanted)
        return self._sets[:wanted, :words]

    def _many(self, index: ActivityIndex, wanted: int, words: int) -> None:
        """Unite the days of all periods in one go."""
        starts = first_days(self.first + self._good, self.first + wanted, self.grain)
        days = index.day_sets(int(starts[0]), int(starts[-1]), words)
        np.bitwise_or.reduceat(days, starts[:-1] - starts[0], axis=0, out=self._sets[self._good : wanted, :words])
        self._good = wanted


def period_sets(index: ActivityIndex, grain: Grain, last: int) -> tuple[int, Words]:
    """Return the first kept period and the sets of all periods from it to ``last``."""
    entry = index.memo.get(("sets", grain))
    if entry is None:
        entry = index.memo["sets", grain] = PeriodSets(index, grain)
    return entry.first, entry.upto(index, last)


def set_blocks(index: ActivityIndex, grain: Grain, first: int, last: int) -> Iterator[tuple[int, Words]]:
    """Yield (period, sets) of blocks of rows, small enough for the cache: the sets of that period up to ``last``.

    A block begins with the period of its first newcomer, or with ``first`` where that is later.
    """
    begin, sets = period_sets(index, grain, last)
    wide = max(8, _BLOCK_WORDS // max(1, last + 1 - first))
    days = index.row_first
    for at in range(0, index.words_at(end_day(last, grain) - 1), wide):
        period = max(first, period_of_day(int(days[at << 6]), grain))
        yield period, sets[period - begin :, at : at + wide]
