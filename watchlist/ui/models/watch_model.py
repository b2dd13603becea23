"""The watchlist as a table model: rows in, texts, sort keys and painter's material out, one dataChanged per update.

Filters and sorts its rows itself, by keys made once per row: a proxy would ask for them again with each comparison.
Holds no figure of its own and never asks for one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

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
from PySide6.QtGui import QColor

from watchlist.domain.answers import WatchRow
from watchlist.domain.figures import Figure, Missing
from watchlist.domain.instants import Instant, iso
from watchlist.ui import words
from watchlist.ui.colours import Colours
from watchlist.ui.models.watch_columns import WatchColumn
from watchlist.ui.models.watch_flags import flag_words
from watchlist.ui.words import DASH, Format

Index = QModelIndex | QPersistentModelIndex
SORT = Qt.ItemDataRole.UserRole + 1
ROW = Qt.ItemDataRole.UserRole + 2
COLUMN = Qt.ItemDataRole.UserRole + 3
FIGURE = Qt.ItemDataRole.UserRole + 4
MIME = "application/x-watchlist-networks"
NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROW_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDragEnabled
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Section(NamedTuple):
    """The line above the rows of a group."""

    title: str
    size: int


Entry: TypeAlias = WatchRow | Section
SortKey: TypeAlias = tuple[float, str]


class WatchModel(QAbstractTableModel):
    """Rows of one list: in the user's order or sorted, filtered, under the names of their groups."""

    def __init__(self, columns: Sequence[WatchColumn], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[WatchRow, ...] = ()
        self._entries: list[Entry] = []
        self._now: Instant = 0
        self._accepts: Callable[[WatchRow], bool] | None = None
        self._sorted: tuple[int, Qt.SortOrder] | None = None
        self._sectioned = True
        self.tag_colours: Mapping[str, str] = {}
        self.colours: Callable[[], Colours] | None = None

    @property
    def rows(self) -> tuple[WatchRow, ...]:
        """All rows as they were given, shown or not."""
        return self._rows

    @property
    def columns(self) -> tuple[WatchColumn, ...]:
        """The columns that are there now."""
        return self._columns

    @property
    def sectioned(self) -> bool:
        """Whether groups stand under their names."""
        return self._sectioned

    def entry(self, row: int) -> Entry:
        """Return what stands in a line of the table."""
        return self._entries[row]

    def row_at(self, row: int) -> WatchRow | None:
        """Return the asset in a line of the table, None for a group's name and beyond the end."""
        entry = self._entries[row] if 0 <= row < len(self._entries) else None
        return entry if isinstance(entry, WatchRow) else None

    def place_of(self, network: str) -> int | None:
        """Return the line in which a network stands, None where it is not shown."""
        for place, entry in enumerate(self._entries):
            if isinstance(entry, WatchRow) and entry.network == network:
                return place
        return None

    def show_rows(self, rows: Sequence[WatchRow], now: Instant) -> None:
        """Take new rows: the same networks in the same order are one batched change, anything else a reset."""
        self._now = now
        self._rows = tuple(rows)
        self._arrange()

    def show_columns(self, columns: Sequence[WatchColumn]) -> None:
        """Show other columns; the sorting stays where its column does."""
        key = self._columns[self._sorted[0]].key if self._sorted else ""
        order = self._sorted[1] if self._sorted else Qt.SortOrder.AscendingOrder
        self.beginResetModel()
        self._columns = tuple(columns)
        at = next((place for place, column in enumerate(self._columns) if column.key == key), None)
        self._sorted = (at, order) if at is not None else None
        self._entries = self._order()
        self.endResetModel()

    def show_only(self, accepts: Callable[[WatchRow], bool] | None) -> None:
        """Show only rows that are accepted."""
        self._accepts = accepts
        self._arrange()

    def show_sections(self, on: bool) -> None:
        """Put groups under their names, or mix them."""
        self._sectioned = on
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the user's own order."""
        self._sorted = (column, order) if 0 <= column < len(self._columns) else None
        self._arrange()

    def pass_time(self, now: Instant) -> None:
        """Let ages grow."""
        self._now = now
        self.touch()

    def touch(self) -> None:
        """Say once that every cell may have changed."""
        if self._entries:
            last = self.index(len(self._entries) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def _arrange(self) -> None:
        """Order the entries anew and tell the views with the smallest change that says it."""
        fresh = self._order()
        old, new = [_name(entry) for entry in self._entries], [_name(entry) for entry in fresh]
        if old == new:
            self._entries = fresh
            self.touch()
        elif len(old) == len(new) and set(old) == set(new):
            self.layoutAboutToBeChanged.emit()
            kept = self.persistentIndexList()
            places = {name: place for place, name in enumerate(new)}
            moved = [self.index(places[old[one.row()]], one.column()) for one in kept]
            self._entries = fresh
            self.changePersistentIndexList(kept, moved)
            self.layoutChanged.emit()
            self.touch()
        else:
            self.beginResetModel()
            self._entries = fresh
            self.endResetModel()

    def _order(self) -> list[Entry]:
        rows = [row for row in self._rows if self._accepts is None or self._accepts(row)]
        if self._sorted is not None:
            column = self._columns[self._sorted[0]]
            keyed = [(self._sort(row, column), row) for row in rows]
            known = [(key, row) for key, row in keyed if key is not None]
            known.sort(key=lambda pair: pair[0], reverse=self._sorted[1] == Qt.SortOrder.DescendingOrder)
            rows = [row for _key, row in known] + [row for key, row in keyed if key is None]
        if not self._sectioned or not any(row.group for row in rows):
            return list(rows)
        groups = dict.fromkeys(row.group for row in self._rows if row.group)
        entries: list[Entry] = []
        for group in (*groups, ""):
            inside = [row for row in rows if row.group == group]
            if inside:
                entries.append(Section(group or self.tr("Without a group"), len(inside)))
                entries.extend(inside)
        return entries

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text, tooltip, sort key or material for a painter."""
        if not index.isValid():
            return None
        row, column = self._entries[index.row()], self._columns[index.column()]
        if isinstance(row, Section):
            shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._heading(row) if shown and index.column() == 0 else None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
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
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._shade(row, column)
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
        """Let rows be dragged, and dropped between others; a group's name is only there to be read."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        if self.row_at(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return _ROW_FLAGS

    def mimeTypes(self) -> list[str]:
        """Name what a drag of rows carries."""
        return [MIME, "text/plain"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the dragged networks, and their names as plain text."""
        places = dict.fromkeys(index.row() for index in indexes)
        rows = [row for row in (self.row_at(place) for place in places) if row is not None]
        data = QMimeData()
        data.setData(MIME, QByteArray("\n".join(row.network for row in rows).encode()))
        data.setText("\n".join(row.name for row in rows))
        return data

    def _title(self, column: WatchColumn) -> str:
        return QCoreApplication.translate("columns", column.title)

    def _heading(self, section: Section) -> str:
        return self.tr("{title}  ({n})").format(title=section.title, n=section.size)

    def _shade(self, row: WatchRow, column: WatchColumn) -> QColor | None:
        """Return the colour of a text, for whoever keeps or prints the table; the painter knows its own."""
        if self.colours is None:
            return None
        colours = self.colours()
        if column.paint == "change":
            figure = row.figures.get(column.metric)
            value = figure.value if figure is not None else None
            return QColor(colours.muted if not value else colours.up if value > 0 else colours.down)
        if row.stale and column.key == "age":
            return QColor(colours.stale)
        return QColor(colours.muted) if self.text(row, column) == DASH else None

    def text(self, row: WatchRow, column: WatchColumn) -> str:
        """Return what a cell says."""
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
        if key == "spark":
            return ""
        if key == "tags":
            return ", ".join(row.tags)
        if key == "flags":
            return "  ".join(flag_words(row))
        return str(getattr(row, key, ""))

    def _spoken(self, row: WatchRow, column: WatchColumn) -> str:
        text = self.text(row, column)
        if text != DASH:
            return text
        figure = row.figures.get(column.metric)
        reason = words.missing_text(figure.missing) if figure is not None else ""
        return reason or self.tr("no value")

    def _sort(self, row: WatchRow, column: WatchColumn) -> SortKey | None:
        """Return a key by which rows are ordered, None for a missing value: these stand last in both directions."""
        if column.metric:
            figure = row.figures.get(column.metric)
            return None if figure is None or figure.value is None else (figure.value, "")
        if column.key == "age":
            return None if row.updated is None else (float(self._now - row.updated), "")
        if column.key == "alerts":
            return (float(row.alerts), "")
        if column.key == "spark":
            return (row.spark[-1] / row.spark[0] - 1, "") if len(row.spark) > 1 and row.spark[0] else None
        text = self._field(row, column.key).casefold()
        return (0.0, text) if text else None

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


def _name(entry: Entry) -> tuple[str, str]:
    return ("network", entry.network) if isinstance(entry, WatchRow) else ("group", entry.title)
