"""First digits: how far a stream's amounts are from Benford's law. A note, which marks nobody.

With very many amounts the p-value is close to zero for harmless streams too; the distance says how much it is.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from watchlist.domain.arrays import Flags, Floats, Ints
from watchlist.domain.pattern_findings import DigitsNote
from watchlist.metrics.patterns.limits import DIGITS_AMOUNTS

BENFORD: tuple[float, ...] = tuple(float(np.log10(1 + 1 / digit)) for digit in range(1, 10))
_LOWEST = -324
_POWERS = np.concatenate([[5e-324], 10.0 ** np.arange(_LOWEST + 1, 309)])
_PIECE = 1 << 18


def first_digits(amounts: Floats, stream: str = "") -> DigitsNote | None:
    """Return the note for a stream; None with fewer than 500 amounts above zero."""
    return note_of(digit_counts(amounts), stream)


def note_of(counts: Ints, stream: str = "") -> DigitsNote | None:
    """Return the note for how many amounts begin with each digit; None with fewer than 500 of them."""
    n = int(counts.sum())
    if n < DIGITS_AMOUNTS:
        return None
    shares = counts / n
    expected = np.array(BENFORD)
    statistic = float((((shares - expected) ** 2) / expected).sum() * n)
    distance = float(np.abs(shares - expected).sum() / 2.0)
    return DigitsNote(stream, n, tuple(map(float, shares)), BENFORD, distance, chi_square_8(statistic))


def digit_counts(amounts: Floats) -> Ints:
    """Return how many amounts begin with 1, 2, … 9; zero, negative, infinite and missing ones do not count."""
    counts: Ints = digit_table(amounts, None, None, 1)[0]
    return counts


def digit_table(amounts: Floats, places: npt.NDArray[np.integer] | None, chosen: Flags | None, count: int) -> Ints:
    """Return the same for ``count`` streams at once, a row for each; ``places`` are the rows of the chosen amounts."""
    counts = np.zeros(10 * count, np.int64)
    for start in range(0, len(amounts), _PIECE):
        sizes = amounts[start : start + _PIECE]
        good = (sizes > 0) & (sizes < np.inf)
        if chosen is not None:
            good &= chosen[start : start + _PIECE]
        sizes = sizes[good]
        powers = np.floor(np.log10(sizes)).astype(np.int64)
        leading = sizes / _POWERS[powers - _LOWEST]
        # The division may land a hair below a digit, and the power one off at the edges.
        digits = (leading * (1 + 1e-13)).astype(np.int64)
        digits[digits == 10] = 1
        digits[digits == 0] = 9
        if places is not None:
            digits += 10 * places[start : start + _PIECE][good]
        counts += np.bincount(digits, minlength=10 * count)[: 10 * count]
    return counts.reshape(count, 10)[:, 1:]


def chi_square_8(statistic: float) -> float:
    """Return the chance of a chi-square statistic of eight degrees of freedom at least so large (closed form)."""
    half = statistic / 2.0
    term, total = 1.0, 1.0
    for step in range(1, 4):
        term *= half / step
        total += term
    return float(np.exp(-half) * total)
