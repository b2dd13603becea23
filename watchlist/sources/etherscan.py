"""Etherscan v2: logs of a contract on many chains with one key. The free plan covers selected chains only."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import msgspec

from watchlist.domain.errors import BadAnswer
from watchlist.domain.instants import Instant
from watchlist.domain.network import Chain, SeriesSpec, Stream
from watchlist.domain.series import PointBatch
from watchlist.sources.base import Ask, EventSlice, Provider, Resume, measure, need_option, option
from watchlist.sources.explorer_logs import ExplorerLogs, judge
from watchlist.sources.lenient import Num, whole
from watchlist.sources.pacing import HostRules
from watchlist.sources.shaping import spot
from watchlist.sources.source import Source

if TYPE_CHECKING:
    from watchlist.sources.client import Client

KEY = "etherscan"
URL = "https://api.etherscan.io/v2/api"
PLACE = "query:apikey"


class Value(msgspec.Struct):
    """A single value."""

    result: Num = None


class Etherscan(Provider):
    """The provider."""

    key = KEY

    async def points(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[PointBatch]:
        """Return a token's supply as it stands now."""
        if measure(spec.key)[0] != "supply":
            raise BadAnswer(KEY, f"gives no history of {spec.key.name}")
        params = (
            ("chainid", need_option(KEY, spec, "chain")),
            ("module", "stats"),
            ("action", "tokensupply"),
            ("contractaddress", need_option(KEY, spec, "address")),
        )
        ask = Ask(
            KEY, URL, f"newest {spec.key}", Value, params, key=KEY, key_at=PLACE, endpoint="tokensupply", judge=judge
        )
        raw = whole((await client.ask_again(ask)).need().result)
        learnt = client.clock()
        if raw is None:
            raise BadAnswer(KEY, "the answer holds no supply")
        if (since is not None and learnt < since) or (until is not None and learnt >= until):
            return []
        batch = spot(spec.key, KEY, raw / 10 ** int(option(spec, "decimals", "18")), learnt, learnt)
        return [batch] if batch is not None else []

    def events(self, client: Client, stream: Stream, chain: Chain | None, resume: Resume) -> AsyncIterator[EventSlice]:
        """Return the logs of a contract with one topic."""
        number = option(stream, "chain") or str(stream.chain_id or (chain.chain_id if chain is not None else ""))
        if not number:
            raise BadAnswer(KEY, f"{stream.key}: the network file names no chain")
        return ExplorerLogs(KEY, URL, (("chainid", number),), KEY, PLACE).slices(client, stream, resume)

    async def check_key(self, client: Client) -> str:
        """Ask for the key's own limit."""
        params = (("chainid", "1"), ("module", "getapilimit"), ("action", "getapilimit"))
        ask = Ask(
            KEY, URL, "test of the key", dict[str, object], params, key=KEY, key_at=PLACE, endpoint="getapilimit",
            judge=judge,
        )  # fmt: skip
        (await client.ask(ask)).need()
        return "Etherscan accepts the key."


SOURCE = Source(
    key=KEY,
    title="Etherscan",
    factory=Etherscan,
    gives=("supply", "events:trade"),
    hosts=(("api.etherscan.io", HostRules(per_minute=170, burst=3, concurrency=1, daily=100_000)),),
    limits="3 requests a second and 100,000 a day with a free key, on selected chains only.",
    terms="https://etherscan.io/terms",
    attribution="Powered by Etherscan.io APIs",
    keys=(KEY,),
    needs_key=True,
    options=(
        ("chain", "the chain's number"),
        ("address", "the contract"),
        ("topic0", "the event's topic"),
        ("participant", "where the participant stands: topic1 (default), topic2, data0 …"),
        ("counterparty", "where the counterparty stands"),
        ("amount", "where the amount stands"),
        ("decimals", "decimals of the amount"),
    ),
)
