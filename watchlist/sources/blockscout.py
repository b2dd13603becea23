"""Blockscout v2: an explorer's own counts and its list of a token's transfers; per instance, or by the keyed gateway.

The per-instance interface is being retired: with a key the gateway is asked, without one the instance. The ledger's
host tells which one served. Counts here are the explorer's, not counted events.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import msgspec

from watchlist.domain.activity import ReadSpan
from watchlist.domain.errors import BadAnswer
from watchlist.domain.instants import DAY, MINUTE, Instant
from watchlist.domain.network import Chain, SeriesSpec, Stream
from watchlist.domain.series import PointBatch
from watchlist.sources.base import Ask, EventSlice, Provider, Resume, measure, need_option, option
from watchlist.sources.columns import EventRows
from watchlist.sources.explorer_logs import ExplorerLogs
from watchlist.sources.lenient import Num, instant, whole
from watchlist.sources.pacing import HostRules
from watchlist.sources.shaping import Window, points_of, spot
from watchlist.sources.source import Source

if TYPE_CHECKING:
    from watchlist.sources.client import Client

KEY = "blockscout"
SETTLING = 10 * MINUTE
GATEWAY = "https://api.blockscout.com"
READS = {
    "transactions": "/v2/stats/charts/transactions",
    "holders": "/v2/tokens/{address}/counters",
    "transfers": "/v2/tokens/{address}/counters",
    "address_transactions": "/v2/addresses/{address}/counters",
    "total_transactions": "/v2/stats",
    "total_addresses": "/v2/stats",
    "supply": "/v2/tokens/{address}",
}


class Chart(msgspec.Struct):
    """/stats/charts/transactions: about 30 days."""

    class Row(msgspec.Struct):
        """A day."""

        date: Num = None
        transactions_count: Num = None
        tx_count: Num = None

    chart_data: list[Row]


class Counts(msgspec.Struct):
    """Whatever of the counters an answer has; all are decimal strings."""

    token_holders_count: Num = None
    transfers_count: Num = None
    transactions_count: Num = None
    total_transactions: Num = None
    total_addresses: Num = None
    total_supply: Num = None
    decimals: Num = None


class Account(msgspec.Struct):
    """An address of a transfer."""

    hash: str = ""


class Total(msgspec.Struct):
    """What was moved."""

    value: Num = None
    decimals: Num = None
    token_id: Num = None


class Transfer(msgspec.Struct):
    """A token transfer; names of the hash differ by version."""

    timestamp: Num = None
    block_number: Num = None
    log_index: Num = None
    transaction_hash: str = ""
    tx_hash: str = ""
    sender: Account | None = msgspec.field(name="from", default=None)
    receiver: Account | None = msgspec.field(name="to", default=None)
    total: Total | None = None


class Transfers(msgspec.Struct):
    """A page of transfers, newest first; the next page's parameters go back as they came."""

    items: list[Transfer]
    next_page_params: dict[str, Num] | None = None


class NewestBlock(msgspec.Struct):
    """A block of the explorer's front page."""

    timestamp: Num = None


class Blockscout(Provider):
    """The provider."""

    key = KEY

    async def points(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[PointBatch]:
        """Return the explorer's own count: transactions a day, or a counter as it stands now."""
        read = option(spec, "read") or _read_of(spec)
        if read not in READS:
            raise BadAnswer(KEY, f"cannot read {read!r}, only {', '.join(READS)}")
        path = READS[read]
        if "{address}" in path:
            path = path.format(address=need_option(KEY, spec, "address"))
        base, secret, place = base_of(client, spec)
        if read == "transactions":
            ask = Ask(KEY, base + path, f"history of {spec.key}", Chart, key=secret, key_at=place, endpoint=read)
            rows = (await client.ask_again(ask)).need().chart_data
            values: list[tuple[Num, Num]] = [
                (row.date, row.tx_count if row.transactions_count is None else row.transactions_count) for row in rows
            ]
            return [points_of(spec.key, KEY, values, client.clock(), Window(since, until), DAY)]
        counter = Ask(KEY, base + path, f"newest {spec.key}", Counts, key=secret, key_at=place, endpoint=read)
        counts = (await client.ask_again(counter)).need()
        value: Num = {
            "holders": counts.token_holders_count,
            "transfers": counts.transfers_count,
            "address_transactions": counts.transactions_count,
            "total_transactions": counts.total_transactions,
            "total_addresses": counts.total_addresses,
            "supply": _supply(counts),
        }[read]
        learnt = client.clock()
        batch = spot(spec.key, KEY, value, learnt, learnt)
        if batch is None:
            raise BadAnswer(KEY, f"the answer holds no {read}")
        return [batch]

    def events(self, client: Client, stream: Stream, chain: Chain | None, resume: Resume) -> AsyncIterator[EventSlice]:
        """Return a token's transfers, or the logs of a contract where the stream names a topic."""
        base, secret, place = base_of(client, stream, chain)
        if option(stream, "topic0"):
            return ExplorerLogs(KEY, base, (), secret, place).slices(client, stream, resume)
        return _transfers(client, stream, resume, base, secret, place)

    async def check_key(self, client: Client) -> str:
        """Ask the gateway for Ethereum's counters."""
        ask = Ask(
            KEY, f"{GATEWAY}/1/api/v2/stats", "test of the key", Counts, key=KEY, key_at="bearer", endpoint="stats"
        )
        (await client.ask(ask)).need()
        return "Blockscout accepts the key."


async def _transfers(
    client: Client, stream: Stream, resume: Resume, base: str, secret: str, place: str
) -> AsyncIterator[EventSlice]:
    """Read pages from the newest on until they meet what is stored; the cursor leads further into the past.

    Only the oldest stretch of the store has a cursor at its end, so that pages are read until they touch that one.
    """
    address = stream.addresses[0] if stream.addresses else need_option(KEY, stream, "address")
    url = f"{base}/v2/tokens/{address}/transfers"
    known = min(resume.spans, default=None)
    upper = await _settled(client, stream, base, secret, place)
    params: tuple[tuple[str, str], ...] = ()
    newest = upper
    done = 0
    while True:
        ask = Ask(
            KEY, url, f"transfers of {stream.key}", Transfers, params, key=secret, key_at=place, endpoint="transfers"
        )
        answer = await client.ask_again(ask)
        page = answer.need()
        decimals = next((whole(row.total.decimals) for row in page.items if row.total is not None), None)
        rows = EventRows(stream.key, decimals or 0)
        for row in page.items:
            at, digest = instant(row.timestamp), row.transaction_hash or row.tx_hash
            if at is None or not digest:
                raise BadAnswer(KEY, "a transfer without time or transaction")
            value = whole(row.total.value) if row.total is not None else None
            receiver = row.receiver.hash.lower() if row.receiver is not None else None
            sender = row.sender.hash.lower() if row.sender is not None else None
            if at >= newest:
                continue  # too young to be certain: the next read takes it
            rows.add(at, sender, f"{digest.lower()}:{whole(row.log_index)}", receiver, value)
        done += len(rows)
        last = page.next_page_params is None
        # the times of rows that are too young count as well: a page of nothing else proves nothing
        oldest = min((at for at in (instant(row.timestamp) for row in page.items) if at is not None), default=None)
        start = 0 if last else (oldest if oldest is not None else upper)
        # the page may end in the middle of its oldest instant: that one is complete with the next page only
        start = start if last else min(start + 1, upper)
        met = known is not None and start <= known.end
        if met and known is not None:
            start = known.end
        cursor = "end" if last else msgspec.json.encode(page.next_page_params).decode()
        if known is not None:
            cursor = resume.cursor
        span = ReadSpan(start, upper) if start < upper else None
        resume.report(done, None, "transfers")
        yield EventSlice(rows.batch(), span, cursor)
        upper = min(start, upper)
        if last or (resume.since is not None and upper <= resume.since):
            return
        if met and known is not None:
            if cursor in ("", "end"):
                return
            upper, known = known.start, None
            page = Transfers([], msgspec.json.decode(cursor.encode(), type=dict[str, Num]))
        params = _pairs(page.next_page_params or {})


async def _settled(client: Client, stream: Stream, base: str, secret: str, place: str) -> Instant:
    """Return up to when the explorer certainly knows everything: a while before its own newest block.

    An explorer that stopped indexing says so by an old block; a quiet token looks the same in its transfers.
    """
    url = f"{base}/v2/main-page/blocks"
    ask = Ask(
        KEY, url, f"newest block for {stream.key}", list[NewestBlock], key=secret, key_at=place, endpoint="blocks"
    )
    times = [instant(block.timestamp) for block in (await client.ask_again(ask)).need()]
    known = [at for at in times if at is not None]
    if not known:
        raise BadAnswer(KEY, "the explorer does not tell its newest block")
    return min(max(known), client.clock()) - SETTLING


def base_of(client: Client, of: SeriesSpec | Stream, chain: Chain | None = None) -> tuple[str, str, str]:
    """Return where to ask: the gateway with a key, else the instance; with the key's name and place."""
    number = option(of, "chain") or (str(chain.chain_id) if chain is not None else "")
    if client.has_key(KEY) and number:
        return f"{GATEWAY}/{number}/api", KEY, "bearer"
    host = option(of, "host") or (chain.explorer if chain is not None else "")
    if not host:
        raise BadAnswer(KEY, f"{of.key}: the network file names no explorer, and without a key the gateway refuses")
    return f"{host.rstrip('/')}/api", "", ""


def _pairs(params: dict[str, Num]) -> tuple[tuple[str, str], ...]:
    return tuple((name, "null" if value is None else str(value)) for name, value in params.items())


def _read_of(spec: SeriesSpec) -> str:
    head, _ = measure(spec.key)
    return head if head in READS else "transactions"


def _supply(counts: Counts) -> float | None:
    raw, decimals = whole(counts.total_supply), whole(counts.decimals)
    return None if raw is None or decimals is None else raw / 10**decimals


SOURCE = Source(
    key=KEY,
    title="Blockscout",
    factory=Blockscout,
    gives=("explorer.transactions", "holders", "transfers", "supply", "events:trade"),
    hosts=(
        ("api.blockscout.com", HostRules(per_minute=280, burst=5, concurrency=2, daily=100_000, reset_unit="ms")),
        ("base.blockscout.com", HostRules(per_minute=120, burst=5, concurrency=2, reset_unit="ms")),
        ("explorer.opengradient.ai", HostRules(per_minute=60, burst=5, concurrency=2, reset_unit="ms")),
        ("scan.openledger.xyz", HostRules(per_minute=60, burst=5, concurrency=2, reset_unit="ms")),
    ),
    limits="Gateway: 100,000 credits a day and 5 requests a second with a free key. Instances: unknown.",
    terms="https://www.blockscout.com/terms-of-service",
    attribution="Counts by the chain's Blockscout explorer",
    keys=(KEY,),
    options=(
        ("host", "the explorer's address"),
        ("chain", "the chain's number, for the gateway"),
        ("address", "the token or contract"),
        ("read", f"what to read: {', '.join(READS)}"),
        ("topic0", "for logs of a contract: the event's topic, see explorer logs"),
    ),
)
