"""Keys on their way from the keyring to the client, which must not wait: read in a worker thread, kept in memory.

The keyring is asked only for keys of sources that are about to be used. Never shows or logs a key.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from watchlist.domain.messages import Message, Notice, Severity
from watchlist.settings.secrets import KeyringTrouble

if TYPE_CHECKING:
    from watchlist.settings.secrets import Secrets


class KeyCache:
    """Remembers which keys there are; ``get`` answers at once."""

    def __init__(self, secrets: Secrets, publish: Callable[[Message], None]) -> None:
        self._secrets = secrets
        self._publish = publish
        self._known: dict[str, str] = {}

    @property
    def secrets(self) -> Secrets:
        """The keyring behind this."""
        return self._secrets

    def get(self, name: str) -> str:
        """Return a key that was loaded, empty where there is none."""
        return self._known.get(name, "")

    def forget(self, name: str) -> None:
        """Ask the keyring anew for this key the next time."""
        self._known.pop(name, None)

    async def load(self, names: Iterable[str]) -> None:
        """Ask the keyring for keys that were not asked for yet; trouble is told once and counts as no key."""
        for name in names:
            if name in self._known:
                continue
            try:
                secret = await asyncio.to_thread(self._secrets.get, name)
            except KeyringTrouble as error:
                self._publish(Notice("keyring", Severity.WARNING, "The keyring could not be used", str(error)))
                return
            self._known[name] = secret.reveal() if secret is not None else ""
