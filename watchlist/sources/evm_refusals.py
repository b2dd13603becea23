"""What a chain node means when it refuses: recognised by the idea in its words, never by its codes. Pure.

Wordings differ per provider and change. A text that fits nothing is UNKNOWN, which is safe: the reader halves once or
twice and then tries another node. A range that a node suggests is a hint, used only where it is strictly smaller.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Refusal(StrEnum):
    """What can be done about a refusal."""

    RANGE = "asked for too much at once"
    RATE = "asked too often"
    HEAD = "beyond the newest block"
    HISTORY = "the node does not keep that history"
    METHOD = "the node does not know this call"
    AUTH = "the node wants a key"
    BATCH = "the node takes no batches"
    UNKNOWN = "refused"


_IDEAS: tuple[tuple[Refusal, tuple[str, ...]], ...] = (
    (
        Refusal.HEAD,
        (
            r"beyond (the )?(current )?head",
            r"(after|beyond|greater than|past|above).{0,30}(latest|head|last accepted)",
            r"future block",
            r"block ?out ?of ?range",
            r"invalid block range params",
            r"not yet (available|produced|mined)",
            r"range exceeds (the )?head",
        ),
    ),
    (
        Refusal.HISTORY,
        (
            r"missing trie node",
            r"no state available",
            r"(historical|old|ancient).{0,20}(state|data|block)",
            r"pruned",
            r"archive (node|data|request|mode|access)",
            r"header not found",
            r"state.{0,20}not available",
            r"before (the )?(earliest|oldest|first available)",
        ),
    ),
    (
        Refusal.BATCH,
        (
            r"batch.{0,40}(not|un)\s?(supported|allowed|enabled)",
            r"(too (large|many|big)|limit|maximum|max).{0,20}batch",
            r"batch.{0,20}(too (large|many|big)|limit|size|exceed|maximum|max)",
        ),
    ),
    (
        Refusal.RATE,
        (
            r"rate.?limit",
            r"too many requests",
            r"requests? (per|in a) (second|minute|day)",
            r"throughput|throttl|compute units|quota|slow down|capacity limit|out of cu\b|try again in",
            r"request (count|limit)",
            r"exceeded.{0,20}(capacity|credits|plan)",
            r"(daily|monthly) (limit|request)",
        ),
    ),
    (
        Refusal.RANGE,
        (
            r"\brange\b|distance|narrow|reduce|smaller|backend|resource|busy|cancell?ed|out of memory|over ?load",
            r"blocks? (count|span)",
            r"too (large|many|big|wide|high|long)",
            r"(more|greater|larger|bigger) than",
            r"(results?|logs|events|entries)\b.{0,60}(limit|exceed|max|cap)",
            r"(limit|exceed\w*|max\w*|cap|up to).{0,40}(results?|logs|blocks?|size|response|events|entries)",
            r"response.{0,30}(size|large|big|exceed)",
            r"time(d)? ?-?out|deadline|took too long",
            r"query (is )?(too )?(complex|heavy)",
        ),
    ),
    (
        Refusal.METHOD,
        (
            r"method.{0,60}not (found|supported|available|allowed|whitelisted)",
            r"method.{0,60}(unsupported|does not exist|disabled|blocked)",
            r"(unsupported|unknown|invalid) method",
            r"unknown rpc",
        ),
    ),
    (
        Refusal.AUTH,
        (
            r"unauthori[sz]ed|forbidden|api.?key|authenticat|project id|payment required",
            r"access (token|denied)|not allowed to access|paid (tier|plan)",
            r"invalid (token|key)",
        ),
    ),
)
_PATTERNS = tuple((kind, re.compile("|".join(ideas), re.IGNORECASE)) for kind, ideas in _IDEAS)
_METHOD_CODE = -32601
_PAIR = re.compile(r"\[\s*(0x[0-9a-fA-F]+|\d+)\s*,\s*(0x[0-9a-fA-F]+|\d+)\s*\]")
_LIMIT = re.compile(
    r"(?:max\w*|limit\w*|up to|distance|exceed\w*)\D{0,40}?(\d[\d,_]*)|(\d[\d,_]*)[ -]+(?:blocks?|range)\b",
    re.IGNORECASE,
)
_OF_BLOCKS = re.compile(r"block|range|distance", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Refused:
    """A refusal: what it means, the node's own words, and the number of blocks that it hints at (0 is none)."""

    kind: Refusal
    text: str
    hint: int = 0


def words(error: Any, depth: int = 0) -> Iterable[str]:
    """Yield every text inside an error, the message first."""
    if isinstance(error, str):
        yield error
    elif isinstance(error, dict) and depth < 5:
        for key in sorted(error, key=lambda name: (name != "message", name)):
            yield from words(error[key], depth + 1)
    elif isinstance(error, list) and depth < 5:
        for item in error[:8]:
            yield from words(item, depth + 1)


def understood(error: Any, status: int = 200, first: int = 0, last: int = 0) -> Refused:
    """Return what an error means to somebody who asked for blocks ``first`` to ``last``."""
    text = " · ".join(dict.fromkeys(part.strip() for part in words(error) if part.strip()))[:600]
    kind = _kind(error, text, status)
    hint = _hint(text, first, last) if kind is Refusal.RANGE else 0
    return Refused(kind, text or f"HTTP {status}", hint)


def _kind(error: Any, text: str, status: int) -> Refusal:
    for kind, pattern in _PATTERNS:
        if pattern.search(text):
            return kind
    if isinstance(error, dict) and error.get("code") == _METHOD_CODE:
        return Refusal.METHOD
    if status == 413:
        return Refusal.RANGE
    if status == 429:
        return Refusal.RATE
    if status in (401, 403):
        return Refusal.AUTH
    return Refusal.UNKNOWN


def _number(text: str) -> int:
    return int(text, 16) if text.startswith("0x") else int(text.replace(",", "").replace("_", ""))


def _hint(text: str, first: int, last: int) -> int:
    """Return a number of blocks below the one asked for; 0 where the node names none that helps."""
    asked = last - first + 1
    if not _OF_BLOCKS.search(text):
        return 0  # a number of results is no number of blocks
    for low, high in _PAIR.findall(text):
        start, end = _number(low), _number(high)
        if start == first and first <= end < last:
            return end - start + 1
    sizes = [_number(one or other) for one, other in _LIMIT.findall(_PAIR.sub(" ", text))]
    return max((size for size in sizes if 1 <= size < asked), default=0)
