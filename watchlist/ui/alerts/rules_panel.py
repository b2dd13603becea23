"""The list of rules: what each waits for, where it stands and why, its last firing and what became of its messages."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QMessageBox, QPushButton, QVBoxLayout, QWidget

from watchlist.alerts.recipes import RECIPES, Recipe, rule_of
from watchlist.alerts.rules import Operand, Rule, Subject, Test, Timing, from_text
from watchlist.domain import requests as ask
from watchlist.domain.errors import InputError, WatchlistError
from watchlist.domain.firings import RuleRow, RuleState
from watchlist.domain.instants import Instant, iso
from watchlist.domain.messages import FiringsChanged, ListsChanged, Notice, Severity
from watchlist.ui.alerts.editor import RuleEditor
from watchlist.ui.alerts.flow import FlowLayout
from watchlist.ui.alerts.operands import grain_of, metric_of
from watchlist.ui.models.plain_table import ITEM, PlainCell, PlainColumn, PlainRow, PlainView
from watchlist.ui.theme import SPACING

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from watchlist.ui.panels.context import PanelContext

COLOURS = {
    RuleState.FIRING: "warning",
    RuleState.INVALID: "error",
    RuleState.ERROR: "error",
    RuleState.PAUSED: "warning",
}
SIGNS = {
    RuleState.NORMAL: "○",
    RuleState.PENDING: "◔",
    RuleState.FIRING: "▲",
    RuleState.RECOVERING: "△",
    RuleState.PAUSED: "‖",
    RuleState.INVALID: "✕",
    RuleState.ERROR: "✕",
}


class RulesPanel(QWidget):
    """A table of rules with everything that can be done with them."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self.context = context
        self.hub = context.around.hub
        self._editors: list[RuleEditor] = []
        self._is_stale = True
        self.table = PlainView(
            (
                PlainColumn(self.tr("State"), widest="not enough data"),
                PlainColumn(self.tr("Rule"), widest="Price runs ahead of participation"),
                PlainColumn(self.tr("Watches"), widest="OpenGradient Base"),
                PlainColumn(self.tr("Comes true when"), widest="0" * 44),
                PlainColumn(self.tr("Last firing"), widest="2026-11-11"),
                PlainColumn(self.tr("Fired"), right=True, widest="1,000"),
                PlainColumn(self.tr("Looked at up to"), widest="2026-11-11"),
                PlainColumn(self.tr("Next"), widest="2026-11-11"),
                PlainColumn(self.tr("Messages"), widest="10 sent, 10 not"),
                PlainColumn(self.tr("Why"), widest="0" * 40),
            ),
            str(context.around.choices["density"]),
            self.tr("Rules"),
            self,
        )
        self.table.table.colour_of = lambda: context.around.theme.colours
        self.table.activated.connect(self._edit_index)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._menu)
        self.empty = QLabel(
            self.tr(
                "No rules yet. A rule tells you when a number of a network comes true: make one of your own, start "
                "from a recipe, or right-click a value in a chart."
            ),
            self,
        )
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.hide()
        self.empty.setContentsMargins(SPACING.huge, SPACING.huge, SPACING.huge, SPACING.huge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar())
        column.addWidget(self.empty, 1)
        column.addWidget(self.table, 1)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.setObjectName("rules-reload")
        self._later.timeout.connect(self._reload)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.hub.changed.connect(self._hear)
        self._enable()

    def _bar(self) -> QWidget:
        bar = QWidget(self)
        flow = FlowLayout(bar)
        flow.setContentsMargins(SPACING.small, SPACING.tiny, SPACING.small, SPACING.tiny)
        recipes = QMenu(self)
        recipes.setToolTipsVisible(True)
        for recipe in RECIPES:
            title = QCoreApplication.translate("recipes", recipe.title)
            action = recipes.addAction(title, partial(self.from_recipe, recipe))
            action.setToolTip(QCoreApplication.translate("recipes", recipe.why))
        self.buttons = {
            "new": self._button(self.tr("New rule …"), self.new_rule),
            "recipe": self._button(self.tr("From a recipe"), None),
            "edit": self._button(self.tr("Edit …"), self.edit_rule),
            "switch": self._button(self.tr("Switch on or off"), self.switch_rules),
            "resume": self._button(self.tr("Resume"), self.resume_rules),
            "remove": self._button(self.tr("Remove"), self.remove_rules),
            "test": self._button(self.tr("Check now"), self.check_now),
            "import": self._button(self.tr("Import …"), self.import_rules),
            "export": self._button(self.tr("Export …"), self.export_rules),
            "silences": self._button(self.tr("Silences …"), self.show_silences),
            "channels": self._button(self.tr("Channels …"), self.show_channels),
        }
        self.buttons["recipe"].setMenu(recipes)
        for button in self.buttons.values():
            flow.addWidget(button)
        return bar

    def _button(self, title: str, work: Callable[[], None] | None) -> QPushButton:
        button = QPushButton(title, self)
        if work is not None:
            button.clicked.connect(lambda _checked=False, work=work: work())
        return button

    # Commands

    def activate(self) -> None:
        """Come to the front; what is shown is loaded when it is seen."""
        self.table.setFocus()

    def new_rule(self) -> None:
        """Open the editor for a new rule."""
        self._open(None)

    def from_recipe(self, recipe: Recipe) -> None:
        """Open the editor with a shipped rule."""
        network, list_id = self.context.selection.network, self.context.selection.list_id
        subject = Subject(network=network) if network else Subject(list_id=list_id or "main")
        self._open(rule_of(recipe, uuid.uuid4().hex, subject, 0))

    def rule_at(self, selector: str, value: float, network: str = "") -> None:
        """Open the editor for a new rule at a value that was pointed at."""
        operand = Operand(text=selector)
        entry = metric_of(operand)
        title = entry.title if entry is not None else selector
        rule = Rule(
            uuid.uuid4().hex,
            self.tr("{metric} moves through a level").format(metric=title),
            Subject(network=network or self.context.selection.network),
            Test(operand, "crosses", {"level": float(f"{value:.4g}")}),
            Timing(grain=grain_of(operand), noisy_after=int(self.context.around.choices["noisy_after"])),
        )
        self._open(rule)

    def edit_rule(self) -> None:
        """Open the editor for the chosen rule."""
        for row in self._chosen()[:1]:
            self.open_rule(row)

    def open_rule(self, row: RuleRow) -> None:
        """Open the editor for a rule of the list."""
        if row.problem:
            self._say(self.tr("This rule cannot be read"), row.problem, Severity.ERROR)
            return
        try:
            self._open(from_text(row.text))
        except InputError as error:
            self._say(self.tr("This rule cannot be read"), str(error), Severity.ERROR)

    def switch_rules(self) -> None:
        """Switch the chosen rules on, or off where the first is on."""
        rows = self._chosen()
        if rows:
            self._do(ask.SwitchRules(tuple(row.id for row in rows), not rows[0].enabled))

    def resume_rules(self) -> None:
        """Let the chosen rules look again."""
        ids = tuple(row.id for row in self._chosen())
        if ids:
            self._do(ask.ResumeRules(ids))

    def resume_noisy(self) -> None:
        """Let every rule that paused itself look again."""
        self._do(ask.ResumeRules())

    def remove_rules(self) -> None:
        """Remove the chosen rules after a question; the firings stay."""
        rows = self._chosen()
        if not rows:
            return
        box = QMessageBox(self)
        box.setText(self.tr("Remove %n rule(s)?", "", len(rows)))
        box.setInformativeText(self.tr("What they told so far stays in the inbox."))
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        if box.clickedButton() is remove:
            self._do(ask.RemoveRules(tuple(row.id for row in rows)))

    def check_now(self) -> None:
        """Look at all rules now."""

        def told(fired: object) -> None:
            count = len(cast("tuple[object, ...]", fired))
            self._say(self.tr("All rules were looked at"), self.tr("%n came true now.", "", count), Severity.INFO)

        self.hub.ask(ask.CheckAlerts(), told, self._refused)

    def import_rules(self) -> None:
        """Read rules from a file."""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import rules"), "", self.tr("Rules (*.json)"))
        if name:
            self.import_text(Path(name).read_text("utf-8", "replace"))

    def import_text(self, text: str) -> None:
        """Take over the rules of a file."""

        def told(count: int) -> None:
            self._say(self.tr("Imported"), self.tr("%n rule(s) were imported.", "", count), Severity.INFO)

        self.hub.ask(ask.ImportRules(text), told, self._refused)

    def export_rules(self) -> None:
        """Write the chosen rules, or all, to a file."""
        ids = tuple(row.id for row in self._chosen())
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Export rules"), "rules.json", self.tr("Rules (*.json)"))
        if name:
            self.hub.ask(ask.ExportRules(ids), partial(self._write, Path(name)), self._refused)

    def show_silences(self) -> None:
        """Open the silences."""
        from watchlist.ui.alerts.silences import SilencesDialog  # noqa: PLC0415 - dialogs are made when wanted

        SilencesDialog(self.context, self).open()

    def show_channels(self) -> None:
        """Open the channels."""
        from watchlist.ui.alerts.channels import ChannelsDialog  # noqa: PLC0415

        ChannelsDialog(self.context, self).open()

    # Inside

    def _open(self, rule: Rule | None) -> None:
        editor = RuleEditor(self.context, rule, self)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.open()

    def _write(self, path: Path, text: str) -> None:
        try:
            self.context.around.write(path, text.encode())
        except OSError as error:
            self._say(self.tr("The file could not be written"), str(error), Severity.ERROR)

    def _chosen(self) -> list[RuleRow]:
        return [row for row in self.table.chosen() if isinstance(row, RuleRow)]

    def _edit_index(self, index: QModelIndex) -> None:
        row = index.data(ITEM)
        if isinstance(row, RuleRow):
            self.open_rule(row)

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for key in ("edit", "switch", "resume", "remove", "export"):
            button = self.buttons[key]
            menu.addAction(button.text(), button.click).setEnabled(button.isEnabled())
        menu.exec(self.table.viewport().mapToGlobal(place))

    def _enable(self) -> None:
        rows = self._chosen()
        for key in ("edit", "switch", "remove"):
            self.buttons[key].setEnabled(bool(rows))
        resumable = {RuleState.PAUSED, RuleState.EXPIRED}
        self.buttons["resume"].setEnabled(any(row.enabled and row.state in resumable for row in rows))

    def _do(self, request: ask.Request[object]) -> None:
        self.hub.ask(request, lambda _answer: None, self._refused)

    def _refused(self, error: WatchlistError) -> None:
        self._say(self.tr("That did not work"), str(error), Severity.WARNING)

    def _say(self, title: str, body: str, severity: Severity) -> None:
        self.context.notify(Notice("rules", severity, title, body))

    def showEvent(self, event: QShowEvent) -> None:
        """Load what changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale:
            self._later.start()

    @Slot(object)
    def _hear(self, message: object) -> None:
        if isinstance(message, FiringsChanged) or (
            isinstance(message, ListsChanged) and message.what in {"rules", "lists", "channels"}
        ):
            self._is_stale = True
            if self.isVisible():
                self._later.start()

    def _reload(self) -> None:
        self._is_stale = False
        self.hub.ask(ask.Rules(), self._show, self._refused)

    def _show(self, rows: tuple[RuleRow, ...]) -> None:
        self.empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
        self.table.show_rows([self._row(row) for row in rows])
        self._enable()

    def _row(self, row: RuleRow) -> PlainRow:
        sign = SIGNS.get(row.state, "·")
        state = QCoreApplication.translate("rule states", row.state.value)
        if not row.enabled and not row.problem:
            sign, state = "–", self.tr("off")
        sent = ""
        if row.delivered or row.undelivered:
            sent = self.tr("{sent} sent, {other} not").format(sent=row.delivered, other=row.undelivered)
        last = row.last_firing
        return PlainRow(
            (
                PlainCell(f"{sign} {state}", row.state.value, row.reason, COLOURS.get(row.state, "")),
                PlainCell(row.title),
                PlainCell(row.subject),
                PlainCell(row.sentence),
                PlainCell(day(last.came_true) if last else "–", last.came_true if last else 0),
                PlainCell(str(row.fired), row.fired),
                PlainCell(day(row.evaluated_to), row.evaluated_to or 0),
                PlainCell(day(row.next_end), row.next_end or 0),
                PlainCell(sent, colour="warning" if row.undelivered else ""),
                PlainCell(row.reason),
            ),
            row,
        )


def day(instant: Instant | None) -> str:
    """Return the last day of a period that ended at an instant, or when something was."""
    return iso(instant)[:10] if instant is not None else "–"
