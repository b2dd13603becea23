"""How unequally a total is held: Nakamoto coefficients, Gini, HHI, top shares, effective number.

Pure functions on weights, for one window or for many at once. Whoever holds nothing is not counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from itertools import pairwise

import numpy as np

from watchlist.domain.arrays import Floats, Ids, Ints
from watchlist.domain.lens_findings import Holdings

THRESHOLDS = (33, 50, 67)
"""Percent of the total that a coalition has to exceed."""

_CELLS_AT_ONCE = 2_000_000
_LORENZ_POINTS = 200
_TABLE_CELLS = 1 << 20
_TABLE_SHARE = 32  # a table that is so many times larger than the events is mostly empty


@dataclass(frozen=True, slots=True, eq=False)
class Measures:
    """The measures of many windows; NaN (and 0 participants) where nobody holds anything."""

    n: Ints
    total: Floats
    nakamoto_33: Floats
    nakamoto_50: Floats
    nakamoto_67: Floats
    gini: Floats
    hhi: Floats
    top_1: Floats
    top_10: Floats
    effective: Floats
    evenness: Floats

    @classmethod
    def empty(cls, windows: int) -> Measures:
        """Return measures of so many windows in which nobody holds anything."""
        return cls(np.zeros(windows, np.int64), np.zeros(windows), *(np.full(windows, np.nan) for _ in range(9)))

    def at(self, window: int) -> Holdings | None:
        """Return one window's measures; None where nobody holds anything."""
        if not self.n[window]:
            return None
        counts = (int(self.nakamoto_33[window]), int(self.nakamoto_50[window]), int(self.nakamoto_67[window]))
        rest = (self.gini, self.hhi, self.top_1, self.top_10, self.effective, self.evenness)
        return Holdings(
            int(self.n[window]), float(self.total[window]), counts, *(float(values[window]) for values in rest)
        )


def holdings(weights: Floats) -> Holdings | None:
    """Return the measures of one set of weights; None where nobody holds anything."""
    return measured(np.zeros(len(weights), np.int64), weights, 1).at(0)


def measured(windows: Ints, weights: Floats, count: int) -> Measures:
    """Return the measures of ``count`` windows, given each holder's window and weight in any order."""
    held = (weights > 0) & np.isfinite(weights)
    if not held.all():
        windows, weights = windows[held], weights[held]
    result = Measures.empty(count)
    if len(windows):
        windows, weights = _ranked(windows, weights)
        _measure(result, windows, weights)
    return result


def _ranked(windows: Ints, weights: Floats) -> tuple[Ints, Floats]:
    """Sort by window, then by weight upwards: one short sort per window is faster than one of pairs."""
    if np.any(windows[1:] < windows[:-1]):
        order = np.argsort(windows, kind="stable")
        windows, weights = windows[order], weights[order]
    else:
        weights = weights.copy()
    edges = np.flatnonzero(np.append(True, windows[1:] != windows[:-1])).tolist()
    for start, end in pairwise([*edges, len(windows)]):
        weights[start:end].sort()
    return windows, weights


def _measure(result: Measures, windows: Ints, weights: Floats) -> None:
    """Fill in the measures of the windows that somebody holds something in."""
    starts = np.flatnonzero(np.append(True, windows[1:] != windows[:-1]))
    ends = np.append(starts[1:], len(windows))
    n = ends - starts
    total = np.add.reduceat(weights, starts)
    at = windows[starts]
    sums = np.concatenate([[0.0], np.cumsum(weights)])  # sums of the smallest, window after window
    ranks = np.arange(1, len(weights) + 1) - np.repeat(starts, n)
    shares = weights / np.repeat(total, n)
    result.n[at], result.total[at] = n, total
    for percent, column in zip(THRESHOLDS, (result.nakamoto_33, result.nakamoto_50, result.nakamoto_67), strict=True):
        # The fewest who exceed the threshold leave as many as possible who hold less than the rest.
        rest = sums[starts] * 100 + (100 - percent) * total
        left = np.searchsorted(sums * 100, rest, side="left") - 1
        column[at] = ends - np.clip(left, starts, ends - 1)
    result.gini[at] = 2.0 * np.add.reduceat(ranks * shares, starts) / n - (n + 1) / n
    result.hhi[at] = np.add.reduceat(shares * shares, starts)
    result.top_1[at] = shares[ends - 1]
    result.top_10[at] = (sums[ends] - sums[np.maximum(ends - 10, starts)]) / total
    logs = np.log(shares, out=np.zeros_like(shares), where=shares > 0)  # a share can be too small to be told from 0
    effective = np.exp(-np.add.reduceat(shares * logs, starts))
    result.effective[at] = effective
    result.evenness[at] = effective / n


def rolling(participants: Ids, steps: Ints, weights: Floats | None, count: int, length: int) -> Measures:
    """Return the measures of ``count`` windows, the window at a step holding it and the ``length - 1`` before it.

    Each event is given by its participant, its step (from ``1 - length`` on) and its weight; without weights the
    events are counted. What lies in no window and nobody's events are left out.
    """
    result = Measures.empty(count)
    inside = (steps > -length) & (steps < count) & (participants >= 0)
    if weights is not None:
        inside &= (weights > 0) & np.isfinite(weights)
    if not inside.all():
        participants, steps = participants[inside], steps[inside]
        weights = None if weights is None else weights[inside]
    if not len(steps):
        return result
    people = int(participants.max()) + 1
    size = (count + length - 1) * people
    if size * (1 if weights is None else length) <= _TABLE_CELLS and size <= _TABLE_SHARE * len(steps):
        _rolled_table(result, participants, steps + (length - 1), weights, (count, length, people))
        return result
    cells, held = _summed((steps + (length - 1)) * people + participants, weights)
    cell_steps = cells // people - (length - 1)
    for first, last in _pieces(cell_steps, count, length):
        low, high = np.searchsorted(cell_steps, [first - length + 1, last])
        step, who, weight = cell_steps[low:high], cells[low:high] % people, held[low:high]
        spread = (step[None, :] + np.arange(length)[:, None]).ravel()
        keys = (spread - first) * people + np.tile(who, length)
        here = (spread >= first) & (spread < last)
        sums_of, sums = _summed(keys[here], np.tile(weight, length)[here])
        part = measured(sums_of // people, sums, last - first)
        for name in (field.name for field in fields(Measures)):
            getattr(result, name)[first:last] = getattr(part, name)
    return result


def _rolled_table(
    result: Measures, participants: Ids, places: Ints, weights: Floats | None, shape: tuple[int, int, int]
) -> None:
    """Fill in the measures by way of a table of all steps and participants; ``shape`` is (count, length, people)."""
    count, length, people = shape
    keys = places * people + participants
    held = np.bincount(keys, weights, (count + length - 1) * people).reshape(-1, people)
    if weights is None:
        upto = np.zeros((count + length, people), np.int32)
        np.cumsum(held, axis=0, dtype=np.int32, out=upto[1:])
        sums = (upto[length:] - upto[:-length]).ravel()
        at = np.flatnonzero(sums != 0)
        _measure(result, *_ranked_counts(at // people, sums[at]))
    else:  # differences of sums would leave dust where nobody holds anything
        table: Floats = held[length - 1 :].astype(np.float64)
        for before in range(1, length):
            table += held[length - 1 - before : len(held) - before]
        at = np.flatnonzero(table.ravel() != 0)
        _measure(result, *_ranked(at // people, table.ravel()[at]))


def _ranked_counts(windows: Ints, numbers: Ints) -> tuple[Ints, Floats]:
    """Sort by window, then by number upwards, both in one key that is as short as can be."""
    bits = int(numbers.max(initial=0)).bit_length()
    last = int(windows[-1]) if len(windows) else 0
    keys = (windows << bits) | numbers
    if (last + 1) << bits < 1 << 31:
        keys = keys.astype(np.int32)
    keys.sort()
    return (keys >> bits).astype(np.int64), (keys & ((1 << bits) - 1)).astype(np.float64)


def _pieces(cell_steps: Ints, count: int, length: int) -> Iterator[tuple[int, int]]:
    """Yield ranges of windows that take about so many cells together."""
    first = 0
    while first < count:
        low = int(np.searchsorted(cell_steps, first - length + 1))
        reach = min(low + _CELLS_AT_ONCE // length, len(cell_steps)) - 1
        last = count if reach >= len(cell_steps) - 1 else max(int(cell_steps[reach]), first + 1)
        yield first, min(last, count)
        first = last


def _summed(keys: Ints, weights: Floats | None) -> tuple[Ints, Floats]:
    """Return the distinct keys, ascending, and the sum of weights (or the number of rows) of each."""
    if weights is None:
        ranked = np.sort(keys)
        edges = np.flatnonzero(np.append(True, ranked[1:] != ranked[:-1]))
        return ranked[edges], np.diff(np.append(edges, len(ranked))).astype(np.float64)
    if not len(keys):
        return keys, weights
    bits = len(keys).bit_length()
    if int(keys.max()) < 1 << (62 - bits):
        packed = (keys << bits) | np.arange(len(keys))
        packed.sort()
        ranked, order = packed >> bits, packed & ((1 << bits) - 1)
    else:
        order = np.argsort(keys, kind="stable")
        ranked = keys[order]
    edges = np.flatnonzero(np.append(True, ranked[1:] != ranked[:-1]))
    return ranked[edges], np.add.reduceat(weights[order], edges)


def lorenz(weights: Floats) -> tuple[Floats, Floats]:
    """Return the Lorenz curve: the share of holders, poorest first, and what they hold together."""
    held = np.sort(weights[(weights > 0) & np.isfinite(weights)])
    if not len(held):
        return np.empty(0), np.empty(0)
    sums = np.concatenate([[0.0], np.cumsum(held)])
    # Even steps, and every one of the ten richest: the curve is steepest where few hold most.
    places = np.union1d(
        np.linspace(0, len(held), min(len(held), _LORENZ_POINTS) + 1).astype(np.int64),
        np.arange(max(0, len(held) - 10), len(held) + 1),
    )
    return places / len(held), sums[places] / sums[-1]
