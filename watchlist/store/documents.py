"""What the user made: lists, notes, rules, views … one readable JSON file per table, each change at once on disk.

A file that does not hold together is set aside, the newest good version takes its place, and ``findings`` says so.
Must never drop something that the user wrote: entries and keys that this version does not understand are kept.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tinydb.table import Table as TinyTable

from watchlist.domain.answers import Finding
from watchlist.domain.atomic_file import write_atomically
from watchlist.domain.errors import Damaged, StoreError
from watchlist.domain.instants import Instant, iso
from watchlist.store.document_file import Content, DocumentFile, Entries, backups_of, decode
from watchlist.store.document_shapes import SHAPES, Shape, problem
from watchlist.store.faults import file_edge, make_folder
from watchlist.store.migrations.document_steps import migrated
from watchlist.store.process_lock import ProcessLock

LOCK = ".lock"
BACKUPS = "backups"
DAMAGED = "damaged"
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class _Entries(TinyTable):
    """TinyDB's table with texts as ids, and with changes of many entries as one write."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB lets a subclass choose

    def change(self, change: Callable[[Entries], None]) -> None:
        """Let a function change the entries in place, then write once."""
        self._update_table(change)  # type: ignore[arg-type]  # ids are texts

    def raw(self) -> Entries:
        """Return a fresh copy of all entries by id."""
        return self._read_table()  # type: ignore[return-value]


class Table:
    """One table of documents. Every change is one atomic, fsynced write; what is returned is the caller's own copy."""

    def __init__(self, name: str, storage: DocumentFile, shape: Shape | None, check: Callable[[], None]) -> None:
        self.name = name
        self._shape = shape
        self._check = check
        self._entries = _Entries(storage, "entries")

    def items(self) -> dict[str, dict[str, Any]]:
        """Return all readable entries by id, in the order in which they were added."""
        self._check()
        found = self._entries.raw().items()
        return {each: {**entry, "id": each} for each, entry in found if problem(self._shape, entry) is None}

    def all(self) -> list[dict[str, Any]]:
        """Return all readable entries, each with its id under ``id``."""
        return list(self.items().values())

    def get(self, entry_id: str) -> dict[str, Any] | None:
        """Return one entry, None where it is absent or not readable."""
        self._check()
        entry = self._entries.raw().get(entry_id)
        return None if entry is None or problem(self._shape, entry) is not None else {**entry, "id": entry_id}

    def put(self, entry_id: str, entry: Mapping[str, Any]) -> None:
        """Add an entry, or put it in the place of the one with its id. Raises StoreError."""
        self.put_many({entry_id: entry})

    def put_many(self, entries: Mapping[str, Mapping[str, Any]]) -> None:
        """Add or replace several entries in one write. Raises StoreError."""
        self._check()

        def change(table: Entries) -> None:
            for entry_id, entry in entries.items():
                table[entry_id] = self._with_unknown(table.get(entry_id), entry)

        if entries:
            self._entries.change(change)

    def remove(self, entry_id: str) -> bool:
        """Remove an entry; return whether it was there. Raises StoreError."""
        self._check()
        if entry_id not in self._entries.raw():
            return False
        self._entries.change(lambda table: _drop(table, entry_id))
        return True

    def replace_all(self, entries: Mapping[str, Mapping[str, Any]]) -> None:
        """Put these entries, in this order, in the place of all that can be read. Raises StoreError."""
        self._check()

        def change(table: Entries) -> None:
            old = dict(table)
            table.clear()
            for entry_id, entry in entries.items():
                table[entry_id] = self._with_unknown(old.get(entry_id), entry)
            for entry_id, entry in old.items():
                if entry_id not in table and problem(self._shape, entry) is not None:
                    table[entry_id] = entry  # not understood is not the same as removed

        self._entries.change(change)

    def __len__(self) -> int:
        return len(self.items())

    def _with_unknown(self, old: Mapping[str, Any] | None, new: Mapping[str, Any]) -> dict[str, Any]:
        """Return a new entry with those keys of the old one that only another version knows."""
        fresh = {key: value for key, value in new.items() if key != "id"}
        if old is None or self._shape is None:
            return fresh
        return {**fresh, **{key: value for key, value in old.items() if key not in self._shape and key not in fresh}}


class Documents:
    """All tables of a folder. ``findings`` tells what had to be repaired while opening."""

    def __init__(self, folder: Path, clock: Callable[[], Instant]) -> None:
        """Open the folder's tables. Raises Locked, TooNew (nothing is touched then), DiskFull or StoreError."""
        make_folder(folder)
        self.folder = folder
        self.findings: list[Finding] = []
        self._clock = clock
        self._owner = threading.get_ident()
        self._tables: dict[str, Table] = {}
        self._lock: ProcessLock | None = ProcessLock(folder / LOCK)
        try:
            loaded = {path.stem: self._load(path) for path in self._files()}
            for name, content in loaded.items():
                self._tables[name] = self._table(name, content)
        except BaseException:
            self.close()
            raise

    @classmethod
    def open(cls, folder: Path, clock: Callable[[], Instant]) -> Documents:
        """Open the folder's tables. Raises Locked, TooNew (nothing is touched then), DiskFull or StoreError."""
        return cls(folder, clock)

    def table(self, name: str) -> Table:
        """Return a table, empty where it has no file yet. Names are plain lower-case words."""
        self._check()
        if not _NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no name of a table")
        if name not in self._tables:
            self._tables[name] = self._table(name, Content())
        return self._tables[name]

    @property
    def clock(self) -> Callable[[], Instant]:
        """The clock that changes are dated by."""
        return self._clock

    def files(self) -> list[Path]:
        """Return the files that make up the documents, for a backup."""
        return [path for path in self._files() if path.exists()]

    def names(self) -> list[str]:
        """Return the tables that have a file, sorted."""
        return sorted(path.stem for path in self._files())

    def doctor(self) -> list[Finding]:
        """Read every file again and say what does not hold together; repairs happen while opening."""
        self._check()
        findings = list(self.findings)
        for path in self._files():
            with file_edge(path):
                raw = path.read_bytes()
            try:
                decode(raw, path)
            except StoreError as error:
                findings.append(Finding(f"documents {path.stem}", str(error), repaired=False, severity="error"))
        return findings

    def close(self) -> None:
        """Let the folder go; everything is on disk already. A second call does nothing."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _check(self) -> None:
        if threading.get_ident() != self._owner:
            raise RuntimeError("documents belong to the thread that opened them; use StoreWorker.run")
        if self._lock is None:
            raise StoreError("The documents are closed.")

    def _files(self) -> Iterator[Path]:
        """Yield the file of every table, also of one that only has kept versions left."""
        names = {path.stem for path in self.folder.glob("*.json")}
        names |= {path.name.split(".")[0] for path in (self.folder / BACKUPS).glob("*.json")}
        return (self.folder / f"{name}.json" for name in sorted(names) if _NAME.fullmatch(name))

    def _table(self, name: str, content: Content) -> Table:
        shape = SHAPES.get(name)
        path = self.folder / f"{name}.json"
        storage = DocumentFile(path, self.folder / BACKUPS, self._clock, migrated(name, content))
        for entry_id, entry in content.entries.items():
            wrong = problem(shape, entry)
            if wrong is not None:
                self._found(name, f"The entry {entry_id!r} is kept but not used: {wrong}.", repaired=False)
        return Table(name, storage, shape, self._check)

    def _load(self, path: Path) -> Content:
        """Return a file's content, or that of its newest good version where the file does not hold together."""
        with file_edge(path):
            raw = path.read_bytes() if path.exists() else None
        reason = "is missing"
        if raw is not None:
            try:
                return decode(raw, path)
            except Damaged:
                reason = "was damaged"
        aside = None if raw is None else self._set_aside(path)
        place = "" if aside is None else f" The damaged file was kept as {aside}."
        for _, kept in backups_of(path, self.folder / BACKUPS):
            with file_edge(kept):
                old = kept.read_bytes()
            try:
                content = decode(old, kept)
            except Damaged:
                continue
            with file_edge(path):
                write_atomically(path, old)
            self._found(
                path.stem, f"{path.name} {reason}: its version of {content.saved} is used.{place}", repaired=True
            )
            return content
        self._found(path.stem, f"{path.name} {reason} and there is no good earlier version.{place}", repaired=False)
        return Content()

    def _set_aside(self, path: Path) -> Path:
        folder = self.folder / DAMAGED
        make_folder(folder)
        stamp = iso(self._clock()).replace(":", "")
        target = folder / f"{path.stem}.{stamp}.json"
        number = 1
        while target.exists():
            number += 1
            target = folder / f"{path.stem}.{stamp}.{number}.json"
        with file_edge(path):
            path.rename(target)
        return target

    def _found(self, table: str, detail: str, *, repaired: bool) -> None:
        self.findings.append(
            Finding(f"documents {table}", detail, repaired=repaired, severity="warning" if repaired else "error")
        )


def _drop(table: Entries, entry_id: str) -> None:
    del table[entry_id]
