"""Blocks of a chain: headers, the newest block that is settled, and searches by time and by deployed code.

Searches probe many places per request, so that a chain of a hundred million blocks takes a handful of requests.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass

import msgspec

from watchlist.domain.errors import BadAnswer, SourceError
from watchlist.domain.instants import SECOND, Instant
from watchlist.sources.base import Ask
from watchlist.sources.client import Client
from watchlist.sources.evm_nodes import Nodes
from watchlist.sources.evm_refusals import Refusal
from watchlist.sources.evm_rpc import KEY, Call, Result

PROBES = 15
SETTLED = ("safe", "finalized", "latest")
SENDERS_AT_ONCE = 100


class Header(msgspec.Struct, rename="camel"):
    """A block's header as far as it is used."""

    number: str
    hash: str
    timestamp: str


@dataclass(frozen=True, slots=True)
class BlockMark:
    """A block: number, hash, instant."""

    number: int
    hash: str
    instant: Instant


def header_call(block: int | str, full: bool = False) -> Call:
    """Return the call for a block by number or name."""
    return Call("eth_getBlockByNumber", [hex(block) if isinstance(block, int) else block, full])


def mark_of(result: Result) -> BlockMark | None:
    """Return a block; None where there is none of that number. Raises BadAnswer."""
    header = result.maybe(Header)
    if header is None:
        return None
    try:
        return BlockMark(int(header.number, 16), header.hash.lower(), int(header.timestamp, 16) * SECOND)
    except ValueError as error:
        raise BadAnswer(KEY, "a block without a number or time") from error


async def headers(nodes: Nodes, blocks: Iterable[int], purpose: str = "block times") -> dict[int, BlockMark]:
    """Return the blocks that exist, by number."""
    wanted = sorted(set(blocks))
    if not wanted:
        return {}
    marks = [mark_of(result) for result in await nodes.ask([header_call(block) for block in wanted], purpose)]
    found = {mark.number: mark for mark in marks if mark is not None}
    if not set(found) <= set(wanted):
        raise BadAnswer(KEY, "a node gave another block than was asked for")
    return found


async def settled(nodes: Nodes, tags: Sequence[str] = SETTLED) -> tuple[BlockMark, str]:
    """Return the newest block that is settled, and by which name it was asked for.

    A node that knows neither "safe" nor "finalized", or answers its first block to that, is read up to its newest
    block: what is provisional then is put right later.
    """
    results = await nodes.ask([header_call(tag) for tag in tags], "newest block")
    for tag, result in zip(tags, results, strict=True):
        if result.refused() is None:
            mark = mark_of(result)
            if mark is not None and (mark.number > 0 or tag == tags[-1]):
                return mark, tag
    raise BadAnswer(KEY, "the node names no newest block")


async def first_where(
    low: int, high: int, probe: Callable[[list[int]], Awaitable[list[bool]]], probes: int = PROBES
) -> int:
    """Return the first block of low … high for which the probe is true, high + 1 where there is none.

    ``probe`` takes blocks and gives flags that are false up to some block and true from there on.
    """
    while low <= high:
        count = high - low + 1
        if count <= probes:
            places = list(range(low, high + 1))
        else:
            places = [low + count * number // (probes + 1) for number in range(1, probes + 1)]
        flags = await probe(places)
        yes = next((at for at, flag in enumerate(flags) if flag), None)
        if yes is None:
            low = places[-1] + 1
        else:
            high = places[yes] - 1
            if yes > 0:
                low = places[yes - 1] + 1
    return low


async def block_at(nodes: Nodes, instant: Instant, low: int, high: int) -> int:
    """Return the first block of low … high at or after an instant, high + 1 where all are before it."""

    async def probe(places: list[int]) -> list[bool]:
        found = await headers(nodes, places, "block by date")
        return [place in found and found[place].instant >= instant for place in places]

    return await first_where(low, high, probe)


async def first_code(nodes: Nodes, address: str, high: int) -> int | None:
    """Return the first block with code at an address; None where it has none at all (a precompile, say).

    Raises SourceError, BadAnswer where no node keeps the state that is needed.
    """

    async def probe(places: list[int]) -> list[bool]:
        calls = [Call("eth_getCode", [address, hex(place)]) for place in places]
        flags = []
        for result in await nodes.ask(calls, "start block", deep=True):
            refused = result.refused()
            if refused is not None and refused.kind is Refusal.HISTORY:
                raise BadAnswer(KEY, f"no history of state: {refused.text}")
            flags.append(result.into(str) not in ("0x", "0x0", ""))
        return flags

    if not (await probe([high]))[0]:
        return None
    return await first_where(0, high, probe)


class _Address(msgspec.Struct):
    creation_transaction_hash: str | None = None
    creation_tx_hash: str | None = None


class _Transaction(msgspec.Struct, rename="camel"):
    hash: str
    from_: str = msgspec.field(name="from", default="")
    block_number: str | None = None


async def first_by_explorer(client: Client, nodes: Nodes, explorer: str, address: str) -> int | None:
    """Return the block in which an explorer says that a contract was made; None where it does not say so."""
    if not explorer:
        return None
    ask: Ask[_Address] = Ask(
        "blockscout", f"{explorer.rstrip('/')}/api/v2/addresses/{address}", "start block", _Address, endpoint="address"
    )
    answer = await client.ask(ask)
    if not answer.good or answer.data is None:
        return None
    made = answer.data.creation_transaction_hash or answer.data.creation_tx_hash
    if not made:
        return None
    result = (await nodes.ask([Call("eth_getTransactionByHash", [made])], "start block"))[0]
    try:
        found = result.maybe(_Transaction)
    except SourceError:
        return None
    return int(found.block_number, 16) if found is not None and found.block_number else None


async def senders(nodes: Nodes, transactions: Iterable[str]) -> dict[str, str]:
    """Return who sent each transaction. Raises BadAnswer where a node does not know one of them."""
    wanted = sorted(set(transactions))
    found: dict[str, str] = {}
    for place in range(0, len(wanted), SENDERS_AT_ONCE):
        part = wanted[place : place + SENDERS_AT_ONCE]
        for digest, result in zip(
            part,
            await nodes.ask([Call("eth_getTransactionByHash", [digest]) for digest in part], "senders"),
            strict=True,
        ):
            transaction = result.maybe(_Transaction)
            if transaction is None or not transaction.from_:
                raise BadAnswer(KEY, "a node does not know a transaction whose log it gave")
            found[digest] = transaction.from_.lower()
    return found
