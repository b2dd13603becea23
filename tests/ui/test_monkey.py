"""Twenty thousand random keys, clicks, wheels and resizes: nothing fails, nothing stays behind. Prints its seed."""

from __future__ import annotations

import gc
import logging
import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.exceptions import capture_exceptions

from tests.helpers.direct_hub import DirectHub, SameThread
from tests.ui.whole_window import fill, hub_of, path_of, settle, window_on
from watchlist.ui.main_window import MainWindow

pytestmark = [pytest.mark.monkey, pytest.mark.slow, pytest.mark.timeout(150)]
EVENTS = int(os.environ.get("WATCHLIST_MONKEY_EVENTS", "20000"))
SECONDS = 55.0
log = logging.getLogger(__name__)
KEYS = (
    *(Qt.Key(Qt.Key.Key_A.value + n) for n in range(26)),
    *(Qt.Key(Qt.Key.Key_0.value + n) for n in range(10)),
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Space, Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home,
    Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_F2,
    Qt.Key.Key_F6, Qt.Key.Key_Comma,
)  # fmt: skip
MODIFIERS = (
    *[Qt.KeyboardModifier.NoModifier] * 8,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
)
QUESTIONS = {"Metric", "Detail", "PointsOf", "CandlesOf", "ShippedNetworks", "Coverage", "Firings", "SourceStates"}
KEPT_AWAY = {"quit", "close", "full_screen"}


class Monkey:
    """Does something random to whatever is in front."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window = window
        self.dice = random.Random(seed)
        self.did: Counter[str] = Counter()

    def step(self) -> None:
        """Do one thing."""
        what = self.dice.choices((self.key, self.click, self.wheel, self.resize, self.panel), (45, 40, 10, 2, 3))[0]
        self.did[what.__name__] += 1
        try:
            what()
        except RuntimeError as gone:  # the click itself destroyed its target before the button was let go
            if "already deleted" not in str(gone):
                raise
        if not self.window.isVisible():
            self.window.show()

    def front(self) -> QWidget:
        """Return the window that a user would reach."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup
        dialogs = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
        if dialogs and self.dice.random() < 0.05:
            dialogs[-1].reject()
            return self.window
        return dialogs[-1] if dialogs else self.window

    def somewhere(self) -> tuple[QWidget, QPoint] | None:
        """Return a random place in what is in front."""
        top = self.front()
        if not top.width() or not top.height():
            return None
        at = QPoint(self.dice.randrange(top.width()), self.dice.randrange(top.height()))
        inside = top.childAt(at)
        return (inside, inside.mapFrom(top, at)) if inside is not None else (top, at)

    def key(self) -> None:
        front = self.front()
        inside: QWidget | None = front.focusWidget()
        target = front if inside is None or not inside.isVisible() else inside
        QTest.keyClick(target, self.dice.choice(KEYS), self.dice.choice(MODIFIERS))

    def click(self) -> None:
        place = self.somewhere()
        if place is None:
            return
        button = self.dice.choices((Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton), (9, 1))[0]
        widget, at = place
        modifier = self.dice.choice(MODIFIERS)
        if button == Qt.MouseButton.RightButton:
            event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, widget.mapToGlobal(at), modifier)
            QApplication.sendEvent(widget, event)
        elif self.dice.random() < 0.1:
            QTest.mouseDClick(widget, button, Qt.KeyboardModifier.NoModifier, at)
        else:
            QTest.mousePress(widget, button, modifier, at)
            if shiboken6.isValid(widget):
                QTest.mouseRelease(widget, button, modifier, at)

    def wheel(self) -> None:
        place = self.somewhere()
        if place is None:
            return
        widget, at = place
        turn = QPoint(0, self.dice.choice((-120, 120)))
        event = QWheelEvent(
            QPointF(at), QPointF(widget.mapToGlobal(at)), QPoint(), turn, Qt.MouseButton.NoButton,
            self.dice.choice(MODIFIERS), Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(widget, event)

    def resize(self) -> None:
        self.window.resize(self.dice.randrange(640, 1500), self.dice.randrange(420, 1000))

    def panel(self) -> None:
        self.window.host.open(self.dice.choice(sorted(self.window.host.places)))


@pytest.fixture
def no_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer what would block or leave: the system's own dialogs, menus that wait, other programs."""
    monkeypatch.setattr(QInputDialog, "getText", lambda *_a, **_k: ("a name", True))
    monkeypatch.setattr(QInputDialog, "getMultiLineText", lambda *_a, **_k: ("a note", True))
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_a, **_k: ("", False))
    for name in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_a, **_k: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a, **_k: "")
    monkeypatch.setattr(QColorDialog, "getColor", lambda first, *_a, **_k: first)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_a: True)
    for name in ("question", "information", "warning", "critical"):
        monkeypatch.setattr(QMessageBox, name, lambda *_a, **_k: QMessageBox.StandardButton.No)
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: 0)
    monkeypatch.setattr(QDialog, "exec", lambda dialog: dialog.open())


class MenuPicker(QTimer):
    """Chooses an entry of a menu that waits for the user: it runs only while something waits."""

    def __init__(self, dice: random.Random) -> None:
        super().__init__(interval=2)
        self._dice = dice
        self.timeout.connect(self._pick)

    def _pick(self) -> None:
        front = QApplication.activePopupWidget()
        if isinstance(front, QMenu):
            choices = [one for one in front.actions() if one.isEnabled() and not one.isSeparator() and one.isVisible()]
            if choices and self._dice.random() < 0.6:
                front.setActiveAction(self._dice.choice(choices))
                QTest.keyClick(front, Qt.Key.Key_Return)
            else:
                front.close()
        elif front is not None:
            front.close()


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("filled"))


def remember_answers(hub: DirectHub) -> None:
    """Let questions that were asked before be answered at once: the monkey tries the window, not the numbers."""
    known: dict[str, Any] = {}
    answer = hub._answer

    async def remembered(request: Any) -> Any:
        if type(request).__name__ not in QUESTIONS:
            return await answer(request)
        key = repr(request)
        if key not in known:
            known[key] = await answer(request)
        return known[key]

    hub.connect_desk(SameThread(), remembered)


@pytest.fixture
def window(filled: Path, qapp: QApplication, no_way_out: None) -> Iterator[MainWindow]:
    with window_on(filled) as found:
        remember_answers(hub_of(found))
        for key in KEPT_AWAY:
            found.book.get(key).setEnabled(False)
        yield found
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog | QMenu):
                one.close()


def resident() -> float:
    """Return the memory of this process in megabytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def widgets() -> int:
    """Return how many widgets there are."""
    gc.collect()
    return len(QApplication.allWidgets())


def test_monkey(window: MainWindow, record_property: Any, request: pytest.FixtureRequest) -> None:
    seed = int(os.environ.get("WATCHLIST_MONKEY_SEED", random.randrange(1 << 32)))
    record_property("seed", seed)
    monkey = Monkey(window, seed)
    hub = hub_of(window)
    grown: list[int] = []
    memory: list[float] = []
    picker = MenuPicker(monkey.dice)
    picker.start()
    began = time.monotonic()
    request.addfinalizer(picker.stop)
    with capture_exceptions() as exceptions:
        for count in range(EVENTS):
            monkey.step()
            if count % 50 == 0:
                hub.settle(2)
            if exceptions:
                pytest.fail(f"seed {seed}, event {count}: {exceptions[0]}")
            if count % (EVENTS // 10) == EVENTS // 10 - 1:
                tidy(window)
                grown.append(widgets())
                memory.append(resident())
            if time.monotonic() - began > SECONDS:
                break
    took = time.monotonic() - began
    picker.stop()
    log.info(
        "seed %d: %d events in %.1f s: %s; widgets %s; MB %s", seed, monkey.did.total(), took, monkey.did, grown, memory
    )
    assert not exceptions
    assert monkey.did.total() >= min(EVENTS, 2000)
    if len(grown) >= 6:
        assert grown[-1] - grown[len(grown) // 2] < 200, grown
        assert memory[-1] - memory[len(memory) // 2] < 60, memory


def tidy(window: MainWindow) -> None:
    """Close what is open in front of the window, so that widgets can be counted."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    for one in QApplication.topLevelWidgets():
        if isinstance(one, QDialog) and one.isVisible():
            one.reject()
    settle(hub_of(window), 2)


def test_the_monkey_types_into_fields(window: MainWindow) -> None:
    """What it types arrives: a monkey whose events go nowhere would find nothing."""
    window.host.open("thesis")
    settle(hub_of(window))
    field = next(one for one in window.findChildren(QPlainTextEdit) if one.isVisible())
    QTest.keyClick(field, Qt.Key.Key_A)
    assert field.toPlainText()
    search = next(one for one in window.findChildren(QLineEdit) if one.isVisible())
    assert path_of(search)
    QTest.keyClick(search, Qt.Key.Key_B)
    assert search.text()
