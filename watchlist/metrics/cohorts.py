"""Cohorts by first period and how many of each were active when: the counts under retention and survival.

Rows stand in order of first day, so that a cohort is a stretch of rows and a count two ranks of a set. Participants
of unknown age are in no cohort.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from watchlist.domain.arrays import Ints
from watchlist.domain.periods import Grain, end_day, first_day, period_of_day
from watchlist.metrics.activity_index import ActivityIndex
from watchlist.metrics.packed_bits import WORD, Words, counts_between
from watchlist.metrics.timelines import counts, first_days, kept, period_sets

_PIECE_WORDS = 1 << 15  # the ranks of a quarter of a megabyte of sets are found at once
Unknown = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """Rows cut where a cohort or a stretch of unknown age begins or ends.

    ``known`` are the stretches that belong to a cohort, ``opens`` the places among them at which a cohort begins,
    ``cohort`` those cohorts, out of ``cohorts``.
    """

    cuts: Ints
    known: Ints
    opens: Ints
    cohort: Ints
    cohorts: int

    def count(self, sets: Words) -> Ints:
        """Return how many members of each set every cohort has."""
        held = counts_between(sets, np.minimum(self.cuts, sets.shape[-1] << 6))
        if len(self.opens) == held.shape[-1] == self.cohorts:  # every stretch is a cohort of its own
            return held
        found = np.zeros((*sets.shape[:-1], self.cohorts), np.int64)
        if len(self.known):
            found[..., self.cohort] = np.add.reduceat(held[..., self.known], self.opens, axis=-1)
        return found


def stretches(index: ActivityIndex, grain: Grain, last: int, unknown: Unknown) -> Stretches:
    """Cut the rows of an index into the cohorts up to period ``last``, counted from the index's first period."""
    cut: Stretches = kept(index, ("stretches", grain, unknown), last, lambda: _stretches(index, grain, last, unknown))
    return cut


def _stretches(index: ActivityIndex, grain: Grain, last: int, unknown: Unknown) -> Stretches:
    begin = period_of_day(index.base, grain)
    days = first_days(begin, last + 1, grain)
    if not unknown:
        every = np.arange(last + 1 - begin)
        cuts = np.searchsorted(index.row_first, days.astype(np.int32))
        return Stretches(cuts, every, every, every, last + 1 - begin)
    edges = np.array([edge for pair in unknown for edge in pair], np.int64)
    low, high = int(days[0]), int(days[-1])
    every = np.unique(np.concatenate([days, np.clip(edges, low, high)]))
    starts = every[:-1]
    cohort = np.searchsorted(days, starts, side="right") - 1
    for a, b in unknown:
        cohort[(starts >= a) & (starts < b)] = -1
    known = np.flatnonzero(cohort >= 0)
    opens = np.flatnonzero(np.diff(cohort[known], prepend=-1))
    cuts = np.searchsorted(index.row_first, every.astype(np.int32))
    return Stretches(cuts, known, opens, cohort[known][opens], last + 1 - begin)


def _step(words: int) -> int:
    """Return of how many sets of that many words the ranks are found at once."""
    return max(1, _PIECE_WORDS // max(1, words))


def cohort_counts(index: ActivityIndex, grain: Grain, first: int, last: int, unknown: Unknown = ()) -> Ints:
    """Return a table: rows are the periods first … last, columns the cohorts of the same periods.

    Each number says how many of the cohort were active in the period; before the cohort's own period it is 0.
    """
    begin = period_of_day(index.base, grain)
    wide = max(0, last + 1 - begin)

    def compute(a: int, b: int) -> Ints:
        start, sets = period_sets(index, grain, b)
        cut = stretches(index, grain, b, unknown)
        found = np.zeros((b + 1 - a, cut.cohorts), np.int64)
        step = _step(sets.shape[1])
        for low in range(a, b + 1, step):
            high = min(b + 1, low + step)
            wide = index.words_at(first_day(high, grain) - 1)
            found[low - a : high - a] = cut.count(sets[low - start : high - start, :wide])
        return found

    table = counts(index, ("cohorts", unknown), grain, first, last, compute)
    if table.ndim == 1:  # nobody yet
        return np.zeros((len(table), last + 1 - first), np.int64)
    return _columns(table, begin, first, last, wide)


def still_counts(index: ActivityIndex, grain: Grain, first: int, last: int, unknown: Unknown = ()) -> Ints:
    """Return the same table for “active in the period or any later one up to ``last``”; the past changes with it."""
    question = first, last
    made: Ints = kept(index, ("still", grain, unknown), question, lambda: _still(index, grain, first, last, unknown))
    return made


def _still(index: ActivityIndex, grain: Grain, first: int, last: int, unknown: Unknown) -> Ints:
    begin = period_of_day(index.base, grain)
    if not len(index) or last < begin:
        return np.zeros((last + 1 - first, last + 1 - first), np.int64)
    _, sets = period_sets(index, grain, last)
    cut = stretches(index, grain, last, unknown)
    words = index.words_at(end_day(last, grain) - 1)
    later = np.zeros(words, WORD)
    table = np.zeros((last + 1 - begin, last + 1 - begin), np.int64)
    step = _step(words)
    for high in range(last + 1 - begin, 0, -step):
        low = max(0, high - step)
        members = sets[low:high, :words][::-1].copy()  # newest first: each one holds all that follow it
        members[0] |= later
        np.bitwise_or.accumulate(members, axis=0, out=members)
        later = members[-1]
        table[low:high] = cut.count(members)[::-1]
    rows = np.zeros((last + 1 - first, table.shape[1]), np.int64)
    rows[max(0, begin - first) :] = table[max(0, first - begin) :]
    held = _columns(rows, begin, first, last, table.shape[1])
    if begin > first:  # before the index begins everybody who ever came is still to come
        held[: begin - first] = held[begin - first]
    return held


def bracket_counts(
    index: ActivityIndex, grain: Grain, first: int, last: int, ages: tuple[int, int], unknown: Unknown = ()
) -> Ints:
    """Return, per period p, how many of cohort p-b were active in any of the periods p-b+a … p; ages are (a, b)."""
    low, high = ages

    def compute(a: int, b: int) -> Ints:
        start, sets = period_sets(index, grain, b)
        cut = stretches(index, grain, b, unknown)
        found = np.zeros(b + 1 - a, np.int64)
        step = _step(sets.shape[1])
        for period in range(max(a, start + high), b + 1, step):
            end = min(b + 1, period + step)
            held = sets[period - start : end - start].copy()
            for before in range(1, high - low + 1):
                held |= sets[period - start - before : end - start - before]
            # of each row of counts only the one cohort that is as old as asked for
            found[period - a : end - a] = np.diagonal(cut.count(held), period - start - high)[: end - period]
        return found

    return counts(index, ("bracket", ages, unknown), grain, first, last, compute)


def _columns(table: Ints, begin: int, first: int, last: int, wide: int) -> Ints:
    """Return the columns of the cohorts first … last of a table whose columns begin at another cohort."""
    if begin <= first and wide <= table.shape[1]:
        held = table[:, first - begin : wide]
        held.setflags(write=False)  # what is kept is handed out as it is
        return held
    out = np.zeros((len(table), last + 1 - first), np.int64)
    low = max(begin, first)
    out[:, low - first : max(low, begin + wide) - first] = table[:, low - begin : wide]
    return out
