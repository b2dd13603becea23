"""Patterns of manufactured activity: what was found, why, and what could not be checked. A pattern is no verdict."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSplitter, QVBoxLayout, QWidget

from watchlist.domain import requests as ask
from watchlist.domain.pattern_findings import Indicator, Level, PatternReport
from watchlist.ui.models.plain_table import PlainCell, PlainColumn, PlainRow, PlainView
from watchlist.ui.panels.network_panel import NetworkPanel
from watchlist.ui.theme import SPACING
from watchlist.ui.words import Format, number

if TYPE_CHECKING:
    from watchlist.ui.panels.context import PanelContext


class PatternsPanel(NetworkPanel):
    """Indicators on the left, groups on the right, what was not checked below."""

    has_roles = False

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        density = str(context.around.choices["density"])
        self.level = QComboBox(self)
        self.level.setAccessibleName(self.tr("How strict"))
        titles = {
            Level.LOOSE: self.tr("Loose: marks the fewest"),
            Level.NORMAL: self.tr("Normal"),
            Level.STRICT: self.tr("Strict: marks the most"),
        }
        for level, title in titles.items():
            self.level.addItem(title, level.value)
        self.level.setCurrentIndex(max(0, self.level.findData(str(context.around.choices["pattern_level"]))))
        self.level.currentIndexChanged.connect(self._choose_level)
        self.bar.insertWidget(0, self.level)
        self.indicators = PlainView(
            (
                PlainColumn(self.tr("Pattern"), widest="back and forth"),
                PlainColumn(self.tr("Groups"), right=True, widest="10,000"),
                PlainColumn(self.tr("Participants"), right=True, widest="1,000,000"),
                PlainColumn(self.tr("Of all"), right=True, widest="100.0 %"),
            ),
            density,
            self.tr("Patterns found"),
            self,
        )
        self.groups = PlainView(
            (
                PlainColumn(self.tr("Pattern"), widest="back and forth"),
                PlainColumn(self.tr("Members"), right=True, widest="1,000,000"),
                PlainColumn(self.tr("Why"), widest="0" * 60),
                PlainColumn(self.tr("Stream"), widest="verify.attestation"),
            ),
            density,
            self.tr("Marked groups"),
            self,
        )
        self.unchecked = QLabel(self)
        self.unchecked.setWordWrap(True)
        self.unchecked.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.unchecked.setContentsMargins(SPACING.normal, SPACING.small, SPACING.normal, SPACING.small)
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.groups, 1)
        column.addWidget(self.unchecked)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.indicators)
        split.addWidget(right)
        split.setSizes([380, 720])
        split.setChildrenCollapsible(False)
        self.body.addWidget(split)

    def load(self, network: str) -> None:
        """Ask for the report."""
        self.question(ask.Detail(network, "patterns"), self._show)

    def _choose_level(self) -> None:
        self.context.around.choices.change({"pattern_level": str(self.level.currentData())})
        self.refresh()

    def _show(self, found: object) -> None:
        report = cast("PatternReport", found)
        times = Counter(group.indicator for group in report.groups)
        rows: list[PlainRow] = []
        for indicator in Indicator:
            marked = len(report.marked_by(indicator))
            share = marked / report.checked if report.checked else None
            rows.append(
                PlainRow(
                    (
                        PlainCell(indicator.value),
                        PlainCell(f"{times[indicator]:,}" if times[indicator] else "", times[indicator]),
                        PlainCell(f"{marked:,}" if marked else "", marked),
                        PlainCell(number(share, Format.SHARE) if marked else "", share or 0.0),
                    ),
                    indicator,
                )
            )
        self.indicators.show_rows(rows)
        self.groups.show_rows(
            [
                PlainRow(
                    (
                        PlainCell(group.indicator.value),
                        PlainCell(f"{len(group):,}", len(group)),
                        PlainCell(group.reason),
                        PlainCell(group.stream),
                    ),
                    group,
                )
                for group in sorted(report.groups, key=len, reverse=True)
            ]
        )
        share = report.share()
        self.note.setText(
            self.tr("{marked} of {checked} participants show a pattern ({share}).").format(
                marked=f"{len(report.marked):,}", checked=f"{report.checked:,}", share=number(share, Format.SHARE)
            )
        )
        digits = [
            self.tr("First digits of {stream}: distance {distance} from Benford's law, p = {p}, n = {n}.").format(
                stream=one.stream, distance=f"{one.distance:.3f}", p=f"{one.p_value:.3g}", n=f"{one.n:,}"
            )
            for one in report.notes
        ]
        missing = [
            f"{one.indicator.value}: {one.reason}" + (f" ({one.stream})" if one.stream else "")
            for one in report.unchecked
        ]
        text = [self.tr("Not checked:"), *missing] if missing else []
        self.unchecked.setText("\n".join([*digits, *text]))
