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
from watchlist.domain.instants import Instant, iso
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
    found: list[Any] = chosen.tolist()
    if chosen.dtype == np.float64:
        for at in np.flatnonzero(~np.isfinite(chosen)).tolist():
            found[at] = None
    elif chosen.dtype == np.int64:
        for at in np.flatnonzero(chosen == NO_VALUE).tolist():
            found[at] = None
    return found


def instant_texts(instants: Ints) -> list[str]:
    """Return instants as ISO-8601 text in UTC, empty where missing; each distinct one is written once."""
    distinct, places = np.unique(instants, return_inverse=True)
    texts = ["" if one == NO_VALUE else iso(one) for one in distinct.tolist()]
    return [texts[place] for place in places.tolist()]
