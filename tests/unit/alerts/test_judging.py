"""Rules against a slow reference: truth, firings, restarts, re-deliveries, batches and the back-test."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.alerts import slow
from tests.unit.alerts.given import NODES, A, one_test, rules, tracks
from watchlist.alerts import rules as kinds
from watchlist.alerts.backtest import past_steps
from watchlist.alerts.batch import Case, evaluate_many, plan_of
from watchlist.alerts.evaluation import evaluate, pack, unpack
from watchlist.alerts.machine import Memory
from watchlist.alerts.rules import Node, Operand, Rule, Subject, Timing
from watchlist.alerts.truth import Track, truth
from watchlist.domain.instants import DAY
from watchlist.domain.periods import Grain, period_ends

Tracks = dict[Operand, Track]
NOW = 21_000 * DAY


def cut(given_tracks: Tracks, count: int) -> Tracks:
    """Return the same operands as they were when fewer periods had ended."""
    return {
        operand: Track(
            one.ends[:count], one.values[:count], one.marks[:count], None if one.ranks is None else one.ranks[:count]
        )
        for operand, one in given_tracks.items()
    }


def fired_ids(rule: Rule, given_tracks: Tracks) -> list[str]:
    return [one.id for one in evaluate(rule, "n", "N", given_tracks, Memory(), NOW).firings]


@given(NODES, tracks())
@settings(max_examples=50)
def test_truth_is_what_it_says(node: Node, given_tracks: Tracks) -> None:
    count = len(given_tracks[A].ends)
    if count:
        found = truth(node, given_tracks, count).tolist()
        assert found == [slow.judge(node, given_tracks, at) for at in range(count)]


@given(rules(), tracks(least=1))
@settings(max_examples=50)
def test_firings_are_those_of_the_slow_reference(rule: Rule, given_tracks: Tracks) -> None:
    done = evaluate(rule, "n", "N", given_tracks, Memory(), NOW)
    fired, over = slow.fire(rule, given_tracks)
    assert [one.came_true for one in done.firings if one.values] == fired
    assert list(done.recovered) == over


@given(rules(), tracks(least=2), st.lists(st.integers(0, 40), max_size=6))
@settings(max_examples=60)
def test_restarts_and_repeats_change_nothing(rule: Rule, given_tracks: Tracks, stops: list[int]) -> None:
    memory = Memory()
    ids: list[str] = []
    count = len(given_tracks[A].ends)
    for stop in [*sorted(min(one, count) for one in stops), count, count]:
        memory = unpack(pack(memory))  # a restart
        part = cut(given_tracks, stop)
        ids += [one.id for one in evaluate(rule, "n", "N", part, memory, NOW).firings if one.values]
    assert ids == [one.id for one in evaluate(rule, "n", "N", given_tracks, Memory(), NOW).firings if one.values]
    assert len(set(ids)) == len(ids)


@given(st.lists(rules(st.one_of(one_test(), NODES)), min_size=1, max_size=8), tracks(least=1), st.data())
@settings(max_examples=50)
def test_many_at_once_is_each_by_itself(many: list[Rule], given_tracks: Tracks, data: st.DataObject) -> None:
    alone = [Memory() for _ in many]
    together = [Memory() for _ in many]
    count = len(given_tracks[A].ends)
    for stop in sorted({data.draw(st.integers(0, count)), data.draw(st.integers(0, count)), count}):
        part = cut(given_tracks, stop)
        cases = [Case(rule, "n", "N", part, memory, plan_of(rule)) for rule, memory in zip(many, together, strict=True)]
        found = evaluate_many(cases, NOW)
        for rule, memory, done, other in zip(many, alone, found, together, strict=True):
            expected = evaluate(rule, "n", "N", part, memory, NOW)
            assert (done.firings if done else ()) == expected.firings
            assert (done.recovered if done else ()) == expected.recovered
            assert pack(other) == pack(memory)


@given(rules(), tracks(least=1))
@settings(max_examples=50)
def test_the_back_test_is_the_live_run(rule: Rule, given_tracks: Tracks) -> None:
    steps, _marks = past_steps(rule, given_tracks)
    free = Rule(
        rule.id, rule.title, rule.subject, rule.when, _unlimited(rule.timing), rule.guards, created=rule.created
    )
    live = evaluate(free, "n", "N", given_tracks, Memory(), NOW)
    assert [step.at for step in steps if step.what == "fired"] == [one.came_true for one in live.firings if one.values]


def _unlimited(timing: Timing) -> Timing:
    return Timing(
        timing.grain,
        timing.closed_only,
        timing.hold,
        timing.recovery,
        timing.keep_firing,
        timing.repeat,
        timing.cooldown_hours,
        noisy_after=0,
    )


@given(st.lists(st.floats(20.5, 29.5), min_size=1, max_size=60))
def test_no_oscillation_inside_the_band_fires_twice(inside: list[float]) -> None:
    values = np.array([35.0, 19.0, *inside])
    ends = period_ends(np.arange(20_000, 20_000 + len(values), dtype=np.int64), Grain.DAY)
    track = Track(ends, values, np.zeros(len(values), np.int8))
    rule = Rule("r", "R", Subject(network="n"), kinds.Test(A, "less", {"level": 25.0}), Timing(recovery=30.0))
    assert len(fired_ids(rule, {A: track})) == 1
