"""What changed since the user last looked: the home page's answer, most important first.

Only closed periods speak; a change within its own noise weighs little, a firing and a warning weigh most.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from watchlist.domain import requests as ask
from watchlist.domain.answers import Change
from watchlist.domain.figures import MetricSeries
from watchlist.domain.instants import Instant
from watchlist.domain.network import Network
from watchlist.metrics.catalog import METRICS
from watchlist.services.desk import Handler
from watchlist.services.house import House
from watchlist.services.lists import watched

LOOKED_AT = ("retention.w4", "recurring.3of4", "active.w", "verification.rate", "quality", "score", "price.last")
FIRING_WEIGHT = 100.0
NEW_DATA_WEIGHT = 1.0


async def _changes(house: House, request: ask.ChangesSince) -> tuple[Change, ...]:
    return await house.on_store(changes_since, house, request.since)


def changes_since(house: House, since: Instant) -> tuple[Change, ...]:
    """Return everything worth telling about the watched networks since an instant. On the store's thread."""
    networks = watched(house)
    names = {network.id: network.name for network in networks}
    found: list[Change] = []
    for firing in house.archive.firings.list(since=since, limit=500):
        title = names.get(firing.network, firing.network)
        found.append(Change(firing.network, title, firing.sentence, FIRING_WEIGHT, firing.came_true, kind="firing"))
    for network in networks:
        found.extend(_metric_changes(house, network, since))
    return tuple(sorted(found, key=lambda change: (-change.weight, -change.at, change.network)))


def _metric_changes(house: House, network: Network, since: Instant) -> Iterable[Change]:
    for key in LOOKED_AT:
        if key in METRICS:
            change = _change(network, METRICS[key].title, house.book.series(network.id, key), since)
            if change is not None:
                yield change


def _change(network: Network, title: str, series: MetricSeries, since: Instant) -> Change | None:
    """Compare the newest complete value with the last one that was known then, in units of its usual change."""
    good = np.flatnonzero(series.complete & series.enough & ~np.isnan(series.values))
    if len(good) < 3:
        return None
    ends = series.ends()[good]
    values = series.values[good]
    before = int(np.searchsorted(ends, since, side="right")) - 1
    if before < 0 or before == len(good) - 1:
        return None
    usual = float(np.median(np.abs(np.diff(values))))
    moved = float(values[-1] - values[before])
    if moved == 0.0:
        return None
    weight = abs(moved) / usual if usual > 0 else NEW_DATA_WEIGHT
    detail = f"{values[before]:.6g} → {values[-1]:.6g}"
    return Change(
        network.id,
        title,
        detail,
        min(weight, FIRING_WEIGHT - 1),
        int(ends[-1]),
        series.metric,
        before=float(values[before]),
        after=float(values[-1]),
    )


HANDLERS: Mapping[type, Handler] = {ask.ChangesSince: _changes}
