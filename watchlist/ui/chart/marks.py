"""Paints what stands on a pane beside its curves: thresholds of rules, firings, annotations, quarantined values."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from watchlist.ui.chart.content import Heights, Mark, MarkKind, PaneContent
from watchlist.ui.chart.ink import Ink, Type

REACH = 6.0
"""Pixels within which the pointer is on a mark or a threshold."""


def paint_thresholds(
    painter: QPainter,
    ink: Ink,
    content: PaneContent,
    heights: Callable[[bool], Heights],
    plot: QRectF,
) -> None:
    """Draw each level across the plot, dashed, with its name at the left above the line."""
    colour = ink.colours.threshold
    for level in content.thresholds:
        y = heights(level.second_axis).pixel(level.value)
        if not plot.top() <= y <= plot.bottom():
            continue
        painter.setPen(ink.pen(colour, 255, 1.0, (5, 3)))
        at = ink.snap(y) + 0.5 / ink.density
        painter.drawLine(QLineF(plot.left(), at, plot.right(), at))
        text = f"{level.title}  {ink.writer(heights(level.second_axis).unit).exact(level.value)}"
        height = ink.height(Type.SMALL)
        width = ink.width(text, Type.SMALL)
        top = y - height - 2 if y - height - 2 > plot.top() else y + 2
        area = QRectF(plot.right() - width - 14, top, width + 8, height)
        painter.fillRect(area, ink.colour(ink.colours.plot, 205))
        ink.text(painter, area.left() + 4, top, text, colour, Type.SMALL)
        if level.movable:
            grip = QRectF(plot.right() - 5, y - 4, 5, 8)
            painter.fillRect(grip, ink.colour(colour))


def paint_marks(
    painter: QPainter, ink: Ink, content: PaneContent, x: Callable[[float], float], heights: Heights, plot: QRectF
) -> None:
    """Draw each mark in its shape: a triangle for a firing, a flag for a note, a cross for a value set aside."""
    for mark in content.marks:
        at = x(mark.instant)
        if not plot.left() - 8 <= at <= plot.right() + 8:
            continue
        if mark.kind is MarkKind.QUARANTINED:
            _cross(painter, ink, at, mark, heights, plot)
        elif mark.kind in (MarkKind.DIVERGENCE, MarkKind.HOLLOW, MarkKind.EVENT):
            _shape(painter, ink, at, mark.kind, plot)
        elif mark.kind is MarkKind.FIRING:
            ink.down(painter, at, plot.top(), plot.bottom(), ink.colours.firing, 70)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.colour(ink.colours.firing))
            foot = plot.bottom() - 1
            painter.drawPolygon(QPolygonF([QPointF(at - 5, foot), QPointF(at + 5, foot), QPointF(at, foot - 9)]))
        else:
            ink.down(painter, at, plot.top(), plot.bottom(), ink.colours.annotation, 90)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink.colour(ink.colours.annotation))
            foot = plot.bottom() - 1
            painter.drawPolygon(
                QPolygonF(
                    [QPointF(at, foot), QPointF(at, foot - 12), QPointF(at + 9, foot - 9), QPointF(at + 1, foot - 6)]
                )
            )


def _shape(painter: QPainter, ink: Ink, at: float, kind: MarkKind, plot: QRectF) -> None:
    """Draw a diamond for a divergence, a ring for hollow growth, a square for an event, at the foot of the plot."""
    foot = plot.bottom() - 7
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind is MarkKind.HOLLOW:
        painter.setPen(ink.firm(ink.colours.disputed, 1.8))
        painter.drawEllipse(QPointF(at, foot), 4.0, 4.0)
    elif kind is MarkKind.DIVERGENCE:
        painter.setPen(ink.firm(ink.colours.disputed, 1.8))
        corners = [QPointF(at, foot - 5), QPointF(at + 5, foot), QPointF(at, foot + 5), QPointF(at - 5, foot)]
        painter.drawPolygon(QPolygonF(corners))
    else:
        ink.down(painter, at, plot.top(), plot.bottom(), ink.colours.annotation, 70)
        painter.fillRect(QRectF(at - 4, foot - 4, 8, 8), ink.colour(ink.colours.annotation))


def _cross(painter: QPainter, ink: Ink, at: float, mark: Mark, heights: Heights, plot: QRectF) -> None:
    y = plot.top() + 12 if mark.value is None else heights.pixel(mark.value)
    y = min(max(y, plot.top() + 6), plot.bottom() - 6)
    painter.setPen(ink.firm(ink.colours.disputed, 1.8))
    painter.drawLine(QLineF(at - 4, y - 4, at + 4, y + 4))
    painter.drawLine(QLineF(at - 4, y + 4, at + 4, y - 4))


def mark_at(content: PaneContent, x: Callable[[float], float], pixel: float) -> list[Mark]:
    """Return the marks under a pixel column."""
    return [mark for mark in content.marks if abs(x(mark.instant) - pixel) <= REACH]
