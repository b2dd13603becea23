"""What an empty list shows: why it is empty, and one click to fill it. Adds nothing without being asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from watchlist.domain import requests as ask
from watchlist.ui.theme import SCALE, SPACING

if TYPE_CHECKING:
    from watchlist.domain.answers import WatchList
    from watchlist.domain.network import Network
    from watchlist.ui.panels.context import PanelContext


class EmptyList(QWidget):
    """The first page of a new user."""

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.title = QLabel(self)
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * SCALE["heading"])
        self.title.setFont(font)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setMaximumWidth(640)
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
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addLayout(row)
        column.addStretch(1)
        self.show_list(None)

    def show_list(self, shown: WatchList | None) -> None:
        """Say why this list is empty, and what can be done."""
        smart = shown is not None and bool(shown.smart)
        self.title.setText(self.tr("No asset satisfies the rule") if smart else self.tr("This list is empty"))
        self.text.setText(
            self.tr(
                "Members are found among the assets of your other lists: {rule}. A missing number satisfies nothing."
            ).format(rule=shown.smart)
            if smart and shown is not None
            else self.tr(
                "Add networks to see whether people keep taking part in them. The shipped profiles hold public "
                "addresses and their sources; the simulated networks show everything without contacting anybody."
            )
        )
        for button in (self.real, self.demo, self.other):
            button.setVisible(not smart)

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
