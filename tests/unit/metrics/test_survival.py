"""Kaplan–Meier against lifelines and against lifetimes found by loops; the Wilson interval against SciPy."""

from __future__ import annotations

import math
import warnings

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.metrics.draws import flows, inputs_of
from tests.unit.metrics.reference import Flow, Slow
from watchlist.domain.figures import Missing
from watchlist.domain.findings import SurvivalCurve
from watchlist.metrics.catalog import compute, examine
from watchlist.metrics.intervals import ratio, wilson
from watchlist.metrics.survival import kaplan_meier, median_of

DAY = 86_400_000_000
lives = st.lists(st.tuples(st.integers(1, 30), st.booleans()), min_size=1, max_size=60)


@given(lives)
@settings(max_examples=40)
def test_curve_is_that_of_lifelines(held: list[tuple[int, bool]]) -> None:
    lifelines = pytest.importorskip("lifelines")
    longest = max(weeks for weeks, _ in held)
    lost, censored = np.zeros(longest + 1, np.int64), np.zeros(longest + 1, np.int64)
    for weeks, gone in held:
        (lost if gone else censored)[weeks] += 1
    at_risk, survival, low, high = kaplan_meier(lost, censored)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        fitter = lifelines.KaplanMeierFitter().fit([w for w, _ in held], [gone for _, gone in held])
        wanted = fitter.survival_function_at_times(range(longest + 1)).to_numpy()
        bounds = fitter.confidence_interval_survival_function_
    assert survival == pytest.approx(wanted)
    times = bounds.index.to_numpy().astype(int)
    inside = (survival[times] > 0) & (survival[times] < 1)
    assert low[times][inside] == pytest.approx(bounds.to_numpy()[inside, 0])
    assert high[times][inside] == pytest.approx(bounds.to_numpy()[inside, 1])
    assert at_risk.tolist() == [sum(weeks >= time for weeks, _ in held) for time in range(longest + 1)]
    median = fitter.median_survival_time_
    if np.abs(survival - 0.5).min() > 1e-9:  # lifelines works on logarithms and misses an exact half
        assert median_of(survival) == (None if math.isinf(median) else median)


@given(st.integers(1, 2).flatmap(lambda count: flows(streams=count)), st.integers(1, 5))
def test_lifetimes(drawn: tuple[Flow, ...], lost_after: int) -> None:
    found: SurvivalCurve = examine("survival.curve", inputs_of(drawn), lost_after=lost_after)
    wanted = Slow(drawn).lifetimes(lost_after)
    assert found.n == len(wanted)
    if not wanted:
        assert found.missing is not Missing.NONE
        return
    for week in range(len(found.weeks)):
        assert found.lost[week] == sum(weeks == week and gone for weeks, gone in wanted)
        assert found.censored[week] == sum(weeks == week and not gone for weeks, gone in wanted)
    assert found.survival[0] == 1
    assert (np.diff(found.survival) <= 0).all()
    known = ~np.isnan(found.low)
    assert (found.low[known] <= found.survival[known] + 1e-12).all()
    assert (found.high[known] >= found.survival[known] - 1e-12).all()


def test_median_lifetime() -> None:
    start = 19_723  # a Monday
    events = [(person, (start + 7 * week) * DAY) for person in range(40) for week in range(person % 4 + 1)]
    flow = Flow(tuple(events), ((start * DAY, (start + 140) * DAY),), True)
    series = compute("survival.median", inputs_of((flow,)))
    assert (series.values.tolist(), series.n.tolist(), series.enough.tolist()) == ([2.0], [40], [True])
    assert series.low[0] <= 2 <= series.high[0]
    young = Flow(flow.events, ((start * DAY, (start + 28) * DAY),), True)
    assert compute("survival.median", inputs_of((young,))).missing is Missing.NOT_ENOUGH  # nobody is lost yet
    empty = Flow((), ((start * DAY, (start + 28) * DAY),), True)
    assert compute("survival.median", inputs_of((empty,))).missing is Missing.NOT_ENOUGH


def test_default_silence_is_the_setting() -> None:
    start = 19_723
    flow = Flow(((1, start * DAY),), ((start * DAY, (start + 35) * DAY),), True)
    assert examine("survival.curve", inputs_of((flow,))).lost_after == 4
    assert examine("survival.curve", inputs_of((flow,))).lost.sum() == 1


@given(st.integers(0, 50), st.integers(1, 400))
def test_wilson(hits: int, more: int) -> None:
    stats = pytest.importorskip("scipy.stats")
    low, high = wilson(np.array([hits]), np.array([hits + more]))
    wanted = stats.binomtest(hits, hits + more).proportion_ci(0.95, method="wilson")
    assert (low[0], high[0]) == pytest.approx((wanted.low, wanted.high), abs=1e-12)


def test_nothing_to_divide_by() -> None:
    assert np.isnan(ratio(1, 0))
    assert all(np.isnan(bound).all() for bound in wilson(np.array([0]), np.array([0])))
    assert ratio([1.0, np.nan], [4, 4]).tolist()[0] == 0.25
