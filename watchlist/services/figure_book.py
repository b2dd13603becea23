"""The computed numbers of all networks, kept while nothing changes: indexes, inputs, series and newest figures.

Lives on the store's thread. Indexes are saved as blobs beside the archive and rebuilt from events whenever they are
missing, damaged or of another version; they are never the only copy of anything.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from watchlist.domain.activity import EventTable
from watchlist.domain.errors import Damaged
from watchlist.domain.figures import Figure, MetricSeries, newest_figure
from watchlist.domain.instants import Instant
from watchlist.domain.network import Network, StreamKey
from watchlist.domain.pattern_findings import Level
from watchlist.domain.periods import Grain
from watchlist.domain.series import Points
from watchlist.metrics.activity_index import ActivityIndex
from watchlist.metrics.catalog import METRICS, compute
from watchlist.metrics.inputs import MetricOptions, NetworkInputs, StreamInputs
from watchlist.metrics.price import spot_figures
from watchlist.services.genesis import is_whole
from watchlist.services.kept_figures import KeptFigures

if TYPE_CHECKING:
    from watchlist.services.shelf import Shelf
    from watchlist.store.archive import Archive
    from watchlist.store.documents import Documents

EXCLUSIONS = "exclusions"
SPOT = frozenset({"price.last", "price.change.24h", "price.change.7d", "price.change.30d"})


@dataclass(slots=True)
class _Page:
    """Everything that is kept of one network until its data changes."""

    inputs: NetworkInputs
    series: dict[tuple[str, Grain | None, tuple[int, ...]], MetricSeries] = field(default_factory=dict)


class FigureBook:
    """Computes on demand and remembers until told that data changed."""

    def __init__(
        self,
        archive: Archive,
        documents: Documents,
        shelf: Shelf,
        options: Callable[[], MetricOptions],
    ) -> None:
        self._archive = archive
        self._documents = documents
        self._shelf = shelf
        self._options = options
        self._indexes: dict[StreamKey, tuple[ActivityIndex, int]] = {}
        self._kept = KeptFigures(archive, self._rules)
        self._chosen = options()
        self._pages: dict[str, _Page] = {}

    def inputs(self, network_id: str) -> NetworkInputs:
        """Return what the metrics of a network are computed from. Raises InputError for an unknown network."""
        return self._page(network_id).inputs

    def series(
        self, network_id: str, selector: str, grain: Grain | None = None, excluded: tuple[int, ...] = ()
    ) -> MetricSeries:
        """Return a metric over all its periods. Raises InputError for a selector that cannot be read."""
        page = self._page(network_id)
        key = (selector, grain, excluded)
        found = page.series.get(key)
        if found is None:
            inputs = without(page.inputs, excluded) if excluded else page.inputs
            found = page.series[key] = compute(selector, inputs, grain)
        return found

    def figure(self, network_id: str, selector: str) -> Figure:
        """Return the newest complete value of a metric, remembered over restarts while no data arrives."""
        self._follow_choices()
        found = self._kept.get(network_id, selector)
        if found is None:
            found = self._spot(network_id, selector)
            if found is None:
                found = newest_figure(self.series(network_id, selector), self.sources(network_id))
            self._kept.put(network_id, selector, found)
        return found

    def _spot(self, network_id: str, selector: str) -> Figure | None:
        """Return the newest price and its changes as of that very instant, where the selector asks for these."""
        if selector not in SPOT:
            return None
        found = spot_figures(self._page(network_id).inputs).get(selector)
        return None if found is None else replace(found, sources=self.sources(network_id))

    def keep(self) -> None:
        """Write the figures that were computed since the last time."""
        self._kept.save()

    def data_arriving(self, network_id: str) -> None:
        """Forget the kept figures of a network, before new data of it is committed."""
        self._kept.forget(network_id)

    def figures(self, network_id: str, selectors: Iterable[str]) -> tuple[Figure, ...]:
        """Return the newest complete values of several metrics."""
        return tuple(self.figure(network_id, selector) for selector in selectors)

    def sources(self, network_id: str) -> tuple[str, ...]:
        """Return the sources that a network's figures rest on."""
        network = self._shelf.get(network_id)
        providers = [*(one.provider for one in network.streams), *(one.provider for one in network.series)]
        return tuple(name for name in dict.fromkeys(providers) if name)

    def data_changed(self, network_id: str) -> None:
        """Forget what was computed of a network; its indexes take in what is new and are saved."""
        self._kept.forget(network_id)
        if self._pages.pop(network_id, None) is not None or network_id:
            for stream in self._shelf.get(network_id).streams:
                if stream.key in self._indexes:
                    self._index(stream.key, fresh=True)

    def forget_stream(self, key: StreamKey) -> None:
        """Build a stream's index anew the next time: events were taken back."""
        self._indexes.pop(key, None)
        self._archive.blobs.drop(_blob(key))
        self._pages.pop(key.network, None)

    def forget_all(self) -> None:
        """Compute everything anew: a setting that numbers depend on has changed."""
        self._pages.clear()
        self._kept.forget_all()

    def _follow_choices(self) -> None:
        """Compute everything anew where the user changed a choice that numbers depend on."""
        chosen = self._options()
        if chosen != self._chosen:
            self._chosen = chosen
            self.forget_all()

    def _rules(self) -> str:
        """Return a text that changes with the definitions and with the user's choices about numbers."""
        versions = ",".join(f"{key}{entry.version}" for key, entry in METRICS.items())
        return hashlib.blake2b(f"{self._options()}|{versions}".encode(), digest_size=16).hexdigest()

    def _page(self, network_id: str) -> _Page:
        self._follow_choices()
        page = self._pages.get(network_id)
        if page is None:
            page = self._pages[network_id] = _Page(self._read(self._shelf.get(network_id)))
        return page

    def _read(self, network: Network) -> NetworkInputs:
        streams = tuple(
            StreamInputs(
                stream,
                self._index(stream.key),
                tuple(self._archive.spans.read(stream.key)),
                is_whole(self._archive, stream),
            )
            for stream in network.streams
        )
        excluded, labels = self._excluded(network)
        return NetworkInputs(
            network=network.id,
            streams=streams,
            events=self._events,
            points={key.name: self._archive.points.read(key) for key in self._archive.points.keys(network.id)},
            excluded=excluded,
            labels=labels,
            options=self._options(),
        )

    def _events(self, keys: tuple[StreamKey, ...], start: Instant | None, end: Instant | None) -> EventTable:
        return self._archive.events.read(keys, start, end)

    def _index(self, key: StreamKey, *, fresh: bool = False) -> ActivityIndex:
        kept = self._indexes.get(key)
        if kept is None:
            kept = self._load(key)
        elif not fresh:
            return kept[0]
        index, mark = kept
        table, newest = self._archive.events.read_after((key,), mark)
        if len(table):
            index.add(table.participants, table.instants)
        if newest != mark or key not in self._indexes:
            self._indexes[key] = (index, newest)
        if len(table):
            self._archive.blobs.save(_blob(key), newest.to_bytes(8, "little") + index.to_bytes())
        return index

    def _load(self, key: StreamKey) -> tuple[ActivityIndex, int]:
        kept = self._archive.blobs.load(_blob(key))
        if kept is None or len(kept) < 8:
            return ActivityIndex(), 0
        try:
            return ActivityIndex.from_bytes(kept[8:]), int.from_bytes(kept[:8], "little")
        except Damaged:
            return ActivityIndex(), 0

    def _excluded(self, network: Network) -> tuple[frozenset[int], dict[int, str]]:
        named = dict(network.exclusions)
        entry = self._documents.table(EXCLUSIONS).get(network.id) or {}
        own = entry.get("names", {})
        if isinstance(own, dict):
            named |= {str(name): str(label) for name, label in own.items()}
        ids = self._archive.events.participant_ids(list(named)) if named else {}
        return frozenset(ids.values()), {ids[name]: label for name, label in named.items() if name in ids}


def without(inputs: NetworkInputs, ids: tuple[int, ...]) -> NetworkInputs:
    """Return the inputs as if some participants had never been there."""
    streams = tuple(replace(one, index=one.index.without(ids)) for one in inputs.streams)
    return replace(inputs, streams=streams, excluded=inputs.excluded | frozenset(ids), memo={})


def metric_options(setting: Callable[[str], Any]) -> MetricOptions:
    """Return the user's choices about the numbers as metrics take them."""
    return MetricOptions(
        min_cohort=int(setting("min_cohort")),
        lost_after_weeks=int(setting("lost_after_weeks")),
        recurring_k=int(setting("recurring_active")),
        recurring_m=int(setting("recurring_of")),
        level=Level(setting("pattern_level")),
        include_claims=bool(setting("claims_count")),
        weights=(
            float(setting("weight_retention")),
            float(setting("weight_verification")),
            float(setting("weight_recurring")),
            float(setting("weight_quality")),
        ),
    )


def age_of(points: Points, now: Instant) -> Instant | None:
    """Return how old the newest point of a series is."""
    return now - int(points.instants[-1]) if len(points) else None


def spark_of(points: Points, most: int = 60) -> tuple[float, ...]:
    """Return at most so many values of the last 90 days for a small line; empty where there are fewer than two."""
    if len(points) < 2:
        return ()
    start = points.instants[-1] - 90 * 86_400_000_000
    values = points.values[np.searchsorted(points.instants, start) :]
    if len(values) > most:
        values = values[np.linspace(0, len(values) - 1, most).astype(np.int64)]
    return tuple(float(value) for value in values)


def _blob(key: StreamKey) -> str:
    return f"index-{key.network}-{key.stream}"
