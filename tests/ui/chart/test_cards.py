"""The charts beside the stack: what they show, how keys walk through them, what they say when there is nothing."""

from __future__ import annotations

import math

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.chart import believable, gallery
from watchlist.domain.figures import Missing
from watchlist.domain.findings import CohortMatrix
from watchlist.domain.periods import Grain
from watchlist.ui.chart import colours
from watchlist.ui.chart.card import Card
from watchlist.ui.chart.curves import RetentionCurves, Survival
from watchlist.ui.chart.heatmap import HeatMap
from watchlist.ui.chart.lifecycle import LifecycleBars
from watchlist.ui.chart.multiples import SmallMultiples
from watchlist.ui.chart.scatter import Scatter
from watchlist.ui.chart.sparkline import paint_sparkline
from watchlist.ui.chart.spread import Histogram, Lorenz
from watchlist.ui.chart.valueaxis import Unit

CARDS = [name for name in gallery.CHARTS if name not in ("stack", "stack-crosshair", "compare")]


def shown(qtbot: QtBot, name: str, theme: colours.ChartColours = colours.LIGHT) -> QWidget:
    made = gallery.CHARTS[name](theme)
    qtbot.addWidget(made)
    made.show()
    QApplication.processEvents()
    return made


@pytest.mark.parametrize("name", CARDS)
def test_is_named_described_and_drawn_in_both_themes(qtbot: QtBot, name: str) -> None:
    chart = shown(qtbot, name)
    assert chart.accessibleName()
    assert chart.accessibleDescription()
    assert chart.focusPolicy() == Qt.FocusPolicy.StrongFocus
    light = chart.grab().toImage()
    assert len({light.pixel(x, y) for x in range(0, light.width(), 9) for y in range(0, light.height(), 9)}) > 4
    chart.set_colours(colours.DARK)  # type: ignore[attr-defined]
    QApplication.processEvents()
    dark = chart.grab().toImage()
    assert dark.pixelColor(dark.width() - 6, 6).lightness() < 90


@pytest.mark.parametrize("name", [n for n in CARDS if n not in ("heat", "heat-large", "multiples")])
def test_every_stop_is_reached_by_keys(qtbot: QtBot, name: str) -> None:
    card = shown(qtbot, name)
    assert isinstance(card, Card)
    said: list[str] = []
    card.spoke.connect(said.append)
    QTest.keyClick(card, Qt.Key.Key_Home)
    first = card.series_at
    for _ in range(len(card.stops[first]) - 1):
        QTest.keyClick(card, Qt.Key.Key_Right)
    assert len(said) == len(card.stops[first])
    assert card.stop_at == len(card.stops[first]) - 1
    assert card.reading.text() == said[-1] == card.accessibleDescription()
    QTest.keyClick(card, Qt.Key.Key_Down)
    QTest.keyClick(card, Qt.Key.Key_0)


def test_heat_map_walks_over_existing_cells_only(qtbot: QtBot) -> None:
    heat = shown(qtbot, "heat")
    assert isinstance(heat, HeatMap)
    assert heat.matrix is not None
    said: list[str] = []
    heat.spoke.connect(said.append)
    heat.go_to(0, 0)
    for _ in range(40):
        QTest.keyClick(heat, Qt.Key.Key_Right)
    assert heat.cell == (0, 25)
    QTest.keyClick(heat, Qt.Key.Key_Down)
    assert heat.cell == (1, 24)
    assert "small cohort" in said[-1]
    assert "of n" in said[-1]
    QTest.keyClick(heat, Qt.Key.Key_Home)
    assert heat.cell == (1, 0)
    for _ in range(40):
        QTest.keyClick(heat, Qt.Key.Key_Down)
    assert heat.cell == (25, 0)


def test_immature_cells_are_absent(qtbot: QtBot) -> None:
    heat = shown(qtbot, "heat-large")
    assert isinstance(heat, HeatMap)
    image = heat.grab().toImage()
    assert image.pixelColor(image.width() - 30, image.height() - 60).name() == colours.LIGHT.plot
    assert heat.cell_at(QRectF(heat.rect()).bottomRight()) is None


def nothing() -> CohortMatrix:
    ints, floats = np.empty(0, np.int64), np.empty((0, 0))
    return CohortMatrix(
        "x",
        Grain.WEEK,
        ints,
        ints,
        ints,
        floats.astype(np.int64),
        floats,
        floats,
        floats,
        np.empty(0, np.bool_),
        missing=Missing.NOT_READ,
    )


def test_empty_charts_say_why(qtbot: QtBot) -> None:
    heat, curves, lorenz = HeatMap(), RetentionCurves(), Lorenz()
    histogram, scatter = Histogram("Days"), Scatter("S", "a", "b", Unit.SCORE, Unit.SHARE)
    multiples = SmallMultiples()
    for widget in (heat, curves, lorenz, histogram, scatter, multiples):
        qtbot.addWidget(widget)
    heat.show_table(nothing())
    curves.show_matrix(nothing())
    lorenz.show_curves([])
    histogram.show_counts(np.empty(0), np.empty(0))
    scatter.show_places([])
    for widget in (heat, curves, lorenz, histogram, scatter, multiples):
        widget.show()
    QApplication.processEvents()
    assert "not read yet" in curves.accessibleDescription()
    assert lorenz.accessibleDescription()
    assert heat.accessibleDescription() == "No cohorts."


def test_scatter_names_what_it_cannot_place(qtbot: QtBot) -> None:
    scatter = shown(qtbot, "scatter")
    assert isinstance(scatter, Scatter)
    assert "Tern" in scatter.accessibleDescription()
    assert len(scatter.places) == 4


def test_lifecycle_tells_the_incomplete_week(qtbot: QtBot) -> None:
    bars = shown(qtbot, "lifecycle")
    assert isinstance(bars, LifecycleBars)
    QTest.keyClick(bars, Qt.Key.Key_End)
    assert "incomplete" in bars.reading.text()
    assert "incomplete" in [entry.title for entry in bars.legend]


def test_survival_marks_the_median(qtbot: QtBot) -> None:
    curve = shown(qtbot, "survival")
    assert isinstance(curve, Survival)
    assert any("15 weeks" in entry.title for entry in curve.legend)


def test_multiples_choose_a_cell(qtbot: QtBot) -> None:
    grid = shown(qtbot, "multiples")
    assert isinstance(grid, SmallMultiples)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert "not published" in grid.accessibleDescription()
    with qtbot.waitSignal(grid.cell_chosen) as got:
        QTest.keyClick(grid, Qt.Key.Key_Return)
    assert got.args == ["harbour", "rec"]


def painted(values: list[float]) -> int:
    image = QImage(120, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_sparkline(painter, QRectF(0, 0, 120, 30), values, colours.LIGHT)
    painter.end()
    return sum(image.pixelColor(x, y).lightness() < 250 for x in range(120) for y in range(30))


def test_sparkline_draws_gaps_and_nothing_of_nothing() -> None:
    whole = painted([float(at) for at in range(30)])
    holed = painted([float(at) if at < 10 or at > 20 else math.nan for at in range(30)])
    assert 0 < holed < whole
    assert painted([]) == painted([1.0]) == painted([math.nan, 2.0]) == 0
    assert painted([3.0, 3.0, 3.0]) > 0


def test_believable_data_is_frozen() -> None:
    with pytest.raises(ValueError, match="read-only"):
        believable.weekly("x", 0.4, 0.1, 1).values[0] = 1
