"""What a test left behind: threads, running timers, top-level widgets, sockets, open files of databases.

Each check compares with what was there when the test began, waits a moment for things that are just ending, and
names what remains. Must work without Qt: the Qt checks act only where Qt was imported.
"""

from __future__ import annotations

import gc
import os
import socket
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

GRACE = 2.0
"""Seconds that a thread or a socket gets to end after its test."""

DESCRIPTORS = Path("/proc/self/fd")


class Leaks:
    """A picture of the process before a test; ``found`` compares it with now."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._threads = set(threading.enumerate())
        self._sockets = open_sockets()
        self._files = self._open_files()
        self._timers = {id(timer) for timer in active_timers()}
        self._widgets = {id(widget) for widget in top_level_widgets()}

    def found(self, *, threads: bool = True) -> list[str]:
        """Return one line for each thing that was left behind."""
        checks: list[Callable[[], list[str]]] = [self._left_sockets, self._left_files]
        if threads:
            checks.append(self._left_threads)
        lines = [line for check in checks for line in settled(check)]
        return lines + self._left_timers() + self._left_widgets()

    def _left_threads(self) -> list[str]:
        left = [thread for thread in threading.enumerate() if thread not in self._threads and thread.is_alive()]
        return [f"thread {thread.name!r}" for thread in left if not isinstance(thread, threading._DummyThread)]

    def _left_sockets(self) -> list[str]:
        return [f"socket {name}" for inode, name in open_sockets().items() if inode not in self._sockets]

    def _left_files(self) -> list[str]:
        return [f"open file {name}" for name in sorted(self._open_files() - self._files)]

    def _left_timers(self) -> list[str]:
        return [f"timer {timer!r}" for timer in active_timers() if id(timer) not in self._timers]

    def _left_widgets(self) -> list[str]:
        return [f"window {widget!r}" for widget in top_level_widgets() if id(widget) not in self._widgets]

    def _open_files(self) -> set[str]:
        return {target for _, target in descriptors() if target.startswith(self._root)}


def settled(check: Callable[[], list[str]]) -> list[str]:
    """Return what a check still finds after a collection and a short wait."""
    found = check()
    if not found:
        return found
    gc.collect()
    until = time.monotonic() + GRACE
    while (found := check()) and time.monotonic() < until:
        time.sleep(0.01)
    return found


def descriptors() -> list[tuple[int, str]]:
    """Return this process's open descriptors and what they lead to; nothing where the system does not tell."""
    found: list[tuple[int, str]] = []
    if DESCRIPTORS.is_dir():
        for entry in os.listdir(DESCRIPTORS):  # noqa: PTH208 - iterdir would build a path for each
            with suppress(OSError):
                found.append((int(entry), os.readlink(DESCRIPTORS / entry)))  # noqa: PTH115
    return found


def open_sockets() -> dict[str, str]:
    """Return the open internet sockets; Unix sockets belong to the desktop's libraries."""
    found: dict[str, str] = {}
    for number, target in descriptors():
        if target.startswith("socket:"):
            with suppress(OSError), socket.socket(fileno=os.dup(number)) as copy:
                if copy.family in {socket.AF_INET, socket.AF_INET6}:
                    found[target] = str(copy.getsockname())
    return found


def active_timers() -> list[object]:
    """Return the running QTimers that Python knows."""
    if "PySide6.QtCore" not in sys.modules:
        return []
    from PySide6.QtCore import QTimer
    from shiboken6 import Shiboken

    return [each for each in Shiboken.getAllValidWrappers() if isinstance(each, QTimer) and each.isActive()]


def top_level_widgets() -> list[object]:
    """Return the top-level widgets, after those that wait for their deletion are gone."""
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return list(QApplication.topLevelWidgets())
