"""One week of one simulated stream as columns, before names are given and before anything is cut off.

An event's ``serial`` is its place in the week as it was drawn: its reference is made of it, so it never moves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from watchlist.domain.arrays import Ints
from watchlist.domain.instants import Instant

MICRO = 6
"""Decimals of the amounts that fit 64 bits."""

ATTO = 18
"""Decimals of the amounts that do not: they are drawn in millionths and written out in full."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Events of one week; ids are the simulation's own, -1 is nobody, ``amounts`` are millionths.

    ``linked`` is the serial of the use event of the same week that an event verifies, and ``latencies`` the time
    between them; -1 where there is none.
    """

    instants: Ints
    participants: Ints
    counterparties: Ints | None = None
    amounts: Ints | None = None
    serials: Ints | None = None
    linked: Ints | None = None
    latencies: Ints | None = None

    def __len__(self) -> int:
        return len(self.instants)

    def numbered(self) -> Block:
        """Give every event its serial."""
        return replace(self, serials=np.arange(len(self), dtype=np.int64))

    def only(self, chosen: npt.NDArray[np.bool_]) -> Block:
        """Return the chosen events."""
        if chosen.all():
            return self
        columns = (self.counterparties, self.amounts, self.serials, self.linked, self.latencies)
        kept = [None if column is None else column[chosen] for column in columns]
        return Block(self.instants[chosen], self.participants[chosen], *kept)

    def between(self, start: Instant, end: Instant) -> Block:
        """Return the events from ``start`` up to, not including, ``end``."""
        return self.only((self.instants >= start) & (self.instants < end))

    @classmethod
    def none(cls) -> Block:
        """Return no events."""
        ints = np.empty(0, np.int64)
        return cls(ints, ints, serials=ints)


def joined(blocks: list[Block]) -> Block:
    """Put blocks of the same stream and week together, in order; a column that only some have is filled with -1."""
    full = [block for block in blocks if len(block)]
    if len(full) == 1:
        return full[0]
    if not full:
        return Block.none()

    def column(name: str) -> Ints | None:
        parts = [getattr(block, name) for block in full]
        if all(part is None for part in parts):
            return None
        filled = [
            np.full(len(block), -1, np.int64) if part is None else part for block, part in zip(full, parts, strict=True)
        ]
        return np.concatenate(filled)

    return Block(
        np.concatenate([block.instants for block in full]),
        np.concatenate([block.participants for block in full]),
        *(column(name) for name in ("counterparties", "amounts", "serials", "linked", "latencies")),
    )
