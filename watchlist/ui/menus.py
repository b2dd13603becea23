"""Turns the action table into Qt actions and menus, and keeps track of which are enabled."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from watchlist.ui.actions import ACTIONS, MENUS, Action

ROLES = {
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
    "preferences": QAction.MenuRole.PreferencesRole,
}


def said(action: Action) -> str:
    """Return an action's title in the user's language."""
    return QCoreApplication.translate("actions", action.title)


class ActionBook(QObject):
    """The Qt actions of one window.

    Signals:
        triggered(str): the user chose the action with this key.
    """

    triggered = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}
        self._table: dict[str, Action] = {}
        self._conditions: set[str] = set()
        self._shortcuts: dict[str, str] = {}

    def add(self, action: Action) -> QAction:
        """Make the Qt action of an entry; the window listens to its shortcut."""
        made = QAction(said(action), self)
        made.setObjectName(f"action-{action.key}")
        made.setMenuRole(ROLES.get(action.role, QAction.MenuRole.NoRole))
        made.setCheckable(action.checkable)
        if action.tip:
            tip = QCoreApplication.translate("actions", action.tip)
            made.setToolTip(tip)
            made.setStatusTip(tip)
        made.setShortcut(QKeySequence(self._shortcuts.get(action.key, action.shortcut)))
        made.triggered.connect(lambda _checked=False, key=action.key: self.triggered.emit(key))
        self._actions[action.key] = made
        self._table[action.key] = action
        self._window.addAction(made)
        self._enable(action.key)
        return made

    def get(self, key: str) -> QAction:
        """Return the Qt action of an entry; KeyError where the table has none."""
        return self._actions[key]

    def table(self) -> Mapping[str, Action]:
        """Return the entries that have been made, in their order."""
        return self._table

    def run(self, key: str) -> bool:
        """Do as if the user had chosen an action; return whether it was enabled."""
        action = self._actions.get(key)
        if action is None or not action.isEnabled():
            return False
        action.trigger()
        return True

    def set_condition(self, name: str, holds: bool) -> None:
        """Say whether a condition holds; the actions that need it follow."""
        if holds == (name in self._conditions):
            return
        (self._conditions.add if holds else self._conditions.discard)(name)
        for key, action in self._table.items():
            if name in action.when.split():
                self._enable(key)

    def set_shortcuts(self, changed: Mapping[str, str]) -> None:
        """Use the user's shortcuts; actions that are not named get their own back."""
        self._shortcuts = dict(changed)
        for key, action in self._table.items():
            self._actions[key].setShortcut(QKeySequence(self._shortcuts.get(key, action.shortcut)))

    def _enable(self, key: str) -> None:
        self._actions[key].setEnabled(set(self._table[key].when.split()) <= self._conditions)


def empty_menus(bar: QMenuBar) -> dict[str, QMenu]:
    """Add the menus with their titles only: that is all that the first paint shows of them."""
    return {key: bar.addMenu(QCoreApplication.translate("actions", title)) for key, title in MENUS.items()}


def fill_menus(menus: Mapping[str, QMenu], book: ActionBook, wanted: Callable[[Action], bool] = lambda _: True) -> None:
    """Put the actions into their menus, groups apart."""
    last: dict[str, int] = {}
    for action in ACTIONS:
        if not wanted(action):
            continue
        menu = menus[action.menu]
        if last.setdefault(action.menu, action.group) != action.group:
            menu.addSeparator()
        last[action.menu] = action.group
        menu.addAction(book.add(action))
