"""The frame of the program: menus, places for panels, messages, status bar. What stands in it comes from tables.

Must stay cheap until the first paint (no store, no numpy, no asyncio); panels and menus are filled in afterwards.
"""

from __future__ import annotations

import base64
import logging
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QMainWindow, QMenu, QTabWidget, QVBoxLayout, QWidget

from watchlist import about
from watchlist.ui.around import Around
from watchlist.ui.first_table import FirstTable
from watchlist.ui.hosting import PanelHost
from watchlist.ui.last_table import LastTable
from watchlist.ui.menus import ActionBook, empty_menus, fill_menus
from watchlist.ui.panels.table import PANELS, WATCHLIST, PanelSpec, Place

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

FIRST_SIZE = (1320, 860)
SMALLEST = (640, 420)
log = logging.getLogger(__name__)
LAYOUT = 1  # raised when remembered layouts no longer fit


class MainWindow(QMainWindow):
    """One window.

    Signals:
        painted(): the first frame is on the screen.
        closing(): the user closes the window; ``stay`` decides whether the program goes on.
    """

    painted = Signal()
    closing = Signal()

    def __init__(self, around: Around, last: LastTable | None, name: str = "main") -> None:
        super().__init__()
        self.around = around
        self.name = name
        self.stay: Callable[[], bool] = lambda: False
        self._was_painted = False
        self.setWindowTitle(about.NAME)
        self.setObjectName(f"window-{name}")
        self.setMinimumSize(*SMALLEST)
        self.menus = empty_menus(self.menuBar())
        self.centre = QWidget(self)
        column = QVBoxLayout(self.centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.tabs = QTabWidget(self.centre)
        self.tabs.setDocumentMode(True)
        self.tabs.setMovable(True)
        self.tabs.setAccessibleName(self.tr("Panels"))
        column.addWidget(self.tabs, 1)
        self.setCentralWidget(self.centre)
        self.host = PanelHost(self, self.tabs, self._make_panel, self._restore_panel)
        for spec in PANELS or (PanelSpec(WATCHLIST, "Watchlist", "", Place.LEFT),):
            self.host.add(spec, self._first_content(last) if spec.key == WATCHLIST else None)
        self.status = self.statusBar()
        self.status.showMessage(last.note if last else "")
        self._restore_place()
        if not self.tabs.count():
            self.tabs.hide()

    # After the first paint

    def steps(self) -> Iterator[Callable[[], object]]:
        """Yield the rest of the building in small pieces; the caller lets the window breathe between them."""
        from watchlist.ui.panels.context import PanelContext, Selection  # noqa: PLC0415 - after the first paint

        self.setDockOptions(self.dockOptions() | QMainWindow.DockOption.GroupedDragging)
        self.around.theme.follow_system()
        self.selection = Selection(self)
        self.selection.network = str(self._remembered("network", ""))
        self.selection.list_id = str(self._remembered("list", ""))
        self.book = ActionBook(self)
        yield lambda: fill_menus(self.menus, self.book)
        yield self._fill_panel_menu
        from watchlist.ui.areas import Areas  # noqa: PLC0415
        from watchlist.ui.commands import Commands  # noqa: PLC0415
        from watchlist.ui.notifications import BannerArea, Notices  # noqa: PLC0415

        yield lambda: None
        self.notices = Notices(self)
        self.commands = Commands(self)
        self.areas = Areas(self)
        self.banners = BannerArea(self.notices, self.around.theme, self.commands.show_notices, self.centre)
        self.centre.layout().insertWidget(0, self.banners)  # type: ignore[union-attr]
        self.notices.wanted.connect(self.book.run)
        yield self.commands.start
        self.context = PanelContext(self.around, self.selection, self.book, self.notices.add, self.host.open)

    def _fill_panel_menu(self) -> None:
        menu: QMenu = self.menus["view"]
        first = menu.actions()[0] if menu.actions() else None
        for spec in PANELS:
            title = QCoreApplication.translate("panels", spec.title)
            action = menu.addAction(title)
            action.triggered.connect(lambda _checked=False, key=spec.key: self._go_to(key))
            if spec.shortcut:
                action.setShortcut(QKeySequence(spec.shortcut))
                self.addAction(action)
            if first is not None:
                menu.insertAction(first, action)
        if PANELS and first is not None:
            menu.insertSeparator(first)

    def _go_to(self, key: str) -> None:
        """Bring a panel to the front and give it the keyboard; a panel that is there stays."""
        panel = self.host.open(key)
        focused = QApplication.focusWidget()
        if panel is not None and (focused is None or not panel.isAncestorOf(focused)):
            panel.setFocus()

    def _make_panel(self, kind: type) -> QWidget:
        panel = kind(self.context)
        if not isinstance(panel, QWidget):
            raise TypeError(f"{kind.__name__} is no widget")
        return panel

    def _restore_panel(self, key: str) -> None:
        restore = getattr(self.host.places[key].panel, "restore_state", None)
        kept = self._remembered(f"panel.{key}", None)
        if restore is not None and isinstance(kept, dict):
            restore(kept)

    def _first_content(self, last: LastTable | None) -> QWidget:
        if last is not None and last.rows:
            return FirstTable(last, self.around.theme, str(self.around.choices["density"]))
        empty = QWidget()
        row = QHBoxLayout(empty)
        row.addStretch(1)
        row.addWidget(QLabel(self.tr("Opening the watchlist …"), empty))
        row.addStretch(1)
        return empty

    # What is remembered

    def _remembered(self, name: str, default: object) -> object:
        return default if self.around.safe_mode else self.around.memory.get(f"{self.name}.{name}", default)

    def _restore_place(self) -> None:
        self.resize(*FIRST_SIZE)
        kept, layout = self._remembered("geometry", ""), self._remembered("layout", "")
        if isinstance(kept, str) and kept and self.around.choices["remember_place"]:
            self.restoreGeometry(QByteArray(_bytes_of(kept)))
        kept_layout = isinstance(layout, str) and bool(layout)
        if not kept_layout or not self.restoreState(QByteArray(_bytes_of(str(layout))), LAYOUT):
            self.host.arrange()
        tab = self._remembered("tab", "")
        if tab in self.host.places:
            self.tabs.setCurrentWidget(self.host.places[str(tab)])

    def remember(self) -> None:
        """Hand everything worth remembering to the memory; the caller saves it."""
        memory = self.around.memory
        memory.set(f"{self.name}.geometry", _text_of(self.saveGeometry()))
        memory.set(f"{self.name}.layout", _text_of(self.saveState(LAYOUT)))
        for key, place in self.host.places.items():
            if place is self.tabs.currentWidget():
                memory.set(f"{self.name}.tab", key)
        for key, panel in self.host.panels().items():
            save = getattr(panel, "save_state", None)
            if save is not None:
                memory.set(f"{self.name}.panel.{key}", save())
        if hasattr(self, "selection"):
            memory.set(f"{self.name}.network", self.selection.network)
            memory.set(f"{self.name}.list", self.selection.list_id)

    def keep_table(self) -> None:
        """Keep the watchlist as it is shown for the next start's first paint; nothing where values are hidden."""
        from watchlist.ui.kept_table import table_on_screen  # noqa: PLC0415 - brings Qt's enums
        from watchlist.ui.last_table import keep_last_table  # noqa: PLC0415

        panel = self.host.panels().get(WATCHLIST)
        if panel is None or self.around.safe_mode:
            return
        hidden = bool(self.around.choices["privacy_screen"])
        table = None if hidden else table_on_screen(panel, self.around.theme.colours)
        try:
            if table is None:
                self.around.last_table.unlink(missing_ok=True)
            else:
                keep_last_table(self.around.last_table, table, self.around.write)
        except OSError as error:
            log.warning("the table could not be kept for the next start: %s", error)

    def reset_layout(self) -> None:
        """Put all panels back to where they were at first."""
        self.host.arrange()

    # Qt's own

    def bring_to_front(self) -> None:
        """Show the window above others, also when it was hidden or minimised."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the first frame has been painted, once."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide where the program goes on in the notification area, leave otherwise."""
        if self.stay():
            event.ignore()
            self.hide()
            return
        event.accept()
        self.closing.emit()


def _text_of(raw: QByteArray) -> str:
    return base64.b64encode(raw.data()).decode("ascii")


def _bytes_of(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return b""
