"""Snapshots: taking them, keeping them by a rule, proving them, and telling what changed between two.

A snapshot is never changed once it is written; the rotation removes only what it made by itself and nobody pinned.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from watchlist.domain import requests as ask
from watchlist.domain.answers import WatchList, WatchRow, WatchTable
from watchlist.domain.errors import InputError, WatchlistError
from watchlist.domain.instants import Instant, iso
from watchlist.domain.keepsakes import SnapshotCheck, SnapshotComparison, SnapshotInfo
from watchlist.domain.messages import ListsChanged
from watchlist.domain.network import AssetKind
from watchlist.exports.snapshot import ENDING, Manifest, Snapshot, write_snapshot
from watchlist.exports.snapshot_diff import compare
from watchlist.exports.snapshot_reading import open_snapshot, read_manifest, read_snapshot, snapshot_of
from watchlist.exports.whole_file import whole_file
from watchlist.services.desk import Handler
from watchlist.services.exporting import chosen_lists
from watchlist.services.freezing import freeze
from watchlist.services.house import House
from watchlist.services.jobs import Job
from watchlist.services.recomputing import check_numbers

TABLE = "snapshots"
BY_HAND = "by hand"
LOOKING_BACK = "looking back"
ON_SCHEDULE = "on schedule"
ON_ALERT = "a rule came true"


def folder_of(house: House) -> Path:
    """Return where snapshots are kept."""
    return house.folder / "snapshots"


async def take(
    house: House,
    request: ask.MakeSnapshot,
    reason: str = BY_HAND,
) -> SnapshotInfo:
    """Freeze a list and write it. Raises InputError, DiskFull, Cancelled."""
    with Job(house, "snapshot", "Taking a snapshot", "assets") as job:
        (chosen,) = await house.on_store(chosen_lists, house, (request.list_id,) if request.list_id else ())
        at = request.at
        since = await asyncio.to_thread(_before, house, chosen, at if at is not None else house.clock())
        snapshot = await house.on_store(
            lambda: freeze(
                house,
                chosen,
                at,
                since,
                job,
                redact=request.redact,
                reason=reason if at is None else LOOKING_BACK,
            )
        )
        job.check()
        path = Path(request.path) if request.path else _place(house, snapshot.manifest)
        info = await asyncio.to_thread(_write, path, snapshot, request.overwrite)
    if request.pinned:
        await house.on_store(_pin, house, str(path), True)
    house.publish(ListsChanged(TABLE))
    return info


def _write(path: Path, snapshot: Snapshot, overwrite: bool) -> SnapshotInfo:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with whole_file(path, overwrite=overwrite) as temporary:
        fingerprint = write_snapshot(temporary, snapshot)
    return _info(path, snapshot.manifest, fingerprint, frozenset())


def _place(house: House, manifest: Manifest) -> Path:
    name = re.sub(r"[^A-Za-z0-9_-]+", "-", manifest.list_id) or "list"
    moment = iso(manifest.as_of)[:19].replace(":", "").replace("-", "")
    folder = folder_of(house)
    path, number = folder / f"{name}-{moment}Z{ENDING}", 2
    while path.exists():
        path, number = folder / f"{name}-{moment}Z-{number}{ENDING}", number + 1
    return path


def _info(path: Path, manifest: Manifest, fingerprint: str, pins: frozenset[str]) -> SnapshotInfo:
    return SnapshotInfo(
        str(path),
        path.stat().st_size,
        manifest.title,
        manifest.list_id,
        manifest.as_of,
        fingerprint,
        manifest.networks,
        manifest.redacted,
        manifest.simulated,
        manifest.reason,
        str(path) in pins,
    )


def look(path: Path, pins: frozenset[str] = frozenset()) -> SnapshotInfo:
    """Return what a file says of itself; one that cannot be used says why."""
    try:
        manifest, fingerprint = read_manifest(path)
        return _info(path, manifest, fingerprint, pins)
    except WatchlistError as error:
        size = path.stat().st_size if path.is_file() else 0
        return SnapshotInfo(str(path), size, problem=str(error))


def _all(folder: Path, pins: frozenset[str]) -> tuple[SnapshotInfo, ...]:
    found = [look(path, pins) for path in sorted(folder.glob(f"*{ENDING}"))]
    return tuple(sorted(found, key=lambda one: (-one.as_of, one.path)))


def _before(house: House, chosen: WatchList, at: Instant) -> Instant | None:
    """Return when the list was last frozen before an instant."""
    found = _all(folder_of(house), frozenset())
    return max((one.as_of for one in found if one.list_id == chosen.id and one.as_of < at), default=None)


def _pins(house: House) -> frozenset[str]:
    return frozenset(str(one.get("path")) for one in house.documents.table(TABLE).all() if one.get("pinned"))


def _pin(house: House, path: str, pinned: bool) -> None:
    table = house.documents.table(TABLE)
    name = Path(path).name
    if pinned:
        table.put(name, {"id": name, "path": path, "pinned": True})
    else:
        table.remove(name)


def rotate(house_folder: Path, keep: int, pins: frozenset[str]) -> tuple[str, ...]:
    """Remove the oldest snapshots that the program made by itself; return them. Pinned ones stay, whatever they are."""
    made = [one for one in _all(house_folder, pins) if one.reason in (ON_SCHEDULE, ON_ALERT) and not one.pinned]
    spare = made[max(1, keep) :]
    for one in spare:
        Path(one.path).unlink(missing_ok=True)
    return tuple(one.path for one in spare)


async def take_all(house: House, reason: str) -> tuple[SnapshotInfo, ...]:
    """Freeze every list by itself and let go of the oldest. Raises DiskFull."""
    lists = await house.on_store(chosen_lists, house, ("*",))
    redact = bool(house.setting("snapshot_redact"))
    filled = [one for one in lists if one.members or one.smart]
    taken = [await take(house, ask.MakeSnapshot(one.id, redact=redact), reason) for one in filled]
    pins = await house.on_store(_pins, house)
    await asyncio.to_thread(rotate, folder_of(house), int(house.setting("snapshot_keep")), pins)
    return tuple(taken)


def newest_of(infos: Sequence[SnapshotInfo], reason: str) -> Instant | None:
    """Return when the last snapshot with a reason was taken."""
    return max((one.as_of for one in infos if one.reason == reason), default=None)


async def known(house: House) -> tuple[SnapshotInfo, ...]:
    """Return the snapshots in their folder, newest first."""
    pins = await house.on_store(_pins, house)
    return await asyncio.to_thread(_all, folder_of(house), pins)


async def _snapshots(house: House, request: ask.Snapshots) -> tuple[SnapshotInfo, ...]:
    if not request.path:
        return await known(house)
    pins = await house.on_store(_pins, house)
    return (await asyncio.to_thread(look, Path(request.path), pins),)


async def _pin_request(house: House, request: ask.PinSnapshot) -> None:
    await house.on_store(_pin, house, request.path, request.pinned)
    house.publish(ListsChanged(TABLE))


async def _verify(_house: House, request: ask.VerifySnapshot) -> SnapshotCheck:
    return await asyncio.to_thread(verify, Path(request.path))


def verify(path: Path) -> SnapshotCheck:
    """Check every part and every number of a snapshot. Needs no house. Raises Damaged, TooNew, InputError."""
    opened = open_snapshot(path)
    info = _info(path, opened.manifest, opened.fingerprint, frozenset())
    if not opened.intact:
        return SnapshotCheck(info, opened.checks, (), False, False, 0)
    numbers, computed, same = check_numbers(snapshot_of(opened, path))
    return SnapshotCheck(info, opened.checks, numbers, True, same, computed)


async def _compare(_house: House, request: ask.CompareSnapshots) -> SnapshotComparison:
    return await asyncio.to_thread(compared, Path(request.old), Path(request.new))


def compared(old: Path, new: Path) -> SnapshotComparison:
    """Return what changed from one snapshot to another. Raises Damaged, TooNew, InputError."""
    one, other = read_snapshot(old), read_snapshot(new)
    return compare(
        one,
        other,
        _info(old, one.manifest, one.fingerprint, frozenset()),
        _info(new, other.manifest, other.fingerprint, frozenset()),
    )


async def _snapshot_table(_house: House, request: ask.SnapshotTable) -> WatchTable:
    return await asyncio.to_thread(table_of_snapshot, Path(request.path))


def table_of_snapshot(path: Path) -> WatchTable:
    """Return a snapshot's list as it stood then. Raises Damaged, TooNew, InputError."""
    snapshot = read_snapshot(path)
    rows = tuple(
        WatchRow(
            row.network,
            row.name,
            row.symbol,
            _kind(snapshot, row.network),
            row.simulated,
            row.figures,
            tuple(row.spark),
            row.updated,
            row.oldest,
            row.stale,
            row.alerts,
            row.warnings,
            row.group,
            tuple(row.tags),
            row.note,
        )
        for row in snapshot.rows
    )
    return WatchTable(snapshot.manifest.list_id, snapshot.manifest.title, rows, snapshot.manifest.as_of)


def _kind(snapshot: Snapshot, network: str) -> AssetKind:
    part = snapshot.networks.get(network)
    if part is None:
        raise InputError("path", f"the snapshot has a row of {network!r} without its data")
    return part.network.kind


HANDLERS: Mapping[type, Handler] = {
    ask.MakeSnapshot: take,
    ask.Snapshots: _snapshots,
    ask.PinSnapshot: _pin_request,
    ask.VerifySnapshot: _verify,
    ask.CompareSnapshots: _compare,
    ask.SnapshotTable: _snapshot_table,
}
