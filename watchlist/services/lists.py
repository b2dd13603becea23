"""The user's lists and what stands in them: every change is one atomic write, so that undo is the old value."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import replace

from watchlist.domain import requests as ask
from watchlist.domain.answers import Candidate, WatchList, WatchTable
from watchlist.domain.errors import InputError
from watchlist.domain.messages import DataChanged, ListsChanged
from watchlist.domain.network import Network
from watchlist.services.desk import Handler
from watchlist.services.house import House
from watchlist.services.rows import watch_row
from watchlist.services.smart import members_by_rule
from watchlist.sources import network_files

TABLE = "lists"
FIRST = "main"


def read_lists(house: House) -> tuple[WatchList, ...]:
    """Return all lists in the user's order; a fresh profile has one empty list. Runs on the store's thread."""
    entries = house.documents.table(TABLE).all()
    lists = sorted((_list_of(entry) for entry in entries), key=lambda one: (one.position, one.id))
    return tuple(lists) or (WatchList(FIRST, "Watchlist", ()),)


def members(house: House, one: WatchList) -> tuple[str, ...]:
    """Return a list's members; those of a smart list are found by its rule, newest figures decide."""
    if one.smart:
        return members_by_rule(house, one.smart)
    return one.members


def watched(house: House) -> tuple[Network, ...]:
    """Return every network on any list, each once. Runs on the store's thread."""
    ids = dict.fromkeys(member for one in read_lists(house) if not one.smart for member in one.members)
    return house.shelf.some(ids)


def write_lists(house: House, lists: tuple[WatchList, ...]) -> None:
    """Keep these lists in this order. Runs on the store's thread."""
    known = [one.id for one in lists]
    if len(set(known)) != len(known):
        raise InputError("lists", "two lists have the same id")
    house.documents.table(TABLE).replace_all({one.id: _entry_of(one, position) for position, one in enumerate(lists)})


def add_simulated(house: House) -> None:
    """Put the simulated networks on the first list where that is empty. Runs on the store's thread."""
    kept = read_lists(house)
    if not kept[0].members:
        simulated = tuple(network.id for network in house.shelf.all() if network.simulated)
        write_lists(house, (replace(kept[0], members=simulated), *kept[1:]))


async def _lists(house: House, _request: ask.Lists) -> tuple[WatchList, ...]:
    return await house.on_store(read_lists, house)


async def _save_lists(house: House, request: ask.SaveLists) -> tuple[WatchList, ...]:
    await house.on_store(write_lists, house, request.lists)
    house.publish(ListsChanged(TABLE))
    return request.lists


async def _table(house: House, request: ask.ListTable) -> WatchTable:
    return await house.on_store(_read_table, house, request)


def _read_table(house: House, request: ask.ListTable) -> WatchTable:
    lists = read_lists(house)
    chosen = next((one for one in lists if one.id == request.list_id), lists[0])
    return table_of(house, chosen, request.metrics)


def table_of(house: House, chosen: WatchList, metrics: tuple[str, ...]) -> WatchTable:
    """Return a list with the newest figures of its members. Runs on the store's thread."""
    groups = dict(chosen.groups)
    notes = {str(entry.get("id")): entry for entry in house.documents.table("notes").all()}
    rows = tuple(
        watch_row(house, network, metrics, notes.get(network.id), groups.get(network.id, ""))
        for network in house.shelf.some(members(house, chosen))
    )
    house.book.keep()
    return WatchTable(chosen.id, chosen.title, rows, house.clock())


async def _by_rule(house: House, request: ask.MembersByRule) -> tuple[str, ...]:
    return await house.on_store(members_by_rule, house, request.rule)


async def _networks(house: House, _request: ask.Networks) -> tuple[Network, ...]:
    return await house.on_store(watched, house)


async def _shipped(house: House, _request: ask.ShippedNetworks) -> tuple[Network, ...]:
    return house.shelf.all()


async def _add(house: House, request: ask.AddNetwork) -> Network:
    network = await house.on_store(_add_now, house, request.id, request.text, request.candidate, request.list_id)
    house.publish(ListsChanged(TABLE))
    house.publish(DataChanged(network.id))
    return network


def _add_now(house: House, network_id: str, text: str, candidate: Candidate | None, list_id: str) -> Network:
    if candidate is not None:
        shipped = dict(candidate.identity).get("id")
        if shipped:
            network_id = shipped
        else:
            from watchlist.services.candidates import network_text  # noqa: PLC0415 - only when something is added

            text = network_text(candidate)
    network = house.shelf.add_own(text) if text else house.shelf.get(network_id)
    lists = list(read_lists(house))
    at = next((place for place, one in enumerate(lists) if one.id == list_id), 0)
    if network.id not in lists[at].members:
        old = lists[at]
        lists[at] = WatchList(old.id, old.title, (*old.members, network.id), old.groups, old.smart, old.position)
        write_lists(house, tuple(lists))
    return network


async def _check_file(_house: House, request: ask.CheckNetworkFile) -> Network:
    return network_files.read(request.text, request.name, own=True)


async def _remove(house: House, request: ask.RemoveNetwork) -> None:
    await house.on_store(_remove_now, house, request.id)
    house.publish(ListsChanged(TABLE))


def _remove_now(house: House, network_id: str) -> None:
    lists = tuple(
        WatchList(
            one.id, one.title, tuple(m for m in one.members if m != network_id), one.groups, one.smart, one.position
        )
        for one in read_lists(house)
    )
    write_lists(house, lists)


def _list_of(entry: Mapping[str, object]) -> WatchList:
    raw_members = entry.get("members", [])
    raw_groups = entry.get("groups", {})
    return WatchList(
        str(entry.get("id") or uuid.uuid4().hex),
        str(entry.get("title", "")),
        tuple(str(one) for one in raw_members) if isinstance(raw_members, list) else (),
        tuple((str(k), str(v)) for k, v in raw_groups.items()) if isinstance(raw_groups, dict) else (),
        str(entry.get("smart", "")),
        int(str(entry.get("position", 0))),
    )


def _entry_of(one: WatchList, position: int) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "members": list(one.members),
        "groups": dict(one.groups),
        "smart": one.smart,
        "position": position,
    }


HANDLERS: Mapping[type, Handler] = {
    ask.Lists: _lists,
    ask.SaveLists: _save_lists,
    ask.MembersByRule: _by_rule,
    ask.ListTable: _table,
    ask.Networks: _networks,
    ask.ShippedNetworks: _shipped,
    ask.AddNetwork: _add,
    ask.CheckNetworkFile: _check_file,
    ask.RemoveNetwork: _remove,
}
