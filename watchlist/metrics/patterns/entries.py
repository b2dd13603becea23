"""The catalog entries of the patterns: how many participants are marked, and how much of a number they make up.

Marks are those of today's history: when they change, the filtered numbers of old periods change with them.
"""

from __future__ import annotations

from functools import partial

import numpy as np

from watchlist.domain.arrays import Floats
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.pattern_findings import PatternReport
from watchlist.domain.periods import Grain
from watchlist.metrics.alignment import aligned, other, placed
from watchlist.metrics.inputs import FILTERED, RAW
from watchlist.metrics.metric import Call, Format, Metric, Param, Unit


def gap_between(raw: Floats, filtered: Floats) -> Floats:
    """Return ``1 - filtered / raw``; missing where raw is zero or either is missing."""
    share: Floats = np.divide(filtered, raw, out=np.full(len(raw), np.nan), where=(raw != 0) & ~np.isnan(raw))
    return 1.0 - share


def gap_of(call: Call, key: str, grain: Grain | None = None) -> MetricSeries:
    """Return the gap of a metric: which part of it the marked participants make up."""
    raw = other(call, placed(call, key, RAW), grain)
    filtered = other(call, placed(call, key, FILTERED), grain)
    for one in (raw, filtered):
        if not len(one):
            return MetricSeries.none(call.inputs.network, call.name, call.grain, one.missing or Missing.NOT_ENOUGH)
    both = aligned([raw, filtered])
    values = gap_between(both.values[0], both.values[1])
    count = len(values)
    nothing = np.full(count, np.nan)
    return MetricSeries(
        call.inputs.network,
        call.name,
        raw.grain,
        both.periods,
        values,
        nothing,
        nothing.copy(),
        both.n,
        both.complete & both.present[0] & both.present[1],
        both.enough,
    )


def _gap(call: Call, key: str = "") -> MetricSeries:
    return gap_of(call, key or str(call.params["metric"]))


def _marked_share(call: Call) -> MetricSeries:
    """Return the share of the week's active participants that are marked."""
    return gap_of(call, "active.w")


def examine_patterns(call: Call) -> PatternReport:
    """Return what the survey found at the chosen level: groups, reasons, evidence, and what could not be checked."""
    return call.inputs.patterns()


_FOOLED = (
    "A pattern is a likeness, not a verdict: a club that meets on fixed days is in lockstep, a scheduled job is "
    "clockwork. Careful farmers avoid every pattern looked for here, so the true gap can be larger. Marks follow the "
    "whole history read so far: when they change, filtered figures of old periods change with them."
)
ENTRIES: tuple[Metric, ...] = (
    Metric(
        "gap",
        "Gap between raw and filtered",
        Unit.SHARE,
        Format.PERCENT,
        7,
        "Which part of a number rests on participants that show a pattern of manufactured activity.",
        "One minus the filtered figure over the raw one; the filtered one leaves out everybody whom an indicator marks "
        "at the chosen level, and those you excluded.",
        _FOOLED,
        (Grain.WEEK,),
        _gap,
        examine_patterns,
        variants=(RAW,),
        params=(Param("metric", "active.w", "Metric whose gap is shown"),),
    ),
    *(
        Metric(
            f"gap.{key}",
            f"Gap of {name}",
            Unit.SHARE,
            Format.PERCENT,
            7,
            f"How much of {name} goes away without the participants that show a pattern; below zero it gains.",
            "One minus the filtered figure over the raw one.",
            _FOOLED,
            (Grain.WEEK,),
            partial(_gap, key=key),
            examine_patterns,
            variants=(RAW,),
        )
        for key, name in (
            ("retention.w4", "retention after 4 weeks"),
            ("recurring.3of4", "recurring participation"),
            ("growth.new", "new participants"),
        )
    ),
    Metric(
        "patterns",
        "Participants with a pattern",
        Unit.SHARE,
        Format.PERCENT,
        7,
        "Which part of a week's active participants show a pattern of manufactured activity.",
        "Active participants whom at least one of six indicators marks at the chosen level, over all active ones: "
        "lockstep, one-day crowd, clockwork, same size, back and forth, common funder. The spread of newcomers before "
        "a crowd counts as one participant at least, newcomers in lockstep do not make a crowd, and same-size events "
        "are compared with the events of their own time, over 28 days at least. Payouts and what machines send on "
        "purpose (proofs, heartbeats, registrations of nodes) are not judged by their rhythm.",
        _FOOLED,
        (Grain.WEEK,),
        _marked_share,
        examine_patterns,
        variants=(RAW,),
    ),
)
