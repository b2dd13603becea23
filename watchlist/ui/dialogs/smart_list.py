"""A list by a rule: its members are found anew with each refresh. Says at once whether the rule can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from watchlist.domain import requests as ask
from watchlist.ui.panels.metric_menu import fill_metric_menu
from watchlist.ui.theme import SPACING

if TYPE_CHECKING:
    from watchlist.bridge.hub import Hub
    from watchlist.domain.errors import WatchlistError

WAIT = 250


class SmartListDialog(QDialog):
    """Answers with ``title`` and ``rule``; can be accepted only while the rule is good."""

    def __init__(self, hub: Hub, title: str = "", rule: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._turn = 0
        self.setWindowTitle(self.tr("List by a rule"))
        self.resize(560, 250)
        self.name = QLineEdit(title, self)
        self.name.setAccessibleName(self.tr("Name of the list"))
        self.text = QLineEdit(rule, self)
        self.text.setAccessibleName(self.tr("Rule"))
        self.text.setPlaceholderText("retention.w4 > 0.25 and active.w >= 100")
        metrics = QToolButton(self)
        metrics.setText(self.tr("Insert a metric"))
        metrics.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(metrics)
        menu.aboutToShow.connect(lambda: fill_metric_menu(menu, self._insert) if menu.isEmpty() else None)
        metrics.setMenu(menu)
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        explained = QLabel(
            self.tr(
                "Compare metrics with numbers and join comparisons by and, or, not. Shares are numbers from 0 to 1. "
                "A missing number satisfies nothing."
            ),
            self,
        )
        explained.setWordWrap(True)
        form = QFormLayout()
        form.setSpacing(SPACING.small)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Rule"), self.text)
        form.addRow("", metrics)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(SPACING.normal)
        column.addWidget(explained)
        column.addLayout(form)
        column.addWidget(self.state)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.setObjectName("rule-check")
        self._wait.timeout.connect(self._check)
        self.text.textChanged.connect(self._changed)
        self.name.textChanged.connect(self._changed)
        self._changed()

    @property
    def title(self) -> str:
        """The list's name."""
        return self.name.text().strip()

    @property
    def rule(self) -> str:
        """The rule's text."""
        return self.text.text().strip()

    def done(self, result: int) -> None:
        """Stop checking when the dialog closes."""
        self._wait.stop()
        self._turn += 1
        super().done(result)

    def _insert(self, metric: str) -> None:
        self.text.insert(metric)
        self.text.setFocus()

    def _changed(self) -> None:
        self._turn += 1
        self._allow(good=False)
        self._wait.start()

    def _check(self) -> None:
        if not self.rule:
            self.state.setText(self.tr("Write a rule, for example: retention.w4 > 0.25"))
            return
        turn = self._turn

        def good(members: tuple[str, ...]) -> None:
            if turn == self._turn:
                self.state.setText(self.tr("%n network(s) satisfy it now.", "", len(members)))
                self._allow(good=bool(self.title))

        def bad(error: WatchlistError) -> None:
            if turn == self._turn:
                self.state.setText(str(error))

        self._hub.ask(ask.MembersByRule(self.rule), good, bad)

    def _allow(self, *, good: bool) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(good)
