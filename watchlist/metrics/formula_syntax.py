"""Reads the text of a user's formula into a tree, with the place of every part; knows nothing of numbers or metrics.

    sum     = product { ("+" | "-") product }
    product = signed { ("*" | "/" | "×" | "÷") signed }
    signed  = ("-" | "+") signed | power
    power   = atom [ ("^" | "**") signed ]
    atom    = number [ "%" ] | metric | "{" metric "}" | function "(" sum { "," sum } ")" | "(" sum ")"

A metric is a selector: retention.w4, retention.w4@contributor, retention.w4@stream:og.nodes+filtered. Must never
evaluate text by any other means than this grammar.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NoReturn, TypeAlias

from watchlist.domain.errors import InputError

LONGEST = 500
DEEPEST = 40
FIELD = "formula"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as typed."""

    value: float
    at: int


@dataclass(frozen=True, slots=True)
class Name:
    """A metric's selector."""

    selector: str
    at: int


@dataclass(frozen=True, slots=True)
class Sign:
    """Minus something."""

    of: Node
    at: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two parts joined by ``+ - * / ^``."""

    sign: str
    left: Node
    right: Node
    at: int


@dataclass(frozen=True, slots=True)
class Applied:
    """A function of parts."""

    function: str
    parts: tuple[Node, ...]
    at: int


Node: TypeAlias = "Number | Name | Sign | Pair | Applied"

_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)"
    r"|(?P<name>[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*(?:@(?:stream:[A-Za-z0-9_.]+|[a-z]+))?(?:\+(?:raw|filtered)\b)?)"
    r"|\{(?P<braced>[^{}]*)\}"
    r"|(?P<sign>\*\*|[-+*/×÷^(),%−])"
)
_SAME = {"×": "*", "÷": "/", "**": "^", "−": "-"}


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    at: int


def wrong(reason: str, at: int) -> NoReturn:
    """Raise InputError with the place in the text, counted from 1."""
    raise InputError(FIELD, f"{reason} (at character {at + 1})")


def _tokens(text: str) -> list[_Token]:
    tokens = []
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        if found is None:
            wrong(f"“{text[at]}” has no meaning here", at)
        kind = str(found.lastgroup)
        if kind == "number" and text[found.end() : found.end() + 1].isalpha():
            wrong(f"“{text[at : found.end() + 1]}…” is neither a number nor a metric", at)
        if kind == "braced":
            tokens.append(_Token("name", found["braced"].strip(), at))
        elif kind != "space":
            tokens.append(_Token(kind, _SAME.get(found[0], found[0]), at))
        at = found.end()
    return [*tokens, _Token("end", "the end", len(text))]


def parse(text: str) -> Node:
    """Return the tree of a formula. Raises InputError that names the place."""
    if not text.strip():
        wrong("a formula is missing", 0)
    if len(text) > LONGEST:
        wrong(f"a formula has {LONGEST} characters at most", LONGEST)
    reader = _Reader(_tokens(text))
    tree = reader.sum(0)
    if reader.here.kind != "end":
        wrong(f"an operator is missing before “{reader.here.text}”", reader.here.at)
    return tree


class _Reader:
    """Walks over the tokens once, from left to right."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._place = 0

    @property
    def here(self) -> _Token:
        return self._tokens[self._place]

    def _take(self) -> _Token:
        token = self.here
        self._place += 1
        return token

    def _is(self, *signs: str) -> bool:
        return self.here.kind == "sign" and self.here.text in signs

    def sum(self, depth: int) -> Node:
        """Read parts joined by plus and minus."""
        if depth > DEEPEST:
            wrong(f"more than {DEEPEST} levels within each other", self.here.at)
        left = self._product(depth)
        while self._is("+", "-"):
            sign = self._take()
            left = Pair(sign.text, left, self._product(depth), sign.at)
        return left

    def _product(self, depth: int) -> Node:
        left = self._signed(depth)
        while self._is("*", "/"):
            sign = self._take()
            left = Pair(sign.text, left, self._signed(depth), sign.at)
        return left

    def _signed(self, depth: int) -> Node:
        if depth > DEEPEST:
            wrong(f"more than {DEEPEST} levels within each other", self.here.at)
        if self._is("-", "+"):
            sign = self._take()
            of = self._signed(depth + 1)
            return Sign(of, sign.at) if sign.text == "-" else of
        return self._power(depth)

    def _power(self, depth: int) -> Node:
        base = self._atom(depth)
        if self._is("^"):
            sign = self._take()
            return Pair("^", base, self._signed(depth + 1), sign.at)
        return base

    def _atom(self, depth: int) -> Node:
        token = self._take()
        if token.kind == "number":
            if self._is("%"):
                self._take()
                return Number(float(token.text) / 100.0, token.at)
            return Number(float(token.text), token.at)
        if token.kind == "name":
            if self._is("("):
                return self._applied(token, depth)
            return Name(token.text, token.at)
        if token.kind == "sign" and token.text == "(":
            inside = self.sum(depth + 1)
            self._close(token)
            return inside
        if token.kind == "end":
            wrong("something is missing at the end", token.at)
        wrong(f"a number or a metric is missing before “{token.text}”", token.at)

    def _applied(self, name: _Token, depth: int) -> Node:
        opened = self._take()
        parts = [self.sum(depth + 1)]
        while self._is(","):
            self._take()
            parts.append(self.sum(depth + 1))
        self._close(opened)
        return Applied(name.text, tuple(parts), name.at)

    def _close(self, opened: _Token) -> None:
        if not self._is(")"):
            wrong("the bracket that opens here is not closed", opened.at)
        self._take()
