"""What the services tell whoever listens. Plain frozen values; the bridge merges them by (kind, network)."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from watchlist.domain.instants import Instant


class Severity(StrEnum):
    """How loud a notice is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class NoticeAction:
    """A button on a notice: ``command`` is a key of the action table."""

    title: str
    command: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell the user; a later notice with the same ``key`` replaces this one."""

    key: str
    severity: Severity
    title: str
    body: str = ""
    actions: tuple[NoticeAction, ...] = ()
    network: str = ""


@dataclass(frozen=True, slots=True)
class DataChanged:
    """New data of a network is in the store; ``parts`` names series and streams that changed."""

    network: str
    parts: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class FiguresChanged:
    """The figures of a network were computed anew."""

    network: str


@dataclass(frozen=True, slots=True)
class SourcesChanged:
    """The state of a source changed."""

    source: str
    network: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a long piece of work is; ``done`` of ``total`` (None: unknown) ``unit``, finished when ``over``."""

    job: str
    title: str
    done: int
    total: int | None
    unit: str
    started: Instant
    over: bool = False
    network: str = ""


@dataclass(frozen=True, slots=True)
class FiringsChanged:
    """A rule fired, recovered or was acknowledged."""

    rule: str
    network: str = ""


@dataclass(frozen=True, slots=True)
class ListsChanged:
    """The user's lists, notes, rules or settings changed; ``what`` names the document."""

    what: str
    network: str = ""


@dataclass(frozen=True, slots=True)
class FiringChosen:
    """Somebody chose a firing outside the window, in a notification: show it."""

    firing: str
    network: str = ""


Message: TypeAlias = (
    Notice | DataChanged | FiguresChanged | SourcesChanged | Progress | FiringsChanged | ListsChanged | FiringChosen
)
