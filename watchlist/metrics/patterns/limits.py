"""The thresholds of every indicator at its three levels, as data: the only place where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from watchlist.domain.pattern_findings import Level


@dataclass(frozen=True, slots=True)
class Limits:
    """One level's thresholds.

    Attributes are named after the indicator that reads them; a group, count or ratio must reach its threshold,
    while ``crowd_k`` and ``hour_entropy`` must be exceeded and ``gap_variation`` be undercut.
    """

    lockstep_group: int
    lockstep_days: int
    crowd_k: float
    gap_variation: float
    hour_entropy: float
    same_size_share: float
    return_ratio: float
    return_trips: int
    funder_group: int


LIMITS: dict[Level, Limits] = {
    Level.LOOSE: Limits(50, 3, 10.0, 0.02, 0.995, 0.30, 0.95, 10, 50),
    Level.NORMAL: Limits(20, 4, 6.0, 0.05, 0.99, 0.15, 0.9, 5, 20),
    Level.STRICT: Limits(5, 5, 4.0, 0.10, 0.98, 0.05, 0.8, 3, 10),
}

CROWD_BASELINE_DAYS = 56
CLOCKWORK_EVENTS = 30
CLOCKWORK_DAYS = 14
SAME_SIZE_GROUP = 20
DIGITS_AMOUNTS = 500
