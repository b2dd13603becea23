"""Whether a rule's conditions are true at each closed period, as arrays. Pure; never looks at a clock or a state.

Truth at a period depends only on values of that period and earlier ones, so evaluating period by period, all at
once, or from any point onwards gives the same result.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from watchlist.alerts.conditions import CONDITIONS
from watchlist.alerts.rules import All, Any, Node, Not, Operand, Test
from watchlist.domain.arrays import Flags, Floats, Ints
from watchlist.domain.instants import DAY

Marks: TypeAlias = npt.NDArray[np.int8]


class Mark(IntEnum):
    """The truth of one period; everything below zero is unknown, with its reason."""

    ERROR = -4
    STALE = -3
    NOT_ENOUGH = -2
    NO_DATA = -1
    FALSE = 0
    TRUE = 1


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """An operand on the rule's time axis: one value per closed period; ``marks`` is FALSE where the value counts."""

    ends: Ints
    values: Floats
    marks: Marks
    ranks: Floats | None = None


def truth(node: Node, tracks: Mapping[Operand, Track], count: int) -> Marks:
    """Return the truth of a tree at each of ``count`` periods of the shared time axis."""
    if isinstance(node, Test):
        return test_truth(node, tracks[node.operand])
    if isinstance(node, Not):
        part = truth(node.part, tracks, count)
        return np.where(part < 0, part, 1 - part).astype(np.int8)
    if isinstance(node, All | Any):
        parts = np.stack([truth(part, tracks, count) for part in node.parts])
        return _all(parts) if isinstance(node, All) else _any(parts)
    first = truth(node.first, tracks, count)
    second = truth(node.second, tracks, count)
    ends = next(iter(tracks.values())).ends
    return _then(first, second, ends, node.days)


def test_truth(test: Test, track: Track) -> Marks:
    """Return the truth of one test at each period."""
    return block_truth(test.condition, numbers_of(test), track.values, track.marks, track.ranks)


def numbers_of(test: Test) -> dict[str, float]:
    """Return the numbers of a test, its condition's own where the rule gives none."""
    found = {one.name: test.numbers.get(one.name, one.default) for one in CONDITIONS[test.condition].parameters}
    return {name: float(value) for name, value in found.items() if value is not None}


def block_truth(
    condition: str, numbers: Mapping[str, Level], values: Floats, marks: Marks, ranks: Floats | None = None
) -> Marks:
    """Return the truth of a condition along the last axis; rows are rules, levels may differ by row.

    A window's length is one number for all rows.
    """
    known_values = np.where(marks < 0, np.nan, values)
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        found = _EVALUATE[condition](known_values, numbers, ranks)
    result = np.where(marks < 0, marks, np.where(found >= 0, found, np.int8(Mark.NOT_ENOUGH)))
    return result.astype(np.int8)


def _all(parts: Marks) -> Marks:
    false = (parts == Mark.FALSE).any(axis=0)
    unknown = np.where(parts < 0, parts, np.int8(1)).min(axis=0)
    return np.where(false, np.int8(Mark.FALSE), unknown).astype(np.int8)


def _any(parts: Marks) -> Marks:
    true = (parts == Mark.TRUE).any(axis=0)
    unknown = np.where(parts < 0, parts, np.int8(0)).min(axis=0)
    return np.where(true, np.int8(Mark.TRUE), unknown).astype(np.int8)


def _then(first: Marks, second: Marks, ends: Ints, days: int) -> Marks:
    """Second while first was true before, at most so many days ago; unknown where first may have been."""
    oldest = ends - days * DAY
    near = _last(first == Mark.TRUE, ends) >= oldest
    perhaps = _last(first < 0, ends) >= oldest
    result = np.where(second == Mark.TRUE, np.where(near, Mark.TRUE, np.where(perhaps, Mark.NOT_ENOUGH, 0)), 0)
    return np.where(second < 0, second, result).astype(np.int8)


def _last(where: Flags, ends: Ints) -> Ints:
    """Return, per period, the end of the newest period before it where something held."""
    never = np.iinfo(np.int64).min
    last = np.maximum.accumulate(np.where(where, ends, never))
    return np.concatenate((np.full(min(1, len(ends)), never), last[:-1]))


Level: TypeAlias = float | Floats
_Numbers: TypeAlias = Mapping[str, Level]
_UNKNOWN = np.int8(-1)


def _as_marks(true: npt.NDArray[np.bool_], *need: Floats) -> Marks:
    known = np.ones(true.shape, np.bool_)
    for array in need:
        known &= ~np.isnan(array)
    return np.where(known, true, _UNKNOWN).astype(np.int8)


def _before(values: Floats) -> Floats:
    """Return, per period, the newest known value before it: a gap does not hide a crossing."""
    size = values.shape[-1]
    if not size:
        return values
    at = np.where(np.isnan(values), -1, np.arange(size))
    np.maximum.accumulate(at, axis=-1, out=at)
    at = np.concatenate((np.full((*values.shape[:-1], 1), -1, at.dtype), at[..., :-1]), axis=-1)
    return np.where(at >= 0, np.take_along_axis(values, np.maximum(at, 0), axis=-1), np.nan)


def _shifted(values: Floats) -> Floats:
    """Return, per period, the value of the period before it."""
    if not values.shape[-1]:
        return values
    return np.concatenate((np.full((*values.shape[:-1], 1), np.nan), values[..., :-1]), axis=-1)


def _windows(values: Floats, size: int) -> Floats:
    """Return for each period the ``size`` values that end with it, NaN before the start."""
    padded = np.concatenate((np.full((*values.shape[:-1], size - 1), np.nan), values), axis=-1)
    if padded.shape[-1] < size:
        return np.empty((*values.shape, size))
    return np.lib.stride_tricks.sliding_window_view(padded, size, axis=-1)


def _extreme(values: Floats, size: int, pick: Callable[..., Floats], neutral: float) -> Floats:
    window = _windows(values, size)
    found = pick(np.where(np.isnan(window), neutral, window), axis=-1)
    return np.where(np.isinf(found), np.nan, found)


def _level(compare: Callable[[Floats, Level], npt.NDArray[np.bool_]]) -> _Evaluate:
    return lambda values, numbers, _ranks: _as_marks(compare(values, numbers["level"]), values)


def _crosses(up: bool, down: bool) -> _Evaluate:
    def evaluate(values: Floats, numbers: _Numbers, _ranks: Floats | None) -> Marks:
        before, level = _before(values), numbers["level"]
        true = np.zeros(values.shape, np.bool_)
        if up:
            true |= (before <= level) & (values > level)
        if down:
            true |= (before >= level) & (values < level)
        return _as_marks(true, values, before)

    return evaluate


def _channel(entering: bool) -> _Evaluate:
    def evaluate(values: Floats, numbers: _Numbers, _ranks: Floats | None) -> Marks:
        before = _before(values)
        inside = (values >= numbers["low"]) & (values <= numbers["high"])
        was_inside = (before >= numbers["low"]) & (before <= numbers["high"])
        return _as_marks(inside & ~was_inside if entering else was_inside & ~inside, values, before)

    return evaluate


def _within(inside: bool) -> _Evaluate:
    def evaluate(values: Floats, numbers: _Numbers, _ranks: Floats | None) -> Marks:
        found = (values >= numbers["low"]) & (values <= numbers["high"])
        return _as_marks(found if inside else ~found, values)

    return evaluate


def _moves(up: bool, percent: bool) -> _Evaluate:
    def evaluate(values: Floats, numbers: _Numbers, _ranks: Floats | None) -> Marks:
        size = _periods(numbers) + 1
        usable = np.where(values > 0, values, np.nan) if percent else values
        edge = _extreme(usable, size, np.min, np.inf) if up else _extreme(usable, size, np.max, -np.inf)
        change = (values - edge) if up else (edge - values)
        amount = change / edge * 100.0 if percent else change
        wanted = numbers["percent"] if percent else numbers["amount"]
        return _as_marks((amount >= wanted) & (amount > 0), values, edge)

    return evaluate


def _beyond(high: bool, low: bool) -> _Evaluate:
    def evaluate(values: Floats, numbers: _Numbers, _ranks: Floats | None) -> Marks:
        size = _periods(numbers)
        before = _shifted(values)
        full = ~np.isnan(_windows(before, size)).any(axis=-1)
        true = np.zeros(values.shape, np.bool_)
        if high:
            true |= values > _extreme(before, size, np.max, -np.inf)
        if low:
            true |= values < _extreme(before, size, np.min, np.inf)
        return np.where(full, _as_marks(true, values), _UNKNOWN).astype(np.int8)

    return evaluate


def _unusual(values: Floats, numbers: _Numbers, _ranks: Floats | None) -> Marks:
    window = _windows(_shifted(values), _periods(numbers))
    full: Flags = np.logical_not(np.isnan(window).any(axis=-1))
    safe = np.where(full[..., None], window, 0.0)
    middle = np.median(safe, axis=-1)
    spread = np.median(np.abs(safe - middle[..., None]), axis=-1)
    score = 0.6745 * np.abs(values - middle) / spread
    true = np.where(spread > 0, score > numbers["score"], values != middle)
    return np.where(full, _as_marks(true, values), _UNKNOWN).astype(np.int8)


def _changes(values: Floats, _numbers: _Numbers, _ranks: Floats | None) -> Marks:
    before = _before(values)
    return _as_marks(values != before, values, before)


def _rank_changes(values: Floats, numbers: _Numbers, ranks: Floats | None) -> Marks:
    if ranks is None:
        return np.full(values.shape, _UNKNOWN)
    before = _before(ranks)
    return _as_marks(np.abs(ranks - before) >= numbers["places"], ranks, before)


def _periods(numbers: _Numbers) -> int:
    return int(np.max(numbers["periods"]))


_Evaluate: TypeAlias = Callable[[Floats, _Numbers, Floats | None], Marks]
_EVALUATE: Mapping[str, _Evaluate] = {
    "greater": _level(np.greater),
    "less": _level(np.less),
    "at_least": _level(np.greater_equal),
    "at_most": _level(np.less_equal),
    "crosses": _crosses(up=True, down=True),
    "crosses_up": _crosses(up=True, down=False),
    "crosses_down": _crosses(up=False, down=True),
    "enters": _channel(entering=True),
    "exits": _channel(entering=False),
    "inside": _within(inside=True),
    "outside": _within(inside=False),
    "up_by": _moves(up=True, percent=False),
    "down_by": _moves(up=False, percent=False),
    "up_percent": _moves(up=True, percent=True),
    "down_percent": _moves(up=False, percent=True),
    "new_high": _beyond(high=True, low=False),
    "new_low": _beyond(high=False, low=True),
    "unusual": _unusual,
    "changes": _changes,
    "rank_changes": _rank_changes,
    "leaves_band": _beyond(high=True, low=True),
    "below_band": _beyond(high=False, low=True),
}
