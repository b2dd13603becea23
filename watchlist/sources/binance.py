"""Binance: candles of a spot pair and newest prices of many, by its market-data host; no key.

More than 1,000 candles are clamped without a word; the last candle is unfinished. Refused in some countries (451).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import Instant
from watchlist.domain.network import SeriesSpec
from watchlist.sources.base import Ask, Harvest, Reply, Verdict, need_option
from watchlist.sources.exchange import CandleSource
from watchlist.sources.gathering import Newest, collect, gather
from watchlist.sources.lenient import Num
from watchlist.sources.outcomes import told
from watchlist.sources.pacing import HostRules
from watchlist.sources.shaping import Candle
from watchlist.sources.source import Source

if TYPE_CHECKING:
    from watchlist.sources.client import Client

KEY = "binance"
HOST = "https://data-api.binance.vision"
SYMBOLS_A_REQUEST = 100


class Refusal(msgspec.Struct):
    """An error body."""

    code: Num = None
    msg: str = ""


class Ticker(msgspec.Struct):
    """A row of /ticker/price."""

    symbol: str
    price: Num = None


def judge(reply: Reply) -> Verdict | None:
    """Tell an unknown pair from a refusal."""
    if not reply.body.lstrip().startswith(b'{"code"'):
        return None
    try:
        body = msgspec.json.decode(reply.body, type=Refusal)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    if str(body.code) == "-1121":
        return Verdict(Outcome.GONE, f"no such pair: {body.msg}")
    if reply.status in (418, 429, 451, 403) or str(body.code) == "-1003":
        return None if reply.status >= 400 else Verdict(Outcome.RATE_LIMITED, body.msg)
    return told(reply, body.msg) if reply.status < 500 else None


class Binance(CandleSource):
    """The provider."""

    key = KEY
    most = 1000
    intervals = ("1m", "5m", "15m", "1h", "4h", "1d", "1w")

    async def page(
        self, client: Client, spec: SeriesSpec, interval: str, start: Instant, end: Instant
    ) -> Sequence[Candle]:
        """Ask /klines."""
        params = (
            ("symbol", need_option(KEY, spec, "symbol")),
            ("interval", interval),
            ("startTime", str(start // 1000)),
            ("endTime", str(end // 1000 - 1)),
            ("limit", str(self.most)),
        )
        ask = Ask(
            KEY, f"{HOST}/api/v3/klines", f"candles of {spec.key}", list[list[Num]], params, endpoint="klines",
            weight=2, judge=judge,
        )  # fmt: skip
        answer = await client.ask_again(ask)
        if answer.outcome is Outcome.EMPTY:
            return ()
        return [Candle(row[0], row[1], row[2], row[3], row[4], row[5]) for row in answer.need() if len(row) >= 6]

    def batches(self, specs: Sequence[SeriesSpec]) -> list[tuple[SeriesSpec, ...]]:
        """Put many pairs into one request."""
        return gather(specs, lambda _: 0, _symbol, lambda _: SYMBOLS_A_REQUEST)

    async def many(self, client: Client, specs: Sequence[SeriesSpec]) -> Harvest:
        """Return the newest prices."""

        async def pull(group: tuple[SeriesSpec, ...]) -> Newest:
            symbols = sorted({_symbol(spec) for spec in group})
            params = (("symbols", msgspec.json.encode(symbols).decode()),)
            ask = Ask(
                KEY, f"{HOST}/api/v3/ticker/price", "newest prices of the watchlist", list[Ticker], params,
                endpoint="ticker/price", weight=4, judge=judge,
            )  # fmt: skip
            answer = await client.ask_again(ask)
            if answer.outcome is Outcome.EMPTY:
                return {}
            return {(row.symbol, "price"): (row.price, None) for row in answer.need()}

        return await collect(KEY, client, self.batches(specs), _symbol, pull)


def _symbol(spec: SeriesSpec) -> str:
    return need_option(KEY, spec, "symbol")


SOURCE = Source(
    key=KEY,
    title="Binance",
    factory=Binance,
    gives=("price", "volume", "candles"),
    hosts=(("data-api.binance.vision", HostRules(1200, burst=100, concurrency=4, used_limit=6000)),),
    limits="6,000 units of weight a minute per address; not offered in some countries.",
    terms="https://www.binance.com/en/terms",
    attribution="Market data from Binance",
    options=(("symbol", "the pair, such as BTCUSDT"), ("interval", "length of a candle, 1d where absent")),
)
