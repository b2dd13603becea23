"""Paints the crosshair of a pane: the line through all panes, a dot on each curve, and its badges on the axes."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from watchlist.ui.chart.content import PaneContent
from watchlist.ui.chart.ink import Ink
from watchlist.ui.chart.scene import Scene, badge, badge_text
from watchlist.ui.chart.traces import position_at


def paint_crosshair(
    painter: QPainter, ink: Ink, content: PaneContent, scene: Scene, instant: float, height: float | None
) -> None:
    """Paint it; ``height`` is given in the pane where the pointer is."""
    plot, colours = scene.geometry.plot, ink.colours
    x = scene.x(instant)
    if not plot.left() <= x <= plot.right():
        return
    ink.down(painter, x, plot.top(), plot.bottom(), colours.crosshair)
    if height is not None and plot.top() <= height <= plot.bottom():
        ink.across(painter, plot.left(), plot.right(), height, colours.crosshair)
        for second in (False, True) if scene.second is not None else (False,):
            heights = scene.heights(second)
            text = badge_text(ink, heights, heights.value(height))
            badge(painter, ink, scene, second, height, text, colours.badge, colours.badge_text)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    for trace in content.shown():
        at = position_at(trace, instant)
        if at is None:
            continue
        factor, offset = content.base(trace, scene.view.start)
        y = scene.heights(trace.second_axis).pixel(float(trace.curve.y[at]) * factor + offset)
        if plot.top() <= y <= plot.bottom():
            painter.setPen(ink.pen(colours.plot, 255, 1.5))
            painter.setBrush(ink.colour(colours.line(trace.colour)))
            painter.drawEllipse(QPointF(scene.x(float(trace.curve.x[at])), y), 4.0, 4.0)
