"""Control: how the activity is spread, who holds most of it, and what changes without one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from watchlist.domain import requests as ask
from watchlist.domain.answers import Participant
from watchlist.domain.lens_findings import ConcentrationFinding, Spread
from watchlist.domain.periods import Grain
from watchlist.ui.chart.spread import Lorenz
from watchlist.ui.models.plain_table import PlainCell, PlainColumn, PlainRow, PlainView
from watchlist.ui.panels.network_panel import NetworkPanel
from watchlist.ui.theme import SPACING
from watchlist.ui.words import DASH, Format, number

if TYPE_CHECKING:
    from watchlist.ui.chart.colours import ChartColours
    from watchlist.ui.panels.context import PanelContext


class ControlPanel(NetworkPanel):
    """Measures and the Lorenz curve on the left, participants on the right."""

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.by = QComboBox(self)
        self.by.setAccessibleName(self.tr("Counted by"))
        self.by.addItem(self.tr("By events"), "events")
        self.by.addItem(self.tr("By amounts"), "amounts")
        self.by.currentIndexChanged.connect(self._show)
        self.bar.insertWidget(1, self.by)
        self.measures = QLabel(self)
        self.measures.setTextFormat(Qt.TextFormat.RichText)
        self.measures.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.measures.setContentsMargins(SPACING.normal, SPACING.small, SPACING.normal, 0)
        self.curve = Lorenz(self)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.measures)
        column.addWidget(self.curve, 1)
        self.table = PlainView(
            (
                PlainColumn(self.tr("Participant"), widest="0x0000000000000000"),
                PlainColumn(self.tr("Label"), widest="exchange or bridge"),
                PlainColumn(self.tr("Events"), right=True, widest="1,000,000"),
                PlainColumn(self.tr("Share"), right=True, widest="100.0 %"),
                PlainColumn(self.tr("Amount"), right=True, widest="1,000,000,000"),
                PlainColumn(self.tr("Share of amount"), right=True, widest="100.0 %"),
            ),
            str(context.around.choices["density"]),
            self.tr("Largest participants of the last 28 complete days"),
            self,
        )
        self.table.table.colour_of = lambda: context.around.theme.colours
        self.exclude = QPushButton(self.tr("Leave out of the numbers"), self)
        self.include = QPushButton(self.tr("Put back"), self)
        self.exclude.clicked.connect(lambda: self._exclude(back=False))
        self.include.clicked.connect(lambda: self._exclude(back=True))
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setContentsMargins(SPACING.small, SPACING.tiny, SPACING.small, SPACING.tiny)
        row.addWidget(self.exclude)
        row.addWidget(self.include)
        row.addStretch(1)
        column.addLayout(row)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([460, 640])
        split.setChildrenCollapsible(False)
        self.body.addWidget(split)
        self._found: ConcentrationFinding | None = None

    def load(self, network: str) -> None:
        """Ask for the spread and the largest participants."""
        request = ask.Detail(
            network, "concentration.gini", self.whose, Grain.ROLLING_28, self.context.selection.variant
        )
        self.question(request, self._take)
        self.question(ask.Participants(network, self.whose, 200), self._show_participants)

    def dress(self, found: ChartColours) -> None:
        """Follow the theme."""
        self.curve.set_colours(found)

    def _take(self, found: object) -> None:
        self._found = cast("ConcentrationFinding", found)
        self._show()

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        side = found.events if self.by.currentData() == "events" else found.amounts
        self.curve.simulated = self.is_simulated
        if side.holdings is None:
            self.measures.setText(self.why(side.missing) or DASH)
            self.curve.show_curves(())
            return
        self.measures.setText(self._measured(side))
        title = self.by.currentText()
        self.curve.show_curves([(title, side.population, side.held)], side.holdings.gini)

    def _measured(self, side: Spread) -> str:
        held = side.holdings
        if held is None:
            return ""
        third, half, most = (number(float(count), Format.COUNT) for count in held.nakamoto)
        rows = (
            (self.tr("Participants"), number(float(held.n), Format.COUNT)),
            (self.tr("Nakamoto coefficient at 33 / 50 / 67 %"), f"{third} / {half} / {most}"),
            (self.tr("Largest one"), number(held.top_1, Format.SHARE)),
            (self.tr("Ten largest"), number(held.top_10, Format.SHARE)),
            (self.tr("Gini"), number(held.gini, Format.RATIO)),
            (self.tr("HHI"), number(held.hhi, Format.NUMBER)),
            (self.tr("Effective number"), number(held.effective, Format.RATIO)),
            (self.tr("Effective number / head count"), number(held.evenness, Format.SHARE)),
        )
        cells = "".join(
            f"<tr><td>{title}&nbsp;&nbsp;</td><td align='right'><b>{text}</b></td></tr>" for title, text in rows
        )
        return f"<table cellspacing='3'>{cells}</table>"

    def _show_participants(self, found: tuple[Participant, ...]) -> None:
        self.table.show_rows(
            [
                PlainRow(
                    (
                        PlainCell(_short(one.name), tip=one.name, colour="muted" if one.excluded else ""),
                        PlainCell(one.label or (self.tr("left out") if one.excluded else "")),
                        PlainCell(f"{one.events:,}", one.events),
                        PlainCell(number(one.event_share, Format.SHARE), one.event_share),
                        PlainCell(number(one.amount, Format.COUNT), one.amount or 0.0),
                        PlainCell(number(one.amount_share, Format.SHARE), one.amount_share or 0.0),
                    ),
                    one,
                )
                for one in found
            ]
        )

    def _exclude(self, *, back: bool) -> None:
        names = tuple(cast("Participant", item).name for item in self.table.chosen())
        if names:
            network = self.context.selection.network
            self.question(ask.Exclude(network, names, self.tr("left out by you"), back), lambda _none: self.refresh())


def _short(name: str) -> str:
    return f"{name[:8]}…{name[-6:]}" if len(name) > 22 else name
