"""When a host may be asked again: pure code with the time handed in. Never sleeps and never sends.

A gate per host holds a token bucket, what the vendor's headers and refusals said, and a circuit breaker. All times
are instants (microseconds).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from watchlist.domain.instants import MINUTE, SECOND, Instant
from watchlist.sources.headers import Quota, quota_of

FIRST_BREAK = 30 * SECOND
LONGEST_BREAK = 15 * MINUTE
FAILURES_BEFORE_BREAK = 5
SLOWEST = 1 / 16
RECOVERY = 1.05


@dataclass(frozen=True, slots=True)
class HostRules:
    """What a vendor allows: tokens a minute, how many at once after a pause, requests in flight, budgets.

    ``reset_unit`` is the unit of a relative x-ratelimit-reset ("s" or "ms"); ``used_limit`` is the limit that a
    used-weight header is measured against. ``only_success_counts`` tells that a refusal costs no budget.
    """

    per_minute: float = 60.0
    burst: int = 5
    concurrency: int = 4
    daily: int | None = None
    monthly: int | None = None
    reset_unit: str = "s"
    used_limit: int | None = None
    only_success_counts: bool = False


class Circuit(StrEnum):
    """Whether a host is asked at all."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half-open"


class TokenBucket:
    """Tokens that grow with time up to a burst; a refusal halves the growth, successes restore it slowly."""

    def __init__(self, per_minute: float, burst: float, now: Instant) -> None:
        self._rate = per_minute / MINUTE
        self._burst = max(1.0, float(burst))
        self._tokens = self._burst
        self._at = now
        self.pace = 1.0

    def _refill(self, now: Instant) -> None:
        if now > self._at:
            self._tokens = min(self._burst, self._tokens + (now - self._at) * self._rate * self.pace)
            self._at = now

    def ready_at(self, now: Instant, weight: float = 1.0) -> Instant:
        """Return when ``weight`` tokens will be there; a weight above the burst waits for a full bucket."""
        self._refill(now)
        lacking = min(weight, self._burst) - self._tokens
        return now if lacking <= 0 else now + int(lacking / (self._rate * self.pace)) + 1

    def take(self, now: Instant, weight: float = 1.0) -> None:
        """Take tokens; the bucket may owe some, so that later askers wait behind earlier ones."""
        self._refill(now)
        self._tokens -= weight

    def drain(self) -> None:
        """Forget saved-up tokens after a refusal."""
        self._tokens = min(self._tokens, 0.0)

    def slower(self) -> None:
        """Halve the growth, down to a sixteenth."""
        self.pace = max(SLOWEST, self.pace / 2)

    def faster(self) -> None:
        """Grow back towards the full pace."""
        self.pace = min(1.0, self.pace * RECOVERY)


class HostGate:
    """Decides for one host when the next request may go."""

    def __init__(self, rules: HostRules, now: Instant, jitter: Callable[[], float]) -> None:
        self.rules = rules
        self.bucket = TokenBucket(rules.per_minute, rules.burst, now)
        self.blocked_until: Instant = 0
        self.quota = Quota()
        self.refusals = 0
        self._failures = 0
        self._breaks = 0
        self._open_until: Instant = 0
        self._probing = False
        self._jitter = jitter

    def circuit(self, now: Instant) -> Circuit:
        """Return the state of the circuit breaker."""
        if self._open_until == 0:
            return Circuit.CLOSED
        return Circuit.OPEN if now < self._open_until else Circuit.HALF_OPEN

    def ready_at(self, now: Instant, weight: float = 1.0) -> Instant:
        """Return the earliest instant at which a request of this weight may start."""
        at = max(self.bucket.ready_at(now, weight), self.blocked_until)
        circuit = self.circuit(now)
        if circuit is Circuit.OPEN:
            return max(at, self._open_until)
        if circuit is Circuit.HALF_OPEN and self._probing:
            return max(at, now + FIRST_BREAK)
        return at

    def take(self, now: Instant, weight: float = 1.0) -> None:
        """Count a request that is about to start."""
        self.bucket.take(now, weight)
        if self.circuit(now) is Circuit.HALF_OPEN:
            self._probing = True

    def read_headers(self, headers: Mapping[str, str], now: Instant) -> None:
        """Learn from the vendor's own counters; an exhausted one blocks the host until its reset."""
        quota = quota_of(headers, now, self.rules.reset_unit, self.rules.used_limit)
        if quota is None:
            return
        self.quota = quota
        if quota.left is not None and quota.left <= 0:
            until = quota.reset_at if quota.reset_at is not None else now + MINUTE
            self.blocked_until = max(self.blocked_until, until)

    def succeeded(self) -> None:
        """The host answered: close the circuit, speed up a little."""
        self._failures = self._breaks = self.refusals = 0
        self._open_until = 0
        self._probing = False
        self.bucket.faster()

    def refused(self, now: Instant, retry_at: Instant | None) -> Instant:
        """The host said "too often": slow down and return when to come back."""
        self._probing = False
        self._open_until = 0
        self.refusals += 1
        self.bucket.slower()
        self.bucket.drain()
        until = retry_at if retry_at is not None else now + backoff(self.refusals, self._jitter, 30 * SECOND)
        self.blocked_until = max(self.blocked_until, until)
        return self.blocked_until

    def failed(self, now: Instant) -> Instant | None:
        """No usable answer: break after several in a row. Returns until when, None while the circuit is closed."""
        probe = self._probing
        self._probing = False
        self._failures += 1
        if not probe and self._failures < FAILURES_BEFORE_BREAK:
            return None
        self._open_until = now + backoff(self._breaks, self._jitter, FIRST_BREAK, LONGEST_BREAK)
        self._breaks += 1
        return self._open_until

    def abandoned(self) -> None:
        """A request ended without telling anything about the host (cancelled)."""
        self._probing = False


def backoff(
    attempt: int, jitter: Callable[[], float], first: Instant = SECOND, longest: Instant = 10 * MINUTE
) -> Instant:
    """Return a pause that doubles with each attempt (0 is the first), between half and the whole of it by chance."""
    whole = min(longest, first << min(max(attempt, 0), 20))
    return int(whole * (0.5 + 0.5 * jitter()))
