"""Tells of a bug: once per traceback, with everything that a report needs, and where the log lies."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from watchlist.ui.around import Around
from watchlist.ui.dialogs.text_view import TextView


class CrashDialog(TextView):
    """All crashes of this session; the program goes on."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.reports: list[str] = []
        self.sentence.setText(
            self.tr(
                "The program found an error of its own and goes on; what you stored is safe. If something looks wrong, "
                "start it again. The report below holds no keys. The log lies in {folder}"
            ).format(folder=around.log_folder)
        )
        self.copy.setText(self.tr("Copy the report"))
        self.finished.connect(lambda _result: self.reports.clear())

    def add(self, report: str) -> None:
        """Show one more report."""
        self.reports.append(report)
        self.text.setPlainText("\n\n".join(self.reports))
