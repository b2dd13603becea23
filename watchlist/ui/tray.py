"""The icon in the notification area, where the desktop has one: shows the window, refreshes, leaves.

Must never be the only way to anything: many desktops have no such area.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from watchlist import about


class Tray(QObject):
    """The icon and its menu.

    Signals:
        show_wanted(), refresh_wanted(), quit_wanted(): what the user chose.
    """

    show_wanted = Signal()
    refresh_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, icon: QIcon, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.icon = QSystemTrayIcon(icon, self)
        self.icon.setToolTip(about.NAME)
        self._menu = QMenu()
        self._menu.addAction(self.tr("Show the window"), self.show_wanted.emit)
        self._menu.addAction(self.tr("Refresh"), self.refresh_wanted.emit)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("Quit"), self.quit_wanted.emit)
        self.icon.setContextMenu(self._menu)
        self.icon.activated.connect(self._pressed)

    @staticmethod
    def is_possible() -> bool:
        """Return whether the desktop has a notification area."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def set_shown(self, shown: bool) -> None:
        """Show or hide the icon."""
        self.icon.setVisible(shown)

    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self.show_wanted.emit()
