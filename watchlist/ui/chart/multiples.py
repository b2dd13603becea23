"""Networks times metrics in small equal charts: a column shares its value axis, so that heights can be compared.

Signals: cell_chosen(network, metric), spoke(text).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from watchlist.ui.chart.colours import LIGHT, ChartColours
from watchlist.ui.chart.content import Heights, PaneContent
from watchlist.ui.chart.ink import Ink, Type
from watchlist.ui.chart.layers import Surface, paint_trace
from watchlist.ui.chart.readout import newest_position
from watchlist.ui.chart.scene import watermark
from watchlist.ui.chart.traces import Trace
from watchlist.ui.chart.valueaxis import Scale


@dataclass(frozen=True, slots=True)
class Cell:
    """One small chart; no trace means that there is none, ``missing`` says why."""

    network: str
    network_title: str
    metric: str
    metric_title: str
    trace: Trace | None
    missing: str = ""


class SmallMultiples(QWidget):
    """The grid. See the module for its signals."""

    cell_chosen = Signal(str, str)
    spoke = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, colours: ChartColours = LIGHT) -> None:
        """Start empty."""
        super().__init__(parent)
        self.title = self.tr("Networks compared")
        self.definition = ""
        self.simulated = False
        self.colours = colours
        self.rows: list[list[Cell]] = []
        self.chosen = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(self.title)

    def show_cells(self, rows: Sequence[Sequence[Cell]]) -> None:
        """Show a row per network; every row has the same metrics."""
        self.rows = [list(row) for row in rows]
        self.chosen = (0, 0)
        self.setMinimumSize(QSize(150 * max((len(row) for row in self.rows), default=1), 76 * max(1, len(self.rows))))
        self.setAccessibleDescription(self.tr("{rows} networks. Walk with the arrow keys.").format(rows=len(self.rows)))
        self.update()

    def set_colours(self, colours: ChartColours) -> None:
        """Follow the theme."""
        self.colours = colours
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all cells."""
        painter = QPainter(self)
        ink = Ink(self.colours, self.font(), self.devicePixelRatioF())
        self.paint_into(painter, ink, QRectF(self.rect()), live=True)
        painter.end()

    def paint_into(self, painter: QPainter, ink: Ink, area: QRectF, *, live: bool = False) -> None:
        """Paint the grid into an area."""
        painter.fillRect(area, ink.colour(ink.colours.plot))
        if not self.rows:
            painter.setPen(ink.colour(ink.colours.muted))
            painter.setFont(ink.font())
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.tr("Choose networks and metrics to compare."))
            return
        start, end = self._span()
        for column in range(len(self.rows[0])):
            traces = [row[column].trace for row in self.rows if column < len(row)]
            heights = _shared([trace for trace in traces if trace is not None], start, end)
            for at, row in enumerate(self.rows):
                if column < len(row):
                    box = self._box(area, at, column)
                    self._paint_cell(painter, ink, row[column], box, heights, (start, end), at == 0)
                    if live and self.hasFocus() and self.chosen == (at, column):
                        painter.setPen(ink.pen(ink.colours.focus))
                        painter.setBrush(Qt.BrushStyle.NoBrush)
                        painter.drawRect(box.adjusted(2, 2, -2, -2))
                        painter.drawRect(box.adjusted(1, 1, -1, -1))
        if self.simulated:
            watermark(painter, ink, area)

    def _box(self, area: QRectF, row: int, column: int) -> QRectF:
        width, height = area.width() / max(1, len(self.rows[0])), area.height() / len(self.rows)
        return QRectF(area.left() + column * width, area.top() + row * height, width, height)

    def _span(self) -> tuple[float, float]:
        spans = [span for row in self.rows for cell in row if cell.trace is not None and (span := cell.trace.span())]
        if not spans:
            return 0.0, 1.0
        return min(span[0] for span in spans), max(span[1] for span in spans)

    def _paint_cell(
        self,
        painter: QPainter,
        ink: Ink,
        cell: Cell,
        box: QRectF,
        bounds: tuple[float, float] | None,
        span: tuple[float, float],
        first: bool,
    ) -> None:
        colours, line = ink.colours, ink.height(Type.SMALL)
        inner = box.adjusted(10, 6, -10, -6)
        ink.across(painter, box.left(), box.right(), box.bottom() - 1, colours.grid_strong)
        ink.down(painter, box.right() - 1, box.top(), box.bottom(), colours.grid_strong)
        value = self._value(ink, cell)
        wide = ink.width(value, Type.BOLD)
        name = ink.elided(cell.network_title, Type.BOLD, inner.width() - wide - 10)
        ink.text(painter, inner.left(), inner.top(), name, colours.text, Type.BOLD)
        ink.text(
            painter, inner.right(), inner.top(), value, colours.text if cell.trace else colours.muted, Type.BOLD, 1.0
        )
        under = inner.top() + ink.height(Type.BOLD)
        ink.text(
            painter,
            inner.left(),
            under,
            ink.elided(cell.metric_title, Type.SMALL, inner.width()),
            colours.muted,
            Type.SMALL,
        )
        plot = QRectF(inner.left(), under + line + 4, inner.width(), inner.bottom() - under - line - 4)
        if plot.height() < 12:
            return
        if cell.trace is None or bounds is None:
            text = ink.elided(cell.missing or self.tr("no data"), Type.SMALL, plot.width())
            ink.text(painter, plot.center().x(), plot.center().y() - line / 2, text, colours.muted, Type.SMALL, 0.5)
            return
        heights = Heights(Scale.LINEAR, cell.trace.unit, *bounds, plot.top(), plot.bottom())
        for share in (0.0, 0.5, 1.0):
            ink.across(painter, plot.left(), plot.right(), plot.bottom() - share * (plot.height() - 1), colours.grid)
        painter.save()
        painter.setClipRect(plot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        surface = Surface(heights, plot, span[0], span[1], max(1, int(plot.width())), 1.0, 0.0, ink.vector)
        plain = replace(cell.trace, low=None, high=None, facts=replace(cell.trace.facts, complete=None))
        paint_trace(painter, ink, PaneContent(cell.metric, cell.metric_title), plain, surface)
        painter.restore()

    def _value(self, ink: Ink, cell: Cell) -> str:
        if cell.trace is None:
            return "–"
        at = newest_position(cell.trace, math.inf)
        return "–" if at is None else ink.writer(cell.trace.unit).exact(float(cell.trace.curve.y[at]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the cells; Enter chooses one."""
        steps = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        key = event.key()
        if not self.rows:
            super().keyPressEvent(event)
        elif key in steps:
            down, right = steps[Qt.Key(key)]
            row = min(max(self.chosen[0] + down, 0), len(self.rows) - 1)
            self.go_to(row, min(max(self.chosen[1] + right, 0), len(self.rows[row]) - 1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            cell = self.rows[self.chosen[0]][self.chosen[1]]
            self.cell_chosen.emit(cell.network, cell.metric)
        else:
            super().keyPressEvent(event)

    def go_to(self, row: int, column: int) -> None:
        """Choose a cell and say it."""
        self.chosen = (row, column)
        cell = self.rows[row][column]
        value = self._value(Ink(self.colours, self.font()), cell)
        text = f"{cell.network_title}, {cell.metric_title}, {value if cell.trace else cell.missing or value}"
        self.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        self.spoke.emit(text)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the pointer."""
        for row, cells in enumerate(self.rows):
            for column, cell in enumerate(cells):
                if self._box(QRectF(self.rect()), row, column).contains(QPointF(event.position())):
                    self.go_to(row, column)
                    self.cell_chosen.emit(cell.network, cell.metric)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self.update()
        super().focusOutEvent(event)


def _shared(traces: list[Trace], start: float, end: float) -> tuple[float, float] | None:
    """Return the value range of all traces of a metric, with a little air."""
    found = [bounds for trace in traces if (bounds := trace.curve.cut(start, end, 400).bounds())]
    if not found:
        return None
    low, high = min(one[0] for one in found), max(one[1] for one in found)
    room = (high - low) * 0.08 or abs(high) * 0.05 or 1.0
    return low - room, high + room
