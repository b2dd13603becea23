"""GitHub: who works on the code of an organisation; commits, releases and stars as events, counts as series.

Participants are logins. A commit whose author has no account gets a name made of a hash, the same for the same
author; e-mail addresses are never read, and full names never leave this file. Programs and forks are left out.
Conditional requests are sent with a token only: without one, even "unchanged" costs a request.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from watchlist.domain.activity import ReadSpan, merge_spans
from watchlist.domain.errors import BadAnswer, Gone
from watchlist.domain.instants import DAY, SECOND, WEEK, Instant, parse_iso
from watchlist.domain.network import Chain, SeriesSpec, Stream
from watchlist.domain.series import PointBatch
from watchlist.sources.base import EventSlice, Provider, Resume, measure, option, sibling
from watchlist.sources.columns import EventRows
from watchlist.sources.github_api import KEY, PAGE, Session
from watchlist.sources.github_bots import is_bot
from watchlist.sources.lenient import instant, whole
from watchlist.sources.pacing import HostRules
from watchlist.sources.shaping import spot
from watchlist.sources.source import Source

if TYPE_CHECKING:
    from watchlist.sources.client import Client

FIRST_PIECE, GROWTH = 90 * DAY, 4
"""The newest piece is read first and is small; each older one is larger, as every piece asks every repository."""

OVERLAP = 2 * DAY
BEGINNING = parse_iso("2008-01-01")
COUNTS = ("stars", "forks", "open_issues", "repositories")
KINDS = ("commits", "statistics", "releases", "stars")


class GitHub(Provider):
    """The provider."""

    key = KEY

    async def points(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[PointBatch]:
        """Return stars, forks, open issues and the number of repositories as they stand now."""
        name, unit = measure(spec.key)
        if name not in COUNTS:
            raise BadAnswer(KEY, f"gives no history of {spec.key.name}")
        repositories = await Session(client, str(spec.key)).repositories(spec)
        learnt = client.clock()
        if (since is not None and learnt < since) or (until is not None and learnt >= until):
            return []
        values = {
            "stars": sum(whole(one.stars) or 0 for one in repositories),
            "forks": sum(whole(one.forks) or 0 for one in repositories),
            "open_issues": sum(whole(one.issues) or 0 for one in repositories),
            "repositories": len(repositories),
        }
        order = [name, *(other for other in COUNTS if other != name)]
        suffix = f".{unit}" if unit else ""
        found = [spot(sibling(spec.key, part + suffix), KEY, values[part], learnt, learnt) for part in order]
        return [batch for batch in found if batch is not None]

    def events(
        self,
        client: Client,
        stream: Stream,
        chain: Chain | None,  # noqa: ARG002
        resume: Resume,
    ) -> AsyncIterator[EventSlice]:
        """Return the commits (or weekly statistics, releases, stars) of all repositories of the organisation."""
        kind = option(stream, "what", "commits")
        session = Session(client, str(stream.key), bool(resume.spans))
        if kind == "commits":
            return _commits(session, stream, resume)
        if kind == "statistics":
            return _statistics(session, stream, resume)
        if kind == "releases":
            return _releases(session, stream, resume)
        if kind == "stars":
            return _stars(session, stream, resume)
        raise BadAnswer(KEY, f"cannot read {kind!r}, only {', '.join(KINDS)}")

    async def check_key(self, client: Client) -> str:
        """Ask for the token's limits, which is free."""
        limit, left = await Session(client, "test of the key").limits()
        return f"GitHub accepts the token: {left} of {limit} requests left this hour."


def gaps(resume: Resume, start: Instant, now: Instant) -> list[tuple[Instant, Instant]]:
    """Return the pieces of [start, now) that are not read yet, newest first, each larger than the one before."""
    open_pieces: list[tuple[Instant, Instant]] = []
    upper = now
    for span in reversed(merge_spans(list(resume.spans))):
        if span.end < upper:
            open_pieces.append((max(span.end, start), upper))
        upper = min(upper, span.start)
    if start < upper:
        open_pieces.append((start, upper))
    pieces: list[tuple[Instant, Instant]] = []
    size = FIRST_PIECE
    for lower, end in open_pieces:
        while end > lower:
            begin = max(lower, end - size)
            pieces.append((begin, end))
            end, size = begin, size * GROWTH
    return pieces


async def _commits(session: Session, stream: Stream, resume: Resume) -> AsyncIterator[EventSlice]:
    """Read every repository for one piece of time, newest piece first: a span holds all repositories or none."""
    now = session.client.clock() // SECOND * SECOND
    start = _start(stream, resume)
    repositories = await session.repositories(stream)
    pieces = gaps(resume, start, now)
    for number, (lower, upper) in enumerate(pieces):
        rows = EventRows(stream.key)
        # commits that arrive late carry earlier times: the days before the newest piece are read again
        begin = max(start, lower - OVERLAP) if number == 0 and resume.spans else lower
        for repository in repositories:
            pushed = instant(repository.pushed_at)
            if pushed is not None and pushed + DAY < begin:
                continue  # nothing was pushed since
            async for commit in session.commits(repository.full_name, begin, upper - SECOND):
                at = instant(commit.commit.committer.date if commit.commit.committer else None)
                person = commit.person()
                if at is not None and begin <= at < upper and person is not None:
                    rows.add(at, person, commit.sha)
        resume.report(number + 1, len(pieces), "pieces of time")
        yield EventSlice(rows.batch(), ReadSpan(lower, upper))
        session.keep()


async def _statistics(session: Session, stream: Stream, resume: Resume) -> AsyncIterator[EventSlice]:
    """Read commits per person and week, top 100 people of a repository: one request each, complete weeks only.

    GitHub's weeks begin on Sunday; an event stands on the Monday after, so that it falls into the ISO week that
    holds the other six days. ``amount`` is the number of commits.
    """
    now = session.client.clock()
    repositories = await session.repositories(stream)
    start = _start(stream, resume)
    rows = EventRows(stream.key)
    newest = start
    for number, repository in enumerate(repositories):
        for person in await session.contributors(repository.full_name):
            login = person.author.login if person.author is not None else ""
            if not login or is_bot(login, person.author.type if person.author is not None else ""):
                continue
            for week in person.weeks:
                at, commits = instant(week.w), whole(week.c)
                if at is None or not commits or at + WEEK > now or at < start:
                    continue
                newest = max(newest, at + WEEK)
                day = at // SECOND // 86_400
                rows.add(
                    at + DAY, login.lower(), f"week:{repository.full_name.lower()}:{day}:{login.lower()}", None, commits
                )
        resume.report(number + 1, len(repositories), "repositories")
    end = now // WEEK * WEEK + 3 * DAY  # epoch weeks begin on Thursday, GitHub's on Sunday
    end = end if end <= now else end - WEEK
    yield EventSlice(rows.batch(), ReadSpan(start, max(end, newest, start)))
    session.keep()


async def _releases(session: Session, stream: Stream, resume: Resume) -> AsyncIterator[EventSlice]:
    """Read all published releases; there are few, so all are read each time."""
    now = session.client.clock()
    start = _start(stream, resume)
    rows = EventRows(stream.key)
    for repository in await session.repositories(stream):
        async for release in session.releases(repository.full_name):
            at = instant(release.published_at)
            login = release.author.login if release.author is not None else None
            if at is not None and not release.draft and start <= at < now:
                person = None if login is None or is_bot(login) else login.lower()
                rows.add(at, person, f"release:{repository.full_name.lower()}:{release.tag_name}")
    yield EventSlice(rows.batch(), ReadSpan(start, now))
    session.keep()


async def _stars(session: Session, stream: Stream, resume: Resume) -> AsyncIterator[EventSlice]:
    """Read stars oldest first; the cursor holds the last full page of each repository.

    A star that was taken back is not in the list any more: the count of stars is a series, not the sum of these.
    """
    now = session.client.clock()
    start = _start(stream, resume)
    places = session.places(resume.cursor)
    repositories = await session.repositories(stream)
    for number, repository in enumerate(repositories):
        rows = EventRows(stream.key)
        name = repository.full_name.lower()
        page = places.get(name, 1)
        try:
            async for stars in session.stars(repository.full_name, page):
                for star in stars:
                    at = instant(star.starred_at)
                    if at is None:
                        raise BadAnswer(KEY, "a star without a date")
                    if star.user is not None and start <= at < now:
                        rows.add(at, star.user.login.lower(), f"star:{name}:{star.user.login.lower()}")
                places[name] = page
                page += len(stars) == PAGE
        except Gone:
            continue
        resume.report(number + 1, len(repositories), "repositories")
        yield EventSlice(rows.batch(), None, session.cursor(places))
    yield EventSlice(EventRows(stream.key).batch(), ReadSpan(start, now), session.cursor(places))
    session.keep()


def _start(stream: Stream, resume: Resume) -> Instant:
    """Return how far back to read."""
    begin = BEGINNING
    if stream.start not in ("", "discover"):
        found = instant(stream.start)
        begin = found if found is not None else BEGINNING
    return max(begin, resume.since) if resume.since is not None else begin


SOURCE = Source(
    key=KEY,
    title="GitHub",
    factory=GitHub,
    gives=("stars", "forks", "open_issues", "repositories", "events:develop"),
    hosts=(("api.github.com", HostRules(per_minute=30, burst=50, concurrency=2)),),
    keyed=(("api.github.com", HostRules(per_minute=300, burst=100, concurrency=6)),),
    limits="60 requests an hour without a token, 5,000 with one.",
    terms="https://docs.github.com/site-policy/github-terms/github-terms-of-service",
    attribution="Data from GitHub",
    keys=(KEY,),
    options=(
        ("organisation", "the organisation whose own repositories are read, forks left out"),
        ("repositories", "or a list owner/name, owner/name"),
        ("what", f"what to read: {', '.join(KINDS)}"),
    ),
)
