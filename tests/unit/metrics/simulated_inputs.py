"""A simulated network as the inputs of the metrics: through its public tables, with nothing of its hidden truth."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from watchlist.domain.activity import EventTable
from watchlist.domain.network import StreamKey
from watchlist.domain.series import PointBatch, Points
from watchlist.metrics.activity_index import ActivityIndex
from watchlist.metrics.inputs import NetworkInputs, StreamInputs
from watchlist.sources.simulated.network import SPECIAL, SimulatedNetwork, simulate
from watchlist.sources.simulated.profiles import profile
from watchlist.sources.simulated.scenarios import SCENARIOS

LABELLED = ("exchange", "bridge", "treasury")


@dataclass(frozen=True)
class Simulated:
    """A network, its inputs, and everybody who was seen in its events."""

    network: SimulatedNetwork
    inputs: NetworkInputs
    seen: np.ndarray


@lru_cache(maxsize=4)
def simulated(name: str, seed: int, scale: float = 0.25) -> Simulated:
    """Return the inputs of a simulated network; its events are made once and then cut by stream."""
    network = simulate(name, seed=seed, scale=scale)
    streams = profile(SCENARIOS[name]).streams
    whole = network.table([stream.key for stream in streams])
    place = {stream.key: number for number, stream in enumerate(streams)}
    indexes = [_index(whole, number) for number in range(len(streams))]

    def read(keys: tuple[StreamKey, ...], _start: int | None, _end: int | None) -> EventTable:
        codes = np.full(len(streams), -1, np.int16)
        codes[[place[key] for key in keys]] = np.arange(len(keys))
        chosen = np.flatnonzero(codes[whole.streams] >= 0)
        latencies = None if whole.latencies is None else whole.latencies[chosen]
        return EventTable(
            keys,
            codes[whole.streams[chosen]],
            whole.instants[chosen],
            whole.participants[chosen],
            whole.counterparties[chosen],
            whole.amounts[chosen],
            latencies,
        )

    first = network.offsets["special"]
    labels = {first + SPECIAL.index(label): label for label in LABELLED}
    inputs = NetworkInputs(
        name,
        tuple(
            StreamInputs(stream, index, network.spans(stream.key.stream), True)
            for stream, index in zip(streams, indexes, strict=True)
        ),
        read,
        {series: _points(network.points(series)) for series in ("price.usd", "volume.usd", "market_cap.usd")},
        frozenset(labels),
        labels,
    )
    return Simulated(network, inputs, np.unique(whole.participants))


def _index(table: EventTable, number: int) -> ActivityIndex:
    chosen = np.flatnonzero(table.streams == number)
    return ActivityIndex.build(table.participants[chosen], table.instants[chosen])


def _points(batch: PointBatch) -> Points:
    count = len(batch.instants)
    final = np.ones(count, np.bool_) if batch.final is None else batch.final
    codes, learnt = np.zeros(count, np.int64), np.full(count, batch.learnt_at, np.int64)
    return Points(
        batch.key, batch.instants, batch.values, final, codes, (batch.source,), learnt, np.zeros(count, np.bool_)
    )
