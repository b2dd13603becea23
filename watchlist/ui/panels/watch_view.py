"""The widgets of the watchlist that take part in dragging: the table, its header and the tabs of the lists.

They say what the user did with signals and change nothing themselves.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHeaderView, QTabBar, QTableView, QWidget

from watchlist.ui.models.watch_delegate import WatchDelegate
from watchlist.ui.models.watch_model import MIME, WatchModel

METRIC_MIME = "application/x-watchlist-metric"
LEAVES = 24
"""So many pixels below or above the header, dragging a title takes the metric with it instead of moving the column."""


class WatchHeader(QHeaderView):
    """Titles that can be moved sideways, and dragged out as a metric."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._pressed = -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which column was taken."""
        self._pressed = self.logicalIndexAt(event.position().toPoint())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Start a drag of the metric when the pointer leaves the header with the button down."""
        y = event.position().y()
        out = y > self.height() + LEAVES or y < -LEAVES
        model = self.model()
        if event.buttons() & Qt.MouseButton.LeftButton and out and self._pressed >= 0 and isinstance(model, WatchModel):
            column = model.columns[self._pressed]
            self._pressed = -1
            if column.metric:
                self._carry(column.metric, column.title)
                return
        super().mouseMoveEvent(event)

    def _carry(self, metric: str, title: str) -> None:
        data = QMimeData()
        data.setData(METRIC_MIME, QByteArray(metric.encode()))
        data.setText(title)
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


class WatchView(QTableView):
    """The table.

    Signals:
        removed(): Delete was pressed.
        shifted(int): the selected rows shall move up (-1) or down (1).
        dropped(names, row): networks were dropped before a line.
    """

    removed = Signal()
    shifted = Signal(int)
    dropped = Signal(list, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHorizontalHeader(WatchHeader(self))
        self.setMouseTracking(True)

    def changeEvent(self, event: QEvent) -> None:
        """Let the painter of cells follow the font."""
        super().changeEvent(event)
        painter = self.itemDelegate()
        if event.type() == QEvent.Type.FontChange and isinstance(painter, WatchDelegate):
            painter.forget_fonts()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Delete take rows out, and Ctrl+Shift with an arrow move them."""
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.modifiers() & both == both and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where rows would go."""
        super().dragMoveEvent(event)
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand dropped networks over with the line before which they go."""
        names = networks_of(event.mimeData())
        if not names:
            return
        place = event.position().toPoint()
        at: QModelIndex | QPersistentModelIndex = self.indexAt(place)
        row = at.row() if at.isValid() else self.model().rowCount()
        if at.isValid() and place.y() > self.visualRect(at).center().y():
            row += 1
        event.acceptProposedAction()
        self.dropped.emit(names, row)


class ListTabs(QTabBar):
    """The lists; assets can be dropped on a tab.

    Signals:
        dropped(names, tab, moves): networks were dropped on a tab; they leave their list where ``moves``.
    """

    dropped = Signal(list, int, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, movable=True, expanding=False, documentMode=True)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome assets."""
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them on a tab only."""
        if event.mimeData().hasFormat(MIME) and self.tabAt(event.position().toPoint()) >= 0:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand dropped networks over; with Shift they leave the list they came from."""
        names, tab = networks_of(event.mimeData()), self.tabAt(event.position().toPoint())
        if names and tab >= 0:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(names, tab, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))


def networks_of(data: QMimeData) -> list[str]:
    """Return the networks that a drag carries."""
    if not data.hasFormat(MIME):
        return []
    return [name for name in bytes(data.data(MIME).data()).decode("utf-8", "replace").split("\n") if name]


def below(widget: QWidget) -> QPoint:
    """Return the place under a widget, where its menu opens."""
    return widget.mapToGlobal(QPoint(0, widget.height()))
