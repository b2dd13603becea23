"""What the program remembers by itself: places of windows, columns, ranges. Apart from settings, and no loss if lost.

A file that cannot be read is set aside and everything starts at its default place.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from watchlist.domain.atomic_file import write_atomically
from watchlist.settings.paths import private_folder

LARGEST = 4_000_000


class State:
    """Remembered values by name; anything that JSON can hold. Used from the main thread only."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._values: dict[str, Any] = {}
        self._saved = ""
        self.damaged = False
        if path is not None:
            self._read(path)

    def get(self, name: str, default: Any = None) -> Any:
        """Return a remembered value."""
        return self._values.get(name, default)

    def text(self, name: str, default: str = "") -> str:
        """Return a remembered text; anything else counts as not remembered."""
        value = self._values.get(name)
        return value if isinstance(value, str) else default

    def set(self, name: str, value: Any) -> None:
        """Remember a value until ``save`` writes it; None forgets it."""
        if value is None:
            self._values.pop(name, None)
        else:
            self._values[name] = value

    def names(self) -> tuple[str, ...]:
        """Return what is remembered."""
        return tuple(self._values)

    def save(self) -> None:
        """Write what changed. Raises OSError."""
        content = json.dumps(self._values, ensure_ascii=False, separators=(",", ":"))
        if self._path is None or content == self._saved:
            return
        private_folder(self._path.parent)
        write_atomically(self._path, content.encode())
        self._saved = content

    def _read(self, path: Path) -> None:
        try:
            if path.stat().st_size > LARGEST:
                raise ValueError("too large")
            text = path.read_text("utf-8")
            values = json.loads(text)
            if not isinstance(values, dict):
                raise TypeError("not a table")
        except FileNotFoundError:
            return
        except (OSError, ValueError, TypeError, RecursionError):
            self.damaged = True
            try:
                path.replace(path.with_suffix(".damaged.json"))
            except OSError:
                self._path = None
            return
        self._values, self._saved = values, text
