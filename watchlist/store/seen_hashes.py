"""Which references of a stream are stored already, asked in memory: sorted 64-bit hashes, one set of runs per stream.

A hit is only a suspicion that the stored text has to confirm; a miss is certain. Read from the archive when a stream
is first appended to, and dropped again when too many streams are held: the archive is the only truth.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from watchlist.domain.arrays import Flags

Hashes: TypeAlias = npt.NDArray[np.uint64]

MOST_HELD = 24_000_000
"""Hashes held over all streams, 8 bytes each."""


class SeenHashes:
    """Sorted runs of hashes per stream; runs are merged so that there are only a few."""

    def __init__(self, load: Callable[[int], Hashes]) -> None:
        self._load = load
        self._runs: dict[int, list[Hashes]] = {}

    def forget(self, stream: int | None = None) -> None:
        """Read a stream again at the next question, or all of them."""
        if stream is None:
            self._runs.clear()
        else:
            self._runs.pop(stream, None)

    def contains(self, stream: int, hashes: Hashes) -> Flags:
        """Return for each hash whether it may be stored; hashes may come in any order."""
        runs = [run for run in self._held(stream) if len(run)]
        ordered = np.sort(hashes)  # neighbours look in the same place: several times faster than in any order
        hits = np.zeros(len(hashes), np.bool_)
        for run in runs:
            hits |= _within(run, ordered)
        if not hits.any() or hits.all():
            return hits
        return _within(ordered[hits], hashes)

    def add(self, stream: int, hashes: Hashes) -> None:
        """Remember hashes that were stored."""
        runs = self._held(stream)
        runs.append(np.sort(hashes))
        while len(runs) > 1 and len(runs[-1]) * 2 >= len(runs[-2]):
            last = runs.pop()
            runs[-1] = np.sort(np.concatenate([runs[-1], last]))
        self._drop_others(stream)

    def _held(self, stream: int) -> list[Hashes]:
        runs = self._runs.pop(stream, None)
        if runs is None:
            runs = [np.sort(self._load(stream))]
        self._runs[stream] = runs  # the last one asked for stands last
        return runs

    def _drop_others(self, stream: int) -> None:
        while len(self._runs) > 1 and sum(len(run) for runs in self._runs.values() for run in runs) > MOST_HELD:
            oldest = next(iter(self._runs))
            if oldest == stream:
                return
            del self._runs[oldest]


def _within(run: Hashes, hashes: Hashes) -> Flags:
    place = np.searchsorted(run, hashes)
    place[place == len(run)] = 0
    within: Flags = run[place] == hashes
    return within
