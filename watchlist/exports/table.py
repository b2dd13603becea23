"""What every table export is given: columns of one length, each knowing what its values mean. Writes nothing.

Missing is NaN in numbers, ``NO_VALUE`` in whole numbers and instants, None in texts; every format leaves it empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ints
from watchlist.domain.instants import SECOND, Instant, iso
from watchlist.domain.series import Labels

NO_VALUE = int(np.iinfo(np.int64).min)
"""Marks a missing whole number or instant."""

Values: TypeAlias = "Floats | Ints | Flags | Labels | Sequence[str | None]"


class Meaning(StrEnum):
    """What the values of a column are; the text stands in the documented JSON."""

    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"
    MONEY = "money"
    WHOLE = "whole"
    INSTANT = "instant"
    FLAG = "flag"


NUMBERS = frozenset({Meaning.NUMBER, Meaning.SHARE, Meaning.MONEY})


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One column: a stable key, the title that a person reads, what it means, and its values."""

    key: str
    title: str
    meaning: Meaning
    values: Values

    def __len__(self) -> int:
        return len(self.values.codes) if isinstance(self.values, Labels) else len(self.values)


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Columns of one length under a name."""

    name: str
    columns: tuple[Column, ...]

    def __post_init__(self) -> None:
        if len({len(column) for column in self.columns}) > 1:
            raise ValueError("columns of different lengths")

    def __len__(self) -> int:
        return len(self.columns[0]) if self.columns else 0


@dataclass(frozen=True, slots=True, eq=False)
class Book:
    """Tables that leave the program together, with what a reader has to know about them.

    ``as_of`` is the instant of the data's reading; ``simulated`` is true where any row is; ``notes`` are sentences
    (sources, attributions, warnings).
    """

    title: str
    tables: tuple[Table, ...]
    as_of: Instant
    program: str
    simulated: bool = False
    notes: tuple[str, ...] = ()


def plain_values(column: Column, first: int = 0, end: int | None = None) -> list[Any]:
    """Return values as plain Python ones, None where missing; instants stay microseconds."""
    values = column.values
    part = slice(first, end)
    if isinstance(values, Labels):
        names = [*values.names.tolist(), None]
        return [names[code] for code in values.codes[part].tolist()]
    if not isinstance(values, np.ndarray):
        return list(values[part])
    chosen = values[part]
    if chosen.dtype == np.bool_:
        flags: list[Any] = chosen.tolist()
        return flags
    missing = ~np.isfinite(chosen) if chosen.dtype == np.float64 else chosen == NO_VALUE
    count = int(np.count_nonzero(missing))
    if count == len(chosen):
        return [None] * count
    found: list[Any] = chosen.tolist()
    if count:
        for at in np.flatnonzero(missing).tolist():
            found[at] = None
    return found


def instant_texts(instants: Ints) -> list[str]:
    """Return instants as ISO-8601 text in UTC, empty where missing."""
    missing = instants == NO_VALUE
    seconds, rest = np.divmod(np.where(missing, 0, instants), SECOND)
    texts: list[str] = np.char.add(np.datetime_as_string(seconds.astype("datetime64[s]")), "Z").tolist()
    for at in np.flatnonzero(missing | (rest != 0)).tolist():
        texts[at] = "" if missing[at] else iso(int(instants[at]))
    return texts
