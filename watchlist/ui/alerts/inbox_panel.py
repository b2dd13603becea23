"""The inbox: everything that ever came true, with when it was true and when it was noticed. Nothing is lost from it."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from watchlist.domain import requests as ask
from watchlist.domain.firings import Firing
from watchlist.domain.instants import DAY, HOUR, Instant, iso
from watchlist.domain.messages import FiringChosen, FiringsChanged, Notice, Severity
from watchlist.ui.models.plain_table import ITEM, PlainCell, PlainColumn, PlainRow, PlainView
from watchlist.ui.theme import SPACING

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from watchlist.domain.errors import WatchlistError
    from watchlist.domain.network import Network
    from watchlist.ui.panels.context import PanelContext

VISIT = "inbox_visit"
MOST = 2000
AROUND = 45 * DAY


class InboxPanel(QWidget):
    """A table of firings."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self.context = context
        self.hub = context.around.hub
        self._names: dict[str, str] = {}
        self._is_stale = True
        kept = context.around.memory.get(VISIT)
        self._since: Instant = int(kept) if isinstance(kept, int) else 0
        context.around.memory.set(VISIT, now())
        self.filter = QComboBox(self)
        self.filter.setAccessibleName(self.tr("Which messages"))
        for key, title in (
            ("visit", self.tr("Since your last visit")),
            ("unread", self.tr("Unread")),
            ("open", self.tr("Still true")),
            ("all", self.tr("Everything")),
        ):
            self.filter.addItem(title, key)
        self.filter.setCurrentIndex(3 if not self._since else 0)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.count = QLabel(self)
        self.table = PlainView(
            (
                PlainColumn("", widest="●"),
                PlainColumn(self.tr("Came true"), widest="2026-11-11"),
                PlainColumn(self.tr("Noticed"), widest="2026-11-11 00:00"),
                PlainColumn(self.tr("Asset"), widest="OpenGradient Base"),
                PlainColumn(self.tr("What"), widest="0" * 70),
                PlainColumn(self.tr("Value"), right=True, widest="0.123456"),
                PlainColumn(self.tr("Over"), widest="2026-11-11"),
                PlainColumn(self.tr("State"), widest="acknowledged"),
            ),
            str(context.around.choices["density"]),
            self.tr("Alerts that came true"),
            self,
        )
        self.table.table.colour_of = lambda: context.around.theme.colours
        self.empty = QLabel(self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.hide()
        self.empty.setContentsMargins(SPACING.huge, SPACING.huge, SPACING.huge, SPACING.huge)
        self.acknowledge = QPushButton(self.tr("Acknowledge"), self)
        self.snooze = QPushButton(self.tr("Snooze"), self)
        self.silence = QPushButton(self.tr("Silence …"), self)
        self.show_then = QPushButton(self.tr("Show in the chart"), self)
        self.show_then.setToolTip(self.tr("Open the chart at that moment, as it looked then"))
        later = QMenu(self)
        for hours, title in ((1, self.tr("One hour")), (24, self.tr("One day")), (168, self.tr("One week"))):
            later.addAction(title, partial(self.snooze_for, hours))
        self.snooze.setMenu(later)
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACING.small, SPACING.tiny, SPACING.small, SPACING.tiny)
        bar.setSpacing(SPACING.small)
        for widget in (self.filter, self.search, self.acknowledge, self.snooze, self.silence, self.show_then):
            bar.addWidget(widget)
        bar.addWidget(self.count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.empty, 1)
        column.addWidget(self.table, 1)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.setObjectName("inbox-reload")
        self._later.timeout.connect(self._reload)
        self._listen()
        self._enable()
        self.hub.ask(ask.ShippedNetworks(), self._know)

    def _listen(self) -> None:
        self.filter.currentIndexChanged.connect(lambda _at: self._later.start())
        self.search.textChanged.connect(self.table.shown.setFilterFixedString)
        self.acknowledge.clicked.connect(self.acknowledge_chosen)
        self.silence.clicked.connect(self.silence_chosen)
        self.show_then.clicked.connect(self.show_chosen)
        self.table.activated.connect(self._go)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.hub.changed.connect(self._hear)

    # Commands

    def activate(self) -> None:
        """Come to the front; what is shown is loaded when it is seen."""
        self.table.setFocus()

    def acknowledge_chosen(self) -> None:
        """Acknowledge what is chosen."""
        ids = tuple(one.id for one in self.chosen())
        if ids:
            self.hub.ask(ask.MarkFiring(ids, acknowledged=True), lambda _none: None, self._refused)

    def snooze_for(self, hours: int) -> None:
        """Be reminded of what is chosen after some hours."""
        ids = tuple(one.id for one in self.chosen())
        if ids:
            request = ask.MarkFiring(ids, read=True, snoozed_until=now() + hours * HOUR)
            self.hub.ask(request, lambda _none: None, self._refused)

    def mark_all_read(self) -> None:
        """Mark everything that is shown as read."""
        ids = tuple(row.item.id for row in self.table.table.rows if isinstance(row.item, Firing) and not row.item.read)
        if ids:
            self.hub.ask(ask.MarkFiring(ids), lambda _none: None, self._refused)

    def silence_chosen(self) -> None:
        """Make a silence from what is chosen."""
        from watchlist.ui.alerts.silences import SilencesDialog  # noqa: PLC0415 - dialogs are made when wanted

        firing = next(iter(self.chosen()), None)
        SilencesDialog(self.context, self, firing).open()

    def show_chosen(self) -> None:
        """Go to the chart at the moment of what is chosen, as it looked then."""
        for firing in self.chosen()[:1]:
            self.go_to(firing)

    def go_to(self, firing: Firing) -> None:
        """Open the chart of a firing round its moment, with the data as it was known when it was noticed."""
        if not firing.read:
            self.hub.ask(ask.MarkFiring((firing.id,)), lambda _none: None, self._refused)
        selection = self.context.selection
        selection.select_network(firing.network)
        selection.select_as_known_on(firing.noticed)
        chart = self.context.open_panel("chart")
        stack = getattr(chart, "stack", None)
        if stack is not None:
            stack.show_span(float(firing.came_true - AROUND), float(firing.came_true + AROUND))
        self.context.notify(
            Notice(
                "as-known",
                Severity.INFO,
                self.tr("The chart shows what was known on {day}").format(day=iso(firing.noticed)[:10]),
                self.tr("Choose “now” above the chart to see what is known today."),
            )
        )

    # Inside

    def chosen(self) -> list[Firing]:
        """Return the chosen firings."""
        return [one for one in self.table.chosen() if isinstance(one, Firing)]

    def _go(self, index: QModelIndex) -> None:
        firing = index.data(ITEM)
        if isinstance(firing, Firing):
            self.go_to(firing)

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(self.show_then.text(), self.show_chosen)
        menu.addAction(self.acknowledge.text(), self.acknowledge_chosen)
        menu.addMenu(self.snooze.menu()).setText(self.snooze.text())
        menu.addAction(self.silence.text(), self.silence_chosen)
        menu.addAction(self.tr("Mark all as read"), self.mark_all_read)
        menu.exec(self.table.viewport().mapToGlobal(place))

    def _enable(self) -> None:
        some = bool(self.chosen())
        for button in (self.acknowledge, self.snooze, self.silence, self.show_then):
            button.setEnabled(some)

    def _know(self, networks: tuple[Network, ...]) -> None:
        self._names = {one.id: one.name for one in networks}
        self._later.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Load what changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self._later.start()

    @Slot(object)
    def _hear(self, message: object) -> None:
        if isinstance(message, FiringsChanged):
            self._is_stale = True
            if self.isVisible():
                self._later.start()
        elif isinstance(message, FiringChosen):
            self.hub.ask(ask.Firings(network=message.network, limit=MOST), partial(self._open_chosen, message.firing))

    def _open_chosen(self, firing_id: str, firings: tuple[Firing, ...]) -> None:
        for firing in firings:
            if firing.id == firing_id:
                window = self.window()
                window.show()
                window.raise_()
                window.activateWindow()
                self.go_to(firing)

    def _reload(self) -> None:
        self._is_stale = False
        key = str(self.filter.currentData())
        since = self._since if key == "visit" else None
        request = ask.Firings(since=since, unread=key == "unread", limit=MOST)
        self.hub.ask(request, self._show, self._refused)

    def _show(self, firings: tuple[Firing, ...]) -> None:
        if self.filter.currentData() == "open":
            firings = tuple(one for one in firings if one.recovered is None)
        self.empty.setVisible(not firings)
        self.table.setVisible(bool(firings))
        self.empty.setText(
            self.tr("Nothing came true here. Rules tell when something does: see the rules, or look at everything.")
        )
        unread = sum(not one.read for one in firings)
        self.count.setText(self.tr("%n unread", "", unread) if unread else "")
        self.table.show_rows([self._row(one) for one in firings])
        self._enable()

    def _row(self, one: Firing) -> PlainRow:
        value = next((value for _name, value, _at in one.values), None)
        state = self.tr("new")
        if one.acknowledged is not None:
            state = self.tr("acknowledged")
        elif one.snoozed_until is not None and one.snoozed_until > now():
            state = self.tr("until {time}").format(time=iso(one.snoozed_until)[5:16].replace("T", " "))
        elif one.read:
            state = self.tr("read")
        noticed = iso(one.noticed)[:16].replace("T", " ")
        tip = self.tr("came true {true} · noticed {noticed}").format(true=iso(one.came_true)[:10], noticed=noticed)
        values = "\n".join(f"{name} = {'–' if number is None else f'{number:.6g}'}" for name, number, _at in one.values)
        late = self.tr(" (made up)") if one.caught_up else ""
        return PlainRow(
            (
                PlainCell(
                    "" if one.read else "●", int(one.read), self.tr("read") if one.read else self.tr("unread"), "accent"
                ),
                PlainCell(iso(one.came_true)[:10], one.came_true, tip),
                PlainCell(f"{noticed}{late}", one.noticed, tip),
                PlainCell(self._names.get(one.network, one.network)),
                PlainCell(one.sentence, tip=f"{one.sentence}\n{tip}\n{values}"),
                PlainCell(
                    "–" if value is None else f"{value:.6g}", value if value is not None else float("-inf"), values
                ),
                PlainCell("–" if one.recovered is None else iso(one.recovered)[:10], one.recovered or 0),
                PlainCell(state),
            ),
            one,
        )

    def _refused(self, error: WatchlistError) -> None:
        self.count.setText(str(error))


def now() -> Instant:
    """Return the present instant."""
    return time.time_ns() // 1000
