"""The messages of this session again, newest first, also those that were dismissed."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from watchlist.ui.dialogs.text_view import TextView
from watchlist.ui.notifications import Notices, severity_name


class NoticesDialog(TextView):
    """Follows the channel of messages while it is open."""

    def __init__(self, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent, searchable=True)
        self.setWindowTitle(self.tr("Messages"))
        self.sentence.setText(self.tr("Messages of this session, newest first"))
        self._notices = notices
        notices.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show the messages as they are now."""
        locale = QLocale()
        lines = []
        for when, notice in reversed(self._notices.history):
            moment = locale.toString(when.time(), QLocale.FormatType.ShortFormat)
            lines.append(f"{moment}  {severity_name(notice.severity)}: {notice.title}")
            if notice.body:
                lines.append(f"    {notice.body}")
        self.text.setPlainText("\n".join(lines) or self.tr("No messages so far"))
