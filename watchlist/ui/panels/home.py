"""Home: what changed since the user last looked, most important first, and what cannot be known."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QComboBox, QLabel

from watchlist.domain import requests as ask
from watchlist.domain.answers import Change
from watchlist.domain.instants import DAY, Instant, iso
from watchlist.ui.models.plain_table import ITEM, PlainCell, PlainColumn, PlainRow, PlainView
from watchlist.ui.panels.network_panel import NetworkPanel
from watchlist.ui.theme import SPACING

if TYPE_CHECKING:
    from watchlist.ui.panels.context import PanelContext

LAST_VISIT = "last_visit"


class HomePanel(NetworkPanel):
    """A table of changes; a click goes to the asset."""

    has_roles = False

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        now = time.time_ns() // 1000
        kept = context.around.memory.get(LAST_VISIT)
        self._last: Instant = int(kept) if isinstance(kept, int) else now - 7 * DAY
        context.around.memory.set(LAST_VISIT, now)
        self.since = QComboBox(self)
        self.since.setAccessibleName(self.tr("Since"))
        self.since.addItem(self.tr("Since your last visit"), 0)
        for days in (1, 7, 28, 90):
            self.since.addItem(self.tr("Last %n day(s)", "", days), days)
        self.since.currentIndexChanged.connect(self.refresh)
        self.bar.insertWidget(0, self.since)
        self.table = PlainView(
            (
                PlainColumn(self.tr("Asset"), widest="OpenGradient Base"),
                PlainColumn(self.tr("What"), widest="Recurring in 3 of 4 weeks"),
                PlainColumn(self.tr("Change"), widest="0.123456 → 0.123456"),
                PlainColumn(self.tr("Weight"), right=True, widest="100.0", tip=self.tr("In units of its usual change")),
                PlainColumn(self.tr("Period ended"), widest="2026-11-11 00:00"),
            ),
            str(context.around.choices["density"]),
            self.tr("What changed"),
            self,
        )
        self.table.table.colour_of = lambda: context.around.theme.colours
        self.table.activated.connect(self._go)
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(SPACING.huge, SPACING.huge, SPACING.huge, SPACING.huge)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.table, 1)

    def load(self, network: str) -> None:
        """Ask for the changes."""
        days = int(self.since.currentData())
        since = time.time_ns() // 1000 - days * DAY if days else self._last
        self.note.setText(self.tr("Since {time} UTC").format(time=iso(since)[:16].replace("T", " ")))
        self.question(ask.ChangesSince(since), self._show)

    def _show(self, changes: tuple[Change, ...]) -> None:
        self.empty.setVisible(not changes)
        self.empty.setText(
            self.tr("No closed period has ended since then. Press F5 to pull what is new, or look further back.")
        )
        names = {key: one.name for key, one in self.networks.items()}
        self.table.show_rows(
            [
                PlainRow(
                    (
                        PlainCell(names.get(one.network, one.network)),
                        PlainCell(self.tr("Alert") if one.kind == "firing" else one.title),
                        PlainCell(one.detail, colour="error" if one.kind == "firing" else ""),
                        PlainCell(f"{one.weight:.1f}", one.weight),
                        PlainCell(iso(one.at)[:16].replace("T", " "), one.at),
                    ),
                    one,
                )
                for one in changes
            ]
        )

    def _go(self, index: QModelIndex) -> None:
        change = cast("Change", index.data(ITEM))
        self.context.selection.select_network(change.network)
        self.context.open_panel("chart")
