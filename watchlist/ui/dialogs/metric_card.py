"""The card behind a number: what it says, how it is computed, what fools it, its n, completeness, sources and time.

Every number on the screen leads here. Computes nothing.
"""

from __future__ import annotations

import time
from html import escape
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from watchlist.domain import requests as ask
from watchlist.domain.errors import InputError
from watchlist.domain.instants import iso
from watchlist.domain.periods import period_label
from watchlist.metrics.catalog import METRICS, parse_selector
from watchlist.ui import words
from watchlist.ui.theme import SPACING

if TYPE_CHECKING:
    from watchlist.domain.answers import CoverageCell
    from watchlist.domain.errors import WatchlistError
    from watchlist.domain.fetches import SourceState
    from watchlist.domain.figures import MetricSeries
    from watchlist.metrics.catalog import Metric
    from watchlist.ui.panels.context import PanelContext


class MetricCard(QDialog):
    """Fills itself as answers arrive."""

    def __init__(
        self, context: PanelContext, network: str, name: str, selector: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._parts = {"figure": "", "words": "", "sources": ""}
        self._states: dict[str, SourceState] = {}
        self.setWindowTitle(self.tr("{network}: what is this number").format(network=name))
        self.resize(560, 560)
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setContentsMargins(SPACING.large, SPACING.large, SPACING.large, SPACING.large)
        area = QScrollArea(self)
        area.setAccessibleName(self.windowTitle())
        area.setWidgetResizable(True)
        area.setWidget(self.text)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, SPACING.small)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        self._entry = self._find(selector)
        self._parts["words"] = self._words(self._entry) if self._entry is not None else ""
        hub = context.around.hub
        hub.ask(ask.Metric(network, selector), self._show_series, self._failed)
        hub.ask(ask.SourceStates(), self._know_states)
        hub.ask(ask.Coverage(network), self._show_coverage)
        self._fill()

    def _find(self, selector: str) -> Metric | None:
        try:
            return METRICS.get(parse_selector(selector).key)
        except InputError:
            return None

    def _fill(self) -> None:
        title = escape(words.metric_text(self._entry.title)) if self._entry is not None else ""
        self.text.setText(f"<h2>{title}</h2>{self._parts['figure']}{self._parts['words']}{self._parts['sources']}")

    def _failed(self, error: WatchlistError) -> None:
        self._parts["figure"] = f"<p>{escape(str(error))}</p>"
        self._fill()

    def _show_series(self, series: MetricSeries) -> None:
        form = words.form_of(self._entry.format.value) if self._entry is not None else words.Format.NUMBER
        at = series.newest()
        if at is None:
            reason = words.missing_text(series.missing) or self.tr("no complete period yet")
            self._parts["figure"] = f"<p style='font-size:large'>{words.DASH} &nbsp; {escape(reason)}</p>"
            self._fill()
            return
        value = words.number(float(series.values[at]), form)
        lines = [self.tr("Period: {period}").format(period=period_label(int(series.periods[at]), series.grain))]
        lines.append(
            self.tr("Complete up to {time} UTC").format(time=iso(int(series.ends()[at]))[:16].replace("T", " "))
        )
        low, high = float(series.low[at]), float(series.high[at])
        if low == low and high == high:
            interval = self.tr("95 % interval: {low} … {high}")
            lines.append(interval.format(low=words.number(low, form), high=words.number(high, form)))
        if series.n[at]:
            lines.append(self.tr("n = {n}").format(n=f"{int(series.n[at]):,}"))
        if not series.enough[at]:
            lines.append(self.tr("Too few participants to rely on: shown hollow, alerts do not look at it."))
        first = int(np.flatnonzero(series.complete)[0])
        lines.append(
            self.tr("Complete since {period}").format(period=period_label(int(series.periods[first]), series.grain))
        )
        if self._entry is not None:
            lines.append(self.tr("Definition version {n}").format(n=self._entry.version))
        details = "<br>".join(escape(line) for line in lines)
        self._parts["figure"] = f"<p style='font-size:xx-large'><b>{value}</b></p><p>{details}</p>"
        self._fill()

    def _words(self, entry: Metric) -> str:
        parts = (
            (self.tr("What it says"), words.metric_text(entry.definition)),
            (self.tr("How it is computed"), words.metric_text(entry.computed)),
            (self.tr("What fools it"), words.metric_text(entry.fooled_by)),
        )
        return "".join(f"<h4>{escape(title)}</h4><p>{escape(text)}</p>" for title, text in parts if text)

    def _know_states(self, states: tuple[SourceState, ...]) -> None:
        self._states = {state.source: state for state in states}

    def _show_coverage(self, cells: tuple[CoverageCell, ...]) -> None:
        now = time.time_ns() // 1000
        lines: list[str] = []
        for cell in cells:
            if not cell.spans:
                continue
            for source in cell.sources[:1]:
                state = self._states.get(source)
                title = state.title if state is not None else source
                last = words.age(state.last_good, now) if state is not None and state.last_good else ""
                end = iso(cell.spans[-1][1])[:16].replace("T", " ")
                asked = self.tr("asked {age} ago").format(age=last) if last else ""
                parts = (cell.what, title, self.tr("read up to {time}").format(time=end), asked)
                lines.append(" · ".join(escape(part) for part in parts if part))
        thanks = {state.attribution for state in self._states.values() if state.attribution and state.last_good}
        if lines:
            credit = "".join(f"<br>{escape(one)}" for one in sorted(thanks))
            title = self.tr("What it rests on")
            self._parts["sources"] = f"<h4>{title}</h4><p>{'<br>'.join(lines)}</p><p>{credit}</p>"
            self._fill()
