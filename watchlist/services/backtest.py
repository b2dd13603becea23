"""What a rule would have done on a network: gathers its numbers, price, and the values that were published first.

Decides nothing: the same code that judges live data judges the past. Runs on the store's thread.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from watchlist.alerts.backtest import Line, back_test
from watchlist.alerts.evaluation import axis, track_of
from watchlist.alerts.rules import Operand, OperandKind, Rule, from_text, sentence, tests_of
from watchlist.alerts.truth import Track
from watchlist.domain import requests as ask
from watchlist.domain.arrays import frozen
from watchlist.domain.back_tests import BackTestReport
from watchlist.domain.figures import MetricSeries
from watchlist.domain.network import Network
from watchlist.domain.series import Points
from watchlist.metrics.catalog import compute
from watchlist.services.alarm_operands import metric_grain
from watchlist.services.alarm_words import words
from watchlist.services.alarms import tracks_of
from watchlist.services.desk import Handler
from watchlist.services.house import House

PRICE = "price.last"


def past_of(house: House, rule: Rule, network_id: str) -> BackTestReport:
    """Return what a rule would have done on a network. Raises InputError."""
    network = house.shelf.get(network_id)
    tracks = tracks_of(house, rule, network)
    lines = [_line("price", house.book.series(network.id, PRICE))]
    operand = tests_of(rule.when)[0].operand
    if operand != Operand(OperandKind.METRIC, PRICE):
        track = tracks[operand]
        good = ~np.isnan(track.values)
        lines.append(Line("metric", track.ends[good], track.values[good]))
    report = back_test(rule, network.id, tracks, lines, _as_first_known(house, rule, network, tracks))
    return replace(report, sentence=f"{network.name}: {sentence(rule.when, words())}")


def _line(what: str, series: MetricSeries) -> Line:
    good = series.complete & ~np.isnan(series.values)
    return Line(what, series.ends()[good], series.values[good])


def _as_first_known(
    house: House, rule: Rule, network: Network, tracks: Mapping[Operand, Track]
) -> dict[Operand, Track] | None:
    """Return the tracks with the values published first; None where nothing was ever revised."""
    inputs = house.book.inputs(network.id)
    revised: dict[str, Points] = {}
    for name, points in inputs.points.items():
        old = house.archive.points.revisions(points.key)
        if old:
            values = points.values.copy()
            for instant, _source, value, _learnt, _replaced in reversed(old):
                at = int(np.searchsorted(points.instants, instant))
                if at < len(points) and int(points.instants[at]) == instant:
                    values[at] = value
            revised[name] = replace(points, values=frozen(values))
    if not revised:
        return None
    then = replace(inputs, points={**inputs.points, **revised}, memo={})
    grain = rule.timing.grain
    series: dict[Operand, MetricSeries] = {}
    for operand in tracks:
        if operand.kind is not OperandKind.METRIC:
            return None
        series[operand] = compute(operand.text, then, metric_grain(operand, grain))
    ends = axis(list(series.values()), grain)
    return {operand: track_of(one, ends, rule.guards) for operand, one in series.items()}


async def _back_test(house: House, request: ask.BackTest) -> BackTestReport:
    rule = from_text(request.text)
    return await house.on_store(past_of, house, rule, request.network)


HANDLERS: Mapping[type, Handler] = {ask.BackTest: _back_test}
