"""Says why the stores cannot be opened and what to do; the data stays as it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from watchlist.domain.errors import Damaged, DiskFull, Locked, TooNew, WatchlistError


def advice(error: WatchlistError) -> str:
    """Return what the user can do."""
    say = QCoreApplication.translate
    if isinstance(error, Locked):
        return say("refusal", "Another program has the data open. Close it, then start again.")
    if isinstance(error, TooNew):
        return say("refusal", "The data was written by a newer version. Start that version; nothing was changed.")
    if isinstance(error, DiskFull):
        return say("refusal", "The disk is full. Make room, then start again; nothing that was stored is lost.")
    if isinstance(error, Damaged):
        return say("refusal", "The data is damaged. Try the command doctor, or restore a backup.")
    return say("refusal", "Check the folder and its permissions, then start again.")


def show_refusal(error: WatchlistError, folder: Path, parent: QWidget) -> None:
    """Open the message and wait until it is read."""
    refusal_box(error, folder, parent).exec()


def refusal_box(error: WatchlistError, folder: Path, parent: QWidget) -> QMessageBox:
    """Return the message."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("refusal", "The data cannot be opened"))
    box.setText(advice(error))
    box.setInformativeText(f"{error}\n\n{folder}")
    return box
