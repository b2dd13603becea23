"""The page of keys: which there are and where they lie; set, test, replace and remove. A key is never shown again."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from watchlist.domain.errors import WatchlistError
from watchlist.domain.requests import KeyStates, SetKey, TestKey
from watchlist.ui.around import Around
from watchlist.ui.theme import SPACING

MASK = "••••••••"


class KeyRow:
    """The widgets of one key."""

    def __init__(self, dialog: KeysDialog, grid: QGridLayout, line: int, name: str, title: str) -> None:
        self.name = name
        self.title = QLabel(title, dialog)
        self.field = QLineEdit(dialog)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setMinimumWidth(220)
        self.field.setAccessibleName(QCoreApplication.translate("KeysDialog", "Key for {title}").format(title=title))
        self.title.setBuddy(self.field)
        self.keep = QPushButton(QCoreApplication.translate("KeysDialog", "Keep"), dialog)
        self.test = QPushButton(QCoreApplication.translate("KeysDialog", "Test"), dialog)
        self.remove = QPushButton(QCoreApplication.translate("KeysDialog", "Remove"), dialog)
        for button in (self.keep, self.test, self.remove):
            button.setAutoDefault(False)
            button.setAccessibleName(f"{button.text()}: {title}")
        self.state = QLabel(dialog)
        self.state.setWordWrap(True)
        self.state.setForegroundRole(self.state.palette().ColorRole.PlaceholderText)
        self.keep.clicked.connect(lambda: dialog.keep(name))
        self.test.clicked.connect(lambda: dialog.test(name))
        self.remove.clicked.connect(lambda: dialog.remove(name))
        self.field.returnPressed.connect(lambda: dialog.keep(name))
        self.field.textChanged.connect(lambda text: self.keep.setEnabled(bool(text.strip())))
        grid.addWidget(self.title, line, 0)
        grid.addWidget(self.field, line, 1)
        for at, button in enumerate((self.keep, self.test, self.remove), start=2):
            grid.addWidget(button, line, at)
        grid.addWidget(self.state, line + 1, 1, 1, 4)

    def show_state(self, *, kept: bool, place: str, said: str) -> None:
        """Show whether there is a key; its text is gone from the field."""
        self.field.clear()
        self.field.setPlaceholderText(MASK if kept else "")
        self.keep.setEnabled(False)
        self.test.setEnabled(kept)
        self.remove.setEnabled(kept)
        self.state.setText(said)
        self.state.setToolTip(place)


class KeysDialog(QDialog):
    """Keys of providers. Asks through the hub, since a keyring may take its time."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = around.hub
        self.rows: dict[str, KeyRow] = {}
        self.setWindowTitle(self.tr("Keys"))
        self.resize(760, 480)
        about = QLabel(
            self.tr(
                "Keys are kept in the keyring of your system, never in a file of this program. "
                "Without a keyring they last until the program is closed."
            ),
            self,
        )
        about.setWordWrap(True)
        self.message = QLabel(self.tr("Asking the keyring …"), self)
        self.message.setWordWrap(True)
        inside = QWidget(self)
        self._grid = QGridLayout(inside)
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(SPACING.small)
        self._grid.setVerticalSpacing(SPACING.tiny)
        area = QScrollArea(self)
        area.setAccessibleName(self.windowTitle())
        holder = QWidget(area)
        holder_column = QVBoxLayout(holder)
        holder_column.setContentsMargins(0, 0, SPACING.small, 0)
        holder_column.addWidget(inside)
        holder_column.addStretch(1)
        area.setWidget(holder)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        bottom = QHBoxLayout()
        bottom.addWidget(self.message, 1)
        bottom.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setSpacing(SPACING.normal)
        column.addWidget(about)
        column.addWidget(area, 1)
        column.addLayout(bottom)

    def showEvent(self, event: object) -> None:
        """Ask which keys there are each time the page is opened."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    def refresh(self) -> None:
        """Ask which keys there are."""
        self._hub.ask(KeyStates(), self._show, self._failed)

    def keep(self, name: str) -> None:
        """Keep or replace a key."""
        text = self.rows[name].field.text().strip()
        self.rows[name].field.clear()
        if text:
            self.message.setText(self.tr("Keeping the key …"))
            self._hub.ask(SetKey(name, text), self._kept, self._failed)

    def remove(self, name: str) -> None:
        """Remove a key."""
        self._hub.ask(SetKey(name, ""), self._removed, self._failed)

    def test(self, name: str) -> None:
        """Ask the provider whether the key works."""
        self.message.setText(self.tr("Asking the provider …"))
        self._hub.ask(TestKey(name), self._tested, self._failed)

    def _show(self, states: tuple[tuple[str, str, bool, str], ...]) -> None:
        for name, title, kept, place in states:
            if name not in self.rows:
                self.rows[name] = KeyRow(self, self._grid, 2 * len(self.rows), name, title)
            said = self.tr("A key is kept: {place}").format(place=place) if kept else self.tr("No key")
            self.rows[name].show_state(kept=kept, place=place, said=said)
        self.message.setText("" if states else self.tr("No source of this program needs a key."))

    def _kept(self, _answer: None) -> None:
        self.refresh()

    def _removed(self, _answer: None) -> None:
        self.refresh()

    def _tested(self, sentence: str) -> None:
        self.message.setText(sentence)

    def _failed(self, error: WatchlistError) -> None:
        self.message.setText(str(error))
