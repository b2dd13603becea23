"""Channels at the counter: which there are, keeping and removing them, a test message, and the log of deliveries.

Addresses and secrets go to the keyring only; a document of a channel holds nothing secret.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Mapping

from watchlist.channels import outside
from watchlist.channels.addresses import judged_url
from watchlist.channels.parcel import Parcel, checked_template
from watchlist.channels.refusal import NotSentError
from watchlist.domain import requests as ask
from watchlist.domain.deliveries import ChannelRow, Delivery, DeliveryState
from watchlist.domain.errors import InputError
from watchlist.domain.instants import iso
from watchlist.domain.messages import ListsChanged
from watchlist.services.delivery import DESKTOP, TABLE, Courier, channel_entry, key_name, read_state
from watchlist.services.desk import Handler
from watchlist.services.house import House

KINDS = ("webhook", "apprise")


def channel_rows(house: House) -> tuple[ChannelRow, ...]:
    """Return all channels, the desktop first. On the store's thread."""
    desktop = channel_entry(house, DESKTOP) or {}
    waiting: dict[str, int] = {}
    for one in house.archive.outbox.log(states=(DeliveryState.WAITING,), limit=100_000):
        waiting[one.channel] = waiting.get(one.channel, 0) + 1
    states = read_state(house)
    rows = []
    for entry in (desktop, *house.documents.table(TABLE).all()):
        key = str(entry.get("id", ""))
        state = states.get(key, {})
        last = state.get("last")
        rows.append(
            ChannelRow(
                key,
                str(entry.get("title", key)),
                str(entry.get("kind", "")),
                bool(entry.get("enabled", True)),
                str(entry.get("shown", "")),
                str(entry.get("template", "")),
                waiting.get(key, 0),
                str(state.get("error", "")) if state.get("failing") else "",
                last if isinstance(last, int) else None,
            )
        )
    return tuple(rows)


def check_channel(request: ask.SaveChannel, *, private: bool) -> None:
    """Raise InputError with the field that is wrong. Resolves no name."""
    if not request.title.strip():
        raise InputError("title", "a channel needs a name")
    if request.kind not in KINDS:
        raise InputError("kind", f"is one of {', '.join(KINDS)}")
    if request.template:
        checked_template(request.template)
    if not request.id and not request.address:
        raise InputError("address", "a channel needs an address")
    if request.address:
        try:
            if request.kind == "webhook":
                judged_url(request.address, private=private)
            else:
                outside.check(request.address)
        except NotSentError as error:
            raise InputError("address", str(error)) from None


async def _channels(house: House, _request: ask.Channels) -> tuple[ChannelRow, ...]:
    return await house.on_store(channel_rows, house)


async def _save(house: House, request: ask.SaveChannel) -> str:
    private = bool(house.setting("private_addresses"))
    await asyncio.to_thread(check_channel, request, private=private)
    key = request.id or uuid.uuid4().hex[:12]
    secrets = house.keys.secrets
    if request.address:
        await asyncio.to_thread(secrets.set, key_name(key), request.address)
        house.keys.forget(key_name(key))
    if request.secret:
        await asyncio.to_thread(secrets.set, f"{key_name(key)}:secret", request.secret)
        house.keys.forget(f"{key_name(key)}:secret")

    def keep() -> None:
        table = house.documents.table(TABLE)
        old = table.get(key) or {}
        shown = outside.shown(request.address) if request.address else str(old.get("shown", ""))
        entry = {"id": key, "title": request.title.strip(), "kind": request.kind, "enabled": request.enabled,
                 "template": request.template, "shown": shown}  # fmt: skip
        table.put(key, entry)

    await house.on_store(keep)
    house.publish(ListsChanged(TABLE))
    return key


async def _remove(house: House, request: ask.RemoveChannel) -> None:
    for name in (key_name(request.id), f"{key_name(request.id)}:secret"):
        await asyncio.to_thread(house.keys.secrets.remove, name)
        house.keys.forget(name)

    def forget() -> None:
        house.documents.table(TABLE).remove(request.id)

    await house.on_store(forget)
    house.publish(ListsChanged(TABLE))


async def _test(house: House, request: ask.TestChannel) -> str:
    entry = await house.on_store(channel_entry, house, request.id)
    if entry is None:
        raise InputError("channel", "there is no such channel")
    now = house.clock()
    alert = {"firing": "", "title": "Test", "sentence": "This is a test. Nothing came true.", "noticed": now}
    parcel = Parcel(f"test:{request.id}:{now}", "Test message", f"A test, sent {iso(now)[:16]} UTC", "low", (alert,))
    courier = Courier(house)
    try:
        remark = await courier.send(entry, parcel)
    except NotSentError as error:
        return f"It did not arrive: {error}."
    finally:
        await asyncio.to_thread(courier.close)
    return f"It was sent ({remark})." if remark else "It was sent."


async def _deliveries(house: House, request: ask.Deliveries) -> tuple[Delivery, ...]:
    def read() -> tuple[Delivery, ...]:
        return tuple(house.archive.outbox.log(request.channel or None, limit=request.limit))

    return await house.on_store(read)


HANDLERS: Mapping[type, Handler] = {
    ask.Channels: _channels,
    ask.SaveChannel: _save,
    ask.RemoveChannel: _remove,
    ask.TestChannel: _test,
    ask.Deliveries: _deliveries,
}
