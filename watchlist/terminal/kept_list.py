"""The list as it was last printed, kept so that the next ``show`` needs neither the stores nor the libraries.

It holds while no file that it rests on has changed: archive, documents, settings, network files, the program itself.
Ages and what counts as old are worked out anew each time. Must never be shown for anything else than those files.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from watchlist import about
from watchlist.domain.atomic_file import write_atomically
from watchlist.domain.instants import HOUR
from watchlist.settings.resources import resource

if TYPE_CHECKING:
    from watchlist.domain.answers import WatchTable
    from watchlist.settings.paths import Paths

FORMAT = 1
PROGRAM = ("services", "metrics", "sources", "domain")


class KeptFigure(NamedTuple):
    """A figure, with the names that the printing uses."""

    value: float | None
    low: float | None
    high: float | None
    n: int
    as_of: int | None
    enough: bool
    missing: str
    sources: tuple[str, ...]


class KeptRow(NamedTuple):
    """A row, with the names that the printing uses."""

    network: str
    name: str
    symbol: str
    simulated: bool
    stale: bool
    updated: int | None
    oldest: int | None
    alerts: int
    spark: tuple[float, ...]
    figures: Mapping[str, KeptFigure]


class KeptTable(NamedTuple):
    """A list, with the names that the printing uses."""

    list_id: str
    title: str
    as_of: int
    rows: tuple[KeptRow, ...]


def load(paths: Paths, list_id: str) -> KeptTable | None:
    """Return the kept list; None where there is none, or where anything that it rests on has changed."""
    try:
        kept = json.loads(_place(paths, list_id).read_bytes())
        if kept["format"] != FORMAT or kept["rests_on"] != signature(paths)[0]:
            return None
        now = time.time_ns() // 1000
        limit = int(kept["stale_after_hours"]) * HOUR
        rows = tuple(_row(one, now, limit) for one in kept["rows"])
        return KeptTable(str(kept["list"]), str(kept["title"]), now, rows)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def save(paths: Paths, asked: str, table: WatchTable, stale_after_hours: int, closed: int) -> None:
    """Keep a list that was read before the stores were closed at ``closed`` (nanoseconds)."""
    rests_on, newest = signature(paths)
    if newest > closed:
        return  # another process has written since
    rows = [
        [
            row.network, row.name, row.symbol, row.simulated, row.stale, row.updated, row.oldest, row.alerts,
            list(row.spark),
            {key: [one.value, one.low, one.high, one.n, one.as_of, one.enough, one.missing.value, list(one.sources)]
             for key, one in row.figures.items()},
        ]
        for row in table.rows
    ]  # fmt: skip
    plain = {
        "format": FORMAT,
        "rests_on": rests_on,
        "list": table.list_id,
        "title": table.title,
        "stale_after_hours": stale_after_hours,
        "rows": rows,
    }
    try:
        write_atomically(_place(paths, asked), json.dumps(plain).encode())
    except OSError:
        return  # it is only a convenience


def signature(paths: Paths) -> tuple[str, int]:
    """Return what changes with every file that a list rests on, and when the newest of the user's was written."""
    archive = paths.archive / "archive.duckdb"
    own = [archive, archive.with_name("archive.duckdb.wal"), paths.settings_file]
    own += [Path(one.path) for one in _entries(paths.documents) if one.name.endswith(".json")]
    package = Path(about.__file__).parent
    shipped = [Path(one.path) for one in _entries(resource("networks"))]
    parts = [f"{about.VERSION} {FORMAT} {os.environ.get('TZ', '')}"]
    newest = 0
    for path in own:
        text, changed = _stamp(path)
        parts.append(text)
        newest = max(newest, changed)
    parts += [_stamp(path)[0] for path in [*shipped, *(package / name for name in PROGRAM)]]
    return "\n".join(parts), newest


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as found:
            return sorted(found, key=lambda one: one.name)
    except OSError:
        return []


def _stamp(path: Path) -> tuple[str, int]:
    try:
        found = path.stat()
    except OSError:
        return f"{path} -", 0
    return f"{path} {found.st_mtime_ns} {found.st_size} {found.st_ino}", found.st_mtime_ns


def _place(paths: Paths, list_id: str) -> Path:
    safe = "".join(letter if letter.isalnum() else f"_{ord(letter):x}_" for letter in list_id)
    return paths.cache / f"show-{safe}.json"


def _row(plain: list[Any], now: int, limit: int) -> KeptRow:
    *head, spark, figures = plain
    network, name, symbol, simulated, stale, updated, oldest, alerts = head
    known = {key: _figure(*one) for key, one in figures.items()}
    is_old = stale if oldest is None else now - oldest > limit
    return KeptRow(network, name, symbol, simulated, is_old, updated, oldest, alerts, tuple(spark), known)


def _figure(
    value: float | None,
    low: float | None,
    high: float | None,
    n: int,
    as_of: int | None,
    enough: bool,
    missing: str,
    sources: list[str],
) -> KeptFigure:
    return KeptFigure(value, low, high, n, as_of, enough, missing, tuple(sources))
