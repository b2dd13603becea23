"""Silences: of what the user wants to hear nothing for a while, until when, and why. The inbox still keeps it all."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from watchlist.domain import requests as ask
from watchlist.domain.instants import Instant, iso
from watchlist.ui.alerts.condition_row import now
from watchlist.ui.models.plain_table import PlainCell, PlainColumn, PlainRow, PlainView

if TYPE_CHECKING:
    from watchlist.domain.answers import Json
    from watchlist.domain.errors import WatchlistError
    from watchlist.domain.firings import Firing, RuleRow
    from watchlist.domain.network import Network
    from watchlist.ui.panels.context import PanelContext

TABLE = "silences"


class SilencesDialog(QDialog):
    """Lists silences, adds one, ends one."""

    def __init__(self, context: PanelContext, parent: QWidget | None = None, firing: Firing | None = None) -> None:
        super().__init__(parent)
        self._hub = context.around.hub
        self._firing = firing
        self._names: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._entries: dict[str, Json] = {}
        self.setWindowTitle(self.tr("Silences"))
        self.resize(760, 420)
        self.table = PlainView(
            (
                PlainColumn(self.tr("Rule"), widest="Price runs ahead of participation"),
                PlainColumn(self.tr("Asset"), widest="OpenGradient Base"),
                PlainColumn(self.tr("Until"), widest="2026-11-11 00:00"),
                PlainColumn(self.tr("Why"), widest="0" * 30),
            ),
            "normal",
            self.tr("Silences"),
            self,
        )
        self.rule = QComboBox(self)
        self.rule.addItem(self.tr("any rule"), "")
        self.network = QComboBox(self)
        self.network.addItem(self.tr("any asset"), "")
        self.until = QDateTimeEdit(QDateTime.currentDateTime().addDays(1), self)
        self.until.setCalendarPopup(True)
        self.until.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.comment = QLineEdit(self)
        self.comment.setPlaceholderText(self.tr("Why you want no messages"))
        self.add = QPushButton(self.tr("Add"), self)
        self.end = QPushButton(self.tr("End now"), self)
        form = QFormLayout()
        form.addRow(self.tr("No messages of"), self.rule)
        form.addRow(self.tr("about"), self.network)
        form.addRow(self.tr("until"), self.until)
        form.addRow(self.tr("because"), self.comment)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.end)
        row.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.addWidget(self.table, 1)
        column.addLayout(form)
        column.addLayout(row)
        self.add.clicked.connect(self._add)
        self.end.clicked.connect(self._end)
        self._hub.ask(ask.ShippedNetworks(), self._know)
        self._hub.ask(ask.Rules(), self._know_rules, self._refused)

    def _know(self, networks: tuple[Network, ...]) -> None:
        self._names = {one.id: one.name for one in networks}
        for one in networks:
            self.network.addItem(one.name, one.id)
        if self._firing is not None:
            self.network.setCurrentIndex(max(0, self.network.findData(self._firing.network)))
        self._reload()

    def _know_rules(self, rows: tuple[RuleRow, ...]) -> None:
        self._titles = {row.id: row.title for row in rows}
        for row in rows:
            self.rule.addItem(row.title, row.id)
        if self._firing is not None:
            self.rule.setCurrentIndex(max(0, self.rule.findData(self._firing.rule)))
        self._reload()

    def _reload(self) -> None:
        self._hub.ask(ask.Documents(TABLE), self._show, self._refused)

    def _show(self, entries: dict[str, Json]) -> None:
        self._entries = entries
        present = now()
        rows = []
        for key, one in entries.items():
            until = one.get("until")
            if isinstance(until, int):
                rule, network = str(one.get("rule", "")), str(one.get("network", ""))
                over = self.tr(" (over)") if until <= present else ""
                cells = (
                    PlainCell(self._titles.get(rule, rule) if rule else self.tr("any rule")),
                    PlainCell(self._names.get(network, network) if network else self.tr("any asset")),
                    PlainCell(f"{_time(until)}{over}", until),
                    PlainCell(str(one.get("comment", ""))),
                )
                rows.append(PlainRow(cells, key))
        self.table.show_rows(rows)

    def _add(self) -> None:
        entry = {
            "rule": str(self.rule.currentData()),
            "network": str(self.network.currentData()),
            "start": now(),
            "until": self.until.dateTime().toMSecsSinceEpoch() * 1000,
            "comment": self.comment.text().strip(),
        }
        self._hub.ask(ask.SaveDocument(TABLE, uuid.uuid4().hex, entry), lambda _none: self._reload(), self._refused)

    def _end(self) -> None:
        for key in self.table.chosen():
            entry = {**self._entries[str(key)], "until": now()}
            self._hub.ask(ask.SaveDocument(TABLE, str(key), entry), lambda _none: self._reload(), self._refused)

    def _refused(self, error: WatchlistError) -> None:
        self.comment.setPlaceholderText(str(error))


def _time(instant: Instant) -> str:
    return iso(instant)[:16].replace("T", " ")
