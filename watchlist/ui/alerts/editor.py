"""The editor of a rule: one readable sentence with fields, what it would have done in the past, and the finer points.

Every change is shown at once in the preview; nothing is kept before the user says so. A rule that is more than rows of
conditions is edited as text.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from watchlist.alerts.rules import (
    All,
    Any,
    Node,
    Operand,
    Rule,
    Subject,
    Test,
    Then,
    Timing,
    checked,
    from_text,
    sentence,
    to_text,
)
from watchlist.domain import requests as ask
from watchlist.domain.errors import InputError, WatchlistError
from watchlist.domain.periods import Grain
from watchlist.ui.alerts.condition_row import ConditionRow, now
from watchlist.ui.alerts.flow import FlowLayout
from watchlist.ui.alerts.operands import grain_of, words
from watchlist.ui.alerts.preview import Preview
from watchlist.ui.alerts.timing_fields import TimingFields
from watchlist.ui.theme import SPACING

if TYPE_CHECKING:
    from watchlist.domain.answers import WatchList
    from watchlist.domain.deliveries import ChannelRow
    from watchlist.domain.network import Network
    from watchlist.ui.panels.context import PanelContext

GRAINS = (Grain.DAY, Grain.WEEK, Grain.MONTH)


class RuleEditor(QDialog):
    """Edits one rule.

    Signals: kept(str): the rule with this id was kept.
    """

    kept = Signal(str)

    def __init__(self, context: PanelContext, rule: Rule | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._hub = context.around.hub
        self._networks: dict[str, Network] = {}
        self._lists: tuple[WatchList, ...] = ()
        self._filling = True
        self._base = rule or Rule(
            uuid.uuid4().hex,
            self.tr("New rule"),
            Subject(network=context.selection.network),
            Test(Operand(text="retention.w4"), "crosses_down", {"level": 0.25}),
            Timing(grain=Grain.WEEK, noisy_after=int(context.around.choices["noisy_after"])),
        )
        self.setWindowTitle(self.tr("Rule"))
        self.resize(1120, 780)
        self.title = QLineEdit(self)
        self.title.setPlaceholderText(self.tr("Name of the rule"))
        self.title.setAccessibleName(self.tr("Name of the rule"))
        self.rows: list[ConditionRow] = []
        self._build_sentence()
        self.timing = TimingFields(int(context.around.choices["noisy_after"]), self)
        self.text = QPlainTextEdit(self)
        self.text.setAccessibleName(self.tr("The rule as text"))
        self.preview = Preview(context, self)
        self._build()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.setObjectName("rule-preview")
        self._later.timeout.connect(self._show_past)
        self._listen()
        self.show_rule(self._base)
        self._hub.ask(ask.ShippedNetworks(), self._know)
        self._hub.ask(ask.Lists(), self._know_lists)
        self._hub.ask(ask.Channels(), self._know_channels, lambda _error: None)

    # Building

    def _build_sentence(self) -> None:
        self.joint = QComboBox(self)
        self.joint.addItem(self.tr("all of them"), "all")
        self.joint.addItem(self.tr("any of them"), "any")
        self.joint.addItem(self.tr("one after the other"), "then")
        self.joint.setAccessibleName(self.tr("How the conditions belong together"))
        self.days = QSpinBox(self)
        self.days.setRange(1, 3650)
        self.days.setValue(14)
        self.days.setPrefix(self.tr("within "))
        self.days.setSuffix(self.tr(" days"))
        self.subject = QComboBox(self)
        self.subject.setAccessibleName(self.tr("Whom to watch"))
        self.subject.setMinimumContentsLength(18)
        self.hold = QSpinBox(self)
        self.hold.setRange(1, 1000)
        self.hold.setAccessibleName(self.tr("For how many periods"))
        self.grain = QComboBox(self)
        self.grain.setAccessibleName(self.tr("Period"))
        for grain, title in zip(
            GRAINS, (self.tr("closed days"), self.tr("closed weeks"), self.tr("closed months")), strict=True
        ):
            self.grain.addItem(title, grain)
        self.more = QPushButton(self.tr("Add a condition"), self)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setFont(self._context.around.theme.font("title", bold=True))
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.setStyleSheet(f"color: {self._context.around.theme.colours.error};")
        self.problem.setAccessibleName(self.tr("What is wrong"))

    def _build(self) -> None:
        self._rows_box = QVBoxLayout()
        self._rows_box.setSpacing(SPACING.small)
        tail = QWidget(self)
        flow = FlowLayout(tail)
        for widget in (
            QLabel(self.tr("of"), tail),
            self.subject,
            QLabel(self.tr("for"), tail),
            self.hold,
            self.grain,
            self.joint,
            self.days,
            self.more,
        ):
            flow.addWidget(widget)
        top = QVBoxLayout()
        top.setSpacing(SPACING.small)
        top.addWidget(self.title)
        top.addLayout(self._rows_box)
        top.addWidget(tail)
        top.addWidget(self.said)
        top.addWidget(self.problem)
        finer = QScrollArea(self)
        finer.setWidgetResizable(True)
        finer.setWidget(self.timing)
        finer.setFrameShape(QScrollArea.Shape.NoFrame)
        finer.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        finer.setMinimumWidth(self.timing.sizeHint().width() + 24)
        text = QWidget(self)
        column = QVBoxLayout(text)
        column.addWidget(self.text)
        self.take = QPushButton(self.tr("Take over this text"), text)
        column.addWidget(self.take)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(finer, self.tr("Finer points"))
        self.tabs.addTab(text, self.tr("As text"))
        split = QSplitter(self)
        split.addWidget(self.preview)
        split.addWidget(self.tabs)
        split.setSizes([720, 420])
        split.setStretchFactor(0, 1)
        split.setChildrenCollapsible(False)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        column = QVBoxLayout(self)
        column.setSpacing(SPACING.normal)
        column.addLayout(top)
        column.addWidget(split, 1)
        row = QHBoxLayout()
        row.addWidget(self.buttons)
        column.addLayout(row)

    def _listen(self) -> None:
        self.more.clicked.connect(self._add_row)
        self.take.clicked.connect(self._take_text)
        self.buttons.accepted.connect(self._keep)
        self.buttons.rejected.connect(self.reject)
        self.timing.edited.connect(self._edited)
        self.preview.level_moved.connect(self._level_moved)
        self.title.textEdited.connect(lambda _text: self._edited())
        self.subject.currentIndexChanged.connect(lambda _at: self._subject_chosen())
        for spin in (self.hold, self.days):
            spin.valueChanged.connect(lambda _value: self._edited())
        for box in (self.grain, self.joint):
            box.currentIndexChanged.connect(lambda _at: self._edited())

    # Showing and reading

    def show_rule(self, rule: Rule) -> None:
        """Put a rule into the fields."""
        self._filling = True
        self._base = rule
        self.title.setText(rule.title)
        parts, joint, days = _parts(rule.when)
        for row in list(self.rows):
            self._drop_row(row)
        simple = True
        for part in parts:
            simple = self._new_row().show_node(part) and simple
        self.joint.setCurrentIndex(max(0, self.joint.findData(joint)))
        self.days.setValue(days)
        self.hold.setValue(rule.timing.hold)
        self.grain.setCurrentIndex(max(0, self.grain.findData(rule.timing.grain)))
        self.timing.fit(self.rows[0].operand_chosen())
        self.timing.show_rule(rule)
        self._fill_subjects(rule.subject)
        self._simple = simple
        for row in self.rows:
            row.setVisible(simple)
        self.tabs.setCurrentIndex(0 if simple else 1)
        self.text.setPlainText(to_text(rule))
        self._filling = False
        self._places()
        self._edited()

    def rule(self) -> Rule:
        """Return the rule that is in the fields. Raises InputError with the field that is wrong."""
        when = self._node() if self._simple else self._base.when
        timing = msgspec.structs.replace(
            self._base.timing, hold=self.hold.value(), grain=Grain(self.grain.currentData())
        )
        kind, _, key = str(self.subject.currentData() or "").partition(":")
        subject = Subject(list_id=key) if kind == "list" else Subject(network=key)
        rule = msgspec.structs.replace(
            self._base, title=self.title.text().strip(), subject=subject, when=when, timing=timing
        )
        return checked(self.timing.applied(rule))

    def _node(self) -> Node:
        parts = tuple(row.node() for row in self.rows)
        if len(parts) == 1:
            return parts[0]
        joint = self.joint.currentData()
        if joint == "then":
            first = parts[0] if len(parts) == 2 else All(parts[:-1])
            return Then(first, parts[-1], self.days.value())
        return Any(parts) if joint == "any" else All(parts)

    def _edited(self) -> None:
        if not self._filling:
            self._later.start()

    def _show_past(self) -> None:
        try:
            rule = self.rule()
        except InputError as error:
            self.problem.setText(f"{error.field}: {error.reason}")
            self.preview.show_rule(None)
            self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(False)
            return
        self.problem.setText("")
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(True)
        self.said.setText(self._sentence(rule))
        if not self.text.hasFocus():
            self.text.setPlainText(to_text(rule))
        self.preview.show_rule(rule)

    def _sentence(self, rule: Rule) -> str:
        said = sentence(rule.when, words())
        lasting = ""
        if rule.timing.hold > 1:
            count = QLocale().toString(rule.timing.hold)
            lasting = self.tr(" for {count} {periods}").format(count=count, periods=self.grain.currentText())
        return self.tr("{subject}: {sentence}{lasting}").format(
            sentence=said, subject=self.subject.currentText(), lasting=lasting
        )

    # Rows

    def _new_row(self) -> ConditionRow:
        row = ConditionRow(self)
        self.rows.append(row)
        self._rows_box.addWidget(row)
        row.edited.connect(lambda: self._row_edited(row))
        row.removed.connect(lambda: self._remove_row(row))
        return row

    def _add_row(self) -> None:
        row = self._new_row()
        row.show_node(self.rows[0].node())
        self._places()
        row.operand.setFocus()
        self._edited()

    def _remove_row(self, row: ConditionRow) -> None:
        if len(self.rows) > 1:
            self._drop_row(row)
            self._places()
            self._edited()

    def _drop_row(self, row: ConditionRow) -> None:
        self.rows.remove(row)
        self._rows_box.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _row_edited(self, row: ConditionRow) -> None:
        if row is self.rows[0]:
            operand = row.operand_chosen()
            self.timing.fit(operand)
            if not self._filling and operand != getattr(self, "_watched", operand):
                grain = grain_of(operand)
                self.grain.setCurrentIndex(max(0, self.grain.findData(grain)))
            self._watched = operand
        self._edited()

    def _places(self) -> None:
        several = len(self.rows) > 1
        joint = {"all": self.tr("and"), "any": self.tr("or"), "then": self.tr("then")}[str(self.joint.currentData())]
        for at, row in enumerate(self.rows):
            row.set_place(self.tr("When") if at == 0 else joint, alone=not several)
        self._watched = self.rows[0].operand_chosen()
        self.joint.setVisible(several)
        self.days.setVisible(several and self.joint.currentData() == "then")

    def _level_moved(self, at: int, name: str, value: float) -> None:
        if name == "recovery":
            self.timing.recovery.setValue(value * self.timing._scale.factor)
        elif 0 <= at < len(self.rows):
            self.rows[at].move_level(name, value)

    # Subjects

    def _know(self, networks: tuple[Network, ...]) -> None:
        self._networks = {one.id: one for one in networks}
        self._fill_subjects(self._base.subject)

    def _know_lists(self, lists: tuple[WatchList, ...]) -> None:
        self._lists = lists
        self._fill_subjects(self._base.subject)

    def _know_channels(self, rows: tuple[ChannelRow, ...]) -> None:
        self.timing.offer_channels(rows, self._base.channels)

    def _fill_subjects(self, chosen: Subject) -> None:
        self.subject.blockSignals(True)
        self.subject.clear()
        for one in self._lists:
            self.subject.addItem(self.tr("any in {list}").format(list=one.title or one.id), f"list:{one.id}")
        for network in self._networks.values():
            self.subject.addItem(network.name, f"network:{network.id}")
        wanted = f"list:{chosen.list_id}" if chosen.list_id else f"network:{chosen.network}"
        at = self.subject.findData(wanted)
        if at < 0 and (chosen.list_id or chosen.network):
            self.subject.addItem(chosen.list_id or chosen.network, wanted)
            at = self.subject.count() - 1
        self.subject.setCurrentIndex(max(0, at))
        self.subject.blockSignals(False)
        self._subject_chosen()

    def _subject_chosen(self) -> None:
        kind, _, key = str(self.subject.currentData() or "").partition(":")
        members = [key] if kind == "network" else [m for one in self._lists if one.id == key for m in one.members]
        networks = [self._networks[one] for one in members if one in self._networks] or list(self._networks.values())
        self.preview.offer(networks, self._context.selection.network)
        self._places()
        self._edited()

    # Keeping

    def _take_text(self) -> None:
        try:
            rule = from_text(self.text.toPlainText())
        except InputError as error:
            self.problem.setText(f"{error.field}: {error.reason}")
            return
        self.show_rule(msgspec.structs.replace(rule, id=self._base.id, created=self._base.created))

    def _keep(self) -> None:
        try:
            rule = self.rule()
        except InputError as error:
            self.problem.setText(f"{error.field}: {error.reason}")
            return
        rule = msgspec.structs.replace(rule, created=rule.created or now())
        self._hub.ask(ask.SaveRule(to_text(rule)), lambda _none: self._was_kept(rule.id), self._refused)

    def _was_kept(self, rule_id: str) -> None:
        self.kept.emit(rule_id)
        self.accept()

    def _refused(self, error: WatchlistError) -> None:
        self.problem.setText(str(error))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop previewing."""
        self._later.stop()
        super().closeEvent(event)


def _parts(node: Node) -> tuple[tuple[Node, ...], str, int]:
    """Return the rows of a tree, how they belong together, and the days between them."""
    if isinstance(node, All):
        return node.parts, "all", 14
    if isinstance(node, Any):
        return node.parts, "any", 14
    if isinstance(node, Then):
        first = node.first.parts if isinstance(node.first, All) else (node.first,)
        return (*first, node.second), "then", node.days
    return (node,), "all", 14
