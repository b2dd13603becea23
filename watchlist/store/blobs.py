"""Derived things that are kept as files beside the archive, such as activity indexes: atomic and checked.

Anything here can be made again: a file that does not hold together counts as absent and is removed.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from urllib.parse import quote, unquote

from watchlist.domain.atomic_file import write_atomically
from watchlist.store.faults import file_edge, make_folder

MAGIC = b"WLBLOB1\n"
SUFFIX = ".blob"


class Blobs:
    """Named byte strings in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def save(self, name: str, content: bytes) -> None:
        """Keep bytes under a name, in one atomic step. Raises StoreError."""
        make_folder(self._folder)
        path = self._path(name)
        with file_edge(path):
            write_atomically(path, MAGIC + hashlib.blake2b(content, digest_size=32).digest() + content)

    def load(self, name: str) -> bytes | None:
        """Return the bytes of a name; None where there are none, or where they do not hold together."""
        path = self._path(name)
        with file_edge(path):
            try:
                raw = path.read_bytes()
            except FileNotFoundError:
                return None
        digest, content = raw[len(MAGIC) : len(MAGIC) + 32], raw[len(MAGIC) + 32 :]
        if raw[: len(MAGIC)] == MAGIC and hashlib.blake2b(content, digest_size=32).digest() == digest:
            return content
        self.drop(name)
        return None

    def drop(self, name: str) -> None:
        """Remove a name; nothing happens where it is absent."""
        path = self._path(name)
        with file_edge(path):
            path.unlink(missing_ok=True)

    def names(self) -> list[str]:
        """Return all names, sorted."""
        return sorted(unquote(path.name[: -len(SUFFIX)]) for path in self._folder.glob(f"*{SUFFIX}"))

    def size(self) -> int:
        """Return the bytes that all of them take."""
        return sum(path.stat().st_size for path in self._folder.glob(f"*{SUFFIX}"))

    def _path(self, name: str) -> Path:
        return self._folder / (quote(name, safe="").replace(".", "%2E") + SUFFIX)
