"""One rule on one network: from metric series to state, firings and words. Pure; the same code serves live checks,
catch-up after days off, and the back-test.

A period is evaluated once every operand knows it, in order and exactly once; what is evaluated never depends on when
the program happened to run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec
import numpy as np

from watchlist.alerts.conditions import CONDITIONS
from watchlist.alerts.machine import Memory, Step, advance
from watchlist.alerts.rules import Guards, Operand, Rule, Test, tests_of
from watchlist.alerts.truth import Mark, Marks, Track, truth
from watchlist.domain.arrays import Flags, Ints
from watchlist.domain.figures import MetricSeries
from watchlist.domain.firings import Firing, RuleState, Standing
from watchlist.domain.instants import Instant
from watchlist.domain.periods import Grain, last_complete, period_end, period_ends

_RISING = frozenset({"greater", "at_least", "crosses_up", "up_by", "up_percent", "new_high"})
_FALLING = frozenset({"less", "at_most", "crosses_down", "down_by", "down_percent", "new_low", "below_band"})


@dataclass(frozen=True, slots=True, eq=False)
class Evaluated:
    """What one evaluation of a rule on a network gave."""

    standing: Standing
    firings: tuple[Firing, ...]
    steps: tuple[Step, ...]


def axis(series: Sequence[MetricSeries], grain: Grain) -> Ints:
    """Return the ends of the periods that every operand knows, oldest first."""
    starts: list[int] = []
    limits: list[Instant] = []
    for one in series:
        known = np.flatnonzero(one.complete)
        if not len(known):
            return np.empty(0, np.int64)
        starts.append(int(one.ends()[known[0]]))
        limits.append(period_end(int(one.periods[known[-1]]) + 1, one.grain) - 1)
    if not starts:
        return np.empty(0, np.int64)
    first = last_complete(min(starts), grain)
    last = last_complete(min(limits), grain)
    if last < first:
        return np.empty(0, np.int64)
    return period_ends(np.arange(first, last + 1, dtype=np.int64), grain)


def track_of(series: MetricSeries, ends: Ints, guards: Guards) -> Track:
    """Put a metric onto an axis: at each end the newest complete period's value, with what the guards say of it."""
    usable = np.flatnonzero(series.complete)
    if not len(usable) or not len(ends):
        return Track(ends, np.full(len(ends), np.nan), np.full(len(ends), Mark.NO_DATA, np.int8))
    known_ends = series.ends()[usable]
    at = np.searchsorted(known_ends, ends, side="right") - 1
    row = usable[np.maximum(at, 0)]
    values = np.where(at >= 0, series.values[row], np.nan)
    marks = np.where(np.isnan(values), np.int8(Mark.NO_DATA), np.int8(Mark.FALSE))
    thin = ~series.enough[row] | ((series.n[row] < guards.least_n) & (series.n[row] > 0))
    young = at < guards.least_history
    marks = np.where((marks == Mark.FALSE) & (thin | young), np.int8(Mark.NOT_ENOUGH), marks).astype(np.int8)
    return Track(ends, values, marks)


def recovered_at(rule: Rule, tracks: Mapping[Operand, Track], marks: Marks) -> Flags:
    """Return where a rule counts as over: not true, and beyond its recovery level where it has one."""
    over: Flags = np.equal(marks, Mark.FALSE)
    level = rule.timing.recovery
    test = tests_of(rule.when)[0]
    if level is None or test.condition not in _RISING | _FALLING:
        return over
    values = tracks[test.operand].values
    with np.errstate(invalid="ignore"):
        beyond = values <= level if test.condition in _RISING else values >= level
    result: Flags = over & beyond
    return result


def evaluate(
    rule: Rule, network: str, name: str, tracks: Mapping[Operand, Track], memory: Memory, now: Instant
) -> Evaluated:
    """Step a rule through all periods that it has not seen; changes ``memory``."""
    ends = next(iter(tracks.values())).ends if tracks else np.empty(0, np.int64)
    marks = truth(rule.when, tracks, len(ends)) if len(ends) else np.empty(0, np.int8)
    came_from = memory.evaluated_to
    steps = advance(rule, memory, ends, marks, recovered_at(rule, tracks, marks) if len(ends) else marks == 0)
    firings = tuple(_firing(rule, network, name, tracks, step, now) for step in steps if step.what == "fired")
    grain_length = int(ends[1] - ends[0]) if len(ends) > 1 else 0
    if firings and came_from > 0:
        firings = tuple(_labelled(one, now, grain_length) for one in firings)
    return Evaluated(_standing(rule, network, tracks, memory, steps), firings, tuple(steps))


def invalid(rule: Rule, network: str, reason: str, memory: Memory, now: Instant) -> Standing:
    """Return the standing of a rule that cannot be evaluated: a metric or an asset is gone."""
    since = memory.since if memory.shown is RuleState.INVALID else now
    memory.shown, memory.since = RuleState.INVALID, since
    return Standing(rule.id, network, RuleState.INVALID, reason, since, memory.evaluated_to, (), pack(memory))


def pack(memory: Memory) -> str:
    """Return a memory as text."""
    return msgspec.json.encode(memory).decode()


def unpack(text: str) -> Memory:
    """Read a memory; text that cannot be read is a memory without a past, which is safe: firing ids are stable."""
    try:
        return msgspec.json.decode(text, type=Memory) if text else Memory()
    except msgspec.DecodeError:
        return Memory()


def firing_id(rule: str, network: str, came_true: Instant) -> str:
    """Return the one id of a rule's firing at a period: evaluating twice cannot fire twice."""
    return hashlib.blake2b(f"{rule}|{network}|{came_true}".encode(), digest_size=12).hexdigest()


def sentence(name: str, test: Test) -> str:
    """Return a plain sentence that says what a test waits for."""
    condition = CONDITIONS[test.condition]
    numbers = {p.name: f"{test.numbers.get(p.name, p.default or 0.0):g}" for p in condition.parameters}
    return f"{name}: {condition.sentence.format(operand=test.operand.text, **numbers)}"


def _firing(rule: Rule, network: str, name: str, tracks: Mapping[Operand, Track], step: Step, now: Instant) -> Firing:
    said = "; ".join(sentence(name, test) for test in tests_of(rule.when))
    if step.reason:
        said = f"{said} ({step.reason})"
    return Firing(firing_id(rule.id, network, step.at), rule.id, network, step.at, now, said, _values(tracks, step.at))


def _labelled(firing: Firing, now: Instant, grain_length: int) -> Firing:
    """Say of a firing that it was noticed late: more than one further period has ended since."""
    return replace(firing, caught_up=grain_length > 0 and now - firing.came_true > 2 * grain_length)


def _values(tracks: Mapping[Operand, Track], at: Instant) -> tuple[tuple[str, float | None, Instant | None], ...]:
    found: list[tuple[str, float | None, Instant | None]] = []
    for operand, track in tracks.items():
        place = int(np.searchsorted(track.ends, at, side="right")) - 1
        value = float(track.values[place]) if place >= 0 else float("nan")
        found.append((operand.text, None if np.isnan(value) else value, int(track.ends[place]) if place >= 0 else None))
    return tuple(found)


def _standing(
    rule: Rule, network: str, tracks: Mapping[Operand, Track], memory: Memory, steps: Sequence[Step]
) -> Standing:
    reason = steps[-1].reason if steps and steps[-1].what == "paused" else ""
    return Standing(
        rule.id,
        network,
        memory.shown,
        reason,
        memory.since,
        memory.evaluated_to,
        _values(tracks, memory.evaluated_to) if memory.evaluated_to > 0 else (),
        pack(memory),
    )
