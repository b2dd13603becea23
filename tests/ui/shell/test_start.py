"""Before the window: the command line, one window per profile, imports in their own thread, the self-test."""

from __future__ import annotations

import builtins
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from tests.helpers.components import ROOT
from watchlist import __main__ as command
from watchlist import about
from watchlist.bridge.plain_import import Importer
from watchlist.ui import single_instance
from watchlist.ui.end_signals import EndSignals
from watchlist.ui.selftest import Selftest
from watchlist.ui.single_instance import Door, knock, take_lock
from watchlist.ui.tray import Tray


def test_the_command_line_is_understood() -> None:
    options = command.understand(
        ["--data-dir", "folder", "--set=theme=dark", "--set", "min_cohort=3", "--offline", "demo", "--refresh"]
    )
    assert options.data_dir == Path("folder")
    assert options.assignments == ("theme=dark", "min_cohort=3")
    assert options.offline
    assert options.words == ("demo", "--refresh")
    assert not options.demo
    assert options.shared() == [
        "--data-dir", "folder", "--set", "theme=dark", "--set", "min_cohort=3", "--offline",
    ]  # fmt: skip
    assert command.understand(["demo"]).demo
    assert command.understand(["demo", "--data-dir", "x"]).data_dir == Path("x")
    assert command.understand(["show", "--help"]).words == ("show", "--help")
    assert command.understand(["--", "--offline"]).words == ("--offline",)
    assert command.understand(["--log-level", "debug"]).shared() == ["--log-level", "debug"]
    assert command.understand([]).word == ""


@pytest.mark.parametrize("given", [["--nothing"], ["--data-dir"], ["--data-dir="], ["--log-level", "loud"], ["--set"]])
def test_what_is_not_understood_is_said(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(given) == 2
    assert given[0].split("=")[0] in capsys.readouterr().err


def test_version_needs_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--version"]) == 0
    assert capsys.readouterr().out == f"{about.NAME} {about.VERSION}\n"


def test_words_go_to_the_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from watchlist.terminal import cli

    given: list[list[str]] = []

    def take(words: list[str]) -> int:
        given.append(words)
        return 7

    monkeypatch.setattr(cli, "main", take)
    monkeypatch.setattr(command, "has_screen", lambda: False)
    assert command.main(["--offline", "show", "--json"]) == 7
    assert command.main(["--data-dir", "x", "demo"]) == 7
    assert command.main([]) == 7
    assert command.main(["demo", "--refresh"]) == 7
    assert command.main(["--help"]) == 7
    assert given == [
        ["--offline", "show", "--json"],
        ["--data-dir", "x", "summary", "--demo"],
        ["summary"],
        ["demo", "--refresh"],
        ["--help"],
    ]
    assert "no screen" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "screen"),
    [({}, False), ({"DISPLAY": ":1"}, True), ({"WAYLAND_DISPLAY": "w"}, True), ({"QT_QPA_PLATFORM": "offscreen"}, True),
     ({"QT_QPA_PLATFORM": "xcb"}, False)],
)  # fmt: skip
def test_whether_there_is_a_screen(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], screen: bool) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", "linux")
    assert command.has_screen() is screen
    monkeypatch.setattr(sys, "platform", "win32")
    assert command.has_screen()


def test_words_and_first_paint_import_only_what_they_need() -> None:
    script = (
        "import sys, json; from watchlist import __main__ as m; m.main(['--version']);"
        "a = sorted(n for n in sys.modules if n.split('.')[0] in {'PySide6', 'numpy', 'duckdb', 'httpx', 'asyncio'});"
        "m.load_app();"
        "b = sorted(set(n.split('.')[0] for n in sys.modules) & {'numpy', 'duckdb', 'httpx', 'pyqtgraph', 'asyncio',"
        " 'keyring', 'tinydb', 'anyio', 'msgspec'});"
        "import builtins; print(json.dumps([a, b, type(builtins.__import__).__name__, builtins.__import__.__name__]))"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    words, window, _, name = json.loads(done.stdout.splitlines()[-1])
    assert words == []
    assert window == []
    assert name == "__import__"


def test_a_second_window_knocks_at_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    lock = tmp_path / "window.lock"
    held = take_lock(lock)
    assert held is not None
    assert take_lock(lock) is None
    door = Door(lock)
    assert door.open
    script = "import sys, pathlib; from watchlist.ui.single_instance import knock;"
    script += " sys.exit(0 if knock(pathlib.Path(sys.argv[1])) else 1)"
    other = subprocess.Popen([sys.executable, "-c", script, str(lock)], cwd=ROOT)
    with qtbot.waitSignal(door.knocked, timeout=8000):
        pass
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=8000)
    assert other.returncode == 0
    door.close()
    door.deleteLater()
    held.unlock()
    again = take_lock(lock)
    assert again is not None
    again.unlock()


def test_knocking_where_nobody_is_gives_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(single_instance, "KNOCK_SECONDS", 0.3)
    assert not knock(tmp_path / "window.lock")


def test_imports_happen_beside_the_window(qtbot: QtBot) -> None:
    told: list[tuple[str, object, bool]] = []
    before, turn = builtins.__import__, sys.getswitchinterval()
    importer = Importer(
        {"good": ("colorsys",), "bad": ("there.is.no.such.module", "wave"), "empty": ()},
        lambda name, error: told.append((name, error, QThread.isMainThread())),
    )
    importer.start()
    importer.join(5)
    assert [name for name, _, _ in told] == ["good", "bad", "empty"]
    assert [type(error) for _, error, _ in told] == [type(None), ModuleNotFoundError, type(None)]
    assert not any(main for _, _, main in told)
    assert builtins.__import__ is before
    assert sys.getswitchinterval() == turn


def test_selftest_says_what_failed(qtbot: QtBot, capsys: pytest.CaptureFixture[str]) -> None:
    left: list[int] = []

    def broken() -> None:
        raise OSError("no such thing")

    good: list[tuple[str, Callable[[], object]]] = [("one", lambda: None)]
    for checks in (good, [*good, ("two", broken)]):
        test = Selftest(checks, left.append)
        before = len(left)
        test.start()
        qtbot.waitUntil(lambda before=before: len(left) > before)  # type: ignore[misc]
        test.deleteLater()
    assert left == [0, 1]
    out = capsys.readouterr().out
    assert "selftest: ok" in out
    assert "selftest: two failed: OSError: no such thing" in out


def test_being_asked_to_end_is_leaving(qtbot: QtBot) -> None:
    left: list[bool] = []
    before = signal.getsignal(signal.SIGTERM)
    signals = EndSignals(lambda: left.append(QThread.isMainThread()))
    os.kill(os.getpid(), signal.SIGTERM)
    qtbot.waitUntil(lambda: bool(left))
    assert left == [True]
    signals.close()
    signals.deleteLater()
    assert signal.getsignal(signal.SIGTERM) is before


def test_tray_menu(qtbot: QtBot) -> None:
    from watchlist.ui.icon import SIZES, app_icon

    icon = app_icon()
    assert len(icon.availableSizes()) == len(SIZES)
    tray = Tray(icon)
    assert not Tray.is_possible()
    for wanted, at in ((tray.show_wanted, 0), (tray.refresh_wanted, 1), (tray.quit_wanted, 3)):
        with qtbot.waitSignal(wanted):
            tray.icon.contextMenu().actions()[at].trigger()
    with qtbot.waitSignal(tray.show_wanted):
        tray.icon.activated.emit(tray.icon.ActivationReason.Trigger)
    tray.set_shown(False)
    tray.icon.contextMenu().deleteLater()
    tray.deleteLater()
