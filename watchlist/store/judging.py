"""Which of several sources' points counts, and which points two sources disagree about. Pure functions on arrays."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ints
from watchlist.domain.instants import DAY, HOUR

TOLERANCE = 0.05
"""Two sources dispute a value when they differ by more than this share of the smaller one."""


def best_of(instants: Ints, sources: Ints, ranks: Mapping[int, int]) -> Flags:
    """Return, for points in any order, whether each is the one that counts at its instant."""
    place = _places(sources, ranks)
    order = np.lexsort((place, instants))
    first = np.ones(len(order), np.bool_)
    first[1:] = instants[order][1:] != instants[order][:-1]
    best = np.zeros(len(order), np.bool_)
    best[order[first]] = True
    return best


def disputed(instants: Ints, sources: Ints, values: Floats, final: Flags, manual: int | None) -> Flags:
    """Return, for points in any order, whether another source says something else for the same time.

    Compared are the last values of each source within the same hour, and the final values of the same day of sources
    that have one value for that day. What was entered by hand is the user's decision and in no dispute.
    """
    marked = np.zeros(len(instants), np.bool_)
    taking_part = np.ones(len(instants), np.bool_) if manual is None else sources != manual
    if len(np.unique(sources[taking_part])) < 2:
        return marked
    chosen = np.flatnonzero(taking_part)
    _compare(chosen, instants, sources, values, HOUR, marked)
    once = chosen[final[chosen]]
    if len(once):
        days = instants[once] // DAY
        _, inverse, counts = np.unique(np.stack([days, sources[once]]), axis=1, return_inverse=True, return_counts=True)
        _compare(once[counts[inverse.reshape(-1)] == 1], instants, sources, values, DAY, marked)
    return marked


def _compare(rows: Ints, instants: Ints, sources: Ints, values: Floats, width: int, marked: Flags) -> None:
    if not len(rows):
        return
    bins = instants[rows] // width
    order = rows[np.lexsort((instants[rows], sources[rows], bins))]
    ordered_bins, ordered_sources = instants[order] // width, sources[order]
    last = np.ones(len(order), np.bool_)
    last[:-1] = (ordered_bins[1:] != ordered_bins[:-1]) | (ordered_sources[1:] != ordered_sources[:-1])
    newest, newest_bins = values[order[last]], ordered_bins[last]
    starts = np.flatnonzero(np.r_[True, newest_bins[1:] != newest_bins[:-1]])
    low, high = np.minimum.reduceat(newest, starts), np.maximum.reduceat(newest, starts)
    apart = high - low > TOLERANCE * np.minimum(np.abs(low), np.abs(high))
    marked[rows[np.isin(bins, newest_bins[starts][apart])]] = True


def _places(sources: Ints, ranks: Mapping[int, int]) -> Ints:
    table = np.full(int(sources.max(initial=-1)) + 1, len(ranks), np.int64)
    for source, place in ranks.items():
        if source < len(table):
            table[source] = place
    return table[sources]
