"""Which source counts, and what two sources dispute."""

from __future__ import annotations

import numpy as np

from watchlist.domain.instants import DAY, HOUR
from watchlist.store.judging import best_of, disputed


def judge(rows: list[tuple[int, int, float]], manual: int | None = None, final: bool = True) -> list[bool]:
    instants, sources, values = (np.array(column) for column in zip(*rows, strict=True))
    return [bool(one) for one in disputed(instants, sources, values.astype(float), np.full(len(rows), final), manual)]


def test_the_lowest_rank_counts_at_each_instant() -> None:
    instants, sources = np.array([5, 1, 5, 1, 9]), np.array([0, 0, 1, 2, 2])
    assert best_of(instants, sources, {1: 0, 2: 1, 0: 2}).tolist() == [False, False, True, True, True]
    assert best_of(np.empty(0, np.int64), np.empty(0, np.int64), {}).tolist() == []


def test_the_same_hour_is_compared() -> None:
    assert judge([(0, 0, 100.0), (HOUR - 1, 1, 106.0)]) == [True, True]
    assert judge([(0, 0, 100.0), (HOUR, 1, 106.0), (2 * HOUR, 0, 100.0), (3 * HOUR, 1, 1.0)]) == [False] * 4


def test_daily_values_of_the_same_day_are_compared() -> None:
    assert judge([(0, 0, 100.0), (DAY - 1, 1, 106.0)]) == [True, True]
    assert judge([(0, 0, 100.0), (DAY - 1, 1, 104.0)]) == [False, False]
    assert judge([(0, 0, 100.0), (DAY - 1, 1, 106.0)], final=False) == [False, False]


def test_by_hand_is_in_no_dispute() -> None:
    assert judge([(0, 0, 100.0), (1, 1, 200.0)], manual=1) == [False, False]
    assert judge([(0, 0, 100.0), (1, 1, 200.0), (2, 2, 100.0)], manual=1) == [False, False, False]


def test_nothing_and_zero() -> None:
    assert judge([(0, 0, 0.0), (1, 1, 0.0)]) == [False, False]
    assert judge([(0, 0, 0.0), (1, 1, 0.01)]) == [True, True]
    assert judge([(0, 0, 1.0), (1, 0, 99.0)]) == [False, False]
