"""Every panel on a small network: it fills, says what is missing, and leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.panels.rooms import NETWORK, Room, close, room
from watchlist.domain import requests as ask
from watchlist.ui.panels.cohorts import CohortsPanel
from watchlist.ui.panels.compare import ComparePanel
from watchlist.ui.panels.control import ControlPanel
from watchlist.ui.panels.data import DataPanel
from watchlist.ui.panels.lifecycle import LifecyclePanel
from watchlist.ui.panels.patterns import PatternsPanel
from watchlist.ui.panels.sources import SourcesPanel
from watchlist.ui.panels.thesis import ThesisPanel
from watchlist.ui.panels.verification import VerificationPanel
from watchlist.ui.panels.watchlist import WatchlistPanel


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one pulled network; rooms in it open fast."""
    folder = tmp_path_factory.mktemp("filled")
    with room(folder, NETWORK):
        pass
    return folder


@pytest.fixture
def here(filled: Path, qtbot: QtBot) -> Iterator[Room]:
    """A room on the filled folder."""
    with room(filled, NETWORK, refreshed=False) as found:
        qtbot.addWidget(found.window)
        yield found


_open: list[QWidget] = []


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    while _open:
        close(_open.pop())


def _shown(panel: QWidget, here: Room, qtbot: QtBot) -> None:
    if panel not in _open:
        _open.append(panel)
    panel.resize(1000, 600)
    panel.show()
    for _ in range(5):
        qtbot.wait(20)
        here.hub.settle()


def test_watchlist_shows_figures_and_undoes_edits(here: Room, qtbot: QtBot, qtmodeltester: object) -> None:
    panel = WatchlistPanel(here.context)
    _shown(panel, here, qtbot)
    qtmodeltester.check(panel.model)  # type: ignore[attr-defined]
    assert panel.model.rowCount() == 1
    texts = [panel.model.index(0, column).data() for column in range(panel.model.columnCount())]
    assert any("%" in str(text) for text in texts)
    panel.view.selectRow(0)
    panel.remove_selected()
    here.hub.settle()
    assert panel.model.rowCount() == 0
    assert panel.pages.currentWidget() is panel.empty
    panel.undo_edit()
    for _ in range(3):
        qtbot.wait(20)
        here.hub.settle()
    assert panel.model.rowCount() == 1
    panel.search.setText("-simulated")
    assert panel.model.rowCount() == 0
    assert panel.pages.currentWidget() is panel.nothing


def test_cohorts(here: Room, qtbot: QtBot) -> None:
    panel = CohortsPanel(here.context)
    _shown(panel, here, qtbot)
    assert panel.map.matrix is not None
    assert len(panel.map.matrix.cohorts) > 50
    assert panel.map.matrix.left_out == 0 or "age is unknown" in panel.note.text()


def test_lifecycle_identity(here: Room, qtbot: QtBot) -> None:
    panel = LifecyclePanel(here.context)
    _shown(panel, here, qtbot)
    assert panel.chart.stops
    panel.of.setCurrentIndex(panel.of.findData("validator"))
    _shown(panel, here, qtbot)
    assert panel.note.text() == ""


def test_control_leaves_one_out_and_puts_it_back(here: Room, qtbot: QtBot) -> None:
    panel = ControlPanel(here.context)
    _shown(panel, here, qtbot)
    assert panel.table.table.rowCount() > 10
    panel.table.selectRow(0)
    panel.exclude.click()
    _shown(panel, here, qtbot)
    documents = [one for one in here.hub.asked if isinstance(one, ask.Exclude)]
    assert documents
    assert any(cell.text for row in panel.table.table.rows for cell in row.cells[1:2])
    panel.table.selectRow(0)
    panel.include.click()
    _shown(panel, here, qtbot)


def test_patterns_say_what_was_not_checked(here: Room, qtbot: QtBot) -> None:
    panel = PatternsPanel(here.context)
    _shown(panel, here, qtbot)
    assert panel.indicators.table.rowCount() == 7
    assert "participants" in panel.note.text()


def test_verification(here: Room, qtbot: QtBot) -> None:
    panel = VerificationPanel(here.context)
    _shown(panel, here, qtbot)
    assert len(panel.stack.panes) == 3
    assert panel.methods.table.rowCount() >= 3


def test_thesis_is_kept(here: Room, qtbot: QtBot) -> None:
    panel = ThesisPanel(here.context)
    _shown(panel, here, qtbot)
    panel.belief.setPlainText("People stay.")
    panel._save()
    here.hub.settle()
    other = ThesisPanel(here.context)
    _shown(other, here, qtbot)
    assert other.belief.toPlainText() == "People stay."


def test_data_and_sources_and_compare(here: Room, qtbot: QtBot) -> None:
    data = DataPanel(here.context)
    _shown(data, here, qtbot)
    assert data.view.table.rowCount() > 300
    data.what.setCurrentIndex(data.what.findData("retention.w4"))
    _shown(data, here, qtbot)
    assert data.view.table.rowCount() > 50
    sources = SourcesPanel(here.context)
    _shown(sources, here, qtbot)
    assert sources.status.table.rowCount() > 10
    sources.tabs.setCurrentIndex(1)
    qtbot.wait(80)
    here.hub.settle()
    assert sources.coverage.table.rowCount() > 5
    compare = ComparePanel(here.context)
    _shown(compare, here, qtbot)
    assert len(compare.grid.rows) == 1


def test_an_empty_list_offers_three_ways_out(tmp_path: Path, qtbot: QtBot) -> None:
    with room(tmp_path) as found:
        qtbot.addWidget(found.window)
        panel = WatchlistPanel(found.context)
        _shown(panel, found, qtbot)
        assert panel.pages.currentWidget() is panel.empty
        panel.empty.demo.click()
        for _ in range(8):
            qtbot.wait(20)
            found.hub.settle()
        assert panel.model.rowCount() == 4
