"""What the honest people of a simulated network do in one week, stream by stream, as whole columns.

Every function draws from a generator of its (seed, stream, week) alone: any week can be made without the others.
Must never produce one of the patterns of manufactured activity on purpose; those live in farm.py.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from watchlist.domain.arrays import Ints
from watchlist.domain.instants import DAY, SECOND
from watchlist.sources.simulated.block import Block, joined
from watchlist.sources.simulated.crowd import Crowd
from watchlist.sources.simulated.scenarios import START_DAY

DAY_SECONDS = 86_400


def week_days(week: int) -> Ints:
    """Return the seven days of a week since the start."""
    return START_DAY + week * 7 + np.arange(7, dtype=np.int64)


def acts(crowd: Crowd, week: int, rng: np.random.Generator) -> tuple[Ints, Ints]:
    """Return (person, day) for every event of a week: who is active on a day acts once or more."""
    days = week_days(week)
    who = crowd.present(int(days[0]))
    active = rng.random((len(who), 7), np.float32) < crowd.chance(who, days)
    rows, columns = np.nonzero(active)
    further = rng.standard_exponential(len(rows), np.float32) * np.float32(crowd.spec.burst) * 1.6
    times = 1 + np.minimum(further, 40.0).astype(np.int64)
    return np.repeat(who[rows], times), np.repeat(days[columns], times)


def clock(crowd: Crowd, who: Ints, days: Ints, rng: np.random.Generator, spread: float = 2.6) -> Ints:
    """Return instants on the given days around each person's own hour: people sleep."""
    hours = crowd.hour[who] + rng.standard_normal(len(who), np.float32) * np.float32(spread)
    seconds = (hours * np.float32(3600.0)).astype(np.int64) % DAY_SECONDS
    instants: Ints = days * DAY + seconds * SECOND
    return instants


def sizes(rng: np.random.Generator, count: int, middle: float, spread: float = 1.3) -> Ints:
    """Return amounts in millionths, spread over many orders of magnitude as honest amounts are."""
    return (np.exp(rng.standard_normal(count) * spread) * (middle * 1e6)).astype(np.int64) + 1


def weighted(crowd: Crowd, week: int, count: int, rng: np.random.Generator) -> Ints:
    """Choose people of a crowd for so many acts by their weight: few do most. Nobody is there: an empty result."""
    monday = int(week_days(week)[0])
    who = crowd.present(monday)
    who = who[crowd.births[who] <= monday] if week else who  # nobody acts before they arrive
    if not len(who) or not count:
        return np.empty(0, np.int64)
    sums = np.cumsum(crowd.weight[who], dtype=np.float64)
    places = np.searchsorted(sums, rng.random(count) * sums[-1], side="right").clip(max=len(who) - 1)
    chosen: Ints = who[places]
    return chosen


def use(users: Crowd, nodes: Crowd, week: int, rng: np.random.Generator, first_node: int) -> Block:
    """People use the service and pay a node for it."""
    who, days = acts(users, week, rng)
    chosen = weighted(nodes, week, len(who), rng)
    payees = chosen + first_node if len(chosen) else None
    return Block(clock(users, who, days, rng), who, payees, sizes(rng, len(who), 0.8))


def contribute(contributors: Crowd, week: int, rng: np.random.Generator) -> Block:
    """People bring in work; its amount is the number of units."""
    who, days = acts(contributors, week, rng)
    units = (1 + rng.standard_exponential(len(who)) * 3.0).astype(np.int64) * 1_000_000
    return Block(clock(contributors, who, days, rng), who, None, units)


def develop(developers: Crowd, week: int, rng: np.random.Generator) -> Block:
    """People commit code."""
    who, days = acts(developers, week, rng)
    return Block(clock(developers, who, days, rng), who)


def heartbeats(nodes: Crowd, week: int, rng: np.random.Generator, chance: float) -> Block:
    """Nodes say once a day that they are alive."""
    days = week_days(week)
    who = nodes.present(int(days[0]))
    alive = (days[None, :] >= nodes.births[who, None]) & (days[None, :] < nodes.deaths[who, None])
    rows, columns = np.nonzero(alive & (rng.random((len(who), 7)) < chance))
    seconds = rng.integers(0, DAY_SECONDS, len(rows))
    return Block(days[columns] * DAY + seconds * SECOND, who[rows])


def registrations(nodes: Crowd, week: int, rng: np.random.Generator) -> Block:
    """Nodes register on the day on which they arrive, before anything else they do."""
    days = week_days(week)
    who = np.arange(*np.searchsorted(nodes.births, [days[0], days[-1] + 1]), dtype=np.int64)
    return Block(nodes.births[who] * DAY + rng.integers(0, 60, len(who)) * SECOND, who)


def rewards(work: Block, week: int, rng: np.random.Generator, treasury: int) -> Block:
    """The treasury pays on Monday for the work of the week before, most of those who worked and in proportion."""
    if not len(work) or work.amounts is None:
        return Block.none()
    who, place = np.unique(work.participants, return_inverse=True)
    units = np.bincount(place, work.amounts.astype(np.float64)).astype(np.int64)
    paid = rng.random(len(who)) < 0.85
    factor = 1.0 + 0.05 * rng.standard_normal(len(who))
    seconds = 6 * 3600 + rng.integers(0, 1800, len(who))
    instants = week_days(week)[0] * DAY + seconds * SECOND
    amounts = (units * 2.5 * factor).astype(np.int64) + 1
    return Block(instants, who, np.full(len(who), treasury, np.int64), amounts).only(paid)


def stakes(holders: Crowd, week: int, rng: np.random.Generator) -> Block:
    """Some holders lock a part of what they have a few days after they arrive, and a few more later on."""
    days = week_days(week)
    who = holders.present(int(days[0]))
    fresh = (holders.births[who] >= days[0]) & (rng.random(len(who)) < 0.35)
    later = (holders.births[who] < days[0]) & (rng.random(len(who)) < 0.02)
    chosen = who[fresh | later]
    when = np.maximum(holders.births[chosen], days[0] + rng.integers(0, 7, len(chosen)))
    return Block(clock(holders, chosen, when, rng), chosen, None, sizes(rng, len(chosen), 900.0, 1.5))


def trades(holders: Crowd, week: int, rng: np.random.Generator, exchange: int) -> Block:
    """Holders get their first tokens, mostly from the exchange, and then send some to it and some to each other."""
    days = week_days(week)
    born = np.arange(*np.searchsorted(holders.births, [days[0], days[-1] + 1]), dtype=np.int64)
    present = holders.present(int(days[0]))
    source = np.where(rng.random(len(born)) < 0.85, exchange, _anyone(present, born, rng))
    first = Block(
        holders.births[born] * DAY + rng.integers(0, 3600, len(born)) * SECOND,
        source,
        born,
        sizes(rng, len(born), 400.0, 1.6),
    )
    who, when = acts(holders, week, rng)
    to_exchange = rng.random(len(who)) < 0.4
    other = np.where(to_exchange, exchange, _anyone(present, who, rng))
    instants = np.maximum(clock(holders, who, when, rng), when * DAY + 3600 * SECOND)
    return joined([first, Block(instants, who, other, sizes(rng, len(who), 120.0, 1.6))])


def _anyone(present: Ints, but: Ints, rng: np.random.Generator) -> Ints:
    """Choose for each of ``but`` somebody who is present, themselves only where nobody else is."""
    if not len(present):
        return but
    place = rng.integers(0, len(present), len(but))
    same = present[place] == but
    return present[np.where(same, (place + 1) % len(present), place)]


def verifications(
    used: Block,
    nodes: Crowd,
    week: int,
    rng: np.random.Generator,
    share: npt.NDArray[np.float64] | float,
    latency_seconds: float,
) -> Block:
    """Nodes verify a share of the week's use, each some seconds or minutes later; linked by the use event's serial."""
    chosen = np.flatnonzero(rng.random(len(used)) < share)
    who = weighted(nodes, week, len(chosen), rng)
    if not len(who):
        return Block.none()
    waits = np.exp(rng.standard_normal(len(who)) * 0.9) * latency_seconds
    latencies = (waits.astype(np.int64) + 1) * SECOND
    return Block(used.instants[chosen] + latencies, who, linked=chosen, latencies=latencies)


def claims(used: Block, relayers: Ints, rng: np.random.Generator, batch: float) -> Block:
    """A relayer claims batches of settled use that nothing checks; a batch's size is its amount."""
    count = round(len(used) * 0.9 / batch)
    if not count:
        return Block.none()
    at = np.sort(used.instants[rng.integers(0, len(used), count)]) + 300 * SECOND
    amounts = np.maximum(1, (batch * (0.7 + 0.6 * rng.random(count))).astype(np.int64)) * 1_000_000
    return Block(at, relayers[rng.integers(0, len(relayers), count)], None, amounts)
