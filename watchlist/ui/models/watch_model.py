"""The watchlist as a table model: rows in, texts, sort keys and painter's material out, one dataChanged per update.

Holds no figure of its own and never asks for one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QByteArray,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from watchlist.domain.answers import WatchRow
from watchlist.domain.figures import Figure, Missing
from watchlist.domain.instants import Instant, iso
from watchlist.ui import words
from watchlist.ui.models.watch_columns import WatchColumn
from watchlist.ui.words import DASH, Format

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole + 1
ROW = Qt.ItemDataRole.UserRole + 2
COLUMN = Qt.ItemDataRole.UserRole + 3
FIGURE = Qt.ItemDataRole.UserRole + 4
MIME = "application/x-watchlist-networks"
NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LOWEST = (0, 0.0, "")


class WatchModel(QAbstractTableModel):
    """Rows of one list in the user's order."""

    def __init__(self, columns: Sequence[WatchColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[WatchRow, ...] = ()
        self._now: Instant = 0
        self.hidden = False

    @property
    def rows(self) -> tuple[WatchRow, ...]:
        """The rows as they were given."""
        return self._rows

    @property
    def columns(self) -> tuple[WatchColumn, ...]:
        """The columns that are there now."""
        return self._columns

    def show_rows(self, rows: Sequence[WatchRow], now: Instant) -> None:
        """Take new rows: the same networks in the same order are one batched change, anything else a reset."""
        same = [row.network for row in rows] == [row.network for row in self._rows]
        self._now = now
        if same:
            self._rows = tuple(rows)
            self.touch()
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def show_columns(self, columns: Sequence[WatchColumn]) -> None:
        """Show other columns."""
        self.beginResetModel()
        self._columns = tuple(columns)
        self.endResetModel()

    def pass_time(self, now: Instant) -> None:
        """Let ages grow."""
        self._now = now
        self.touch()

    def touch(self) -> None:
        """Say once that every cell may have changed."""
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, tooltip, sort key or material for a painter."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], self._columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == SORT:
            return self._sort(row, column)
        if role == ROW:
            return row
        if role == COLUMN:
            return column
        if role == FIGURE:
            return row.figures.get(column.metric)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.right else _LEFT
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._title(column)}: {self._spoken(row, column)}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title, explanation or side."""
        if orientation == Qt.Orientation.Horizontal and section < len(self._columns):
            column = self._columns[section]
            if role == Qt.ItemDataRole.DisplayRole:
                return self._title(column)
            if role == Qt.ItemDataRole.ToolTipRole:
                return QCoreApplication.translate("columns", column.tip)
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column.right else _LEFT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be dragged and dropped between others."""
        flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
        if index.isValid():
            return flags | Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        """Name what a drag of rows carries."""
        return [MIME, "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged networks, and their names as plain text."""
        rows = dict.fromkeys(index.row() for index in indexes)
        data = QMimeData()
        data.setData(MIME, QByteArray("\n".join(self._rows[row].network for row in rows).encode()))
        data.setText("\n".join(self._rows[row].name for row in rows))
        return data

    def _title(self, column: WatchColumn) -> str:
        return QCoreApplication.translate("columns", column.title)

    def _text(self, row: WatchRow, column: WatchColumn) -> str:
        if column.metric:
            return words.figure_text(row.figures.get(column.metric), column.format)
        return self._field(row, column.key)

    def _field(self, row: WatchRow, key: str) -> str:
        if key == "asset":
            return f"{row.name}  {row.symbol}" if row.symbol else row.name
        if key == "age":
            return words.age(row.updated, self._now)
        if key == "alerts":
            return f"▲ {row.alerts}" if row.alerts else ""
        if key == "tags":
            return ", ".join(row.tags)
        if key == "flags":
            return "  ".join(flag_words(row))
        return str(getattr(row, key, ""))

    def _spoken(self, row: WatchRow, column: WatchColumn) -> str:
        text = self._text(row, column)
        if text != DASH:
            return text
        figure = row.figures.get(column.metric)
        reason = words.missing_text(figure.missing) if figure is not None else ""
        return reason or self.tr("no value")

    def _sort(self, row: WatchRow, column: WatchColumn) -> tuple[int, float, str]:
        """Return a key that puts missing values last in ascending order's beginning, texts by the user's alphabet."""
        if column.metric:
            figure = row.figures.get(column.metric)
            value = figure.value if figure is not None else None
            return _LOWEST if value is None else (1, value, "")
        if column.key == "age":
            return _LOWEST if row.updated is None else (1, float(self._now - row.updated), "")
        if column.key == "alerts":
            return (1, float(row.alerts), "")
        if column.key == "spark":
            return (1, row.spark[-1] / row.spark[0] - 1, "") if len(row.spark) > 1 and row.spark[0] else _LOWEST
        return (1, 0.0, self._field(row, column.key).casefold())

    def _tip(self, row: WatchRow, column: WatchColumn) -> str:
        if column.metric:
            return self._figure_tip(row.figures.get(column.metric), column)
        if column.key == "asset":
            lines = [row.name, self.tr("Simulated: nothing here happened.") if row.simulated else "", row.note]
            return "\n".join(line for line in lines if line)
        if column.key == "age":
            newest = iso(row.updated) if row.updated is not None else self.tr("never")
            oldest = iso(row.oldest) if row.oldest is not None else self.tr("never")
            return self.tr("Newest data: {newest}\nOldest part: {oldest}").format(newest=newest, oldest=oldest)
        return ""

    def _figure_tip(self, figure: Figure | None, column: WatchColumn) -> str:
        """Return what a number rests on: its interval, n, time and sources, or why there is none."""
        if figure is None or figure.value is None:
            reason = figure.missing if figure is not None else Missing.NOT_READ
            return "\n".join((QCoreApplication.translate("columns", column.tip), words.missing_text(reason)))
        lines = [QCoreApplication.translate("columns", column.tip)]
        if figure.low is not None and figure.high is not None:
            low, high = words.number(figure.low, column.format), words.number(figure.high, column.format)
            lines.append(self.tr("95 % interval: {low} … {high}").format(low=low, high=high))
        if figure.n:
            lines.append(self.tr("n = {n}").format(n=words.number(float(figure.n), Format.COUNT)))
        if not figure.enough:
            lines.append(self.tr("Too few participants to rely on"))
        if figure.as_of is not None:
            lines.append(self.tr("Complete up to {time}").format(time=iso(figure.as_of)))
        if figure.sources:
            lines.append(self.tr("Sources: {names}").format(names=", ".join(figure.sources)))
        return "\n".join(lines)


def flag_words(row: WatchRow) -> list[str]:
    """Return the flags of a row as words."""
    found: list[str] = []
    hollow = row.figures.get("hollow")
    if hollow is not None and hollow.value:
        found.append(QCoreApplication.translate("flags", "hollow"))
    divergence = row.figures.get("divergence")
    if divergence is not None and divergence.value is not None and abs(divergence.value) >= 3.5:
        ahead = divergence.value > 0
        found.append(
            QCoreApplication.translate("flags", "price ahead")
            if ahead
            else QCoreApplication.translate("flags", "price behind")
        )
    return found
