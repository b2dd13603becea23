"""Complete periods, known ages and the horizon of streams, by example."""

from __future__ import annotations

import numpy as np

from watchlist.domain.activity import ReadSpan
from watchlist.domain.instants import DAY
from watchlist.domain.periods import Grain
from watchlist.metrics.coverage import Coverage

START = 19_723  # Monday 2024-01-01


def spans(*pairs: tuple[int, int]) -> list[ReadSpan]:
    return [ReadSpan((START + low) * DAY, (START + high) * DAY) for low, high in pairs]


def test_the_horizon_is_the_smallest_end() -> None:
    coverage = Coverage.of([(spans((0, 100)), True), (spans((0, 40)), True)])
    assert coverage.horizon == (START + 40) * DAY
    weeks = np.arange(2818, 2818 + 15)
    assert coverage.complete(weeks, Grain.WEEK).tolist() == [True] * 5 + [False] * 10
    assert coverage.touched(weeks, Grain.WEEK).tolist() == [True] * 15


def test_a_stream_without_spans_completes_nothing() -> None:
    coverage = Coverage.of([(spans((0, 100)), True), ([], True)])
    assert coverage.horizon is None
    assert not coverage.complete(np.array([2818]), Grain.WEEK).any()
    assert not coverage.ages_known(np.array([START], np.int32)).any()
    assert Coverage.of([]).start is None
    assert not Coverage().touched(np.array([1]), Grain.DAY).any()


def test_ages() -> None:
    coverage = Coverage.of([(spans((0, 50), (60, 200)), False)])
    days = np.array([START - 5, START + 27, START + 28, START + 49, START + 50, START + 87, START + 88], np.int32)
    assert coverage.ages_known(days).tolist() == [False, False, True, True, False, False, True]
    genesis = Coverage.of([(spans((0, 50)), True)])
    assert genesis.ages_known(days).all()
    assert genesis.newcomers_known(np.array([2818]), Grain.WEEK).all()


def test_a_hole_ends_a_stretch_and_touching_spans_do_not() -> None:
    coverage = Coverage.of([(spans((0, 10), (10, 30), (31, 50)), True)])
    days = np.arange(START + 28, START + 33)
    assert coverage.complete(days, Grain.DAY).tolist() == [True, True, False, True, True]
    assert coverage.touched(days, Grain.DAY).tolist() == [True, True, False, True, True]
