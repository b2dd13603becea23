"""One window per profile: a second start asks the first to show itself, and leaves.

The lock is taken before anything is painted; the door at which the second start knocks opens after the first paint.
"""

from __future__ import annotations

import time
import zlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal

ANSWER = b"here\n"
KNOCK_SECONDS = 3.0


def door_name(lock: Path) -> str:
    """Return the name of a profile's local socket; short, because some systems cut long names."""
    return f"watchlist-{zlib.crc32(str(lock).encode()):08x}"


def take_lock(lock: Path) -> QLockFile | None:
    """Return the held lock of a profile, None where another window has it. A dead owner's lock is taken over."""
    held = QLockFile(str(lock))
    held.setStaleLockTime(0)
    return held if held.tryLock(0) else None


def knock(lock: Path) -> bool:
    """Ask the window that holds the lock to show itself; return whether it answered."""
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - not needed by a first start

    end = time.monotonic() + KNOCK_SECONDS
    while time.monotonic() < end:
        socket = QLocalSocket()
        socket.connectToServer(door_name(lock))
        if socket.waitForConnected(300):
            answered = bool(socket.bytesAvailable()) or socket.waitForReadyRead(1500)
            socket.abort()
            return answered
        time.sleep(0.1)  # the first window may not have painted yet
    return False


class Door(QObject):
    """Listens for second starts.

    Signals:
        knocked(): another start wants the window in front.
    """

    knocked = Signal()

    def __init__(self, lock: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the first paint

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        name = door_name(lock)
        QLocalServer.removeServer(name)  # the lock is ours: whatever is there belongs to nobody
        self.open = self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _greet(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.write(ANSWER)
            socket.flush()
            self.knocked.emit()
