"""Dialogs for what leaves the window: a picture of a chart, and a list as a table. They ask; others write."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from watchlist.domain import requests as ask
from watchlist.domain.messages import Notice, Severity
from watchlist.ui.chart import render
from watchlist.ui.report.files import ask_where
from watchlist.ui.report.pictures import LEAST, MOST, theme_of

if TYPE_CHECKING:
    from watchlist.domain.errors import WatchlistError
    from watchlist.domain.keepsakes import Written
    from watchlist.ui.chart.render import Picture
    from watchlist.ui.panels.context import PanelContext


class PictureDialog(QDialog):
    """Size, density, theme and title of a picture."""

    def __init__(self, context: PanelContext, chart: QWidget, picture: Picture, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._chart, self._picture = context, chart, picture
        self.setWindowTitle(self.tr("Export a picture"))
        self.title = QLineEdit(picture.title, self)
        self.width_of = QSpinBox(self, minimum=LEAST, maximum=MOST, value=picture.width, suffix=self.tr(" px"))
        self.height_of = QSpinBox(self, minimum=LEAST, maximum=MOST, value=picture.height, suffix=self.tr(" px"))
        self.density = QDoubleSpinBox(self, minimum=1.0, maximum=4.0, value=picture.density, singleStep=0.5)
        self.density.setSuffix(self.tr(" ×"))
        self.theme = QComboBox(self)
        for name, title in (
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("screen", self.tr("As on the screen")),
        ):
            self.theme.addItem(title, name)
        self.theme.setCurrentIndex(max(0, self.theme.findData(str(context.around.choices["picture_theme"]))))
        form = QFormLayout()
        form.addRow(self.tr("&Title"), self.title)
        form.addRow(self.tr("&Width"), self.width_of)
        form.addRow(self.tr("&Height"), self.height_of)
        form.addRow(self.tr("&Density"), self.density)
        form.addRow(self.tr("Th&eme"), self.theme)
        note = QLabel(self.tr("Definition, sources and time stand below the chart."), self)
        buttons = QDialogButtonBox(self)
        self.save = buttons.addButton(self.tr("Save as …"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.copy = buttons.addButton(self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        self.copy.clicked.connect(self._copy)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(note)
        column.addWidget(buttons)

    def picture(self) -> Picture:
        """Return the picture as it was asked for."""
        return replace(
            self._picture,
            title=self.title.text(),
            width=self.width_of.value(),
            height=self.height_of.value(),
            density=self.density.value(),
            colours=theme_of(self._context.around, str(self.theme.currentData())),
        )

    def _copy(self) -> None:
        render.to_clipboard(self._chart, self.picture())
        self.accept()

    def _save(self) -> None:
        kinds = self.tr("PNG picture (*.png);;SVG drawing (*.svg)")
        path = ask_where(self, self._context.around.memory, self.windowTitle(), "chart.png", kinds)
        if path is not None and save_picture(self._context, self._chart, path, self.picture()):
            self.accept()


def save_picture(context: PanelContext, chart: QWidget, path: Path, picture: Picture) -> bool:
    """Write a picture and tell how that went."""
    try:
        render.save(chart, path, picture)
    except OSError as error:
        context.notify(
            Notice(
                "picture",
                Severity.ERROR,
                QCoreApplication.translate("export", "The picture was not written"),
                str(error),
            )
        )
        return False
    context.notify(
        Notice("picture", Severity.INFO, QCoreApplication.translate("export", "The picture was written"), str(path))
    )
    return True


class TableDialog(QDialog):
    """Which list, in which form; then a file dialog."""

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(self.tr("Export a table"))
        self.what = QComboBox(self)
        self.what.addItem(self.tr("The list as it stands"), False)
        self.what.addItem(self.tr("Its history: one row per asset, metric and period"), True)
        self.form = QComboBox(self)
        for ending, title in (("csv", "CSV"), ("xlsx", "XLSX"), ("json", "JSON"), ("parquet", "Parquet")):
            self.form.addItem(title, ending)
        self.all_lists = QCheckBox(self.tr("&All lists"), self)
        self.comma = QCheckBox(self.tr("Decimal &comma (CSV)"), self)
        form = QFormLayout()
        form.addRow(self.tr("&What"), self.what)
        form.addRow(self.tr("&Form"), self.form)
        form.addRow("", self.all_lists)
        form.addRow("", self.comma)
        buttons = QDialogButtonBox(self)
        self.save = buttons.addButton(self.tr("Save as …"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(buttons)

    def request(self, path: Path) -> ask.ExportTable:
        """Return what is asked of the program."""
        chosen = self._context.selection.list_id
        return ask.ExportTable(
            str(path),
            str(self.form.currentData()),
            ("*",) if self.all_lists.isChecked() else (chosen,) if chosen else (),
            bool(self.what.currentData()),
            decimal="," if self.comma.isChecked() else ".",
            overwrite=True,  # the file dialog has asked
        )

    def _save(self) -> None:
        form = str(self.form.currentData())
        kinds = f"{self.form.currentText()} (*.{form})"
        path = ask_where(self, self._context.around.memory, self.windowTitle(), f"watchlist.{form}", kinds)
        if path is not None:
            write(self._context, self.request(path))
            self.accept()


def write(context: PanelContext, request: ask.ExportTable | ask.MakeReport) -> None:
    """Have a file written; what became of it is told when it is done."""
    title = QCoreApplication.translate("export", "The file was not written")

    def done(written: Written) -> None:
        text = f"{written.path} ({written.size:,} B)"
        context.notify(
            Notice("export", Severity.INFO, QCoreApplication.translate("export", "The file was written"), text)
        )

    context.around.hub.ask(request, done, partial(_failed, context, title))


def _failed(context: PanelContext, title: str, error: WatchlistError) -> None:
    context.notify(Notice("export", Severity.WARNING, title, str(error)))
