"""The chart: price above participation on one time axis. Asks for what it shows, draws it, computes nothing.

Each pane is a key: ``price`` or a metric selector. The selection says which network, which variant and as known when.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from watchlist.domain import requests as ask
from watchlist.domain.messages import DataChanged, FiguresChanged, FiringsChanged
from watchlist.domain.network import SeriesKey
from watchlist.metrics.catalog import METRICS, parse_selector
from watchlist.ui.alerts.chart_levels import ChartLevels
from watchlist.ui.chart import colours, traces
from watchlist.ui.chart.content import Mark, MarkKind, PaneContent
from watchlist.ui.chart.stack import ChartStack
from watchlist.ui.chart.valueaxis import Scale, Unit, unit_of
from watchlist.ui.panels.chart_head import ChartHead
from watchlist.ui.panels.metric_menu import fill_metric_menu
from watchlist.ui.words import metric_text, missing_text

if TYPE_CHECKING:
    from watchlist.domain.figures import MetricSeries
    from watchlist.domain.firings import Firing
    from watchlist.domain.network import Network
    from watchlist.domain.series import Candles, Points
    from watchlist.ui.panels.context import PanelContext

PRICE = "price"
DEFAULT = (PRICE, "retention.w4", "verification.rate", "recurring.3of4", "quality")


def _ignored(_error: Exception) -> None:
    """A metric without a filtered variant has its raw line alone."""


class ChartPanel(QWidget):
    """Signals: ready(): the first network is drawn."""

    ready = Signal()

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._hub = context.around.hub
        self._keys: list[str] = list(DEFAULT)
        self._contents: dict[str, PaneContent] = {}
        self._networks: dict[str, Network] = {}
        self._turn = 0
        self._waiting = 0
        self._candles = False
        self._firings: tuple[Firing, ...] = ()
        theme = context.around.theme
        self.head = ChartHead(context, self)
        self.stack = ChartStack(
            self, colours=colours.of(theme.colours), zone=str(context.around.choices["time_zone"]) or "UTC"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.stack, 1)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.setObjectName("chart-reload")
        self._later.timeout.connect(self.reload)
        selection = context.selection
        for signal in (selection.network_changed, selection.as_known_on_changed, selection.variant_changed):
            signal.connect(self._later.start)
        theme.changed.connect(self._dress)
        self.head.candles_wanted.connect(self._switch_candles)
        self.head.metric_wanted.connect(self.add_metric)
        self.stack.metric_dropped.connect(lambda _pane, text: self.add_metric(text))
        self.stack.menu_wanted.connect(self._menu)
        self._levels = ChartLevels(context, self)
        self._levels.changed.connect(self._show_levels)
        self.stack.threshold_dropped.connect(self._levels.dropped)
        self._hub.changed.connect(self._hear)
        self._hub.ask(ask.ShippedNetworks(), self._know)

    def _know(self, networks: tuple[Network, ...]) -> None:
        self._networks = {network.id: network for network in networks}
        self._later.start()

    # Asking

    @Slot()
    def reload(self) -> None:
        """Ask for everything that the panes show."""
        network = self._context.selection.network
        self.head.show_network(self._networks.get(network), network)
        if not network:
            self.stack.set_panes([])
            return
        self._turn += 1
        turn = self._turn
        self._contents = {key: self._content(key) for key in self._keys}
        self._waiting = len(self._keys)
        known = self._context.selection.as_known_on
        self._hub.ask(ask.Firings(network=network), self._show_firings)
        for key in self._keys:
            if key == PRICE:
                series = SeriesKey(network, "price.usd")
                if self._candles:
                    self._hub.ask(ask.CandlesOf(series), partial(self._show_candles, turn))
                self._hub.ask(ask.PointsOf(series, as_known_on=known), partial(self._show_price, turn))
            else:
                self._ask_metric(network, key, turn)

    def _ask_metric(self, network: str, key: str, turn: int) -> None:
        selection = self._context.selection

        def show(series: MetricSeries) -> None:
            self._show_metric(turn, key, series)

        def failed(error: Exception) -> None:
            self._fill(turn, key, [], str(error))

        self._hub.ask(ask.Metric(network, key), show, failed)
        if selection.variant == "filtered" and "+" not in key:
            self._hub.ask(ask.Metric(network, f"{key}+filtered"), partial(self._show_pair, turn, key), _ignored)

    # Showing

    def _content(self, key: str) -> PaneContent:
        network = self._networks.get(self._context.selection.network)
        simulated = network is not None and network.simulated
        if key == PRICE:
            content = PaneContent(PRICE, self.tr("Price, US dollars"), scale=Scale.LINEAR, stretch=4)
        else:
            entry = METRICS.get(parse_selector(key).key)
            title = metric_text(entry.title) if entry is not None else key
            content = PaneContent(key, title, definition=metric_text(entry.definition) if entry is not None else "")
        content.simulated = simulated
        content.as_known_on = self._context.selection.as_known_on
        return content

    def _show_price(self, turn: int, points: Points) -> None:
        if turn != self._turn or self._contents[PRICE].traces:
            return
        if not len(points):
            self._fill(turn, PRICE, [], self._why_no_price())
            return
        self._fill(turn, PRICE, [traces.of_points(points, PRICE, self.tr("Price"), Unit.USD)], "")

    def _show_candles(self, turn: int, candles: Candles | None) -> None:
        if turn != self._turn or candles is None or not len(candles.starts):
            return
        found = [traces.of_candles(candles, PRICE, self.tr("Price"))]
        self._contents[PRICE].traces = found
        self._refresh()

    def _show_metric(self, turn: int, key: str, series: MetricSeries) -> None:
        entry = METRICS.get(parse_selector(key).key)
        unit = unit_of(entry.unit.value) if entry is not None else Unit.NUMBER
        title = metric_text(entry.title) if entry is not None else key
        if not len(series):
            self._fill(turn, key, [], missing_text(series.missing))
            return
        self._fill(turn, key, [traces.of_metric(series, key, title, unit, 1 + self._keys.index(key))], "")

    def _show_pair(self, turn: int, key: str, series: MetricSeries) -> None:
        content = self._contents.get(key)
        if turn != self._turn or content is None or not content.traces or not len(series):
            return
        content.traces = [traces.paired(content.traces[0], series, self.tr("filtered")), *content.traces[1:]]
        self._refresh()

    def _fill(self, turn: int, key: str, found: list[traces.Trace], message: str) -> None:
        if turn != self._turn or key not in self._contents:
            return
        content = self._contents[key]
        content.traces, content.message = found, message
        self._waiting -= 1
        if self._waiting <= 0:
            self._mark_firings()
            self.stack.set_panes([self._contents[one] for one in self._keys])
            self.ready.emit()

    def _refresh(self) -> None:
        if self._waiting <= 0:
            self.stack.set_panes([self._contents[one] for one in self._keys])

    def _show_firings(self, firings: tuple[Firing, ...]) -> None:
        self._firings = firings
        self._mark_firings()
        self._refresh()

    def _show_levels(self) -> None:
        if self._contents:
            self._mark_firings()
            self._refresh()

    def _mark_firings(self) -> None:
        for key, pane in self._contents.items():
            pane.thresholds = self._levels.of(self._context.selection.network, key)
        content = self._contents.get(PRICE)
        if content is not None:
            content.marks = [Mark(MarkKind.FIRING, one.came_true, one.sentence, id=one.id) for one in self._firings]

    def _why_no_price(self) -> str:
        network = self._networks.get(self._context.selection.network)
        if network is not None and not network.series:
            return self.tr("No source of a price is known for this network.")
        return self.tr("No price was pulled yet. Press F5 to pull it now.")

    # Changing

    def add_metric(self, text: str) -> None:
        """Open a pane for a metric; one that is open already stays."""
        key = text.strip()
        if key and key not in self._keys:
            self._keys.append(key)
            self.reload()

    def remove_pane(self, key: str) -> None:
        """Close a pane; the last one stays."""
        if key in self._keys and len(self._keys) > 1:
            self._keys.remove(key)
            self.reload()

    def reset_view(self) -> None:
        """Show everything again."""
        self.stack.reset()

    def _switch_candles(self, on: bool) -> None:
        self._candles = on
        self.reload()

    def _menu(self, pane: str, _instant: float, value: float, place: QPoint) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Alert at this value …"), partial(self._levels.alert_at, pane, value))
        fill_metric_menu(menu.addMenu(self.tr("Add a metric")), self.add_metric)
        if pane != PRICE:
            menu.addAction(self.tr("What is this number …"), partial(self._open_card, pane))
        remove = menu.addAction(self.tr("Close this pane"), lambda: self.remove_pane(pane))
        remove.setEnabled(len(self._keys) > 1)
        menu.addSeparator()
        menu.addAction(self.tr("Show everything"), self.stack.reset)
        menu.exec(place)

    def _open_card(self, selector: str) -> None:
        from watchlist.ui.dialogs.metric_card import MetricCard  # noqa: PLC0415 - dialogs are made when wanted

        network = self._context.selection.network
        known = self._networks.get(network)
        card = MetricCard(self._context, network, known.name if known is not None else network, selector, self)
        card.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card.open()

    @Slot()
    def _dress(self) -> None:
        self.stack.set_colours(colours.of(self._context.around.theme.colours))

    @Slot(object)
    def _hear(self, message: object) -> None:
        network = self._context.selection.network
        if isinstance(message, DataChanged | FiguresChanged | FiringsChanged) and message.network in (network, ""):
            self._later.start()

    # Remembering

    def save_state(self) -> dict[str, Any]:
        """Return panes and view."""
        return {"panes": self._keys, "candles": self._candles, "view": self.stack.state()}

    def restore_state(self, kept: dict[str, Any]) -> None:
        """Take over panes and view as far as they still exist."""
        panes = [str(key) for key in kept.get("panes", ()) if key == PRICE or str(key).split("@")[0] in METRICS]
        if panes:
            self._keys = panes
        self._candles = bool(kept.get("candles", False))
        self.head.set_candles(self._candles)
        self.stack.restore(kept.get("view") or {})
