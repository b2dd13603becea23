"""The client against Prism, a server that answers by a vendor's description: over real sockets, keys included.

Prism judges requests (401 without the key, 422 for a bad parameter). Its bodies are examples: what they hold is not
looked at, only that they are understood or refused in a typed way.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.contract.every_request import CALLS, Call
from tests.helpers.components import require
from tests.helpers.fault_server import Rerouted
from tests.helpers.shared import shared
from tests.helpers.vendor_client import KEYS, Bench
from watchlist.domain.errors import SourceError
from watchlist.domain.fetches import Fetch
from watchlist.sources import github_api
from watchlist.sources.transport import ClientOptions, make_transport

SPECS = {
    "coingecko": ("coingecko/demo-api.json", "/api/v3"),
    "github": ("github/github-trimmed.json", ""),
    "blockscout": ("blockscout/swagger-11.2.7-default.yaml", "/api"),
    "coinpaprika": ("coinpaprika/openapi.yml", "/v1"),
}


class WithoutBase(httpx.AsyncBaseTransport):
    """Takes a vendor's base path away: Prism serves the bare paths of a description."""

    def __init__(self, inner: httpx.AsyncBaseTransport, base: str) -> None:
        self._inner = inner
        self._base = base

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        path = request.url.raw_path.decode().removeprefix(self._base)
        url = request.url.copy_with(raw_path=path.encode())
        return await self._inner.handle_async_request(
            httpx.Request(request.method, url, headers=request.headers, extensions=request.extensions)
        )

    async def aclose(self) -> None:
        await self._inner.aclose()


@dataclass
class Prism:
    """A running Prism."""

    url: str
    base: str


def free_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        port: int = held.getsockname()[1]
        return port


@pytest.fixture(scope="module", params=sorted(SPECS))
def prism(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Prism]]:
    program = require("prism")
    name, base = SPECS[request.param]
    specification = trimmed(request.param, shared("specs", *name.split("/")), tmp_path_factory.mktemp("prism"))
    port = free_port()
    with subprocess.Popen(
        [program, "mock", "-h", "127.0.0.1", "-p", str(port), str(specification)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        try:
            wait_for(port, process)
            yield request.param, Prism(f"http://127.0.0.1:{port}", base)
        finally:
            process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(10)


def trimmed(vendor: str, path: Path, folder: Path) -> Path:
    """Return the description; of CoinGecko's, which is large, only the paths in use."""
    if vendor != "coingecko":
        return path
    whole = json.loads(path.read_text(encoding="utf-8"))
    used = {template for call in CALLS for template in call.uses}
    whole["paths"] = {template: item for template, item in whole["paths"].items() if template in used}
    small = folder / "coingecko.json"
    small.write_text(json.dumps(whole), encoding="utf-8")
    return small


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        if process.poll() is not None:
            pytest.fail("Prism ended by itself")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("Prism did not start in 30 s")


def fetches_of(call: Call, prism: Prism, keys: dict[str, str]) -> list[Fetch]:
    bench = Bench(keys=keys)
    options = ClientOptions()

    async def work() -> None:
        transport = WithoutBase(Rerouted(make_transport(options), prism.url), prism.base)
        async with bench.client(transport, options) as client:
            with contextlib.suppress(SourceError):
                await call.work(client)

    asyncio.run(work())
    return bench.fetches


def test_prism_takes_every_request(prism: tuple[str, Prism], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(github_api, "MOST_PAGES", 3)  # the example of a Link header always names a next page
    vendor, server = prism
    calls = [
        call
        for call in CALLS
        if call.name.startswith(vendor) and "lines" not in call.name and "without" not in call.name
    ]
    assert len(calls) >= 4
    for call in calls:
        fetches = fetches_of(call, server, {name: KEYS.get(name, "ghp_planted0123456789") for name in call.keys})
        assert fetches, call.name
        for fetch in fetches:
            assert fetch.status in (200, 202, 204, 304), f"{call.name}: {fetch.status} {fetch.note}"


def test_prism_asks_for_the_key(prism: tuple[str, Prism]) -> None:
    vendor, server = prism
    if vendor != "coingecko":
        return
    call = next(call for call in CALLS if call.name == "coingecko markets")
    assert {fetch.status for fetch in fetches_of(call, server, {})} == {401}
