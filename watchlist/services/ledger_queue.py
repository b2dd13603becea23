"""What the client notes on its way to the store: ledger lines, used budgets, validators of unchanged answers.

The client notes without waiting; the next job on the store's thread writes it all in its transaction, so that a
budget survives a restart and a validator is never kept without the rows it stands for.
"""

from __future__ import annotations

import json
from collections import deque
from typing import TYPE_CHECKING

from watchlist.domain.fetches import Fetch

if TYPE_CHECKING:
    from watchlist.store.archive import Archive

VALIDATORS = "validators"
MOST_VALIDATORS = 5000


class LedgerQueue:
    """Holds what was noted until a store job takes it."""

    def __init__(self) -> None:
        self._waiting: deque[tuple[Fetch, bytes, str]] = deque()
        self._budgets: dict[tuple[str, str], tuple[int, int]] = {}
        self._new_budgets: dict[tuple[str, str], tuple[int, int]] = {}
        self._validators: dict[str, tuple[str, str]] = {}
        self._new_validators = False
        self.sent = 0

    def load(self, archive: Archive) -> None:
        """Read budgets and validators of earlier runs; called once, on the store's thread."""
        self._budgets = dict(archive.fetches.budgets())
        kept = archive.blobs.load(VALIDATORS)
        try:
            found = json.loads(kept) if kept else {}
        except ValueError:
            found = {}
        if isinstance(found, dict):
            self._validators = {str(k): (str(v[0]), str(v[1])) for k, v in found.items() if len(v) == 2}

    def note(self, fetch: Fetch, raw: bytes, endpoint: str) -> None:
        """Take a ledger line; called on the loop's thread."""
        self.sent += 1
        self._waiting.append((fetch, raw, endpoint))

    def budget(self, host: str, window: str) -> tuple[int, int] | None:
        """Return what was used of a host's budget: (period, used)."""
        return self._budgets.get((host, window))

    def set_budget(self, host: str, window: str, period: int, used: int) -> None:
        """Take what is used of a host's budget now."""
        self._budgets[host, window] = self._new_budgets[host, window] = (period, used)

    def validator(self, name: str) -> tuple[str, str] | None:
        """Return the validators of an earlier answer: entity tag and date of change."""
        return self._validators.get(name)

    def set_validator(self, name: str, etag: str, modified: str) -> None:
        """Take the validators of an answer whose rows are stored."""
        self._validators.pop(name, None)
        self._validators[name] = (etag, modified)
        while len(self._validators) > MOST_VALIDATORS:
            del self._validators[next(iter(self._validators))]
        self._new_validators = True

    def write(self, archive: Archive) -> None:
        """Write all that waits; called on the store's thread, inside its transaction."""
        while self._waiting:
            fetch, raw, endpoint = self._waiting.popleft()
            archive.fetches.note(fetch, raw or None, endpoint)
        while self._new_budgets:
            (host, window), (period, used) = self._new_budgets.popitem()
            archive.fetches.set_budget(host, window, period, used)

    def write_validators(self, archive: Archive) -> None:
        """Write the validators; called after the transaction of the rows that they stand for."""
        if self._new_validators:
            self._new_validators = False
            archive.blobs.save(VALIDATORS, json.dumps(dict(self._validators)).encode())
