"""OKX: candles of an instrument and newest prices of all of a kind; no key.

Errors come with HTTP 200 and a ``code`` that is not "0". ``after`` means older and ``before`` newer; newest first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import DAY, Instant
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

KEY = "okx"
HOST = "https://www.okx.com"
BARS = {"1m": "1m", "5m": "5m", "15m": "15m", "1h": "1H", "4h": "4H", "1d": "1Dutc", "1w": "1Wutc"}


class Refusal(msgspec.Struct):
    """What every body has."""

    code: Num = None
    msg: str = ""


class Rows(msgspec.Struct):
    """/candles: [ms, open, high, low, close, volume, …, confirm]."""

    data: list[list[Num]]
    code: Num = None


class Ticker(msgspec.Struct):
    """A row of /tickers."""

    inst_id: str = msgspec.field(name="instId")
    last: Num = None
    ts: Num = None


class Tickers(msgspec.Struct):
    """/tickers."""

    data: list[Ticker]
    code: Num = None


def judge(reply: Reply) -> Verdict | None:
    """Read ``code``."""
    if not reply.body.lstrip().startswith(b"{"):
        return None
    try:
        body = msgspec.json.decode(reply.body, type=Refusal)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    code = str(body.code) if body.code is not None else "0"
    if code == "0" or reply.status >= 500:
        return None
    if code in ("50011", "50061"):
        return Verdict(Outcome.RATE_LIMITED, body.msg or "too many requests")
    if code == "51001":
        return Verdict(Outcome.GONE, body.msg or "no such instrument")
    if code in ("50001", "50004", "50013", "50026"):
        return Verdict(Outcome.UNREACHABLE, body.msg or "busy")
    return told(reply, body.msg or f"code {code}")


class Okx(CandleSource):
    """The provider."""

    key = KEY
    most = 100
    intervals = tuple(BARS)

    async def page(
        self, client: Client, spec: SeriesSpec, interval: str, start: Instant, end: Instant
    ) -> Sequence[Candle]:
        """Ask /history-candles, and /candles for what is young."""
        young = end > client.clock() - 2 * DAY
        params = (
            ("instId", need_option(KEY, spec, "symbol")),
            ("bar", BARS[interval]),
            ("after", str(end // 1000)),
            ("before", str(start // 1000 - 1)),
            ("limit", str(self.most)),
        )
        path = "candles" if young else "history-candles"
        ask = Ask(
            KEY, f"{HOST}/api/v5/market/{path}", f"candles of {spec.key}", Rows, params, endpoint=path, judge=judge
        )
        rows = (await client.ask_again(ask)).need().data
        return [
            Candle(row[0], row[1], row[2], row[3], row[4], row[5], str(row[-1]) != "0") for row in rows if len(row) >= 7
        ]

    def batches(self, specs: Sequence[SeriesSpec]) -> list[tuple[SeriesSpec, ...]]:
        """Ask once per kind of instrument: the answer holds all of them."""
        return gather(specs, _kind, _symbol, lambda _: 1_000_000)

    async def many(self, client: Client, specs: Sequence[SeriesSpec]) -> Harvest:
        """Return the newest prices."""

        async def pull(group: tuple[SeriesSpec, ...]) -> Newest:
            ask = Ask(
                KEY, f"{HOST}/api/v5/market/tickers", "newest prices of the watchlist", Tickers,
                (("instType", _kind(group[0])),), endpoint="tickers", judge=judge,
            )  # fmt: skip
            rows = (await client.ask_again(ask)).need().data
            return {(row.inst_id, "price"): (row.last, row.ts) for row in rows}

        return await collect(KEY, client, self.batches(specs), _symbol, pull)


def _symbol(spec: SeriesSpec) -> str:
    return need_option(KEY, spec, "symbol")


def _kind(spec: SeriesSpec) -> str:
    return "SWAP" if _symbol(spec).endswith("-SWAP") else "SPOT"


SOURCE = Source(
    key=KEY,
    title="OKX",
    factory=Okx,
    gives=("price", "volume", "candles"),
    hosts=(("www.okx.com", HostRules(per_minute=500, burst=16, concurrency=4)),),
    limits="40 requests in two seconds, 20 for history.",
    terms="https://www.okx.com/help/terms-of-service",
    attribution="Market data from OKX",
    options=(("symbol", "the instrument, such as BTC-USDT"), ("interval", "length of a candle, 1d where absent")),
)
