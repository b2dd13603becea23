"""A simulated network as a whole: the same seed gives the same people, events, prices and truth on every machine.

``simulate`` is the door. Events come week by week, in order of time, so that ten million of them never stand in
memory at once unless a table of all is asked for. Must never be shown without the word simulated.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from watchlist.domain.activity import EventBatch, EventTable, ReadSpan
from watchlist.domain.arrays import Ints, Texts, frozen
from watchlist.domain.instants import DAY, Instant
from watchlist.domain.network import StreamKey
from watchlist.domain.series import Candles, Labels, PointBatch
from watchlist.sources.simulated import activity, prices
from watchlist.sources.simulated.block import ATTO, MICRO, Block, joined
from watchlist.sources.simulated.crowd import Crowd, generator, people
from watchlist.sources.simulated.farm import Farm
from watchlist.sources.simulated.names import Names
from watchlist.sources.simulated.scenarios import DEFAULT_UNTIL, SCENARIOS, START_DAY, Scenario, at_weeks
from watchlist.sources.simulated.truth import Truth

CROWDS = ("users", "contributors", "nodes", "holders", "developers")
SPECIAL = ("exchange", "bridge", "treasury", "relayer-1", "relayer-2")
BATCH = 60_000
DEFAULT_SCALE = 0.25
ATTO_STREAMS = frozenset({"reward", "stake"})


def stream_names(scenario: Scenario) -> tuple[str, ...]:
    """Return the names of a network's streams."""
    methods = tuple(f"verify.{method}" for method, _ in scenario.methods)
    return ("use", "contribute", *methods, "verify.claim", "heartbeat", "nodes", "reward", "stake", "develop", "trade")


def simulate(
    name: str,
    events: int | None = None,
    participants: int | None = None,
    seed: int = 1,
    until: Instant = DEFAULT_UNTIL,
    scale: float | None = None,
) -> SimulatedNetwork:
    """Return a fictional network: about so many events or participants, or at a scale that does not depend on either.

    With a scale, a later ``until`` adds events and changes none. Raises KeyError for an unknown name.
    """
    scenario = SCENARIOS[name]
    if scale is None:
        scale = _fitting_scale(scenario, events, participants, seed, until)
    return SimulatedNetwork(scenario, scale, seed, until)


def _fitting_scale(
    scenario: Scenario, events: int | None, participants: int | None, seed: int, until: Instant
) -> float:
    if events is None and participants is None:
        return DEFAULT_SCALE
    scale = 0.05
    for _ in range(4):  # some counts follow the scale's square root, so a few rounds are needed
        trial = SimulatedNetwork(scenario, scale, seed, until)
        factor = events / trial.expected_events() if events is not None else (participants or 1) / trial.people_count()
        scale *= min(max(factor, 0.02), 8.0)
        if abs(factor - 1) < 0.02:
            break
    return scale


class SimulatedNetwork:
    """One fictional network up to an instant; see the module."""

    def __init__(self, scenario: Scenario, scale: float, seed: int, until: Instant) -> None:
        self.scenario, self.scale, self.seed, self.until = scenario, scale, seed, until
        self.weeks = max(1, ((until - 1) // DAY - START_DAY) // 7 + 1)
        specs = (scenario.users, scenario.contributors, scenario.verifiers, scenario.holders, scenario.developers)
        self.crowds: dict[str, Crowd] = {
            name: people(spec, scale, self.weeks, seed, scenario.id, name)
            for name, spec in zip(CROWDS, specs, strict=True)
        }
        farm = Farm(scenario.farm, scale, self.weeks, seed, scenario.id) if scenario.farm and scale >= 0.02 else None
        self.offsets: dict[str, int] = {}
        place = 0
        for name in CROWDS:
            self.offsets[name] = place
            place += len(self.crowds[name])
        self.offsets["farm"] = place
        place += farm.count if farm else 0
        self.offsets["special"] = place
        self.farm = farm
        self.truth = Truth(self.crowds, self.offsets, farm, self.weeks - 1)
        self._names = Names(scenario.id, self.offsets, place + len(SPECIAL))
        self.streams = tuple(StreamKey(scenario.id, name) for name in stream_names(scenario))
        self._used = lru_cache(maxsize=2)(self._use_week)

    # What there is

    def people_count(self) -> int:
        """Return how many participants there are, farm accounts included."""
        return self.offsets["special"]

    def expected_events(self) -> float:
        """Return about how many events all streams have together."""
        end = START_DAY + self.weeks * 7
        total = 0.0
        for name, per_day in (("users", 1.545), ("contributors", 2.0), ("holders", 1.14), ("developers", 2.46)):
            crowd = self.crowds[name]
            clipped = Crowd(
                crowd.spec, crowd.births, np.minimum(crowd.deaths, end), crowd.rate, crowd.hour, crowd.weight
            )
            days = float(clipped.expected_days().sum())
            total += days * per_day * (1.3 if name == "contributors" else 1.0)
            if name == "users":
                total += days * per_day * float(at_weeks(self.scenario.verified, crowd.births).mean() if days else 0)
        alive = np.minimum(self.crowds["nodes"].deaths, end) - self.crowds["nodes"].births
        total += float(alive.sum()) * self._heartbeat_chance() + len(self.crowds["holders"]) * 1.6
        if self.farm is not None:
            total += sum(one.count * _FARM_EVENTS.get(one.kind, 0) for one in self.farm.launches)
            since = self.weeks - self.farm.spec.first_week
            total += 7 * since * max(2.0, self.farm.spec.same_size_per_day * self.scale)
        return max(total, 1.0)

    def _heartbeat_chance(self) -> float:
        return min(0.97, self.scale * 20)

    def names(self, ids: Ints | Sequence[int]) -> list[str]:
        """Return the names under which participants appear in event batches."""
        return list(self._names.of(np.asarray(ids, np.int64)))

    # One week

    def _use_week(self, week: int) -> Block:
        rng = generator(self.seed, self.scenario.id, "use", week)
        blocks = [activity.use(self.crowds["users"], self.crowds["nodes"], week, rng, self.offsets["nodes"])]
        return self._with_farm(blocks, "use", week)

    def _with_farm(self, blocks: list[Block], stream: str, week: int) -> Block:
        if self.farm is not None and week >= self.farm.spec.first_week:
            made = self.farm.block(stream, week)
            others = None if made.counterparties is None else _shifted(made.counterparties, self.offsets["farm"])
            blocks.append(Block(made.instants, made.participants + self.offsets["farm"], others, made.amounts))
        return joined(blocks).numbered()

    def _work_week(self, week: int) -> Block:
        if week < 0:
            return Block.none()
        rng = generator(self.seed, self.scenario.id, "contribute", week)
        work = activity.contribute(self.crowds["contributors"], week, rng)
        shifted = Block(work.instants, work.participants + self.offsets["contributors"], None, work.amounts)
        return self._with_farm([shifted], "contribute", week)

    def _special(self, name: str) -> int:
        return self.offsets["special"] + SPECIAL.index(name)

    def week(self, stream: str, week: int) -> Block:
        """Return a stream's events of a week since the start, in the order in which they were drawn, not cut off."""
        if stream == "use":
            return self._used(week)
        if stream == "contribute":
            return self._work_week(week)
        rng = generator(self.seed, self.scenario.id, stream, week)
        if stream.startswith("verify."):
            return self._verify_week(stream.removeprefix("verify."), week, rng)
        nodes = self.crowds["nodes"]
        if stream == "heartbeat":
            return self._placed(activity.heartbeats(nodes, week, rng, self._heartbeat_chance()), "nodes")
        if stream == "nodes":
            return self._placed(activity.registrations(nodes, week, rng), "nodes")
        if stream == "reward":
            return activity.rewards(self._work_week(week - 1), week, rng, self._special("treasury")).numbered()
        if stream == "stake":
            return self._placed(activity.stakes(self.crowds["holders"], week, rng), "holders")
        if stream == "develop":
            return self._placed(activity.develop(self.crowds["developers"], week, rng), "developers")
        if stream == "trade":
            return self._trade_week(week, rng)
        raise KeyError(stream)

    def _placed(self, block: Block, crowd: str) -> Block:
        return Block(block.instants, block.participants + self.offsets[crowd], None, block.amounts).numbered()

    def _verify_week(self, method: str, week: int, rng: np.random.Generator) -> Block:
        used = self._used(week)
        if method == "claim":
            relayers = np.array([self._special("relayer-1"), self._special("relayer-2")], np.int64)
            return activity.claims(used, relayers, rng, self.scenario.claim_batch).numbered()
        share = float(at_weeks(self.scenario.verified, activity.week_days(week)[:1])[0])
        share *= dict(self.scenario.methods)[method]
        shares: npt.NDArray[np.float64] | float = share
        if self.farm is not None:  # what farm accounts use is hardly ever verified
            shares = np.where(used.participants >= self.offsets["farm"], share * 0.05, share)
        block = activity.verifications(used, self.crowds["nodes"], week, rng, shares, self.scenario.latency_seconds)
        if not len(block):
            return block
        linked, latencies = block.linked, block.latencies
        who = block.participants + self.offsets["nodes"]
        return Block(block.instants, who, linked=linked, latencies=latencies).numbered()

    def _trade_week(self, week: int, rng: np.random.Generator) -> Block:
        nowhere = -2  # the exchange has no place among the holders: it gets its own id after they got theirs
        traded = activity.trades(self.crowds["holders"], week, rng, nowhere)
        exchange, offset = self._special("exchange"), self.offsets["holders"]
        who = np.where(traded.participants == nowhere, exchange, traded.participants + offset)
        others = traded.counterparties
        other = None if others is None else np.where(others == nowhere, exchange, others + offset)
        return self._with_farm([Block(traded.instants, who, other, traded.amounts)], "trade", week)

    # What a source gives

    def spans(self, stream: str) -> tuple[ReadSpan, ...]:
        """Return the stretches of a stream that can be read, up to ``until``."""
        begin = START_DAY * DAY
        spans = []
        for hole in self.scenario.holes:
            at = (START_DAY + hole.first) * DAY
            if hole.stream == stream and at < self.until:
                spans.append(ReadSpan(begin, at))
                begin = at + hole.days * DAY
        return (*spans, ReadSpan(begin, self.until)) if begin < self.until else tuple(spans)

    def _seen(self, stream: str, week: int, start: Instant, end: Instant) -> Block:
        block = self.week(stream, week)
        spans = [(max(span.start, start), min(span.end, end)) for span in self.spans(stream)]
        parts = [block.between(*span) for span in spans if span[0] < span[1]]
        return joined(parts) if len(parts) != 1 else parts[0]

    def _weeks(self, start: Instant | None, end: Instant | None) -> tuple[range, Instant, Instant]:
        first = START_DAY * DAY if start is None else max(start, START_DAY * DAY)
        last = self.until if end is None else min(end, self.until)
        # A verification may come some minutes after the week of what it verifies: the week before is looked at, too.
        weeks = range(max(0, (first // DAY - START_DAY) // 7 - 1), ((last - 1) // DAY - START_DAY) // 7 + 1)
        return weeks, first, last

    def events(
        self, stream: StreamKey | str, start: Instant | None = None, end: Instant | None = None
    ) -> Iterator[EventBatch]:
        """Yield a stream's events in batches of whole weeks, oldest first."""
        name = stream.stream if isinstance(stream, StreamKey) else stream
        weeks, first, last = self._weeks(start, end)
        held: list[EventBatch] = []
        size = 0
        for week in weeks:
            block = self._seen(name, week, first, last)
            if len(block):
                held.append(self._batch(name, week, block))
                size += len(block)
            if size >= BATCH:
                yield merged(held)
                held, size = [], 0
        if held:
            yield merged(held)

    def _batch(self, name: str, week: int, block: Block) -> EventBatch:
        serials = block.serials if block.serials is not None else np.arange(len(block), dtype=np.int64)
        linked = None
        if block.linked is not None:
            linked = _texts([f"use.{week:x}.{serial:x}" for serial in block.linked.tolist()])
        scale = ATTO if name in ATTO_STREAMS else MICRO
        return EventBatch(
            StreamKey(self.scenario.id, name),
            frozen(block.instants),
            self._labels(block.participants),
            _texts([f"{name}.{week:x}.{serial:x}" for serial in serials.tolist()]),
            None if block.counterparties is None else self._labels(block.counterparties),
            _exact(block.amounts, scale),
            scale,
            linked,
        )

    def _labels(self, ids: Ints) -> Labels:
        ordered = np.sort(ids)
        different = ordered[np.flatnonzero(np.diff(ordered, prepend=ordered[0] - 1))] if len(ordered) else ordered
        different = different[different >= 0]
        codes = np.searchsorted(different, ids)
        return Labels(frozen(np.where(ids < 0, -1, codes)), frozen(self._names.of(different)))

    def table(
        self,
        streams: Sequence[StreamKey | str] | None = None,
        start: Instant | None = None,
        end: Instant | None = None,
    ) -> EventTable:
        """Return events of several streams as numbers, sorted by instant; ids are the simulation's own."""
        keys = tuple(
            StreamKey(self.scenario.id, key) if isinstance(key, str) else key for key in (streams or self.streams)
        )
        weeks, first, last = self._weeks(start, end)
        columns: list[tuple[npt.NDArray[Any], ...]] = []
        for week in weeks:
            columns += [_columns(number, self._seen(key.stream, week, first, last)) for number, key in enumerate(keys)]
        columns = [part for part in columns if len(part[0])]
        if not columns:
            return EventTable.none(*keys)
        instants = np.concatenate([part[0] for part in columns])
        order = np.argsort(instants, kind="stable")
        rest = [np.concatenate([part[place] for part in columns])[order] for place in range(1, 6)]
        numbers, who, other, amounts, latencies = (frozen(column) for column in rest)
        return EventTable(keys, numbers, frozen(instants[order]), who, other, amounts, latencies)

    def points(self, series: str, since: Instant | None = None, known_at: Instant | None = None) -> PointBatch:
        """Return a series; ``known_at`` is when the source is asked, ``until`` where it is not given."""
        return prices.points(self.scenario, self.seed, series, since, self.until, known_at)

    def candles(self, since: Instant | None = None) -> Candles:
        """Return daily candles of the price."""
        return prices.candles(self.scenario, self.seed, since, self.until)


_FARM_EVENTS = {
    "lockstep": 45.0,
    "one_day_crowd": 1.0,
    "clockwork": 1100.0,
    "sleepless": 11_000.0,
    "back_and_forth": 190.0,
}
"""About how many events an account of each kind makes in its time."""


def _shifted(ids: Ints, offset: int) -> Ints:
    return np.where(ids < 0, ids, ids + offset)


def _texts(texts: Sequence[Any]) -> Texts:
    column = np.empty(len(texts), np.object_)
    column[:] = texts
    return frozen(column)


def _exact(amounts: Ints | None, scale: int) -> Ints | Texts | None:
    if amounts is None or scale == MICRO:
        return None if amounts is None else frozen(amounts)
    factor = 10 ** (scale - MICRO)
    return _texts([amount * factor for amount in amounts.tolist()])


def _columns(number: int, block: Block) -> tuple[npt.NDArray[Any], ...]:
    count = len(block)
    return (
        block.instants,
        np.full(count, number, np.int16),
        block.participants.astype(np.int32),
        np.full(count, -1, np.int32) if block.counterparties is None else block.counterparties.astype(np.int32),
        np.full(count, np.nan) if block.amounts is None else block.amounts / 10.0**MICRO,
        np.full(count, -1, np.int64) if block.latencies is None else block.latencies,
    )


def merged(batches: list[EventBatch]) -> EventBatch:
    """Put batches of one stream together; a name may then stand several times in a column's names."""
    if len(batches) == 1:
        return batches[0]

    def labels(columns: list[Labels]) -> Labels:
        shifts = np.cumsum([0, *(len(column.names) for column in columns[:-1])])
        codes = [np.where(c.codes < 0, -1, c.codes + shift) for c, shift in zip(columns, shifts, strict=True)]
        names, back = np.unique(np.concatenate([column.names for column in columns]), return_inverse=True)
        every = np.concatenate(codes)
        return Labels(frozen(np.where(every < 0, -1, back[every]).astype(np.int64)), frozen(names))

    def texts(name: str) -> Any:
        parts = [getattr(batch, name) for batch in batches]
        return None if any(part is None for part in parts) else frozen(np.concatenate(parts))

    others = [batch.counterparties for batch in batches]
    known = [other for other in others if other is not None]
    return EventBatch(
        batches[0].stream,
        texts("instants"),
        labels([batch.participants for batch in batches]),
        texts("references"),
        labels(known) if len(known) == len(others) else None,
        texts("amounts"),
        batches[0].scale,
        texts("linked"),
    )
