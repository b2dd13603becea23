"""Tables as CSV: UTF-8, UTC in ISO-8601, missing values empty, formulas harmless; plain numbers or a country's own.

Long tables are written in pieces, so that a million rows need no million rows of memory.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

import numpy as np

from watchlist.domain.series import Labels
from watchlist.exports.formulas import harmless
from watchlist.exports.table import NUMBERS, Column, Meaning, Table, instant_texts, plain_values

PIECE = 100_000
Stop = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Manner:
    """How numbers are written. ``decimal`` is the decimal mark; a comma makes the fields separated by semicolons.

    ``digits`` rounds numbers for reading; None writes every number so that reading it gives the same number.
    """

    decimal: str = "."
    digits: int | None = None

    @property
    def separator(self) -> str:
        """What stands between fields."""
        return ";" if self.decimal == "," else ","


PLAIN = Manner()


def write_csv(path: Path, table: Table, manner: Manner = PLAIN, went_on: Stop | None = None) -> None:
    """Write a table. ``went_on`` is told the rows written so far and may raise to stop. Raises OSError."""
    with path.open("w", encoding="utf-8", newline="") as target:
        write_csv_to(target, table, manner, went_on)


def csv_text(table: Table, manner: Manner = PLAIN) -> str:
    """Return a small table as CSV."""
    out = io.StringIO(newline="")
    write_csv_to(out, table, manner)
    return out.getvalue()


def write_csv_to(target: TextIO, table: Table, manner: Manner = PLAIN, went_on: Stop | None = None) -> None:
    """Write a table to an open text file."""
    writer = csv.writer(target, delimiter=manner.separator, lineterminator="\n")
    writer.writerow([harmless(column.title) for column in table.columns])
    makers = [_texts(column, manner) for column in table.columns]
    for first in range(0, len(table), PIECE):
        end = min(first + PIECE, len(table))
        writer.writerows(zip(*(make(first, end) for make in makers), strict=True))
        if went_on is not None:
            went_on(end)


def _texts(column: Column, manner: Manner) -> Callable[[int, int], list[Any]]:
    """Return what gives the fields of a stretch of a column; the csv writer leaves None empty."""
    values = column.values
    if isinstance(values, Labels):
        names = [*(harmless(str(name)) for name in values.names.tolist()), ""]
        codes = values.codes
        return lambda first, end: [names[code] for code in codes[first:end].tolist()]
    if column.meaning is Meaning.TEXT:
        return lambda first, end: [harmless(text or "") for text in plain_values(column, first, end)]
    if column.meaning is Meaning.INSTANT:
        return lambda first, end: instant_texts(np.asarray(values)[first:end])
    if column.meaning is Meaning.FLAG:
        return lambda first, end: np.where(np.asarray(values)[first:end], "1", "0").tolist()
    if column.meaning in NUMBERS and (manner.decimal != "." or manner.digits is not None):
        return lambda first, end: list(_local(plain_values(column, first, end), manner))
    return lambda first, end: plain_values(column, first, end)


def _local(values: list[float | None], manner: Manner) -> Iterator[str]:
    for value in values:
        if value is None:
            yield ""
            continue
        text = repr(value) if manner.digits is None else f"{value:.{manner.digits}f}"
        yield text.replace(".", manner.decimal)
