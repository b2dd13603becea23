"""The archive: everything that was pulled, in one DuckDB file with one owner thread.

Opens and closes it, knows its version and its size, and hands out the parts that read and write. Must never let two
processes write at once, and never touches a file of a newer version.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from watchlist.domain.answers import Finding
from watchlist.domain.errors import Damaged, DiskFull, TooNew
from watchlist.domain.instants import Instant
from watchlist.store.atomic_json import load_json, save_json
from watchlist.store.backup import ARCHIVE, ARCHIVE_FILES, back_up, restore, set_aside
from watchlist.store.blobs import Blobs
from watchlist.store.bundle import Manifest
from watchlist.store.database import WAY_OUT, Database
from watchlist.store.doctor import REHASH_EVENTS, REHASH_PARTICIPANTS, examine
from watchlist.store.event_shelf import Events
from watchlist.store.faults import file_edge, make_folder
from watchlist.store.fetch_ledger import FetchLedger
from watchlist.store.firings import FiringShelf
from watchlist.store.learning import Learning
from watchlist.store.migrations.archive_steps import ARCHIVE_STEPS
from watchlist.store.names import Names
from watchlist.store.outbox import Outbox
from watchlist.store.participants import Participants
from watchlist.store.point_shelf import Series
from watchlist.store.process_lock import ProcessLock
from watchlist.store.spans import Spans

FILE = "archive.duckdb"
LAYOUT = "layout.json"
LOCK = "archive.lock"
"""Separate from the database: closing any handle of a file drops the locks that a process has on it."""
VERSION = len(ARCHIVE_STEPS)
"""The newest layout that this program knows."""


class Archive:
    """Everything that was pulled. Attributes are its parts:

    ``points``, ``events``, ``spans``, ``fetches``, ``firings``, ``outbox``, ``blobs``.
    """

    def __init__(self, folder: Path, clock: Callable[[], Instant], config: Mapping[str, str] | None = None) -> None:
        """Open or create the archive of a folder. Raises Locked, TooNew, Damaged, DiskFull or StoreError."""
        make_folder(folder)
        self.folder = folder
        self.clock = clock
        self.budget: int | None = None
        self._lock = ProcessLock(folder / LOCK)
        try:
            settled = self._refuse_newer()
            self.database = Database(folder / FILE, config)
            try:
                self._settle(known=settled)
            except BaseException:
                self.database.close()
                raise
        except BaseException:
            self._lock.release()
            raise
        self._build()

    @classmethod
    def open(cls, folder: Path, clock: Callable[[], Instant]) -> Archive:
        """Open or create the archive of a folder. Raises Locked, TooNew, Damaged, DiskFull or StoreError."""
        return cls(folder, clock)

    def close(self) -> None:
        """Write everything into its file and let it go; a second call does nothing."""
        try:
            self.database.close()
        finally:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make one job durable as a whole, or not at all; used inside another one, it joins.

        Raises DiskFull where the disk is full, or where the job pulls more data in than the budget allows: nothing
        of the job is stored then.
        """
        with self.database.transaction():
            yield

    def check_room(self) -> None:
        """Raise DiskFull where the archive has reached the size that the user allows it."""
        if self.budget is not None and (size := self.size()) > self.budget:
            raise DiskFull(
                f"The archive takes {size / 1e9:.2f} GB, more than the {self.budget / 1e9:.2f} GB that it may take. "
                "Allow more in the preferences, or remove networks and run the doctor. Nothing stored is lost."
            )

    def size(self) -> int:
        """Return the bytes on disk: database, its log, and blobs."""
        total = self.blobs.size()
        for name in (FILE, FILE + ".wal"):
            path = self.folder / name
            with file_edge(path):
                total += path.stat().st_size if path.exists() else 0
        return total

    def notices(self) -> list[tuple[Instant, str, str]]:
        """Return what the store noted for the user, newest first: when, what, detail."""
        return self.database.rows("SELECT noted, what, detail FROM notices ORDER BY rowid DESC")

    def doctor(self) -> list[Finding]:
        """Check everything, repair what can be repaired, compact; return what was seen and done."""
        return examine(self)

    def backup(self, path: Path) -> Manifest:
        """Write the archive as one file with hashes. Raises DiskFull or StoreError."""
        return back_up(path, self, None)

    @staticmethod
    def restore(path: Path, folder: Path, now: Instant | None = None) -> Manifest:
        """Put the archive of a backup into a folder; what lies there is set aside. The folder's archive is closed.

        Raises TooNew, Damaged, Locked, DiskFull or StoreError; then nothing has changed.
        """
        return restore(path, {ARCHIVE: folder}, time.time_ns() // 1000 if now is None else now)

    @staticmethod
    def set_aside(folder: Path, now: Instant | None = None) -> Path | None:
        """Move an archive that cannot be opened out of the way, so that a new one begins; return where it is.

        Raises Locked where it is in use, StoreError.
        """
        make_folder(folder)
        lock = ProcessLock(folder / LOCK)
        try:
            return set_aside(folder, ARCHIVE_FILES, time.time_ns() // 1000 if now is None else now)
        finally:
            lock.release()

    def interrupt(self) -> None:
        """Stop the query that is running; may be called from any thread."""
        self.database.interrupt()

    def _build(self) -> None:
        self.database.room = self.check_room
        names, learning = Names(self.database), Learning(self.database)
        self.blobs = Blobs(self.folder / "blobs")
        self.points = Series(self.database, names, learning)
        self.events = Events(self.database, names, Participants(self.database))
        self.spans = Spans(self.database, names)
        self.fetches = FetchLedger(self.database)
        self.firings = FiringShelf(self.database)
        self.outbox = Outbox(self.database)

    def _refuse_newer(self) -> bool:
        """Raise TooNew before the database is opened: opening alone may write to it.

        Return whether the tables are known to be there.
        """
        layout = load_json(self.folder / LAYOUT)
        version = layout.get("version", 0) if isinstance(layout, dict) else 0
        if not isinstance(version, int):
            raise Damaged(f"{self.folder / LAYOUT} does not hold together. {WAY_OUT}")
        if layout is not None and not (self.folder / FILE).exists():
            raise Damaged(f"{self.folder / FILE} is missing. {WAY_OUT}")
        if version > VERSION:
            raise TooNew(
                f"The archive in {self.folder} was written by a newer version of the program (layout {version}, this "
                f"one knows {VERSION}). Update the program to open it; it was not touched."
            )
        return version > 0

    def _settle(self, *, known: bool) -> None:
        """Bring an older layout up to date, one step and one transaction at a time, and check the short forms."""
        facts = self.database.facts()
        if facts is None and known:
            raise Damaged(f"{self.database.path} is empty, and it was not before. {WAY_OUT}")
        version, kept_hash = int((facts or {}).get("version", 0)), (facts or {}).get("hash")
        if version > VERSION:
            raise TooNew(f"The archive in {self.folder} was written by a newer version of the program.")
        for number, step in enumerate(ARCHIVE_STEPS[version:], version + 1):
            with self.database.transaction():
                step(self.database)
                self.database.run("DELETE FROM facts WHERE name = 'version'")
                self.database.run("INSERT INTO facts VALUES ('version', ?)", str(number))
        layout = {"what": "Watchlist archive", "version": VERSION}
        if load_json(self.folder / LAYOUT) != layout:
            save_json(self.folder / LAYOUT, layout)
        row = self.database.row("SELECT hash('watchlist')::VARCHAR")
        if row and row[0] != kept_hash:
            self._hash_again(str(row[0]))

    def _hash_again(self, now: str) -> None:
        """Compute all short forms again: another version of DuckDB computes them in another way."""
        with self.database.transaction():
            for statement in (*REHASH_EVENTS, *REHASH_PARTICIPANTS, "DELETE FROM facts WHERE name = 'hash'"):
                self.database.run(statement)
            self.database.run("INSERT INTO facts VALUES ('hash', ?)", now)
