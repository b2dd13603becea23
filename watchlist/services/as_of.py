"""A network's numbers as of an instant: from everything up to then as it is known now, and nothing that came later.

The present comes from the figure book, which remembers; the past is built from the archive once and then forgotten.
"""

from __future__ import annotations

from dataclasses import replace

from watchlist.domain.activity import EventTable, ReadSpan
from watchlist.domain.errors import InputError
from watchlist.domain.figures import Figure, MetricSeries, Missing, newest_figure
from watchlist.domain.instants import Instant
from watchlist.domain.network import Network, StreamKey
from watchlist.domain.periods import Grain
from watchlist.metrics.activity_index import ActivityIndex
from watchlist.metrics.catalog import compute
from watchlist.metrics.inputs import NetworkInputs, StreamInputs
from watchlist.metrics.price import spot_figures
from watchlist.services.house import House


class Present:
    """The numbers as they stand now. Lives on the store's thread."""

    def __init__(self, house: House) -> None:
        self._house = house
        self.instant = house.clock()

    def inputs(self, network: Network) -> NetworkInputs:
        """Return what a network's numbers are computed from."""
        return self._house.book.inputs(network.id)

    def series(self, network: Network, selector: str, grain: Grain | None = None) -> MetricSeries:
        """Return a metric over its periods. Raises InputError where the network cannot have it."""
        return self._house.book.series(network.id, selector, grain)

    def figure(self, network: Network, selector: str) -> Figure:
        """Return a metric's newest complete value, why there is none where there is none."""
        try:
            return self._figure(network, selector)
        except InputError:
            return Figure(network.id, selector, None, missing=Missing.NOT_ENOUGH)

    def _figure(self, network: Network, selector: str) -> Figure:
        return self._house.book.figure(network.id, selector)


class Past(Present):
    """The numbers as of an earlier instant, from the data up to then."""

    def __init__(self, house: House, instant: Instant) -> None:
        super().__init__(house)
        self.instant = instant
        self._inputs: dict[str, NetworkInputs] = {}
        self._series: dict[tuple[str, str, Grain | None], MetricSeries] = {}

    def inputs(self, network: Network) -> NetworkInputs:
        """Return what a network's numbers were computed from then."""
        if network.id not in self._inputs:
            self._inputs[network.id] = self._read(network)
        return self._inputs[network.id]

    def series(self, network: Network, selector: str, grain: Grain | None = None) -> MetricSeries:
        """Return a metric over its periods up to then."""
        key = (network.id, selector, grain)
        if key not in self._series:
            self._series[key] = compute(selector, self.inputs(network), grain)
        return self._series[key]

    def _figure(self, network: Network, selector: str) -> Figure:
        sources = self._house.book.sources(network.id)
        spot = spot_figures(self.inputs(network)).get(selector)
        return (
            newest_figure(self.series(network, selector), sources) if spot is None else replace(spot, sources=sources)
        )

    def _read(self, network: Network) -> NetworkInputs:
        archive, now = self._house.archive, self._house.book.inputs(network.id)
        streams = tuple(self._stream(one) for one in now.streams)
        points = {key.name: archive.points.read(key, None, self.instant) for key in archive.points.keys(network.id)}
        return NetworkInputs(
            network=network.id,
            streams=streams,
            events=self._events,
            points={name: found for name, found in points.items() if len(found)},
            excluded=now.excluded,
            labels=now.labels,
            options=now.options,
        )

    def _stream(self, one: StreamInputs) -> StreamInputs:
        spans = tuple(
            ReadSpan(span.start, min(span.end, self.instant), span.first_mark, span.last_mark)
            for span in one.spans
            if span.start < self.instant
        )
        if all(span.end <= self.instant for span in one.spans):
            return StreamInputs(one.stream, one.index, one.spans, one.genesis)
        table = self._events((one.stream.key,), None, None)
        return StreamInputs(one.stream, ActivityIndex.build(table.participants, table.instants), spans, one.genesis)

    def _events(self, keys: tuple[StreamKey, ...], start: Instant | None, end: Instant | None) -> EventTable:
        until = self.instant if end is None else min(end, self.instant)
        return self._house.archive.events.read(keys, start, until)
