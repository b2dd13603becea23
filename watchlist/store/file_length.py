"""Whether the archive's file was cut off: DuckDB itself finds out only when it needs a block that is not there.

A file may rightly be shorter than its header says, when its last blocks are free; only then every used block is
looked up. A layout that is not known here is not judged. Must never write.
"""

from __future__ import annotations

# ruff: noqa: S608 - only names of tables are put into statements
import struct
from pathlib import Path

import _duckdb as duckdb  # the engine itself: the layer of Python above it takes 50 ms to import and is not used

from watchlist.store.faults import file_edge

HEADER = 4096
HEADERS = 3 * HEADER
FIELDS = struct.Struct("<QqqQQ")
BLOCK_SIZES = frozenset({1 << power for power in range(14, 19)})


def is_short(path: Path) -> bool:
    """Return whether a file is shorter than its header says. Raises StoreError."""
    if not path.exists():
        return False
    with file_edge(path), path.open("rb") as file:
        start = file.read(HEADERS)
    if len(start) < HEADERS or start[8:12] != b"DUCK":
        return False
    # Two headers take turns, the one with the higher number counts.
    _number, _meta, _free, blocks, size = max(FIELDS.unpack_from(start, HEADER * place + 8) for place in (1, 2))
    return size in BLOCK_SIZES and path.stat().st_size < HEADERS + blocks * size


def bytes_missing(connection: duckdb.DuckDBPyConnection, path: Path) -> int:
    """Return how much shorter a file is than the last block that anything in it uses."""
    tables = connection.execute("SELECT table_name FROM duckdb_tables() WHERE NOT temporary").fetchall()
    used = " UNION ALL ".join(
        f"SELECT max(greatest(block_id, list_max(additional_block_ids))) FROM pragma_storage_info('{table}')"
        for (table,) in tables
    )
    sql = (
        "SELECT (SELECT block_size FROM pragma_database_size()), greatest((SELECT max(block_id) FROM"
        " pragma_metadata_info())" + (f", (SELECT max(used) FROM ({used}) AS found (used))" if used else "") + ")"
    )
    size, last = connection.execute(sql).fetchall()[0]
    return 0 if last is None else max(0, HEADERS + (int(last) + 1) * int(size) - path.stat().st_size)
