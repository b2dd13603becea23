"""The shape of a network file, as structs: what may stand in it and of which type. Holds no rule beyond types."""

from __future__ import annotations

from typing import Any

import msgspec

from watchlist.domain.network import AssetKind, Confidence, Kind, Role


class _Strict(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """Refuses what it does not know: a misspelt key must not be silently without effect."""


class FactEntry(_Strict):
    """A statement."""

    text: str
    confidence: Confidence = Confidence.UNKNOWN
    source: str = ""
    checked: str = ""


class ChainEntry(_Strict):
    """A chain that streams are read from."""

    id: int
    name: str
    rpc: list[str] = []
    explorer: str = ""
    max_block_range: int | None = None
    confidence: Confidence = Confidence.UNKNOWN
    checked: str = ""
    note: str = ""


class TokenEntry(_Strict):
    """A token contract. ``state`` is current, old or other."""

    chain: int | str
    address: str
    symbol: str
    decimals: int | None = None
    state: str = "current"
    issuer: str = ""
    note: str = ""
    confidence: Confidence = Confidence.UNKNOWN
    checked: str = ""


class EventEntry(_Strict):
    """How a log becomes an event; ``where`` maps an argument to the values that are kept."""

    signature: str
    participant: str
    counterparty: str = ""
    amount: str = ""
    decimals: int = 0
    where: dict[str, list[str]] = {}


class StreamEntry(_Strict):
    """One flow of events."""

    name: str
    role: Role
    kind: Kind
    label: str = ""
    method: str = ""
    provider: str = ""
    chain: int | None = None
    addresses: list[str] = []
    events: list[EventEntry] = []
    start: int | str = "discover"
    verifies: list[str] = []
    genesis: bool = True
    default_on: bool = True
    confidence: Confidence = Confidence.UNKNOWN
    checked: str = ""
    note: str = ""
    published: str = ""
    options: dict[str, str | int | float | bool] = {}


class SeriesEntry(_Strict):
    """One way to get a series; several of the same name stand in the order in which they are tried."""

    name: str
    provider: str
    unit: str = ""
    label: str = ""
    confidence: Confidence = Confidence.UNKNOWN
    checked: str = ""
    default_on: bool = True
    options: dict[str, str | int | float | bool] = {}


class NetworkEntry(_Strict):
    """A whole file. ``checked`` is the date for every fact that names none."""

    format: int
    id: str
    name: str
    symbol: str
    kind: AssetKind
    checked: str = ""
    summary: str = ""
    repositories: list[str] = []
    links: dict[str, str] = {}
    asks: dict[str, str] = {}
    exclusions: dict[str, str] = {}
    chains: list[ChainEntry] = []
    tokens: list[TokenEntry] = []
    streams: list[StreamEntry] = []
    series: list[SeriesEntry] = []
    warnings: list[FactEntry] = []
    notes: list[FactEntry] = []
    not_published: list[FactEntry] = []


def texts(options: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """Return options as pairs of texts; a truth value is written true or false."""
    return tuple((key, str(value).lower() if isinstance(value, bool) else str(value)) for key, value in options.items())
