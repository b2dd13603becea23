"""Fifty small networks on daily data: prices of three years and the activity of about five hundred participants each.

What the program does when it is opened: every entry of the catalog once, nothing kept from before.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tests.bench.metrics_data import DAYS, SEED, START
from watchlist.domain.activity import EventTable, ReadSpan
from watchlist.domain.arrays import Ids
from watchlist.domain.instants import DAY
from watchlist.domain.network import Kind, Role, SeriesKey, Stream, StreamKey
from watchlist.domain.series import Points
from watchlist.metrics.activity_index import ActivityIndex
from watchlist.metrics.catalog import METRICS, compute
from watchlist.metrics.inputs import NetworkInputs, StreamInputs

NETWORKS, PEOPLE = 50, 500
SERIES = ("price.usd", "volume.usd", "market_cap.usd")
_KEPT = 0.35  # of those who come, this share becomes a habit


def networks(count: int = NETWORKS, people: int = PEOPLE) -> list[NetworkInputs]:
    """Return seeded networks, their indexes built and nothing computed yet."""
    return [_network(f"net-{number}", people, SEED + 100 + number) for number in range(count)]


def _network(name: str, people: int, seed: int) -> NetworkInputs:
    rng = np.random.default_rng(seed)
    stream = Stream(StreamKey(name, "use"), Role.USER, Kind.USE)
    table = _table(stream.key, people, rng)
    span = ReadSpan(START * DAY, (START + DAYS) * DAY)
    index = ActivityIndex.build(table.participants, table.instants)
    return NetworkInputs(
        name,
        (StreamInputs(stream, index, (span,), True),),
        lambda _keys, _start, _end: table,
        {series: _points(SeriesKey(name, series), rng) for series in SERIES},
    )


def _table(key: StreamKey, people: int, rng: np.random.Generator) -> EventTable:
    """Draw everybody's active days between a first and a last one; one event on each, at any time of the day."""
    first = rng.integers(0, DAYS, people)
    habit = rng.random(people) < _KEPT
    life = np.minimum(rng.exponential(np.where(habit, 300.0, 10.0)) + 1, DAYS - first).astype(np.int64)
    often = rng.uniform(0.05, 0.6, people)
    active = np.arange(DAYS)[None, :] - first[:, None]
    drawn = rng.random((people, DAYS)) < often[:, None]
    there = ((active == 0) | drawn) & (active >= 0) & (active < np.maximum(life, 1)[:, None])
    who, days = np.nonzero(there)
    instants = (START + days) * DAY + rng.integers(0, DAY, len(who))
    order = np.argsort(instants, kind="stable")
    ids: Ids = who[order].astype(np.int32)
    instants = instants[order]
    amounts = np.round(rng.lognormal(1.0, 1.0, len(ids)), 6)
    return EventTable((key,), np.zeros(len(ids), np.int16), instants, ids, np.full(len(ids), -1, np.int32), amounts)


def _points(key: SeriesKey, rng: np.random.Generator) -> Points:
    values = 3.0 * np.exp(np.cumsum(rng.normal(0.0, 0.04, DAYS)))
    days = np.arange(START, START + DAYS, dtype=np.int64)
    final, none = np.ones(DAYS, np.bool_), np.zeros(DAYS, np.bool_)
    learnt = np.full(DAYS, (START + DAYS) * DAY)
    return Points(key, days * DAY + DAY // 2, values, final, np.zeros(DAYS, np.int64), ("bench",), learnt, none)


def fresh(inputs: NetworkInputs) -> NetworkInputs:
    """Return the same inputs with nothing kept."""
    for stream in inputs.streams:
        stream.index.memo.clear()
    return replace(inputs, memo={})


def whole_catalog(every: list[NetworkInputs]) -> int:
    """Compute every series of the catalog of every network, and return how many numbers that gave."""
    numbers = 0
    for inputs in every:
        for key, entry in METRICS.items():
            if entry.function is not None:
                numbers += len(compute(key, inputs))
    return numbers
