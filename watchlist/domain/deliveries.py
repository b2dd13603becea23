"""A message on its way to an outside channel: kept until it arrived or was given up, over restarts. No behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from watchlist.domain.instants import Instant


class DeliveryState(StrEnum):
    """Where a message stands."""

    WAITING = "waiting"
    SENT = "sent"
    FAILED = "failed"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message for one channel. ``payload`` is JSON text without secrets; ``key`` makes sending twice harmless."""

    id: str
    channel: str
    payload: str
    key: str
    created: Instant
    next_try: Instant
    attempts: int = 0
    state: DeliveryState = DeliveryState.WAITING
    last_error: str = ""


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """A channel and how it is doing; ``shown`` is its address without anything secret."""

    id: str
    title: str
    kind: str
    enabled: bool
    shown: str = ""
    template: str = ""
    waiting: int = 0
    last_error: str = ""
    last_sent: Instant | None = None
