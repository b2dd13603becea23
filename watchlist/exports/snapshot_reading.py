"""Opens snapshots of strangers: nothing is unpacked to disk, nothing is larger than it says, nothing is believed.

A part counts only when its size and SHA-256 are those of the manifest. Whatever else is wrong is one clear refusal.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeVar

import msgspec

from watchlist.domain.errors import Damaged, InputError, TooNew
from watchlist.domain.firings import Firing, Standing
from watchlist.domain.keepsakes import Check, Verdict
from watchlist.exports.snapshot import (
    EPOCH,
    FORMAT,
    INSTANTS,
    MANIFEST,
    VERSION,
    Definition,
    Manifest,
    NetworkPart,
    RowPart,
    Snapshot,
    SourceLine,
)

LARGEST_FILE = 400_000_000
LARGEST_MANIFEST = 4_000_000
LARGEST_PART = 120_000_000
LARGEST_WHOLE = 600_000_000
MOST_PARTS = 20_000
PIECE = 1 << 20
_NAME = re.compile(r"(?:networks|activity)/[A-Za-z0-9._~%-]+(?:\.json|\.index)|[a-z]+\.json")
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError, ValueError)
PartT = TypeVar("PartT")


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """A snapshot file after looking at every byte: its manifest, what of each part holds, and the parts that do."""

    manifest: Manifest
    fingerprint: str
    checks: tuple[Check, ...]
    contents: Mapping[str, bytes]

    @property
    def intact(self) -> bool:
        """Whether every part is as it was written, and nothing was added."""
        return all(one.verdict is Verdict.INTACT for one in self.checks)


def read_manifest(path: Path) -> tuple[Manifest, str]:
    """Return a snapshot's manifest and fingerprint without reading the rest. Raises Damaged, TooNew, InputError."""
    with _bundle(path) as bundle:
        return _head(bundle, path)


def open_snapshot(path: Path) -> Opened:
    """Read and check every part in memory. Raises Damaged where it is no snapshot, TooNew, InputError."""
    with _bundle(path) as bundle:
        manifest, fingerprint = _head(bundle, path)
        checks: list[Check] = []
        contents: dict[str, bytes] = {}
        names = bundle.namelist()
        if len(names) != len(set(names)):
            raise Damaged(f"{path} holds two parts with one name. It is not used.")
        listed = {line.name: line for line in manifest.parts}
        checks += [Check(name, Verdict.UNLISTED) for name in names if name != MANIFEST and name not in listed]
        for line in manifest.parts:
            if line.name not in names:
                checks.append(Check(line.name, Verdict.MISSING))
                continue
            content = _content(bundle, line.name, line.size)
            if content is None or hashlib.sha256(content).hexdigest() != line.sha256:
                checks.append(Check(line.name, Verdict.ALTERED))
                continue
            checks.append(Check(line.name, Verdict.INTACT))
            contents[line.name] = content
    return Opened(manifest, fingerprint, tuple(checks), contents)


def snapshot_of(opened: Opened, path: Path) -> Snapshot:
    """Return what a snapshot says. Raises Damaged where a part is altered, missing or does not hold together."""
    bad = [one for one in opened.checks if one.verdict is not Verdict.INTACT]
    if bad:
        raise Damaged(f"{path}: {bad[0].what} is {bad[0].verdict.value}. The snapshot cannot be trusted.")
    found = opened.contents
    networks = [_decode(content, NetworkPart, name) for name, content in found.items() if name.startswith("networks/")]
    return Snapshot(
        opened.manifest,
        _decode(found.get("table.json", b""), list[RowPart], "table.json"),
        {part.network.id: part for part in networks},
        _decode(found.get("definitions.json", b""), list[Definition], "definitions.json"),
        _decode(found.get("options.json", b""), dict[str, Any], "options.json"),
        _decode(found.get("standings.json", b""), list[Standing], "standings.json"),
        _decode(found.get("firings.json", b""), list[Firing], "firings.json"),
        _decode(found.get("sources.json", b""), list[SourceLine], "sources.json"),
        _decode(found.get("documents.json", b""), dict[str, list[dict[str, Any]]], "documents.json"),
        {name: content for name, content in found.items() if name.startswith("activity/")},
        opened.fingerprint,
    )


def read_snapshot(path: Path) -> Snapshot:
    """Open a snapshot and return what it says. Raises Damaged, TooNew, InputError."""
    return snapshot_of(open_snapshot(path), path)


class _bundle:  # noqa: N801 - used as a function
    """A zip file whose faults are refusals in words."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._zip: zipfile.ZipFile | None = None

    def __enter__(self) -> zipfile.ZipFile:
        path = self._path
        try:
            if not path.is_file():
                raise InputError("path", f"there is no file {path}")
            if path.stat().st_size > LARGEST_FILE:
                raise Damaged(f"{path} is too large to be a snapshot.")
            _refuse_long_directory(path)
            self._zip = zipfile.ZipFile(path)
        except OSError as error:
            raise InputError("path", f"{path} cannot be read: {error.strerror or error}") from error
        except _BROKEN as error:
            raise Damaged(f"{path} is no snapshot, or it was cut off.") from error
        if len(self._zip.infolist()) > MOST_PARTS:
            self._zip.close()
            raise Damaged(f"{path} holds too many parts to be a snapshot.")
        return self._zip

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if self._zip is not None:
            self._zip.close()
        if isinstance(error, _BROKEN):
            raise Damaged(f"{self._path} does not hold together. It is not used.") from error


def _refuse_long_directory(path: Path) -> None:
    """Look at the directory's length before the whole of it is taken into memory. Raises Damaged."""
    with path.open("rb") as source:
        size = source.seek(0, 2)
        source.seek(max(0, size - 65_557))
        tail = source.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 22:
        raise Damaged(f"{path} is no snapshot, or it was cut off.")
    if int.from_bytes(tail[at + 12 : at + 16], "little") > LARGEST_MANIFEST:
        raise Damaged(f"{path} holds too many parts to be a snapshot.")


def _head(bundle: zipfile.ZipFile, path: Path) -> tuple[Manifest, str]:
    raw = _content(bundle, MANIFEST, None) if MANIFEST in bundle.namelist() else None
    if raw is None:
        raise Damaged(f"{path} is no snapshot, or its manifest was altered.")
    try:
        version = msgspec.json.decode(raw, type=_Kind)
    except (msgspec.DecodeError, RecursionError) as error:
        raise Damaged(f"{path} is no snapshot, or its manifest was altered.") from error
    if version.format != FORMAT:
        raise Damaged(f"{path} is no snapshot of this program.")
    if version.version > VERSION:
        raise TooNew(f"{path} was written by a newer version of the program. Update the program to read it.")
    manifest = _decode(raw, Manifest, MANIFEST)
    if not INSTANTS[0] <= manifest.as_of <= INSTANTS[1]:
        raise Damaged(f"{path} has a time that does not exist.")
    for line in manifest.parts:
        if not _NAME.fullmatch(line.name) or ".." in line.name:
            raise Damaged(f"{path} names a part {line.name[:80]!r} that no snapshot has. Nothing was written.")
        if not 0 <= line.size <= LARGEST_PART:
            raise Damaged(f"{path} has a part that is too large to be true.")
    if sum(line.size for line in manifest.parts) > LARGEST_WHOLE:
        raise Damaged(f"{path} is too large when unpacked.")
    return manifest, hashlib.sha256(raw).hexdigest()


@dataclass(frozen=True, slots=True)
class _Kind:
    format: str
    version: int


def _content(bundle: zipfile.ZipFile, name: str, size: int | None) -> bytes | None:
    """Return a part, None where it is not what it says; never reads much more than it is said to be."""
    most = LARGEST_MANIFEST if size is None else size
    entry = bundle.getinfo(name)
    if entry.file_size > most or (size is not None and entry.file_size != size):
        return None
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or entry.flag_bits & 1:
        return None
    if entry.date_time != EPOCH:
        return None
    try:
        with bundle.open(entry) as source:
            return _bounded(source, most)
    except _BROKEN:
        return None


def _bounded(source: IO[bytes], most: int) -> bytes | None:
    pieces, size = [], 0
    while piece := source.read(PIECE):
        size += len(piece)
        if size > most:
            return None
        pieces.append(piece)
    return b"".join(pieces)


def _decode(content: bytes, kind: type[PartT], name: str) -> PartT:
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.DecodeError, RecursionError, ValueError, OverflowError) as error:
        raise Damaged(f"{name} of the snapshot does not hold what it should.") from error
