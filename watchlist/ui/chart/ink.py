"""What painting needs besides data: colours, type, cached text and the pens that are quick enough for panning.

A pen of width 2 costs many times one of width 1, and a pen that is not cosmetic is wide on a dense screen. So lines
are drawn with 1-pixel cosmetic pens, thicker ones in passes a pixel apart; only a vector picture gets real widths.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

import numpy as np
import shiboken6
from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF, QStaticText, QTransform

from watchlist.domain.arrays import Floats
from watchlist.ui.chart.colours import ChartColours
from watchlist.ui.chart.content import Heights
from watchlist.ui.chart.timeaxis import Tick
from watchlist.ui.chart.valueaxis import Unit, Writer


class Type(IntEnum):
    """The three sizes of text in a chart."""

    SMALL = 0
    NORMAL = 1
    BOLD = 2


class Ink:
    """Colours, fonts and locale of one painting surface; made anew when any of them changes."""

    def __init__(
        self,
        colours: ChartColours,
        font: QFont,
        density: float = 1.0,
        *,
        locale: QLocale | None = None,
        zone: str = "UTC",
        vector: bool = False,
    ) -> None:
        """Take a theme, the base font and the device pixels per pixel; ``vector`` for SVG and PDF."""
        self.colours = colours
        self.density = density
        self.locale = locale or QLocale()
        self.zone = zone
        self.vector = vector
        self.hair = 1.0 if vector or density < 1.5 else round(density / 2 + 0.01) / density
        size = font.pointSizeF() if font.pointSizeF() > 0 else font.pixelSize() * 0.75
        self._fonts = {kind: _tabular(font, size, kind) for kind in Type}
        self._metrics = {kind: QFontMetricsF(made) for kind, made in self._fonts.items()}
        self._texts: dict[tuple[str, Type], tuple[QStaticText, float]] = {}
        self.kept_ticks: dict[Heights, tuple[list[tuple[float, str]], float]] = {}
        self.kept_times: tuple[tuple[float, float, float], tuple[Tick, ...]] | None = None
        self._colours: dict[tuple[str, int], QColor] = {}

    def font(self, kind: Type = Type.NORMAL) -> QFont:
        """Return a font."""
        return self._fonts[kind]

    def height(self, kind: Type = Type.NORMAL) -> float:
        """Return the height of a line of text."""
        return self._metrics[kind].height()

    def width(self, text: str, kind: Type = Type.NORMAL) -> float:
        """Return the width of a text; kept, because shaping is what costs."""
        return self._laid(text, kind)[1]

    def colour(self, name: str, alpha: int = 255) -> QColor:
        """Return a colour by its #rrggbb."""
        key = (name, alpha)
        if key not in self._colours:
            made = QColor(name)
            made.setAlpha(alpha)
            self._colours[key] = made
        return self._colours[key]

    def pen(self, name: str, alpha: int = 255, width: float = 1.0, dash: Sequence[float] = ()) -> QPen:
        """Return a pen of a hairline on screen, of a true width in a vector picture."""
        pen = QPen(QBrush(self.colour(name, alpha)), width if self.vector else 1.0)
        pen.setCosmetic(not self.vector)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dash:
            pen.setDashPattern([part * (1.0 if self.vector else self.density) for part in dash])
        return pen

    def firm(self, name: str, width: float) -> QPen:
        """Return a pen of a true width, for the few small shapes that must be seen; never for a curve."""
        pen = self.pen(name, 255, width)
        pen.setWidthF(width if self.vector else width * self.density)
        return pen

    def text(
        self,
        painter: QPainter,
        x: float,
        y: float,
        text: str,
        colour: str,
        kind: Type = Type.NORMAL,
        align: float = 0.0,
    ) -> float:
        """Write a text, its top at y, its left (align 0), middle (0.5) or right edge (1) at x; return its width."""
        laid, width = self._laid(text, kind)
        x -= align * width
        painter.setPen(self.colour(colour))
        painter.setFont(self._fonts[kind])
        if self.vector:
            painter.drawText(QPointF(x, y + self._metrics[kind].ascent()), text)
        else:
            painter.drawStaticText(QPointF(round(x * self.density) / self.density, round(y)), laid)
        return width

    def elided(self, text: str, kind: Type, width: float) -> str:
        """Return a text cut to a width, with an ellipsis."""
        if self.width(text, kind) <= width:
            return text
        return self._metrics[kind].elidedText(text, Qt.TextElideMode.ElideRight, width)

    def writer(self, unit: Unit) -> Writer:
        """Return what writes numbers of a unit here."""
        return Writer(unit, self.locale)

    def snap(self, position: float) -> float:
        """Return a position on a whole device pixel, so that hairlines stay sharp."""
        return round(position * self.density) / self.density

    def across(self, painter: QPainter, x0: float, x1: float, y: float, colour: str, alpha: int = 255) -> None:
        """Draw a horizontal hairline."""
        painter.fillRect(QRectF(x0, self.snap(y), x1 - x0, self.hair), self.colour(colour, alpha))

    def down(self, painter: QPainter, x: float, y0: float, y1: float, colour: str, alpha: int = 255) -> None:
        """Draw a vertical hairline."""
        painter.fillRect(QRectF(self.snap(x), y0, self.hair, y1 - y0), self.colour(colour, alpha))

    def _laid(self, text: str, kind: Type) -> tuple[QStaticText, float]:
        key = (text, kind)
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) > 2000:
                self._texts.clear()
            laid = QStaticText(text)
            laid.setTextFormat(Qt.TextFormat.PlainText)
            laid.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            laid.prepare(QTransform(), self._fonts[kind])
            found = self._texts[key] = (laid, self._metrics[kind].horizontalAdvance(text))
        return found


def named(name: str, alpha: int = 255) -> QColor:
    """Return the colour of a #rrggbb."""
    made = QColor(name)
    made.setAlpha(alpha)
    return made


def _tabular(font: QFont, size: float, kind: Type) -> QFont:
    made = QFont(font)
    made.setPointSizeF(max(6.0, size * (0.9 if kind is Type.SMALL else 1.0)))
    made.setWeight(QFont.Weight.DemiBold if kind is Type.BOLD else QFont.Weight.Normal)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


def points_of(polygon: QPolygonF) -> Floats:
    """Return the numbers of a polygon as an array of x and y that writes through."""
    memory: Any = shiboken6.VoidPtr(polygon.data(), polygon.size() * 16, True)  # type: ignore[call-arg, arg-type]
    points: Floats = np.frombuffer(memory, np.float64).reshape(-1, 2)
    return points


def polygon(xs: Floats, ys: Floats, left: float, start: float, per_x: float, factor: float, offset: float) -> QPolygonF:
    """Return a polyline in pixels: x from instants, y by factor and offset."""
    made = QPolygonF()
    made.resize(len(xs))
    points = points_of(made)
    column = points[:, 0]
    np.subtract(xs, start, out=column)
    column *= per_x
    column += left
    np.multiply(ys, factor, out=points[:, 1])
    points[:, 1] += offset
    return made


def draw_line(painter: QPainter, ink: Ink, made: QPolygonF, colour: str, *, thin: bool, dense: bool) -> None:
    """Draw a polyline as thick as the screen's density and the count of points allow."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if ink.vector:
        painter.setPen(ink.pen(colour, 255, 1.0 if thin else 1.6))
        painter.drawPolyline(made)
        return
    painter.setPen(ink.pen(colour))
    smooth = not (dense and ink.density >= 1.5)  # at two pixels per pixel a dense line's steps cannot be seen
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth)
    for dx, dy in _shifts(ink.density, thin, dense, made.size()):
        painter.translate(dx, dy)
        painter.drawPolyline(made)
        painter.translate(-dx, -dy)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)


def _shifts(density: float, thin: bool, dense: bool, count: int) -> tuple[tuple[float, float], ...]:
    """Return where the passes of a line go: the more points, the fewer; a dense line is thick by itself."""
    pixel = 1.0 / density
    once, twice = ((0.0, 0.0),), ((0.0, 0.0), (0.0, pixel))
    few = count <= 420
    if density < 1.5:
        if thin or dense or count > 1500:
            return once
        return (*twice, (0.5 * pixel, 0.5 * pixel)) if few else twice
    if thin or not few:
        return twice
    return (*twice, (pixel, 0.0), (pixel, pixel))
