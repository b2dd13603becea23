"""Questions, answers and messages cross threads once, merged, in the main thread, and stop on demand."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from watchlist.bridge.hub import Hub
from watchlist.bridge.loop import Loop
from watchlist.bridge.merging import merge_key, merged
from watchlist.domain.errors import InputError, WatchlistError
from watchlist.domain.messages import (
    DataChanged,
    FiguresChanged,
    FiringsChanged,
    ListsChanged,
    Message,
    Notice,
    Progress,
    Severity,
    SourcesChanged,
)
from watchlist.domain.requests import Lists, Networks, RemoveNetwork


class Desk:
    """Answers by request type; can hang, fail and break."""

    def __init__(self) -> None:
        self.cancelled = 0
        self.threads: set[str] = set()

    async def ask(self, request: Any) -> Any:
        self.threads.add(threading.current_thread().name)
        if isinstance(request, Lists):
            return ("a list",)
        if isinstance(request, RemoveNetwork):
            if request.id == "bug":
                raise ZeroDivisionError("a bug")
            raise InputError("id", "there is no such network")
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            self.cancelled += 1
            raise


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def hub(qtbot: QtBot, desk: Desk) -> Iterator[Hub]:
    loop, made = Loop(), Hub()
    loop.start()
    made.connect_desk(loop, desk.ask)
    yield made
    made.close()
    assert loop.stop(5)


def test_an_answer_arrives_in_the_main_thread(qtbot: QtBot, hub: Hub, desk: Desk) -> None:
    found: list[Any] = []
    hub.ask(Lists(), lambda answer: found.append((answer, QThread.isMainThread())))
    assert not found
    qtbot.waitUntil(lambda: bool(found))
    assert found == [(("a list",), True)]
    assert desk.threads == {"watchlist-io"}
    assert not hub.under_way()


def test_a_failure_goes_to_the_one_who_asked_or_becomes_a_message(qtbot: QtBot, hub: Hub) -> None:
    found: list[WatchlistError] = []
    told: list[Message] = []
    hub.changed.connect(told.append)
    hub.ask(RemoveNetwork("x"), lambda _: None, found.append)
    qtbot.waitUntil(lambda: bool(found))
    assert isinstance(found[0], InputError)
    hub.ask(RemoveNetwork("x"), lambda _: None)
    qtbot.waitUntil(lambda: bool(told))
    (notice,) = told
    assert isinstance(notice, Notice)
    assert notice.severity is Severity.ERROR
    assert "no such network" in notice.body


def test_a_bug_reaches_the_crash_hook(qtbot: QtBot, hub: Hub) -> None:
    with qtbot.waitSignal(hub.crashed) as caught:
        hub.ask(RemoveNetwork("bug"), lambda _: None)
    error = caught.args[0]
    assert isinstance(error, ZeroDivisionError)
    assert error.__traceback__ is not None


def test_cancel_ends_the_task_and_keeps_silent(qtbot: QtBot, hub: Hub, desk: Desk) -> None:
    found: list[Any] = []
    ticket = hub.ask(Networks(), found.append, found.append)
    qtbot.wait(30)
    ticket.cancel()
    ticket.cancel()
    qtbot.waitUntil(lambda: desk.cancelled == 1)
    qtbot.waitUntil(lambda: not hub.under_way())
    assert not found


def test_questions_before_the_desk_are_kept_in_order(qtbot: QtBot) -> None:
    hub, loop = Hub(), Loop()
    found: list[int] = []
    hub.ask(Lists(), lambda _: found.append(1))
    dropped = hub.ask(Lists(), lambda _: found.append(2))
    hub.ask(Lists(), lambda _: found.append(3))
    dropped.cancel()
    loop.start()
    hub.connect_desk(loop, Desk().ask)
    qtbot.waitUntil(lambda: found == [1, 3])
    hub.close()
    loop.stop(5)


def test_an_answer_for_a_destroyed_object_is_dropped(qtbot: QtBot, hub: Hub) -> None:
    class Asker(QObject):
        def take(self, _answer: object) -> None:
            raise AssertionError("called after it was destroyed")

    asker = Asker()
    ticket = hub.ask(Lists(), asker.take)
    asker.deleteLater()
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(asker, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: ticket.done)
    assert not ticket.is_wanted()


def test_a_closed_hub_says_nothing_more(qtbot: QtBot, desk: Desk) -> None:
    hub, loop = Hub(), Loop()
    found: list[Any] = []
    loop.start()
    hub.connect_desk(loop, desk.ask)
    hub.ask(Networks(), found.append, found.append)
    hub.changed.connect(found.append)
    hub.publish(DataChanged("a"))
    hub.close()
    hub.publish(DataChanged("a"))
    hub.ask(Lists(), found.append, found.append)
    assert loop.stop(5)
    qtbot.wait(150)
    assert not found
    assert loop.stop(5)


def test_a_burst_of_messages_is_at_most_ten_flushes_a_second(qtbot: QtBot) -> None:
    hub = Hub()
    found: list[tuple[float, Message]] = []
    hub.changed.connect(lambda message: found.append((time.monotonic(), message)))

    def burst() -> None:
        end = time.monotonic() + 1
        while time.monotonic() < end:
            for network in ("a", "b"):
                hub.publish(DataChanged(network, frozenset({str(time.monotonic_ns())})))
            time.sleep(0.0002)

    thread = threading.Thread(target=burst, name="test-burst")
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive(), timeout=5000)
    thread.join()
    qtbot.wait(150)
    flushes = sorted({round(when, 2) for when, _ in found})
    assert 2 <= len(found) <= 2 * 13
    assert all(later - earlier > 0.05 for earlier, later in pairwise(flushes))
    hub.close()


def test_one_message_arrives_at_once(qtbot: QtBot) -> None:
    hub = Hub()
    started = time.monotonic()
    with qtbot.waitSignal(hub.changed, timeout=1000) as caught:
        hub.publish(ListsChanged("lists"))
    assert time.monotonic() - started < 0.08
    assert caught.args == [ListsChanged("lists")]
    hub.close()


def test_many_answers_do_not_hold_the_window_up(qtbot: QtBot, hub: Hub) -> None:
    found: list[Any] = []

    def slow(answer: Any) -> None:
        time.sleep(0.002)
        found.append(answer)

    for _ in range(100):
        hub.ask(Lists(), slow)
    beats = [time.monotonic()]
    from PySide6.QtCore import QTimer

    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(time.monotonic()))
    timer.start(2)
    qtbot.waitUntil(lambda: len(found) == 100, timeout=10000)
    timer.stop()
    assert max(later - earlier for earlier, later in pairwise(beats)) < 0.15


MESSAGES = st.one_of(
    st.builds(DataChanged, st.sampled_from("ab"), st.frozensets(st.sampled_from("xyz"))),
    st.builds(FiguresChanged, st.sampled_from("ab")),
    st.builds(FiringsChanged, st.sampled_from("rs"), st.sampled_from("ab")),
    st.builds(ListsChanged, st.sampled_from(["lists", "notes"])),
    st.builds(SourcesChanged, st.sampled_from("st"), st.sampled_from(["", "a"])),
    st.builds(Notice, st.sampled_from("kl"), st.sampled_from(Severity), st.text(max_size=3)),
    st.builds(Progress, st.sampled_from("jk"), st.just("t"), st.integers(0, 9), st.none(), st.just("u"), st.just(0)),
)


@given(messages=st.lists(MESSAGES, max_size=20))
def test_merging_loses_no_part_and_keeps_the_newest(messages: list[Message]) -> None:
    kept: dict[Any, Message] = {}
    for message in messages:
        key = merge_key(message)
        kept[key] = message if key not in kept else merged(kept[key], message)
    for message in messages:
        stands = kept[merge_key(message)]
        assert type(stands) is type(message)
        if isinstance(message, DataChanged) and isinstance(stands, DataChanged):
            assert not stands.parts or message.parts <= stands.parts
    for key, stands in kept.items():
        newest = [message for message in messages if merge_key(message) == key][-1]
        if isinstance(newest, Notice | Progress):
            assert stands == newest


# The loop


def test_stopping_has_a_time_limit(qtbot: QtBot, log_watch: Any) -> None:
    log_watch.expect("did not stop within")
    loop, let_go = Loop(), threading.Event()
    loop.start()

    async def stubborn() -> None:
        while not let_go.is_set():
            try:
                await asyncio.sleep(0.05)
            except asyncio.CancelledError:
                continue

    future = loop.spawn(stubborn, "stubborn")
    started = time.monotonic()
    assert not loop.stop(0.5)
    assert time.monotonic() - started < 1
    let_go.set()
    end = time.monotonic() + 5
    while any(thread.name.startswith("watchlist-io") for thread in threading.enumerate()) and time.monotonic() < end:
        time.sleep(0.01)
    assert future.done()


def test_call_waits_and_gives_up() -> None:
    loop = Loop()
    with pytest.raises(RuntimeError):
        loop.spawn(asyncio.Event().wait, "never")
    loop.start()
    with pytest.raises(RuntimeError):
        loop.start()

    async def answer() -> int:
        return 3

    assert loop.running
    assert loop.call(answer, "answer", 5) == 3
    with pytest.raises(TimeoutError):
        loop.call(asyncio.Event().wait, "never", 0.05)
    assert loop.stop(5)
    assert not loop.running
