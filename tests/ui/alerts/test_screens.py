"""Rules, editor, inbox, silences and channels on the real services behind the real hub."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.panels.rooms import NETWORK, Room, close, room
from watchlist.alerts import rules as kinds
from watchlist.alerts.recipes import RECIPES
from watchlist.domain import requests as ask
from watchlist.domain.instants import DAY
from watchlist.domain.periods import Grain
from watchlist.ui.alerts.channels import ChannelsDialog
from watchlist.ui.alerts.chart_levels import ChartLevels
from watchlist.ui.alerts.editor import RuleEditor
from watchlist.ui.alerts.inbox_panel import InboxPanel
from watchlist.ui.alerts.rules_panel import RulesPanel
from watchlist.ui.alerts.silences import SilencesDialog
from watchlist.ui.chart.content import Threshold


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one pulled network."""
    folder = tmp_path_factory.mktemp("alerts")
    with room(folder, NETWORK):
        pass
    return folder


@pytest.fixture
def here(filled: Path, qtbot: QtBot) -> Iterator[Room]:
    """A room on the filled folder."""
    with room(filled, NETWORK, refreshed=False) as found:
        qtbot.addWidget(found.window)
        yield found


def settle(here: Room, qtbot: QtBot) -> None:
    for _ in range(6):
        qtbot.wait(15)
        here.hub.settle()


def settled_levels(here: Room, levels: ChartLevels) -> list[Threshold]:
    here.hub.settle()
    return levels.of(NETWORK, "active.w")


def shown(widget: QWidget, here: Room, qtbot: QtBot) -> None:
    widget.resize(1100, 700)
    widget.show()
    settle(here, qtbot)


def a_rule() -> kinds.Rule:
    test = kinds.Test(kinds.Operand(text="retention.w4"), "crosses_down", {"level": 0.3})
    return kinds.Rule("mine", "Retention falls", kinds.Subject(network=NETWORK), test, kinds.Timing(Grain.WEEK))


def busy_rule() -> kinds.Rule:
    """Return a rule that is true from the first week on."""
    test = kinds.Test(kinds.Operand(text="active.w"), "greater", {"level": 0.3})
    guards = kinds.Guards(least_n=0)
    return kinds.Rule("busy", "Active", kinds.Subject(network=NETWORK), test, kinds.Timing(Grain.WEEK), guards)


def keep(here: Room, qtbot: QtBot, rule: kinds.Rule) -> None:
    rule = kinds.from_plain({**kinds.to_plain(rule), "created": here.house.clock.now - 700 * DAY})
    here.hub.ask(ask.SaveRule(kinds.to_text(rule)), lambda _none: None)
    settle(here, qtbot)


def test_the_editor_says_shows_and_keeps_a_rule(here: Room, qtbot: QtBot) -> None:
    editor = RuleEditor(here.context, a_rule())
    shown(editor, here, qtbot)
    assert "crosses below" in editor.said.text()
    report = editor.preview.report
    assert report is not None
    assert report.periods > 50
    before = len(report.firings)
    editor.preview.level_moved.emit(0, "level", 0.99)
    settle(here, qtbot)
    assert editor.rows[0].numbers[0].value() == pytest.approx(99.0)
    assert editor.preview.report is not None
    assert len(editor.preview.report.firings) != before or before == 0
    editor._add_row()
    editor.joint.setCurrentIndex(editor.joint.findData("then"))
    settle(here, qtbot)
    made = editor.rule()
    assert isinstance(made.when, kinds.Then)
    editor.title.setText("")
    editor.title.textEdited.emit("")
    settle(here, qtbot)
    assert "name" in editor.problem.text()
    editor.title.setText("Mine")
    with qtbot.waitSignal(editor.kept):
        editor._keep()
        settle(here, qtbot)
    close(editor)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda one: one.key)
def test_every_recipe_comes_back_from_the_fields(here: Room, qtbot: QtBot, recipe: object) -> None:
    from watchlist.alerts.recipes import Recipe, rule_of

    given = rule_of(cast("Recipe", recipe), "x", kinds.Subject(network=NETWORK), 5)
    editor = RuleEditor(here.context, given)
    shown(editor, here, qtbot)
    assert editor.rule().when == given.when
    assert editor.rule().timing.grain == given.timing.grain
    close(editor)


def test_a_tree_that_rows_cannot_say_is_edited_as_text(here: Room, qtbot: QtBot) -> None:
    inner = a_rule().when
    deep = kinds.Any((kinds.All((inner, inner)), kinds.Not(kinds.Any((inner,)))))
    given = kinds.Rule("deep", "Deep", kinds.Subject(network=NETWORK), deep)
    editor = RuleEditor(here.context, given)
    shown(editor, here, qtbot)
    assert editor.tabs.currentIndex() == 1
    assert editor.rule().when == deep
    editor.text.setPlainText("{")
    editor._take_text()
    assert editor.problem.text()
    editor.text.setPlainText(kinds.to_text(a_rule()))
    editor._take_text()
    settle(here, qtbot)
    assert isinstance(editor.rule().when, kinds.Test)
    close(editor)


def test_the_list_of_rules_and_the_inbox(here: Room, qtbot: QtBot) -> None:
    panel = RulesPanel(here.context)
    shown(panel, here, qtbot)
    keep(here, qtbot, busy_rule())
    assert panel.table.table.rowCount() >= 1
    panel.table.selectRow(0)
    assert panel.buttons["edit"].isEnabled()
    panel.switch_rules()
    settle(here, qtbot)
    assert any("off" in row.cells[0].text for row in panel.table.table.rows)
    panel.table.selectRow(0)
    panel.switch_rules()
    settle(here, qtbot)
    panel.check_now()
    panel.resume_noisy()
    panel.import_text("{")
    settle(here, qtbot)
    assert {notice.severity.value for notice in here.notices} >= {"info", "warning"}
    inbox = InboxPanel(here.context)
    inbox.filter.setCurrentIndex(inbox.filter.findData("all"))
    shown(inbox, here, qtbot)
    assert inbox.table.table.rowCount() > 0
    inbox.table.selectRow(0)
    inbox.acknowledge_chosen()
    settle(here, qtbot)
    assert any(row.cells[-1].text == "acknowledged" for row in inbox.table.table.rows)
    inbox.table.selectRow(0)
    inbox.snooze_for(1)
    inbox.mark_all_read()
    settle(here, qtbot)
    assert all(not row.cells[0].text for row in inbox.table.table.rows)
    inbox.table.selectRow(0)
    inbox.show_chosen()
    assert here.opened[-1] == "chart"
    assert here.context.selection.as_known_on == inbox.chosen()[0].noticed
    levels = ChartLevels(here.context)
    lines = partial(settled_levels, here, levels)
    qtbot.waitUntil(lambda: bool(lines()), timeout=3000)
    (line,) = levels.of(NETWORK, "active.w")
    assert line.value == pytest.approx(0.3)
    levels.dropped("active.w", line.id, 0.41234)
    qtbot.waitUntil(lambda: lines()[0].value == 0.4123, timeout=3000)
    levels.alert_at("price", 3.0)
    assert here.opened[-1] == "rules"
    levels.deleteLater()
    close(inbox)
    close(panel)


def test_silences_and_channels(here: Room, qtbot: QtBot) -> None:
    silences = SilencesDialog(here.context)
    shown(silences, here, qtbot)
    silences.comment.setText("moving")
    silences._add()
    settle(here, qtbot)
    assert silences.table.table.rowCount() == 1
    silences.table.selectRow(0)
    silences._end()
    settle(here, qtbot)
    assert "over" in silences.table.table.rows[0].cells[2].text
    close(silences)
    channels = ChannelsDialog(here.context)
    shown(channels, here, qtbot)
    channels.title.setText("Mine")
    channels.address.setText("ftp://nothing")
    channels._save()
    settle(here, qtbot)
    assert "https" in channels.outcome.text()
    channels.address.setText("https://user.example/hook?token=planted")
    channels._save()
    settle(here, qtbot)
    assert [row.cells[0].text for row in channels.table.table.rows] == ["This desktop", "Mine"]
    assert "planted" not in repr(channels.table.table.rows)
    channels.table.selectRow(1)
    channels._remove()
    settle(here, qtbot)
    assert channels.table.table.rowCount() == 1
    close(channels)
