"""One table of the user's documents as one readable JSON file: whole, checked, and with its last versions beside it.

TinyDB's own storage writes in place and can lose everything with one crash; this one never leaves half a file.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from tinydb.storages import Storage

from watchlist.domain.atomic_file import write_atomically
from watchlist.domain.errors import Damaged, TooNew
from watchlist.domain.instants import Instant, iso
from watchlist.store.faults import file_edge, make_folder

Entries: TypeAlias = dict[str, dict[str, Any]]
VERSION = 1
"""The newest layout that this program knows; migrations lead to it."""
KEPT = 10
ENTRIES = b',\n"entries": '
_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_VERSION = re.compile(rb'"version":\s*(\d+)')


@dataclass(slots=True)
class Content:
    """What a file holds; ``extra`` are keys of its head that this version does not know, kept as they are."""

    entries: Entries = field(default_factory=dict)
    version: int = VERSION
    saved: str = ""
    extra: dict[str, Any] = field(default_factory=dict)


def encode(content: Content, saved: Instant) -> bytes:
    """Return a file's bytes: a head with the checksum, then one line for each entry."""
    return _framed(body_of(content.entries), content, saved)


def body_of(entries: Entries) -> bytes:
    """Return entries as JSON, one line for each. Raises ValueError for a number that JSON does not have."""
    text = _JSON.encode
    return ("{\n" + ",\n".join([f"{text(name)}: {text(entry)}" for name, entry in entries.items()]) + "\n}").encode()


def _framed(body: bytes, content: Content, saved: Instant) -> bytes:
    head = {
        "what": "Watchlist documents",
        "version": content.version,
        "saved": iso(saved),
        "sha256": hashlib.sha256(body).hexdigest(),
        **content.extra,
    }
    return json.dumps(head, ensure_ascii=False)[:-1].encode() + ENTRIES + body + b"}\n"


def decode(raw: bytes, path: Path) -> Content:
    """Return what a file holds. Raises TooNew, or Damaged where it does not hold together."""
    told = _VERSION.search(raw[:400])
    if told and int(told[1]) > VERSION:
        raise TooNew(
            f"{path} was written by a newer version of the program. Update the program to open it; it was not touched."
        )
    start = raw.find(ENTRIES)
    if start < 0 or not raw.endswith(b"}\n"):
        raise Damaged(f"{path} is cut off or is no file of documents")
    body = raw[start + len(ENTRIES) : -2]
    try:
        head = json.loads(raw[:start] + b"}")
        if hashlib.sha256(body).hexdigest() != head.pop("sha256", None):
            raise Damaged(f"{path} does not match its checksum")
        entries = json.loads(body)
    except ValueError as error:
        raise Damaged(f"{path} is not readable") from error
    if not isinstance(entries, dict) or not isinstance(head.get("version"), int):
        raise Damaged(f"{path} holds no entries")
    strange = {name: entries.pop(name) for name, entry in list(entries.items()) if not isinstance(entry, dict)}
    if strange:  # kept beside the entries, since TinyDB knows documents only
        head["not_understood"] = {**head.get("not_understood", {}), **strange}
    head.pop("what", None)
    return Content(entries, head.pop("version"), str(head.pop("saved", "")), head)


class DocumentFile(Storage):
    """TinyDB's storage for one table. Keeps what it last read or wrote as text, so that nobody shares live objects."""

    def __init__(self, path: Path, backups: Path, clock: Callable[[], Instant], content: Content) -> None:
        self._path = path
        self._backups = backups
        self._clock = clock
        self._extra = content.extra
        self._body = body_of(content.entries)

    def read(self) -> dict[str, Entries]:
        """Return a fresh copy of all entries, as TinyDB wants them."""
        return {"entries": json.loads(self._body)}

    def write(self, data: dict[str, Entries]) -> None:
        """Save all entries: afterwards they are on the disk. Raises StoreError, and then nothing has changed."""
        entries = data.get("entries", {})
        body = body_of(entries)
        raw = _framed(body, Content(version=VERSION, extra=self._extra), self._clock())
        with file_edge(self._path):
            keep_backup(self._path, self._backups)
            write_atomically(self._path, raw)
        self._body = body


def keep_backup(path: Path, folder: Path) -> None:
    """Keep the present version of a file among the last ones. Raises OSError."""
    if not path.exists():
        return
    make_folder(folder)
    numbers = [number for number, _ in backups_of(path, folder)]
    target = folder / f"{path.stem}.{max(numbers, default=0) + 1:08d}.json"
    try:
        os.link(path, target)
    except OSError:  # a file system without links; a copy that is cut off is recognised by its checksum
        shutil.copy2(path, target)
    for _, old in backups_of(path, folder)[KEPT:]:
        with suppress(OSError):
            old.unlink()


def backups_of(path: Path, folder: Path) -> list[tuple[int, Path]]:
    """Return the kept versions of a file, the newest first."""
    pattern = re.compile(re.escape(path.stem) + r"\.(\d{8,})\.json")
    if not folder.is_dir():
        return []
    found = [(int(match[1]), each) for each in folder.iterdir() if (match := pattern.fullmatch(each.name))]
    return sorted(found, reverse=True)
