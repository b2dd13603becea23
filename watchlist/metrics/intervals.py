"""Confidence intervals in closed form. Must give NaN, never a guess, where there is nothing to divide by."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from watchlist.domain.arrays import Floats

Z_95 = 1.959963984540054


def ratio(above: npt.ArrayLike, below: npt.ArrayLike) -> Floats:
    """Divide; NaN where the denominator is 0."""
    shares: Floats = np.asarray(np.asarray(above, np.float64) / _divisor(below))
    return shares


def _divisor(values: npt.ArrayLike) -> Floats:
    """Return numbers to divide by: NaN in place of 0, which gives NaN without a warning."""
    numbers = np.asarray(values, np.float64)
    return np.where(numbers == 0, np.nan, numbers)


def wilson(hits: npt.ArrayLike, n: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Return the Wilson score interval, 95 %, of a share."""
    trials = _divisor(n)
    share = np.asarray(hits, np.float64) / trials
    z2 = Z_95**2 / trials
    wider = 1 + z2
    centre = (share + z2 / 2) / wider
    half = Z_95 / wider * np.sqrt(share * (1 - share) / trials + z2 / (4 * trials))
    return np.maximum(0.0, centre - half), np.minimum(1.0, centre + half)
