"""The measure tool's and the zoom box's rectangle: how far apart two places of a pane are, in days and in value."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from watchlist.domain.instants import DAY, HOUR
from watchlist.ui.chart.ink import Ink, Type
from watchlist.ui.chart.scene import Scene


@dataclass(frozen=True, slots=True)
class Span:
    """Two places of a pane as instants and values of the first axis."""

    start: float
    start_value: float
    end: float
    end_value: float

    def text(self, ink: Ink, scene: Scene) -> str:
        """Return the distance: days, difference, per cent."""
        time = self.end - self.start
        if abs(time) >= 2 * DAY:
            days = ink.locale.toString(abs(time) / DAY, "f", 0 if abs(time) > 10 * DAY else 1)
            lasted = QCoreApplication.translate("Chart", "{days} days").format(days=days)
        else:
            hours = ink.locale.toString(abs(time) / HOUR, "f", 1)
            lasted = QCoreApplication.translate("Chart", "{hours} hours").format(hours=hours)
        delta = self.end_value - self.start_value
        writer = ink.writer(scene.first.unit)
        words = writer.exact(delta)
        if delta > 0 and not words.startswith("+"):
            words = "+" + words
        if self.start_value:
            ratio = delta / abs(self.start_value) * 100
            words += f"   {'+' if ratio > 0 else '−' if ratio < 0 else ''}{ink.locale.toString(abs(ratio), 'f', 1)} %"
        return f"{lasted}   {words}"


def paint_span(painter: QPainter, ink: Ink, scene: Scene, span: Span, boxed: bool) -> None:
    """Draw the rectangle; with its distance where it measures, plain where it is a box to zoom into."""
    plot = scene.geometry.plot
    one = QPointF(scene.x(span.start), scene.first.pixel(span.start_value))
    other = QPointF(scene.x(span.end), scene.first.pixel(span.end_value))
    area = QRectF(one, other).normalized()
    name = ink.colours.selection
    if not boxed and span.end_value < span.start_value:
        name = ink.colours.down
    painter.save()
    painter.setClipRect(plot)
    painter.fillRect(area, ink.colour(name, 34))
    painter.setPen(ink.pen(name))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)
    if not boxed:
        painter.drawLine(QLineF(one, other))
        text = span.text(ink, scene)
        width, height = ink.width(text, Type.BOLD) + 16, ink.height() + 8
        x = min(max(area.center().x() - width / 2, plot.left() + 4), plot.right() - width - 4)
        y = area.bottom() + 6 if area.bottom() + height + 8 < plot.bottom() else area.top() - height - 6
        y = max(y, plot.top() + 2)
        painter.fillRect(QRectF(x, y, width, height), ink.colour(ink.colours.badge))
        ink.text(painter, x + 8, y + 4, text, ink.colours.badge_text, Type.BOLD)
    painter.restore()
