"""F6 goes round the parts of a window: messages, docks, the panel in front, the status bar. Each remembers its place.

Tab walks inside a part and on into the next; F6 is the short way. Moves the focus and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from watchlist.ui.main_window import MainWindow


class Areas(QObject):
    """The parts of one window, in reading order."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._places: dict[QWidget, QWidget] = {}
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._remember)

    def areas(self) -> list[QWidget]:
        """Return the parts that are seen and can have the focus, from the top left on."""
        window = self._window
        parts: list[QWidget] = [window.centre.findChild(QWidget, "banners") or window.centre]
        parts = [part for part in parts if part is not window.centre]
        parts += [dock for dock in window.host.docks.values() if not dock.isFloating()]
        parts += [window.tabs, window.status]
        seen = [part for part in parts if part.isVisible() and first_stop(part) is not None]
        return sorted(seen, key=lambda part: (part is window.status, part.mapTo(window, part.rect().topLeft()).y()))

    def go(self, step: int) -> QWidget | None:
        """Give the next part (or the one before, with a negative step) the focus; return what has it."""
        areas = self.areas()
        if not areas:
            return None
        now = QApplication.focusWidget()
        at = next((n for n, area in enumerate(areas) if now is not None and area.isAncestorOf(now)), None)
        chosen = areas[0 if at is None else (at + step) % len(areas)]
        kept = self._places.get(chosen)
        there = kept is not None and shiboken6.isValid(kept) and can_stop(kept) and chosen.isAncestorOf(kept)
        stop = kept if there else first_stop(chosen)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
        return stop

    def _remember(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self._window:
            return
        for area in (*self._window.host.docks.values(), self._window.tabs, self._window.status):
            if area.isAncestorOf(now):
                self._places[area] = now


def can_stop(widget: QWidget) -> bool:
    """Return whether Tab stops at a widget now."""
    tab = Qt.FocusPolicy.TabFocus
    return widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & tab == tab


def first_stop(area: QWidget) -> QWidget | None:
    """Return where the focus goes in a part: what follows it first in the order of Tab."""
    widget = area.nextInFocusChain()
    while widget is not None and widget is not area:
        if area.isAncestorOf(widget) and can_stop(widget) and widget.focusProxy() is None:
            return widget
        widget = widget.nextInFocusChain()
    return None
