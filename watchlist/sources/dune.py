"""Dune: the stored result of a query of the user's own, with their key. The way out for networks too large to count.

Reading a stored result starts nothing and is charged by size; ``execute`` starts the query and costs credits. The
queries that the import expects are in resources/dune.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

import msgspec

from watchlist.domain.activity import ReadSpan
from watchlist.domain.errors import BadAnswer, RateLimited, SourceError, Unreachable
from watchlist.domain.instants import DAY, MINUTE, Instant
from watchlist.domain.network import Chain, SeriesSpec, Stream
from watchlist.domain.series import PointBatch
from watchlist.sources.base import Ask, EventSlice, Provider, Resume, need_option, option
from watchlist.sources.columns import EventRows, scaled
from watchlist.sources.lenient import Num, instant
from watchlist.sources.pacing import HostRules
from watchlist.sources.shaping import Window, points_of
from watchlist.sources.source import Source

if TYPE_CHECKING:
    from watchlist.sources.client import Client

KEY = "dune"
HOST = "https://api.dune.com/api/v1"
PLACE = "header:X-Dune-API-Key"
ROWS_A_PAGE = 2500
MOST_PAGES = 4000
DONE = "QUERY_STATE_COMPLETED"
AT_WORK = ("QUERY_STATE_PENDING", "QUERY_STATE_EXECUTING")


class Metadata(msgspec.Struct):
    """How large a result is."""

    total_row_count: Num = None
    column_names: list[str] = []


class Result(msgspec.Struct):
    """A page of rows."""

    rows: list[dict[str, Any]] = []
    metadata: Metadata | None = None


class Results(msgspec.Struct):
    """/query/{id}/results."""

    execution_id: str = ""
    state: str = ""
    execution_started_at: Num = None
    execution_ended_at: Num = None
    next_offset: Num = None
    result: Result | None = None
    error: str | dict[str, Any] | None = None


class Started(msgspec.Struct):
    """/query/{id}/execute."""

    execution_id: str
    state: str = ""


class Dune(Provider):
    """The provider."""

    key = KEY

    async def points(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[PointBatch]:
        """Return a column of a stored result over its time column."""
        time, value = option(spec, "time", "day"), option(spec, "value", "value")
        rows: list[tuple[Num, Num]] = []
        started: Instant | None = None
        async for page in self._pages(client, spec):
            rows.extend((_cell(row, time), _cell(row, value)) for row in _rows(page))
            started = started or instant(page.execution_started_at)
        if not rows:
            raise BadAnswer(KEY, "the stored result has no rows")
        today = (started if started is not None else client.clock()) // DAY * DAY
        return [points_of(spec.key, KEY, rows, client.clock(), Window(since, until), DAY, (today,))]

    async def events(
        self,
        client: Client,
        stream: Stream,
        chain: Chain | None,  # noqa: ARG002
        resume: Resume,
    ) -> AsyncIterator[EventSlice]:
        """Return rows of (day, participant, events) as one event per participant and day.

        The day on which the query ran is not complete and is left out. The span counts once the last page is there.
        """
        time, participant = option(stream, "time", "day"), option(stream, "participant", "participant")
        scale = int(option(stream, "decimals", "0"))
        oldest: Instant | None = None
        end: Instant | None = None
        done = 0
        async for page in self._pages(client, stream):
            ran = instant(page.execution_started_at) or instant(page.execution_ended_at)
            if ran is None:
                raise BadAnswer(KEY, "the result does not tell when it was computed")
            end = ran // DAY * DAY
            rows = EventRows(stream.key, scale)
            for row in _rows(page):
                at, who = instant(_cell(row, time)), _cell(row, participant)
                if at is None or who is None:
                    raise BadAnswer(KEY, f"a row without {time!r} or {participant!r}: these columns are expected")
                if at >= end or (resume.since is not None and at < resume.since):
                    continue
                oldest = at if oldest is None else min(oldest, at)
                name = str(who).strip().lower()
                other = _cell(row, option(stream, "counterparty")) if option(stream, "counterparty") else None
                reference = _cell(row, option(stream, "reference")) if option(stream, "reference") else None
                amount = scaled(_cell(row, option(stream, "amount", "events")), scale)
                mark = str(reference) if reference is not None else f"{at // DAY}:{name}:{other or ''}"
                rows.add(
                    at, name, f"dune:{option(stream, 'query')}:{mark}", None if other is None else str(other), amount
                )
            done += len(rows)
            total = page.result.metadata.total_row_count if page.result and page.result.metadata else None
            resume.report(done, int(total) if isinstance(total, int | float) else None, "rows")
            yield EventSlice(rows.batch(), None, resume.cursor)
        if oldest is not None and end is not None and oldest < end:
            yield EventSlice(EventRows(stream.key, scale).batch(), ReadSpan(oldest, end), resume.cursor)

    async def _pages(self, client: Client, of: SeriesSpec | Stream) -> AsyncIterator[Results]:
        """Return the pages of one stored result; a new run in between starts over with the next read."""
        execution, query = option(of, "execution"), option(of, "query")
        place = f"execution/{execution}" if execution else f"query/{query or need_option(KEY, of, 'query')}"
        offset, run = 0, ""
        for _ in range(MOST_PAGES):
            params = (("limit", str(ROWS_A_PAGE)), ("offset", str(offset)))
            ask = Ask(
                KEY, f"{HOST}/{place}/results", f"stored result for {of.key}", Results, params, key=KEY, key_at=PLACE,
                endpoint="results", patience=60,
            )  # fmt: skip
            page = (await client.ask_again(ask)).need()
            if page.state != DONE:
                raise _not_done(client, page)
            if run and page.execution_id != run:
                raise Unreachable(KEY, "the query ran again while its result was being read")
            run = page.execution_id
            yield page
            following = page.next_offset
            if not isinstance(following, int | float) or following <= offset or not _rows(page):
                return
            offset = int(following)
        raise BadAnswer(KEY, f"more than {MOST_PAGES * ROWS_A_PAGE:,} rows: narrow the query")

    async def execute(self, client: Client, query: str) -> str:
        """Start a query of the user, which costs credits; returns the id of the execution."""
        ask = Ask(
            KEY, f"{HOST}/query/{query}/execute", "start of a query", Started, method="POST", body=b"{}", key=KEY,
            key_at=PLACE, headers=(("Content-Type", "application/json"),), endpoint="execute", weight=3,
        )  # fmt: skip
        return (await client.ask(ask)).need().execution_id

    async def state(self, client: Client, execution: str) -> str:
        """Return the state of an execution."""
        ask = Ask(
            KEY, f"{HOST}/execution/{execution}/status", "state of a query", Results, key=KEY, key_at=PLACE,
            endpoint="status",
        )  # fmt: skip
        return (await client.ask(ask)).need().state

    async def check_key(self, client: Client) -> str:
        """Ask for an execution that does not exist: only a good key learns that it is missing."""
        ask = Ask(
            KEY, f"{HOST}/execution/01AAAAAAAAAAAAAAAAAAAAAAAA/status", "test of the key", Results, key=KEY,
            key_at=PLACE, endpoint="status",
        )  # fmt: skip
        answer = await client.ask(ask)
        if answer.good or answer.fetch.status in (400, 404):
            return "Dune accepts the key."
        raise answer.error()


def _rows(page: Results) -> list[dict[str, Any]]:
    return page.result.rows if page.result is not None else []


def _cell(row: dict[str, Any], name: str) -> Num:
    """Return a cell as a number or text; anything else is missing."""
    value = row.get(name)
    return value if isinstance(value, int | float | str) and not isinstance(value, bool) else None


def _not_done(client: Client, page: Results) -> SourceError:
    if page.state in AT_WORK:
        return RateLimited(KEY, "the query is still running", client.clock() + 2 * MINUTE)
    if page.state == "QUERY_STATE_COMPLETED_PARTIAL":
        return BadAnswer(KEY, "the stored result is partial: it was too large to be kept whole")
    return BadAnswer(KEY, f"the last run did not complete ({page.state or 'no state'})")


SOURCE = Source(
    key=KEY,
    title="Dune",
    factory=Dune,
    gives=("any", "events:use", "events:contribute", "events:trade"),
    hosts=(("api.dune.com", HostRules(per_minute=35, burst=5, concurrency=1)),),
    limits="40 reads and 15 writes a minute with a free key; charged by size.",
    terms="https://dune.com/terms",
    attribution="Data from Dune (https://dune.com)",
    keys=(KEY,),
    needs_key=True,
    options=(
        ("query", "the query's number"),
        ("execution", "or one execution's id"),
        ("time", "the column of the time, day where absent"),
        ("value", "the column of the value, for a series"),
        ("participant", "the column of the participant, for a stream"),
        ("amount", "the column of the amount, events where absent"),
        ("counterparty", "the column of the counterparty"),
        ("reference", "the column that identifies a row, where there is one"),
    ),
)
