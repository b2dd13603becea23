"""What metrics are computed from: a network's streams as activity indexes, its events on demand, its points.

Handed in by whoever owns the archive; nothing here reads a store or a clock. Everything derived is kept in ``memo``,
so that the metrics of one network share their work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from watchlist.domain.activity import EventTable, ReadSpan
from watchlist.domain.arrays import Ids, frozen
from watchlist.domain.figures import Missing
from watchlist.domain.instants import Instant
from watchlist.domain.network import Role, Stream, StreamKey
from watchlist.domain.pattern_findings import Level, PatternReport
from watchlist.domain.series import Points
from watchlist.metrics.activity_index import ActivityIndex
from watchlist.metrics.coverage import UNKNOWN_AGE_DAYS, Coverage
from watchlist.metrics.patterns.survey import SurveyStream, survey

RAW, FILTERED = "raw", "filtered"
EventReader = Callable[[tuple[StreamKey, ...], Instant | None, Instant | None], EventTable]


@dataclass(frozen=True, slots=True)
class MetricOptions:
    """What the user may set about the numbers; ``weights`` are those of the score's pillars, in their order."""

    min_cohort: int = 20
    lost_after_weeks: int = 4
    unknown_age_days: int = UNKNOWN_AGE_DAYS
    pooled_cohorts: int = 4
    recurring_k: int = 3
    recurring_m: int = 4
    level: Level = Level.NORMAL
    include_claims: bool = False
    weights: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True, eq=False)
class StreamInputs:
    """One stream: who was active when, what was read, and whether reading began at its genesis."""

    stream: Stream
    index: ActivityIndex
    spans: tuple[ReadSpan, ...] = ()
    genesis: bool = False


class Choice(NamedTuple):
    """Whose activity a metric looks at: one stream, the streams of one role, or (both empty) the whole network."""

    role: Role | None = None
    stream: str = ""
    variant: str = RAW

    def __str__(self) -> str:
        place = f"@stream:{self.stream}" if self.stream else f"@{self.role}" if self.role is not None else ""
        return place + ("" if self.variant == RAW else f"+{self.variant}")


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """The chosen streams taken together; ``missing`` says why there is nothing, where there is nothing."""

    choice: Choice
    streams: tuple[StreamInputs, ...]
    index: ActivityIndex
    coverage: Coverage
    missing: Missing = Missing.NONE
    memo: dict[Any, Any] = field(default_factory=dict, repr=False)

    @property
    def keys(self) -> tuple[StreamKey, ...]:
        """The keys of the chosen streams."""
        return tuple(each.stream.key for each in self.streams)


def _no_events(keys: tuple[StreamKey, ...], *_span: Instant | None) -> EventTable:
    return EventTable.none(*keys)


@dataclass(frozen=True, slots=True, eq=False)
class NetworkInputs:
    """Everything of one network. ``excluded`` are those whom the user or the profile named as no people
    (exchanges, bridges, contracts): they are in no number.

    ``events`` reads stored events of streams, sorted by instant. ``marked`` are participants that patterns marked;
    where it is None the survey is run when a filtered number is first asked for.
    """

    network: str
    streams: tuple[StreamInputs, ...] = ()
    events: EventReader = _no_events
    points: Mapping[str, Points] = field(default_factory=dict)
    excluded: frozenset[int] = frozenset()
    labels: Mapping[int, str] = field(default_factory=dict)
    options: MetricOptions = field(default_factory=MetricOptions)
    marked: frozenset[int] | None = None
    memo: dict[Any, Any] = field(default_factory=dict, repr=False)

    def kept(self, key: object, make: Callable[[], Any]) -> Any:
        """Return what was derived under a key before, or derive it now."""
        if key not in self.memo:
            self.memo[key] = make()
        return self.memo[key]

    def chosen(self, choice: Choice) -> tuple[StreamInputs, ...]:
        """Return the streams of a choice that can be read at all."""
        return tuple(each for each in self._named(choice) if not each.stream.published)

    def _named(self, choice: Choice) -> tuple[StreamInputs, ...]:
        if choice.stream:
            return tuple(each for each in self.streams if each.stream.key.stream == choice.stream)
        return tuple(each for each in self.streams if choice.role is None or each.stream.role is choice.role)

    def view(self, choice: Choice) -> View:
        """Return the chosen streams as one index with what was read of them."""
        view: View = self.kept(("view", choice), lambda: self._view(choice))
        return view

    def _view(self, choice: Choice) -> View:
        chosen = self.chosen(choice)
        coverage = Coverage.of(((each.spans, each.genesis) for each in chosen), self.options.unknown_age_days)
        missing = Missing.NONE
        if not chosen:
            missing = Missing.NOT_PUBLISHED if self._named(choice) else Missing.DOES_NOT_EXIST
        elif coverage.start is None:
            missing = Missing.NOT_READ
        index = self._united(tuple(each.index for each in chosen))
        out = self.left_out(choice.variant) if len(index) else ()
        index = index.without(out) if len(out) else index
        return View(choice, chosen, index, coverage, missing)

    def _united(self, indexes: tuple[ActivityIndex, ...]) -> ActivityIndex:
        """Return the union of indexes, made once however many choices lead to the same ones."""
        if len(indexes) == 1:
            return indexes[0]
        key = ("union", tuple(id(index) for index in indexes))
        united: ActivityIndex = self.kept(key, lambda: ActivityIndex.union(*indexes))
        return united

    def patterns(self) -> PatternReport:
        """Return what the survey of manufactured activity found at the chosen level."""
        report: PatternReport = self.kept(("patterns", self.options.level), self._survey)
        return report

    def _survey(self) -> PatternReport:
        chosen = [each for each in self.chosen(Choice()) if each.spans]
        streams = [SurveyStream(e.stream, min(s.start for s in e.spans), e.genesis) for e in chosen]
        horizon = Coverage.of((each.spans, each.genesis) for each in chosen).horizon
        table = self.events(tuple(each.stream.key for each in chosen), None, None)
        return survey(self.network, streams, table, horizon, self.options.level, self.excluded, self.labels)

    def left_out(self, variant: str = FILTERED) -> Ids:
        """Return the participants that a variant leaves out, ascending: excluded always, marked where filtered."""
        out: Ids = self.kept(("left out", variant), lambda: self._left_out(variant))
        return out

    def _left_out(self, variant: str) -> Ids:
        marked: Iterable[int] = ()
        if variant != RAW:
            marked = self.patterns().marked.tolist() if self.marked is None else self.marked
        return frozen(np.array(sorted({*self.excluded, *marked}), np.int32))
