"""Recurring participation: who comes again and again. Section 4 of the definitions.

Counts days and weeks, never events: a thousand events on one day are one active day.
"""

from __future__ import annotations

from functools import partial

import numpy as np

from watchlist.domain.arrays import Ids, Ints
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.findings import ActiveDays
from watchlist.domain.periods import Grain, first_day, period_of_day, periods_of_days
from watchlist.metrics import counting
from watchlist.metrics.activity_index import ActivityIndex
from watchlist.metrics.cohorts import Unknown, cohort_counts, stretches
from watchlist.metrics.intervals import ratio, wilson
from watchlist.metrics.metric import Call, Format, Metric, Param, Unit
from watchlist.metrics.packed_bits import Words, set_of, sizes
from watchlist.metrics.spans import complete_periods, completeness, last_complete_day, run_of
from watchlist.metrics.timelines import counts, set_blocks

WINDOW = counting.WINDOW
OLD_ENOUGH = 8  # weeks after which a cohort's one-time members are counted
_CONVERTED = 4  # weeks after which every member's first 28 days are over
_PIECE = 1 << 16


def recurring(call: Call, k: int | None = None, m: int | None = None) -> MetricSeries:
    """Give, at each complete week, the share of those active in the last m weeks who were so in at least k."""
    options = call.inputs.options
    k = call.whole("k") or options.recurring_k if k is None else k
    m = call.whole("m") or options.recurring_m if m is None else m
    periods = complete_periods(call.view, Grain.WEEK)
    if k > m or len(periods) < m:
        return call.none(Missing.NOT_ENOUGH)
    table = recurring_counts(call.view.index, k, m, int(periods[0]), int(periods[-1]))
    sound = run_of(completeness(call.view, Grain.WEEK), m)
    hits, n = np.where(sound, table[:, 0], 0), np.where(sound, table[:, 1], 0)
    periods, hits, n, sound = periods[m - 1 :].copy(), hits[m - 1 :], n[m - 1 :].copy(), sound[m - 1 :].copy()
    low, high = wilson(hits, n)
    return call.series(periods, ratio(hits, n), sound, n, low, high, n >= options.min_cohort)


def recurring_counts(index: ActivityIndex, k: int, m: int, first: int, last: int) -> Ints:
    """Return, per week, how many were active in at least k of the m weeks that end with it, and how many in any."""

    def compute(a: int, b: int) -> Ints:
        found = np.zeros((b + 1 - a, 2), np.int64)
        begin = period_of_day(index.base, Grain.WEEK)
        for week, sets in set_blocks(index, Grain.WEEK, max(begin, a - m + 1), b):
            if week > a - m + 1:  # nobody of this block was there before
                sets = np.concatenate([np.zeros((week - (a - m + 1), sets.shape[1]), sets.dtype), sets])
            often, ever = at_least(sets, k, m)
            found[:, 0] += sizes(often)
            found[:, 1] += sizes(ever)
        return found

    table = counts(index, ("recurring", k, m), Grain.WEEK, first, last, compute)
    return table if table.ndim == 2 else np.zeros((last + 1 - first, 2), np.int64)


def at_least(sets: Words, k: int, m: int) -> tuple[Words, Words]:
    """Return, for each window of m successive sets, the rows that are in at least k of them, and those in any.

    Each row's count is kept as binary digits, one set per digit, and compared with k digit by digit.
    """
    windows = len(sets) - m + 1
    digits: list[Words] = []
    ever = np.zeros((windows, sets.shape[1]), sets.dtype)
    for offset in range(m):
        carry = sets[offset : offset + windows]
        ever |= carry
        for place, digit in enumerate(digits):
            digits[place], carry = digit ^ carry, digit & carry
        if (offset + 1).bit_length() > len(digits):
            digits.append(carry)
    less = np.zeros_like(ever)
    for place, digit in enumerate(digits):  # from the lowest digit up: the highest one that differs decides
        less = ~digit | less if k >> place & 1 else ~digit & less
    return (ever & ~less if k >> len(digits) == 0 else np.zeros_like(ever)), ever


def stickiness(call: Call) -> MetricSeries:
    """Give, at each day, the mean of daily active over 28 days divided by those active in these 28 days."""
    periods = complete_periods(call.view, Grain.DAY)
    if len(periods) < WINDOW:
        return call.none(Missing.NOT_ENOUGH)
    first, last = int(periods[0]), int(periods[-1])
    daily = counting.active(call.view.index, Grain.DAY, first, last)
    total = np.concatenate([[0], np.cumsum(daily)])
    n = counting.active(call.view.index, Grain.ROLLING_28, first + WINDOW - 1, last)
    sound = run_of(completeness(call.view, Grain.DAY), WINDOW)[WINDOW - 1 :]
    n = np.where(sound, n, 0)
    values = ratio((total[WINDOW:] - total[:-WINDOW]) / WINDOW, n)
    return call.series(periods[WINDOW - 1 :].copy(), values, sound, n, enough=n >= call.inputs.options.min_cohort)


def active_days(call: Call) -> ActiveDays:
    """Count on how many of the last 28 complete days each participant was active."""
    days = np.arange(1, WINDOW + 1)
    last = last_complete_day(call.view)
    read = last is not None and bool(call.view.coverage.complete(np.array([last]), Grain.ROLLING_28)[0])
    variant = call.choice.variant
    if last is None or not read:
        missing = call.view.missing if call.view.missing is not Missing.NONE else Missing.NOT_ENOUGH
        return ActiveDays(call.inputs.network, days, np.zeros(WINDOW, np.int64), 0, None, missing, variant)
    held = call.view.index.active_days(last - WINDOW + 1, last + 1)
    found = np.bincount(held, minlength=WINDOW + 1)[1:]
    return ActiveDays(call.inputs.network, days, found, int(found.sum()), last, Missing.NONE, variant)


def one_time(call: Call) -> MetricSeries:
    """Give, at each complete week, the share of all members of old enough cohorts with one active day so far."""
    periods = complete_periods(call.view, Grain.WEEK)
    if len(periods) <= OLD_ENOUGH:
        return call.none(Missing.NOT_ENOUGH)
    first, last = int(periods[0]), int(periods[-1])
    coverage = call.view.coverage
    table = _second_weeks(call.view.index, first, last, coverage.unknown)
    complete = completeness(call.view, Grain.WEEK)
    table[~complete] = 0  # a cohort whose week was not wholly read does not exist
    width = len(periods)
    members = np.concatenate([[0], np.cumsum(table.sum(axis=1))])  # of all cohorts before each
    again = np.zeros((width + 1, width), np.int64)  # of those cohorts, who had a second day up to each week
    np.cumsum(np.cumsum(table[:, :-1], axis=1), axis=0, out=again[1:])
    at = np.arange(OLD_ENOUGH, width)
    # a second day may hide in weeks that were not read: cohorts from before the newest hole are left out
    hole = np.maximum.accumulate(np.where(complete, 0, np.arange(width) + 1))[at]
    upto = np.maximum(at - OLD_ENOUGH + 1, hole)
    n = np.where(complete[at], members[upto] - members[hole], 0)
    once = n - np.where(complete[at], again[upto, at] - again[hole, at], 0)
    low, high = wilson(once, n)
    enough = n >= call.inputs.options.min_cohort
    return call.series(periods[at], ratio(once, n), complete[at], n, low, high, enough)


def _second_weeks(index: ActivityIndex, first: int, last: int, unknown: Unknown) -> Ints:
    """Return a table of cohorts (rows) by the week of the second active day; the last column is “not by ``last``”."""
    wide = last + 1 - first
    table = np.zeros(wide * (wide + 1), np.int64)
    (second,) = _nth(index, (2,))
    firsts = index.row_first.astype(np.int64)
    known = np.ones(len(firsts), np.bool_) if index.alive is None else index.alive.copy()
    for a, b in unknown:
        known &= (firsts < a) | (firsts >= b)
    for at in range(0, len(firsts), _PIECE):
        piece = slice(at, at + _PIECE)
        cohort = periods_of_days(firsts[piece], Grain.WEEK) - first
        week = np.minimum(periods_of_days(second[piece].astype(np.int64), Grain.WEEK) - first, wide)
        inside = known[piece] & (cohort >= 0) & (cohort < wide)
        table += np.bincount((cohort * (wide + 1) + week)[inside], minlength=len(table))
    return table.reshape(wide, wide + 1)


def conversion(call: Call, n: int) -> MetricSeries:
    """Give, four weeks after each cohort, the share of it that reached an n-th active day in its first 28 days."""
    periods = complete_periods(call.view, Grain.WEEK)
    if len(periods) <= _CONVERTED:
        return call.none(Missing.NOT_ENOUGH)
    index, coverage = call.view.index, call.view.coverage
    first, last = int(periods[0]), int(periods[-1])
    sizes_of = np.diagonal(cohort_counts(index, Grain.WEEK, first, last, coverage.unknown))[:-_CONVERTED]
    hits = _converted(index, n, first, last, coverage.unknown)[:-_CONVERTED]
    sound = run_of(completeness(call.view, Grain.WEEK), _CONVERTED + 1)[_CONVERTED:]
    members = np.where(sound, sizes_of, 0)
    low, high = wilson(hits, members)
    enough = members >= call.inputs.options.min_cohort
    return call.series(periods[_CONVERTED:].copy(), ratio(hits, members), sound, members, low, high, enough)


def _converted(index: ActivityIndex, wanted: int, first: int, last: int, unknown: Unknown) -> Ints:
    """Return how many of each cohort had their n-th active day within 28 days, the first one included."""
    found = np.zeros(last + 1 - first, np.int64)
    begin = period_of_day(index.base, Grain.WEEK)
    if not len(index) or last < begin:
        return found
    (nth,) = _nth(index, (wanted,))
    quick = np.flatnonzero(nth.astype(np.int64) < index.row_first.astype(np.int64) + WINDOW)
    cut = stretches(index, Grain.WEEK, last, unknown)
    held = cut.count(set_of(quick, index.words_at(first_day(last + 1, Grain.WEEK) - 1)))
    low = max(begin, first)
    found[low - first :] = held[low - begin :]
    return found


def _nth(index: ActivityIndex, wanted: tuple[int, ...]) -> list[Ids]:
    """Return the n-th active days of all rows; those that are ever asked for are found together and kept."""
    entry = index.memo.get("nth")
    if entry is None:
        entry = index.memo["nth"] = counting.NthDays()
    held = entry.of(index, _USUAL)
    return [held[_USUAL.index(n)] for n in wanted]


def _recurring(k: int, m: int) -> Metric:
    return Metric(
        f"recurring.{k}of{m}",
        f"Recurring in {k} of {m} weeks",
        Unit.SHARE,
        Format.PERCENT,
        4,
        f"Of everybody who took part in the last {m} weeks, the share who did so in at least {k} of them.",
        f"{_RECURRING.format(k=k, m=m)} {_BAND}",
        _FOOLED,
        (Grain.WEEK,),
        partial(recurring, k=k, m=m),
        history=m,
    )


def _conversion(n: int, word: str) -> Metric:
    return Metric(
        f"conversion.{word}",
        f"Newcomers with a {word} active day",
        Unit.SHARE,
        Format.PERCENT,
        4,
        f"Of the newcomers of a week, the share who reached a {word} active day within 28 days of beginning.",
        f"The first active day is day 1 of 28; the {word} different day must lie among them. Drawn four weeks after "
        f"the cohort's week, when everybody's 28 days are over. {_BAND}",
        "An address that acts by itself every day converts at once. Participants of unknown age are in no cohort.",
        (Grain.WEEK,),
        partial(conversion, n=n),
        history=_CONVERTED + 1,
    )


_USUAL = (2, 5)
_BAND = "The band is the 95 % Wilson interval; fewer participants than the minimum size are drawn hollow."
_RECURRING = (
    "At each complete week: participants active in {k} or more of the last {m} weeks, divided by those active in any "
    "of them. All {m} weeks must have been read."
)
_FOOLED = (
    "Scheduled programs recur best of all: read the filtered figure beside it. A wave of newcomers lowers the share "
    "although no regular left."
)

ENTRIES: tuple[Metric, ...] = (
    *(_recurring(k, m) for k, m in ((3, 4), (2, 4), (4, 4), (6, 8), (9, 12))),
    Metric(
        "recurring.kofm",
        "Recurring in k of m weeks",
        Unit.SHARE,
        Format.PERCENT,
        4,
        "Of everybody who took part in the last m weeks, the share who did so in at least k of them.",
        f"{_RECURRING.format(k='k', m='m')} {_BAND}",
        _FOOLED,
        (Grain.WEEK,),
        recurring,
        history=2,
        params=(
            Param("k", 0, "Weeks with activity (0: as in the settings)", 0, 104),
            Param("m", 0, "Weeks looked at (0: as in the settings)", 0, 104),
        ),
    ),
    Metric(
        "stickiness",
        "Stickiness",
        Unit.SHARE,
        Format.PERCENT,
        4,
        "The share of a 28-day crowd that shows up on an average day: how much of a habit the network is.",
        "The mean of daily active over 28 days, divided by the participants active in these 28 days. All 28 days must "
        "have been read.",
        "Some networks are used weekly by design and never score high. Daily programs push it up.",
        (Grain.DAY,),
        stickiness,
        history=WINDOW,
    ),
    Metric(
        "active_days",
        "Active days in 28",
        Unit.PARTICIPANTS,
        Format.WHOLE,
        4,
        "How many participants were active on one day, on two, and so on up to all 28.",
        "Everybody active in the last 28 complete days, by the number of different days on which they were.",
        "A peak at 28 days is rarely human; a peak at one day is often a campaign.",
        (Grain.ROLLING_28,),
        examine=active_days,
        history=WINDOW,
    ),
    Metric(
        "onetime.share",
        "One-time share",
        Unit.SHARE,
        Format.PERCENT,
        4,
        "Of all who began at least eight weeks ago, the share who were active on a single day and never again so far.",
        "Members of cohorts that are eight weeks old or older with exactly one active day up to that week, divided by "
        f"all members of these cohorts. {_BAND}",
        "Somebody who always uses a fresh address looks like many one-time participants. Old cohorts weigh in for "
        "ever, so it moves slowly.",
        (Grain.WEEK,),
        one_time,
        history=OLD_ENOUGH + 1,
    ),
    _conversion(2, "2nd"),
    _conversion(5, "5th"),
)
