"""Cohorts: the heat map of who stayed, retention by age, and how long participants last."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSplitter, QTabWidget

from watchlist.domain import requests as ask
from watchlist.domain.findings import CohortMatrix, SurvivalCurve
from watchlist.domain.periods import Grain
from watchlist.ui.chart.curves import RetentionCurves, Survival
from watchlist.ui.chart.heatmap import HeatMap
from watchlist.ui.panels.network_panel import NetworkPanel

if TYPE_CHECKING:
    from watchlist.ui.chart.colours import ChartColours
    from watchlist.ui.panels.context import PanelContext


class CohortsPanel(NetworkPanel):
    """The map on the left, curves on the right."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.grain = QComboBox(self)
        self.grain.setAccessibleName(self.tr("Length of a cohort"))
        self.grain.addItem(self.tr("Weekly cohorts"), Grain.WEEK.value)
        self.grain.addItem(self.tr("Monthly cohorts"), Grain.MONTH.value)
        self.grain.currentIndexChanged.connect(self.refresh)
        self.bar.insertWidget(1, self.grain)
        self.map = HeatMap(self)
        self.curves = RetentionCurves(self)
        self.survival = Survival(self)
        side = QTabWidget(self)
        side.setDocumentMode(True)
        side.setAccessibleName(self.tr("Curves"))
        side.addTab(self.curves, self.tr("Retention by age"))
        side.addTab(self.survival, self.tr("Lifetime"))
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.map)
        split.addWidget(side)
        split.setSizes([640, 460])
        split.setChildrenCollapsible(False)
        self.body.addWidget(split)

    def load(self, network: str) -> None:
        """Ask for the matrix and the curve."""
        grain = Grain(self.grain.currentData())
        variant = self.context.selection.variant
        self.question(ask.Detail(network, "retention.matrix", self.whose, grain, variant), self._show_matrix)
        self.question(ask.Detail(network, "survival.curve", self.whose, Grain.WEEK, variant), self._show_survival)

    def dress(self, found: ChartColours) -> None:
        """Follow the theme."""
        for one in (self.map, self.curves, self.survival):
            one.set_colours(found)

    def _show_matrix(self, found: object) -> None:
        matrix = cast("CohortMatrix", found)
        self.map.simulated = self.curves.simulated = self.survival.simulated = self.is_simulated
        self.map.show_table(matrix)
        self.curves.show_matrix(matrix)
        if matrix.left_out:
            self.note.setText(
                self.tr(
                    "{n} participants were there before reading began: their age is unknown, they are in no cohort."
                ).format(n=f"{matrix.left_out:,}")
            )

    def _show_survival(self, found: object) -> None:
        self.survival.show_curve(cast("SurvivalCurve", found))
