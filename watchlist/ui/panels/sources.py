"""The sources: how each is doing, what rests on it, every host ever asked, and what waits for a decision.

Says in words what failed and when it will be tried again. Asks no source itself.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from watchlist.domain import requests as ask
from watchlist.domain.fetches import GOOD, HostUse, SourceState
from watchlist.domain.instants import iso
from watchlist.domain.messages import DataChanged, SourcesChanged
from watchlist.domain.series import Quarantined
from watchlist.ui import words
from watchlist.ui.models.plain_table import PlainCell, PlainColumn, PlainRow, PlainView
from watchlist.ui.theme import SPACING

if TYPE_CHECKING:
    from watchlist.domain.answers import CoverageCell, Hole, RawAnswer
    from watchlist.domain.fetches import Fetch
    from watchlist.domain.instants import Instant
    from watchlist.ui.panels.context import PanelContext


def _now() -> Instant:
    return time.time_ns() // 1000


class SourcesPanel(QWidget):
    """Five tables: status, coverage, hosts, requests, quarantine."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._hub = context.around.hub
        density = str(context.around.choices["density"])
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Sources"))
        self.status = self._table(
            density,
            self.tr("Status of sources"),
            (
                PlainColumn(self.tr("Source"), widest="Yahoo chart (unofficial)"),
                PlainColumn(self.tr("State"), widest="not asked yet"),
                PlainColumn(self.tr("Last good"), right=True, widest="100 min"),
                PlainColumn(self.tr("Last try"), right=True, widest="100 min"),
                PlainColumn(self.tr("Next try"), right=True, widest="2026-11-11 00:00"),
                PlainColumn(self.tr("Quota left"), right=True, widest="10,000 / 10,000"),
                PlainColumn(self.tr("Key"), widest="needs a key"),
                PlainColumn(self.tr("In words"), widest="0" * 40),
            ),
        )
        self.coverage = self._table(
            density,
            self.tr("What rests on which source"),
            (
                PlainColumn(self.tr("Network"), widest="OpenGradient Base"),
                PlainColumn(self.tr("Data"), widest="verify.attestation"),
                PlainColumn(self.tr("Sources, first choice first"), widest="coingecko, defillama"),
                PlainColumn(self.tr("Read"), widest="2026-01-01 … 2026-11-11"),
                PlainColumn(self.tr("Rows"), right=True, widest="100,000,000"),
                PlainColumn(self.tr("State"), widest="not read yet"),
                PlainColumn(self.tr("If it stops"), widest="0" * 30),
            ),
        )
        self.hosts = self._table(
            density,
            self.tr("Hosts that were contacted"),
            (
                PlainColumn(self.tr("Host"), widest="api.geckoterminal.com"),
                PlainColumn(self.tr("Allowed"), widest="switched off"),
                PlainColumn(self.tr("Requests"), right=True, widest="1,000,000"),
                PlainColumn(self.tr("Received"), right=True, widest="100.0 MB"),
                PlainColumn(self.tr("Last"), right=True, widest="100 min"),
                PlainColumn(self.tr("For"), widest="0" * 40),
            ),
        )
        self.ledger = self._table(
            density,
            self.tr("Requests"),
            (
                PlainColumn(self.tr("When"), widest="2026-11-11 00:00:00"),
                PlainColumn(self.tr("Source"), widest="geckoterminal"),
                PlainColumn(self.tr("Host"), widest="api.geckoterminal.com"),
                PlainColumn(self.tr("Path"), widest="0" * 30),
                PlainColumn(self.tr("Outcome"), widest="rate limited"),
                PlainColumn(self.tr("Status"), right=True, widest="0000"),
                PlainColumn(self.tr("Bytes"), right=True, widest="1,000,000"),
                PlainColumn(self.tr("Took"), right=True, widest="10,000 ms"),
                PlainColumn(self.tr("In words"), widest="0" * 30),
            ),
        )
        self.quarantine = self._table(
            density,
            self.tr("Values that look wrong"),
            (
                PlainColumn(self.tr("Series"), widest="opengradient price.usd"),
                PlainColumn(self.tr("When"), widest="2026-11-11 00:00"),
                PlainColumn(self.tr("Value"), right=True, widest="1,000,000.00"),
                PlainColumn(self.tr("Source"), widest="geckoterminal"),
                PlainColumn(self.tr("Why it waits"), widest="0" * 40),
            ),
        )
        self.raw = self._button(self.tr("Last raw answer …"), self._ask_raw)
        self.switch = self._button(self.tr("Switch on or off"), self._switch_host)
        self.release = self._button(self.tr("Release"), lambda: self._decide(release=True))
        self.drop = self._button(self.tr("Drop"), lambda: self._decide(release=False))
        self._page(self.tr("Status"), self.status, self.raw)
        self._page(self.tr("Coverage"), self.coverage)
        self._page(self.tr("Hosts"), self.hosts, self.switch)
        self._page(self.tr("Requests"), self.ledger)
        self._page(self.tr("Quarantine"), self.quarantine, self.release, self.drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self._later = QTimer(self, singleShot=True, interval=50)
        self._later.setObjectName("sources-reload")
        self._later.timeout.connect(self.reload)
        self.tabs.currentChanged.connect(self._later.start)
        context.selection.network_changed.connect(self._later.start)
        self._hub.changed.connect(self._hear)
        self.reload()

    def reload(self) -> None:
        """Ask for the table that is shown."""
        network = self._context.selection.network
        questions = (
            lambda: self._hub.ask(ask.SourceStates(), self._show_states),
            lambda: self._ask_coverage(network),
            lambda: self._hub.ask(ask.Hosts(), self._show_hosts),
            lambda: self._hub.ask(ask.Ledger(limit=1000), self._show_ledger),
            lambda: self._hub.ask(ask.QuarantinedPoints(), self._show_quarantine),
        )
        questions[self.tabs.currentIndex()]()

    def _ask_coverage(self, network: str) -> None:
        def with_holes(holes: tuple[Hole, ...]) -> None:
            self._holes = holes
            self._hub.ask(ask.Coverage(network), self._show_coverage)

        self._hub.ask(ask.Holes(network), with_holes)

    def _table(self, density: str, name: str, columns: tuple[PlainColumn, ...]) -> PlainView:
        view = PlainView(columns, density, name, self)
        view.table.colour_of = lambda: self._context.around.theme.colours
        return view

    def _button(self, text: str, pressed: object) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(pressed)
        return button

    def _page(self, title: str, view: PlainView, *buttons: QPushButton) -> None:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(view, 1)
        if buttons:
            row = QHBoxLayout()
            row.setContentsMargins(SPACING.small, SPACING.tiny, SPACING.small, SPACING.tiny)
            for button in buttons:
                row.addWidget(button)
            row.addStretch(1)
            column.addLayout(row)
        self.tabs.addTab(page, title)

    def _show_states(self, states: tuple[SourceState, ...]) -> None:
        now = _now()
        self.status.show_rows([PlainRow(self._state_cells(one, now), one) for one in states])

    def _state_cells(self, one: SourceState, now: Instant) -> tuple[PlainCell, ...]:
        if not one.enabled:
            state, colour = (self.tr("needs a key") if one.needs_key and not one.has_key else self.tr("off")), "muted"
        elif one.outcome is None:
            state, colour = self.tr("not asked yet"), "muted"
        else:
            state, colour = one.outcome.value, "" if one.outcome in GOOD else "error"
        quota = ""
        if one.quota_left is not None:
            quota = f"{one.quota_left:,}" + (f" / {one.quota_of:,}" if one.quota_of else "")
        key = self.tr("set") if one.has_key else (self.tr("needs a key") if one.needs_key else "")
        return (
            PlainCell(one.title, tip="\n".join(text for text in (one.attribution, one.host) if text)),
            PlainCell(state, colour=colour),
            PlainCell(words.age(one.last_good, now), -(one.last_good or 0)),
            PlainCell(words.age(one.last_try, now), -(one.last_try or 0)),
            PlainCell(iso(one.next_try)[:16].replace("T", " ") if one.next_try else "", one.next_try or 0),
            PlainCell(quota, one.quota_left if one.quota_left is not None else -1),
            PlainCell(key),
            PlainCell(one.note),
        )

    def _show_coverage(self, cells: tuple[CoverageCell, ...]) -> None:
        holes: dict[tuple[str, str], int] = {}
        for hole in self._holes:
            holes[hole.network, hole.stream] = holes.get((hole.network, hole.stream), 0) + 1
        rows: list[PlainRow] = []
        for one in cells:
            read = f"{iso(one.spans[0][0])[:10]} … {iso(one.spans[-1][1])[:10]}" if one.spans else ""
            missing = holes.get((one.network, one.what), 0)
            state = self.tr("{n} holes").format(n=missing) if missing else one.state
            colour = "" if one.state == "read" and not missing else "muted" if not one.sources else "warning"
            rows.append(
                PlainRow(
                    (
                        PlainCell(one.network),
                        PlainCell(one.what),
                        PlainCell(", ".join(one.sources)),
                        PlainCell(read),
                        PlainCell(f"{one.count:,}" if one.spans else "", one.count),
                        PlainCell(state, colour=colour),
                        PlainCell(one.note),
                    ),
                    one,
                )
            )
        self.coverage.show_rows(rows)

    def _show_hosts(self, hosts: tuple[HostUse, ...]) -> None:
        now = _now()
        off = set(self._context.around.choices["hosts_off"])
        self.hosts.show_rows(
            [
                PlainRow(
                    (
                        PlainCell(one.host),
                        PlainCell(
                            self.tr("switched off") if one.host in off else self.tr("yes"),
                            colour="warning" if one.host in off else "",
                        ),
                        PlainCell(f"{one.requests:,}", one.requests),
                        PlainCell(f"{one.received / 1e6:,.1f}\u2009MB", one.received),
                        PlainCell(words.age(one.last, now), -one.last),
                        PlainCell(", ".join(one.purposes)),
                    ),
                    one,
                )
                for one in hosts
            ]
        )

    def _show_ledger(self, lines: tuple[Fetch, ...]) -> None:
        self.ledger.show_rows(
            [
                PlainRow(
                    (
                        PlainCell(iso(one.started)[:19].replace("T", " "), one.started),
                        PlainCell(one.source),
                        PlainCell(one.host),
                        PlainCell(one.path),
                        PlainCell(one.outcome.value, colour="" if one.outcome in GOOD else "error"),
                        PlainCell(str(one.status or ""), one.status or 0),
                        PlainCell(f"{one.received:,}", one.received),
                        PlainCell(f"{one.duration // 1000:,}\u2009ms", one.duration),
                        PlainCell(one.note),
                    ),
                    one,
                )
                for one in lines
            ]
        )

    def _show_quarantine(self, points: tuple[Quarantined, ...]) -> None:
        self.quarantine.show_rows(
            [
                PlainRow(
                    (
                        PlainCell(str(one.key)),
                        PlainCell(iso(one.instant)[:16].replace("T", " "), one.instant),
                        PlainCell(f"{one.value:,.6g}", one.value),
                        PlainCell(one.source),
                        PlainCell(one.reason),
                    ),
                    one,
                )
                for one in points
            ]
        )

    def _switch_host(self) -> None:
        off = set(self._context.around.choices["hosts_off"])
        for item in self.hosts.chosen():
            host = cast("HostUse", item).host
            self._hub.ask(ask.SwitchHost(host, host in off), lambda _none: self._later.start())

    def _decide(self, *, release: bool) -> None:
        for item in self.quarantine.chosen():
            request = ask.DecideQuarantine(cast("Quarantined", item), release)
            self._hub.ask(request, lambda _none: self._later.start())

    def _ask_raw(self) -> None:
        chosen = self.status.chosen()
        if chosen:
            self._hub.ask(ask.LastAnswers(cast("SourceState", chosen[0]).source), self._show_raw)

    def _show_raw(self, answers: tuple[RawAnswer, ...]) -> None:
        dialog = QDialog(self)
        dialog.setWindowTitle(self.tr("Last raw answers"))
        dialog.resize(820, 560)
        text = QPlainTextEdit(dialog)
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(dialog.windowTitle())
        parts = [
            f"{one.endpoint}  ·  {iso(one.at)}  ·  {one.status or ''}\n{one.body[:200_000].decode('utf-8', 'replace')}"
            for one in answers
        ]
        text.setPlainText("\n\n".join(parts) or self.tr("Nothing was received from this source yet."))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
        buttons.rejected.connect(dialog.reject)
        column = QVBoxLayout(dialog)
        column.addWidget(text)
        column.addWidget(buttons)
        dialog.show()

    @Slot(object)
    def _hear(self, message: object) -> None:
        if isinstance(message, SourcesChanged | DataChanged) and self.isVisible():
            self._later.start()
