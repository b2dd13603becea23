"""The one thread of the store."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from watchlist.domain.errors import StoreError
from watchlist.store.worker import NAME, StoreWorker


@pytest.fixture
def worker() -> Iterator[StoreWorker]:
    one = StoreWorker()
    one.start()
    yield one
    assert one.close()


def test_jobs_run_in_order_on_one_named_thread(worker: StoreWorker) -> None:
    done: list[tuple[int, str]] = []
    worker.start()
    futures = [worker.submit(lambda n: done.append((n, threading.current_thread().name)), n) for n in range(20)]
    for future in futures:
        future.result(5)
    assert done == [(number, NAME) for number in range(20)]


def test_an_error_reaches_its_asker_and_the_thread_goes_on(worker: StoreWorker) -> None:
    def fail() -> int:
        raise KeyError("x")

    async def ask() -> int:
        with pytest.raises(KeyError):
            await worker.run(fail)
        return await worker.run(int, "7")

    assert asyncio.run(ask()) == 7


def test_a_cancelled_job_that_has_not_begun_is_dropped(worker: StoreWorker) -> None:
    gate = threading.Event()
    ran: list[int] = []
    first = worker.submit(gate.wait, 5)
    second = worker.submit(ran.append, 1)
    assert second.cancel()
    gate.set()
    assert first.result(5)
    assert worker.submit(len, ran).result(5) == 0


def test_closing_finishes_what_was_queued_and_takes_no_more() -> None:
    worker = StoreWorker()
    worker.start()
    futures = [worker.submit(int, number) for number in range(50)]
    assert worker.close()
    assert worker.close()
    assert [future.result(0) for future in futures] == list(range(50))
    with pytest.raises(StoreError):
        worker.submit(int)
    worker.start()


def test_closing_says_when_a_job_hangs() -> None:
    worker, gate = StoreWorker(), threading.Event()
    worker.start()
    worker.submit(gate.wait, 20)
    assert not worker.close(0.05)
    gate.set()
    assert worker.close()


def test_closing_without_a_start_is_quiet() -> None:
    assert StoreWorker().close()
