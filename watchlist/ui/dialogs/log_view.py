"""The end of the program's log; keys were removed when it was written and are removed once more when it is shown."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from watchlist.ui.around import Around
from watchlist.ui.dialogs.text_view import TextView


class LogView(TextView):
    """Shows the newest lines each time it is opened."""

    def __init__(self, around: Around, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, searchable=True)
        self.setWindowTitle(self.tr("Log"))
        self._around = around
        self.sentence.setText(self.tr("Keys are removed. The files lie in {folder}").format(folder=around.log_folder))
        again = QPushButton(self.tr("Read again"), self)
        again.setAutoDefault(False)
        again.clicked.connect(self.read)
        self.buttons.addButton(again, QDialogButtonBox.ButtonRole.ActionRole)

    def showEvent(self, event: object) -> None:
        """Read the log each time the view is opened."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.read()

    def read(self) -> None:
        """Show the newest lines."""
        try:
            self.text.setPlainText(self._around.read_log())
        except OSError as error:
            self.text.setPlainText(self.tr("The log cannot be read: {reason}").format(reason=error.strerror or error))
        self.text.moveCursor(QTextCursor.MoveOperation.End)
