"""Explorers' events: pages meet what is stored, half blocks never count, interruptions lose nothing."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx
import pytest

from tests.contract.vendor_cases import ADDRESS, spec, stream
from tests.helpers.vendor_client import KEYS, NOW, Bench
from watchlist.domain.activity import ReadSpan, merge_spans
from watchlist.domain.errors import BadAnswer, Unreachable
from watchlist.domain.instants import DAY, SECOND, iso
from watchlist.sources.base import EventSlice, Resume
from watchlist.sources.registry import provider

HOST = "https://scan.openledger.xyz"
A_PAGE = 5


class Scanner:
    """A Blockscout with transfers a minute apart, newest first, five to a page."""

    def __init__(self, count: int) -> None:
        self.head = NOW // SECOND - 3600
        self.times = [self.head - 3600 - 60 * (count - at) for at in range(count)]
        self.broken_at: int | None = None
        self.asked = 0

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/main-page/blocks"):
            return httpx.Response(200, json=[{"timestamp": iso(self.head * SECOND)}])
        self.asked += 1
        if self.broken_at is not None and self.asked >= self.broken_at:
            return httpx.Response(502)
        end = int(request.url.params.get("index", len(self.times)))
        start = max(0, end - A_PAGE)
        items = [
            {
                "timestamp": iso(self.times[at] * SECOND),
                "transaction_hash": f"0x{at:x}",
                "log_index": 0,
                "from": {"hash": "0xA"},
                "to": None,
                "total": {"value": "1" + "0" * 20, "decimals": "18"},
            }
            for at in range(end - 1, start - 1, -1)
        ]
        return httpx.Response(200, json={"items": items, "next_page_params": {"index": start} if start else None})


def read(scanner: Any, resume: Resume, source: str = "blockscout", **options: str) -> tuple[list[EventSlice], bool]:
    held: list[EventSlice] = []

    async def work() -> None:
        async with Bench(keys={"etherscan": KEYS["etherscan"]}).client(scanner) as client:
            of = stream(source, **options)
            async for piece in provider(source).events(client, of, None, resume):
                held.append(piece)  # noqa: PERF401 (what came before a fault is wanted)

    try:
        asyncio.run(work())
    except Unreachable:
        return held, False
    return held, True


class Store:
    """What a store keeps of slices."""

    def __init__(self) -> None:
        self.spans: list[ReadSpan] = []
        self.cursor = ""
        self.rows: dict[str, int] = {}

    def take(self, slices: list[EventSlice]) -> None:
        for piece in slices:
            self.rows.update(zip(piece.batch.references.tolist(), piece.batch.instants.tolist(), strict=True))
            if piece.span is not None:
                self.spans = merge_spans([*self.spans, piece.span])
            self.cursor = piece.cursor

    def resume(self) -> Resume:
        return Resume(spans=tuple(self.spans), cursor=self.cursor)

    def consistent_with(self, times: list[int]) -> None:
        """Everything inside a span is there."""
        stored = set(self.rows.values())
        for span in self.spans:
            for time in times:
                assert not span.start <= time * SECOND < span.end or time * SECOND in stored


OPTIONS = {"host": HOST, "address": ADDRESS}


@pytest.mark.parametrize("broken_at", range(2, 9))
def test_interrupted_pages_never_claim_what_was_not_read(broken_at: int) -> None:
    scanner, store = Scanner(23), Store()
    for attempt in range(12):
        scanner.asked, scanner.broken_at = 0, broken_at
        slices, done = read(scanner, store.resume(), **OPTIONS)
        store.take(slices)
        store.consistent_with(scanner.times)
        if done:
            break
        if attempt == 2:
            scanner.head += 3000
            scanner.times += [scanner.head - 1200 + 60 * at for at in range(7)]  # seven newer ones meanwhile
    scanner.asked, scanner.broken_at = 0, None
    store.take(read(scanner, store.resume(), **OPTIONS)[0])
    store.consistent_with(scanner.times)
    assert len(store.rows) == len(scanner.times)
    assert store.spans[0].start == 0
    assert store.cursor == "end"
    assert len(store.spans) == 1


def test_a_second_read_asks_for_the_new_page_only() -> None:
    scanner, store = Scanner(23), Store()
    store.take(read(scanner, store.resume(), **OPTIONS)[0])
    scanner.asked = 0
    store.take(read(scanner, store.resume(), **OPTIONS)[0])
    assert scanner.asked == 1
    amounts = read(scanner, Resume(), **OPTIONS)[0][0].batch
    assert amounts.scale == 18
    assert amounts.amounts is not None
    assert amounts.amounts.tolist() == [10**20] * A_PAGE  # beyond 64 bits, exact


class Logs:
    """An Etherscan with three logs a block; a page of 1,000 may end in the middle of one."""

    def __init__(self, blocks: int, per_block: int = 3) -> None:
        self.blocks, self.per_block = blocks, per_block
        self.queries: list[dict[str, str]] = []

    def time(self, block: int) -> int:
        return NOW // SECOND - 2_000_000 + block * 12

    def __call__(self, request: httpx.Request) -> httpx.Response:
        query = dict(request.url.params)
        self.queries.append(query)
        if query["action"] == "eth_blockNumber":
            return httpx.Response(200, json={"result": hex(self.blocks + 64)})
        if query["action"] == "eth_getBlockByNumber":
            assert query["tag"] == hex(self.blocks)
            return httpx.Response(
                200, json={"result": {"number": hex(self.blocks), "timestamp": hex(self.time(self.blocks))}}
            )
        rows = [
            {
                "topics": ["0xdd", f"0x{'0' * 24}{'a' * 40}", f"0x{'f' * 64}"],
                "data": f"0x{5:064x}",
                "blockNumber": hex(block),
                "timeStamp": hex(self.time(block)),
                "logIndex": "0x" if at == 0 else hex(at),
                "transactionHash": f"0x{block:x}",
            }
            for block in range(int(query["fromBlock"]), min(int(query["toBlock"]), self.blocks) + 1)
            for at in range(self.per_block)
        ][:1000]
        if not rows:
            return httpx.Response(200, json={"status": "0", "message": "No records found", "result": []})
        return httpx.Response(200, json={"status": "1", "message": "OK", "result": rows})


ETHERSCAN = {"chain": "8453", "address": ADDRESS, "topic0": "0xdd", "counterparty": "topic2", "amount": "data0"}


def test_explorer_logs_count_whole_blocks_only() -> None:
    node = Logs(900)
    slices, _ = read(node, Resume(), "etherscan", **ETHERSCAN)
    references = [name for piece in slices for name in piece.batch.references.tolist()]
    assert len(references) == len(set(references)) == 901 * 3
    assert [piece.cursor for piece in slices] == ["332", "665", "900"]
    assert merge_spans([piece.span for piece in slices if piece.span]) == [
        ReadSpan(0, node.time(900) * SECOND, "0", "900")
    ]
    batch = slices[0].batch
    assert batch.participants.texts()[0] == f"0x{'a' * 40}"
    assert batch.counterparties is not None
    assert batch.counterparties.texts()[0] == f"0x{'f' * 64}"
    assert all(query["apikey"] == KEYS["etherscan"] for query in node.queries)
    again, _ = read(node, Resume(spans=tuple(p.span for p in slices if p.span), cursor="900"), "etherscan", **ETHERSCAN)
    assert again == []


def test_a_block_with_too_many_logs_is_said_to_be_unreadable() -> None:
    with pytest.raises(BadAnswer, match="alone holds more logs"):
        read(Logs(3, per_block=1000), Resume(), "etherscan", **ETHERSCAN)


def test_the_gateway_is_preferred_with_a_key() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(
            200,
            json={
                "chart": [
                    {"date": "2026-11-18", "value": "5", "is_approximate": False},
                    {"date": "2026-11-19", "value": "1.2e1", "is_approximate": True},
                ]
            },
        )

    async def work(keys: dict[str, str]) -> Any:
        async with Bench(keys=keys).client(answer) as client:
            of = spec("blockscout_stats", "explorer.transactions.d", host=HOST, chain="1612", line="newTxns")
            return await provider("blockscout_stats").points(client, of, NOW - 9 * DAY, None)

    batch = asyncio.run(work({"blockscout": "proapi_planted01"}))[0]
    assert seen[0].url.host == "api.blockscout.com"
    assert seen[0].url.path == "/1612/stats-service/api/v1/lines/newTxns"
    assert batch.values.tolist() == [5, 12]
    assert batch.final is not None
    assert batch.final.tolist() == [True, False]
    asyncio.run(work({}))
    assert seen[1].url.host == "scan.openledger.xyz"
    assert "authorization" not in seen[1].headers


@pytest.mark.parametrize(
    ("read_", "expected"),
    [
        ("holders", 12),
        ("transfers", 99),
        ("address_transactions", 7),
        ("total_transactions", 8),
        ("total_addresses", 9),
        ("supply", 1.5),
    ],
)
def test_counters_are_strings(read_: str, expected: float) -> None:
    body = {
        "token_holders_count": "12",
        "transfers_count": "99",
        "transactions_count": "7",
        "total_transactions": "8",
        "total_addresses": "9",
        "total_supply": "1500000000000000000",
        "decimals": "18",
    }

    async def work(given: dict[str, str]) -> Any:
        async with Bench().client(lambda _request: httpx.Response(200, json=given)) as client:
            of = spec("blockscout", "x", host=HOST, address=ADDRESS, read=read_)
            return await provider("blockscout").points(client, of, None, None)

    assert asyncio.run(work(body))[0].values.tolist() == [expected]
    with pytest.raises(BadAnswer, match="holds no"):
        asyncio.run(work({"unknown": "1"}))
