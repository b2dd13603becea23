"""Answers of the program to a window or a terminal that are no series: tables, lists, reports. Holds no behaviour."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from watchlist.domain.fetches import Outcome
from watchlist.domain.figures import Figure
from watchlist.domain.instants import Instant
from watchlist.domain.network import AssetKind

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class WatchRow:
    """One row of the watchlist: everything that its cells, badges and tooltips need."""

    network: str
    name: str
    symbol: str
    kind: AssetKind
    simulated: bool
    figures: dict[str, Figure]
    spark: tuple[float, ...] = ()
    updated: Instant | None = None
    oldest: Instant | None = None
    stale: bool = False
    alerts: int = 0
    warnings: int = 0
    group: str = ""
    tags: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class WatchTable:
    """A list as it stands now."""

    list_id: str
    title: str
    rows: tuple[WatchRow, ...]
    as_of: Instant


@dataclass(frozen=True, slots=True)
class WatchList:
    """A list of the user; a smart list has a rule text instead of members."""

    id: str
    title: str
    members: tuple[str, ...]
    groups: tuple[tuple[str, str], ...] = ()
    smart: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True)
class SourceOutcome:
    """How one source did in a refresh."""

    source: str
    network: str
    what: str
    outcome: Outcome
    new: int = 0
    revised: int = 0
    note: str = ""
    next_try: Instant | None = None


@dataclass(frozen=True, slots=True)
class RefreshReport:
    """What a refresh did."""

    started: Instant
    ended: Instant
    outcomes: tuple[SourceOutcome, ...]
    requests: int = 0
    cancelled: bool = False
    firings: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """Something that changed since the user last looked; ``weight`` sorts, the most important first.

    ``before`` and ``after`` are the values of ``metric`` where a figure moved.
    """

    network: str
    title: str
    detail: str
    weight: float
    at: Instant
    metric: str = ""
    kind: str = "figure"
    before: float | None = None
    after: float | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that a search found and that could be added; ``origin`` says which source says so."""

    name: str
    symbol: str
    kind: AssetKind
    origin: str
    identity: tuple[tuple[str, str], ...] = ()
    warning: str = ""


@dataclass(frozen=True, slots=True)
class CoverageCell:
    """What a network's metric rests on: the sources that feed it and what stops when one dies."""

    network: str
    what: str
    sources: tuple[str, ...]
    spans: tuple[tuple[Instant, Instant], ...] = ()
    count: int = 0
    state: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Hole:
    """A stretch of a stream that was not read, between stretches that were."""

    network: str
    stream: str
    start: Instant
    end: Instant


@dataclass(frozen=True, slots=True)
class Participant:
    """One participant on the control tab: id, name in its source, label and shares."""

    id: int
    name: str
    label: str
    events: int
    event_share: float
    amount: float | None
    amount_share: float | None
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import took and what it left."""

    network: str
    what: str
    rows: int
    new: int
    skipped: int
    reasons: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What the store's doctor saw and did."""

    what: str
    detail: str
    repaired: bool
    severity: str = "info"


@dataclass(frozen=True, slots=True)
class RawAnswer:
    """The last answer of a source for one endpoint, as it came."""

    source: str
    endpoint: str
    at: Instant
    status: int | None
    body: bytes
    digest: str = field(default="")
