"""The dialogs of the watchlist on real services: own data, smart lists, columns, notes, shortcuts, palette."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.panels.rooms import NETWORK, Room, close, room
from watchlist.domain import requests as ask
from watchlist.ui.dialogs.asset_note import AssetNoteDialog
from watchlist.ui.dialogs.columns import ColumnsDialog
from watchlist.ui.dialogs.own_data import OwnDataDialog
from watchlist.ui.dialogs.palette import Palette, command_entries
from watchlist.ui.dialogs.shortcuts import ShortcutsDialog
from watchlist.ui.dialogs.smart_list import SmartListDialog
from watchlist.ui.models.watch_columns import COLUMNS

_open: list[QWidget] = []


@pytest.fixture
def here(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    """A room whose list holds one network, nothing pulled."""
    with room(tmp_path, NETWORK, refreshed=False) as found:
        qtbot.addWidget(found.window)
        yield found
        while _open:
            close(_open.pop())


def _settle(here: Room, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.wait(10)
        here.hub.settle()


def test_a_file_is_looked_at_tested_and_added(here: Room, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("day,level\n2026-01-01,3\n2026-01-02,4\n")
    dialog = OwnDataDialog(here.context, NETWORK, "Orchard")
    _open.append(dialog)
    dialog.look_into(str(path))
    _settle(here, qtbot)
    assert dialog.table.columnCount() == 2
    dialog.columns["time"].setCurrentIndex(dialog.columns["time"].findData("day"))
    dialog.columns["value"].setCurrentIndex(dialog.columns["value"].findData("level"))
    dialog.test.click()
    _settle(here, qtbot)
    assert "2" in dialog.state.text()
    dialog.add.click()
    assert "name" in dialog.state.text()
    dialog.name.setText("own.level")
    dialog.add.click()
    _settle(here, qtbot)
    assert dialog.result() == 1
    asked = [one for one in here.hub.asked if isinstance(one, ask.ImportFile)]
    assert [one.preview for one in asked] == [True, False]


def test_a_rule_is_checked_while_it_is_written(here: Room, qtbot: QtBot) -> None:
    dialog = SmartListDialog(here.hub, "Keepers", "retention.w4 >")
    _open.append(dialog)
    good = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    qtbot.waitUntil(lambda: "cannot be read" in dialog.state.text())
    assert not good.isEnabled()
    dialog.text.setText("retention.w4 > 0.25")
    qtbot.waitUntil(good.isEnabled)
    assert dialog.rule == "retention.w4 > 0.25"


def test_columns_are_searched_added_for_a_role_and_removed() -> None:
    dialog = ColumnsDialog([column for column in COLUMNS.values() if column.first])
    _open.append(dialog)
    dialog.search.setText("gini")
    shown = [at for at in range(dialog.there.count()) if not dialog.there.item(at).isHidden()]
    dialog.there.setCurrentRow(shown[1])
    dialog.whose.setCurrentIndex(dialog.whose.findData("contributor"))
    dialog.add()
    assert dialog.chosen()[-1].metric.endswith("@contributor")
    dialog.remove()
    assert not dialog.chosen()[-1].metric.endswith("@contributor")
    dialog.here.setCurrentRow(0)
    dialog.remove()
    assert dialog.chosen()[0].key == "asset"
    close(_open.pop())


def test_tags_are_words_with_colours() -> None:
    dialog = AssetNoteDialog("Orchard", "old", ["fruit"], {"fruit": "#0a5cc0"})
    _open.append(dialog)
    dialog.fresh.setText("to, watch")
    dialog.accept()
    assert dialog.tags == ["fruit", "to watch"]
    assert set(dialog.colours) == {"fruit", "to watch"}
    assert dialog.text == "old"
    close(_open.pop())


def test_a_shortcut_can_be_changed_but_not_taken_twice(here: Room, qtbot: QtBot) -> None:
    book = here.context.actions
    dialog = ShortcutsDialog(book, here.context.around)
    _open.append(dialog)
    item = next(one for one in dialog._items() if one.data(0, 0x0100) == "add_asset")
    dialog.tree.setCurrentItem(item)
    dialog.keys.setKeySequence(book.get("new_list").shortcut())
    dialog.use.click()
    assert "taken" in dialog.state.text()
    dialog.keys.setKeySequence(QKeySequence("Ctrl+Alt+J"))
    dialog.use.click()
    _settle(here, qtbot)
    assert book.get("add_asset").shortcut() == QKeySequence("Ctrl+Alt+J")
    dialog.own.click()
    _settle(here, qtbot)
    assert book.get("add_asset").shortcut() == QKeySequence("Ctrl+N")


def test_the_palette_finds_commands_and_panels(here: Room) -> None:
    opened: list[str] = []
    palette = Palette(command_entries(here.context.actions, opened.append))
    _open.append(palette)
    palette.text.setText("lifecy")
    palette.text.returnPressed.emit()
    assert opened == ["lifecycle"]
