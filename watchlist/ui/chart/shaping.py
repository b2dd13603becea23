"""Shapes large series off the GUI thread: a pyramid of a million points takes longer than a frame may.

Small ones are shaped at once. Of several askings under one key only the newest is answered, in the GUI thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QObject, Qt, Signal

LARGE = 50_000
"""Points from which shaping moves into a thread."""

T = TypeVar("T")


class Shaper(QObject):
    """Runs pure functions over frozen arrays in a short-lived thread each."""

    _shaped = Signal(str, int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start idle."""
        super().__init__(parent)
        self._tokens: dict[str, int] = {}
        self._waiting: dict[tuple[str, int], Callable[[object], None]] = {}
        self._threads: list[threading.Thread] = []
        self._shaped.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def shape(self, key: str, points: int, function: Callable[[], T], then: Callable[[T], None]) -> None:
        """Call ``then`` with what ``function`` returns; ``points`` says how much work it is."""
        token = self._tokens[key] = self._tokens.get(key, 0) + 1
        if points < LARGE:
            then(function())
            return
        self._waiting[key, token] = cast("Callable[[object], None]", then)
        thread = threading.Thread(
            target=lambda: self._shaped.emit(key, token, function()), name="watchlist-shaping", daemon=True
        )
        self._threads = [one for one in self._threads if one.is_alive()]
        self._threads.append(thread)
        thread.start()

    def close(self) -> None:
        """Forget what is on its way and wait for the threads; each lasts a few tens of milliseconds."""
        self._waiting.clear()
        for thread in self._threads:
            thread.join(timeout=5)
        self._threads.clear()

    def _deliver(self, key: str, token: int, made: object) -> None:
        then = self._waiting.pop((key, token), None)
        if then is not None and self._tokens.get(key) == token:
            then(made)
