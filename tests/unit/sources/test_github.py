"""GitHub: who counts, what is left out, which stretches count as read, and that no e-mail address is kept."""

from __future__ import annotations

import asyncio
import json
from itertools import pairwise
from typing import Any

import httpx
import pytest

from tests.contract.vendor_cases import spec, stream
from tests.helpers.vendor_client import NOW, Bench
from watchlist.domain.activity import ReadSpan
from watchlist.domain.errors import BadAnswer, Gone, RateLimited
from watchlist.domain.instants import DAY, SECOND, iso, parse_iso
from watchlist.sources.base import EventSlice, Resume
from watchlist.sources.github import FIRST_PIECE, OVERLAP, gaps
from watchlist.sources.github_bots import is_bot
from watchlist.sources.registry import provider


class Hub:
    """A small GitHub: repositories with commits, pages of 100, filters by time."""

    def __init__(self) -> None:
        self.repositories: list[dict[str, Any]] = [
            {"full_name": "o/one", "fork": False, "stargazers_count": 5, "forks_count": 1}
        ]
        self.commits: dict[str, list[dict[str, Any]]] = {"o/one": []}
        self.stars: list[dict[str, Any]] = []
        self.requests: list[httpx.Request] = []
        self.broken_after: int | None = None

    def commit(self, repository: str, at: int, login: str | None, name: str = "Ann", kind: str = "User") -> str:
        sha = f"{len(self.commits[repository]):04d}{repository}"
        signature = {"name": name, "email": "ann@private.example", "date": iso(at)}
        self.commits[repository].append(
            {"sha": sha, "commit": {"author": signature, "committer": signature},
             "author": {"login": login, "type": kind} if login else None}
        )  # fmt: skip
        return sha

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if self.broken_after is not None and len(self.requests) > self.broken_after:
            return httpx.Response(403, json={"message": "secondary rate limit"}, headers={"Retry-After": "900"})
        path, query = request.url.path, request.url.params
        if path.startswith("/orgs/"):
            return self.page(request, self.repositories)
        if path.endswith("/commits"):
            name = path.removeprefix("/repos/").removesuffix("/commits")
            since, until = parse_iso(query["since"]), parse_iso(query["until"])
            held = [c for c in self.commits[name] if since <= parse_iso(c["commit"]["committer"]["date"]) <= until]
            held.sort(key=lambda c: c["commit"]["committer"]["date"], reverse=True)
            return (
                self.page(request, held)
                if name != "o/empty"
                else httpx.Response(409, json={"message": "Git Repository is empty."})
            )
        if path.endswith("/stargazers"):
            return self.page(request, self.stars)
        return httpx.Response(404, json={"message": "Not Found"})

    def page(self, request: httpx.Request, rows: list[Any]) -> httpx.Response:
        size, page = int(request.url.params["per_page"]), int(request.url.params["page"])
        part = rows[(page - 1) * size : page * size]
        links = {"Link": '<https://api.github.com/x?page=9>; rel="next"'} if page * size < len(rows) else {}
        etag = f'"{len(rows)}-{page}"'
        if request.headers.get("if-none-match") == etag:
            return httpx.Response(304)
        return httpx.Response(200, json=part, headers={**links, "ETag": etag})


def read(hub: Hub, resume: Resume = Resume(), bench: Bench | None = None, **options: str) -> list[EventSlice]:  # noqa: B008
    async def work() -> list[EventSlice]:
        async with (bench or Bench()).client(hub) as client:
            of = stream("github", options.pop("start", "2026-01-01"), organisation="o", **options)
            return [piece async for piece in provider("github").events(client, of, None, resume)]

    return asyncio.run(work())


def test_people_programs_and_the_unknown() -> None:
    hub = Hub()
    hub.repositories += [{"full_name": "o/copy", "fork": True}, {"full_name": "o/empty", "fork": False}]
    hub.commits["o/empty"] = []
    day = NOW - 5 * DAY
    hub.commit("o/one", day, "Alice")
    hub.commit("o/one", day, "dependabot[bot]")
    hub.commit("o/one", day, "release-please")
    hub.commit("o/one", day, "robot", kind="Bot")
    hub.commit("o/one", day, None, "Bob Private")
    hub.commit("o/one", day + 1, None, "bob private")
    hub.commit("o/one", day, None, "someone@mail.example")
    hub.commit("o/one", day, None, "github-actions[bot]")
    bench = Bench()
    slices = read(hub, bench=bench)
    people = [name for piece in slices for name in piece.batch.participants.texts()]
    assert people.count("alice") == 1
    unknown = [name for name in people if name and name.startswith("unlinked:")]
    assert len(unknown) == 3
    assert len(set(unknown)) == 2
    assert len(people) == 4
    kept = repr(people) + "".join(str(piece.batch.references.tolist()) for piece in slices)
    assert "@" not in kept
    assert "bob" not in kept.lower()
    assert not any("copy" in request.url.path for request in hub.requests)


def test_spans_cover_everything_once_and_an_interruption_moves_nothing() -> None:
    hub = Hub()
    shas = {hub.commit("o/one", NOW - at * DAY - SECOND, f"p{at % 7}") for at in range(1, 250)}
    full = read(hub)
    found = [name for piece in full for name in piece.batch.references.tolist()]
    assert set(found) == shas
    spans = [piece.span for piece in full if piece.span is not None]
    assert spans[0].end == NOW  # newest first
    assert spans[0].end - spans[0].start == FIRST_PIECE
    assert min(span.start for span in spans) == parse_iso("2026-01-01")
    for newer, older in pairwise(spans):
        assert newer.start == older.end

    hub.requests.clear()
    hub.broken_after = 2  # the listing and one page
    held: list[EventSlice] = []

    async def work() -> None:
        async with Bench().client(hub) as client:
            of = stream("github", "2026-01-01", organisation="o")
            async for piece in provider("github").events(client, of, None, Resume()):
                held.append(piece)  # noqa: PERF401 (what came before the refusal is wanted)

    with pytest.raises(RateLimited):
        asyncio.run(work())
    assert len(held) == 1
    hub.broken_after = None
    rest = read(hub, Resume(spans=tuple(piece.span for piece in held if piece.span is not None)))
    again = {name for piece in [*held, *rest] for name in piece.batch.references.tolist()}
    assert again == shas


def test_gaps_are_what_is_not_read() -> None:
    start = NOW - 1000 * DAY
    spans = (ReadSpan(NOW - 500 * DAY, NOW - 400 * DAY), ReadSpan(NOW - 300 * DAY, NOW - 10 * DAY))
    pieces = gaps(Resume(spans=spans), start, NOW)
    assert pieces[0] == (NOW - 10 * DAY, NOW)
    covered = sorted(pieces)
    assert covered[0][0] == start
    assert sum(end - begin for begin, end in pieces) == (500 + 100 + 10) * DAY
    assert gaps(Resume(spans=(ReadSpan(start, NOW),)), start, NOW) == []


def test_the_last_days_are_read_again() -> None:
    hub = Hub()
    late = hub.commit("o/one", NOW - 2 * DAY, "late")
    resume = Resume(spans=(ReadSpan(parse_iso("2026-01-01"), NOW - DAY),))
    slices = read(hub, resume)
    assert OVERLAP >= DAY
    assert slices[0].batch.references.tolist() == [late]
    assert slices[0].span == ReadSpan(NOW - DAY, NOW)


def test_quiet_repositories_cost_nothing() -> None:
    hub = Hub()
    hub.repositories[0]["pushed_at"] = "2020-01-01T00:00:00Z"
    slices = read(hub)
    assert len(hub.requests) == 1
    assert all(len(piece.batch) == 0 and piece.span is not None for piece in slices)


def test_stars_continue_at_the_last_page_and_use_validators_only_when_stored() -> None:
    hub = Hub()
    hub.stars = [{"starred_at": iso(NOW - (400 - at) * SECOND), "user": {"login": f"U{at}"}} for at in range(250)]
    bench = Bench(keys={"github": "ghp_planted0123456789"})
    first = read(hub, bench=bench, what="stars")
    assert sum(len(piece.batch) for piece in first) == 250
    assert first[-1].span is not None
    assert json.loads(first[-1].cursor) == {"o/one": 3}
    hub.requests.clear()
    hub.stars.append({"starred_at": iso(NOW - 5 * SECOND), "user": {"login": "new"}})
    second = read(hub, Resume(spans=(first[-1].span,), cursor=first[-1].cursor), bench, what="stars")
    assert sum(len(piece.batch) for piece in second) == 51  # the last page again, known ones carry the same reference
    assert len(hub.requests) == 2
    hub.requests.clear()
    assert second[-1].span is not None
    third = read(hub, Resume(spans=(second[-1].span,), cursor=second[-1].cursor), bench, what="stars")
    assert "if-none-match" in hub.requests[-1].headers
    assert sum(len(piece.batch) for piece in third) == 0
    assert third[-1].span is not None


def test_counts_are_sums_over_own_repositories() -> None:
    hub = Hub()
    hub.repositories += [
        {"full_name": "o/two", "fork": False, "stargazers_count": 7},
        {"full_name": "o/f", "fork": True, "stargazers_count": 99},
    ]

    async def work() -> Any:
        async with Bench().client(hub) as client:
            return await provider("github").points(client, spec("github", "stars", organisation="o"), None, None)

    batches = asyncio.run(work())
    assert {batch.key.name: batch.values[0] for batch in batches} == {
        "stars": 12,
        "forks": 1,
        "open_issues": 0,
        "repositories": 2,
    }


def test_an_organisation_without_code_is_gone() -> None:
    hub = Hub()
    hub.repositories = []
    with pytest.raises(Gone):
        read(hub)


def test_bots_by_name() -> None:
    assert is_bot("renovate[bot]")
    assert is_bot("Dependabot")
    assert is_bot("someone", "Bot")
    assert not is_bot("robotics-fan")
    assert not is_bot("alice", "User")


def test_more_pages_than_there_are_is_no_complete_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("watchlist.sources.github_api.MOST_PAGES", 2)
    hub = Hub()
    for at in range(250):
        hub.commit("o/one", NOW - 5 * DAY - at * SECOND, "alice")
    with pytest.raises(BadAnswer, match="more than"):
        read(hub)
