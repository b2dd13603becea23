"""What a refresh will pull, as data: which series in which batches, which history, which streams. Contacts nothing.

Small, cheap requests come first: newest prices of the whole watchlist in one batch per vendor, then history, then
explorers, developers, and the events of participants last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from watchlist.domain.instants import Instant
from watchlist.domain.network import Kind, Network, SeriesKey, SeriesSpec, Stream
from watchlist.services.due import INTERVALS, DueKey, DueTable

SPOT = frozenset({"price", "volume", "market_cap", "liquidity"})


@dataclass(frozen=True, slots=True)
class SeriesTask:
    """One series and the sources that may give it, the user's favourite first."""

    key: SeriesKey
    specs: tuple[SeriesSpec, ...]
    kind: str

    @property
    def due_key(self) -> DueKey:
        """The name under which its tries are kept: one per series, whichever source gave it."""
        return DueKey(self.key.network, f"{self.kind}:{self.key.name}", "")


@dataclass(frozen=True, slots=True)
class StreamTask:
    """One stream that is read from its provider."""

    network: Network
    stream: Stream
    kind: str

    @property
    def due_key(self) -> DueKey:
        """The name under which its tries are kept."""
        return DueKey(self.network.id, f"events:{self.stream.key.stream}", self.stream.provider)


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is due."""

    spot: tuple[SeriesTask, ...]
    history: tuple[SeriesTask, ...]
    streams: tuple[StreamTask, ...]

    def __len__(self) -> int:
        return len(self.spot) + len(self.history) + len(self.streams)


def make_plan(
    networks: Iterable[Network],
    due: DueTable,
    now: Instant,
    *,
    can_batch: Callable[[str], bool],
    usable: Callable[[str], bool],
    favourites: Mapping[str, tuple[str, ...]],
    everything: bool = False,
) -> Plan:
    """Return what is due of these networks.

    ``can_batch`` says whether a source gives newest values of many assets at once, ``usable`` whether it is switched
    on and has the key it needs; ``favourites`` is the user's order of sources per series (text of its key).
    """
    spot: list[SeriesTask] = []
    history: list[SeriesTask] = []
    streams: list[StreamTask] = []
    for network in networks:
        for key, specs in _series_of(network, usable, favourites).items():
            fast = tuple(spec for spec in specs if can_batch(spec.provider))
            if fast and key.name.partition(".")[0] in SPOT:
                spot.append(SeriesTask(key, fast, "spot"))
                others = tuple(spec for spec in fast if spec.provider != fast[0].provider)
                if others and key.name.startswith("price."):
                    spot.append(SeriesTask(key, others, "second"))
            history.append(SeriesTask(key, specs, _history_kind(key)))
        streams.extend(
            StreamTask(network, stream, _stream_kind(stream))
            for stream in network.streams
            if stream.provider and not stream.published and stream.default_on and usable(stream.provider)
        )
    return Plan(
        tuple(task for task in spot if everything or due.is_due(task.due_key, task.kind, now)),
        tuple(
            sorted(
                (task for task in history if everything or due.is_due(task.due_key, task.kind, now)),
                key=lambda task: (INTERVALS[task.kind].rank, task.key),
            )
        ),
        tuple(
            sorted(
                (task for task in streams if everything or due.is_due(task.due_key, task.kind, now)),
                key=lambda task: (INTERVALS[task.kind].rank, task.stream.key),
            )
        ),
    )


def _series_of(
    network: Network, usable: Callable[[str], bool], favourites: Mapping[str, tuple[str, ...]]
) -> dict[SeriesKey, tuple[SeriesSpec, ...]]:
    grouped: dict[SeriesKey, list[SeriesSpec]] = {}
    for spec in network.series:
        if spec.default_on and usable(spec.provider):
            grouped.setdefault(spec.key, []).append(spec)
    ordered: dict[SeriesKey, tuple[SeriesSpec, ...]] = {}
    for key, specs in grouped.items():
        wanted = favourites.get(str(key), ())
        places = {source: place for place, source in enumerate(wanted)}
        ordered[key] = tuple(sorted(specs, key=lambda spec, p=places: p.get(spec.provider, len(p))))  # type: ignore[misc]
    return ordered


def _history_kind(key: SeriesKey) -> str:
    head = key.name.partition(".")[0]
    if head == "explorer":
        return "explorer"
    if head == "models":
        return "models"
    if head == "probe":
        return "probe"
    return "daily"


def _stream_kind(stream: Stream) -> str:
    if stream.kind is Kind.DEVELOP or stream.provider == "github":
        return "developers"
    if stream.provider == "dune":
        return "warehouse"
    return "events"
