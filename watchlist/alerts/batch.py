"""Many rules at once: the newest periods of all rules with the same condition are judged in one array operation.

Only what is new is looked at, and only a rule that may change its state is stepped. Gives exactly what evaluating
each rule by itself gives, because both use the same truth functions and the same state machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from watchlist.alerts.conditions import CONDITIONS, Shape
from watchlist.alerts.evaluation import Evaluated, prepare, stepped
from watchlist.alerts.machine import Memory, is_quiet
from watchlist.alerts.rules import PLAIN, Operand, Rule, Test, Words
from watchlist.alerts.truth import Mark, Marks, Track, block_truth, numbers_of, truth
from watchlist.domain.arrays import Floats
from watchlist.domain.instants import Instant


@dataclass(slots=True, eq=False)
class Case:
    """One rule on one network. All tracks share one time axis; ``version`` is that of the rule's wording."""

    rule: Rule
    network: str
    name: str
    tracks: dict[Operand, Track]
    memory: Memory
    version: str = ""


@dataclass(slots=True)
class _Group:
    """Cases that can be judged together: places in the list, rows in the matrix of tracks."""

    places: list[int]
    rows: list[int]
    tracks: dict[int, tuple[int, Track]]


def evaluate_many(cases: Sequence[Case], now: Instant, words: Words = PLAIN) -> list[Evaluated | None]:
    """Step every case through what it has not seen; None where nothing changed but how far it came."""
    found: list[Evaluated | None] = [None] * len(cases)
    groups: dict[tuple[str, int, int], _Group] = {}
    starts: dict[tuple[int, Instant], int] = {}
    for at, case in enumerate(cases):
        prepare(case.rule, case.memory, now, case.version)
        test = case.rule.when
        if not isinstance(test, Test) or test.condition == "rank_changes":
            found[at] = _alone(case, now, words)
            continue
        track = case.tracks[test.operand]
        came_to = case.memory.evaluated_to
        key = (id(track.ends), came_to)
        start = starts.get(key)
        if start is None:
            start = starts[key] = int(np.searchsorted(track.ends, came_to, side="right"))
        fresh = len(track.ends) - start
        if not fresh:
            if not len(track.ends) or case.rule.guards.stale_days or case.memory.silent:
                found[at] = stepped(case.rule, case.network, case.name, case.tracks, _NONE, case.memory, now, words)
            continue
        window = int(numbers_of(test)["periods"]) if CONDITIONS[test.condition].shape is Shape.WINDOW else 0
        group = groups.setdefault((test.condition, window, fresh), _Group([], [], {}))
        group.places.append(at)
        row, _track = group.tracks.setdefault(id(track), (len(group.tracks), track))
        group.rows.append(row)
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
    values, marks = _tails([track for _row, track in group.tracks.values()], fresh, fresh + window + 1)
    numbers: dict[str, list[float]] = {one.name: [] for one in CONDITIONS[condition].parameters}
    for at in group.places:
        when = cases[at].rule.when
        if isinstance(when, Test):
            for name, value in numbers_of(when).items():
                numbers[name].append(value)
    columns = {name: np.array(column)[:, None] for name, column in numbers.items()}
    rows = np.array(group.rows)
    judged = block_truth(condition, columns, values[rows], marks[rows])[:, -fresh:]
    nothing = (judged == Mark.FALSE).all(axis=1).tolist()
    for row, at in enumerate(group.places):
        case = cases[at]
        if nothing[row] and is_quiet(case.rule, case.memory) and not case.rule.guards.stale_days:
            case.memory.evaluated_to = int(next(iter(case.tracks.values())).ends[-1])
        else:
            found[at] = stepped(case.rule, case.network, case.name, case.tracks, judged[row], case.memory, now, words)


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
