"""What an empty list shows: why it is empty, and one click to fill it. Adds nothing without being asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from watchlist.domain import requests as ask
from watchlist.ui.theme import SCALE, SPACING

if TYPE_CHECKING:
    from watchlist.domain.network import Network
    from watchlist.ui.panels.context import PanelContext


class EmptyList(QWidget):
    """The first page of a new user."""

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        title = QLabel(self.tr("This list is empty"), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * SCALE["heading"])
        title.setFont(font)
        text = QLabel(
            self.tr(
                "Add networks to see whether people keep taking part in them. The shipped profiles hold public "
                "addresses and their sources; the simulated networks show everything without contacting anybody."
            ),
            self,
        )
        text.setWordWrap(True)
        text.setMaximumWidth(460)
        text.setForegroundRole(text.foregroundRole())
        self.real = QPushButton(self.tr("Add the shipped networks"), self)
        self.demo = QPushButton(self.tr("Show the simulated networks"), self)
        self.other = QPushButton(self.tr("Add an asset …"), self)
        self.real.clicked.connect(lambda: self._add(simulated=False))
        self.demo.clicked.connect(lambda: self._add(simulated=True))
        self.other.clicked.connect(lambda: context.actions.run("add_asset"))
        row = QHBoxLayout()
        row.setSpacing(SPACING.small)
        for button in (self.real, self.demo, self.other):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACING.huge, SPACING.huge, SPACING.huge, SPACING.huge)
        column.setSpacing(SPACING.normal)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(title)
        column.addWidget(text)
        column.addLayout(row)
        column.addStretch(1)

    def _add(self, *, simulated: bool) -> None:
        def found(networks: tuple[Network, ...]) -> None:
            wanted = [network.id for network in networks if network.simulated is simulated]
            self._next(wanted)

        self._context.around.hub.ask(ask.ShippedNetworks(), found)

    def _next(self, wanted: list[str]) -> None:
        if not wanted:
            self._context.actions.run("refresh")
            return
        request = ask.AddNetwork(wanted[0], list_id=self._context.selection.list_id)
        self._context.around.hub.ask(request, lambda _network: self._next(wanted[1:]))
