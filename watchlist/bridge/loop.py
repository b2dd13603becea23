"""The one asyncio loop, in its own named thread, reached through a blocking portal.

Nothing here knows Qt. Must never let the caller wait for longer than it said: stopping has a time limit even when a
task does not listen.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from anyio.from_thread import BlockingPortal

T = TypeVar("T")
NAME = "watchlist-io"
log = logging.getLogger(__name__)


class Loop:
    """Owns the thread ``watchlist-io``. ``start`` and ``stop`` are called once each, by the same owner."""

    def __init__(self) -> None:
        self._portal: BlockingPortal | None = None
        self._context: AbstractContextManager[BlockingPortal] | None = None

    def start(self) -> None:
        """Start the thread and wait until its loop runs (a few milliseconds once anyio is imported)."""
        from anyio.from_thread import start_blocking_portal  # noqa: PLC0415 - 60 ms that the first paint does not need

        if self._context is not None:
            raise RuntimeError("the loop was started before")
        self._context = start_blocking_portal("asyncio", name=NAME)
        self._portal = self._context.__enter__()

    @property
    def running(self) -> bool:
        """Whether work is taken."""
        return self._portal is not None

    def spawn(self, work: Callable[[], Awaitable[T]], name: str) -> Future[T]:
        """Run ``work`` as a task; cancelling the future cancels the task. Raises RuntimeError when stopped."""
        if self._portal is None:
            raise RuntimeError("the loop does not run")
        return self._portal.start_task_soon(work, name=name)

    def call(self, work: Callable[[], Awaitable[T]], name: str, timeout: float) -> T:
        """Run ``work`` in the loop and wait for it. Raises TimeoutError; the task is cancelled then."""
        future = self.spawn(work, name)
        try:
            return future.result(timeout)
        except TimeoutError:
            future.cancel()
            raise

    def stop(self, timeout: float) -> bool:
        """Cancel every task, end the thread; return whether it ended in time. The thread never keeps the process."""
        portal, context = self._portal, self._context
        self._portal = None
        if portal is None or context is None:
            return True
        self._context = None

        def leave() -> None:
            try:
                portal.call(portal.stop, True)
            except RuntimeError:
                log.debug("the loop had stopped already")
            context.__exit__(None, None, None)

        closer = threading.Thread(target=leave, name="watchlist-io-stop", daemon=True)
        closer.start()
        closer.join(timeout)
        if closer.is_alive():
            log.error("a task did not stop within %.1f s and was left behind", timeout)
            return False
        return True
