"""The requests and answers of GitHub's interface that the program uses. Reads no field that holds an e-mail address."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from watchlist.domain.errors import BadAnswer, Gone
from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import SECOND, Instant, iso
from watchlist.domain.network import SeriesSpec, Stream
from watchlist.sources.base import Answer, Ask, Pairs, Reply, Verdict, need_option, option
from watchlist.sources.github_bots import is_bot
from watchlist.sources.headers import reset_instant, retry_after
from watchlist.sources.lenient import Num, whole
from watchlist.sources.outcomes import message

if TYPE_CHECKING:
    from watchlist.sources.client import Client

KEY = "github"
HOST = "https://api.github.com"
PAGE = 100
MOST_PAGES = 400
HEADERS = (("X-GitHub-Api-Version", "2022-11-28"), ("Accept", "application/vnd.github+json, application/json;q=0.9"))
STAR_HEADERS = (HEADERS[0], ("Accept", "application/vnd.github.star+json, application/json;q=0.5"))

T = TypeVar("T")


class Account(msgspec.Struct):
    """A person or a program."""

    login: str = ""
    type: str = ""


class Repository(msgspec.Struct):
    """A repository of a listing."""

    full_name: str
    fork: bool = False
    stars: Num = msgspec.field(name="stargazers_count", default=None)
    forks: Num = msgspec.field(name="forks_count", default=None)
    issues: Num = msgspec.field(name="open_issues_count", default=None)
    pushed_at: Num = None


class Signature(msgspec.Struct):
    """Name and time of a commit; the e-mail address beside them is not read."""

    name: str | None = None
    date: Num = None


class CommitBody(msgspec.Struct):
    """The part of a commit that git knows."""

    author: Signature | None = None
    committer: Signature | None = None


class Commit(msgspec.Struct):
    """A commit of a listing; ``author`` is null, or ``{}``, where no account is known."""

    sha: str
    commit: CommitBody
    author: Account | None = None

    def person(self) -> str | None:
        """Return the participant: a login, or a hash of the name; None for a program or where nobody is named."""
        if self.author is not None and self.author.login:
            return None if is_bot(self.author.login, self.author.type) else self.author.login.lower()
        name = (self.commit.author.name if self.commit.author is not None else None) or ""
        if not name.strip() or is_bot(name.strip()):
            return None
        return f"unlinked:{blake2b(name.strip().casefold().encode(), digest_size=8).hexdigest()}"


class Week(msgspec.Struct):
    """A week of statistics: its start in seconds and the number of commits."""

    w: Num = None
    c: Num = None


class Contributor(msgspec.Struct):
    """A row of /stats/contributors."""

    weeks: list[Week] = []
    author: Account | None = None


class Release(msgspec.Struct):
    """A release."""

    tag_name: str = ""
    draft: bool = False
    published_at: Num = None
    author: Account | None = None


class Star(msgspec.Struct):
    """A star with its date."""

    starred_at: Num = None
    user: Account | None = None


class Rate(msgspec.Struct):
    """A limit."""

    limit: Num = None
    remaining: Num = None


class RateLimits(msgspec.Struct):
    """/rate_limit; old answers have no ``resources``."""

    rate: Rate


def judge(reply: Reply) -> Verdict | None:
    """Tell the kinds of 403 apart, and an empty repository from a conflict."""
    if reply.status == 409:
        return Verdict(Outcome.EMPTY, "the repository is empty")
    if reply.status not in (403, 429):
        return None
    text = message(reply)
    later = retry_after(reply.headers, reply.now)
    if reply.headers.get("x-ratelimit-remaining") == "0":
        later = later or reset_instant(reply.headers.get("x-ratelimit-reset", ""), reply.now)
    elif not re.search(r"(?i)rate limit|abuse|secondary", text) and later is None:
        return None
    # the secondary limit often says nothing about when: GitHub asks for at least a minute
    return Verdict(Outcome.RATE_LIMITED, text, later or reply.now + 60 * SECOND)


class Session:
    """The requests of one read; validators are kept once ``keep`` is called."""

    def __init__(self, client: Client, purpose: str, stored: bool = False) -> None:
        self.client = client
        self._purpose = purpose
        self._answers: list[Answer[Any]] = []
        # "unchanged" is of use only where the rows are stored already, and is free only with a token
        self._conditional = stored and client.has_key(KEY)

    def keep(self) -> None:
        """What was read is stored: remember the validators."""
        for answer in self._answers:
            self.client.keep(answer)
        self._answers.clear()

    async def limits(self) -> tuple[int | None, int | None]:
        """Return the hourly limit and what is left of it."""
        rate = (await self.client.ask(self._ask("/rate_limit", RateLimits))).need().rate
        return whole(rate.limit), whole(rate.remaining)

    async def repositories(self, of: SeriesSpec | Stream) -> list[Repository]:
        """Return the repositories to read: the organisation's own, or those that are named; never forks."""
        named = option(of, "repositories")
        if named:
            names = re.split(r"[,\s]+", named.strip())
            return [(await self._one(f"/repos/{name}", Repository)).need() for name in names]
        organisation = need_option(KEY, of, "organisation")
        rows: list[Repository] = []
        params = (("type", "sources"), ("sort", "full_name"))
        async for page in self._pages(f"/orgs/{organisation}/repos", list[Repository], params):
            rows.extend(row for row in page if not row.fork)
        if not rows:
            raise Gone(KEY, f"{organisation} has no repositories of its own")
        return rows

    async def commits(self, name: str, since: Instant, until: Instant) -> AsyncIterator[Commit]:
        """Return the commits of the default branch in a span, newest first."""
        params = (("since", iso(since // SECOND * SECOND)), ("until", iso(until // SECOND * SECOND)))
        async for page in self._pages(f"/repos/{name}/commits", list[Commit], params):
            for commit in page:
                yield commit

    async def contributors(self, name: str) -> list[Contributor]:
        """Return the statistics of a repository; raises RateLimited while GitHub is still computing them."""
        ask = self._ask(f"/repos/{name}/stats/contributors", list[Contributor], (), HEADERS, self._conditional)
        answer = await self.client.ask_again(ask, tries=4, patience=90)
        self._answers.append(answer)
        return answer.need() if answer.outcome is Outcome.FRESH or not answer.good else []

    async def releases(self, name: str) -> AsyncIterator[Release]:
        """Return all releases."""
        async for page in self._pages(f"/repos/{name}/releases", list[Release], conditional=self._conditional):
            for release in page:
                yield release

    async def stars(self, name: str, page: int) -> AsyncIterator[list[Star]]:
        """Return pages of stars, oldest first, from a page on; GitHub gives 400 pages at most."""
        async for stars in self._pages(
            f"/repos/{name}/stargazers", list[Star], (), STAR_HEADERS, page, self._conditional
        ):
            yield stars

    async def _pages(
        self,
        path: str,
        into: type[list[T]],
        params: Pairs = (),
        headers: Pairs = HEADERS,
        page: int = 1,
        conditional: bool = False,
    ) -> AsyncIterator[list[T]]:
        """Return pages until the last one; a page that is unchanged since it was stored ends them too."""
        while page <= MOST_PAGES:
            numbered = (*params, ("per_page", str(PAGE)), ("page", str(page)))
            answer = await self._one(path, into, numbered, headers, conditional)
            if answer.outcome is Outcome.UNCHANGED:
                return
            rows = (answer.data or []) if answer.outcome is Outcome.EMPTY else answer.need()
            yield rows
            if len(rows) < PAGE and 'rel="next"' not in answer.headers.get("link", ""):
                return
            if not rows:
                return
            page += 1
        # whatever lies behind was not read: nothing may pass for complete
        raise BadAnswer(KEY, f"more than {MOST_PAGES * PAGE:,} entries, which is more than GitHub gives")

    async def _one(
        self, path: str, into: type[T], params: Pairs = (), headers: Pairs = HEADERS, conditional: bool = False
    ) -> Answer[T]:
        answer = await self.client.ask_again(self._ask(path, into, params, headers, conditional))
        self._answers.append(answer)
        return answer

    def _ask(
        self, path: str, into: type[T], params: Pairs = (), headers: Pairs = HEADERS, conditional: bool = False
    ) -> Ask[T]:
        return Ask(
            KEY, HOST + path, self._purpose, into, params, headers, key=KEY, key_at="bearer", conditional=conditional,
            endpoint=re.sub(r"^/(repos/[^/]+/[^/]+|orgs/[^/]+)", "", path) or "repository", judge=judge,
        )  # fmt: skip

    @staticmethod
    def places(cursor: str) -> dict[str, int]:
        """Read a cursor: the page of each repository."""
        try:
            return msgspec.json.decode(cursor.encode(), type=dict[str, int]) if cursor else {}
        except msgspec.DecodeError:
            return {}

    @staticmethod
    def cursor(places: dict[str, int]) -> str:
        """Write a cursor."""
        return msgspec.json.encode(places).decode()
