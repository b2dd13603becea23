"""Every source against every fault, over real sockets: one typed outcome, nothing lost or zeroed, no span moved."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from tests.contract.vendor_cases import CASES, Case, Result, Row, healthy
from tests.helpers.fault_server import FaultServer, Reaction, Rerouted, Seen
from tests.helpers.vendor_client import KEYS, NOW, Bench
from watchlist.domain.errors import BadAnswer, RateLimited, SourceError, Unreachable
from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import DAY, MINUTE, SECOND
from watchlist.sources.quality import sift
from watchlist.sources.transport import ClientOptions, make_transport

IDS = [case.name for case in CASES]
SIZE_CAP = 300_000


@pytest.fixture(scope="module")
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


SLOW = ("timeout", "slow drip")


def options(server: FaultServer, impatient: bool = False) -> ClientOptions:
    read, total = (0.06, 0.1) if impatient else (10.0, 20.0)
    return ClientOptions(connect=10, read=read, total=total, max_bytes=SIZE_CAP, tls=server.client_tls())


def run(case: Case, server: FaultServer, bench: Bench, base: str = "", impatient: bool = False) -> Result:
    """Run a case against the server."""
    bench.keys = {name: KEYS[name] for name in case.keys}
    settings = options(server, impatient)

    async def work() -> Result:
        async with bench.client(Rerouted(make_transport(settings), base or server.url), settings) as client:
            return await case.run(client)

    server.seen.clear()
    return asyncio.run(work())


def page(_seen: Seen) -> Reaction:
    return Reaction(b"<!DOCTYPE html><html><title>Just a moment</title></html>", headers={"Content-Type": "text/html"})


def elsewhere(_seen: Seen) -> Reaction:
    return Reaction(b"", 302, {"Location": "http://localhost:9/stolen"})


Fault = tuple[Callable[[bytes], Reaction], type[SourceError], Outcome]
FAULTS: dict[str, Fault] = {
    "429 with Retry-After": (
        lambda _: Reaction(b"slow down", 429, {"Retry-After": "7"}), RateLimited, Outcome.RATE_LIMITED),
    "429 without Retry-After": (lambda _: Reaction(b"slow down", 429), RateLimited, Outcome.RATE_LIMITED),
    "500": (lambda _: Reaction(b'"Internal server error"', 500), Unreachable, Outcome.UNREACHABLE),
    "502": (lambda _: Reaction(b"<html>bad gateway</html>", 502), Unreachable, Outcome.UNREACHABLE),
    "timeout": (lambda body: Reaction(body, wait=0.2), Unreachable, Outcome.UNREACHABLE),
    "reset mid-body": (lambda body: Reaction(body, cut_after=len(body) // 2), Unreachable, Outcome.UNREACHABLE),
    "truncated body": (lambda body: Reaction(body[:-9], promised=len(body)), Unreachable, Outcome.UNREACHABLE),
    "short but said to be whole": (lambda body: Reaction(body[:-9]), BadAnswer, Outcome.BAD_ANSWER),
    "slow drip": (lambda body: Reaction(body, drip=0.01), Unreachable, Outcome.UNREACHABLE),
    "web page with 200": (lambda _: page(Seen("", "", "", {}, {}, b"")), BadAnswer, Outcome.BAD_ANSWER),
    "empty 200": (lambda _: Reaction(b""), BadAnswer, Outcome.BAD_ANSWER),
    "50 MB body": (lambda _: Reaction(flood=50_000_000), BadAnswer, Outcome.BAD_ANSWER),
    "redirect to another host": (lambda _: elsewhere(Seen("", "", "", {}, {}, b"")), BadAnswer, Outcome.BAD_ANSWER),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_a_fault_of_the_way_ends_in_its_outcome(case: Case, fault: str, server: FaultServer) -> None:
    make, error, outcome = FAULTS[fault]
    server.script = lambda seen: make(case.body(healthy(), seen))
    bench = Bench()
    with pytest.raises(error):
        run(case, server, bench, impatient=fault in SLOW)
    assert {fetch.outcome for fetch in bench.fetches} == {outcome}
    assert len(bench.fetches) == len(server.seen)  # one line of the ledger per request, no more and no less
    assert len(server.seen) <= 4
    for fetch in bench.fetches:
        assert fetch.note
        assert not any(key in f"{fetch.path}{fetch.note}" for key in KEYS.values())


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_an_expired_certificate_is_refused(case: Case, server: FaultServer) -> None:
    server.script = lambda seen: Reaction(case.body(healthy(), seen))
    bench = Bench()
    with pytest.raises(Unreachable, match="certificate"):
        run(case, server, bench, server.expired_url)
    assert server.seen == []


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_a_good_answer_comes_through(case: Case, server: FaultServer) -> None:
    server.script = lambda seen: Reaction(case.body(healthy(), seen), headers={"Content-Type": "text/plain"})
    bench = Bench()
    result = run(case, server, bench, server.tls_url)
    assert {fetch.outcome for fetch in bench.fetches} == {Outcome.FRESH}
    if case.kind == "events":
        assert sum(len(piece.batch) for piece in result.slices) > 0
        assert any(piece.span is not None for piece in result.slices)
        assert all(piece.span is None or piece.span.end <= NOW for piece in result.slices)
    else:
        assert len(result.main.instants) == (12 if case.kind == "history" else 1)
        assert np.allclose(result.main.values[-1], 11.1)
        assert (np.diff(result.main.instants) > 0).all()
        assert sift(result.main, NOW) == (result.main, ())


HISTORIES = [case for case in CASES if case.kind != "events"]


def outcome_of(case: Case, server: FaultServer, rows: list[Row]) -> Result | SourceError:
    server.script = lambda seen: Reaction(case.body(rows, seen))
    try:
        return run(case, server, Bench())
    except SourceError as error:
        return error


@pytest.mark.parametrize(
    "value",
    [None, "NaN", float("nan"), -3.5, {"oops": 1}],
    ids=["null", "text NaN", "bare NaN", "negative", "wrong type"],
)
@pytest.mark.parametrize("case", HISTORIES, ids=[case.name for case in HISTORIES])
def test_a_broken_value_is_never_a_number(case: Case, value: object, server: FaultServer) -> None:
    rows = healthy()
    rows[-1] = rows[-1]._replace(value=value)
    result = outcome_of(case, server, rows)
    if isinstance(result, SourceError):
        assert isinstance(result, BadAnswer), "a broken value fails as a bad answer, or is left out"
        assert (
            value is None
            or value == -3.5
            or not isinstance(value, float | str)
            or value != value
            or case.kind == "newest"
        )
        return
    if not result.points:
        assert value is None  # missing stays missing
        return
    kept, held = sift(result.main, NOW)
    assert 0 not in kept.values
    assert (kept.values > 0).all()
    assert np.isfinite(kept.values).all()
    assert len(kept.instants) == (11 if case.kind == "history" else 0)
    assert all(point.reason in ("not a number", "negative") for point in held)


@pytest.mark.parametrize("case", HISTORIES, ids=[case.name for case in HISTORIES])
def test_a_thousandfold_body_is_held_back(case: Case, server: FaultServer) -> None:
    good = outcome_of(case, server, healthy())
    wrong = outcome_of(case, server, [row._replace(value=row.value * 10_000) for row in healthy()])
    assert isinstance(good, Result)
    assert isinstance(wrong, Result)
    kept, held = sift(wrong.main, NOW, good.main.instants - DAY, good.main.values)
    assert len(kept.instants) == 0
    assert len(held) == len(wrong.main.instants)
    assert all("times above" in point.reason for point in held)


@pytest.mark.parametrize("case", [case for case in CASES if case.kind == "history"], ids=lambda case: case.name)
def test_order_and_duplicates_do_not_matter(case: Case, server: FaultServer) -> None:
    rows = healthy()
    straight = outcome_of(case, server, rows)
    crooked = outcome_of(case, server, [*rows[6:], *rows[:6], rows[3], rows[9]])
    assert isinstance(straight, Result)
    assert isinstance(crooked, Result)
    assert straight.main.instants.tolist() == crooked.main.instants.tolist()
    assert straight.main.values.tolist() == crooked.main.values.tolist()


@pytest.mark.parametrize("case", [case for case in CASES if case.kind == "history"], ids=lambda case: case.name)
def test_a_shorter_or_older_history_is_given_as_it_is(case: Case, server: FaultServer) -> None:
    shorter = outcome_of(case, server, healthy()[:4])
    assert isinstance(shorter, Result)
    assert len(shorter.main.instants) == 4
    assert shorter.main.instants[-1] < NOW - 8 * DAY  # nothing is stretched to today
    older = outcome_of(case, server, [row._replace(time=row.time - 5 * 86_400) for row in healthy()])
    assert isinstance(older, Result)
    assert older.main.instants[-1] <= NOW - 6 * DAY


@pytest.mark.parametrize("case", [case for case in CASES if case.kind == "events"], ids=lambda case: case.name)
def test_events_are_unique_sorted_and_never_half_read(case: Case, server: FaultServer) -> None:
    rows = healthy()
    straight = outcome_of(case, server, rows)
    assert isinstance(straight, Result)
    broken = outcome_of(case, server, [*rows[:-1], rows[-1]._replace(value={"oops": 1}, time={"oops": 1})])
    assert isinstance(broken, SourceError)
    references = [name for piece in straight.slices for name in piece.batch.references.tolist()]
    assert len(references) == len(set(references))
    for piece in straight.slices:
        assert (np.diff(piece.batch.instants) >= 0).all()
        assert piece.batch.instants.tolist() == [at for at in piece.batch.instants.tolist() if 0 < at < NOW]


def test_a_fault_in_a_later_page_moves_no_span(server: FaultServer) -> None:
    """Explorer pages: the second page breaks off; only what the first one proves counts as read."""
    case = next(case for case in CASES if case.name == "blockscout events")
    rows = healthy()
    asked = 0

    def script(seen: Seen) -> Reaction:
        nonlocal asked
        body = case.body(rows[6:], seen)
        if seen.path.endswith("/main-page/blocks"):
            return Reaction(body)
        asked += 1
        if asked == 1:
            return Reaction(
                body.replace(b'"next_page_params": null', b'"next_page_params": {"index": 3, "block_number": 6}')
            )
        assert seen.query == {"index": "3", "block_number": "6"}
        return Reaction(body, cut_after=40)

    server.script = script
    bench = Bench()
    slices = []

    async def work() -> None:
        settings = options(server)
        async with bench.client(Rerouted(make_transport(settings), server.url), settings) as client:
            from tests.contract.vendor_cases import ADDRESS, stream
            from watchlist.sources.base import Resume
            from watchlist.sources.registry import provider

            of = stream("blockscout", host="https://scan.openledger.xyz", address=ADDRESS)
            async for piece in provider("blockscout").events(client, of, None, Resume()):
                slices.append(piece)  # noqa: PERF401 (what came before the fault is wanted)

    with pytest.raises(Unreachable):
        asyncio.run(work())
    assert len(slices) == 1
    assert slices[0].span is not None
    assert slices[0].span.start == rows[6].time * SECOND + 1  # the oldest instant may go on with the next page
    assert slices[0].span.end == NOW - 10 * MINUTE
