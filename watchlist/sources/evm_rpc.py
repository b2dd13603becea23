"""Asking a chain node: JSON-RPC in batches over the one client, every reply either a result or an understood refusal.

A node is remembered for as long as the program runs: how much it takes at once, whether it failed, which chain it is.
Never retries by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlsplit

import msgspec

from watchlist.domain.errors import BadAnswer, RateLimited
from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import MINUTE, SECOND, Instant
from watchlist.sources.base import Answer, Ask, Reply, Verdict
from watchlist.sources.client import Client
from watchlist.sources.evm_ranges import FIRST_SIZE, RangeSizer
from watchlist.sources.evm_refusals import Refusal, Refused, understood
from watchlist.sources.headers import retry_after

T = TypeVar("T")
KEY = "evm"
MOST_BYTES = 12_000_000
MOST_CALLS = 50
TOO_LARGE = "response too large"
"""What a body beyond the cap is called: it is cut off and not used."""

_ERROR_BODY = 64_000


_ABSENT = msgspec.Raw(b"")


class _Reply(msgspec.Struct):
    id: int | str | None = None
    result: msgspec.Raw = _ABSENT
    error: msgspec.Raw = _ABSENT

    @property
    def failed(self) -> bool:
        """Whether there is an error; some nodes send a null one with a result."""
        return bytes(self.error) not in (b"", b"null")


_DECODER = msgspec.json.Decoder(list[_Reply] | _Reply)


@dataclass(slots=True)
class Node:
    """One JSON-RPC address. ``short`` is true once it was seen to keep no history; ``caps`` are counts it cuts at."""

    url: str
    sizer: RangeSizer
    calls: int = MOST_CALLS
    chain_id: int | None = None
    failures: int = 0
    resting_until: Instant = 0
    short: bool = False
    caps: set[int] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The host, for people; an address may hold a key."""
        return urlsplit(self.url).netloc.rpartition("@")[2]

    def failed(self, now: Instant) -> None:
        """Let the node rest, longer each time."""
        self.failures += 1
        self.resting_until = now + min(10 * MINUTE, SECOND << min(self.failures, 10))

    def worked(self) -> None:
        """Forget earlier failures."""
        self.failures = 0
        self.resting_until = 0


_NODES: dict[str, Node] = {}


def node_of(url: str, ceiling: int | None = None, size: int | None = None) -> Node:
    """Return what is remembered of an address, at first only what the network file and the cursor say."""
    node = _NODES.get(url)
    if node is None:
        node = _NODES[url] = Node(url, RangeSizer(size or FIRST_SIZE, ceiling))
    return node


def forget_nodes() -> None:
    """Forget everything about all nodes (tests)."""
    _NODES.clear()


@dataclass(frozen=True, slots=True)
class Call:
    """One call."""

    method: str
    params: Sequence[Any] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """A raw result, or an error as the node gave it with the HTTP status that it came with."""

    raw: bytes | None
    error: Any = None
    status: int = 200

    def into(self, kind: type[T]) -> T:
        """Return the parsed result. Raises BadAnswer for an error or another type."""
        if self.raw is None:
            raise BadAnswer(KEY, understood(self.error, self.status).text)
        try:
            return msgspec.json.decode(self.raw, type=kind)
        except msgspec.DecodeError as error:
            raise BadAnswer(KEY, f"not the expected result: {error}") from error

    def maybe(self, kind: type[T]) -> T | None:
        """Return the parsed result, None where the node has none. Raises BadAnswer."""
        return None if self.raw == b"null" else self.into(kind)

    def refused(self, first: int = 0, last: int = 0) -> Refused | None:
        """Return what an error means, None where there is a result."""
        return None if self.raw is not None else understood(self.error, self.status, first, last)


def judge(reply: Reply) -> Verdict | None:
    """A JSON-RPC error is an answer, whatever its HTTP status; only "too often" concerns the host as a whole."""
    body = reply.body.lstrip()[:1]
    if body not in (b"{", b"[") or reply.status in (401, 403, 404, 429):
        return None
    if len(reply.body) < _ERROR_BODY and b'"error"' in reply.body:
        try:
            errors = [_plain(each) for each in _as_list(_DECODER.decode(reply.body)) if each.failed]
        except msgspec.DecodeError:
            return None
        kinds = {understood(error, reply.status).kind for error in errors}
        if kinds == {Refusal.RATE}:
            text = understood(errors[0]).text
            return Verdict(Outcome.RATE_LIMITED, text, retry_after(reply.headers, reply.now))
        return Verdict(Outcome.FRESH)
    return Verdict(Outcome.FRESH) if reply.status < 400 and b'"result"' in reply.body[:4096] else None


def _as_list(replies: list[_Reply] | _Reply) -> list[_Reply]:
    return replies if isinstance(replies, list) else [replies]


def _plain(reply: _Reply) -> Any:
    return msgspec.json.decode(reply.error) if reply.failed else None


async def ask(client: Client, node: Node, calls: Sequence[Call], purpose: str, patience: float = 60.0) -> list[Result]:
    """Send calls in as few requests as the node takes; results in the order of the calls.

    Raises SourceError where the node does not answer or says that it is asked too often.
    """
    results: list[Result] = []
    place = 0
    while place < len(calls):
        part = calls[place : place + node.calls]
        answered = await _send(client, node, part, purpose, patience)
        refused = answered[0].refused() if len(part) > 1 else None
        if refused is not None and refused.kind is Refusal.BATCH and node.calls > 1:
            node.calls = max(1, min(node.calls, len(part)) // 4)
            continue
        results += answered
        place += len(part)
    return results


async def _send(client: Client, node: Node, calls: Sequence[Call], purpose: str, patience: float) -> list[Result]:
    requests = [
        {"jsonrpc": "2.0", "id": number, "method": call.method, "params": list(call.params)}
        for number, call in enumerate(calls)
    ]
    answer: Answer[bytes] = await client.ask(
        Ask(
            KEY,
            node.url,
            purpose,
            headers=(("Content-Type", "application/json"),),
            method="POST",
            body=msgspec.json.encode(requests[0] if len(requests) == 1 else requests),
            endpoint=calls[0].method,
            weight=1 + len(calls) // 10,
            patience=patience,
            max_bytes=MOST_BYTES,
            judge=judge,
        )
    )
    if answer.outcome is Outcome.BAD_ANSWER and "cut off" in answer.fetch.note:
        return [Result(None, {"message": TOO_LARGE})] * len(calls)
    if not answer.good:
        error = answer.error()
        if not isinstance(error, RateLimited):
            node.failed(client.clock())
        raise error
    return _matched(node, answer.body, len(calls), answer.fetch.status or 200)


def _matched(node: Node, body: bytes, count: int, status: int) -> list[Result]:
    """Put replies in the order of their calls. Raises BadAnswer for replies that belong to no call."""
    try:
        replies = _as_list(_DECODER.decode(body))
    except msgspec.DecodeError as error:
        raise BadAnswer(KEY, f"{node.name}: not a JSON-RPC answer: {error}") from error
    if len(replies) == 1 and count > 1 and replies[0].failed:
        return [Result(None, _plain(replies[0]), status)] * count
    results: list[Result] = [Result(None, {"message": "no answer to this call"}, status)] * count
    for reply in replies:
        number = _place(reply.id)
        if count == 1 and reply.id is None and reply.failed:
            number = 0
        if not 0 <= number < count:
            raise BadAnswer(KEY, f"{node.name}: an answer to another question")
        raw = None if reply.failed else bytes(reply.result) or b"null"
        results[number] = Result(raw, _plain(reply), status)
    return results


def _place(number: int | str | None) -> int:
    if isinstance(number, int):
        return number
    return int(number) if number is not None and number.isdigit() else -1
