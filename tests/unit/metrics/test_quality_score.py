"""Growth quality, hollow growth, gap and the coordination score: formulas, missing parts, breakdowns."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.metrics import reference_quality as slow
from tests.unit.metrics.event_networks import BEGIN, network
from tests.unit.metrics.reference_patterns import DAY, Event
from tests.unit.metrics.simulated_inputs import simulated
from watchlist.domain.activity import ReadSpan
from watchlist.domain.arrays import Flags
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.lens_findings import Part, QualityFinding, ScoreFinding
from watchlist.domain.network import Kind, Role, Stream, StreamKey
from watchlist.domain.pattern_findings import PatternReport
from watchlist.domain.periods import Grain
from watchlist.metrics.alignment import aligned, unit_of
from watchlist.metrics.catalog import compute, examine
from watchlist.metrics.inputs import MetricOptions, NetworkInputs
from watchlist.metrics.metric import Unit
from watchlist.metrics.patterns.entries import gap_between
from watchlist.metrics.quality import is_hollow, parts_of, quality_of
from watchlist.metrics.score import on_scale, score_of, verification_points

SHARES = st.floats(0, 1) | st.just(math.nan)
USE = Stream(StreamKey("net", "use"), Role.USER, Kind.USE)
PROOF = Stream(StreamKey("net", "proof"), Role.VALIDATOR, Kind.VERIFY, method="ZK proof", verifies=("use",))
BEAT = Stream(StreamKey("net", "beat"), Role.VALIDATOR, Kind.VERIFY, method="heartbeat")
NODES = Stream(StreamKey("net", "nodes"), Role.VALIDATOR, Kind.CONTRIBUTE)


@given(st.lists(st.tuples(SHARES, SHARES, st.floats(0, 9), SHARES, SHARES), min_size=1, max_size=9))
def test_quality_is_the_mean_of_its_five_parts(rows: list[tuple[float, float, float, float, float]]) -> None:
    columns = [np.array(column) for column in zip(*rows, strict=True)]
    parts = parts_of(columns[0], columns[1], columns[2], columns[3], columns[4])
    assert quality_of(parts).tolist() == pytest.approx([slow.quality(*row) for row in rows], nan_ok=True)


@given(st.lists(st.tuples(st.integers(0, 9).map(float) | st.just(math.nan), SHARES), max_size=30))
def test_hollow_growth(rows: list[tuple[float, float]]) -> None:
    active, recurring = [row[0] for row in rows], [row[1] for row in rows]
    found = is_hollow(np.array(active), np.array(recurring))
    assert found.tolist() == pytest.approx(slow.hollow(active, recurring), nan_ok=True)


def test_hollow_growth_starts_at_a_rise_of_a_fifth() -> None:
    recurring = np.linspace(0.5, 0.4, 9)
    for last, hollow in ((120.0, 1.0), (119.0, 0.0)):
        assert is_hollow(np.array([100.0, *[1.0] * 7, last]), recurring)[-1] == hollow
    assert is_hollow(np.array([100.0, *[1.0] * 7, 300.0]), recurring[::-1])[-1] == 0.0


@given(st.lists(st.floats(0, 1.5), max_size=20))
def test_the_scale_of_shares(shares: list[float]) -> None:
    assert on_scale(np.array(shares)).tolist() == pytest.approx([slow.points(share) for share in shares])
    assert on_scale(np.array([0, 0.1, 0.25, 0.5, 0.8, 1.0])).tolist() == [0, 25, 50, 80, 100, 100]
    assert math.isnan(on_scale(np.array([math.nan]))[0])


PILLARS = st.lists(st.floats(0, 100) | st.just(math.nan) | st.just(0.0), min_size=4, max_size=4)


@given(PILLARS, st.lists(st.floats(0.01, 10) | st.just(0.0), min_size=4, max_size=4))
def test_the_score_is_a_weighted_geometric_mean(pillars: list[float], weights: list[float]) -> None:
    found = score_of([np.array([pillar]) for pillar in pillars], tuple(weights))
    assert found[0] == pytest.approx(slow.score(pillars, weights), nan_ok=True, abs=1e-9)


def test_the_verification_pillar_takes_what_is_published() -> None:
    rate, alive = np.array([0.5, 1.7, math.nan, 0.5, math.nan]), np.array([0.8, 0.5, 0.8, math.nan, math.nan])
    assert verification_points(rate, alive).tolist() == pytest.approx([40, 50, 80, 50, math.nan], nan_ok=True)


@given(st.lists(st.tuples(st.integers(0, 5).map(float) | st.just(math.nan), st.floats(0, 5)), max_size=9))
def test_the_gap(rows: list[tuple[float, float]]) -> None:
    raw, filtered = np.array([row[0] for row in rows]), np.array([row[1] for row in rows])
    wanted = [1 - f / r if r > 0 else math.nan for r, f in rows]
    assert gap_between(raw, filtered).tolist() == pytest.approx(wanted, nan_ok=True)


def weekly(values: list[float], first: int, complete: list[bool] | None = None) -> MetricSeries:
    flags: Flags = np.array(complete or [True] * len(values))
    nothing = np.full(len(values), np.nan)
    periods = np.arange(first, first + len(values), dtype=np.int64)
    count = np.zeros(len(values), np.int64)
    ones = np.ones(len(values), np.bool_)
    return MetricSeries(
        "net", "m", Grain.WEEK, periods, np.array(values, np.float64), nothing, nothing.copy(), count, flags, ones
    )


def test_alignment_never_calls_a_period_complete_that_one_series_has_not_reached() -> None:
    both = aligned([weekly([1, 2, 3], 10), weekly([5, 6], 9, [True, False])])
    assert both.periods.tolist() == [9, 10, 11, 12]
    assert both.values[0].tolist() == pytest.approx([math.nan, 1, 2, 3], nan_ok=True)
    assert both.complete.tolist() == [True, False, False, False]
    assert both.present[1].tolist() == [True, True, False, False]
    assert len(aligned([weekly([], 0)]).periods) == 0
    assert unit_of("active.w@user") is Unit.PARTICIPANTS


# On networks


def honest(weeks: int = 16) -> NetworkInputs:
    rng = np.random.default_rng(3)
    uses: list[Event] = []
    proofs: list[Event] = []
    beats: list[Event] = []
    for week in range(weeks):
        for who in range(10 + week):
            uses += [Event(who, BEGIN + (week * 7 + int(day)) * DAY + who) for day in rng.integers(0, 7, 2)]
        uses += [Event(1000 + week * 5 + n, BEGIN + (week * 7 + 3) * DAY + n) for n in range(5)]
    proofs += [Event(500 + use.who % 3, use.at) for use in uses[::2]]
    nodes = [Event(500 + n, BEGIN + n) for n in range(4)]
    for week in range(weeks):
        beats += [Event(500 + n, BEGIN + week * 7 * DAY + n) for n in range(3)]
    events = {"use": uses, "proof": proofs, "beat": beats, "nodes": nodes}
    return network([USE, PROOF, BEAT, NODES], events, weeks, marked=frozenset({3}))


def test_a_score_and_its_breakdown_agree() -> None:
    inputs = honest()
    for variant in ("raw", "filtered"):
        score = compute("score", inputs, variant=variant)
        found = examine("score", inputs, variant=variant)
        assert isinstance(found, ScoreFinding)
        at = score.newest()
        assert at is not None
        assert found.period == score.periods[at]
        assert found.value == pytest.approx(score.values[at])
        points = [part.points if part.points is not None else math.nan for part in found.pillars]
        assert found.value == pytest.approx(slow.score(points, [1, 1, 1, 1]))
        assert found.note.endswith("not advice to buy or sell.")
    pillars = {part.key: part for part in examine("score", inputs).pillars}
    assert pillars["verification"].note == "verification rate × verifiers alive"
    assert pillars["verification"].value == pytest.approx(0.5 * 0.75, abs=0.05)


def test_the_users_weights_count() -> None:
    inputs = honest()
    heavy = replace(inputs, options=MetricOptions(weights=(0.0, 1.0, 0.0, 0.0)), memo={})
    assert examine("score", heavy).value is None  # one pillar is no score
    own = replace(inputs, options=MetricOptions(weights=(3.0, 1.0, 1.0, 0.0)), memo={})
    found = examine("score", own)
    points = [part.points for part in found.pillars]
    assert found.value == pytest.approx(slow.score(points, [3, 1, 1, 0]))
    assert [part.weight for part in found.pillars] == [3, 1, 1, 0]


@pytest.mark.parametrize(
    ("streams", "note"),
    [
        ([USE, PROOF], "verification rate alone: liveness is not published"),
        ([USE, BEAT, NODES], "verifiers alive alone: no verification rate is published"),
        ([USE], ""),
    ],
)
def test_what_is_not_published_is_said(streams: list[Stream], note: str) -> None:
    whole = honest()
    kept = tuple(one for one in whole.streams if one.stream in streams)
    found = examine("score", replace(whole, streams=kept, memo={}))
    pillars = {part.key: part for part in found.pillars}
    assert pillars["verification"].note == note
    assert (pillars["verification"].points is None) == (note == "")
    assert pillars["verification"].missing is (Missing.NONE if note else Missing.NOT_PUBLISHED)
    assert found.value is not None  # three pillars are left


def test_two_pillars_are_no_score() -> None:
    whole = honest(6)  # too young for growth quality, and without verification
    young = replace(whole, streams=whole.streams[:1], memo={})
    assert np.isnan(compute("score", young).values).all()
    found = examine("score", young)
    assert found.value is None
    assert [part.points is None for part in found.pillars] == [False, True, False, True]
    unread = network([USE], {}, spans={"use": ()})
    assert compute("score", unread).missing is Missing.NOT_READ
    empty = network([USE], {}, spans={"use": (ReadSpan(BEGIN, BEGIN + DAY),)})
    assert np.isnan(compute("score", empty).values).all()
    assert examine("score", empty).value is None


def test_quality_and_its_parts_agree() -> None:
    inputs = honest()
    quality, found = compute("quality", inputs), examine("quality", inputs)
    assert isinstance(found, QualityFinding)
    at = quality.newest()
    assert at is not None
    assert found.period == quality.periods[at]
    assert found.value == pytest.approx(quality.values[at])
    values = [part.value if part.value is not None else math.nan for part in found.parts]
    assert found.value == pytest.approx(slow.quality(*values))
    assert sum(part.points or 0 for part in found.parts) / 5 == pytest.approx(found.value)
    assert found.hollow is not None
    assert (
        "lockstep",
        "proof",
        "sent by machines on purpose: an even rhythm and equal days say nothing",
    ) in found.unchecked
    gap = compute("gap", inputs)
    raw, filtered = compute("active.w", inputs), compute("active.w", inputs, variant="filtered")
    assert gap.values.tolist() == pytest.approx((1 - filtered.values / raw.values).tolist())
    assert compute("patterns", inputs).values.tolist() == pytest.approx(gap.values.tolist())
    assert isinstance(examine("patterns", inputs), PatternReport)


def test_a_missing_part_is_named_and_never_zero() -> None:
    found = examine("quality", honest(6))
    assert found.value is None
    parts: dict[str, Part] = {part.key: part for part in found.parts}
    assert parts["one_time"].value is None
    assert parts["one_time"].missing is Missing.NOT_ENOUGH
    assert parts["evenness"].value is not None
    assert found.hollow is None
    assert compute("quality", honest(6)).missing is Missing.NOT_ENOUGH
    nothing = network([USE], {}, spans={"use": (ReadSpan(BEGIN, BEGIN + DAY),)})
    assert examine("quality", nothing).period is None
    assert compute("gap.retention.w4", nothing).missing is not Missing.NONE
    assert compute("hollow", nothing).missing is not Missing.NONE


def test_the_farmed_network_shows_its_gap_and_the_organic_one_none() -> None:
    farmed, organic = simulated("sim-mirage", 1707).inputs, simulated("sim-orchard", 1707, 0.3).inputs
    farmed_gap, organic_gap = compute("gap", farmed), compute("gap", organic)
    assert farmed_gap.values[farmed_gap.newest() or 0] > 0.5
    assert abs(organic_gap.values[organic_gap.newest() or 0]) < 0.05
    assert (examine("quality", organic).value or 0) > (examine("quality", farmed).value or 0)
    assert (examine("score", organic).value or 0) > (examine("score", farmed).value or 0)
    assert np.nanmax(compute("hollow", farmed).values) == 1.0
