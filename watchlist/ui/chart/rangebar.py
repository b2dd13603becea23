"""The row above a stack: ranges from a week to everything, an own range, measuring, scale, reset. Asks, never moves.

Signals: range_asked(key), span_asked(start, end), scale_asked(Scale), measure_asked(bool), reset_asked().
"""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QDate, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDateEdit,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from watchlist.domain.instants import DAY, datetime_of, instant_of
from watchlist.ui.chart.timeview import RANGES, TimeView
from watchlist.ui.chart.valueaxis import Scale

translate = QCoreApplication.translate

LOOK = """
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 3px 7px; }
QToolButton:hover { background: palette(midlight); }
QToolButton:checked { background: palette(highlight); color: palette(highlighted-text); }
QToolButton:focus { border: 1px solid palette(link); }
QToolButton::menu-indicator { image: none; }
"""


def range_words(key: str) -> tuple[str, str]:
    """Return the text and the description of a range's button."""
    return {
        "1W": (translate("Chart", "1W"), translate("Chart", "Last week")),
        "1M": (translate("Chart", "1M"), translate("Chart", "Last month")),
        "3M": (translate("Chart", "3M"), translate("Chart", "Last three months")),
        "6M": (translate("Chart", "6M"), translate("Chart", "Last six months")),
        "YTD": (translate("Chart", "YTD"), translate("Chart", "This year")),
        "1Y": (translate("Chart", "1Y"), translate("Chart", "Last year")),
        "All": (translate("Chart", "All"), translate("Chart", "Everything there is")),
    }[key]


def scale_words(scale: Scale) -> str:
    """Return the name of a scale."""
    return {
        Scale.LINEAR: translate("Chart", "Linear"),
        Scale.LOG: translate("Chart", "Logarithmic"),
        Scale.PERCENT: translate("Chart", "Change in %"),
        Scale.INDEXED: translate("Chart", "Indexed to 100"),
    }[scale]


class RangeBar(QWidget):
    """The row of buttons. See the module for its signals."""

    range_asked = Signal(str)
    span_asked = Signal(float, float)
    scale_asked = Signal(object)
    measure_asked = Signal(bool)
    reset_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Build the buttons once."""
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(2)
        self.setStyleSheet(LOOK)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._ranges: dict[str, QToolButton] = {}
        self._showing = False
        for key in RANGES:
            text, words = range_words(key)
            button = self._button(text, words, checkable=True)
            button.clicked.connect(lambda _=False, key=key: self.range_asked.emit(key))
            button.toggled.connect(lambda on, key=key: self._toggled(key, on))
            self._ranges[key] = button
            self._group.addButton(button)
            row.addWidget(button)
        self.own = self._button(self.tr("Dates") + " ▾", self.tr("Choose the first and the last day"))
        self.own.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.own.setMenu(self._own_menu())
        row.addWidget(self.own)
        row.addStretch(1)
        self.measure = self._button(
            self.tr("Measure"), self.tr("Measure days and change between two places (drag, or key M)"), checkable=True
        )
        self.measure.toggled.connect(self.measure_asked)
        row.addWidget(self.measure)
        self.scale = self._button(
            scale_words(Scale.LINEAR) + " ▾", self.tr("How values become heights in the chosen pane")
        )
        self.scale.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.scale)
        self._scales = {scale: menu.addAction(scale_words(scale)) for scale in Scale}
        for scale, action in self._scales.items():
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, scale=scale: self.scale_asked.emit(scale))
        self.scale.setMenu(menu)
        row.addWidget(self.scale)
        reset = self._button(self.tr("Reset"), self.tr("Show everything on automatic axes (key 0)"))
        reset.clicked.connect(self.reset_asked)
        row.addWidget(reset)

    def _toggled(self, key: str, on: bool) -> None:
        """Follow a screen reader too: it switches a button without clicking it."""
        if on and not self._showing and not self._ranges[key].isDown() and not self._ranges[key].underMouse():
            self.range_asked.emit(key)

    def show_view(self, view: TimeView) -> None:
        """Mark the button of the present range and offer its dates."""
        self._showing = True
        for key, button in self._ranges.items():
            button.setChecked(key == view.range_key)
        self._showing = False
        if abs(view.start) < 1e17:
            self._first.setDate(_date(view.start))
            self._last.setDate(_date(view.end))

    def show_scale(self, scale: Scale) -> None:
        """Name the scale of the chosen pane."""
        self.scale.setText(scale_words(scale) + " ▾")
        for one, action in self._scales.items():
            action.setChecked(one is scale)

    def _button(self, text: str, words: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.setCheckable(checkable)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setMinimumSize(QSize(34, max(26, button.fontMetrics().height() + 6)))
        return button

    def _own_menu(self) -> QMenu:
        menu = QMenu(self.own)
        box = QWidget(menu)
        column = QVBoxLayout(box)
        form = QFormLayout()
        column.addLayout(form)
        self._first, self._last = QDateEdit(box), QDateEdit(box)
        for edit in (self._first, self._last):
            edit.setCalendarPopup(True)
        form.addRow(self.tr("First day"), self._first)
        form.addRow(self.tr("Last day"), self._last)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Apply, box)
        apply = buttons.button(QDialogButtonBox.StandardButton.Apply)
        apply.setText(self.tr("Show"))
        column.addWidget(buttons)
        apply.clicked.connect(self._show_own)
        action = QWidgetAction(menu)
        action.setDefaultWidget(box)
        menu.addAction(action)
        return menu

    def _show_own(self) -> None:
        self.own.menu().close()
        ends = sorted((_instant(self._first.date()), _instant(self._last.date())))
        self.span_asked.emit(float(ends[0]), float(ends[1] + DAY))


def _date(instant: float) -> QDate:
    day = datetime_of(int(instant)).date()
    return QDate(day.year, day.month, day.day)


def _instant(date: QDate) -> int:
    return instant_of(datetime(date.year(), date.month(), date.day(), tzinfo=UTC))
