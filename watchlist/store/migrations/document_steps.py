"""The migrations of documents, in order: each takes a table's name and entries of one version and returns the next.

Apart from those of the archive, so that opening documents does not import DuckDB.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias

from watchlist.store.document_file import VERSION, Content, Entries

DocumentStep: TypeAlias = Callable[[str, Entries], Entries]

DOCUMENT_STEPS: tuple[DocumentStep, ...] = ()
"""Step n leads from version n + 1 to n + 2; the first layout needs none."""


def migrated(table: str, content: Content, steps: tuple[DocumentStep, ...] = DOCUMENT_STEPS) -> Content:
    """Return a table's content in the newest layout; it is written with the next change."""
    entries = content.entries
    for step in steps[content.version - 1 :]:
        entries = step(table, entries)
    return replace(content, entries=entries, version=max(content.version, VERSION))
