"""Confidence intervals in closed form. Must give NaN, never a guess, where there is nothing to divide by."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from watchlist.domain.arrays import Floats

Z_95 = 1.959963984540054


def ratio(above: npt.ArrayLike, below: npt.ArrayLike) -> Floats:
    """Divide; NaN where the denominator is 0."""
    top, bottom = np.asarray(above, np.float64), np.asarray(below, np.float64)
    shares: Floats = np.full(np.broadcast(top, bottom).shape, np.nan)
    np.divide(top, bottom, out=shares, where=bottom != 0)
    return shares


def wilson(hits: npt.ArrayLike, n: npt.ArrayLike) -> tuple[Floats, Floats]:
    """Return the Wilson score interval, 95 %, of a share."""
    trials = np.asarray(n, np.float64)
    share = ratio(hits, trials)
    z2 = ratio(Z_95**2, trials)
    centre = (share + z2 / 2) / (1 + z2)
    half = Z_95 / (1 + z2) * np.sqrt(ratio(share * (1 - share), trials) + ratio(z2, 4 * trials))
    return np.maximum(0.0, centre - half), np.minimum(1.0, centre + half)
