"""What a contract says about itself now: a token's name, symbol, decimals and supply, balances, the age of the chain.

Snapshots have no history: each reading is one point. Never assumes 18 decimals.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from watchlist.domain.arrays import frozen
from watchlist.domain.errors import BadAnswer, InputError, SourceError
from watchlist.domain.instants import SECOND, Instant
from watchlist.domain.network import (
    AssetKind,
    Chain,
    Confidence,
    EventSpec,
    Kind,
    Network,
    Role,
    SeriesKey,
    SeriesSpec,
    Stream,
    StreamKey,
    Token,
)
from watchlist.domain.series import PointBatch
from watchlist.sources import abi
from watchlist.sources.base import need_option, option
from watchlist.sources.client import Client
from watchlist.sources.evm_blocks import BlockMark, header_call, mark_of
from watchlist.sources.evm_nodes import Nodes
from watchlist.sources.evm_rpc import KEY, Call, Result

TRANSFER = "Transfer(address indexed from, address indexed to, uint256 value)"
HEAD_AGE = "head_age"
BALANCE = "balance"

PLATFORMS: dict[int, tuple[str, str, str]] = {
    1: ("ethereum", "ethereum", "ethereum"),
    10: ("optimistic-ethereum", "optimism", "optimism"),
    56: ("binance-smart-chain", "bsc", "bsc"),
    137: ("polygon-pos", "polygon", "polygon"),
    8453: ("base", "base", "base"),
    42161: ("arbitrum-one", "arbitrum", "arbitrum"),
    43114: ("avalanche", "avax", "avalanche"),
}
"""Names of chains at CoinGecko, DefiLlama and DexScreener."""


@dataclass(frozen=True, slots=True)
class TokenFacts:
    """A token's own words; None where the contract does not say."""

    address: str
    name: str | None
    symbol: str | None
    decimals: int | None
    supply: int | None


async def describe_token(client: Client, chain: Chain, address: str) -> TokenFacts:
    """Ask a contract what it is. Raises SourceError, BadAnswer where nothing like a token answers there."""
    calls = [
        Call("eth_call", [{"to": address, "data": abi.call_data(text)}, "latest"])
        for text in ("name()", "symbol()", "decimals()", "totalSupply()")
    ]
    name, symbol, decimals, supply = await Nodes(client, chain).ask(calls, "token facts")
    facts = TokenFacts(address, _text(name), _text(symbol), _whole(decimals), _whole(supply))
    if facts.symbol is None and facts.decimals is None and facts.supply is None:
        raise BadAnswer(KEY, f"nothing at {address} on {chain.name} answers like a token")
    return facts


def network_of_token(chain: Chain, facts: TokenFacts) -> Network:
    """Return a network of the user's own for a token: transfers as trade, prices by chain and contract."""
    symbol = facts.symbol or "?"
    plain = "".join(letter for letter in symbol.lower() if letter.isascii() and letter.isalnum())[:20] or "token"
    network = f"{plain}-{chain.chain_id}-{facts.address[2:8].lower()}"
    decimals = facts.decimals or 0
    spec = EventSpec(TRANSFER, "from", "to", "value", decimals)
    return Network(
        id=network,
        name=facts.name or symbol,
        symbol=symbol,
        kind=AssetKind.TOKEN,
        chains=(chain,),
        tokens=(Token(chain.chain_id, facts.address, symbol, facts.decimals, confidence=Confidence.USER),),
        streams=(
            Stream(
                StreamKey(network, "transfers"),
                Role.HOLDER,
                Kind.TRADE,
                "transfers",
                provider=KEY,
                chain_id=chain.chain_id,
                addresses=(facts.address.lower(),),
                events=(spec,),
                default_on=False,
                confidence=Confidence.USER,
                note="A traded token may have very many transfers: switch this on where your node allows it.",
            ),
        ),
        series=tuple(_prices(network, chain.chain_id, facts.address)),
        own=True,
    )


def _prices(network: str, chain: int, address: str) -> list[SeriesSpec]:
    if chain not in PLATFORMS:
        return []
    gecko, llama, screener = PLATFORMS[chain]
    ways = (
        ("coingecko", (("platform", gecko), ("address", address.lower()))),
        ("defillama", (("coin", f"{llama}:{address}"),)),
        ("dexscreener", (("chain", screener), ("address", address))),
    )
    key = SeriesKey(network, "price.usd")
    return [SeriesSpec(key, provider, options, "USD", confidence=Confidence.INFERRED) for provider, options in ways]


def _text(result: Result) -> str | None:
    try:
        found = abi.read_text(result.into(str)).strip().strip("\0")
    except (SourceError, ValueError):
        return None
    return "".join(letter for letter in found if letter.isprintable())[:64] or None


def _whole(result: Result) -> int | None:
    try:
        data = result.into(str)
        return int(data[:66], 16) if len(data) > 2 else None
    except (SourceError, ValueError):
        return None


# Snapshots as series


def calls_of(spec: SeriesSpec) -> list[Call]:
    """Return the calls that read a series now: the newest block first. Raises BadAnswer for a bad network file."""
    read = need_option(KEY, spec, "read")
    calls = [header_call("latest")]
    if read == HEAD_AGE:
        return calls
    address = need_option(KEY, spec, "address")
    if read == BALANCE:
        return [*calls, Call("eth_getBalance", [address, "latest"])]
    argument = option(spec, "argument")
    try:
        data = abi.call_data(read, *([argument] if argument else []))
    except (InputError, ValueError) as error:
        raise BadAnswer(KEY, f"{spec.key}: {error}") from error
    return [*calls, Call("eth_call", [{"to": address, "data": data}, "latest"])]


def point_of(spec: SeriesSpec, results: Sequence[Result], now: Instant) -> PointBatch:
    """Return the point that the answers to ``calls_of`` hold. Raises BadAnswer."""
    head = mark_of(results[0])
    if head is None:
        raise BadAnswer(KEY, "the node names no newest block")
    if len(results) == 1:
        return _point(spec, now, max(0.0, (now - head.instant) / SECOND), now)
    return _point(spec, _moment(head, now), _value(spec, results[1]), now)


def _moment(head: BlockMark, now: Instant) -> Instant:
    return min(head.instant, now)


def _value(spec: SeriesSpec, result: Result) -> float:
    data = result.into(str).removeprefix("0x")
    word = int(option(spec, "word", "0"))
    text = data[64 * word : 64 * (word + 1)] if len(data) > 64 else data
    if not text:
        raise BadAnswer(KEY, f"{spec.key}: the contract answers nothing")
    try:
        return float(int(text, 16) / 10 ** int(option(spec, "decimals", "0")))
    except ValueError as error:
        raise BadAnswer(KEY, f"{spec.key}: not a number") from error


def _point(spec: SeriesSpec, instant: Instant, value: float, now: Instant) -> PointBatch:
    return PointBatch(spec.key, KEY, frozen(np.array([instant], np.int64)), frozen(np.array([value])), now)
