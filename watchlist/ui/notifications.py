"""The one channel for messages to the user: severity, a key by which a newer message replaces an older one, actions.

A message that matters stays until it is dismissed and is listed again on demand. Never opens a dialog by itself.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QDateTime, QObject, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from watchlist.domain.messages import Notice, Severity
from watchlist.ui.theme import SPACING, Theme

SHOWN = 3
KEPT = 200
INFO_SECONDS = 8
RANK = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Notices(QObject):
    """Messages of this session, newest last.

    Signals:
        changed(): what is shown changed.
        wanted(str): the user pressed a message's action; the key of an entry of the action table.
    """

    changed = Signal()
    wanted = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[str, Notice] = {}
        self.history: list[tuple[QDateTime, Notice]] = []

    def add(self, notice: Notice) -> None:
        """Show a message; it takes the place of an older one with the same key."""
        same = self._shown.pop(notice.key, None)
        self._shown[notice.key] = notice
        if self.history and same is not None and self.history[-1][1].key == notice.key:
            self.history.pop()
        self.history.append((QDateTime.currentDateTime(), notice))
        del self.history[:-KEPT]
        if notice.severity is Severity.INFO and not notice.actions:
            QTimer.singleShot(INFO_SECONDS * 1000, self, lambda: self._expire(notice))
        self.changed.emit()

    def dismiss(self, key: str) -> None:
        """Take a message off the screen; it stays in the list."""
        if self._shown.pop(key, None) is not None:
            self.changed.emit()

    def clear(self) -> None:
        """Take all messages off the screen."""
        self._shown.clear()
        self.changed.emit()

    def shown(self) -> tuple[Notice, ...]:
        """Return what is on the screen, the most severe and newest first."""
        newest = list(reversed(self._shown.values()))
        return tuple(sorted(newest, key=lambda one: -RANK[one.severity]))

    def _expire(self, notice: Notice) -> None:
        if self._shown.get(notice.key) is notice:
            self.dismiss(notice.key)


class SeverityMark(QWidget):
    """A small disc with a sign; says the severity by shape and name, not by colour alone."""

    def __init__(self, severity: Severity, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._severity = severity
        self._theme = theme
        self.setFixedSize(QSize(18, 18))
        self.setAccessibleName(severity_name(severity))
        self.setToolTip(severity_name(severity))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a disc (note), a triangle (warning) or a square (error) with its sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._severity.value))
        if self._severity is Severity.WARNING:
            painter.drawPolygon([QPointF(9, 1), QPointF(17.5, 16.5), QPointF(0.5, 16.5)])
        elif self._severity is Severity.ERROR:
            painter.drawRoundedRect(1, 1, 16, 16, 4, 4)
        else:
            painter.drawEllipse(1, 1, 16, 16)
        painter.setPen(self._theme.colour(f"{self._severity.value}_ground"))
        font = self._theme.font("small", bold=True)
        font.setPixelSize(11)
        painter.setFont(font)
        sign = "i" if self._severity is Severity.INFO else "!"
        drop = 2 if self._severity is Severity.WARNING else 0
        painter.drawText(self.rect().adjusted(0, drop, 0, drop), Qt.AlignmentFlag.AlignCenter, sign)


class Banner(QWidget):
    """One message with its actions."""

    def __init__(self, notice: Notice, notices: Notices, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACING.normal, SPACING.small, SPACING.small, SPACING.small)
        row.setSpacing(SPACING.small)
        row.addWidget(SeverityMark(notice.severity, theme, self), 0, Qt.AlignmentFlag.AlignVCenter)
        text = QLabel(self)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        text.setText(f"{notice.title}\n{notice.body}" if notice.body else notice.title)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(text, 1)
        self.text = text
        for action in notice.actions:
            button = QPushButton(action.title, self)
            button.clicked.connect(lambda _checked=False, command=action.command: notices.wanted.emit(command))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        close = QToolButton(self)
        close.setText("✕")
        close.setAutoRaise(True)
        close.setAccessibleName(self.tr("Dismiss this message"))
        close.setToolTip(self.tr("Dismiss"))
        close.clicked.connect(lambda: notices.dismiss(notice.key))
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(severity_name(notice.severity))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and a bar at the leading edge in the colour of the severity."""
        painter = QPainter(self)
        name = self.notice.severity.value
        painter.fillRect(self.rect(), self._theme.colour(f"{name}_ground"))
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.fillRect(self.width() - 4 if right_to_left else 0, 0, 4, self.height(), self._theme.colour(name))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._theme.colours.border))


class BannerArea(QWidget):
    """The newest messages at the top of the window; hidden where there are none."""

    def __init__(self, notices: Notices, theme: Theme, show_all: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("banners")
        self._notices = notices
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._more = QToolButton(self)
        self._more.setAutoRaise(True)
        self._more.clicked.connect(show_all)
        self._more.hide()
        self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignHCenter)
        self._banners: list[Banner] = []
        self.setVisible(False)
        notices.changed.connect(self._follow)
        theme.changed.connect(self.update)

    def banners(self) -> tuple[Banner, ...]:
        """Return what is shown, from the top."""
        return tuple(self._banners)

    def _follow(self) -> None:
        shown = self._notices.shown()
        for banner in self._banners:
            self._column.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self._banners = [Banner(notice, self._notices, self._theme, self) for notice in shown[:SHOWN]]
        for at, banner in enumerate(self._banners):
            self._column.insertWidget(at, banner)
        more = len(shown) - SHOWN
        self._more.setVisible(more > 0)
        if more > 0:
            self._more.setText(self.tr("%n more message(s)", "", more))
        self.setVisible(bool(shown))


def severity_name(severity: Severity) -> str:
    """Return the word for a severity."""
    return {
        Severity.INFO: QCoreApplication.translate("Notices", "Note"),
        Severity.WARNING: QCoreApplication.translate("Notices", "Warning"),
        Severity.ERROR: QCoreApplication.translate("Notices", "Error"),
    }[severity]
