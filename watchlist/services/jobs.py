"""Long work that a user can watch and stop: one name, progress told, a flag that the work looks at. Starts no thread.

The work runs on the store's thread or in one of its own; whoever cancels sets a flag, and nothing is torn apart.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING, Self

from watchlist.domain import requests as ask
from watchlist.domain.errors import Cancelled
from watchlist.domain.messages import Progress
from watchlist.services.desk import Handler

if TYPE_CHECKING:
    from types import TracebackType

    from watchlist.services.house import House

_RUNNING: dict[tuple[int, str], Job] = {}


class Job:
    """One piece of long work; as a context it is found by its name while it runs. May be used from any thread."""

    def __init__(self, house: House, name: str, title: str, unit: str, total: int | None = None) -> None:
        self._house = house
        self._key = (id(house), name)
        self._name, self._title, self._unit = name, title, unit
        self.total = total
        self._started = house.clock()
        self._stop = threading.Event()
        self._is_part = False

    def __enter__(self) -> Self:
        _RUNNING[self._key] = self
        self._tell(0)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()  # a caller that went away must not leave its thread at work
        if _RUNNING.get(self._key) is self:
            del _RUNNING[self._key]
        self._tell(self.total or 0, over=True)

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._stop.set()

    def check(self) -> None:
        """Raise Cancelled where the work shall stop."""
        if self._stop.is_set():
            raise Cancelled(f"{self._title}: stopped, nothing was written")

    def went_on(self, done: int) -> None:
        """Tell how far the work is. Raises Cancelled where it shall stop."""
        self.check()
        self._tell(done)

    def part(self) -> Job:
        """Return a job for one step of this one: it stops with it, and tells nothing of its own."""
        part = Job(self._house, "", self._title, self._unit)
        part._stop = self._stop
        part._is_part = True
        return part

    def _tell(self, done: int, *, over: bool = False) -> None:
        if self._is_part:
            return
        self._house.publish(Progress(self._name, self._title, done, self.total, self._unit, self._started, over=over))


async def _cancel(house: House, request: ask.CancelJob) -> bool:
    job = _RUNNING.get((id(house), request.job))
    if job is None:
        return False
    job.cancel()
    return True


HANDLERS: Mapping[type, Handler] = {ask.CancelJob: _cancel}
