"""What is known of a chain's newest blocks, so that a reorganisation is noticed and what it took back can be named.

The cursor of a stream holds the hash of the newest block that was read, of one block well below it, and of every
block in between that had events, with their references. Pure; never asks a node.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import msgspec

DEPTH = 256
"""How many blocks below the newest one are remembered."""

MOST_REFERENCES = 10_000
"""Beyond that many remembered references the remembered depth shrinks."""


@dataclass(frozen=True, slots=True)
class SeenBlock:
    """A block with events: number, hash, and its events by reference (``transaction:index``)."""

    number: int
    hash: str
    references: list[str]


class _KeptBlock(msgspec.Struct, array_like=True):
    """A block as it is stored: log indices by transaction."""

    number: int
    hash: str
    logs: dict[str, list[str]]

    @classmethod
    def of(cls, block: SeenBlock) -> _KeptBlock:
        """Group the references of a block."""
        logs: dict[str, list[str]] = {}
        for reference in block.references:
            transaction, _, index = reference.rpartition(":")
            logs.setdefault(transaction, []).append(index)
        return cls(block.number, block.hash, logs)

    def seen(self) -> SeenBlock:
        """Return the block with whole references."""
        references = [f"{transaction}:{index}" for transaction, found in self.logs.items() for index in found]
        return SeenBlock(self.number, self.hash, references)


class _CursorText(msgspec.Struct, omit_defaults=True):
    """The cursor as it is stored."""

    chain: int = 0
    start: int = -1
    start_known: bool = True
    newest: tuple[int, str] | None = None
    floor: tuple[int, str] | None = None
    blocks: list[_KeptBlock] = []
    sizes: dict[str, int] = {}


@dataclass(frozen=True, slots=True)
class Tail:
    """The remembered end of a stream on a chain; ``start`` is its first block, -1 while it is not known."""

    chain: int = 0
    start: int = -1
    start_known: bool = True
    newest: tuple[int, str] | None = None
    floor: tuple[int, str] | None = None
    blocks: Mapping[int, SeenBlock] = field(default_factory=dict)
    sizes: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def parse(cls, text: str, chain: int) -> Tail:
        """Read a cursor; one that cannot be read, or is another chain's, is as none."""
        try:
            kept = msgspec.json.decode(text.encode(), type=_CursorText) if text else _CursorText()
        except (msgspec.DecodeError, UnicodeEncodeError):
            return cls(chain)
        if kept.chain != chain:
            return cls(chain)
        blocks = {block.number: block.seen() for block in kept.blocks}
        return cls(chain, kept.start, kept.start_known, kept.newest, kept.floor, blocks, kept.sizes)

    def text(self) -> str:
        """Return the cursor to store."""
        blocks = [_KeptBlock.of(self.blocks[number]) for number in sorted(self.blocks)]
        kept = _CursorText(self.chain, self.start, self.start_known, self.newest, self.floor, blocks, dict(self.sizes))
        return msgspec.json.encode(kept).decode()

    def advanced(self, newest: tuple[int, str], floor: tuple[int, str]) -> Tail:
        """Return the tail with a newer end; what lies below the new floor is forgotten."""
        return replace(self, newest=newest, floor=floor)._bounded()

    def with_events(self, events: Iterable[tuple[int, str, str]]) -> Tail:
        """Return the tail with further events, as (block, hash, reference), of which old ones are ignored."""
        lowest = self.floor[0] if self.floor else 0
        blocks = dict(self.blocks)
        gathered: dict[int, tuple[str, list[str]]] = {}
        for number, digest, reference in events:
            if number > lowest:
                gathered.setdefault(number, (digest, []))[1].append(reference)
        for number, (digest, references) in gathered.items():
            before = blocks.get(number)
            known = before.references if before is not None and before.hash == digest else []
            blocks[number] = SeenBlock(number, digest, list(dict.fromkeys([*known, *references])))
        return replace(self, blocks=blocks)._bounded()

    def _bounded(self) -> Tail:
        lowest = self.floor[0] if self.floor else 0
        kept: dict[int, SeenBlock] = {}
        count = 0
        floor = self.floor
        for number in sorted(self.blocks, reverse=True):
            block = self.blocks[number]
            count += len(block.references)
            if number <= lowest:
                break
            if count > MOST_REFERENCES and kept:
                floor = (number, block.hash)  # this block is remembered by its hash alone
                break
            kept[number] = block
        return replace(self, blocks=kept, floor=floor)

    def marks(self) -> dict[int, str]:
        """Return all remembered block hashes by number."""
        known = {number: block.hash for number, block in self.blocks.items()}
        for mark in (self.newest, self.floor):
            if mark is not None:
                known[mark[0]] = mark[1]
        return known

    def common(self, now: Mapping[int, str]) -> int | None:
        """Return the newest remembered block that still is what it was; None where not even the floor is.

        ``now`` gives the hashes that the chain has today; a block that is missing there does not exist any more.
        """
        marks = self.marks()
        same = [number for number, digest in marks.items() if now.get(number) == digest]
        return max(same, default=None)

    def cut(self, common: int) -> tuple[Tail, tuple[str, ...]]:
        """Return the tail without anything after ``common``, and the references that are taken back by that."""
        gone = [block for number, block in sorted(self.blocks.items()) if number > common]
        kept = {number: block for number, block in self.blocks.items() if number <= common}
        digest = self.marks()[common]
        removed = tuple(reference for block in gone for reference in block.references)
        return replace(self, blocks=kept, newest=(common, digest)), removed
