"""Where messages go: the desktop, webhooks and everything that Apprise speaks; with a test button and the log.

Addresses and secrets go to the keyring and never come back to the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from watchlist.domain import requests as ask
from watchlist.domain.deliveries import ChannelRow, Delivery, DeliveryState
from watchlist.domain.instants import iso
from watchlist.ui.models.plain_table import PlainCell, PlainColumn, PlainRow, PlainView

if TYPE_CHECKING:
    from watchlist.domain.errors import WatchlistError
    from watchlist.ui.panels.context import PanelContext

DESKTOP = "desktop"


class ChannelsDialog(QDialog):
    """Channels and their log."""

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = context.around.hub
        self._chosen: ChannelRow | None = None
        self.setWindowTitle(self.tr("Channels"))
        self.resize(980, 560)
        colours = context.around.theme
        self.table = PlainView(
            (
                PlainColumn(self.tr("Channel"), widest="Mail to myself"),
                PlainColumn(self.tr("Kind"), widest="webhook"),
                PlainColumn(self.tr("Address"), widest="https://example.org/…"),
                PlainColumn(self.tr("Waiting"), right=True, widest="1,000"),
                PlainColumn(self.tr("Last sent"), widest="2026-11-11 00:00"),
                PlainColumn(self.tr("Last trouble"), widest="0" * 30),
            ),
            "normal",
            self.tr("Channels"),
            self,
        )
        self.log = PlainView(
            (
                PlainColumn(self.tr("When"), widest="2026-11-11 00:00:00"),
                PlainColumn(self.tr("Channel"), widest="Mail to myself"),
                PlainColumn(self.tr("Outcome"), widest="waiting"),
                PlainColumn(self.tr("Tries"), right=True, widest="100"),
                PlainColumn(self.tr("Next try"), widest="2026-11-11 00:00:00"),
                PlainColumn(self.tr("In words"), widest="0" * 50),
            ),
            "normal",
            self.tr("What became of messages"),
            self,
        )
        for view in (self.table, self.log):
            view.table.colour_of = lambda: colours.colours
        self.title = QLineEdit(self)
        self.kind = QComboBox(self)
        self.kind.addItem(self.tr("Webhook (your own server)"), "webhook")
        self.kind.addItem(self.tr("Mail, ntfy, Telegram, Slack … (Apprise address)"), "apprise")
        self.address = QLineEdit(self)
        self.address.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self.address.setPlaceholderText(self.tr("https://… or ntfys://…, mailtos://…, tgram://…"))
        self.secret = QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setPlaceholderText(self.tr("signs each message (HMAC-SHA256)"))
        self.template = QPlainTextEdit(self)
        self.template.setPlaceholderText("{sentence}\n{came_true} · {noticed}")
        self.template.setToolTip(self.tr("Fields: {title}, {sentence}, {network}, {came_true}, {noticed}, {count}"))
        self.enabled = QCheckBox(self.tr("in use"), self)
        self.enabled.setChecked(True)
        self.outcome = QLabel(self)
        self.outcome.setWordWrap(True)
        form = QFormLayout()
        form.addRow(self.tr("Name"), self.title)
        form.addRow(self.tr("Kind"), self.kind)
        form.addRow(self.tr("Address"), self.address)
        form.addRow(self.tr("Secret"), self.secret)
        form.addRow(self.tr("Text"), self.template)
        form.addRow("", self.enabled)
        self.new = QPushButton(self.tr("New"), self)
        self.save = QPushButton(self.tr("Keep"), self)
        self.test = QPushButton(self.tr("Send a test"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        row = QHBoxLayout()
        for button in (self.new, self.save, self.test, self.remove):
            row.addWidget(button)
        side = QWidget(self)
        column = QVBoxLayout(side)
        column.addLayout(form)
        column.addLayout(row)
        column.addWidget(self.outcome)
        column.addStretch(1)
        split = QSplitter(self)
        split.addWidget(self.table)
        split.addWidget(side)
        split.setSizes([560, 420])
        tabs = QTabWidget(self)
        tabs.setDocumentMode(True)
        tabs.addTab(split, self.tr("Channels"))
        tabs.addTab(self.log, self.tr("Log"))
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.addWidget(tabs, 1)
        whole.addWidget(close)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._choose())
        self.new.clicked.connect(self._new)
        self.save.clicked.connect(self._save)
        self.test.clicked.connect(self._test)
        self.remove.clicked.connect(self._remove)
        self._new()
        self.reload()

    def reload(self) -> None:
        """Ask for channels and log."""
        self._hub.ask(ask.Channels(), self._show, self._refused)
        self._hub.ask(ask.Deliveries(), self._show_log, self._refused)

    def _show(self, rows: tuple[ChannelRow, ...]) -> None:
        self.table.show_rows(
            [
                PlainRow(
                    (
                        PlainCell(row.title if row.enabled else self.tr("{name} (off)").format(name=row.title)),
                        PlainCell(row.kind),
                        PlainCell(row.shown),
                        PlainCell(str(row.waiting), row.waiting),
                        PlainCell("–" if row.last_sent is None else iso(row.last_sent)[:16].replace("T", " ")),
                        PlainCell(row.last_error, colour="error"),
                    ),
                    row,
                )
                for row in rows
            ]
        )

    def _show_log(self, rows: tuple[Delivery, ...]) -> None:
        colours = {DeliveryState.FAILED: "error", DeliveryState.SENT: "", DeliveryState.WAITING: "warning"}
        self.log.show_rows(
            [
                PlainRow(
                    (
                        PlainCell(iso(one.created)[:19].replace("T", " "), one.created),
                        PlainCell(one.channel),
                        PlainCell(one.state.value, colour=colours.get(one.state, "")),
                        PlainCell(str(one.attempts), one.attempts),
                        PlainCell(
                            iso(one.next_try)[:19].replace("T", " ") if one.state is DeliveryState.WAITING else "–"
                        ),
                        PlainCell(one.last_error),
                    ),
                    one,
                )
                for one in rows
            ]
        )

    def _choose(self) -> None:
        row = next((one for one in self.table.chosen() if isinstance(one, ChannelRow)), None)
        if row is None:
            return
        self._chosen = row
        is_own = row.id != DESKTOP
        self.title.setText(row.title)
        self.kind.setCurrentIndex(max(0, self.kind.findData(row.kind)))
        self.address.clear()
        self.address.setPlaceholderText(self.tr("kept in the keyring; type to replace it") if is_own else "")
        self.secret.clear()
        self.template.setPlainText(row.template)
        self.enabled.setChecked(row.enabled)
        for widget in (self.title, self.kind, self.address, self.secret, self.remove, self.save, self.template):
            widget.setEnabled(is_own)
        self.test.setEnabled(True)

    def _new(self) -> None:
        self._chosen = None
        self.table.clearSelection()
        for field in (self.title, self.address, self.secret):
            field.clear()
            field.setEnabled(True)
        self.template.clear()
        for widget in (self.kind, self.save, self.template):
            widget.setEnabled(True)
        self.test.setEnabled(False)
        self.remove.setEnabled(False)
        self.enabled.setChecked(True)

    def _save(self) -> None:
        chosen = self._chosen
        request = ask.SaveChannel(
            chosen.id if chosen is not None else "",
            self.title.text().strip(),
            str(self.kind.currentData()),
            self.enabled.isChecked(),
            self.template.toPlainText().strip(),
            self.address.text().strip() or None,
            self.secret.text().strip() or None,
        )
        self._hub.ask(request, self._was_kept, self._refused)

    def _was_kept(self, _channel: str) -> None:
        self.outcome.setText(self.tr("Kept."))
        self.address.clear()
        self.secret.clear()
        self.reload()

    def _test(self) -> None:
        if self._chosen is not None:
            self.outcome.setText(self.tr("Sending …"))
            self._hub.ask(ask.TestChannel(self._chosen.id), self._tested, self._refused)

    def _tested(self, said: str) -> None:
        self.outcome.setText(said)
        self.reload()

    def _remove(self) -> None:
        if self._chosen is not None:
            self._hub.ask(ask.RemoveChannel(self._chosen.id), lambda _none: self.reload(), self._refused)
            self._new()

    def _refused(self, error: WatchlistError) -> None:
        self.outcome.setText(str(error))
