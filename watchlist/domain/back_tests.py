"""What a rule would have done in the past: its firings, how far apart they were, and what came after. No behaviour."""

from __future__ import annotations

from dataclasses import dataclass

from watchlist.domain.instants import Instant


@dataclass(frozen=True, slots=True)
class After:
    """How much something had moved so many days after a firing: median and middle half, over ``n`` firings."""

    days: int
    what: str
    median: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class PastFiring:
    """A period at which the rule would have fired, the value that decided it and when it was over."""

    at: Instant
    value: float | None
    recovered: Instant | None = None
    known_then: bool = True


@dataclass(frozen=True, slots=True)
class BackTestReport:
    """All of it. The past is no promise, and ``n`` says how little it may rest on.

    ``known_then`` of a firing is false where it would not have fired with the values that were published first.
    """

    network: str
    firings: tuple[PastFiring, ...]
    periods: int
    first: Instant | None
    last: Instant | None
    not_judged: int
    median_distance_days: float | None
    longest_silence_days: float | None
    recovered_soon: tuple[int, int]
    after: tuple[After, ...]
    too_noisy: bool = False
    sentence: str = ""
