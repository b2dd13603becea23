"""CoinPaprika: newest values and one year of daily history by id; keyless for hobby use, or with a key.

The newest values of all coins come in one answer, which is cheaper than asking for a handful one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

from watchlist.domain.answers import Candidate
from watchlist.domain.errors import BadAnswer
from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import DAY, Instant
from watchlist.domain.network import AssetKind, SeriesSpec
from watchlist.domain.periods import today
from watchlist.domain.series import PointBatch
from watchlist.sources.base import Ask, Harvest, Provider, measure, need_option, sibling
from watchlist.sources.gathering import Newest, collect, gather
from watchlist.sources.history import days_back
from watchlist.sources.lenient import Num
from watchlist.sources.pacing import HostRules
from watchlist.sources.shaping import Window, points_of
from watchlist.sources.source import Source

if TYPE_CHECKING:
    from watchlist.sources.client import Client

KEY = "coinpaprika"
HOST, PRO_HOST = "https://api.coinpaprika.com/v1", "https://api-pro.coinpaprika.com/v1"
FREE_DAYS, PRO_DAYS = 364, 3650
ROWS_A_REQUEST = 1000
MEASURES = ("price", "volume", "market_cap")


class Quote(msgspec.Struct):
    """Values in one currency."""

    price: Num = None
    volume_24h: Num = None
    market_cap: Num = None


class Ticker(msgspec.Struct):
    """A coin of /tickers."""

    id: str
    last_updated: str | None = None
    quotes: dict[str, Quote] = {}


class Past(msgspec.Struct):
    """A row of /historical."""

    timestamp: Num = None
    price: Num = None
    volume_24h: Num = None
    market_cap: Num = None


class Currency(msgspec.Struct):
    """A hit of /search."""

    id: str
    name: str = ""
    symbol: str = ""


class Found(msgspec.Struct):
    """/search."""

    currencies: list[Currency] | None = None


class CoinPaprika(Provider):
    """The provider."""

    key = KEY

    async def points(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[PointBatch]:
        """Return daily price, volume and market cap."""
        name, unit = measure(spec.key)
        if name not in MEASURES:
            raise BadAnswer(KEY, f"gives no history of {spec.key.name}")
        now = client.clock()
        base, place = _base(client)
        days = days_back(since, now, PRO_DAYS if place else FREE_DAYS)
        params = (
            ("start", today(now - days * DAY).isoformat()),
            ("interval", "1d"),
            ("limit", str(max(ROWS_A_REQUEST, days + 1))),
            ("quote", unit),
        )
        url = f"{base}/tickers/{quote(_coin(spec))}/historical"
        ask = Ask(KEY, url, f"history of {spec.key}", list[Past], params, key=KEY, key_at=place, endpoint="historical")
        answer = await client.ask_again(ask)
        rows = answer.data or [] if answer.outcome is Outcome.EMPTY else answer.need()
        columns: dict[str, list[tuple[Num, Num]]] = {
            "price": [(row.timestamp, row.price) for row in rows],
            "volume": [(row.timestamp, row.volume_24h) for row in rows],
            "market_cap": [(row.timestamp, row.market_cap) for row in rows],
        }
        order = [name, *(other for other in MEASURES if other != name)]
        learnt, window = client.clock(), Window(since, until)
        batches = [
            points_of(sibling(spec.key, f"{part}.{unit}"), KEY, columns[part], learnt, window, DAY) for part in order
        ]
        return [batch for batch in batches if len(batch.instants) or batch.key == spec.key]

    def batches(self, specs: Sequence[SeriesSpec]) -> list[tuple[SeriesSpec, ...]]:
        """Ask once per currency for everything."""
        return gather(specs, lambda spec: measure(spec.key)[1], _coin, lambda _: 1_000_000, MEASURES)

    async def many(self, client: Client, specs: Sequence[SeriesSpec]) -> Harvest:
        """Return newest values: one coin by itself, several out of the list of all."""

        async def pull(group: tuple[SeriesSpec, ...]) -> Newest:
            base, place = _base(client)
            unit = measure(group[0].key)[1].upper()
            coins = sorted({_coin(spec) for spec in group})
            params = (("quotes", unit),)
            purpose = "newest values of the watchlist"
            if len(coins) == 1:
                one = Ask(
                    KEY, f"{base}/tickers/{quote(coins[0])}", purpose, Ticker, params, key=KEY, key_at=place,
                    endpoint="ticker",
                )  # fmt: skip
                rows = [(await client.ask_again(one)).need()]
            else:
                every = Ask(
                    KEY, f"{base}/tickers", purpose, list[Ticker], params, key=KEY, key_at=place, endpoint="tickers"
                )
                rows = (await client.ask_again(every)).need()
            found: dict[tuple[str, str], tuple[Num, Num]] = {}
            for row in rows:
                values = row.quotes.get(unit)
                if values is not None:
                    found[row.id, "price"] = (values.price, row.last_updated)
                    found[row.id, "volume"] = (values.volume_24h, row.last_updated)
                    found[row.id, "market_cap"] = (values.market_cap, row.last_updated)
            return found

        return await collect(KEY, client, self.batches(specs), _coin, pull)

    async def search(self, client: Client, text: str) -> tuple[Candidate, ...]:
        """Find coins by name or symbol."""
        base, place = _base(client)
        params = (("q", text), ("c", "currencies"), ("limit", "20"))
        ask = Ask(
            KEY, f"{base}/search", f"search for {text!r}", Found, params, key=KEY, key_at=place, endpoint="search"
        )
        answer = await client.ask(ask)
        coins = [] if answer.outcome is Outcome.EMPTY else answer.need().currencies or []
        return tuple(
            Candidate(coin.name, coin.symbol, AssetKind.TOKEN, "CoinPaprika", (("coinpaprika", coin.id),))
            for coin in coins
        )

    async def check_key(self, client: Client) -> str:
        """Ask for the key's own page."""
        ask = Ask(
            KEY, f"{PRO_HOST}/key/info", "test of the key", dict[str, object], key=KEY, key_at="header:Authorization",
            endpoint="key/info",
        )  # fmt: skip
        plan = (await client.ask(ask)).need().get("plan", "")
        return f"CoinPaprika accepts the key{f' (plan {plan})' if plan else ''}."


def _base(client: Client) -> tuple[str, str]:
    return (PRO_HOST, "header:Authorization") if client.has_key(KEY) else (HOST, "")


def _coin(spec: SeriesSpec) -> str:
    return need_option(KEY, spec, "id")


SOURCE = Source(
    key=KEY,
    title="CoinPaprika",
    factory=CoinPaprika,
    gives=MEASURES,
    hosts=(
        ("api.coinpaprika.com", HostRules(per_minute=60, burst=5, concurrency=2, monthly=20_000)),
        ("api-pro.coinpaprika.com", HostRules(per_minute=300, burst=10, concurrency=4)),
    ),
    limits="20,000 requests a month without a key; one year of daily history.",
    terms="https://coinpaprika.com/terms",
    attribution="Data from CoinPaprika (https://coinpaprika.com), free plan for hobby and non-commercial use",
    keys=(KEY,),
    options=(("id", "CoinPaprika's id of the coin, such as btc-bitcoin"),),
)
