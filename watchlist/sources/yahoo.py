"""Yahoo's chart address: shares without a key. Unofficial, without terms for programs: off until the user wants it.

Arrays hold nulls; too many requests are refused for a quarter of an hour and more.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

from watchlist.domain.errors import BadAnswer
from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import MINUTE, SECOND, Instant
from watchlist.domain.network import SeriesSpec
from watchlist.sources.base import Ask, Harvest, Reply, Verdict, need_option
from watchlist.sources.exchange import CandleSource
from watchlist.sources.gathering import Newest, collect, gather
from watchlist.sources.lenient import Num
from watchlist.sources.pacing import HostRules
from watchlist.sources.shaping import Candle
from watchlist.sources.source import Source

if TYPE_CHECKING:
    from watchlist.sources.client import Client

KEY = "yahoo"
HOST = "https://query1.finance.yahoo.com"
REST = 20 * MINUTE


class Quotes(msgspec.Struct):
    """Columns; each value may be null, and so may a column."""

    open: list[Num] | None = None
    high: list[Num] | None = None
    low: list[Num] | None = None
    close: list[Num] | None = None
    volume: list[Num] | None = None


class Indicators(msgspec.Struct):
    """The columns of a chart."""

    quote: list[Quotes] = []


class Meta(msgspec.Struct):
    """The newest trade."""

    price: Num = msgspec.field(name="regularMarketPrice", default=None)
    time: Num = msgspec.field(name="regularMarketTime", default=None)


class Result(msgspec.Struct):
    """One symbol."""

    meta: Meta = msgspec.field(default_factory=Meta)
    timestamp: list[Num] = []
    indicators: Indicators = msgspec.field(default_factory=Indicators)


class Trouble(msgspec.Struct):
    """Why there is no result."""

    code: str = ""
    description: str = ""


class ChartBody(msgspec.Struct):
    """Result or trouble."""

    result: list[Result] | None = None
    error: Trouble | None = None


class Chart(msgspec.Struct):
    """The body."""

    chart: ChartBody


def judge(reply: Reply) -> Verdict | None:
    """Recognise the edge's refusal, which is plain text."""
    if b"Too Many Requests" in reply.body[:200]:
        return Verdict(Outcome.RATE_LIMITED, "too many requests; resting", reply.now + REST)
    return None


class Yahoo(CandleSource):
    """The provider."""

    key = KEY
    most = 5000
    intervals = ("1d",)

    async def page(
        self, client: Client, spec: SeriesSpec, interval: str, start: Instant, end: Instant
    ) -> Sequence[Candle]:
        """Ask for a stretch of a chart."""
        span = (("period1", str(start // SECOND)), ("period2", str(end // SECOND)), ("interval", interval))
        result = await self._chart(client, _symbol(spec), span)
        columns = result.indicators.quote[0] if result.indicators.quote else Quotes()
        count = len(result.timestamp)

        def column(values: list[Num] | None) -> list[Num]:
            return [*(values or []), *([None] * count)][:count]

        return [
            Candle(_day(time), *row)
            for time, *row in zip(
                result.timestamp,
                column(columns.open),
                column(columns.high),
                column(columns.low),
                column(columns.close),
                column(columns.volume),
                strict=True,
            )
        ]

    async def _chart(self, client: Client, symbol: str, params: tuple[tuple[str, str], ...]) -> Result:
        ask = Ask(
            KEY, f"{HOST}/v8/finance/chart/{quote(symbol)}", f"chart of {symbol}", Chart, params, endpoint="chart",
            judge=judge,
        )  # fmt: skip
        body = (await client.ask(ask)).need().chart
        if not body.result:
            raise BadAnswer(KEY, body.error.description if body.error else "the answer holds no chart")
        return body.result[0]

    def batches(self, specs: Sequence[SeriesSpec]) -> list[tuple[SeriesSpec, ...]]:
        """Ask per share."""
        return gather(specs, _symbol, _symbol, lambda _: 1)

    async def many(self, client: Client, specs: Sequence[SeriesSpec]) -> Harvest:
        """Return newest prices."""

        async def pull(group: tuple[SeriesSpec, ...]) -> Newest:
            meta = (await self._chart(client, _symbol(group[0]), (("range", "1d"), ("interval", "1d")))).meta
            return {(_symbol(group[0]), "price"): (meta.price, meta.time)}

        return await collect(KEY, client, self.batches(specs), _symbol, pull)


def _day(time: Num) -> Num:
    """Put a daily candle, which is stamped with the opening hour, onto its day."""
    return time // 86_400 * 86_400 if isinstance(time, int) else time


def _symbol(spec: SeriesSpec) -> str:
    return need_option(KEY, spec, "symbol")


SOURCE = Source(
    key=KEY,
    title="Yahoo chart (unofficial)",
    factory=Yahoo,
    gives=("price", "volume", "candles"),
    hosts=(("query1.finance.yahoo.com", HostRules(per_minute=10, burst=2, concurrency=1)),),
    limits="Unknown; refuses for a quarter of an hour and more.",
    terms="https://legal.yahoo.com/us/en/yahoo/terms/otos/index.html",
    attribution="Unofficial data from Yahoo",
    default_on=False,
    official=False,
    note="Not a published interface: it may stop or change without notice.",
    options=(("symbol", "the share's ticker"),),
)
