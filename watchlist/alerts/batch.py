"""Many rules at once: the newest periods of all rules with the same condition are judged in one array operation.

Only what is new is looked at, and only a rule that may change its state is stepped. Gives exactly what evaluating
each rule by itself gives, because both use the same truth functions and the same state machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from watchlist.alerts.conditions import CONDITIONS, Shape
from watchlist.alerts.evaluation import Evaluated, prepare, stepped
from watchlist.alerts.machine import Memory, pass_over
from watchlist.alerts.rules import PLAIN, Operand, Rule, Test, Words, version_of
from watchlist.alerts.truth import Mark, Marks, Track, block_truth, numbers_of, truth
from watchlist.domain.arrays import Floats
from watchlist.domain.instants import DAY, Instant


class Plan(NamedTuple):
    """What is the same at every look at a rule: its wording, and for a single test its condition and numbers.

    ``condition`` is empty where a rule is judged by itself.
    """

    version: str
    condition: str = ""
    window: int = 0
    numbers: tuple[float, ...] = ()
    operand: Operand | None = None
    is_patient: bool = False


def plan_of(rule: Rule) -> Plan:
    """Return the plan of a rule; made once for each wording."""
    version, test = version_of(rule), rule.when
    if not isinstance(test, Test) or test.condition == "rank_changes":
        return Plan(version)
    numbers = numbers_of(test)
    window = int(numbers["periods"]) if CONDITIONS[test.condition].shape is Shape.WINDOW else 0
    return Plan(
        version,
        test.condition,
        window,
        tuple(numbers[one.name] for one in CONDITIONS[test.condition].parameters),
        test.operand,
        bool(rule.guards.stale_days),
    )


@dataclass(slots=True, eq=False)
class Case:
    """One rule on one network. All tracks share one time axis."""

    rule: Rule
    network: str
    name: str
    tracks: dict[Operand, Track]
    memory: Memory
    plan: Plan


@dataclass(slots=True)
class _Group:
    """Cases that can be judged together: places in the list, rows in the matrix of tracks, numbers of each."""

    places: list[int]
    rows: list[int]
    numbers: list[tuple[float, ...]]
    tracks: dict[int, tuple[int, Track]]


def evaluate_many(cases: Sequence[Case], now: Instant, words: Words = PLAIN) -> list[Evaluated | None]:
    """Step every case through what it has not seen; None where nothing changed but how far it came."""
    found: list[Evaluated | None] = [None] * len(cases)
    groups: dict[tuple[str, int, int], _Group] = {}
    starts: dict[tuple[int, Instant], int] = {}
    far = now + 2 * DAY
    for at, case in enumerate(cases):
        plan, memory = case.plan, case.memory
        came_to = memory.evaluated_to
        if memory.version != plan.version or came_to > far:
            prepare(case.rule, memory, now, plan.version)
            came_to = memory.evaluated_to
        if plan.operand is None:
            found[at] = _alone(case, now, words)
            continue
        track = case.tracks[plan.operand]
        ends = track.ends
        key = (id(ends), came_to)
        fresh = starts.get(key)
        if fresh is None:
            fresh = starts[key] = len(ends) - int(np.searchsorted(ends, came_to, side="right"))
        if not fresh:
            if plan.is_patient or memory.silent or not len(ends):
                found[at] = stepped(case.rule, case.network, case.name, case.tracks, _NONE, memory, now, words)
            continue
        together = (plan.condition, plan.window, fresh)
        group = groups.get(together)
        if group is None:
            group = groups[together] = _Group([], [], [], {})
        row = group.tracks.get(id(track))
        if row is None:
            row = group.tracks[id(track)] = (len(group.tracks), track)
        group.places.append(at)
        group.rows.append(row[0])
        group.numbers.append(plan.numbers)
    for (condition, window, fresh), group in groups.items():
        _judge(cases, found, condition, window, fresh, group, now, words)
    return found


def _judge(
    cases: Sequence[Case],
    found: list[Evaluated | None],
    condition: str,
    window: int,
    fresh: int,
    group: _Group,
    now: Instant,
    words: Words,
) -> None:
    """Judge the newest periods of a group and step those cases whose state may change."""
    tracks = [track for _row, track in group.tracks.values()]
    values, marks = _tails(tracks, fresh, fresh + window + 1)
    columns = np.array(group.numbers).reshape(len(group.numbers), -1)
    numbers = {one.name: columns[:, [at]] for at, one in enumerate(CONDITIONS[condition].parameters)}
    rows = np.array(group.rows)
    judged = block_truth(condition, numbers, values[rows], marks[rows])[:, -fresh:]
    newest = [int(track.ends[-1]) for track in tracks]
    first = judged[:, 0].tolist()
    same = (judged == judged[:, :1]).all(axis=1).tolist()
    for place, at in enumerate(group.places):
        case = cases[at]
        if same[place] and not case.plan.is_patient:
            end = newest[group.rows[place]]
            if pass_over(case.rule, case.memory, fresh, end, first[place]):
                continue
        found[at] = stepped(case.rule, case.network, case.name, case.tracks, judged[place], case.memory, now, words)


def _tails(tracks: Sequence[Track], fresh: int, length: int) -> tuple[Floats, Marks]:
    """Return the newest values of each track, padded where there are fewer.

    The first column takes the newest known value of all that came before, which crossings compare with.
    """
    values = np.full((len(tracks), length), np.nan)
    marks = np.full((len(tracks), length), Mark.NO_DATA, np.int8)
    for row, track in enumerate(tracks):
        count = min(length, len(track.values))
        values[row, length - count :] = track.values[-count:]
        marks[row, length - count :] = track.marks[-count:]
    unknown = np.isnan(values[:, : length - fresh]) | (marks[:, : length - fresh] < 0)
    for row in np.flatnonzero(unknown.all(axis=1)).tolist():
        track = tracks[row]
        older = np.flatnonzero((track.marks >= 0) & ~np.isnan(track.values))
        older = older[older < len(track.values) - length]
        if len(older):
            values[row, 0], marks[row, 0] = track.values[older[-1]], Mark.FALSE
    return values, marks


def _alone(case: Case, now: Instant, words: Words) -> Evaluated:
    ends = next(iter(case.tracks.values())).ends
    judged = truth(case.rule.when, case.tracks, len(ends)) if len(ends) else _NONE
    return stepped(case.rule, case.network, case.name, case.tracks, judged, case.memory, now, words)


_NONE: Marks = np.empty(0, np.int8)
