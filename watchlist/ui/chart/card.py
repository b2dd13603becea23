"""The frame round a chart beside the stack: title, legend, a pyqtgraph plot, one line that reads the chosen point.

pyqtgraph draws, zooms and pans here; a frame of it is too slow only for the stack. Imported when such a chart is first
shown, never before the first paint. Every point is a stop that the arrow keys reach and that is spoken.

Signals: spoke(text), stop_chosen(series, position) when a stop is activated with Enter or a click.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape

import numpy as np
import numpy.typing as npt
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLocale, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from watchlist.domain.instants import DAY, instant_of
from watchlist.ui.chart.colours import LIGHT, ChartColours
from watchlist.ui.chart.ink import Ink, named
from watchlist.ui.chart.timeaxis import Tick, label, ticks
from watchlist.ui.chart.valueaxis import Unit, Writer


@dataclass(frozen=True, slots=True)
class Stop:
    """A point that can be reached and read: where it is, and its words."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the legend; ``hollow`` for what is drawn in outline."""

    title: str
    colour: str
    hollow: bool = False


class ValueAxis(pg.AxisItem):
    """A value axis that writes numbers as the rest of the program does."""

    def __init__(self, side: str, writer: Writer) -> None:
        """Take the side and the writer."""
        super().__init__(side)
        self.writer = writer

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Return the labels."""
        return [self.writer.axis(value, spacing) for value in values]


BASE = instant_of(datetime(2020, 1, 1, tzinfo=UTC))
"""Where the days of a card's time axis are counted from: small numbers survive SVG's six digits."""


def days(instants: object) -> npt.NDArray[np.float64]:
    """Return instants as days on a card's time axis."""
    return (np.asarray(instants, np.float64) - BASE) / DAY


class CalendarAxis(pg.AxisItem):
    """A time axis over days, by the calendar."""

    def __init__(self, zone: str, locale: QLocale) -> None:
        """Take the display time zone and the locale."""
        super().__init__("bottom")
        self._zone, self._locale = zone, locale
        self._found: dict[float, Tick] = {}

    def tickValues(
        self,
        minVal: float,  # noqa: N803 - pyqtgraph's own names
        maxVal: float,  # noqa: N803
        size: float,
    ) -> list[tuple[float, list[float]]]:
        """Return one level of ticks."""
        found = ticks(minVal * DAY + BASE, maxVal * DAY + BASE, max(2, int(size / 80)), self._zone)
        self._found = {(tick.instant - BASE) / DAY: tick for tick in found}
        return [(1.0, list(self._found))]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Return the labels."""
        return [label(self._found[v], self._zone, self._locale) if v in self._found else "" for v in values]


class Card(QWidget):
    """A chart with its frame. See the module for its signals; subclasses call ``begin`` and ``finish``."""

    spoke = Signal(str)
    stop_chosen = Signal(int, int)

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
        *,
        x_unit: Unit | None = Unit.NUMBER,
        y_unit: Unit = Unit.NUMBER,
        colours: ChartColours = LIGHT,
        zone: str = "UTC",
    ) -> None:
        """Build the frame; ``x_unit`` None means time."""
        super().__init__(parent)
        self.title, self.zone = title, zone
        self.colours = colours
        self.legend: list[Entry] = []
        self.stops: list[list[Stop]] = []
        self.definition = ""
        self.simulated = False
        self.stroke = 0.0
        self.series_at, self.stop_at = 0, -1
        self._x_unit, self._y_unit = x_unit, y_unit
        self._again: Callable[[], None] | None = None
        self.heading, self.keys, self.reading = QLabel(self), QLabel(self), QLabel(self)
        self.heading.setText(title)
        self.heading.setWordWrap(True)
        self.keys.setTextFormat(Qt.TextFormat.RichText)
        self.keys.setWordWrap(True)
        self.axes = {"left": ValueAxis("left", Writer(y_unit, QLocale()))}
        if x_unit is None:
            self.axes["bottom"] = CalendarAxis(zone, QLocale())
        else:
            self.axes["bottom"] = ValueAxis("bottom", Writer(x_unit, QLocale()))
        item = pg.PlotItem(axisItems=self.axes, enableMenu=False)
        item.ctrlMenu.deleteLater()  # made all the same, and a window of its own that nobody would close
        item.ctrlMenu = None
        self.plot = pg.PlotWidget(self, plotItem=item)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setFrameShape(pg.QtWidgets.QFrame.Shape.NoFrame)
        self.plot.hideButtons()
        self.plot.setMinimumHeight(120)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        for widget, stretch in ((self.heading, 0), (self.keys, 0), (self.plot, 1), (self.reading, 0)):
            column.addWidget(widget, stretch)
        self._cursor = pg.ScatterPlotItem(size=11, pxMode=True)
        self._cursor.setZValue(50)
        self._note = QLabel(self.plot)
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._note.setWordWrap(True)
        self._note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._note.hide()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(title)
        self.plot.scene().sigMouseMoved.connect(self._hovered)
        self._dress()

    # ------------------------------------------------------------------ for subclasses
    def begin(self, again: Callable[[], None]) -> None:
        """Empty the plot; ``again`` draws it anew when the theme changes."""
        self._again = again
        self.plot.clear()
        self.legend, self.stops = [], []
        self.plot.addItem(self._cursor, ignoreBounds=True)
        self._cursor.setData([], [])
        self._note.hide()

    def finish(self, summary: str, message: str = "") -> None:
        """Show the legend and tell what is drawn; ``message`` says why there is nothing."""
        self.keys.setText(
            "&nbsp;&nbsp; ".join(
                f'<span style="color:{entry.colour}">{"□" if entry.hollow else "■"}</span> {escape(entry.title)}'
                for entry in self.legend
            )
        )
        self.keys.setVisible(bool(self.legend))
        self.setAccessibleDescription(message or summary)
        self.reading.setText(" ")
        self.series_at, self.stop_at = 0, -1
        self._note.setText(message)
        self._note.setVisible(bool(message))
        self._note.setGeometry(self.plot.rect().adjusted(40, 10, -20, -30))
        for axis in self.axes.values():
            axis.setVisible(not message)

    def pen(self, colour: str, width: float = 1.0, *, dashed: bool = False) -> object:
        """Return a cosmetic pen; wide ones only where there are few points."""
        style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
        return pg.mkPen(colour, width=width * (self.stroke or self.devicePixelRatioF()), style=style)

    def line(self, x: object, y: object, colour: str, *, dashed: bool = False, width: float = 1.6) -> None:
        """Draw a curve; a missing value is a gap."""
        self.plot.plot(
            np.asarray(x, np.float64),
            np.asarray(y, np.float64),
            connect="finite",
            antialias=True,
            pen=self.pen(colour, width, dashed=dashed),
        )

    def band(self, x: object, low: object, high: object, colour: str) -> None:
        """Shade between two curves."""
        nothing = pg.mkPen(None)
        lower = pg.PlotCurveItem(np.asarray(x), np.asarray(low), pen=nothing)
        upper = pg.PlotCurveItem(np.asarray(x), np.asarray(high), pen=nothing)
        shade = pg.mkColor(colour)
        shade.setAlpha(46)
        for item in (lower, upper, pg.FillBetweenItem(lower, upper, brush=shade)):
            self.plot.addItem(item)

    def bars(self, x: object, width: float, low: object, high: object, colour: str, *, hollow: bool = False) -> None:
        """Draw bars between two heights."""
        brush = pg.mkBrush(None) if hollow else pg.mkBrush(colour)
        pen = self.pen(colour) if hollow else pg.mkPen(None)
        low, high = np.asarray(low, np.float64), np.asarray(high, np.float64)
        self.plot.addItem(
            pg.BarGraphItem(x=np.asarray(x), y0=low, height=high - low, width=width, brush=brush, pen=pen)
        )

    def write(self, value: float, unit: Unit | None = None) -> str:
        """Return a number in words of the axis, or of another unit."""
        return Writer(unit or self._y_unit, QLocale()).exact(value)

    # ------------------------------------------------------------------ look
    def set_colours(self, colours: ChartColours) -> None:
        """Follow the theme."""
        self.colours = colours
        self._dress()
        if self._again is not None:
            self._again()

    def ink(self) -> Ink:
        """Return the colours and fonts for what is painted by hand."""
        return Ink(self.colours, self.font(), self.devicePixelRatioF(), zone=self.zone)

    def _dress(self) -> None:
        colours = self.colours
        self.plot.setBackground(colours.plot)
        font = QFont(self.font())
        font.setPointSizeF(max(6.0, font.pointSizeF() * 0.9))
        font.setFeature(QFont.Tag("tnum"), 1)
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        self.heading.setFont(bold)
        self.reading.setFont(font)
        self.keys.setFont(font)
        for label_, colour in (
            (self.heading, colours.text),
            (self.keys, colours.muted),
            (self.reading, colours.text),
            (self._note, colours.muted),
        ):
            palette = label_.palette()
            palette.setColor(label_.foregroundRole(), named(colour))
            label_.setPalette(palette)
        for axis in self.axes.values():
            axis.setPen(pg.mkPen(colours.frame))
            axis.setTextPen(pg.mkPen(colours.muted))
            axis.setStyle(tickFont=font, tickLength=0, tickTextOffset=6, maxTickLevel=0)
            axis.setZValue(-1000)
        self.axes["left"].setGrid(60 if colours.dark else 48)
        self.axes["left"].setWidth(round(self.fontMetrics().horizontalAdvance("0") * 8))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the card and show the focus ring."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), named(self.colours.plot))
        if self.hasFocus():
            painter.setPen(pg.mkPen(self.colours.focus, width=2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    # ------------------------------------------------------------------ reading
    def _hovered(self, place: QPointF) -> None:
        view = self.plot.plotItem.vb
        if not view.sceneBoundingRect().contains(place):
            return
        at = view.mapSceneToView(place)
        size = view.viewPixelSize()
        best: tuple[float, int, int] | None = None
        for series, stops in enumerate(self.stops):
            for position, stop in enumerate(stops):
                away = ((stop.x - at.x()) / size[0]) ** 2 + 0.35 * ((stop.y - at.y()) / size[1]) ** 2
                if best is None or away < best[0]:
                    best = (away, series, position)
        if best is not None and best[0] < 60**2:
            self.show_stop(best[1], best[2], aloud=False)

    def show_stop(self, series: int, position: int, *, aloud: bool = True) -> None:
        """Mark a point and read it."""
        self.series_at, self.stop_at = series, position
        stop = self.stops[series][position]
        self._cursor.setData([stop.x], [stop.y], pen=pg.mkPen(self.colours.text, width=2), brush=pg.mkBrush(None))
        self.reading.setText(stop.text)
        if aloud:
            self.setAccessibleDescription(stop.text)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, stop.text))
            self.spoke.emit(stop.text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from point to point, from curve to curve; 0 shows everything again."""
        key = event.key()
        filled = [at for at, stops in enumerate(self.stops) if stops]
        if key == Qt.Key.Key_0:
            self.plot.autoRange()
            return
        if not filled:
            super().keyPressEvent(event)
            return
        series = self.series_at if self.series_at in filled else filled[0]
        count = len(self.stops[series])
        many = 10 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            by = many if key == Qt.Key.Key_Right else -many
            self.show_stop(series, min(max(self.stop_at + by, 0), count - 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.show_stop(series, 0 if key == Qt.Key.Key_Home else count - 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            series = filled[(filled.index(series) + step) % len(filled)]
            self.show_stop(series, min(max(self.stop_at, 0), len(self.stops[series]) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.stop_at >= 0:
            self.stop_chosen.emit(series, self.stop_at)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self.update()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange) and hasattr(self, "_note"):
            self._dress()
        super().changeEvent(event)


class SecondAxis:
    """A line on an axis of its own at the right of a card, linked to the same x."""

    def __init__(self, card: Card, writer: Writer) -> None:
        """Build the axis and its view box."""
        self._card = card
        plot = card.plot.plotItem
        self._axis = ValueAxis("right", writer)
        plot.layout.addItem(self._axis, 2, 3)
        self._box = pg.ViewBox(enableMenu=False)
        self._box.setMouseEnabled(x=False, y=False)
        self._box.setZValue(20)
        plot.scene().addItem(self._box)
        self._axis.linkToView(self._box)
        self._box.setXLink(plot.vb)
        self._curve = pg.PlotDataItem(connect="finite", antialias=True)
        self._box.addItem(self._curve)
        plot.vb.sigResized.connect(self._follow)
        self._follow()

    def show_line(self, x: object, y: object, colour: str) -> None:
        """Draw the line."""
        values = np.asarray(y, np.float64)
        self._curve.setData(np.asarray(x, np.float64), values, pen=self._card.pen(colour, 1.8))
        known = values[np.isfinite(values)]
        self._box.setYRange(0, float(known.max()) * 1.1 if len(known) else 1.0, padding=0)
        self._axis.setPen(pg.mkPen(self._card.colours.frame))
        self._axis.setTextPen(pg.mkPen(colour))
        self._axis.setStyle(tickFont=self._card.reading.font(), tickLength=0, tickTextOffset=6, maxTickLevel=0)
        self._axis.setWidth(round(self._card.fontMetrics().horizontalAdvance("0") * 6))

    def _follow(self) -> None:
        self._box.setGeometry(self._card.plot.plotItem.vb.sceneBoundingRect())
