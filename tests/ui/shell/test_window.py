"""The frame: built from tables, remembered, panels made when they are seen, messages in one channel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.shell.frames import surroundings
from watchlist.domain.fetches import Outcome, SourceState
from watchlist.domain.messages import Notice, NoticeAction, Progress, Severity, SourcesChanged
from watchlist.domain.requests import CancelRefresh, Refresh, SourceStates
from watchlist.settings.state import State
from watchlist.ui import main_window
from watchlist.ui.actions import ACTIONS, MENUS, by_key
from watchlist.ui.commands import Commands
from watchlist.ui.last_table import Cell, LastTable, last_table_bytes, read_last_table
from watchlist.ui.main_window import MainWindow
from watchlist.ui.panels.table import PANELS, WATCHLIST, PanelSpec, Place

HERE = "tests.ui.shell.test_window"
SPECS = (
    PanelSpec(WATCHLIST, "Watchlist", f"{HERE}:Slow", Place.LEFT, lazy=False),
    PanelSpec("one", "One", f"{HERE}:Remembering", Place.TAB),
    PanelSpec("two", "Two", f"{HERE}:Plain", Place.TAB, shortcut="Alt+2"),
    PanelSpec("broken", "Broken", f"{HERE}:Broken", Place.BOTTOM, open_first=False),
)
TABLE = LastTable(
    "Main", ("Network", "Price"), ("left", "right"), (0, 0), ((Cell("Ember"), Cell("3.20", "up")),) * 40, "As of then"
)


class Slow(QWidget):
    """Has something to show only later."""

    ready = Signal()

    def __init__(self, context: Any) -> None:
        super().__init__()
        self.context = context


class Plain(QWidget):
    """Counts how often it was made."""

    made = 0

    def __init__(self, context: Any) -> None:
        super().__init__()
        Plain.made += 1


class Remembering(QWidget):
    """Remembers a number."""

    def __init__(self, context: Any) -> None:
        super().__init__()
        self.number = 0
        self.fronts = 0

    def save_state(self) -> dict[str, int]:
        return {"number": self.number}

    def restore_state(self, kept: dict[str, int]) -> None:
        self.number = kept["number"]

    def activate(self) -> None:
        self.fronts += 1


class Broken(QWidget):
    """Cannot be made."""

    def __init__(self, context: Any) -> None:
        raise RuntimeError("broken on purpose")


def states(_request: object) -> tuple[SourceState, ...]:
    return (
        SourceState("a", "Alpha", "a.example", last_try=1, outcome=Outcome.FRESH),
        SourceState("b", "Beta", "b.example", last_try=1, outcome=Outcome.RATE_LIMITED, note="asked too often"),
        SourceState("c", "Gamma", "c.example"),
    )


def opened(qtbot: QtBot, folder: Path, state: State | None = None, last: LastTable | None = TABLE) -> MainWindow:
    """Return a window after all its steps."""
    handlers: dict[type, Any] = {SourceStates: states, Refresh: lambda request: request, CancelRefresh: lambda _: None}
    window = MainWindow(surroundings(folder, handlers, state=state), last)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    for step in window.steps():
        step()
    for step in window.host.start():
        step()
    window.around.hub.settle()  # type: ignore[attr-defined]
    return window


@pytest.fixture(autouse=True)
def some_panels(monkeypatch: pytest.MonkeyPatch) -> None:
    Plain.made = 0
    monkeypatch.setattr(main_window, "PANELS", SPECS)


def test_every_action_is_complete_and_has_a_handler() -> None:
    keys = by_key()
    assert len(keys) == len(ACTIONS)
    panels = {spec.key for spec in PANELS}
    shortcuts = [QKeySequence(action.shortcut).toString() for action in ACTIONS if action.shortcut]
    shortcuts += [QKeySequence(spec.shortcut).toString() for spec in PANELS if spec.shortcut]
    assert len(set(shortcuts)) == len(shortcuts)
    for action in ACTIONS:
        assert action.menu in MENUS
        assert action.title
        target, _, method = action.handler.partition(".")
        if target == "shell":
            assert callable(getattr(Commands, method)), action.handler
        else:
            assert target in panels, action.handler


def test_menus_hold_every_action(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path)
    texts = {action.text() for menu in window.menus.values() for action in menu.actions()}
    for action in ACTIONS:
        assert action.title in texts
    assert "Two" in texts
    assert "Watchlist" in texts


def test_first_paint_shows_the_kept_table(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path)
    place = window.host.places[WATCHLIST]
    panel = window.host.panels()[WATCHLIST]
    assert isinstance(panel, Slow)
    assert not panel.isVisible()
    picture = window.grab().toImage()
    panel.ready.emit()
    assert panel.isVisible()
    assert place.panel is panel
    assert picture != window.grab().toImage()


def test_without_a_kept_table_it_says_what_it_does(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(surroundings(tmp_path), None)
    qtbot.addWidget(window)
    window.show()
    assert any("Opening" in label.text() for label in window.findChildren(QLabel))


def test_the_kept_table_scrolls(qtbot: QtBot, tmp_path: Path) -> None:
    from watchlist.ui.first_table import FirstTable

    table = FirstTable(TABLE, surroundings(tmp_path).theme, "normal")
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    before = table.grab().toImage()
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    for down in (-120, -120, 120):
        table.wheelEvent(
            QWheelEvent(
                QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, down), Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
            )
        )  # fmt: skip
    assert table.top == 3
    assert before != table.grab().toImage()


def test_panels_are_made_when_they_are_seen(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path)
    assert Plain.made == 0
    assert window.host.modules() == [HERE, HERE]
    window.tabs.setCurrentIndex(1)
    assert Plain.made == 1
    window.tabs.setCurrentIndex(0)
    window.tabs.setCurrentIndex(1)
    assert Plain.made == 1
    panel = window.host.open("one")
    assert isinstance(panel, Remembering)
    assert panel.fronts == 1
    assert window.tabs.currentIndex() == 0
    assert window.host.open("no such panel") is None


def test_a_broken_panel_leaves_a_sentence(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path)
    with qtbot.waitSignal(window.host.failed) as caught:
        assert window.host.open("broken") is None
    assert isinstance(caught.args[0], RuntimeError)
    assert any("could not be opened" in label.text() for label in window.host.places["broken"].findChildren(QLabel))
    assert window.host.open("broken") is None
    assert window.host.docks["broken"].isVisible()


def test_everything_is_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    state = State(tmp_path / "window.json")
    window = opened(qtbot, tmp_path, state)
    window.resize(700, 560)
    window.host.open("broken")
    panel = window.host.open("one")
    assert isinstance(panel, Remembering)
    panel.number = 7
    window.host.open("two")
    window.selection.select_network("ember")
    window.remember()
    state.save()
    again = opened(qtbot, tmp_path, State(tmp_path / "window.json"))
    assert (again.width(), again.height()) == (700, 560)
    assert again.host.docks["broken"].isVisible()
    assert again.tabs.currentIndex() == 1
    assert again.selection.network == "ember"
    restored = again.host.open("one")
    assert isinstance(restored, Remembering)
    assert restored.number == 7
    again.reset_layout()
    assert not again.host.docks["broken"].isVisible()


@pytest.mark.parametrize("kept", ["not base64 at all", "AAAA", 7, None])
def test_a_damaged_memory_does_not_stop_the_start(qtbot: QtBot, tmp_path: Path, kept: object) -> None:
    state = State()
    for name in ("geometry", "layout", "tab"):
        state.set(f"main.{name}", kept)
    state.set("main.panel.one", [1])
    assert opened(qtbot, tmp_path, state).isVisible()


def test_safe_mode_restores_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    state = State()
    state.set("main.tab", "two")
    window = MainWindow(surroundings(tmp_path, state=state, safe_mode=True), None)
    qtbot.addWidget(window)
    assert window.tabs.currentIndex() == 0


def test_conditions_and_shortcuts(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path)
    book = window.book
    assert book.get("refresh").isEnabled()
    assert not book.get("cancel_refresh").isEnabled()
    window.around.choices.change({"offline": True})
    assert not book.get("refresh").isEnabled()
    assert book.get("offline").isChecked()
    assert not book.run("refresh")
    book.set_shortcuts({"refresh": "Ctrl+R"})
    assert book.get("refresh").shortcut() == QKeySequence("Ctrl+R")
    book.set_shortcuts({})
    assert book.get("refresh").shortcut() == QKeySequence("F5")


def test_refresh_is_asked_once_at_a_time(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path)
    hub: Any = window.around.hub
    assert window.book.run("refresh_all")
    assert not window.book.get("refresh").isEnabled()
    assert window.book.run("cancel_refresh")
    hub.settle()
    assert Refresh(all_due=True) in hub.asked
    assert CancelRefresh() in hub.asked
    assert window.book.get("refresh").isEnabled()
    window.close()


def test_messages_replace_each_other_and_offer_actions(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path)
    hub: Any = window.around.hub
    for number in range(3):
        hub.publish(Notice("same", Severity.WARNING, f"Number {number}"))
        hub.settle()
    (banner,) = window.banners.banners()
    assert banner.text.text() == "Number 2"
    window.notices.add(Notice("a", Severity.INFO, "Info", actions=(NoticeAction("Go dark", "theme"),)))
    window.notices.add(Notice("b", Severity.ERROR, "Bad", "It says why"))
    window.notices.add(Notice("c", Severity.ERROR, "Bad", "It says why"))
    shown = window.banners.banners()
    assert [one.notice.key for one in shown] == ["c", "b", "same"]
    assert "It says why" in shown[0].text.text()
    window.notices.dismiss("c")
    window.notices.dismiss("b")
    dark = window.around.theme.dark
    from PySide6.QtWidgets import QPushButton

    button = next(one for one in window.banners.findChildren(QPushButton) if one.text() == "Go dark")
    button.click()
    assert window.around.theme.dark is not dark
    window.grab()
    window.notices.clear()
    assert not window.banners.isVisible()
    assert len(window.notices.history) >= 4
    window.around.choices.change({"theme": "light"})


def test_status_bar_tells_of_sources_and_work(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path)
    hub: Any = window.around.hub
    button, jobs = window.commands.sources, window.commands.jobs
    assert button.text() == "Sources: 1 good, 1 in trouble"
    button.click()
    assert any("asked too often" in action.text() for action in button._menu.actions())
    button._menu.close()
    hub.handlers[SourceStates] = lambda _: states(None)[:1]
    hub.publish(SourcesChanged("a"))
    hub.settle()
    assert button.text().startswith("Sources: all 1")
    hub.publish(Progress("pull", "Pulling history", 25, 100, "events", 0))
    hub.settle()
    assert jobs.isVisible()
    assert jobs.bar.value() == 250
    hub.publish(Progress("other", "Other work", 1, None, "files", 0))
    hub.settle()
    assert "1 more" in jobs.label.text()
    for name in ("pull", "other"):
        hub.publish(Progress(name, "", 1, 1, "", 0, over=True))
    hub.settle()
    assert not jobs.isVisible()
    window.around.choices.change({"offline": True})
    hub.settle()
    assert button.text().startswith("Offline")


def test_closing_leaves_or_stays(qtbot: QtBot, tmp_path: Path) -> None:
    window = opened(qtbot, tmp_path)
    window.stay = lambda: True
    window.close()
    assert not window.isVisible()
    window.bring_to_front()
    assert window.isVisible()
    window.stay = lambda: False
    with qtbot.waitSignal(window.closing):
        window.close()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b'{"version":2}', b'{"version":1,"title":"","columns":["a"],"align":[],"widths":[],"rows":[]}',
     b'{"version":1,"title":"","columns":["a"],"align":["left"],"widths":[0],"rows":[[[1,""]]]}',
     b'{"version":1,"title":"","columns":["a"],"align":["left"],"widths":[0],"rows":[["abc"]]}'],
)  # fmt: skip
def test_an_unusable_kept_table_is_no_table(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "last_table.json"
    assert read_last_table(path) is None
    path.write_bytes(content)
    assert read_last_table(path) is None


def test_kept_table_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "last_table.json"
    path.write_bytes(last_table_bytes(TABLE))
    assert read_last_table(path) == TABLE


def test_the_table_on_screen_is_kept_for_the_next_start(qtbot: QtBot, tmp_path: Path) -> None:
    from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
    from PySide6.QtWidgets import QTableView, QVBoxLayout

    window = opened(qtbot, tmp_path)
    panel = window.host.panels()[WATCHLIST]
    window.keep_table()
    assert not window.around.last_table.exists()
    model = QStandardItemModel(0, 3, panel)
    model.setHorizontalHeaderLabels(["Network", "Price", "Hidden"])
    price = QStandardItem("3.20")
    price.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    price.setForeground(QColor(window.around.theme.colours.up))
    model.appendRow([QStandardItem("Ember"), price, QStandardItem("x")])
    view = QTableView()
    QVBoxLayout(panel).addWidget(view)
    view.setModel(model)
    view.setColumnHidden(2, True)
    view.setColumnWidth(0, 123)
    window.keep_table()
    kept = read_last_table(window.around.last_table)
    assert kept is not None
    assert kept.columns == ("Network", "Price")
    assert kept.align == ("left", "right")
    assert kept.widths[0] == 123
    assert kept.rows == ((Cell("Ember"), Cell("3.20", "up")),)
    window.around.choices.change({"privacy_screen": True})
    window.keep_table()
    assert not window.around.last_table.exists()
