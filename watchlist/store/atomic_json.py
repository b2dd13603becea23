"""Small JSON files that are either old or new, never half: what the program remembers beside its two stores.

Must never hold what a user made (that is in documents) or what was pulled (that is in the archive).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from watchlist.domain.atomic_file import write_atomically
from watchlist.domain.errors import Damaged
from watchlist.store.faults import file_edge


def save_json(path: Path, value: Any) -> None:
    """Write a value in one atomic, fsynced step. Raises StoreError (DiskFull where there is no room)."""
    with file_edge(path):
        write_atomically(path, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def load_json(path: Path) -> Any:
    """Return a value, None where the file is absent. Raises Damaged for a file that is no JSON, StoreError."""
    with file_edge(path):
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return None
    try:
        return json.loads(content)
    except ValueError as error:
        raise Damaged(f"{path} does not hold together. Remove it: it is made anew.") from error
