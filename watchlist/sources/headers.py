"""What response headers say about limits: Retry-After, x-ratelimit-*, x-credits-*, RateLimit, used weight. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from watchlist.domain.instants import DAY, MINUTE, SECOND, Instant, instant_of

LONGEST_WAIT = 31 * DAY
_EPOCH_SECONDS_FROM = 1_000_000_000
_EPOCH_MILLIS_FROM = 1_000_000_000_000


@dataclass(frozen=True, slots=True)
class Quota:
    """How much a vendor says is left; None where it says nothing."""

    left: int | None = None
    of: int | None = None
    reset_at: Instant | None = None


def retry_after(headers: Mapping[str, str], now: Instant) -> Instant | None:
    """Return when to come back, from Retry-After in seconds or as a date; None where absent or unreadable."""
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    seconds = _decimal(text)
    if seconds is not None:
        return now + min(max(int(seconds * SECOND), 0), LONGEST_WAIT)
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - twelve modules that a start does not need

    try:
        moment = parsedate_to_datetime(text)
        until = instant_of(moment)
    except (ValueError, TypeError):
        return None
    return min(max(until, now), now + LONGEST_WAIT)


def reset_instant(text: str, now: Instant, unit: str = "s") -> Instant | None:
    """Read a reset value: epoch seconds, epoch milliseconds, or a pause in the given unit; negative is unknown."""
    number = _decimal(text)
    if number is None or number < 0:
        return None
    if number >= _EPOCH_MILLIS_FROM:
        return int(number * 1000)
    if number >= _EPOCH_SECONDS_FROM:
        return int(number * SECOND)
    return now + min(int(number * (1000 if unit == "ms" else SECOND)), LONGEST_WAIT)


def quota_of(headers: Mapping[str, str], now: Instant, unit: str = "s", used_limit: int | None = None) -> Quota | None:
    """Return the tightest counter that the headers hold; None where they hold none."""
    found: list[Quota] = []
    for prefix in ("x-ratelimit-", "ratelimit-"):
        left = _whole(headers.get(prefix + "remaining"))
        if left is not None:
            reset = headers.get(prefix + "reset")
            found.append(
                Quota(left, _whole(headers.get(prefix + "limit")), reset_instant(reset, now, unit) if reset else None)
            )
    credits_left = _whole(headers.get("x-credits-remaining"))
    if credits_left is not None:
        found.append(Quota(credits_left, _whole(headers.get("x-credits-limit")), _next_day(now)))
    found.extend(_structured(headers.get("ratelimit", ""), now))
    if used_limit is not None:
        for name, value in headers.items():
            used = _whole(value) if name.startswith("x-mbx-used-weight-") and name.endswith("m") else None
            if used is not None:
                # the last tenth is left alone: the vendor answers an overdraft with a ban of the address
                found.append(Quota(max(0, int(used_limit * 0.9) - used), used_limit, (now // MINUTE + 1) * MINUTE))
    if not found:
        return None
    return min(found, key=lambda quota: quota.left if quota.left is not None else 0)


def _structured(text: str, now: Instant) -> list[Quota]:
    """Read the RateLimit field: ``"api";r=499;t=280`` and lists of it."""
    quotas = []
    for item in text.split(","):
        left = re.search(r";\s*r=(-?\d+)", item)
        if left is None:
            continue
        pause = re.search(r";\s*t=(\d+)", item)
        quotas.append(Quota(int(left[1]), None, now + int(pause[1]) * SECOND if pause else None))
    return quotas


def _next_day(now: Instant) -> Instant:
    return (now // DAY + 1) * DAY


def _decimal(text: str | None) -> float | None:
    if text is None or not re.fullmatch(r"\s*[-+]?\d+(\.\d+)?\s*", text):
        return None
    return float(text)


def _whole(text: str | None) -> int | None:
    number = _decimal(text)
    return None if number is None else int(number)
