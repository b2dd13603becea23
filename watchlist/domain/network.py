"""What a network is: identity, streams, series and facts, each fact with its confidence.

A *network* is anything on a watchlist: a network with a token, one without, a token alone, a plain stock.
Identity is chain and address, never the symbol. Holds no data that was pulled.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class AssetKind(StrEnum):
    """What sort of thing a watchlist row is."""

    NETWORK = "network"
    TOKEN = "token"
    STOCK = "stock"


class Role(StrEnum):
    """Who a participant is; finer names stay as the stream's label."""

    USER = "user"
    CONTRIBUTOR = "contributor"
    DEVELOPER = "developer"
    VALIDATOR = "validator"
    HOLDER = "holder"


class Kind(StrEnum):
    """What an activity means."""

    USE = "use"
    CONTRIBUTE = "contribute"
    VERIFY = "verify"
    REWARD = "reward"
    STAKE = "stake"
    TRADE = "trade"
    DEVELOP = "develop"


class Confidence(StrEnum):
    """How a fact is known."""

    PRIMARY = "primary source"
    THIRD_PARTY = "third-party"
    INFERRED = "inferred"
    USER = "entered by the user"
    UNKNOWN = "unknown"
    SIMULATED = "simulated"


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement about a network: where it stands, how sure it is, when that was last checked (ISO date)."""

    text: str
    confidence: Confidence
    source: str = ""
    checked: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """A token contract on one chain; ``state`` says old, current or other (a different asset with a like name)."""

    chain: int | str
    address: str
    symbol: str
    decimals: int | None = None
    state: str = "current"
    issuer: str = ""
    note: str = ""
    confidence: Confidence = Confidence.UNKNOWN
    checked: str = ""


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain that streams are read from: its id is probed before use."""

    chain_id: int
    name: str
    rpc: tuple[str, ...] = ()
    explorer: str = ""
    max_block_range: int | None = None
    confidence: Confidence = Confidence.UNKNOWN
    checked: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, order=True)
class StreamKey:
    """Names a stream of one network."""

    network: str
    stream: str

    def __str__(self) -> str:
        return f"{self.network}/{self.stream}"


@dataclass(frozen=True, slots=True)
class EventSpec:
    """How a chain log becomes an event.

    ``signature`` is the Solidity event signature with argument names and ``indexed`` marks. ``participant``,
    ``counterparty`` and ``amount`` are argument names; participant may be ``tx.from``, amount may be a number text.
    ``where`` keeps only logs whose argument equals one of the given values.
    """

    signature: str
    participant: str
    counterparty: str = ""
    amount: str = ""
    decimals: int = 0
    where: tuple[tuple[str, tuple[str, ...]], ...] = ()
    tuple_types: str = ""


@dataclass(frozen=True, slots=True)
class Stream:
    """One flow of events of a network.

    ``label`` is the fine role or purpose, ``method`` the verification method (``claim`` is a claim that nothing
    checks). ``provider`` is a key of the source registry; ``options`` are its own. ``start`` is a block or ISO date
    or ``discover``. ``verifies`` names the use streams that this verify stream belongs to. ``genesis`` is true when
    reading from ``start`` means that ages of participants are known. ``published`` is empty, or says why there is
    nothing to read ("not published", "does not exist for this asset").
    """

    key: StreamKey
    role: Role
    kind: Kind
    label: str = ""
    method: str = ""
    provider: str = ""
    chain_id: int | None = None
    addresses: tuple[str, ...] = ()
    events: tuple[EventSpec, ...] = ()
    start: str = "discover"
    verifies: tuple[str, ...] = ()
    genesis: bool = True
    default_on: bool = True
    confidence: Confidence = Confidence.UNKNOWN
    checked: str = ""
    note: str = ""
    published: str = ""
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """Names a series of points: price.usd, volume.usd, market_cap.usd, explorer.transactions.d, supply …"""

    network: str
    name: str

    def __str__(self) -> str:
        return f"{self.network}/{self.name}"


@dataclass(frozen=True, slots=True)
class SeriesSpec:
    """A series of a network and how one source gives it; sources are tried in the order in which they stand."""

    key: SeriesKey
    provider: str
    options: tuple[tuple[str, str], ...] = ()
    unit: str = ""
    label: str = ""
    confidence: Confidence = Confidence.UNKNOWN
    checked: str = ""
    default_on: bool = True


@dataclass(frozen=True, slots=True)
class Network:
    """One network file, validated. ``exclusions`` maps an address to its label (exchange, bridge, contract …)."""

    id: str
    name: str
    symbol: str
    kind: AssetKind
    summary: str = ""
    chains: tuple[Chain, ...] = ()
    tokens: tuple[Token, ...] = ()
    streams: tuple[Stream, ...] = ()
    series: tuple[SeriesSpec, ...] = ()
    repositories: tuple[str, ...] = ()
    exclusions: tuple[tuple[str, str], ...] = ()
    warnings: tuple[Fact, ...] = ()
    notes: tuple[Fact, ...] = ()
    not_published: tuple[Fact, ...] = ()
    asks: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    simulated: bool = False
    own: bool = field(default=False)
