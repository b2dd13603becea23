"""One unit of time for the whole program: an instant is an int of microseconds since 1970-01-01 UTC.

Must never consult the machine's time zone. Text that reaches a user is formatted elsewhere.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TypeAlias

Instant: TypeAlias = int

SECOND = 1_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY


def instant_of(moment: datetime) -> Instant:
    """Return the instant of an aware datetime; a naive one is a mistake and raises ValueError."""
    if moment.tzinfo is None:
        raise ValueError("an instant needs a datetime with a time zone")
    delta = moment.astimezone(UTC) - _EPOCH
    return (delta.days * 86_400 + delta.seconds) * SECOND + delta.microseconds


def datetime_of(instant: Instant) -> datetime:
    """Return the aware UTC datetime of an instant."""
    seconds, micros = divmod(instant, SECOND)
    return datetime.fromtimestamp(seconds, tz=UTC).replace(microsecond=micros)


def iso(instant: Instant) -> str:
    """Return ISO-8601 text in UTC with a trailing Z, without a fraction where it is zero."""
    text = datetime_of(instant).isoformat()
    return text.replace("+00:00", "Z")


def parse_iso(text: str) -> Instant:
    """Read ISO-8601 text; a date alone means midnight UTC and text without a zone is UTC. Raises ValueError."""
    moment = datetime.fromisoformat(text.strip().replace(" UTC", "+00:00"))
    return instant_of(moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC))


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
