"""Reads Parquet files of the user as rows, through DuckDB and without the archive. Never writes the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb

from watchlist.domain.errors import InputError

MOST_ROWS = 5_000_000


def read_parquet(path: Path) -> tuple[tuple[str, ...], list[dict[str, Any]]]:
    """Return the columns and rows of a Parquet file. Raises InputError where it is none or is too large."""
    if not path.is_file():
        raise InputError("path", "there is no such file")
    try:
        with duckdb.connect(":memory:", config={"threads": "1", "memory_limit": "1GB"}) as connection:
            table = connection.execute("SELECT * FROM read_parquet(?)", [str(path)])
            columns = tuple(str(one[0]) for one in table.description or ())
            rows = table.fetchmany(MOST_ROWS + 1)
    except duckdb.Error as error:
        raise InputError("path", f"cannot be read as Parquet: {str(error).splitlines()[0]}") from None
    if len(rows) > MOST_ROWS:
        raise InputError("path", f"holds more than {MOST_ROWS:,} rows")
    return columns, [dict(zip(columns, row, strict=True)) for row in rows]
