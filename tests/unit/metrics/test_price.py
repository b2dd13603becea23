"""Price metrics, checks, divergence, lead and lag: against loops, closed forms and what they must not do."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from tests.unit.metrics import reference_price as slow
from tests.unit.metrics.event_networks import BEGIN, MONDAY, NET, network, points
from tests.unit.metrics.reference_patterns import DAY, Event
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.instants import HOUR
from watchlist.domain.lens_findings import DivergenceFinding, LeadLagFinding
from watchlist.domain.network import Kind, Role, SeriesKey, Stream, StreamKey
from watchlist.domain.periods import Grain
from watchlist.domain.series import Points
from watchlist.metrics import divergence, leadlag, price
from watchlist.metrics.catalog import compute, examine
from watchlist.metrics.inputs import NetworkInputs
from watchlist.metrics.price_checks import disputes, outliers

PRICES = st.lists(st.floats(0.01, 1e4) | st.just(math.nan), max_size=80)
USE = Stream(StreamKey(NET, "use"), Role.USER, Kind.USE)


def same(found: np.ndarray, wanted: list[float]) -> None:
    assert found.tolist() == pytest.approx(wanted, nan_ok=True, rel=1e-7, abs=1e-9)


@given(PRICES, st.integers(1, 30))
def test_arrays_equal_the_loops(values: list[float], days: int) -> None:
    array = np.array(values, np.float64)
    same(price.growth_of_one(array), slow.growth(values))
    same(price.drawdown(array), slow.drawdown(values))
    same(price.change(array, days), slow.change(values, days))
    same(price.moving_average(array, days), slow.moving_average(values, days))
    same(price.log_price(array), [math.log(value) for value in values])
    if values and days > 2:
        found, wanted = price.volatility(array, days), slow.volatility(values, days)
        assert found.tolist() == pytest.approx(wanted, nan_ok=True, rel=1e-6, abs=1e-6)


@given(PRICES, st.integers(1, 5), st.integers(2, 12))
def test_divergence_looks_back_only(values: list[float], steps: int, window: int) -> None:
    changes = divergence.log_change(np.array(values, np.float64), steps)
    same(changes, slow.log_change(values, steps))
    scores = divergence.modified_z(changes, window)
    same(scores, slow.modified_z(changes.tolist(), window))
    if len(values) > 3:  # cutting the future off changes nothing that was there
        assert np.array_equal(divergence.modified_z(changes[:-2], window), scores[:-2], equal_nan=True)


def test_daily_values_are_the_last_of_each_day() -> None:
    instants = np.array([0, 5, DAY - 1, DAY * 3, DAY * 3 + 7], np.int64) + BEGIN
    given_points = replace(
        points("price.usd", [1.0] * 5),
        instants=instants,
        values=np.array([1.0, 2.0, 3.0, 4.0, 5.0]),
        disputed=np.array([True, False, True, False, False]),
        learnt_at=np.full(5, BEGIN + 4 * DAY - 1),
    )
    found = price.closes(given_points)
    assert found.days.tolist() == [MONDAY, MONDAY + 1, MONDAY + 2, MONDAY + 3]
    same(found.values, [3.0, math.nan, math.nan, 5.0])
    assert found.settled.tolist() == [False, True, True, True]
    assert found.complete.tolist() == [True, True, True, False]
    late = replace(given_points, learnt_at=np.full(5, BEGIN + 4 * DAY))
    assert price.closes(late).complete[-1]
    unfinished = replace(late, final=np.array([True, True, True, True, False]))
    assert not price.closes(unfinished).complete[-1]


def priced(values: list[float], **more: Points) -> NetworkInputs:
    return NetworkInputs(NET, points={"price.usd": points("price.usd", values), **more})


def test_the_entries_of_the_catalog() -> None:
    rng = np.random.default_rng(2)
    values = np.exp(np.cumsum(rng.normal(0, 0.05, 260))).tolist()
    inputs = priced(values)
    wanted = {
        "price.last": values,
        "price.growth": slow.growth(values),
        "price.log": [math.log(value) for value in values],
        "price.drawdown": slow.drawdown(values),
        "price.volatility.28d": slow.volatility(values, 28),
        **{f"price.ma.{days}d": slow.moving_average(values, days) for days in (7, 28, 90, 200)},
        "price.change.24h": slow.change(values, 1),
        **{f"price.change.{days}d": slow.change(values, days) for days in (7, 28, 30)},
    }
    for key, expected in wanted.items():
        found = compute(key, inputs)
        same(found.values, expected)
        assert found.complete.all()
        assert found.grain is Grain.DAY
    assert compute("volume.last", inputs).missing is Missing.NOT_READ
    empty = NetworkInputs(NET, points={"price.usd": Points.none(SeriesKey(NET, "price.usd"))})
    assert compute("price.last", empty).missing is Missing.NOT_READ


def test_the_newest_price_is_that_of_its_instant() -> None:
    figures = price.spot_figures(priced([1.0] * 40 + [2.0, math.nan, 3.0]))
    assert figures["price.last"].value == 3.0
    assert figures["price.last"].as_of == BEGIN + 42 * DAY + DAY // 2
    assert figures["price.change.24h"].missing is Missing.NOT_ENOUGH  # the day before has no price
    assert figures["price.change.7d"].value == 2.0
    assert figures["price.change.30d"].value == 2.0
    doubtful = points("price.usd", [1.0, 1.0])
    doubtful = replace(doubtful, disputed=np.array([False, True]))
    found = price.spot_figures(NetworkInputs(NET, points={"price.usd": doubtful}))
    assert (found["price.change.24h"].enough, found["price.last"].missing) == (False, Missing.DISPUTED)
    assert price.spot_figures(NetworkInputs(NET)) == {}
    assert price.spot_figures(NetworkInputs(NET, points={"price.usd": Points.none(SeriesKey(NET, "x"))})) == {}


# What looks wrong


def checked(values: list[float], now: int = 10**15, before: list[float] | None = None) -> list[tuple[int, str]]:
    instants = BEGIN + np.arange(len(values)) * DAY
    return outliers(instants, np.array(values), now + BEGIN, None if before is None else np.array(before))


def test_outliers_have_reasons() -> None:
    assert checked([1.0, math.nan, 0.0, -1.0, math.inf]) == [
        (1, "not a number"),
        (2, "a price of zero"),
        (3, "a negative price"),
        (4, "not a number"),
    ]
    assert checked([1.0, 1.0], now=DAY // 2) == [(1, "its time lies in the future")]
    assert checked([1.0, 1.1, 0.9, 1.0, 1.0, 12.0, 1.0, 1.0]) == [(5, "12 times above the points before it")]
    assert checked([0.05], before=[1.0] * 5) == [(0, "20 times below the points before it")]
    assert checked([12.0]) == []  # nothing to compare with
    assert checked([12.0, 13.0, 11.0], before=[1.0] * 9) == []  # the next two confirm the new level
    assert checked([12.0, 13.0, 11.0, 1.0], before=[1.0] * 9) == [(3, "12 times below the points before it")]
    assert checked([12.0, 13.0, 1.0], before=[1.0] * 9) == [
        (0, "12 times above the points before it"),
        (1, "13 times above the points before it"),
    ]
    assert checked([12.0, math.nan, 13.0], before=[1.0] * 9)[0][0] == 0


def test_disputes_are_of_the_same_time_only() -> None:
    ours = np.array([0, HOUR, 2 * HOUR, 9 * HOUR], np.int64)
    theirs = np.array([60, HOUR - 60, 2 * HOUR + 60, 20 * HOUR], np.int64)
    found = disputes(ours, np.array([100.0, 100.0, 100.0, 100.0]), theirs, np.array([104.9, 105.1, 95.0, 1.0]))
    assert found.tolist() == [False, True, True, False]
    assert disputes(ours, np.ones(4), theirs[:0], np.empty(0)).tolist() == [False] * 4
    assert disputes(ours[:0], np.empty(0), theirs, np.ones(4)).tolist() == []


# Divergence as a metric


def busy(days: int, seed: int = 5) -> NetworkInputs:
    rng = np.random.default_rng(seed)
    events = [
        Event(int(rng.integers(0, 400)), BEGIN + day * DAY + place)
        for day in range(days)
        for place in range(int(rng.integers(5, 25)))
    ]
    steady = np.exp(np.cumsum(rng.normal(0, 0.03, days)))
    steady[-20:] *= np.exp(np.linspace(0, 3, 20))  # price runs away at the end
    made = network([USE], {"use": events}, days // 7)
    return replace(made, points={"price.usd": points("price.usd", steady.tolist())})


@pytest.mark.parametrize(("metric", "grain"), [("active.w", Grain.WEEK), ("active.28d", Grain.ROLLING_28)])
def test_divergence_of_price_and_participation(metric: str, grain: Grain) -> None:
    inputs = busy(420)
    found = compute("divergence", inputs, metric=metric)
    active, last = compute(metric, inputs), compute("price.last", inputs)
    prices = dict(zip(last.periods.tolist(), last.values.tolist(), strict=True))
    step = 7 if grain is Grain.WEEK else 1
    own = [prices.get(int(period) * 7 - 3 + 6 if step == 7 else int(period), math.nan) for period in active.periods]
    ahead = np.array(slow.log_change(own, 28 // step)) - slow.log_change(active.values.tolist(), 28 // step)
    wanted = slow.modified_z(ahead.tolist(), math.ceil(180 / step))
    assert found.grain is grain
    same(found.values[: len(wanted)], wanted)
    marked = examine("divergence", inputs, metric=metric)
    assert isinstance(marked, DivergenceFinding)
    assert marked.marks[-1] == 1
    assert set(marked.marks.tolist()) <= {-1, 0, 1}


def test_divergence_needs_both_sides() -> None:
    inputs = busy(60)
    assert compute("divergence", inputs, metric="active.m").missing is Missing.NOT_ENOUGH
    assert compute("divergence", replace(inputs, points={}, memo={})).missing is Missing.NOT_READ
    none = replace(inputs, points={"price.usd": Points.none(SeriesKey(NET, "price.usd"))}, memo={})
    assert compute("divergence", none).missing is Missing.NOT_READ
    other = compute("divergence", inputs, metric="active.w@user+filtered")
    assert len(other)


# Lead and lag


@given(st.integers(0, 2**32 - 1), st.integers(10, 60))
def test_shifted_correlations_equal_rolling(seed: int, n: int) -> None:
    rng = np.random.default_rng(seed)
    x, y = rng.normal(size=n), rng.normal(size=n)
    wanted = [slow.correlation(x.tolist(), np.roll(y, shift).tolist()) for shift in range(1, n)]
    assert leadlag.shifted(x, y).tolist() == pytest.approx(wanted, abs=1e-9)
    assert leadlag.correlation(x, y) == pytest.approx(float(stats.pearsonr(x, y).statistic))


def test_a_metric_that_leads_by_two_weeks_is_found_there() -> None:
    rng = np.random.default_rng(8)
    metric = rng.normal(size=120)
    market = np.roll(metric, 2) + 0.3 * rng.normal(size=120)
    market[:2] = math.nan
    common, lags = leadlag.lag_table(metric, market)
    assert common == 118
    best = max(lags, key=lambda lag: abs(lag.correlation or 0))
    assert best.weeks == 2
    assert best.p_value == pytest.approx(1 / 1001)
    assert [lag.weeks for lag in lags] == list(range(-8, 9))
    assert lags == leadlag.lag_table(metric, market)[1]  # the same draws every time
    at_zero = lags[8]
    draws = np.random.default_rng((9_180, 8)).integers(0, at_zero.n - 1, 1_000) + 1
    x, y = metric[2:].tolist(), market[2:].tolist()
    assert at_zero.p_value == pytest.approx(slow.p_value(x, y, draws.tolist()))
    assert lags[10].n == 118
    assert lags[6].n == 116


def test_too_few_weeks_or_no_movement_show_nothing() -> None:
    assert leadlag.lag_table(np.ones(25), np.ones(25)) == (25, ())
    common, lags = leadlag.lag_table(np.ones(40), np.arange(40.0))
    assert common == 40
    assert {lag.correlation for lag in lags} == {None}
    gaps = np.full(70, math.nan)
    gaps[:26] = np.arange(26.0)
    assert leadlag.lag_table(gaps, np.arange(70.0))[1][0].n == 18


@given(st.lists(st.floats(-5, 5, allow_subnormal=False, width=32) | st.just(math.nan), max_size=20), st.booleans())
def test_weekly_changes(values: list[float], logs: bool) -> None:
    found = leadlag.weekly_changes(np.array(values, np.float64), logs=logs)
    wanted = slow.log_change(values, 1) if logs else [b - a for a, b in zip([math.nan, *values], values, strict=False)]
    same(found, wanted)


def test_lead_and_lag_of_a_network() -> None:
    inputs = busy(420)
    found = examine("leadlag", inputs)
    assert isinstance(found, LeadLagFinding)
    assert (found.metric, found.common_weeks, found.shifts) == ("active.w", 59, 1000)
    assert len(found.lags) == 17
    share = examine("leadlag", inputs, metric="retention.w4")
    assert share.common_weeks < found.common_weeks
    assert examine("leadlag", busy(140)).missing is Missing.NOT_ENOUGH
    assert examine("leadlag", inputs, metric="active.m").missing is Missing.NOT_ENOUGH
    assert examine("leadlag", replace(inputs, points={}, memo={})).missing is Missing.NOT_READ
    assert examine("leadlag", inputs, metric="active.w@stream:use").metric == "active.w@stream:use"


def test_a_series_that_has_gaps_keeps_them() -> None:
    values = [1.0] * 30
    values[10] = math.nan
    found = compute("price.last", priced(values))
    assert isinstance(found, MetricSeries)
    assert math.isnan(found.values[10])
    assert np.isnan(compute("price.change.7d", priced(values)).values[[10, 17]]).all()
