"""What can go wrong, named after what a caller can do about it.

    WatchlistError
    ├── SourceError         a provider's fault: shown at that source, the next try is planned
    │   ├── Unreachable     no answer: network, DNS, TLS, time-out
    │   ├── RateLimited     asked too often: ``retry_at`` says when to come back
    │   ├── KeyRejected     the key is missing, wrong or revoked: ask the user
    │   ├── PlanLimit       the plan does not cover this: do not ask again for the same
    │   ├── BadAnswer       an answer that does not hold what was asked for
    │   └── Gone            the thing is not there any more (404, 410, delisted)
    ├── StoreError          our own storage
    │   ├── Locked          another process holds it
    │   ├── TooNew          written by a newer version: refused, untouched
    │   ├── DiskFull        no room: the last batch was not stored
    │   └── Damaged         the file does not hold together
    ├── InputError          something the user typed: ``field`` and ``reason``
    └── Cancelled           the user changed their mind

Never wraps a bug: anything else is ours and reaches the crash hook. No text here may hold a key.
"""

from __future__ import annotations

from watchlist.domain.instants import Instant


class WatchlistError(Exception):
    """Anything that the program expects to go wrong now and then."""


class SourceError(WatchlistError):
    """A provider did not give what was asked; ``source`` is its key in the registry."""

    def __init__(self, source: str, message: str) -> None:
        super().__init__(f"{source}: {message}")
        self.source = source
        self.message = message


class Unreachable(SourceError):
    """No usable connection: network, name, TLS or time-out."""


class RateLimited(SourceError):
    """Asked too often; come back at ``retry_at``."""

    def __init__(self, source: str, message: str, retry_at: Instant) -> None:
        super().__init__(source, message)
        self.retry_at = retry_at


class KeyRejected(SourceError):
    """The key is missing, wrong or revoked."""


class PlanLimit(SourceError):
    """The user's plan does not cover what was asked."""


class BadAnswer(SourceError):
    """The answer does not hold what was asked for."""


class Gone(SourceError):
    """What was asked for does not exist there (any more)."""


class StoreError(WatchlistError):
    """The program's own storage failed; nothing acknowledged is lost."""


class Locked(StoreError):
    """Another process holds the store."""


class TooNew(StoreError):
    """The file was written by a newer version of the program and stays untouched."""


class DiskFull(StoreError):
    """There is no room; the last batch was not stored."""


class Damaged(StoreError):
    """The file does not hold together."""


class InputError(WatchlistError):
    """The user's input cannot be used; shown at ``field``."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


class Cancelled(WatchlistError):
    """The user or the shutdown cancelled the work."""
