"""What is particular to one market source: paging, pair names, units, searches, keys that work."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import numpy as np
import pytest

from tests.contract.vendor_cases import ADDRESS, spec
from tests.helpers.vendor_client import KEYS, NOW, Bench
from watchlist.domain.errors import BadAnswer, Gone, PlanLimit, RateLimited
from watchlist.domain.instants import DAY, SECOND
from watchlist.domain.network import SeriesSpec
from watchlist.sources.registry import SOURCES, provider

Answer = Callable[[httpx.Request], httpx.Response]


def pull(of: SeriesSpec, answer: Answer, days: int = 30, what: str = "points", bench: Bench | None = None) -> Any:
    async def work() -> Any:
        async with (bench or Bench(keys=dict(KEYS))).client(answer) as client:
            return await getattr(provider(of.provider), what)(client, of, NOW - days * DAY, None)

    return asyncio.run(work())


def many(specs: list[SeriesSpec], answer: Answer, bench: Bench | None = None) -> Any:
    async def work() -> Any:
        async with (bench or Bench(keys=dict(KEYS))).client(answer) as client:
            return await provider(specs[0].provider).many(client, specs)

    return asyncio.run(work())


def test_binance_pages_through_years_and_marks_the_last_candle() -> None:
    asked: list[httpx.QueryParams] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.params)
        start, end = int(request.url.params["startTime"]), int(request.url.params["endTime"])
        days = range(-(-start // 86_400_000), end // 86_400_000 + 1)
        rows = [[day * 86_400_000, "1", "3", "0.5", "2", "10", 0] for day in days if day * DAY <= NOW]
        return httpx.Response(200, json=rows[:1000])

    of = spec("binance", "price.usdt", symbol="BTCUSDT")
    candles = pull(of, answer, 2500, "candles")[0]
    assert len(asked) == 3
    assert len(candles.starts) == 2500
    assert (np.diff(candles.starts) == DAY).all()
    assert candles.final[:-1].all()
    assert not candles.final[-1]
    assert (candles.high[0], candles.low[0]) == (3, 0.5)
    volume = pull(spec("binance", "volume.btc", symbol="BTCUSDT"), answer)[0]
    assert set(volume.values.tolist()) == {10}


def test_a_strange_interval_is_refused() -> None:
    with pytest.raises(BadAnswer, match="only"):
        pull(spec("coinbase", "price.usd", symbol="BTC-USD", interval="4h"), lambda _: httpx.Response(200, json=[]))
    with pytest.raises(BadAnswer, match="symbol"):
        pull(spec("coinbase", "price.usd"), lambda _: httpx.Response(200, json=[]))


def test_kraken_finds_its_own_name_for_a_pair() -> None:
    quotes = {"XXBTZUSD": {"c": ["50000", "1"]}, "XETHZUSD": {"c": ["3000", "1"]}, "SOLUSD": {"c": ["150", "1"]}}
    specs = [spec("kraken", "price.usd", symbol=name) for name in ("XBTUSD", "ETHUSD", "SOLUSD", "NESUSD")]
    harvest = many(specs, lambda _: httpx.Response(200, json={"error": [], "result": quotes}))
    assert [batch.values[0] for batch in harvest.points] == [50000, 3000, 150]
    assert harvest.absent == (specs[3],)


def test_coinbase_prices_are_inverse_rates_and_columns_are_in_its_order() -> None:
    rates = {"data": {"currency": "USD", "rates": {"BTC": "0.00002", "XYZ": "0"}}}
    specs = [spec("coinbase", "price.usd", symbol=name) for name in ("BTC-USD", "XYZ-USD", "NES-USD")]
    harvest = many(specs, lambda _: httpx.Response(200, json=rates))
    assert harvest.points[0].values[0] == pytest.approx(50000)
    assert harvest.absent == (specs[1], specs[2])
    row = [NOW // SECOND // 86_400 * 86_400, 1.0, 9.0, 4.0, 5.0, 7.0]
    candles = pull(specs[0], lambda _: httpx.Response(200, json=[row]), 3, "candles")[0]
    assert (candles.low[0], candles.high[0], candles.open[0], candles.close[0]) == (1, 9, 4, 5)


def test_okx_asks_the_history_for_what_is_old() -> None:
    paths: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        paths.append(request.url.path.rsplit("/", 1)[1])
        assert int(request.url.params["before"]) < int(request.url.params["after"])
        return httpx.Response(200, json={"code": "0", "data": []})

    assert len(pull(spec("okx", "price.usdt", symbol="NES-USDT"), answer, 250)[0].instants) == 0
    assert paths == ["history-candles", "history-candles", "candles"]


def test_coingecko_uses_the_best_key() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={"prices": [[NOW // 1000 - 86_400_000, 1.5]]})

    of = spec("coingecko", "price.usd", id="bitcoin")
    for keys, host, header, days in (
        ({}, "api.coingecko.com", None, "365"),
        ({"coingecko": "CG-demo"}, "api.coingecko.com", "x-cg-demo-api-key", "365"),
        ({"coingecko": "CG-demo", "coingecko-pro": "CG-pro"}, "pro-api.coingecko.com", "x-cg-pro-api-key", "1000"),
    ):
        pull(of, answer, 1000, bench=Bench(keys=keys))
        assert seen[-1].url.host == host
        assert seen[-1].url.params["days"] == days
        assert header is None or header in seen[-1].headers
        assert "CG-" not in str(seen[-1].url)


def test_alpha_vantage_takes_the_free_days_where_all_are_refused() -> None:
    sizes: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sizes.append(request.url.params["outputsize"])
        if sizes[-1] == "full":
            return httpx.Response(200, json={"Information": "outputsize=full is a premium feature"})
        return httpx.Response(200, json={"Time Series (Daily)": {"2026-11-19": {"4. close": "101.5"}}})

    of = spec("alphavantage", "price.usd", symbol="SPCX")
    assert pull(of, answer, 300)[0].values.tolist() == [101.5]
    assert sizes == ["full", "compact"]

    def spent(_request: httpx.Request) -> httpx.Response:
        text = f"Your API key {KEYS['alphavantage']} is at the standard API rate limit of 25 requests per day"
        return httpx.Response(200, json={"Information": text})

    bench = Bench(keys=dict(KEYS))
    with pytest.raises(RateLimited) as caught:
        pull(of, spent, 20, bench=bench)
    assert caught.value.retry_at % DAY == 0
    assert KEYS["alphavantage"] not in str(caught.value) + repr(bench.fetches)
    with pytest.raises(PlanLimit):
        pull(of, lambda _: httpx.Response(200, json={"Information": "premium only"}), 20)


def test_twelve_data_many_with_an_unknown_symbol() -> None:
    body = {"SPCX": {"price": "212.5"}, "NOPE": {"code": 404, "message": "not found", "status": "error"}}
    specs = [spec("twelvedata", "price.usd", symbol=name) for name in ("SPCX", "NOPE")]
    harvest = many(specs, lambda _: httpx.Response(200, json=body))
    assert harvest.points[0].values.tolist() == [212.5]
    assert harvest.absent == (specs[1],)


def test_defillama_daily_points_stand_on_their_day() -> None:
    midnight = NOW // DAY * DAY // SECOND
    samples = [
        {"timestamp": midnight - 86_400 + 500, "price": 2.0},
        {"timestamp": midnight - 86_400 - 90, "price": 1.5},
        {"timestamp": midnight + 30, "price": 3.0},
    ]
    of = spec("defillama", "price.usd", coin=f"base:{ADDRESS}")
    batch = pull(of, lambda _: httpx.Response(200, json={"coins": {"x": {"prices": samples}}}))[0]
    assert batch.instants.tolist() == [(midnight - 86_400) * SECOND, midnight * SECOND]
    assert batch.values.tolist() == [1.5, 3.0]
    with pytest.raises(Gone):
        pull(of, lambda _: httpx.Response(200, json={"coins": {}}))


def test_defillama_other_measures() -> None:
    day = NOW // DAY * DAY // SECOND - 86_400
    tvl = pull(
        spec("defillama", "tvl.usd", chain="Base"), lambda _: httpx.Response(200, json=[{"date": day, "tvl": 5}])
    )
    assert tvl[0].values.tolist() == [5]
    fees = pull(
        spec("defillama", "fees.usd", protocol="openledger"),
        lambda _: httpx.Response(200, json={"totalDataChart": [[day, "7.5"]]}),
    )
    assert fees[0].values.tolist() == [7.5]
    with pytest.raises(BadAnswer, match="no history"):
        pull(spec("defillama", "tvl.usd", protocol="openledger"), lambda _: httpx.Response(200, json={"tvl": 5}))


def test_dexscreener_takes_the_deepest_pool_and_sums() -> None:
    pools = [
        {
            "chainId": "base",
            "baseToken": {"address": ADDRESS},
            "priceUsd": "1.0",
            "liquidity": {"usd": "10"},
            "volume": {"h24": 5},
        },
        {
            "chainId": "base",
            "baseToken": {"address": ADDRESS},
            "priceUsd": "2.0",
            "liquidity": {"usd": 900},
            "volume": {"h24": None},
        },
        {"chainId": "base", "baseToken": {"address": "0xother"}, "priceUsd": "9", "liquidity": None},
    ]
    specs = [
        spec("dexscreener", f"{name}.usd", chain="base", address=ADDRESS)
        for name in ("price", "volume", "liquidity", "fdv")
    ]
    harvest = many(specs, lambda _: httpx.Response(200, json=pools))
    assert [batch.values[0] for batch in harvest.points] == [2, 5, 910]
    assert harvest.absent == (specs[3],)
    with pytest.raises(Gone):
        pull(specs[0], lambda _: httpx.Response(200, json=[]))


def test_hugging_face_sums_pages_by_cursor() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if "cursor" in request.url.params:
            assert request.url.params["cursor"] == "abc="
            return httpx.Response(200, json=[{"id": "n/b", "downloads": "5", "likes": None}])
        link = '<https://huggingface.co/api/models?author=n&limit=500&cursor=abc%3D>; rel="next"'
        return httpx.Response(200, json=[{"id": "n/a", "downloads": 7, "likes": 2}], headers={"Link": link})

    specs = [spec("huggingface", name, organisation="n") for name in ("downloads", "likes", "models")]
    bench = Bench()
    harvest = many(specs, answer, bench)
    assert [batch.values[0] for batch in harvest.points] == [12, 2, 2]
    assert len(bench.fetches) == 2


@pytest.mark.parametrize(
    "source",
    [source for source in SOURCES.values() if source.keys and source.key not in ("evm", "blockscout_stats")],
    ids=lambda s: s.key,
)
def test_every_key_can_be_tried(source: Any) -> None:
    planted = f"planted-{source.key}-0123456789"
    bodies: dict[str, Any] = {
        "coingecko": {"gecko_says": "hi"},
        "github": {"rate": {"limit": 5000, "remaining": 4999}},
        "alphavantage": {"Global Quote": {"05. price": "1"}},
        "twelvedata": {"current_usage": 1, "plan_limit": 8},
        "etherscan": {"status": "1", "message": "OK", "result": {"creditsUsed": 1}},
    }

    async def work(status: int, body: Any) -> str:
        async with Bench(keys={source.keys[0]: planted}).client(lambda _: httpx.Response(status, json=body)) as client:
            return await provider(source.key).check_key(client)

    sentence = asyncio.run(work(200, bodies.get(source.key, {"name": "x"})))
    assert sentence.endswith(".")
    assert planted not in sentence
    with pytest.raises(Exception, match=source.key):
        asyncio.run(work(401, {"message": "unauthorized"}))


@pytest.mark.parametrize("source", ["coingecko", "dexscreener", "coinpaprika"])
def test_searches_may_find_nothing(source: str) -> None:
    async def work(body: Any) -> Any:
        async with Bench().client(lambda _: httpx.Response(200, json=body)) as client:
            return await provider(source).search(client, "nothing")

    assert asyncio.run(work({})) == ()
    assert asyncio.run(work({"coins": [], "pairs": None, "currencies": None})) == ()
