"""Parquet files through DuckDB, without the archive: reads the user's as rows, writes columns as a new one.

Never changes a file that is read.
"""

# ruff: noqa: S608 - only names of our own and quoted ones are put into statements

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import _duckdb as duckdb  # the engine itself: the layer of Python above it takes 50 ms to import and is not used
import numpy as np

from watchlist.domain.errors import InputError, StoreError
from watchlist.store.faults import file_edge

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


def write_parquet(
    path: Path, columns: Mapping[str, np.ndarray | Sequence[str | None]], instants: Collection[str]
) -> None:
    """Write columns as a Parquet file; NaN, the smallest whole number and None become null. Raises StoreError.

    Columns named in ``instants`` hold microseconds and become timestamps in UTC.
    """
    arrays, wanted = {}, []
    for place, (name, values) in enumerate(columns.items()):
        inner = f"c{place}"
        array = values if isinstance(values, np.ndarray) else _texts(values)
        arrays[inner] = np.ascontiguousarray(array)
        wanted.append(f'{_expression(inner, array, name in instants)} AS "{name.replace(chr(34), chr(34) * 2)}"')
    with file_edge(path):
        try:
            with duckdb.connect(":memory:", config={"threads": "1"}) as connection:
                connection.register("outgoing", arrays)
                quoted = str(path).replace("'", "''")
                connection.execute(
                    f"COPY (SELECT {', '.join(wanted)} FROM outgoing) TO '{quoted}' (FORMAT parquet, COMPRESSION zstd)"
                )
        except duckdb.Error as error:
            raise StoreError(f"{path}: {str(error).splitlines()[0]}") from error


def _texts(values: Sequence[str | None]) -> np.ndarray:
    array = np.empty(len(values), np.object_)
    array[:] = list(values)
    return array


def _expression(name: str, array: np.ndarray, is_instant: bool) -> str:
    """Return what turns an array's missing values into nulls."""
    if array.dtype == np.float64:
        return f"CASE WHEN isfinite({name}) THEN {name} END"
    if array.dtype == np.int64:
        known = f"CASE WHEN {name} <> {np.iinfo(np.int64).min} THEN {name} END"
        return f"make_timestamptz({known})" if is_instant else known
    return name if array.dtype == np.bool_ else f"CAST({name} AS VARCHAR)"
