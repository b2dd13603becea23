"""Writes files of any size so that their name never holds a half-written one, and asks before it replaces another.

The work goes into a file beside the target, is synced, and takes the target's place in one step.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from watchlist.domain.atomic_file import sync_folder
from watchlist.domain.errors import DiskFull, InputError

NO_ROOM = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})


@contextmanager
def whole_file(path: Path, *, overwrite: bool = False) -> Iterator[Path]:
    """Give a temporary path to write to; it takes the place of ``path`` when the work ends well.

    Raises InputError where the file exists and may not be replaced or cannot be written, DiskFull where the disk is
    full. Nothing is left behind then.
    """
    if path.is_dir():
        raise InputError("path", f"{path} is a folder; name a file in it")
    if not overwrite and path.exists():
        raise InputError("path", f"{path} is there already; allow replacing it, or choose another name")
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{secrets.token_hex(4)}.new")
    try:
        yield temporary
        _sync(temporary)
        if not overwrite and path.exists():
            raise InputError("path", f"{path} was made by somebody else meanwhile; choose another name")
        temporary.replace(path)
        sync_folder(path.parent)
    except OSError as error:
        if error.errno in NO_ROOM:
            raise DiskFull(f"There is no room left on the disk of {path}. Free some space, then try again.") from error
        raise InputError("path", f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        temporary.unlink(missing_ok=True)


def write_whole(path: Path, content: bytes, *, overwrite: bool = False) -> None:
    """Write bytes in one step. Raises InputError or DiskFull."""
    with whole_file(path, overwrite=overwrite) as temporary:
        temporary.write_bytes(content)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
