"""The words that take something out of the program, or bring it back: export. Prints what was written and where."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from watchlist.domain import requests as ask
from watchlist.domain.errors import InputError
from watchlist.terminal.output import write

if TYPE_CHECKING:
    from argparse import Namespace

    from watchlist.domain.keepsakes import Written
    from watchlist.services.desk import Desk

Word: TypeAlias = Callable[["Namespace", "Desk"], Awaitable[int]]

GOOD_END, FAILED = 0, 1


async def export(given: Namespace, desk: Desk) -> int:
    """Write a list, or its history, as a file."""
    if given.schema:
        from watchlist.exports.json_text import BOOK_SCHEMA

        write([json.dumps(BOOK_SCHEMA, indent=1)])
        return GOOD_END
    path = absolute(given.path)
    written = await desk.ask(
        ask.ExportTable(
            path,
            given.form or Path(path).suffix[1:].lower(),
            ("*",) if given.all else tuple(given.list),
            given.tidy,
            parts(given.columns),
            parts(given.titles),
            parts(given.networks),
            "," if given.decimal_comma else ".",
            given.digits,
            given.overwrite,
        )
    )
    tell(written, "rows", quiet=given.quiet)
    return GOOD_END


def absolute(text: str) -> str:
    """Return a path as this process means it. Raises InputError where none is given."""
    if not text:
        raise InputError("path", "say which file")
    return str(Path(text).expanduser().absolute())


def parts(text: str) -> tuple[str, ...]:
    """Return what stands between commas."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def tell(written: Written, unit: str, *, quiet: bool) -> None:
    """Say what was written."""
    if not quiet:
        write([f"{written.path}: {written.count:,} {unit}, {written.size:,} bytes", *written.notes])


WORDS: Mapping[str, Word] = {"export": export}
