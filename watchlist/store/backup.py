"""Backups of everything that is kept, as one file with hashes, and the way back: checked first, then put in place.

What lies in the place of a restored part is set aside, never deleted.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from watchlist.domain.instants import Instant, iso
from watchlist.store.bundle import Manifest, unpack, write_bundle
from watchlist.store.faults import file_edge, make_folder
from watchlist.store.process_lock import ProcessLock

if TYPE_CHECKING:
    from watchlist.store.archive import Archive
    from watchlist.store.documents import Documents

ARCHIVE = "archive"
DOCUMENTS = "documents"
ARCHIVE_FILES = ("archive.duckdb", "archive.duckdb.wal", "layout.json", "blobs")
LOCKS = {ARCHIVE: "archive.lock", DOCUMENTS: ".lock"}


def back_up(
    path: Path, archive: Archive | None, documents: Documents | None, extra: Mapping[str, Path | bytes] | None = None
) -> Manifest:
    """Write a backup of the archive, the documents and further files. Raises DiskFull or StoreError.

    ``extra`` maps names with a folder of their own (``networks/own.toml``) to files or bytes. Runs on the store's
    thread; the archive rests meanwhile.
    """
    parts: dict[str, Path | bytes] = dict(extra or {})
    if documents is not None:
        parts.update({f"{DOCUMENTS}/{file.name}": file for file in documents.files()})
    if archive is None:
        if documents is None:
            raise ValueError("nothing to back up")
        return write_bundle(path, parts, documents.clock())
    with archive.database.at_rest() as database:
        parts[f"{ARCHIVE}/{database.name}"] = database
        parts[f"{ARCHIVE}/layout.json"] = database.with_name("layout.json")
        return write_bundle(path, parts, archive.clock())


def restore(path: Path, places: Mapping[str, Path], now: Instant) -> Manifest:
    """Put a backup's folders in their places, for instance ``{"archive": …, "documents": …}``.

    Everything is checked before the first file is moved. Folders of the backup that have no place are left out.
    Raises TooNew, Damaged, Locked, DiskFull or StoreError; then nothing has changed.
    """
    for place in places.values():
        make_folder(place)
    any_place = next(iter(places.values()))
    unpacked = any_place.parent / f".restoring-{uuid4().hex[:8]}"
    make_folder(unpacked)
    locks: list[ProcessLock] = []
    try:
        manifest = unpack(path, unpacked)
        locks = [ProcessLock(place / LOCKS[name]) for name, place in places.items() if name in LOCKS]
        for name, place in places.items():
            if (unpacked / name).is_dir():
                _take_place(unpacked / name, place, ARCHIVE_FILES if name == ARCHIVE else None, now)
        return manifest
    finally:
        for lock in locks:
            lock.release()
        shutil.rmtree(unpacked, ignore_errors=True)


def set_aside(folder: Path, names: tuple[str, ...] | None, now: Instant) -> Path | None:
    """Move files of a folder (all but locks, without names) into a folder beside them; return it, None if empty."""
    with file_edge(folder):
        present = [each for each in sorted(folder.iterdir()) if _moves(each, names)]
        if not present:
            return None
        target = folder / f"set-aside-{iso(now).replace(':', '')}"
        while target.exists():
            target = target.with_name(target.name + "+")
        make_folder(target)
        for each in present:
            each.rename(target / each.name)
    return target


def _moves(path: Path, names: tuple[str, ...] | None) -> bool:
    if names is not None:
        return path.name in names
    return path.name not in LOCKS.values() and not path.name.startswith("set-aside-")


def _take_place(source: Path, place: Path, names: tuple[str, ...] | None, now: Instant) -> None:
    set_aside(place, names, now)
    with file_edge(place):
        for each in sorted(source.iterdir()):
            shutil.move(each, place / each.name)
