"""A dialog that shows a long text: to be read, searched and copied. The log, a crash and messages look alike."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QGuiApplication, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from watchlist.ui.theme import SPACING


class TextView(QDialog):
    """Sentence, text, and a row of buttons that begins with Copy."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None, *, searchable: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(860, 560)
        self.sentence = QLabel(sentence, self)
        self.sentence.setWordWrap(True)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(title)
        self.windowTitleChanged.connect(self.text.setAccessibleName)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.returnPressed.connect(self._find)
        self.search.setVisible(searchable)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        self.buttons.rejected.connect(self.reject)
        for button in self.buttons.buttons():
            button.setIcon(QIcon())
        self.copy = QPushButton(self.tr("Copy"), self)
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.text.toPlainText()))
        self.buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setSpacing(SPACING.small)
        for part in (self.sentence, self.search, self.text, self.buttons):
            column.addWidget(part)

    def _find(self) -> None:
        words = self.search.text()
        if words and not self.text.find(words):
            self.text.moveCursor(self.text.textCursor().MoveOperation.Start)
            self.text.find(words)
