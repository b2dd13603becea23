"""A curve at every zoom: halved again and again to its smallest and largest values, so that a frame costs the same at
a thousand and at a million points. Pure numpy; must never invent a point nor bridge a gap.

Level 0 is the curve itself. Each further level keeps two of every four points of the level below, the smallest and
the largest in the order in which the curve ran through them, at the places of the first and the third of the four.
Blocks are counted from the start of the data, so that panning never makes the line flicker.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from watchlist.domain.arrays import Floats, frozen

Numbers = npt.NDArray[np.float64] | npt.NDArray[np.int64]

PIECE = 1 << 16
"""Points that are worked on before the builder lets go: a few hundred microseconds."""

SMALL = 2048
"""A curve of at most so many points is drawn as it is."""

BLOCK = 16
"""Points whose usual distance is looked at together."""

_WIDE = 3.0
"""A block wider than so many columns is opened: it holds a gap, or sparse data beside dense."""


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """What is to be drawn of a curve: points, and the positions before which the line breaks."""

    x: Floats
    y: Floats
    breaks: npt.NDArray[np.int64]
    dense: bool

    def bounds(self) -> tuple[float, float] | None:
        """Return the smallest and the largest value, or None where there is nothing."""
        if not len(self.y):
            return None
        return float(self.y.min()), float(self.y.max())


@dataclass(frozen=True, slots=True, eq=False)
class Steps:
    """The longest distance that the line may bridge where it differs along the curve: from each edge on."""

    edges: Floats
    gaps: Floats

    def at(self, x: Floats) -> Floats:
        """Return the distance that may lie before each x."""
        found: Floats = self.gaps[np.maximum(self.edges.searchsorted(x, "right") - 1, 0)]
        return found


class Pyramid:
    """A curve and its coarser levels; ``gap`` is the longest distance in x that the line may bridge anywhere.

    ``steps`` says where along the curve less may be bridged: hourly points after daily ones, for example.
    """

    __slots__ = ("_kept", "gap", "levels", "steps", "x", "y")

    def __init__(self, x: Numbers, y: Numbers, gap: float | None = None, steps: Steps | None = None) -> None:
        """Take a curve with ascending x; points without a value are left out and so leave a gap."""
        xs = np.asarray(x, np.float64)
        ys = np.asarray(y, np.float64)
        good = np.isfinite(ys)
        if gap is None:
            gap = usual_gap(xs) if steps is None else float(steps.gaps.max())
        if not good.all():
            xs, ys = xs[good], ys[good]
        self.x: Floats = frozen(xs.view())
        self.y: Floats = frozen(ys.view())
        self.gap = gap
        self.steps = steps
        self.levels: list[tuple[Floats, Floats]] = [(self.x, self.y)]
        self._kept: tuple[tuple[float, float, int, int], Cut] | None = None

    @classmethod
    def built(cls, x: Numbers, y: Numbers, gap: float | None = None, steps: Steps | None = None) -> Pyramid:
        """Return a pyramid with all its levels, made at once."""
        pyramid = cls(x, y, gap, steps)
        for _ in pyramid.building():
            pass
        return pyramid

    def __len__(self) -> int:
        return len(self.x)

    def building(self) -> Iterator[None]:
        """Build the levels piece by piece; lets go after each piece, and a level appears when it is whole."""
        while len(self.levels[-1][0]) > SMALL:
            xs, ys = self.levels[-1]
            count = -(-len(xs) // 4)
            up_x, up_y = np.empty(2 * count), np.empty(2 * count)
            for start in range(0, len(xs), PIECE):
                stop = min(start + PIECE, len(xs))
                _halve(xs[start:stop], ys[start:stop], up_x[start // 2 :], up_y[start // 2 :])
                yield
            self.levels.append((frozen(up_x), frozen(up_y)))

    def cut(self, start: float, end: float, columns: int) -> Cut:
        """Return what to draw between two x on so many pixel columns, with one point beyond each edge.

        The last answer is kept: a frame asks once for the value range and once for the line.
        """
        asked = (start, end, columns, len(self.levels))
        if self._kept is None or self._kept[0] != asked:
            self._kept = (asked, self._cut(start, end, columns))
        return self._kept[1]

    def _cut(self, start: float, end: float, columns: int) -> Cut:
        x = self.x
        if not len(x) or end <= start:
            return Cut(x[:0], self.y[:0], _NO_BREAKS, False)
        first = max(0, int(x.searchsorted(start, "left")) - 1)
        stop = min(len(x), int(x.searchsorted(end, "right")) + 1)
        level = 0
        while level + 1 < len(self.levels) and ((stop - first) >> level) > 2.7 * columns:
            level += 1
        if level == 0:
            return self._finished(x[first:stop], self.y[first:stop], False)
        wide = _WIDE * (end - start) / columns
        parts: list[tuple[Floats, Floats]] = []
        self._collect(level, first >> (level + 1), -(-stop >> (level + 1)), wide, parts)
        if len(parts) == 1:
            return Cut(*parts[0], _NO_BREAKS, True)
        xs, ys = np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])
        # An opened block may reach far beyond an edge, across a gap: what is not seen must not stretch the value axis.
        low = max(0, int(xs.searchsorted(start)) - 2)
        high = int(xs.searchsorted(end, "right"))
        if high < len(xs) and xs[high] - end <= wide:
            high += 1
        return self._finished(xs[low:high], ys[low:high], True)

    def _collect(self, level: int, first: int, stop: int, wide: float, parts: list[tuple[Floats, Floats]]) -> None:
        """Gather blocks of two points of a level; a block that is too wide is gathered from the level below."""
        xs, ys = self.levels[level]
        if level == 0:
            parts.append((xs[2 * first : 2 * stop], ys[2 * first : 2 * stop]))
            return
        stop = min(stop, len(xs) // 2)
        starts = xs[2 * first : 2 * stop + 1 : 2]
        if len(starts) < stop - first + 1:
            starts = np.append(starts, self.x[-1])
        bad = np.flatnonzero(np.diff(starts) > wide) + first
        if not len(bad):
            parts.append((xs[2 * first : 2 * stop], ys[2 * first : 2 * stop]))
            return
        at = first
        for run in np.split(bad, np.flatnonzero(np.diff(bad) > 1) + 1):
            low, high = int(run[0]), int(run[-1]) + 1
            if low > at:
                parts.append((xs[2 * at : 2 * low], ys[2 * at : 2 * low]))
            self._collect(level - 1, 2 * low, 2 * high, wide, parts)
            at = high
        if at < stop:
            parts.append((xs[2 * at : 2 * stop], ys[2 * at : 2 * stop]))

    def _finished(self, xs: Floats, ys: Floats, dense: bool) -> Cut:
        """Return the cut with its breaks."""
        allowed = self.gap if self.steps is None else self.steps.at(xs[1:])
        breaks = np.flatnonzero(np.diff(xs) > allowed) + 1
        return Cut(xs, ys, breaks, dense)

    def reach(self, x: float) -> float:
        """Return how far from x a point may lie and still speak for it."""
        return self.gap if self.steps is None else float(self.steps.at(np.array([x]))[0])

    def nearest(self, x: float) -> int | None:
        """Return the position of the point nearest to x, the earlier of two equally near ones."""
        if not len(self.x):
            return None
        after = int(self.x.searchsorted(x))
        if after == 0:
            return 0
        if after == len(self.x) or x - self.x[after - 1] <= self.x[after] - x:
            return after - 1
        return after

    def mapped(self, function: np.ufunc, positive: bool = False) -> Pyramid:
        """Return the curve under a rising function (a logarithm), of its positive values only where told."""
        if positive and len(self.y) and self.y.min() <= 0:
            keep = self.y > 0
            return Pyramid.built(self.x[keep], function(self.y[keep]), self.gap, self.steps)
        other = Pyramid(self.x, function(self.y), self.gap, self.steps)
        other.levels = [(xs, frozen(function(ys))) for xs, ys in self.levels]
        return other


def usual_gap(x: Numbers) -> float:
    """Return the longest step that still belongs together: two and a half times the usual one."""
    if len(x) < 3:
        return float("inf")
    sample = np.diff(x[: 1 << 14])
    sample = sample[sample > 0]
    return 2.5 * float(np.median(sample)) if len(sample) else float("inf")


def usual_steps(x: Numbers) -> Steps | None:
    """Return the longest steps that belong together along a curve whose density changes, None where it does not.

    Each block of points looks at its neighbours too, so that the border between dense and sparse is no gap.
    """
    count = (len(x) - 1) // BLOCK
    if count < 2:
        return None
    usual = np.median(np.diff(x)[: count * BLOCK].reshape(count, BLOCK), axis=1)
    usual = np.where(usual > 0, usual, 1.0)
    if usual.max() < 2.0 * usual.min():
        return None
    around = np.maximum(usual, np.maximum(np.append(usual[1:], usual[-1]), np.append(usual[0], usual[:-1])))
    change = np.concatenate([[0], np.flatnonzero(np.diff(around)) + 1])
    edges = np.asarray(x, np.float64)[change * BLOCK]
    return Steps(frozen(edges), frozen(2.5 * around[change]))


def _halve(xs: Floats, ys: Floats, out_x: Floats, out_y: Floats) -> None:
    """Write two points for every four: the smallest and largest value in the order in which the curve ran."""
    count = -(-len(xs) // 4)
    rest = len(xs) % 4
    if rest:
        xs = np.concatenate([xs, np.full(4 - rest, xs[-1])])
        ys = np.concatenate([ys, np.full(4 - rest, ys[-1])])
    a, b, c, d = ys[0::4], ys[1::4], ys[2::4], ys[3::4]
    low = np.minimum(np.minimum(a, b), np.minimum(c, d))
    high = np.maximum(np.maximum(a, b), np.maximum(c, d))
    rising = d >= a
    out_y[0 : 2 * count : 2] = np.where(rising, low, high)
    out_y[1 : 2 * count : 2] = np.where(rising, high, low)
    out_x[0 : 2 * count : 2] = xs[0::4]
    out_x[1 : 2 * count : 2] = xs[2::4]


_NO_BREAKS: npt.NDArray[np.int64] = frozen(np.empty(0, np.int64))
