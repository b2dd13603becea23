"""The levels of rules as lines in a chart: read from the rules, dragged by the user, kept as the rule's new number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from watchlist.alerts.rules import OperandKind, Rule, from_text, tests_of, to_text, with_number
from watchlist.domain import requests as ask
from watchlist.domain.errors import InputError, WatchlistError
from watchlist.domain.messages import FiringsChanged, ListsChanged, Notice, Severity
from watchlist.ui.chart.content import Threshold

if TYPE_CHECKING:
    from watchlist.domain.firings import RuleRow
    from watchlist.ui.panels.context import PanelContext

LEVELS = ("level", "low", "high")
SELECTORS = {"price": "price.last"}
"""What a pane shows that is called otherwise in rules."""


class ChartLevels(QObject):
    """Lines of all rules that watch a network.

    Signals: changed(): there are other lines.
    """

    changed = Signal()

    def __init__(self, context: PanelContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._hub = context.around.hub
        self._rules: dict[str, tuple[Rule, frozenset[str]]] = {}
        self._later = QTimer(self, singleShot=True, interval=50)
        self._later.setObjectName("chart-levels")
        self._later.timeout.connect(self._ask)
        self._hub.changed.connect(self._hear)
        self._later.start()

    def of(self, network: str, pane: str) -> list[Threshold]:
        """Return the lines of a pane."""
        found: list[Threshold] = []
        selector = SELECTORS.get(pane, pane)
        for rule, networks in self._rules.values():
            if network not in networks:
                continue
            for at, test in enumerate(tests_of(rule.when)):
                if test.operand.kind is OperandKind.METRIC and test.operand.text == selector:
                    levels = ((name, test.numbers[name]) for name in LEVELS if name in test.numbers)
                    found += [Threshold(f"{rule.id}:{at}:{name}", value, rule.title) for name, value in levels]
        return found

    @Slot(str, str, float)
    def dropped(self, _pane: str, key: str, value: float) -> None:
        """Keep a level that was dragged; the four digits that can be seen are kept."""
        rule_id, _, rest = key.partition(":")
        place, _, name = rest.partition(":")
        if rule_id not in self._rules or not place.isdigit():
            return
        rule = self._rules[rule_id][0]
        moved = msgspec.structs.replace(rule, when=with_number(rule.when, int(place), name, float(f"{value:.4g}")))
        self._hub.ask(ask.SaveRule(to_text(moved)), lambda _none: self._later.start(), self._refused)

    def alert_at(self, pane: str, value: float) -> None:
        """Open the editor for a new rule at a value of a pane."""
        panel = self._context.open_panel("rules")
        make = getattr(panel, "rule_at", None)
        if make is not None:
            make(SELECTORS.get(pane, pane), value)

    def _ask(self) -> None:
        self._hub.ask(ask.Rules(), self._take, lambda _error: None)

    def _take(self, rows: tuple[RuleRow, ...]) -> None:
        rules: dict[str, tuple[Rule, frozenset[str]]] = {}
        for row in rows:
            if row.enabled and not row.problem:
                try:
                    rules[row.id] = (from_text(row.text), frozenset(one.network for one in row.standings))
                except InputError:
                    continue  # the list of rules says so
        if rules != self._rules:
            self._rules = rules
            self.changed.emit()

    def _refused(self, error: WatchlistError) -> None:
        self._context.notify(Notice("rules", Severity.WARNING, self.tr("The rule was not changed"), str(error)))
        self.changed.emit()

    @Slot(object)
    def _hear(self, message: object) -> None:
        if isinstance(message, FiringsChanged) or (isinstance(message, ListsChanged) and message.what == "rules"):
            self._later.start()
