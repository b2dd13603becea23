"""Several files as one: a zip with a manifest that holds the size and the SHA-256 of every part.

Nothing of a bundle is believed before its hash was checked, and nothing is ever written outside the folder that was
asked for. Must never leave a half-written bundle under its final name.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO

from watchlist.domain.atomic_file import sync_folder
from watchlist.domain.errors import Damaged, TooNew
from watchlist.domain.instants import Instant, iso
from watchlist.store.faults import file_edge

MANIFEST = "manifest.json"
VERSION = 1
LARGEST_MANIFEST = 4_000_000
PIECE = 1 << 20
EPOCH = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Part:
    """One file of a bundle."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle holds and when it was made (ISO text)."""

    made: str
    parts: tuple[Part, ...]


def write_bundle(path: Path, parts: Mapping[str, Path | bytes], made: Instant) -> Manifest:
    """Write files and bytes as one file, in one step. Raises DiskFull or StoreError; then nothing is left behind."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    with file_edge(path):
        try:
            handle = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
            with os.fdopen(handle, "w+b") as target:
                manifest = _write_parts(target, parts, made)
                target.flush()
                os.fsync(target.fileno())
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        sync_folder(path.parent)
    return manifest


def read_manifest(path: Path) -> Manifest:
    """Return what a bundle says that it holds. Raises TooNew, Damaged or StoreError."""
    with file_edge(path):
        try:
            with zipfile.ZipFile(path) as bundle:
                return _manifest(bundle, path)
        except _BROKEN as error:
            raise Damaged(f"{path} is no backup of this program, or it was cut off.") from error


def unpack(path: Path, folder: Path) -> Manifest:
    """Check every part of a bundle while writing it into a folder. Raises TooNew, Damaged, DiskFull or StoreError."""
    with file_edge(path):
        try:
            with zipfile.ZipFile(path) as bundle:
                manifest = _manifest(bundle, path)
                for part in manifest.parts:
                    target = folder / part.name
                    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                    with bundle.open(part.name) as source, _private(target) as sink:
                        _copy_checked(source, sink, part, path)
        except _BROKEN as error:
            raise Damaged(f"{path} is no backup of this program, or it was cut off or changed.") from error
    return manifest


def _write_parts(target: IO[bytes], parts: Mapping[str, Path | bytes], made: Instant) -> Manifest:
    written = []
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bundle:
        for name, content in sorted(parts.items()):
            digest, size = hashlib.sha256(), 0
            with bundle.open(zipfile.ZipInfo(name, EPOCH), "w", force_zip64=True) as sink:
                if isinstance(content, bytes):
                    sink.write(content)
                    digest.update(content)
                    size = len(content)
                else:
                    with content.open("rb") as source:
                        while piece := source.read(PIECE):
                            sink.write(piece)
                            digest.update(piece)
                            size += len(piece)
            written.append(Part(name, size, digest.hexdigest()))
        head = {
            "what": "Watchlist backup",
            "version": VERSION,
            "made": iso(made),
            "parts": [{"name": part.name, "size": part.size, "sha256": part.sha256} for part in written],
        }
        bundle.writestr(zipfile.ZipInfo(MANIFEST, EPOCH), json.dumps(head, indent=1))
    return Manifest(iso(made), tuple(written))


def _manifest(bundle: zipfile.ZipFile, path: Path) -> Manifest:
    if bundle.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
        raise Damaged(f"{path} has a manifest that is too large to be true.")
    head = json.loads(bundle.read(MANIFEST))
    if head["version"] > VERSION:
        raise TooNew(f"{path} was written by a newer version of the program. Update the program to read it.")
    parts = tuple(Part(str(one["name"]), int(one["size"]), str(one["sha256"])) for one in head["parts"])
    for part in parts:
        pure = PurePosixPath(part.name)
        if pure.is_absolute() or ".." in pure.parts or "\\" in part.name or ":" in part.name or not pure.parts:
            raise Damaged(f"{path} names a file outside of its folder: {part.name!r}. Nothing was written.")
        if bundle.getinfo(part.name).file_size != part.size:
            raise Damaged(f"{path} does not match its manifest at {part.name}.")
    return Manifest(str(head["made"]), parts)


def _copy_checked(source: IO[bytes], sink: IO[bytes], part: Part, path: Path) -> None:
    digest, size = hashlib.sha256(), 0
    while piece := source.read(PIECE):
        size += len(piece)
        if size > part.size:
            break
        digest.update(piece)
        sink.write(piece)
    if size != part.size or digest.hexdigest() != part.sha256:
        raise Damaged(f"{path} was changed: {part.name} does not match its hash. Nothing of it is used.")
    sink.flush()
    os.fsync(sink.fileno())


def _private(path: Path) -> IO[bytes]:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, 0o600), "wb")


_BROKEN = (zipfile.BadZipFile, ValueError, KeyError, TypeError, EOFError, NotImplementedError, zlib.error)
