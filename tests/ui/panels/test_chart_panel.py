"""The chart on a small network: what can stand beside a curve, notes that can be undone, remembered ranges."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.ui.panels.rooms import NETWORK, Room, close, room
from watchlist.domain.instants import DAY, HOUR
from watchlist.ui.chart.content import MarkKind
from watchlist.ui.chart.pyramid import Pyramid, usual_steps
from watchlist.ui.chart.valueaxis import Scale
from watchlist.ui.panels.chart import ChartPanel
from watchlist.ui.panels.chart_marks import ANNOTATIONS
from watchlist.ui.panels.chart_plan import PRICE, VOLUME, ChartPlan

OTHER = "sim-ember"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two pulled networks."""
    folder = tmp_path_factory.mktemp("two")
    with room(folder, NETWORK, OTHER):
        pass
    return folder


@pytest.fixture
def here(filled: Path, qtbot: QtBot) -> Iterator[Room]:
    """A room on the filled folder."""
    with room(filled, NETWORK, OTHER, refreshed=False) as found:
        qtbot.addWidget(found.window)
        yield found


@pytest.fixture
def panel(here: Room, qtbot: QtBot) -> Iterator[ChartPanel]:
    """A chart that is drawn."""
    made = ChartPanel(here.context)
    made.resize(1000, 700)
    made.show()
    _settle(here, qtbot)
    yield made
    close(made)


def _settle(here: Room, qtbot: QtBot) -> None:
    for _ in range(6):
        qtbot.wait(15)
        here.hub.settle()


def _keys(panel: ChartPanel, pane: str) -> list[str]:
    found = panel.stack.pane(pane)
    assert found is not None
    return [trace.key for trace in found.content.traces]


def test_the_first_chart_has_price_above_participation(panel: ChartPanel) -> None:
    assert [pane.content.key for pane in panel.stack.panes] == panel.plan.panes
    assert all(pane.content.traces or pane.content.message for pane in panel.stack.panes)


def test_means_second_axis_and_volume(panel: ChartPanel, here: Room, qtbot: QtBot) -> None:
    panel.switch_mean(PRICE, 28)
    panel.switch_second(PRICE, "active.w")
    panel.add_pane(VOLUME)
    _settle(here, qtbot)
    assert _keys(panel, PRICE) == [PRICE, f"{PRICE}|mean28", f"{PRICE}|active.w"]
    assert panel.stack.pane(PRICE).content.has_second_axis()  # type: ignore[union-attr]
    assert panel.plan.panes[1] == VOLUME
    assert _keys(panel, VOLUME) == [VOLUME]
    panel.switch_mean(PRICE, 28)
    panel.switch_second(PRICE, "active.w")
    _settle(here, qtbot)
    assert _keys(panel, PRICE) == [PRICE]


def test_compared_prices_are_indexed(panel: ChartPanel, here: Room, qtbot: QtBot) -> None:
    panel.compare_with([OTHER])
    _settle(here, qtbot)
    pane = panel.stack.pane(PRICE)
    assert pane is not None
    assert pane.content.scale is Scale.INDEXED
    assert _keys(panel, PRICE) == [PRICE, f"{PRICE}|{OTHER}"]
    assert len(_keys(panel, "retention.w4")) == 2
    panel.compare_with([])
    _settle(here, qtbot)
    assert pane.content.scale.value == Scale.LINEAR.value


def test_a_note_can_be_written_changed_removed_and_undone(panel: ChartPanel, here: Room, qtbot: QtBot) -> None:
    at = int(panel.stack.view.end) - 30 * DAY
    edits = here.context.selection.edits

    def notes() -> list[str]:
        _settle(here, qtbot)
        return [mark.text for mark in panel.marks.all() if mark.kind is MarkKind.ANNOTATION]

    panel.marks.write(ANNOTATIONS, at, "Unlock")
    assert notes() == ["Unlock"]
    pane = panel.stack.pane(PRICE)
    assert pane is not None
    assert any(mark.text == "Unlock" for mark in pane.content.marks)
    mark = panel.marks.written_near(at, HOUR)[0]
    panel.marks.rewrite(mark, "Team unlock")
    assert notes() == ["Team unlock"]
    panel.marks.rewrite(mark, "")
    assert notes() == []
    edits.undo()
    assert notes() == ["Team unlock"]
    edits.undo()
    edits.undo()
    assert notes() == []


def test_each_network_keeps_its_range(panel: ChartPanel, here: Room, qtbot: QtBot) -> None:
    panel.stack.set_range("1M")
    here.context.selection.select_network(OTHER)
    _settle(here, qtbot)
    panel.stack.set_range("1Y")
    here.context.selection.select_network(NETWORK)
    _settle(here, qtbot)
    assert panel.stack.view.range_key == "1M"
    kept = panel.save_state()
    assert {kept["spans"][one]["range"] for one in (NETWORK, OTHER)} == {"1M", "1Y"}


def test_as_known_on_draws_less_and_says_so(panel: ChartPanel, here: Room, qtbot: QtBot) -> None:
    here.context.selection.select_as_known_on(0)
    _settle(here, qtbot)
    pane = panel.stack.pane(PRICE)
    assert pane is not None
    assert not pane.content.traces
    assert "known" in pane.content.message
    assert panel.head.then.isVisible()


def test_panes_move_and_close(panel: ChartPanel, here: Room, qtbot: QtBot) -> None:
    first = list(panel.plan.panes)
    panel.move_pane(first[1], -1)
    _settle(here, qtbot)
    assert [pane.content.key for pane in panel.stack.panes][:2] == [first[1], first[0]]
    panel.remove_pane(first[1])
    _settle(here, qtbot)
    assert first[1] not in panel.plan.panes
    again = ChartPlan.from_json(panel.save_state())
    assert again.panes == panel.plan.panes


def test_daily_points_before_hourly_ones_hang_together() -> None:
    days = np.arange(200) * DAY
    hours = days[-1] + np.arange(1, 400) * HOUR
    hours = np.delete(hours, slice(200, 212))
    xs = np.concatenate([days, hours]).astype(np.float64)
    curve = Pyramid.built(xs, np.ones(len(xs)), steps=usual_steps(xs))
    cut = curve.cut(xs[0], xs[-1], 100_000)
    assert list(cut.breaks) == [len(days) + 200]
    assert curve.reach(float(days[50])) == 2.5 * DAY
    assert curve.reach(float(hours[-1])) == 2.5 * HOUR
