"""When a rule would have fired: its metric with the levels to drag, price below, marks in both, and plain figures.

Asks for one back-test at a time; while one is under way only the newest wish is kept, so that dragging stays smooth.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from watchlist.alerts.rules import Operand, OperandKind, Rule, Test, tests_of, to_text
from watchlist.domain import requests as ask
from watchlist.domain.instants import iso
from watchlist.ui.alerts.operands import metric_of, title_of
from watchlist.ui.chart import colours, traces
from watchlist.ui.chart.content import Mark, MarkKind, PaneContent, Threshold
from watchlist.ui.chart.stack import ChartStack
from watchlist.ui.chart.valueaxis import Unit, unit_of
from watchlist.ui.theme import SPACING
from watchlist.ui.words import MINUS, missing_text

if TYPE_CHECKING:
    from watchlist.domain.back_tests import After, BackTestReport
    from watchlist.domain.errors import WatchlistError
    from watchlist.domain.figures import MetricSeries
    from watchlist.domain.network import Network
    from watchlist.ui.panels.context import PanelContext

PRICE = "price.last"
LEVELS = ("level", "low", "high")


class Preview(QWidget):
    """The past of a rule.

    Signals: level_moved(test number, parameter, value): a level was dragged.
    """

    level_moved = Signal(int, str, float)

    def __init__(self, context: PanelContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._hub = context.around.hub
        self._rule: Rule | None = None
        self._busy = False
        self._again = False
        self._drawn: tuple[str, tuple[Operand, ...]] | None = None
        self._contents: dict[str, PaneContent] = {}
        self.report: BackTestReport | None = None
        theme = context.around.theme
        zone = str(context.around.choices["time_zone"]) or "UTC"
        self.on = QComboBox(self)
        self.on.setAccessibleName(self.tr("Preview on"))
        self.on.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.stack = ChartStack(self, colours=colours.of(theme.colours), zone=zone)
        row = QHBoxLayout()
        row.addWidget(QLabel(self.tr("When it would have fired on"), self))
        row.addWidget(self.on)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING.small)
        column.addLayout(row)
        column.addWidget(self.words)
        column.addWidget(self.stack, 1)
        self.on.currentIndexChanged.connect(lambda _at: self._ask())
        self.stack.threshold_moved.connect(self._dragged)

    def offer(self, networks: list[Network], chosen: str) -> None:
        """Offer networks to look at."""
        kept = str(self.on.currentData() or chosen)
        self.on.blockSignals(True)
        self.on.clear()
        for one in networks:
            self.on.addItem(one.name, one.id)
        at = self.on.findData(kept)
        self.on.setCurrentIndex(max(0, at))
        self.on.blockSignals(False)
        self._ask()

    def show_rule(self, rule: Rule | None, problem: str = "") -> None:
        """Show the past of a rule, or why there is none."""
        self._rule = rule
        if rule is None:
            self.report = None
            self.words.setText(problem)
            for content in self._contents.values():
                content.marks = []
            self._refresh()
            return
        self._draw_lines(rule)
        self._levels(rule)
        self._ask()

    def _ask(self) -> None:
        network = str(self.on.currentData() or "")
        if self._rule is None or not network:
            return
        if self._busy:
            self._again = True
            return
        self._draw_lines(self._rule)
        self._busy = True
        self._hub.ask(ask.BackTest(to_text(self._rule), network), self._show, self._failed)

    def _show(self, report: BackTestReport) -> None:
        self._busy = False
        self.report = report
        self.words.setText(self._said(report))
        marks = [
            Mark(
                MarkKind.FIRING if one.known_then else MarkKind.ANNOTATION,
                one.at,
                iso(one.at)[:10] if one.known_then else self.tr("not with what was known then"),
                id=str(one.at),
            )
            for one in report.firings
        ]
        for content in self._contents.values():
            content.marks = marks
        self._refresh()
        if self._again:
            self._again = False
            self._ask()

    def _failed(self, error: WatchlistError) -> None:
        self._busy = False
        self.report = None
        self.words.setText(str(error))
        if self._again:
            self._again = False
            self._ask()

    # Lines

    def _draw_lines(self, rule: Rule) -> None:
        network = str(self.on.currentData() or "")
        operands = tuple(dict.fromkeys(test.operand for test in tests_of(rule.when)))
        if (network, operands) == self._drawn or not network:
            return
        self._drawn = (network, operands)
        metrics = [one.text for one in operands if one.kind is OperandKind.METRIC and metric_of(one) is not None][:3]
        self._contents = {}
        for key in dict.fromkeys((*metrics, PRICE)):
            content = PaneContent(key, title_of(Operand(text=key)), stretch=3 if key in metrics else 2)
            self._contents[key] = content
            self._hub.ask(ask.Metric(network, key), partial(self._line, self._drawn, key), lambda _error: None)
        self._levels(rule)
        self._refresh()

    def _line(self, drawn: object, key: str, series: MetricSeries) -> None:
        content = self._contents.get(key)
        if drawn != self._drawn or content is None:
            return
        entry = metric_of(Operand(text=key))
        if not len(series):
            content.message = missing_text(series.missing)
        elif entry is not None:
            unit = Unit.USD if key == PRICE else unit_of(entry.unit.value)
            colour = 0 if key == PRICE else 1 + list(self._contents).index(key)
            content.traces = [traces.of_metric(series, key, entry.title, unit, colour)]
        self._refresh()

    def _levels(self, rule: Rule) -> None:
        for content in self._contents.values():
            content.thresholds = []
        for at, test in enumerate(tests_of(rule.when)):
            pane = self._contents.get(test.operand.text)
            if pane is not None:
                pane.thresholds += _thresholds(at, test)
        first = tests_of(rule.when)[0]
        pane = self._contents.get(first.operand.text)
        if rule.timing.recovery is not None and pane is not None:
            pane.thresholds.append(Threshold("recovery", rule.timing.recovery, self.tr("Over at")))

    def _dragged(self, _pane: str, key: str, value: float) -> None:
        place, _, name = key.partition(":")
        self.level_moved.emit(int(place) if place.isdigit() else -1, name or key, value)

    def _refresh(self) -> None:
        self.stack.set_panes(list(self._contents.values()))

    # Words

    def _said(self, report: BackTestReport) -> str:
        if not report.periods:
            return self.tr("There is no data of this yet, so nothing can be said about the past.")
        first, last = iso(report.first or 0)[:10], iso(report.last or 0)[:10]
        count = len(report.firings)
        lines = [
            "<b>"
            + self.tr("%n time(s)", "", count)
            + "</b> "
            + self.tr("in {periods} periods from {first} to {last}").format(
                periods=QLocale().toString(report.periods), first=first, last=last
            )
        ]
        if report.median_distance_days is not None:
            lines.append(self.tr("usually {days} days apart").format(days=f"{report.median_distance_days:.0f}"))
        if report.longest_silence_days is not None:
            lines.append(self.tr("longest silence {days} days").format(days=f"{report.longest_silence_days:.0f}"))
        soon, of = report.recovered_soon
        if of:
            lines.append(self.tr("{soon} of {of} over within 2 periods").format(soon=soon, of=of))
        unknown = sum(not one.known_then for one in report.firings)
        if unknown:
            lines.append(self.tr("%n of them not with what was known then", "", unknown))
        if report.not_judged:
            lines.append(self.tr("%n period(s) without enough data", "", report.not_judged))
        text = " · ".join(lines)
        if report.after:
            text += "<br>" + self.tr("Afterwards (past, not promise):") + " "
            text += " · ".join(self._after(one) for one in report.after)
        if report.too_noisy:
            text += "<br>" + self.tr("It would have been paused as too noisy. Give it a recovery level or a cooldown.")
        return text

    def _after(self, one: After) -> str:
        what = self.tr("price") if one.what == "price" else self.tr("metric")
        return self.tr("{what} {days} d later {median} ({low} … {high}, n = {n})").format(
            what=what,
            days=one.days,
            median=_percent(one.median),
            low=_percent(one.low),
            high=_percent(one.high),
            n=one.n,
        )


def _thresholds(at: int, test: Test) -> list[Threshold]:
    return [Threshold(f"{at}:{name}", test.numbers[name], "") for name in LEVELS if name in test.numbers]


def _percent(share: float) -> str:
    return f"{share * 100:+.1f}\u2009%".replace("-", MINUS)
