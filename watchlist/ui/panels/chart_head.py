"""The line above the chart: whose chart it is, what must be known about it, and its few switches."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from watchlist.domain.instants import DAY, instant_of, iso
from watchlist.ui.panels.chart_plan import MEANS, PRICE, VOLUME, ChartPlan
from watchlist.ui.panels.metric_menu import fill_metric_menu
from watchlist.ui.theme import SCALE, SPACING

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from watchlist.domain.network import Network
    from watchlist.ui.panels.context import PanelContext


class ChartHead(QWidget):
    """Signals: candles_wanted(bool), volume_wanted(bool), metric_wanted(key), mean_wanted(days), other_wanted(network):
    another network beside this one or no longer, all of them no longer where it is empty.
    """

    candles_wanted = Signal(bool)
    volume_wanted = Signal(bool)
    metric_wanted = Signal(str)
    mean_wanted = Signal(int)
    other_wanted = Signal(str)

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
        self.volume = self._switch(self.tr("Volume"), self.tr("Show the volume in a pane of its own"))
        self.volume.toggled.connect(self.volume_wanted)
        self.means = self._drop(self.tr("Means"), self.tr("Rolling means of the price"))
        self._days: dict[int, QAction] = {}
        for days in MEANS:
            action = self.means.menu().addAction(self.tr("%n day(s)", "", days))
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, days=days: self.mean_wanted.emit(days))
            self._days[days] = action
        self.others = self._drop(self.tr("Compare"), self.tr("Draw other networks beside this one, indexed to 100"))
        self.known = self._drop(self.tr("As known on"), self.tr("Draw prices as they were known on an earlier day"))
        self._fill_known()
        self.add = self._drop(self.tr("+ Metric"), self.tr("Open a pane for another metric"))
        menu = self.add.menu()
        menu.aboutToShow.connect(lambda: fill_metric_menu(menu, self.metric_wanted.emit) if menu.isEmpty() else None)
        self.then = QLabel(self)
        self.then.setWordWrap(True)
        self.then.hide()
        row = QHBoxLayout()
        row.setSpacing(SPACING.small)
        row.addWidget(self.name)
        row.addWidget(self.facts)
        row.addStretch(1)
        row.setSpacing(SPACING.tiny)
        for button in (self.candles, self.volume, self.filtered, self.means, self.others, self.known, self.add):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACING.normal, SPACING.tiny, SPACING.small, SPACING.tiny)
        column.setSpacing(SPACING.tiny)
        column.addLayout(row)
        column.addWidget(self.warning)
        column.addWidget(self.then)
        context.selection.as_known_on_changed.connect(self._show_known)
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

    def show_plan(self, plan: ChartPlan) -> None:
        """Show the switches as they are."""
        for button, on in ((self.candles, plan.candles), (self.volume, VOLUME in plan.panes)):
            button.blockSignals(True)
            button.setChecked(on)
            button.blockSignals(False)
        for days, action in self._days.items():
            action.setChecked(days in plan.means.get(PRICE, ()))

    def offer_others(self, networks: list[tuple[str, str]], chosen: list[str]) -> None:
        """Offer the networks that can be drawn beside the present one."""
        menu = self.others.menu()
        menu.clear()
        for network, name in networks:
            if network == self._context.selection.network:
                continue
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(network in chosen)
            action.triggered.connect(lambda _on=False, network=network: self.other_wanted.emit(network))
        if not menu.actions():
            menu.addAction(self.tr("No other network is watched")).setEnabled(False)
        elif chosen:
            menu.addSeparator()
            menu.addAction(self.tr("Only this one"), lambda: self.other_wanted.emit(""))
        text = self.tr("Compare")
        self.others.setText(f"{text} ({len(chosen)})" if chosen else text)

    def _fill_known(self) -> None:
        menu = self.known.menu()
        self.calendar = QCalendarWidget(menu)
        self.calendar.setMaximumDate(QDate.currentDate())
        self.calendar.setAccessibleName(self.tr("As known on"))
        self.calendar.activated.connect(self._choose_day)
        self.calendar.clicked.connect(self._choose_day)
        holder = QWidgetAction(menu)
        holder.setDefaultWidget(self.calendar)
        menu.addAction(self.tr("As known now"), lambda: self._context.selection.select_as_known_on(None))
        menu.addAction(holder)

    def _choose_day(self, day: QDate) -> None:
        self.known.menu().close()
        end = instant_of(datetime(day.year(), day.month(), day.day(), tzinfo=UTC)) + DAY
        self._context.selection.select_as_known_on(end)

    def _show_known(self, instant: int | None) -> None:
        self.known.setChecked(instant is not None)
        self.then.setVisible(instant is not None)
        if instant is not None:
            self.then.setText(
                self.tr(
                    "Prices as they were known at the end of {day} UTC. Participation is counted from all events read "
                    "until now: events are not revised."
                ).format(day=iso(instant - DAY)[:10])
            )

    def _switch(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setCheckable(True)
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _drop(self, text: str, tip: str) -> QToolButton:
        button = self._switch(text, tip)
        button.setCheckable(False)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)
        button.setMenu(menu)
        return button

    def _dress(self) -> None:
        colours = self._context.around.theme.colours
        self.facts.setStyleSheet(f"color: {colours.muted}")
        self.then.setStyleSheet(
            f"color: {colours.info}; background: {colours.info_ground}; padding: 4px 8px; border-radius: 4px"
        )
        self.warning.setStyleSheet(
            f"color: {colours.warning}; background: {colours.warning_ground}; padding: 4px 8px; border-radius: 4px"
        )
