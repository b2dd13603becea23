"""Paints one trace: line, area, steps, bars, candles, dots, with its band, its pair and its marked points."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from watchlist.domain.arrays import Flags, Floats
from watchlist.ui.chart.content import Heights, PaneContent
from watchlist.ui.chart.ink import Ink, Type, draw_line, points_of, polygon
from watchlist.ui.chart.pyramid import Cut, Pyramid
from watchlist.ui.chart.traces import Kind, Trace
from watchlist.ui.chart.valueaxis import Scale

DOT_ROOM = 4.0
"""Pixels between marked points below which they are not marked one by one."""


@dataclass(frozen=True, slots=True)
class Surface:
    """Where a trace is drawn: its axis, the plot, the stretch of time, and its factor and offset on a relative axis.

    ``tight`` where the painter cannot clip, as in SVG; ``quiet`` where another trace says "incomplete" already.
    """

    heights: Heights
    plot: QRectF
    start: float
    end: float
    columns: int
    factor: float
    offset: float
    tight: bool = False
    quiet: bool = False

    @property
    def per_x(self) -> float:
        """Return pixels per microsecond."""
        return self.plot.width() / (self.end - self.start)

    def x(self, instant: float) -> float:
        """Return the pixel of an instant."""
        return self.plot.left() + (instant - self.start) * self.per_x

    def y(self, value: float) -> float:
        """Return the pixel of a value of the trace."""
        return self.heights.pixel(value * self.factor + self.offset)

    def line(self, xs: Floats, ys: Floats) -> QPolygonF:
        """Return a polyline of values that are in the axis' units already besides factor and offset."""
        heights = self.heights
        scale = -heights.per_unit * self.factor
        shift = heights.bottom + (heights.low - self.offset) * heights.per_unit
        made = polygon(xs, ys, self.plot.left(), self.start, self.per_x, scale, shift)
        _trim(points_of(made), self.plot, self.tight)
        return made


def _trim(points: Floats, plot: QRectF, tight: bool) -> None:
    """Move the ends of a line that lie outside to the edge, on the line; and heights into sane bounds."""
    if not len(points):
        return
    for at, beside, edge in ((0, 1, plot.left()), (-1, -2, plot.right())):
        outside = points[at, 0] < edge if at == 0 else points[at, 0] > edge
        if outside and len(points) > 1 and points[at, 0] != points[beside, 0]:
            share = (edge - points[beside, 0]) / (points[at, 0] - points[beside, 0])
            if 0 <= share <= 1:
                points[at, 1] = points[beside, 1] + share * (points[at, 1] - points[beside, 1])
                points[at, 0] = edge
    room = 0.0 if tight else 20000.0
    column = points[:, 1]
    np.clip(column, plot.top() - room, plot.bottom() + room, out=column)


def paint_trace(painter: QPainter, ink: Ink, content: PaneContent, trace: Trace, surface: Surface) -> None:
    """Paint a trace with everything that belongs to it."""
    colour = ink.colours.line(trace.colour)
    scale = surface.heights.scale
    if trace.kind is Kind.CANDLES:
        _candles(painter, ink, trace, surface)
        return
    if trace.kind is Kind.BARS:
        _bars(painter, ink, trace, surface)
        return
    if trace.low is not None and trace.high is not None:
        _between(painter, ink, content.seen(trace.low, scale), content.seen(trace.high, scale), surface, colour, 44)
    if trace.other is not None:
        one, other = content.seen(trace.curve, scale), content.seen(trace.other, scale)
        _between(painter, ink, one, other, surface, ink.colours.down, 40)
        _line(painter, ink, _cut(other, surface), surface, ink.colours.muted, thin=True)
    if trace.kind is Kind.AREA:
        _area(painter, ink, _cut(content.seen(trace.curve, scale), surface), surface, colour)
    if trace.kind is not Kind.DOTS:
        solid = content.seen(trace.solid or trace.curve, scale)
        _line(painter, ink, _cut(solid, surface), surface, colour, thin=trace.thin, step=trace.kind is Kind.STEP)
        if trace.dashed is not None:
            _dashed(painter, ink, _cut(content.seen(trace.dashed, scale), surface), surface, colour)
    _points(painter, ink, trace, surface, colour)


def _cut(curve: Pyramid, surface: Surface) -> Cut:
    return curve.cut(surface.start, surface.end, surface.columns)


def _runs(cut: Cut) -> list[slice]:
    edges = [0, *cut.breaks.tolist(), len(cut.x)]
    return [slice(a, b) for a, b in itertools.pairwise(edges) if b > a]


def _line(
    painter: QPainter, ink: Ink, cut: Cut, surface: Surface, colour: str, *, thin: bool = False, step: bool = False
) -> None:
    for run in _runs(cut):
        xs, ys = cut.x[run], cut.y[run]
        if len(xs) == 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.colour(colour))
            point = surface.line(xs, ys).at(0)
            painter.drawEllipse(point, 1.8, 1.8)
            continue
        if step:
            xs, ys = np.repeat(xs, 2)[1:], np.repeat(ys, 2)[:-1]
        draw_line(painter, ink, surface.line(xs, ys), colour, thin=thin, dense=cut.dense)


def _dashed(painter: QPainter, ink: Ink, cut: Cut, surface: Surface, colour: str) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(ink.pen(colour, 255, 1.4, (3, 3)))
    for run in _runs(cut):
        line = surface.line(cut.x[run], cut.y[run])
        painter.drawPolyline(line)
        if not ink.vector:
            painter.translate(0, 1 / ink.density)
            painter.drawPolyline(line)
            painter.translate(0, -1 / ink.density)


def _between(
    painter: QPainter, ink: Ink, one: Pyramid, other: Pyramid, surface: Surface, colour: str, alpha: int
) -> None:
    first, second = _cut(one, surface), _cut(other, surface)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.colour(colour, alpha))
    if len(first.breaks) == len(second.breaks):
        runs = list(zip(_runs(first), _runs(second), strict=False))
    else:  # the two have different holes: shade only where both are
        runs = _common(first, second)
    for there, back in runs:
        one_x, one_y = _inside(first.x[there], first.y[there], surface)
        other_x, other_y = _inside(second.x[back], second.y[back], surface)
        xs = np.concatenate([one_x, other_x[::-1]])
        painter.drawPolygon(_closed(surface, xs, np.concatenate([one_y, other_y[::-1]])))


def _closed(surface: Surface, xs: Floats, ys: Floats) -> QPolygonF:
    """Return a closed shape; its ends lie at the edges already."""
    heights = surface.heights
    scale = -heights.per_unit * surface.factor
    shift = heights.bottom + (heights.low - surface.offset) * heights.per_unit
    made = polygon(xs, ys, surface.plot.left(), surface.start, surface.per_x, scale, shift)
    if surface.tight:
        column = points_of(made)[:, 1]
        np.clip(column, surface.plot.top(), surface.plot.bottom(), out=column)
    return made


def _inside(xs: Floats, ys: Floats, surface: Surface) -> tuple[Floats, Floats]:
    """Return the part of a curve within the stretch, its ends on the edges."""
    start, end = surface.start, surface.end
    if len(xs) < 2 or (xs[0] >= start and xs[-1] <= end):
        return xs, ys
    first, stop = int(xs.searchsorted(start)), int(xs.searchsorted(end, "right"))
    left = [start] if first > 0 and first < len(xs) else []
    right = [end] if 0 < stop < len(xs) else []
    edges = np.interp([*left, *right], xs, ys)
    return (
        np.concatenate([left, xs[first:stop], right]),
        np.concatenate([edges[: len(left)], ys[first:stop], edges[len(left) :]]),
    )


def _common(first: Cut, second: Cut) -> list[tuple[slice, slice]]:
    pairs = []
    for there in _runs(first):
        for back in _runs(second):
            start = max(first.x[there.start], second.x[back.start])
            stop = min(first.x[there.stop - 1], second.x[back.stop - 1])
            if stop > start:
                one = np.searchsorted(first.x[there], [start, stop]) + there.start
                other = np.searchsorted(second.x[back], [start, stop]) + back.start
                pairs.append((slice(int(one[0]), int(one[1]) + 1), slice(int(other[0]), int(other[1]) + 1)))
    return pairs


def _area(painter: QPainter, ink: Ink, cut: Cut, surface: Surface, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink.colour(colour, 34))
    floor = surface.heights.low if surface.heights.scale is Scale.LOG else (surface.heights.low - surface.offset)
    for run in _runs(cut):
        xs, ys = _inside(cut.x[run], cut.y[run], surface)
        if len(xs) > 1:
            xs = np.concatenate([xs[:1], xs, xs[-1:]])
            ys = np.concatenate([[floor], ys, [floor]])
            painter.drawPolygon(_closed(surface, xs, ys))


def _bars(painter: QPainter, ink: Ink, trace: Trace, surface: Surface) -> None:
    ladder = trace.ladder
    if ladder is None:
        return
    bars = ladder.at(3.0 / surface.per_x)
    width = ladder.width * bars.joined
    bars = bars.between(surface.start, surface.end, width)
    pixels = width * surface.per_x
    body = max(1.0, pixels - max(1.0, pixels * 0.22))
    left = (bars.x - surface.start) * surface.per_x + surface.plot.left() + (pixels - body) / 2
    zero = surface.y(0.0) if surface.heights.scale is not Scale.LOG else surface.plot.bottom()
    zero = ink.snap(min(max(zero, surface.plot.top()), surface.plot.bottom()))
    colour = ink.colour(ink.colours.line(trace.colour), 150)
    falling = ink.colour(ink.colours.down, 150)
    loose = _loose(trace)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for x, start, value in zip(left.tolist(), bars.x.tolist(), bars.volume.tolist(), strict=True):
        top = surface.y(value)
        area = QRectF(ink.snap(x), min(top, zero), ink.snap(body), abs(zero - top))
        if loose is not None and start + width > loose:
            painter.setPen(ink.pen(ink.colours.line(trace.colour), 255, 1.0, (3, 3)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        else:
            painter.fillRect(area, colour if value >= 0 else falling)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _candles(painter: QPainter, ink: Ink, trace: Trace, surface: Surface) -> None:
    """Draw candles: hollow where they rise, full where they fall, so that colour is never alone."""
    ladder = trace.ladder
    if ladder is None:
        return
    bars = ladder.at(3.0 / surface.per_x)
    width = ladder.width * bars.joined
    bars = bars.between(surface.start, surface.end, width)
    pixels = width * surface.per_x
    body = min(max(1.0, round(pixels * 0.68)), 15.0)
    loose = _loose(trace)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    middles = (bars.x + width / 2 - surface.start) * surface.per_x + surface.plot.left()
    rows = zip(
        middles.tolist(),
        bars.open.tolist(),
        bars.high.tolist(),
        bars.low.tolist(),
        bars.close.tolist(),
        bars.x.tolist(),
        strict=True,
    )
    hair = 1.0 / ink.density if ink.density >= 1.5 and not ink.vector else 1.0
    for middle, opened, high, low, close, start in rows:
        rising = close >= opened
        name = ink.colours.up if rising else ink.colours.down
        full = ink.colour(name)
        x = ink.snap(middle)
        top, bottom = surface.y(max(opened, close)), surface.y(min(opened, close))
        painter.fillRect(QRectF(x, surface.y(high), hair, surface.y(low) - surface.y(high)), full)
        area = QRectF(x - (body - hair) / 2, top, body, max(bottom - top, hair))
        if body < 3:
            painter.fillRect(area, full)
            continue
        painter.fillRect(area, full)
        inner = area.adjusted(1, 1, -1, -1)
        unfinished = loose is not None and start + width > loose
        if (rising or unfinished) and inner.height() > 0 and inner.width() > 0:
            painter.fillRect(inner, ink.colour(ink.colours.plot))
        if unfinished:
            painter.setPen(ink.pen(ink.colours.plot, 255, 1.0, (2, 2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0, 0, -1, -1))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _loose(trace: Trace) -> float | None:
    """Return the start of the first period that has not ended, None where all have."""
    complete, starts = trace.facts.complete, trace.facts.starts
    if complete is None or starts is None or complete.all():
        return None
    return float(starts[int(np.flatnonzero(~complete)[0])])


def _points(painter: QPainter, ink: Ink, trace: Trace, surface: Surface, colour: str) -> None:
    """Mark what a line cannot tell: small cohorts hollow, disputed values ringed, the unfinished end named."""
    xs = trace.curve.x
    first = int(xs.searchsorted(surface.start))
    stop = int(xs.searchsorted(surface.end, "right"))
    if stop <= first:
        return
    facts = trace.facts
    every = np.ones(stop - first, np.bool_)
    painter.setPen(ink.firm(colour, 1.3))
    if trace.kind is Kind.DOTS:
        painter.setBrush(ink.colour(colour))
        for middle in _apart(trace, every, first, surface):
            painter.drawEllipse(middle, 2.5, 2.5)
    if facts.enough is not None:
        painter.setBrush(ink.colour(ink.colours.plot))
        for middle in _apart(trace, ~facts.enough[first:stop], first, surface):
            painter.drawEllipse(middle, 3.2, 3.2)
    if facts.disputed is not None:
        painter.setBrush(ink.colour(ink.colours.plot))
        painter.setPen(ink.firm(ink.colours.disputed, 1.6))
        for middle in _apart(trace, facts.disputed[first:stop], first, surface):
            painter.drawPolygon(QPolygonF([middle + QPointF(*by) for by in ((0, -5), (5, 0), (0, 5), (-5, 0))]))
    if facts.complete is not None and not facts.complete[stop - 1]:
        middle = QPointF(surface.x(float(xs[stop - 1])), surface.y(float(trace.curve.y[stop - 1])))
        painter.setPen(ink.firm(colour, 1.3))
        painter.setBrush(ink.colour(ink.colours.plot))
        painter.drawEllipse(middle, 2.6, 2.6)
        if surface.quiet:
            return
        text = QCoreApplication.translate("Chart", "incomplete")
        height = ink.height(Type.SMALL)
        y = middle.y() + 5 if middle.y() + 5 + height < surface.plot.bottom() else middle.y() - height - 5
        x = min(middle.x() + ink.width(text, Type.SMALL) / 2, surface.plot.right() - 4)
        ink.text(painter, x, y, text, ink.colours.muted, Type.SMALL, 1.0)


def _apart(trace: Trace, chosen: Flags, first: int, surface: Surface) -> list[QPointF]:
    """Return where chosen points are, at most one in every few pixels."""
    at = np.flatnonzero(chosen) + first
    xs = (trace.curve.x[at] - surface.start) * surface.per_x + surface.plot.left()
    _, kept = np.unique(np.floor(xs / DOT_ROOM), return_index=True)
    ys = trace.curve.y[at[kept]].tolist()
    return [QPointF(x, surface.y(y)) for x, y in zip(xs[kept].tolist(), ys, strict=True)]
