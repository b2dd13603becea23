"""Alpha Vantage: daily candles and quotes of shares with the user's own key; 25 requests a day.

Refusals come with HTTP 200 as ``Information``, ``Note`` or ``Error Message`` and may repeat the key.
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

KEY = "alphavantage"
URL = "https://www.alphavantage.co/query"
FREE_ROWS = 100


class Day(msgspec.Struct):
    """One trading day."""

    open: Num = msgspec.field(name="1. open", default=None)
    high: Num = msgspec.field(name="2. high", default=None)
    low: Num = msgspec.field(name="3. low", default=None)
    close: Num = msgspec.field(name="4. close", default=None)
    volume: Num = msgspec.field(name="5. volume", default=None)


class Daily(msgspec.Struct):
    """TIME_SERIES_DAILY."""

    days: dict[str, Day] = msgspec.field(name="Time Series (Daily)")


class QuoteRow(msgspec.Struct):
    """GLOBAL_QUOTE's row."""

    price: Num = msgspec.field(name="05. price", default=None)
    volume: Num = msgspec.field(name="06. volume", default=None)
    day: Num = msgspec.field(name="07. latest trading day", default=None)


class GlobalQuote(msgspec.Struct):
    """GLOBAL_QUOTE."""

    quote: QuoteRow = msgspec.field(name="Global Quote")


class _Told(msgspec.Struct):
    information: str = msgspec.field(name="Information", default="")
    note: str = msgspec.field(name="Note", default="")
    error: str = msgspec.field(name="Error Message", default="")


def judge(reply: Reply) -> Verdict | None:
    """Read the three ways to refuse."""
    if reply.status != 200 or not reply.body.lstrip().startswith(b"{") or len(reply.body) > 4096:
        return None
    try:
        body = msgspec.json.decode(reply.body, type=_Told)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    text = body.information or body.note or body.error
    if not text:
        return None
    verdict = told(reply, text, Outcome.GONE if body.error else Outcome.PLAN_LIMIT)
    if verdict.outcome is Outcome.RATE_LIMITED and "day" in text:
        return Verdict(Outcome.RATE_LIMITED, verdict.note, (reply.now // DAY + 1) * DAY)
    return verdict


class AlphaVantage(CandleSource):
    """The provider."""

    key = KEY
    most = 100_000
    intervals = ("1d",)

    async def page(
        self, client: Client, spec: SeriesSpec, interval: str, start: Instant, end: Instant
    ) -> Sequence[Candle]:
        """Ask for the newest 100 days, or for all where more are wanted (the vendor may want a paid plan)."""
        # interval is always a day: this source knows no other
        size = "compact" if end - start <= FREE_ROWS * DAY else "full"
        params = (("function", "TIME_SERIES_DAILY"), ("symbol", _symbol(spec)), ("outputsize", size))
        ask = Ask(
            KEY, URL, f"candles of {spec.key}", Daily, params, key=KEY, key_at="query:apikey", endpoint="daily",
            judge=judge,
        )  # fmt: skip
        answer = await client.ask_again(ask)
        if answer.outcome is Outcome.PLAN_LIMIT and size == "full":
            # the newest days are free: better a short history than none
            return await self.page(client, spec, interval, end - FREE_ROWS * DAY, end)
        days = answer.need().days
        return [Candle(day, row.open, row.high, row.low, row.close, row.volume) for day, row in days.items()]

    def batches(self, specs: Sequence[SeriesSpec]) -> list[tuple[SeriesSpec, ...]]:
        """Ask per share: the free plan has no bulk quotes."""
        return gather(specs, _symbol, _symbol, lambda _: 1, ("price", "volume"))

    async def many(self, client: Client, specs: Sequence[SeriesSpec]) -> Harvest:
        """Return newest quotes."""

        async def pull(group: tuple[SeriesSpec, ...]) -> Newest:
            symbol = _symbol(group[0])
            ask = Ask(
                KEY, URL, f"newest quote of {symbol}", GlobalQuote,
                (("function", "GLOBAL_QUOTE"), ("symbol", symbol)), key=KEY, key_at="query:apikey", endpoint="quote",
                judge=judge,
            )  # fmt: skip
            row = (await client.ask_again(ask)).need().quote
            return {(symbol, "price"): (row.price, row.day), (symbol, "volume"): (row.volume, row.day)}

        return await collect(KEY, client, self.batches(specs), _symbol, pull)

    async def check_key(self, client: Client) -> str:
        """Ask for one quote."""
        ask = Ask(
            KEY, URL, "test of the key", GlobalQuote, (("function", "GLOBAL_QUOTE"), ("symbol", "IBM")), key=KEY,
            key_at="query:apikey", endpoint="quote", judge=judge,
        )  # fmt: skip
        (await client.ask(ask)).need()
        return "Alpha Vantage accepts the key (this test cost one of the day's requests)."


def _symbol(spec: SeriesSpec) -> str:
    return need_option(KEY, spec, "symbol")


SOURCE = Source(
    key=KEY,
    title="Alpha Vantage",
    factory=AlphaVantage,
    gives=("price", "volume", "candles"),
    hosts=(("www.alphavantage.co", HostRules(per_minute=5, burst=5, concurrency=1, daily=25)),),
    limits="25 requests a day with a free key.",
    terms="https://www.alphavantage.co/terms_of_service/",
    attribution="Data from Alpha Vantage",
    keys=(KEY,),
    needs_key=True,
    options=(("symbol", "the share's ticker"),),
)
