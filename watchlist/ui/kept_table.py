"""Reads the watchlist off the screen as ready-made texts, to be painted first at the next start. Changes nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QTableView, QWidget

from watchlist.ui.colours import Colours
from watchlist.ui.last_table import MOST_ROWS, Cell, LastTable

ROLE = Qt.ItemDataRole


def table_on_screen(panel: QWidget, colours: Colours) -> LastTable | None:
    """Return the first table of a panel as it is shown, None where it has none or it is empty."""
    view = panel.findChild(QTableView)
    model = view.model() if view is not None else None
    if view is None or model is None or not model.rowCount() or not model.columnCount():
        return None
    head = view.horizontalHeader()
    columns = [
        column
        for column in (head.logicalIndex(at) for at in range(head.count()))
        if column >= 0 and not view.isColumnHidden(column)
    ]
    names = {getattr(colours, name): name for name in colours._fields if isinstance(getattr(colours, name), str)}
    rows = tuple(
        tuple(_cell(view, row, column, names) for column in columns) for row in range(min(MOST_ROWS, model.rowCount()))
    )
    return LastTable(
        panel.windowTitle(),
        tuple(str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns),
        tuple(_side(model.index(0, column).data(ROLE.TextAlignmentRole)) for column in columns),
        tuple(view.columnWidth(column) for column in columns),
        rows,
        QCoreApplication.translate("kept_table", "As shown on {when}").format(when=_now()),
    )


def _cell(view: QTableView, row: int, column: int, names: dict[str, str]) -> Cell:
    index = view.model().index(row, column)
    text = index.data(ROLE.DisplayRole)
    colour = index.data(ROLE.ForegroundRole)
    shade = colour.color() if isinstance(colour, QBrush) else colour
    name = names.get(shade.name(), "") if isinstance(shade, QColor) else ""
    return Cell(text if isinstance(text, str) else "", name)


def _now() -> str:
    return QLocale().toString(QDateTime.currentDateTime(), QLocale.FormatType.ShortFormat)


def _side(alignment: object) -> str:
    value = alignment.value if isinstance(alignment, Qt.AlignmentFlag) else alignment
    return "right" if isinstance(value, int) and value & Qt.AlignmentFlag.AlignRight.value else "left"
