"""Where a time axis has its ticks and what they say: by the calendar of the display time zone, never by even division.

Each tick is named by the largest thing that begins there, a year, a month, a day or an hour, so that a label need not
repeat what stands further left. Instants stay UTC; only words depend on the zone and the locale.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from watchlist.domain.instants import DAY, HOUR, MINUTE, SECOND, Instant, datetime_of, instant_of


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the time axis; ``rank`` is 3 for a year, 2 for a month, 1 for a day, 0 for a time of day."""

    instant: Instant
    rank: int


_STEPS: tuple[tuple[str, int, int], ...] = (
    *(("second", n, n * SECOND) for n in (1, 5, 15, 30)),
    *(("minute", n, n * MINUTE) for n in (1, 5, 15, 30)),
    *(("hour", n, n * HOUR) for n in (1, 3, 6, 12)),
    ("day", 1, DAY),
    ("day", 2, 2 * DAY),
    ("week", 1, 7 * DAY),
    ("half", 1, 15 * DAY),
    *(("month", n, n * 30 * DAY) for n in (1, 2, 3, 6)),
    *(("year", n, n * 365 * DAY) for n in (1, 2, 5, 10, 20, 50, 100)),
)


def ticks(start: float, end: float, most: int, zone: str = "UTC") -> tuple[Tick, ...]:
    """Return at most about ``most`` ticks between two instants."""
    if not end > start:
        return ()
    span = end - start
    unit, count, _ = next((step for step in _STEPS if span / step[2] <= max(most, 2)), _STEPS[-1])
    # A stretch of fixed edges, somewhat wider than the view, so that panning seldom needs the calendar.
    block = 1 << max(0, int(span * 2).bit_length())
    first = int(start) // block * block
    found = _ticks(first, first + block, unit, count, zone)
    if end > first + block:
        found += _ticks(first + block, first + 2 * block, unit, count, zone)
    return tuple(dict.fromkeys(tick for tick in found if start <= tick.instant <= end))


@lru_cache(maxsize=64)
def _ticks(start: Instant, end: Instant, unit: str, count: int, zone: str) -> tuple[Tick, ...]:
    place = _zone(zone)
    found: list[Tick] = []
    for wall in _walls(datetime_of(start).astimezone(place).replace(tzinfo=None), unit, count):
        instant = _instant(wall, place)
        if instant is None:
            continue
        if instant > end:
            break
        if instant >= start and (not found or instant > found[-1].instant):
            found.append(Tick(instant, _rank(wall)))
    return tuple(found)


def _walls(local: datetime, unit: str, count: int) -> Iterator[datetime]:
    """Yield wall-clock moments of a step, from at or before a local time on, without end."""
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    if unit in ("year", "month"):
        months = count * 12 if unit == "year" else count
        at = (local.year * 12 + local.month - 1) // months * months
        while at // 12 < 9999:
            if at >= 12:
                yield datetime(at // 12, at % 12 + 1, 1)  # noqa: DTZ001 - a wall-clock reading, zoned by the caller
            at += months
        return
    if unit in ("second", "minute", "hour"):
        step = timedelta(**{unit + "s": count})
        at_time = midnight + (local - midnight) // step * step
        while True:
            yield at_time
            at_time += step
    day = midnight - timedelta(days=32 if unit == "half" or count == 2 else local.weekday())
    while True:
        if _is_day_tick(day, unit, count):
            yield day
        day += timedelta(days=1)


def _is_day_tick(day: datetime, unit: str, count: int) -> bool:
    if unit == "week":
        return day.weekday() == 0
    if unit == "half":
        return day.day in (1, 15)
    return count == 1 or (day.day % 2 == 1 and day.day != 31)


def _instant(wall: datetime, place: ZoneInfo) -> Instant | None:
    """Return the instant of a wall-clock time, None for one that the clocks skip; day starts move past the skip."""
    zoned = wall.replace(tzinfo=place)
    instant = instant_of(zoned)
    back = datetime_of(instant).astimezone(place).replace(tzinfo=None)
    if back == wall:
        return instant
    return instant if wall.hour == 0 and back.date() == wall.date() else None


def _rank(wall: datetime) -> int:
    if wall.hour or wall.minute or wall.second:
        return 0
    if wall.day != 1:
        return 1
    return 3 if wall.month == 1 else 2


@lru_cache(maxsize=32)
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


@lru_cache(maxsize=4096)
def label(tick: Tick, zone: str, locale: QLocale) -> str:
    """Return what a tick says: 2026, Mar, 14, 14:00."""
    local = datetime_of(tick.instant).astimezone(_zone(zone))
    day = QDate(local.year, local.month, local.day)
    if tick.rank == 3:
        return locale.toString(day, "yyyy")
    if tick.rank == 2:
        return locale.standaloneMonthName(local.month, QLocale.FormatType.ShortFormat)
    if tick.rank == 1:
        return locale.toString(local.day)
    pattern = "HH:mm:ss" if local.second else "HH:mm"
    return locale.toString(QTime(local.hour, local.minute, local.second), pattern)


def full(instant: float, zone: str, locale: QLocale, with_time: bool) -> str:
    """Return an instant in full, for the crosshair's badge and for speech."""
    local = datetime_of(int(instant)).astimezone(_zone(zone))
    day = QDate(local.year, local.month, local.day)
    text = locale.toString(day, "ddd d MMM yyyy")
    if with_time:
        text += " " + locale.toString(QDateTime(day, QTime(local.hour, local.minute)), "HH:mm")
    return text


def day_span(start: float, end: float, zone: str, locale: QLocale) -> str:
    """Return a stretch of whole days in words, its end being the first instant after it: 9–15 Mar 2026."""
    one = datetime_of(int(start)).astimezone(_zone(zone)).date()
    other = datetime_of(int(end) - 1).astimezone(_zone(zone)).date()
    last = locale.toString(QDate(other.year, other.month, other.day), "d MMM yyyy")
    if one == other:
        return last
    if (one.year, one.month) == (other.year, other.month):
        return f"{locale.toString(one.day)}–{last}"
    pattern = "d MMM" if one.year == other.year else "d MMM yyyy"
    return f"{locale.toString(QDate(one.year, one.month, one.day), pattern)} – {last}"
