"""GeckoTerminal: candles of a pool and newest prices of many tokens of a chain; no key, about six months back.

All numbers are strings; a stretch without trades has no candle. Newest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import SECOND, Instant
from watchlist.domain.network import SeriesSpec
from watchlist.sources.base import Ask, Harvest, need_option, option
from watchlist.sources.exchange import CandleSource
from watchlist.sources.gathering import Newest, collect, gather
from watchlist.sources.history import period_named
from watchlist.sources.lenient import Num
from watchlist.sources.pacing import HostRules
from watchlist.sources.shaping import Candle
from watchlist.sources.source import Source

if TYPE_CHECKING:
    from watchlist.sources.client import Client

KEY = "geckoterminal"
HOST = "https://api.geckoterminal.com/api/v2"
ADDRESSES_A_REQUEST = 30
FRAMES = {
    "1m": ("minute", "1"),
    "5m": ("minute", "5"),
    "15m": ("minute", "15"),
    "1h": ("hour", "1"),
    "4h": ("hour", "4"),
    "1d": ("day", "1"),
}


class OhlcvAttributes(msgspec.Struct):
    """Rows of [seconds, open, high, low, close, volume in the currency]."""

    ohlcv_list: list[list[Num]]


class OhlcvData(msgspec.Struct):
    """JSON:API's resource."""

    attributes: OhlcvAttributes


class Ohlcv(msgspec.Struct):
    """/ohlcv."""

    data: OhlcvData


class PriceAttributes(msgspec.Struct):
    """Values by address."""

    token_prices: dict[str, Num]
    market_cap_usd: dict[str, Num] = {}
    h24_volume_usd: dict[str, Num] = {}


class PriceData(msgspec.Struct):
    """JSON:API's resource."""

    attributes: PriceAttributes


class Prices(msgspec.Struct):
    """/token_price."""

    data: PriceData


class GeckoTerminal(CandleSource):
    """The provider."""

    key = KEY
    most = 900
    reach = 183
    asset_option = "pool"
    intervals = tuple(FRAMES)

    async def page(
        self, client: Client, spec: SeriesSpec, interval: str, start: Instant, end: Instant
    ) -> Sequence[Candle]:
        """Ask for the candles before ``end``."""
        frame, aggregate = FRAMES[interval]
        count = (end - start) // period_named(KEY, interval) + 1
        params = [
            ("aggregate", aggregate),
            ("before_timestamp", str(end // SECOND)),
            ("limit", str(min(count, 1000))),
            ("currency", "usd"),
        ]
        token = option(spec, "address").lower()
        if token:
            params.append(("token", token))
        url = (
            f"{HOST}/networks/{need_option(KEY, spec, 'network')}/pools/{need_option(KEY, spec, 'pool')}/ohlcv/{frame}"
        )
        ask = Ask(KEY, url, f"candles of {spec.key}", Ohlcv, tuple(params), endpoint="ohlcv")
        rows = (await client.ask_again(ask)).need().data.attributes.ohlcv_list
        return [Candle(row[0], row[1], row[2], row[3], row[4], row[5]) for row in rows if len(row) >= 6]

    def batches(self, specs: Sequence[SeriesSpec]) -> list[tuple[SeriesSpec, ...]]:
        """Group tokens by chain."""
        return gather(specs, _network, _address, lambda _: ADDRESSES_A_REQUEST, ("price", "market_cap", "volume"))

    async def many(self, client: Client, specs: Sequence[SeriesSpec]) -> Harvest:
        """Return newest prices, market caps and volumes of tokens."""

        async def pull(group: tuple[SeriesSpec, ...]) -> Newest:
            addresses = sorted({_address(spec) for spec in group})
            url = f"{HOST}/simple/networks/{_network(group[0])}/token_price/{','.join(addresses)}"
            params = (("include_market_cap", "true"), ("include_24hr_vol", "true"))
            ask = Ask(KEY, url, "newest prices of the watchlist", Prices, params, endpoint="token_price")
            answer = await client.ask_again(ask)
            if answer.outcome is Outcome.EMPTY:
                return {}
            values = answer.need().data.attributes
            found: dict[tuple[str, str], tuple[Num, Num]] = {}
            for name, column in (
                ("price", values.token_prices),
                ("market_cap", values.market_cap_usd),
                ("volume", values.h24_volume_usd),
            ):
                for address, value in column.items():
                    found[address.lower(), name] = (value, None)
            return found

        return await collect(KEY, client, self.batches(specs), _address, pull)


def _network(spec: SeriesSpec) -> str:
    return need_option(KEY, spec, "network")


def _address(spec: SeriesSpec) -> str:
    return need_option(KEY, spec, "address").lower()


SOURCE = Source(
    key=KEY,
    title="GeckoTerminal",
    factory=GeckoTerminal,
    gives=("price", "market_cap", "volume", "candles"),
    hosts=(("api.geckoterminal.com", HostRules(per_minute=25, burst=5, concurrency=2)),),
    limits="30 requests a minute; six months of history.",
    terms="https://www.geckoterminal.com/terms",
    attribution="Data from GeckoTerminal (https://www.geckoterminal.com)",
    options=(
        ("network", "GeckoTerminal's name of the chain"),
        ("address", "the token's contract"),
        ("pool", "the pool's address, for history"),
        ("interval", "length of a candle, 1d where absent"),
    ),
)
