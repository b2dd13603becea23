"""A hub that answers at once: panels are tested on the real hub with a loop that runs a question inside ``ask``.

``DirectHub({ListTable: lambda request: table})`` answers from a table of handlers by request type. Answers still
arrive through the hub's own queue, so a test lets the event loop turn (``qtbot.waitUntil`` or ``hub.settle()``).
Handlers may be plain or async functions; one that raises WatchlistError fails the question as a service would.
"""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import Future
from typing import Any

from PySide6.QtCore import QCoreApplication

from watchlist.bridge.hub import Hub
from watchlist.domain.errors import InputError


class SameThread:
    """Runs work to its end before returning, as the loop would in its own thread."""

    def spawn(self, work: Callable[[], Awaitable[Any]], name: str) -> Future[Any]:
        """Run work now."""
        future: Future[Any] = Future()
        future.set_running_or_notify_cancel()

        async def run() -> Any:
            return await work()

        loop = asyncio.new_event_loop()
        try:
            future.set_result(loop.run_until_complete(run()))
        except BaseException as error:  # noqa: BLE001 - a future carries whatever it was
            future.set_exception(error)
        finally:
            loop.close()
        return future


class DirectHub(Hub):
    """A hub with its desk already connected. ``asked`` lists the requests in their order."""

    def __init__(self, handlers: Mapping[type, Callable[[Any], Any]] | None = None) -> None:
        super().__init__()
        self.handlers: dict[type, Callable[[Any], Any]] = dict(handlers or {})
        self.asked: list[Any] = []
        self.connect_desk(SameThread(), self._answer)

    async def _answer(self, request: Any) -> Any:
        self.asked.append(request)
        handler = self.handlers.get(type(request))
        if handler is None:
            raise InputError("test", f"this test has no answer to {type(request).__name__}")
        answer = handler(request)
        return await answer if inspect.isawaitable(answer) else answer

    def settle(self, turns: int = 50) -> None:
        """Let everything that is queued arrive, messages included."""
        for _ in range(turns):
            QCoreApplication.processEvents()
            if not self.under_way() and not self._answers and not self._messages:
                break
            if self._messages and self._flush.isActive():
                self._flush.stop()
                self._send_messages()
        QCoreApplication.processEvents()
