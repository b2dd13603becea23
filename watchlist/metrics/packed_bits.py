"""Sets of participants as packed bits: one bit per row, 64 rows per word, rows counted from the low bit up.

Everything here works on one set or a few at a time, so that no single call holds the interpreter for long.
Must never know what a row or a period means.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from watchlist.domain.arrays import Flags, Ints

Words: TypeAlias = npt.NDArray[np.uint64]

WORD: np.dtype[np.uint64] = np.dtype("<u8")
"""Little-endian on every machine: bit i of byte j is row 8j + i, so that bytes and words show the same set."""

PIECE_BITS = 1 << 20
"""How many bits one step over many days handles: a megabyte of flags stays in the cache and takes about 0.1 ms."""


_FEW_WORDS = 64


def words_for(rows: int) -> int:
    """Return how many words hold that many rows."""
    return (rows + 63) >> 6


def packed(flags: Flags) -> Words:
    """Return flags as words; the last axis must be a multiple of 64 long."""
    return np.packbits(flags, axis=-1, bitorder="little").view(WORD)


def unpacked(words: Words) -> Flags:
    """Return words as flags along the last axis."""
    return np.unpackbits(words.view(np.uint8), axis=-1, bitorder="little").view(np.bool_)


def size(words: Words) -> int:
    """Return how many rows a set holds."""
    return int(np.add.reduce(np.bitwise_count(words), axis=None, dtype=np.uint32))


def sizes(words: Words) -> Ints:
    """Return how many rows each of several sets holds; the last axis is the set."""
    held: Ints = np.add.reduce(np.bitwise_count(words), axis=-1, dtype=np.uint32).astype(np.int64)
    return held


def counts_between(sets: Words, cuts: Ints) -> Ints:
    """Return, for each set, how many members stand between each two successive cuts.

    Cuts are row numbers that never go back; the first is 0 and none is beyond the end of the sets.
    """
    at, inside = cuts >> 6, (cuts & 63).astype(np.uint64)
    end = int(at[-1])
    if not sets.shape[-1]:
        return np.zeros((*sets.shape[:-1], len(cuts) - 1), np.int64)
    if end < _FEW_WORDS:  # more cuts than words: ranks are looked up
        held_before = np.zeros((*sets.shape[:-1], end + 1), np.int64)
        np.cumsum(np.bitwise_count(sets[..., :end]), axis=-1, dtype=np.int64, out=held_before[..., 1:])
        cut_words = sets[..., np.minimum(at, sets.shape[-1] - 1)]
        cut_words &= (np.uint64(1) << inside) - np.uint64(1)
        ranks: Ints = held_before[..., at]
        ranks += np.bitwise_count(cut_words)
        return ranks[..., 1:] - ranks[..., :-1]
    held = np.zeros((*sets.shape[:-1], len(cuts) - 1), np.int64)
    sized = np.zeros((*sets.shape[:-1], end + 1), np.uint8)  # one more: a cut may stand at the very end
    np.bitwise_count(sets[..., :end], out=sized[..., :end])
    whole = np.add.reduceat(sized, at[:-1], axis=-1, dtype=np.int32)
    held += np.where(at[1:] > at[:-1], whole, 0)  # reduceat gives one element for an empty stretch
    split = np.flatnonzero(inside)  # cuts within a word: its low bits belong to the stretch before
    low = np.zeros((*sets.shape[:-1], len(cuts)), np.int64)
    low[..., split] = np.bitwise_count(sets[..., at[split]] & ((np.uint64(1) << inside[split]) - np.uint64(1)))
    return held + low[..., 1:] - low[..., :-1]


def rows_of(words: Words) -> Ints:
    """Return the rows of a set, lowest first."""
    return np.flatnonzero(unpacked(words))


def set_of(rows: npt.NDArray[np.integer], words: int) -> Words:
    """Return rows as a set of that many words."""
    flags = np.zeros(words << 6, np.bool_)
    flags[rows] = True
    return packed(flags)


def union(sets: Words) -> Words:
    """Return the union of sets along the last but one axis."""
    united: Words = np.bitwise_or.reduce(sets, axis=-2)
    return united
