"""Names of simulated participants: addresses that begin with 0x5151, logins for developers. None is anybody's.

A name depends on the network, the role and the place within the role, so that a longer simulation keeps it.
"""

from __future__ import annotations

from zlib import crc32

import numpy as np

from watchlist.domain.arrays import Ints, Texts

MASK = (1 << 64) - 1


def mixed(number: int) -> int:
    """Scramble 64 bits: different numbers give different, random-looking ones."""
    number = (number + 0x9E3779B97F4A7C15) & MASK
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & MASK
    return number ^ (number >> 31)


def address(network: str, role: int, place: int) -> str:
    """Return an invented address of 20 bytes."""
    head = crc32(network.encode()) ^ role
    first = mixed(head << 32 | place)
    return f"0x5151{first:016x}{mixed(first) & MASK:016x}{role:04x}"


class Names:
    """Names by id, made when first needed."""

    def __init__(self, network: str, offsets: dict[str, int], count: int) -> None:
        self._network = network
        self._roles = list(offsets)
        self._starts = np.array(list(offsets.values()), np.int64)
        self._made: Texts = np.full(count, None, np.object_)

    def of(self, ids: Ints) -> Texts:
        """Return names of ids."""
        found = self._made[ids]
        for place in np.flatnonzero(found == None):  # noqa: E711  an array is compared element by element
            found[place] = self._made[ids[place]] = self._make(int(ids[place]))
        return found

    def _make(self, number: int) -> str:
        role = int(np.searchsorted(self._starts, number, side="right")) - 1
        while self._starts[role] > number:
            role -= 1
        place = number - int(self._starts[role])
        if self._roles[role] == "developers":
            return f"{self._network}-dev-{place:04d}"
        return address(self._network, role, place)
