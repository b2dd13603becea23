"""Verification: what of the use was verified, by which method, how fast, by whom, and who paid."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from watchlist.domain import requests as ask
from watchlist.domain.lens_findings import VerificationFinding
from watchlist.domain.periods import Grain, period_label
from watchlist.ui.chart import traces
from watchlist.ui.chart.content import PaneContent
from watchlist.ui.chart.stack import ChartStack
from watchlist.ui.chart.valueaxis import Unit, unit_of
from watchlist.ui.models.plain_table import PlainCell, PlainColumn, PlainRow, PlainView
from watchlist.ui.panels.network_panel import NetworkPanel
from watchlist.ui.theme import SPACING
from watchlist.ui.words import DASH, Format, metric_text, number

if TYPE_CHECKING:
    from watchlist.domain.figures import MetricSeries
    from watchlist.ui.chart.colours import ChartColours
    from watchlist.ui.panels.context import PanelContext

LINES = ("verification.rate", "verification.liveness", "verification.verifiers")


class VerificationPanel(NetworkPanel):
    """Lines over time on the left, the newest complete week in parts on the right."""

    has_roles = False

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.stack = ChartStack(self)
        self._contents: dict[str, PaneContent] = {}
        self.facts = QLabel(self)
        self.facts.setTextFormat(Qt.TextFormat.RichText)
        self.facts.setWordWrap(True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts.setContentsMargins(SPACING.normal, SPACING.small, SPACING.normal, SPACING.small)
        self.methods = PlainView(
            (
                PlainColumn(self.tr("Method"), widest="TEE attestation"),
                PlainColumn(self.tr("Verifications"), right=True, widest="1,000,000"),
                PlainColumn(self.tr("Items"), right=True, widest="1,000,000"),
                PlainColumn(self.tr("Verifiers"), right=True, widest="1,000"),
                PlainColumn(self.tr("In the rate"), widest="no, a claim"),
            ),
            str(context.around.choices["density"]),
            self.tr("By method"),
            self,
        )
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.facts)
        column.addWidget(self.methods, 1)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.stack)
        split.addWidget(right)
        split.setSizes([640, 460])
        split.setChildrenCollapsible(False)
        self.body.addWidget(split)

    def load(self, network: str) -> None:
        """Ask for the lines and the parts."""
        from watchlist.metrics.catalog import METRICS  # noqa: PLC0415 - the catalog is large

        self._contents = {}
        for at, key in enumerate(LINES):
            entry = METRICS[key]

            def show(series: MetricSeries, k: str = key, t: str = metric_text(entry.title), n: int = at) -> None:
                unit = unit_of(METRICS[k].unit.value)
                self._line(k, t, unit, n, series)

            self.question(ask.Metric(network, key), show)
        self.question(ask.Detail(network, "verification.rate", grain=Grain.WEEK), self._show)

    def dress(self, found: ChartColours) -> None:
        """Follow the theme."""
        self.stack.set_colours(found)

    def _line(self, key: str, title: str, unit: Unit, place: int, series: MetricSeries) -> None:
        content = PaneContent(key, title, simulated=self.is_simulated)
        if len(series):
            content.traces = [traces.of_metric(series, key, title, unit, place)]
        else:
            content.message = self.why(series.missing)
        self._contents[key] = content
        if len(self._contents) == len(LINES):
            self.stack.set_panes([self._contents[one] for one in LINES])

    def _show(self, found: object) -> None:
        one = cast("VerificationFinding", found)

        def known(count: int) -> float | None:
            return float(count) if one.period is not None else None  # nothing read is not zero

        period = period_label(one.period, Grain.WEEK) if one.period is not None else DASH
        rows = [
            (self.tr("Newest complete week"), period),
            (self.tr("Used items"), number(one.used, Format.COUNT)),
            (self.tr("Verified items"), number(one.verified, Format.COUNT)),
            (self.tr("Verification rate"), number(one.rate, Format.SHARE)),
            (self.tr("Median latency"), _seconds(one.median_latency)),
            (self.tr("Latency, 90th percentile"), _seconds(one.slow_latency)),
            (self.tr("Linked pairs"), number(known(one.linked), Format.COUNT)),
            (self.tr("Liveness"), number(one.liveness, Format.SHARE)),
            (self.tr("Registered verifiers"), number(known(one.registered), Format.COUNT)),
        ]
        if one.payers is not None:
            rows += [
                (self.tr("Payers"), number(float(one.payers.n), Format.COUNT)),
                (self.tr("Largest payer"), number(one.payers.largest, Format.SHARE)),
                (self.tr("Paid by the payee's own cluster"), number(one.payers.self_dealing, Format.SHARE)),
            ]
        cells = "".join(
            f"<tr><td>{title}&nbsp;&nbsp;</td><td align='right'><b>{text}</b></td></tr>" for title, text in rows
        )
        gone = "".join(f"<p>{stream}: {why} {checked}</p>" for stream, why, checked in one.not_published)
        reason = f"<p>{self.why(one.missing)}</p>" if one.missing.value else ""
        self.facts.setText(f"<table cellspacing='3'>{cells}</table>{reason}{gone}")
        self.methods.show_rows(
            [
                PlainRow(
                    (
                        PlainCell(share.method, tip=", ".join(share.streams)),
                        PlainCell(f"{share.verifications:,}", share.verifications),
                        PlainCell(number(share.items, Format.COUNT), share.items),
                        PlainCell(f"{share.verifiers:,}", share.verifiers),
                        PlainCell(self.tr("yes") if share.counted else self.tr("no, a claim")),
                    ),
                    share,
                )
                for share in one.methods
            ]
        )


def _seconds(value: float | None) -> str:
    if value is None or value != value:
        return DASH
    if value < 120:
        return f"{value:.1f}\u2009s"
    return f"{value / 60:.1f}\u2009min" if value < 7200 else f"{value / 3600:.1f}\u2009h"
