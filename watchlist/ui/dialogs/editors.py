"""One editor per kind of setting: shows a value, gives a value back, says when it was changed. Knows no setting."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, QTime, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from watchlist.settings.schema import Kind, Setting

Get = Callable[[], object]
Put = Callable[[Any], object]


class Editor(QWidget):
    """The field of one setting.

    Signals:
        edited(): the user changed the value.
    """

    edited = Signal()

    def __init__(self, setting: Setting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setting = setting
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.field, self._get, self._put = _MAKERS[setting.kind](self, setting)
        row.addWidget(self.field)
        if setting.kind in {Kind.YES_NO, Kind.WHOLE, Kind.NUMBER, Kind.CLOCK, Kind.CHOICE, Kind.COLOUR}:
            row.addStretch(1)
        self.setFocusProxy(self.field)
        self.field.setAccessibleName(said(setting.title))
        self.field.setAccessibleDescription(said(setting.description))
        if setting.kind is Kind.FOLDER:
            browse = QPushButton(self.tr("Choose …"), self)
            browse.clicked.connect(self._browse)
            row.addWidget(browse)

    def value(self) -> object:
        """Return what is in the field, unchecked."""
        return self._get()

    def show_value(self, value: object) -> None:
        """Show a value; the user has not edited it."""
        before = self.blockSignals(True)
        self._put(value)
        self.blockSignals(before)

    def _browse(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, said(self.setting.title), str(self.value()))
        if folder:
            self._put(folder)


def said(text: str) -> str:
    """Return a text of the settings table in the user's language."""
    return QCoreApplication.translate("settings", text) if text else ""


def _yes_no(editor: Editor, _setting: Setting) -> tuple[QWidget, Get, Put]:
    box = QCheckBox(editor)
    box.toggled.connect(lambda _on: editor.edited.emit())
    return box, box.isChecked, lambda value: box.setChecked(bool(value))


def _whole(editor: Editor, setting: Setting) -> tuple[QWidget, Get, Put]:
    box = QSpinBox(editor)
    box.setRange(int(setting.low or 0), int(setting.high if setting.high is not None else 2**31 - 1))
    box.setSingleStep(int(setting.step))
    box.setGroupSeparatorShown(True)
    if setting.unit:
        box.setSuffix(f" {said(setting.unit)}")
    box.valueChanged.connect(lambda _value: editor.edited.emit())
    return box, box.value, box.setValue


def _number(editor: Editor, setting: Setting) -> tuple[QWidget, Get, Put]:
    box = QDoubleSpinBox(editor)
    box.setDecimals(2 if setting.step < 0.1 else 1)
    box.setRange(setting.low or 0.0, setting.high if setting.high is not None else 1e12)
    box.setSingleStep(setting.step)
    if setting.unit:
        box.setSuffix(f" {said(setting.unit)}")
    box.valueChanged.connect(lambda _value: editor.edited.emit())
    return box, box.value, box.setValue


def _line(editor: Editor, _setting: Setting) -> tuple[QWidget, Get, Put]:
    line = QLineEdit(editor)
    line.setMinimumWidth(240)
    line.textEdited.connect(lambda _text: editor.edited.emit())
    return line, lambda: line.text().strip(), lambda value: line.setText(str(value))


def _choice(editor: Editor, setting: Setting) -> tuple[QWidget, Get, Put]:
    box = QComboBox(editor)
    for choice in setting.choices:
        box.addItem(said(choice.title), choice.value)
    box.currentIndexChanged.connect(lambda _at: editor.edited.emit())
    return box, box.currentData, lambda value: box.setCurrentIndex(max(0, box.findData(value)))


def _clock(editor: Editor, _setting: Setting) -> tuple[QWidget, Get, Put]:
    box = QTimeEdit(editor)
    box.timeChanged.connect(lambda _time: editor.edited.emit())
    return box, lambda: box.time().toString("HH:mm"), lambda value: box.setTime(QTime.fromString(str(value), "HH:mm"))


def _colour(editor: Editor, setting: Setting) -> tuple[QWidget, Get, Put]:
    button = QPushButton(editor)

    def put(value: object) -> None:
        swatch = QPixmap(16, 16)
        swatch.fill(QColor(str(value)))
        button.setIcon(QIcon(swatch))
        button.setText(str(value))

    def choose() -> None:
        chosen = QColorDialog.getColor(QColor(button.text()), editor, said(setting.title))
        if chosen.isValid():
            put(chosen.name())
            editor.edited.emit()

    button.clicked.connect(choose)
    return button, button.text, put


def _names(editor: Editor, _setting: Setting) -> tuple[QWidget, Get, Put]:
    line = QLineEdit(editor)
    line.setMinimumWidth(240)
    line.setPlaceholderText(QCoreApplication.translate("Editor", "separated by commas"))
    line.textEdited.connect(lambda _text: editor.edited.emit())
    return (
        line,
        lambda: [part.strip() for part in line.text().split(",") if part.strip()],
        lambda value: line.setText(", ".join(value)),
    )


_MAKERS: dict[Kind, Callable[[Editor, Setting], tuple[QWidget, Get, Put]]] = {
    Kind.YES_NO: _yes_no,
    Kind.WHOLE: _whole,
    Kind.NUMBER: _number,
    Kind.TEXT: _line,
    Kind.CHOICE: _choice,
    Kind.CLOCK: _clock,
    Kind.COLOUR: _colour,
    Kind.NAMES: _names,
    Kind.FOLDER: _line,
}
