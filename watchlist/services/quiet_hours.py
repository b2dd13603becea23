"""When messages may be sent: quiet hours of the program and active hours of a rule, in the time zone of display.

Rules are evaluated at all hours; only the telling waits. Never skips or doubles an hour when clocks change.
"""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from watchlist.domain.instants import Instant
from watchlist.services.house import House


def may_send(house: House, now: Instant) -> Instant:
    """Return ``now``, or when the quiet hours end where they hold now."""
    if not house.setting("quiet_hours"):
        return now
    return after_quiet(now, str(house.setting("quiet_from")), str(house.setting("quiet_until")), zone_of(house))


def rule_may_speak(house: House, start: str, end: str, now: Instant) -> Instant:
    """Return ``now``, or when a rule's active hours begin where they do not hold now."""
    return after_quiet(now, end, start, zone_of(house)) if start and end else now


def after_quiet(now: Instant, start: str, end: str, zone: tzinfo) -> Instant:
    """Return ``now`` outside the hours from ``start`` to ``end`` (which may pass midnight), else when they end."""
    local = datetime.fromtimestamp(now / 1_000_000, zone)
    first, last = time.fromisoformat(start), time.fromisoformat(end)
    here = local.time()
    if first == last:
        return now
    inside = first <= here < last if first < last else here >= first or here < last
    if not inside:
        return now
    day = local.date() if here < last else local.date() + timedelta(days=1)
    wanted = datetime.combine(day, last, zone)
    return max(now, round(wanted.astimezone(UTC).timestamp() * 1_000_000))


def zone_of(house: House) -> tzinfo:
    """Return the time zone of display: the one that was chosen, else the system's."""
    name = str(house.setting("time_zone"))
    try:
        return ZoneInfo(name) if name else system_zone()
    except (ZoneInfoNotFoundError, ValueError):
        return system_zone()


def system_zone() -> tzinfo:
    """Return the system's zone as it is now."""
    return datetime.now(UTC).astimezone().tzinfo or UTC
