"""The numbers behind the chart as a table: every period with value, interval, n and whether it is complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from watchlist.domain import requests as ask
from watchlist.domain.instants import iso
from watchlist.domain.messages import DataChanged, FiguresChanged
from watchlist.domain.network import SeriesKey
from watchlist.domain.periods import period_label
from watchlist.metrics.catalog import METRICS
from watchlist.ui import words
from watchlist.ui.models.plain_table import PlainCell, PlainColumn, PlainRow, PlainView
from watchlist.ui.theme import SPACING

if TYPE_CHECKING:
    from watchlist.domain.figures import MetricSeries
    from watchlist.domain.series import Points
    from watchlist.ui.panels.context import PanelContext

PRICE = "price.usd"
MOST = 20_000


class DataPanel(QWidget):
    """One metric or series of the selected network, newest period first."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self._context = context
        self._hub = context.around.hub
        self.what = QComboBox(self)
        self.what.setAccessibleName(self.tr("Metric"))
        self.what.addItem(self.tr("Price, US dollars"), PRICE)
        for key, entry in METRICS.items():
            if entry.function is not None:
                self.what.addItem(words.metric_text(entry.title), key)
        self.note = QLabel(self)
        bar = QHBoxLayout()
        bar.setContentsMargins(SPACING.small, SPACING.tiny, SPACING.small, SPACING.tiny)
        bar.addWidget(self.what)
        bar.addWidget(self.note, 1)
        self.view = PlainView(
            (
                PlainColumn(self.tr("Period"), widest="2026-11-11 00:00"),
                PlainColumn(self.tr("Value"), right=True, widest="1,000,000.00"),
                PlainColumn(self.tr("Low"), right=True, widest="1,000,000"),
                PlainColumn(self.tr("High"), right=True, widest="1,000,000"),
                PlainColumn(self.tr("n"), right=True, widest="1,000,000"),
                PlainColumn(self.tr("Complete"), widest="incomplete"),
                PlainColumn(self.tr("Source"), widest="geckoterminal"),
                PlainColumn(self.tr("Learnt at"), widest="2026-11-11 00:00"),
            ),
            str(context.around.choices["density"]),
            self.tr("Data behind the chart"),
            self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.view, 1)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.setObjectName("data-reload")
        self._later.timeout.connect(self.reload)
        self.what.currentIndexChanged.connect(self._later.start)
        context.selection.network_changed.connect(self._later.start)
        context.selection.as_known_on_changed.connect(self._later.start)
        self._hub.changed.connect(self._hear)
        self._later.start()

    @Slot()
    def reload(self) -> None:
        """Ask for what is chosen."""
        network = self._context.selection.network
        key = str(self.what.currentData())
        if not network:
            self.view.show_rows(())
            return
        if key == PRICE:
            known = self._context.selection.as_known_on
            self._hub.ask(ask.PointsOf(SeriesKey(network, PRICE), as_known_on=known), self._show_points)
        else:
            self._hub.ask(ask.Metric(network, key), self._show_metric)

    def _show_points(self, points: Points) -> None:
        rows: list[PlainRow] = []
        for at in range(len(points) - 1, max(-1, len(points) - 1 - MOST), -1):
            source = points.source_names[int(points.source_codes[at])]
            state = self.tr("disputed") if points.disputed[at] else "" if points.final[at] else self.tr("not final")
            rows.append(
                PlainRow(
                    (
                        PlainCell(iso(int(points.instants[at]))[:16].replace("T", " "), int(points.instants[at])),
                        PlainCell(words.number(float(points.values[at]), words.Format.PRICE), float(points.values[at])),
                        PlainCell(""),
                        PlainCell(""),
                        PlainCell(""),
                        PlainCell(state, colour="warning" if state else ""),
                        PlainCell(source),
                        PlainCell(iso(int(points.learnt_at[at]))[:16].replace("T", " "), int(points.learnt_at[at])),
                    )
                )
            )
        self.note.setText("" if rows else self.tr("No price was pulled yet."))
        self.view.show_rows(rows)

    def _show_metric(self, series: MetricSeries) -> None:
        entry = METRICS.get(str(self.what.currentData()))
        form = words.form_of(entry.format.value) if entry is not None else words.Format.NUMBER
        rows: list[PlainRow] = []
        for at in range(len(series) - 1, max(-1, len(series) - 1 - MOST), -1):
            complete = bool(series.complete[at])
            state = "" if complete else self.tr("incomplete")
            if complete and not series.enough[at]:
                state = self.tr("few")
            rows.append(
                PlainRow(
                    (
                        PlainCell(period_label(int(series.periods[at]), series.grain), int(series.periods[at])),
                        _number(series.values[at], form),
                        _number(series.low[at], form),
                        _number(series.high[at], form),
                        PlainCell(f"{int(series.n[at]):,}" if series.n[at] else "", int(series.n[at])),
                        PlainCell(state, colour="warning" if state else ""),
                        PlainCell(""),
                        PlainCell(""),
                    )
                )
            )
        offline = bool(self._context.around.choices["offline"])
        text = "" if len(series) else words.why_empty(series.missing, offline=offline)
        self.note.setText(text or (words.metric_text(entry.definition) if entry is not None else ""))
        self.note.setToolTip(words.metric_text(entry.computed) if entry is not None else "")
        self.view.show_rows(rows)

    @Slot(object)
    def _hear(self, message: object) -> None:
        if isinstance(message, DataChanged | FiguresChanged) and message.network == self._context.selection.network:
            self._later.start()


def _number(value: np.float64, form: words.Format) -> PlainCell:
    plain = float(value)
    return PlainCell(words.number(plain, form) if plain == plain else "", plain if plain == plain else float("-inf"))
