"""Leaves properly when the session or a terminal ends the program: SIGTERM, SIGINT and SIGHUP close it like a user.

Python runs signal handlers between its own instructions, and Qt's loop executes none of them while it waits: a socket
pair wakes it.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

NAMES = ("SIGTERM", "SIGINT", "SIGHUP")


class EndSignals(QObject):
    """Calls ``leave`` in the main thread when the process is asked to end."""

    def __init__(self, leave: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leave = leave
        self._ours, self._theirs = socket.socketpair()
        for one in (self._ours, self._theirs):
            one.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        self._before = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        kinds = [getattr(signal, name) for name in NAMES if hasattr(signal, name)]
        self._handlers = {kind: signal.signal(kind, self._note) for kind in kinds}

    def close(self) -> None:
        """Give signals back to whoever had them."""
        signal.set_wakeup_fd(self._before)
        for kind, handler in self._handlers.items():
            signal.signal(kind, handler)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._theirs.close()

    def _note(self, _number: int, _frame: object) -> None:
        """Exist, so that the signal does not end the process; the socket does the rest."""

    def _wake(self) -> None:
        try:
            self._ours.recv(64)
        except BlockingIOError:
            return
        self._leave()
