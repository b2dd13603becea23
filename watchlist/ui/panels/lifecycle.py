"""Lifecycle: who came, stayed, returned and left in each period, and the quick ratio."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QComboBox

from watchlist.domain import requests as ask
from watchlist.domain.periods import Grain
from watchlist.ui.chart.lifecycle import Lifecycle, LifecycleBars
from watchlist.ui.panels.network_panel import NetworkPanel

if TYPE_CHECKING:
    from watchlist.domain.arrays import Floats, Ints
    from watchlist.domain.figures import MetricSeries
    from watchlist.ui.chart.colours import ChartColours
    from watchlist.ui.panels.context import PanelContext

PARTS = ("growth.new", "growth.retained", "growth.resurrected", "growth.churned", "growth.quick_ratio")


class LifecyclePanel(NetworkPanel):
    """One chart of bars."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.grain = QComboBox(self)
        self.grain.setAccessibleName(self.tr("Period"))
        self.grain.addItem(self.tr("Per week"), Grain.WEEK.value)
        self.grain.addItem(self.tr("Per month"), Grain.MONTH.value)
        self.grain.currentIndexChanged.connect(self.refresh)
        self.bar.insertWidget(1, self.grain)
        self.chart = LifecycleBars(self)
        self.body.addWidget(self.chart)
        self._parts: dict[str, MetricSeries] = {}

    def load(self, network: str) -> None:
        """Ask for the five parts."""
        self._parts = {}
        grain = Grain(self.grain.currentData())
        suffix = "+filtered" if self.context.selection.variant == "filtered" else ""
        for key in PARTS:
            self.question(ask.Metric(network, self.selector(key) + suffix, grain), partial(self._take, key))

    def dress(self, found: ChartColours) -> None:
        """Follow the theme."""
        self.chart.set_colours(found)

    def _take(self, key: str, series: MetricSeries) -> None:
        self._parts[key] = series
        if len(self._parts) < len(PARTS):
            return
        base = self._parts["growth.new"]
        if not len(base):
            self.note.setText(self.why(base.missing))
        self.chart.simulated = self.is_simulated
        columns = {key: _at(self._parts[key], base.periods) for key in PARTS}
        self.chart.show_lifecycle(
            Lifecycle(
                base.grain,
                base.periods,
                columns["growth.new"],
                columns["growth.retained"],
                columns["growth.resurrected"],
                columns["growth.churned"],
                columns["growth.quick_ratio"],
                base.complete,
            )
        )


def _at(series: MetricSeries, periods: Ints) -> Floats:
    """Return a series' values at some periods, NaN where it has none."""
    found = np.full(len(periods), np.nan)
    if len(series):
        places = np.searchsorted(series.periods, periods)
        inside = places < len(series)
        same = np.zeros(len(periods), np.bool_)
        same[inside] = series.periods[places[inside]] == periods[inside]
        found[same] = series.values[places[same]]
    return found
