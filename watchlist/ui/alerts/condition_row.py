"""One condition of a rule as part of a sentence: [not] what, how, and its numbers."""

from __future__ import annotations

import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton, QWidget

from watchlist.alerts.conditions import CONDITIONS
from watchlist.alerts.rules import Node, Not, Operand, Test
from watchlist.ui.alerts.flow import FlowLayout
from watchlist.ui.alerts.operands import NumberBox, OperandBox


class ConditionRow(QWidget):
    """Fields of one test.

    Signals: edited(): something changed. removed(): the user wants it away.
    """

    edited = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(self)
        self.lead = QLabel(self.tr("When"), self)
        self.negated = QComboBox(self)
        self.negated.addItem(self.tr("it is true that"), False)
        self.negated.addItem(self.tr("it is not true that"), True)
        self.negated.setAccessibleName(self.tr("True or not"))
        self.operand = OperandBox(self)
        self.condition = QComboBox(self)
        self.condition.setAccessibleName(self.tr("Condition"))
        for key, entry in CONDITIONS.items():
            self.condition.addItem(entry.title, key)
            if entry.explanation:
                self.condition.setItemData(self.condition.count() - 1, entry.explanation, 3)
        self.remove = QToolButton(self)
        self.remove.setText("✕")
        self.remove.setAutoRaise(True)
        self.remove.setAccessibleName(self.tr("Remove this condition"))
        self.remove.setToolTip(self.tr("Remove this condition"))
        self.numbers: list[NumberBox] = []
        self._small: list[QLabel] = []
        for widget in (self.lead, self.negated, self.operand, self.condition):
            self.flow.addWidget(widget)
        self.negated.hide()
        self._fill_numbers()
        self.operand.chosen.connect(self._operand_chosen)
        self.condition.currentIndexChanged.connect(self._condition_chosen)
        self.negated.currentIndexChanged.connect(lambda _at: self.edited.emit())
        self.remove.clicked.connect(self.removed)

    def node(self) -> Node:
        """Return the test that is in the fields, unchecked."""
        numbers = {box.parameter.name: box.number() for box in self.numbers}
        test = Test(self.operand.operand(), str(self.condition.currentData()), numbers)
        return Not(test) if self.negated.currentData() else test

    def show_node(self, node: Node) -> bool:
        """Show a test or its negation; return False where the node is more than that."""
        negated = isinstance(node, Not)
        test = node.part if isinstance(node, Not) else node
        if not isinstance(test, Test):
            return False
        self.blockSignals(True)
        self.operand.show_operand(test.operand)
        self.condition.setCurrentIndex(max(0, self.condition.findData(test.condition)))
        self._fill_numbers()
        for box in self.numbers:
            value = test.numbers.get(box.parameter.name, box.parameter.default)
            box.show_number(0.0 if value is None else value)
        self.negated.setCurrentIndex(int(negated))
        self.blockSignals(False)
        return True

    def set_place(self, lead: str, *, alone: bool) -> None:
        """Say where it stands in the sentence."""
        self.lead.setText(lead)
        self.negated.setVisible(not alone)
        self.remove.setVisible(not alone)
        self.updateGeometry()

    def operand_chosen(self) -> Operand:
        """Return what is watched."""
        return self.operand.operand()

    def move_level(self, name: str, value: float) -> None:
        """Take a level that was dragged in the chart."""
        for box in self.numbers:
            if box.parameter.name == name:
                box.show_number(value)

    def _operand_chosen(self) -> None:
        for box in self.numbers:
            box.blockSignals(True)
            box.fit(self.operand.operand())
            box.blockSignals(False)
        self.edited.emit()

    def _condition_chosen(self) -> None:
        self._fill_numbers()
        self.edited.emit()

    def _fill_numbers(self) -> None:
        kept = {box.parameter.name: box.number() for box in self.numbers}
        for widget in (*self.numbers, *self._small):
            self.flow.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.flow.removeWidget(self.remove)
        self.numbers, self._small = [], []
        entry = CONDITIONS[str(self.condition.currentData())]
        for parameter in entry.parameters:
            between = {
                "high": self.tr("and"),
                "periods": self.tr("within") if len(entry.parameters) > 1 and parameter.name == "periods" else "",
            }.get(parameter.name, "")
            if between:
                label = QLabel(between, self)
                self._small.append(label)
                self.flow.addWidget(label)
                label.show()
            box = NumberBox(parameter, self.operand.operand(), self)
            value = kept.get(parameter.name, parameter.default)
            box.show_number(0.0 if value is None else value)
            box.valueChanged.connect(lambda _value: self.edited.emit())
            self.numbers.append(box)
            self.flow.addWidget(box)
            box.show()
        self.flow.addWidget(self.remove)
        self.updateGeometry()


def now() -> int:
    """Return the present instant."""
    return time.time_ns() // 1000
