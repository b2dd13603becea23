"""Why a message could not be sent, and whether it makes sense to try again. The text never holds an address or key."""

from __future__ import annotations

from watchlist.domain.errors import WatchlistError


class NotSentError(WatchlistError):
    """A message was not sent; ``again`` says whether a later try may succeed, ``wait`` how long the other side asks."""

    def __init__(self, reason: str, *, again: bool = True, wait: float = 0.0) -> None:
        super().__init__(reason)
        self.again = again
        self.wait = wait
