"""Price, volume, market value and an explorer's own counts of a simulated network, with gaps and a late revision.

The whole hourly path is drawn in one go from the start: a longer simulation begins with the same path. What was
learnt early differs from what was learnt late exactly where a real source would have revised itself.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ints, frozen
from watchlist.domain.instants import DAY, HOUR, Instant
from watchlist.domain.network import SeriesKey
from watchlist.domain.series import Candles, PointBatch
from watchlist.sources.simulated.crowd import generator
from watchlist.sources.simulated.scenarios import START_DAY, Scenario, at_weeks

SOURCE = "simulated"
SERIES = ("price.usd", "volume.usd", "market_cap.usd", "explorer.transactions.d")
HOURLY_DAYS = 90
REVISION_DELAY = 3 * DAY
REVISED_EVERY = 45
"""One day in so many is revised, three days after it ended."""


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """Hourly price and volume from the start on; a missing hour is NaN in ``price`` only."""

    hours: Ints
    price: Floats
    volume: Floats
    seen: Flags


def path(scenario: Scenario, seed: int, until: Instant) -> Path:
    """Return everything that happened up to ``until``: whole hours only."""
    count = max(0, (until - START_DAY * DAY) // HOUR)
    hours = START_DAY * DAY + np.arange(count, dtype=np.int64) * HOUR
    steps = generator(seed, scenario.id, "price").standard_normal(count)
    keep = 0.996  # a wobble is half forgotten within a week
    wobble = _recursive(steps * np.sqrt(1 - keep**2), keep) * scenario.price.wobble
    days = hours / DAY
    weeks = [week for week, _ in scenario.price.trend]
    trend = np.interp((days - START_DAY) / 7, weeks, np.log([usd for _, usd in scenario.price.trend]))
    price = np.exp(trend + wobble)
    noise = generator(seed, scenario.id, "volume").standard_normal(count)
    volume = price * scenario.price.supply * 0.0009 * np.exp(0.5 * noise + 6 * np.abs(np.diff(wobble, prepend=0.0)))
    number = np.arange(count) // 24
    hour_gaps = generator(seed, scenario.id, "gaps").random(count) < 0.004
    seen = ~(hour_gaps | (number % 211 == 200) | (number % 211 == 201))
    return Path(hours, price, volume, seen)


def _recursive(steps: Floats, keep: float) -> Floats:
    """Return x[i] = keep * x[i-1] + steps[i], in pieces short enough that powers of ``keep`` stay exact."""
    out = np.empty_like(steps)
    last, piece = 0.0, 512
    powers = keep ** np.arange(1, piece + 1)
    for begin in range(0, len(steps), piece):
        part = steps[begin : begin + piece]
        scale = powers[: len(part)]
        out[begin : begin + len(part)] = scale * (last + np.cumsum(part / scale))
        last = float(out[begin + len(part) - 1])
    return out


def points(
    scenario: Scenario, seed: int, name: str, since: Instant | None, until: Instant, known_at: Instant | None = None
) -> PointBatch:
    """Return a series as the source gives it at ``known_at``: daily history, hourly for the last 90 days.

    Raises KeyError for a series that simulated networks do not have.
    """
    if name not in SERIES:
        raise KeyError(name)
    known = until if known_at is None else known_at
    key = SeriesKey(scenario.id, name)
    walked = path(scenario, seed, min(until, known))
    if name == "explorer.transactions.d":
        instants, values, final = _counts(scenario, seed, min(until, known))
    else:
        instants, values, final = _market(scenario, walked, name, known)
    values = np.where(
        _revised(instants) & (known < (instants // DAY + 1) * DAY + REVISION_DELAY), values * 1.013, values
    )
    chosen = instants >= (since if since is not None else 0)
    return PointBatch(key, SOURCE, instants[chosen], values[chosen], known, final[chosen])


def _market(scenario: Scenario, walked: Path, name: str, known: Instant) -> tuple[Ints, Floats, Flags]:
    recent = walked.hours >= (known // DAY - HOURLY_DAYS) * DAY
    chosen = np.flatnonzero(walked.seen & (recent | (walked.hours % DAY == 0)))
    instants = walked.hours[chosen]
    if name == "price.usd":
        values = walked.price[chosen]
    elif name == "volume.usd":
        sums = np.convolve(walked.volume, np.ones(24))[: len(walked.volume)]
        values = sums[chosen]
    else:
        released = 0.35 + 0.0026 * (instants / DAY - START_DAY) / 7
        values = walked.price[chosen] * scenario.price.supply * np.minimum(released, 1.0)
    return instants, values, np.ones(len(instants), np.bool_)


def _counts(scenario: Scenario, seed: int, until: Instant) -> tuple[Ints, Floats, Flags]:
    days = np.arange(START_DAY, until // DAY + 1, dtype=np.int64)
    noise = generator(seed, scenario.id, "explorer").standard_normal(len(days))
    level = at_weeks(scenario.users.births, days) * 900 * at_weeks(scenario.users.mood, days)
    if scenario.farm is not None:
        weeks = (days - START_DAY) / 7 - scenario.farm.first_week
        level = level + np.where(weeks >= 0, 700 * scenario.farm.growth ** np.maximum(weeks, 0), 0)
    values = np.round(level * np.exp(0.08 * noise))
    part = (until - days[-1] * DAY) / DAY if len(days) else 0.0
    final = days < until // DAY
    values = np.where(final, values, np.round(values * part))
    shown = (days - START_DAY) % 173 != 150
    return (days * DAY)[shown], values[shown], final[shown]


def _revised(instants: Ints) -> Flags:
    revised: Flags = (instants // DAY - START_DAY) % REVISED_EVERY == REVISED_EVERY - 2
    return revised


def candles(scenario: Scenario, seed: int, since: Instant | None, until: Instant) -> Candles:
    """Return daily candles; the last one is not final."""
    key = SeriesKey(scenario.id, "price.usd")
    walked = path(scenario, seed, until)
    if not len(walked.hours):
        floats, ints = frozen(np.empty(0, np.float64)), frozen(np.empty(0, np.int64))
        return Candles(key, SOURCE, ints, floats, floats, floats, floats, floats, frozen(np.empty(0, np.bool_)), until)
    days = walked.hours // DAY
    starts = np.flatnonzero(np.diff(days, prepend=-1))
    ends = np.append(starts[1:], len(days))
    instants = days[starts] * DAY
    kept = (instants >= (since or 0)) & np.logical_or.reduceat(walked.seen, starts)
    return Candles(
        key,
        SOURCE,
        frozen(instants[kept]),
        frozen(walked.price[starts][kept]),
        frozen(np.maximum.reduceat(walked.price, starts)[kept]),
        frozen(np.minimum.reduceat(walked.price, starts)[kept]),
        frozen(walked.price[ends - 1][kept]),
        frozen(np.add.reduceat(walked.volume, starts)[kept]),
        frozen((instants < until // DAY * DAY)[kept]),
        until,
    )
