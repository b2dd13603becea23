"""Which prices look wrong and which two sources disagree. Pure rules; what follows from them is decided elsewhere.

A suspicious price is set aside with its reason, never deleted: the user releases or drops it.
"""

from __future__ import annotations

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ints
from watchlist.domain.instants import HOUR, MINUTE, Instant

JUMP = 10.0
DISPUTE_SHARE = 0.05
_NEIGHBOURS = 5
_CONFIRMED_WITHIN = 3.0
_CLOCK_SLACK = 10 * MINUTE


def outliers(instants: Ints, values: Floats, now: Instant, before: Floats | None = None) -> list[tuple[int, str]]:
    """Return (place, reason) of the points to set aside; points are oldest first, ``before`` are accepted earlier ones.

    Wrong are: not a number, zero, negative, later than now, and ten times above or below the median of the five
    accepted points before, unless the next two points confirm the new level.
    """
    found: list[tuple[int, str]] = []
    accepted = [] if before is None else [float(value) for value in before[-_NEIGHBOURS:]]
    for place, value in enumerate(values.tolist()):
        if reason := _impossible(value, int(instants[place]), now):
            found.append((place, reason))
            continue
        if len(accepted) >= _NEIGHBOURS:
            middle = float(np.median(accepted[-_NEIGHBOURS:]))
            if value >= JUMP * middle or value <= middle / JUMP:
                if _confirmed(values, place):
                    accepted = [value] * _NEIGHBOURS  # what follows is measured by the new level
                    continue
                times = value / middle if value > middle else middle / value
                side = "above" if value > middle else "below"
                found.append((place, f"{times:.3g} times {side} the points before it"))
                continue
        accepted.append(value)
    return found


def _impossible(value: float, instant: Instant, now: Instant) -> str:
    if not np.isfinite(value):
        return "not a number"
    if value == 0:
        return "a price of zero"
    if value < 0:
        return "a negative price"
    return "its time lies in the future" if instant > now + _CLOCK_SLACK else ""


def _confirmed(values: Floats, place: int) -> bool:
    """Return whether the next two points stay near a new level."""
    following = values[place + 1 : place + 3]
    if len(following) < 2 or not np.all(np.isfinite(following) & (following > 0)):
        return False
    ratio = following / values[place]
    return bool(np.all((ratio < _CONFIRMED_WITHIN) & (ratio > 1 / _CONFIRMED_WITHIN)))


def disputes(
    instants: Ints,
    values: Floats,
    other_instants: Ints,
    other_values: Floats,
    within: Instant = HOUR // 2,
    share: float = DISPUTE_SHARE,
) -> Flags:
    """Return which points differ by more than 5 % from the other source's point nearest in time.

    The share is of the smaller of the two. Points without a neighbour within half an hour are not disputed; of two
    neighbours equally near the earlier one counts.
    """
    flags = np.zeros(len(instants), np.bool_)
    if not len(instants) or not len(other_instants):
        return flags
    right = np.clip(np.searchsorted(other_instants, instants), 0, len(other_instants) - 1)
    left = np.maximum(right - 1, 0)
    nearer_left = np.abs(instants - other_instants[left]) <= np.abs(other_instants[right] - instants)
    nearest = np.where(nearer_left, left, right)
    close = np.abs(other_instants[nearest] - instants) <= within
    theirs = other_values[nearest]
    smaller = np.minimum(np.abs(values), np.abs(theirs))
    flags[:] = close & (np.abs(values - theirs) > share * smaller)
    return flags
