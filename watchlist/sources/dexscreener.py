"""DexScreener: newest price, volume and liquidity of tokens over their pools; no history, no key.

A token has many pools: the price is that of the deepest one, volume and liquidity are sums over all that were told.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from watchlist.domain.answers import Candidate
from watchlist.domain.errors import Gone
from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import Instant
from watchlist.domain.network import AssetKind, SeriesSpec
from watchlist.domain.series import PointBatch
from watchlist.sources.base import Ask, Harvest, Provider, need_option
from watchlist.sources.gathering import Newest, collect, gather
from watchlist.sources.lenient import Num, number
from watchlist.sources.pacing import HostRules
from watchlist.sources.source import Source

if TYPE_CHECKING:
    from watchlist.sources.client import Client

KEY = "dexscreener"
HOST = "https://api.dexscreener.com"
ADDRESSES_A_REQUEST = 30
MEASURES = ("price", "volume", "liquidity", "market_cap", "fdv")


class Token(msgspec.Struct):
    """One side of a pool."""

    address: str = ""
    name: str = ""
    symbol: str = ""


class Volume(msgspec.Struct):
    """Volume by span."""

    h24: Num = None


class Liquidity(msgspec.Struct):
    """Depth."""

    usd: Num = None


class Pool(msgspec.Struct):
    """A pool."""

    chain: str = msgspec.field(name="chainId", default="")
    base: Token = msgspec.field(name="baseToken", default_factory=Token)
    price: Num = msgspec.field(name="priceUsd", default=None)
    volume: Volume | None = None
    liquidity: Liquidity | None = None
    market_cap: Num = msgspec.field(name="marketCap", default=None)
    fdv: Num = None


class Found(msgspec.Struct):
    """/latest/dex/search."""

    pairs: list[Pool] | None = None


class DexScreener(Provider):
    """The provider."""

    key = KEY

    async def points(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[PointBatch]:
        """Return the newest value only: there is no history."""
        harvest = await self.many(client, (spec,))
        for _, error in harvest.failures:
            raise error
        if harvest.absent:
            raise Gone(KEY, f"knows no pool of {_address(spec)}")
        return [
            batch
            for batch in harvest.points
            if (since is None or batch.instants[0] >= since) and (until is None or batch.instants[0] < until)
        ]

    def batches(self, specs: Sequence[SeriesSpec]) -> list[tuple[SeriesSpec, ...]]:
        """Group tokens by chain."""
        return gather(specs, _chain, _address, lambda _: ADDRESSES_A_REQUEST, MEASURES)

    async def many(self, client: Client, specs: Sequence[SeriesSpec]) -> Harvest:
        """Return the newest values of tokens."""

        async def pull(group: tuple[SeriesSpec, ...]) -> Newest:
            addresses = sorted({_address(spec) for spec in group})
            url = f"{HOST}/tokens/v1/{_chain(group[0])}/{','.join(addresses)}"
            ask = Ask(KEY, url, "newest prices of the watchlist", list[Pool], endpoint="tokens")
            answer = await client.ask_again(ask)
            return {} if answer.outcome is Outcome.EMPTY else _newest(answer.need())

        return await collect(KEY, client, self.batches(specs), _address, pull)

    async def search(self, client: Client, text: str) -> tuple[Candidate, ...]:
        """Find tokens by name, symbol or address; each once, the deepest pools first."""
        ask = Ask(KEY, f"{HOST}/latest/dex/search", f"search for {text!r}", Found, (("q", text),), endpoint="search")
        answer = await client.ask(ask)
        pools = [] if answer.outcome is Outcome.EMPTY else answer.need().pairs or []
        pools.sort(key=_depth, reverse=True)
        found: dict[tuple[str, str], Candidate] = {}
        for pool in pools:
            where = (pool.chain, pool.base.address)
            if all(where):
                found.setdefault(
                    where,
                    Candidate(pool.base.name, pool.base.symbol, AssetKind.TOKEN, "DexScreener",
                              (("chain", pool.chain), ("address", pool.base.address))),
                )  # fmt: skip
        return tuple(found.values())[:20]


def _depth(pool: Pool) -> float:
    depth = number(pool.liquidity.usd) if pool.liquidity is not None else None
    return depth if depth is not None and depth == depth else -1.0


def _newest(pools: list[Pool]) -> Newest:
    by_token: dict[str, list[Pool]] = {}
    for pool in pools:
        by_token.setdefault(pool.base.address.lower(), []).append(pool)
    found: dict[tuple[str, str], tuple[Num, Num]] = {}
    for address, held in by_token.items():
        deepest = max(held, key=_depth)
        found[address, "price"] = (deepest.price, None)
        found[address, "market_cap"] = (deepest.market_cap, None)
        found[address, "fdv"] = (deepest.fdv, None)
        found[address, "volume"] = (_sum([pool.volume.h24 if pool.volume else None for pool in held]), None)
        found[address, "liquidity"] = (_sum([pool.liquidity.usd if pool.liquidity else None for pool in held]), None)
    return found


def _sum(values: list[Num]) -> float | None:
    known = [found for found in map(number, values) if found is not None]
    return sum(known) if known else None


def _chain(spec: SeriesSpec) -> str:
    return need_option(KEY, spec, "chain")


def _address(spec: SeriesSpec) -> str:
    return need_option(KEY, spec, "address").lower()


SOURCE = Source(
    key=KEY,
    title="DexScreener",
    factory=DexScreener,
    gives=MEASURES,
    hosts=(("api.dexscreener.com", HostRules(per_minute=200, burst=10, concurrency=3)),),
    limits="300 requests a minute; newest values only.",
    terms="https://docs.dexscreener.com/api/api-terms-and-conditions",
    attribution="Data from DexScreener (https://dexscreener.com)",
    options=(("chain", "DexScreener's name of the chain"), ("address", "the token's contract")),
)
