"""Coinbase Exchange: candles of a product; newest prices of many by its published exchange rates; no key.

A row is [time, low, high, open, close, volume], newest first; a stretch without trades has no candle.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import Instant, iso
from watchlist.domain.network import SeriesSpec
from watchlist.sources.base import Ask, Harvest, Reply, Verdict, need_option
from watchlist.sources.exchange import CandleSource, interval_seconds
from watchlist.sources.gathering import Newest, collect, gather
from watchlist.sources.lenient import Num, number
from watchlist.sources.outcomes import message, told
from watchlist.sources.pacing import HostRules
from watchlist.sources.shaping import Candle
from watchlist.sources.source import Source

if TYPE_CHECKING:
    from watchlist.sources.client import Client

KEY = "coinbase"
HOST = "https://api.exchange.coinbase.com"
RATES = "https://api.coinbase.com/v2/exchange-rates"


class Rates(msgspec.Struct):
    """How many of each asset one unit of the currency buys."""

    rates: dict[str, Num]
    currency: str = ""


class ExchangeRates(msgspec.Struct):
    """/v2/exchange-rates."""

    data: Rates


def judge(reply: Reply) -> Verdict | None:
    """Recognise an error body ``{"message": …}`` with any status."""
    if reply.status == 200 and reply.body.lstrip().startswith(b'{"message"'):
        text = message(reply)
        return Verdict(Outcome.GONE, text) if "NotFound" in text else told(reply, text)
    return None


class Coinbase(CandleSource):
    """The provider."""

    key = KEY
    most = 300
    intervals = ("1m", "5m", "15m", "1h", "1d")

    async def page(
        self, client: Client, spec: SeriesSpec, interval: str, start: Instant, end: Instant
    ) -> Sequence[Candle]:
        """Ask /products/{id}/candles."""
        seconds = interval_seconds(KEY, interval)
        # both ends are included by the vendor: the end is the start of the last wanted candle
        params = (("granularity", str(seconds)), ("start", iso(start)), ("end", iso(max(start, end - 1_000_000))))
        ask = Ask(
            KEY, f"{HOST}/products/{need_option(KEY, spec, 'symbol')}/candles", f"candles of {spec.key}",
            list[list[Num]], params, endpoint="candles", judge=judge,
        )  # fmt: skip
        answer = await client.ask_again(ask)
        if answer.outcome is Outcome.EMPTY:
            return ()
        return [
            Candle(row[0], open=row[3], high=row[2], low=row[1], close=row[4], volume=row[5])
            for row in answer.need()
            if len(row) >= 6
        ]

    def batches(self, specs: Sequence[SeriesSpec]) -> list[tuple[SeriesSpec, ...]]:
        """Ask once per currency: the answer holds every asset."""
        return gather(specs, lambda spec: _parts(spec)[1], _symbol, lambda _: 1_000_000)

    async def many(self, client: Client, specs: Sequence[SeriesSpec]) -> Harvest:
        """Return the newest prices, as the inverse of the exchange rates."""

        async def pull(group: tuple[SeriesSpec, ...]) -> Newest:
            currency = _parts(group[0])[1]
            ask = Ask(
                KEY, RATES, "newest prices of the watchlist", ExchangeRates, (("currency", currency),),
                endpoint="exchange-rates", judge=judge,
            )  # fmt: skip
            rates = (await client.ask_again(ask)).need().data.rates
            found: dict[tuple[str, str], tuple[Num, Num]] = {}
            for spec in group:
                rate = number(rates.get(_parts(spec)[0]))
                if rate is not None and rate > 0:
                    found[_symbol(spec), "price"] = (1 / rate, None)
            return found

        return await collect(KEY, client, self.batches(specs), _symbol, pull)


def _symbol(spec: SeriesSpec) -> str:
    return need_option(KEY, spec, "symbol").upper()


def _parts(spec: SeriesSpec) -> tuple[str, str]:
    base, _, currency = _symbol(spec).partition("-")
    return base, currency or "USD"


SOURCE = Source(
    key=KEY,
    title="Coinbase",
    factory=Coinbase,
    gives=("price", "volume", "candles"),
    hosts=(
        ("api.exchange.coinbase.com", HostRules(per_minute=300, burst=8, concurrency=4)),
        ("api.coinbase.com", HostRules(per_minute=60, burst=4, concurrency=2)),
    ),
    limits="10 requests a second.",
    terms="https://www.coinbase.com/legal",
    attribution="Market data from Coinbase",
    options=(("symbol", "the product, such as BTC-USD"), ("interval", "length of a candle, 1d where absent")),
)
