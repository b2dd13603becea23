"""The simulated networks served over loopback: the real providers read from there what the simulation holds."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import httpx
import numpy as np
import pytest

from watchlist.domain.instants import DAY, Instant
from watchlist.domain.network import Chain, EventSpec, Kind, Role, SeriesKey, SeriesSpec, Stream, StreamKey
from watchlist.sources.base import Resume
from watchlist.sources.client import Client
from watchlist.sources.evm_rpc import forget_nodes
from watchlist.sources.pacing import HostRules
from watchlist.sources.registry import SOURCES
from watchlist.sources.simulated.chain_shape import CHAIN_ID, SIGNATURES
from watchlist.sources.simulated.scenarios import DEFAULT_UNTIL
from watchlist.sources.simulated.server import Server, World

FAST = HostRules(per_minute=60_000, burst=1000, concurrency=16)
PLACES = {"api.coingecko.com": "/coingecko", "api.github.com": "/github", "scan.invalid": "/blockscout/sim-orchard"}


class Rerouted(httpx.AsyncHTTPTransport):
    """Sends what is meant for a vendor to the simulated server."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._url = httpx.URL(url)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        prefix = PLACES.get(request.url.host, "")
        path = prefix + request.url.raw_path.decode()
        request.url = self._url.copy_with(raw_path=path.encode())
        return await super().handle_async_request(request)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    forget_nodes()
    with Server(World(0.03)) as running:
        yield running


def client(server: Server) -> Client:
    async def at_once(_seconds: float) -> None:
        await asyncio.sleep(0)

    return Client(now, lambda _host: FAST, transport=Rerouted(server.url), sleep=at_once)


def now() -> Instant:
    return DEFAULT_UNTIL


@pytest.mark.parametrize("name", sorted(SIGNATURES))
def test_a_chain_is_read_as_any_other(server: Server, name: str) -> None:
    network, shape = server.world.networks["sim-orchard"], server.world.chains["sim-orchard"]
    other = "to" if name == "trade" else "node"
    who = "from" if name == "trade" else "user"
    stream = Stream(
        StreamKey("sim-orchard", name),
        Role.HOLDER,
        Kind.TRADE,
        provider="evm",
        chain_id=CHAIN_ID,
        addresses=(shape.contracts[name],),
        events=(EventSpec(SIGNATURES[name], who, other, "value", 6),),
        start="1",
    )
    chain = Chain(CHAIN_ID, "simulated", (f"{server.url}/rpc/sim-orchard",))

    async def read() -> list[tuple[str | None, int]]:
        found: list[tuple[str | None, int]] = []
        async with client(server) as asking:
            async for piece in SOURCES["evm"].provider().events(asking, stream, chain, Resume()):
                assert piece.batch.amounts is not None
                found += zip(piece.batch.participants.texts(), piece.batch.amounts.tolist(), strict=True)
        return found

    expected = [
        pair
        for batch in network.events(name)
        if batch.amounts is not None
        for pair in zip(batch.participants.texts(), batch.amounts.tolist(), strict=True)
    ]
    assert sorted(asyncio.run(read())) == sorted(expected)


def test_prices_come_through_the_coingecko_provider(server: Server) -> None:
    spec = SeriesSpec(SeriesKey("x", "price.usd"), "coingecko", (("id", "sim-ember"),))

    async def read() -> None:
        async with client(server) as asking:
            provider = SOURCES["coingecko"].provider()
            batches = await provider.points(asking, spec, DEFAULT_UNTIL - 60 * DAY, None)
            [prices] = [batch for batch in batches if batch.key.name == "price.usd"]
            truth = server.world.networks["sim-ember"].points("price.usd", DEFAULT_UNTIL - 60 * DAY)
            common = np.intersect1d(prices.instants, truth.instants)
            assert len(common) > 50
            assert prices.values[np.isin(prices.instants, common)].tolist() == pytest.approx(
                truth.values[np.isin(truth.instants, common)].tolist()
            )
            harvest = await provider.many(asking, [spec])
            assert harvest.points
            assert not harvest.failures

    asyncio.run(read())


def test_commits_and_an_explorers_line_come_through_their_providers(server: Server) -> None:
    stream = Stream(
        StreamKey("x", "code"),
        Role.DEVELOPER,
        Kind.DEVELOP,
        provider="github",
        options=(("organisation", "sim-granite"),),
    )
    line = SeriesSpec(
        SeriesKey("x", "explorer.transactions.d"),
        "blockscout_stats",
        (("host", "https://scan.invalid"), ("line", "newTxns")),
    )

    async def read() -> None:
        async with client(server) as asking:
            [counts] = await SOURCES["blockscout_stats"].provider().points(asking, line, None, None)
            truth = server.world.networks["sim-orchard"].points("explorer.transactions.d")
            assert len(counts.instants) >= len(truth.instants) - 1
            names: set[str | None] = set()
            async for piece in (
                SOURCES["github"].provider().events(asking, stream, None, Resume(since=DEFAULT_UNTIL - 200 * DAY))
            ):
                names |= set(piece.batch.participants.texts())
            own = server.world.networks["sim-granite"].events("develop", DEFAULT_UNTIL - 200 * DAY)
            assert len(names) >= len({who for batch in own for who in batch.participants.texts()})

    asyncio.run(read())


def test_refusals_have_the_vendors_shapes(server: Server) -> None:
    with httpx.Client(base_url=server.url) as link:
        assert link.get("/coingecko/api/v3/simple/price?ids=nobody").json() == {}
        assert link.get("/coingecko/api/v3/coins/nobody/market_chart?days=1").status_code == 404
        beyond = link.get("/coingecko/api/v3/coins/sim-ember/market_chart?days=max")
        assert (beyond.status_code, beyond.json()["error"]["status"]["error_code"]) == (401, 10012)
        assert link.get("/nothing").status_code == 404
        statistics = "/github/repos/sim-ember/node/stats/contributors"
        assert link.get(statistics).status_code == 202
        assert link.get(statistics).json()[0]["author"]["login"].startswith("sim-ember-dev")
        unknown = link.post("/rpc/sim-ember", json={"jsonrpc": "2.0", "id": 3, "method": "eth_sing"}).json()
        assert (unknown["id"], unknown["error"]["code"]) == (3, -32601)
        assert link.post("/rpc/sim-ember", content=b"{").json()["error"]["code"] == -32700
