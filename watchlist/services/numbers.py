"""Metrics and figures as asked, and whom the user takes out of them. Computes through the figure book only."""

from __future__ import annotations

from collections.abc import Mapping

from watchlist.domain import requests as ask
from watchlist.domain.figures import Figure, MetricSeries
from watchlist.domain.messages import DataChanged, FiguresChanged
from watchlist.services.desk import Handler
from watchlist.services.figure_book import EXCLUSIONS
from watchlist.services.house import House
from watchlist.services.rows import COLUMNS


async def _metric(house: House, request: ask.Metric) -> MetricSeries:
    return await house.on_store(house.book.series, request.network, request.selector, request.grain, request.excluded)


async def _figures(house: House, request: ask.Figures) -> tuple[Figure, ...]:
    return await house.on_store(house.book.figures, request.network, request.selectors or COLUMNS)


async def _exclude(house: House, request: ask.Exclude) -> None:
    await house.on_store(_exclude_now, house, request)
    house.publish(DataChanged(request.network))
    house.publish(FiguresChanged(request.network))


def _exclude_now(house: House, request: ask.Exclude) -> None:
    table = house.documents.table(EXCLUSIONS)
    entry = dict(table.get(request.network) or {"id": request.network})
    kept = entry.get("names", {})
    names = dict(kept) if isinstance(kept, dict) else {}
    for name in request.names:
        if request.back:
            names.pop(name, None)
        else:
            names[name] = request.label
    table.put(request.network, {**entry, "names": names})
    house.book.data_changed(request.network)


HANDLERS: Mapping[type, Handler] = {ask.Metric: _metric, ask.Figures: _figures, ask.Exclude: _exclude}
