"""The migrations of the archive, in order; step n leads from version n to n + 1."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from watchlist.store.database import Database
from watchlist.store.migrations import archive_0001_first_tables

ArchiveStep: TypeAlias = Callable[[Database], None]

ARCHIVE_STEPS: tuple[ArchiveStep, ...] = (archive_0001_first_tables.upgrade,)
