"""Concentration equals its definition: Nakamoto, Gini, HHI, entropy, Lorenz, for one window and for many."""

from __future__ import annotations

import math
from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from tests.unit.metrics import reference_control as slow
from tests.unit.metrics.event_networks import BEGIN, MONDAY, network
from tests.unit.metrics.reference_patterns import DAY, Event
from watchlist.domain.activity import ReadSpan
from watchlist.domain.figures import Missing
from watchlist.domain.lens_findings import ConcentrationFinding, Holdings, RewardsFinding
from watchlist.domain.network import Kind, Role, Stream, StreamKey
from watchlist.domain.periods import Grain, end_day
from watchlist.metrics import holdings as fast
from watchlist.metrics import readings
from watchlist.metrics.catalog import compute, examine
from watchlist.metrics.inputs import Choice

NAMES = ("nakamoto_33", "nakamoto_50", "nakamoto_67", "gini", "hhi", "top_1", "top_10", "effective", "evenness")
COLUMNS = {
    "nakamoto33": "nakamoto_33",
    "nakamoto50": "nakamoto_50",
    "nakamoto67": "nakamoto_67",
    "gini": "gini",
    "hhi": "hhi",
    "top1": "top_1",
    "top10": "top_10",
    "effective": "effective",
    "evenness": "evenness",
}
WEIGHTS = st.lists(st.integers(0, 50).map(float) | st.floats(0, 1e9), max_size=30)


def flat(found: Holdings) -> dict[str, float]:
    rest = (found.gini, found.hhi, found.top_1, found.top_10, found.effective, found.evenness)
    return dict(zip(("n", *NAMES), (found.n, *found.nakamoto, *rest), strict=True))


@given(st.lists(st.integers(0, 60).map(float), max_size=40))
def test_measures_of_one_window(weights: list[float]) -> None:
    found, wanted = fast.holdings(np.array(weights)), slow.measures(weights)
    assert (found is None) == (wanted is None)
    if found is not None:
        assert flat(found) == pytest.approx(wanted, abs=1e-12)


@given(WEIGHTS)
def test_measures_of_fractions(weights: list[float]) -> None:
    found, wanted = fast.holdings(np.array(weights)), slow.measures(weights)
    assert (found is None) == (wanted is None)
    if found is not None and wanted is not None:
        for name in ("n", "gini", "hhi", "top_1", "top_10", "effective", "evenness"):
            assert flat(found)[name] == pytest.approx(wanted[name], rel=1e-9, abs=1e-9)
        shares = np.array(slow.shares_of(weights))
        assert found.effective == pytest.approx(math.exp(float(stats.entropy(shares))), rel=1e-9)


def test_closed_forms() -> None:
    equal = fast.holdings(np.ones(100))
    assert equal is not None
    assert equal.nakamoto == (34, 51, 68)
    assert (equal.gini, equal.hhi, equal.evenness) == pytest.approx((0, 0.01, 1))
    one = fast.holdings(np.array([7.0]))
    assert one is not None
    assert (one.nakamoto, one.gini, one.hhi, one.top_10) == ((1, 1, 1), 0.0, 1.0, 1.0)
    ladder = fast.holdings(np.arange(1.0, 1001.0))
    assert ladder is not None
    assert ladder.gini == pytest.approx((1000 - 1) / (3 * 1000))
    assert fast.holdings(np.array([np.nan, -1.0, 0.0, np.inf])) is None
    assert fast.lorenz(np.array([0.0]))[0].tolist() == []


@given(st.lists(st.integers(1, 50).map(float), min_size=1, max_size=400))
def test_lorenz_curve_holds_the_gini(weights: list[float]) -> None:
    population, held = fast.lorenz(np.array(weights))
    assert (population[0], held[0], population[-1], held[-1]) == (0, 0, 1, pytest.approx(1))
    assert np.all(np.diff(held) > 0)
    assert np.all(held <= population + 1e-12)
    if len(weights) <= 200:
        assert 1 - 2 * np.trapezoid(held, population) == pytest.approx(slow.gini(weights), abs=1e-9)


@given(st.integers(0, 2**32 - 1), st.integers(0, 120), st.integers(1, 9), st.integers(1, 5), st.booleans())
def test_rolling_windows(seed: int, events: int, windows: int, length: int, amounts: bool) -> None:
    rng = np.random.default_rng(seed)
    who = rng.integers(-1, 9, events).astype(np.int32)
    step = rng.integers(-length - 2, windows + 3, events)
    weight = rng.choice([np.nan, -2.0, 0.0, 1.0, 2.5, 1e9], events) if amounts else None
    found = fast.rolling(who, step, weight, windows, length)
    for window in range(windows):
        held: defaultdict[int, float] = defaultdict(float)
        for place in range(events):
            if window - length < step[place] <= window and who[place] >= 0:
                add = 1.0 if weight is None else float(weight[place])
                held[int(who[place])] += max(0.0, add)
        wanted = slow.measures([float(value) for value in held.values()])
        one = found.at(window)
        assert (one is None) == (wanted is None)
        if one is not None:
            assert flat(one) == pytest.approx(wanted, rel=1e-9, abs=1e-12)


def test_large_histories_are_taken_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(1)
    who, step = rng.integers(0, 40, 5_000).astype(np.int32), np.sort(rng.integers(0, 50, 5_000))
    whole = fast.rolling(who, step, None, 50, 4)
    monkeypatch.setattr(fast, "_CELLS_AT_ONCE", 400)
    pieces = fast.rolling(who, step, None, 50, 4)
    shuffled = rng.permutation(5_000)
    monkeypatch.setattr(fast, "_CELLS_AT_ONCE", 1)
    smallest = fast.rolling(who[shuffled], step[shuffled], None, 50, 4)
    for name in ("n", *NAMES):
        assert np.array_equal(getattr(whole, name), getattr(pieces, name)), name
        assert np.array_equal(getattr(whole, name), getattr(smallest, name)), name


def test_windows_in_any_order_are_sorted_first() -> None:
    windows, weights = np.array([1, 0, 1, 0]), np.array([3.0, 1.0, 2.0, 1.0])
    found = fast.measured(windows, weights, 3)
    assert found.n.tolist() == [2, 2, 0]
    assert found.top_1.tolist() == pytest.approx([0.5, 0.6, math.nan], nan_ok=True)


def test_sums_of_keys_too_large_to_be_packed() -> None:
    keys = np.array([1 << 61, 5, 1 << 61])
    found, sums = fast._summed(keys, np.array([1.0, 2.0, 4.0]))
    assert (found.tolist(), sums.tolist()) == ([5, 1 << 61], [2.0, 5.0])
    none, nothing = fast._summed(np.empty(0, np.int64), np.empty(0))
    assert (len(none), len(nothing)) == (0, 0)


# As metrics of a network

USE = Stream(StreamKey("net", "use"), Role.USER, Kind.USE)
WORK = Stream(StreamKey("net", "work"), Role.CONTRIBUTOR, Kind.CONTRIBUTE)
PAID = Stream(StreamKey("net", "paid"), Role.HOLDER, Kind.REWARD)


def drawn(seed: int, count: int = 120, amounts: bool = True, days: int = 63) -> list[Event]:
    rng = np.random.default_rng(seed)
    return [
        Event(
            int(rng.integers(0, 12)),
            BEGIN + int(rng.integers(0, days * DAY)),
            -1,
            float(rng.integers(1, 40)) if amounts else None,
        )
        for _ in range(count)
    ]


@given(st.integers(0, 2**32 - 1), st.sampled_from([Grain.WEEK, Grain.ROLLING_28]), st.booleans(), st.booleans())
def test_series_over_time(seed: int, grain: Grain, amounts: bool, filtered: bool) -> None:
    events = drawn(seed)
    inputs = network([USE], {"use": events}, 9, excluded=frozenset({1}), marked=frozenset({2}))
    out = {1, 2} if filtered else {1}
    kept = [event for event in events if event.who not in out]
    suffix = ".amounts" if amounts else ""
    variant = "filtered" if filtered else "raw"
    found = {short: compute(f"concentration.{short}{suffix}", inputs, grain, variant=variant) for short in COLUMNS}
    assert len(found["gini"]) == (9 if grain is Grain.WEEK else 63)
    for place, period in enumerate(found["gini"].periods.tolist()):
        end = end_day(period, grain)
        wanted = slow.measures(list(slow.held_in(kept, end - 28, end, amounts).values()))
        for short, name in COLUMNS.items():
            value = float(found[short].values[place])
            assert math.isnan(value) if wanted is None else value == pytest.approx(wanted[name], abs=1e-12)
            assert found[short].n[place] == (0 if wanted is None else wanted["n"])
            assert found[short].complete[place]


def test_a_window_with_a_hole_is_not_complete() -> None:
    spans = {"use": (ReadSpan(BEGIN, BEGIN + 20 * DAY), ReadSpan(BEGIN + 22 * DAY, BEGIN + 84 * DAY))}
    found = compute("concentration.gini", network([USE], {"use": drawn(3)}, 12, spans=spans))
    assert found.complete.tolist() == [True, True] + [False] * 5 + [True] * 5


def test_the_newest_window_in_full() -> None:
    events = drawn(4)
    spans = {"use": (ReadSpan(BEGIN, BEGIN + 60 * DAY + 5),)}
    inputs = network(
        [USE], {"use": events}, spans=spans, excluded=frozenset({1, 2}), labels={1: "exchange"}, marked=frozenset({3})
    )
    found = examine("concentration.gini", inputs, variant="filtered")
    assert isinstance(found, ConcentrationFinding)
    assert (found.first_day, found.last_day) == (MONDAY + 32, MONDAY + 59)
    kept = [event for event in events if event.who not in {1, 2, 3}]
    wanted = slow.measures(list(slow.held_in(kept, MONDAY + 32, MONDAY + 60, amounts=True).values()))
    assert found.amounts.holdings is not None
    assert flat(found.amounts.holdings) == pytest.approx(wanted)
    assert found.amounts.held[-1] == pytest.approx(1)
    assert dict(found.excluded) == {"exchange": 1, "excluded by you": 1, "marked by a pattern": 1}


def test_why_there_is_no_concentration() -> None:
    mixed = network([USE, WORK], {"use": drawn(1), "work": drawn(2)})
    assert compute("concentration.gini.amounts", mixed).missing is Missing.DOES_NOT_EXIST
    assert examine("concentration.gini", mixed).amounts.missing is Missing.DOES_NOT_EXIST
    assert compute("concentration.gini.amounts@user", mixed).missing is Missing.NONE
    unread = network([USE], {}, spans={"use": ()})
    assert compute("concentration.gini", unread).missing is Missing.NOT_READ
    assert examine("concentration.gini", unread).events.missing is Missing.NOT_READ
    assert readings.reading_of(unread, Choice()).periods(Grain.WEEK).tolist() == []
    empty = examine("concentration.gini", network([USE], {}))
    assert (empty.events.holdings, empty.events.missing) == (None, Missing.NO_DENOMINATOR)
    closed = Stream(StreamKey("net", "use"), Role.USER, Kind.USE, published="not published")
    assert examine("concentration.gini", network([closed], {})).events.missing is Missing.NOT_READ


@given(st.integers(0, 2**32 - 1), st.sampled_from([Grain.WEEK, Grain.ROLLING_28]), st.booleans())
def test_rewards_against_contribution(seed: int, grain: Grain, amounts: bool) -> None:
    work, paid = drawn(seed, 60, amounts), drawn(seed + 1, 40)
    inputs = network([WORK, PAID], {"work": work, "paid": paid}, 9)
    share = compute("rewards.rewarded", inputs, grain)
    rewards = compute("rewards.gini", inputs, grain)
    contributions = compute("rewards.contributions_gini", inputs, grain)
    for place, period in enumerate(share.periods.tolist()):
        end = end_day(period, grain)
        both, all_workers = slow.rewarded(work, paid, end - 28, end)
        assert share.n[place] == all_workers
        if all_workers:
            assert share.values[place] == pytest.approx(both / all_workers)
        for series, events, weigh in ((rewards, paid, True), (contributions, work, amounts)):
            held = list(slow.held_in(events, end - 28, end, weigh).values())
            assert (
                math.isnan(series.values[place]) if not held else series.values[place] == pytest.approx(slow.gini(held))
            )
    newest = examine("rewards.gini", inputs)
    assert isinstance(newest, RewardsFinding)
    if newest.contributors:
        assert newest.rewarded_share == newest.rewarded / newest.contributors
    assert newest.rewards_gini == pytest.approx(float(rewards.values[-1]), nan_ok=True) or newest.rewards_gini is None


def test_rewards_that_are_not_there() -> None:
    inputs = network([WORK], {"work": drawn(1)})
    assert compute("rewards.gini", inputs).missing is Missing.DOES_NOT_EXIST
    assert compute("rewards.rewarded", inputs).missing is Missing.DOES_NOT_EXIST
    assert examine("rewards.gini", inputs).missing is Missing.DOES_NOT_EXIST
    nobody = network([WORK, PAID], {"work": [], "paid": []})
    found = examine("rewards.gini", nobody)
    assert (found.rewards_gini, found.contributions_gini, found.rewarded_share) == (None, None, None)
