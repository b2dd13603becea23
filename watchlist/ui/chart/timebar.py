"""The widget under the panes: the common time axis with the crosshair's date, and the place to drop a new metric."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from watchlist.ui.chart.ink import Ink, Type
from watchlist.ui.chart.pane import METRIC_MIME
from watchlist.ui.chart.scene import paint_time_axis
from watchlist.ui.chart.timeaxis import full
from watchlist.ui.chart.timeview import TimeView


class TimeAxis(QWidget):
    """The common time axis under the panes; a metric dropped on it opens a pane of its own."""

    metric_dropped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        """Start empty."""
        super().__init__(parent)
        self.ink: Ink | None = None
        self.view: TimeView | None = None
        self.axes = (0.0, 64.0)
        self.cursor_at: float | None = None
        self.setAcceptDrops(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def sizeHint(self) -> QSize:
        """Return a height that follows the text size."""
        return QSize(200, round((self.ink.height(Type.BOLD) if self.ink else 16) + 10))

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint labels and the crosshair's date."""
        if self.ink is None or self.view is None:
            return
        painter = QPainter(self)
        area = self.rect().toRectF()
        ink, view = self.ink, self.view
        paint_time_axis(painter, ink, view, area, *self.axes)
        if self.cursor_at is not None and view.start <= self.cursor_at <= view.end:
            width = area.width() - sum(self.axes)
            x = self.axes[0] + (self.cursor_at - view.start) / view.width * width
            text = full(self.cursor_at, ink.zone, ink.locale, with_time=view.width < 90 * 86_400e6)
            wide = ink.width(text, Type.SMALL) + 14
            left = min(max(x - wide / 2, 0), area.width() - wide)
            painter.fillRect(int(left), 1, int(wide), int(area.height()) - 1, ink.colour(ink.colours.badge))
            y = (area.height() - ink.height(Type.SMALL)) / 2
            ink.text(painter, left + wide / 2, y, text, ink.colours.badge_text, Type.SMALL, 0.5)
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a metric."""
        if event.mimeData().hasFormat(METRIC_MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a metric."""
        text = bytes(event.mimeData().data(METRIC_MIME).data()).decode("utf-8", "replace").strip()
        if text:
            event.acceptProposedAction()
            self.metric_dropped.emit(text)
