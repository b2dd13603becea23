"""Formulas of the user's own over metrics: ``retention.w4 / price.change.28d``. Section 9 and beyond.

Series are brought to the coarsest period among them, each read at that period's end. Missing anywhere is missing in
the result, and so is a division by zero; a result is complete and enough only where every part is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from watchlist.domain.arrays import Floats
from watchlist.domain.errors import InputError
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.periods import Grain
from watchlist.metrics.alignment import COARSENESS, aligned, coarsened
from watchlist.metrics.formula_checks import FUNCTIONS, Kind, check
from watchlist.metrics.formula_syntax import FIELD, Applied, Name, Node, Number, Pair, Sign, parse, wrong
from watchlist.metrics.metric import Metric
from watchlist.metrics.selector import parse_selector

SeriesOf: TypeAlias = Callable[[str], MetricSeries]


@dataclass(frozen=True, slots=True)
class Formula:
    """A checked formula. ``unit`` is text for the screen, ``low`` and ``high`` what its value can lie between."""

    text: str
    tree: Node
    selectors: tuple[str, ...]
    unit: str
    low: float
    high: float


def compile_formula(text: str, metrics: Mapping[str, Metric]) -> Formula:
    """Read and check a formula over the given metrics. Raises InputError that names the place and what is wrong."""
    tree = parse(text)

    def find(selector: str, at: int) -> Metric:
        try:
            asked = parse_selector(selector)
        except InputError as error:
            wrong(error.reason, at)
        metric = metrics.get(asked.key)
        if metric is None:
            function = f"; “{asked.key}” is a function and needs brackets" if asked.key in FUNCTIONS else ""
            wrong(f"there is no metric “{asked.key}”{function}", at)
        if metric.function is None:
            wrong(f"“{asked.key}” is no series over time", at)
        if asked.choice.variant not in metric.variants:
            wrong(f"“{asked.key}” has no variant “{asked.choice.variant}”", at)
        return metric

    kind: Kind = check(tree, find)
    selectors = tuple(dict.fromkeys(_names(tree)))
    if not selectors:
        raise InputError(FIELD, "a formula needs at least one metric")
    return Formula(text.strip(), tree, selectors, kind.unit, *kind.range)


def _names(tree: Node) -> Iterator[str]:
    if isinstance(tree, Name):
        yield tree.selector
    elif isinstance(tree, Sign):
        yield from _names(tree.of)
    elif isinstance(tree, Pair):
        yield from _names(tree.left)
        yield from _names(tree.right)
    elif isinstance(tree, Applied):
        for part in tree.parts:
            yield from _names(part)


def evaluate(formula: Formula, network: str, series_of: SeriesOf, name: str = "") -> MetricSeries:
    """Compute a formula for a network; ``series_of`` gives the series of a selector. Raises what that raises."""
    found = {selector: series_of(selector) for selector in formula.selectors}
    name = name or formula.text
    grain = max((series.grain for series in found.values()), key=lambda each: COARSENESS[each])
    for series in found.values():
        if not len(series):
            return MetricSeries.none(network, name, grain, series.missing or Missing.NOT_ENOUGH)
    if grain is Grain.ROLLING_28 and any(series.grain is Grain.DAY for series in found.values()):
        grain = Grain.DAY  # a rolling window is named by its last day: the two share their periods
    both = aligned([coarsened(series, grain) for series in found.values()])
    columns = dict(zip(found, both.values, strict=True))
    with np.errstate(all="ignore"):
        values = np.broadcast_to(_value(formula.tree, columns), both.periods.shape).astype(np.float64)
    values[~np.isfinite(values)] = np.nan
    there = np.logical_and.reduce(both.present)
    nothing = np.full(len(values), np.nan)
    return MetricSeries(
        network,
        name,
        grain,
        both.periods,
        np.where(there, values, np.nan),
        nothing,
        nothing.copy(),
        both.n,
        both.complete & there,
        both.enough & there,
    )


def _value(tree: Node, columns: Mapping[str, Floats]) -> Floats:
    if isinstance(tree, Number):
        return np.array([tree.value])
    if isinstance(tree, Name):
        return columns[tree.selector]
    if isinstance(tree, Sign):
        return -_value(tree.of, columns)
    if isinstance(tree, Applied):
        return _applied(tree, columns)
    left, right = _value(tree.left, columns), _value(tree.right, columns)
    made: dict[str, Callable[[Floats, Floats], Floats]] = {
        "+": np.add,
        "-": np.subtract,
        "*": np.multiply,
        "/": np.divide,
        "^": np.power,
    }
    return made[tree.sign](left, right)


def _applied(tree: Applied, columns: Mapping[str, Floats]) -> Floats:
    if tree.function in {"ma", "lag", "change"}:
        length = max(len(column) for column in columns.values())
        values = np.broadcast_to(_value(tree.parts[0], columns), (length,))
        count = tree.parts[1]
        steps = int(count.value) if isinstance(count, Number) else 1
        return _over_time(tree.function, values, steps)
    parts = [_value(part, columns) for part in tree.parts]
    if tree.function in {"min", "max"}:
        joined = parts[0]
        for part in parts[1:]:
            joined = np.minimum(joined, part) if tree.function == "min" else np.maximum(joined, part)
        return joined
    made: dict[str, Callable[[Floats], Floats]] = {"abs": np.abs, "log": np.log, "sqrt": np.sqrt}
    return made[tree.function](parts[0])


def _over_time(function: str, values: Floats, steps: int) -> Floats:
    """Return a mean, a shift or a change over periods; missing where any period it needs is."""
    made = np.full(len(values), np.nan)
    if function == "ma":
        if len(values) >= steps:
            made[steps - 1 :] = np.lib.stride_tricks.sliding_window_view(values, steps).mean(axis=1)
    elif len(values) > steps:
        made[steps:] = values[:-steps] if function == "lag" else values[steps:] / values[:-steps] - 1.0
    return made
