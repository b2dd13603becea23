"""Ledger lines on their way from the client's thread to the store's: nothing is lost while the store is busy.

The client notes a fetch without waiting; the next job on the store's thread writes them all in its transaction.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from watchlist.domain.fetches import Fetch

if TYPE_CHECKING:
    from watchlist.store.archive import Archive


class LedgerQueue:
    """Holds ledger lines until a store job takes them."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[Fetch, bytes, str]] = deque()
        self.sent = 0

    def note(self, fetch: Fetch, raw: bytes, endpoint: str) -> None:
        """Take a line; called on the loop's thread."""
        self.sent += 1
        self._waiting.append((fetch, raw, endpoint))

    def write(self, archive: Archive) -> None:
        """Write all waiting lines; called on the store's thread, inside its transaction."""
        while self._waiting:
            fetch, raw, endpoint = self._waiting.popleft()
            archive.fetches.note(fetch, raw or None, endpoint)
