"""The command palette: every entry of the action table, every panel and every watched network by a few letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from watchlist.ui.actions import MENUS
from watchlist.ui.panels.table import PANELS
from watchlist.ui.theme import SPACING

if TYPE_CHECKING:
    from watchlist.domain.network import Network
    from watchlist.ui.menus import ActionBook
    from watchlist.ui.panels.context import Selection

MOST = 60


_NATIVE = QKeySequence.SequenceFormat.NativeText


class Entry(NamedTuple):
    """One line of the palette."""

    title: str
    place: str
    shortcut: str
    run: Callable[[], object]


def command_entries(book: ActionBook, open_panel: Callable[[str], object]) -> list[Entry]:
    """Return a line for every enabled command and every panel."""
    translate = QCoreApplication.translate
    found: list[Entry] = []
    for key, action in book.table().items():
        made = book.get(key)
        if key != "palette" and made.isEnabled():
            place = translate("actions", MENUS[action.menu]).replace("&", "")
            found.append(Entry(made.text().replace("&", ""), place, made.shortcut().toString(_NATIVE), made.trigger))
    for spec in PANELS:
        keys = QKeySequence(spec.shortcut).toString(_NATIVE)
        place = translate("Palette", "Panel")
        found.append(Entry(translate("panels", spec.title), place, keys, partial(open_panel, spec.key)))
    return found


def network_entries(networks: Iterable[Network], selection: Selection) -> list[Entry]:
    """Return a line for every network."""
    place = QCoreApplication.translate("Palette", "Asset")
    return [
        Entry(f"{one.name}  {one.symbol}".strip(), place, "", partial(selection.select_network, one.id))
        for one in networks
    ]


def matches(text: str, title: str) -> float:
    """Return how well letters typed in order fit a title; 0 is not at all."""
    wanted, said = text.casefold().replace(" ", ""), title.casefold()
    if not wanted:
        return 1.0
    if wanted in said.replace(" ", ""):
        return 3.0 + (1.0 if said.startswith(text.casefold()) else 0.0) - len(said) / 1000
    at = 0
    for letter in wanted:
        at = said.find(letter, at) + 1
        if at == 0:
            return 0.0
    return 1.0 - len(said) / 1000


class _Line(QStyledItemDelegate):
    """Paints a line: title at the left, place and shortcut at the right in a quieter colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(size.width(), option.fontMetrics.height() + 12)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry = index.data(Qt.ItemDataRole.UserRole)
        self.initStyleOption(option, index)
        title, option.text = option.text, ""
        option.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        area = option.rect.adjusted(SPACING.small, 0, -SPACING.small, 0)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        quiet = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.PlaceholderText
        side = Qt.AlignmentFlag.AlignVCenter
        right = "   ".join(part for part in (entry.shortcut, entry.place) if part)
        painter.setPen(option.palette.color(quiet))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignRight, right)
        room = area.width() - option.fontMetrics.horizontalAdvance(right) - SPACING.large
        painter.setPen(option.palette.color(role))
        shown = option.fontMetrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(area, side | Qt.AlignmentFlag.AlignLeft, shown)


class Palette(QDialog):
    """A line to type in and the best matches; Return runs the chosen one."""

    def __init__(self, entries: list[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Commands"))
        self._entries = entries
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(self.tr("Type a command, a panel or an asset"))
        self.text.setAccessibleName(self.tr("Command"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Matching commands"))
        self.list.setItemDelegate(_Line(self.list))
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.itemActivated.connect(lambda _item: self._run())
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACING.small, SPACING.small, SPACING.small, SPACING.small)
        column.setSpacing(SPACING.tiny)
        column.addWidget(self.text)
        column.addWidget(self.list)
        self.resize(560, 380)
        self.text.textChanged.connect(self._fill)
        self.text.returnPressed.connect(self._run)
        self.text.installEventFilter(self)
        self._fill("")
        self.text.setFocus()

    def add_entries(self, entries: list[Entry]) -> None:
        """Offer more, found while the palette was open."""
        self._entries = [*self._entries, *entries]
        self._fill(self.text.text())

    def open_over(self, window: QWidget) -> None:
        """Show in the upper third of a window, where the eyes are; goes away when something else is clicked."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        wide = min(self.width(), window.width() - 2 * SPACING.huge)
        self.resize(wide, min(self.height(), window.height() - 2 * SPACING.huge))
        self.move(window.mapToGlobal(QPoint((window.width() - wide) // 2, window.height() // 8)))
        self.show()
        self.text.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move through the list while typing."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10, Qt.Key.Key_PageUp: -10}.get(
                Qt.Key(event.key())
            )
            if step is not None and self.list.count():
                row = min(max(self.list.currentRow() + step, 0), self.list.count() - 1)
                self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def _fill(self, text: str) -> None:
        scored = [(matches(text, f"{entry.title} {entry.place}"), entry) for entry in self._entries]
        best = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])[:MOST]
        self.list.clear()
        for _score, entry in best:
            item = QListWidgetItem(entry.title)
            item.setData(Qt.ItemDataRole.UserRole, entry)
            said = ", ".join(part for part in (entry.title, entry.place, entry.shortcut) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            self.list.addItem(item)
        if best:
            self.list.setCurrentRow(0)

    def _run(self) -> None:
        if self.list.selectedItems():
            entry: Entry = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
            self.accept()
            entry.run()
