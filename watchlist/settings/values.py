"""The user's values of the settings: read, checked, kept. A bad value never stops the program and is never lost.

Must never hold a secret; keys live in the keyring.
"""

from __future__ import annotations

import json
import os
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from watchlist.domain.atomic_file import write_atomically
from watchlist.domain.errors import InputError, StoreError
from watchlist.settings.paths import private_folder
from watchlist.settings.schema import SETTINGS, Scalar

VERSION = 1
KEPT_COPIES = 5


class Problem(NamedTuple):
    """A value that could not be used, in words, and the file in which it was kept."""

    key: str
    reason: str
    kept_in: str


class Settings:
    """The values in force. Reading is safe from any thread; a listener hears each change in the thread that made it.

    Values given with ``--set`` hold for this run and are never written.
    """

    def __init__(self, path: Path | None = None, overrides: Mapping[str, Scalar] | None = None) -> None:
        self._path = path
        self._values: dict[str, Scalar] = {}
        self._unknown: dict[str, Any] = {}
        self._overrides = dict(overrides or {})
        self._listeners: list[Callable[[str], None]] = []
        self._lock = threading.Lock()
        self.problems: tuple[Problem, ...] = ()
        if path is not None:
            self._read(path)

    def __getitem__(self, key: str) -> Any:
        """Return the value in force; KeyError for a setting that does not exist."""
        if key in self._overrides:
            return self._overrides[key]
        return self._values.get(key, SETTINGS[key].default)

    def get(self, key: str) -> Any:
        """Return the value in force, as a plain function for those who only read."""
        return self[key]

    def is_overridden(self, key: str) -> bool:
        """Return whether the command line decides this one for the present run."""
        return key in self._overrides

    def is_default(self, key: str) -> bool:
        """Return whether the user left this one alone."""
        return key not in self._values

    def set(self, key: str, value: object) -> None:
        """Change a setting, write the file, tell the listeners. Raises InputError, StoreError."""
        self.change({key: value})

    def change(self, values: Mapping[str, object]) -> None:
        """Change several settings in one write. Raises InputError (nothing changed then), StoreError."""
        checked = {key: _setting(key).check(value) for key, value in values.items()}
        before = {key: self[key] for key in checked}
        with self._lock:
            for key, value in checked.items():
                self._overrides.pop(key, None)
                if value == SETTINGS[key].default:
                    self._values.pop(key, None)
                else:
                    self._values[key] = value
            self._write()
        for key in checked:
            if self[key] != before[key]:
                for listener in tuple(self._listeners):
                    listener(key)

    def reset(self, keys: Iterable[str] | None = None) -> None:
        """Put settings (all where none are named) back to their defaults. Raises StoreError."""
        self.change({key: SETTINGS[key].default for key in (keys if keys is not None else tuple(self._values))})

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call ``listener`` with the key of each setting that changes."""
        self._listeners.append(listener)

    def _write(self) -> None:
        if self._path is None:
            return
        kept = {**self._unknown, **{key: _plain(value) for key, value in self._values.items()}}
        content = json.dumps({"version": VERSION, "settings": kept}, indent=1, ensure_ascii=False, sort_keys=True)
        try:
            private_folder(self._path.parent)
            write_atomically(self._path, content.encode() + b"\n")
        except OSError as error:
            raise StoreError(f"the settings could not be saved: {error.strerror or error}") from error

    def _read(self, path: Path) -> None:
        try:
            raw = path.read_bytes()
        except FileNotFoundError:
            return
        except OSError as error:
            self.problems = (Problem("", f"the settings cannot be read: {error.strerror or error}", ""),)
            self._path = None  # what cannot be read is not overwritten
            return
        bad: list[tuple[str, str]] = []
        try:
            content = json.loads(raw)
            values = content["settings"]
            version = content["version"]
            if not isinstance(values, dict) or not isinstance(version, int):
                raise TypeError("not a table of settings")
        except (ValueError, KeyError, TypeError, RecursionError):
            bad.append(("", "the file of settings is damaged; all settings start anew"))
            values, version = {}, VERSION
        if version > VERSION:
            reason = "the settings were written by a newer version; this run uses what it knows and saves nothing"
            self.problems = (Problem("", reason, str(path)),)
            self._path = None
        for key, value in values.items():
            if key not in SETTINGS:
                self._unknown[key] = value
                continue
            try:
                checked = SETTINGS[key].check(value)
            except InputError as error:
                bad.append((key, error.reason))
                continue
            if checked != SETTINGS[key].default:
                self._values[key] = checked
        if bad and self._path is not None:
            kept = _keep_copy(path, raw)
            self.problems = (*self.problems, *(Problem(key, reason, kept) for key, reason in bad))


def parse_assignments(assignments: Iterable[str]) -> dict[str, Scalar]:
    """Return the values of ``key=value`` texts from the command line. Raises InputError."""
    values: dict[str, Scalar] = {}
    for text in assignments:
        key, sign, value = text.partition("=")
        if not sign:
            raise InputError(text, "write it as key=value")
        values[key.strip()] = _setting(key.strip()).parse(value)
    return values


def documentation() -> str:
    """Return the table of all settings in Markdown."""
    lines = ["| setting | default | takes | what it does |", "|---|---|---|---|"]
    for one in SETTINGS.values():
        restart = " Takes effect at the next start." if one.needs_restart else ""
        default = one.text(one.default) or "(empty)"
        lines.append(f"| `{one.key}` | {default} | {one.allowed()} | {one.title}. {one.description}{restart} |")
    return "\n".join(lines) + "\n"


def _setting(key: str) -> Any:
    if key not in SETTINGS:
        raise InputError(key, "there is no such setting")
    return SETTINGS[key]


def _plain(value: Scalar) -> object:
    return list(value) if isinstance(value, tuple) else value


def _keep_copy(path: Path, raw: bytes) -> str:
    """Keep the file as it was beside the new one; only the newest few copies stay."""
    copy = path.with_name(f"{path.stem}.bad-{time.strftime('%Y%m%dT%H%M%S', time.gmtime())}{path.suffix}")
    try:
        write_atomically(copy, raw)
        for old in sorted(path.parent.glob(f"{path.stem}.bad-*{path.suffix}"))[:-KEPT_COPIES]:
            os.unlink(old)  # noqa: PTH108
    except OSError:
        return ""
    return str(copy)
