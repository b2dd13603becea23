"""The whole window on small simulated networks with real services, for tests that look at all of it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.helpers.direct_hub import DirectHub
from tests.ui.panels.rooms import NETWORK, Room, room
from watchlist.ui.main_window import MainWindow
from watchlist.ui.panels.table import PANELS

NETWORKS = (NETWORK, "sim-ember")


def fill(folder: Path) -> Path:
    """Fill a folder with pulled networks; windows on it open fast."""
    with room(folder, *NETWORKS):
        pass
    return folder


@contextmanager
def window_on(folder: Path, *, open_all: bool = True, size: tuple[int, int] = (1320, 860)) -> Iterator[MainWindow]:
    """Open the window on a filled folder, every panel of it made."""
    with room(folder, *NETWORKS, refreshed=False) as here:
        window = built(here)
        window.resize(*size)
        window.show()
        for step in window.steps():
            step()
        for step in window.host.start():
            step()
        settle(here.hub)
        if open_all:
            for spec in PANELS:
                window.host.open(spec.key)
                settle(here.hub)
            window.host.open("chart")
            settle(here.hub)
        try:
            yield window
        finally:
            window.close()
            shiboken6.delete(window)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def built(here: Room) -> MainWindow:
    """Return a window in a room's surroundings."""
    return MainWindow(here.context.around, None)


def settle(hub: DirectHub, turns: int = 4) -> None:
    """Let answers and the timers of no length that follow them arrive."""
    for _ in range(turns):
        QTest.qWait(10)
        hub.settle()


def hub_of(window: MainWindow) -> DirectHub:
    """Return a window's hub."""
    hub = window.around.hub
    assert isinstance(hub, DirectHub)
    return hub


def dialogs(window: MainWindow) -> dict[str, Callable[[], QDialog]]:
    """Return how each dialog of the program is made."""
    from watchlist.domain.messages import Notice, Severity
    from watchlist.ui.dialogs.about import AboutDialog
    from watchlist.ui.dialogs.add_asset import AddAssetDialog
    from watchlist.ui.dialogs.crash import CrashDialog
    from watchlist.ui.dialogs.keys import KeysDialog
    from watchlist.ui.dialogs.log_view import LogView
    from watchlist.ui.dialogs.metric_card import MetricCard
    from watchlist.ui.dialogs.notices import NoticesDialog
    from watchlist.ui.dialogs.palette import Entry, Palette
    from watchlist.ui.dialogs.preferences import PreferencesDialog

    def notices() -> QDialog:
        window.notices.add(Notice("one", Severity.WARNING, "A title", "A body"))
        return NoticesDialog(window.notices, window)

    return {
        "about": lambda: AboutDialog(window.around, window),
        "add": lambda: AddAssetDialog(window.context, window),
        "crash": lambda: CrashDialog(window.around, window),
        "keys": lambda: KeysDialog(window.around, window),
        "log": lambda: LogView(window.around, window),
        "card": lambda: MetricCard(window.context, NETWORK, "Orchard", "retention.w4", window),
        "notices": notices,
        "palette": lambda: Palette([Entry("Refresh", "Data", "F5", lambda: None)], window),
        "preferences": lambda: PreferencesDialog(window.around, window),
    }


@contextmanager
def shown(make: Callable[[], QDialog], hub: DirectHub) -> Iterator[QDialog]:
    """Show a dialog and destroy it afterwards."""
    dialog = make()
    dialog.show()
    settle(hub)
    try:
        yield dialog
    finally:
        dialog.close()
        if shiboken6.isValid(dialog):
            shiboken6.delete(dialog)


def app() -> QApplication:
    """Return the application."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def path_of(widget: QWidget) -> str:
    """Return where a widget stands, for messages of a failed test."""
    parts: list[str] = []
    one: QWidget | None = widget
    while one is not None:
        parts.append(one.objectName() or type(one).__name__)
        one = one.parentWidget()
    return " < ".join(parts[:6])
