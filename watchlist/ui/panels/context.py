"""What a panel is given when it is made, and what it may ask of the window around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

if TYPE_CHECKING:
    from watchlist.domain.messages import Notice
    from watchlist.ui.around import Around
    from watchlist.ui.menus import ActionBook


class Selection(QObject):
    """What the window looks at; all its panels follow. Instants are microseconds UTC. ``edits`` is what can be undone.

    Signals:
        network_changed(str): another network is selected; empty where none is.
        list_changed(str): another list is shown.
        time_changed(object): the visible span (start, end), or None for everything.
        as_known_on_changed(object): an instant, or None for what is known now.
        variant_changed(str): "raw" or "filtered".
    """

    network_changed = Signal(str)
    list_changed = Signal(str)
    time_changed = Signal(object)
    as_known_on_changed = Signal(object)
    variant_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.network = ""
        self.list_id = ""
        self.time: tuple[int, int] | None = None
        self.as_known_on: int | None = None
        self.variant = "raw"
        self.edits = QUndoStack(self)

    def select_network(self, network: str) -> None:
        """Look at another network."""
        if network != self.network:
            self.network = network
            self.network_changed.emit(network)

    def select_list(self, list_id: str) -> None:
        """Show another list."""
        if list_id != self.list_id:
            self.list_id = list_id
            self.list_changed.emit(list_id)

    def select_time(self, span: tuple[int, int] | None) -> None:
        """Look at another span of time."""
        if span != self.time:
            self.time = span
            self.time_changed.emit(span)

    def select_as_known_on(self, instant: int | None) -> None:
        """Look at the data as it was known at an instant."""
        if instant != self.as_known_on:
            self.as_known_on = instant
            self.as_known_on_changed.emit(instant)

    def select_variant(self, variant: str) -> None:
        """Switch between raw and filtered numbers."""
        if variant != self.variant:
            self.variant = variant
            self.variant_changed.emit(variant)


@dataclass(frozen=True, slots=True, eq=False)
class PanelContext:
    """A panel's surroundings. ``open_panel`` brings another panel to the front and returns it, or None."""

    around: Around
    selection: Selection
    actions: ActionBook
    notify: Callable[[Notice], None]
    open_panel: Callable[[str], object]
