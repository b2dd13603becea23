"""A read-only table of ready-made cells with sort keys: for status pages, ledgers and the data behind a chart.

Rows are shaped before they reach it. Copies as tab-separated text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from watchlist.ui.tables import dress_table

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole + 1
ITEM = Qt.ItemDataRole.UserRole + 2
NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PlainColumn(NamedTuple):
    """A column: title (already translated), side, and a sample text that gives its width."""

    title: str
    right: bool = False
    widest: str = "0000000000"
    tip: str = ""


class PlainCell(NamedTuple):
    """A cell: text, sort key, tooltip and the name of a colour of the theme."""

    text: str
    key: Any = None
    tip: str = ""
    colour: str = ""


class PlainRow(NamedTuple):
    """A row: its cells and the thing that it stands for."""

    cells: tuple[PlainCell, ...]
    item: object = None


class PlainModel(QAbstractTableModel):
    """Holds rows as they were given."""

    def __init__(self, columns: Sequence[PlainColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[PlainRow, ...] = ()
        self.colour_of: Any = None

    def show_rows(self, rows: Sequence[PlainRow]) -> None:
        """Take new rows; as many as before are one batched change."""
        if len(rows) == len(self.rows) and rows:
            self.rows = tuple(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, key, tooltip, side or colour."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        cell = row.cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == SORT:
            return cell.text.casefold() if cell.key is None else cell.key
        if role == ITEM:
            return row.item
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.tip or cell.text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[index.column()].right else _LEFT
        if role == Qt.ItemDataRole.ForegroundRole and cell.colour and self.colour_of is not None:
            return QColor(getattr(self.colour_of(), cell.colour))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title."""
        if orientation == Qt.Orientation.Horizontal and section < len(self.columns):
            column = self.columns[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return column.title
            if role == Qt.ItemDataRole.ToolTipRole:
                return column.tip or None
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.right else _LEFT
        return None


class PlainView(QTableView):
    """A table over a PlainModel, sortable, that copies its selection."""

    def __init__(self, columns: Sequence[PlainColumn], density: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = PlainModel(columns, self)
        self.shown = QSortFilterProxyModel(self)
        self.shown.setSourceModel(self.table)
        self.shown.setSortRole(SORT)
        self.shown.setFilterKeyColumn(-1)
        self.shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self.shown)
        dress_table(self, density)
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.horizontalHeader().setSortIndicatorClearable(True)
        metrics = self.fontMetrics()
        for at, column in enumerate(columns):
            wide = max(metrics.horizontalAdvance(column.widest), metrics.horizontalAdvance(column.title) + 18)
            self.setColumnWidth(at, wide + 16)

    def show_rows(self, rows: Sequence[PlainRow]) -> None:
        """Show other rows."""
        self.table.show_rows(rows)

    def chosen(self) -> list[object]:
        """Return the things that the selected rows stand for."""
        return [index.data(ITEM) for index in self.selectionModel().selectedRows()]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the selected rows with their titles, as tab-separated text."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied())
            return
        super().keyPressEvent(event)

    def copied(self) -> str:
        """Return the selected rows as text."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = ["\t".join(column.title for column in self.table.columns)]
        lines += [
            "\t".join(str(self.shown.index(row, at).data()) for at in range(len(self.table.columns))) for row in rows
        ]
        return "\n".join(lines)
