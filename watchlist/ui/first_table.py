"""Paints the last known watchlist table before anything heavy is imported; the watchlist panel takes its place later.

It is a picture of ready-made texts that can be scrolled. Must never import numpy, pyqtgraph or anything that reads the
store, and must not touch the namespace ``Qt``: loading its enums costs 25 ms, a fifth of a bare window's start, and
``QPainter.setPen`` and ``fillRect`` load them. So each colour of text is a layer, a widget whose palette is the pen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from watchlist.ui.last_table import LastTable
from watchlist.ui.theme import ROW_PADDING, Theme, tabular

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent

PAD = 8
NAME_WIDTH = 170
WIDTH = 88
TITLES = "muted"  # the colour of the header's texts


class FirstTable(QWidget):
    """The last known table: header and rows."""

    def __init__(self, table: LastTable, theme: Theme, density: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.top = 0
        self._theme = theme
        self.setFont(tabular(self.font()))
        metrics = self.fontMetrics()
        self.row_height = metrics.height() + ROW_PADDING[density]
        self.drop = (self.row_height - metrics.height()) // 2 + metrics.ascent()
        self.setAccessibleName(self.tr("Watchlist as last shown"))
        names = {TITLES, *(cell.colour or "text" for row in table.rows for cell in row)}
        self._layers = [Layer(self, name) for name in sorted(names)]
        self._dress()
        theme.changed.connect(self._dress)

    def spans(self) -> list[tuple[int, int, bool]]:
        """Return left edge, usable width and whether it stands to the right, of each column that is visible."""
        spans: list[tuple[int, int, bool]] = []
        left = 0
        for at, (side, width) in enumerate(zip(self.table.align, self.table.widths, strict=True)):
            if left > self.width():
                break
            wide = width or (NAME_WIDTH if at == 0 else WIDTH)
            spans.append((left + PAD, wide - 2 * PAD, side == "right"))
            left += wide
        return spans

    def visible(self) -> range:
        """Return the rows that are visible."""
        return range(self.top, min(len(self.table.rows), self.top + self.height() // self.row_height + 1))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground: header and stripes."""
        painter, palette, row = QPainter(self), self.palette(), self.row_height
        for ground, top, height in (
            (palette.base(), 0, self.height()),
            (palette.window(), 0, row),
            (palette.mid(), row - 1, 1),
        ):
            painter.setBackground(ground)
            painter.eraseRect(0, top, self.width(), height)
        painter.setBackground(palette.alternateBase())
        for line, at in enumerate(self.visible(), start=1):
            if at % 2:
                painter.eraseRect(0, line * row, self.width(), row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the layers as large as the table."""
        for layer in self._layers:
            layer.resize(self.size())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll by three rows."""
        step = -3 if event.angleDelta().y() > 0 else 3
        self.top = max(0, min(self.top + step, len(self.table.rows) - 1))
        self.update()

    def _dress(self) -> None:
        for layer in self._layers:
            palette = layer.palette()
            palette.setColor(QPalette.ColorRole.WindowText, QColor(getattr(self._theme.colours, layer.name)))
            layer.setPalette(palette)
        self.update()


class Layer(QWidget):
    """All texts of one colour."""

    def __init__(self, of: FirstTable, name: str) -> None:
        super().__init__(of)
        self._of = of
        self.name = name

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the texts that have this colour."""
        of, painter = self._of, QPainter(self)
        spans = of.spans()
        if self.name == TITLES:
            for span, title in zip(spans, of.table.columns, strict=False):
                self._text(painter, span, of.drop, title)
        for line, at in enumerate(of.visible(), start=1):
            for span, cell in zip(spans, of.table.rows[at], strict=False):
                if (cell.colour or "text") == self.name:
                    self._text(painter, span, line * of.row_height + of.drop, cell.text)

    def _text(self, painter: QPainter, span: tuple[int, int, bool], base: int, text: str) -> None:
        left, width, to_right = span
        metrics = self.fontMetrics()
        taken = metrics.horizontalAdvance(text)
        while taken > width and len(text) > 1:
            text = text[:-2] + "…"
            taken = metrics.horizontalAdvance(text)
        painter.drawText(left + width - taken if to_right else left, base, text)
