"""The common look of the program's tables: no grid, whole rows, digits of one width, fixed row height."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from watchlist.ui.theme import ROW_PADDING, tabular


def dress_table(view: QTableView, density: str) -> None:
    """Dress a table; ``density`` is the value of the setting."""
    view.setFont(tabular(view.font()))
    view.setShowGrid(False)
    view.setAlternatingRowColors(True)
    view.setWordWrap(False)
    view.setFrameShape(QTableView.Shape.NoFrame)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setCornerButtonEnabled(False)
    view.setTabKeyNavigation(False)  # Tab leaves the table; the arrow keys walk in it
    rows = view.verticalHeader()
    rows.setVisible(False)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setMinimumSectionSize(12)
    rows.setDefaultSectionSize(view.fontMetrics().height() + ROW_PADDING[density])
    head = view.horizontalHeader()
    head.setHighlightSections(False)
    head.setStretchLastSection(True)
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
