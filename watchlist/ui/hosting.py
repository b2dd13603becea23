"""Holds the panels of one window: empty places first, each panel imported and made when it is first seen.

Knows no panel by name. A panel that cannot be made leaves a sentence in its place and a crash report.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QDockWidget, QLabel, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from watchlist.ui.panels.table import WATCHLIST, PanelSpec, Place

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

FIRST_WIDTH = 620
FIRST_HEIGHT = 270


class PanelPlace(QWidget):
    """The place of one panel; says when it is seen for the first time.

    Signals:
        seen(str): the place with this panel key became visible.
    """

    seen = Signal(str)

    def __init__(self, key: str, first: QWidget | None = None) -> None:
        super().__init__()
        self.key = key
        self.panel: QWidget | None = None
        self._content: QWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if first is not None:
            self.put(first)

    def put(self, content: QWidget) -> None:
        """Show a widget instead of what was here."""
        if content is self._content:
            return
        layout = self.layout()
        if layout is None:
            return
        layout.addWidget(content)
        content.show()
        if self._content is not None:
            layout.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the place is seen."""
        super().showEvent(event)
        self.seen.emit(self.key)


class PanelHost(QObject):
    """All panels of a window, by key.

    Signals:
        failed(object): the exception that kept a panel from being made.
        made(str): a panel was made.
    """

    failed = Signal(object)
    made = Signal(str)

    def __init__(
        self, window: QMainWindow, tabs: QTabWidget, make: Callable[[type], QWidget], restore: Callable[[str], object]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tabs = tabs
        self._make = make
        self._restore = restore
        self._specs: dict[str, PanelSpec] = {}
        self.places: dict[str, PanelPlace] = {}
        self.docks: dict[str, QDockWidget] = {}
        self._ready = False

    def add(self, spec: PanelSpec, first: QWidget | None = None) -> PanelPlace:
        """Give a panel its place; ``first`` stands there until the panel has something to show."""
        place = PanelPlace(spec.key, first)
        place.setObjectName(f"place-{spec.key}")
        title = QCoreApplication.translate("panels", spec.title)
        self._specs[spec.key] = spec
        self.places[spec.key] = place
        place.seen.connect(self._seen)
        if spec.place is Place.TAB:
            at = self._tabs.addTab(place, title)
            if spec.tip:
                self._tabs.setTabToolTip(at, QCoreApplication.translate("panels", spec.tip))
        else:
            dock = QDockWidget(title, self._window)
            dock.setObjectName(f"dock-{spec.key}")
            dock.setWidget(place)
            self.docks[spec.key] = dock
        return place

    def arrange(self) -> None:
        """Put all docks where they stand at first; a window with a remembered layout does not need this."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - 25 ms that a start with a remembered layout saves

        areas = {
            Place.LEFT: Qt.DockWidgetArea.LeftDockWidgetArea,
            Place.RIGHT: Qt.DockWidgetArea.RightDockWidgetArea,
            Place.TOP: Qt.DockWidgetArea.TopDockWidgetArea,
            Place.BOTTOM: Qt.DockWidgetArea.BottomDockWidgetArea,
        }
        for key, dock in self.docks.items():
            dock.setFloating(False)
            self._window.addDockWidget(areas[self._specs[key].place], dock)
            dock.setVisible(self._specs[key].open_first)
        if WATCHLIST in self.docks:
            beside = self._specs[WATCHLIST].place in {Place.LEFT, Place.RIGHT}
            orientation = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
            self._window.resizeDocks([self.docks[WATCHLIST]], [FIRST_WIDTH if beside else FIRST_HEIGHT], orientation)

    def modules(self) -> list[str]:
        """Return the modules of the panels that are wanted at once: seen, or not waiting to be seen."""
        current = self._tabs.currentWidget()
        return [
            spec.factory.partition(":")[0]
            for key, spec in self._specs.items()
            if spec.factory and (not spec.lazy or self.places[key] is current or self._is_open(key))
        ]

    def _is_open(self, key: str) -> bool:
        dock = self.docks.get(key)
        return dock is not None and not dock.isHidden()

    def start(self) -> list[Callable[[], object]]:
        """Allow panels to be made; return the work for those that are seen already or do not wait to be seen."""
        self._ready = True
        return [
            lambda key=key: self.make(key)  # type: ignore[misc]
            for key, place in self.places.items()
            if place.isVisible() or not self._specs[key].lazy
        ]

    def make(self, key: str) -> QWidget | None:
        """Return a panel, made now if it was not; None where there is none or it cannot be made."""
        place = self.places.get(key)
        if place is None:
            return None
        if place.panel is not None or not self._specs[key].factory:
            return place.panel
        module, _, name = self._specs[key].factory.partition(":")
        try:
            panel = self._make(getattr(importlib.import_module(module), name))
        except Exception as error:  # noqa: BLE001 - part of the crash hook: one broken panel leaves the others usable
            self._specs[key] = self._specs[key]._replace(factory="")
            place.put(self._sorry())
            self.failed.emit(error)
            return None
        place.panel = panel
        panel.setObjectName(f"panel-{key}")
        self._restore(key)
        ready = getattr(panel, "ready", None)
        if ready is not None and place.layout() is not None and place.layout().count():  # type: ignore[union-attr]
            panel.setParent(place)
            panel.hide()
            ready.connect(lambda: self._replace(place, panel))
        else:
            place.put(panel)
        self.made.emit(key)
        return panel

    def open(self, key: str) -> QWidget | None:
        """Bring a panel to the front and return it."""
        place = self.places.get(key)
        if place is None:
            return None
        self._ready = True
        dock = self.docks.get(key)
        if dock is not None:
            dock.show()
            dock.raise_()
        else:
            self._tabs.setCurrentWidget(place)
        panel = self.make(key)
        activate = getattr(panel, "activate", None)
        if activate is not None:
            activate()
        return panel

    def panels(self) -> dict[str, QWidget]:
        """Return the panels that have been made."""
        return {key: place.panel for key, place in self.places.items() if place.panel is not None}

    def _replace(self, place: PanelPlace, panel: QWidget) -> None:
        """The panel has something to show: what stood there from the last time goes."""
        place.put(panel)
        self._window.statusBar().clearMessage()

    def _seen(self, key: str) -> None:
        if self._ready:
            self.make(key)

    def _sorry(self) -> QLabel:
        label = QLabel(self.tr("This panel could not be opened. The log says why; everything else goes on."))
        label.setWordWrap(True)
        label.setMargin(24)
        return label
