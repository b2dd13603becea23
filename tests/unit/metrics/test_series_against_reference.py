"""Every series of sections 2 to 4 equals its slow reference on random streams."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.metrics.draws import flows, inputs_of
from tests.unit.metrics.reference import Flow, Point, Slow, wilson
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.network import Role
from watchlist.domain.periods import Grain
from watchlist.metrics.catalog import compute, examine
from watchlist.metrics.inputs import MetricOptions

GRAINS = {Grain.WEEK: "week", Grain.MONTH: "month", Grain.ROLLING_28: "28d", Grain.DAY: "day"}


def same(found: MetricSeries, wanted: dict[int, Point], least: int = 20) -> None:
    """Compare a series with the reference, period by period."""
    if not wanted:
        assert found.missing is not Missing.NONE
        return
    assert found.periods.tolist() == sorted(wanted)
    for place, period in enumerate(found.periods.tolist()):
        point = wanted[period]
        value = float(found.values[place])
        assert (None if math.isnan(value) else pytest.approx(value, abs=1e-12)) == point.value, period
        assert bool(found.complete[place]) == point.complete, period
        assert int(found.n[place]) == point.n, period
        assert bool(found.enough[place]) == (point.n >= least), period
        if point.n and point.value is not None and not np.isnan(found.low[place]):
            low, high = wilson(round(point.value * point.n), point.n)
            assert (found.low[place], found.high[place]) == pytest.approx((max(0, low), min(1, high)), abs=1e-12)


streams_of = st.integers(1, 2).flatmap(lambda count: flows(streams=count))


@given(streams_of, st.sampled_from([Grain.WEEK, Grain.MONTH]), st.integers(1, 5), st.integers(1, 3))
def test_retention(drawn: tuple[Flow, ...], grain: Grain, age: int, together: int) -> None:
    inputs, slow, name = inputs_of(drawn), Slow(drawn), GRAINS[grain]
    same(compute("retention.on", inputs, grain, age=age), slow.retention(name, age))
    same(compute("retention.pooled", inputs, grain, age=age, cohorts=together), slow.retention(name, age, together))
    same(compute("retention.on_or_after", inputs, grain, age=age), slow.on_or_after(name, age))
    same(compute("retention.bracket", inputs, grain, from_age=1, to_age=age), slow.bracket(name, 1, age))
    same(compute("retention.bracket", inputs, grain, from_age=age, to_age=age), slow.retention_within(name, age))
    key = f"retention.{'w' if grain is Grain.WEEK else 'm'}{age}"
    same(compute(key, inputs), slow.retention(name, age))


@given(streams_of, st.sampled_from([Grain.WEEK, Grain.MONTH]))
def test_cohort_matrix(drawn: tuple[Flow, ...], grain: Grain) -> None:
    found, slow = examine("retention.matrix", inputs_of(drawn), grain), Slow(drawn)
    cells = {
        (int(cohort), age): float(found.shares[row, age])
        for row, cohort in enumerate(found.cohorts)
        for age in range(len(found.ages))
        if not np.isnan(found.shares[row, age])
    }
    assert cells == pytest.approx(slow.matrix(GRAINS[grain]))
    assert ((found.active >= 0) == ~np.isnan(found.shares)).all()
    if found.missing is Missing.NONE:
        assert found.left_out == sum(slow.age_unknown(slow.first(person)) for person in slow.days_of)


@given(streams_of, st.sampled_from([Grain.WEEK, Grain.MONTH, Grain.ROLLING_28]))
def test_growth_accounting(drawn: tuple[Flow, ...], grain: Grain) -> None:
    inputs, wanted = inputs_of(drawn), Slow(drawn).growth(GRAINS[grain])
    active = compute(f"active.{ {Grain.WEEK: 'w', Grain.MONTH: 'm'}.get(grain, '28d') }".replace(" ", ""), inputs)
    parts = {name: compute(f"growth.{name}", inputs, grain) for name in ("new", "retained", "resurrected", "churned")}
    for name, series in {
        **parts,
        "quick_ratio": compute("growth.quick_ratio", inputs, grain),
        "churn": compute("churn", inputs, grain),
    }.items():
        values = [None if math.isnan(value) else value for value in series.values.tolist()]
        assert values == pytest.approx([wanted[period][name] for period in series.periods.tolist()]), name
    new, kept, back, gone = (parts[name].values for name in ("new", "retained", "resurrected", "churned"))
    whole = ~np.isnan(back)
    assert (active.values[whole] == (new + kept + back)[whole]).all()
    change = np.diff(active.values)
    assert (change == (new + back - gone)[1:])[whole[1:]].all()


@given(streams_of)
def test_active(drawn: tuple[Flow, ...]) -> None:
    inputs, slow = inputs_of(drawn), Slow(drawn)
    for key, grain in (("d", "day"), ("w", "week"), ("m", "month"), ("28d", "28d")):
        same(compute(f"active.{key}", inputs), slow.actives(grain), least=0)


@given(streams_of, st.integers(1, 6), st.integers(1, 6))
def test_recurring(drawn: tuple[Flow, ...], k: int, m: int) -> None:
    inputs, slow = inputs_of(drawn), Slow(drawn)
    same(compute("recurring.kofm", inputs, k=k, m=m), slow.recurring(k, m) if k <= m else {})
    same(compute("recurring.3of4", inputs), slow.recurring(3, 4))
    same(compute("recurring.kofm", inputs), slow.recurring(3, 4))


@given(streams_of)
def test_habit(drawn: tuple[Flow, ...]) -> None:
    inputs, slow = inputs_of(drawn), Slow(drawn)
    same(compute("stickiness", inputs), slow.stickiness())
    same(compute("onetime.share", inputs), slow.one_time())
    same(compute("conversion.2nd", inputs), slow.conversion(2))
    same(compute("conversion.5th", inputs), slow.conversion(5))
    found, wanted = examine("active_days", inputs), slow.active_days()
    assert (found.last_day is None) == (wanted is None)
    if wanted is not None:
        assert dict(zip(found.days.tolist(), found.participants.tolist(), strict=True)) == wanted
        assert found.n == sum(wanted.values())


@given(flows(streams=2), st.frozensets(st.integers(0, 8), max_size=4))
@settings(max_examples=30)
def test_choice_and_filter(drawn: tuple[Flow, ...], out: frozenset[int]) -> None:
    inputs = inputs_of(drawn, excluded=frozenset(sorted(out)[:1]), marked=frozenset(sorted(out)[1:]))
    one, both = Slow(drawn[:1], inputs.excluded), Slow(drawn, out)
    same(compute("active.w", inputs, role=Role.CONTRIBUTOR), one.actives("week"), least=0)
    same(compute("active.w@stream:s0", inputs), one.actives("week"), least=0)
    same(compute("active.w+filtered", inputs), both.actives("week"), least=0)
    same(compute("retention.w1+filtered", inputs), both.retention("week", 1))
    same(compute("recurring.2of4+filtered", inputs), both.recurring(2, 4))
    same(compute("onetime.share+filtered", inputs), both.one_time())
    same(compute("conversion.2nd+filtered", inputs), both.conversion(2))
    cells = examine("retention.matrix+filtered", inputs)
    assert cells.variant == "filtered"
    found = examine("active_days+filtered", inputs)
    assert found.n == sum((both.active_days() or {}).values())


def test_small_cohorts_are_said_to_be_small() -> None:
    flow = Flow(tuple((person, 20_000 * 86_400_000_000) for person in range(5)), ((0, 20_100 * 86_400_000_000),), True)
    inputs = inputs_of((flow,))
    assert not compute("retention.w1", inputs).enough.any()
    assert compute("retention.w1", replace(inputs, options=MetricOptions(min_cohort=5), memo={})).enough.any()
