"""Paints a pane without its crosshair: grid, curves, marks, axes. The one place where a pane's look is decided.

Works on any painter: a window's, a picture's, an SVG's. It must be able to do six panes in a few milliseconds, so
there is no object per point, and text comes out of a cache.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter

from watchlist.ui.chart.content import Heights, PaneContent
from watchlist.ui.chart.geometry import Geometry
from watchlist.ui.chart.ink import Ink, Type
from watchlist.ui.chart.layers import Surface, paint_trace
from watchlist.ui.chart.marks import paint_marks, paint_thresholds
from watchlist.ui.chart.timeaxis import Tick, label, ticks
from watchlist.ui.chart.timeview import TimeView
from watchlist.ui.chart.traces import Trace

LABEL_ROOM = 52.0
"""Pixels that the narrowest axis leaves for a label."""

TICK_ROOM = 92
"""Pixels that a tick of the time axis asks for at the usual text size."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A pane as it was painted last: what a click or a crosshair needs to know."""

    view: TimeView
    geometry: Geometry
    first: Heights
    second: Heights | None
    filled: bool

    def x(self, instant: float) -> float:
        """Return the pixel of an instant."""
        plot = self.geometry.plot
        return plot.left() + (instant - self.view.start) / self.view.width * plot.width()

    def instant(self, x: float) -> float:
        """Return the instant at a pixel."""
        plot = self.geometry.plot
        return self.view.start + (x - plot.left()) / plot.width() * self.view.width

    def heights(self, second: bool) -> Heights:
        """Return the heights of an axis."""
        return self.second if second and self.second is not None else self.first


def lay_out(content: PaneContent, view: TimeView, geometry: Geometry, ink: Ink) -> Scene:
    """Return how a pane of this size shows this stretch; curves keep below the read-out where there is room."""
    plot = geometry.plot
    head = min((header_rows(content) * round(ink.height() + 3)) + 6, 0.3 * plot.height())
    room = (view.start, view.end, geometry.columns, plot.top() + head, plot.bottom() - 1)
    first, filled = content.heights(False, *room)
    second, also = content.heights(True, *room) if content.has_second_axis() else (None, False)
    return Scene(view, geometry, first, second, filled or also)


def header_rows(content: PaneContent) -> int:
    """Return how many lines the read-out has."""
    shown = content.shown()
    return 1 if len(shown) == 1 and shown[0].title == content.title else 1 + len(shown)


def time_ticks(ink: Ink, view: TimeView, columns: float) -> tuple[Tick, ...]:
    """Return the ticks that fit; kept, since all panes of a frame ask for the same."""
    key = (view.start, view.end, columns)
    if ink.kept_times is not None and ink.kept_times[0] == key:
        return ink.kept_times[1]
    room = max(TICK_ROOM, 6.4 * ink.width("0000"))
    found = ticks(view.start, view.end, max(2, int(columns / room * 1.35)), ink.zone)
    ink.kept_times = (key, found)
    return found


def value_ticks(ink: Ink, heights: Heights) -> list[tuple[float, str]]:
    """Return the ticks of a value axis as values and labels."""
    return _kept_ticks(ink, heights)[0]


def _kept_ticks(ink: Ink, heights: Heights) -> tuple[list[tuple[float, str]], float]:
    """Return labels and step; kept, since laying out and painting both ask."""
    kept = ink.kept_ticks.get(heights)
    if kept is not None:
        return kept
    if len(ink.kept_ticks) > 64:
        ink.kept_ticks.clear()
    most = max(2, int((heights.bottom - heights.top) / (2.6 * ink.height(Type.SMALL))))
    found = heights.ticks(most)
    writer = ink.writer(heights.unit)
    made = [(value, writer.axis(value, found.step)) for value in found.values]
    ink.kept_ticks[heights] = (made, found.step)
    return made, found.step


def axis_width(ink: Ink, heights: Heights | None) -> float:
    """Return the width that the labels of an axis need, in steps so that it seldom changes; 0 for no axis."""
    if heights is None:
        return 0.0
    widest = max((ink.width(text, Type.SMALL) for _, text in value_ticks(ink, heights)), default=0.0)
    step = 8
    least = 7.2 * ink.width("0", Type.SMALL)
    return float(-(-int(max(widest + 16, least)) // step) * step)


def paint(painter: QPainter, ink: Ink, content: PaneContent, scene: Scene) -> None:
    """Paint a pane."""
    colours, plot, view = ink.colours, scene.geometry.plot, scene.view
    painter.fillRect(QRectF(0, 0, scene.geometry.width, scene.geometry.height), ink.colour(colours.plot))
    per_x, left, top, height = plot.width() / view.width, plot.left() - 0.0, plot.top(), plot.height()
    for tick in time_ticks(ink, view, plot.width()):
        colour = ink.colour(colours.grid_strong if tick.rank >= 2 else colours.grid)
        painter.fillRect(QRectF(ink.snap(left + (tick.instant - view.start) * per_x), top, ink.hair, height), colour)
    if scene.filled:
        labels = value_ticks(ink, scene.first)
        for value, _ in labels:
            ink.across(painter, plot.left(), plot.right(), scene.first.pixel(value), colours.grid)
    else:
        labels = []
    if content.simulated:
        watermark(painter, ink, plot)
    painter.save()
    painter.setClipRect(plot)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    named = False
    for trace in content.shown():
        factor, offset = content.base(trace, view.start)
        surface = Surface(
            scene.heights(trace.second_axis),
            plot,
            view.start,
            view.end,
            scene.geometry.columns,
            factor,
            offset,
            ink.vector,
            named,
        )
        paint_trace(painter, ink, content, trace, surface)
        named = named or (trace.facts.complete is not None and not trace.facts.complete[-1:].all())
    paint_thresholds(painter, ink, content, scene.heights, plot)
    paint_marks(painter, ink, content, scene.x, scene.first, plot)
    painter.restore()
    if not scene.filled:
        _message(painter, ink, content.message or _nothing(content), plot)
    _axes(painter, ink, content, scene, labels)


def _axes(painter: QPainter, ink: Ink, content: PaneContent, scene: Scene, labels: list[tuple[float, str]]) -> None:
    colours, plot = ink.colours, scene.geometry.plot
    ink.down(painter, plot.right(), plot.top(), plot.bottom(), colours.frame)
    half = ink.height(Type.SMALL) / 2
    for value, text in labels:
        y = scene.first.pixel(value)
        if plot.top() + half <= y <= plot.bottom() - half:
            ink.text(painter, plot.right() + 8, y - half, text, colours.muted, Type.SMALL)
    if scene.second is not None:
        ink.down(painter, plot.left() - 1, plot.top(), plot.bottom(), colours.frame)
        for value, text in value_ticks(ink, scene.second):
            y = scene.second.pixel(value)
            if plot.top() + half <= y <= plot.bottom() - half:
                ink.text(painter, plot.left() - 8, y - half, text, colours.muted, Type.SMALL, 1.0)
    taken: list[float] = []
    for trace in content.shown():
        if not trace.thin and len(trace.curve):
            _newest_badge(painter, ink, content, trace, scene, taken)


def _newest_badge(
    painter: QPainter, ink: Ink, content: PaneContent, trace: Trace, scene: Scene, taken: list[float]
) -> None:
    """Mark the newest visible complete value on its axis, in the trace's colour."""
    at = int(trace.curve.x.searchsorted(scene.view.end, "right")) - 1
    complete = trace.facts.complete
    while at >= 0 and complete is not None and not complete[at]:
        at -= 1
    if at < 0 or trace.curve.x[at] < scene.view.start:
        return
    factor, offset = content.base(trace, scene.view.start)
    heights = scene.heights(trace.second_axis)
    value = float(trace.curve.y[at]) * factor + offset
    y = heights.pixel(value)
    plot = scene.geometry.plot
    height = ink.height(Type.SMALL) + 4
    y = min(max(y, plot.top() + height / 2 + 1), plot.bottom() - height / 2 - 1)
    if any(abs(y - other) < height for other in taken):
        return
    taken.append(y)
    text = badge_text(ink, heights, value)
    badge(painter, ink, scene, trace.second_axis, y, text, ink.colours.line(trace.colour), ink.colours.plot)


def badge_text(ink: Ink, heights: Heights, value: float) -> str:
    """Return a value as short as an axis wants it, one digit finer than the ticks."""
    writer, room = ink.writer(heights.unit), LABEL_ROOM
    text = writer.exact(value)
    if ink.width(text, Type.SMALL) <= room:
        return text
    step = _kept_ticks(ink, heights)[1] / 10 or abs(value) / 100 or 1.0
    return writer.axis(value, 10.0 ** math.floor(math.log10(step)))


def badge(
    painter: QPainter, ink: Ink, scene: Scene, second: bool, y: float, text: str, back: str, colour: str
) -> QRectF:
    """Draw a label on an axis and return where."""
    area = badge_area(ink, scene, second, y)
    painter.fillRect(area, ink.colour(back))
    right = second
    width = area.width() - 6
    shown = ink.elided(text, Type.SMALL, width)
    x = area.right() - 7 if right else area.left() + 7
    ink.text(painter, x, area.top() + 2, shown, colour, Type.SMALL, 1.0 if right else 0.0)
    return area


def badge_area(ink: Ink, scene: Scene, second: bool, y: float) -> QRectF:
    """Return where a label on an axis goes."""
    axis = scene.geometry.second_axis if second else scene.geometry.first_axis
    height = round(ink.height(Type.SMALL)) + 4
    top = round(min(max(y - height / 2, 0), scene.geometry.height - height))
    return QRectF(axis.left() + (0 if second else 1), top, axis.width() - 1, height)


def watermark(painter: QPainter, ink: Ink, area: QRectF, strength: int = 26) -> None:
    """Write SIMULATED across an area, faint but not to be missed."""
    text = QCoreApplication.translate("Chart", "SIMULATED")
    font = ink.font(Type.BOLD)
    painter.save()
    big = type(font)(font)
    big.setPixelSize(max(12, int(min(area.height() * 0.3, area.width() * 0.08))))
    big.setLetterSpacing(type(font).SpacingType.PercentageSpacing, 112)
    painter.setFont(big)
    painter.setPen(ink.colour(ink.colours.watermark, strength))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _message(painter: QPainter, ink: Ink, text: str, plot: QRectF) -> None:
    painter.setFont(ink.font())
    painter.setPen(ink.colour(ink.colours.muted))
    painter.drawText(plot.adjusted(24, 28, -24, -8), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, text)


def _nothing(content: PaneContent) -> str:
    if not content.traces:
        return QCoreApplication.translate("Chart", "Drop a metric here to draw it.")
    if not content.shown():
        return QCoreApplication.translate("Chart", "Everything here is hidden. Choose a curve in the menu of the pane.")
    return QCoreApplication.translate("Chart", "No data in this stretch of time.")


def paint_time_axis(painter: QPainter, ink: Ink, view: TimeView, area: QRectF, left: float, right: float) -> None:
    """Paint the common time axis: its labels stand under the panes' vertical lines."""
    colours = ink.colours
    painter.fillRect(area, ink.colour(colours.plot))
    ink.across(painter, area.left(), area.right(), area.top(), colours.frame)
    width = area.width() - left - right
    end = area.left() + left - 4
    found = time_ticks(ink, view, width)
    ranks = {tick.rank for tick in found}
    loud = max(ranks) if len(ranks) > 1 else 4
    for tick in found:
        x = area.left() + left + (tick.instant - view.start) / view.width * width
        text = label(tick, ink.zone, ink.locale)
        kind = Type.BOLD if tick.rank >= max(loud, 1) else Type.SMALL
        half = ink.width(text, kind) / 2
        if x - half < end or x + half > area.left() + left + width + right - 2:
            continue
        end = x + half + 8
        y = area.top() + (area.height() - ink.height(kind)) / 2
        ink.text(painter, x, y, text, colours.text if kind is Type.BOLD else colours.muted, kind, 0.5)
