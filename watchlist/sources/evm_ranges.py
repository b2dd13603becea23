"""How many blocks to ask for at once, learnt per node: start large, shrink at once, grow slowly. Pure, never loops.

Also the arithmetic of block ranges: what is read, what is missing, and which counts look cut off.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

FIRST_SIZE = 1_000
LARGEST = 2_000_000
WANTED_LOGS = 8_000
"""About how many logs one answer should hold: pages, not floods."""

PATIENCE = 24
"""Successes after which a size that was refused once is tried again."""


@dataclass(frozen=True, slots=True, order=True)
class Blocks:
    """Blocks from ``first`` to ``last``, both included."""

    first: int
    last: int

    def __len__(self) -> int:
        return self.last - self.first + 1


class RangeSizer:
    """The number of blocks per question of one node.

    Attributes: ``size`` is what to ask for next, ``ceiling`` the largest size that is believed to be allowed.
    """

    def __init__(self, size: int = FIRST_SIZE, ceiling: int | None = None) -> None:
        self.ceiling = min(LARGEST, ceiling) if ceiling else LARGEST
        self.hard = self.ceiling
        self.size = max(1, min(size, self.ceiling))
        self._good = 0

    def refused(self, asked: int, hint: int = 0) -> int:
        """A range of ``asked`` blocks was too much: return the next size, always strictly smaller, at least 1."""
        smaller = hint if 0 < hint < asked else max(1, asked // 2)
        self.ceiling = min(self.ceiling, max(1, asked - 1))
        if 0 < hint < asked:
            self.ceiling = min(self.ceiling, hint)
        self.size = max(1, min(smaller, self.ceiling, self.size))
        self._good = 0
        return self.size

    def answered(self, asked: int, logs: int) -> None:
        """A range was answered with so many logs: aim at pages of a good size, grow by a half at most."""
        self._good += 1
        if self._good % PATIENCE == 0 and self.ceiling < self.hard:
            self.ceiling = min(self.hard, self.ceiling + max(1, self.ceiling // 8))
        if asked < self.size:  # the rest of a stretch tells nothing about the size
            if logs > WANTED_LOGS:
                self.size = max(1, asked * WANTED_LOGS // logs)
            return
        per_page = asked * WANTED_LOGS // logs if logs else LARGEST
        factor = 4 if logs * 32 < WANTED_LOGS else 2
        grown = self.size * factor if logs * 8 < WANTED_LOGS else self.size + max(1, self.size // 2)
        self.size = max(1, min(grown, per_page, self.ceiling))


def missing(wanted: Blocks, read: Iterable[Blocks]) -> list[Blocks]:
    """Return the parts of ``wanted`` that are not in ``read``, newest first."""
    left: list[Blocks] = []
    start = wanted.first
    for done in sorted(read):
        if done.last < start or done.first > wanted.last:
            continue
        if done.first > start:
            left.append(Blocks(start, done.first - 1))
        start = max(start, done.last + 1)
    if start <= wanted.last:
        left.append(Blocks(start, wanted.last))
    return sorted(left, reverse=True)


def from_the_top(stretch: Blocks, size: int, count: int) -> list[Blocks]:
    """Cut up to ``count`` ranges of ``size`` blocks off the newest end of a stretch, newest first."""
    pieces: list[Blocks] = []
    last = stretch.last
    while last >= stretch.first and len(pieces) < count:
        first = max(stretch.first, last - size + 1)
        pieces.append(Blocks(first, last))
        last = first - 1
    return pieces


def halves(blocks: Blocks) -> tuple[Blocks, Blocks]:
    """Return the newer and the older half of at least two blocks."""
    middle = (blocks.first + blocks.last) // 2
    return Blocks(middle + 1, blocks.last), Blocks(blocks.first, middle)


def looks_cut(count: int, known_caps: Sequence[int] = ()) -> bool:
    """Return whether a number of results is so round that a node may have cut it off without saying so."""
    if count in known_caps:
        return True
    digits = str(count)
    return count >= 100 and digits[0] in "125" and set(digits[1:]) <= {"0"}
