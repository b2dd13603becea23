"""Every recorded answer is read: series, refusals, statistics, and what must not be taken for data."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx
import numpy as np
import pytest

from tests.contract.vendor_cases import spec, stream
from tests.helpers.shared import shared
from tests.helpers.vendor_client import Bench
from watchlist.domain.errors import PlanLimit, RateLimited, SourceError
from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import DAY, SECOND, parse_iso
from watchlist.domain.network import SeriesSpec
from watchlist.sources.base import Ask, Resume
from watchlist.sources.github_api import KEY as GITHUB
from watchlist.sources.github_api import Contributor, RateLimits, Session
from watchlist.sources.github_api import judge as github_judge
from watchlist.sources.registry import provider

RECORDED_ON = parse_iso("2021-05-15T16:05:00")


def recorded(*parts: str) -> bytes:
    return shared("recorded", *parts).read_bytes()


def answering(body: bytes, status: int = 200, headers: dict[str, str] | None = None) -> Any:
    return lambda _request: httpx.Response(status, content=body, headers=headers or {})


def pull(of: SeriesSpec, bench: Bench, transport: Any, days: int) -> Any:
    async def work() -> Any:
        async with bench.client(transport) as client:
            return await provider(of.provider).points(client, of, bench.clock.now - days * DAY, None)

    return asyncio.run(work())


def newest(specs: list[SeriesSpec], bench: Bench, transport: Any) -> Any:
    async def work() -> Any:
        async with bench.client(transport) as client:
            return await provider(specs[0].provider).many(client, specs)

    return asyncio.run(work())


BITCOIN = spec("coingecko", "price.usd", id="bitcoin")
ETHEREUM = spec("coingecko", "price.usd", id="ethereum")


def test_coingecko_day_is_sorted() -> None:
    body = recorded("coingecko", "market_chart_1d.json")
    times = [row[0] for row in json.loads(body)["prices"]]
    assert min(np.diff(times)) < 0  # the vendor's own order has a step back
    bench = Bench()
    bench.clock.now = (max(times) + 1000) * 1000
    price, *others = pull(BITCOIN, bench, answering(body), 2)
    assert price.key.name == "price.usd"
    assert {batch.key.name for batch in others} == {"market_cap.usd", "volume.usd"}
    assert (np.diff(price.instants) > 0).all()
    assert len(price.instants) == len(set(times))


def test_coingecko_days_end_unfinished() -> None:
    body = recorded("coingecko", "market_chart_90d_daily.json")
    rows = json.loads(body)["prices"]
    bench = Bench()
    bench.clock.now = rows[-1][0] * 1000 + SECOND
    price = pull(BITCOIN, bench, answering(body), 90)[0]
    assert (price.instants[:-1] % DAY == 0).all()
    assert price.instants[-1] % DAY != 0
    assert price.final is not None
    assert price.final.tolist() == [True] * (len(price.final) - 1) + [False]
    assert price.values[0] == rows[len(rows) - len(price.values)][1]


@pytest.mark.parametrize(("name", "unit"), [("markets_one.json", "usd"), ("markets_multi.json", "eth")])
def test_coingecko_markets(name: str, unit: str) -> None:
    body = recorded("coingecko", name)
    specs = [
        spec("coingecko", f"{part}.{unit}", id=row["id"])
        for row in json.loads(body)
        for part in ("price", "market_cap", "volume", "supply")
    ]
    bench = Bench()
    harvest = newest(specs, bench, answering(body))
    assert not harvest.failures
    assert not harvest.absent
    assert len(bench.fetches) == 1
    first = harvest.points[0]
    assert first.values[0] == json.loads(body)[0]["current_price"]
    assert first.instants[0] == parse_iso(json.loads(body)[0]["last_updated"])


@pytest.mark.parametrize("name", ["simple_price_ids_with_spaces_1.json", "simple_price_ids_with_spaces_2.json"])
def test_coingecko_leaves_out_what_it_did_not_answer(name: str) -> None:
    """The body of a request with spaces holds the first id only: the other one is absent, not zero."""
    body = recorded("coingecko", name)
    specs = [
        spec("coingecko", "price.usd", platform="x", address="bitcoin"),
        spec("coingecko", "price.usd", platform="x", address="ethereum"),
    ]
    harvest = newest(specs, Bench(), answering(body))
    assert [batch.values.tolist() for batch in harvest.points] == [[json.loads(body)["bitcoin"]["usd"]]]
    assert harvest.absent == (specs[1],)


def test_coingecko_empty_object_is_no_price() -> None:
    harvest = newest([spec("coingecko", "price.usd", platform="x", address="nothing")], Bench(), answering(b"{}"))
    assert harvest.points == ()
    assert len(harvest.absent) == 1


def test_coingecko_search() -> None:
    async def work() -> Any:
        async with Bench().client(answering(recorded("coingecko", "search.json"))) as client:
            return await provider("coingecko").search(client, "eth")

    found = asyncio.run(work())
    assert found[0].identity == (("coingecko", "ethereum"),)
    assert found[0].symbol == "ETH"


def test_coingecko_refusals() -> None:
    bench = Bench()
    with pytest.raises(RateLimited):
        pull(BITCOIN, bench, answering(recorded("coingecko", "error_429.json"), 429), 30)
    with pytest.raises(RateLimited):  # the same with HTTP 200
        pull(BITCOIN, Bench(), answering(recorded("coingecko", "error_429.json")), 30)
    with pytest.raises(PlanLimit, match="365 days"):
        pull(BITCOIN, Bench(), answering(recorded("coingecko", "error_401_10012.json"), 401), 30)


def test_github_statistics() -> None:
    body = recorded("github", "stats_contributors_200.json")

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.startswith("/orgs/"):
            return httpx.Response(200, json=[{"full_name": "pengwynn/pingwynn"}])
        return httpx.Response(200, content=body)

    slices = github_slices(answer, what="statistics")
    expected = sum(1 for row in json.loads(body) for week in row["weeks"] if week["c"])
    assert sum(len(piece.batch) for piece in slices) == expected
    assert slices[0].batch.amounts is not None
    total = sum(week["c"] for row in json.loads(body) for week in row["weeks"])
    assert int(np.sum(slices[0].batch.amounts)) == total


def github_slices(answer: Any, bench: Bench | None = None, **options: str) -> Any:
    async def work() -> Any:
        held = bench or Bench()
        async with held.client(answer) as client:
            of = stream("github", organisation="o", **options)
            return [piece async for piece in provider("github").events(client, of, None, Resume())]

    return asyncio.run(work())


def test_github_rate_limit_of_old() -> None:
    async def work() -> Any:
        async with Bench().client(answering(recorded("github", "rate_limit_200_old_shape.json"))) as client:
            return await Session(client, "test").limits()

    limit, left = asyncio.run(work())
    assert limit == 60
    assert left is not None


@pytest.mark.parametrize(
    ("name", "status", "headers", "wait"),
    [
        ("secondary_limit_403.json", 403, {"x-ratelimit-remaining": "4000"}, 60),
        ("secondary_limit_429.json", 429, {"retry-after": "8"}, 8),
    ],
)
def test_github_secondary_limits(name: str, status: int, headers: dict[str, str], wait: int) -> None:
    bench = Bench()
    ask = Ask(GITHUB, "https://api.github.com/repos/a/b", "test", dict[str, object], judge=github_judge)

    async def work() -> Any:
        async with bench.client(answering(recorded("github", name), status, headers)) as client:
            return await client.ask(ask)

    answer = asyncio.run(work())
    assert answer.outcome is Outcome.RATE_LIMITED
    assert answer.fetch.retry_at == bench.clock.now + wait * SECOND


def test_github_304_is_unchanged() -> None:
    bench = Bench(keys={"github": "ghp_planted0123456789"})
    bench.validators = {}
    ask = Ask(GITHUB, "https://api.github.com/repos/a/b", "test", dict[str, object], conditional=True, key="github")

    async def work() -> Any:
        async with bench.client(answering(recorded("github", "304_not_modified.txt"), 304)) as client:
            return await client.ask(ask)

    assert asyncio.run(work()).outcome is Outcome.UNCHANGED


def test_github_statuses() -> None:
    wanted = {202: Outcome.RATE_LIMITED, 204: Outcome.EMPTY, 403: Outcome.RATE_LIMITED}
    for case in json.loads(recorded("github", "statuses.json")):
        body = b"" if case["body"] is None else json.dumps(case["body"]).encode()
        ask = Ask(GITHUB, "https://api.github.com/x", "test", list[Contributor], judge=github_judge)

        async def work(body: bytes = body, case: Any = case, ask: Any = ask) -> Any:
            async with Bench().client(answering(body, case["http_status"], case["headers"])) as client:
                return await client.ask(ask)

        answer = asyncio.run(work())
        assert answer.outcome is wanted[case["http_status"]], case["case"]
        assert answer.outcome is Outcome.EMPTY or answer.fetch.retry_at is not None


def test_github_statistics_that_are_being_computed_move_nothing() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.startswith("/orgs/"):
            return httpx.Response(200, json=[{"full_name": "o/r"}])
        return httpx.Response(202, json={})

    with pytest.raises(SourceError) as caught:
        github_slices(answer, what="statistics")
    assert isinstance(caught.value, RateLimited)
    assert "computing" in caught.value.message


def test_rate_limits_read_only_what_is_used() -> None:
    assert RateLimits.__struct_fields__ == ("rate",)
    index = json.loads(recorded("index.json"))
    vendors = {entry.get("vendor") for entry in (index if isinstance(index, list) else index["files"])}
    assert vendors <= {"coingecko", "github", "evm-rpc", "execution-apis"}, "a new vendor's bodies need tests"
