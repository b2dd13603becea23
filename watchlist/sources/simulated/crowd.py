"""The hidden truth about the people of one role: when each arrives, leaves, and how often they are active.

Attributes are drawn in the order of arrival, each from a generator of its own, so that a longer simulation begins
with the same people. Draws are made for whole weeks and must never depend on where the simulation is cut off.
"""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

from watchlist.domain.arrays import Floats, Ints
from watchlist.sources.simulated.scenarios import START_DAY, CrowdSpec, at_weeks

WEEKEND = np.array([1.0, 1.05, 1.05, 1.0, 0.95, 0.72, 0.68])
"""How busy the days of a week are, from Monday on."""


def generator(seed: int, *parts: str | int) -> np.random.Generator:
    """Return a generator that depends on the seed and the named purpose alone."""
    words = [part if isinstance(part, int) else crc32(part.encode()) for part in parts]
    return np.random.Generator(np.random.SFC64([seed, *words]))


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """People of one role, sorted by arrival. ``deaths`` is the first day on which somebody is gone for good."""

    spec: CrowdSpec
    births: Ints
    deaths: Ints
    rate: npt.NDArray[np.float32]
    hour: npt.NDArray[np.float32]
    weight: npt.NDArray[np.float32]

    def __len__(self) -> int:
        return len(self.births)

    def present(self, first_day: int, days: int = 7) -> Ints:
        """Return who is there at some time from ``first_day`` on for some days."""
        arrived = int(np.searchsorted(self.births, first_day + days))
        return np.flatnonzero(self.deaths[:arrived] > first_day)

    def chance(self, who: Ints, days: Ints) -> npt.NDArray[np.float32]:
        """Return the chance of each (person, day) to be active: 1 on the day of arrival, 0 outside the lifetime."""
        mood = (at_weeks(self.spec.mood, days) * WEEKEND[(days - START_DAY) % 7]).astype(np.float32)
        chance: npt.NDArray[np.float32] = self.rate[who, None] * mood[None, :]
        births, deaths = self.births[who, None], self.deaths[who, None]
        chance[(days[None, :] < births) | (days[None, :] >= deaths)] = 0.0
        chance[days[None, :] == births] = 1.0
        return chance

    def expected_days(self) -> Floats:
        """Return each person's expected number of active days, of arrivals and their lifetimes as they were drawn."""
        middle = (self.births + self.deaths) // 2
        mood = at_weeks(self.spec.mood, middle) * WEEKEND.mean()
        expected: Floats = 1.0 + np.maximum(self.deaths - self.births - 1, 0) * self.rate * mood
        return expected


def people(spec: CrowdSpec, scale: float, weeks: int, seed: int, *purpose: str) -> Crowd:
    """Return everyone who arrives within so many weeks of the start."""
    days = START_DAY + np.arange(weeks * 7, dtype=np.int64)
    noise = 1.0 + 0.25 * (2.0 * generator(seed, *purpose, "noise").random(len(days)) - 1.0)
    per_day = at_weeks(spec.births, days) * scale**spec.growth * noise * WEEKEND[(days - START_DAY) % 7]
    needed = purpose[-1] in ("users", "nodes") and len(per_day) > 0
    offset = 0.999 - min(float(per_day[0]), 0.5) if needed else 0.5  # a user and a node are there from the first day on
    whole = np.floor(offset + np.cumsum(per_day)).astype(np.int64)
    births = np.repeat(days, np.diff(whole, prepend=0))
    count = len(births)

    def draw(what: str) -> np.random.Generator:
        return generator(seed, *purpose, what)

    life = at_weeks(spec.life, births) * (-np.log1p(-draw("life").random(count))) ** (1.0 / spec.shape)
    passing = draw("passing").random(count) < at_weeks(spec.passers, births)
    lifetime = np.where(passing, 1, 2 + np.minimum(life, 10_000).astype(np.int64))
    low, high = spec.rate
    rate = low + (high - low) * draw("rate").random(count, np.float32) ** 1.5
    hour = (draw("hour").random(count, np.float32) * 24).astype(np.float32)
    weight = draw("weight").standard_exponential(count, np.float32) ** 2 + np.float32(0.05)
    return Crowd(spec, births, births + lifetime, rate.astype(np.float32), hour, weight)


def true_retention(crowd: Crowd, weeks_later: int, last_week: int) -> tuple[Ints, Floats, Ints]:
    """Return cohort weeks (since the start), the expected share active so many weeks later, and cohort sizes.

    The expectation is over the draws of active days only: lifetimes and rates are those of the very people simulated.
    """
    cohort = (crowd.births - START_DAY) // 7
    sums = np.zeros(last_week + 1)
    sizes = np.bincount(cohort, minlength=last_week + 1)[: last_week + 1]
    for week in range(last_week + 1):
        who = np.flatnonzero(cohort == week)
        if len(who):
            days = START_DAY + (week + weeks_later) * 7 + np.arange(7, dtype=np.int64)
            sums[week] = float((1.0 - np.prod(1.0 - crowd.chance(who, days), axis=1)).sum())
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.arange(last_week + 1, dtype=np.int64), sums / sizes, sizes.astype(np.int64)
