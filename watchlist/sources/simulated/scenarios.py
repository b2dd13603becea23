"""The four fictional networks as data: how many people arrive, how long they stay, how often they come, what it costs.

Everything that tells the networks apart stands here. No name or ticker belongs to anything real, and none may.
A curve is a tuple of (week since the start, value) knots, straight between them and flat outside.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import numpy as np

from watchlist.domain.arrays import Floats, Ints
from watchlist.domain.instants import DAY, Instant
from watchlist.domain.periods import day_of_date

Curve = tuple[tuple[float, float], ...]

START_DAY = day_of_date(date(2024, 1, 1))
"""The first day of every simulated network: a Monday, so that weeks are whole from the beginning."""

DEFAULT_UNTIL: Instant = day_of_date(date(2026, 11, 18)) * DAY + 52_320 * 1_000_000
"""Up to when a network is simulated unless something else is asked: a Wednesday afternoon, inside a day and a week."""


def at_weeks(curve: Curve, days: Ints) -> Floats:
    """Return a curve's values on days since the epoch."""
    weeks = (days - START_DAY) / 7.0
    return np.interp(weeks, [knot[0] for knot in curve], [knot[1] for knot in curve])


@dataclass(frozen=True, slots=True)
class CrowdSpec:
    """How the people of one role come, stay and act.

    ``births`` are arrivals per day at scale 1. ``passers`` is the share that is there for one day only. ``life`` is
    the scale in days of the others' Weibull lifetimes of ``shape``. ``rate`` bounds the chance to be active on a day,
    ``mood`` multiplies it over calendar time. ``burst`` is the mean number of further events on an active day.
    ``growth`` is how the number of people follows the scale: 1 in proportion, 0.5 with its square root.
    """

    births: Curve
    life: Curve
    passers: Curve = ((0, 0.25),)
    shape: float = 0.6
    rate: tuple[float, float] = (0.15, 0.75)
    mood: Curve = ((0, 1.0),)
    burst: float = 0.6
    growth: float = 1.0


@dataclass(frozen=True, slots=True)
class PriceSpec:
    """The path of the price: ``trend`` in USD, ``wobble`` the standard deviation of log price around it."""

    trend: Curve
    wobble: float = 0.12
    supply: float = 250_000_000.0


@dataclass(frozen=True, slots=True)
class FarmSpec:
    """Manufactured activity: arrivals per week at scale 1 from ``first_week`` on, growing by ``growth`` a week."""

    first_week: int = 70
    growth: float = 1.042
    lockstep_per_week: float = 3.2
    crowd_every_weeks: int = 5
    crowd_size: float = 220.0
    clockwork: float = 8.0
    sleepless: float = 3.0
    same_size_accounts: float = 60.0
    same_size_per_day: float = 34.0
    pairs: float = 6.0


@dataclass(frozen=True, slots=True)
class Hole:
    """Days that a stream's source cannot give, as days since the start."""

    stream: str
    first: int
    days: int


@dataclass(frozen=True, slots=True)
class Scenario:
    """One fictional network."""

    id: str
    name: str
    symbol: str
    story: str
    users: CrowdSpec
    contributors: CrowdSpec
    verifiers: CrowdSpec
    holders: CrowdSpec
    developers: CrowdSpec
    price: PriceSpec
    verified: Curve
    methods: tuple[tuple[str, float], ...] = (("proof", 0.3), ("attestation", 0.5), ("signature", 0.2))
    claim_batch: float = 40.0
    latency_seconds: float = 45.0
    farm: FarmSpec | None = None
    holes: tuple[Hole, ...] = field(default=())


def _verifiers(births: Curve, life: float = 600) -> CrowdSpec:
    return CrowdSpec(births, ((0, life),), ((0, 0.05),), 0.9, (0.85, 0.98), growth=0.5)


def _developers(births: Curve, life: Curve, mood: Curve = ((0, 1.0),)) -> CrowdSpec:
    return CrowdSpec(births, life, ((0, 0.3),), 0.7, (0.1, 0.5), mood, 1.2, growth=0.5)


ORCHARD = Scenario(
    "sim-orchard",
    "Orchard Loom",
    "SIM-ORCH",
    "Organic growth: more people come every month, and a growing share of them stays.",
    users=CrowdSpec(((0, 4), (60, 8), (150, 17), (400, 60)), ((0, 60), (150, 110)), ((0, 0.28), (150, 0.2))),
    contributors=CrowdSpec(((0, 0.8), (150, 2.2), (400, 6)), ((0, 110), (150, 170)), ((0, 0.18),), burst=0.9),
    verifiers=_verifiers(((0, 0.08), (150, 0.12))),
    holders=CrowdSpec(((0, 3), (150, 7), (400, 20)), ((0, 80),), ((0, 0.35),), rate=(0.04, 0.3), burst=0.3),
    developers=_developers(((0, 0.05), (150, 0.12)), ((0, 150),)),
    price=PriceSpec(((0, 0.42), (40, 0.55), (75, 0.48), (110, 1.1), (150, 1.72), (400, 4))),
    verified=((0, 0.35), (150, 0.7)),
    holes=(Hole("verify.attestation", 470, 3),),
)

MIRAGE = Scenario(
    "sim-mirage",
    "Mirage Harvest",
    "SIM-MIRA",
    "Farmed growth: head counts climb because accounts are manufactured, while the people among them leave.",
    users=CrowdSpec(
        ((0, 8), (60, 9), (150, 4.5), (400, 2)),
        ((0, 70), (60, 60), (150, 22)),
        ((0, 0.3), (150, 0.42)),
        mood=((0, 1.0), (70, 1.0), (150, 0.6), (400, 0.3)),
    ),
    contributors=CrowdSpec(((0, 1.2), (150, 0.8)), ((0, 80), (150, 35)), ((0, 0.3),), burst=0.9),
    verifiers=_verifiers(((0, 0.06), (150, 0.04)), 400),
    holders=CrowdSpec(((0, 4), (150, 3)), ((0, 70),), ((0, 0.4),), rate=(0.04, 0.3), burst=0.3),
    developers=_developers(((0, 0.06), (150, 0.03)), ((0, 100), (150, 50))),
    price=PriceSpec(((0, 0.2), (70, 0.24), (110, 0.5), (135, 0.62), (150, 0.47), (400, 0.3)), 0.18),
    verified=((0, 0.4), (150, 0.12)),
    methods=(("proof", 0.1), ("attestation", 0.3), ("signature", 0.6)),
    latency_seconds=120.0,
    farm=FarmSpec(),
    holes=(Hole("contribute", 611, 2),),
)

EMBER = Scenario(
    "sim-ember",
    "Ember Parade",
    "SIM-EMBE",
    "Price runs ahead: the price rises and newcomers pour in, while fewer and fewer of them stay.",
    users=CrowdSpec(
        ((0, 4), (100, 9), (150, 22), (400, 30)),
        ((0, 110), (80, 60), (150, 9)),
        ((0, 0.2), (150, 0.5)),
        mood=((0, 1.0), (80, 0.9), (150, 0.45)),
    ),
    contributors=CrowdSpec(((0, 1.2), (150, 1.6)), ((0, 130), (150, 22)), ((0, 0.2), (150, 0.4)), burst=0.9),
    verifiers=_verifiers(((0, 0.08), (150, 0.03)), 350),
    holders=CrowdSpec(((0, 4), (150, 14)), ((0, 60),), ((0, 0.4),), rate=(0.04, 0.3), burst=0.3),
    developers=_developers(((0, 0.08), (150, 0.04)), ((0, 140), (150, 40)), ((0, 1.0), (150, 0.5))),
    price=PriceSpec(((0, 0.9), (60, 1.3), (100, 2.6), (150, 7.8), (400, 20)), 0.14),
    verified=((0, 0.6), (150, 0.3)),
    holes=(Hole("trade", 820, 2),),
)

GRANITE = Scenario(
    "sim-granite",
    "Granite Relay",
    "SIM-GRAN",
    "Steady: as many come as leave, most of those who stay come back every week.",
    users=CrowdSpec(((0, 6.5),), ((0, 95),), ((0, 0.22),)),
    contributors=CrowdSpec(((0, 1.4),), ((0, 150),), ((0, 0.15),), burst=0.9),
    verifiers=_verifiers(((0, 0.09),)),
    holders=CrowdSpec(((0, 4),), ((0, 80),), ((0, 0.35),), rate=(0.04, 0.3), burst=0.3),
    developers=_developers(((0, 0.08),), ((0, 160),)),
    price=PriceSpec(((0, 3.1), (50, 3.0), (100, 3.3), (150, 3.2)), 0.08),
    verified=((0, 0.65),),
    latency_seconds=20.0,
    holes=(Hole("verify.proof", 702, 4),),
)

SCENARIOS: dict[str, Scenario] = {each.id: each for each in (ORCHARD, MIRAGE, EMBER, GRANITE)}
