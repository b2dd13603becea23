"""The table of sources is complete, and a whole watchlist costs few requests."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest

from tests.contract.vendor_cases import spec
from tests.helpers.vendor_client import KEYS, Bench
from watchlist.domain.network import SeriesSpec
from watchlist.sources.registry import KEYS as SOURCE_KEYS
from watchlist.sources.registry import SOURCES, provider

ADDRESSES = [f"0x{at:040x}" for at in range(50)]
MARKETS = [
    "coingecko",
    "defillama",
    "geckoterminal",
    "dexscreener",
    "coinpaprika",
    "binance",
    "kraken",
    "coinbase",
    "okx",
]


@pytest.mark.parametrize(
    "source", [source for source in SOURCES.values() if source.key not in ("simulated", "evm")], ids=lambda s: s.key
)
def test_an_entry_says_everything(source: Any) -> None:
    assert source.title
    assert source.gives
    assert source.limits
    assert source.attribution
    assert source.terms or source.key in ("generic_json", "files")
    assert provider(source.key).key == source.key
    assert not source.needs_key or source.keys
    assert all(name and meaning for name, meaning in source.options)
    assert all(rules.per_minute > 0 and rules.concurrency > 0 for _, rules in source.hosts)


def test_no_key_stands_twice() -> None:
    assert len(SOURCES) == len(set(SOURCE_KEYS)) == 22


def test_an_entry_has_the_key_of_its_module() -> None:
    assert [source.key for source in SOURCES.values()] == list(SOURCE_KEYS)
    assert "nobody" not in SOURCES
    with pytest.raises(KeyError):
        SOURCES["nobody"]


def test_unofficial_sources_are_off() -> None:
    assert [source.key for source in SOURCES.values() if not source.official] == ["yahoo"]
    assert not SOURCES["yahoo"].default_on


def watchlist() -> dict[str, list[SeriesSpec]]:
    """Fifty assets: forty-six tokens on three chains known to every market, four shares."""
    chains = ["base", "bsc", "ethereum"]
    specs: dict[str, list[SeriesSpec]] = {}
    for at, address in enumerate(ADDRESSES[:46]):
        chain = chains[at % 3]
        options: dict[str, dict[str, str]] = {
            "coingecko": {"id": f"coin-{at}"} if at % 4 else {"platform": chain, "address": address},
            "defillama": {"coin": f"{chain}:{address}"},
            "geckoterminal": {"network": chain, "address": address},
            "dexscreener": {"chain": chain, "address": address},
            "coinpaprika": {"id": f"c{at}-coin"},
            "binance": {"symbol": f"C{at}USDT"},
            "kraken": {"symbol": f"C{at}USD"},
            "coinbase": {"symbol": f"C{at}-USD"},
            "okx": {"symbol": f"C{at}-USDT"},
        }
        for source in MARKETS:
            for name in ("price.usd", "market_cap.usd", "volume.usd"):
                specs.setdefault(source, []).append(spec(source, name, **options[source]))
    for at in range(4):
        for source in ("alphavantage", "twelvedata", "yahoo"):
            specs.setdefault(source, []).append(spec(source, "price.usd", symbol=f"SH{at}"))
    return specs


def test_a_full_refresh_of_fifty_assets_takes_at_most_forty_requests() -> None:
    specs = watchlist()
    planned = {source: len(provider(source).batches(mine)) for source, mine in specs.items()}
    assert sum(planned.values()) <= 40, planned
    assert all(count <= 8 for count in planned.values()), planned


@pytest.mark.parametrize("source", [*MARKETS, "twelvedata", "alphavantage", "yahoo"])
def test_many_sends_exactly_the_planned_requests(source: str) -> None:
    mine = watchlist()[source]
    bench = Bench(keys=KEYS)

    def answer(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(404, json={"error": "nothing"})

    async def work() -> Any:
        async with bench.client(answer) as client:
            return await provider(source).many(client, mine)

    harvest = asyncio.run(work())
    assert len(bench.fetches) == len(provider(source).batches(mine))
    assert not harvest.points
    asked = [one for group in provider(source).batches(mine) for one in group]
    assert [one for one, _ in harvest.failures] == asked


def test_one_failing_group_leaves_the_others_alone() -> None:
    mine = [spec("dexscreener", "price.usd", chain=chain, address=ADDRESSES[1]) for chain in ("base", "bsc")]

    def answer(request: httpx.Request) -> httpx.Response:
        if "/bsc/" in request.url.path:
            return httpx.Response(404)
        return httpx.Response(
            200, json=[{"chainId": "base", "baseToken": {"address": ADDRESSES[1]}, "priceUsd": "2.5"}]
        )

    async def work() -> Any:
        async with Bench().client(answer) as client:
            return await provider("dexscreener").many(client, mine)

    harvest = asyncio.run(work())
    assert [batch.values.tolist() for batch in harvest.points] == [[2.5]]
    assert [one for one, _ in harvest.failures] == [mine[1]]


def test_numbers_of_an_empty_answer_are_absent_not_zero() -> None:
    mine = [spec("defillama", "price.usd", coin="base:0x1")]

    async def work() -> Any:
        async with Bench().client(lambda _request: httpx.Response(200, json={"coins": {}})) as client:
            return await provider("defillama").many(client, mine)

    harvest = asyncio.run(work())
    assert harvest.absent == tuple(mine)
    assert harvest.points == ()


def test_no_batch_is_empty() -> None:
    for key in MARKETS:
        assert provider(key).batches([]) == []
