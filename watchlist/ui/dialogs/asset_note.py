"""A note about an asset and its tags: a tag is a word with a colour, the same for all assets that carry it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QCheckBox,
    QColorDialog,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from watchlist.ui.theme import SPACING

FIRST_COLOURS = ("#0a5cc0", "#0f766e", "#8a2fb0", "#a61b4b", "#4d6b10", "#8a4b00", "#3d4f9f", "#5b5b5b")


class AssetNoteDialog(QDialog):
    """Answers with ``text``, ``tags`` and ``colours`` once it was accepted."""

    def __init__(
        self, name: str, text: str, tags: list[str], colours: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("{name}: note and tags").format(name=name))
        self.resize(480, 420)
        self.colours: dict[str, str] = dict(colours)
        self._boxes: dict[str, QCheckBox] = {}
        self.note = QPlainTextEdit(text, self)
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setPlaceholderText(self.tr("What you want to remember about this asset"))
        self.note.setTabChangesFocus(True)
        self.fresh = QLineEdit(self)
        self.fresh.setAccessibleName(self.tr("New tag"))
        self.fresh.setPlaceholderText(self.tr("New tag"))
        self.fresh.returnPressed.connect(self._add)
        add = QPushButton(self.tr("Add the tag"), self)
        add.setAutoDefault(False)
        add.clicked.connect(self._add)
        row = QHBoxLayout()
        row.addWidget(self.fresh, 1)
        row.addWidget(add)
        self._tags = QVBoxLayout()
        self._tags.setSpacing(SPACING.tiny)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("Note"), self.note)
        form.addRow(self.tr("Tags"), self._tags)
        form.addRow(row)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.addLayout(form, 1)
        outer.addWidget(buttons)
        self.none = QLabel(self.tr("No tags yet."), self)
        self._tags.addWidget(self.none)
        for tag in sorted({*colours, *tags}, key=str.casefold):
            self._offer(tag, chosen=tag in tags)

    @property
    def text(self) -> str:
        """The note."""
        return self.note.toPlainText().strip()

    @property
    def tags(self) -> list[str]:
        """The chosen tags in alphabetical order."""
        return [tag for tag, box in self._boxes.items() if box.isChecked()]

    def keyPressEvent(self, event: object) -> None:
        """Let Return in the tag's field add the tag, not close the dialog."""
        key = getattr(event, "key", lambda: 0)()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.fresh.hasFocus():
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]

    def accept(self) -> None:
        """Take a tag that was typed and not added yet."""
        self._add()
        super().accept()

    def _add(self) -> None:
        tag = " ".join(self.fresh.text().replace(",", " ").split())
        if tag:
            self._offer(tag, chosen=True)
            self.fresh.clear()

    def _offer(self, tag: str, *, chosen: bool) -> None:
        if tag in self._boxes:
            self._boxes[tag].setChecked(True)
            return
        self.none.hide()
        self.colours.setdefault(tag, FIRST_COLOURS[len(self._boxes) % len(FIRST_COLOURS)])
        box = QCheckBox(tag, self)
        box.setChecked(chosen)
        colour = QToolButton(self, autoRaise=True)
        colour.setToolTip(self.tr("Colour of the tag"))
        colour.setAccessibleName(self.tr("Colour of {tag}").format(tag=tag))
        colour.setIcon(_swatch(self.colours[tag]))
        colour.clicked.connect(partial(self._choose, tag, colour))
        row = QHBoxLayout()
        row.addWidget(colour)
        row.addWidget(box, 1)
        self._tags.addLayout(row)
        self._boxes[tag] = box

    def _choose(self, tag: str, button: QToolButton) -> None:
        chosen = QColorDialog.getColor(QColor(self.colours[tag]), self, self.tr("Colour of {tag}").format(tag=tag))
        if chosen.isValid():
            self.colours[tag] = chosen.name()
            button.setIcon(_swatch(chosen.name()))


def _swatch(colour: str) -> QIcon:
    pixels = QPixmap(14, 14)
    pixels.fill(QColor(colour))
    return QIcon(pixels)
