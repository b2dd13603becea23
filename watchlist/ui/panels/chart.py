"""The chart: price above participation on one time axis. Asks for what it shows, draws it, computes nothing.

Each pane is a key: ``price``, ``volume`` or a metric selector. The selection says which network, which variant and as
known when. A pane has its main curve and may have more beside it: means, a second axis, the same of other networks.
"""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QInputDialog, QMenu, QVBoxLayout, QWidget

from watchlist.domain import requests as ask
from watchlist.domain.figures import Missing
from watchlist.domain.instants import Instant
from watchlist.domain.messages import DataChanged, FiguresChanged, FiringsChanged
from watchlist.domain.network import SeriesKey
from watchlist.metrics.catalog import METRICS, parse_selector
from watchlist.ui.alerts.chart_levels import ChartLevels
from watchlist.ui.chart import colours, rolling, traces
from watchlist.ui.chart.content import Mark, PaneContent
from watchlist.ui.chart.stack import ChartStack
from watchlist.ui.chart.valueaxis import Scale, Unit, unit_of
from watchlist.ui.panels.chart_head import ChartHead
from watchlist.ui.panels.chart_marks import ANNOTATIONS, CALENDAR, ChartMarks
from watchlist.ui.panels.chart_plan import MEANS, PRICE, VOLUME, ChartPlan, is_metric
from watchlist.ui.panels.metric_menu import fill_metric_menu
from watchlist.ui.words import metric_text, why_empty

if TYPE_CHECKING:
    from watchlist.domain.figures import MetricSeries
    from watchlist.domain.network import Network
    from watchlist.domain.series import Candles, Points
    from watchlist.ui.panels.context import PanelContext

MAIN = "main"
NEAR = 9
"""So many pixels around the pointer, a note of the user's is meant."""


def _ignored(_error: Exception) -> None:
    """What stands beside a main curve is left away where it cannot be had; the main curve says why it is missing."""


class ChartPanel(QWidget):
    """Signals: ready(): the first network is drawn."""

    ready = Signal()

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._hub = context.around.hub
        self.plan = ChartPlan()
        self._contents: dict[str, PaneContent] = {}
        self._parts: dict[str, dict[str, traces.Trace]] = {}
        self._networks: dict[str, Network] = {}
        self._shown = ""
        self._spans: dict[str, dict[str, Any]] = {}
        self._turn = 0
        self._waiting: set[str] = set()
        theme = context.around.theme
        self.head = ChartHead(context, self)
        self.stack = ChartStack(
            self, colours=colours.of(theme.colours), zone=str(context.around.choices["time_zone"]) or "UTC"
        )
        self.marks = ChartMarks(context, self)
        self.marks.changed.connect(self._refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.stack, 1)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.setObjectName("chart-reload")
        self._later.timeout.connect(self.reload)
        self._painting = QTimer(self, singleShot=True, interval=0)
        self._painting.setObjectName("chart-parts")
        self._painting.timeout.connect(self._refresh)
        selection = context.selection
        for signal in (selection.network_changed, selection.as_known_on_changed, selection.variant_changed):
            signal.connect(self._later.start)
        selection.time_changed.connect(self._follow_time)
        theme.changed.connect(self._dress)
        self.head.candles_wanted.connect(self._switch_candles)
        self.head.volume_wanted.connect(lambda on: (self.add_pane if on else self.remove_pane)(VOLUME))
        self.head.metric_wanted.connect(self.add_metric)
        self.head.mean_wanted.connect(lambda days: self.switch_mean(PRICE, days))
        self.head.other_wanted.connect(self._switch_other)
        self.stack.metric_dropped.connect(self._dropped)
        self.stack.menu_wanted.connect(self._menu)
        self.stack.view_changed.connect(lambda start, end: selection.select_time((int(start), int(end))))
        self._levels = ChartLevels(context, self)
        self._levels.changed.connect(self._refresh)
        self.stack.threshold_dropped.connect(self._levels.dropped)
        self.setFocusProxy(self.stack)
        self._hub.changed.connect(self._hear)
        self._hub.ask(ask.ShippedNetworks(), self._know)

    def _know(self, networks: tuple[Network, ...]) -> None:
        self._networks = {network.id: network for network in networks}
        self._later.start()

    def _ask_networks(self) -> None:
        def offer(networks: tuple[Network, ...]) -> None:
            self._networks |= {network.id: network for network in networks}
            self.head.offer_others([(one.id, one.name) for one in networks], self.plan.others)

        self._hub.ask(ask.Networks(), offer, _ignored)

    # Asking

    @Slot()
    def reload(self) -> None:
        """Ask for everything that the panes show."""
        network = self._context.selection.network
        self._remember_span()
        self.head.show_network(self._networks.get(network), network)
        self.head.show_plan(self.plan)
        if not network:
            self.stack.set_panes([])
            return
        self._turn += 1
        turn = self._turn
        self._contents = {key: self._content(key) for key in self.plan.panes}
        self._parts = {key: {} for key in self.plan.panes}
        self._waiting = set(self.plan.panes)
        for key in self.plan.panes:
            self._ask_pane(network, key, turn)
        self.marks.ask(network)
        for key in self.plan.panes:
            self._ask_beside(network, key, turn)
        self._ask_networks()

    def _ask_pane(self, network: str, key: str, turn: int) -> None:
        known = self._context.selection.as_known_on
        series = SeriesKey(network, "price.usd")
        if key == PRICE:
            if self.plan.candles:
                self._hub.ask(ask.CandlesOf(series), partial(self._show_candles, turn), _ignored)
            self._hub.ask(ask.PointsOf(series, as_known_on=known), partial(self._show_price, turn))
        elif key == VOLUME:
            self._hub.ask(ask.CandlesOf(series), partial(self._show_volume, turn))
        else:
            failed = partial(self._fail, turn, key)
            self._hub.ask(ask.Metric(network, key), partial(self._show_metric, turn, key), failed)

    def _ask_beside(self, network: str, key: str, turn: int) -> None:
        """Ask for what stands beside a pane's main curve."""
        selection = self._context.selection
        if key not in (PRICE, VOLUME) and selection.variant == "filtered" and "+" not in key:
            request = ask.Metric(network, f"{key}+filtered")
            self._hub.ask(request, partial(self._show_pair, turn, key), _ignored)
        for selector in self.plan.second.get(key, ()):
            self._hub.ask(ask.Metric(network, selector), partial(self._show_second, turn, key, selector), _ignored)
        for other in self.plan.others:
            if other == network or key == VOLUME:
                continue
            if key == PRICE:
                request_points = ask.PointsOf(SeriesKey(other, "price.usd"), as_known_on=selection.as_known_on)
                self._hub.ask(request_points, partial(self._show_other_price, turn, other), _ignored)
            else:
                self._hub.ask(ask.Metric(other, key), partial(self._show_other, turn, key, other), _ignored)

    # Showing

    def _content(self, key: str) -> PaneContent:
        network = self._networks.get(self._context.selection.network)
        if key == PRICE:
            content = PaneContent(PRICE, self.tr("Price, US dollars"), scale=Scale.LINEAR, stretch=4)
        elif key == VOLUME:
            content = PaneContent(VOLUME, self.tr("Volume, US dollars"), scale=Scale.LINEAR, stretch=2)
        else:
            entry = METRICS.get(parse_selector(key).key)
            definition = metric_text(entry.definition) if entry is not None else ""
            content = PaneContent(key, _title(key), definition=definition)
        content.simulated = network is not None and network.simulated
        content.as_known_on = self._context.selection.as_known_on if key == PRICE else None
        return content

    def _show_price(self, turn: int, points: Points) -> None:
        if turn != self._turn:
            return
        if not len(points):
            self._settle(turn, PRICE, self._why_no_price())
            return
        title = self._name_of(self._context.selection.network) if self.plan.others else self.tr("Price")
        trace = traces.of_points(points, PRICE, title, Unit.USD)
        parts = self._parts[PRICE]
        parts.setdefault(MAIN, trace)
        self._add_means(PRICE, trace)
        self._settle(turn, PRICE, "")

    def _show_candles(self, turn: int, candles: Candles | None) -> None:
        if turn == self._turn and candles is not None and len(candles.starts):
            self._put(turn, PRICE, MAIN, traces.of_candles(candles, PRICE, self.tr("Price")))

    def _show_volume(self, turn: int, candles: Candles | None) -> None:
        if turn != self._turn:
            return
        trace = None
        if candles is not None and len(candles.starts):
            trace = traces.volume_of(candles, VOLUME, self.tr("Volume"))
        if trace is not None:
            self._parts[VOLUME][MAIN] = trace
        self._settle(turn, VOLUME, "" if trace is not None else self.tr("No source gives the volume of this asset."))

    def _show_metric(self, turn: int, key: str, series: MetricSeries) -> None:
        if turn != self._turn:
            return
        if not len(series):
            self._settle(turn, key, self._why(series.missing))
            return
        trace = traces.of_metric(series, key, _title(key), _unit(key), 1 + self.plan.panes.index(key))
        if self.plan.others:
            trace = replace(trace, title=f"{trace.title}, {self._name_of(series.network)}")
        self._parts[key].setdefault(MAIN, trace)
        self._add_means(key, trace)
        self._settle(turn, key, "")

    def _show_pair(self, turn: int, key: str, series: MetricSeries) -> None:
        main = self._parts.get(key, {}).get(MAIN) if turn == self._turn else None
        if main is not None and len(series):
            self._put(turn, key, MAIN, traces.paired(main, series, self.tr("filtered")))

    def _show_second(self, turn: int, key: str, selector: str, series: MetricSeries) -> None:
        if turn == self._turn and len(series):
            colour = 3 + len(self._parts[key])
            trace = traces.of_metric(series, f"{key}|{selector}", _title(selector), _unit(selector), colour)
            self._put(turn, key, selector, replace(trace, second_axis=True, thin=True))

    def _show_other(self, turn: int, key: str, other: str, series: MetricSeries) -> None:
        if turn == self._turn and len(series):
            trace = traces.of_metric(
                series, f"{key}|{other}", self._name_of(other), _unit(key), self._colour(key, other)
            )
            self._put(turn, key, f"net:{other}", replace(trace, low=None, high=None, thin=True))

    def _show_other_price(self, turn: int, other: str, points: Points) -> None:
        if turn == self._turn and len(points):
            key = f"{PRICE}|{other}"
            trace = traces.of_points(points, key, self._name_of(other), Unit.USD, self._colour(PRICE, other))
            self._put(turn, PRICE, f"net:{other}", trace)

    def _add_means(self, key: str, trace: traces.Trace) -> None:
        for days in self.plan.means.get(key, ()):
            curve = trace.curve
            mean = rolling.rolling_days(curve.x.astype("int64"), curve.y, days)
            title = self.tr("{days}-day mean").format(days=days)
            colour = trace.colour + 2 + MEANS.index(days)
            made = traces.of_arrays(curve.x, mean, f"{key}|mean{days}", title, trace.unit, colour)
            self._parts[key][f"mean{days}"] = replace(made, thin=True)

    def _put(self, turn: int, key: str, part: str, trace: traces.Trace) -> None:
        if turn == self._turn and key in self._parts:
            self._parts[key][part] = trace
            self._painting.start()

    def _fail(self, turn: int, key: str, error: Exception) -> None:
        self._settle(turn, key, str(error))

    def _settle(self, turn: int, key: str, message: str) -> None:
        """A pane's main question is answered; all are painted together when the last one is."""
        if turn != self._turn or key not in self._contents:
            return
        self._contents[key].message = message
        self._waiting.discard(key)
        if not self._waiting:
            self._painting.stop()
            self._refresh()
            self._recall_span()
            self.ready.emit()

    @Slot()
    def _refresh(self) -> None:
        if self._waiting or not self._contents:
            return
        for key, content in self._contents.items():
            parts = self._parts[key]
            main = [parts[MAIN]] if MAIN in parts else []
            content.thresholds = self._levels.of(self._context.selection.network, key)
            content.traces = [*main, *(trace for part, trace in parts.items() if part != MAIN)]
        top = PRICE if PRICE in self._contents else next(iter(self._contents))
        self._contents[top].marks = self.marks.all()
        self.stack.set_panes([self._contents[one] for one in self.plan.panes if one in self._contents])

    def _why_no_price(self) -> str:
        network = self._networks.get(self._context.selection.network)
        if network is not None and not network.series:
            return self.tr("No source of a price is known for this network.")
        if self._context.selection.as_known_on is not None:
            return self.tr("No price was known by then.")
        return self._why(Missing.NOT_READ)

    def _why(self, reason: Missing) -> str:
        return why_empty(reason, offline=bool(self._context.around.choices["offline"]))

    def _name_of(self, network: str) -> str:
        known = self._networks.get(network)
        return known.name if known is not None else network

    def _colour(self, key: str, other: str) -> int:
        return 1 + self.plan.panes.index(key) + 1 + self.plan.others.index(other)

    # Time

    def _remember_span(self) -> None:
        if self._shown and self._shown != self._context.selection.network and self.stack.panes:
            state = self.stack.state()
            self._spans[self._shown] = {"range": state["range"], "span": state["span"]}

    def _recall_span(self) -> None:
        network = self._context.selection.network
        if network == self._shown:
            return
        first, self._shown = not self._shown, network
        kept = self._spans.get(network)
        if kept is None or first:
            return
        span = kept.get("span")
        if isinstance(kept.get("range"), str) and kept["range"]:
            self.stack.set_range(kept["range"])
        elif isinstance(span, list) and len(span) == 2:
            self.stack.show_span(float(span[0]), float(span[1]))

    @Slot(object)
    def _follow_time(self, span: tuple[int, int] | None) -> None:
        """Show the span that another window chose; the own one is there already."""
        view = self.stack.view
        if span is not None and self.stack.panes and (int(view.start), int(view.end)) != span:
            self.stack.show_span(float(span[0]), float(span[1]))

    # Changing

    def add_metric(self, text: str) -> None:
        """Open a pane for a metric; one that is open already stays."""
        key = text.strip()
        if is_metric(key):
            self.add_pane(key)

    def add_pane(self, key: str) -> None:
        """Open a pane; the volume stands under the price, others at the end."""
        if key not in self.plan.panes:
            at = self.plan.panes.index(PRICE) + 1 if key == VOLUME and PRICE in self.plan.panes else None
            self.plan.panes.insert(len(self.plan.panes) if at is None else at, key)
            self.reload()

    def remove_pane(self, key: str) -> None:
        """Close a pane; the last one stays."""
        if key in self.plan.panes and len(self.plan.panes) > 1:
            self.plan.panes.remove(key)
            self.reload()

    def move_pane(self, key: str, by: int) -> None:
        """Put a pane further up or down."""
        at = self.plan.panes.index(key) if key in self.plan.panes else -1
        if at >= 0 and 0 <= at + by < len(self.plan.panes):
            self.plan.panes.insert(at + by, self.plan.panes.pop(at))
            self.reload()

    def switch_mean(self, key: str, days: int) -> None:
        """Draw a rolling mean beside a pane's curve, or no longer."""
        _switch(self.plan.means.setdefault(key, []), days)
        self.reload()

    def switch_second(self, key: str, selector: str) -> None:
        """Draw a metric on a pane's second axis, or no longer."""
        if is_metric(selector) and selector != key:
            _switch(self.plan.second.setdefault(key, []), selector)
            self.reload()

    def compare_with(self, networks: list[str]) -> None:
        """Draw other networks beside this one; prices are indexed to 100 at the left edge."""
        chosen = self._context.selection.network
        self.plan.others = [one for one in dict.fromkeys(networks) if one != chosen]
        self._index_prices()
        self.reload()

    def _switch_other(self, network: str) -> None:
        if not network:
            self.plan.others = []
        else:
            _switch(self.plan.others, network)
        self._index_prices()
        self.reload()

    def _index_prices(self) -> None:
        pane = self.stack.pane(PRICE)
        if pane is None:
            return
        scale = pane.content.scale
        if self.plan.others and scale in (Scale.LINEAR, Scale.LOG):
            pane.set_scale(Scale.INDEXED)
        elif not self.plan.others and scale is Scale.INDEXED:
            pane.set_scale(Scale.LINEAR)

    def _dropped(self, pane: str, text: str) -> None:
        """A metric dropped on a pane goes on its second axis, one dropped below opens a pane."""
        if pane and pane != text.strip():
            self.switch_second(pane, text.strip())
        else:
            self.add_metric(text)

    def reset_view(self) -> None:
        """Show everything again."""
        self.stack.reset()

    def _switch_candles(self, on: bool) -> None:
        self.plan.candles = on
        self.reload()

    # Commands

    def open_metric_menu(self) -> None:
        """Open the menu of metrics."""
        self.head.add.showMenu()

    def explain(self) -> None:
        """Say what the number of the pane is that was used last."""
        chosen = self.stack.chosen
        self._open_card(chosen if is_metric(chosen) else "price.last")

    def close_pane(self) -> None:
        """Close the pane that was used last."""
        self.remove_pane(self.stack.chosen)

    def annotate(self) -> None:
        """Write a note at the crosshair, or at the present where it is nowhere."""
        cursor = self.stack.axis.cursor_at
        self._write(ANNOTATIONS, int(cursor) if cursor is not None else time.time_ns() // 1000)

    def _write(self, table: str, instant: Instant) -> None:
        title = self.tr("Note in the chart") if table == ANNOTATIONS else self.tr("Event in the chart")
        text, good = QInputDialog.getText(self, title, self.tr("Text"))
        if good and text.strip():
            self.marks.write(table, instant, text.strip())

    def _rewrite(self, mark: Mark) -> None:
        text, good = QInputDialog.getText(self, self.tr("Change the text"), self.tr("Text"), text=mark.text)
        if good:
            self.marks.rewrite(mark, text.strip())

    def _menu(self, pane: str, instant: float, value: float, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Alert at this value …"), partial(self._levels.alert_at, pane, value))
        menu.addAction(self.tr("Write a note here …"), partial(self._write, ANNOTATIONS, int(instant)))
        menu.addAction(self.tr("Add an event here …"), partial(self._write, CALENDAR, int(instant)))
        reach = NEAR * self.stack.view.width / max(1, self.stack.width())
        for mark in self.marks.written_near(instant, reach):
            menu.addAction(self.tr("Change “{text}” …").format(text=mark.text), partial(self._rewrite, mark))
            menu.addAction(self.tr("Remove “{text}”").format(text=mark.text), partial(self.marks.rewrite, mark, ""))
        menu.addSeparator()
        fill_metric_menu(menu.addMenu(self.tr("Open a pane")), self.add_metric)
        fill_metric_menu(menu.addMenu(self.tr("Second axis")), partial(self.switch_second, pane))
        for selector in self.plan.second.get(pane, ()):
            title = self.tr("Take {metric} off the second axis").format(metric=_title(selector))
            menu.addAction(title, partial(self.switch_second, pane, selector))
        means = menu.addMenu(self.tr("Rolling mean"))
        for days in MEANS:
            action = means.addAction(self.tr("%n day(s)", "", days), partial(self.switch_mean, pane, days))
            action.setCheckable(True)
            action.setChecked(days in self.plan.means.get(pane, ()))
        means.setEnabled(pane != VOLUME)
        menu.addSeparator()
        menu.addAction(
            self.tr("What is this number …"), partial(self._open_card, pane if is_metric(pane) else "price.last")
        )
        at = self.plan.panes.index(pane) if pane in self.plan.panes else 0
        menu.addAction(self.tr("Pane further up"), partial(self.move_pane, pane, -1)).setEnabled(at > 0)
        down = menu.addAction(self.tr("Pane further down"), partial(self.move_pane, pane, 1))
        down.setEnabled(at < len(self.plan.panes) - 1)
        menu.addAction(self.tr("Close this pane"), partial(self.remove_pane, pane)).setEnabled(len(self.plan.panes) > 1)
        menu.addSeparator()
        menu.addAction(self.tr("Show everything"), self.stack.reset)
        menu.popup(place)

    def _open_card(self, selector: str) -> None:
        from watchlist.ui.dialogs.metric_card import MetricCard  # noqa: PLC0415 - dialogs are made when wanted

        network = self._context.selection.network
        card = MetricCard(self._context, network, self._name_of(network), selector, self)
        card.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        card.open()

    @Slot()
    def _dress(self) -> None:
        self.stack.set_colours(colours.of(self._context.around.theme.colours))

    @Slot(object)
    def _hear(self, message: object) -> None:
        shown = {self._context.selection.network, "", *self.plan.others}
        if isinstance(message, DataChanged | FiguresChanged | FiringsChanged) and message.network in shown:
            self._later.start()

    # Remembering

    def save_state(self) -> dict[str, Any]:
        """Return panes, what is beside them, and the views of all networks."""
        state = self.stack.state()
        spans = dict(self._spans)
        if self._shown:
            spans[self._shown] = {"range": state["range"], "span": state["span"]}
        return {**self.plan.as_json(), "view": state, "spans": spans}

    def restore_state(self, kept: dict[str, Any]) -> None:
        """Take over panes and views as far as they still exist."""
        self.plan = ChartPlan.from_json(kept)
        spans = kept.get("spans")
        if isinstance(spans, dict):
            self._spans = {str(key): one for key, one in spans.items() if isinstance(one, dict)}
        self.head.show_plan(self.plan)
        self.stack.restore(kept.get("view") or {})


def _title(selector: str) -> str:
    entry = METRICS.get(parse_selector(selector).key)
    if entry is None:
        return selector
    rest = selector[len(entry.key) :].strip("@+").replace("stream:", "").replace("+", ", ")
    title = metric_text(entry.title)
    return f"{title} ({rest})" if rest else title


def _unit(selector: str) -> Unit:
    entry = METRICS.get(parse_selector(selector).key)
    return unit_of(entry.unit.value) if entry is not None else Unit.NUMBER


def _switch(these: list[Any], one: object) -> None:
    if one in these:
        these.remove(one)
    else:
        these.append(one)
