"""Tables as JSON, as ``BOOK_SCHEMA`` documents it: numbers as numbers, instants as ISO text, missing ones null."""

from __future__ import annotations

import json
from typing import Any

from watchlist.domain.instants import iso
from watchlist.exports.table import Book, Column, Meaning, Table, instant_texts, plain_values

VERSION = 1

BOOK_SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Tables exported by Watchlist",
    "description": "Columns say what the values of each row mean; a value that is missing is null, never zero.",
    "type": "object",
    "required": ["format", "version", "program", "title", "as_of", "simulated", "notes", "tables"],
    "additionalProperties": False,
    "properties": {
        "format": {"const": "watchlist-tables"},
        "version": {"const": VERSION},
        "program": {"type": "string", "description": "name and version of the program that wrote the file"},
        "title": {"type": "string"},
        "as_of": {"type": "string", "format": "date-time", "description": "when the data was read, UTC"},
        "simulated": {"type": "boolean", "description": "whether any row is of a simulated network"},
        "notes": {"type": "array", "items": {"type": "string"}},
        "tables": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["name", "columns", "rows"],
                "additionalProperties": False,
                "properties": {
                    "name": {"type": "string"},
                    "columns": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["key", "title", "meaning"],
                            "additionalProperties": False,
                            "properties": {
                                "key": {"type": "string"},
                                "title": {"type": "string"},
                                "meaning": {"enum": [meaning.value for meaning in Meaning]},
                            },
                        },
                    },
                    "rows": {
                        "type": "array",
                        "description": "one value per column, in the order of the columns",
                        "items": {"type": "array", "items": {"type": ["string", "number", "boolean", "null"]}},
                    },
                },
            },
        },
    },
}


def json_bytes(book: Book) -> bytes:
    """Return a book as UTF-8 JSON that ``BOOK_SCHEMA`` describes."""
    plain = {
        "format": "watchlist-tables",
        "version": VERSION,
        "program": book.program,
        "title": book.title,
        "as_of": iso(book.as_of),
        "simulated": book.simulated,
        "notes": list(book.notes),
        "tables": [_plain(table) for table in book.tables],
    }
    return json.dumps(plain, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode() + b"\n"


def _plain(table: Table) -> dict[str, Any]:
    columns = [{"key": one.key, "title": one.title, "meaning": one.meaning.value} for one in table.columns]
    rows = [list(row) for row in zip(*(_values(one) for one in table.columns), strict=True)]
    return {"name": table.name, "columns": columns, "rows": rows}


def _values(column: Column) -> list[Any]:
    if column.meaning is Meaning.INSTANT:
        return [text or None for text in instant_texts(column.values)]  # type: ignore[arg-type]
    return plain_values(column)
