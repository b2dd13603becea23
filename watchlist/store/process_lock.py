"""One process at a time: a lock file that the system lets go by itself when its process dies, however it dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from watchlist.domain.errors import Locked
from watchlist.store.faults import file_edge

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


class ProcessLock:
    """Holds a lock file until ``release``."""

    def __init__(self, path: Path) -> None:
        """Take the lock. Raises Locked where another process (or another owner in this one) holds it."""
        with file_edge(path.parent):
            self._handle: int | None = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._handle)
        except OSError as error:
            self.release()
            raise Locked(
                f"{path.parent} is in use by another running copy of the program. Close that one, then try again."
            ) from error

    def release(self) -> None:
        """Let go; the file itself stays, since removing it would open a race."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _take(handle: int) -> None:
    if sys.platform == "win32":
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
