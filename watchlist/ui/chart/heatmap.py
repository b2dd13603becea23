"""The cohort heat map: a row per cohort, a column per age, a cell per share; cells that do not exist yet are absent.

Painted as one small picture scaled up, since twelve thousand cells are too many objects. A cohort that is too small
is drawn hollow, as an outline in its colour. Signals: cell_read(cohort, age), spoke(text).
"""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from watchlist.domain.figures import Missing
from watchlist.domain.findings import CohortMatrix
from watchlist.domain.periods import period_label
from watchlist.ui.chart.colours import LIGHT, ChartColours
from watchlist.ui.chart.ink import Ink, Type
from watchlist.ui.chart.scene import watermark
from watchlist.ui.chart.valueaxis import Unit
from watchlist.ui.colours import contrast

STEPS = 256


class HeatMap(QWidget):
    """The map. See the module for its signals."""

    cell_read = Signal(int, int)
    spoke = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, colours: ChartColours = LIGHT) -> None:
        """Start empty."""
        super().__init__(parent)
        self.title = self.tr("Retention of cohorts")
        self.definition = ""
        self.simulated = False
        self.colours = colours
        self.matrix: CohortMatrix | None = None
        self.cell: tuple[int, int] | None = None
        self._image: QImage | None = None
        self._top = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setMinimumSize(240, 160)
        self.setAccessibleName(self.title)

    def show_table(self, matrix: CohortMatrix) -> None:
        """Show a matrix, the newest cohort at the bottom."""
        if self.matrix is None or matrix.shares.shape != self.matrix.shares.shape:
            self.cell = None
        self.matrix = matrix
        self._image = None
        later = matrix.shares[:, 1:] if matrix.shares.shape[1] > 1 else matrix.shares
        known = later[np.isfinite(later)]
        self._top = max(0.05, float(np.quantile(known, 0.99))) if len(known) else 1.0
        self.setAccessibleDescription(self.summary())
        self.update()

    def set_colours(self, colours: ChartColours) -> None:
        """Follow the theme."""
        self.colours = colours
        self._image = None
        self.update()

    def summary(self) -> str:
        """Return what is shown, in words."""
        if self.matrix is None or not len(self.matrix.cohorts):
            return self.tr("No cohorts.")
        return self.tr("{count} cohorts, ages up to {age}. Walk with the arrow keys.").format(
            count=len(self.matrix.cohorts), age=int(self.matrix.ages[-1])
        )

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return QSize(760, 520)

    # ------------------------------------------------------------------ painting
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint everything; it is one picture and some labels."""
        painter = QPainter(self)
        ink = Ink(self.colours, self.font(), self.devicePixelRatioF())
        self.paint_into(painter, ink, QRectF(self.rect()), live=True)
        painter.end()

    def paint_into(self, painter: QPainter, ink: Ink, area: QRectF, *, live: bool = False) -> None:
        """Paint the map into an area, with the cell cursor and its read-out where ``live``."""
        colours, matrix = ink.colours, self.matrix
        painter.fillRect(area, ink.colour(colours.plot))
        if matrix is None or not len(matrix.cohorts) or matrix.missing is not Missing.NONE:
            reason = Missing.NOT_ENOUGH.value if matrix is None else matrix.missing.value or Missing.NOT_ENOUGH.value
            painter.setPen(ink.colour(colours.muted))
            painter.setFont(ink.font())
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self.tr("No cohorts: {reason}.").format(reason=reason))
            return
        cells = self._cells(ink, area)
        rows, columns = matrix.shares.shape
        width, height = cells.width() / columns, cells.height() / rows
        if ink.vector or (width >= 5 and rows * columns < 4000):
            self._rectangles(painter, ink, cells)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(cells, self._picture())
        if self.simulated:
            watermark(painter, ink, cells, 90)
        self._labels(painter, ink, area, cells)
        if width >= 4.4 * ink.width("0", Type.SMALL) and height >= ink.height(Type.SMALL) + 1:
            self._numbers(painter, ink, cells)
        self._scale(painter, ink, area)
        if live:
            self._cursor(painter, ink, area, cells)

    def _shown(self) -> CohortMatrix:
        """Return the matrix; asked for only where there is one."""
        if self.matrix is None:
            raise RuntimeError("no matrix is shown")
        return self.matrix

    def _cells(self, ink: Ink, area: QRectF) -> QRectF:
        line = ink.height(Type.SMALL)
        left = ink.width("2026-W00  00000", Type.SMALL) + 20
        return area.adjusted(left, 2.3 * line + 8, -12, -(2 * line + 14))

    def _levels(self) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
        shown = self._shown()
        share = np.nan_to_num(np.clip(shown.shares / self._top, 0, 1))
        return np.where(np.isnan(shown.shares), 0, 1 + share * (STEPS - 2)).astype(np.uint8)

    def _table(self) -> list[int]:
        """Return the colour of each level; level 0 is a cell that does not exist."""
        stops = np.array([[int(name[at : at + 2], 16) for at in (1, 3, 5)] for name in self.colours.heat], np.float64)
        places = np.linspace(0, len(stops) - 1, STEPS - 1)
        parts = [np.interp(places, np.arange(len(stops)), stops[:, at]).round().astype(int) for at in range(3)]
        plot = int(self.colours.plot[1:], 16) | 0xFF000000
        return [plot, *(0xFF000000 | int(r) << 16 | int(g) << 8 | int(b) for r, g, b in zip(*parts, strict=True))]

    def _picture(self) -> QImage:
        if self._image is None:
            levels = np.ascontiguousarray(self._levels())
            rows, columns = levels.shape
            image = QImage(levels.data, columns, rows, columns, QImage.Format.Format_Indexed8)
            image.setColorTable(self._table())
            self._image = image.convertToFormat(QImage.Format.Format_RGB32)
        return self._image

    def _rectangles(self, painter: QPainter, ink: Ink, cells: QRectF) -> None:
        shown = self._shown()
        levels, table = self._levels(), self._table()
        rows, columns = levels.shape
        xs = [ink.snap(cells.left() + cells.width() * at / columns) for at in range(columns + 1)]
        ys = [ink.snap(cells.top() + cells.height() * at / rows) for at in range(rows + 1)]
        names = [f"#{rgb & 0xFFFFFF:06x}" for rgb in table]
        enough = shown.enough
        gap = 1.0 if cells.width() / columns >= 9 else 0.0
        for row in range(rows):
            for column in np.flatnonzero(levels[row]).tolist():
                area = QRectF(xs[column], ys[row], xs[column + 1] - xs[column] - gap, ys[row + 1] - ys[row] - gap)
                if enough[row]:
                    painter.fillRect(area, ink.colour(names[levels[row, column]]))
                else:
                    painter.fillRect(area, ink.colour(ink.colours.frame))
                    painter.fillRect(area.adjusted(1, 1, -1, -1), ink.colour(ink.colours.plot))

    def _labels(self, painter: QPainter, ink: Ink, area: QRectF, cells: QRectF) -> None:
        shown = self._shown()
        matrix, colours = shown, ink.colours
        rows, columns = matrix.shares.shape
        line = ink.height(Type.SMALL)
        every = max(1, int(np.ceil(line * 1.15 / (cells.height() / rows))))
        right = cells.left() - 8
        for row in range(0, rows, every):
            y = cells.top() + cells.height() * (row + 0.5) / rows - line / 2
            size = ink.locale.toString(int(matrix.sizes[row]))
            colour = colours.text if matrix.enough[row] else colours.muted
            ink.text(painter, right, y, size, colours.muted, Type.SMALL, 1.0)
            ink.text(
                painter, area.left() + 12, y, period_label(int(matrix.cohorts[row]), matrix.grain), colour, Type.SMALL
            )
        room = max(ink.width("000", Type.SMALL) + 6, 1)
        across = max(1, int(np.ceil(room / (cells.width() / columns))))
        y = cells.top() - line - 3
        for column in range(0, columns, across):
            x = cells.left() + cells.width() * (column + 0.5) / columns
            ink.text(painter, x, y, str(int(matrix.ages[column])), colours.muted, Type.SMALL, 0.5)
        ink.text(painter, right, y, self.tr("n"), colours.muted, Type.SMALL, 1.0)
        ink.text(painter, area.left() + 12, y, self.tr("Cohort"), colours.muted, Type.SMALL)
        words = self.tr("Age in periods since the first")
        ink.text(painter, cells.left(), y - line - 1, words, colours.muted, Type.SMALL)

    def _numbers(self, painter: QPainter, ink: Ink, cells: QRectF) -> None:
        shown = self._shown()
        shares = shown.shares
        rows, columns = shares.shape
        levels = self._levels()
        grounds = [f"#{rgb & 0xFFFFFF:06x}" for rgb in self._table()]
        writing = [max(("#ffffff", "#0b1524"), key=lambda ink_, g=g: contrast(ink_, g)) for g in grounds]  # type: ignore[misc]
        half = ink.height(Type.SMALL) / 2
        for row in range(rows):
            for column in np.flatnonzero(~np.isnan(shares[row])).tolist():
                share = float(shares[row, column])
                colour = writing[levels[row, column]] if shown.enough[row] else self.colours.text
                x = cells.left() + cells.width() * (column + 0.5) / columns
                y = cells.top() + cells.height() * (row + 0.5) / rows - half
                ink.text(painter, x, y, str(round(share * 100)), colour, Type.SMALL, 0.5)

    def _scale(self, painter: QPainter, ink: Ink, area: QRectF) -> None:
        """Draw the colours with their values, at the lower right."""
        line = ink.height(Type.SMALL)
        table = self._table()[1:]
        width = 140.0
        left, top = area.right() - width - 60, area.bottom() - line - 6
        writer = ink.writer(Unit.SHARE)
        for at in range(28):
            name = f"#{table[at * len(table) // 28] & 0xFFFFFF:06x}"
            painter.fillRect(QRectF(left + at * 5, top + 2, 5.5, line - 4), ink.colour(name))
        ink.text(painter, left - 8, top, writer.axis(0, 0.1), ink.colours.muted, Type.SMALL, 1.0)
        ink.text(painter, left + width + 8, top, writer.axis(self._top, 0.01), ink.colours.muted, Type.SMALL)

    def _cursor(self, painter: QPainter, ink: Ink, area: QRectF, cells: QRectF) -> None:
        shown = self._shown()
        if self.hasFocus():
            painter.setPen(ink.pen(ink.colours.focus))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0, 0, -1, -1))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        if self.cell is None:
            return
        rows, columns = shown.shares.shape
        row, column = self.cell
        box = QRectF(
            cells.left() + cells.width() * column / columns,
            cells.top() + cells.height() * row / rows,
            max(3.0, cells.width() / columns),
            max(3.0, cells.height() / rows),
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(ink.pen(ink.colours.plot))
        painter.drawRect(box.adjusted(-2, -2, 1, 1))
        painter.setPen(ink.pen(ink.colours.text))
        painter.drawRect(box.adjusted(-1, -1, 0, 0))
        y = area.bottom() - ink.height() - 5
        text = ink.elided(self.words(row, column), Type.NORMAL, area.width() - 280)
        ink.text(painter, area.left() + 12, y, text, ink.colours.text)

    def words(self, row: int, column: int) -> str:
        """Return a cell with its interval and n."""
        shown = self._shown()
        matrix = shown
        writer = Ink(self.colours, self.font()).writer(Unit.SHARE)
        name, age = period_label(int(matrix.cohorts[row]), matrix.grain), int(matrix.ages[column])
        if np.isnan(matrix.shares[row, column]):
            return self.tr("Cohort {name}, age {age}: not yet").format(name=name, age=age)
        text = self.tr("Cohort {name}, age {age}: {share}, {low} – {high}, {active} of n {n}").format(
            name=name,
            age=age,
            share=writer.exact(float(matrix.shares[row, column])),
            low=writer.exact(float(matrix.low[row, column])),
            high=writer.exact(float(matrix.high[row, column])),
            active=QLocale().toString(int(matrix.active[row, column])),
            n=QLocale().toString(int(matrix.sizes[row])),
        )
        return text if matrix.enough[row] else text + ", " + self.tr("small cohort")

    # ------------------------------------------------------------------ reading
    def go_to(self, row: int, column: int, *, aloud: bool = True) -> None:
        """Put the cell cursor somewhere and read the cell."""
        self.cell = (row, column)
        self.update()
        self.cell_read.emit(row, column)
        if aloud:
            text = self.words(row, column)
            self.setAccessibleDescription(text)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
            self.spoke.emit(text)

    def cell_at(self, place: QPointF) -> tuple[int, int] | None:
        """Return the existing cell under a point."""
        if self.matrix is None or not len(self.matrix.cohorts):
            return None
        cells = self._cells(Ink(self.colours, self.font(), self.devicePixelRatioF()), QRectF(self.rect()))
        if not cells.contains(place):
            return None
        rows, columns = self.matrix.shares.shape
        row = int((place.y() - cells.top()) / cells.height() * rows)
        column = int((place.x() - cells.left()) / cells.width() * columns)
        return None if np.isnan(self.matrix.shares[row, column]) else (row, column)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the cell under the pointer."""
        found = self.cell_at(event.position())
        if found is not None and found != self.cell:
            self.go_to(*found, aloud=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from cell to cell; cells that do not exist are stepped over."""
        steps = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        if self.matrix is None or not len(self.matrix.cohorts):
            super().keyPressEvent(event)
            return
        known = ~np.isnan(self.matrix.shares)
        key = event.key()
        if key in steps:
            if self.cell is None:
                self.go_to(*(int(at) for at in np.argwhere(known)[0]))
                return
            down, right = steps[Qt.Key(key)]
            row, column = self.cell[0] + down, self.cell[1] + right
            if 0 <= row < known.shape[0] and 0 <= column < known.shape[1]:
                if not known[row, column]:
                    left = np.flatnonzero(known[row])
                    if not len(left) or not down:
                        return
                    column = int(left[np.abs(left - column).argmin()])
                self.go_to(row, column)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.cell is not None:
            there = np.flatnonzero(known[self.cell[0]])
            self.go_to(self.cell[0], int(there[0] if key == Qt.Key.Key_Home else there[-1]))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint anew at the new size."""
        self.update()
        super().resizeEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget the cell under the pointer, unless keys chose it."""
        if not self.hasFocus():
            self.cell = None
            self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self.update()
        super().focusOutEvent(event)
