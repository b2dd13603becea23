"""What the window needs of those below that it may not import: the user's settings and what is remembered.

Types only; nothing at run time imports this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol


class Choices(Protocol):
    """The user's settings, as settings.values keeps them."""

    def __getitem__(self, key: str) -> Any:
        """Return the value in force."""

    def change(self, values: Mapping[str, object]) -> None:
        """Change settings; raises InputError or StoreError."""

    def reset(self, keys: Iterable[str] | None = None) -> None:
        """Put settings back to their defaults."""

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call the listener with the key of each setting that changes."""

    def is_overridden(self, key: str) -> bool:
        """Return whether the command line decides this one."""

    def is_default(self, key: str) -> bool:
        """Return whether the user left this one alone."""


class Memory(Protocol):
    """What the window remembers, as settings.state keeps it."""

    def get(self, name: str, default: Any = None) -> Any:
        """Return a remembered value."""

    def set(self, name: str, value: Any) -> None:
        """Remember a value; None forgets it."""

    def save(self) -> None:
        """Write what changed; raises OSError."""
