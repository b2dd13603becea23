"""Snapshots, pictures and tables from the window, on the real services."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QVBoxLayout
from pytestqt.qtbot import QtBot

from tests.ui.panels.rooms import NETWORK, Room, close, room
from watchlist.domain import requests as ask
from watchlist.domain.keepsakes import SnapshotInfo
from watchlist.ui.dialogs.export import PictureDialog, TableDialog, save_picture, write
from watchlist.ui.panels.cohorts import CohortsPanel
from watchlist.ui.panels.snapshots import SnapshotsPanel
from watchlist.ui.report import files
from watchlist.ui.report.pictures import chart_in_front, picture_of
from watchlist.ui.report.taking import take_picture


@pytest.fixture
def here(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    with room(tmp_path, NETWORK) as found:
        qtbot.addWidget(found.window)
        yield found


def settle(here: Room, qtbot: QtBot) -> None:
    for _ in range(5):
        qtbot.wait(20)
        here.hub.settle()


def test_a_snapshot_is_taken_checked_and_compared(here: Room, qtbot: QtBot) -> None:
    panel = SnapshotsPanel(here.context)
    qtbot.addWidget(panel)
    settle(here, qtbot)
    assert "no snapshot yet" in panel.note.text()
    panel.take()
    settle(here, qtbot)
    assert "Fingerprint" in panel.note.text()
    here.house.clock.now += 1_000_000
    panel.take()
    settle(here, qtbot)
    assert len(panel.table.table.rows) == 2
    assert not panel.buttons["verify"].isEnabled()
    panel.table.selectRow(0)
    panel.verify()
    settle(here, qtbot)
    assert panel.note.text().startswith("Intact.")
    panel.table.selectAll()
    assert panel.buttons["compare"].isEnabled()
    panel.compare()
    settle(here, qtbot)
    assert "0 changes" in panel.note.text()
    panel.pin()
    settle(here, qtbot)
    pinned = [row.item for row in panel.table.table.rows]
    assert all(isinstance(one, SnapshotInfo) and one.pinned for one in pinned)
    first = pinned[0]
    assert isinstance(first, SnapshotInfo)
    raw = bytearray(Path(first.path).read_bytes())
    raw[len(raw) // 2] ^= 1
    Path(first.path).write_bytes(raw)
    panel.table.selectRow(0)
    panel.verify()
    settle(here, qtbot)
    assert "altered" in panel.note.text() or here.notices
    close(panel)


def test_a_picture_of_the_chart_in_front(here: Room, qtbot: QtBot, tmp_path: Path) -> None:
    panel = CohortsPanel(here.context)
    column = QVBoxLayout(here.window)
    column.addWidget(panel)
    here.window.resize(900, 600)
    here.window.show()
    qtbot.waitUntil(panel.map.isVisible)
    qtbot.wait(50)
    chart = chart_in_front(here.window)
    assert chart is panel.map
    picture = picture_of(here.context.around, chart, "Orchard Loom", ("simulated",), simulated=True)
    assert "Sources: simulated" in picture.footer
    dialog = PictureDialog(here.context, chart, picture, here.window)
    dialog.width_of.setValue(640)
    dialog.height_of.setValue(400)
    dialog.density.setValue(1.5)
    assert save_picture(here.context, chart, tmp_path / "a.png", dialog.picture())
    image = QImage(str(tmp_path / "a.png"))
    assert (image.width(), image.height()) == (960, 600)
    assert save_picture(here.context, chart, tmp_path / "a.svg", dialog.picture())
    texts = [one.text for one in ET.parse(tmp_path / "a.svg").iter("{http://www.w3.org/2000/svg}text")]
    assert any("SIMULATED" in str(text) for text in texts)
    assert any("Orchard Loom" in str(text) for text in texts)
    assert not save_picture(here.context, chart, tmp_path / "none" / "a.png", dialog.picture())
    assert "not written" in here.notices[-1].title
    dialog.reject()
    take_picture(here.context, here.window, copy=True)
    settle(here, qtbot)
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull())
    assert "clipboard" in here.notices[-1].title
    close(panel)


def test_without_a_chart_it_says_so(here: Room, qtbot: QtBot) -> None:
    take_picture(here.context, here.window, copy=True)
    settle(here, qtbot)
    assert "no chart" in here.notices[-1].title


def test_a_table_is_written(here: Room, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = TableDialog(here.context, here.window)
    dialog.form.setCurrentIndex(dialog.form.findData("json"))
    chosen = tmp_path / "out" / "list"
    chosen.parent.mkdir()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(chosen), ""))
    dialog._save()
    settle(here, qtbot)
    assert chosen.with_suffix(".json").is_file()
    assert here.context.around.memory.get(files.FOLDER) == str(chosen.parent)
    assert "was written" in here.notices[-1].title
    write(here.context, ask.ExportTable(str(tmp_path / "none" / "a.csv")))
    settle(here, qtbot)
    assert "not written" in here.notices[-1].title
