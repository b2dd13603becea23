"""DuckDB's errors in the store's words."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from watchlist.domain.errors import Damaged, DiskFull, Locked, StoreError, TooNew
from watchlist.store.database import first_line, translated
from watchlist.store.faults import store_error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (duckdb.IOException("Could not write file: No space left on device"), DiskFull),
        (duckdb.IOException('Could not set lock on file "x": Conflicting lock is held'), Locked),
        (duckdb.IOException("File is being used by another process"), Locked),
        (
            duckdb.IOException(
                "Trying to read a database file with version number 99, but we can only read versions between 64 and 69"
            ),
            TooNew,
        ),
        (duckdb.IOException('Cannot open file "x": Permission denied'), StoreError),
        (duckdb.FatalException("database has been invalidated"), Damaged),
        (duckdb.SerializationException("expected a field"), Damaged),
        (duckdb.Error("Corrupt database file: computed checksum 1 does not match"), Damaged),
        (duckdb.BinderException("our own mistake"), duckdb.BinderException),
    ],
)
def test_each_error_has_its_word(error: duckdb.Error, kind: type[Exception]) -> None:
    told = translated(error, Path("archive.duckdb"))
    assert type(told) is kind


def test_errors_of_the_system_have_theirs() -> None:
    assert type(store_error(OSError(28, "No space left on device"), Path("x"))) is DiskFull
    assert "cannot be written" in str(store_error(OSError(13, "Permission denied"), Path("x")))
    assert "Is a directory" in str(store_error(OSError(21, "Is a directory"), Path("x")))
    assert first_line("") == "no detail"
