"""A rule as data: what is watched, when it is true, how often it may fire, and what happens without data.

Rules are read from and written to plain JSON that a person can read. Holds no evaluation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple, TypeAlias

import msgspec

from watchlist.alerts.conditions import CONDITIONS
from watchlist.domain.errors import InputError
from watchlist.domain.instants import Instant
from watchlist.domain.periods import Grain


class OperandKind(StrEnum):
    """What a condition looks at."""

    METRIC = "metric"
    FORMULA = "formula"
    AGE = "age"
    SOURCE = "source"


class Policy(StrEnum):
    """What a rule does when there is no number to look at."""

    KEEP = "keep"
    ALERT = "alert"
    NORMAL = "normal"


class Repeat(StrEnum):
    """How often a rule that stays true fires."""

    ONCE = "once"
    PER_PERIOD = "per period"
    EVERY = "every time"


class Operand(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A metric selector, a formula over metrics, the age of a series or stream in days, or a source's state.

    A source counts 0 while it works and 1 while its newest outcome is a failure. The age of ``any`` is that of the
    series or stream that is silent for longest.
    """

    kind: OperandKind = OperandKind.METRIC
    text: str = ""


class Test(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, tag="test"):
    """One condition on one operand; ``numbers`` are the parameters of the condition by name."""

    operand: Operand
    condition: str
    numbers: dict[str, float] = {}


class All(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="all"):
    """True while every part is true."""

    parts: tuple[Node, ...]


class Any(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="any"):
    """True while at least one part is true."""

    parts: tuple[Node, ...]


class Not(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="not"):
    """True while its part is known to be false; unknown stays unknown."""

    part: Node


class Then(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag="then"):
    """True when ``second`` becomes true within ``days`` after ``first`` was true."""

    first: Node
    second: Node
    days: int


Node: TypeAlias = Test | All | Any | Not | Then


class Subject(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Whom a rule watches: one network, or every member of a list (a smart list's members are followed live)."""

    network: str = ""
    list_id: str = ""


class Timing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """When a rule looks and how often it may speak.

    ``hold`` is for how many periods in a row it must be true; ``recovery`` the level at which it counts as over
    (hysteresis; None: as soon as it is not true); ``keep_firing`` how many periods it stays firing after that.
    """

    grain: Grain = Grain.DAY
    closed_only: bool = True
    hold: int = 1
    recovery: float | None = None
    keep_firing: int = 0
    repeat: Repeat = Repeat.EVERY
    cooldown_hours: float = 0.0
    expires: Instant | None = None
    active_from: str = ""
    active_to: str = ""
    noisy_after: int = 10
    noisy_days: int = 7


class Guards(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a value must have before a rule believes it, and what to do without one."""

    least_n: int = 20
    least_history: int = 0
    stale_days: int = 0
    no_data: Policy = Policy.KEEP
    error: Policy = Policy.KEEP
    stale: Policy = Policy.KEEP


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One alert rule of the user."""

    id: str
    title: str
    subject: Subject
    when: Node
    timing: Timing = Timing()
    guards: Guards = Guards()
    channels: tuple[str, ...] = ("desktop",)
    group: str = ""
    severity: str = "normal"
    enabled: bool = True
    note: str = ""
    created: Instant = 0


def tests_of(node: Node) -> tuple[Test, ...]:
    """Return every test of a tree, in reading order."""
    if isinstance(node, Test):
        return (node,)
    if isinstance(node, Not):
        return tests_of(node.part)
    if isinstance(node, Then):
        return (*tests_of(node.first), *tests_of(node.second))
    return tuple(test for part in node.parts for test in tests_of(part))


def rules_to_text(rules: tuple[Rule, ...]) -> str:
    """Return rules as one readable file."""
    return msgspec.json.format(msgspec.json.encode({"watchlist_rules": 1, "rules": rules}), indent=2).decode()


def rules_from_text(text: str) -> tuple[Rule, ...]:
    """Read a file of rules, or of a single one. Raises InputError that names the place."""
    try:
        plain = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        raise InputError("file", f"is no file of rules: {error}") from error
    if not isinstance(plain, dict):
        raise InputError("file", "is no file of rules")
    entries = plain.get("rules", [plain] if "when" in plain else None)
    if not isinstance(entries, list):
        raise InputError("file", "holds no rules")
    return tuple(from_plain(entry) for entry in entries)


def to_text(rule: Rule) -> str:
    """Return a rule as indented JSON."""
    return msgspec.json.format(msgspec.json.encode(rule), indent=2).decode()


def to_plain(rule: Rule) -> dict[str, object]:
    """Return a rule as plain values for a document."""
    plain: dict[str, object] = msgspec.to_builtins(rule)
    return plain


def from_text(text: str) -> Rule:
    """Read a rule. Raises InputError that names the place."""
    try:
        return checked(msgspec.json.decode(text, type=Rule))
    except msgspec.DecodeError as error:
        raise InputError("rule", str(error)) from error


def from_plain(plain: object) -> Rule:
    """Read a rule from plain values. Raises InputError that names the place."""
    try:
        return checked(msgspec.convert(plain, type=Rule))
    except msgspec.ValidationError as error:
        raise InputError("rule", str(error)) from error


def checked(rule: Rule) -> Rule:
    """Return the rule if it can be evaluated. Raises InputError with the field that cannot."""
    if not rule.id:
        raise InputError("id", "a rule needs an id")
    if not rule.title.strip():
        raise InputError("title", "a rule needs a name")
    if bool(rule.subject.network) == bool(rule.subject.list_id):
        raise InputError("subject", "a rule watches one network or one list")
    if rule.timing.hold < 1:
        raise InputError("hold", "a rule must be true for at least 1 period")
    if rule.timing.keep_firing < 0 or rule.timing.cooldown_hours < 0:
        raise InputError("timing", "a time cannot be negative")
    for name, clock in (("active_from", rule.timing.active_from), ("active_to", rule.timing.active_to)):
        if clock and not _is_clock(clock):
            raise InputError(name, "write a time as 08:30")
    if bool(rule.timing.active_from) != bool(rule.timing.active_to):
        raise InputError("active_to", "active hours need a beginning and an end")
    _check_node(rule.when)
    if not rule.subject.list_id and any(test.condition == "rank_changes" for test in tests_of(rule.when)):
        raise InputError("condition", "a rank needs a list: choose a list instead of one network")
    return rule


def version_of(rule: Rule) -> str:
    """Return a short text that differs where a rule waits for something else; title and channels do not count."""
    said = msgspec.json.encode((rule.when, rule.timing, rule.guards))
    return hashlib.blake2b(said, digest_size=6).hexdigest()


def grains_of(rule: Rule) -> str:
    """Return the rule's period in words."""
    return {Grain.DAY: "day", Grain.WEEK: "week", Grain.MONTH: "month", Grain.ROLLING_28: "day"}[rule.timing.grain]


class Words(NamedTuple):
    """How operands and their values are written: a metric's title, and a share as per cent."""

    operand: Callable[[Operand], str]
    number: Callable[[Operand, float], str]
    all_of: str = " and "
    any_of: str = " or "
    not_so: str = "not ({part})"
    then: str = "{first}, then within {days} days {second}"


PLAIN = Words(lambda operand: operand.text, lambda _operand, value: f"{value:g}")
"""Selectors and numbers as they are."""


def sentence(node: Node, words: Words = PLAIN) -> str:
    """Return what a tree waits for as one plain sentence."""
    if isinstance(node, Test):
        return sentence_of_test(node, words)
    if isinstance(node, Not):
        return words.not_so.format(part=sentence(node.part, words))
    if isinstance(node, Then):
        return words.then.format(first=sentence(node.first, words), second=sentence(node.second, words), days=node.days)
    joint = words.all_of if isinstance(node, All) else words.any_of
    parts = [sentence(part, words) for part in node.parts]
    nested = [
        f"({text})" if isinstance(part, All | Any | Then) else text
        for part, text in zip(node.parts, parts, strict=True)
    ]
    return joint.join(nested)


def sentence_of_test(test: Test, words: Words) -> str:
    """Return what one test waits for."""
    condition = CONDITIONS[test.condition]
    said: dict[str, str] = {}
    for parameter in condition.parameters:
        value = test.numbers.get(parameter.name, parameter.default)
        if value is None:
            said[parameter.name] = "?"
        elif parameter.unit == "of the metric":
            said[parameter.name] = words.number(test.operand, value)
        else:
            said[parameter.name] = f"{value:g}"
    return condition.sentence.format(operand=words.operand(test.operand), **said)


def _is_clock(text: str) -> bool:
    hour, colon, minute = text.partition(":")
    return (
        bool(colon) and len(minute) == 2 and hour.isdigit() and minute.isdigit() and int(hour) < 24 and int(minute) < 60
    )


def _check_node(node: Node) -> None:
    if isinstance(node, Test):
        _check_test(node)
    elif isinstance(node, Not):
        _check_node(node.part)
    elif isinstance(node, Then):
        if node.days < 1:
            raise InputError("days", "must be at least 1")
        _check_node(node.first)
        _check_node(node.second)
    else:
        if not node.parts:
            raise InputError("when", "a group needs at least one condition")
        for part in node.parts:
            _check_node(part)


def _check_test(test: Test) -> None:
    condition = CONDITIONS.get(test.condition)
    if condition is None:
        raise InputError("condition", f"there is no condition called {test.condition!r}")
    if not test.operand.text:
        raise InputError("operand", "choose what to watch")
    for parameter in condition.parameters:
        value = test.numbers.get(parameter.name, parameter.default)
        if value is None or value != value:
            raise InputError(parameter.name, f"{parameter.title.lower()} is missing")
        if parameter.least is not None and value < parameter.least:
            raise InputError(parameter.name, f"must be at least {parameter.least:g}")
        if parameter.most is not None and value > parameter.most:
            raise InputError(parameter.name, f"must be at most {parameter.most:g}")
        if parameter.whole and value != int(value):
            raise InputError(parameter.name, "must be a whole number")
    unknown = set(test.numbers) - {parameter.name for parameter in condition.parameters}
    if unknown:
        raise InputError(min(unknown), f"is not a number of the condition {condition.title!r}")
    if {"low", "high"} <= set(test.numbers) and test.numbers["low"] >= test.numbers["high"]:
        raise InputError("low", "the lower edge must be below the upper one")


def with_number(node: Node, place: int, name: str, value: float) -> Node:
    """Return a tree in which one number of the test at a place (in reading order) is another one."""
    if isinstance(node, Test):
        return msgspec.structs.replace(node, numbers={**node.numbers, name: value}) if place == 0 else node
    if isinstance(node, Not):
        return Not(with_number(node.part, place, name, value))
    if isinstance(node, Then):
        behind = place - len(tests_of(node.first))
        return Then(
            with_number(node.first, place, name, value), with_number(node.second, behind, name, value), node.days
        )
    parts: list[Node] = []
    for part in node.parts:
        parts.append(with_number(part, place, name, value))
        place -= len(tests_of(part))
    return type(node)(tuple(parts))
