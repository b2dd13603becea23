"""Every metric in one table, and the one way to compute any of them.

Must never compute anything itself: each section of the definitions is a file with its own entries.
"""

from __future__ import annotations

from typing import Any

from watchlist.domain.errors import InputError
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.network import Role
from watchlist.domain.periods import Grain
from watchlist.metrics import concentration, growth, price, quality, recurring, retention, score, survival, verification
from watchlist.metrics.alignment import keep_series
from watchlist.metrics.inputs import RAW, Choice, NetworkInputs
from watchlist.metrics.metric import Call, Metric, Value
from watchlist.metrics.patterns import entries as patterns
from watchlist.metrics.selector import Selector, parse_selector

SECTIONS = (retention, survival, growth, recurring, verification, concentration, patterns, quality, score, price)

METRICS: dict[str, Metric] = {entry.key: entry for section in SECTIONS for entry in section.ENTRIES}


def metric(key: str) -> Metric:
    """Return a metric by its key. Raises InputError."""
    found = METRICS.get(key)
    if found is None:
        raise InputError("metric", f"there is no metric “{key}”")
    return found


def call(
    key: str,
    inputs: NetworkInputs,
    grain: Grain | None = None,
    *,
    role: Role | None = None,
    stream: str = "",
    variant: str = "",
    **params: Value,
) -> Call:
    """Return a checked call of a metric; ``key`` may be a selector, whose parts the named ones replace."""
    asked = parse_selector(key)
    entry = metric(asked.key)
    choice = Choice(role, stream, variant or asked.choice.variant) if role or stream else asked.choice
    choice = Choice(choice.role, choice.stream, variant or choice.variant)
    if choice.variant not in entry.variants:
        raise InputError("metric", f"“{entry.key}” has no variant “{choice.variant}”")
    if grain is not None and grain not in entry.grains:
        raise InputError("grain", f"“{entry.key}” is not computed per {grain}")
    known = {param.name: param for param in entry.params}
    for name, value in params.items():
        param = known.get(name)
        if param is None:
            raise InputError(name, f"“{entry.key}” has no such parameter")
        if isinstance(value, int | float) and not (
            (param.low is None or value >= param.low) and (param.high is None or value <= param.high)
        ):
            raise InputError(name, f"must lie between {param.low} and {param.high}")
    filled = {name: params.get(name, param.default) for name, param in known.items()}
    return Call(entry, inputs, choice, grain or entry.grains[0], filled)


def compute(
    key: str,
    inputs: NetworkInputs,
    grain: Grain | None = None,
    *,
    role: Role | None = None,
    stream: str = "",
    variant: str = "",
    **params: Value,
) -> MetricSeries:
    """Compute a metric's series. Raises InputError for an unknown key, variant, grain or parameter."""
    asked = call(key, inputs, grain, role=role, stream=stream, variant=variant, **params)
    if asked.metric.function is None:
        raise InputError("metric", f"“{asked.metric.key}” is no series over time")
    if missing := why_missing(asked):
        return asked.none(missing)
    made = asked.metric.function(asked)
    if not params:
        keep_series(inputs, f"{asked.metric.key}{asked.choice}", grain, made)
    return made


def examine(
    key: str,
    inputs: NetworkInputs,
    grain: Grain | None = None,
    *,
    role: Role | None = None,
    stream: str = "",
    variant: str = "",
    **params: Value,
) -> Any:
    """Compute a metric's structured result (domain.findings). Raises InputError."""
    asked = call(key, inputs, grain, role=role, stream=stream, variant=variant, **params)
    if asked.metric.examine is None:
        raise InputError("metric", f"“{asked.metric.key}” has no structured result")
    return asked.metric.examine(asked)


def why_missing(asked: Call) -> Missing:
    """Say why there can be no number; Missing.NONE where there can."""
    needs = asked.metric.needs
    if needs.events and asked.view.missing is not Missing.NONE:
        return asked.view.missing
    if any(name not in asked.inputs.points for name in needs.series):
        return Missing.NOT_READ
    return Missing.NONE


__all__ = ["METRICS", "RAW", "Metric", "Selector", "call", "compute", "examine", "metric", "parse_selector"]
