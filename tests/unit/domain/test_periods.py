"""Calendar arithmetic against the standard library's calendar, over four centuries."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.domain import instants, periods
from watchlist.domain.instants import DAY, HOUR
from watchlist.domain.periods import Grain

DATES = st.dates(date(1800, 1, 1), date(2200, 12, 31))
GRAINS = st.sampled_from(list(Grain))


@given(DATES)
def test_days_weeks_and_months_are_those_of_the_calendar(day: date) -> None:
    number = periods.day_of_date(day)
    assert periods.date_of_day(number) == day
    assert number == (day - date(1970, 1, 1)).days
    week = periods.week_of_day(number)
    assert periods.date_of_day(periods.first_day(week, Grain.WEEK)).isocalendar()[:] == (*day.isocalendar()[:2], 1)
    month = periods.month_of_day(number)
    assert periods.date_of_day(periods.first_day(month, Grain.MONTH)) == day.replace(day=1)


@given(DATES, GRAINS)
def test_a_day_lies_inside_its_period(day: date, grain: Grain) -> None:
    number = periods.day_of_date(day)
    period = periods.period_of_day(number, grain)
    assert periods.first_day(period, grain) <= number < periods.end_day(period, grain)
    assert periods.period_start(period, grain) == periods.first_day(period, grain) * DAY
    assert periods.period_end(period, grain) == periods.end_day(period, grain) * DAY


@given(st.lists(DATES, min_size=1, max_size=20), GRAINS)
def test_many_days_at_once_give_the_same(days: list[date], grain: Grain) -> None:
    numbers = np.array([periods.day_of_date(day) for day in days], np.int64)
    together = periods.periods_of_days(numbers, grain)
    assert together.tolist() == [periods.period_of_day(int(number), grain) for number in numbers]
    ends = periods.period_ends(together, grain)
    assert ends.tolist() == [periods.period_end(int(period), grain) for period in together]
    assert periods.days_of(numbers * DAY + DAY - 1).tolist() == numbers.tolist()


@given(DATES, GRAINS, st.integers(0, DAY - 1))
def test_the_last_complete_period_ends_at_or_before_the_horizon_and_the_next_does_not(
    day: date, grain: Grain, part: int
) -> None:
    horizon = periods.day_of_date(day) * DAY + part
    last = periods.last_complete(horizon, grain)
    assert periods.period_end(last, grain) <= horizon < periods.period_end(last + 1, grain)


def test_a_rolling_window_has_28_days_and_is_named_by_its_last() -> None:
    assert periods.first_day(100, Grain.ROLLING_28) == 73
    assert periods.end_day(100, Grain.ROLLING_28) == 101


@pytest.mark.parametrize(
    ("day", "grain", "label"),
    [
        (date(2026, 3, 14), Grain.DAY, "2026-03-14"),
        (date(2026, 3, 14), Grain.WEEK, "2026-W11"),
        (date(2027, 1, 1), Grain.WEEK, "2026-W53"),
        (date(2026, 3, 14), Grain.MONTH, "2026-03"),
        (date(2026, 3, 14), Grain.ROLLING_28, "2026-03-14"),
    ],
)
def test_labels(day: date, grain: Grain, label: str) -> None:
    assert periods.period_label(periods.period_of_day(periods.day_of_date(day), grain), grain) == label


@given(st.datetimes(datetime(1800, 1, 1), datetime(2200, 1, 1)), st.integers(-14 * 60, 14 * 60))  # noqa: DTZ001
def test_instants_keep_the_moment_whatever_the_zone(naive: datetime, offset: int) -> None:
    moment = naive.replace(tzinfo=timezone(timedelta(minutes=offset)))
    instant = instants.instant_of(moment)
    assert instants.datetime_of(instant) == moment
    assert instants.parse_iso(instants.iso(instant)) == instant
    assert periods.day_of(instant) == (moment.astimezone(UTC).date() - date(1970, 1, 1)).days
    assert periods.today(instant) == moment.astimezone(UTC).date()


def test_a_time_without_a_zone_is_no_instant() -> None:
    with pytest.raises(ValueError, match="time zone"):
        instants.instant_of(datetime(2026, 1, 1))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("1970-01-02", DAY),
        ("1970-01-01T01:00:00", HOUR),
        ("1970-01-01T01:00:00Z", HOUR),
        ("1970-01-01T02:00:00+01:00", HOUR),
        (" 1970-01-01 01:00:00.000 UTC ", HOUR),
        ("1969-12-31T23:59:59.999999Z", -1),
    ],
)
def test_texts_of_sources_are_read_as_utc(text: str, instant: int) -> None:
    assert instants.parse_iso(text) == instant


def test_a_whole_second_is_written_without_a_fraction() -> None:
    assert instants.iso(HOUR) == "1970-01-01T01:00:00Z"
    assert instants.iso(1) == "1970-01-01T00:00:00.000001Z"
