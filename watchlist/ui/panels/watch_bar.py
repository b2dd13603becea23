"""The line above the watchlist: words to filter by, and states that must or must not hold as chips. Filters nothing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from watchlist.ui.models.watch_filter import STATES, Filter
from watchlist.ui.theme import SPACING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction


class FilterBar(QWidget):
    """Signals: changed(Filter)."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._states: dict[str, bool] = {}
        self._chips: list[QToolButton] = []
        self.text = QLineEdit(self, clearButtonEnabled=True)
        self.text.setPlaceholderText(self.tr("Filter, for example: -simulated"))
        self.text.setToolTip(self.tr("Words that must occur; a word with a minus in front must not"))
        self.text.setAccessibleName(self.tr("Filter the list"))
        self.text.setMinimumWidth(120)
        self.text.setMaximumWidth(260)
        self.text.textChanged.connect(self._tell)
        self.button = QToolButton(self, autoRaise=True)
        self.button.setText(self.tr("State"))
        self.button.setToolTip(self.tr("Show only rows in a state, or only rows that are not"))
        self.button.setAccessibleName(self.tr("Filter by state"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self.button)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.button.setMenu(menu)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACING.tiny)
        self._row.addWidget(self.button)
        self._row.addWidget(self.text, 1)

    def filter(self) -> Filter:
        """Return what is chosen."""
        return Filter(self.text.text(), dict(self._states))

    def set_filter(self, text: str, states: Mapping[str, bool]) -> None:
        """Choose words and states, and tell once."""
        self.text.blockSignals(True)
        self.text.setText(text)
        self.text.blockSignals(False)
        self._states = {key: wanted for key, wanted in states.items() if key in STATES}
        self._tell()

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for wanted, pattern in ((True, self.tr("{state}")), (False, self.tr("Not: {state}"))):
            for key, (title, _holds) in STATES.items():
                action: QAction = menu.addAction(
                    pattern.format(state=QCoreApplication.translate("states", title)),
                    partial(self._switch, key, wanted),
                )
                action.setCheckable(True)
                action.setChecked(self._states.get(key) is wanted)
            menu.addSeparator()

    def _switch(self, key: str, wanted: bool) -> None:
        if self._states.get(key) is wanted:
            del self._states[key]
        else:
            self._states[key] = wanted
        self._tell()

    def _tell(self) -> None:
        self._show_chips()
        self.changed.emit(self.filter())

    def _show_chips(self) -> None:
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.deleteLater()
        self._chips = []
        for key, wanted in self._states.items():
            state = QCoreApplication.translate("states", STATES[key][0])
            said = state if wanted else self.tr("Not: {state}").format(state=state)
            chip = QToolButton(self)
            chip.setText(f"{said}  ✕")
            chip.setToolTip(self.tr("Take this filter away"))
            chip.setAccessibleName(self.tr("Filter {state}, press to take it away").format(state=said))
            chip.clicked.connect(partial(self._switch, key, wanted))
            self._row.insertWidget(1 + len(self._chips), chip)
            self._chips.append(chip)
