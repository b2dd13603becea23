"""The one place where an operating system's error becomes one of the store's own, in words that say what to do.

Must never turn a mistake of ours into a StoreError: what is not known here is passed on as it came.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from watchlist.domain.errors import DiskFull, StoreError

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC})
NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def store_error(error: OSError, path: Path) -> StoreError:
    """Return the store's word for an operating system's error at a path."""
    if error.errno in NO_ROOM:
        return DiskFull(f"There is no room left on the disk of {path}. Free some space, then try again.")
    if error.errno in NOT_ALLOWED:
        return StoreError(f"{path} cannot be written. Allow writing to it, or choose another data folder.")
    return StoreError(f"{path}: {error.strerror or error}")


@contextmanager
def file_edge(path: Path) -> Iterator[None]:
    """Turn OSError inside into a StoreError that names the path."""
    try:
        yield
    except OSError as error:
        raise store_error(error, path) from error


def make_folder(path: Path) -> None:
    """Make a folder that only its user can read. Raises StoreError."""
    with file_edge(path):
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
