"""Holds back points that look wrong, with a reason, and tells where two sources disagree. Pure.

A point that is held back is kept for the user to release or drop; it is not shown, not counted and never repaired.
"""

from __future__ import annotations

import math
from statistics import median

import numpy as np
import numpy.typing as npt

from watchlist.domain.arrays import Flags, Floats, frozen
from watchlist.domain.instants import DAY, MINUTE, Instant
from watchlist.domain.series import PointBatch, Quarantined

CLOCK_SLACK = 10 * MINUTE
REFERENCE = 5
REFERENCE_AGE = 30 * DAY
DISPUTED_SHARE = 0.05

_LEAP = {"price": 10.0, "market_cap": 10.0, "fdv": 10.0, "supply": 10.0, "liquidity": 100.0, "tvl": 100.0}
_LEAP_ELSE = 1000.0
_NEVER_ZERO = frozenset({"price", "market_cap", "fdv"})


def sift(
    batch: PointBatch, now: Instant, known_instants: npt.ArrayLike = (), known_values: npt.ArrayLike = ()
) -> tuple[PointBatch, tuple[Quarantined, ...]]:
    """Return the batch without the points that look wrong, and those with their reasons.

    ``known_instants`` and ``known_values`` are the newest stored points of the series, in order: a leap is judged
    against them, so that a body that is wrong as a whole is recognised too.
    """
    name = batch.key.name.partition(".")[0]
    values, instants = batch.values, batch.instants
    reasons: dict[int, str] = {}
    for at in np.flatnonzero(~np.isfinite(values)).tolist():
        reasons[at] = "not a number"
    for at in np.flatnonzero(instants > now + CLOCK_SLACK).tolist():
        reasons.setdefault(at, "its time lies in the future")
    with np.errstate(invalid="ignore"):
        for at in np.flatnonzero(values < 0).tolist():
            reasons.setdefault(at, "negative")
        if name in _NEVER_ZERO:
            for at in np.flatnonzero(values == 0).tolist():
                reasons.setdefault(at, "zero")
    _leaps(batch, _LEAP.get(name, _LEAP_ELSE), _reference(known_instants, known_values), reasons)
    if not reasons:
        return batch, ()
    keep = np.ones(len(values), np.bool_)
    keep[list(reasons)] = False
    held = tuple(
        Quarantined(batch.key, int(instants[at]), float(values[at]), batch.source, reasons[at], batch.learnt_at)
        for at in sorted(reasons)
    )
    final = frozen(batch.final[keep]) if batch.final is not None else None
    return PointBatch(batch.key, batch.source, instants[keep], values[keep], batch.learnt_at, final), held


def _reference(instants: npt.ArrayLike, values: npt.ArrayLike) -> list[tuple[Instant, float]]:
    times = np.asarray(instants, np.int64)
    amounts = np.asarray(values, np.float64)
    good = np.isfinite(amounts) & (amounts > 0)
    return list(zip(times[good].tolist(), amounts[good].tolist(), strict=True))


def _leaps(batch: PointBatch, leap: float, known: list[tuple[Instant, float]], reasons: dict[int, str]) -> None:
    """Name points that differ by the factor ``leap`` from the median of the ones before them."""
    fit = [at for at in range(len(batch.values)) if at not in reasons and batch.values[at] > 0]
    if not fit:
        return
    amounts = batch.values[fit]
    everything = [*amounts.tolist(), *(value for _, value in known)]
    if max(everything) < leap * min(everything):
        return
    first = int(batch.instants[fit[0]])
    earlier = [value for time, value in known if first - REFERENCE_AGE <= time < first][-REFERENCE:]
    later = [value for time, value in known if time >= first][:REFERENCE]
    opening = [
        float(batch.values[at]) for at in fit[: 2 * REFERENCE - 1] if batch.instants[at] - first <= REFERENCE_AGE
    ]
    recent = earlier or later or [median(opening)]
    last = first
    for at in fit:
        value, time = float(batch.values[at]), int(batch.instants[at])
        if time - last > REFERENCE_AGE:
            recent = [value]  # after a long gap nothing is known about what to expect
        level = median(recent)
        if value >= level * leap or value * leap <= level:
            factor = value / level if value >= level else level / value
            reasons[at] = f"{factor:,.0f} times {'above' if value > level else 'below'} the values before it"
            continue
        recent = [*recent, value][-REFERENCE:]
        last = time


def disputed(one: Floats, other: Floats, share: float = DISPUTED_SHARE) -> Flags:
    """Return where two sources' values of the same instants differ by more than a share of the larger one."""
    larger = np.maximum(np.abs(one), np.abs(other))
    with np.errstate(invalid="ignore"):
        flags: Flags = np.abs(one - other) > share * larger
    return flags


def disputes(one: PointBatch, other: PointBatch, share: float = DISPUTED_SHARE) -> tuple[Instant, ...]:
    """Return the instants that both batches hold and at which they disagree."""
    shared, mine, theirs = np.intersect1d(one.instants, other.instants, assume_unique=True, return_indices=True)
    return tuple(int(at) for at in shared[disputed(one.values[mine], other.values[theirs], share)])


def differs(one: float | None, other: float | None, share: float = DISPUTED_SHARE) -> bool:
    """Return whether two newest values disagree; a missing one disagrees with nothing."""
    if one is None or other is None or not (math.isfinite(one) and math.isfinite(other)):
        return False
    return abs(one - other) > share * max(abs(one), abs(other))
