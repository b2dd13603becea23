"""How long, how often, when and without data: the further fields of a rule, each with a plain default."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from watchlist.alerts.rules import Guards, Operand, Policy, Repeat, Rule
from watchlist.domain.instants import DAY
from watchlist.domain.periods import day_of_date
from watchlist.ui.alerts.operands import scale_of

if TYPE_CHECKING:
    from watchlist.domain.deliveries import ChannelRow


class TimingFields(QWidget):
    """A form of timing, guards and delivery.

    Signals: edited(): something changed.
    """

    edited = Signal()

    def __init__(self, noisy_after: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale_of(Operand())
        self._noisy_days = 7
        form = QFormLayout(self)
        form.setContentsMargins(8, 8, 8, 8)
        self.recovers = QCheckBox(self.tr("at"), self)
        self.recovery = QDoubleSpinBox(self)
        self.recovery.setRange(-1e12, 1e12)
        self.recovery.setEnabled(False)
        self.recovers.toggled.connect(self.recovery.setEnabled)
        form.addRow(self.tr("Over"), _line(self.recovers, self.recovery))
        self.keep = self._whole(0, 1000, self.tr(" periods"))
        form.addRow(self.tr("Keep firing for"), self.keep)
        self.repeat = QComboBox(self)
        self.repeat.addItem(self.tr("every time it comes true again"), Repeat.EVERY)
        self.repeat.addItem(self.tr("in every period while it is true"), Repeat.PER_PERIOD)
        self.repeat.addItem(self.tr("only once"), Repeat.ONCE)
        form.addRow(self.tr("Tell"), self.repeat)
        self.cooldown = self._whole(0, 24 * 365, self.tr(" hours"))
        form.addRow(self.tr("Then be silent for"), self.cooldown)
        self.noisy = self._whole(0, 1000, self.tr(" firings in 7 days"))
        self.noisy.setSpecialValueText(self.tr("never"))
        self.noisy.setValue(noisy_after)
        form.addRow(self.tr("Pause after"), self.noisy)
        self.early = QCheckBox(self.tr("also before a period ends"), self)
        form.addRow(self.tr("Early"), self.early)
        self.expires = QCheckBox(self.tr("after"), self)
        self.expiry = QDateEdit(QDate.currentDate().addMonths(3), self)
        self.expiry.setCalendarPopup(True)
        self.expiry.setDisplayFormat("yyyy-MM-dd")
        self.expiry.setEnabled(False)
        self.expires.toggled.connect(self.expiry.setEnabled)
        form.addRow(self.tr("Ends"), _line(self.expires, self.expiry))
        self.hours = QCheckBox(self.tr("only from"), self)
        self.active_from, self.active_to = QTimeEdit(QTime(8, 0), self), QTimeEdit(QTime(22, 0), self)
        for field in (self.active_from, self.active_to):
            field.setDisplayFormat("HH:mm")
            field.setEnabled(False)
            self.hours.toggled.connect(field.setEnabled)
        form.addRow(
            self.tr("Tell me"), _line(self.hours, self.active_from, QLabel(self.tr("to"), self), self.active_to)
        )
        self.least_n = self._whole(0, 1_000_000, "")
        self.least_n.setToolTip(self.tr("A number that rests on fewer participants never fires"))
        form.addRow(self.tr("Least participants"), self.least_n)
        self.history = self._whole(0, 10_000, self.tr(" periods"))
        form.addRow(self.tr("Least history"), self.history)
        self.stale = self._whole(0, 365, self.tr(" days"))
        self.stale.setSpecialValueText(self.tr("never"))
        form.addRow(self.tr("Data is too old after"), self.stale)
        self.policies = {name: self._policy() for name in ("no_data", "error", "stale")}
        form.addRow(self.tr("Without data"), self.policies["no_data"])
        form.addRow(self.tr("When the source fails"), self.policies["error"])
        form.addRow(self.tr("When data is too old"), self.policies["stale"])
        self.severity = QComboBox(self)
        for key, title in (("low", self.tr("quiet")), ("normal", self.tr("normal")), ("high", self.tr("urgent"))):
            self.severity.addItem(title, key)
        form.addRow(self.tr("How loud"), self.severity)
        self.channels: dict[str, QCheckBox] = {}
        self._channel_row = QWidget(self)
        self._channel_line = QHBoxLayout(self._channel_row)
        self._channel_line.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("Send to"), self._channel_row)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(self.tr("Why you watch this"))
        form.addRow(self.tr("Note"), self.note)
        self._listen()

    def fit(self, operand: Operand) -> None:
        """Take over the unit of the first operand."""
        value = self.recovery.value() / self._scale.factor
        self._scale = scale_of(operand)
        self.recovery.setDecimals(self._scale.decimals)
        self.recovery.setSuffix(self._scale.suffix)
        self.recovery.setValue(value * self._scale.factor)

    def offer_channels(self, rows: tuple[ChannelRow, ...], chosen: tuple[str, ...]) -> None:
        """Offer the channels that there are."""
        for box in self.channels.values():
            self._channel_line.removeWidget(box)
            box.deleteLater()
        self.channels = {}
        for row in rows:
            box = QCheckBox(row.title, self._channel_row)
            box.setChecked(row.id in chosen)
            box.toggled.connect(lambda _on: self.edited.emit())
            self.channels[row.id] = box
            self._channel_line.addWidget(box)
        self._channel_line.addStretch(1)

    def show_rule(self, rule: Rule) -> None:
        """Show a rule's timing and guards."""
        timing, guards = rule.timing, rule.guards
        self.recovers.setChecked(timing.recovery is not None)
        self.recovery.setValue((timing.recovery or 0.0) * self._scale.factor)
        self.keep.setValue(timing.keep_firing)
        self.repeat.setCurrentIndex(max(0, self.repeat.findData(timing.repeat)))
        self.cooldown.setValue(round(timing.cooldown_hours))
        self.noisy.setValue(timing.noisy_after)
        self._noisy_days = timing.noisy_days
        self.early.setChecked(not timing.closed_only)
        self.expires.setChecked(timing.expires is not None)
        if timing.expires is not None:
            self.expiry.setDate(QDate(1970, 1, 1).addDays(timing.expires // DAY))
        self.hours.setChecked(bool(timing.active_from))
        if timing.active_from:
            self.active_from.setTime(QTime.fromString(timing.active_from, "HH:mm"))
            self.active_to.setTime(QTime.fromString(timing.active_to, "HH:mm"))
        self.least_n.setValue(guards.least_n)
        self.history.setValue(guards.least_history)
        self.stale.setValue(guards.stale_days)
        for name, box in self.policies.items():
            box.setCurrentIndex(max(0, box.findData(getattr(guards, name))))
        self.severity.setCurrentIndex(max(0, self.severity.findData(rule.severity)))
        self.note.setText(rule.note)

    def applied(self, rule: Rule) -> Rule:
        """Return a rule with what is in the fields."""
        day = self.expiry.date()
        limited = self.hours.isChecked()
        timing = msgspec.structs.replace(
            rule.timing,
            recovery=self.recovery.value() / self._scale.factor if self.recovers.isChecked() else None,
            keep_firing=self.keep.value(),
            repeat=self.repeat.currentData(),
            cooldown_hours=float(self.cooldown.value()),
            noisy_after=self.noisy.value(),
            noisy_days=self._noisy_days,
            closed_only=not self.early.isChecked(),
            expires=(day_of_date(day.toPython()) + 1) * DAY if self.expires.isChecked() else None,  # type: ignore[arg-type]
            active_from=self.active_from.time().toString("HH:mm") if limited else "",
            active_to=self.active_to.time().toString("HH:mm") if limited else "",
        )
        guards = Guards(
            self.least_n.value(),
            self.history.value(),
            self.stale.value(),
            *(self.policies[name].currentData() for name in ("no_data", "error", "stale")),
        )
        channels = tuple(key for key, box in self.channels.items() if box.isChecked())
        return msgspec.structs.replace(
            rule,
            timing=timing,
            guards=guards,
            channels=channels if self.channels else rule.channels,
            severity=str(self.severity.currentData()),
            note=self.note.text().strip(),
        )

    def _whole(self, low: int, high: int, suffix: str) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(low, high)
        box.setSuffix(suffix)
        return box

    def _policy(self) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("keep the last state"), Policy.KEEP)
        box.addItem(self.tr("tell me"), Policy.ALERT)
        box.addItem(self.tr("count as normal"), Policy.NORMAL)
        return box

    def _listen(self) -> None:
        for spin in (self.keep, self.cooldown, self.noisy, self.least_n, self.history, self.stale):
            spin.valueChanged.connect(lambda _value: self.edited.emit())
        self.recovery.valueChanged.connect(lambda _value: self.edited.emit())
        for box in (self.recovers, self.early, self.expires, self.hours):
            box.toggled.connect(lambda _on: self.edited.emit())
        for choice in (self.repeat, self.severity, *self.policies.values()):
            choice.currentIndexChanged.connect(lambda _at: self.edited.emit())


def _line(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
