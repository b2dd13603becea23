"""Random rules and histories for property tests."""

from __future__ import annotations

import numpy as np
from hypothesis import strategies as st

from watchlist.alerts.conditions import CONDITIONS
from watchlist.alerts.rules import (
    All,
    Any,
    Guards,
    Node,
    Not,
    Operand,
    Policy,
    Repeat,
    Rule,
    Subject,
    Test,
    Then,
    Timing,
)
from watchlist.alerts.truth import Mark, Track
from watchlist.domain.instants import DAY
from watchlist.domain.periods import Grain, period_ends

A, B = Operand(text="price.last"), Operand(text="active.d")
VALUES = st.one_of(st.integers(-3, 6).map(float), st.just(float("nan")))
MARKS = st.sampled_from([Mark.FALSE] * 8 + [Mark.NO_DATA, Mark.NOT_ENOUGH, Mark.ERROR, Mark.STALE])
POLICIES = st.sampled_from(list(Policy))


@st.composite
def tracks(draw: st.DrawFn, least: int = 0, most: int = 40) -> dict[Operand, Track]:
    """Return two operands on one axis of days, with gaps."""
    count = draw(st.integers(least, most))
    ends = period_ends(np.arange(20_000, 20_000 + count, dtype=np.int64), Grain.DAY)
    return {operand: draw(_track(ends)) for operand in (A, B)}


@st.composite
def _track(draw: st.DrawFn, ends: np.ndarray) -> Track:
    count = len(ends)
    values = np.array(draw(st.lists(VALUES, min_size=count, max_size=count)), np.float64)
    marks = np.array(draw(st.lists(MARKS, min_size=count, max_size=count)), np.int8)
    marks = np.where((marks == 0) & np.isnan(values), np.int8(Mark.NO_DATA), marks).astype(np.int8)
    ranks = np.array(draw(st.lists(st.integers(1, 5).map(float), min_size=count, max_size=count)), np.float64)
    return Track(ends, values, marks, ranks)


@st.composite
def one_test(draw: st.DrawFn) -> Test:
    """Return a test of any condition."""
    condition = CONDITIONS[draw(st.sampled_from(sorted(CONDITIONS)))]
    numbers: dict[str, float] = {}
    for one in condition.parameters:
        if one.name == "high":
            numbers["high"] = numbers["low"] + draw(st.integers(1, 4))
        elif one.name == "percent":
            numbers[one.name] = float(draw(st.integers(1, 200)))
        elif one.whole:
            numbers[one.name] = float(draw(st.integers(1, 5)))
        else:
            numbers[one.name] = float(draw(st.integers(0, 4)))
    return Test(draw(st.sampled_from([A, B])), condition.key, numbers)


NODES = st.recursive(
    one_test(),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Any(tuple(parts))),
        inner.map(Not),
        st.tuples(inner, inner, st.integers(1, 6)).map(lambda three: Then(*three)),
    ),
    max_leaves=4,
)
TIMINGS = st.builds(
    Timing,
    hold=st.integers(1, 3),
    recovery=st.one_of(st.none(), st.integers(0, 4).map(float)),
    keep_firing=st.integers(0, 2),
    repeat=st.sampled_from(list(Repeat)),
    cooldown_hours=st.sampled_from([0.0, 24.0, 60.0]),
    expires=st.one_of(st.none(), st.integers(20_005, 20_050).map(lambda day: day * DAY)),
    noisy_after=st.sampled_from([0, 2, 10]),
)
GUARDS = st.builds(Guards, no_data=POLICIES, error=POLICIES, stale=POLICIES)


def rules(nodes: st.SearchStrategy[Node] = NODES) -> st.SearchStrategy[Rule]:
    """Return rules with these trees."""
    return st.builds(
        Rule, st.just("r"), st.just("A rule"), st.just(Subject(network="n")), nodes, timing=TIMINGS, guards=GUARDS
    )
