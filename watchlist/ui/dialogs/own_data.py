"""Bringing own data to an asset: a CSV or Parquet file, or a JSON address, looked at before anything is kept.

What is imported carries the source "manual" and is never overwritten by a fetch. Guesses at columns are offered, not
taken.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from watchlist.domain import requests as ask
from watchlist.ui.theme import SPACING

if TYPE_CHECKING:
    from watchlist.domain.answers import ImportReport
    from watchlist.domain.errors import WatchlistError
    from watchlist.ui.panels.context import PanelContext

SHOWN = 12
FILE_FIELDS = ("time", "value", "participant", "amount", "counterparty", "reference")
ADDRESS_FIELDS = ("url", "rows", "time", "value", "participant", "amount")


class OwnDataDialog(QDialog):
    """Two pages, each with its fields, a test and a table of what the test found."""

    def __init__(self, context: PanelContext, network: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hub = context.around.hub
        self._network = network
        self._file = ""
        self.setWindowTitle(self.tr("{network}: add own data").format(network=name))
        self.resize(720, 600)
        titles = {
            "url": self.tr("Address"),
            "rows": self.tr("Rows (JMESPath)"),
            "time": self.tr("Time"),
            "value": self.tr("Value, for a series"),
            "participant": self.tr("Participant, for a stream"),
            "amount": self.tr("Amount"),
            "counterparty": self.tr("Counterparty"),
            "reference": self.tr("What identifies a row"),
        }
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the series or stream"))
        self.name.setPlaceholderText("own.value")
        self.columns: dict[str, QComboBox] = {}
        self.expressions: dict[str, QLineEdit] = {}
        file_page, address_page = QWidget(self), QWidget(self)
        file_form, address_form = QFormLayout(file_page), QFormLayout(address_page)
        choose = QPushButton(self.tr("Choose a file …"), file_page)
        choose.clicked.connect(self._choose)
        self.chosen = QLabel(self.tr("No file chosen"), file_page)
        row = QHBoxLayout()
        row.addWidget(choose)
        row.addWidget(self.chosen, 1)
        file_form.addRow(self.tr("File"), row)
        for field in FILE_FIELDS:
            self.columns[field] = QComboBox(file_page)
            self.columns[field].addItem("", "")
            self.columns[field].setAccessibleName(titles[field])
            file_form.addRow(titles[field], self.columns[field])
        for field in ADDRESS_FIELDS:
            self.expressions[field] = QLineEdit(address_page)
            self.expressions[field].setAccessibleName(titles[field])
            address_form.addRow(titles[field], self.expressions[field])
        self.expressions["url"].setPlaceholderText("https://example.org/history.json?from={from}&to={to}")
        self.expressions["time"].setPlaceholderText("date")
        self.pages = QTabWidget(self)
        self.pages.addTab(file_page, self.tr("CSV or Parquet file"))
        self.pages.addTab(address_page, self.tr("JSON address"))
        self.table = QTableWidget(self)
        self.table.setAccessibleName(self.tr("The first rows that were found"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.test = buttons.addButton(self.tr("Test"), QDialogButtonBox.ButtonRole.ActionRole)
        self.add = buttons.addButton(self.tr("Add"), QDialogButtonBox.ButtonRole.ActionRole)
        self.test.clicked.connect(self._try)
        self.add.clicked.connect(self._keep)
        buttons.rejected.connect(self.reject)
        top = QFormLayout()
        top.addRow(self.tr("Name"), self.name)
        column = QVBoxLayout(self)
        column.setSpacing(SPACING.small)
        column.addLayout(top)
        column.addWidget(self.pages)
        column.addWidget(self.table, 1)
        column.addWidget(self.state)
        column.addWidget(buttons)

    @property
    def _is_file(self) -> bool:
        return self.pages.currentIndex() == 0

    @property
    def _form(self) -> str:
        return "parquet" if self._file.casefold().endswith(".parquet") else "csv"

    def _choose(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), "", "*.csv *.parquet *.tsv *.txt")
        if name:
            self.look_into(name)

    def look_into(self, path: str) -> None:
        """Show the first rows of a file and offer its columns."""
        self._file = path
        self.chosen.setText(Path(path).name)
        self._hub.ask(ask.PreviewFile(path, self._form), self._offer, self._refused)

    def _offer(self, look: ask.FileLook) -> None:
        guess = dict(look.guess)
        for field, box in self.columns.items():
            box.clear()
            box.addItem("", "")
            for name in look.columns:
                box.addItem(name, name)
            box.setCurrentIndex(max(0, box.findData(guess.get(field, ""))))
        self._show(look)

    def _show(self, look: ask.FileLook) -> None:
        self.table.setColumnCount(len(look.columns))
        self.table.setHorizontalHeaderLabels(list(look.columns))
        self.table.setRowCount(min(SHOWN, len(look.rows)))
        for at, cells in enumerate(look.rows[:SHOWN]):
            for place, text in enumerate(cells):
                self.table.setItem(at, place, QTableWidgetItem(text))
        found = self.tr("%n row(s) found.", "", look.count)
        self.state.setText("\n".join((found, *look.problems)))

    def _options(self) -> tuple[tuple[str, str], ...]:
        if self._is_file:
            chosen = {field: str(box.currentData() or "") for field, box in self.columns.items()}
        else:
            chosen = {field: line.text().strip() for field, line in self.expressions.items()}
        return tuple((field, text) for field, text in chosen.items() if text)

    def _import(self, *, preview: bool) -> ask.ImportFile:
        mapping = (("name", self.name.text().strip()), *self._options())
        return ask.ImportFile(self._file, self._network, self._form, mapping, preview)

    def _try(self) -> None:
        if self._is_file:
            self._hub.ask(self._import(preview=True), self._told, self._refused)
        else:
            self._hub.ask(ask.PreviewAddress(self._options()), self._show, self._refused)

    def _told(self, report: ImportReport) -> None:
        lines = [self.tr("%n row(s) can be read.", "", report.rows - report.skipped)]
        lines += [self.tr("{n} left out: {reason}").format(n=count, reason=reason) for reason, count in report.reasons]
        self.state.setText("\n".join(lines))

    def _keep(self) -> None:
        if not self.name.text().strip():
            self.state.setText(self.tr("Give it a name first, such as own.value."))
            self.name.setFocus()
        elif self._is_file:
            self._hub.ask(self._import(preview=False), lambda _report: self.accept(), self._refused)
        else:
            request = ask.AddAddress(self._network, self.name.text().strip(), self._options())
            self._hub.ask(request, lambda _none: self.accept(), self._refused)

    def _refused(self, error: WatchlistError) -> None:
        self.state.setText(str(error))
