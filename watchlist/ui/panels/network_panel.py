"""What all panels about one network share: they follow the selection, reload when data changes, and only when seen.

Knows no metric and draws nothing itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from watchlist.domain import requests as ask
from watchlist.domain.figures import Missing
from watchlist.domain.messages import DataChanged, FiguresChanged, ListsChanged
from watchlist.domain.network import Role
from watchlist.ui.chart import colours
from watchlist.ui.theme import SPACING
from watchlist.ui.words import why_empty

if TYPE_CHECKING:
    from watchlist.domain.errors import WatchlistError
    from watchlist.domain.network import Network
    from watchlist.domain.requests import Request
    from watchlist.ui.chart.colours import ChartColours
    from watchlist.ui.panels.context import PanelContext

AnswerT = TypeVar("AnswerT")


class NetworkPanel(QWidget):
    """A bar with whose activity is shown, a line that says why something is missing, and the panel's own content.

    Subclasses fill ``body``, implement ``load`` and, where they draw, ``dress``.
    """

    has_roles = True
    has_warnings = True

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self.context = context
        self.hub = context.around.hub
        self.networks: dict[str, Network] = {}
        self._turn = 0
        self._is_stale = True
        self.of = QComboBox(self)
        self.of.setAccessibleName(self.tr("Whose activity"))
        self.of.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.of.setVisible(self.has_roles)
        self.note = QLabel(self)
        self.note.setWordWrap(True)
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(SPACING.small, SPACING.tiny, SPACING.small, SPACING.tiny)
        self.bar.setSpacing(SPACING.small)
        self.bar.addWidget(self.of)
        self.bar.addWidget(self.note, 1)
        self.warning = QLabel(self)
        self.warning.setWordWrap(True)
        self.warning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.warning.hide()
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.bar)
        strip = QVBoxLayout()
        strip.setContentsMargins(SPACING.small, 0, SPACING.small, SPACING.tiny)
        strip.addWidget(self.warning)
        column.addLayout(strip)
        column.addLayout(self.body, 1)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.setObjectName("panel-reload")
        self._later.timeout.connect(self._reload)
        self.of.currentIndexChanged.connect(self.refresh)
        context.selection.network_changed.connect(self._network_changed)
        context.selection.variant_changed.connect(self.refresh)
        context.around.theme.changed.connect(self._dress)
        self.hub.changed.connect(self._hear)
        self.hub.ask(ask.ShippedNetworks(), self._know)

    # For subclasses

    def load(self, network: str) -> None:
        """Ask for what the panel shows of a network."""

    def dress(self, found: ChartColours) -> None:
        """Follow the theme."""

    @property
    def network(self) -> Network | None:
        """The selected network, where it is known."""
        return self.networks.get(self.context.selection.network)

    @property
    def is_simulated(self) -> bool:
        """Whether the selected network is a simulated one."""
        return self.network is not None and self.network.simulated

    @property
    def whose(self) -> str:
        """The chosen role or stream as a selector's part, empty for the whole network."""
        return str(self.of.currentData() or "")

    def selector(self, key: str) -> str:
        """Return a metric's selector for the chosen role or stream."""
        return f"{key}@{self.whose}" if self.whose else key

    def question(
        self,
        request: Request[AnswerT],
        then: Callable[[AnswerT], None],
        failed: Callable[[WatchlistError], None] | None = None,
    ) -> None:
        """Ask; an answer that comes after the panel looks at something else is dropped."""
        turn = self._turn

        def answered(answer: AnswerT) -> None:
            if turn == self._turn:
                then(answer)

        def refused(error: WatchlistError) -> None:
            if turn == self._turn:
                (failed or self.show_error)(error)

        self.hub.ask(request, answered, refused)

    def why(self, reason: Missing) -> str:
        """Return why there is nothing, and what can be done; empty where there is something."""
        offline = bool(self.context.around.choices["offline"])
        return "" if reason is Missing.NONE else why_empty(reason, offline=offline)

    def show_error(self, error: WatchlistError) -> None:
        """Say why there is nothing."""
        self.note.setText(str(error))

    @Slot()
    def refresh(self) -> None:
        """Load again, now where the panel is seen, else when it will be."""
        self._is_stale = True
        if self.isVisible():
            self._later.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Load what changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self._later.start()

    def _reload(self) -> None:
        self._turn += 1
        self._is_stale = False
        self.note.setText("")
        if self.context.selection.network:
            self.load(self.context.selection.network)

    def _show_warnings(self) -> None:
        """Show what must be known about the network beside each of its numbers."""
        warnings = self.network.warnings if self.network is not None and self.has_warnings else ()
        self.warning.setText("\n".join(fact.text for fact in warnings[:2]))
        self.warning.setToolTip("\n\n".join(f"{fact.text} ({fact.confidence.value})" for fact in warnings))
        self.warning.setVisible(bool(warnings))

    def _know(self, networks: tuple[Network, ...]) -> None:
        self.networks = {network.id: network for network in networks}
        self._fill_roles()
        self._show_warnings()
        self._dress()
        self.refresh()

    def _network_changed(self) -> None:
        self._fill_roles()
        self._show_warnings()
        self.refresh()

    def _fill_roles(self) -> None:
        kept = self.whose
        self.of.blockSignals(True)
        self.of.clear()
        self.of.addItem(self.tr("Everybody"), "")
        network = self.network
        if network is not None:
            names = {
                Role.USER: self.tr("Users"),
                Role.CONTRIBUTOR: self.tr("Contributors"),
                Role.DEVELOPER: self.tr("Developers"),
                Role.VALIDATOR: self.tr("Validators"),
                Role.HOLDER: self.tr("Holders"),
            }
            present = {stream.role for stream in network.streams}
            for role, title in names.items():
                if role in present:
                    self.of.addItem(title, role.value)
            if network.streams:
                self.of.insertSeparator(self.of.count())
            for stream in network.streams:
                title = stream.label or stream.key.stream
                self.of.addItem(f"{title} ({stream.key.stream})", f"stream:{stream.key.stream}")
        at = self.of.findData(kept)
        self.of.setCurrentIndex(max(0, at))
        self.of.blockSignals(False)

    @Slot()
    def _dress(self) -> None:
        theme = self.context.around.theme.colours
        self.warning.setStyleSheet(
            f"color: {theme.warning}; background: {theme.warning_ground}; padding: 4px 8px; border-radius: 4px"
        )
        self.dress(colours.of(self.context.around.theme.colours))

    @Slot(object)
    def _hear(self, message: object) -> None:
        chosen = self.context.selection.network
        moved = isinstance(message, DataChanged | FiguresChanged) and message.network == chosen
        edited = isinstance(message, ListsChanged) and message.what in {"networks", "exclusions"}
        if moved or edited:
            self.refresh()
