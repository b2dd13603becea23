"""What an alert rule looks at, as a metric series: a metric, a formula, the age of data, or a source's state.

Raises InputError where a metric or a source does not exist (any more): the rule becomes invalid and says so.
"""

from __future__ import annotations

import numpy as np

from watchlist.alerts.rules import Operand, OperandKind
from watchlist.domain.activity import horizon
from watchlist.domain.arrays import Floats, Ints, frozen
from watchlist.domain.errors import InputError
from watchlist.domain.fetches import GOOD
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.instants import DAY, Instant
from watchlist.domain.network import Network, SeriesKey, StreamKey
from watchlist.domain.periods import Grain, last_complete
from watchlist.services.house import House
from watchlist.sources.registry import SOURCES


def operand_series(house: House, network: Network, operand: Operand, grain: Grain) -> MetricSeries:
    """Return an operand over time. Runs on the store's thread."""
    if operand.kind is OperandKind.AGE:
        return _age(house, network, operand.text, grain)
    if operand.kind is OperandKind.SOURCE:
        return _source(house, network, operand.text, grain)
    return house.book.series(network.id, operand.text)


def _age(house: House, network: Network, name: str, grain: Grain) -> MetricSeries:
    """Return the age in days of a series or stream at the end of the newest closed periods."""
    newest = _newest(house, network, name)
    now = house.clock()
    last = last_complete(now, grain)
    periods = np.arange(last - 1, last + 1, dtype=np.int64)
    if newest is None:
        return MetricSeries.none(network.id, f"age {name}", grain, Missing.NOT_READ)
    ages = np.array([max(0.0, (now - newest) / DAY)] * len(periods))
    return _known(network.id, f"age {name}", grain, periods, ages)


def _newest(house: House, network: Network, name: str) -> Instant | None:
    if any(spec.key.name == name for spec in network.series):
        span = house.archive.points.span(SeriesKey(network.id, name))
        return span[1] if span is not None else None
    if any(stream.key.stream == name for stream in network.streams):
        return horizon(house.archive.spans.read(StreamKey(network.id, name)))
    raise InputError("operand", f"{network.name} has no series or stream called {name!r}")


def _source(house: House, network: Network, source: str, grain: Grain) -> MetricSeries:
    """Return 1 while the newest outcome of a source is a failure, else 0."""
    if source not in SOURCES:
        raise InputError("operand", f"there is no source called {source!r}")
    states = [state for state in house.archive.fetches.states() if state.source == source]
    last = last_complete(house.clock(), grain)
    periods = np.arange(last - 1, last + 1, dtype=np.int64)
    if not states:
        return MetricSeries.none(network.id, f"source {source}", grain, Missing.NOT_READ)
    failing = 0.0 if any(state.outcome in GOOD for state in states) else 1.0
    return _known(network.id, f"source {source}", grain, periods, np.full(len(periods), failing))


def _known(network: str, name: str, grain: Grain, periods: Ints, values: Floats) -> MetricSeries:
    nan = frozen(np.full(len(periods), np.nan))
    yes = frozen(np.ones(len(periods), np.bool_))
    zero = frozen(np.zeros(len(periods), np.int64))
    return MetricSeries(network, name, grain, periods, values, nan, nan, zero, yes, yes)
