"""Kraken: candles of a pair, at most 720 back, and newest prices of many; no key.

Errors come with HTTP 200 in ``error``. The pair's name in the answer differs from the one asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from watchlist.domain.errors import BadAnswer
from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import MINUTE, SECOND, Instant
from watchlist.domain.network import SeriesSpec
from watchlist.sources.base import Ask, Harvest, Reply, Verdict, need_option
from watchlist.sources.exchange import CandleSource
from watchlist.sources.gathering import Newest, collect, gather
from watchlist.sources.history import period_named
from watchlist.sources.lenient import Num
from watchlist.sources.outcomes import told
from watchlist.sources.pacing import HostRules
from watchlist.sources.shaping import Candle
from watchlist.sources.source import Source

if TYPE_CHECKING:
    from watchlist.sources.client import Client

KEY = "kraken"
HOST = "https://api.kraken.com"
PAIRS_A_REQUEST = 100


class Errors(msgspec.Struct):
    """What every body has."""

    error: list[str] = []


class Ohlc(msgspec.Struct):
    """/OHLC: one list of candles under the pair's own name, and ``last``."""

    result: dict[str, list[list[Num]] | Num]
    error: list[str] = []


class Quote(msgspec.Struct):
    """A pair of /Ticker: ``c`` is [last price, volume of that trade], ``v`` is [today, last 24 hours]."""

    c: list[Num] = []
    v: list[Num] = []


class Tickers(msgspec.Struct):
    """/Ticker."""

    result: dict[str, Quote]
    error: list[str] = []


def judge(reply: Reply) -> Verdict | None:
    """Read ``error`` of a 200."""
    if reply.status != 200 or not reply.body.lstrip().startswith(b"{"):
        return None
    try:
        errors = msgspec.json.decode(reply.body, type=Errors).error
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    if not errors:
        return None
    text = "; ".join(errors)
    if "Unknown asset pair" in text:
        return Verdict(Outcome.GONE, text)
    if "Unavailable" in text or "Busy" in text:
        return Verdict(Outcome.UNREACHABLE, text)
    return told(reply, text)


class Kraken(CandleSource):
    """The provider."""

    key = KEY
    most = 1000
    reach = 719
    intervals = ("1m", "5m", "15m", "1h", "4h", "1d", "1w")

    async def page(
        self,
        client: Client,
        spec: SeriesSpec,
        interval: str,
        start: Instant,
        end: Instant,  # noqa: ARG002 (the vendor knows no end)
    ) -> Sequence[Candle]:
        """Ask /OHLC; there is one page, ``since`` reaches no further back than 720 candles."""
        params = (
            ("pair", _pair(spec)),
            ("interval", str(period_named(KEY, interval) // MINUTE)),
            ("since", str(start // SECOND - 1)),
        )
        ask = Ask(KEY, f"{HOST}/0/public/OHLC", f"candles of {spec.key}", Ohlc, params, endpoint="OHLC", judge=judge)
        result = (await client.ask_again(ask)).need().result
        rows: Any = next((value for name, value in result.items() if name != "last"), None)
        if not isinstance(rows, list):
            raise BadAnswer(KEY, "the answer holds no candles")
        return [Candle(row[0], row[1], row[2], row[3], row[4], row[6]) for row in rows if len(row) >= 7]

    def batches(self, specs: Sequence[SeriesSpec]) -> list[tuple[SeriesSpec, ...]]:
        """Put many pairs into one request."""
        return gather(specs, lambda _: 0, _pair, lambda _: PAIRS_A_REQUEST)

    async def many(self, client: Client, specs: Sequence[SeriesSpec]) -> Harvest:
        """Return the newest prices."""

        async def pull(group: tuple[SeriesSpec, ...]) -> Newest:
            pairs = sorted({_pair(spec) for spec in group})
            ask = Ask(
                KEY, f"{HOST}/0/public/Ticker", "newest prices of the watchlist", Tickers,
                (("pair", ",".join(pairs)),), endpoint="Ticker", judge=judge,
            )  # fmt: skip
            result = (await client.ask_again(ask)).need().result
            found: dict[tuple[str, str], tuple[Num, Num]] = {}
            for pair in pairs:
                quote = _named(result, pair, alone=len(pairs) == 1)
                if quote is not None and quote.c:
                    found[pair, "price"] = (quote.c[0], None)
            return found

        return await collect(KEY, client, self.batches(specs), _pair, pull)


def _named(result: Mapping[str, Quote], pair: str, alone: bool) -> Quote | None:
    """Find a pair under Kraken's own name for it: XBTUSD comes back as XXBTZUSD."""
    if pair in result:
        return result[pair]
    if alone and len(result) == 1:
        return next(iter(result.values()))
    for name, quote in result.items():
        if len(name) == 8 and name[0] in "XZ" and name[4] in "XZ" and name[1:4] + name[5:] == pair:
            return quote
    return None


def _pair(spec: SeriesSpec) -> str:
    return need_option(KEY, spec, "symbol").upper()


SOURCE = Source(
    key=KEY,
    title="Kraken",
    factory=Kraken,
    gives=("price", "volume", "candles"),
    hosts=(("api.kraken.com", HostRules(per_minute=55, burst=3, concurrency=1)),),
    limits="About one request a second; 720 candles back.",
    terms="https://www.kraken.com/legal",
    attribution="Market data from Kraken",
    options=(("symbol", "the pair, such as XBTUSD"), ("interval", "length of a candle, 1d where absent")),
)
