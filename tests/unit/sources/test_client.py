"""The client: one outcome per request, pacing, budgets, validators, switches, and no key anywhere."""

from __future__ import annotations

import asyncio
import gzip
import json
import logging
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, TypeVar

import httpx
import msgspec
import pytest

from tests.helpers.fault_server import FaultServer, Reaction, Rerouted, Seen
from tests.helpers.vendor_client import NOW, Bench
from watchlist.domain.errors import BadAnswer, Cancelled, KeyRejected, RateLimited, Unreachable
from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import SECOND
from watchlist.sources.base import Answer, Ask, error_of
from watchlist.sources.client import Client
from watchlist.sources.pacing import HostRules
from watchlist.sources.registry import host_rules, rules_of
from watchlist.sources.transport import ClientOptions, make_transport

T = TypeVar("T")
SECRET = "sk-planted-0123456789"


class Body(msgspec.Struct):
    a: int


def ask(**more: Any) -> Ask[Body]:
    return Ask("demo", "https://api.example.invalid/v1/things", "a test", Body, **more)


def reply(status: int = 200, body: object = None, **headers: str) -> Callable[[httpx.Request], httpx.Response]:
    content = json.dumps(body if body is not None else {"a": 1}).encode()
    return lambda _request: httpx.Response(
        status, content=content, headers={k.replace("_", "-"): v for k, v in headers.items()}
    )


def run(bench: Bench, transport: Any, work: Callable[[Client], Awaitable[T]], **more: Any) -> T:
    async def inside() -> T:
        async with bench.client(transport, **more) as client:
            return await work(client)

    return asyncio.run(inside())


def one(bench: Bench, transport: Any, what: Ask[Body] | None = None, **more: Any) -> Answer[Body]:
    return run(bench, transport, lambda client: client.ask(what or ask()), **more)


@pytest.fixture(scope="module")
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


def test_a_fresh_answer_is_parsed_and_noted_once() -> None:
    bench = Bench()
    answer = one(bench, reply())
    assert answer.need() == Body(1)
    (fetch,) = bench.fetches
    assert fetch == answer.fetch
    assert (fetch.source, fetch.host, fetch.path, fetch.status) == ("demo", "api.example.invalid", "/v1/things", 200)
    assert fetch.received == len(answer.body) == 8
    assert len(fetch.digest) == 32


def test_what_does_not_fit_is_a_bad_answer() -> None:
    for body in ({"a": "x"}, {"b": 1}, [1], "text"):
        answer = one(Bench(), reply(body=body))
        assert answer.outcome is Outcome.BAD_ANSWER
        with pytest.raises(BadAnswer):
            answer.need()


@pytest.mark.parametrize(
    "place", ["header:x-key", "bearer", "query:apikey", "header:Authorization|apikey {key}", "url"]
)
def test_no_key_is_ever_noted(place: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    bench = Bench(keys={"k": SECRET})
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(400, json={"message": f"wrong key {SECRET} given"})

    url = "https://api.example.invalid/{key}/things" if place == "url" else "https://api.example.invalid/things"
    got = one(bench, answer, Ask("demo", url, "a test", Body, key="k", key_at=place))
    everything = f"{seen[0].url} {list(seen[0].headers.items())}"
    assert SECRET in everything  # it was sent
    assert got.outcome is Outcome.BAD_ANSWER
    assert SECRET not in repr(bench.fetches)
    assert SECRET.encode() not in bench.raws[0]
    assert SECRET not in str(got.error())
    assert SECRET not in caplog.text
    assert "wrong key" in bench.fetches[0].note


def test_errors_tell_what_to_do() -> None:
    limited = one(Bench(), reply(429, retry_after="9"))
    error = limited.error()
    assert isinstance(error, RateLimited)
    assert error.retry_at == NOW + 9 * SECOND
    assert isinstance(one(Bench(), reply(401)).error(), KeyRejected)
    assert isinstance(error_of(one(Bench(), reply(502)).fetch), Unreachable)


def test_a_host_waits_after_a_refusal_and_asks_nothing_meanwhile() -> None:
    bench = Bench()
    asked: list[int] = []

    def answer(_request: httpx.Request) -> httpx.Response:
        asked.append(bench.clock.now)
        return (
            httpx.Response(429, headers={"Retry-After": "120"})
            if len(asked) == 1
            else httpx.Response(200, json={"a": 2})
        )

    async def work(client: Client) -> list[Answer[Body]]:
        first = await client.ask(ask())
        second = await client.ask(ask())  # its turn would come in 120 s: more than the patience
        third = await client.ask(ask(patience=200))
        return [first, second, third]

    first, second, third = run(bench, answer, work)
    assert [first.outcome, second.outcome, third.outcome] == [Outcome.RATE_LIMITED, Outcome.RATE_LIMITED, Outcome.FRESH]
    assert second.fetch.status is None
    assert second.fetch.retry_at is not None
    assert second.fetch.retry_at >= NOW + 120 * SECOND
    assert len(asked) == 2
    assert asked[1] >= NOW + 120 * SECOND
    assert len(bench.fetches) == 2  # what was never sent is not in the ledger


def test_asking_again_after_passing_faults() -> None:
    bench = Bench()
    answers = iter([httpx.Response(202, json={}), httpx.Response(503), httpx.Response(200, json={"a": 3})])
    got = run(bench, lambda _request: next(answers), lambda client: client.ask_again(ask()))
    assert got.need().a == 3
    assert [fetch.outcome for fetch in bench.fetches] == [Outcome.RATE_LIMITED, Outcome.UNREACHABLE, Outcome.FRESH]
    assert bench.clock.now >= NOW + 20 * SECOND
    for status in (401, 402, 403, 404, 451):
        bench = Bench()
        run(bench, reply(status), lambda client: client.ask_again(ask()))
        assert len(bench.fetches) == 1  # no polling on what will not change


def test_pacing_holds_over_many_requests() -> None:
    bench = Bench()
    rules = HostRules(per_minute=60, burst=2, concurrency=2)

    async def work(client: Client) -> list[Answer[Body]]:
        return await asyncio.gather(*(client.ask(ask(patience=60)) for _ in range(10)))

    answers = run(bench, reply(), work, rules=lambda _host: rules)
    assert all(answer.good for answer in answers)
    assert bench.clock.now - NOW >= 8 * SECOND - 10


def test_budgets_hold_across_clients() -> None:
    bench = Bench()
    rules = HostRules(per_minute=6000, burst=100, daily=3)

    async def work(client: Client) -> list[Outcome]:
        return [(await client.ask(ask())).outcome for _ in range(2)]

    assert run(bench, reply(), work, rules=lambda _host: rules) == [Outcome.FRESH, Outcome.FRESH]
    assert run(bench, reply(), work, rules=lambda _host: rules) == [Outcome.FRESH, Outcome.RATE_LIMITED]
    free = HostRules(daily=1, only_success_counts=True)
    assert run(Bench(), reply(404), work, rules=lambda _host: free) == [Outcome.GONE, Outcome.GONE]


def test_a_dead_host_rests_and_is_probed() -> None:
    bench = Bench()
    calls = 0

    def dead(request: httpx.Request) -> httpx.Response:
        nonlocal calls
        calls += 1
        raise httpx.ConnectError("no route", request=request)

    async def work(client: Client) -> list[Answer[Body]]:
        answers = [await client.ask(ask(patience=1)) for _ in range(8)]
        assert client.states()[0].circuit == "open"
        return answers

    answers = run(bench, dead, work, rules=lambda _host: HostRules(6000, 100))
    assert calls == 5
    assert {answer.outcome for answer in answers} == {Outcome.UNREACHABLE}
    assert answers[-1].fetch.retry_at is not None


def test_switched_off_and_off_line_ask_nothing() -> None:
    bench = Bench(disabled={"api.example.invalid"})
    answer = one(bench, reply())
    assert answer.outcome is Outcome.UNREACHABLE
    assert "switched off" in answer.fetch.note
    assert bench.fetches == []
    assert one(Bench(), reply(), Ask("demo", "ftp://x/y", "t", Body)).outcome is Outcome.BAD_ANSWER


def test_validators_are_sent_only_after_they_were_kept() -> None:
    bench = Bench()
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if request.headers.get("if-none-match") == '"v1"':
            return httpx.Response(304)
        return httpx.Response(
            200, json={"a": 1}, headers={"ETag": '"v1"', "Last-Modified": "Fri, 20 Nov 2026 10:00:00 GMT"}
        )

    async def work(client: Client) -> list[Outcome]:
        first = await client.ask(ask(conditional=True))
        second = await client.ask(ask(conditional=True))  # the first answer was never stored
        client.keep(second)
        third = await client.ask(ask(conditional=True))
        return [first.outcome, second.outcome, third.outcome]

    assert run(bench, answer, work) == [Outcome.FRESH, Outcome.FRESH, Outcome.UNCHANGED]
    assert "if-none-match" not in seen[1].headers
    assert seen[2].headers["if-modified-since"] == "Fri, 20 Nov 2026 10:00:00 GMT"


def test_cancelling_is_noted_and_stops_at_once(server: FaultServer) -> None:
    bench = Bench()
    server.script = lambda _seen: Reaction(b"{}", wait=0.8)

    async def work(client: Client) -> None:
        task = asyncio.create_task(client.ask(ask()))
        while not server.seen:  # noqa: ASYNC110 (the server lives on another loop)
            await asyncio.sleep(0.005)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    server.seen.clear()
    run(bench, Rerouted(make_transport(ClientOptions()), server.url), work)
    assert [fetch.outcome for fetch in bench.fetches] == [Outcome.CANCELLED]
    assert isinstance(error_of(bench.fetches[0]), Cancelled)


def test_redirects_stay_on_the_site(server: FaultServer) -> None:
    def script(seen: Seen) -> Reaction:
        if seen.path == "/v1/things":
            return Reaction(b"", 301, {"Location": "/v1/moved?x=1"})
        if seen.path == "/v1/moved":
            return Reaction(b'{"a": 7}')
        return Reaction(b"", 302, {"Location": seen.path})

    server.script = script
    direct = Ask("demo", server.url + "/v1/things", "t", Body)
    assert one(Bench(), make_transport(ClientOptions()), direct).need().a == 7
    circle = one(Bench(), make_transport(ClientOptions()), Ask("demo", server.url + "/round", "t", Body))
    assert circle.outcome is Outcome.UNREACHABLE
    assert "circle" in circle.fetch.note


def test_a_compressed_bomb_is_cut_off(server: FaultServer) -> None:
    bomb = gzip.compress(b" " * 30_000_000)
    server.script = lambda _seen: Reaction(
        bomb, headers={"Content-Encoding": "gzip", "Content-Type": "application/json"}
    )
    direct = Ask("demo", server.url + "/bomb", "t", Body, max_bytes=1_000_000)
    answer = one(Bench(), make_transport(ClientOptions()), direct)
    assert answer.outcome is Outcome.BAD_ANSWER
    assert "cut off" in answer.fetch.note
    assert answer.body == b""
    good = gzip.compress(b'{"a": 5}')
    server.script = lambda _seen: Reaction(good, headers={"Content-Encoding": "gzip"})
    assert one(Bench(), make_transport(ClientOptions()), direct).need().a == 5


def test_the_wire_carries_our_name_and_no_cookies(server: FaultServer) -> None:
    server.seen.clear()
    server.script = lambda _seen: Reaction(b'{"a": 1}', headers={"Set-Cookie": "id=1; Path=/"})
    direct = Ask("demo", server.url + "/x", "t", Body)

    async def work(client: Client) -> None:
        await client.ask(direct)
        await client.ask(direct)

    run(Bench(), make_transport(ClientOptions()), work)
    assert all(seen.headers["user-agent"].startswith("Watchlist/") for seen in server.seen)
    assert all("cookie" not in seen.headers for seen in server.seen)


def test_a_proxy_is_used(server: FaultServer) -> None:
    server.seen.clear()
    server.script = lambda _seen: Reaction(b'{"a": 9}')
    options = ClientOptions(proxy=server.url)
    answer = one(
        Bench(), make_transport(options), Ask("demo", "http://far.example.invalid/y", "t", Body), options=options
    )
    assert answer.need().a == 9
    assert server.seen[0].headers["host"] == "far.example.invalid"
    gone = ClientOptions(proxy="http://127.0.0.1:9", connect=2)
    refused = one(Bench(), make_transport(gone), Ask("demo", "http://far.example.invalid/y", "t", Body), options=gone)
    assert refused.outcome is Outcome.UNREACHABLE
    assert "proxy" in refused.fetch.note


def test_a_refused_connection_says_so() -> None:
    answer = one(Bench(), make_transport(ClientOptions(connect=2)), Ask("demo", "http://127.0.0.1:9/x", "t", Body))
    assert answer.outcome is Outcome.UNREACHABLE
    assert answer.fetch.note == "no connection (name not found, refused or no network)"


def test_keys_change_a_hosts_rules() -> None:
    has = {"github": False}
    rules = host_rules(lambda name: has.get(name, False))
    slow = rules("api.github.com")
    has["github"] = True
    assert rules("api.github.com").per_minute > slow.per_minute
    assert rules_of("127.0.0.1").concurrency >= 50
    assert rules_of("nobody.invalid").concurrency == 2
