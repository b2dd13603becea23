"""Manufactured activity with known membership: every pattern that the growth-quality indicators look for.

Accounts are launched on fixed dates whatever the end of the simulation, and each knows what it was made for.
No honest person is ever one of them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from watchlist.domain.arrays import Ints
from watchlist.domain.instants import DAY, HOUR, SECOND
from watchlist.sources.simulated.activity import DAY_SECONDS, sizes, week_days
from watchlist.sources.simulated.block import Block, joined
from watchlist.sources.simulated.crowd import generator
from watchlist.sources.simulated.scenarios import START_DAY, FarmSpec

GROUP_SIZES = (64, 30, 44, 56)
GROUP_WEEKS = 26
GROUPS_PER_FUNDER = 4
CROWD_DAY = 3
LASTS = {"lockstep": GROUP_WEEKS * 7, "one_day_crowd": 1}
"""Days after which the accounts of a launch do nothing any more; absent: they go on."""

SAME_SIZE = 137_731_904
"""The one amount, in millionths, that the same-size accounts move."""


@dataclass(frozen=True, slots=True)
class Launch:
    """Accounts made together: ``kind`` is their pattern, ``day`` their first, ``stream`` where they act."""

    kind: str
    first: int
    count: int
    day: int
    stream: str
    number: int

    @property
    def members(self) -> Ints:
        """The accounts, counted within the farm."""
        return np.arange(self.first, self.first + self.count, dtype=np.int64)


class Farm:
    """All launches of a farm in order; accounts are numbered in order of launch."""

    def __init__(self, spec: FarmSpec, scale: float, weeks: int, seed: int, network: str) -> None:
        self.spec, self.scale, self.seed, self.network = spec, scale, seed, network
        self.launches: list[Launch] = []
        self._quota = 0.0
        self._groups = 0
        self._crowds = 0
        self.count = 0
        for week in range(spec.first_week, weeks):
            self._launch_week(week)

    def _add(self, kind: str, count: int, day: int, stream: str, number: int = 0) -> None:
        self.launches.append(Launch(kind, self.count, count, day, stream, number))
        self.count += count

    def _launch_week(self, week: int) -> None:
        spec, day = self.spec, START_DAY + week * 7
        if week == spec.first_week:
            # The first accounts are there whatever the scale, so that each pattern has members to be found.
            self._quota = float(GROUP_SIZES[0])
            self._add("clockwork", max(3, round(spec.clockwork * self.scale)), day, "use")
            self._add("same_size", max(24, round(spec.same_size_accounts * self.scale)), day, "trade")
            self._add("back_and_forth", 2 * max(3, round(spec.pairs * self.scale)), day, "trade")
            self._add("collector", 1, day, "trade")
            if (sleepless := round(spec.sleepless * self.scale)) or self.scale > 0.1:
                self._add("sleepless", max(1, sleepless), day, "use")
        self._quota += spec.lockstep_per_week * self.scale * spec.growth ** (week - spec.first_week)
        while self._quota >= (size := GROUP_SIZES[self._groups % len(GROUP_SIZES)]):
            if self._groups % GROUPS_PER_FUNDER == 0:
                self._add("funder", 1, day, "trade", self._groups // GROUPS_PER_FUNDER)
            stream = "contribute" if self._groups % 3 == 2 else "use"
            self._add("lockstep", size, day + 1 + self._groups % 5, stream, self._groups)
            self._quota -= size
            self._groups += 1
        if (week - spec.first_week) % spec.crowd_every_weeks == 2:
            stream = "contribute" if self._crowds % 3 == 2 else "use"
            size = max(12, round(spec.crowd_size * self.scale * (0.3 if stream == "contribute" else 1.0)))
            self._add("one_day_crowd", size, day + CROWD_DAY, stream, self._crowds)
            self._crowds += 1

    def members(self, kind: str, stream: str | None = None) -> list[Ints]:
        """Return the accounts of each launch of a kind, counted within the farm."""
        return [one.members for one in self.launches if one.kind == kind and stream in {None, one.stream}]

    def block(self, stream: str, week: int) -> Block:
        """Return what the farm does on a stream in a week."""
        rng = generator(self.seed, self.network, "farm", stream, week)
        days = week_days(week)
        begun = [one for one in self.launches if one.day <= days[-1]]
        blocks = [self._act(one, days) for one in begun if one.stream == stream]
        if stream == "trade":
            blocks += [self._trade(one, begun, days, rng) for one in begun]
        return joined(blocks)

    def _act(self, one: Launch, days: Ints) -> Block:
        if days[0] >= one.day + LASTS.get(one.kind, 10_000):
            return Block.none()
        rng = generator(self.seed, self.network, "launch", one.kind, one.first, int(days[0]))
        if one.kind == "lockstep":
            return self._lockstep(one, days, rng)
        if one.kind == "one_day_crowd" and days[0] <= one.day <= days[-1]:
            at = one.day * DAY + rng.integers(8 * 3600, 20 * 3600, one.count) * SECOND
            return Block(at, one.members, None, sizes(rng, one.count, 0.5, 0.4))
        if one.kind == "clockwork":
            return self._clockwork(one, days, rng)
        if one.kind == "sleepless":
            count = rng.poisson(7 * 20, one.count)
            at = days[0] * DAY + rng.integers(0, 7 * DAY_SECONDS, int(count.sum())) * SECOND
            who = np.repeat(one.members, count)
            return Block(at, who, None, sizes(rng, len(who), 0.5, 0.4))
        return Block.none()

    def _lockstep(self, one: Launch, days: Ints, rng: np.random.Generator) -> Block:
        """All members of a group are active on exactly the same days, each at a minute of its own."""
        draw = rng.random(7)
        on = ((draw < 0.3) & (days > one.day) & (days < one.day + GROUP_WEEKS * 7)) | (days == one.day)
        chosen = days[on]
        who = np.tile(one.members, len(chosen))
        at = np.repeat(chosen, one.count) * DAY + rng.integers(6 * 3600, 23 * 3600, len(who)) * SECOND
        amount = sizes(rng, len(who), 0.5, 0.4) if one.stream == "use" else np.full(len(who), 1_000_000, np.int64)
        return Block(at, who, None, amount)

    def _clockwork(self, one: Launch, days: Ints, rng: np.random.Generator) -> Block:
        """Bots act every few hours, to the second but for a little jitter."""
        blocks = []
        start, end = days[0] * DAY, (days[-1] + 1) * DAY
        for account in range(one.count):
            period = (5 + (account * 7) % 19) * HOUR
            origin = one.day * DAY + (account % 11) * 600 * SECOND
            ticks = np.arange(max(0, -((origin - start) // period)), (end - origin - 1) // period + 1, dtype=np.int64)
            jitter = rng.integers(-20, 21, len(ticks)) * SECOND
            at = np.clip(origin + ticks * period + jitter, start, end - SECOND)
            blocks.append(Block(at, np.full(len(at), one.first + account, np.int64)))
        everything = joined(blocks)
        amounts = sizes(rng, len(everything), 0.5, 0.3)
        return Block(everything.instants, everything.participants, None, amounts)

    def _trade(self, one: Launch, begun: list[Launch], days: Ints, rng: np.random.Generator) -> Block:
        if one.kind in {"lockstep", "clockwork"} and days[0] <= one.day <= days[-1]:
            return self._fund(one, begun, rng)
        if one.kind == "same_size":
            per_week = rng.poisson(7 * max(2.0, self.spec.same_size_per_day * self.scale))
            collector = next(other.first for other in begun if other.kind == "collector")
            at = days[0] * DAY + rng.integers(0, 7 * DAY_SECONDS, per_week) * SECOND
            who = one.first + rng.integers(0, one.count, per_week)
            same = np.full(per_week, SAME_SIZE, np.int64)
            return Block(at, who, np.full(per_week, collector, np.int64), same)
        if one.kind == "back_and_forth":
            return self._pairs(one, days, rng)
        return Block.none()

    def _fund(self, one: Launch, begun: list[Launch], rng: np.random.Generator) -> Block:
        """The first transfer that farm accounts receive comes from one address, just before they begin."""
        wanted = one.number // GROUPS_PER_FUNDER
        funder = next(other.first for other in begun if other.kind == "funder" and other.number == wanted)
        at = one.day * DAY + rng.integers(0, 300, one.count) * SECOND
        return Block(at, np.full(one.count, funder, np.int64), one.members, sizes(rng, one.count, 5.0, 0.3))

    def _pairs(self, one: Launch, days: Ints, rng: np.random.Generator) -> Block:
        """Each pair sends the same coins to and fro: there in the morning, back in the evening."""
        pairs = one.count // 2
        rows, columns = np.nonzero(rng.random((pairs, 7)) < 0.35)
        left, right = one.first + 2 * rows, one.first + 2 * rows + 1
        amounts = sizes(rng, len(rows), 50.0, 0.8)
        there = days[columns] * DAY + rng.integers(7 * 3600, 11 * 3600, len(rows)) * SECOND
        back = there + rng.integers(3600, 8 * 3600, len(rows)) * SECOND
        return joined([Block(there, left, right, amounts), Block(back, right, left, amounts)])
