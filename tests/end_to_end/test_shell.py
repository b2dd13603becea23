"""The real program on a real desktop: opens, is looked at in light and dark, raised by a second start, and leaves in
time whatever hangs. The pictures are kept with the run.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.helpers.components import ROOT, require
from tests.helpers.desktop import Desktop

pytestmark = [pytest.mark.desktop, pytest.mark.timeout(120)]
DRAWN = 80_000  # bytes of a picture with a table and a chart; an empty window has a third of it
PROGRAM = [sys.executable, "-m", "watchlist"]


def wait_until(what: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)


def titles(desktop: Desktop) -> str:
    return desktop.run(["wmctrl", "-l"]).stdout


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a data folder that holds the simulated networks."""
    require("wmctrl", "import", "xdotool")
    folder = tmp_path_factory.mktemp("profile") / "data"
    done = subprocess.run(
        [*PROGRAM, "--data-dir", str(folder), "demo", "--refresh"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "SIMULATED" in done.stdout
    return folder


@contextmanager
def running(desktop: Desktop, profile: Path, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run the window until the block ends."""
    command = [*PROGRAM, "--data-dir", str(profile), *options]
    process = desktop.start(command, "window", PYTHONPATH=str(ROOT))
    try:
        wait_until(lambda: "Watchlist" in titles(desktop))
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(8)


def left_within(process: subprocess.Popen[bytes], seconds: float) -> int:
    """Wait for a process and return its exit status; fails where it takes longer."""
    return process.wait(seconds)


def close(desktop: Desktop) -> None:
    """Close the window as its frame's button does."""
    desktop.run(["wmctrl", "-c", "Watchlist"])


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_window_is_there_and_leaves(desktop: Desktop, profile: Path, artifacts: Path, theme: str) -> None:
    with running(desktop, profile, "--offline", "--set", f"theme={theme}") as process:
        picture = artifacts / f"shell-{theme}.png"
        wait_until(lambda: desktop.screenshot(picture).stat().st_size > DRAWN, 30)
        close(desktop)
        assert left_within(process, 5) == 0
    kept = json.loads((profile / "state" / "window.json").read_text("utf-8"))
    assert kept["main.geometry"]
    assert (desktop.folder / "window.log").read_text("utf-8") == ""


def test_preferences_by_keyboard(desktop: Desktop, profile: Path, artifacts: Path) -> None:
    with running(desktop, profile, "--offline", "--set", "theme=light") as process:
        shown = artifacts / "shell-preferences.png"
        wait_until(lambda: desktop.screenshot(shown).stat().st_size > DRAWN, 30)
        desktop.run(["xdotool", "key", "ctrl+comma"])
        wait_until(lambda: "Preferences" in titles(desktop))
        time.sleep(1)
        desktop.screenshot(shown)
        desktop.run(["xdotool", "key", "Escape"])
        wait_until(lambda: "Preferences" not in titles(desktop))
        close(desktop)
        assert left_within(process, 5) == 0


def test_a_second_start_raises_the_first_window(desktop: Desktop, profile: Path) -> None:
    with running(desktop, profile, "--offline") as process:
        time.sleep(3)
        command = [*PROGRAM, "--data-dir", str(profile)]
        second = desktop.run(command, timeout=20, PYTHONPATH=str(ROOT))
        assert second.returncode == 0
        assert second.stdout + second.stderr == ""
        assert titles(desktop).count("Watchlist") == 1
        assert process.poll() is None
        process.terminate()
        assert left_within(process, 5) == 0


def test_selftest_uses_the_real_keyring(desktop: Desktop, profile: Path) -> None:
    done = desktop.run([*PROGRAM, "--data-dir", str(profile), "--selftest"], timeout=60, PYTHONPATH=str(ROOT))
    assert (done.returncode, done.stdout, done.stderr) == (0, "selftest: ok\n", "")
    assert not [path for path in profile.rglob("*") if path.is_file() and b"selftest-0123456789" in path.read_bytes()]


class BlackHole:
    """A proxy that takes every connection and never answers."""

    def __init__(self) -> None:
        self._door = socket.create_server(("127.0.0.1", 0))
        self.taken: list[socket.socket] = []
        self._thread = threading.Thread(target=self._take, name="test-black-hole", daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._door.getsockname()[1]}"

    def _take(self) -> None:
        while True:
            try:
                self.taken.append(self._door.accept()[0])
            except OSError:
                return

    def close(self) -> None:
        self._door.shutdown(socket.SHUT_RDWR)
        self._door.close()
        for one in self.taken:
            one.close()
        self._thread.join(5)


def test_leaving_takes_at_most_five_seconds_with_a_hung_server(desktop: Desktop, tmp_path: Path) -> None:
    require("wmctrl")
    script = (
        "import asyncio, sys, pathlib\n"
        "from watchlist.domain.requests import AddNetwork, ShippedNetworks\n"
        "from watchlist.services.opening import open_house\n"
        "from watchlist.settings.paths import Paths\n"
        "from watchlist.settings.values import Settings\n"
        "async def main():\n"
        "    paths, settings = Paths(pathlib.Path(sys.argv[1])), Settings()\n"
        "    paths.make()\n"
        "    told = lambda _: None\n"
        "    async with open_house(paths, settings.get, settings.set, told, scheduled=False) as desk:\n"
        "        real = [one for one in await desk.ask(ShippedNetworks()) if not one.simulated]\n"
        "        await desk.ask(AddNetwork(real[0].id))\n"
        "asyncio.run(main())\n"
    )
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "data")], cwd=ROOT, check=True, timeout=60)
    hole = BlackHole()
    try:
        with running(desktop, tmp_path / "data", "--set", f"proxy={hole.address}") as process:
            wait_until(lambda: bool(hole.taken), 30)
            time.sleep(1)
            started = time.monotonic()
            close(desktop)
            assert left_within(process, 7) == 0
            assert time.monotonic() - started <= 5
    finally:
        hole.close()
