"""What a setting is: its kind, bounds and words, and how text becomes a valid value. Knows no particular setting."""

from __future__ import annotations

import math
import re
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from watchlist.domain.errors import InputError

Scalar: TypeAlias = bool | int | float | str | tuple[str, ...]
"""What a setting may hold."""

TRUE = frozenset({"true", "yes", "on", "1"})
FALSE = frozenset({"false", "no", "off", "0"})
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class Kind(StrEnum):
    """The kinds of values; each has one editor in the dialog."""

    YES_NO = "yes or no"
    WHOLE = "whole number"
    NUMBER = "number"
    TEXT = "text"
    CHOICE = "one of a list"
    CLOCK = "time of day"
    COLOUR = "colour"
    NAMES = "list of names"
    FOLDER = "folder"


class Choice(NamedTuple):
    """One value of a choice, and what it is called on the screen."""

    value: str
    title: str


class Setting(NamedTuple):
    """A setting: what it is called, what it may be, what it is at first.

    ``unit`` follows the number on the screen. ``shown_when`` names a yes-or-no setting that must be on for this one to
    count; the dialog greys it out otherwise.
    """

    key: str
    kind: Kind
    default: Scalar
    section: str
    title: str
    description: str
    low: float | None = None
    high: float | None = None
    step: float = 1
    unit: str = ""
    choices: tuple[Choice, ...] = ()
    needs_restart: bool = False
    pattern: str = ""
    shown_when: str = ""

    def check(self, value: object) -> Scalar:
        """Return the value as this setting keeps it. Raises InputError with the reason where it does not fit."""
        return _CHECKS[self.kind](self, value)

    def parse(self, text: str) -> Scalar:
        """Return the value of a text from the command line. Raises InputError."""
        text = text.strip()
        match self.kind:
            case Kind.YES_NO:
                lowered = text.casefold()
                if lowered not in TRUE | FALSE:
                    raise InputError(self.key, f"{text!r} is neither yes nor no")
                return lowered in TRUE
            case Kind.WHOLE | Kind.NUMBER:
                try:
                    number = float(text)
                except ValueError:
                    raise InputError(self.key, f"{text!r} is not a number") from None
                return self.check(int(number) if self.kind is Kind.WHOLE and number.is_integer() else number)
            case Kind.NAMES:
                return self.check([part.strip() for part in text.split(",") if part.strip()])
            case _:
                return self.check(text)

    def text(self, value: Scalar) -> str:
        """Return a value as ``parse`` reads it."""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, tuple):
            return ",".join(value)
        return str(value)

    def allowed(self) -> str:
        """Return in words what this setting takes, for help and documentation."""
        if self.choices:
            return ", ".join(choice.value or "(empty)" for choice in self.choices)
        if self.low is not None and self.high is not None:
            return f"{self.low:g} to {self.high:g}{' ' + self.unit if self.unit else ''}"
        return str(self.kind)


def _yes_no(setting: Setting, value: object) -> Scalar:
    if not isinstance(value, bool):
        raise InputError(setting.key, "must be yes or no")
    return value


def _whole(setting: Setting, value: object) -> Scalar:
    if isinstance(value, bool) or not isinstance(value, int):
        raise InputError(setting.key, "must be a whole number")
    return _bounded(setting, value)


def _number(setting: Setting, value: object) -> Scalar:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise InputError(setting.key, "must be a number")
    return _bounded(setting, float(value))


def _bounded(setting: Setting, value: float) -> float:
    if setting.low is not None and value < setting.low:
        raise InputError(setting.key, f"must be at least {setting.low:g}")
    if setting.high is not None and value > setting.high:
        raise InputError(setting.key, f"must be at most {setting.high:g}")
    return value


def _text(setting: Setting, value: object) -> Scalar:
    if not isinstance(value, str) or any(ord(letter) < 32 for letter in value):
        raise InputError(setting.key, "must be a line of text")
    if setting.pattern and value and not re.fullmatch(setting.pattern, value):
        raise InputError(setting.key, f"{value!r} does not have the expected form")
    return value


def _choice(setting: Setting, value: object) -> Scalar:
    if not isinstance(value, str) or value not in {choice.value for choice in setting.choices}:
        raise InputError(setting.key, f"must be one of {setting.allowed()}")
    return value


def _clock(setting: Setting, value: object) -> Scalar:
    if not isinstance(value, str) or not CLOCK.fullmatch(value):
        raise InputError(setting.key, "must be a time such as 07:30")
    return value


def _colour(setting: Setting, value: object) -> Scalar:
    if not isinstance(value, str) or not COLOUR.fullmatch(value):
        raise InputError(setting.key, "must be a colour such as #1a7f37")
    return value.lower()


def _names(setting: Setting, value: object) -> Scalar:
    if not isinstance(value, list | tuple):
        raise InputError(setting.key, "must be a list of names")
    names = tuple(_text(setting, one) for one in value)
    if any("," in str(name) or not str(name).strip() for name in names):
        raise InputError(setting.key, "a name is empty or holds a comma")
    return tuple(dict.fromkeys(str(name) for name in names))


_CHECKS = {
    Kind.YES_NO: _yes_no,
    Kind.WHOLE: _whole,
    Kind.NUMBER: _number,
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.CLOCK: _clock,
    Kind.COLOUR: _colour,
    Kind.NAMES: _names,
    Kind.FOLDER: _text,
}
