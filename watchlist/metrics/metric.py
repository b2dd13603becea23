"""What an entry of the metric catalog is, and what its function is called with.

A section file exports ``ENTRIES: tuple[Metric, ...]``. A metric's ``function`` gives its series, its ``examine`` a
structured result (a matrix, a curve, findings); an entry has one or both. Changing what a number means bumps its
version.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ints
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.network import Kind, Role
from watchlist.domain.periods import Grain
from watchlist.metrics.inputs import FILTERED, RAW, Choice, NetworkInputs, View

Value: TypeAlias = int | float | str | bool


class Unit(StrEnum):
    """What a number counts; the text is shown beside it where a sign does not say it."""

    SHARE = "share"
    COUNT = "count"
    EVENTS = "events"
    PARTICIPANTS = "participants"
    DAYS = "days"
    WEEKS = "weeks"
    SECONDS = "seconds"
    USD = "usd"
    SCORE = "score"
    RATIO = "ratio"
    CORRELATION = "correlation"
    DEVIATIONS = "deviations"
    AMOUNT = "amount"
    BYTES = "bytes"


class Format(StrEnum):
    """How a number is written: with which decimals, sign and scale."""

    PERCENT = "percent"
    WHOLE = "whole"
    DECIMAL = "decimal"
    MONEY = "money"
    DURATION = "duration"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Needs:
    """What must be there: any stream, streams of certain kinds or roles, series of certain names."""

    events: bool = True
    kinds: frozenset[Kind] = frozenset()
    roles: frozenset[Role] = frozenset()
    series: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Param:
    """A number that a metric can be asked with: its name, default and bounds."""

    name: str
    default: Value
    title: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Metric:
    """One entry of the catalog. ``history`` is how many complete periods it takes until there is a number.

    ``definition`` says what the number says, ``computed`` how it comes about, ``fooled_by`` what misleads it; all
    three are read by the user. ``grains`` holds the default grain first. ``section`` is that of the help pages.
    """

    key: str
    title: str
    unit: Unit
    format: Format
    section: int
    definition: str
    computed: str
    fooled_by: str
    grains: tuple[Grain, ...]
    function: Callable[[Call], MetricSeries] | None = None
    examine: Callable[[Call], Any] | None = None
    needs: Needs = field(default_factory=Needs)
    history: int = 1
    version: int = 1
    variants: tuple[str, ...] = (RAW, FILTERED)
    params: tuple[Param, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Call:
    """What a metric's function gets: the entry, the inputs, whose activity, the grain and every parameter."""

    metric: Metric
    inputs: NetworkInputs
    choice: Choice
    grain: Grain
    params: Mapping[str, Value]

    @property
    def view(self) -> View:
        """The chosen streams taken together."""
        return self.inputs.view(self.choice)

    @property
    def name(self) -> str:
        """The metric's key with whose activity it looks at, as a selector says it."""
        place = Choice(self.choice.role, self.choice.stream)
        return f"{self.metric.key}{place}"

    def whole(self, name: str) -> int:
        """Return a parameter as a whole number."""
        return int(self.params[name])

    def none(self, missing: Missing) -> MetricSeries:
        """Return no number, with the reason."""
        return MetricSeries.none(self.inputs.network, self.name, self.grain, missing)

    def series(
        self,
        periods: Ints,
        values: Floats,
        complete: Flags | None = None,
        n: Ints | None = None,
        low: Floats | None = None,
        high: Floats | None = None,
        enough: Flags | None = None,
        missing: Missing = Missing.NONE,
    ) -> MetricSeries:
        """Return a series; what is left out is: complete, enough, without interval and without n."""
        count = len(periods)
        nothing = np.full(count, np.nan)
        return MetricSeries(
            self.inputs.network,
            self.name,
            self.grain,
            periods,
            values,
            nothing if low is None else low,
            nothing.copy() if high is None else high,
            np.zeros(count, np.int64) if n is None else n,
            np.ones(count, np.bool_) if complete is None else complete,
            np.ones(count, np.bool_) if enough is None else enough,
            missing,
            self.choice.variant,
        )
