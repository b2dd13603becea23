"""Home: what changed since the user last looked, what cannot be known, and what to look at again."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSplitter, QVBoxLayout, QWidget

from watchlist.domain import requests as ask
from watchlist.domain.answers import Change
from watchlist.domain.instants import DAY, Instant, iso
from watchlist.metrics.catalog import METRICS
from watchlist.ui import words
from watchlist.ui.models.plain_table import ITEM, PlainCell, PlainColumn, PlainRow, PlainView
from watchlist.ui.panels.network_panel import NetworkPanel
from watchlist.ui.theme import SCALE, SPACING

if TYPE_CHECKING:
    from watchlist.domain.answers import Json, WatchTable
    from watchlist.domain.network import Network
    from watchlist.ui.panels.context import PanelContext

LAST_VISIT = "last_visit"
THESES = "theses"
SOON = 14


class HomePanel(NetworkPanel):
    """Three tables; a double click goes to the asset."""

    has_roles = False
    has_warnings = False

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        now = time.time_ns() // 1000
        kept = context.around.memory.get(LAST_VISIT)
        self._last: Instant = int(kept) if isinstance(kept, int) else now - 7 * DAY
        context.around.memory.set(LAST_VISIT, now)
        self._watched: dict[str, Network] = {}
        self.since = QComboBox(self)
        self.since.setAccessibleName(self.tr("Since"))
        self.since.addItem(self.tr("Since your last visit"), 0)
        for days in (1, 7, 28, 90):
            self.since.addItem(self.tr("Last %n day(s)", "", days), days)
        self.since.currentIndexChanged.connect(self.refresh)
        self.bar.insertWidget(0, self.since)
        density = str(context.around.choices["density"])
        self.table = PlainView(
            (
                PlainColumn(self.tr("Asset"), widest="OpenGradient Base"),
                PlainColumn(self.tr("What"), widest="Recurring in 3 of 4 weeks"),
                PlainColumn(self.tr("Before"), right=True, widest="123,456.78"),
                PlainColumn(self.tr("Now"), right=True, widest="123,456.78"),
                PlainColumn(
                    self.tr("Unusual"), right=True, widest="100.0 ×", tip=self.tr("How many times its usual change")
                ),
                PlainColumn(self.tr("Period ended"), widest="2026-11-11 00:00"),
            ),
            density,
            self.tr("What changed"),
            self,
        )
        self.unknown = PlainView(
            (
                PlainColumn(self.tr("Asset"), widest="OpenGradient"),
                PlainColumn(self.tr("What you cannot know"), widest="0" * 40),
            ),
            density,
            self.tr("What you cannot know"),
            self,
        )
        self.review = PlainView(
            (
                PlainColumn(self.tr("Asset"), widest="OpenGradient"),
                PlainColumn(self.tr("Look again on"), widest="2026-11-11 overdue"),
                PlainColumn(self.tr("What you believe"), widest="0" * 30),
            ),
            density,
            self.tr("Theses to look at again"),
            self,
        )
        for view in (self.table, self.unknown, self.review):
            view.table.colour_of = lambda: context.around.theme.colours
            view.activated.connect(self._go)
        self.empty = self._hint()
        self.known = self._hint()
        self.none = self._hint()
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self._part(self.tr("What changed"), self.empty, self.table))
        right = QSplitter(Qt.Orientation.Vertical, split)
        right.setChildrenCollapsible(False)
        right.addWidget(self._part(self.tr("What you cannot know"), self.known, self.unknown))
        right.addWidget(self._part(self.tr("Theses to look at again"), self.none, self.review))
        split.addWidget(right)
        split.setSizes([760, 520])
        right.setSizes([300, 160])
        self.body.addWidget(split, 1)

    def _hint(self) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        label.setContentsMargins(SPACING.normal, SPACING.small, SPACING.normal, SPACING.small)
        return label

    def _part(self, title: str, hint: QLabel, view: PlainView) -> QWidget:
        part = QWidget(self)
        head = QLabel(title, part)
        font = head.font()
        font.setPointSizeF(font.pointSizeF() * SCALE["title"])
        font.setWeight(font.Weight.DemiBold)
        head.setFont(font)
        head.setContentsMargins(SPACING.normal, SPACING.small, SPACING.normal, SPACING.tiny)
        head.setBuddy(view)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(hint)
        column.addWidget(view, 1)
        column.addStretch(0)
        return part

    def load(self, network: str) -> None:
        """Ask for the changes, for what is old, and for theses."""
        days = int(self.since.currentData())
        since = time.time_ns() // 1000 - days * DAY if days else self._last
        self.note.setText(self.tr("Since {time} UTC").format(time=iso(since)[:16].replace("T", " ")))
        self.question(ask.Networks(), self._know_watched)
        self.question(ask.ChangesSince(since), self._show)
        self.question(ask.ListTable(self.context.selection.list_id), self._show_unknown)
        self.question(ask.Documents(THESES), self._show_theses)

    def _know_watched(self, networks: tuple[Network, ...]) -> None:
        self._watched = {network.id: network for network in networks}

    def _name(self, network: str) -> str:
        known = self._watched.get(network) or self.networks.get(network)
        return known.name if known is not None else network

    def _show(self, changes: tuple[Change, ...]) -> None:
        self.empty.setVisible(not changes)
        self.table.setVisible(bool(changes))
        self.empty.setText(
            self.tr("No closed period has ended since then. Press F5 to pull what is new, or look further back.")
        )
        self.table.show_rows([self._row(one) for one in changes])

    def _row(self, one: Change) -> PlainRow:
        ended = PlainCell(iso(one.at)[:16].replace("T", " "), one.at)
        if one.kind == "firing":
            said = PlainCell(one.detail, colour="error")
            name = PlainCell(self._name(one.network))
            return PlainRow(
                (name, said, PlainCell("", 0.0), PlainCell(self.tr("alert"), 0.0), PlainCell(""), ended), one
            )
        entry = METRICS.get(one.metric)
        form = words.form_of(entry.format.value) if entry is not None else words.Format.NUMBER
        up = one.after is not None and one.before is not None and one.after > one.before
        arrow = "▲ " if up else "▼ "
        return PlainRow(
            (
                PlainCell(self._name(one.network)),
                PlainCell(
                    words.metric_text(one.title), tip=words.metric_text(entry.definition) if entry is not None else ""
                ),
                PlainCell(words.number(one.before, form), one.before or 0.0),
                PlainCell(arrow + words.number(one.after, form), one.after or 0.0, colour="up" if up else "down"),
                PlainCell(self.tr("{n} ×").format(n=words.number(one.weight, words.Format.RATIO)), one.weight),
                ended,
            ),
            one,
        )

    def _show_unknown(self, table: WatchTable) -> None:
        """List what the networks do not publish, and whose data is old or was never read."""
        rows: list[PlainRow] = []
        now = table.as_of
        for row in table.rows:
            if row.updated is None:
                text = self.tr("Nothing was read yet")
                rows.append(PlainRow((PlainCell(row.name), PlainCell(text, colour="warning")), row.network))
            elif row.stale:
                text = self.tr("A part of the data is {age} old").format(age=words.age(row.oldest, now))
                rows.append(PlainRow((PlainCell(row.name), PlainCell(text, colour="warning")), row.network))
            known = self._watched.get(row.network)
            for fact in known.not_published if known is not None else ():
                said = self.tr("{text} Checked {day}.").format(text=fact.text, day=fact.checked)
                cell = PlainCell(fact.text, tip=said if fact.checked else fact.text)
                rows.append(PlainRow((PlainCell(row.name), cell), row.network))
        self.known.setVisible(not rows)
        self.known.setText(self.tr("Everything that these networks can tell has been read, and is fresh."))
        self.unknown.setVisible(bool(rows))
        self.unknown.show_rows(rows)

    def _show_theses(self, entries: dict[str, Json]) -> None:
        rows: list[tuple[str, PlainRow]] = []
        today = date.today()  # noqa: DTZ011 - a day of the user's own calendar
        for network, entry in entries.items():
            due = _day(entry.get("review"))
            text = str(entry.get("text", "")).strip()
            if due is None or not text:
                continue
            left = (due - today).days
            state = self.tr("{day} overdue") if left < 0 else self.tr("{day} soon") if left <= SOON else "{day}"
            cell = PlainCell(state.format(day=due.isoformat()), due.isoformat(), colour="warning" if left <= 0 else "")
            first = PlainCell(text.splitlines()[0], tip=text)
            rows.append((due.isoformat(), PlainRow((PlainCell(self._name(network)), cell, first), network)))
        self.none.setVisible(not rows)
        self.none.setText(
            self.tr("Write down what you believe of a network in its Thesis tab, with a day to look again.")
        )
        self.review.setVisible(bool(rows))
        self.review.show_rows([row for _due, row in sorted(rows, key=lambda pair: pair[0])])

    def _go(self, index: QModelIndex) -> None:
        item = index.data(ITEM)
        network = item.network if isinstance(item, Change) else str(cast("str", item))
        self.context.selection.select_network(network)
        self.context.open_panel("thesis" if index.model() is self.review.shown else "chart")


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None
