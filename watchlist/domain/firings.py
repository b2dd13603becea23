"""What became of a rule: its state, and the firings that are kept for ever with the values that decided them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from watchlist.domain.instants import Instant


class RuleState(StrEnum):
    """Where a rule stands for one network."""

    NORMAL = "normal"
    PENDING = "pending"
    FIRING = "firing"
    RECOVERING = "recovering"
    NO_DATA = "no data"
    NOT_ENOUGH = "not enough data"
    ERROR = "error"
    INVALID = "invalid"
    PAUSED = "paused"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Standing:
    """The saved state of one rule on one network. ``memory`` is the state machine's own, as JSON text."""

    rule: str
    network: str
    state: RuleState
    reason: str
    since: Instant
    evaluated_to: Instant
    values: tuple[tuple[str, float | None, Instant | None], ...] = ()
    memory: str = ""


@dataclass(frozen=True, slots=True)
class Firing:
    """A rule came true on a network at ``came_true`` (the end of the deciding period) and was ``noticed`` then."""

    id: str
    rule: str
    network: str
    came_true: Instant
    noticed: Instant
    sentence: str
    values: tuple[tuple[str, float | None, Instant | None], ...] = ()
    recovered: Instant | None = None
    caught_up: bool = False
    read: bool = False
    acknowledged: Instant | None = None
    snoozed_until: Instant | None = None


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as the list of rules shows it. ``text`` is the rule itself; ``problem`` says why it cannot be used."""

    id: str
    title: str
    text: str
    sentence: str
    subject: str
    enabled: bool
    state: RuleState
    reason: str
    standings: tuple[Standing, ...] = ()
    evaluated_to: Instant | None = None
    next_end: Instant | None = None
    last_firing: Firing | None = None
    fired: int = 0
    delivered: int = 0
    undelivered: int = 0
    problem: str = ""
