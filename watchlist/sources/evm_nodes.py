"""Which node of a chain to ask: each one's chain id is asked before it is used, and a failing one rests.

A node of another chain is never read, however healthy. Nodes are tried in the order of the network file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from watchlist.domain.errors import BadAnswer, KeyRejected, RateLimited, SourceError, Unreachable
from watchlist.domain.network import Chain
from watchlist.sources.client import Client
from watchlist.sources.evm_refusals import Refusal
from watchlist.sources.evm_rpc import KEY, Call, Node, Result, ask, node_of

T = TypeVar("T")


class Nodes:
    """The nodes of one chain during one reading."""

    def __init__(self, client: Client, chain: Chain, sizes: dict[str, int] | None = None) -> None:
        self._client = client
        self.chain = chain
        known = sizes or {}
        self._all = [node_of(url, chain.max_block_range, known.get(url)) for url in chain.rpc]
        self._other: dict[str, int] = {}

    def sizes(self) -> dict[str, int]:
        """Return the range size that each node was seen to take."""
        return {node.url: node.sizer.size for node in self._all}

    def usable(self, deep: bool = False) -> list[Node]:
        """Return the nodes in the order in which to ask them; ``deep`` leaves out those without history."""
        now = self._client.clock()
        fit = [node for node in self._all if node.url not in self._other and not (deep and node.short)]
        return sorted(fit, key=lambda node: node.resting_until > now)

    async def first(self, deep: bool = False) -> Node:
        """Return the best node, its chain id checked.

        Raises Unreachable where none answers, BadAnswer where all that answer are nodes of another chain.
        """
        last: SourceError | None = None
        for node in self.usable(deep):
            try:
                if await self._checked(node):
                    return node
            except RateLimited:
                raise
            except SourceError as error:
                last = error
        if last is not None:
            raise last
        if self._other:
            found = ", ".join(str(number) for number in sorted(set(self._other.values())))
            raise BadAnswer(
                KEY, f"the node answers chain id {found}, expected {self.chain.chain_id}: the network differs"
            )
        if deep and self._all:
            raise BadAnswer(KEY, f"no node of {self.chain.name} keeps the history that is needed")
        raise BadAnswer(KEY, f"the network file names no node of {self.chain.name}")

    async def _checked(self, node: Node) -> bool:
        if node.chain_id is None:
            answered = await ask(self._client, node, [Call("eth_chainId")], "chain id")
            node.chain_id = number(answered[0])
        if node.chain_id != self.chain.chain_id:
            self._other[node.url] = node.chain_id
            node.chain_id = None  # asked anew next time: the operator may have put it right
            return False
        return True

    async def second(self, but: Node) -> Node | None:
        """Return another usable node than ``but``, None where there is none."""
        for node in self.usable():
            if node is not but and node.resting_until <= self._client.clock():
                try:
                    if await self._checked(node):
                        return node
                except SourceError:
                    continue
        return None

    async def ask(self, calls: Sequence[Call], purpose: str, deep: bool = False) -> list[Result]:
        """Send calls to the best node, and to the next one where that fails. Raises the last node's SourceError."""
        return (await self.ask_which(calls, purpose, deep))[1]

    async def ask_which(self, calls: Sequence[Call], purpose: str, deep: bool = False) -> tuple[Node, list[Result]]:
        """As ``ask``, with the node that answered."""
        last: SourceError = Unreachable(KEY, f"no node of {self.chain.name} answers")
        for _ in range(len(self._all) + 1):
            try:
                node = await self.first(deep)
            except (Unreachable, BadAnswer) as error:
                raise last if isinstance(last, RateLimited) else error from error
            try:
                results = await ask(self._client, node, calls, purpose)
            except SourceError as error:
                last = error
                node.failed(self._client.clock())
                if len(self.usable(deep)) < 2:
                    raise
                continue
            refused = results[0].refused()
            if refused is not None and refused.kind is Refusal.HISTORY and deep:
                node.short = True
                last = BadAnswer(KEY, f"{node.name}: {refused.text}")
                continue
            if refused is not None and refused.kind is Refusal.AUTH:
                last = KeyRejected(KEY, f"{node.name}: {refused.text}")
                node.failed(self._client.clock())
                if len(self.usable(deep)) < 2:
                    raise last
                continue
            node.worked()
            return node, results
        raise last


def number(result: Result) -> int:
    """Return a hexadecimal number. Raises BadAnswer."""
    text = result.into(str)
    try:
        return int(text, 16)
    except ValueError as error:
        raise BadAnswer(KEY, f"{text[:40]!r} is no number") from error


def each(results: Sequence[Result], read: Callable[[Result], T]) -> list[T]:
    """Read all results."""
    return [read(result) for result in results]
