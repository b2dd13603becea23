"""The pyramid keeps every extreme, every gap and every isolated point, at every zoom."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.ui.chart.pyramid import SMALL, Pyramid


def curve(seed: int, count: int, holes: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    steps = np.where(rng.random(count) < holes / count, 5000.0, 1.0 + rng.random(count) * 0.5)
    return np.cumsum(steps), np.cumsum(rng.normal(0, 1, count))


@settings(max_examples=40)
@given(
    seed=st.integers(0, 10_000),
    count=st.integers(3, 40_000),
    holes=st.integers(0, 12),
    left=st.floats(0, 1),
    width=st.floats(0.001, 1),
    columns=st.integers(50, 1200),
)
def test_cut_keeps_extremes_and_invents_nothing(
    seed: int, count: int, holes: int, left: float, width: float, columns: int
) -> None:
    x, y = curve(seed, count, holes)
    pyramid = Pyramid.built(x, y, 10.0)
    start = x[0] + left * (x[-1] - x[0])
    end = start + width * (x[-1] - x[0])
    cut = pyramid.cut(start, end, columns)
    inside = (x >= start) & (x <= end)
    assert np.isin(cut.y, y).all()
    assert (np.diff(cut.x) >= 0).all()
    if inside.any():
        assert cut.y.min() <= y[inside].min()
        assert cut.y.max() >= y[inside].max()
        near = (x >= start - 8 * (end - start) / columns) & (x <= end + 8 * (end - start) / columns)
        first, last = np.flatnonzero(near)[[0, -1]]
        allowed = y[max(0, first - 1) : last + 2]
        assert cut.y.min() >= allowed.min()
        assert cut.y.max() <= allowed.max()
    assert len(cut.x) <= max(SMALL + 2, 12 * columns + 50 * (holes + 1))


@settings(max_examples=40)
@given(seed=st.integers(0, 10_000), count=st.integers(5000, 60_000), holes=st.integers(1, 6))
def test_gap_wider_than_a_few_columns_breaks_the_line(seed: int, count: int, holes: int) -> None:
    x, y = curve(seed, count, holes)
    pyramid = Pyramid.built(x, y, 10.0)
    columns = 900
    cut = pyramid.cut(float(x[0]), float(x[-1]), columns)
    steps = np.diff(x)
    for at in np.flatnonzero(steps > max(10.0, 4 * (x[-1] - x[0]) / columns)):
        middle = (x[at] + x[at + 1]) / 2
        after = int(np.searchsorted(cut.x, middle))
        assert after in cut.breaks


def test_missing_values_leave_a_gap() -> None:
    x = np.arange(10.0)
    y = np.array([1, 2, 3, np.nan, np.nan, 6, 7, 8, 9, 10.0])
    cut = Pyramid.built(x, y, 1.5).cut(0, 9, 100)
    assert cut.y.tolist() == [1, 2, 3, 6, 7, 8, 9, 10]
    assert cut.breaks.tolist() == [3]


def test_blocks_do_not_depend_on_the_view() -> None:
    x, y = curve(3, 200_000, 0)
    pyramid = Pyramid.built(x, y, 10.0)
    one = pyramid.cut(x[50_000], x[150_000], 800)
    other = pyramid.cut(x[50_000] + 7.3, x[150_000] + 7.3, 800)
    shared = np.isin(one.x, other.x)
    assert shared.mean() > 0.99


def test_building_lets_go_between_pieces() -> None:
    pyramid = Pyramid(np.arange(300_000), np.zeros(300_000))
    pieces = sum(1 for _ in pyramid.building())
    assert pieces >= 5
    assert len(pyramid.levels[-1][0]) <= SMALL


def test_logarithms_drop_what_has_none() -> None:
    mapped = Pyramid.built(np.arange(4), np.array([10.0, 0.0, -3.0, 100.0])).mapped(np.log10, positive=True)
    assert mapped.y.tolist() == [1.0, 2.0]


@pytest.mark.parametrize(("at", "wanted"), [(-5.0, 0), (0.4, 0), (0.5, 0), (0.6, 1), (99.0, 2)])
def test_nearest(at: float, wanted: int) -> None:
    assert Pyramid.built(np.arange(3), np.zeros(3)).nearest(at) == wanted


def test_nothing_is_drawn_of_nothing() -> None:
    empty = Pyramid.built(np.empty(0), np.empty(0))
    assert empty.cut(0, 1, 100).bounds() is None
    assert empty.nearest(0.0) is None
