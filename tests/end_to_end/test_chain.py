"""A real chain read through a node that limits, refuses, drops, truncates and reorganises: the archive equals the node.

100,000 events over 400 simulated days; the reading process is killed 20 times; every event is there exactly once.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Self

import pytest

from tests.helpers.anvil import EMITTER, Anvil
from tests.helpers.chain_reader import KEY, chain, now, read_once, stream
from tests.helpers.rpc_proxy import Faults, RpcProxy
from watchlist.domain.errors import BadAnswer
from watchlist.domain.instants import DAY, SECOND
from watchlist.domain.network import SeriesKey, SeriesSpec
from watchlist.sources.client import Client
from watchlist.sources.evm import EvmProvider
from watchlist.sources.evm_rpc import forget_nodes
from watchlist.sources.evm_tokens import describe_token
from watchlist.sources.registry import rules_of
from watchlist.store.archive import Archive

ROOT = Path(__file__).resolve().parents[2]
START = 1_740_000_000
ROUGH = Faults(
    most_blocks=100,
    most_results=3_000,
    cut_at=1_000,
    cut_share=0.5,
    drop=0.04,
    late=0.05,
    rate=0.02,
    page=0.04,
    stranger=0.04,
)

Event = tuple[str, int, str, str, int]


@pytest.fixture
def node() -> Iterator[Anvil]:
    forget_nodes()
    with Anvil(START) as running:
        yield running


def events_of(node: Anvil) -> list[Event]:
    """Return what the node itself has: reference, instant, participant, counterparty, amount."""
    return sorted(
        (
            f"{log['transactionHash']}:{int(log['logIndex'], 16)}",
            int(log["blockTimestamp"], 16) * SECOND,
            "0x" + log["topics"][1][26:],
            "0x" + log["topics"][2][26:],
            int(log["data"], 16) if len(log["topics"]) == 3 else int(log["topics"][3], 16),
        )
        for log in node.logs()
    )


def events_in(archive: Archive) -> list[Event]:
    """Return what the archive has."""
    count = archive.events.count(KEY)
    return sorted(
        (row.reference, row.instant, row.participant, row.counterparty or "", int(row.amount or 0))
        for row in archive.events.exact(KEY, count + 1, 0)
    )


def kill(process: int) -> None:
    with contextlib.suppress(ProcessLookupError):  # it may just have ended
        os.kill(process, signal.SIGKILL)


class Readers:
    """Reading processes, one after the other; a process that has everything imported forks them."""

    def __init__(self, folder: Path, *urls: str) -> None:
        self._parent = subprocess.Popen(
            [sys.executable, "-m", "tests.helpers.chain_reader", str(folder), *urls],
            cwd=ROOT,
            env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        self._in, self._out = self._parent.stdin, self._parent.stdout

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._in.close()
        self._parent.wait(20)
        self._out.close()

    def run(self, kill_after: float | None = None) -> tuple[int, str]:
        """Let one process read; returns its exit code and what it said. Killed after a while where that is given."""
        self._in.write("\n")
        self._in.flush()
        said: list[str] = []
        child = 0
        timer: threading.Timer | None = None
        for line in self._out:
            said.append(line)
            if line.startswith("process"):
                child = int(line.split()[1])
            if line.startswith("ended"):
                break
            if kill_after is not None and child and "reading\n" in said and timer is None:
                timer = threading.Timer(kill_after, kill, (child,))
                timer.start()
        if timer is not None:
            timer.cancel()
            timer.join()
        return int(said[-1].split()[1]), "".join(said)


@pytest.mark.slow
@pytest.mark.timeout(150)
def test_everything_is_read_exactly_once_whatever_happens(node: Anvil, tmp_path: Path) -> None:
    """Faults of every kind, reorganisations 1, 5 and 70 deep, and 20 kills: the archive equals the node's logs."""
    chance = random.Random(7)
    node.days(415, 242, 6)
    depths = {4: 1, 9: 5, 15: 70}
    with (
        RpcProxy(node.port, ROUGH, seed=3) as proxy,
        RpcProxy(node.port, ROUGH, seed=4) as second,
        Readers(tmp_path, proxy.url, second.url) as readers,
    ):
        killed = 0
        for attempt in range(60):
            code, _ = readers.run(0.05 + 0.8 * chance.random())
            killed += code == -signal.SIGKILL
            if attempt in depths:
                node.reorganise(depths[attempt])
                node.days(1, 260, 6)
            elif code == 0:  # everything was read: the chain goes on
                node.days(1, 40 + attempt, 80)
            if killed == 20:
                break
        assert killed == 20
        code, said = readers.run()
        assert code == 0, said
        for fault in ("dropped", "late", "range refused", "results refused", "cut", "rate", "page", "stranger"):
            assert proxy.counts[fault] + second.counts[fault] > 0, fault
    with Archive.open(tmp_path, now) as archive:
        expected = events_of(node)
        assert len(expected) > 95_000
        assert len({event[0] for event in expected}) == len(expected)
        assert events_in(archive) == expected
        spans = archive.spans.read(KEY)
        assert len(spans) == 1
        assert int(spans[0].last_mark) == node.head()
        assert (spans[0].end - spans[0].start) / DAY > 400


def reread(folder: Path, *urls: str, head: str = "latest") -> int:
    with Archive.open(folder, now) as archive:
        return asyncio.run(read_once(archive, urls, stream(head)))


def test_a_settled_chain_is_read_up_to_its_safe_block_only(node: Anvil, tmp_path: Path) -> None:
    node.days(60, 5, 2)
    safe = node.head() - 32
    assert reread(tmp_path, node.url, head="") > 0
    with Archive.open(tmp_path, now) as archive:
        assert int(archive.spans.read(KEY)[0].last_mark) == safe
        assert {row[0] for row in events_in(archive)} < {row[0] for row in events_of(node)}
        horizon = archive.spans.read(KEY)[-1].end
        assert max(row[1] for row in events_in(archive)) <= horizon


@pytest.mark.parametrize("depth", [1, 5, 70])
def test_a_reorganisation_is_put_right(node: Anvil, tmp_path: Path, depth: int) -> None:
    node.days(80, 6, 2)
    reread(tmp_path, node.url)
    node.reorganise(depth)
    node.days(2, 9, 2)
    reread(tmp_path, node.url)
    with Archive.open(tmp_path, now) as archive:
        assert events_in(archive) == events_of(node)
        assert len(archive.spans.read(KEY)) == 1


def test_newest_first_and_then_back_to_the_start(node: Anvil, tmp_path: Path) -> None:
    node.days(120, 10, 3)
    with Archive.open(tmp_path, now) as archive:
        newest = max(event[1] for event in events_of(node))
        since = newest - 30 * DAY
        asyncio.run(read_once(archive, [node.url], since=since))
        first = archive.spans.read(KEY)
        assert len(first) == 1
        assert since <= first[0].start <= since + DAY
        asyncio.run(read_once(archive, [node.url]))
        assert events_in(archive) == events_of(node)
        assert len(archive.spans.read(KEY)) == 1


def test_times_come_from_blocks_where_logs_have_none_and_batches_are_refused(node: Anvil, tmp_path: Path) -> None:
    node.days(12, 4, 2)
    with RpcProxy(node.port, Faults(no_times=True, no_batches=True)) as proxy:
        reread(tmp_path, proxy.url)
        assert proxy.counts["batch refused"] > 0
    with Archive.open(tmp_path, now) as archive:
        assert events_in(archive) == events_of(node)


def test_a_node_of_another_chain_is_never_read(node: Anvil, tmp_path: Path) -> None:
    node.days(2, 4, 2)
    with RpcProxy(node.port, Faults(chain_id="0x29f8")) as proxy:
        with pytest.raises(BadAnswer, match="chain id 10744, expected 31337: the network differs"):
            reread(tmp_path, proxy.url)
        assert reread(tmp_path, proxy.url, node.url) == 8


def test_a_node_that_lacks_events_is_found_out_by_another(node: Anvil, tmp_path: Path) -> None:
    node.days(10, 150, 2)
    with RpcProxy(node.port, Faults(cut_at=137, cut_share=1.0)) as short:
        reread(tmp_path, short.url, node.url)
    with Archive.open(tmp_path, now) as archive:
        assert events_in(archive) == events_of(node)


def test_the_start_is_found_and_a_node_without_history_is_left(node: Anvil, tmp_path: Path) -> None:
    address = "0x00000000000000000000000000000000000e1718"
    node.mine(350, 60)
    node.deploy(address)
    made = node.head()
    node.mine(40, 60)
    of = replace(stream(), addresses=(address,))
    with RpcProxy(node.port, Faults(no_state_below=10**9)) as short, Archive.open(tmp_path, now) as archive:
        asyncio.run(read_once(archive, [short.url, node.url], of))
        assert short.counts["no state"] > 0
        assert abs(int(archive.spans.read(KEY)[0].first_mark) - made) <= 1


def test_contract_state_is_read_in_one_request(node: Anvil) -> None:
    node.days(2, 4, 2)
    key = SeriesKey("chain-test", "head")
    options = (("rpc", node.url), ("chain", "31337"))
    specs = [
        SeriesSpec(key, "evm", (*options, ("read", "head_age"))),
        SeriesSpec(
            SeriesKey("chain-test", "balance"),
            "evm",
            (*options, ("read", "balance"), ("address", node.accounts[0]), ("decimals", "18")),
        ),
        SeriesSpec(SeriesKey("chain-test", "odd"), "evm", (*options, ("read", "totalSupply()"), ("address", EMITTER))),
    ]

    async def read() -> None:
        async with Client(now, rules_of) as client:
            harvest = await EvmProvider().many(client, specs)
            values = {batch.key.name: float(batch.values[0]) for batch in harvest.points}
            assert values["head"] > 0
            assert 9_000 < values["balance"] <= 10_000
            assert [spec.key.name for spec, _ in harvest.failures] == ["odd"]
            with pytest.raises(BadAnswer, match="answers like a token"):
                await describe_token(client, chain([node.url]), EMITTER)

    asyncio.run(read())
