"""A simulated network as a chain of blocks, in the shape of an EVM node's JSON-RPC: trade and use as logs.

A block every twelve seconds since the start; an event stands in the block of its time. Hashes are made of numbers, so
that they never change. Keeps nothing but a few weeks of logs.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from watchlist.domain.instants import DAY, SECOND
from watchlist.sources import abi
from watchlist.sources.simulated.names import address, mixed
from watchlist.sources.simulated.network import CROWDS, SimulatedNetwork
from watchlist.sources.simulated.scenarios import START_DAY

BLOCK_SECONDS = 12
CHAIN_ID = 5151
MOST_BLOCKS = 100_000
SIGNATURES = {
    "trade": "Transfer(address indexed from, address indexed to, uint256 value)",
    "use": "Used(address indexed user, address indexed node, uint256 value)",
}
_ORIGIN = START_DAY * DAY // SECOND
_WEEK_SECONDS = 7 * 86_400


class ChainShape:
    """One network as a chain; ``contracts`` maps a stream to the address that emits it."""

    def __init__(self, network: SimulatedNetwork) -> None:
        self._network = network
        special = len(CROWDS) + 1
        self.contracts = {
            name: address(network.scenario.id, special, 200 + at) for at, name in enumerate(sorted(SIGNATURES))
        }
        self._topics = {name: abi.parse(text).topic for name, text in SIGNATURES.items()}
        self.head = max(0, (network.until // SECOND - 1 - _ORIGIN) // BLOCK_SECONDS)
        self._week = lru_cache(maxsize=8)(self._logs_of_week)

    def answer(self, call: dict[str, Any]) -> dict[str, Any]:
        """Answer one call."""
        kept = {"jsonrpc": "2.0", "id": call.get("id")}
        methods: dict[str, Callable[[list[Any]], Any]] = {
            "eth_chainId": lambda _: hex(CHAIN_ID),
            "eth_blockNumber": lambda _: hex(self.head),
            "eth_getBlockByNumber": lambda given: self._block(str(given[0])),
            "eth_getCode": lambda given: "0x60" if str(given[0]).lower() in self.contracts.values() else "0x",
            "eth_getLogs": lambda given: self._logs(given[0]),
        }
        method = methods.get(str(call.get("method")))
        if method is None:
            return {**kept, "error": {"code": -32601, "message": "the method does not exist"}}
        try:
            return {**kept, "result": method(call.get("params") or [])}
        except (IndexError, KeyError, ValueError, TypeError) as error:
            return {**kept, "error": {"code": -32602, "message": str(error) or "invalid params"}}

    def _number(self, text: str) -> int:
        named = {"latest": self.head, "safe": self.head, "finalized": self.head, "pending": self.head, "earliest": 0}
        return named[text] if text in named else int(text, 16)

    def _hash(self, number: int) -> str:
        return f"0x{mixed(number + 1):016x}{mixed(number + 2):016x}{number:032x}"

    def _block(self, text: str) -> dict[str, Any] | None:
        number = self._number(text)
        if number > self.head:
            return None
        stamp = hex(_ORIGIN + number * BLOCK_SECONDS)
        return {"number": hex(number), "hash": self._hash(number), "timestamp": stamp, "transactions": []}

    def _logs(self, wanted: dict[str, Any]) -> list[dict[str, Any]]:
        first, last = self._number(wanted.get("fromBlock", "latest")), self._number(wanted.get("toBlock", "latest"))
        if first > last:
            raise ValueError("invalid block range params")
        if last > self.head:
            raise ValueError("block range extends beyond current head block")
        if last - first >= MOST_BLOCKS:
            raise ValueError(f"exceed maximum block range: {MOST_BLOCKS}")
        given = wanted.get("address")
        addresses = None if not given else {each.lower() for each in ([given] if isinstance(given, str) else given)}
        topics = [
            None if not each else {each} if isinstance(each, str) else set(each) for each in wanted.get("topics") or []
        ]
        weeks = range(first * BLOCK_SECONDS // _WEEK_SECONDS, last * BLOCK_SECONDS // _WEEK_SECONDS + 1)
        return [
            log
            for week in weeks
            for log in self._week(week)
            if first <= int(log["blockNumber"], 16) <= last
            and (addresses is None or log["address"] in addresses)
            and all(choice is None or log["topics"][at] in choice for at, choice in enumerate(topics))
        ]

    def _logs_of_week(self, week: int) -> list[dict[str, Any]]:
        begin = (START_DAY + week * 7) * DAY
        rows: list[tuple[int, str, str, str, int]] = []
        for name in SIGNATURES:
            for batch in self._network.events(name, begin, begin + 7 * DAY):
                others = batch.counterparties.texts() if batch.counterparties else [None] * len(batch)
                amounts = batch.amounts.tolist() if batch.amounts is not None else [0] * len(batch)
                for at, who, other, amount in zip(
                    batch.instants.tolist(), batch.participants.texts(), others, amounts, strict=True
                ):
                    rows.append((at // SECOND, name, str(who), str(other or "0x0"), int(amount)))
        logs = []
        for index, (at, name, who, other, amount) in enumerate(sorted(rows)):
            number = (at - _ORIGIN) // BLOCK_SECONDS
            logs.append(
                {
                    "address": self.contracts[name],
                    "topics": [self._topics[name], f"0x{int(who, 16):064x}", f"0x{int(other, 16):064x}"],
                    "data": f"0x{amount:064x}",
                    "blockNumber": hex(number),
                    "blockHash": self._hash(number),
                    "blockTimestamp": hex(_ORIGIN + number * BLOCK_SECONDS),
                    "transactionHash": f"0x{mixed(week * 1_000_003 + index):016x}{week:024x}{index:024x}",
                    "transactionIndex": "0x0",
                    "logIndex": hex(index),
                    "removed": False,
                }
            )
        return logs
