"""One row of the watchlist from the newest figures: values, spark line, age and badges. Decides what counts as old."""

from __future__ import annotations

from collections.abc import Iterable

from watchlist.domain.activity import horizon
from watchlist.domain.answers import Json, WatchRow
from watchlist.domain.errors import InputError
from watchlist.domain.figures import Figure, Missing
from watchlist.domain.firings import RuleState
from watchlist.domain.instants import DAY, HOUR, Instant
from watchlist.domain.network import Network, SeriesKey
from watchlist.services.figure_book import spark_of
from watchlist.services.house import House

COLUMNS: tuple[str, ...] = (
    "price.last",
    "price.change.24h",
    "price.change.7d",
    "price.change.30d",
    "retention.w4",
    "verification.rate",
    "recurring.3of4",
    "quality",
    "score",
    "hollow",
    "divergence",
)
"""Selectors whose figures every row has, whichever columns are shown."""


def watch_row(house: House, network: Network, extra: Iterable[str], note: Json | None, group: str) -> WatchRow:
    """Return a network's row. Runs on the store's thread."""
    figures = {selector: _figure(house, network, selector) for selector in dict.fromkeys((*COLUMNS, *extra))}
    newest, oldest = freshness(house, network)
    entry = note or {}
    tags = entry.get("tags", [])
    return WatchRow(
        network.id,
        network.name,
        network.symbol,
        network.kind,
        network.simulated,
        figures,
        _spark(house, network),
        newest,
        oldest,
        stale=_is_stale(house, network, oldest),
        alerts=sum(
            1
            for one in house.archive.firings.standings()
            if one.network == network.id and one.state in (RuleState.FIRING, RuleState.INVALID)
        ),
        warnings=len(network.warnings),
        group=group,
        tags=tuple(str(tag) for tag in tags) if isinstance(tags, list) else (),
        note=str(entry.get("text", "")),
    )


def freshness(house: House, network: Network) -> tuple[Instant | None, Instant | None]:
    """Return the ends of the newest and of the oldest data that a network's figures rest on."""
    ends: list[Instant] = []
    for key in house.archive.points.keys(network.id):
        span = house.archive.points.span(key)
        if span is not None:
            ends.append(span[1])
    for stream in network.streams:
        end = horizon(house.archive.spans.read(stream.key))
        if end is not None:
            ends.append(end)
    return (max(ends), min(ends)) if ends else (None, None)


def _figure(house: House, network: Network, selector: str) -> Figure:
    try:
        return house.book.figure(network.id, selector)
    except InputError:
        return Figure(network.id, selector, None, missing=Missing.NOT_ENOUGH)


def _spark(house: House, network: Network) -> tuple[float, ...]:
    points = house.archive.points.read(SeriesKey(network.id, "price.usd"), house.clock() - 120 * DAY)
    return spark_of(points)


def _is_stale(house: House, network: Network, oldest: Instant | None) -> bool:
    if oldest is None:
        return bool(network.series or network.streams)
    return house.clock() - oldest > int(house.setting("stale_after_hours")) * HOUR
