"""Structured results behind the figures of control, verification, quality, score and price. Holds no behaviour.

Missing numbers are None in scalars and NaN in arrays; a part that is missing says why in ``missing``.
"""

from __future__ import annotations

from dataclasses import dataclass

from watchlist.domain.arrays import Floats, Ints, frozen
from watchlist.domain.figures import Missing


@dataclass(frozen=True, slots=True)
class Holdings:
    """How a total is spread over participants; every share is of the total, ``nakamoto`` is at 33, 50 and 67 %."""

    n: int
    total: float
    nakamoto: tuple[int, int, int]
    gini: float
    hhi: float
    top_1: float
    top_10: float
    effective: float
    evenness: float


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """One side of the concentration tab: the measures and the Lorenz curve, poorest first, from (0, 0) to (1, 1)."""

    what: str
    holdings: Holdings | None
    population: Floats
    held: Floats
    missing: Missing = Missing.NONE

    def __post_init__(self) -> None:
        frozen(self.population)
        frozen(self.held)


@dataclass(frozen=True, slots=True, eq=False)
class ConcentrationFinding:
    """Who controls a stream over its last 28 complete days, on events and on amounts.

    ``first_day`` and ``last_day`` bound the window; ``excluded`` are (label, participants taken out under it).
    """

    network: str
    of: str
    first_day: int | None
    last_day: int | None
    events: Spread
    amounts: Spread
    thresholds: tuple[float, float, float]
    excluded: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class RewardsFinding:
    """Rewards next to contributions over the same 28 days."""

    network: str
    rewards_gini: float | None
    contributions_gini: float | None
    rewarded_share: float | None
    contributors: int
    rewarded: int
    missing: Missing = Missing.NONE


@dataclass(frozen=True, slots=True)
class MethodShare:
    """What one method verified; a claim is counted here and stays out of the rate unless it was included."""

    method: str
    streams: tuple[str, ...]
    verifications: int
    items: float
    verifiers: int
    counted: bool


@dataclass(frozen=True, slots=True)
class Payers:
    """Who pays for verified use: how many, the largest one's share, and what the payees' own clusters paid."""

    n: int
    largest: float
    self_dealing: float | None
    missing: Missing = Missing.NONE


@dataclass(frozen=True, slots=True)
class VerificationFinding:
    """Verification in one complete period, in parts. ``not_published`` holds (stream, why, when last checked)."""

    network: str
    period: int | None
    used: float | None
    verified: float | None
    rate: float | None
    methods: tuple[MethodShare, ...]
    median_latency: float | None
    slow_latency: float | None
    linked: int
    liveness: float | None
    registered: int
    payers: Payers | None
    not_published: tuple[tuple[str, str, str], ...] = ()
    missing: Missing = Missing.NONE


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a composed number: its value in its own unit, what it gives, its weight, and why it is missing."""

    key: str
    title: str
    value: float | None
    points: float | None
    weight: float = 1.0
    missing: Missing = Missing.NONE
    note: str = ""


@dataclass(frozen=True, slots=True)
class QualityFinding:
    """Growth quality of one period with its five parts, and what could not be checked."""

    network: str
    period: int | None
    value: float | None
    parts: tuple[Part, ...]
    hollow: bool | None
    unchecked: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ScoreFinding:
    """The coordination score of one period with its pillars. A lens, not advice."""

    network: str
    period: int | None
    value: float | None
    pillars: tuple[Part, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Lag:
    """One lag of the lead and lag table; a positive lag means that the metric moves first."""

    weeks: int
    n: int
    correlation: float | None
    p_value: float | None


@dataclass(frozen=True, slots=True)
class LeadLagFinding:
    """Correlation of weekly changes of a metric and of price; without rows where fewer than 26 weeks are common."""

    network: str
    metric: str
    common_weeks: int
    lags: tuple[Lag, ...]
    shifts: int
    missing: Missing = Missing.NONE


@dataclass(frozen=True, slots=True, eq=False)
class DivergenceFinding:
    """Where price ran ahead of a metric or fell behind it: places of marked periods, +1 ahead and -1 behind."""

    network: str
    metric: str
    periods: Ints
    scores: Floats
    marks: Ints
    threshold: float

    def __post_init__(self) -> None:
        frozen(self.periods)
        frozen(self.scores)
        frozen(self.marks)
