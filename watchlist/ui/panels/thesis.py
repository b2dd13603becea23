"""The thesis: what the user believes of a network, what would prove it wrong, and when to look again. Theirs alone."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtWidgets import (
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from watchlist.domain import requests as ask
from watchlist.domain.instants import iso
from watchlist.ui.panels.network_panel import NetworkPanel
from watchlist.ui.theme import SPACING

if TYPE_CHECKING:
    from watchlist.domain.answers import Json
    from watchlist.ui.panels.context import PanelContext

TABLE = "theses"
WAIT = 800
REVIEW_DAYS = 90


class ThesisPanel(NetworkPanel):
    """Text, falsifiers and review date; earlier versions beside them."""

    has_roles = False

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self._entry: Json = {}
        self._shown = ""
        self.belief = QPlainTextEdit(self)
        self.belief.setAccessibleName(self.tr("I believe"))
        self.belief.setPlaceholderText(self.tr("What do you believe about this network, and why?"))
        self.falsifiers = QPlainTextEdit(self)
        self.falsifiers.setAccessibleName(self.tr("I am wrong if"))
        self.falsifiers.setPlaceholderText(
            self.tr("What would prove you wrong? One sentence per line, such as: retention W4 below 20 % for 8 weeks")
        )
        for text in (self.belief, self.falsifiers):
            text.setTabChangesFocus(True)
        self.review = QDateEdit(self)
        self.review.setAccessibleName(self.tr("Look again on"))
        self.review.setCalendarPopup(True)
        self.review.setDisplayFormat("yyyy-MM-dd")
        self.state = QLabel(self)
        form = QFormLayout()
        form.setContentsMargins(SPACING.large, SPACING.normal, SPACING.large, SPACING.normal)
        form.setSpacing(SPACING.normal)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("I believe"), self.belief)
        form.addRow(self.tr("I am wrong if"), self.falsifiers)
        row = QHBoxLayout()
        row.addWidget(self.review)
        row.addWidget(self.state, 1)
        form.addRow(self.tr("Look again on"), row)
        left = QWidget(self)
        left.setLayout(form)
        self.history = QListWidget(self)
        self.history.setAccessibleName(self.tr("Earlier versions"))
        self.history.setWordWrap(True)
        keep = QPushButton(self.tr("Keep this version"), self)
        keep.setToolTip(self.tr("Put the present text into the history, with today's date"))
        keep.clicked.connect(self._keep_version)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, SPACING.normal, SPACING.normal, SPACING.normal)
        column.addWidget(QLabel(self.tr("Earlier versions"), right))
        column.addWidget(self.history, 1)
        column.addWidget(keep)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([720, 380])
        self.body.addWidget(split)
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.setObjectName("thesis-save")
        self._wait.timeout.connect(self._save)
        self.belief.textChanged.connect(self._edited)
        self.falsifiers.textChanged.connect(self._edited)
        self.review.dateChanged.connect(self._edited)

    def load(self, network: str) -> None:
        """Ask for the thesis; what was typed for another network is kept first."""
        if self._wait.isActive():
            self._wait.stop()
            self._save()
        self.question(ask.Documents(TABLE), lambda entries: self._show(network, entries))

    def _show(self, network: str, entries: dict[str, Json]) -> None:
        if network == self._shown and self._wait.isActive():
            return
        self._shown = network
        self._entry = entries.get(network, {})
        for field, key in ((self.belief, "text"), (self.falsifiers, "falsifiers")):
            field.blockSignals(True)
            if field.toPlainText() != str(self._entry.get(key, "")):
                field.setPlainText(str(self._entry.get(key, "")))
            field.blockSignals(False)
        self.review.blockSignals(True)
        due = _date(self._entry.get("review"))
        self.review.setDate(due if due is not None else QDate.currentDate().addDays(REVIEW_DAYS))
        self.review.blockSignals(False)
        overdue = due is not None and due <= QDate.currentDate()
        self.state.setText(self.tr("Time to look again.") if overdue else "")
        self.history.clear()
        for version in reversed(_versions(self._entry)):
            self.history.addItem(f"{version.get('date', '')}\n{version.get('text', '')}")

    def _edited(self) -> None:
        if self._shown:
            self.state.setText(self.tr("Not kept yet"))
            self._wait.start()

    def _save(self, versions: list[Any] | None = None) -> None:
        if not self._shown:
            return
        entry = {
            **self._entry,
            "text": self.belief.toPlainText(),
            "falsifiers": self.falsifiers.toPlainText(),
            "review": self.review.date().toString("yyyy-MM-dd"),
            "changed": iso(time.time_ns() // 1000),
        }
        if versions is not None:
            entry["versions"] = versions
        self._entry = entry
        self.hub.ask(ask.SaveDocument(TABLE, self._shown, entry), lambda _none: self.state.setText(self.tr("Kept")))

    def _keep_version(self) -> None:
        text = self.belief.toPlainText().strip()
        if text:
            today = iso(time.time_ns() // 1000)[:10]
            said = {"date": today, "text": text, "falsifiers": self.falsifiers.toPlainText()}
            self._save([*_versions(self._entry), said])
            self.refresh()


def _versions(entry: Json) -> list[dict[str, str]]:
    kept = entry.get("versions", [])
    return [one for one in kept if isinstance(one, dict)] if isinstance(kept, list) else []


def _date(text: object) -> QDate | None:
    try:
        found = date.fromisoformat(str(text))
    except ValueError:
        return None
    return QDate(found.year, found.month, found.day)
