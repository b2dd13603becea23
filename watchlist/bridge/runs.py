"""What the hub needs of the loop; tests put a synchronous double in its place. A type only."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from typing import Any, Protocol


class Runs(Protocol):
    """Runs work somewhere else."""

    def spawn(self, work: Callable[[], Awaitable[Any]], name: str) -> Future[Any]:
        """Run work as a task of its own; cancelling the future cancels it. Raises RuntimeError when stopped."""
