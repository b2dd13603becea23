"""The user's documents as they are: notes, views, theses, annotations, silences, shortcuts. Checks nothing of them."""

from __future__ import annotations

from collections.abc import Mapping

from watchlist.domain import requests as ask
from watchlist.domain.answers import Finding, Json
from watchlist.domain.errors import InputError
from watchlist.domain.messages import ListsChanged
from watchlist.services.desk import Handler
from watchlist.services.house import House

OPEN_TABLES = frozenset(
    {
        "notes", "tags", "views", "theses", "annotations", "silences", "shortcuts", "formulas", "imports", "channels",
        "calendar", "charts", "rules", "exclusions", "preferences", "snapshots",
    }
)  # fmt: skip


def entries(house: House, table: str) -> dict[str, Json]:
    """Return all entries of a table by id. Runs on the store's thread."""
    return {str(entry.get("id")): entry for entry in house.documents.table(_open(table)).all()}


async def _read(house: House, request: ask.Documents) -> dict[str, Json]:
    return await house.on_store(entries, house, request.table)


async def _save(house: House, request: ask.SaveDocument) -> None:
    await house.on_store(_save_now, house, request)
    house.publish(ListsChanged(request.table))


def _save_now(house: House, request: ask.SaveDocument) -> None:
    table = house.documents.table(_open(request.table))
    if request.value is None:
        table.remove(request.id)
    else:
        table.put(request.id, {**request.value, "id": request.id})


def _open(table: str) -> str:
    if table not in OPEN_TABLES:
        raise InputError("table", f"{table!r} is not a table of the user's documents")
    return table


async def _doctor(house: House, _request: ask.Doctor) -> tuple[Finding, ...]:
    def look() -> tuple[Finding, ...]:
        return (*house.documents.doctor(), *house.archive.doctor())

    return await house.on_store(look)


HANDLERS: Mapping[type, Handler] = {ask.Documents: _read, ask.SaveDocument: _save, ask.Doctor: _doctor}
