"""One mapping from the errors of sources to the outcomes that reports show."""

from __future__ import annotations

from watchlist.domain.errors import BadAnswer, Gone, KeyRejected, PlanLimit, RateLimited, SourceError, Unreachable
from watchlist.domain.fetches import Outcome

_OUTCOMES: dict[type[SourceError], Outcome] = {
    RateLimited: Outcome.RATE_LIMITED,
    KeyRejected: Outcome.KEY_REJECTED,
    PlanLimit: Outcome.PLAN_LIMIT,
    Gone: Outcome.GONE,
    Unreachable: Outcome.UNREACHABLE,
    BadAnswer: Outcome.BAD_ANSWER,
}


def outcome_of(error: SourceError) -> Outcome:
    """Return the outcome that an error of a source stands for."""
    return _OUTCOMES.get(type(error), Outcome.BAD_ANSWER)
