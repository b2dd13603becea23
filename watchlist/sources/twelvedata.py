"""Twelve Data: candles and quotes of shares with the user's own key; 8 credits a minute, 800 a day.

Each symbol costs a credit. Errors have ``status: error`` and a ``code``, with HTTP 200 or the code's own status.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import MINUTE, Instant
from watchlist.domain.network import SeriesSpec
from watchlist.domain.periods import today
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

KEY = "twelvedata"
HOST = "https://api.twelvedata.com"
PLACE = "header:Authorization|apikey {key}"
NAMES = {"1m": "1min", "5m": "5min", "15m": "15min", "1h": "1h", "4h": "4h", "1d": "1day", "1w": "1week"}
SYMBOLS_A_REQUEST = 8


class Row(msgspec.Struct):
    """A candle."""

    datetime: Num = None
    open: Num = None
    high: Num = None
    low: Num = None
    close: Num = None
    volume: Num = None


class TimeSeries(msgspec.Struct):
    """/time_series."""

    values: list[Row]


class Price(msgspec.Struct):
    """/price of one symbol; an unknown one among several has a code instead."""

    price: Num = None
    code: Num = None
    message: str = ""


class Usage(msgspec.Struct):
    """/api_usage."""

    current_usage: Num = None
    plan_limit: Num = None


class _Told(msgspec.Struct):
    status: str = ""
    code: Num = None
    message: str = ""


def judge(reply: Reply) -> Verdict | None:
    """Read ``code`` whatever the HTTP status."""
    if not reply.body.lstrip().startswith(b"{") or b'"code"' not in reply.body[:2048]:
        return None
    try:
        body = msgspec.json.decode(reply.body, type=_Told)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    if body.status != "error" and not (body.code and body.message):
        return None
    code, text = str(body.code), body.message or "refused"
    if code == "429":
        day = "day" in text
        return Verdict(Outcome.RATE_LIMITED, text, None if day else (reply.now // MINUTE + 1) * MINUTE)
    known = {"401": Outcome.KEY_REJECTED, "403": Outcome.PLAN_LIMIT, "404": Outcome.GONE, "414": Outcome.BAD_ANSWER}
    if code in known:
        return Verdict(known[code], text)
    return Verdict(Outcome.UNREACHABLE, text) if code.startswith("5") else told(reply, text)


class TwelveData(CandleSource):
    """The provider."""

    key = KEY
    most = 400
    intervals = tuple(NAMES)

    async def page(
        self, client: Client, spec: SeriesSpec, interval: str, start: Instant, end: Instant
    ) -> Sequence[Candle]:
        """Ask /time_series."""
        params = (
            ("symbol", _symbol(spec)),
            ("interval", NAMES[interval]),
            ("start_date", today(start).isoformat()),
            ("end_date", today(end).isoformat()),
            ("timezone", "UTC"),
            ("outputsize", "500"),
        )
        ask = Ask(
            KEY, f"{HOST}/time_series", f"candles of {spec.key}", TimeSeries, params, key=KEY, key_at=PLACE,
            endpoint="time_series", judge=judge, patience=90,
        )  # fmt: skip
        values = (await client.ask_again(ask)).need().values
        return [Candle(row.datetime, row.open, row.high, row.low, row.close, row.volume) for row in values]

    def batches(self, specs: Sequence[SeriesSpec]) -> list[tuple[SeriesSpec, ...]]:
        """Put as many symbols into a request as a minute's credits."""
        return gather(specs, lambda _: 0, _symbol, lambda _: SYMBOLS_A_REQUEST)

    async def many(self, client: Client, specs: Sequence[SeriesSpec]) -> Harvest:
        """Return newest prices."""

        async def pull(group: tuple[SeriesSpec, ...]) -> Newest:
            symbols = sorted({_symbol(spec) for spec in group})
            params = (("symbol", ",".join(symbols)),)
            if len(symbols) == 1:
                one = Ask(
                    KEY,
                    f"{HOST}/price",
                    "newest prices of the watchlist",
                    Price,
                    params,
                    key=KEY,
                    key_at=PLACE,
                    endpoint="price",
                    judge=judge,
                )
                return {(symbols[0], "price"): ((await client.ask_again(one)).need().price, None)}
            some = Ask(
                KEY, f"{HOST}/price", "newest prices of the watchlist", dict[str, Price], params, judge=judge,
                weight=len(symbols), patience=90, key=KEY, key_at=PLACE, endpoint="price",
            )  # fmt: skip
            found = (await client.ask_again(some)).need()
            return {(symbol, "price"): (row.price, None) for symbol, row in found.items()}

        return await collect(KEY, client, self.batches(specs), _symbol, pull)

    async def check_key(self, client: Client) -> str:
        """Ask for the key's usage, which is free."""
        ask = Ask(
            KEY, f"{HOST}/api_usage", "test of the key", Usage, key=KEY, key_at=PLACE, endpoint="api_usage",
            judge=judge,
        )  # fmt: skip
        usage = (await client.ask(ask)).need()
        return f"Twelve Data accepts the key: {usage.current_usage} of {usage.plan_limit} credits used this minute."


def _symbol(spec: SeriesSpec) -> str:
    return need_option(KEY, spec, "symbol")


SOURCE = Source(
    key=KEY,
    title="Twelve Data",
    factory=TwelveData,
    gives=("price", "volume", "candles"),
    hosts=(("api.twelvedata.com", HostRules(per_minute=8, burst=8, concurrency=1, daily=800)),),
    limits="8 credits a minute and 800 a day with a free key; each symbol costs one.",
    terms="https://twelvedata.com/terms",
    attribution="Data from Twelve Data",
    keys=(KEY,),
    needs_key=True,
    options=(("symbol", "the share's ticker"), ("interval", "length of a candle, 1d where absent")),
)
