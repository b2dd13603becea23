"""Stored series for charts and tables, as asked: bucketed, plain or as candles. Reads only."""

from __future__ import annotations

from collections.abc import Mapping

from watchlist.domain import requests as ask
from watchlist.domain.instants import Instant
from watchlist.domain.network import SeriesKey
from watchlist.domain.series import Buckets, Candles, Points
from watchlist.services.desk import Handler
from watchlist.services.house import House


async def _history(house: House, request: ask.History) -> Buckets:
    return await house.on_store(
        house.archive.points.buckets,
        request.key,
        request.start,
        request.end,
        request.pixels,
        token=request.token,
        as_known_on=request.as_known_on,
    )


async def _points(house: House, request: ask.PointsOf) -> Points:
    return await house.on_store(
        house.archive.points.read, request.key, request.start, request.end, as_known_on=request.as_known_on
    )


async def _candles(house: House, request: ask.CandlesOf) -> Candles | None:
    return await house.on_store(house.archive.points.candles, request.key, request.start, request.end)


async def _spans(house: House, request: ask.SeriesSpans) -> tuple[tuple[SeriesKey, Instant, Instant, int], ...]:
    def read() -> tuple[tuple[SeriesKey, Instant, Instant, int], ...]:
        found: list[tuple[SeriesKey, Instant, Instant, int]] = []
        for key in house.archive.points.keys(request.network):
            span = house.archive.points.span(key)
            if span is not None:
                found.append((key, *span))
        return tuple(found)

    return await house.on_store(read)


HANDLERS: Mapping[type, Handler] = {
    ask.History: _history,
    ask.PointsOf: _points,
    ask.CandlesOf: _candles,
    ask.SeriesSpans: _spans,
}
