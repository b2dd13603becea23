"""The coordination score: retention, verification, recurrence and growth quality as one weighted geometric mean.

A lens, not advice. Pillars that do not exist are left out and named; with fewer than three there is no score. A weak
pillar cannot be bought off with a strong one: a pillar of zero makes the score zero.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from watchlist.domain.arrays import Floats
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.lens_findings import Part, ScoreFinding
from watchlist.domain.periods import Grain
from watchlist.metrics.alignment import Aligned, aligned, other, placed
from watchlist.metrics.inputs import FILTERED, RAW
from watchlist.metrics.metric import Call, Format, Metric, Unit

SCALE_SHARES = (0.0, 0.10, 0.25, 0.50, 0.80)
SCALE_POINTS = (0.0, 25.0, 50.0, 80.0, 100.0)
LEAST_PILLARS = 3
LENS = "A lens on whether people keep taking part, not advice to buy or sell."


def on_scale(shares: Floats) -> Floats:
    """Return points for shares: 0 → 0, 10 % → 25, 25 % → 50, 50 % → 80, 80 % and more → 100, straight between."""
    known = ~np.isnan(shares)
    return np.where(known, np.interp(np.where(known, shares, 0.0), SCALE_SHARES, SCALE_POINTS), np.nan)


def verification_points(rate: Floats, liveness: Floats) -> Floats:
    """Return points for rate times liveness, or for what is published of the two; a rate above 1 counts as 1."""
    capped = np.minimum(rate, 1.0)
    both = capped * liveness
    published = np.where(np.isnan(both), np.where(np.isnan(capped), liveness, capped), both)
    return 100.0 * published


def score_of(pillars: list[Floats], weights: tuple[float, ...]) -> Floats:
    """Return the weighted geometric mean of the pillars that exist; missing with fewer than three of them.

    A pillar of weight zero does not count as one.
    """
    table = np.vstack(pillars)
    weight = np.array(weights, np.float64)[:, None] * ~np.isnan(table)
    enough = (weight > 0).sum(axis=0) >= LEAST_PILLARS
    zero = ((table == 0) & (weight > 0)).any(axis=0)
    logs = np.log(np.where(np.isnan(table) | (table <= 0), 1.0, table))
    total = np.where(enough, weight.sum(axis=0), 1.0)
    mean = np.where(zero, 0.0, np.exp((weight * logs).sum(axis=0) / total))
    return np.where(enough, mean, np.nan)


@dataclass(frozen=True, slots=True, eq=False)
class _Pillars:
    both: Aligned
    points: list[Floats]
    sources: list[MetricSeries]


_SOURCES: tuple[str, ...] = (
    "retention.w4.pooled",
    "verification.rate",
    "verification.liveness",
    "recurring.3of4",
    "quality",
)
_TITLES = (
    ("retention", "Retention"),
    ("verification", "Verification"),
    ("recurring", "Recurring participation"),
    ("quality", "Growth quality"),
)


def _pillars(call: Call) -> _Pillars:
    # Verification belongs to the network as a whole, whichever role is looked at.
    variant = "" if call.choice.variant == RAW else f"+{call.choice.variant}"
    sources = [other(call, key + variant if key.startswith("verification") else placed(call, key)) for key in _SOURCES]
    both = aligned(sources)
    retention, rate, liveness, recurring, quality = both.values
    points = [on_scale(retention), verification_points(rate, liveness), on_scale(recurring), quality]
    return _Pillars(both, points, sources)


def _score(call: Call) -> MetricSeries:
    pillars = _pillars(call)
    if not len(pillars.both.periods):
        return call.none(Missing.NOT_ENOUGH)
    both = pillars.both
    values = score_of(pillars.points, call.inputs.options.weights)
    return call.series(both.periods, values, both.complete, both.n, enough=both.enough)


def examine_score(call: Call) -> ScoreFinding:
    """Return the newest complete week's score with its pillars, each with its weight or why it is missing."""
    pillars = _pillars(call)
    both, weights = pillars.both, call.inputs.options.weights
    values = score_of(pillars.points, weights) if len(both.periods) else np.empty(0)
    whole = np.flatnonzero(both.complete & ~np.isnan(values))
    some = np.flatnonzero(both.complete & ~np.isnan(np.vstack(pillars.points)).all(axis=0))
    at = int(whole[-1]) if len(whole) else int(some[-1]) if len(some) else None
    retention, rate, liveness, recurring, quality = pillars.sources
    own = (both.values[0], _verified(both), both.values[3], both.values[4])
    why = (retention.missing, rate.missing or liveness.missing, recurring.missing, quality.missing)
    shown = tuple(
        Part(
            key,
            title,
            _number(own[place], at),
            _number(pillars.points[place], at),
            weights[place],
            Missing.NONE if _number(pillars.points[place], at) is not None else (why[place] or Missing.NOT_ENOUGH),
            _published(rate, liveness) if key == "verification" else "",
        )
        for place, (key, title) in enumerate(_TITLES)
    )
    period = None if at is None else int(both.periods[at])
    return ScoreFinding(call.inputs.network, period, _number(values, at), shown, LENS)


def _verified(both: Aligned) -> Floats:
    return verification_points(both.values[1], both.values[2]) / 100.0


def _published(rate: MetricSeries, liveness: MetricSeries) -> str:
    """Say what the verification pillar rests on."""
    if len(rate) and len(liveness):
        return "verification rate × verifiers alive"
    if len(rate):
        return "verification rate alone: liveness is not published"
    return "verifiers alive alone: no verification rate is published" if len(liveness) else ""


def _number(values: Floats, at: int | None) -> float | None:
    return None if at is None or np.isnan(values[at]) else float(values[at])


ENTRIES: tuple[Metric, ...] = (
    Metric(
        "score",
        "Coordination score",
        Unit.SCORE,
        Format.WHOLE,
        8,
        "How well a network keeps people taking part, from 0 to 100. A lens, not advice.",
        "Weighted geometric mean of up to four pillars, each from 0 to 100: retention (pooled over 4 weeks) and "
        "recurring participation on one scale (10 % gives 25, 25 % gives 50, 50 % gives 80, 80 % gives 100), "
        "verification (rate times verifiers alive, or what is published of them), and growth quality. The weights are "
        "yours. With fewer than three pillars there is no score.",
        "Networks with different pillars are not comparable: look at the pillars first. It knows nothing of price, "
        "teams, law or code.",
        (Grain.WEEK,),
        _score,
        examine_score,
        history=9,
        variants=(RAW, FILTERED),
    ),
)
