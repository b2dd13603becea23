"""Counts that are kept beside an index and brought up to date equal counts of an index made anew."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchlist.domain.arrays import Ints
from watchlist.domain.instants import DAY
from watchlist.domain.periods import Grain, period_of_day
from watchlist.metrics import counting, index_build, timelines
from watchlist.metrics.activity_index import ActivityIndex
from watchlist.metrics.cohorts import bracket_counts, cohort_counts, still_counts
from watchlist.metrics.recurring import recurring_counts

START = 19_700
UNKNOWN = ((START - 3, START + 20), (START + 50, START + 55))


def everything(index: ActivityIndex, first: int, last: int) -> list[Ints]:
    """Return every kind of count over a stretch of days."""
    found = []
    for grain in Grain:
        a, b = period_of_day(first, grain), period_of_day(last, grain)
        found += [counts(index, grain, a, b) for counts in (counting.active, counting.retained, counting.new)]
    for grain in (Grain.WEEK, Grain.MONTH):
        a, b = period_of_day(first, grain), period_of_day(last, grain)
        for unknown in ((), UNKNOWN):
            found += [cohort_counts(index, grain, a, b, unknown), still_counts(index, grain, a, b, unknown)]
            found.append(bracket_counts(index, grain, a, b, (1, 2), unknown))
    a, b = period_of_day(first, Grain.WEEK), period_of_day(last, Grain.WEEK)
    found += [recurring_counts(index, 3, 4, a, b), recurring_counts(index, 2, 2, a, b)]
    found += [np.sort(days) for days in counting.nth_days(index, (2, 3))]
    return found


def compare(batches: list[tuple[Ints, Ints]]) -> None:
    """Add batches, asking for everything in between, and compare with an index of all that was added."""
    grown = ActivityIndex()
    who, when = np.empty(0, np.int32), np.empty(0, np.int64)
    for people, instants in batches:
        grown.add(people.astype(np.int32), instants)
        who, when = np.concatenate([who, people.astype(np.int32)]), np.concatenate([when, instants])
        for first, last in ((START - 9, START + 130), (START + 20, START + 90), (START + 33, START + 34)):
            wanted = everything(ActivityIndex.build(who, when), first, last)
            for found, right in zip(everything(grown, first, last), wanted, strict=True):
                assert found.shape == right.shape
                assert (found == right).all()
    assert grown.to_bytes() == ActivityIndex.build(who, when).to_bytes()


@given(st.integers(0, 2**32 - 1), st.integers(1, 5), st.booleans())
@settings(max_examples=25)
def test_brought_up_to_date(seed: int, parts: int, in_order: bool) -> None:
    rng = np.random.default_rng(seed)
    count = int(rng.integers(1, 120))
    when = rng.integers(START * DAY, (START + 120) * DAY, count)
    when = np.sort(when) if in_order else when
    who = rng.integers(0, int(rng.integers(1, 200)), count)
    compare(list(zip(np.array_split(who, parts), np.array_split(when, parts), strict=True)))


@pytest.mark.parametrize("in_order", [True, False])
def test_in_small_pieces(in_order: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """What large indexes do: a day at a time, blocks of rows, sets that grow, tables by page."""
    monkeypatch.setattr(index_build, "PIECE_BITS", 1 << 11)
    monkeypatch.setattr(counting, "_BLOCK_WORDS", 1 << 9)
    monkeypatch.setattr(counting, "_DENSE_BITS", 0)
    monkeypatch.setattr(timelines, "_BLOCK_WORDS", 1 << 7)
    rng = np.random.default_rng(11)
    when = rng.integers(START * DAY, (START + 120) * DAY, 6_000)
    who = np.minimum(rng.integers(0, 2_000, 6_000), (when - START * DAY) // DAY * 20 + rng.integers(0, 20, 6_000))
    order = np.argsort(when) if in_order else rng.permutation(len(when))
    compare(list(zip(np.array_split(who[order], 5), np.array_split(when[order], 5), strict=True)))


def test_nothing_added_changes_nothing() -> None:
    index = ActivityIndex.build(np.array([1], np.int32), np.array([START * DAY], np.int64))
    before = index.to_bytes()
    index.add(np.array([-1], np.int32), np.array([START * DAY], np.int64))
    assert index.to_bytes() == before


@pytest.mark.parametrize("offset", range(7))
def test_day_after_day(offset: int) -> None:
    """One more day of events and the newest window, as a refresh asks for it, on every day of the week."""
    rng = np.random.default_rng(offset)
    start = START + offset
    who, when = rng.integers(0, 300, 500).astype(np.int32), rng.integers((start - 40) * DAY, start * DAY, 500)
    grown = ActivityIndex.build(who, when)
    counting.active(grown, Grain.ROLLING_28, start - 1, start - 1)
    for day in range(start, start + 45, 1 + offset % 2):
        more = rng.integers(0, 300 + 10 * (day - start), 12 * (day % 3)).astype(np.int32)
        instants = rng.integers(day * DAY, (day + 1) * DAY, len(more))
        grown.add(more, instants)
        who, when = np.concatenate([who, more]), np.concatenate([when, instants])
        wanted = len(set(who[(when >= (day - 27) * DAY) & (when < (day + 1) * DAY)].tolist()))
        assert counting.active(grown, Grain.ROLLING_28, day, day).tolist() == [wanted]
        before = set(who[(when >= (day - 28) * DAY) & (when < day * DAY)].tolist())
        now = set(who[(when >= (day - 27) * DAY) & (when < (day + 1) * DAY)].tolist())
        assert counting.retained(grown, Grain.ROLLING_28, day, day).tolist() == [len(before & now)]


def test_first_window_of_all() -> None:
    index = ActivityIndex.build(np.array([1, 2], np.int32), np.array([START * DAY, (START + 1) * DAY], np.int64))
    assert counting.active(index, Grain.ROLLING_28, index.base, index.base).tolist() == [index.base == START]
    assert counting.active(index, Grain.ROLLING_28, START, START + 2).tolist() == [1, 2, 2]


def test_nobody_at_all_counts_zero_also_long_after_the_index_begins() -> None:
    nothing = ActivityIndex()
    found = timelines.counts(nothing, "active", Grain.DAY, 40, 42, lambda _first, _last: np.zeros(0, np.int64))
    assert found.tolist() == [0, 0, 0]
