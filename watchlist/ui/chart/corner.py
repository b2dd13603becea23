"""The read-out's own widget, apart from its pane for one measured reason: how quickly a crosshair moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from watchlist.ui.chart.pane import Pane


class ReadOut(QWidget):
    """The rows in a pane's corner as a widget of their own while only the crosshair moves.

    A pane that is repainted in two places at once is clipped to both, and such a clip makes copying slow.
    """

    def __init__(self, pane: Pane) -> None:
        """Cover a corner of a pane."""
        super().__init__(pane)
        self._pane = pane
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pane's corner."""
        painter = QPainter(self)
        self._pane.paint_corner(painter)
        painter.end()
