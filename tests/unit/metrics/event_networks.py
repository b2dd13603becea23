"""Small networks of given events, with the indexes and spans that go with them, for tests of sections 5 to 9."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from tests.unit.metrics.reference_patterns import Event
from watchlist.domain.activity import EventTable, ReadSpan
from watchlist.domain.instants import DAY
from watchlist.domain.network import SeriesKey, Stream, StreamKey
from watchlist.domain.series import Points
from watchlist.metrics.activity_index import ActivityIndex
from watchlist.metrics.inputs import NetworkInputs, StreamInputs

NET = "net"
MONDAY = 19_723
"""2024-01-01, the first day of an ISO week."""
BEGIN = MONDAY * DAY


def table_of(
    keys: tuple[StreamKey, ...], events: Mapping[str, Sequence[Event]], waits: Mapping[Event, int]
) -> EventTable:
    rows = sorted(
        ((event, number) for number, key in enumerate(keys) for event in events.get(key.stream, ())),
        key=lambda row: row[0].at,
    )
    return EventTable(
        keys,
        np.array([number for _, number in rows], np.int16),
        np.array([event.at for event, _ in rows], np.int64),
        np.array([event.who for event, _ in rows], np.int32),
        np.array([event.to for event, _ in rows], np.int32),
        np.array([math.nan if event.amount is None else event.amount for event, _ in rows], np.float64),
        np.array([waits.get(event, -1) for event, _ in rows], np.int64) if waits else None,
    )


def network(
    streams: Sequence[Stream],
    events: Mapping[str, Sequence[Event]],
    weeks: int = 8,
    waits: Mapping[Event, int] | None = None,
    spans: Mapping[str, tuple[ReadSpan, ...]] | None = None,
    **rest: Any,
) -> NetworkInputs:
    """Return inputs that were read from a Monday on for so many whole weeks, unless spans say otherwise."""
    whole = (ReadSpan(BEGIN, BEGIN + weeks * 7 * DAY),)

    def index(name: str) -> ActivityIndex:
        found = [event for event in events.get(name, ()) if event.who >= 0]
        who = np.array([event.who for event in found], np.int32)
        return ActivityIndex.build(who, np.array([event.at for event in found], np.int64))

    made = tuple(
        StreamInputs(stream, index(stream.key.stream), (spans or {}).get(stream.key.stream, whole), True)
        for stream in streams
    )

    def read(keys: tuple[StreamKey, ...], _start: int | None, _end: int | None) -> EventTable:
        return table_of(keys, events, waits or {})

    return NetworkInputs(NET, made, read, **rest)


def points(name: str, values: Sequence[float], first_day: int = MONDAY, learnt_days_later: int = 1) -> Points:
    """Return one point a day at noon; NaN leaves a gap."""
    days = [first_day + place for place, value in enumerate(values) if not math.isnan(value)]
    count = len(days)
    learnt = (first_day + len(values) + learnt_days_later - 1) * DAY
    return Points(
        SeriesKey(NET, name),
        np.array(days, np.int64) * DAY + DAY // 2,
        np.array([value for value in values if not math.isnan(value)], np.float64),
        np.ones(count, np.bool_),
        np.zeros(count, np.int64),
        ("test",),
        np.full(count, learnt, np.int64),
        np.zeros(count, np.bool_),
    )
