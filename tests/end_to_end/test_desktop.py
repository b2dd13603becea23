"""The test desktop itself, and the files that a desktop reads of the program."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.helpers.components import NODE_TOOLS, find, require, require_linux
from tests.helpers.desktop import Desktop
from watchlist import about

ROOT = Path(__file__).resolve().parents[2]
FILES = ROOT / "resources" / "desktop"


@pytest.mark.desktop
def test_it_has_a_screen_a_keyring_and_notifications(desktop: Desktop, artifacts: Path) -> None:
    require("secret-tool", "xdotool", "import", "notify-send", "dunstctl")
    assert desktop.run(["xdotool", "getdisplaygeometry"]).stdout == "1280 800\n"
    stored = desktop.start(["secret-tool", "store", "--label=test", "service", "watchlist-test", "username", "a"])
    assert stored.stdin is not None
    stored.stdin.write(b"kept")
    stored.stdin.close()
    assert stored.wait(10) == 0
    assert desktop.run(["secret-tool", "lookup", "service", "watchlist-test", "username", "a"]).stdout == "kept"
    desktop.run(["secret-tool", "clear", "service", "watchlist-test", "username", "a"]).check_returncode()
    desktop.run(["notify-send", "--expire-time=60000", "From a test"]).check_returncode()
    assert desktop.run(["dunstctl", "count", "displayed"]).stdout.strip() == "1"
    desktop.run(["dunstctl", "close-all"]).check_returncode()
    assert desktop.screenshot(artifacts / "empty-desktop.png").stat().st_size > 0


@pytest.mark.desktop
def test_it_lives_apart_from_the_user_and_leaves_nothing() -> None:
    require_linux()
    require("Xvfb", "dbus-daemon", "openbox")
    with Desktop(without=["keyring", "notifications", "accessibility"]) as alone:
        folder, display = alone.folder, alone.environment["DISPLAY"]
        assert alone.run(["sh", "-c", "echo $HOME"]).stdout.strip().startswith(str(folder))
        assert not alone.owns("org.freedesktop.secrets")
    assert not folder.exists()
    assert not Path(f"/tmp/.X11-unix/X{display.removeprefix(':')}").exists()


def test_the_desktop_entry_is_valid() -> None:
    require_linux()
    tool = require("desktop-file-validate")
    done = subprocess.run([tool, str(FILES / f"{about.APP_ID}.desktop")], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


def test_the_metainfo_is_valid() -> None:
    require_linux()
    tool = require("appstreamcli")
    command = [tool, "validate", "--no-net", str(FILES / f"{about.APP_ID}.metainfo.xml")]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert "E:" not in done.stdout
    assert "W:" not in done.stdout


@pytest.mark.parametrize("tool", sorted(NODE_TOOLS))
def test_the_test_programs_from_npm_start(tool: str) -> None:
    require("node", tool)
    done = subprocess.run([str(find(tool)), "--version"], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
