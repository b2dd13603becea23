"""The watchlist table as it was last shown, as ready-made texts in a small file: what the first paint shows.

Must stay free of Qt and of anything that is slow to import; it computes nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

VERSION = 1
MOST_ROWS = 120  # more than a tall screen shows; the panel brings the rest


class Cell(NamedTuple):
    """A text and the name of its colour in the theme's table; an empty name is the ordinary text colour."""

    text: str
    colour: str = ""


class LastTable(NamedTuple):
    """Titles, alignment ("left" or "right") and widths of the columns (0: as it fits), and the rows."""

    title: str
    columns: tuple[str, ...]
    align: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


def read_last_table(path: Path) -> LastTable | None:
    """Return the kept table, None where there is none or it cannot be used."""
    try:
        kept = json.loads(path.read_bytes())
        if kept["version"] != VERSION:
            return None
        columns = tuple(str(title) for title in kept["columns"])
        rows = tuple(tuple(map(Cell._make, row)) for row in kept["rows"][:MOST_ROWS])
        align = tuple(str(side) for side in kept["align"])
        widths = tuple(int(width) for width in kept["widths"])
        if not len(columns) == len(align) == len(widths) or any(len(row) != len(columns) for row in rows):
            return None
        if not all(type(cell.text) is str and type(cell.colour) is str for row in rows for cell in row):
            return None
        return LastTable(str(kept["title"]), columns, align, widths, rows, str(kept.get("note", "")))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def last_table_bytes(table: LastTable) -> bytes:
    """Return the file's content for a table."""
    kept = {
        "version": VERSION,
        "title": table.title,
        "columns": table.columns,
        "align": table.align,
        "widths": table.widths,
        "rows": table.rows[:MOST_ROWS],
        "note": table.note,
    }
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode()


def keep_last_table(path: Path, table: LastTable, write: Callable[[Path, bytes], None]) -> None:
    """Keep a table for the next start, with the writer that is given. Raises OSError."""
    write(path, last_table_bytes(table))
