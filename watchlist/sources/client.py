"""The one HTTP client: sends a request when its host may be asked, and returns exactly one typed outcome.

Runs on the loop's thread. Never raises for what a vendor or the network does, never writes a key anywhere, never
follows a redirect to another site. Retrying is the caller's choice (``ask_again``).
"""

from __future__ import annotations

import asyncio
import random
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from hashlib import blake2b
from importlib import import_module
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar
from urllib.parse import quote, urlencode, urlsplit

import msgspec

from watchlist.domain.fetches import Fetch, Outcome
from watchlist.domain.instants import SECOND, Instant
from watchlist.sources import outcomes
from watchlist.sources.base import Answer, Ask, Reply, Verdict
from watchlist.sources.budget import Budgets, Load, Save, Window, not_kept, nothing_kept
from watchlist.sources.client_options import ClientOptions
from watchlist.sources.pacing import HostGate, HostRules, backoff

if TYPE_CHECKING:
    import httpx

T = TypeVar("T")
TRANSPORT = "watchlist.sources.transport"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
MOST_HOPS = 4


@dataclass(frozen=True, slots=True)
class HostState:
    """How a host stands, for the status page."""

    host: str
    blocked_until: Instant | None
    circuit: str
    quota_left: int | None
    quota_of: int | None


def _no_key(_name: str) -> str:
    return ""


def _note_nothing(fetch: Fetch, raw: bytes, endpoint: str) -> None:
    """Keep no ledger."""


def _always(_host: str) -> bool:
    return True


def _no_validator(_name: str) -> tuple[str, str] | None:
    return None


def _forget_validator(name: str, etag: str, modified: str) -> None:
    """Keep no validators."""


@dataclass(frozen=True, slots=True)
class Hooks:
    """What the client is given by its owner; all are plain callables that return at once.

    ``keys`` gives the secret of a name ("" where none is set), ``on_fetch`` receives each ledger line with the raw
    (masked) body and the endpoint, ``enabled`` says whether a host is switched on, ``online`` whether anything may be
    asked. Budgets and validators are loaded and saved by host and name.
    """

    keys: Callable[[str], str] = _no_key
    on_fetch: Callable[[Fetch, bytes, str], None] = _note_nothing
    enabled: Callable[[str], bool] = _always
    online: Callable[[], bool] = lambda: True
    load_budget: Load = nothing_kept
    save_budget: Save = not_kept
    load_validator: Callable[[str], tuple[str, str] | None] = _no_validator
    save_validator: Callable[[str, str, str], None] = _forget_validator


class _Host:
    """What the client holds per host."""

    __slots__ = ("budgets", "gate", "slots")

    def __init__(self, gate: HostGate, budgets: Budgets) -> None:
        self.gate = gate
        self.budgets = budgets
        self.slots = asyncio.Semaphore(gate.rules.concurrency)


class Client:
    """Asks vendors. One per program, used on one loop."""

    def __init__(
        self,
        clock: Callable[[], Instant],
        rules: Callable[[str], HostRules],
        hooks: Hooks | None = None,
        options: ClientOptions | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self.clock = clock
        self.hooks = hooks or Hooks()
        self.options = options or ClientOptions()
        self._rules = rules
        self._sleep = sleep
        self._chance = chance
        self._transport = transport
        self._made: httpx.AsyncClient | None = None
        self._hosts: dict[str, _Host] = {}
        self._flight = asyncio.Semaphore(self.options.in_flight)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close all connections."""
        if self._made is not None:
            await self._made.aclose()

    async def _load(self) -> None:
        """Make what sends requests, with the first of them: its libraries are imported beside the loop."""
        if TRANSPORT not in sys.modules:
            await asyncio.to_thread(import_module, TRANSPORT)
        if self._made is None:
            from watchlist.sources.transport import make_http  # noqa: PLC0415 - 0.15 s that a start does not need

            self._made = make_http(self.options, self._transport)

    @property
    def _http(self) -> httpx.AsyncClient:
        if self._made is None:
            raise RuntimeError("nothing was asked")
        return self._made

    def has_key(self, name: str) -> bool:
        """Return whether a secret of this name is set."""
        return bool(self.hooks.keys(name))

    def states(self) -> tuple[HostState, ...]:
        """Return how every host that was asked stands."""
        now = self.clock()
        states = []
        for name, host in sorted(self._hosts.items()):
            left = host.budgets.left(now) or (host.gate.quota.left, host.gate.quota.of)
            ready = host.gate.ready_at(now)
            states.append(HostState(name, ready if ready > now else None, host.gate.circuit(now).value, *left))
        return tuple(states)

    async def ask_again(self, ask: Ask[T], tries: int = 3, patience: float = 60.0) -> Answer[T]:
        """Ask, and ask again after a passing fault while that fits into ``patience`` seconds altogether."""
        deadline = self.clock() + int(patience * SECOND)
        answer = await self.ask(ask)
        for attempt in range(tries - 1):
            if answer.outcome not in (Outcome.UNREACHABLE, Outcome.RATE_LIMITED):
                break
            later = answer.fetch.retry_at or self.clock() + backoff(attempt, self._chance)
            if later > deadline or (answer.fetch.status is None and answer.fetch.path == ""):
                break
            await self._sleep(max(0, later - self.clock()) / SECOND)
            answer = await self.ask(ask)
        return answer

    async def ask(self, ask: Ask[T]) -> Answer[T]:
        """Send one request when its host's turn comes; the answer carries its outcome."""
        parts = urlsplit(ask.url)
        name = parts.netloc.rpartition("@")[2].lower()
        if not parts.hostname or parts.scheme not in ("http", "https"):
            return self._unsent(ask, name, Outcome.BAD_ANSWER, "not a web address")
        if not self.hooks.online():
            return self._unsent(ask, name, Outcome.UNREACHABLE, "working off line")
        if not self.hooks.enabled(name):
            return self._unsent(ask, name, Outcome.UNREACHABLE, f"{name} is switched off")
        host = self._host(name, parts.hostname)
        async with host.slots, self._flight:
            refused = await self._turn(ask, name, host)
            return refused if refused is not None else await self._send(ask, name, host)

    def keep(self, answer: Answer[Any]) -> None:
        """Remember the validators of an answer, now that what it held is stored."""
        if answer.validator is not None:
            self.hooks.save_validator(*answer.validator)

    def renew(self) -> None:
        """Take the rules of all hosts anew (a key was set or removed); budgets stay as they were saved."""
        self._hosts.clear()

    def _host(self, name: str, hostname: str) -> _Host:
        host = self._hosts.get(name)
        if host is None:
            rules = self._rules(hostname)
            windows = {Window.DAY: rules.daily, Window.MONTH: rules.monthly}
            limits = {window: limit for window, limit in windows.items() if limit is not None}
            budgets = Budgets(name, limits, self.hooks.load_budget, self.hooks.save_budget)
            host = self._hosts[name] = _Host(HostGate(rules, self.clock(), self._chance), budgets)
        return host

    async def _turn(self, ask: Ask[T], name: str, host: _Host) -> Answer[T] | None:
        """Wait for the host's turn; an answer means that it does not come in time."""
        deadline = self.clock() + int(ask.patience * SECOND)
        while True:
            now = self.clock()
            until = host.budgets.exhausted_until(now, ask.weight)
            if until is not None:
                return self._unsent(ask, name, Outcome.RATE_LIMITED, "the budget of this host is used up", until)
            ready = host.gate.ready_at(now, ask.weight)
            if ready > deadline:
                if host.gate.circuit(now).value != "closed" and ready > host.gate.blocked_until:
                    note = "no answer several times in a row; resting"
                    return self._unsent(ask, name, Outcome.UNREACHABLE, note, ready)
                return self._unsent(ask, name, Outcome.RATE_LIMITED, "waiting for this host's turn", ready)
            if ready <= now:
                host.gate.take(now, ask.weight)
                host.budgets.charge(now, ask.weight)
                return None
            await self._sleep((ready - now) / SECOND)

    def _unsent(
        self, ask: Ask[T], host: str, outcome: Outcome, note: str, retry_at: Instant | None = None
    ) -> Answer[T]:
        """Answer without a request; the ledger lists requests only, so it is not told."""
        return Answer(Fetch(ask.source, host, "", ask.purpose, self.clock(), 0, None, 0, "", outcome, note, retry_at))

    async def _send(self, ask: Ask[T], name: str, host: _Host) -> Answer[T]:
        await self._load()
        from watchlist.sources.transport import NETWORK_FAULTS, failure_text  # noqa: PLC0415 - loaded just now

        started = self.clock()
        secret = self.hooks.keys(ask.key) if ask.key else ""
        keys = (secret,) if secret else ()
        validator = self._validator_name(ask) if ask.conditional else ""
        reply: Reply | None = None
        cut = False
        try:
            async with asyncio.timeout(self.options.total):
                response, body, cut = await self._exchange(ask, secret, validator)
            # the raw pairs: httpx looks for the encoding of each header anew
            headers = {key.decode("latin-1").lower(): value.decode("latin-1") for key, value in response.headers.raw}
            reply = Reply(response.status_code, headers, body, self.clock(), bool(secret))
        except asyncio.CancelledError:
            host.gate.abandoned()
            self._note(ask, name, started, None, Verdict(Outcome.CANCELLED, "cancelled"), keys)
            raise
        except NETWORK_FAULTS as error:
            until = host.gate.failed(self.clock())
            text = outcomes.mask(failure_text(error), keys)
            fetch = self._note(ask, name, started, None, Verdict(Outcome.UNREACHABLE, text, until), keys)
            return Answer(fetch)
        data: T | None = None
        if cut:
            limit = ask.max_bytes or self.options.max_bytes
            verdict = Verdict(Outcome.BAD_ANSWER, f"more than {limit // 1000:,} kB: cut off and not used")
        else:
            understood = self._understand(ask, reply)
            verdict, data = understood
        verdict = self._tell_gate(host, reply, verdict, ask.weight)
        fetch = self._note(ask, name, started, reply, verdict, keys)
        kept = self._validator_of(validator, reply) if validator and fetch.outcome is Outcome.FRESH else None
        return Answer(fetch, reply.body, data, reply.headers, kept)

    async def _exchange(self, ask: Ask[T], secret: str, validator: str) -> tuple[httpx.Response, bytes, bool]:
        """Send the request, follow redirects within the site, read the body up to the size cap."""
        url, headers = _with_key(ask, secret)
        if validator:
            known = self.hooks.load_validator(validator)
            if known is not None:
                etag, modified = known
                headers.update({"If-None-Match": etag} if etag else {})
                headers.update({"If-Modified-Since": modified} if modified else {})
        request = self._http.build_request(ask.method, url, headers=headers, content=ask.body)
        limit = ask.max_bytes or self.options.max_bytes
        for _ in range(MOST_HOPS):
            response = await self._http.send(request, stream=True)
            try:
                further = self._within_site(request, response)
                if further is None:
                    body, cut = await _read(response, limit)
                    return response, body, cut
                request = further
            finally:
                await response.aclose()
        from httpx import TooManyRedirects  # noqa: PLC0415 - loaded by now

        raise TooManyRedirects("redirected in a circle", request=request)

    def _within_site(self, request: httpx.Request, response: httpx.Response) -> httpx.Request | None:
        """Return the next request of a redirect that stays on the host (https may not become http)."""
        if response.status_code not in REDIRECTS or "location" not in response.headers:
            return None
        target = request.url.join(response.headers["location"])
        same = target.host == request.url.host and (
            (target.scheme, target.port) == (request.url.scheme, request.url.port)
            or (request.url.scheme == "http" and target.scheme == "https")
        )
        if not same or request.method not in ("GET", "HEAD"):
            return None
        return self._http.build_request(request.method, target, headers=request.headers)

    def _understand(self, ask: Ask[T], reply: Reply) -> tuple[Verdict, T | None]:
        """Judge a reply, the vendor's own judge first, and parse what is good."""
        verdict = (ask.judge(reply) if ask.judge is not None else None) or outcomes.judge(reply)
        if ask.into is None or verdict.outcome not in (Outcome.FRESH, Outcome.EMPTY) or not reply.body:
            return verdict, None
        try:
            return verdict, msgspec.json.decode(reply.body, type=ask.into)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            if verdict.outcome is Outcome.EMPTY:
                return verdict, None
            return Verdict(Outcome.BAD_ANSWER, f"not the expected data: {error}"), None

    def _tell_gate(self, host: _Host, reply: Reply, verdict: Verdict, weight: int) -> Verdict:
        """Let the host's gate learn from a reply; fills in when to come back."""
        now = reply.now
        host.gate.read_headers(reply.headers, now)
        if host.gate.rules.only_success_counts and reply.status != 200:
            host.budgets.refund(now, weight)
        if verdict.outcome is Outcome.RATE_LIMITED and reply.status != 202:
            return replace(verdict, retry_at=host.gate.refused(now, verdict.retry_at))
        if verdict.outcome is Outcome.UNREACHABLE:
            until = host.gate.failed(now)
            return replace(verdict, retry_at=verdict.retry_at or until)
        host.gate.succeeded()
        return verdict

    def _note(
        self, ask: Ask[T], host: str, started: Instant, reply: Reply | None, verdict: Verdict, keys: tuple[str, ...]
    ) -> Fetch:
        """Write the ledger's line."""
        body = reply.body if reply is not None else b""
        fetch = Fetch(
            source=ask.source,
            host=host,
            path=outcomes.mask(urlsplit(ask.url).path or "/", keys),
            purpose=ask.purpose,
            started=started,
            duration=self.clock() - started,
            status=reply.status if reply is not None else None,
            received=len(body),
            digest=blake2b(body, digest_size=16).hexdigest() if body else "",
            outcome=verdict.outcome,
            note=outcomes.mask(verdict.note, keys),
            retry_at=verdict.retry_at,
        )
        self.hooks.on_fetch(fetch, outcomes.mask_body(body, keys), ask.endpoint or fetch.path)
        return fetch

    @staticmethod
    def _validator_name(ask: Ask[Any]) -> str:
        return blake2b(repr((ask.url, ask.params)).encode(), digest_size=12).hexdigest()

    @staticmethod
    def _validator_of(name: str, reply: Reply) -> tuple[str, str, str] | None:
        etag, modified = reply.headers.get("etag", ""), reply.headers.get("last-modified", "")
        return (name, etag, modified) if etag or modified else None


def _with_key(ask: Ask[Any], secret: str) -> tuple[str, dict[str, str]]:
    """Return the address with its query and the headers, the secret where the vendor wants it."""
    params, headers, url = ask.params, dict(ask.headers), ask.url
    place, _, name = ask.key_at.partition(":")
    if secret and place == "header":
        name, _, form = name.partition("|")
        headers[name] = form.replace("{key}", secret) if form else secret
    elif secret and place == "bearer":
        headers["Authorization"] = f"Bearer {secret}"
    elif secret and place == "query":
        params = (*params, (name, secret))
    elif place == "url":
        url = url.replace("{key}", quote(secret, safe=""))
        params = tuple((key, value.replace("{key}", secret)) for key, value in params)
    # the query is written here: httpx would take the address apart twice
    return (f"{url}?{urlencode(params, quote_via=quote)}" if params else url), headers


async def _read(response: httpx.Response, limit: int) -> tuple[bytes, bool]:
    """Read a body up to the cap; True means that it was longer and is cut off."""
    chunks: list[bytes] = []
    size = 0
    async for chunk in response.aiter_bytes():
        size += len(chunk)
        if size > limit:
            return b"", True
        chunks.append(chunk)
    return b"".join(chunks), False
