"""A house with a real store in a folder of its own, a client that reaches nobody, and a clock that stands still."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from watchlist.domain.instants import Instant
from watchlist.domain.messages import Message
from watchlist.services import table
from watchlist.services.desk import Desk
from watchlist.services.figure_book import FigureBook, metric_options
from watchlist.services.house import House
from watchlist.services.key_cache import KeyCache
from watchlist.services.ledger_queue import LedgerQueue
from watchlist.services.refresher import Refresher
from watchlist.services.shelf import Shelf
from watchlist.settings.resources import resource
from watchlist.settings.secrets import Secrets
from watchlist.settings.values import Settings
from watchlist.sources.client import Client, Hooks
from watchlist.sources.registry import rules_of
from watchlist.sources.simulated import DEFAULT_UNTIL
from watchlist.store.archive import Archive
from watchlist.store.documents import Documents
from watchlist.store.worker import StoreWorker


@dataclass
class Clock:
    """A clock that tests move by hand."""

    now: Instant = DEFAULT_UNTIL

    def __call__(self) -> Instant:
        return self.now


@dataclass
class TestHouse:
    """A house and what it published."""

    __test__ = False
    house: House
    desk: Desk
    clock: Clock
    told: list[Message] = field(default_factory=list)


@contextmanager
def open_house(folder: Path, **settings: Any) -> Iterator[TestHouse]:
    """Open a house in a folder; closing it closes both stores."""
    clock = Clock()
    told: list[Message] = []
    values = Settings()
    values.change(settings)
    worker = StoreWorker()
    worker.start()
    archive, documents, shelf = worker.submit(_open, folder, clock).result()
    ledger = LedgerQueue()
    keys = KeyCache(Secrets(use_keyring=False), told.append)
    house = House(
        folder=folder,
        worker=worker,
        archive=archive,
        documents=documents,
        client=Client(clock, rules_of, Hooks(keys=keys.get, on_fetch=ledger.note)),
        keys=keys,
        setting=values.get,
        set_setting=values.set,
        publish=told.append,
        clock=clock,
        shelf=shelf,
        book=FigureBook(archive, documents, shelf, lambda: metric_options(values.get)),
        ledger=ledger,
        refresher=Refresher(),
    )
    try:
        yield TestHouse(house, Desk(house, *table.TABLES), clock, told)
    finally:
        worker.submit(_close, archive, documents).result()
        worker.close()


def _open(folder: Path, clock: Clock) -> tuple[Archive, Documents, Shelf]:
    documents = Documents.open(folder / "documents", clock)
    shelf = Shelf(documents, resource("networks"))
    shelf.reload()
    return Archive.open(folder / "archive", clock), documents, shelf


def _close(archive: Archive, documents: Documents) -> None:
    archive.close()
    documents.close()
