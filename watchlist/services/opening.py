"""Opens the house: stores, client, keys and desk, in order, and closes them in the opposite one. No use case itself.

The window, the terminal and the tests come in through this one door.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from watchlist.domain.instants import Instant
from watchlist.domain.messages import Message, Notice, Severity
from watchlist.services.bell import Bell
from watchlist.services.desk import Desk
from watchlist.services.figure_book import FigureBook, metric_options
from watchlist.services.house import House
from watchlist.services.key_cache import KeyCache
from watchlist.services.ledger_queue import LedgerQueue
from watchlist.services.refresher import Refresher
from watchlist.services.schedule import keep_refreshing
from watchlist.services.shelf import Shelf
from watchlist.services.table import TABLES
from watchlist.settings.resources import resource
from watchlist.settings.secrets import Secrets
from watchlist.sources.client import Client, Hooks
from watchlist.sources.client_options import ClientOptions
from watchlist.sources.registry import host_rules
from watchlist.store.archive import Archive
from watchlist.store.documents import Documents
from watchlist.store.worker import StoreWorker

if TYPE_CHECKING:
    from pathlib import Path

CLOSING = 3.0
DELIVER_AFTER = 1.0  # seconds


class Folders(Protocol):
    """Where things are kept, as settings.paths says it."""

    @property
    def data(self) -> Path:
        """The folder of everything."""

    @property
    def archive(self) -> Path:
        """The folder of the archive."""

    @property
    def documents(self) -> Path:
        """The folder of the documents."""


@dataclass(frozen=True, slots=True, eq=False)
class _Stores:
    archive: Archive
    documents: Documents
    shelf: Shelf


def wall_clock() -> Instant:
    """Return the present instant."""
    return time.time_ns() // 1000


@asynccontextmanager
async def open_house(
    folders: Folders,
    setting: Callable[[str], Any],
    set_setting: Callable[[str, Any], None],
    publish: Callable[[Message], None],
    *,
    safe_mode: bool = False,
    scheduled: bool = True,
    demo: bool = False,
    clock: Callable[[], Instant] = wall_clock,
) -> AsyncIterator[Desk]:
    """Open everything and yield the desk. Raises StoreError where a store cannot be opened.

    ``safe_mode`` pulls nothing; ``scheduled`` is false where the caller refreshes by itself (the terminal).
    ``demo`` puts the simulated networks on an empty list.
    """
    worker = StoreWorker()
    worker.start()
    try:
        stores = await worker.run(_open, folders, clock)
        try:
            bell = Bell(publish)
            house = _furnish(folders, worker, stores, setting, set_setting, bell, clock)
            _tell(house, stores)
            await worker.run(house.ledger.load, stores.archive)
            if demo:
                from watchlist.services.lists import add_simulated  # noqa: PLC0415 - a start without it is quicker

                await worker.run(add_simulated, house)
            async with house.client:
                tasks = _start_schedule(house, bell) if scheduled and not safe_mode else ()
                try:
                    yield Desk(house, *TABLES)
                finally:
                    await _stop(house, tasks)
        finally:
            await asyncio.shield(worker.run(_close, stores))
    finally:
        worker.close(CLOSING)


def _open(folders: Folders, clock: Callable[[], Instant]) -> _Stores:
    documents = Documents.open(folders.documents, clock)
    try:
        archive = Archive.open(folders.archive, clock)
    except BaseException:
        documents.close()
        raise
    shelf = Shelf(documents, resource("networks"))
    shelf.reload()
    return _Stores(archive, documents, shelf)


def _close(stores: _Stores) -> None:
    stores.archive.close()
    stores.documents.close()


def _furnish(
    folders: Folders,
    worker: StoreWorker,
    stores: _Stores,
    setting: Callable[[str], Any],
    set_setting: Callable[[str, Any], None],
    publish: Callable[[Message], None],
    clock: Callable[[], Instant],
) -> House:
    ledger = LedgerQueue()
    keys = KeyCache(_secrets(setting, publish), publish)
    hooks = Hooks(
        keys=keys.get,
        on_fetch=ledger.note,
        enabled=lambda host: host not in setting("hosts_off"),
        online=lambda: not setting("offline"),
        load_budget=ledger.budget,
        save_budget=ledger.set_budget,
        load_validator=ledger.validator,
        save_validator=ledger.set_validator,
    )
    return House(
        folder=folders.data,
        worker=worker,
        archive=stores.archive,
        documents=stores.documents,
        client=Client(
            clock, host_rules(lambda name: bool(keys.get(name))), hooks, ClientOptions(proxy=str(setting("proxy")))
        ),
        keys=keys,
        setting=setting,
        set_setting=set_setting,
        publish=publish,
        clock=clock,
        shelf=stores.shelf,
        book=FigureBook(stores.archive, stores.documents, stores.shelf, partial(metric_options, setting)),
        ledger=ledger,
        refresher=Refresher(),
    )


def _secrets(setting: Callable[[str], Any], publish: Callable[[Message], None]) -> Secrets:
    def told(sentence: str) -> None:
        publish(Notice("keys", Severity.WARNING, "Keys are not kept", sentence))

    return Secrets(use_keyring=setting("keyring") == "auto", told=told)


def _tell(house: House, stores: _Stores) -> None:
    """Say what opening found: files that were damaged and replaced, network files that cannot be read."""
    for finding in stores.documents.findings:
        severity = Severity.WARNING if finding.repaired else Severity.ERROR
        house.publish(Notice(f"{finding.what}", severity, "A file was damaged", finding.detail))
    for problem in stores.shelf.problems:
        house.publish(Notice(f"network:{problem.field}", Severity.WARNING, "A network file is left out", str(problem)))


def _start_schedule(house: House, bell: Bell) -> tuple[asyncio.Task[None], ...]:
    return (
        asyncio.create_task(keep_refreshing(house), name="schedule"),
        asyncio.create_task(_deliver(house, bell), name="delivery"),
    )


async def _deliver(house: House, bell: Bell) -> None:
    """Deliver messages for ever, once the panels have been filled; the channels are imported beside the loop."""
    await asyncio.sleep(DELIVER_AFTER)
    await asyncio.to_thread(import_module, "watchlist.services.delivery")
    from watchlist.services.delivery import keep_delivering  # noqa: PLC0415 - alarms and channels take 50 ms

    await keep_delivering(house, bell)


async def _stop(house: House, tasks: tuple[asyncio.Task[None], ...]) -> None:
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.wait(tasks, timeout=CLOSING)
    await asyncio.wait([asyncio.create_task(house.refresher.cancel(), name="stop refresh")], timeout=CLOSING)
