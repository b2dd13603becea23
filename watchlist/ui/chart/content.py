"""What one pane holds: traces, thresholds and marks, and how its values become heights. No Qt widget, no painting.

The same content is painted in a window and into a picture.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from watchlist.domain.instants import Instant
from watchlist.ui.chart.pyramid import Pyramid
from watchlist.ui.chart.traces import Kind, Trace
from watchlist.ui.chart.valueaxis import Scale, Ticks, Unit, linear_ticks, log_ticks


class MarkKind(StrEnum):
    """What a mark stands for; each has a shape of its own."""

    FIRING = "firing"
    ANNOTATION = "annotation"
    QUARANTINED = "quarantined"
    EVENT = "event"
    DIVERGENCE = "divergence"
    HOLLOW = "hollow"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened at an instant; with a value it stands at that height of the left or right axis."""

    kind: MarkKind
    instant: Instant
    text: str
    value: float | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Threshold:
    """A level of a rule, drawn across the pane; it can be dragged where ``movable``."""

    id: str
    value: float
    title: str
    movable: bool = True
    second_axis: bool = False


@dataclass(frozen=True, slots=True)
class Heights:
    """How values of one axis become pixels: ``low`` at ``bottom``, ``high`` at ``top``; logarithms on a log axis."""

    scale: Scale
    unit: Unit
    low: float
    high: float
    top: float
    bottom: float

    @property
    def per_unit(self) -> float:
        """Return pixels per unit of the axis."""
        return (self.bottom - self.top) / (self.high - self.low)

    def pixel(self, value: float) -> float:
        """Return the height of a value of the axis."""
        if self.scale is Scale.LOG:
            value = math.log10(value) if value > 0 else self.low - 1
        return self.bottom - (value - self.low) * self.per_unit

    def value(self, pixel: float) -> float:
        """Return the value of the axis at a height."""
        value = self.low + (self.bottom - pixel) / self.per_unit
        return 10.0**value if self.scale is Scale.LOG else value

    def ticks(self, most: int) -> Ticks:
        """Return the ticks of the axis."""
        return (log_ticks if self.scale is Scale.LOG else linear_ticks)(self.low, self.high, most)


@dataclass(slots=True)
class PaneContent:
    """One pane's data and how it wants to be seen.

    ``scale`` and ``fixed`` (the user's own value range, in the axis' units) belong to the first axis. ``stretch`` is
    its share of the height. ``message`` says why there is nothing, and what to do. ``order`` is where it stands.
    """

    key: str
    title: str
    traces: list[Trace] = field(default_factory=list)
    thresholds: list[Threshold] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    scale: Scale = Scale.LINEAR
    hidden: set[str] = field(default_factory=set)
    fixed: tuple[float, float] | None = None
    stretch: int = 2
    definition: str = ""
    message: str = ""
    simulated: bool = False
    as_known_on: Instant | None = None
    _logs: dict[int, tuple[Pyramid, Pyramid]] = field(default_factory=dict)

    def shown(self) -> list[Trace]:
        """Return the traces that are not hidden."""
        return [trace for trace in self.traces if trace.key not in self.hidden]

    def span(self) -> tuple[float, float] | None:
        """Return the stretch that any trace covers."""
        spans = [span for trace in self.traces if (span := trace.span())]
        return (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else None

    def axis_scale(self, trace: Trace) -> Scale:
        """Return the scale on which a trace is drawn."""
        return Scale.LINEAR if trace.second_axis else self.scale

    def seen(self, curve: Pyramid, scale: Scale) -> Pyramid:
        """Return the curve in the axis' units; logarithms are made once and kept."""
        if scale is not Scale.LOG:
            return curve
        kept = self._logs.get(id(curve))
        if kept is None or kept[0] is not curve:
            if len(self._logs) > 64:
                self._logs.clear()
            kept = (curve, curve.mapped(np.log10, positive=True))
            self._logs[id(curve)] = kept
        return kept[1]

    def base(self, trace: Trace, start: float) -> tuple[float, float]:
        """Return factor and offset that turn a trace's values into the axis' units."""
        scale = self.axis_scale(trace)
        if scale not in (Scale.PERCENT, Scale.INDEXED) or not len(trace.curve):
            return 1.0, 0.0
        at = min(int(np.searchsorted(trace.curve.x, start)), len(trace.curve) - 1)
        first = float(trace.curve.y[at])
        if first == 0 or not math.isfinite(first):
            return 0.0, 0.0
        return (100.0 / first, -100.0) if scale is Scale.PERCENT else (100.0 / first, 0.0)

    def axis_unit(self, second: bool) -> Unit:
        """Return the unit of an axis: of its first trace, or the relative one."""
        if not second and self.scale is Scale.PERCENT:
            return Unit.PERCENT
        if not second and self.scale is Scale.INDEXED:
            return Unit.INDEX
        return next((trace.unit for trace in self.shown() if trace.second_axis == second), Unit.NUMBER)

    def has_second_axis(self) -> bool:
        """Return whether a visible trace uses the second axis."""
        return any(trace.second_axis for trace in self.shown())

    def heights(
        self, second: bool, start: float, end: float, columns: int, top: float, bottom: float
    ) -> tuple[Heights, bool]:
        """Return how an axis maps values to heights, fitted to what is visible, and whether anything is."""
        scale = Scale.LINEAR if second else self.scale
        fitted = self._fitted(second, scale, start, end, columns)
        found = fitted is not None
        low, high = fitted or (0.0, 1.0)
        if self.fixed is not None and not second:
            low, high = self.fixed
        return Heights(scale, self.axis_unit(second), low, high, top, bottom), found

    def _fitted(self, second: bool, scale: Scale, start: float, end: float, columns: int) -> tuple[float, float] | None:
        lows: list[float] = []
        highs: list[float] = []
        zero = False
        for trace in self.shown():
            if trace.second_axis != second:
                continue
            factor, offset = self.base(trace, start)
            zero = zero or (trace.kind is Kind.BARS and scale is Scale.LINEAR)
            for low, high in self._bounds(trace, scale, start, end, columns):
                one, other = low * factor + offset, high * factor + offset
                lows.append(min(one, other))
                highs.append(max(one, other))
        if not lows:
            return None
        low, high = min(lows), max(highs)
        if zero:
            low, high = min(low, 0.0), max(high, 0.0)
        if high - low < 1e-9 * max(abs(high), abs(low), 1e-12):
            room = 0.05 if scale is Scale.LOG else abs(high) * 0.05 or 1.0
            low, high = low - room, high + room
        room = high - low
        low_room = 0.0 if zero and low == 0 else 0.07
        return low - low_room * room, high + 0.07 * room

    def _bounds(
        self, trace: Trace, scale: Scale, start: float, end: float, columns: int
    ) -> Iterable[tuple[float, float]]:
        if trace.ladder is not None and trace.kind in (Kind.CANDLES, Kind.BARS):
            bars = trace.ladder.at(3 * (end - start) / columns)
            bars = bars.between(start, end, trace.ladder.width * bars.joined)
            column = (bars.low, bars.high) if trace.kind is Kind.CANDLES else (bars.volume, bars.volume)
            if len(bars):
                low, high = float(np.nanmin(column[0])), float(np.nanmax(column[1]))
                if scale is not Scale.LOG:
                    yield low, high
                elif high > 0:
                    yield math.log10(low) if low > 0 else math.log10(high) - 3, math.log10(high)
            return
        for curve in (trace.curve, trace.low, trace.high, trace.other):
            if curve is not None:
                found = self.seen(curve, scale).cut(start, end, columns).bounds()
                if found:
                    yield found
