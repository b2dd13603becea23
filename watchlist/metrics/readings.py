"""Stored events of some streams, read once per network, without the participants whom a variant leaves out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from watchlist.domain.activity import EventTable
from watchlist.domain.arrays import Flags, Floats, Ids, Ints
from watchlist.domain.figures import Missing
from watchlist.domain.instants import DAY
from watchlist.domain.network import Kind, Stream
from watchlist.domain.periods import Grain, periods_of_days
from watchlist.metrics.coverage import Coverage, span_of_periods
from watchlist.metrics.inputs import RAW, Choice, NetworkInputs, StreamInputs
from watchlist.metrics.patterns.habits import in_set


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """Events of the chosen streams; ``codes`` are places in ``streams``."""

    streams: tuple[StreamInputs, ...]
    coverage: Coverage
    codes: Ints
    days: Ints
    participants: Ids
    counterparties: Ids
    amounts: Floats
    latencies: Ints
    missing: Missing = Missing.NONE

    def periods(self, grain: Grain) -> Ints:
        """Return all periods from the first that was read to the one that holds the newest end."""
        first, last = self.coverage.start, self.coverage.partly[-1][1] if self.coverage.partly else None
        if first is None or last is None:
            return np.empty(0, np.int64)
        return span_of_periods(first, last, grain)

    def places(self, grain: Grain, first: int) -> Ints:
        """Return each event's period, counted from a first one."""
        return periods_of_days(self.days, grain) - first

    def kinds_with_amounts(self) -> frozenset[Kind]:
        """Return the kinds of the streams that carry any amount."""
        present = np.flatnonzero(np.bincount(self.codes[~np.isnan(self.amounts)]))
        return frozenset(self.streams[code].stream.kind for code in present.tolist())


def left_out(inputs: NetworkInputs, variant: str) -> Ids:
    """Return whom a variant leaves out: excluded participants always, marked ones where it is filtered."""
    if variant == RAW:
        return np.array(sorted(inputs.excluded), np.int32)
    return inputs.left_out()


def reading(inputs: NetworkInputs, variant: str, wanted: Callable[[Stream], bool]) -> Reading:
    """Return the events of the network's streams that are wanted."""
    named = [each for each in inputs.streams if wanted(each.stream)]
    chosen = tuple(each for each in named if not each.stream.published)
    key = ("reading", tuple(each.stream.key for each in chosen), variant)
    found: Reading = inputs.kept(key, lambda: _read(inputs, variant, chosen, bool(named)))
    return found


def reading_of(inputs: NetworkInputs, choice: Choice) -> Reading:
    """Return the events of a choice's streams."""
    keys = {each.stream.key for each in inputs.chosen(choice)}
    return reading(inputs, choice.variant, lambda stream: stream.key in keys)


def _read(inputs: NetworkInputs, variant: str, chosen: tuple[StreamInputs, ...], named: bool) -> Reading:
    coverage = Coverage.of(((each.spans, each.genesis) for each in chosen), inputs.options.unknown_age_days)
    missing = Missing.NONE
    if not chosen:
        missing = Missing.NOT_PUBLISHED if named else Missing.DOES_NOT_EXIST
    elif coverage.start is None:
        missing = Missing.NOT_READ
    keys = tuple(each.stream.key for each in chosen)
    table: EventTable = inputs.events(keys, None, None) if missing is Missing.NONE else EventTable.none(*keys)
    place = {key: number for number, key in enumerate(keys)}
    codes = np.array([place[key] for key in table.stream_keys] or [0], np.int64)[table.streams]
    keep: Flags = ~in_set(table.participants, left_out(inputs, variant)) & (table.participants >= 0)
    latencies = np.full(len(table), -1, np.int64) if table.latencies is None else table.latencies
    return Reading(
        chosen,
        coverage,
        codes[keep],
        table.instants[keep] // DAY,
        table.participants[keep],
        table.counterparties[keep],
        table.amounts[keep],
        latencies[keep],
        missing,
    )


def distinct(places: Ints, who: Ids, count: int) -> Ints:
    """Return how many different participants each of ``count`` periods has."""
    pairs = np.sort(places * (1 << 32) + who)
    once = pairs[np.flatnonzero(np.append(True, pairs[1:] != pairs[:-1]))] if len(pairs) else pairs
    return np.bincount(once >> 32, minlength=count)[:count]
