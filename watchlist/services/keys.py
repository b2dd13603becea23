"""The user's keys at the counter: which there are, keeping, testing and removing them. Never shows or logs one."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from watchlist.domain import requests as ask
from watchlist.domain.errors import InputError
from watchlist.domain.messages import SourcesChanged
from watchlist.services.desk import Handler
from watchlist.services.house import House
from watchlist.sources.registry import SOURCES


async def _states(house: House, _request: ask.KeyStates) -> tuple[tuple[str, str, bool, str], ...]:
    """Return, per key name, its title, whether one is kept, and where."""
    rows: list[tuple[str, str, bool, str]] = []
    await house.load_keys(SOURCES)
    place = (await asyncio.to_thread(house.keys.secrets.place)).title
    for source in SOURCES.values():
        for name in source.keys:
            kept = bool(house.keys.get(name))
            rows.append((name, source.title, kept, place if kept else ""))
    return tuple(dict.fromkeys(rows))


async def _set(house: House, request: ask.SetKey) -> None:
    value = request.value.strip()
    if value:
        await asyncio.to_thread(house.keys.secrets.set, request.name, value)
    else:
        await asyncio.to_thread(house.keys.secrets.remove, request.name)
    house.keys.forget(request.name)
    house.client.renew()
    for source in SOURCES.values():
        if request.name in source.keys:
            house.publish(SourcesChanged(source.key))


async def _test(house: House, request: ask.TestKey) -> str:
    for source in SOURCES.values():
        if request.name in source.keys:
            await house.load_keys((source.key,))
            return await source.provider().check_key(house.client)
    raise InputError("key", f"no source uses a key called {request.name!r}")


HANDLERS: Mapping[type, Handler] = {ask.KeyStates: _states, ask.SetKey: _set, ask.TestKey: _test}
