"""Tables as an XLSX workbook: real dates, number formats, one sheet per table, and a sheet that says what it is.

Texts are written as texts whatever they begin with; no formula, link or macro ever gets in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import xlsxwriter

from watchlist.domain.errors import InputError
from watchlist.domain.instants import datetime_of, iso
from watchlist.exports.table import Book, Column, Meaning, Table, plain_values

if TYPE_CHECKING:
    from watchlist.domain.instants import Instant

MOST_ROWS = 1_048_575
MOST_LETTERS = 32_767
FIRST_DATE = -2_208_988_800_000_000
"""1900-01-01: a spreadsheet knows no earlier day."""

FORMATS: dict[Meaning, dict[str, str]] = {
    Meaning.TEXT: {"num_format": "@"},
    Meaning.NUMBER: {"num_format": "General"},
    Meaning.SHARE: {"num_format": "0.0%"},
    Meaning.MONEY: {"num_format": "#,##0.00######"},
    Meaning.WHOLE: {"num_format": "#,##0"},
    Meaning.INSTANT: {"num_format": "yyyy-mm-dd hh:mm:ss"},
    Meaning.FLAG: {"num_format": "General"},
}
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


def write_xlsx(path: Path, book: Book) -> None:
    """Write a book. Raises InputError where a table has more rows than a sheet can hold, OSError."""
    for table in book.tables:
        if len(table) > MOST_ROWS:
            raise InputError("form", f"a sheet holds {MOST_ROWS:,} rows, {table.name} has {len(table):,}; use CSV")
    try:
        made = xlsxwriter.Workbook(str(path), _OPTIONS)
        moment = datetime_of(book.as_of).replace(tzinfo=None)
        made.set_properties({"title": book.title, "author": book.program, "created": moment})
        formats = {meaning: made.add_format(one) for meaning, one in FORMATS.items()}
        head = made.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        names = _sheet_names([table.name for table in book.tables])
        for table, name in zip(book.tables, names, strict=True):
            _sheet(made.add_worksheet(name), table, formats, head)
        _about(made.add_worksheet(_free("About", names)), book, head)
        made.close()
    except xlsxwriter.exceptions.FileCreateError as error:
        raise error.args[0] if error.args and isinstance(error.args[0], OSError) else OSError(str(error)) from error


def _sheet(sheet: Any, table: Table, formats: dict[Meaning, Any], head: Any) -> None:
    sheet.freeze_panes(1, 1)
    for at, column in enumerate(table.columns):
        sheet.set_column(at, at, _width(column), formats[column.meaning])
    for at, column in enumerate(table.columns):
        sheet.write_string(0, at, column.title, head)
    writers = [_writer(sheet, column.meaning, formats[column.meaning]) for column in table.columns]
    for row, values in enumerate(zip(*(plain_values(one) for one in table.columns), strict=True), 1):
        for at, value in enumerate(values):
            if value is not None:
                writers[at](row, at, value)
    if table.columns:
        sheet.autofilter(0, 0, max(1, len(table)), len(table.columns) - 1)


def _writer(sheet: Any, meaning: Meaning, form: Any) -> Any:
    if meaning is Meaning.TEXT:
        return lambda row, at, text: sheet.write_string(row, at, text[:MOST_LETTERS], form)
    if meaning is Meaning.FLAG:
        return lambda row, at, flag: sheet.write_boolean(row, at, flag, form)
    if meaning is Meaning.INSTANT:
        return lambda row, at, instant: _write_instant(sheet, row, at, instant, form)
    return lambda row, at, number: sheet.write_number(row, at, number, form)


def _write_instant(sheet: Any, row: int, at: int, instant: Instant, form: Any) -> None:
    if instant >= FIRST_DATE:
        sheet.write_datetime(row, at, datetime_of(instant).replace(tzinfo=None), form)
    else:
        sheet.write_string(row, at, iso(instant))


def _about(sheet: Any, book: Book, head: Any) -> None:
    sheet.set_column(0, 0, 110)
    lines = [book.title, f"Data read up to {iso(book.as_of)} (UTC)", f"Written by {book.program}", *book.notes]
    if book.simulated:
        lines.insert(1, "SIMULATED: rows of simulated networks are no market data")
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line[:MOST_LETTERS], head if row == 0 else None)


def _width(column: Column) -> float:
    if column.meaning is Meaning.INSTANT:
        return 20.0
    return 24.0 if column.meaning is Meaning.TEXT else max(11.0, min(22.0, len(column.title) + 2.0))


def _sheet_names(titles: list[str]) -> list[str]:
    names: list[str] = []
    for title in titles:
        cleaned = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", title).strip().strip("'") or "List"
        names.append(_free("List" if cleaned.casefold() == "history" else cleaned, names))
    return names


def _free(name: str, taken: Iterable[str]) -> str:
    used = {one.casefold() for one in taken}
    found, number = name[:31], 2
    while found.casefold() in used:
        ending = f" ({number})"
        found, number = name[: 31 - len(ending)] + ending, number + 1
    return found
