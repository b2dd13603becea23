"""The one door between the asyncio thread and Qt: questions go in, answers and messages come out in the main thread.

Must never run anything of a window outside the main thread, never wait for the loop, and never let a burst of
messages reach the event loop as a burst of events.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Awaitable, Callable, Hashable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from watchlist.domain.errors import Cancelled, WatchlistError

if TYPE_CHECKING:
    from concurrent.futures import Future

    from watchlist.bridge.runs import Runs
    from watchlist.domain.messages import Message
    from watchlist.domain.requests import Request

AnswerT = TypeVar("AnswerT")
FLUSH_MS = 100  # at most ten flushes a second
BUDGET = 0.006  # seconds of callbacks per turn of the event loop, so that a frame is never missed
log = logging.getLogger(__name__)


Ask = Callable[[Any], Awaitable[Any]]


class Ticket:
    """A question under way. ``cancel`` ends its task in the loop and keeps both callbacks silent."""

    __slots__ = ("_future", "_lock", "done", "failed", "request", "silent", "then")

    def __init__(
        self,
        request: object,
        then: Callable[[Any], None],
        failed: Callable[[WatchlistError], None] | None,
    ) -> None:
        self.request = request
        self.then = then
        self.failed = failed
        self.silent = False
        self.done = False
        self._future: Future[Any] | None = None
        self._lock = threading.Lock()

    def cancel(self) -> None:
        """Forget the question; safe at any time and more than once."""
        with self._lock:
            self.silent = True
            future = self._future
        if future is not None:
            future.cancel()

    def attach(self, future: Future[Any]) -> None:
        """Tie the ticket to its task."""
        with self._lock:
            self._future = future
            late = self.silent
        if late:
            future.cancel()

    def is_wanted(self) -> bool:
        """Return whether somebody still waits: not cancelled, and the asking object is not destroyed."""
        if self.silent:
            return False
        owner = getattr(self.then, "__self__", None)
        return not isinstance(owner, QObject) or isValid(owner)


class Hub(QObject):
    """Carries requests to the desk and brings answers and messages back.

    Signals:
        changed(object): one merged message of domain.messages, at most ten flushes a second.
        crashed(object): an exception that nobody expected, from a task; the crash hook shows it.
        connected(): the desk is there; questions asked before were sent.
    """

    changed = Signal(object)
    crashed = Signal(object)
    connected = Signal()
    _arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: Runs | None = None
        self._ask: Ask | None = None
        self._closed = False
        self._waiting: list[Ticket] = []
        self._open: set[Ticket] = set()
        self._lock = threading.Lock()
        self._woken = False
        self._answers: deque[tuple[Ticket, Any, BaseException | None]] = deque()
        self._messages: dict[Hashable, Message] = {}
        self._flush = QTimer(self)
        self._flush.setObjectName("hub-flush")
        self._flush.setSingleShot(True)
        self._flush.timeout.connect(self._send_messages)
        self._last_flush = 0.0
        self._turn = QTimer(self)
        self._turn.setObjectName("hub-turn")
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._collect)
        self._arrived.connect(self._turn.start)  # queued from other threads, and never inside the asker's own call

    # Questions

    def connect_desk(self, runs: Runs, ask: Ask) -> None:
        """Give the hub its loop and its desk; what was asked before is sent now, in order."""
        self._runs, self._ask = runs, ask
        waiting, self._waiting = self._waiting, []
        for ticket in waiting:
            self._send(ticket)
        self.connected.emit()

    def ask(
        self,
        request: Request[AnswerT],
        then: Callable[[AnswerT], None],
        failed: Callable[[WatchlistError], None] | None = None,
    ) -> Ticket:
        """Ask the program; the answer is handed to ``then`` in the main thread, later.

        An expected failure goes to ``failed``, or becomes a notice where there is none. Where ``then`` is a method of
        a QObject that is destroyed meanwhile, the answer is dropped. Called from the main thread only.
        """
        ticket = Ticket(request, then, failed)
        if self._closed:
            ticket.cancel()
        elif self._runs is None:
            self._waiting.append(ticket)
        else:
            self._send(ticket)
        return ticket

    @property
    def is_connected(self) -> bool:
        """Whether the desk is there; before that, a question waits."""
        return self._runs is not None

    def under_way(self) -> int:
        """Return how many questions have no answer yet."""
        return len(self._open) + len(self._waiting)

    def close(self) -> None:
        """Refuse further questions, cancel those under way, drop what has not been shown."""
        self._closed = True
        for ticket in [*self._waiting, *self._open]:
            ticket.cancel()
        self._waiting.clear()
        self._open.clear()
        self._flush.stop()
        self._turn.stop()
        with self._lock:
            self._messages.clear()
            self._answers.clear()

    def _send(self, ticket: Ticket) -> None:
        runs, ask = self._runs, self._ask
        if runs is None or ask is None or ticket.silent:
            return
        from watchlist.bridge.boundary import boundary  # noqa: PLC0415 - asyncio is not needed for the first paint

        self._open.add(ticket)
        name = f"ask {type(ticket.request).__name__}"
        try:
            future = runs.spawn(boundary(ask, ticket.request, partial(self._bring, ticket)), name)
        except RuntimeError:
            self._open.discard(ticket)
            log.debug("%s while the program was closing", name)
            return
        ticket.attach(future)

    def _bring(self, ticket: Ticket, answer: object, error: BaseException | None) -> None:
        """Take an answer in any thread, and wake the main thread."""
        with self._lock:
            if self._closed:
                return
            self._answers.append((ticket, answer, error))
        self._wake()

    # Messages

    def publish(self, message: Message) -> None:
        """Tell whoever listens; callable from any thread. Messages of one kind about one thing are merged."""
        from watchlist.bridge.merging import merge_key, merged  # noqa: PLC0415 - after the first paint

        key = merge_key(message)
        with self._lock:
            if self._closed:
                return
            older = self._messages.get(key)
            self._messages[key] = message if older is None else merged(older, message)
        self._wake()

    def _wake(self) -> None:
        """Post one event however much has arrived since the last turn."""
        with self._lock:
            if self._woken or self._closed:
                return
            self._woken = True
        self._arrived.emit()

    @Slot()
    def _collect(self) -> None:
        with self._lock:
            self._woken = False
            some = bool(self._messages)
        if self._closed:
            return
        if some and not self._flush.isActive():
            since = (time.monotonic() - self._last_flush) * 1000
            self._flush.start(max(0, round(FLUSH_MS - since)))
        self._deliver()

    def _deliver(self) -> None:
        end = time.monotonic() + BUDGET
        while True:
            with self._lock:
                if not self._answers:
                    return
                ticket, answer, error = self._answers.popleft()
            self._open.discard(ticket)
            ticket.done = True
            if ticket.is_wanted():
                self._hand_over(ticket, answer, error)
            if time.monotonic() > end:
                self._wake()
                return

    def _hand_over(self, ticket: Ticket, answer: object, error: BaseException | None) -> None:
        if error is None:
            ticket.then(answer)
        elif isinstance(error, WatchlistError):
            if ticket.failed is not None:
                ticket.failed(error)
            else:
                self._tell(ticket, error)
        else:
            self.crashed.emit(error)

    def _tell(self, ticket: Ticket, error: WatchlistError) -> None:
        from watchlist.domain.messages import Notice, Severity  # noqa: PLC0415 - after the first paint

        if isinstance(error, Cancelled):
            return
        name = type(ticket.request).__name__
        self.publish(Notice(f"failed:{name}", Severity.ERROR, self.tr("That did not work"), str(error)))

    @Slot()
    def _send_messages(self) -> None:
        self._last_flush = time.monotonic()
        with self._lock:
            messages, self._messages = self._messages, {}
        for message in messages.values():
            self.changed.emit(message)
