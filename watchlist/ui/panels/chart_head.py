"""The line above the chart: whose chart it is, what must be known about it, and its few switches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from watchlist.ui.panels.metric_menu import fill_metric_menu
from watchlist.ui.theme import SCALE, SPACING

if TYPE_CHECKING:
    from watchlist.domain.network import Network
    from watchlist.ui.panels.context import PanelContext


class ChartHead(QWidget):
    """Signals: candles_wanted(bool); metric_wanted(str): a metric key."""

    candles_wanted = Signal(bool)
    metric_wanted = Signal(str)

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.name = QLabel(self)
        font = self.name.font()
        font.setPointSizeF(font.pointSizeF() * SCALE["title"])
        font.setWeight(font.Weight.DemiBold)
        self.name.setFont(font)
        self.facts = QLabel(self)
        self.warning = QLabel(self)
        self.warning.setWordWrap(True)
        self.warning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.candles = self._switch(self.tr("Candles"), self.tr("Draw the price as candles where a source gives them"))
        self.candles.toggled.connect(self.candles_wanted)
        self.filtered = self._switch(
            self.tr("Filtered"), self.tr("Show beside each number what is left without marked patterns")
        )
        self.filtered.toggled.connect(lambda on: context.selection.select_variant("filtered" if on else "raw"))
        self.add = QToolButton(self)
        self.add.setAutoRaise(True)
        self.add.setText(self.tr("+ Metric"))
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.add)
        menu.aboutToShow.connect(lambda: fill_metric_menu(menu, self.metric_wanted.emit) if menu.isEmpty() else None)
        self.add.setMenu(menu)
        row = QHBoxLayout()
        row.setSpacing(SPACING.small)
        row.addWidget(self.name)
        row.addWidget(self.facts)
        row.addStretch(1)
        for button in (self.candles, self.filtered, self.add):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACING.normal, SPACING.tiny, SPACING.small, SPACING.tiny)
        column.setSpacing(SPACING.tiny)
        column.addLayout(row)
        column.addWidget(self.warning)
        self._dress()
        context.around.theme.changed.connect(self._dress)

    def show_network(self, network: Network | None, network_id: str) -> None:
        """Name a network, with its standing warnings."""
        self.name.setText(network.name if network is not None else network_id)
        self.facts.setText(network.symbol if network is not None else "")
        warnings = network.warnings if network is not None else ()
        self.warning.setText("\n".join(fact.text for fact in warnings[:2]))
        self.warning.setToolTip("\n\n".join(f"{fact.text} ({fact.confidence.value})" for fact in warnings))
        self.warning.setVisible(bool(warnings))

    def set_candles(self, on: bool) -> None:
        """Show the switch as it is."""
        self.candles.blockSignals(True)
        self.candles.setChecked(on)
        self.candles.blockSignals(False)

    def _switch(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setCheckable(True)
        button.setText(text)
        button.setToolTip(tip)
        return button

    def _dress(self) -> None:
        colours = self._context.around.theme.colours
        self.facts.setStyleSheet(f"color: {colours.muted}")
        self.warning.setStyleSheet(
            f"color: {colours.warning}; background: {colours.warning_ground}; padding: 4px 8px; border-radius: 4px"
        )
