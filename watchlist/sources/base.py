"""What every source offers and what passes between a source and the client. Holds no vendor's knowledge.

    service ──SeriesSpec / Stream──▶ Provider ──Ask──▶ Client ──HTTP──▶ vendor
    service ◀─PointBatch / EventSlice── Provider ◀─Answer── Client

``Client.ask`` never raises for what a vendor does: the answer carries exactly one outcome. A provider's own methods
raise the SourceError of that outcome (``Answer.error``), so that a service sees one exception tree.
"""

from __future__ import annotations

# ruff: noqa: ARG002 (the defaults of the protocol use none of their arguments)
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, Protocol, TypeAlias, TypeVar

from watchlist.domain.activity import EventBatch, ReadSpan
from watchlist.domain.answers import Candidate
from watchlist.domain.errors import (
    BadAnswer,
    Cancelled,
    Gone,
    KeyRejected,
    PlanLimit,
    RateLimited,
    SourceError,
    Unreachable,
    WatchlistError,
)
from watchlist.domain.fetches import GOOD, Fetch, Outcome
from watchlist.domain.instants import MINUTE, Instant
from watchlist.domain.network import Chain, SeriesKey, SeriesSpec, Stream
from watchlist.domain.series import Candles, PointBatch

if TYPE_CHECKING:
    from watchlist.sources.client import Client

T = TypeVar("T")
Pairs: TypeAlias = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer as a vendor's judge sees it; header names are lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    now: Instant
    keyed: bool = False

    @property
    def text(self) -> str:
        """The beginning of the body as text: enough to recognise a refusal."""
        return self.body[:4096].decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reply means; ``note`` is for the user, in words."""

    outcome: Outcome
    note: str = ""
    retry_at: Instant | None = None


Judge: TypeAlias = Callable[[Reply], Verdict | None]
"""Recognises a vendor's own ways to refuse; None leaves the verdict to the general rules."""


@dataclass(frozen=True, slots=True)
class Ask(Generic[T]):
    """One request. ``url`` has no query; keys are named, never held.

    ``key`` names a secret and ``key_at`` says where it goes: ``header:<name>``, ``header:<name>|<text with {key}>``,
    ``bearer``, ``query:<name>`` or ``url`` (in place of ``{key}``). ``into`` is the msgspec type of the body, None
    for bytes. ``endpoint`` names the kind of request: the last raw answer is kept per endpoint. ``weight`` is what
    the vendor charges. ``patience`` is how many seconds the request may wait for its turn before it counts as rate
    limited. ``conditional`` sends the validators of the last answer that was kept.
    """

    source: str
    url: str
    purpose: str
    into: type[T] | None = None
    params: Pairs = ()
    headers: Pairs = ()
    method: str = "GET"
    body: bytes | None = None
    key: str = ""
    key_at: str = ""
    endpoint: str = ""
    weight: int = 1
    patience: float = 30.0
    conditional: bool = False
    max_bytes: int | None = None
    judge: Judge | None = None


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What came of a request: the ledger's line, the body, and the parsed data where the outcome is good.

    ``validator`` is what ``Client.keep`` remembers once the data is stored.
    """

    fetch: Fetch
    body: bytes = b""
    data: T | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    validator: tuple[str, str, str] | None = None

    @property
    def outcome(self) -> Outcome:
        """The one outcome."""
        return self.fetch.outcome

    @property
    def good(self) -> bool:
        """Whether the vendor did what was asked, be it with an empty answer."""
        return self.fetch.outcome in GOOD

    def error(self) -> WatchlistError:
        """Return the error of an outcome that is not good."""
        return error_of(self.fetch)

    def need(self) -> T:
        """Return the parsed data. Raises the outcome's SourceError, BadAnswer where there is no data."""
        if not self.good:
            raise self.error()
        if self.data is None:
            raise BadAnswer(self.fetch.source, self.fetch.note or "the answer holds nothing")
        return self.data


def error_of(fetch: Fetch) -> WatchlistError:
    """Return the error that tells a caller what to do about a fetch that was not good."""
    note = fetch.note or fetch.outcome.value
    if fetch.outcome is Outcome.RATE_LIMITED:
        later = fetch.retry_at if fetch.retry_at is not None else fetch.started + fetch.duration + MINUTE
        return RateLimited(fetch.source, note, later)
    if fetch.outcome is Outcome.CANCELLED:
        return Cancelled(note)
    return _ERRORS.get(fetch.outcome, BadAnswer)(fetch.source, note)


_ERRORS: dict[Outcome, type[SourceError]] = {
    Outcome.UNREACHABLE: Unreachable,
    Outcome.KEY_REJECTED: KeyRejected,
    Outcome.PLAN_LIMIT: PlanLimit,
    Outcome.GONE: Gone,
    Outcome.BAD_ANSWER: BadAnswer,
}


def _silent(done: int, total: int | None, unit: str) -> None:
    """Report to nobody."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Where reading a stream goes on.

    ``spans`` and ``cursor`` are what the store holds; ``since`` is how far back to read, None for the stream's start.
    ``report`` is told (done, total or None, unit) now and then.
    """

    spans: tuple[ReadSpan, ...] = ()
    cursor: str = ""
    since: Instant | None = None
    report: Callable[[int, int | None, str], None] = _silent


@dataclass(frozen=True, slots=True, eq=False)
class EventSlice:
    """A piece of a stream that is complete in itself: its rows and the span that they fill.

    The store takes batch, span and cursor in one transaction before it asks for the next slice; a source may rely on
    that. ``span`` is None where the rows prove nothing about completeness. ``removed`` names references that a chain
    reorganisation took back; ``spans``, where given, replaces all spans of the stream (before ``span`` is added).
    """

    batch: EventBatch
    span: ReadSpan | None
    cursor: str = ""
    removed: tuple[str, ...] = ()
    spans: tuple[ReadSpan, ...] | None = None


@dataclass(frozen=True, slots=True)
class Harvest:
    """What a whole-watchlist pull brought: newest points, what the source does not know, and what failed."""

    points: tuple[PointBatch, ...] = ()
    absent: tuple[SeriesSpec, ...] = ()
    failures: tuple[tuple[SeriesSpec, SourceError], ...] = ()


class Provider(Protocol):
    """One source of data. A provider has no state between calls besides what the client remembers for it.

    All methods raise SourceError. ``points`` may return sibling series of the same network that came with the same
    request. Batches are sorted and free of duplicates; an unfinished period is marked not final. Values are as the
    vendor gave them: quality.sift decides what is fit to be stored.
    """

    key: str

    async def points(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[PointBatch]:
        """Return the history of a series, ``since`` included, ``until`` excluded."""
        raise BadAnswer(self.key, f"gives no history of {spec.key.name}")

    async def candles(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[Candles]:
        """Return candles of a series."""
        raise BadAnswer(self.key, f"gives no candles of {spec.key.name}")

    def events(self, client: Client, stream: Stream, chain: Chain | None, resume: Resume) -> AsyncIterator[EventSlice]:
        """Return the slices of a stream that are not in ``resume.spans`` yet, newest first where the source can."""
        raise BadAnswer(self.key, f"gives no events of {stream.key.stream}")

    def batches(self, specs: Sequence[SeriesSpec]) -> list[tuple[SeriesSpec, ...]]:
        """Return the specs grouped into requests: ``many`` sends exactly one request per group."""
        return [(spec,) for spec in specs]

    async def many(self, client: Client, specs: Sequence[SeriesSpec]) -> Harvest:
        """Return the newest point of many series with as few requests as the vendor allows."""
        raise BadAnswer(self.key, "gives no newest values")

    async def search(self, client: Client, text: str) -> tuple[Candidate, ...]:
        """Return what the source finds for a name, symbol or address."""
        return ()

    async def check_key(self, client: Client) -> str:
        """Ask for something small with the key; returns a sentence for the user."""
        raise BadAnswer(self.key, "has no key to test")


def option(of: SeriesSpec | Stream, name: str, default: str = "") -> str:
    """Return an option of a series or stream, the default where it is absent."""
    for key, value in of.options:
        if key == name:
            return value
    return default


def need_option(source: str, of: SeriesSpec | Stream, name: str) -> str:
    """Return an option. Raises BadAnswer where the network file lacks it."""
    value = option(of, name)
    if not value:
        raise BadAnswer(source, f"{of.key}: the network file gives no {name!r} for this source")
    return value


def sibling(key: SeriesKey, name: str) -> SeriesKey:
    """Return another series of the same network."""
    return SeriesKey(key.network, name)


def measure(key: SeriesKey) -> tuple[str, str]:
    """Split a series name into what is measured and its unit: ``price.usd`` is ("price", "usd")."""
    head, _, unit = key.name.partition(".")
    return head, unit
