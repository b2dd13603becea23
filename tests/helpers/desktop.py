"""A real desktop for one command or one test: screen, window manager, session bus, keyring, notifications, tray.

``python -m tests.helpers.desktop [--tray sni|xembed] [--without keyring,…] COMMAND …`` runs a command in it and exits
with its status; in tests use the ``desktop`` fixture or ``with Desktop() as desktop``. Everything lives in a folder of
its own (HOME, XDG folders, runtime folder), so nothing of the user's is met, and only processes started here are ended.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from jeepney import DBusErrorResponse, message_bus
from jeepney.io.blocking import Proxy, open_dbus_connection

PASSWORD = "test-pass"
"""Unlocks the keyring of the test desktop."""

PARTS = ("wm", "keyring", "notifications", "accessibility")
ACCESSIBILITY = "/usr/libexec/at-spi-bus-launcher"
NEEDS = ("Xvfb", "dbus-daemon", "openbox", "gnome-keyring-daemon", "dunst", "at-spi-bus-launcher")
NAMES = {"keyring": "org.freedesktop.secrets", "notifications": "org.freedesktop.Notifications"}
TRAYS = {
    "sni": ["xfce4-panel", "--disable-wm-check"],
    "xembed": ["trayer", "--edge", "bottom", "--align", "right", "--widthtype", "request", "--height", "28"],
}
DUNST = """[global]
origin = top-right
mouse_left_click = do_action, close_current
history_length = 100
icon_path = ""
"""
PATIENCE = 10.0
_PR_SET_PDEATHSIG = 1


class Desktop:
    """Starts its parts on entering and ends them on leaving; ``environment`` is what a process in it gets."""

    def __init__(self, *, size: str = "1280x800", tray: str = "", without: Sequence[str] = ()) -> None:
        self._size = size
        self._tray = tray
        self._parts = [part for part in PARTS if part not in without]
        self._processes: list[subprocess.Popen[bytes]] = []
        self.folder = Path()
        self.environment: dict[str, str] = {}

    def __enter__(self) -> Self:
        """Start everything and wait until each service has its name on the bus."""
        self.folder = Path(tempfile.mkdtemp(prefix="watchlist-desktop-"))
        try:
            self._start()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End everything that was started here."""
        self.close()

    def run(self, command: Sequence[str], *, timeout: float = 60, **more: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the desktop and return what it said."""
        return subprocess.run(
            command, env={**self.environment, **more}, timeout=timeout, check=False, capture_output=True, text=True
        )

    def start(self, command: Sequence[str], log: str = "started", **more: str) -> subprocess.Popen[bytes]:
        """Start a process that ends with the desktop at the latest; what it says goes to ``folder/<log>.log``."""
        with (self.folder / f"{log}.log").open("ab") as file:
            process = subprocess.Popen(
                command,
                env={**self.environment, **more},
                stdin=subprocess.PIPE,
                stdout=file,
                stderr=file,
                preexec_fn=die_with_parent,  # noqa: PLW1509 - no threads that hold locks here
            )
        self._processes.append(process)
        return process

    def screenshot(self, target: Path) -> Path:
        """Save a picture of the whole screen as PNG."""
        self.run(["import", "-window", "root", str(target)]).check_returncode()
        return target

    def owns(self, name: str) -> bool:
        """Return whether something has this name on the session bus."""
        try:
            with open_dbus_connection(bus=self.environment["DBUS_SESSION_BUS_ADDRESS"]) as bus:
                return bool(Proxy(message_bus, bus).NameHasOwner(name)[0])
        except (OSError, DBusErrorResponse):
            return False

    def close(self) -> None:
        """End the processes, newest first, and remove the folder."""
        for process in reversed(self._processes):
            if process.stdin:
                with contextlib.suppress(OSError):
                    process.stdin.close()
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(3)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
        self._processes.clear()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _start(self) -> None:
        home, runtime = self.folder / "home", self.folder / "run"
        for folder in (home / ".config" / "dunst", home / ".local" / "share", home / ".cache", runtime):
            folder.mkdir(parents=True)
        runtime.chmod(0o700)
        kept = {key: value for key, value in os.environ.items() if key not in {"WAYLAND_DISPLAY", "NO_AT_BRIDGE"}}
        self.environment = {
            **kept,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_DATA_HOME": str(home / ".local" / "share"),
            "XDG_STATE_HOME": str(home / ".local" / "state"),
            "XDG_CACHE_HOME": str(home / ".cache"),
            "XDG_CURRENT_DESKTOP": "X-Watchlist-Test",
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "WATCHLIST_TEST_DESKTOP": "1",
        }
        screen = ["Xvfb", "-screen", "0", f"{self._size}x24", "-nolisten", "tcp", "-noreset", "-displayfd"]
        self.environment["DISPLAY"] = ":" + self._told(screen)
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--nosyslog", "--print-address"]
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._told(bus)
        if "wm" in self._parts:
            self.start(["openbox"], "wm")
        if "keyring" in self._parts:
            keyring = self.start(
                ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"], "keyring"
            )
            feed(keyring, PASSWORD)
        if "notifications" in self._parts:
            (home / ".config" / "dunst" / "dunstrc").write_text(DUNST)
            self.start(["dunst"], "notifications")
        if "accessibility" in self._parts:
            self.start([ACCESSIBILITY, "--launch-immediately"], "accessibility")
        if self._tray:
            self.start(TRAYS[self._tray], "tray")
        wanted = [NAMES[part] for part in self._parts if part in NAMES]
        wanted += ["org.kde.StatusNotifierWatcher"] if self._tray == "sni" else []
        wanted += ["org.a11y.Bus"] if "accessibility" in self._parts else []
        for name in wanted:
            self._wait_for(name)

    def _told(self, command: list[str]) -> str:
        """Start a server that writes where it listens to a descriptor, and return that."""
        reading, writing = os.pipe()
        joint = "=" if command[-1] == "--print-address" else " "
        command = [*command[:-1], *f"{command[-1]}{joint}{writing}".split(" ")]
        with (self.folder / f"{command[0]}.log").open("ab") as log:
            process = subprocess.Popen(
                command,
                env=self.environment,
                pass_fds=[writing],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=die_with_parent,  # noqa: PLW1509 - no threads that hold locks here
            )
        self._processes.append(process)
        os.close(writing)
        with os.fdopen(reading, "rb") as told:
            line = told.readline().decode().strip()
        if not line:
            raise RuntimeError(f"{command[0]} did not start: {(self.folder / f'{command[0]}.log').read_text()}")
        return line

    def _wait_for(self, name: str) -> None:
        until = time.monotonic() + PATIENCE
        while not self.owns(name):
            if time.monotonic() > until:
                raise RuntimeError(f"the test desktop's {name} did not come up")
            time.sleep(0.02)


def feed(process: subprocess.Popen[bytes], text: str) -> None:
    """Give a process its whole standard input."""
    if process.stdin:
        process.stdin.write(text.encode())
        process.stdin.close()


def die_with_parent() -> None:
    """Ask Linux to end this child when its parent dies, so that an aborted test run leaves no server behind."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def main(arguments: list[str]) -> int:
    """Run one command in a desktop."""
    parser = argparse.ArgumentParser(description="Run a command in a desktop of its own.")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--tray", default="", choices=["", *TRAYS])
    parser.add_argument("--without", default="", help="parts to leave out: " + ", ".join(PARTS))
    parser.add_argument("command", nargs=argparse.REMAINDER)
    chosen = parser.parse_args(arguments)
    if not chosen.command:
        parser.error("which command?")
    with Desktop(size=chosen.size, tray=chosen.tray, without=chosen.without.split(",")) as desktop:
        return subprocess.run(chosen.command, env=desktop.environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
