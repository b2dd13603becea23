"""Points that look wrong are held back with a reason; nothing else is touched."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from watchlist.domain.instants import DAY, parse_iso
from watchlist.domain.network import SeriesKey
from watchlist.domain.series import PointBatch
from watchlist.sources.quality import differs, disputes, sift

NOW = parse_iso("2026-11-20T12:00:00")
KEY = SeriesKey("n", "price.usd")


def batch(values: list[float], key: SeriesKey = KEY, start: int | None = None, step: int = DAY) -> PointBatch:
    first = NOW // DAY * DAY - (len(values) - 1) * DAY if start is None else start
    instants = first + np.arange(len(values), dtype=np.int64) * step
    return PointBatch(key, "x", instants, np.array(values, np.float64), NOW, np.ones(len(values), np.bool_))


def test_every_reason() -> None:
    given_ = batch([10, 11, float("nan"), -1, 0, 12, 130, 0.5, 12])
    given_ = PointBatch(KEY, "x", given_.instants + np.array([0] * 8 + [3 * DAY]), given_.values, NOW, given_.final)
    kept, held = sift(given_, NOW)
    assert kept.values.tolist() == [10, 11, 12]
    assert kept.final is not None
    assert len(kept.final) == 3
    assert [point.reason for point in held] == [
        "not a number",
        "negative",
        "zero",
        "12 times above the values before it",
        "22 times below the values before it",
        "its time lies in the future",
    ]


def test_a_good_batch_is_the_same_object() -> None:
    good = batch([1.0, 1.5, 2.5, 4.0, 7.0, 12.0, 20.0, 35.0, 60.0])  # grows sixtyfold, step by step
    assert sift(good, NOW)[0] is good


def test_a_wrong_body_is_recognised_by_what_is_known() -> None:
    known = batch([1.0, 1.1, 1.2, 1.0, 1.1], start=NOW - 20 * DAY)
    kept, held = sift(batch([1000.0, 1100.0]), NOW, known.instants, known.values)
    assert len(kept.values) == 0
    assert len(held) == 2
    newer, _ = sift(batch([1.3, 1.4], start=NOW - 40 * DAY), NOW, known.instants, known.values)
    assert len(newer.values) == 2


def test_counts_may_be_zero_and_leap() -> None:
    counts = batch([0, 5, 900, 3], SeriesKey("n", "explorer.transactions.d"))
    assert sift(counts, NOW)[1] == ()


def test_a_first_point_that_is_wrong_does_not_condemn_the_rest() -> None:
    kept, held = sift(batch([900.0, 1.0, 1.1, 1.2, 1.1, 1.0, 1.2]), NOW)
    assert len(kept.values) == 6
    assert len(held) == 1


def test_after_a_long_gap_nothing_is_expected() -> None:
    instants = np.array([NOW - 400 * DAY, NOW - 399 * DAY, NOW - 2 * DAY, NOW - DAY], np.int64)
    far = PointBatch(KEY, "x", instants, np.array([1.0, 1.1, 50.0, 51.0]), NOW)
    assert sift(far, NOW)[1] == ()


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), max_size=30))
def test_nothing_is_lost_or_invented(values: list[float]) -> None:
    given_ = batch(values) if values else batch([1.0])
    kept, held = sift(given_, NOW)
    assert len(kept.values) + len(held) == len(given_.values)
    assert (kept.values > 0).all()
    assert set(kept.instants.tolist()) | {point.instant for point in held} == set(given_.instants.tolist())


def test_disputes_need_five_per_cent() -> None:
    one, other = batch([100.0, 100.0, 100.0]), batch([104.0, 106.0, 94.0])
    assert disputes(one, other) == tuple(one.instants[1:].tolist())
    assert disputes(one, batch([200.0], start=NOW + DAY)) == ()
    assert not differs(1.0, None)
    assert differs(1.0, 1.1)
    assert not differs(float("nan"), 1.0)
