"""A profile in a temporary folder and a clock that the test turns."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.store.making import Clock
from watchlist.store.archive import Archive
from watchlist.store.documents import Documents


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def archive(tmp_path: Path, clock: Clock) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", clock) as opened:
        yield opened


@pytest.fixture
def documents(tmp_path: Path, clock: Clock) -> Iterator[Documents]:
    with Documents.open(tmp_path / "documents", clock) as opened:
        yield opened
