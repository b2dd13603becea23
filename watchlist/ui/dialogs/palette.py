"""The command palette: every entry of the action table, every panel and every watched network by a few letters."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from watchlist.ui.theme import SPACING

MOST = 60


class Entry(NamedTuple):
    """One line of the palette."""

    title: str
    place: str
    shortcut: str
    run: Callable[[], object]


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
            shortcut = f"   {entry.shortcut}" if entry.shortcut else ""
            item = QListWidgetItem(f"{entry.title}   ·  {entry.place}{shortcut}")
            item.setData(Qt.ItemDataRole.UserRole, entry)
            self.list.addItem(item)
        if best:
            self.list.setCurrentRow(0)

    def _run(self) -> None:
        if self.list.selectedItems():
            entry: Entry = self.list.currentItem().data(Qt.ItemDataRole.UserRole)
            self.accept()
            entry.run()
