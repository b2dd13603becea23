"""500 requests, 50 at once, to a server that takes 50 ms: ``python -m tests.bench.pull_http [--quick]``.

The server is a process of its own, so that its work is not counted as the client's. The program's own client, with
its pacing, ledger and parsing, stands beside bare httpx and beside httpx on aiohttp's connections: the choice of the
transport rests on this table. The ideal wall time is ten rounds of 50 ms.
"""

from __future__ import annotations

import asyncio
import contextlib
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from statistics import median
from typing import Any

import httpx
import msgspec

from tests.bench.table import report
from watchlist.domain.fetches import Fetch, Outcome
from watchlist.sources.base import Ask
from watchlist.sources.client import Client, Hooks
from watchlist.sources.pacing import HostRules
from watchlist.sources.transport import ClientOptions, make_transport

REQUESTS, AT_ONCE, TAKES = 500, 50, 0.05
IDEAL = REQUESTS / AT_ONCE * TAKES
TARGETS = {"wall_ratio": ("<=", 1.15), "cpu_ms_per_request": ("<=", 0.4)}
FREE = HostRules(per_minute=600_000, burst=10_000, concurrency=AT_ONCE)
BODY = b'{"prices":[[1700000000000,1.5],[1700086400000,1.6]]}'


class Chart(msgspec.Struct):
    """The body."""

    prices: list[tuple[float, float]]


@dataclass(frozen=True)
class Run:
    """One run's figures."""

    wall: float
    cpu: float

    @property
    def ratio(self) -> float:
        return self.wall / IDEAL

    @property
    def milliseconds(self) -> float:
        return self.cpu / REQUESTS * 1000


async def serve() -> None:
    """Answer each request after 50 ms; print the port first."""
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(BODY)

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                await reader.readuntil(b"\r\n\r\n")
                await asyncio.sleep(TAKES)
                writer.write(head + BODY)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0, backlog=256)
    sys.stdout.write(f"{server.sockets[0].getsockname()[1]}\n")
    sys.stdout.flush()
    await server.serve_forever()


async def timed(one: Callable[[], Awaitable[Any]]) -> Run:
    """Run all requests, 50 at once."""
    left = iter(range(REQUESTS))

    async def worker() -> None:
        for _ in left:
            await one()

    wall, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(worker() for _ in range(AT_ONCE)))
    return Run(time.perf_counter() - wall, time.process_time() - cpu)


async def by_client(url: str) -> Run:
    """The program's client, everything included."""
    lines: list[Fetch] = []
    hooks = Hooks(on_fetch=lambda fetch, _raw, _endpoint: lines.append(fetch))
    async with Client(lambda: time.time_ns() // 1000, lambda _host: FREE, hooks) as client:
        ask = Ask("bench", url + "/chart", "benchmark", Chart, (("days", "30"),), endpoint="chart")

        async def one() -> None:
            answer = await client.ask(ask)
            assert answer.need().prices

        await asyncio.gather(*(one() for _ in range(AT_ONCE)))  # connections are made before the clock starts
        lines.clear()
        run = await timed(one)
    assert len(lines) == REQUESTS
    assert {fetch.outcome for fetch in lines} == {Outcome.FRESH}
    return run


async def by_httpx(url: str, transport: httpx.AsyncBaseTransport | None) -> Run:
    """A bare httpx client."""
    limits = httpx.Limits(max_connections=AT_ONCE, max_keepalive_connections=AT_ONCE)
    async with httpx.AsyncClient(transport=transport, limits=limits, timeout=30, trust_env=False) as http:

        async def one() -> None:
            (await http.get(url + "/chart", params={"days": "30"})).raise_for_status()

        await asyncio.gather(*(one() for _ in range(AT_ONCE)))
        return await timed(one)


def measure(url: str, rounds: int) -> dict[str, list[Run]]:
    """Run all clients alternately."""
    runs: dict[str, list[Run]] = {"the program's client": [], "httpx on aiohttp": [], "httpx": []}
    for _ in range(rounds):
        runs["the program's client"].append(asyncio.run(by_client(url)))
        runs["httpx on aiohttp"].append(asyncio.run(by_httpx(url, make_transport(ClientOptions()))))
    runs["httpx"].append(asyncio.run(by_httpx(url, None)))
    return runs


def figures(rounds: int = 5) -> tuple[list[tuple[object, ...]], dict[str, float]]:
    """Measure; returns the table's rows and the figures."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.bench.pull_http", "--serve"], stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout is not None
            url = f"http://127.0.0.1:{int(server.stdout.readline())}"
            runs = measure(url, rounds)
        finally:
            server.kill()
    rows: list[tuple[object, ...]] = [
        (name, median(run.wall for run in held), median(run.ratio for run in held),
         min(run.ratio for run in held), median(run.milliseconds for run in held))
        for name, held in runs.items()
    ]  # fmt: skip
    own = runs["the program's client"]
    return rows, {
        "wall_ratio": median(run.ratio for run in own),
        "cpu_ms_per_request": median(run.milliseconds for run in own),
        "bare_httpx_wall_ratio": median(run.ratio for run in runs["httpx"]),
    }


def main(argv: list[str]) -> int:
    """Run the benchmark."""
    if "--serve" in argv:
        with contextlib.suppress(KeyboardInterrupt):
            asyncio.run(serve())
        return 0
    rows, found = figures(3 if "--quick" in argv else 7)
    columns = ("client", "wall, s", "ratio to ideal", "best ratio", "CPU, ms a request")
    report("pull_http", columns, rows, found, TARGETS)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
