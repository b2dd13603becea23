"""Every source in one table: how it is asked, and how its vendor writes rows. Serves the fault matrix and others.

A row is (instant in seconds, value, participant). A renderer writes rows as the vendor would; a value may be anything
JSON can hold, so that faults in data are made once for all vendors.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple

from tests.helpers.fault_server import Seen
from tests.helpers.vendor_client import NOW
from watchlist.domain.errors import SourceError
from watchlist.domain.instants import DAY, SECOND
from watchlist.domain.network import Kind, Role, SeriesKey, SeriesSpec, Stream, StreamKey
from watchlist.domain.series import PointBatch
from watchlist.sources.base import EventSlice, Resume
from watchlist.sources.client import Client
from watchlist.sources.registry import provider

ADDRESS = "0xfbc2051ae2265686a469421b2c5a2d5462fbf5eb"
TODAY = NOW // DAY * DAY


class Row(NamedTuple):
    """A row as a vendor knows it."""

    time: Any
    value: Any
    who: str = "alice"


def healthy(count: int = 12) -> list[Row]:
    """Return rows of the days before today, growing slowly."""
    start = TODAY // SECOND - count * 86_400
    return [Row(start + at * 86_400, 10.0 + at / 10, f"person{at % 3}") for at in range(count)]


def iso_text(time: Any) -> Any:
    return datetime.fromtimestamp(time, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if isinstance(time, int) else time


def day_text(time: Any) -> Any:
    return datetime.fromtimestamp(time, UTC).strftime("%Y-%m-%d") if isinstance(time, int) else time


def ms(time: Any) -> Any:
    return time * 1000 if isinstance(time, int) else time


Renderer = Callable[[list[Row], Seen], Any]
Runner = Callable[[Client], Awaitable["Result"]]


@dataclass
class Result:
    """What a source gave."""

    points: list[PointBatch] = field(default_factory=list)
    slices: list[EventSlice] = field(default_factory=list)

    @property
    def main(self) -> PointBatch:
        return self.points[0]


@dataclass(frozen=True)
class Case:
    """A source's method; ``raises`` of a Harvest are raised, so that all cases fail alike."""

    name: str
    source: str
    run: Runner
    render: Renderer
    kind: str  # history, newest, events
    keys: tuple[str, ...] = ()

    def body(self, rows: list[Row], seen: Seen) -> bytes:
        return json.dumps(self.render(rows, seen)).encode()


def spec(source: str, name: str, **options: str) -> SeriesSpec:
    return SeriesSpec(SeriesKey("test", name), source, tuple(options.items()))


def stream(source: str, start: str = "discover", **options: str) -> Stream:
    return Stream(
        StreamKey("test", "stream"), Role.USER, Kind.USE, provider=source, start=start, options=tuple(options.items())
    )


def history(name: str, source: str, of: SeriesSpec, render: Renderer, *keys: str) -> Case:
    async def run(client: Client) -> Result:
        return Result(points=await provider(source).points(client, of, NOW - 20 * DAY, None))

    return Case(name, source, run, render, "history", keys)


def newest(name: str, source: str, of: SeriesSpec, render: Renderer, *keys: str) -> Case:
    async def run(client: Client) -> Result:
        harvest = await provider(source).many(client, [of])
        for _, error in harvest.failures:
            assert isinstance(error, SourceError)
            raise error
        return Result(points=list(harvest.points))

    return Case(name, source, run, render, "newest", keys)


def events(name: str, source: str, of: Stream, render: Renderer, *keys: str) -> Case:
    async def run(client: Client) -> Result:
        result = Result()
        since = NOW - 30 * DAY
        async for piece in provider(source).events(client, of, None, Resume(since=since)):
            result.slices.append(piece)
        return result

    return Case(name, source, run, render, "events", keys)


# How each vendor writes


def coingecko_chart(rows: list[Row], _seen: Seen) -> Any:
    pairs = [[ms(row.time), row.value] for row in rows]
    return {"prices": pairs, "market_caps": pairs, "total_volumes": pairs}


def coingecko_markets(rows: list[Row], _seen: Seen) -> Any:
    value = rows[-1].value
    return [{"id": "bitcoin", "current_price": value, "market_cap": value, "total_volume": value}]


def llama_chart(rows: list[Row], _seen: Seen) -> Any:
    return {
        "coins": {
            f"base:{ADDRESS}": {"symbol": "OPG", "prices": [{"timestamp": r.time, "price": r.value} for r in rows]}
        }
    }


def llama_current(rows: list[Row], _seen: Seen) -> Any:
    return {"coins": {f"base:{ADDRESS}": {"price": rows[-1].value, "timestamp": rows[-1].time, "confidence": 0.99}}}


def gecko_terminal(rows: list[Row], _seen: Seen) -> Any:
    ohlcv = [[r.time, r.value, r.value, r.value, r.value, "100.5"] for r in reversed(rows)]
    return {"data": {"id": "x", "type": "ohlcv", "attributes": {"ohlcv_list": ohlcv}}}


def gecko_terminal_prices(rows: list[Row], _seen: Seen) -> Any:
    return {"data": {"attributes": {"token_prices": {ADDRESS: rows[-1].value}}}}


def dex_screener(rows: list[Row], _seen: Seen) -> Any:
    return [
        {"chainId": "base", "baseToken": {"address": ADDRESS.upper().replace("0X", "0x")}, "priceUsd": rows[-1].value,
         "liquidity": {"usd": 1000}, "volume": {"h24": 5}},
        {"chainId": "base", "baseToken": {"address": ADDRESS}, "priceUsd": "999", "liquidity": {"usd": 1}},
    ]  # fmt: skip


def paprika_history(rows: list[Row], _seen: Seen) -> Any:
    return [{"timestamp": iso_text(r.time), "price": r.value, "volume_24h": 5, "market_cap": 7} for r in rows]


def paprika_ticker(rows: list[Row], _seen: Seen) -> Any:
    return {"id": "opg-open", "quotes": {"USD": {"price": rows[-1].value}}}


def binance(rows: list[Row], _seen: Seen) -> Any:
    return [[ms(r.time), r.value, r.value, r.value, r.value, "1.5", 0, "1", 3, "1", "1", "0"] for r in rows]


def kraken(rows: list[Row], _seen: Seen) -> Any:
    candles = [[r.time, r.value, r.value, r.value, r.value, "1", "2.5", 7] for r in rows]
    return {"error": [], "result": {"XXBTZUSD": candles, "last": 1}}


def coinbase(rows: list[Row], _seen: Seen) -> Any:
    return [[r.time, r.value, r.value, r.value, r.value, 4.5] for r in reversed(rows)]


def okx(rows: list[Row], _seen: Seen) -> Any:
    text = [[str(ms(r.time)), r.value, r.value, r.value, r.value, "1", "1", "1", "1"] for r in reversed(rows)]
    return {"code": "0", "msg": "", "data": text}


def alpha_vantage(rows: list[Row], _seen: Seen) -> Any:
    days = {day_text(r.time): {"1. open": r.value, "4. close": r.value, "5. volume": "10"} for r in rows}
    return {"Meta Data": {"2. Symbol": "SPCX"}, "Time Series (Daily)": days}


def twelve_data(rows: list[Row], _seen: Seen) -> Any:
    values = [{"datetime": day_text(r.time), "open": r.value, "close": r.value, "volume": "9"} for r in reversed(rows)]
    return {"meta": {"symbol": "SPCX"}, "values": values, "status": "ok"}


def yahoo(rows: list[Row], _seen: Seen) -> Any:
    closes = [r.value for r in rows]
    quote = {"open": closes, "high": closes, "low": closes, "close": closes, "volume": [1] * len(rows)}
    return {
        "chart": {"result": [{"timestamp": [r.time for r in rows], "indicators": {"quote": [quote]}}], "error": None}
    }


def blockscout_chart(rows: list[Row], _seen: Seen) -> Any:
    return {"chart_data": [{"date": day_text(r.time), "transactions_count": r.value} for r in reversed(rows)]}


def blockscout_transfers(rows: list[Row], seen: Seen) -> Any:
    if seen.path.endswith("/main-page/blocks"):
        return [{"height": 9, "timestamp": iso_text(NOW // SECOND)}]
    items = [
        {"timestamp": iso_text(r.time), "transaction_hash": f"0x{at:064x}", "log_index": at, "block_number": at,
         "from": {"hash": f"0x{r.who}"}, "to": {"hash": "0xbob"}, "total": {"value": r.value, "decimals": "18"}}
        for at, r in enumerate(rows)
    ]  # fmt: skip
    return {"items": items[::-1], "next_page_params": None}


def blockscout_lines(rows: list[Row], _seen: Seen) -> Any:
    chart = [
        {"date": day_text(r.time), "date_to": day_text(r.time), "value": r.value, "is_approximate": False} for r in rows
    ]
    return {"chart": chart, "info": {"id": "newTxns"}}


def explorer_logs(rows: list[Row], seen: Seen) -> Any:
    if seen.query.get("action") == "eth_blockNumber":
        return {"jsonrpc": "2.0", "id": 1, "result": hex(5000)}
    if seen.query.get("action") == "eth_getBlockByNumber":
        return {"jsonrpc": "2.0", "id": 1, "result": {"number": hex(4936), "timestamp": hex(NOW // SECOND)}}
    logs = [
        {"topics": ["0xddf2", f"0x{at % 3 + 1:064x}", f"0x{9:064x}"], "data": f"0x{7:064x}",
         "blockNumber": hex(100 + at), "timeStamp": hex(r.time) if isinstance(r.time, int) else r.time,
         "logIndex": hex(at) if isinstance(r.value, float) else r.value, "transactionHash": f"0x{at:064x}"}
        for at, r in enumerate(rows)
    ]  # fmt: skip
    return {"status": "1", "message": "OK", "result": logs}


def github_commits(rows: list[Row], seen: Seen) -> Any:
    if seen.path.startswith("/orgs/"):
        return [{"full_name": "org/one", "fork": False}, {"full_name": "org/copy", "fork": True}]
    return [
        {"sha": f"{at:040x}", "author": {"login": r.who, "type": "User"},
         "commit": {"author": {"name": r.value if not isinstance(r.value, float) else "A", "date": iso_text(r.time)},
                    "committer": {"name": "x", "date": iso_text(r.time)}}}
        for at, r in enumerate(rows)
    ][::-1]  # fmt: skip


def github_statistics(rows: list[Row], seen: Seen) -> Any:
    if seen.path.startswith("/orgs/"):
        return [{"full_name": "org/one", "fork": False}]
    weeks = [{"w": r.time, "a": 1, "d": 1, "c": r.value if not isinstance(r.value, float) else 3} for r in rows]
    return [{"total": 3, "author": {"login": "alice", "type": "User"}, "weeks": weeks}]


def hugging_face(rows: list[Row], _seen: Seen) -> Any:
    return [{"id": "nesaorg/a", "downloads": rows[-1].value, "likes": 2}]


def dune(rows: list[Row], _seen: Seen) -> Any:
    table = [
        {
            "day": f"{day_text(r.time)} 00:00:00.000 UTC",
            "value": r.value,
            "participant": f"0x{r.who}",
            "events": r.value,
        }
        for r in rows
    ]
    return {
        "execution_id": "01H", "state": "QUERY_STATE_COMPLETED", "execution_started_at": "2026-11-20T06:00:00Z",
        "result": {"rows": table, "metadata": {"total_row_count": len(rows)}},
    }  # fmt: skip


def own_json(rows: list[Row], _seen: Seen) -> Any:
    return {"items": [{"t": iso_text(r.time), "v": r.value, "p": r.who, "id": str(at)} for at, r in enumerate(rows)]}


OWN = {"url": "https://example.invalid/data?from={from}&to={to}", "rows": "items", "time": "t"}

CASES = [
    history("coingecko history", "coingecko", spec("coingecko", "price.usd", id="bitcoin"), coingecko_chart),
    newest("coingecko newest", "coingecko", spec("coingecko", "price.usd", id="bitcoin"), coingecko_markets),
    history("defillama history", "defillama", spec("defillama", "price.usd", coin=f"base:{ADDRESS}"), llama_chart),
    newest("defillama newest", "defillama", spec("defillama", "price.usd", coin=f"base:{ADDRESS}"), llama_current),
    history("geckoterminal history", "geckoterminal",
            spec("geckoterminal", "price.usd", network="base", pool="0xpool", address=ADDRESS), gecko_terminal),
    newest("geckoterminal newest", "geckoterminal",
           spec("geckoterminal", "price.usd", network="base", address=ADDRESS), gecko_terminal_prices),
    newest("dexscreener newest", "dexscreener", spec("dexscreener", "price.usd", chain="base", address=ADDRESS),
           dex_screener),
    history("coinpaprika history", "coinpaprika", spec("coinpaprika", "price.usd", id="opg-open"), paprika_history),
    newest("coinpaprika newest", "coinpaprika", spec("coinpaprika", "price.usd", id="opg-open"), paprika_ticker),
    history("binance history", "binance", spec("binance", "price.usdt", symbol="OPGUSDT"), binance),
    history("kraken history", "kraken", spec("kraken", "price.usd", symbol="XBTUSD"), kraken),
    history("coinbase history", "coinbase", spec("coinbase", "price.usd", symbol="BTC-USD"), coinbase),
    history("okx history", "okx", spec("okx", "price.usdt", symbol="NES-USDT"), okx),
    history("alphavantage history", "alphavantage", spec("alphavantage", "price.usd", symbol="SPCX"), alpha_vantage,
            "alphavantage"),
    history("twelvedata history", "twelvedata", spec("twelvedata", "price.usd", symbol="SPCX"), twelve_data,
            "twelvedata"),
    history("yahoo history", "yahoo", spec("yahoo", "price.usd", symbol="SPCX"), yahoo),
    history("blockscout history", "blockscout",
            spec("blockscout", "explorer.transactions.d", host="https://scan.openledger.xyz"), blockscout_chart),
    events("blockscout events", "blockscout",
           stream("blockscout", host="https://scan.openledger.xyz", address=ADDRESS), blockscout_transfers),
    history("blockscout_stats history", "blockscout_stats",
            spec("blockscout_stats", "explorer.transactions.d", host="https://scan.openledger.xyz", line="newTxns"),
            blockscout_lines),
    events("etherscan events", "etherscan",
           stream("etherscan", chain="8453", address=ADDRESS, topic0="0xddf2", counterparty="topic2", amount="data0"),
           explorer_logs, "etherscan"),
    events("github commits", "github", stream("github", organisation="org"), github_commits),
    events("github statistics", "github", stream("github", organisation="org", what="statistics"), github_statistics),
    newest("huggingface newest", "huggingface", spec("huggingface", "downloads", organisation="nesaorg"), hugging_face),
    history("dune history", "dune", spec("dune", "tvl.usd", query="1"), dune, "dune"),
    events("dune events", "dune", stream("dune", query="1"), dune, "dune"),
    history("generic_json history", "generic_json", spec("generic_json", "price.usd", **OWN, value="v"), own_json),
    events("generic_json events", "generic_json", stream("generic_json", **OWN, participant="p", reference="id"),
           own_json),
]  # fmt: skip
