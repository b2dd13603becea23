"""What a rule can look at, as choices on the screen, and how its numbers are written and typed there."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QDoubleSpinBox, QWidget

from watchlist.alerts.conditions import Parameter
from watchlist.alerts.rules import Operand, OperandKind, Words
from watchlist.domain.errors import InputError
from watchlist.domain.periods import Grain
from watchlist.metrics.catalog import METRICS, Metric, parse_selector

DATA = Qt.ItemDataRole.UserRole


class Scale(NamedTuple):
    """How a value is typed: multiplied by ``factor``, with a suffix and so many decimals."""

    factor: float = 1.0
    suffix: str = ""
    decimals: int = 4


def metric_of(operand: Operand) -> Metric | None:
    """Return the metric that an operand names, None where it is none."""
    if operand.kind is not OperandKind.METRIC:
        return None
    try:
        return METRICS.get(parse_selector(operand.text).key)
    except InputError:
        return None


def scale_of(operand: Operand) -> Scale:
    """Return how an operand's values are typed."""
    entry = metric_of(operand)
    if entry is not None:
        if entry.unit.value == "share":
            return Scale(100.0, " %", 2)
        if entry.unit.value == "usd":
            return Scale(1.0, " US$", 6)
    if operand.kind is OperandKind.AGE:
        return Scale(1.0, QCoreApplication.translate("alerts", " days"), 1)
    return Scale()


def grain_of(operand: Operand) -> Grain:
    """Return the period after which an operand has a new value."""
    entry = metric_of(operand)
    return entry.grains[0] if entry is not None else Grain.DAY


def words() -> Words:
    """Return how rules are said on the screen."""
    said = QCoreApplication.translate
    return Words(
        title_of,
        number_text,
        said("alerts", " and "),
        said("alerts", " or "),
        said("alerts", "not ({part})"),
        said("alerts", "{first}, then within {days} days {second}"),
    )


def title_of(operand: Operand) -> str:
    """Return what an operand is called."""
    said = QCoreApplication.translate
    if operand.kind is OperandKind.AGE:
        if operand.text == "any":
            return said("alerts", "Age of the data")
        return said("alerts", "Age of {name}").format(name=operand.text)
    if operand.kind is OperandKind.SOURCE:
        return said("alerts", "Failing of {source}").format(source=operand.text)
    entry = metric_of(operand)
    if entry is None:
        return operand.text
    choice = str(parse_selector(operand.text).choice)
    return f"{entry.title} {choice}".strip()


def number_text(operand: Operand, value: float) -> str:
    """Return a value in the unit in which it is typed."""
    scale = scale_of(operand)
    text = QLocale().toString(value * scale.factor, "g", 6)
    return f"{text}{scale.suffix}"


class OperandBox(QComboBox):
    """A choice of metric, age of data, or anything typed: a selector or a formula.

    Signals: chosen(): another operand.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(self.tr("What to watch"))
        self.setToolTip(self.tr("A metric; or type a selector such as active.w@contributor, or a formula"))
        self.setMinimumContentsLength(22)
        self.setMaxVisibleItems(24)
        for key, entry in METRICS.items():
            if entry.function is not None:
                self.addItem(entry.title, Operand(OperandKind.METRIC, key))
                self.setItemData(self.count() - 1, entry.definition, Qt.ItemDataRole.ToolTipRole)
        self.insertSeparator(self.count())
        silent = Operand(OperandKind.AGE, "any")
        self.addItem(title_of(silent), silent)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self.currentIndexChanged.connect(lambda _at: self.chosen.emit())
        line = self.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._typed)
        self._said = self.currentText()

    def operand(self) -> Operand:
        """Return what is chosen or typed."""
        text = self.currentText().strip()
        at = self.findText(text, Qt.MatchFlag.MatchExactly)
        kept = self.itemData(at) if at >= 0 else None
        if isinstance(kept, Operand):
            return kept
        try:
            known = parse_selector(text).key in METRICS
        except InputError:
            known = False
        return Operand(OperandKind.METRIC if known or not text else OperandKind.FORMULA, text)

    def show_operand(self, operand: Operand) -> None:
        """Show an operand; one that is not in the list is added."""
        at = next((at for at in range(self.count()) if self.itemData(at) == operand), -1)
        if at < 0:
            self.addItem(title_of(operand), operand)
            at = self.count() - 1
        self.setCurrentIndex(at)
        self._said = self.currentText()

    def _typed(self) -> None:
        if self.currentText() != self._said:
            self._said = self.currentText()
            self.chosen.emit()


class NumberBox(QDoubleSpinBox):
    """A number of a condition, typed in the operand's unit and read in the metric's."""

    def __init__(self, parameter: Parameter, operand: Operand, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parameter = parameter
        self._scale = Scale()
        self.setAccessibleName(parameter.title)
        self.setToolTip(parameter.title)
        self.setKeyboardTracking(False)
        self.setGroupSeparatorShown(True)
        self.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        self.fit(operand)

    def fit(self, operand: Operand) -> None:
        """Take over an operand's unit; the value stays what it was."""
        kept = self.number()
        parameter = self.parameter
        self._scale = scale_of(operand) if parameter.unit == "of the metric" else Scale()
        suffix = {"%": " %", "of the metric": self._scale.suffix}.get(parameter.unit, "")
        if parameter.name == "periods":
            suffix = self.tr(" periods")
        elif parameter.name == "places":
            suffix = self.tr(" places")
        self.setSuffix(suffix)
        self.setDecimals(0 if parameter.whole else self._scale.decimals)
        factor = self._scale.factor
        self.setRange(
            -1e12 if parameter.least is None else parameter.least * factor,
            1e12 if parameter.most is None else parameter.most * factor,
        )
        self.show_number(kept)

    def number(self) -> float:
        """Return the value in the metric's unit."""
        return self.value() / self._scale.factor

    def show_number(self, value: float) -> None:
        """Show a value of the metric's unit."""
        self.setValue(value * self._scale.factor)

    def textFromValue(self, value: float) -> str:
        """Write a number without needless zeros."""
        return QLocale().toString(value, "g", 10)
