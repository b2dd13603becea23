"""DefiLlama: prices by chain:address (or CoinGecko id), TVL, fees and volumes of a protocol or chain; no key.

Times wander around the asked ones, so daily points are put on their day. A coin that it does not know is silently
absent from the answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

from watchlist.domain.errors import BadAnswer, Gone
from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import DAY, SECOND, Instant
from watchlist.domain.network import SeriesSpec
from watchlist.domain.series import PointBatch
from watchlist.sources.base import Ask, Harvest, Provider, measure, need_option, option
from watchlist.sources.gathering import Newest, collect, gather
from watchlist.sources.history import YEAR
from watchlist.sources.lenient import Num, instant
from watchlist.sources.pacing import HostRules
from watchlist.sources.shaping import Window, points_of
from watchlist.sources.source import Source

if TYPE_CHECKING:
    from watchlist.sources.client import Client

KEY = "defillama"
COINS, API = "https://coins.llama.fi", "https://api.llama.fi"
POINTS_A_REQUEST = 450
COINS_A_REQUEST = 60
LONGEST_HISTORY = 5 * YEAR
SUMMARIES = {"fees": ("fees", ""), "revenue": ("fees", "dailyRevenue"), "dex_volume": ("dexs", "")}


class Price(msgspec.Struct):
    """One coin of /prices/current."""

    price: Num = None
    timestamp: Num = None
    confidence: Num = None


class Current(msgspec.Struct):
    """/prices/current."""

    coins: dict[str, Price]


class Sample(msgspec.Struct):
    """A point of /chart."""

    timestamp: Num = None
    price: Num = None


class Line(msgspec.Struct):
    """One coin of /chart."""

    prices: list[Sample] = []


class Charted(msgspec.Struct):
    """/chart."""

    coins: dict[str, Line]


class ChainTvl(msgspec.Struct):
    """A row of /v2/historicalChainTvl."""

    date: Num = None
    tvl: Num = None


class ProtocolTvl(msgspec.Struct):
    """A row of /protocol."""

    date: Num = None
    total_liquidity: Num = msgspec.field(name="totalLiquidityUSD", default=None)


class ProtocolHistory(msgspec.Struct):
    """/protocol: the fields in use."""

    tvl: list[ProtocolTvl] | Num = None


class Summary(msgspec.Struct):
    """/summary: rows of [seconds, value]."""

    rows: list[tuple[Num, Num]] | None = msgspec.field(name="totalDataChart", default=None)


class DefiLlama(Provider):
    """The provider."""

    key = KEY

    async def points(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[PointBatch]:
        """Return the daily history of a price, or of a protocol's or chain's TVL, fees, revenue or volume."""
        name, unit = measure(spec.key)
        if unit != "usd":
            raise BadAnswer(KEY, f"gives US dollars only, not {spec.key.name}")
        window = Window(since, until)
        if name == "price":
            return [await self._prices(client, spec, window)]
        if name == "tvl":
            return [await self._tvl(client, spec, window)]
        if name in SUMMARIES:
            return [await self._summary(client, spec, window, *SUMMARIES[name])]
        raise BadAnswer(KEY, f"gives no history of {spec.key.name}")

    async def _prices(self, client: Client, spec: SeriesSpec, window: Window) -> PointBatch:
        now = client.clock()
        until = min(window.until, now) if window.until is not None else now
        start = max(window.since if window.since is not None else until - YEAR, until - LONGEST_HISTORY, SECOND)
        coin = _coin(spec)
        rows: list[tuple[Num, Num]] = []
        while start < until:
            span = min(POINTS_A_REQUEST, (until - start) // DAY + 1)
            params = (
                ("start", str(start // SECOND)),
                ("span", str(span)),
                ("period", "1d"),
            )
            ask = Ask(
                KEY, f"{COINS}/chart/{quote(coin, safe=':,-')}", f"history of {spec.key}", Charted, params,
                endpoint="chart", patience=60,
            )  # fmt: skip
            answer = await client.ask_again(ask)
            line = answer.need().coins
            # the name comes back as the vendor spells it
            rows.extend((sample.timestamp, sample.price) for found in line.values() for sample in found.prices)
            start += span * DAY
        return _daily(spec, rows, client.clock(), window)

    async def _tvl(self, client: Client, spec: SeriesSpec, window: Window) -> PointBatch:
        chain = option(spec, "chain")
        rows: list[tuple[Num, Num]]
        if chain:
            url = f"{API}/v2/historicalChainTvl/{quote(chain)}"
            ask = Ask(KEY, url, f"history of {spec.key}", list[ChainTvl], endpoint="historicalChainTvl")
            rows = [(row.date, row.tvl) for row in (await client.ask_again(ask)).need()]
        else:
            url = f"{API}/protocol/{quote(need_option(KEY, spec, 'protocol'))}"
            protocol = Ask(KEY, url, f"history of {spec.key}", ProtocolHistory, endpoint="protocol")
            history = (await client.ask_again(protocol)).need().tvl
            if not isinstance(history, list):
                raise BadAnswer(KEY, "the protocol's answer holds no history")
            rows = [(row.date, row.total_liquidity) for row in history]
        return points_of(spec.key, KEY, rows, client.clock(), window, DAY)

    async def _summary(self, client: Client, spec: SeriesSpec, window: Window, kind: str, data: str) -> PointBatch:
        url = f"{API}/summary/{kind}/{quote(need_option(KEY, spec, 'protocol'))}"
        chart = (("excludeTotalDataChart", "false"), ("excludeTotalDataChartBreakdown", "true"))
        params = chart if kind == "dexs" else (("dataType", data),) if data else ()
        ask = Ask(KEY, url, f"history of {spec.key}", Summary, params, endpoint=f"summary/{kind}")
        rows = (await client.ask_again(ask)).need().rows
        if rows is None:
            raise BadAnswer(KEY, "the protocol's answer holds no history")
        return points_of(spec.key, KEY, rows, client.clock(), window, DAY)

    def batches(self, specs: Sequence[SeriesSpec]) -> list[tuple[SeriesSpec, ...]]:
        """Put prices of all chains into one request; other measures have no newest value of their own."""
        return gather(specs, lambda _: 0, _coin, lambda _: COINS_A_REQUEST)

    async def many(self, client: Client, specs: Sequence[SeriesSpec]) -> Harvest:
        """Return the newest prices."""

        async def pull(group: tuple[SeriesSpec, ...]) -> Newest:
            coins = sorted({_coin(spec) for spec in group})
            url = f"{COINS}/prices/current/{quote(','.join(coins), safe=':,-')}"
            ask = Ask(KEY, url, "newest prices of the watchlist", Current, endpoint="prices/current")
            answer = await client.ask_again(ask)
            if answer.outcome is Outcome.EMPTY:
                return {}
            found = {name.lower(): price for name, price in answer.need().coins.items()}
            return {
                (coin, "price"): (found[coin.lower()].price, found[coin.lower()].timestamp)
                for coin in coins
                if coin.lower() in found
            }

        return await collect(KEY, client, self.batches(specs), _coin, pull)


def _coin(spec: SeriesSpec) -> str:
    return need_option(KEY, spec, "coin")


def _daily(spec: SeriesSpec, rows: list[tuple[Num, Num]], learnt: Instant, window: Window) -> PointBatch:
    """Put points onto the nearest midnight where the vendor found one near it; the nearest to midnight counts."""
    nearest: dict[Instant, tuple[Instant, Num]] = {}
    if not rows:
        raise Gone(KEY, f"knows no price of {_coin(spec)}")
    unreadable: list[tuple[Num, Num]] = []
    for time, value in rows:
        at = instant(time)
        if at is None:
            unreadable.append((time, value))
            continue
        midnight = (at + DAY // 2) // DAY * DAY
        midnight = midnight if midnight <= learnt else at // DAY * DAY
        away = abs(at - midnight)
        if midnight not in nearest or away < nearest[midnight][0]:
            nearest[midnight] = (away, value)
    placed: list[tuple[Num, Num]] = [(at, value) for at, (_, value) in nearest.items()]
    return points_of(spec.key, KEY, placed or unreadable, learnt, window)


SOURCE = Source(
    key=KEY,
    title="DefiLlama",
    factory=DefiLlama,
    gives=("price", "tvl", "fees", "revenue", "dex_volume"),
    hosts=(
        ("coins.llama.fi", HostRules(per_minute=120, burst=10, concurrency=4)),
        ("api.llama.fi", HostRules(per_minute=120, burst=10, concurrency=4)),
    ),
    limits="No published limit; asked at most twice a second.",
    terms="https://defillama.com/terms",
    attribution="Data from DefiLlama (https://defillama.com)",
    options=(
        ("coin", "chain:address, or coingecko:id"),
        ("protocol", "DefiLlama's name of the protocol, for tvl, fees, revenue and dex_volume"),
        ("chain", "DefiLlama's name of the chain, for tvl"),
    ),
)
