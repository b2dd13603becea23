"""The words that take something out of the program, or prove it later: exports and snapshots. Decides nothing."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypedDict

from watchlist.domain import requests as ask
from watchlist.domain.errors import InputError
from watchlist.domain.instants import iso, parse_iso
from watchlist.domain.keepsakes import Verdict
from watchlist.services.number_text import figure_text
from watchlist.terminal.output import Cell, Column, table, wants_colour, width_of, write

if TYPE_CHECKING:
    from argparse import Namespace

    from watchlist.domain.keepsakes import BackupInfo, SnapshotComparison, SnapshotInfo, Written
    from watchlist.services.desk import Desk

Word: TypeAlias = Callable[["Namespace", "Desk"], Awaitable[int]]

GOOD_END, FAILED = 0, 1
FINE = frozenset({Verdict.INTACT, Verdict.SAME, Verdict.NOT_CHECKED})


class Fit(TypedDict):
    """How a table is written to the output."""

    width: int
    colour: bool


async def export(given: Namespace, desk: Desk) -> int:
    """Write a list, or its history, as a file."""
    if given.schema:
        from watchlist.exports.json_text import BOOK_SCHEMA

        write([json.dumps(BOOK_SCHEMA, indent=1)])
        return GOOD_END
    path = absolute(given.path)
    written = await desk.ask(
        ask.ExportTable(
            path,
            given.form or Path(path).suffix[1:].lower(),
            ("*",) if given.all else tuple(given.list),
            given.tidy,
            parts(given.columns),
            parts(given.titles),
            parts(given.networks),
            "," if given.decimal_comma else ".",
            given.digits,
            given.overwrite,
        )
    )
    tell(written, "rows", quiet=given.quiet)
    return GOOD_END


def absolute(text: str) -> str:
    """Return a path as this process means it. Raises InputError where none is given."""
    if not text:
        raise InputError("path", "say which file")
    return str(Path(text).expanduser().absolute())


def parts(text: str) -> tuple[str, ...]:
    """Return what stands between commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def tell(written: Written, unit: str, *, quiet: bool) -> None:
    """Say what was written."""
    if not quiet:
        write([f"{written.path}: {written.count:,} {unit}, {written.size:,} bytes", *written.notes])


async def snapshot(given: Namespace, desk: Desk) -> int:
    """Freeze a list as one file, or list the files there are."""
    if given.kept:
        print_snapshots(await desk.ask(ask.Snapshots()))
        return GOOD_END
    try:
        at = parse_iso(given.at) if given.at else None
    except ValueError:
        raise InputError("--at", "write a date as 2026-03-14 or 2026-03-14T12:00:00Z") from None
    path = absolute(given.out) if given.out else ""
    made = await desk.ask(ask.MakeSnapshot(given.list, path, at, given.redact, given.pin, given.overwrite))
    if given.quiet:
        write([made.path])
    else:
        mark = "SIMULATED, " if made.simulated else ""
        write(
            [
                f"{made.path}: {made.title}, {mark}{made.networks} assets as of {iso(made.as_of)}, {made.size:,} bytes",
                f"Fingerprint {made.fingerprint}",
            ]
        )
    return GOOD_END


async def verify(given: Namespace, desk: Desk) -> int:
    """Say what of a snapshot is intact and whether its data gives its numbers; 1 where something speaks against it."""
    found = await desk.ask(ask.VerifySnapshot(absolute(given.path)))
    bad = [one for one in (*found.parts, *found.numbers) if one.verdict not in FINE]
    if given.all:
        bad = [*found.parts, *found.numbers]
    rows = [
        [Cell(one.what), Cell(one.verdict.value, "" if one.verdict in FINE else "down"), Cell(one.detail)]
        for one in bad
    ]
    if rows:
        write(table((Column("What"), Column("Verdict"), Column("In words", rank=1)), rows, **_fit()))
    kept = sum(one.verdict.value == "intact" for one in found.parts)
    lines = [
        f"{found.info.title}, as of {iso(found.info.as_of)}" + (", SIMULATED" if found.info.simulated else ""),
        f"Parts: {kept} of {len(found.parts)} intact",
    ]
    if found.intact:
        unproven = sum(one.verdict.value == "cannot be recomputed" for one in found.numbers)
        verdict = "all as contained" if found.recomputed else "NOT all as contained"
        lines.append(f"Numbers: {found.computed} series computed again, {verdict}; {unproven} need single events")
    else:
        lines.append("The file was altered; its numbers are not looked at")
    write([*lines, f"Fingerprint {found.info.fingerprint}"])
    return GOOD_END if found.intact and found.recomputed else FAILED


async def compare(given: Namespace, desk: Desk) -> int:
    """Print what changed from one snapshot to another, and why."""
    found = await desk.ask(ask.CompareSnapshots(absolute(given.old), absolute(given.new)))
    if given.json:
        write([json.dumps(_plain(found), ensure_ascii=False, indent=1)])
        return GOOD_END
    rows = [
        [
            Cell(one.name, "bold"),
            Cell(one.title),
            Cell(one.before or figure_text(one.metric, one.old)),
            Cell(one.after or figure_text(one.metric, one.new)),
            Cell("; ".join(one.reasons), "muted"),
        ]
        for one in found.changes
    ]
    columns = (
        Column("Asset"),
        Column("What"),
        Column("Before", right=True),
        Column("After", right=True),
        Column("Why", rank=1),
    )
    write(
        [
            f"From {iso(found.old.as_of)} to {iso(found.new.as_of)}: {len(rows)} changes, {found.same} unchanged",
            *found.notes,
        ]
    )
    if rows:
        write(table(columns, rows, **_fit()))
    return GOOD_END


async def report(given: Namespace, desk: Desk) -> int:
    """Write a list as a PDF."""
    since = absolute(given.since) if given.since else ""
    written = await desk.ask(ask.MakeReport(absolute(given.path), given.list, given.paper, since, given.overwrite))
    tell(written, "assets", quiet=given.quiet)
    return GOOD_END


async def backup(given: Namespace, desk: Desk) -> int:
    """Write a backup."""
    passphrase = ask_passphrase(twice=True) if given.encrypt else ""
    made = await desk.ask(ask.MakeBackup(absolute(given.path) if given.path else "", passphrase, given.overwrite))
    if given.quiet:
        write([made.path])
    else:
        print_backup(made)
    return GOOD_END


def ask_passphrase(*, twice: bool) -> str:
    """Return a passphrase from the terminal or from standard input. Raises InputError."""
    if not sys.stdin.isatty():
        found = sys.stdin.readline().rstrip("\r\n")
    else:
        found = getpass("Passphrase: ")
        if twice and found != getpass("Once more: "):
            raise InputError("passphrase", "the two are not the same")
    if not found:
        raise InputError("passphrase", "there is none")
    return found


def print_backup(found: BackupInfo) -> None:
    """Say what a backup holds."""
    locked = ", encrypted" if found.encrypted else ""
    write(
        [
            f"{found.path}: made {found.made}, {found.size:,} bytes{locked}",
            *(f"  {name}: {size:,} bytes" for name, size in found.parts),
            *(f"  would set aside {one}" for one in found.replaces),
        ]
    )


def restore(given: Namespace, archive: Path, documents: Path) -> int:
    """Put a backup into a profile that is not open, or say what that would do."""
    from watchlist.services import backups

    path = Path(absolute(given.path))
    locked = path.is_file() and backups.is_locked(path)
    passphrase = ask_passphrase(twice=False) if locked else ""
    places = backups.places_of(archive, documents)
    if given.preview:
        print_backup(backups.look(path, passphrase, places))
        return GOOD_END
    found = backups.bring_back(path, places, time.time_ns() // 1000, passphrase)
    if not given.quiet:
        print_backup(found)
        write(["Restored. What was there lies beside it in folders named set-aside-…"])
    return GOOD_END


def print_snapshots(found: tuple[SnapshotInfo, ...]) -> None:
    """Print the snapshots that are kept."""
    rows = [
        [
            Cell(iso(one.as_of)[:16] if one.as_of else ""),
            Cell(one.title),
            Cell(str(one.networks or ""), "bold"),
            Cell("pinned" if one.pinned else ""),
            Cell(one.reason),
            Cell(f"{one.size:,}"),
            Cell(one.problem or one.path, "warning" if one.problem else "muted"),
        ]
        for one in found
    ]
    columns = (
        Column("As of (UTC)"),
        Column("List"),
        Column("Assets", right=True),
        Column("Pinned", rank=3),
        Column("Taken", rank=2),
        Column("Bytes", right=True, rank=1),
        Column("File", rank=0),
    )
    write(table(columns, rows, **_fit()) if rows else ["There is no snapshot yet."])


def _fit() -> Fit:
    return {"width": width_of(sys.stdout), "colour": wants_colour(sys.stdout)}


def _plain(found: SnapshotComparison) -> dict[str, object]:
    return {
        "old": found.old.path,
        "new": found.new.path,
        "from": iso(found.old.as_of),
        "to": iso(found.new.as_of),
        "same": found.same,
        "notes": list(found.notes),
        "changes": [
            {
                "network": one.network,
                "metric": one.metric,
                "old": one.old.value if one.old is not None else one.before or None,
                "new": one.new.value if one.new is not None else one.after or None,
                "reasons": list(one.reasons),
                "weight": one.weight,
            }
            for one in found.changes
        ],
    }


WORDS: Mapping[str, Word] = {
    "export": export,
    "snapshot": snapshot,
    "verify": verify,
    "compare": compare,
    "report": report,
    "backup": backup,
}
