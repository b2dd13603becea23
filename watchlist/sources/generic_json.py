"""Any JSON address of the user: a URL template with dates, and JMESPath expressions that find what counts in it.

Templates know {from} and {to} (ISO dates), {from_s}, {to_s} (seconds), {from_ms}, {to_ms} (milliseconds) and {key}.
``preview`` asks once and shows what the expressions find, so that screen and command line can test a template.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import jmespath
from jmespath.exceptions import JMESPathError

from watchlist.domain.activity import ReadSpan
from watchlist.domain.errors import BadAnswer, InputError
from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import DAY, SECOND, Instant, iso
from watchlist.domain.network import Chain, SeriesSpec, Stream
from watchlist.domain.periods import today
from watchlist.domain.series import PointBatch
from watchlist.sources.base import Ask, EventSlice, Provider, Resume, need_option, option
from watchlist.sources.columns import DECIMALS, EventRows, scaled
from watchlist.sources.history import YEAR
from watchlist.sources.lenient import Num, instant, number
from watchlist.sources.shaping import Window, points_of
from watchlist.sources.source import Source

if TYPE_CHECKING:
    from watchlist.sources.client import Client

KEY = "generic_json"
PREVIEW_ROWS = 20


@dataclass(frozen=True, slots=True)
class Template:
    """Where to ask and what to look for. ``rows`` finds the list of rows, the others are looked up in each row.

    Without ``rows``, ``time`` and ``value`` (or ``participant``) must find lists of the same length.
    """

    url: str
    time: str
    value: str = ""
    rows: str = ""
    participant: str = ""
    amount: str = ""
    counterparty: str = ""
    reference: str = ""
    decimals: int = DECIMALS
    key: str = ""
    key_at: str = "url"

    @classmethod
    def of(cls, spec: SeriesSpec | Stream) -> Template:
        """Read a template from the options of a series or stream. Raises BadAnswer where a part is missing."""
        return cls(
            url=need_option(KEY, spec, "url"),
            time=need_option(KEY, spec, "time"),
            value=option(spec, "value"),
            rows=option(spec, "rows"),
            participant=option(spec, "participant"),
            amount=option(spec, "amount"),
            counterparty=option(spec, "counterparty"),
            reference=option(spec, "reference"),
            decimals=int(option(spec, "decimals", str(DECIMALS))),
            key=option(spec, "key"),
            key_at=option(spec, "key_at", "url"),
        )

    @classmethod
    def from_options(cls, options: Mapping[str, str]) -> Template:
        """Read a template from a form. Raises InputError at the field that is wrong."""
        for field in ("url", "time"):
            if not options.get(field, "").strip():
                raise InputError(field, "needed")
        template = cls(
            **{name: text.strip() for name, text in options.items() if name in cls.__slots__ and name != "decimals"},
            decimals=int(options.get("decimals", DECIMALS)),
        )
        if urlsplit(template.url).scheme not in ("http", "https"):
            raise InputError("url", "must begin with https:// or http://")
        for field in ("rows", "time", "value", "participant", "amount", "counterparty", "reference"):
            try:
                _find(getattr(template, field), {})
            except BadAnswer as error:
                raise InputError(field, error.message) from None
        if not template.value and not template.participant:
            raise InputError("value", "a value (for a series) or a participant (for a stream) is needed")
        return template


@dataclass(frozen=True, slots=True)
class Preview:
    """What a template finds: the first rows as text, how many, the span of time, and what is wrong with it."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    count: int
    first: Instant | None
    last: Instant | None
    problems: tuple[str, ...]


class GenericJson(Provider):
    """The provider."""

    key = KEY

    async def points(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[PointBatch]:
        """Return the values that the template finds."""
        template = Template.of(spec)
        if not template.value:
            raise BadAnswer(KEY, f"{spec.key}: the template finds no value")
        body = await _ask(client, template, str(spec.key), since, until)
        rows = [(row["time"], row["value"]) for row in table(template, body)]
        learnt = client.clock()
        if not rows:
            raise BadAnswer(KEY, "the expressions find nothing in the answer")
        period = DAY if option(spec, "period", "day") == "day" and spec.key.name.endswith(".d") else 0
        return [points_of(spec.key, KEY, rows, learnt, Window(since, until), period)]

    async def events(
        self,
        client: Client,
        stream: Stream,
        chain: Chain | None,  # noqa: ARG002
        resume: Resume,
    ) -> AsyncIterator[EventSlice]:
        """Return the events that the template finds, from the newest stored one on."""
        template = Template.of(stream)
        now = client.clock()
        start = max((span.end for span in resume.spans), default=None)
        if start is None:
            start = resume.since if resume.since is not None else instant(stream.start) or now - YEAR
        body = await _ask(client, template, str(stream.key), start, now)
        rows = EventRows(stream.key, template.decimals)
        for row in table(template, body):
            at = instant(row["time"])
            if at is None:
                raise BadAnswer(KEY, f"not a readable time: {str(row['time'])[:40]!r}")
            if at < start or at >= now:
                continue
            who = _text(row["participant"])
            mark = _text(row["reference"]) or f"{at}:{who}:{row['amount']}:{row['counterparty']}"
            rows.add(at, who, f"json:{mark}", _text(row["counterparty"]), scaled(row["amount"], template.decimals))
        # an address without dates tells only what it tells: nothing is known about completeness
        dated = "{from" in template.url
        last = rows.last
        span = ReadSpan(start, now) if dated else None
        if not dated and last is not None:
            span = ReadSpan(rows.first or last, last)
        resume.report(len(rows), len(rows), "rows")
        yield EventSlice(rows.batch(), span if span is not None and span.start < span.end else None, resume.cursor)


async def preview(client: Client, template: Template, since: Instant | None = None) -> Preview:
    """Ask once and show what the expressions find. Raises SourceError where nothing usable comes."""
    now = client.clock()
    body = await _ask(client, template, "test of a template", since if since is not None else now - 30 * DAY, now)
    found = table(template, body)
    columns = ("time", "value") if template.value else ("time", "participant", "amount", "counterparty", "reference")
    problems: list[str] = []
    times = [instant(row["time"]) for row in found]
    if not found:
        problems.append("the expressions find nothing in the answer")
    unread = sum(at is None for at in times)
    if unread:
        problems.append(f"{unread} of {len(found)} times cannot be read")
    if template.value:
        missing = sum(number(row["value"]) is None for row in found)
        if missing:
            problems.append(f"{missing} of {len(found)} values are missing or no numbers")
    elif any(_text(row["participant"]) is None for row in found):
        problems.append("some rows name no participant")
    known = [at for at in times if at is not None]
    shown = tuple(
        tuple(iso(at) if name == "time" and at is not None else str(row[name] or "") for name in columns)
        for row, at in list(zip(found, times, strict=True))[:PREVIEW_ROWS]
    )
    return Preview(columns, shown, len(found), min(known, default=None), max(known, default=None), tuple(problems))


def table(template: Template, body: object) -> list[dict[str, Num]]:
    """Return the rows that a template finds in a parsed answer. Raises BadAnswer where lists do not match."""
    names = ("time", "value", "participant", "amount", "counterparty", "reference")
    if template.rows:
        rows = _find(template.rows, body)
        if rows is None:
            return []
        if not isinstance(rows, list):
            raise BadAnswer(KEY, f"{template.rows!r} finds no list")
        return [{name: _scalar(_find(getattr(template, name), row)) for name in names} for row in rows]
    columns: dict[str, list[Any]] = {}
    for name in names:
        found = _find(getattr(template, name), body)
        if found is not None:
            columns[name] = found if isinstance(found, list) else [found]
    lengths = {len(column) for column in columns.values()}
    if len(lengths) > 1:
        raise BadAnswer(KEY, f"the expressions find lists of different lengths: {sorted(lengths)}")
    count = lengths.pop() if lengths else 0
    return [{name: _scalar(columns[name][at]) if name in columns else None for name in names} for at in range(count)]


async def _ask(
    client: Client, template: Template, purpose: str, since: Instant | None, until: Instant | None
) -> object:
    now = client.clock()
    start = since if since is not None else now - YEAR
    end = until if until is not None else now
    url = _filled(template.url, start, end)
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadAnswer(KEY, "the template is not a web address")
    ask: Ask[Any] = Ask(
        KEY, f"{parts.scheme}://{parts.netloc}{parts.path}", purpose, object, tuple(parse_qsl(parts.query, True)),
        key=template.key, key_at=template.key_at if template.key else "", endpoint=purpose,
    )  # fmt: skip
    answer = await client.ask_again(ask)
    if answer.outcome is Outcome.EMPTY:
        return answer.data
    return answer.need()


def _filled(url: str, start: Instant, end: Instant) -> str:
    values = {
        "{from}": today(start).isoformat(),
        "{to}": today(end).isoformat(),
        "{from_s}": str(start // SECOND),
        "{to_s}": str(end // SECOND),
        "{from_ms}": str(start // 1000),
        "{to_ms}": str(end // 1000),
    }
    for name, text in values.items():
        url = url.replace(name, text)
    return url


def _find(expression: str, body: object) -> Any:
    if not expression:
        return None
    try:
        return jmespath.search(expression, body)
    except JMESPathError as error:
        raise BadAnswer(KEY, f"the expression {expression!r} cannot be read: {str(error).splitlines()[0]}") from None


def _scalar(value: object) -> Num:
    return value if isinstance(value, int | float | str) and not isinstance(value, bool) else None


def _text(value: Num) -> str | None:
    text = "" if value is None else str(value).strip()
    return text or None


def options_of(template: Template) -> tuple[tuple[str, str], ...]:
    """Return the options that keep a tested template in a network file."""
    return tuple(
        (name, str(getattr(template, name))) for name in Template.__slots__ if getattr(template, name) not in ("", None)
    )


SOURCE = Source(
    key=KEY,
    title="A JSON address of your own",
    factory=GenericJson,
    gives=("any", "events:any"),
    limits="One request a second at most.",
    attribution="Data from an address entered by you",
    options=(
        ("url", "the address, with {from} and {to} where dates belong"),
        ("rows", "JMESPath that finds the list of rows"),
        ("time", "JMESPath of the time"),
        ("value", "JMESPath of the value, for a series"),
        ("participant", "JMESPath of the participant, for a stream"),
        ("amount", "JMESPath of the amount"),
        ("counterparty", "JMESPath of the counterparty"),
        ("reference", "JMESPath of what identifies a row"),
        ("decimals", "decimals that amounts keep"),
        ("key", "the name of a key"),
        ("key_at", "where the key goes: url, bearer, header:<name> or query:<name>"),
    ),
)
