"""Backups of everything that was made and pulled, as one file, encrypted where a passphrase is given; and the way back.

Keys are never in a backup. A restore checks everything first, and sets aside what it replaces. Encryption is the age
format with a passphrase: any age program opens it, ours is only one of them.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyrage

from watchlist.domain import requests as ask
from watchlist.domain.errors import Damaged, InputError
from watchlist.domain.instants import Instant, iso
from watchlist.domain.keepsakes import BackupInfo
from watchlist.domain.messages import ListsChanged
from watchlist.exports.whole_file import whole_file
from watchlist.services.desk import Handler
from watchlist.services.house import House
from watchlist.services.jobs import Job
from watchlist.store.backup import ARCHIVE, DOCUMENTS, back_up, restore
from watchlist.store.bundle import Manifest, read_manifest

ENDING = ".wlbackup"
LOCKED_ENDING = ".wlbackup.age"
BY_ITSELF = "auto-"
AGE = b"age-encryption.org/v1"
LARGEST_LOCKED = 2_000_000_000
"""An encrypted backup passes through memory as a whole."""


def folder_of(house: House) -> Path:
    """Return where backups are kept."""
    chosen = str(house.setting("backup_folder"))
    return Path(chosen).expanduser() if chosen else house.folder / "backups"


async def make(house: House, request: ask.MakeBackup, prefix: str = "") -> BackupInfo:
    """Write a backup. Raises InputError, DiskFull, StoreError."""
    ending = LOCKED_ENDING if request.passphrase else ENDING
    name = f"{prefix}watchlist-{iso(house.clock())[:19].replace(':', '').replace('-', '')}Z{ending}"
    path = Path(request.path) if request.path else folder_of(house) / name
    with Job(house, "backup", f"Writing {path.name}", "files") as job:
        await asyncio.to_thread(path.parent.mkdir, mode=0o700, parents=True, exist_ok=True)
        info = await house.on_store(_make, house, path, request.passphrase, request.overwrite, job)
    house.publish(ListsChanged("backups"))
    return info


def _make(house: House, path: Path, passphrase: str, overwrite: bool, job: Job) -> BackupInfo:
    with whole_file(path, overwrite=overwrite) as temporary:
        manifest = back_up(temporary, house.archive, house.documents)
        job.check()
        if passphrase:
            if temporary.stat().st_size > LARGEST_LOCKED:
                raise InputError("passphrase", "the data is too large to be encrypted here; encrypt the file yourself")
            temporary.write_bytes(pyrage.passphrase.encrypt(temporary.read_bytes(), passphrase))
    return _info(path, manifest, encrypted=bool(passphrase))


def look(path: Path, passphrase: str = "", places: Mapping[str, Path] | None = None) -> BackupInfo:
    """Return what a backup holds and what restoring it would set aside. Raises Damaged, TooNew, InputError."""
    with opened(path, passphrase) as plain:
        manifest = read_manifest(plain)
    info = _info(path, manifest, encrypted=is_locked(path))
    held = {part.name.split("/")[0] for part in manifest.parts}
    replaced = [
        f"{name}: {place}"
        for name, place in (places or {}).items()
        if name in held and place.is_dir() and any(place.iterdir())
    ]
    return BackupInfo(info.path, info.size, info.made, info.encrypted, info.parts, tuple(replaced))


def bring_back(path: Path, places: Mapping[str, Path], now: Instant, passphrase: str = "") -> BackupInfo:
    """Put a backup into a profile that is not open; what was there is set aside. Raises Damaged, Locked, DiskFull."""
    with opened(path, passphrase) as plain:
        manifest = restore(plain, places, now)
    return _info(path, manifest, encrypted=is_locked(path))


def places_of(archive: Path, documents: Path) -> dict[str, Path]:
    """Return where the parts of a backup belong in a profile."""
    return {ARCHIVE: archive, DOCUMENTS: documents}


def is_locked(path: Path) -> bool:
    """Return whether a file is encrypted."""
    with path.open("rb") as source:
        return source.read(len(AGE)) == AGE


@contextmanager
def opened(path: Path, passphrase: str) -> Iterator[Path]:
    """Give the plain file of a backup; a decrypted copy is removed afterwards. Raises InputError, Damaged."""
    if not path.is_file():
        raise InputError("path", f"there is no file {path}")
    if not is_locked(path):
        yield path
        return
    if not passphrase:
        raise InputError("passphrase", "the backup is encrypted; give its passphrase")
    if path.stat().st_size > LARGEST_LOCKED:
        raise InputError("path", "the backup is too large to be decrypted here; decrypt it with an age program")
    try:
        content = pyrage.passphrase.decrypt(path.read_bytes(), passphrase)
    except pyrage.DecryptError as error:
        if "passphrase" in str(error).lower() or "decryption" in str(error).lower():
            raise InputError("passphrase", "the passphrase is not the right one, or the file was changed") from None
        raise Damaged(f"{path} was cut off or changed.") from error
    with tempfile.TemporaryDirectory(prefix="watchlist-backup-") as folder:
        plain = Path(folder) / "plain.wlbackup"
        plain.write_bytes(content)
        yield plain


def _info(path: Path, manifest: Manifest, *, encrypted: bool) -> BackupInfo:
    parts: dict[str, int] = {}
    for part in manifest.parts:
        name = part.name.split("/")[0]
        parts[name] = parts.get(name, 0) + part.size
    return BackupInfo(
        str(path), path.stat().st_size if path.exists() else 0, manifest.made, encrypted, tuple(parts.items())
    )


def rotate(folder: Path, keep: int) -> tuple[str, ...]:
    """Remove the oldest backups that the program made by itself; return them."""
    made = sorted(folder.glob(f"{BY_ITSELF}*{ENDING}"), reverse=True)
    for path in made[max(1, keep) :]:
        path.unlink(missing_ok=True)
    return tuple(str(path) for path in made[max(1, keep) :])


async def _look(house: House, request: ask.LookIntoBackup) -> BackupInfo:
    places = places_of(house.folder / ARCHIVE, house.folder / DOCUMENTS)
    return await asyncio.to_thread(look, Path(request.path), request.passphrase, places)


HANDLERS: Mapping[type, Handler] = {ask.MakeBackup: make, ask.LookIntoBackup: _look}
