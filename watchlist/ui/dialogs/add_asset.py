"""Adding an asset: by name, by chain and contract, or by a network file. Says of each candidate who says what it is.

Nothing is guessed: a symbol that means several assets carries a warning, and the user chooses.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from watchlist.domain import requests as ask
from watchlist.domain.answers import Candidate
from watchlist.domain.errors import WatchlistError
from watchlist.ui.theme import SPACING

if TYPE_CHECKING:
    from watchlist.bridge.hub import Ticket
    from watchlist.domain.network import Network
    from watchlist.ui.panels.context import PanelContext

WAIT = 350
MOST_BYTES = 1_000_000


class AddAssetDialog(QDialog):
    """Two pages: search, and the text of a network file."""

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._hub = context.around.hub
        self._ticket: Ticket | None = None
        self.setWindowTitle(self.tr("Add an asset"))
        self.resize(640, 520)
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(self.tr("Name, symbol, or chain:address such as base:0x…"))
        self.text.setAccessibleName(self.tr("What to look for"))
        self.text.setClearButtonEnabled(True)
        self.found = QListWidget(self)
        self.found.setAccessibleName(self.tr("Found"))
        self.found.setWordWrap(True)
        self.found.setSpacing(2)
        self.found.itemActivated.connect(lambda _item: self._add())
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        search = QWidget(self)
        column = QVBoxLayout(search)
        for widget in (self.text, self.found, self.state):
            column.addWidget(widget)
        self.file = QPlainTextEdit(self)
        self.file.setTabChangesFocus(True)
        self.file.setAccessibleName(self.tr("Text of a network file"))
        self.file.setPlaceholderText(self.tr("Paste a network file here, or open one."))
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        page = QWidget(self)
        own = QVBoxLayout(page)
        own.addWidget(self.file, 1)
        own.addWidget(self.problem)
        self.pages = QTabWidget(self)
        self.pages.setAccessibleName(self.windowTitle())
        self.pages.addTab(search, self.tr("Search"))
        self.pages.addTab(page, self.tr("Network file"))
        buttons = QDialogButtonBox(self)
        self.add = buttons.addButton(self.tr("Add"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.browse = buttons.addButton(self.tr("Open a file …"), QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.rejected.connect(self.reject)
        self.add.clicked.connect(self._add)
        self.browse.clicked.connect(self._open)
        outer = QVBoxLayout(self)
        outer.setSpacing(SPACING.small)
        outer.addWidget(self.pages, 1)
        outer.addWidget(buttons)
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.setObjectName("search-wait")
        self._wait.timeout.connect(self._search)
        self.text.textChanged.connect(self._wait.start)
        self.found.currentItemChanged.connect(self._enable)
        self.pages.currentChanged.connect(self._enable)
        self.file.textChanged.connect(self._enable)
        self._enable()
        self._hub.ask(ask.ShippedNetworks(), self._offer)

    def done(self, result: int) -> None:
        """Stop searching when the dialog closes."""
        self._wait.stop()
        if self._ticket is not None:
            self._ticket.cancel()
        super().done(result)

    def _offer(self, networks: tuple[Network, ...]) -> None:
        """Show what comes with the program as long as nothing was typed."""
        if self.text.text().strip():
            return
        self._show(
            tuple(
                Candidate(
                    one.name,
                    one.symbol,
                    one.kind,
                    self.tr("simulated") if one.simulated else self.tr("comes with the program"),
                    (("id", one.id),),
                    one.warnings[0].text if one.warnings else "",
                )
                for one in networks
            )
        )

    def _search(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        text = self.text.text().strip()
        if not text:
            self._hub.ask(ask.ShippedNetworks(), self._offer)
            return
        self.state.setText(self.tr("Searching …"))
        self._ticket = self._hub.ask(ask.SearchNetworks(text), self._show, self._failed)

    def _show(self, found: tuple[Candidate, ...]) -> None:
        self.found.clear()
        for one in found:
            title = f"{one.name}  {one.symbol}"
            detail = " · ".join(part for part in (one.kind.value, one.origin, _identity(one)) if part)
            item = QListWidgetItem(f"{title}\n{detail}" + (f"\n⚠ {one.warning}" if one.warning else ""))
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.found.addItem(item)
        self.state.setText("" if found else self.tr("Nothing was found. Give chain:address, or write a network file."))
        if found:
            self.found.setCurrentRow(0)
        self._enable()

    def _failed(self, error: WatchlistError) -> None:
        self.state.setText(str(error))

    def _enable(self) -> None:
        searching = self.pages.currentIndex() == 0
        ready = bool(self.found.selectedItems()) if searching else bool(self.file.toPlainText().strip())
        self.add.setEnabled(ready)
        self.browse.setVisible(not searching)

    def _add(self) -> None:
        list_id = self._context.selection.list_id
        if self.pages.currentIndex() == 1:
            request = ask.AddNetwork(text=self.file.toPlainText(), list_id=list_id)
        else:
            if not self.found.selectedItems():
                return
            item = self.found.currentItem()
            request = ask.AddNetwork(candidate=item.data(Qt.ItemDataRole.UserRole), list_id=list_id)
        self._hub.ask(request, self._added, self._refused)

    def _added(self, network: Network) -> None:
        self._context.selection.select_network(network.id)
        self._context.actions.run("refresh")
        self.accept()

    def _refused(self, error: WatchlistError) -> None:
        (self.problem if self.pages.currentIndex() == 1 else self.state).setText(str(error))

    def _open(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, self.tr("Open a network file"), "", "*.toml")
        if not name:
            return
        try:
            text = Path(name).read_bytes()[:MOST_BYTES].decode()
        except (OSError, UnicodeDecodeError) as error:
            self.problem.setText(str(error))
            return
        self.file.setPlainText(text)


def _identity(one: Candidate) -> str:
    return ", ".join(f"{key} {value}" for key, value in one.identity if key != "id")
