"""Takes waiting messages from the outbox to their channels: grouped, paced, outside quiet hours, with back-off that
survives a restart, and one outcome for each.

A message is marked as sent after it was sent: a crash in between sends it again under the same key, and the other
side can drop it. Never holds an address in an error, a log or a notice.
"""

from __future__ import annotations

import asyncio
import json
import logging
import random
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import partial

from watchlist.channels import outside, webhook
from watchlist.channels.desktop import DesktopNotifier
from watchlist.channels.parcel import Parcel, packed
from watchlist.channels.refusal import NotSentError
from watchlist.domain.deliveries import Delivery, DeliveryState
from watchlist.domain.errors import InputError, WatchlistError
from watchlist.domain.instants import DAY, HOUR, MINUTE, SECOND, Instant
from watchlist.domain.messages import FiringChosen, FiringsChanged, Notice, NoticeAction, Severity
from watchlist.domain.requests import MarkFiring
from watchlist.services import alarms
from watchlist.services.alarm_requests import mark_now
from watchlist.services.bell import Bell
from watchlist.services.house import House
from watchlist.services.quiet_hours import may_send

DESKTOP = "desktop"
TABLE = "channels"
STATE_BLOB = "channel-state.json"
FIRST_WAIT = 30 * SECOND
LONGEST_WAIT = 6 * HOUR
MOST_TRIES = 24
KEPT = 90 * DAY
SNOOZE = HOUR
OFFLINE_WAIT = MINUTE
IDLE = 60.0
log = logging.getLogger(__name__)


class Courier:
    """Sends for one house; ``close`` ends the desktop's connection."""

    def __init__(self, house: House) -> None:
        self._house = house
        self._desktop = DesktopNotifier(self._pressed)

    async def send(self, channel: Mapping[str, object], parcel: Parcel) -> str:
        """Send a message; return a remark on the outcome. Raises NotSentError."""
        house = self._house
        key, kind = str(channel.get("id", "")), str(channel.get("kind", ""))
        if key == DESKTOP:
            return await self._to_desktop(parcel)
        names = (key_name(key), f"{key_name(key)}:secret")
        await house.keys.load(names)
        address, secret = (house.keys.get(name) for name in names)
        if not address:
            house.keys.forget(names[0])
            raise NotSentError("the channel's address is not in the keyring", again=True)
        private = bool(house.setting("private_addresses"))
        if kind == "webhook":
            await asyncio.to_thread(webhook.send, address, secret, parcel, private=private)
        else:
            await asyncio.to_thread(outside.send, address, parcel, private=private)
        return ""

    def close(self) -> None:
        """Leave the session bus."""
        self._desktop.close()

    async def _to_desktop(self, parcel: Parcel) -> str:
        house = self._house
        if not house.setting("notifications"):
            return "notifications are switched off"
        try:
            await asyncio.to_thread(self._desktop.show, parcel, sound=str(house.setting("sound")))
        except NotSentError:
            actions = (NoticeAction("Open the inbox", "show_inbox"),)
            house.publish(Notice("alerts", Severity.WARNING, parcel.title, parcel.body, actions))
            return "shown in the window: the desktop shows no notifications"
        return ""

    def _pressed(self, action: str, parcel: Parcel) -> None:
        """Do what a notification's button says; runs on the notification thread."""
        house = self._house
        if action == "default":
            first = parcel.alerts[0]
            house.publish(FiringChosen(str(first.get("firing", "")), str(first.get("network", ""))))
            return
        until = house.clock() + SNOOZE if action == "snooze" else None
        request = MarkFiring(parcel.firings, acknowledged=action == "acknowledge", snoozed_until=until)
        house.worker.submit(mark_now, house, request).add_done_callback(lambda _done: house.publish(FiringsChanged("")))


async def deliver_due(house: House, courier: Courier | None = None) -> int:
    """Send everything that is due now; return how many messages arrived. What fails waits for its next try."""
    own = Courier(house) if courier is None else courier
    try:
        sent = 0
        while True:
            due = await house.on_store(_due, house)
            if not due:
                return sent
            sent += sum(
                await asyncio.gather(*(_one_channel(house, own, channel, waiting) for channel, waiting in due.items()))
            )
    finally:
        if courier is None:
            await asyncio.to_thread(own.close)


async def keep_delivering(house: House, bell: Bell) -> None:
    """Look at the rules once, then deliver whenever something is due, for ever."""
    loop = asyncio.get_running_loop()
    rung = asyncio.Event()
    bell.listen(partial(loop.call_soon_threadsafe, rung.set))
    courier = Courier(house)
    try:
        with suppress(WatchlistError):
            await house.on_store(alarms.evaluate, house)
        await house.on_store(house.archive.outbox.prune, house.clock() - KEPT)
        while True:
            rung.clear()
            try:
                await deliver_due(house, courier)
                wait = await house.on_store(_wait, house)
            except WatchlistError as error:
                log.info("messages wait: %s", error)
                wait = IDLE
            with suppress(TimeoutError):
                await asyncio.wait_for(rung.wait(), wait)
    finally:
        bell.listen(None)
        courier.close()


def key_name(channel: str) -> str:
    """Return the name under which a channel's address is kept in the keyring."""
    return f"channel:{channel}"


def _wait(house: House) -> float:
    next_due = house.archive.outbox.next_due()
    return IDLE if next_due is None else min(IDLE, max(0.2, (next_due - house.clock()) / SECOND))


def _due(house: House) -> dict[str, list[Delivery]]:
    """Return what may be sent now by channel; what may not yet is put off. On the store's thread."""
    now = house.clock()
    waiting: dict[str, list[Delivery]] = {}
    for one in house.archive.outbox.due(now, limit=1000):
        waiting.setdefault(one.channel, []).append(one)
    state = read_state(house)
    may: dict[str, list[Delivery]] = {}
    with house.archive.transaction():
        for channel, deliveries in waiting.items():
            when = max(may_send(house, now), _paced(house, state.get(channel, {}), now))
            if channel != DESKTOP and house.setting("offline"):
                when = max(when, now + OFFLINE_WAIT)
            if when <= now:
                may[channel] = deliveries
                continue
            for one in deliveries:
                house.archive.outbox.mark(one.id, DeliveryState.WAITING, next_try=when, tried=False)
    return may


def _paced(house: House, state: Mapping[str, object], now: Instant) -> Instant:
    """Return when a channel may speak again: what comes close together is told together, and not too often."""
    kept = state.get("sent", [])
    sent = sorted(int(one) for one in kept if now - HOUR < int(one) <= now) if isinstance(kept, list) else []
    when = now
    if sent:
        when = max(when, sent[-1] + int(house.setting("group_minutes")) * MINUTE)
    most = int(house.setting("channel_rate"))
    if len(sent) >= most:
        when = max(when, sent[-most] + HOUR)
    return when


async def _one_channel(house: House, courier: Courier, channel: str, deliveries: Sequence[Delivery]) -> int:
    entry = await house.on_store(channel_entry, house, channel)
    if entry is None:
        error: NotSentError | None = NotSentError("the channel is gone", again=False)
        remark = ""
    elif not entry.get("enabled", True):
        error, remark = NotSentError("the channel is switched off", again=False), ""
    else:
        try:
            parcel = packed(deliveries, str(entry.get("template", "")))
            remark, error = await courier.send(entry, parcel), None
        except (NotSentError, InputError) as failed:
            error = failed if isinstance(failed, NotSentError) else NotSentError(str(failed), again=False)
            remark = ""
    await house.on_store(_note, house, channel, deliveries, error, remark)
    return 0 if error is not None else 1


def _note(house: House, channel: str, deliveries: Sequence[Delivery], error: NotSentError | None, remark: str) -> None:
    """Keep the outcome of each delivery, and tell once where a channel begins to fail. On the store's thread."""
    now = house.clock()
    outbox = house.archive.outbox
    state = read_state(house)
    mine = dict(state.get(channel, {}))
    with house.archive.transaction():
        for one in deliveries:
            if error is None:
                outbox.mark(one.id, DeliveryState.SENT, error=remark)
            elif error.again and one.attempts + 1 < MOST_TRIES:
                wait = max(back_off(one.attempts), round(error.wait * SECOND))
                outbox.mark(one.id, DeliveryState.WAITING, next_try=now + wait, error=str(error))
            else:
                outbox.mark(one.id, DeliveryState.FAILED, error=str(error))
    if error is None:
        kept = mine.get("sent", [])
        recent = [one for one in kept if int(one) > now - HOUR] if isinstance(kept, list) else []
        mine = {"sent": [*recent, now], "failing": False, "last": now}
    else:
        if not mine.get("failing"):
            entry = channel_entry(house, channel) or {}
            title = f"Messages to “{entry.get('title', channel)}” do not arrive"
            again = "It is tried again by itself." if error.again else "It is not tried again."
            actions = (NoticeAction("Channels", "show_channels"),)
            house.publish(Notice(f"channel:{channel}", Severity.WARNING, title, f"{error}. {again}", actions))
        mine |= {"failing": True, "error": str(error)}
    house.archive.blobs.save(STATE_BLOB, json.dumps({**state, channel: mine}).encode())
    house.publish(FiringsChanged(""))


def back_off(attempts: int) -> int:
    """Return how long to wait after so many tries: doubling, with some chance so that not all come at once."""
    wait = min(LONGEST_WAIT, FIRST_WAIT << min(attempts, 20))
    return int(wait * random.uniform(0.85, 1.15))


def channel_entry(house: House, channel: str) -> dict[str, object] | None:
    """Return a channel of the user's, or the desktop. On the store's thread."""
    if channel == DESKTOP:
        return {"id": DESKTOP, "title": "This desktop", "kind": DESKTOP, "enabled": True}
    return house.documents.table(TABLE).get(channel)


def read_state(house: House) -> dict[str, dict[str, object]]:
    """Return when each channel last spoke and whether it fails. On the store's thread."""
    kept = house.archive.blobs.load(STATE_BLOB)
    try:
        found = json.loads(kept) if kept else {}
    except ValueError:
        return {}
    return {str(key): one for key, one in found.items() if isinstance(one, dict)} if isinstance(found, dict) else {}
