"""Solidity event and function signatures: topics, selectors, and where in a log each argument stands. Pure.

Topics are computed, never typed in. An argument is read straight from its word, text and bytes from behind their
offset; lists and tuples are no participant and no amount, so that the big decoders (0.6 s to import) are not needed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from watchlist.domain.errors import InputError

WORD = 64
"""Hex digits of a word."""

_NAME = re.compile(r"\s*(?:event\s+|function\s+)?([A-Za-z_$][\w$]*)\s*\((.*)\)\s*;?\s*$", re.DOTALL)
_TYPE = re.compile(r"(address|bool|string|bytes([1-9]|[12]\d|3[0-2])?|u?int(\d{1,3})?)((?:\[\d*\])*)$")
_TOPIC = re.compile(r"0x[0-9a-f]{64}$")


def keccak(text: bytes) -> bytes:
    """Return the Keccak-256 hash."""
    from eth_hash.auto import keccak as choose  # noqa: PLC0415 - looks for its backend among all installed packages

    return choose(text)


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument: its canonical type, its name and whether it is a topic."""

    name: str
    type: str
    indexed: bool

    @property
    def dynamic(self) -> bool:
        """Whether the value stands behind an offset."""
        return is_dynamic(self.type)


@dataclass(frozen=True, slots=True)
class Signature:
    """An event or function as parsed."""

    name: str
    arguments: tuple[Argument, ...]

    @property
    def canonical(self) -> str:
        """The text that is hashed."""
        return f"{self.name}({','.join(argument.type for argument in self.arguments)})"

    @property
    def topic(self) -> str:
        """The first topic of the event's logs."""
        return "0x" + keccak(self.canonical.encode()).hex()

    @property
    def selector(self) -> str:
        """The first four bytes of a call."""
        return self.topic[:10]

    def index(self, name: str) -> int:
        """Return the place of an argument. Raises InputError where there is none of the name."""
        for place, argument in enumerate(self.arguments):
            if argument.name == name:
                return place
        raise InputError("signature", f"{self.name} has no argument {name!r}")


def split_list(text: str) -> list[str]:
    """Split at commas that stand outside of brackets."""
    parts, depth, start = [], 0, 0
    for place, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if depth < 0:
            raise InputError("signature", "a bracket is closed that was not opened")
        if letter == "," and depth == 0:
            parts.append(text[start:place])
            start = place + 1
    if depth:
        raise InputError("signature", "a bracket is not closed")
    return [*parts, text[start:]] if text.strip() else []


def _argument(text: str) -> Argument:
    text = text.strip()
    if text.startswith("("):
        end = text.rindex(")")
        inner = ",".join(_argument(part).type for part in split_list(text[1:end]))
        suffix, *words = text[end + 1 :].split() or [""]
        if not re.fullmatch(r"(\[\d*\])*", suffix):
            words, suffix = [suffix, *words], ""
        kind = f"({inner}){suffix}"
    else:
        first, *words = text.split() or [""]
        if first == "tuple" or not _TYPE.match(first):
            raise InputError("signature", f"{first or 'nothing'!r} is no type")
        kind = re.sub(r"^(u?int)(?=\[|$)", r"\g<1>256", first)
    indexed = any(word in {"indexed", "idx"} for word in words)
    names = [word for word in words if word not in {"indexed", "idx", "memory", "calldata"}]
    return Argument(names[-1] if names else "", kind, indexed)


@lru_cache(maxsize=512)
def parse(text: str) -> Signature:
    """Parse ``Transfer(address indexed from, address indexed to, uint256 value)``, nested tuples included.

    Raises InputError("signature", …) where the text is none.
    """
    found = _NAME.match(text)
    if not found:
        raise InputError("signature", f"{text[:60]!r} is not of the form Name(type name, …)")
    return Signature(found[1], tuple(_argument(part) for part in split_list(found[2])))


def is_topic(text: str) -> bool:
    """Return whether a text is a topic rather than a signature."""
    return bool(_TOPIC.match(text))


def is_dynamic(kind: str) -> bool:
    """Return whether a type is dynamic."""
    if kind in {"string", "bytes"} or kind.endswith("[]"):
        return True
    if kind.endswith("]"):
        return is_dynamic(kind[: kind.rindex("[")])
    return kind.startswith("(") and any(is_dynamic(part) for part in split_list(kind[1:-1]))


def words_of(kind: str) -> int:
    """Return how many words a type takes in the head."""
    if is_dynamic(kind):
        return 1
    if kind.endswith("]"):
        at = kind.rindex("[")
        return words_of(kind[:at]) * int(kind[at + 1 : -1])
    if kind.startswith("("):
        return sum(words_of(part) for part in split_list(kind[1:-1]))
    return 1


def value_of(kind: str, word: str) -> str | int:
    """Return the value of a static type from its 64 hex digits: addresses and bytes as text, numbers as integers."""
    if kind == "address":
        return "0x" + word[24:]
    if kind.startswith("uint") or kind == "bool":
        return int(word, 16)
    if kind.startswith("int"):
        number = int(word, 16)
        return number - (1 << 256) if number >> 255 else number
    if kind.startswith("bytes"):
        return "0x" + word[: 2 * int(kind[5:] or 32)]
    raise InputError("signature", f"{kind} does not fit one word")


def reader(signature: Signature, name: str) -> Callable[[list[str], str], str | int]:
    """Return a function from (topics, data) to the value of an argument. Raises InputError for an unknown name.

    The function raises ValueError or IndexError on a log that does not hold the argument. An indexed text or list is
    only there as its hash, which is returned.
    """
    place = signature.index(name)
    argument = signature.arguments[place]
    if argument.indexed:
        at = 1 + sum(other.indexed for other in signature.arguments[:place])
        kind = "bytes32" if argument.dynamic or words_of(argument.type) > 1 else argument.type
        if kind == "address":
            return lambda topics, _data: "0x" + topics[at][26:]
        return lambda topics, _data: value_of(kind, topics[at][2:])
    inside = [other for other in signature.arguments if not other.indexed]
    if argument.type not in ("string", "bytes") and (argument.dynamic or words_of(argument.type) > 1):
        raise InputError("signature", f"{name} is a {argument.type}: neither a participant nor an amount")
    start = 2 + WORD * sum(words_of(other.type) for other in inside[: inside.index(argument)])
    end = start + WORD
    if argument.dynamic:
        return lambda _topics, data: _behind(argument.type, data, 2 + 2 * int(_word(data, start, end), 16))
    if argument.type.startswith("uint"):
        return lambda _topics, data: int(_word(data, start, end), 16)
    return lambda _topics, data: value_of(argument.type, _word(data, start, end))


def _word(data: str, start: int, end: int) -> str:
    if len(data) < end:
        raise ValueError("the log's data is too short")
    return data[start:end]


def _behind(kind: str, data: str, at: int) -> str:
    """Return a text, or bytes as hexadecimal text, whose length stands at a place of the data."""
    length = 2 * int(data[at : at + WORD], 16)
    content = data[at + WORD : at + WORD + length]
    if len(content) != length:
        raise ValueError("the log's data is too short")
    return bytes.fromhex(content).decode("utf-8", "replace") if kind == "string" else "0x" + content


def call_data(text: str, *words: int | str) -> str:
    """Return the data of a call whose arguments are all one word: numbers, or addresses as text."""
    numbers = [word if isinstance(word, int) else int(word, 16) for word in words]
    return parse(text).selector + "".join(f"{number % (1 << 256):064x}" for number in numbers)


def read_text(data: str) -> str:
    """Return the text that a call answered, be it a string or, as old tokens do, 32 bytes padded with zeros."""
    raw = bytes.fromhex(data.removeprefix("0x"))
    if len(raw) == 32:
        return raw.rstrip(b"\0").decode("utf-8", "replace")
    length = int.from_bytes(raw[32:64], "big") if len(raw) >= 64 else 0
    return raw[64 : 64 + min(length, 256)].decode("utf-8", "replace")


def checksummed(address: str) -> str:
    """Return an address in mixed case (EIP-55). Raises InputError for what is none."""
    plain = address.removeprefix("0x").lower()
    if not re.fullmatch(r"[0-9a-f]{40}", plain):
        raise InputError("address", f"{address!r} is no address of 20 bytes")
    digest = keccak(plain.encode()).hex()
    return "0x" + "".join(
        letter.upper() if int(nibble, 16) >= 8 else letter for letter, nibble in zip(plain, digest, strict=False)
    )
