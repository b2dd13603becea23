"""EVM chains by JSON-RPC: events of contracts as streams, and what contracts say now as series.

Any node the network file or the user names. The reading itself is in evm_reader; this is the door.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Sequence

from watchlist.domain.answers import Candidate
from watchlist.domain.errors import BadAnswer, SourceError
from watchlist.domain.instants import Instant
from watchlist.domain.network import AssetKind, Chain, SeriesSpec, Stream
from watchlist.domain.series import PointBatch
from watchlist.sources.base import EventSlice, Harvest, Provider, Resume, need_option
from watchlist.sources.client import Client
from watchlist.sources.evm_nodes import Nodes
from watchlist.sources.evm_reader import LogReader
from watchlist.sources.evm_rpc import KEY
from watchlist.sources.evm_tokens import calls_of, describe_token, point_of
from watchlist.sources.pacing import HostRules
from watchlist.sources.source import Source

_PLACE = re.compile(r"\s*(\d+)\s*[:/ ]\s*(0x[0-9a-fA-F]{40})\s*$")
_PUBLIC = HostRules(per_minute=240, burst=20, concurrency=3)
_CAREFUL = HostRules(per_minute=120, burst=10, concurrency=2)

CHAINS: tuple[Chain, ...] = (
    Chain(1, "Ethereum", ("https://ethereum-rpc.publicnode.com",), "https://eth.blockscout.com"),
    Chain(8453, "Base", ("https://base-rpc.publicnode.com",), "https://base.blockscout.com"),
    Chain(56, "BNB Smart Chain", ("https://bsc-rpc.publicnode.com", "https://bsc-dataseed.bnbchain.org"), "", 5000),
    Chain(42161, "Arbitrum One", ("https://arbitrum-one-rpc.publicnode.com",), "https://arbitrum.blockscout.com"),
    Chain(10, "OP Mainnet", ("https://optimism-rpc.publicnode.com",), "https://optimism.blockscout.com"),
    Chain(137, "Polygon", ("https://polygon-bor-rpc.publicnode.com",), "https://polygon.blockscout.com"),
)
"""Chains on which a token can be looked up by address without a network file; the addresses are general knowledge."""


class EvmProvider(Provider):
    """Reads chains."""

    key = KEY

    async def events(
        self, client: Client, stream: Stream, chain: Chain | None, resume: Resume
    ) -> AsyncIterator[EventSlice]:
        """Yield the events of a stream's contracts, newest first."""
        if chain is None:
            raise BadAnswer(KEY, f"{stream.key}: the network file names no chain for it")
        if not stream.events:
            raise BadAnswer(KEY, f"{stream.key}: the network file names no event for it")
        async for piece in LogReader(client, stream, chain, resume).slices():
            yield piece

    async def points(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[PointBatch]:
        """Return what the contract says now: a chain gives no cheap history of it."""
        harvest = await self.many(client, [spec])
        for _, error in harvest.failures:
            raise error
        return [
            batch
            for batch in harvest.points
            if (since is None or batch.instants[0] >= since) and (until is None or batch.instants[0] < until)
        ]

    def batches(self, specs: Sequence[SeriesSpec]) -> list[tuple[SeriesSpec, ...]]:
        """Group by node: all contracts of a node are read in one request."""
        groups: dict[str, list[SeriesSpec]] = {}
        for spec in specs:
            groups.setdefault(dict(spec.options).get("rpc", ""), []).append(spec)
        return [tuple(group) for group in groups.values()]

    async def many(self, client: Client, specs: Sequence[SeriesSpec]) -> Harvest:
        """Read what many contracts say now, one request per node."""
        found: list[PointBatch] = []
        failed: list[tuple[SeriesSpec, SourceError]] = []
        for group in self.batches(specs):
            try:
                rpc, number = need_option(KEY, group[0], "rpc"), need_option(KEY, group[0], "chain")
                calls = [calls_of(spec) for spec in group]
                nodes = Nodes(client, Chain(int(number), f"chain {number}", (rpc,)))
                results = await nodes.ask([call for each in calls for call in each], "contract state")
            except SourceError as error:
                failed += [(spec, error) for spec in group]
                continue
            place = 0
            for spec, each in zip(group, calls, strict=True):
                try:
                    found.append(point_of(spec, results[place : place + len(each)], client.clock()))
                except SourceError as error:
                    failed.append((spec, error))
                place += len(each)
        return Harvest(tuple(found), (), tuple(failed))

    async def search(self, client: Client, text: str) -> tuple[Candidate, ...]:
        """Look up a token given as ``chain id:address``."""
        place = _PLACE.match(text)
        if not place:
            return ()
        chain = next((each for each in CHAINS if each.chain_id == int(place[1])), None)
        if chain is None:
            return ()
        facts = await describe_token(client, chain, place[2].lower())
        identity = (("chain", place[1]), ("address", facts.address), ("decimals", str(facts.decimals or "")))
        return (
            Candidate(facts.name or facts.symbol or "?", facts.symbol or "?", AssetKind.TOKEN, chain.name, identity),
        )


SOURCE = Source(
    key=KEY,
    title="Chain nodes (EVM JSON-RPC)",
    factory=EvmProvider,
    gives=(
        "contract state",
        "events:use",
        "events:contribute",
        "events:verify",
        "events:reward",
        "events:stake",
        "events:trade",
    ),
    hosts=(
        ("base-rpc.publicnode.com", _PUBLIC),
        ("bsc-rpc.publicnode.com", _PUBLIC),
        ("ethereum-rpc.publicnode.com", _PUBLIC),
        ("arbitrum-one-rpc.publicnode.com", _PUBLIC),
        ("optimism-rpc.publicnode.com", _PUBLIC),
        ("polygon-bor-rpc.publicnode.com", _PUBLIC),
        ("robinhood-rpc.publicnode.com", _PUBLIC),
        ("bsc-dataseed.bnbchain.org", _CAREFUL),
        ("ogevmdevnet.opengradient.ai", _CAREFUL),
        ("rpc.openledger.xyz", _CAREFUL),
        ("erpc.nesa.ai", _CAREFUL),
        ("rpc.mainnet.chain.robinhood.com", _CAREFUL),
    ),
    limits="Each node sets its own limits on ranges, results and requests; they are found out and remembered.",
    terms="Each node has terms of its own: see the operator's site.",
    attribution="Read from the chain itself",
    options=(
        ("head", "which block counts as settled: safe, finalized or latest"),
        ("since", "where to begin when nobody knows a contract's first block, as a date"),
        ("rpc", "for a series: the node"),
        ("chain", "for a series: the chain id"),
        ("read", "for a series: head_age, balance, or a function such as totalSupply()"),
        ("address", "for a series: the contract or account"),
        ("argument", "for a series: an address or number handed to the function"),
        ("word", "for a series: which word of the answer, from 0"),
        ("decimals", "for a series: decimals of the answer"),
    ),
)
