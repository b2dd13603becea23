"""Structured findings for the tabs: cohorts, curves, concentration, patterns, and who the largest participants are.

``Detail.what`` is the key of a metric with a structured result; nothing here knows what such a result looks like.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from watchlist.domain import requests as ask
from watchlist.domain.answers import Participant
from watchlist.domain.arrays import Floats, Ints
from watchlist.domain.instants import DAY
from watchlist.metrics.catalog import METRICS, examine
from watchlist.metrics.inputs import Choice
from watchlist.metrics.metric import Value
from watchlist.metrics.selector import parse_selector
from watchlist.services.desk import Handler
from watchlist.services.house import House

WINDOW = 28 * DAY


async def _detail(house: House, request: ask.Detail) -> object:
    return await house.on_store(_detail_now, house, request)


def _detail_now(house: House, request: ask.Detail) -> object:
    choice = choice_of(request.of, request.variant)
    entry = METRICS.get(request.what)
    grain = request.grain if entry is not None and request.grain in entry.grains else None
    params: dict[str, Value] = {name: _value(text) for name, text in request.options}
    return examine(f"{request.what}{choice}", house.book.inputs(request.network), grain, **params)  # type: ignore[arg-type]


def choice_of(of: str, variant: str = "raw") -> Choice:
    """Return whose activity a text such as ``contributor`` or ``stream:og.nodes`` names. Raises InputError."""
    text = f"x@{of}" if of else "x"
    return parse_selector(f"{text}+{variant}" if variant != "raw" else text).choice


def _value(text: str) -> Value:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


async def _participants(house: House, request: ask.Participants) -> tuple[Participant, ...]:
    return await house.on_store(_participants_now, house, request)


def _participants_now(house: House, request: ask.Participants) -> tuple[Participant, ...]:
    inputs = house.book.inputs(request.network)
    view = inputs.view(choice_of(request.of))
    horizon = view.coverage.horizon
    if horizon is None or not view.keys:
        return ()
    end = horizon // DAY * DAY
    table = inputs.events(view.keys, end - WINDOW, end)
    ids, places = np.unique(table.participants[table.participants >= 0].astype(np.int64), return_inverse=True)
    if not len(ids):
        return ()
    events = np.bincount(places, minlength=len(ids)).astype(np.float64)
    amounts = table.amounts[table.participants >= 0]
    known = ~np.isnan(amounts)
    sums: Floats | None = None
    if known.any():
        sums = np.bincount(places[known], np.abs(amounts[known]), minlength=len(ids)).astype(np.float64)
    top = np.argsort(-events, kind="stable")[: request.limit]
    return _named(house, request.network, ids, events, sums, top)


def _named(
    house: House, network: str, ids: Ints, events: Floats, sums: Floats | None, top: Ints
) -> tuple[Participant, ...]:
    inputs = house.book.inputs(network)
    names = house.archive.events.participant_names([int(ids[at]) for at in top])
    all_events = float(events.sum())
    all_amounts = float(sums.sum()) if sums is not None else 0.0
    found: list[Participant] = []
    for name, at in zip(names, top, strict=True):
        one = int(ids[at])
        amount = float(sums[at]) if sums is not None else None
        found.append(
            Participant(
                one,
                name,
                inputs.labels.get(one, ""),
                int(events[at]),
                float(events[at]) / all_events,
                amount,
                amount / all_amounts if amount is not None and all_amounts else None,
                one in inputs.excluded,
            )
        )
    return tuple(found)


HANDLERS: Mapping[type, Handler] = {ask.Detail: _detail, ask.Participants: _participants}
