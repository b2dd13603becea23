"""The one thread ``watchlist-db``: everything of the store, the metrics and the alerts runs here, one job at a time.

Must never run two jobs at once and never lose an error: each job's outcome is in its future.
"""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, ParamSpec, TypeAlias, TypeVar

from watchlist.domain.errors import StoreError

NAME = "watchlist-db"
P = ParamSpec("P")
T = TypeVar("T")
_Job: TypeAlias = tuple["Future[Any]", Callable[[], Any]]


class StoreWorker:
    """Runs jobs in the order in which they came. Safe to call from any thread."""

    def __init__(self) -> None:
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._gate = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False

    def start(self) -> None:
        """Start the thread; a second call does nothing."""
        with self._gate:
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._work, name=NAME, daemon=True)
                self._thread.start()

    def submit(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Queue a job. Raises StoreError after ``close``."""
        future: Future[T] = Future()
        with self._gate:
            if self._closed:
                raise StoreError("The store is closed.")
            self._jobs.put((future, lambda: work(*args, **kwargs)))
        return future

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a job and wait for what it returns or raises. Cancelling drops a job that has not begun."""
        return await asyncio.wrap_future(self.submit(work, *args, **kwargs))

    def close(self, timeout: float = 5.0) -> bool:
        """Take no more jobs, finish those that were queued; return whether all ended in time."""
        with self._gate:
            if not self._closed:
                self._closed = True
                self._jobs.put(None)
            thread = self._thread
        if thread is None or thread is threading.current_thread():
            return True
        thread.join(timeout)
        return not thread.is_alive()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            future, work = job
            if future.set_running_or_notify_cancel():
                _settle(future, work)
            del job, future, work  # nothing of a job outlives it


def _settle(future: Future[Any], work: Callable[[], Any]) -> None:
    try:
        result = work()
    except BaseException as error:  # noqa: BLE001 - the asker gets it; a thread that dies would lose all later jobs
        future.set_exception(error)
    else:
        future.set_result(result)
