"""What an alert rule looks at, as a metric series: a metric, a formula, the age of data, or a source's state.

Raises InputError where a metric or a source does not exist (any more): the rule becomes invalid and says so.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from watchlist.alerts.rules import Operand, OperandKind, Rule, tests_of
from watchlist.domain.arrays import Floats, Ints, frozen
from watchlist.domain.errors import InputError
from watchlist.domain.fetches import GOOD
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.instants import DAY, Instant
from watchlist.domain.network import Network
from watchlist.domain.periods import Grain, last_complete, period_ends, period_of_day
from watchlist.metrics.catalog import METRICS, parse_selector
from watchlist.metrics.formula import Formula, compile_formula
from watchlist.metrics.formula import evaluate as evaluate_formula
from watchlist.services.house import House
from watchlist.sources.registry import SOURCES

ANY = "any"
FORMULAS = "formulas"


def operand_series(house: House, network: Network, operand: Operand, grain: Grain) -> MetricSeries:
    """Return an operand over time. Runs on the store's thread. Raises InputError."""
    if operand.kind is OperandKind.AGE:
        return _age(house, network, operand.text, grain)
    if operand.kind is OperandKind.SOURCE:
        return _source(house, network, operand.text, grain)
    if operand.kind is OperandKind.FORMULA:
        formula = _compiled(_formula_text(house, operand.text))
        return evaluate_formula(formula, network.id, lambda selector: house.book.series(network.id, selector))
    return house.book.series(network.id, operand.text, metric_grain(operand, grain))


def metric_grain(operand: Operand, grain: Grain) -> Grain | None:
    """Return the rule's grain where the metric is computed per such a period, None for the metric's own."""
    entry = METRICS.get(parse_selector(operand.text).key)
    if entry is None:
        raise InputError("operand", f"there is no metric “{operand.text}”")
    return grain if grain in entry.grains and grain is not entry.grains[0] else None


def check_operands(house: House, rule: Rule) -> None:
    """Raise InputError where an operand of a rule exists for no network at all."""
    for operand in dict.fromkeys(test.operand for test in tests_of(rule.when)):
        if operand.kind is OperandKind.METRIC:
            selector = parse_selector(operand.text)
            metric_grain(operand, rule.timing.grain)
            entry = METRICS[selector.key]
            if entry.function is None:
                raise InputError("operand", f"“{entry.title}” is no number over time")
            if selector.choice.variant not in entry.variants:
                raise InputError("operand", f"“{entry.title}” has no variant “{selector.choice.variant}”")
        elif operand.kind is OperandKind.FORMULA:
            _compiled(_formula_text(house, operand.text))
        elif operand.kind is OperandKind.SOURCE and operand.text not in SOURCES:
            raise InputError("operand", f"there is no source called {operand.text!r}")


def _formula_text(house: House, name: str) -> str:
    """Return a formula of the user by its id, or the text itself."""
    kept = house.documents.table(FORMULAS).get(name)
    return str(kept.get("text", name)) if kept else name


@lru_cache(maxsize=512)
def _compiled(text: str) -> Formula:
    return compile_formula(text, METRICS)


def _age(house: House, network: Network, name: str, grain: Grain) -> MetricSeries:
    """Return, at the end of each closed period, how many days old the newest data was that is known today."""
    last = last_complete(house.clock(), grain)
    names = _names(network) if name == ANY else (name,)
    ages: list[tuple[Instant, Ints, Floats]] = []
    for one in names:
        first = _first(house, network, one)
        if first is not None:
            start = period_of_day(first // DAY, grain)
            periods = np.arange(start, last + 1, dtype=np.int64)
            ages.append((first, periods, _ages(house, network, one, period_ends(periods, grain))))
    ages = [one for one in ages if len(one[1])]
    if not ages:
        return MetricSeries.none(network.id, f"age {name}", grain, Missing.NOT_READ)
    start = min(int(periods[0]) for _first_at, periods, _values in ages)
    periods = np.arange(start, last + 1, dtype=np.int64)
    worst = np.full(len(periods), np.nan)
    for _first_at, own, values in ages:
        at = int(own[0]) - start
        worst[at:] = np.fmax(worst[at:], values)
    return _known(network.id, f"age {name}", grain, periods, worst)


def _names(network: Network) -> tuple[str, ...]:
    series = (spec.key.name for spec in network.series)
    return tuple(dict.fromkeys((*series, *(stream.key.stream for stream in network.streams))))


def _first(house: House, network: Network, name: str) -> Instant | None:
    inputs = house.book.inputs(network.id)
    if any(spec.key.name == name for spec in network.series):
        points = inputs.points.get(name)
        return int(points.instants[0]) if points is not None and len(points) else None
    for stream in inputs.streams:
        if stream.stream.key.stream == name:
            return min((span.start for span in stream.spans), default=None)
    raise InputError("operand", f"{network.name} has no series or stream called {name!r}")


def _ages(house: House, network: Network, name: str, ends: Ints) -> Floats:
    """Return how old the newest data was at each instant, in days; data that was filled in since counts as there."""
    inputs = house.book.inputs(network.id)
    if any(spec.key.name == name for spec in network.series):
        instants = inputs.points[name].instants
        at = np.searchsorted(instants, ends, side="right") - 1
        newest = instants[np.maximum(at, 0)]
    else:
        spans = sorted(next(one.spans for one in inputs.streams if one.stream.key.stream == name))
        starts = np.array([span.start for span in spans], np.int64)
        stops = np.maximum.accumulate(np.array([span.end for span in spans], np.int64))
        at = np.searchsorted(starts, ends, side="right") - 1
        newest = np.minimum(stops[np.maximum(at, 0)], ends)
    return np.where(at >= 0, (ends - newest) / DAY, np.nan)


def _source(house: House, network: Network, source: str, grain: Grain) -> MetricSeries:
    """Return 1 while the newest outcome of a source is a failure, else 0; only the present is known."""
    if source not in SOURCES:
        raise InputError("operand", f"there is no source called {source!r}")
    states = [state for state in house.archive.fetches.states() if state.source == source]
    last = last_complete(house.clock(), grain)
    periods = np.arange(last - 1, last + 1, dtype=np.int64)
    if not states:
        return MetricSeries.none(network.id, f"source {source}", grain, Missing.NOT_READ)
    failing = 0.0 if any(state.outcome in GOOD for state in states) else 1.0
    return _known(network.id, f"source {source}", grain, periods, np.full(len(periods), failing))


def _known(network: str, name: str, grain: Grain, periods: Ints, values: Floats) -> MetricSeries:
    nan = frozen(np.full(len(periods), np.nan))
    yes = frozen(np.ones(len(periods), np.bool_))
    zero = frozen(np.zeros(len(periods), np.int64))
    return MetricSeries(network, name, grain, periods, values, nan, nan, zero, yes, yes)
