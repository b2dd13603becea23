"""The simulated source behind the protocol of all sources: through the same door, without HTTP.

The clock is the client's. Asking again later gives the same past, a little more of it, and what was revised.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

import numpy as np

from watchlist.domain.activity import EventBatch, ReadSpan
from watchlist.domain.arrays import frozen
from watchlist.domain.errors import BadAnswer
from watchlist.domain.instants import DAY, HOUR, WEEK, Instant
from watchlist.domain.network import Chain, SeriesSpec, Stream
from watchlist.domain.series import Candles, Labels, PointBatch
from watchlist.sources.base import EventSlice, Harvest, Provider, Resume, option
from watchlist.sources.client import Client
from watchlist.sources.simulated.network import DEFAULT_SCALE, SimulatedNetwork, simulate
from watchlist.sources.simulated.network import merged as merged_batches
from watchlist.sources.simulated.prices import SERIES
from watchlist.sources.simulated.scenarios import SCENARIOS, START_DAY
from watchlist.sources.source import Source

SLICE_WEEKS = 13
MOST_WEEKS = 500


class SimulatedProvider(Provider):
    """Gives everything of a simulated network; its options are ``network``, ``scale`` and ``seed``."""

    key = "simulated"

    async def points(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[PointBatch]:
        """Return a series, hourly for the last 90 days."""
        batch = self._network(spec, client).points(self._known(spec), since, client.clock())
        if until is not None and len(batch.instants) and batch.instants[-1] >= until:
            batch = _cut(batch, int(np.searchsorted(batch.instants, until)))
        return [replace(batch, key=spec.key)]

    async def candles(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[Candles]:
        """Return daily candles of the price."""
        if self._known(spec) != "price.usd":
            raise BadAnswer(self.key, f"gives no candles of {spec.key.name}")
        network = self._network(spec, client)
        if until is not None and until < network.until:
            network = self._network(spec, client, until)
        return [replace(network.candles(since), key=spec.key)]

    async def events(
        self,
        client: Client,
        stream: Stream,
        chain: Chain | None,  # noqa: ARG002 (a simulated network stands on no chain)
        resume: Resume,
    ) -> AsyncIterator[EventSlice]:
        """Yield what is not read yet, a quarter of a year at a time, newest first; holes of the source stay holes."""
        network = self._network(stream, client)
        if stream.key.stream not in {key.stream for key in network.streams}:
            raise BadAnswer(self.key, f"no stream {stream.key}")
        pieces = [piece for span in missing(network.spans(stream.key.stream), resume) for piece in _pieces(span)]
        done = 0
        for piece in sorted(pieces, reverse=True):
            batches = list(network.events(stream.key.stream, piece.start, piece.end))
            if batches:
                batch = replace(merged_batches(batches), stream=stream.key)
            else:
                batch = _nothing(stream)
            yield EventSlice(batch, piece)
            done += piece.end - piece.start
            resume.report(done // DAY, sum(each.end - each.start for each in pieces) // DAY, "days")
            await asyncio.sleep(0)

    def batches(self, specs: Sequence[SeriesSpec]) -> list[tuple[SeriesSpec, ...]]:
        """Return everything as one group: nothing is sent."""
        return [tuple(specs)] if specs else []

    async def many(self, client: Client, specs: Sequence[SeriesSpec]) -> Harvest:
        """Return the newest points."""
        found = []
        for spec in specs:
            batch = self._network(spec, client).points(self._known(spec), client.clock() - 3 * DAY, client.clock())
            if len(batch.instants):
                found.append(replace(_cut(batch, len(batch.instants), len(batch.instants) - 1), key=spec.key))
        return Harvest(tuple(found))

    def _known(self, spec: SeriesSpec) -> str:
        if spec.key.name not in SERIES:
            raise BadAnswer(self.key, f"gives no {spec.key.name}")
        return spec.key.name

    def _network(self, of: SeriesSpec | Stream, client: Client, until: Instant | None = None) -> SimulatedNetwork:
        name = option(of, "network", of.key.network)
        if name not in SCENARIOS:
            raise BadAnswer(self.key, f"no simulated network {name!r}")
        end = START_DAY * DAY + MOST_WEEKS * WEEK
        now = client.clock() // HOUR * HOUR  # a network is made once an hour, not for each question
        until = max(START_DAY * DAY, min(now if until is None else until, end))
        return _made(name, float(option(of, "scale", repr(DEFAULT_SCALE))), int(option(of, "seed", "1")), until)


@lru_cache(maxsize=4)
def _made(name: str, scale: float, seed: int, until: Instant) -> SimulatedNetwork:
    return simulate(name, seed=seed, until=until, scale=scale)


def missing(spans: Sequence[ReadSpan], resume: Resume) -> list[ReadSpan]:
    """Return what lies in ``spans`` and is neither read yet nor older than asked for."""
    left = [(span.start, span.end) for span in spans]
    if resume.since is not None:
        left = [(max(start, resume.since), end) for start, end in left]
    for read in resume.spans:
        left = [part for start, end in left for part in ((start, min(end, read.start)), (max(start, read.end), end))]
        left = [(start, end) for start, end in left if start < end]
    return [ReadSpan(start, end) for start, end in left if start < end]


def _pieces(span: ReadSpan) -> list[ReadSpan]:
    """Cut a span at every quarter since the start, so that a piece is the same whenever it is read."""
    width = SLICE_WEEKS * WEEK
    origin = START_DAY * DAY
    cuts = range(origin + ((span.start - origin) // width + 1) * width, span.end, width)
    bounds = [span.start, *cuts, span.end]
    return [ReadSpan(start, end) for start, end in pairwise(bounds)]


def _cut(batch: PointBatch, end: int, start: int = 0) -> PointBatch:
    final = None if batch.final is None else batch.final[start:end]
    return replace(batch, instants=batch.instants[start:end], values=batch.values[start:end], final=final)


def _nothing(stream: Stream) -> EventBatch:
    instants = frozen(np.empty(0, np.int64))
    return EventBatch(stream.key, instants, Labels.of([]), frozen(np.empty(0, np.object_)))


SOURCE = Source(
    key="simulated",
    title="Simulated networks",
    factory=SimulatedProvider,
    gives=("price", "volume", "market_cap", "candles", "explorer.transactions", "events:all"),
    limits="Nothing is fetched.",
    attribution="Simulated by Watchlist",
    options=(("network", "which one"), ("scale", "how large"), ("seed", "which of its possible histories")),
    note="Fictional networks whose truth is known. Nothing in them happened.",
)
