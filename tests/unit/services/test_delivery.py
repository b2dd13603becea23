"""From the outbox to channels: grouping, pacing, quiet hours, back-off over restarts, and one outcome for each."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.house import TestHouse, open_house
from tests.unit.channels.server import Receiver, receiver
from watchlist.domain import requests as ask
from watchlist.domain.deliveries import Delivery, DeliveryState
from watchlist.domain.errors import InputError
from watchlist.domain.instants import DAY, HOUR, MINUTE, SECOND
from watchlist.domain.messages import FiringsChanged, Notice
from watchlist.services import delivery
from watchlist.services.bell import Bell
from watchlist.services.delivery import back_off, deliver_due, keep_delivering
from watchlist.services.quiet_hours import after_quiet, system_zone

UTC_START = 20_000 * DAY


@pytest.fixture
def house(tmp_path: Path) -> Iterator[TestHouse]:
    with open_house(tmp_path, private_addresses=True, group_minutes=0, time_zone="UTC") as opened:
        yield opened


def on_store(house: TestHouse, work: Callable[..., Any], *args: Any) -> Any:
    return house.house.worker.submit(work, *args).result()


def channel(house: TestHouse, url: str, **more: Any) -> str:
    request = ask.SaveChannel("", "My server", "webhook", address=url, secret="planted-hmac", **more)
    return asyncio.run(house.desk.ask(request))


def put(house: TestHouse, where: str, count: int = 1, name: str = "f") -> None:
    def store() -> None:
        for at in range(count):
            payload = json.dumps({"firing": f"{name}{at}", "title": "T", "sentence": f"S{at}", "network": "n"})
            key = f"{name}{at}:{where}"
            house.house.archive.outbox.put(Delivery(key, where, payload, key, house.clock.now, house.clock.now))

    on_store(house, store)


def log(house: TestHouse) -> list[Delivery]:
    found: list[Delivery] = on_store(house, house.house.archive.outbox.log)
    return found


def run(house: TestHouse) -> int:
    return asyncio.run(deliver_due(house.house))


def test_what_is_due_together_arrives_as_one_message(house: TestHouse) -> None:
    with receiver(200) as told:
        mine = channel(house, told.url)
        put(house, mine, 3)
        assert run(house) == 1
        assert run(house) == 0
    assert json.loads(told.bodies[0])["title"] == "3 alerts"
    assert {(one.state, one.attempts) for one in log(house)} == {(DeliveryState.SENT, 1)}


def test_a_failing_channel_is_tried_again_and_told_once(house: TestHouse) -> None:
    with receiver(500, 0, 200) as told:
        mine = channel(house, told.url)
        put(house, mine)
        for _ in range(2):
            assert run(house) == 0
            (one,) = log(house)
            assert one.state is DeliveryState.WAITING
            assert one.next_try > house.clock.now
            house.clock.now = one.next_try
        assert run(house) == 1
        keys = {one["Idempotency-Key"] for one in told.headers}
    (one,) = log(house)
    assert (one.state, one.attempts, one.last_error) == (DeliveryState.SENT, 3, "")
    assert len(keys) == 1
    told_notices = [one for one in house.told if isinstance(one, Notice)]
    assert [one.key for one in told_notices if one.key.startswith("channel:")] == [f"channel:{mine}"]
    assert "planted" not in repr(house.told) + repr(log(house))


def test_a_refusal_is_final_and_a_server_may_ask_for_time(house: TestHouse) -> None:
    with receiver(404) as told:
        put(house, channel(house, told.url))
        run(house)
    assert [one.state for one in log(house)] == [DeliveryState.FAILED]
    with receiver(429) as told:
        put(house, channel(house, told.url), name="g")
        run(house)
    assert max(one.next_try for one in log(house)) >= house.clock.now + 120 * SECOND


def test_it_is_given_up_after_days(house: TestHouse) -> None:
    with receiver(500) as told:
        put(house, channel(house, told.url))
        started = house.clock.now
        while (one := log(house)[0]).state is DeliveryState.WAITING:
            house.clock.now = max(house.clock.now, one.next_try)
            run(house)
    assert one.attempts == delivery.MOST_TRIES
    assert house.clock.now - started > 3 * DAY


def test_a_restart_forgets_nothing(tmp_path: Path) -> None:
    with receiver(500, 200) as told:
        with open_house(tmp_path, private_addresses=True) as house:
            mine = channel(house, told.url)
            put(house, mine)
            run(house)
            later = log(house)[0].next_try
        with open_house(tmp_path, private_addresses=True) as house:
            house.clock.now = later
            # The test's keyring lasts for one session; a real one would still hold the address.
            asyncio.run(house.desk.ask(ask.SaveChannel(mine, "My server", "webhook", address=told.url)))
            assert run(house) == 1
    assert len(told.bodies) == 2


def test_what_comes_close_together_waits_for_one_message(tmp_path: Path) -> None:
    with open_house(tmp_path, private_addresses=True, group_minutes=5) as house, receiver(200) as told:
        mine = channel(house, told.url)
        put(house, mine, name="a")
        assert run(house) == 1
        put(house, mine, name="b")
        put(house, mine, name="c")
        assert run(house) == 0
        house.clock.now += 5 * MINUTE
        assert run(house) == 1
    assert len(json.loads(told.bodies[1])["alerts"]) == 2


def test_a_channel_speaks_so_often_an_hour_and_no_more(tmp_path: Path) -> None:
    with open_house(tmp_path, private_addresses=True, group_minutes=0, channel_rate=2) as house, receiver(200) as told:
        mine = channel(house, told.url)
        for name in "abc":
            put(house, mine, name=name)
            run(house)
            house.clock.now += MINUTE
        assert len(told.bodies) == 2
        house.clock.now += HOUR
        assert run(house) == 1


def test_quiet_hours_hold_and_offline_holds(tmp_path: Path) -> None:
    more = {"quiet_hours": True, "quiet_from": "22:00", "quiet_until": "07:00", "time_zone": "UTC"}
    with open_house(tmp_path, private_addresses=True, **more) as house, receiver(200) as told:
        house.clock.now = UTC_START + 23 * HOUR
        mine = channel(house, told.url)
        put(house, mine)
        assert run(house) == 0
        assert log(house)[0].next_try == UTC_START + DAY + 7 * HOUR
        assert log(house)[0].attempts == 0
        house.clock.now = UTC_START + DAY + 7 * HOUR
        house.house.set_setting("offline", True)
        assert run(house) == 0
        house.house.set_setting("offline", False)
        house.clock.now += HOUR
        assert run(house) == 1


def test_quiet_hours_when_clocks_change() -> None:
    assert after_quiet(UTC_START, "22:00", "07:00", system_zone()) >= UTC_START
    assert after_quiet(UTC_START + 12 * HOUR, "07:00", "07:00", system_zone()) == UTC_START + 12 * HOUR


def test_channels_that_are_gone_off_or_without_address(house: TestHouse) -> None:
    put(house, "nobody")
    with receiver(200) as told:
        mine = channel(house, told.url, enabled=False)
        put(house, mine)
        run(house)
        assert {one.state for one in log(house)} == {DeliveryState.FAILED}
        house.house.keys.secrets.remove(delivery.key_name(mine))
        house.house.keys.forget(delivery.key_name(mine))
        asyncio.run(house.desk.ask(ask.SaveChannel(mine, "On", "webhook")))
        put(house, mine, name="g")
        run(house)
    assert "keyring" in next(one for one in log(house) if one.id.startswith("g")).last_error


def test_without_a_notification_daemon_the_window_shows_it(house: TestHouse) -> None:
    put(house, "desktop")
    assert run(house) == 1
    (one,) = log(house)
    assert (one.state, one.last_error.split(":")[0]) == (DeliveryState.SENT, "shown in the window")
    assert any(isinstance(one, Notice) and one.key == "alerts" for one in house.told)
    house.house.set_setting("notifications", False)
    put(house, "desktop", name="g")
    assert run(house) == 1


def test_the_channels_page(house: TestHouse) -> None:
    with receiver(200, 500) as told:
        mine = channel(house, told.url, template="{network}: {sentence}")
        rows = asyncio.run(house.desk.ask(ask.Channels()))
        assert [one.id for one in rows] == ["desktop", mine]
        assert "planted" not in repr(rows)
        assert asyncio.run(house.desk.ask(ask.TestChannel(mine))) == "It was sent."
        assert "500" in asyncio.run(house.desk.ask(ask.TestChannel(mine)))
        assert "shown in the window" in asyncio.run(house.desk.ask(ask.TestChannel("desktop")))
        put(house, mine)
        run(house)
        rows = asyncio.run(house.desk.ask(ask.Channels()))
        assert (rows[1].waiting, rows[1].last_error) == (1, "the server answered 500")
        assert len(asyncio.run(house.desk.ask(ask.Deliveries()))) == 1
        asyncio.run(house.desk.ask(ask.RemoveChannel(mine)))
        assert len(asyncio.run(house.desk.ask(ask.Channels()))) == 1
    with pytest.raises(InputError):
        asyncio.run(house.desk.ask(ask.TestChannel("nobody")))


@pytest.mark.parametrize(
    ("field", "more"),
    [
        ("title", {"title": ""}),
        ("kind", {"kind": "pigeon"}),
        ("template", {"template": "{secret}"}),
        ("address", {"address": None}),
        ("address", {"address": "ftp://x"}),
        ("address", {"kind": "apprise", "address": "nonsense://x"}),
    ],
)
def test_a_channel_that_cannot_work_is_not_kept(house: TestHouse, field: str, more: dict[str, Any]) -> None:
    given = {"id": "", "title": "T", "kind": "webhook", "address": "https://x.example/", **more}
    with pytest.raises(InputError) as found:
        asyncio.run(house.desk.ask(ask.SaveChannel(**given)))
    assert found.value.field == field


def test_the_bell_wakes_the_delivery(house: TestHouse) -> None:
    async def work(told: Receiver, mine: str) -> None:
        bell = Bell(house.told.append)
        task = asyncio.create_task(keep_delivering(house.house, bell))
        await asyncio.sleep(0.2)
        await asyncio.to_thread(put, house, mine)
        bell(FiringsChanged("r"))
        for _ in range(200):
            if told.bodies:
                break
            await asyncio.sleep(0.02)
        task.cancel()
        await asyncio.wait([task])
        bell(FiringsChanged("r"))

    with receiver(200) as told:
        asyncio.run(work(told, channel(house, told.url)))
        assert len(told.bodies) == 1


def test_waiting_doubles_up_to_hours() -> None:
    random.seed(1)
    waits = [back_off(attempts) for attempts in range(12)]
    assert 25 * SECOND < waits[0] < 35 * SECOND
    assert 5 * HOUR < waits[11] < 7 * HOUR
