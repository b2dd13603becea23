"""The status bar: how the sources are doing, what is being worked on, and what went wrong last."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QProgressBar, QStatusBar, QToolButton, QWidget

from watchlist.domain.fetches import GOOD, Outcome, SourceState
from watchlist.domain.messages import Progress
from watchlist.ui.theme import SPACING

TELLS_RATE_AFTER = 2.0  # seconds


class SourceButton(QToolButton):
    """Sums up all sources in a few words; a click lists them.

    Signals:
        wanted(): the user wants the page of sources.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoRaise(True)
        self.setToolTip(self.tr("How the data sources are doing"))
        self._menu = QMenu(self)
        self.clicked.connect(self._pop_up)
        self._states: tuple[SourceState, ...] = ()
        self._offline = False
        self.show_states((), offline=False)

    def show_states(self, states: tuple[SourceState, ...], *, offline: bool) -> None:
        """Show the state of every source."""
        self._states, self._offline = states, offline
        used = [one for one in states if one.enabled and one.last_try is not None]
        troubled = [one for one in used if one.outcome not in GOOD and one.outcome is not Outcome.CANCELLED]
        if offline:
            text = self.tr("Offline: data as last pulled")
        elif not used:
            text = self.tr("Sources: nothing pulled yet")
        elif troubled:
            text = self.tr("Sources: {good} good, {troubled} in trouble").format(
                good=len(used) - len(troubled), troubled=len(troubled)
            )
        else:
            text = self.tr("Sources: all %n good", "", len(used))
        self.setText(text)

    def _pop_up(self) -> None:
        """Open the list above the button, at the edge of the window."""
        self._fill()
        size = self._menu.sizeHint()
        corner = self.mapToGlobal(self.rect().topRight())
        self._menu.popup(QPoint(corner.x() - size.width(), corner.y() - size.height()))

    def _fill(self) -> None:
        self._menu.clear()
        for one in self._states:
            if one.enabled and one.last_try is not None:
                name = str(one.outcome) if one.outcome else ""
                words = f"{one.title}: {one.note or name}"
                self._menu.addAction(words.replace("&", "&&")).setEnabled(False)
        if self._menu.isEmpty():
            self._menu.addAction(self.tr("No source has been asked yet")).setEnabled(False)
        self._menu.addSeparator()
        page = QAction(self.tr("Open the page of sources"), self._menu)
        page.triggered.connect(self.wanted)
        self._menu.addAction(page)


class JobView(QWidget):
    """One long piece of work: title, how far, rate and time left, and a button that stops it."""

    def __init__(self, cancel: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs: dict[str, Progress] = {}
        self._started: dict[str, tuple[float, int]] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING.small)
        self.label = QLabel(self)
        self.bar = QProgressBar(self)
        self.bar.setFixedWidth(140)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(10)
        self.bar.setAccessibleName(self.tr("Progress"))
        stop = QToolButton(self)
        stop.setText(self.tr("Stop"))
        stop.setAutoRaise(True)
        stop.clicked.connect(cancel)
        for widget in (self.label, self.bar, stop):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def take(self, progress: Progress) -> bool:
        """Show a job's progress; return whether any work goes on."""
        if progress.over:
            self._jobs.pop(progress.job, None)
            self._started.pop(progress.job, None)
        else:
            self._jobs[progress.job] = progress
            self._started.setdefault(progress.job, (time.monotonic(), progress.done))
        self._show()
        return bool(self._jobs)

    def _show(self) -> None:
        self.setVisible(bool(self._jobs))
        if not self._jobs:
            return
        newest = next(reversed(self._jobs.values()))
        words = newest.title
        if len(self._jobs) > 1:
            words = self.tr("{title} and %n more", "", len(self._jobs) - 1).format(title=newest.title)
        if newest.total:
            self.bar.setRange(0, 1000)
            self.bar.setValue(min(1000, newest.done * 1000 // newest.total))
        else:
            self.bar.setRange(0, 0)
        self.label.setText(" · ".join(part for part in (words, self._pace(newest)) if part))

    def _pace(self, progress: Progress) -> str:
        began, first = self._started[progress.job]
        spent = time.monotonic() - began
        rate = (progress.done - first) / spent if spent > TELLS_RATE_AFTER else 0.0
        if rate <= 0:
            return ""
        locale = QLocale()
        shown = locale.toString(rate, "f", 0 if rate >= 10 else 1)
        pace = self.tr("{rate} {unit} per second").format(rate=shown, unit=progress.unit)
        if not progress.total:
            return pace
        left = max(0.0, (progress.total - progress.done) / rate)
        if left < 90:
            remaining = self.tr("%n second(s) left", "", round(left))
        else:
            remaining = self.tr("%n minute(s) left", "", round(left / 60))
        return f"{pace} · {remaining}"


def build_status(bar: QStatusBar, cancel: Callable[[], object]) -> tuple[SourceButton, JobView]:
    """Put the parts into the status bar of a window."""
    bar.setSizeGripEnabled(False)
    sources, jobs = SourceButton(bar), JobView(cancel, bar)
    bar.addPermanentWidget(jobs)
    bar.addPermanentWidget(sources)
    return sources, jobs
