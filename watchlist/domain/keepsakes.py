"""What the program says about files that leave it: exports, snapshots, reports, backups. Holds no behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from watchlist.domain.figures import Figure
from watchlist.domain.instants import Instant


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: where, how large, how many rows or pages, and what to know about it."""

    path: str
    size: int
    count: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SnapshotInfo:
    """A snapshot file. ``fingerprint`` is the SHA-256 of its manifest: whoever notes it can prove the file later.

    ``problem`` says why a file cannot be used; then only its path and size are known.
    """

    path: str
    size: int
    title: str = ""
    list_id: str = ""
    as_of: Instant = 0
    fingerprint: str = ""
    networks: int = 0
    redacted: bool = False
    simulated: bool = False
    reason: str = ""
    pinned: bool = False
    problem: str = ""


class Verdict(StrEnum):
    """What came of checking one thing of a snapshot."""

    INTACT = "intact"
    ALTERED = "altered"
    MISSING = "missing"
    UNLISTED = "not in the manifest"
    SAME = "same number"
    DIFFERENT = "another number"
    NOT_CHECKED = "cannot be recomputed"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was checked: a part by its hash, or a number by computing it again."""

    what: str
    verdict: Verdict
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SnapshotCheck:
    """Everything that checking a snapshot found. ``intact`` and ``recomputed`` hold only where nothing speaks against.

    ``computed`` of ``numbers`` were computed again from the contained data.
    """

    info: SnapshotInfo
    parts: tuple[Check, ...]
    numbers: tuple[Check, ...]
    intact: bool
    recomputed: bool
    computed: int


@dataclass(frozen=True, slots=True)
class SnapshotChange:
    """What became of one metric of one asset between two snapshots, and why. The most important have most weight."""

    network: str
    name: str
    metric: str
    title: str
    old: Figure | None
    new: Figure | None
    reasons: tuple[str, ...]
    weight: float
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class SnapshotComparison:
    """Two snapshots side by side, changes sorted by importance; ``same`` counts what did not change."""

    old: SnapshotInfo
    new: SnapshotInfo
    changes: tuple[SnapshotChange, ...]
    same: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BackupInfo:
    """A backup file: what is in it, and what a restore would replace."""

    path: str
    size: int
    made: str
    encrypted: bool
    parts: tuple[tuple[str, int], ...] = ()
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedSymbol:
    """One line of another program's list: what it says, and what it might be here. Nothing is chosen for the user."""

    line: int
    symbol: str
    name: str = ""
    identity: str = ""
    candidates: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedSymbols:
    """A list file of another program: which program's form it has, its symbols, and the lines that were left out."""

    form: str
    symbols: tuple[ListedSymbol, ...]
    left_out: tuple[tuple[int, str], ...] = ()
