"""Everything that a use case may touch, in one frozen place that app.py fills. Never decides anything.

Rule of threads: a use case runs on the loop's thread; whatever reads or writes the store goes through
``house.on_store`` and runs on the store's thread, in one piece.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from watchlist.domain.instants import Instant
from watchlist.domain.messages import Message

if TYPE_CHECKING:
    from watchlist.services.figure_book import FigureBook
    from watchlist.services.shelf import Shelf
    from watchlist.settings.secrets import Secrets
    from watchlist.sources.client import Client
    from watchlist.store.archive import Archive
    from watchlist.store.documents import Documents
    from watchlist.store.worker import StoreWorker

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class House:
    """What the services share.

    ``setting`` reads a setting by its key at the moment of asking, so that a changed setting counts at once.
    ``publish`` may be called from any thread.
    """

    folder: Path
    worker: StoreWorker
    archive: Archive
    documents: Documents
    client: Client
    secrets: Secrets
    setting: Callable[[str], Any]
    publish: Callable[[Message], None]
    clock: Callable[[], Instant]
    shelf: Shelf
    book: FigureBook

    async def on_store(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a piece of work on the store's thread and return what it returns."""
        return await self.worker.run(lambda: work(*args, **kwargs))
