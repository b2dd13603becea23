"""What came of asking a provider: exactly one outcome per request, and the record that the ledger keeps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from watchlist.domain.instants import Instant


class Outcome(StrEnum):
    """The only ways in which a request can end."""

    FRESH = "fresh"
    UNCHANGED = "unchanged"
    EMPTY = "empty"
    RATE_LIMITED = "rate limited"
    PLAN_LIMIT = "plan limit"
    KEY_REJECTED = "key rejected"
    GONE = "gone"
    UNREACHABLE = "unreachable"
    BAD_ANSWER = "bad answer"
    CANCELLED = "cancelled"


GOOD = frozenset({Outcome.FRESH, Outcome.UNCHANGED, Outcome.EMPTY})


@dataclass(frozen=True, slots=True)
class Fetch:
    """One line of the fetch ledger. ``path`` never holds a key; ``note`` is for the user, in words."""

    source: str
    host: str
    path: str
    purpose: str
    started: Instant
    duration: int
    status: int | None
    received: int
    digest: str
    outcome: Outcome
    note: str = ""
    retry_at: Instant | None = None


@dataclass(frozen=True, slots=True)
class SourceState:
    """How a source is doing, for the status page."""

    source: str
    title: str
    host: str
    last_try: Instant | None = None
    last_good: Instant | None = None
    outcome: Outcome | None = None
    note: str = ""
    next_try: Instant | None = None
    quota_left: int | None = None
    quota_of: int | None = None
    enabled: bool = True
    needs_key: bool = False
    has_key: bool = False
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class HostUse:
    """Everything ever asked of a host."""

    host: str
    requests: int
    received: int
    purposes: tuple[str, ...]
    first: Instant
    last: Instant
    enabled: bool
