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

from watchlist.alerts.machine import Memory, Step, advance, reworded
from watchlist.alerts.rules import PLAIN, Guards, Operand, Policy, Rule, Words, sentence, tests_of, version_of
from watchlist.alerts.truth import Mark, Marks, Track, truth
from watchlist.domain.arrays import Flags, Ints
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.firings import Firing, RuleState, Standing
from watchlist.domain.instants import DAY, Instant, iso
from watchlist.domain.periods import Grain, last_complete, period_end, period_ends

RISING = frozenset({"greater", "at_least", "crosses_up", "up_by", "up_percent", "new_high"})
FALLING = frozenset({"less", "at_most", "crosses_down", "down_by", "down_percent", "new_low", "below_band"})


@dataclass(frozen=True, slots=True, eq=False)
class Evaluated:
    """What one evaluation of a rule on a network gave. ``recovered`` holds the ends at which it was over."""

    standing: Standing
    firings: tuple[Firing, ...]
    steps: tuple[Step, ...]
    recovered: tuple[Instant, ...] = ()


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
    nothing = np.int8(Mark.ERROR if series.missing is Missing.SOURCE_FAILED else Mark.NO_DATA)
    marks = np.where(np.isnan(values), nothing, np.int8(Mark.FALSE))
    thin = ~series.enough[row] | ((series.n[row] < guards.least_n) & (series.n[row] > 0))
    young = at < guards.least_history
    marks = np.where((marks == Mark.FALSE) & (thin | young), np.int8(Mark.NOT_ENOUGH), marks).astype(np.int8)
    return Track(ends, values, marks)


def recovered_at(rule: Rule, tracks: Mapping[Operand, Track], marks: Marks) -> Flags:
    """Return where a rule counts as over: not true, and beyond its recovery level where it has one."""
    over: Flags = np.equal(marks, Mark.FALSE)
    level = rule.timing.recovery
    test = tests_of(rule.when)[0]
    if level is None or test.condition not in RISING | FALLING or not len(marks):
        return over
    values = tracks[test.operand].values[-len(marks) :]
    with np.errstate(invalid="ignore"):
        beyond = values <= level if test.condition in RISING else values >= level
    result: Flags = over & beyond
    return result


def evaluate(
    rule: Rule,
    network: str,
    name: str,
    tracks: Mapping[Operand, Track],
    memory: Memory,
    now: Instant,
    words: Words = PLAIN,
) -> Evaluated:
    """Step a rule through all periods that it has not seen; changes ``memory``."""
    ends = next(iter(tracks.values())).ends if tracks else np.empty(0, np.int64)
    marks = truth(rule.when, tracks, len(ends)) if len(ends) else np.empty(0, np.int8)
    return stepped(rule, network, name, tracks, marks, memory, now, words)


def stepped(
    rule: Rule,
    network: str,
    name: str,
    tracks: Mapping[Operand, Track],
    marks: Marks,
    memory: Memory,
    now: Instant,
    words: Words = PLAIN,
) -> Evaluated:
    """Step a rule whose truth is known already, for the newest ``len(marks)`` periods; changes ``memory``."""
    ends = next(iter(tracks.values())).ends if tracks else np.empty(0, np.int64)
    prepare(rule, memory, now)
    came_from = memory.evaluated_to
    steps = advance(rule, memory, ends[len(ends) - len(marks) :], marks, recovered_at(rule, tracks, marks))
    firings = [
        replace(
            firing_of(rule, network, name, tracks, step, now, words),
            caught_up=came_from > 0 and step.at < int(ends[-1]),
        )
        for step in steps
        if step.what == "fired"
    ]
    extra = _silence(rule, network, name, memory, ends, now)
    if extra is not None:
        firings.append(extra)
    recovered = tuple(step.at for step in steps if step.what == "recovered")
    return Evaluated(standing_of(rule, network, tracks, memory), tuple(firings), tuple(steps), recovered)


def provisional(
    rule: Rule,
    network: str,
    name: str,
    tracks: Mapping[Operand, Track],
    memory: Memory,
    now: Instant,
    words: Words = PLAIN,
) -> Evaluated:
    """Look at a period that has not ended yet, on a copy of the memory: what is kept is decided when it has ended.

    The firing's id is that of its period, so that the closed period does not fire again.
    """
    copy = unpack(pack(memory))
    done = evaluate(rule, network, name, tracks, copy, now, words)
    firings = tuple(
        replace(one, came_true=min(one.came_true, now), caught_up=False, sentence=f"{one.sentence} (period still open)")
        for one in done.firings
    )
    return replace(done, standing=replace(done.standing, memory=pack(memory)), firings=firings)


def prepare(rule: Rule, memory: Memory, now: Instant, version: str = "") -> None:
    """Bring a memory in line with the rule's present wording and with a clock that was set back by days."""
    version = version or version_of(rule)
    if memory.version != version:
        if memory.version:
            reworded(memory, version, now)
        memory.version = version
    if memory.evaluated_to > now + 2 * DAY:
        memory.evaluated_to = period_end(last_complete(now, rule.timing.grain), rule.timing.grain)
        memory.streak = 0


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


def firing_of(
    rule: Rule,
    network: str,
    name: str,
    tracks: Mapping[Operand, Track],
    step: Step,
    now: Instant,
    words: Words = PLAIN,
) -> Firing:
    """Return a firing with a plain sentence and the values that decided it."""
    said = f"{name}: {sentence(rule.when, words)}"
    if step.reason:
        said = f"{said} ({step.reason})"
    values = values_at(tracks, step.at)
    return Firing(firing_id(rule.id, network, step.at), rule.id, network, step.at, now, said, values)


def standing_of(rule: Rule, network: str, tracks: Mapping[Operand, Track], memory: Memory) -> Standing:
    """Return a rule's standing with the values that it last looked at."""
    values = values_at(tracks, memory.evaluated_to) if memory.evaluated_to > 0 else ()
    shown = memory.shown
    return Standing(rule.id, network, shown, memory.reason, memory.since, memory.evaluated_to, values, pack(memory))


def values_at(tracks: Mapping[Operand, Track], at: Instant) -> tuple[tuple[str, float | None, Instant | None], ...]:
    """Return the operands' values at the newest period that ended by an instant."""
    found: list[tuple[str, float | None, Instant | None]] = []
    for operand, track in tracks.items():
        place = int(np.searchsorted(track.ends, at, side="right")) - 1
        value = float(track.values[place]) if place >= 0 else float("nan")
        found.append((operand.text, None if np.isnan(value) else value, int(track.ends[place]) if place >= 0 else None))
    return tuple(found)


def _silence(rule: Rule, network: str, name: str, memory: Memory, ends: Ints, now: Instant) -> Firing | None:
    """Say that the data has stopped, without using up a period: the periods are evaluated once they are known.

    Returns a firing where the rule wants one; its id is that of the last known period, so that it comes once.
    """
    if memory.core in (RuleState.PAUSED, RuleState.EXPIRED):
        return None
    length = period_end(1, rule.timing.grain) - period_end(0, rule.timing.grain)
    if len(ends):
        last, policy, patience = int(ends[-1]), rule.guards.stale, rule.guards.stale_days * DAY
        reason = f"no new data since {iso(last)[:10]}"
        is_silent = bool(rule.guards.stale_days) and now - last > patience + length
    else:
        last, policy, patience = rule.created, rule.guards.no_data, max(rule.guards.stale_days, 1) * DAY
        reason = "no data yet"
        is_silent = True
        if now - last <= patience + length:
            policy = Policy.KEEP
    if not is_silent:
        if memory.silent:
            memory.shown, memory.reason, memory.silent = memory.core, "", False
        return None
    memory.silent, memory.reason = True, reason
    memory.shown = RuleState.NORMAL if policy is Policy.NORMAL else RuleState.NO_DATA
    if policy is not Policy.ALERT:
        return None
    return Firing(
        firing_id(rule.id, network, -last), rule.id, network, last + patience + length, now, f"{name}: {reason}"
    )
