"""Networks side by side: the same metrics of every asset of the list as small charts, and score against price."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

from watchlist.domain import requests as ask
from watchlist.metrics.catalog import METRICS
from watchlist.ui.chart import traces
from watchlist.ui.chart.multiples import Cell, SmallMultiples
from watchlist.ui.chart.scatter import Place, Scatter
from watchlist.ui.chart.valueaxis import Unit, unit_of
from watchlist.ui.panels.network_panel import NetworkPanel
from watchlist.ui.words import metric_text, missing_text

if TYPE_CHECKING:
    from watchlist.domain.answers import WatchTable
    from watchlist.domain.figures import Figure, MetricSeries
    from watchlist.ui.chart.colours import ChartColours
    from watchlist.ui.panels.context import PanelContext

METRIC_KEYS = ("price.last", "retention.w4", "recurring.3of4", "verification.rate", "quality")


class ComparePanel(NetworkPanel):
    """Small multiples on the left, the scatter on the right."""

    has_roles = False
    has_warnings = False

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.grid = SmallMultiples(self)
        self.grid.cell_chosen.connect(self._chosen)
        self.scatter = Scatter(
            self.tr("Coordination score against price change of 30 days"),
            self.tr("Score"),
            self.tr("Price, 30 days"),
            Unit.SCORE,
            Unit.SHARE,
            self,
        )
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.grid)
        split.addWidget(self.scatter)
        split.setSizes([740, 360])
        split.setChildrenCollapsible(False)
        self.body.addWidget(split)
        context.selection.list_changed.connect(self.refresh)
        self._cells: dict[tuple[str, str], Cell] = {}
        self._order: list[tuple[str, str]] = []

    def load(self, network: str) -> None:
        """Ask for the list, then for every line."""
        request = ask.ListTable(self.context.selection.list_id, ("score", "price.change.30d"))
        self.question(request, self._show_table)

    def dress(self, found: ChartColours) -> None:
        """Follow the theme."""
        self.grid.set_colours(found)
        self.scatter.set_colours(found)

    def _show_table(self, table: WatchTable) -> None:
        self.grid.simulated = self.scatter.simulated = any(row.simulated for row in table.rows)
        places = [
            Place(row.network, row.name, _value(row.figures.get("score")), _value(row.figures.get("price.change.30d")))
            for row in table.rows
        ]
        self.scatter.show_places(places, 50.0, 0.0)
        self._cells = {}
        self._order = [(row.network, row.name) for row in table.rows]
        for row in table.rows:
            for key in METRIC_KEYS:
                if key in METRICS:
                    self.question(ask.Metric(row.network, key), partial(self._take, row.network, row.name, key))

    def _take(self, network: str, name: str, key: str, series: MetricSeries) -> None:
        entry = METRICS[key]
        trace = None
        if len(series):
            trace = traces.of_metric(
                series, key, metric_text(entry.title), unit_of(entry.unit.value), METRIC_KEYS.index(key)
            )
        title, missing = metric_text(entry.title), missing_text(series.missing)
        self._cells[network, key] = Cell(network, name, key, title, trace, missing)
        keys = [one for one in METRIC_KEYS if one in METRICS]
        if len(self._cells) == len(self._order) * len(keys):
            self.grid.show_cells([[self._cells[one, key] for key in keys] for one, _name in self._order])

    def _chosen(self, network: str, _metric: str) -> None:
        self.context.selection.select_network(network)


def _value(figure: Figure | None) -> float:
    return float("nan") if figure is None or figure.value is None else figure.value
