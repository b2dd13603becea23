"""The archive's connection: one owner thread, one transaction per job, arrays in and out, DuckDB's errors translated.

Knows nothing of points or events. Must never be used from a second thread: one DuckDB connection asked from several
gives wrong answers without an error.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeAlias

import _duckdb as duckdb  # the engine itself: the layer of Python above it takes 50 ms to import and is not used
import numpy as np
import numpy.typing as npt

from watchlist.domain.errors import Damaged, DiskFull, Locked, StoreError, TooNew
from watchlist.store.faults import file_edge
from watchlist.store.file_length import bytes_missing, is_short

Column: TypeAlias = npt.NDArray[Any]
Columns: TypeAlias = dict[str, Column]

CONFIG: Mapping[str, str] = {
    "threads": "2",
    "async_threads": "1",
    "memory_limit": "800MB",
    "python_enable_replacements": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
WAY_OUT = (
    "Restore a backup, or set the archive aside and let it be pulled again: lists, notes and rules are kept apart "
    "and are not affected."
)


class Database:
    """A DuckDB file with one owner thread.

    ``rolled_back`` holds functions that forget what was cached of a transaction that did not happen. ``room`` is
    called before pulled data is added, and raises DiskFull where the file has reached the size that it may have.
    """

    def __init__(self, path: Path, config: Mapping[str, str] | None = None) -> None:
        """Open or create the file. Raises Locked, TooNew, Damaged, DiskFull or StoreError."""
        self.path = path
        self._config = {**CONFIG, **(config or {})}
        self._owner = threading.get_ident()
        self._depth = 0
        self._doomed = False
        self.rolled_back: list[Callable[[], None]] = []
        self.room: Callable[[], None] = _enough_room
        self._connection: duckdb.DuckDBPyConnection | None = None
        self._connect()

    def close(self) -> None:
        """Write everything into the one file and let it go. Raises StoreError."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with self._edge():
                connection.close()

    def reopen(self) -> None:
        """Close and open again, which is how to go on after a fatal error. Raises like the constructor."""
        if self._connection is not None:
            with suppress(duckdb.Error):  # it is invalid already; what was committed is in the files
                self._connection.close()
            self._connection = None
        self._depth, self._doomed = 0, False
        self._forget()
        self._connect()

    @contextmanager
    def at_rest(self) -> Iterator[Path]:
        """Write everything into the one file and let go of it while something reads, copies or replaces it."""
        if self._depth:
            raise RuntimeError("the file cannot rest inside a transaction")
        self._handle()
        self.close()
        try:
            yield self.path
        finally:
            self._forget()
            self._connect()

    def interrupt(self) -> None:
        """Stop the statement that is running; the only call that another thread may make."""
        if self._connection is not None:
            self._connection.interrupt()

    def run(self, sql: str, *values: object) -> None:
        """Execute a statement."""
        with self._edge():
            self._handle().execute(sql, values)

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""
        with self._edge():
            return self._handle().execute(sql, values).fetchall()

    def row(self, sql: str, *values: object) -> tuple[Any, ...] | None:
        """Return the first row of a query."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    def facts(self) -> dict[str, str] | None:
        """Return what the archive says about itself; None where it has no tables yet."""
        try:
            return dict(self.rows("SELECT name, value FROM facts"))
        except duckdb.CatalogException:
            return None

    def columns(self, sql: str, *values: object) -> Columns:
        """Return a query's columns as arrays; the query itself replaces NULL."""
        with self._edge():
            return self._handle().execute(sql, values).fetchnumpy()

    @contextmanager
    def incoming(self, **arrays: Column) -> Iterator[None]:
        """Let statements inside read arrays as the table ``incoming``."""
        handle = self._handle()
        handle.register("incoming", {name: np.ascontiguousarray(array) for name, array in arrays.items()})
        try:
            yield
        finally:
            if self._connection is not None:
                handle.unregister("incoming")

    @property
    def name(self) -> str:
        """The name that DuckDB gives the file in statements."""
        return self.path.stem

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make everything inside one durable step; inside another one, join it.

        When anything inside raises, nothing of the outermost step is stored, also where the caller catches the error
        of an inner one.
        """
        if self._depth:
            self._depth += 1
            try:
                yield
            except BaseException:
                self._doomed = True
                raise
            finally:
                self._depth -= 1
            return
        self.run("BEGIN TRANSACTION")
        self._depth = 1
        try:
            yield
            if self._doomed:
                raise StoreError("A part of this job failed: nothing of it was stored.")
            self._commit()
        except BaseException:
            self._roll_back()
            raise
        finally:
            self._depth, self._doomed = 0, False

    def _commit(self) -> None:
        with self._edge():
            self._handle().execute("COMMIT")
        self._keep_private()

    def _keep_private(self) -> None:
        """Take other users' rights off the file and its log, which DuckDB makes anew after each checkpoint."""
        for path in (self.path, self.path.with_name(self.path.name + ".wal")):
            with file_edge(path), suppress(FileNotFoundError):
                if path.stat().st_mode & 0o077 and os.name == "posix":
                    path.chmod(0o600)

    def _roll_back(self) -> None:
        try:
            self._handle().execute("ROLLBACK")
        except duckdb.TransactionException:
            pass  # the failed commit ended the transaction already
        except duckdb.Error:
            self.reopen()
        self._forget()

    def _forget(self) -> None:
        for forget in self.rolled_back:
            forget()

    def _connect(self) -> None:
        short = is_short(self.path)
        with self._edge():
            connection = duckdb.connect(str(self.path), config=dict(self._config))
        try:
            self._keep_private()
            if short:
                with self._edge():
                    missing = bytes_missing(connection, self.path)
                if missing:
                    raise Damaged(f"{self.path} is cut off: {missing:,} bytes are missing. {WAY_OUT}")
        except BaseException:
            connection.close()
            raise
        self._connection = connection

    def _handle(self) -> duckdb.DuckDBPyConnection:
        if threading.get_ident() != self._owner:
            raise RuntimeError("the archive belongs to the thread that opened it; use StoreWorker.run")
        if self._connection is None:
            raise StoreError("The archive is closed.")
        return self._connection

    @contextmanager
    def _edge(self) -> Iterator[None]:
        try:
            yield
        except duckdb.Error as error:
            raise translated(error, self.path) from error


def _enough_room() -> None:
    """Stand for a file that may grow as it likes."""


def translated(error: duckdb.Error, path: Path) -> Exception:
    """Return the store's word for DuckDB's error; an error that is our mistake comes back as it is."""
    text = str(error)
    lowered = text.lower()
    if "no space left" in lowered or "disk quota" in lowered or "could not write all bytes" in lowered:
        return DiskFull(f"There is no room left on the disk of {path}. Free some space, then try again.")
    if "could not set lock" in lowered or "being used by another process" in lowered:
        return Locked(f"{path} is in use by another running copy of the program. Close that one, then try again.")
    if "trying to read a database file with version number" in lowered and "can only read" in lowered:
        return TooNew(f"{path} was written by a newer version of the program. Update the program to open it.")
    if "permission denied" in lowered or "read-only file system" in lowered or "cannot open file" in lowered:
        return StoreError(f"{path} cannot be opened for writing. Allow writing to it, or choose another data folder.")
    if "corrupt" in lowered or isinstance(
        error, duckdb.IOException | duckdb.FatalException | duckdb.InternalException | duckdb.SerializationException
    ):
        return Damaged(f"{path} does not hold together. {WAY_OUT} ({first_line(text)})")
    return error


def first_line(text: str) -> str:
    """Return the first line of an error, short enough for a dialog."""
    return text.strip().splitlines()[0][:300] if text.strip() else "no detail"


def texts(values: Sequence[str | None]) -> Column:
    """Return texts as an object array."""
    column = np.empty(len(values), np.object_)
    column[:] = values
    return column
