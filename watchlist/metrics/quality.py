"""Growth quality and hollow growth: is the growth made of people who stay? Section 7.

The mean exists only where all five parts do; a missing part is named, never counted as zero. The parts that rest on
filtered numbers move with the marks, also in the past.
"""

from __future__ import annotations

import numpy as np

from watchlist.domain.arrays import Floats
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.lens_findings import Part, QualityFinding
from watchlist.domain.periods import Grain
from watchlist.metrics.alignment import Aligned, aligned, other, placed
from watchlist.metrics.inputs import FILTERED, RAW
from watchlist.metrics.metric import Call, Format, Metric, Unit

HOLLOW_WEEKS = 8
HOLLOW_RISE = 0.20
PARTS: tuple[tuple[str, str, str, str], ...] = (
    ("recurring", "Recurring participation, 3 of 4 weeks, filtered", "recurring.3of4", FILTERED),
    ("one_time", "Without one-time participants", "onetime.share", RAW),
    ("quick_ratio", "Quick ratio, half of it and at most 1", "growth.quick_ratio", RAW),
    ("evenness", "Effective number against head count", "concentration.evenness", RAW),
    ("gap", "Without the gap between raw and filtered", "gap", RAW),
)
"""Key, title, metric and variant of the five parts, in the order in which they are shown."""


def parts_of(recurring: Floats, one_time: Floats, quick: Floats, evenness: Floats, gap: Floats) -> list[Floats]:
    """Return what each part gives, 0 to 1."""
    return [recurring, 1.0 - one_time, np.minimum(1.0, quick / 2.0), evenness, 1.0 - gap]


def quality_of(parts: list[Floats]) -> Floats:
    """Return the mean of the parts from 0 to 100; missing where any part is."""
    mean: Floats = 100.0 * np.mean(np.vstack(parts), axis=0)
    return mean


def is_hollow(active: Floats, recurring: Floats) -> Floats:
    """Return 1 where raw active rose by 20 % or more over 8 weeks while filtered recurring fell, else 0.

    Both are weekly; missing where either end of either is.
    """
    hollow = np.full(len(active), np.nan)
    if len(active) > HOLLOW_WEEKS:
        before, now = active[:-HOLLOW_WEEKS], active[HOLLOW_WEEKS:]
        earlier, later = recurring[:-HOLLOW_WEEKS], recurring[HOLLOW_WEEKS:]
        known = ~np.isnan(before) & ~np.isnan(now) & ~np.isnan(earlier) & ~np.isnan(later) & (before > 0)
        true = (now - before >= HOLLOW_RISE * before) & (later < earlier)
        hollow[HOLLOW_WEEKS:] = np.where(known, true.astype(np.float64), np.nan)
    return hollow


def _sources(call: Call) -> list[MetricSeries]:
    """Return the series of the parts; in the filtered quality every part is filtered."""
    made = []
    for _, _, key, variant in PARTS:
        chosen = RAW if key == "gap" else FILTERED if call.choice.variant == FILTERED else variant
        made.append(other(call, placed(call, key, chosen)))
    return made


def _lined(call: Call) -> tuple[Aligned, list[Floats], list[MetricSeries]]:
    sources = _sources(call)
    both = aligned(sources)
    columns = both.values
    return both, parts_of(columns[0], columns[1], columns[2], columns[3], columns[4]), sources


def _quality(call: Call) -> MetricSeries:
    both, parts, sources = _lined(call)
    for one in sources:
        if not len(one):
            return call.none(one.missing or Missing.NOT_ENOUGH)
    return call.series(both.periods, quality_of(parts), both.complete, both.n, enough=both.enough)


def _hollow_pair(call: Call) -> tuple[MetricSeries, MetricSeries]:
    return other(call, placed(call, "active.w", RAW)), other(call, placed(call, "recurring.3of4", FILTERED))


def _hollow(call: Call) -> MetricSeries:
    pair = _hollow_pair(call)
    for one in pair:
        if not len(one):
            return call.none(one.missing or Missing.NOT_ENOUGH)
    both = aligned(pair)
    active, recurring = (np.where(both.complete, values, np.nan) for values in both.values)
    return call.series(both.periods, is_hollow(active, recurring), both.complete, both.n, enough=both.enough)


def examine_quality(call: Call) -> QualityFinding:
    """Return the newest complete week's quality in its parts, and what could not be checked."""
    both, parts, sources = _lined(call)
    report = call.inputs.patterns()
    unchecked = tuple((one.indicator.value, one.stream, one.reason) for one in report.unchecked)
    values = quality_of(parts)
    known = np.flatnonzero(both.complete & ~np.isnan(np.vstack(parts)).all(axis=0))
    whole = np.flatnonzero(both.complete & ~np.isnan(values))
    at = int(whole[-1]) if len(whole) else int(known[-1]) if len(known) else None
    hollow_series = _hollow(call)
    newest = hollow_series.newest()
    hollow = None if newest is None else bool(hollow_series.values[newest])
    shown = tuple(
        Part(
            key,
            title,
            _number(both.values[place], at),
            _number(100.0 * parts[place], at),
            0.2,
            Missing.NONE if _number(parts[place], at) is not None else (sources[place].missing or Missing.NOT_ENOUGH),
        )
        for place, (key, title, _, _) in enumerate(PARTS)
    )
    period = None if at is None else int(both.periods[at])
    return QualityFinding(call.inputs.network, period, _number(values, at), shown, hollow, unchecked)


def _number(values: Floats, at: int | None) -> float | None:
    return None if at is None or np.isnan(values[at]) else float(values[at])


ENTRIES: tuple[Metric, ...] = (
    Metric(
        "quality",
        "Growth quality",
        Unit.SCORE,
        Format.WHOLE,
        7,
        "Whether growth is made of participants who come back, spread widely, without manufactured activity: 0 to 100.",
        "Mean of five parts: recurring participation (3 of 4 weeks, filtered); 1 minus the one-time share; half the "
        "quick ratio, at most 1; effective number over head count; 1 minus the gap of weekly active participants. "
        "Every part is shown. Missing where a part is.",
        "A small, loyal and closed circle scores high without growing at all. The parts are weighted alike because "
        "nothing better is known, not because they matter alike.",
        (Grain.WEEK,),
        _quality,
        examine_quality,
        history=9,
        variants=(RAW, FILTERED),
    ),
    Metric(
        "hollow",
        "Hollow growth",
        Unit.COUNT,
        Format.WHOLE,
        7,
        "A warning, not a score: more participants are counted while fewer of them come back.",
        "1 where raw weekly active participants rose by at least 20 % over 8 complete weeks while filtered recurring "
        "participation (3 of 4 weeks) fell over the same weeks, else 0.",
        "A true wave of newcomers does the same for a while: they have had no time yet to recur.",
        (Grain.WEEK,),
        _hollow,
        examine_quality,
        history=13,
        variants=(RAW,),
    ),
)
