"""Rings when a message says that something may have gone to the outbox. Knows nothing of how it is delivered."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from watchlist.domain.messages import FiringsChanged, Message


class Bell:
    """Passes messages on and rings when something may have gone to the outbox."""

    def __init__(self, publish: Callable[[Message], None]) -> None:
        self._publish = publish
        self._ring: Callable[[], object] | None = None

    def __call__(self, message: Message) -> None:
        """Publish a message."""
        self._publish(message)
        ring = self._ring
        if ring is not None and isinstance(message, FiringsChanged):
            with suppress(RuntimeError):  # the loop was closed in this moment
                ring()

    def listen(self, ring: Callable[[], object] | None) -> None:
        """Ring this from now on."""
        self._ring = ring
