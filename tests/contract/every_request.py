"""Every request that a source with a published description can build, as calls that make it. Not a test itself."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from tests.contract.vendor_cases import ADDRESS, spec, stream
from tests.helpers.vendor_client import NOW
from watchlist.domain.instants import DAY
from watchlist.domain.network import SeriesSpec
from watchlist.sources.base import EventSlice, Resume
from watchlist.sources.client import Client
from watchlist.sources.registry import provider

SCAN = "https://scan.openledger.xyz"


@dataclass(frozen=True)
class Call:
    """A call, and the templates of the vendor that it uses."""

    name: str
    work: Callable[[Client], Awaitable[Any]]
    uses: tuple[str, ...]
    keys: tuple[str, ...] = ()


async def _all(slices: AsyncIterator[EventSlice]) -> None:
    async for _ in slices:
        pass


def points(of: SeriesSpec, days: int = 30) -> Callable[[Client], Awaitable[Any]]:
    return lambda client: provider(of.provider).points(client, of, NOW - days * DAY, None)


def many(*of: SeriesSpec) -> Callable[[Client], Awaitable[Any]]:
    return lambda client: provider(of[0].provider).many(client, of)


def search(source: str) -> Callable[[Client], Awaitable[Any]]:
    return lambda client: provider(source).search(client, "open gradient")


def key(source: str) -> Callable[[Client], Awaitable[Any]]:
    return lambda client: provider(source).check_key(client)


def events(source: str, **options: str) -> Callable[[Client], Awaitable[Any]]:
    of = stream(source, **options)
    return lambda client: _all(provider(source).events(client, of, None, Resume(since=NOW - 40 * DAY)))


COIN = spec("coingecko", "price.usd", id="bitcoin")
TOKEN = spec("coingecko", "price.usd", platform="base", address=ADDRESS)
COIN_KEY = ("coingecko",)
PAPRIKA = spec("coinpaprika", "price.usd", id="btc-bitcoin")
SCANNED = {"host": SCAN, "address": ADDRESS}

CALLS = [
    Call("coingecko chart", points(COIN), ("/coins/{id}/market_chart",), COIN_KEY),
    Call("coingecko chart of a day", points(COIN, 1), ("/coins/{id}/market_chart",), COIN_KEY),
    Call("coingecko chart without a key", points(COIN), ("/coins/{id}/market_chart",)),
    Call("coingecko chart by contract", points(TOKEN),
         ("/coins/{id}/contract/{contract_address}/market_chart",), COIN_KEY),
    Call("coingecko markets", many(COIN, spec("coingecko", "volume.usd", id="ethereum")),
         ("/coins/markets",), COIN_KEY),
    Call("coingecko token prices", many(TOKEN), ("/simple/token_price/{id}",), COIN_KEY),
    Call("coingecko search", search("coingecko"), ("/search",), COIN_KEY),
    Call("coingecko key", key("coingecko"), ("/ping",), COIN_KEY),
    Call("geckoterminal candles",
         points(spec("geckoterminal", "price.usd", network="base", pool="0xpool", address=ADDRESS)),
         ("/onchain/networks/{network}/pools/{pool_address}/ohlcv/{timeframe}",)),
    Call("geckoterminal hours",
         points(spec("geckoterminal", "price.usd", network="base", pool="0xpool", interval="4h"), 3),
         ("/onchain/networks/{network}/pools/{pool_address}/ohlcv/{timeframe}",)),
    Call("geckoterminal prices", many(spec("geckoterminal", "price.usd", network="base", address=ADDRESS)),
         ("/onchain/simple/networks/{network}/token_price/{addresses}",)),
    Call("defillama chart", points(spec("defillama", "price.usd", coin=f"base:{ADDRESS}")), ("/chart/{coins}",)),
    Call("defillama current", many(spec("defillama", "price.usd", coin=f"base:{ADDRESS}"),
                                   spec("defillama", "price.usd", coin="coingecko:bitcoin")),
         ("/prices/current/{coins}",)),
    Call("defillama chain", points(spec("defillama", "tvl.usd", chain="Base")), ("/v2/historicalChainTvl/{chain}",)),
    Call("defillama protocol", points(spec("defillama", "tvl.usd", protocol="openLedger")), ("/protocol/{protocol}",)),
    Call("coinpaprika history", points(PAPRIKA), ("/tickers/{coin_id}/historical",)),
    Call("coinpaprika one", many(PAPRIKA), ("/tickers/{coin_id}",)),
    Call("coinpaprika several", many(PAPRIKA, spec("coinpaprika", "price.usd", id="eth-ethereum")), ("/tickers",)),
    Call("coinpaprika search", search("coinpaprika"), ("/search",)),
    Call("github counts", points(spec("github", "stars", organisation="OpenGradient")), ("/orgs/{org}/repos",)),
    Call("github named", points(spec("github", "stars", repositories="a/b, c/d")), ("/repos/{owner}/{repo}",)),
    Call("github commits", events("github", organisation="o"), ("/orgs/{org}/repos", "/repos/{owner}/{repo}/commits")),
    Call("github statistics", events("github", organisation="o", what="statistics"),
         ("/orgs/{org}/repos", "/repos/{owner}/{repo}/stats/contributors")),
    Call("github releases", events("github", organisation="o", what="releases"),
         ("/orgs/{org}/repos", "/repos/{owner}/{repo}/releases")),
    Call("github stars", events("github", organisation="o", what="stars"),
         ("/orgs/{org}/repos", "/repos/{owner}/{repo}/stargazers")),
    Call("github key", key("github"), ("/rate_limit",), ("github",)),
    Call("blockscout chart", points(spec("blockscout", "explorer.transactions.d", host=SCAN)),
         ("/v2/stats/charts/transactions",)),
    Call("blockscout holders", points(spec("blockscout", "holders", **SCANNED)),
         ("/v2/tokens/{address_hash_param}/counters",)),
    Call("blockscout address", points(spec("blockscout", "uses", read="address_transactions", **SCANNED)),
         ("/v2/addresses/{address_hash_param}/counters",)),
    Call("blockscout stats", points(spec("blockscout", "total", read="total_transactions", host=SCAN)), ("/v2/stats",)),
    Call("blockscout supply", points(spec("blockscout", "supply", **SCANNED)), ("/v2/tokens/{address_hash_param}",)),
    Call("blockscout transfers", events("blockscout", **SCANNED),
         ("/v2/main-page/blocks", "/v2/tokens/{address_hash_param}/transfers")),
    Call("blockscout lines", points(spec("blockscout_stats", "explorer.transactions.d", host=SCAN, line="newTxns")),
         ("/api/v1/lines/{name}",)),
    Call("defillama fees", points(spec("defillama", "fees.usd", protocol="openledger")), ("/summary/fees/{protocol}",)),
    Call("defillama revenue", points(spec("defillama", "revenue.usd", protocol="openledger")),
         ("/summary/fees/{protocol}",)),
    Call("defillama volume", points(spec("defillama", "dex_volume.usd", protocol="uniswap")),
         ("/summary/dexs/{protocol}",)),
]  # fmt: skip
