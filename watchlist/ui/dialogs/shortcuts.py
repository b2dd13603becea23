"""All shortcuts on one page, and a place to change them. Kept in the user's documents; a clash is said, never kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from watchlist.domain.requests import SaveDocument
from watchlist.ui.actions import MENUS
from watchlist.ui.panels.table import PANELS
from watchlist.ui.theme import SPACING

if TYPE_CHECKING:
    from watchlist.ui.around import Around
    from watchlist.ui.menus import ActionBook

TABLE = "shortcuts"
KEY = Qt.ItemDataRole.UserRole
CHART_KEYS: tuple[tuple[str, str], ...] = (
    ("Left, Right", "Move the crosshair from point to point, with Shift ten at a time"),
    ("Home, End", "Move the crosshair to the first or last point"),
    ("Up, Down", "Move the crosshair to another curve"),
    ("Ctrl+Left, Ctrl+Right", "Move the time that is shown"),
    ("+, -", "Zoom the time"),
    ("0", "Show everything"),
    ("L, P", "Logarithmic axis, change in %"),
    ("M", "Measure between two places"),
    ("Alt+Up, Alt+Down", "Move the level of a rule"),
    ("Menu, Shift+F10", "Open the menu of the place"),
)
"""What the keys of the chart do; these are fixed, because they act only where the chart has the keyboard."""


class ShortcutsDialog(QDialog):
    """A tree of commands by menu with a line to search, and an editor for the chosen one."""

    def __init__(self, book: ActionBook, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._hub = around.hub
        self._parts: list[QTreeWidgetItem] = []
        self.setWindowTitle(self.tr("Shortcuts"))
        self.resize(620, 640)
        self.search = QLineEdit(self, clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Search commands and keys"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.textChanged.connect(self._narrow)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderLabels([self.tr("Command"), self.tr("Shortcut")])
        self.tree.setAccessibleName(self.tr("Commands and their shortcuts"))
        self.tree.setAlternatingRowColors(True)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.keys = QKeySequenceEdit(self)
        self.keys.setMaximumSequenceLength(1)
        self.keys.setAccessibleName(self.tr("New shortcut"))
        self.use = QPushButton(self.tr("Use"), self)
        self.own = QPushButton(self.tr("Default"), self)
        self.none = QPushButton(self.tr("None"), self)
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(SPACING.small)
        label = QLabel(self.tr("New shortcut"), self)
        label.setBuddy(self.keys)
        row.addWidget(label)
        row.addWidget(self.keys, 1)
        for button in (self.use, self.own, self.none):
            button.setAutoDefault(False)
            row.addWidget(button)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(SPACING.small)
        for widget in (self.search, self.tree):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.state)
        column.addWidget(buttons)
        self.tree.currentItemChanged.connect(self._chosen)
        self.use.clicked.connect(lambda: self._change(self.keys.keySequence()))
        self.own.clicked.connect(self._reset)
        self.none.clicked.connect(lambda: self._change(QKeySequence()))
        self._fill()
        self._chosen()

    def _fill(self) -> None:
        parts: dict[str, QTreeWidgetItem] = {}
        for key, action in self._book.table().items():
            title = QCoreApplication.translate("actions", MENUS[action.menu]).replace("&", "")
            if action.menu not in parts:
                parts[action.menu] = self._part(title)
            item = QTreeWidgetItem(parts[action.menu], [self._book.get(key).text().replace("&", ""), ""])
            item.setData(0, KEY, key)
        fixed = [(QCoreApplication.translate("panels", one.title), one.shortcut) for one in PANELS if one.shortcut]
        part = self._part(self.tr("Panels"))
        for title, keys in fixed:
            QTreeWidgetItem(part, [title, QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)])
        part = self._part(self.tr("In the chart"))
        for keys, title in CHART_KEYS:
            QTreeWidgetItem(part, [QCoreApplication.translate("shortcuts", title), keys])
        self._write_keys()

    def _part(self, title: str) -> QTreeWidgetItem:
        part = QTreeWidgetItem(self.tree, [title])
        font = part.font(0)
        font.setWeight(font.Weight.DemiBold)
        part.setFont(0, font)
        part.setFlags(Qt.ItemFlag.ItemIsEnabled)
        part.setExpanded(True)
        self._parts.append(part)
        return part

    def _items(self) -> list[QTreeWidgetItem]:
        return [item for part in self._parts for item in _children(part)]

    def _write_keys(self) -> None:
        for item in self._items():
            key = item.data(0, KEY)
            if key:
                item.setText(1, self._book.get(key).shortcut().toString(QKeySequence.SequenceFormat.NativeText))

    def _narrow(self, text: str) -> None:
        wanted = text.casefold()
        for item in self._items():
            item.setHidden(wanted not in f"{item.text(0)} {item.text(1)}".casefold())
        for part in self._parts:
            part.setHidden(all(item.isHidden() for item in _children(part)))

    def _key(self) -> str:
        item = self.tree.currentItem()
        return str(item.data(0, KEY) or "") if item is not None else ""

    def _chosen(self) -> None:
        key = self._key()
        for widget in (self.keys, self.use, self.own, self.none):
            widget.setEnabled(bool(key))
        self.state.setText("")
        self.keys.setKeySequence(self._book.get(key).shortcut() if key else QKeySequence())

    def _change(self, wanted: QKeySequence) -> None:
        key = self._key()
        taken = "" if wanted.isEmpty() else self._taken(wanted, key)
        if taken:
            self.state.setText(self.tr("{keys} is taken by “{command}”.").format(keys=wanted.toString(), command=taken))
            return
        self._save(key, {"keys": wanted.toString(QKeySequence.SequenceFormat.PortableText)})

    def _reset(self) -> None:
        self._save(self._key(), None)

    def _taken(self, wanted: QKeySequence, key: str) -> str:
        for other in self._book.table():
            action = self._book.get(other)
            if other != key and action.shortcut() == wanted:
                return action.text().replace("&", "")
        for spec in PANELS:
            if spec.shortcut and QKeySequence(spec.shortcut) == wanted:
                return QCoreApplication.translate("panels", spec.title)
        return ""

    def _save(self, key: str, value: dict[str, str] | None) -> None:
        table = self._book.table()
        changed = {
            one: self._book.get(one).shortcut().toString(QKeySequence.SequenceFormat.PortableText)
            for one in table
            if self._book.get(one).shortcut() != QKeySequence(table[one].shortcut)
        }
        changed.pop(key, None)
        if value is not None:
            changed[key] = value["keys"]
        self._book.set_shortcuts(changed)
        self._write_keys()
        self._chosen()
        self._hub.ask(SaveDocument(TABLE, key, value), lambda _none: self.state.setText(self.tr("Kept")))


def _children(part: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = [part.child(at) for at in range(part.childCount())]
    return [item for item in found if item is not None]
