"""Everything that a use case may touch, in one frozen place that app.py fills. Never decides anything.

Rule of threads: a use case runs on the loop's thread; whatever reads or writes the store goes through
``house.on_store`` and runs on the store's thread, in one piece.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from watchlist.domain.instants import Instant
from watchlist.domain.messages import Message
from watchlist.sources.registry import SOURCES

if TYPE_CHECKING:
    from watchlist.services.figure_book import FigureBook
    from watchlist.services.key_cache import KeyCache
    from watchlist.services.ledger_queue import LedgerQueue
    from watchlist.services.refresher import Refresher
    from watchlist.services.shelf import Shelf
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
    keys: KeyCache
    setting: Callable[[str], Any]
    set_setting: Callable[[str, Any], None]
    publish: Callable[[Message], None]
    clock: Callable[[], Instant]
    shelf: Shelf
    book: FigureBook
    ledger: LedgerQueue
    refresher: Refresher

    async def on_store(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a piece of work on the store's thread and return what it returns."""
        return await self.worker.run(lambda: work(*args, **kwargs))

    async def load_keys(self, sources: Iterable[str]) -> None:
        """Read the keys of these sources once, so that the client finds them without waiting for the keyring."""
        names = [name for key in sources if key in SOURCES for name in SOURCES[key].keys]
        await self.keys.load(dict.fromkeys(names))

    def usable(self, source: str) -> bool:
        """Return whether a source is known, switched on, and has the key it needs (as far as keys were loaded)."""
        known = SOURCES.get(source)
        if known is None or (not known.default_on and source not in self.setting("sources_on")):
            return False
        hosts = {host for host, _rules in known.hosts}
        if hosts and hosts <= set(self.setting("hosts_off")):
            return False
        return not known.needs_key or any(self.keys.get(name) for name in known.keys)
