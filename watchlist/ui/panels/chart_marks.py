"""What stands on the price beside its curve: firings, the user's notes and events, values set aside, divergence and
hollow growth. Keeps what was answered, says when it changed, draws nothing.
"""

from __future__ import annotations

import uuid
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from watchlist.domain import requests as ask
from watchlist.domain.messages import ListsChanged
from watchlist.ui.chart.content import Mark, MarkKind
from watchlist.ui.models.watch_flags import FAR
from watchlist.ui.panels.watch_edits import DocumentEdit

if TYPE_CHECKING:
    from watchlist.domain.answers import Json
    from watchlist.domain.figures import MetricSeries
    from watchlist.domain.firings import Firing
    from watchlist.domain.series import Quarantined
    from watchlist.ui.panels.context import PanelContext

ANNOTATIONS = "annotations"
CALENDAR = "calendar"
PRICE = "price.usd"


class ChartMarks(QObject):
    """Signals: changed()."""

    changed = Signal()

    def __init__(self, context: PanelContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._hub = context.around.hub
        self._network = ""
        self._turn = 0
        self._parts: dict[str, list[Mark]] = {}
        self._papers: dict[str, dict[str, Json]] = {ANNOTATIONS: {}, CALENDAR: {}}
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.setObjectName("chart-marks")
        self._telling.timeout.connect(self.changed)
        self._hub.changed.connect(self._hear)
        for table in self._papers:
            self._ask_papers(table)

    def ask(self, network: str) -> None:
        """Ask for everything about a network."""
        self._turn += 1
        if network != self._network:
            self._parts = {}
        self._network = network
        turn = self._turn
        self._hub.ask(ask.Firings(network=network), partial(self._show_firings, turn), _nothing)
        self._hub.ask(ask.QuarantinedPoints(network), partial(self._show_quarantined, turn), _nothing)
        for metric in ("divergence", "hollow"):
            self._hub.ask(ask.Metric(network, metric), partial(self._show_runs, turn, metric), _nothing)

    def all(self) -> list[Mark]:
        """Return the marks of the network, oldest first."""
        found = [mark for part in self._parts.values() for mark in part]
        for table, kind in ((ANNOTATIONS, MarkKind.ANNOTATION), (CALENDAR, MarkKind.EVENT)):
            for key, entry in self._papers[table].items():
                at = entry.get("at")
                if entry.get("network") == self._network and isinstance(at, int):
                    found.append(Mark(kind, at, str(entry.get("text", "")), id=f"{table}:{key}"))
        return sorted(found, key=lambda mark: mark.instant)

    def written_near(self, instant: float, reach: float) -> list[Mark]:
        """Return the user's own notes and events near an instant."""
        return [mark for mark in self.all() if ":" in mark.id and abs(mark.instant - instant) <= reach]

    def write(self, table: str, instant: int, text: str) -> None:
        """Add a note or an event; can be undone."""
        entry: Json = {"network": self._network, "at": instant, "text": text}
        self._edit(self.tr("Write into the chart"), table, uuid.uuid4().hex[:8], entry)

    def rewrite(self, mark: Mark, text: str) -> None:
        """Change the text of a note or event, or remove it where the text is empty; can be undone."""
        table, _, key = mark.id.partition(":")
        old = self._papers.get(table, {}).get(key)
        if old is not None:
            self._edit(self.tr("Change a mark"), table, key, {**old, "text": text} if text else None)

    def _edit(self, title: str, table: str, key: str, value: Json | None) -> None:
        before = {key: self._papers[table].get(key)}
        self._context.selection.edits.push(DocumentEdit(title, self._hub, table, before, {key: value}))

    def _ask_papers(self, table: str) -> None:
        def know(entries: dict[str, Json]) -> None:
            self._papers[table] = entries
            self._telling.start()

        self._hub.ask(ask.Documents(table), know, _nothing)

    def _show_firings(self, turn: int, firings: tuple[Firing, ...]) -> None:
        self._put(turn, "firings", [Mark(MarkKind.FIRING, one.came_true, one.sentence, id=one.id) for one in firings])

    def _show_quarantined(self, turn: int, points: tuple[Quarantined, ...]) -> None:
        marks = [
            Mark(MarkKind.QUARANTINED, one.instant, one.reason, one.value)
            for one in points
            if one.key.name == PRICE and not one.decision
        ]
        self._put(turn, "quarantined", marks)

    def _show_runs(self, turn: int, metric: str, series: MetricSeries) -> None:
        """Mark the first period of each run in which the metric says so."""
        values = series.values
        says = np.abs(values) >= FAR if metric == "divergence" else values > 0
        says = says & series.complete & ~np.isnan(values)
        first = np.flatnonzero(says & ~np.concatenate([[False], says[:-1]]))
        ends = series.ends()
        marks: list[Mark] = []
        for at in first:
            if metric == "hollow":
                mark = Mark(MarkKind.HOLLOW, int(ends[at]), self.tr("Growth without people who stay"))
            else:
                ahead = self.tr("Price runs ahead of participation")
                behind = self.tr("Price lags behind participation")
                mark = Mark(MarkKind.DIVERGENCE, int(ends[at]), ahead if values[at] > 0 else behind)
            marks.append(mark)
        self._put(turn, metric, marks)

    def _put(self, turn: int, part: str, marks: list[Mark]) -> None:
        if turn == self._turn and marks != self._parts.get(part, []):
            self._parts[part] = marks
            self._telling.start()

    def _hear(self, message: object) -> None:
        if isinstance(message, ListsChanged) and message.what in self._papers:
            self._ask_papers(message.what)


def _nothing(_error: Exception) -> None:
    """What cannot be asked leaves no mark; its own panel says why."""
