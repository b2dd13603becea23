"""Logs of a contract by an explorer's ``module=logs`` interface, which Etherscan and Blockscout share.

Answers hold at most 1,000 logs, oldest first: only blocks that are certainly complete count as read. Fields of a log
are named by position (``topic1``, ``data0`` …), so that no decoder is needed.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from watchlist.domain.activity import ReadSpan
from watchlist.domain.errors import BadAnswer
from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import SECOND, Instant
from watchlist.domain.network import Stream
from watchlist.sources.base import Ask, EventSlice, Pairs, Reply, Resume, Verdict, need_option, option
from watchlist.sources.columns import EventRows
from watchlist.sources.lenient import Num
from watchlist.sources.outcomes import told

if TYPE_CHECKING:
    from watchlist.sources.client import Client

A_PAGE = 1000
BEHIND = 64
"""How many blocks behind the head reading ends, so that no reorganisation reaches it."""


class Log(msgspec.Struct):
    """A log; numbers are hexadecimal texts."""

    topics: list[str | None] = []
    data: str = "0x"
    block_number: str = msgspec.field(name="blockNumber", default="")
    time: str = msgspec.field(name="timeStamp", default="")
    index: str = msgspec.field(name="logIndex", default="")
    transaction: str = msgspec.field(name="transactionHash", default="")


class Logs(msgspec.Struct):
    """A page; a refusal has a text in ``result``."""

    result: list[Log] | str | None = None
    status: Num = None
    message: str = ""


class Told(msgspec.Struct):
    """What every body of this interface may have."""

    status: Num = None
    message: str | None = None
    result: msgspec.Raw = msgspec.Raw(b"null")


class BlockNumber(msgspec.Struct):
    """eth_blockNumber."""

    result: str = ""


class Head(msgspec.Struct):
    """The fields of a block that are in use."""

    number: str
    timestamp: str


class Block(msgspec.Struct):
    """eth_getBlockByNumber."""

    result: Head | None = None


def judge(reply: Reply) -> Verdict | None:
    """Read ``status`` of a 200: nothing found, not yet processed, or refused with the reason in ``result``."""
    if reply.status != 200 or not reply.body.lstrip().startswith(b"{"):
        return None
    try:
        body = msgspec.json.decode(reply.body, type=Told)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    if body.status is None or str(body.status) == "1":
        return None
    text = body.message or ""
    if text.startswith("No ") and "found" in text:
        return Verdict(Outcome.EMPTY, text)
    if str(body.status) == "2":
        return Verdict(Outcome.RATE_LIMITED, "the explorer has not processed this yet", reply.now + 60 * SECOND)
    reason = bytes(body.result).strip(b'"').decode("utf-8", "replace")
    reason = text if reason in ("null", "[]", "") else reason
    if "not supported" in reason and ("chain" in reason or "plan" in reason):
        return Verdict(Outcome.PLAN_LIMIT, reason)
    if "temporarily unavailable" in reason:
        return Verdict(Outcome.RATE_LIMITED, reason, reply.now + 300 * SECOND)
    return told(reply, reason)


@dataclass(frozen=True, slots=True)
class ExplorerLogs:
    """Reads the logs of a stream at one explorer."""

    source: str
    url: str
    params: Pairs
    key: str
    key_at: str

    async def slices(self, client: Client, stream: Stream, resume: Resume) -> AsyncIterator[EventSlice]:
        """Return pages of whole blocks, oldest first, up to a safe distance from the head."""
        head = await self.head(client)
        done = 0
        at = int(resume.cursor) + 1 if resume.cursor.isdigit() else int(stream.start) if stream.start.isdigit() else 0
        begun = max((span.end for span in resume.spans), default=0)
        while at <= _hex(head.number):
            logs = await self._page(client, stream, at, _hex(head.number))
            full = len(logs) >= A_PAGE
            whole_until = _hex(logs[-1].block_number) - 1 if full else _hex(head.number)
            if full and whole_until < at:
                raise BadAnswer(
                    self.source, f"block {at} alone holds more logs than an answer: this source cannot read it"
                )
            rows = EventRows(stream.key, int(option(stream, "decimals", "0")))
            for log in logs:
                if _hex(log.block_number) <= whole_until:
                    _add(rows, stream, log)
            done += len(rows)
            end = (rows.last or begun) + 1 if full else _hex(head.timestamp) * SECOND
            end = max(end, begun)
            resume.report(done, None, "logs")
            yield EventSlice(rows.batch(), ReadSpan(begun, end, str(at), str(whole_until)), str(whole_until))
            begun, at = end, whole_until + 1

    async def head(self, client: Client) -> Head:
        """Return the block up to which reading is safe."""
        ask = Ask(
            self.source, self.url, "newest block", BlockNumber, self._asked("proxy", "eth_blockNumber"), key=self.key,
            key_at=self.key_at, endpoint="eth_blockNumber", judge=judge,
        )  # fmt: skip
        newest = _hex((await client.ask_again(ask)).need().result)
        safe = hex(max(0, newest - BEHIND))
        params = (*self._asked("proxy", "eth_getBlockByNumber"), ("tag", safe), ("boolean", "false"))
        block = Ask(
            self.source, self.url, "newest safe block", Block, params, key=self.key, key_at=self.key_at,
            endpoint="eth_getBlockByNumber", judge=judge,
        )  # fmt: skip
        found = (await client.ask_again(block)).need().result
        if found is None:
            raise BadAnswer(self.source, "the explorer does not know its own newest block")
        return found

    async def _page(self, client: Client, stream: Stream, start: int, end: int) -> list[Log]:
        address = stream.addresses[0] if stream.addresses else need_option(self.source, stream, "address")
        params = (
            *self._asked("logs", "getLogs"),
            ("address", address),
            ("topic0", need_option(self.source, stream, "topic0")),
            ("fromBlock", str(start)),
            ("toBlock", str(end)),
            ("page", "1"),
            ("offset", str(A_PAGE)),
        )
        ask = Ask(
            self.source, self.url, f"logs of {stream.key}", Logs, params, key=self.key, key_at=self.key_at,
            endpoint="getLogs", judge=judge, patience=60,
        )  # fmt: skip
        answer = await client.ask_again(ask)
        if answer.outcome is Outcome.EMPTY:
            return []
        result = answer.need().result
        if not isinstance(result, list):
            raise BadAnswer(self.source, "the answer holds no logs")
        return sorted(result, key=lambda log: (_hex(log.block_number), _hex(log.index)))

    def _asked(self, module: str, action: str) -> Pairs:
        return (*self.params, ("module", module), ("action", action))


def _add(rows: EventRows, stream: Stream, log: Log) -> None:
    at: Instant = _hex(log.time) * SECOND
    amount = _word(log, option(stream, "amount"))
    participant = _word(log, option(stream, "participant", "topic1"))
    counterparty = _word(log, option(stream, "counterparty"))
    reference = f"{log.transaction.lower()}:{_hex(log.index)}"
    rows.add(at, _name(participant), reference, _name(counterparty), int(amount, 16) if amount else None)


def _word(log: Log, place: str) -> str | None:
    """Return the 32-byte word at a place such as topic1 or data0 as hexadecimal digits."""
    kind, number = place.rstrip("0123456789"), place[len(place.rstrip("0123456789")) :]
    if not number:
        return None
    at = int(number)
    if kind == "topic":
        topic = log.topics[at] if at < len(log.topics) else None
        return topic[2:] if topic else None
    word = log.data[2 + 64 * at : 2 + 64 * (at + 1)]
    return word if kind == "data" and len(word) == 64 else None


def _name(word: str | None) -> str | None:
    """Return an address, or the whole word where it is no address."""
    if word is None:
        return None
    return f"0x{word[-40:]}".lower() if word.startswith("0" * 24) else f"0x{word}".lower()


def _hex(text: str) -> int:
    """Read a hexadecimal or decimal number; the explorers write zero as 0x."""
    try:
        return int(text, 16) if text[:2] == "0x" and len(text) > 2 else int(text or "0") if text != "0x" else 0
    except ValueError:
        raise BadAnswer("explorer", f"not a number: {text[:40]!r}") from None
