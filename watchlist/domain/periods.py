"""Calendar arithmetic in UTC: days, ISO weeks, months and rolling windows as plain integers.

A period is an integer index of its grain, so that arrays of periods can be added, compared and used as
positions. Day 0 is 1970-01-01; week 0 is the ISO week that holds it (Monday 1969-12-29); month 0 is
January 1970. A rolling 28-day window is named by its last day. Never depends on the machine's time zone.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from watchlist.domain.instants import DAY, Instant

IntArray = npt.NDArray[np.int64]

_THURSDAY_SHIFT = 3  # 1970-01-01 is a Thursday: three days into ISO week 0


class Grain(StrEnum):
    """How long a period is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    ROLLING_28 = "28d"


def day_of(instant: Instant) -> int:
    """Return the UTC day that holds an instant."""
    return instant // DAY


def days_of(instants: IntArray) -> IntArray:
    """Return the UTC days of many instants."""
    return np.floor_divide(instants, DAY)


def week_of_day(day: int) -> int:
    """Return the ISO week that holds a day."""
    return (day + _THURSDAY_SHIFT) // 7


def month_of_day(day: int) -> int:
    """Return the calendar month that holds a day."""
    held = date_of_day(day)
    return (held.year - 1970) * 12 + held.month - 1


def periods_of_days(days: IntArray, grain: Grain) -> IntArray:
    """Return the periods of many days; for the rolling window that is the day itself, its window's last day."""
    if grain is Grain.WEEK:
        return np.floor_divide(days + _THURSDAY_SHIFT, 7)
    if grain is Grain.MONTH:
        return days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    return days.astype(np.int64)


def period_of_day(day: int, grain: Grain) -> int:
    """Return the period that holds a day."""
    if grain is Grain.WEEK:
        return week_of_day(day)
    if grain is Grain.MONTH:
        return month_of_day(day)
    return day


def first_day(period: int, grain: Grain) -> int:
    """Return the first day of a period."""
    if grain is Grain.WEEK:
        return period * 7 - _THURSDAY_SHIFT
    if grain is Grain.MONTH:
        return day_of_date(date(1970 + period // 12, period % 12 + 1, 1))
    if grain is Grain.ROLLING_28:
        return period - 27
    return period


def end_day(period: int, grain: Grain) -> int:
    """Return the day after the last day of a period."""
    if grain is Grain.WEEK:
        return first_day(period + 1, grain)
    if grain is Grain.MONTH:
        return first_day(period + 1, grain)
    return period + 1


def period_start(period: int, grain: Grain) -> Instant:
    """Return the first instant of a period."""
    return first_day(period, grain) * DAY


def period_end(period: int, grain: Grain) -> Instant:
    """Return the first instant after a period."""
    return end_day(period, grain) * DAY


def period_ends(periods: IntArray, grain: Grain) -> IntArray:
    """Return the first instants after many periods."""
    if grain is Grain.WEEK:
        return ((periods + 1) * 7 - _THURSDAY_SHIFT) * DAY
    if grain is Grain.MONTH:
        return (periods + 1).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64) * DAY
    return (periods + 1) * DAY


def last_complete(horizon: Instant, grain: Grain) -> int:
    """Return the newest period that ends at or before the horizon, whatever the clock says."""
    day = horizon // DAY  # the first day that is not wholly before the horizon
    return period_of_day(day, grain) - 1 if grain is not Grain.ROLLING_28 else day - 1


def day_of_date(value: date) -> int:
    """Return the day of a calendar date."""
    return value.toordinal() - _EPOCH_ORDINAL


def date_of_day(day: int) -> date:
    """Return the calendar date of a day."""
    return date.fromordinal(day + _EPOCH_ORDINAL)


def period_label(period: int, grain: Grain) -> str:
    """Return the short, sortable name of a period: 2026-03-14, 2026-W11, 2026-03."""
    start = date_of_day(first_day(period, grain) if grain is not Grain.ROLLING_28 else period)
    if grain is Grain.WEEK:
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02d}"
    if grain is Grain.MONTH:
        return f"{start.year}-{start.month:02d}"
    return start.isoformat()


def today(now: Instant) -> date:
    """Return the UTC date of an instant."""
    return datetime.fromtimestamp(now / 1_000_000, tz=UTC).date()


_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
