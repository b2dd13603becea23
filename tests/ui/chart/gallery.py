"""Pictures of every chart in light and dark: ``python -m tests.ui.chart.gallery OUTDIR``. For eyes, and for tests."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.chart import believable
from watchlist.domain.instants import DAY
from watchlist.ui import colours as tables
from watchlist.ui.chart import colours, traces
from watchlist.ui.chart.card import Card
from watchlist.ui.chart.content import Mark, MarkKind, PaneContent, Threshold
from watchlist.ui.chart.curves import RetentionCurves, Survival
from watchlist.ui.chart.heatmap import HeatMap
from watchlist.ui.chart.lifecycle import LifecycleBars
from watchlist.ui.chart.methods import MethodBars
from watchlist.ui.chart.multiples import Cell, SmallMultiples
from watchlist.ui.chart.rolling import moving_average
from watchlist.ui.chart.scatter import Place, Scatter
from watchlist.ui.chart.spread import Histogram, Lorenz
from watchlist.ui.chart.stack import ChartStack
from watchlist.ui.chart.traces import Kind
from watchlist.ui.chart.valueaxis import Scale, Unit

Made = Callable[[colours.ChartColours], QWidget]


def stack_contents() -> list[PaneContent]:
    """Return the usual panes: price and volume, retention, verification raw and filtered, growth."""
    candles = believable.candles()
    bars = traces.of_candles(candles, "price", "Price")
    closes = bars.curve
    average = traces.of_arrays(closes.x, moving_average(closes.y, 50), "ma50", "Average 50 d", Unit.USD, 1)
    average = replace(average, thin=True)
    volume = traces.volume_of(candles, "volume", "Volume")
    assert volume is not None
    retention = traces.of_metric(believable.weekly("retention.w4", 0.42, 0.2, 1), "w4", "Retention W4", Unit.SHARE, 2)
    raw = traces.of_metric(
        believable.weekly("recurring", 0.62, 0.1, 5, shift=-0.1), "rec", "Recurring 3 of 4", Unit.SHARE, 3
    )
    raw = traces.paired(raw, believable.weekly("recurring", 0.48, 0.1, 5, shift=-0.24), "filtered")
    level = Threshold("rule1", 0.34, "Retention below")
    marks = [
        Mark(MarkKind.FIRING, believable.LAST - 230 * DAY, "Retention below 34 %"),
        Mark(MarkKind.ANNOTATION, believable.LAST - 420 * DAY, "Mainnet upgrade"),
        Mark(MarkKind.QUARANTINED, believable.LAST - 120 * DAY, "41.20, ten times its neighbours", 14.0),
    ]
    return [
        PaneContent("price", "Price", [bars, average], marks=marks, stretch=4, simulated=True),
        PaneContent("volume", "Volume", [volume], stretch=1, simulated=True),
        PaneContent("retention", "Retention W4", [retention], [level], marks[:2], stretch=3, simulated=True),
        PaneContent(
            "recurring",
            "Recurring participation",
            [raw],
            stretch=3,
            simulated=True,
            as_known_on=believable.LAST - 9 * DAY,
        ),
    ]


def stack(theme: colours.ChartColours) -> QWidget:
    """Return the usual stack with its crosshair out."""
    made = ChartStack(colours=theme)
    made.resize(1180, 820)
    made.set_panes(stack_contents())
    made.show()
    QApplication.processEvents()
    made.set_range("1Y")
    return made


def stack_crosshair(theme: colours.ChartColours) -> QWidget:
    """Return the stack with the crosshair on a firing and a measurement."""
    made = stack(theme)
    assert isinstance(made, ChartStack)
    made.set_crosshair(float(believable.LAST - 230 * DAY), made.panes[2], 60.0)
    return made


def compare(theme: colours.ChartColours) -> QWidget:
    """Return three networks indexed to 100, and a pane with two axes and a log axis, and an empty one."""
    made = ChartStack(colours=theme)
    made.resize(1180, 820)
    lines = [
        traces.of_points(believable.price(seed=seed), f"net{seed}", name, Unit.USD, at)
        for at, (seed, name) in enumerate(((4, "Meridian"), (7, "Harbour"), (12, "Lattice")))
    ]
    one = traces.of_points(believable.price(), "price", "Price", Unit.USD, 0)
    two = traces.of_metric(believable.weekly("r", 0.4, 0.2, 1), "w4", "Retention W4", Unit.SHARE, 1)
    made.set_panes(
        [
            PaneContent("cmp", "Price compared", lines, scale=Scale.INDEXED, stretch=3),
            PaneContent("two", "Price and retention", [one, replace(two, second_axis=True)], stretch=3),
            PaneContent("log", "Price, logarithmic", [replace(one, kind=Kind.AREA)], scale=Scale.LOG, stretch=2),
            PaneContent("none", "Verification rate", [], stretch=1, message="Not published by this network."),
        ]
    )
    made.show()
    return made


def heat(theme: colours.ChartColours) -> QWidget:
    """Return a heat map whose cells are large enough for numbers."""
    made = HeatMap(colours=theme)
    made.resize(980, 620)
    made.show_table(believable.cohorts())
    made.go_to(12, 4)
    return made


def heat_large(theme: colours.ChartColours) -> QWidget:
    """Return three years of cohorts."""
    made = HeatMap(colours=theme)
    made.resize(980, 620)
    made.simulated = True
    made.show_table(believable.cohorts(156))
    return made


def _sized(card: Card) -> Card:
    card.resize(640, 400)
    return card


def retention(theme: colours.ChartColours) -> QWidget:
    """Return curves by age."""
    made = RetentionCurves(colours=theme)
    made.show_matrix(believable.cohorts())
    made.show_stop(0, 4)
    return _sized(made)


def survival(theme: colours.ChartColours) -> QWidget:
    """Return a survival curve."""
    made = Survival(colours=theme)
    made.show_curve(believable.survival())
    return _sized(made)


def lifecycle(theme: colours.ChartColours) -> QWidget:
    """Return lifecycle bars."""
    made = LifecycleBars(colours=theme)
    made.show_lifecycle(believable.lifecycle())
    made.resize(900, 420)
    return made


def lorenz(theme: colours.ChartColours) -> QWidget:
    """Return a Lorenz curve of two measures."""
    at = np.linspace(0, 1, 300)
    made = Lorenz(colours=theme)
    made.show_curves([("Events", at, at**3.2), ("Rewards", at, at**6)], 0.62)
    return _sized(made)


def histogram(theme: colours.ChartColours) -> QWidget:
    """Return active days of the last 28."""
    days = np.arange(1, 29)
    made = Histogram("Active days of the last 28", Unit.COUNT, colours=theme)
    made.show_counts(np.arange(0.5, 29), np.round(400 * days**-0.9 + 9 * (days > 24) * days).astype(float), 8.5, "Mean")
    return _sized(made)


def scatter(theme: colours.ChartColours) -> QWidget:
    """Return networks placed by score and price change."""
    made = Scatter(
        "Coordination and price", "Coordination score", "Price change 90 d", Unit.SCORE, Unit.SHARE, colours=theme
    )
    made.show_places(
        [
            Place("a", "Meridian", 62, 0.34),
            Place("b", "Harbour", 41, -0.12),
            Place("c", "Lattice", 74, -0.05),
            Place("d", "Quarry", 28, 0.81, enough=False),
            Place("e", "Tern", float("nan"), 0.1),
        ],
        50,
    )
    return _sized(made)


def methods(theme: colours.ChartColours) -> QWidget:
    """Return verification by method."""
    data = believable.lifecycle(30)
    wave = 0.05 * np.sin(np.arange(30) / 4)
    made = MethodBars("Verified work by method", colours=theme)
    made.show_shares(
        data.grain,
        data.periods,
        [("Proof", 0.42 + wave), ("Redundant execution", 0.23 - wave), ("Spot check", np.full(30, 0.12))],
    )
    return _sized(made)


def multiples(theme: colours.ChartColours) -> QWidget:
    """Return networks times metrics."""
    made = SmallMultiples(colours=theme)
    made.resize(980, 520)
    names = (("meridian", "Meridian", 4), ("harbour", "Harbour", 7), ("lattice", "Lattice", 12))
    rows = []
    for network, name, seed in names:
        w4 = traces.of_metric(believable.weekly("w4", 0.25 + seed / 40, 0.15, seed), "w4", "", Unit.SHARE, 2)
        rec = traces.of_metric(believable.weekly("rec", 0.5, 0.12, seed + 1), "rec", "", Unit.SHARE, 3)
        price = traces.of_points(believable.price(seed=seed), "p", "", Unit.USD, 0)
        rows.append(
            [
                Cell(network, name, "price", "Price", price),
                Cell(network, name, "w4", "Retention W4", w4),
                Cell(network, name, "rec", "Recurring 3 of 4", rec if seed != 7 else None, "not published"),
            ]
        )
    made.show_cells(rows)
    return made


CHARTS: dict[str, Made] = {
    "stack": stack,
    "stack-crosshair": stack_crosshair,
    "compare": compare,
    "heat": heat,
    "heat-large": heat_large,
    "retention": retention,
    "survival": survival,
    "lifecycle": lifecycle,
    "lorenz": lorenz,
    "histogram": histogram,
    "scatter": scatter,
    "methods": methods,
    "multiples": multiples,
}


def dress(theme: colours.ChartColours) -> None:
    """Give the application a palette that goes with a theme."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    table = tables.DARK if theme.dark else tables.LIGHT
    palette = QPalette(QColor(table.raised), QColor(table.window))
    for role, name in (
        (QPalette.ColorRole.WindowText, table.text),
        (QPalette.ColorRole.ButtonText, table.text),
        (QPalette.ColorRole.Text, table.text),
        (QPalette.ColorRole.Base, table.base),
    ):
        palette.setColor(role, QColor(name))
    app.setPalette(palette)


def main(argv: list[str]) -> int:
    """Save the pictures; further words choose charts by name."""
    app = QApplication.instance() or QApplication([])
    folder = Path(argv[0])
    folder.mkdir(parents=True, exist_ok=True)
    for theme in (colours.LIGHT, colours.DARK):
        dress(theme)
        for name, make in CHARTS.items():
            if argv[1:] and name not in argv[1:]:
                continue
            widget = make(theme)
            widget.show()
            for _ in range(4):
                app.processEvents()
            widget.grab().save(str(folder / f"{name}-{'dark' if theme.dark else 'light'}.png"))
            widget.close()
            widget.deleteLater()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
