"""Growth accounting: who is new, who stayed, who came back and who left. Section 3 of the definitions.

For every period active = new + retained + resurrected, and the change of active = new + resurrected - churned.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ints
from watchlist.domain.figures import MetricSeries
from watchlist.domain.periods import Grain
from watchlist.metrics import counting
from watchlist.metrics.intervals import ratio, wilson
from watchlist.metrics.metric import Call, Format, Metric, Unit
from watchlist.metrics.spans import all_periods


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """Counts per period as floats, NaN where missing; ``before`` is who was active in the period before.

    ``complete`` holds where the period and the one before were read; ``seen`` where the period was.
    """

    periods: Ints
    active: Floats
    new: Floats
    retained: Floats
    resurrected: Floats
    churned: Floats
    before: Floats
    complete: Flags
    seen: Flags


def account(call: Call) -> Account:
    """Return the growth account of a view of which anything was read."""
    held: Account = call.inputs.kept(("account", call.choice, call.grain), lambda: _account(call))
    return held


def _heads(call: Call) -> tuple[Ints, Floats, Flags]:
    """Return the periods and, from the period before them on, who was active and which were read."""
    held: tuple[Ints, Floats, Flags] = call.inputs.kept(("heads", call.choice, call.grain), lambda: _head_counts(call))
    return held


def _head_counts(call: Call) -> tuple[Ints, Floats, Flags]:
    view, grain = call.view, call.grain
    periods = all_periods(view, grain)
    first, last = int(periods[0]), int(periods[-1])
    wider = np.arange(first - 1, last + 1, dtype=np.int64)
    whole, touched = view.coverage.complete(wider, grain), view.coverage.touched(wider, grain)
    return periods, np.where(touched | whole, counting.active(view.index, grain, first - 1, last), np.nan), whole


def _account(call: Call) -> Account:
    view, grain = call.view, call.grain
    periods, active, whole = _heads(call)
    first, last = int(periods[0]), int(periods[-1])
    ages = view.coverage.newcomers_known(periods, grain) & ~np.isnan(active[1:])
    new = np.where(ages, counting.new(view.index, grain, first, last), np.nan)
    pair = ~np.isnan(active[1:]) & whole[:-1]  # the time before a genesis counts as read: nobody was there
    retained = np.where(pair, counting.retained(view.index, grain, first, last), np.nan)
    return Account(
        periods,
        active[1:],
        new,
        retained,
        active[1:] - new - retained,
        np.where(pair, active[:-1], np.nan) - retained,
        np.where(pair, active[:-1], np.nan),
        whole[1:] & whole[:-1],
        whole[1:],
    )


def active(call: Call) -> MetricSeries:
    """Give the distinct participants of each period."""
    periods, heads, whole = _heads(call)
    return call.series(periods.copy(), heads[1:].copy(), whole[1:].copy(), _whole(heads[1:]))


def part(call: Call) -> MetricSeries:
    """Give one line of the account; which one is the last part of the metric's key."""
    held = account(call)
    name = call.metric.key.rpartition(".")[2]
    values: Floats = getattr(held, name)
    return _counts(call, held, values, held.seen if name == "new" else held.complete)


def quick_ratio(call: Call) -> MetricSeries:
    """Give how many came (new or back) for each one who left."""
    held = account(call)
    n = _whole(held.before)
    values = ratio(held.new + held.resurrected, held.churned)
    return call.series(held.periods.copy(), values, held.complete.copy(), n, enough=n >= call.inputs.options.min_cohort)


def churn(call: Call) -> MetricSeries:
    """Give the share of those active in the period before who are not active in this one."""
    held = account(call)
    n = _whole(held.before)
    low, high = wilson(held.churned, held.before)
    enough = n >= call.inputs.options.min_cohort
    return call.series(
        held.periods.copy(), ratio(held.churned, held.before), held.complete.copy(), n, low, high, enough
    )


def _counts(call: Call, held: Account, values: Floats, complete: Flags) -> MetricSeries:
    n = _whole(held.active)
    return call.series(held.periods.copy(), values.copy(), complete.copy(), n)


def _whole(values: Floats) -> Ints:
    """Return counts as whole numbers, 0 where missing."""
    return np.where(np.isnan(values), 0.0, values).astype(np.int64)


_GRAINS = (Grain.WEEK, Grain.MONTH, Grain.ROLLING_28)
_PARTS = {
    "new": (
        "New participants",
        "How many took part in the period who had never done so before.",
        (
            "Participants whose first event ever lies in the period. In the rolling view: whose first day is the "
            "window's last day. Missing for the first 28 days of a stream that was not read from its beginning, "
            "because somebody first seen then may be an old hand."
        ),
        (
            "One person with many addresses is many newcomers; so is a person who moves to a new wallet. "
            "Airdrops, quests and registrations bring crowds that leave again: look at retention beside it."
        ),
    ),
    "retained": (
        "Retained participants",
        "How many took part both in the period and in the one before.",
        "Participants with an event in both periods; each is counted once, however many events it had.",
        (
            "Scheduled jobs come back every period without anybody deciding to. Services that are used once a "
            "quarter look worse here than they are."
        ),
    ),
    "resurrected": (
        "Returned participants",
        "How many took part again after they had been away for at least one period.",
        "Active in the period, not in the one before, and not new.",
        (
            "A short period makes returns out of ordinary pauses; holidays and outages do the same. Missing while "
            "ages are not known."
        ),
    ),
    "churned": (
        "Participants who left",
        "How many took part in the period before and not in this one.",
        (
            "Active in the period before without an event in this one. Somebody who left can come back later and "
            "is then counted as returned."
        ),
        "Not a final goodbye. A change of address counts as one who left and one who came.",
    ),
}


def _active(key: str, title: str, grain: Grain, span: str) -> Metric:
    return Metric(
        f"active.{key}",
        title,
        Unit.PARTICIPANTS,
        Format.WHOLE,
        4,
        f"How many different participants did something {span}.",
        "Every participant with at least one event in the span counts once. Several streams are united before "
        "counting; daily numbers are never added up to weeks.",
        "Addresses are not people: one person can hold many, and a shared account hides many. Bots and paid "
        "campaigns raise it; compare it with the filtered number.",
        (grain,),
        active,
    )


ENTRIES: tuple[Metric, ...] = (
    *(
        Metric(
            f"growth.{name}",
            title,
            Unit.PARTICIPANTS,
            Format.WHOLE,
            3,
            definition,
            computed,
            fooled_by,
            _GRAINS,
            part,
            history=1 if name == "new" else 2,
        )
        for name, (title, definition, computed, fooled_by) in _PARTS.items()
    ),
    Metric(
        "growth.quick_ratio",
        "Quick ratio",
        Unit.RATIO,
        Format.DECIMAL,
        3,
        "How many came, new or back, for each one who left. Above 1 the network gains participants.",
        "New plus returned participants, divided by those who left. Missing where nobody left.",
        "A burst of newcomers lifts it at once, their leaving shows a period later. In a small network a handful of "
        "people moves it a lot.",
        _GRAINS,
        quick_ratio,
        history=2,
    ),
    Metric(
        "churn",
        "Churn",
        Unit.SHARE,
        Format.PERCENT,
        2,
        "Of those who took part in the period before, the share who did not come back in this one.",
        "Participants who left, divided by all who were active in the period before; the band is the 95 % Wilson "
        "interval.",
        "It mixes newcomers, of whom most leave everywhere, with regulars: a campaign raises churn a period later "
        "although no regular left.",
        (Grain.WEEK, Grain.MONTH, Grain.ROLLING_28),
        churn,
        history=2,
    ),
    _active("d", "Daily active", Grain.DAY, "on the day"),
    _active("w", "Weekly active", Grain.WEEK, "in the week (Monday to Sunday, UTC)"),
    _active("m", "Monthly active", Grain.MONTH, "in the calendar month"),
    _active("28d", "Active in 28 days", Grain.ROLLING_28, "in the 28 days that end with the day"),
)
