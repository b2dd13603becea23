"""Ticks fall on the calendar and on round numbers, in every zone; numbers are short, signed and never without unit."""

from __future__ import annotations

import math
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from watchlist.domain.arrays import Floats
from watchlist.domain.instants import DAY, HOUR, datetime_of, parse_iso
from watchlist.ui.chart.ladder import Bars, Ladder
from watchlist.ui.chart.rolling import indexed, moving_average, rolling_days
from watchlist.ui.chart.timeaxis import Tick, day_span, full, label, ticks
from watchlist.ui.chart.timeview import RANGES, TimeView, ranged
from watchlist.ui.chart.valueaxis import Unit, Writer, linear_ticks, log_ticks, unit_of

ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo")
ENGLISH = QLocale("en_US")


@given(
    start=st.integers(parse_iso("2015-01-01"), parse_iso("2031-01-01")),
    span=st.floats(math.log(HOUR / 4), math.log(3000 * DAY)),
    most=st.integers(3, 20),
    zone=st.sampled_from(ZONES),
)
def test_ticks_are_few_sorted_and_on_the_wall_clock(start: int, span: float, most: int, zone: str) -> None:
    width = int(math.exp(span))
    found = ticks(start, start + width, most, zone)
    instants = [tick.instant for tick in found]
    assert instants == sorted(set(instants))
    assert all(start <= instant <= start + width for instant in instants)
    assert len(instants) <= most * 1.25 + 2
    for tick in found:
        local = datetime_of(tick.instant).astimezone(ZoneInfo(zone))
        assert local.microsecond == 0
        if tick.rank >= 1:
            assert (local.hour, local.minute) in ((0, 0), (1, 0), (0, 30))  # a clock may skip midnight
        if tick.rank >= 2:
            assert local.day == 1
        if tick.rank == 3:
            assert local.month == 1


def test_daylight_saving_day_has_23_hours() -> None:
    start, end = parse_iso("2026-03-28T23:00:00Z"), parse_iso("2026-03-29T22:00:00Z")
    words = [label(tick, "Europe/Berlin", ENGLISH) for tick in ticks(start, end, 30, "Europe/Berlin")]
    assert "02:00" not in words
    assert len(words) == 24
    assert words[0] == "29"


def test_autumn_day_does_not_repeat_a_label() -> None:
    start, end = parse_iso("2026-10-24T22:00:00Z"), parse_iso("2026-10-25T23:00:00Z")
    words = [label(tick, "Europe/Berlin", ENGLISH) for tick in ticks(start, end, 30, "Europe/Berlin")]
    assert len(words) == len(set(words))
    assert words.count("02:00") == 1


def test_leap_day_and_month_lengths() -> None:
    found = ticks(parse_iso("2028-02-27"), parse_iso("2028-03-02"), 5)
    assert [label(tick, "UTC", ENGLISH) for tick in found] == ["27", "28", "29", "Mar", "2"]


def test_years_and_months_are_named_by_what_begins() -> None:
    found = ticks(parse_iso("2025-11-15"), parse_iso("2026-03-15"), 5)
    assert [label(tick, "UTC", ENGLISH) for tick in found] == ["Dec", "2026", "Feb", "Mar"]
    assert found[1] == Tick(parse_iso("2026-01-01"), 3)


def test_dates_in_words() -> None:
    assert day_span(parse_iso("2026-03-09"), parse_iso("2026-03-16"), "UTC", ENGLISH) == "9–15 Mar 2026"
    assert day_span(parse_iso("2026-03-30"), parse_iso("2026-04-06"), "UTC", ENGLISH) == "30 Mar – 5 Apr 2026"
    assert day_span(parse_iso("2026-03-09"), parse_iso("2026-03-10"), "UTC", ENGLISH) == "9 Mar 2026"
    assert "2026" in full(parse_iso("2026-03-09T23:30:00Z"), "Asia/Kolkata", ENGLISH, with_time=True)
    assert "10" in full(parse_iso("2026-03-09T23:30:00Z"), "Asia/Kolkata", ENGLISH, with_time=True)


@given(st.floats(-1e12, 1e12), st.floats(1e-9, 1e12), st.integers(2, 12))
def test_linear_ticks_are_round_and_few(low: float, span: float, most: int) -> None:
    if low + span <= low:
        return
    found = linear_ticks(low, low + span, most)
    assert len(found.values) <= most + 1
    for value in found.values:
        assert low - found.step * 1e-6 <= value <= low + span + found.step * 1e-6


@given(st.floats(-8, 10), st.floats(0.05, 12))
def test_log_ticks_lie_within(low: float, span: float) -> None:
    for value in log_ticks(low, low + span, 6).values:
        assert value > 0
        assert low - 1e-6 <= math.log10(value) <= low + span + 1e-6


@pytest.mark.parametrize(
    ("unit", "value", "step", "wanted"),
    [
        (Unit.SHARE, 0.42, 0.02, "42 %"),
        (Unit.SHARE, 0.425, 0.005, "42.5 %"),
        (Unit.USD, 12_500_000.0, 500_000.0, "$12.5 M"),
        (Unit.USD, -3.0, 1.0, "−$3"),
        (Unit.USD, 0.0, 1.0, "$0"),
        (Unit.COUNT, 1500.0, 500.0, "1,500"),
        (Unit.COUNT, 25_000.0, 5000.0, "25 k"),
        (Unit.BYTES, 3 * 1024.0**3, 1024.0**3, "3 GiB"),
        (Unit.PERCENT, -20.0, 10.0, "−20 %"),
    ],
)
def test_axis_labels(unit: Unit, value: float, step: float, wanted: str) -> None:
    assert Writer(unit, ENGLISH).axis(value, step) == wanted


def test_exact_values_and_missing_ones() -> None:
    assert Writer(Unit.SHARE, ENGLISH).exact(0.4123) == "41.2 %"
    assert Writer(Unit.USD, ENGLISH).exact(0.000123) == "$0.0001230"
    assert Writer(Unit.USD, ENGLISH).exact(65432.1) == "$65,432.10"
    assert Writer(Unit.COUNT, ENGLISH).exact(float("nan")) == "–"
    assert Writer(Unit.NUMBER, ENGLISH).exact(None) == "–"
    assert Writer(Unit.PERCENT, ENGLISH).exact(3.2) == "+3.20 %"
    assert Writer(Unit.NUMBER, QLocale("de_DE")).exact(1234.0) == "1.234"
    assert unit_of("furlongs") is Unit.NUMBER


@given(st.sampled_from(RANGES), st.integers(parse_iso("2015-01-01"), parse_iso("2030-12-31")))
def test_ranges_end_with_the_data(key: str, last: int) -> None:
    view = ranged(TimeView(0, 1, float(last - 4000 * DAY), float(last)), key)
    assert view.end >= last
    assert view.start < last
    assert view.range_key == key


@given(st.floats(0.01, 100), st.floats(-1e16, 1e16), st.floats(0, 1))
def test_moving_keeps_data_in_sight(factor: float, by: float, share: float) -> None:
    view = ranged(TimeView(0, 1, 0.0, 900.0 * DAY), "1Y")
    zoomed = view.zoomed(factor, view.start + share * view.width)
    moved = zoomed.panned(by)
    assert moved.width == pytest.approx(zoomed.width, rel=1e-9)
    assert moved.start < moved.last
    assert moved.end > moved.first
    at = view.start + share * view.width
    if view.first < zoomed.start and zoomed.end < view.last:
        assert (at - zoomed.start) / zoomed.width == pytest.approx(share, abs=1e-6)


def test_spans_may_be_given_backwards() -> None:
    view = TimeView(0, 1, 0.0, 10.0 * DAY).spanning(5.0 * DAY, 2.0 * DAY)
    assert (view.start, view.end) == (2.0 * DAY, 5.0 * DAY)


def test_averages_need_whole_windows() -> None:
    values = np.array([1.0, 2.0, 3.0, np.nan, 5.0, 6.0, 7.0])
    found = moving_average(values, 3)
    assert np.isnan(found[[0, 1, 3, 4, 5]]).all()
    assert found[2] == 2.0
    assert found[6] == 6.0
    days = np.arange(10) * DAY
    rolled = rolling_days(days, np.arange(10.0), 7)
    assert np.isnan(rolled[:6]).all()
    assert rolled[6] == 3.0
    assert indexed(np.array([2.0, 3.0]), 2.0).tolist() == [100.0, 150.0]
    assert np.isnan(indexed(np.array([2.0]), 0.0)).all()


def test_joined_candles_keep_extremes_and_volume() -> None:
    rng = np.random.default_rng(2)
    count = 1000
    x: Floats = np.arange(count, dtype=np.float64) * DAY
    low: Floats = rng.random(count)
    high: Floats = 2.0 + rng.random(count)
    volume: Floats = rng.random(count)
    volume[:4] = np.nan
    opened: Floats = low + np.float64(0.5)
    closed: Floats = low + np.float64(0.7)
    ladder = Ladder(Bars(x, opened, high, low, closed, volume), float(DAY))
    joined = ladder.at(7.0 * DAY)
    assert joined.joined == 8
    assert joined.high.max() == high.max()
    assert joined.low.min() == low.min()
    assert np.nansum(joined.volume) == pytest.approx(np.nansum(volume))
    assert joined.open[0] == low[0] + 0.5
    assert joined.close[-1] == low[-1] + 0.7
