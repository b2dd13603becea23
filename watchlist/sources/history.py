"""How far back to ask and in which pieces: arithmetic that several sources share. Never asks anything."""

from __future__ import annotations

from collections.abc import Iterator

from watchlist.domain.errors import BadAnswer
from watchlist.domain.instants import DAY, HOUR, MINUTE, WEEK, Instant

PERIODS = {"1m": MINUTE, "5m": 5 * MINUTE, "15m": 15 * MINUTE, "1h": HOUR, "4h": 4 * HOUR, "1d": DAY, "1w": WEEK}
"""The names of candle lengths in a network file."""

YEAR = 365 * DAY


def period_named(source: str, name: str) -> Instant:
    """Return a candle length. Raises BadAnswer for a name that nobody knows."""
    try:
        return PERIODS[name]
    except KeyError:
        raise BadAnswer(source, f"no such interval: {name!r} ({', '.join(PERIODS)})") from None


def stretches(since: Instant, until: Instant, period: Instant, limit: int) -> Iterator[tuple[Instant, Instant]]:
    """Cut [since, until) into pieces of at most ``limit`` periods, aligned to the period, oldest first."""
    start = since // period * period
    while start < until:
        end = min(start + limit * period, until)
        yield start, end
        start += limit * period


def days_back(since: Instant | None, now: Instant, most: int) -> int:
    """Return how many whole days reach back to ``since``, at least one, at most ``most``."""
    if since is None:
        return most
    return max(1, min(most, -((since - now) // DAY)))
