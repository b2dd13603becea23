"""Numbers and times in every shape; what is missing never becomes a number."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.domain.instants import SECOND, parse_iso
from watchlist.sources.columns import EventRows, scaled
from watchlist.sources.lenient import Num, instant, number, whole


@pytest.mark.parametrize(
    ("given_", "expected"),
    [
        ("14074.0", 14074.0),
        ("$1,234.50", 1234.5),
        ("1.2e4", 12000.0),
        (7, 7.0),
        ("(3.5)", -3.5),
        ("  5 ", 5.0),
        ("12 %", 12.0),
        (".5", 0.5),
        (None, None),
        ("", None),
        ("n/a", None),
        ("-", None),
        ("abc", None),
        (True, None),
        ("1.2.3", None),
        ("0x10", None),
    ],
)
def test_numbers(given_: Num, expected: float | None) -> None:
    assert number(given_) == expected


@pytest.mark.parametrize("text", ["NaN", "inf", "-Infinity"])
def test_what_says_it_is_no_number_is_not_one(text: str) -> None:
    assert math.isnan(number(text) or 0.0)
    assert whole(text) is None


@given(st.text())
def test_no_text_breaks_the_readers(text: str) -> None:
    number(text)
    whole(text)
    instant(text)
    scaled(text, 6)


@pytest.mark.parametrize(
    "given_",
    [
        1_709_671_859,
        1_709_671_859_000,
        1_709_671_859_000_000,
        1_709_671_859_000_000_000,
        "1709671859",
        1_709_671_859.0,
        "2024-03-05T20:50:59Z",
        "2024-03-05 20:50:59.000 UTC",
        "2024-03-05T21:50:59+01:00",
        "2024-03-05 20:50:59",
    ],
)
def test_times(given_: Num) -> None:
    assert instant(given_) == parse_iso("2024-03-05T20:50:59")


def test_dates_and_months() -> None:
    assert instant("2024-03") == parse_iso("2024-03-01")
    assert instant("20240305") == parse_iso("2024-03-05")
    assert instant("2024-03-05") == parse_iso("2024-03-05")
    for wrong in (None, "", "yesterday", "2024-13-40", float("nan"), -5, 10**30, True, "9999-12-31"):
        assert instant(wrong) is None


@given(st.integers(1, 7_258_118_399))
def test_seconds_are_seconds_for_centuries(seconds: int) -> None:
    assert instant(seconds) == seconds * SECOND


def test_amounts_stay_exact() -> None:
    assert scaled("123456789012345678.123456", 6) == 123456789012345678123456
    assert scaled("0.1", 18) == 10**17
    assert scaled(2.5, 0) == 2
    assert scaled(None, 6) is None
    assert scaled("many", 6) is None
    assert whole("115792089237316195423570985008687907853269984665640564039457") == int(
        "115792089237316195423570985008687907853269984665640564039457"
    )


def test_large_and_missing_amounts_of_a_batch() -> None:
    from watchlist.domain.network import StreamKey

    rows = EventRows(StreamKey("n", "s"), 18)
    assert rows.add(2, "b", "r2", None, 10**30)
    assert rows.add(1, "a", "r1", "c", None)
    assert not rows.add(1, "a", "r1")
    batch = rows.batch()
    assert batch.instants.tolist() == [1, 2]
    assert batch.amounts is not None
    assert batch.amounts.tolist() == [None, 10**30]
    assert batch.counterparties is not None
    assert batch.counterparties.texts() == ["c", None]
    assert (rows.first, rows.last) == (1, 2)
