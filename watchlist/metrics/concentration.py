"""Who controls a network: how events and amounts of 28 complete days are spread over participants.

Every number is trailing: a period's figure rests on the 28 days that end with it and later events never change it.
The filtered ones can change, as marks can.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ids, Ints
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.instants import DAY
from watchlist.domain.lens_findings import ConcentrationFinding, RewardsFinding, Spread
from watchlist.domain.network import Kind
from watchlist.domain.periods import Grain, period_ends
from watchlist.metrics.holdings import THRESHOLDS, Measures, holdings, lorenz, rolling
from watchlist.metrics.metric import Call, Format, Metric, Needs, Unit
from watchlist.metrics.readings import Reading, left_out, reading, reading_of

EVENTS, AMOUNTS = "events", "amounts"
WINDOW_DAYS = 28


@dataclass(frozen=True, slots=True, eq=False)
class _Rolled:
    """The measures of every period, kept for all metrics of a choice."""

    periods: Ints
    measures: Measures
    complete: Flags
    missing: Missing


def _rolled(call: Call, what: str) -> _Rolled:
    key = ("concentration", call.choice, call.grain, what)
    found: _Rolled = call.inputs.kept(key, lambda: _roll(reading_of(call.inputs, call.choice), call.grain, what))
    return found


def _roll(read: Reading, grain: Grain, what: str) -> _Rolled:
    """Return the measures of the windows that end with each period."""
    missing = read.missing
    if missing is Missing.NONE and what == AMOUNTS and len(read.kinds_with_amounts()) != 1:
        # Coins, units of work and batch sizes are different things: they are never added up.
        missing = Missing.DOES_NOT_EXIST
    if missing is not Missing.NONE:
        return _Rolled(np.empty(0, np.int64), Measures.empty(0), np.empty(0, np.bool_), missing)
    periods = read.periods(grain)
    steps = 4 if grain is Grain.WEEK else WINDOW_DAYS
    weights = read.amounts if what == AMOUNTS else None
    places = read.places(grain, int(periods[0]))
    measures = rolling(read.participants, places, weights, len(periods), steps)
    last_days = period_ends(periods, grain) // DAY - 1
    return _Rolled(periods, measures, read.coverage.complete(last_days, Grain.ROLLING_28), missing)


def _column(call: Call, name: str, what: str) -> MetricSeries:
    rolled = _rolled(call, what)
    if rolled.missing is not Missing.NONE:
        return call.none(rolled.missing)
    values: Floats = getattr(rolled.measures, name).astype(np.float64)
    return call.series(rolled.periods, values, rolled.complete, rolled.measures.n.copy())


def _window(read: Reading) -> tuple[int, int] | None:
    """Return the first day of the last 28 complete days and the day after them."""
    horizon = read.coverage.horizon
    return None if horizon is None else (horizon // DAY - WINDOW_DAYS, horizon // DAY)


def examine_concentration(call: Call) -> ConcentrationFinding:
    """Return the newest 28 complete days in full, with Lorenz curves."""
    read = reading_of(call.inputs, call.choice)
    window = _window(read)
    sides = {what: _side(read, window, what) for what in (EVENTS, AMOUNTS)}
    out: dict[str, int] = {}
    for participant in left_out(call.inputs, call.choice.variant).tolist():
        label = call.inputs.labels.get(participant, "marked by a pattern")
        if participant in call.inputs.excluded:
            label = call.inputs.labels.get(participant, "excluded by you")
        out[label] = out.get(label, 0) + 1
    return ConcentrationFinding(
        call.inputs.network,
        call.name,
        None if window is None else window[0],
        None if window is None else window[1] - 1,
        sides[EVENTS],
        sides[AMOUNTS],
        (THRESHOLDS[0] / 100, THRESHOLDS[1] / 100, THRESHOLDS[2] / 100),
        tuple(sorted(out.items())),
    )


def _side(read: Reading, window: tuple[int, int] | None, what: str) -> Spread:
    nothing = np.empty(0)
    if read.missing is not Missing.NONE or window is None:
        return Spread(what, None, nothing, nothing, read.missing if window is not None else Missing.NOT_READ)
    if what == AMOUNTS and len(read.kinds_with_amounts()) != 1:
        return Spread(what, None, nothing, nothing, Missing.DOES_NOT_EXIST)
    weights = totals(read, window, what)
    found = holdings(weights)
    curve = lorenz(weights)
    return Spread(what, found, *curve, Missing.NONE if found is not None else Missing.NO_DENOMINATOR)


def totals(read: Reading, window: tuple[int, int], what: str) -> Floats:
    """Return what each participant, by id, holds of a window of days."""
    inside = (read.days >= window[0]) & (read.days < window[1])
    who = read.participants[inside]
    if what == EVENTS:
        return np.bincount(who).astype(np.float64)
    amounts = read.amounts[inside]
    sums: Floats = np.asarray(np.bincount(who, np.where(amounts > 0, amounts, 0.0)), np.float64)
    return sums


# Rewards against contribution


def _best(read: Reading) -> str:
    """Amounts where every event has one, else events."""
    return AMOUNTS if len(read.amounts) and not np.isnan(read.amounts).any() else EVENTS


def _sides(call: Call) -> tuple[Reading, Reading]:
    variant = call.choice.variant
    return (
        reading(call.inputs, variant, lambda stream: stream.kind is Kind.REWARD),
        reading(call.inputs, variant, lambda stream: stream.kind is Kind.CONTRIBUTE),
    )


def _rewarded(call: Call) -> MetricSeries:
    """Return the share of contributors of 28 days who got a reward in them."""
    paid, work = _sides(call)
    for read in (work, paid):
        if read.missing is not Missing.NONE:
            return call.none(read.missing)
    periods = work.periods(call.grain)
    steps = 4 if call.grain is Grain.WEEK else WINDOW_DAYS
    first, count = int(periods[0]), len(periods)
    workers = _in_windows(work.participants, work.places(call.grain, first), count, steps)
    winners = _in_windows(paid.participants, paid.places(call.grain, first), count, steps)
    both = np.intersect1d(workers, winners, assume_unique=True)
    n = np.bincount(workers >> 32, minlength=count)
    rewarded = np.bincount(both >> 32, minlength=count)
    values = np.divide(rewarded, n, out=np.full(count, np.nan), where=n > 0)
    last_days = period_ends(periods, call.grain) // DAY - 1
    complete = work.coverage.complete(last_days, Grain.ROLLING_28) & paid.coverage.complete(last_days, Grain.ROLLING_28)
    return call.series(periods, values, complete, n)


def _in_windows(who: Ids, places: Ints, count: int, length: int) -> Ints:
    """Return the different (window, participant) pairs as one number each, ascending."""
    cells = np.unique(places * (1 << 32) + who)
    every = (cells[None, :] + (np.arange(length, dtype=np.int64) << 32)[:, None]).ravel()
    every = every[(every >= 0) & (every >> 32 < count)]
    return np.unique(every)


def examine_rewards(call: Call) -> RewardsFinding:
    """Return how unequal rewards and contributions of the last 28 complete days are."""
    paid, work = _sides(call)
    missing = work.missing if work.missing is not Missing.NONE else paid.missing
    windows = [_window(work), _window(paid)]
    known = [window for window in windows if window is not None]
    if missing is not Missing.NONE or len(known) < 2:
        return RewardsFinding(call.inputs.network, None, None, None, 0, 0, missing or Missing.NOT_READ)
    window = min(known)
    of_rewards, of_work = totals(paid, window, _best(paid)), totals(work, window, _best(work))
    rewards, contributions = holdings(of_rewards), holdings(of_work)
    workers, winners = np.flatnonzero(of_work > 0), np.flatnonzero(of_rewards > 0)
    rewarded = len(np.intersect1d(workers, winners, assume_unique=True))
    return RewardsFinding(
        call.inputs.network,
        rewards.gini if rewards else None,
        contributions.gini if contributions else None,
        rewarded / len(workers) if len(workers) else None,
        len(workers),
        rewarded,
    )


def _gini_of(call: Call, kind: Kind) -> MetricSeries:
    paid, work = _sides(call)
    read = paid if kind is Kind.REWARD else work
    key = ("concentration of", kind, call.choice.variant, call.grain)
    rolled: _Rolled = call.inputs.kept(key, lambda: _roll(read, call.grain, _best(read)))
    if rolled.missing is not Missing.NONE:
        return call.none(rolled.missing)
    return call.series(rolled.periods, rolled.measures.gini.copy(), rolled.complete, rolled.measures.n.copy())


# The entries

_GRAINS = (Grain.WEEK, Grain.ROLLING_28)
_HOW = {
    EVENTS: "Events of each participant over the 28 complete days that end with the period, labelled addresses left "
    "out. ",
    AMOUNTS: "Amounts of each participant over the 28 complete days that end with the period, labelled addresses left "
    "out. Only where all chosen streams with amounts are of one kind. ",
}
_FOOLED = (
    "One owner with many addresses looks like many holders, so true control is at least this concentrated. An "
    "unlabelled exchange or contract stands for many people and looks like one."
)
_TABLE: tuple[tuple[str, str, str, Unit, Format, str, str], ...] = (
    (
        "nakamoto33",
        "nakamoto_33",
        "Nakamoto coefficient at 33 %",
        Unit.PARTICIPANTS,
        Format.WHOLE,
        "How few participants together hold more than a third of everything.",
        "Smallest number of participants whose shares together exceed 33 %.",
    ),
    (
        "nakamoto50",
        "nakamoto_50",
        "Nakamoto coefficient at 50 %",
        Unit.PARTICIPANTS,
        Format.WHOLE,
        "How few participants together hold more than half of everything.",
        "Smallest number of participants whose shares together exceed 50 %.",
    ),
    (
        "nakamoto67",
        "nakamoto_67",
        "Nakamoto coefficient at 67 %",
        Unit.PARTICIPANTS,
        Format.WHOLE,
        "How few participants together hold more than two thirds of everything.",
        "Smallest number of participants whose shares together exceed 67 %.",
    ),
    (
        "gini",
        "gini",
        "Gini coefficient",
        Unit.RATIO,
        Format.DECIMAL,
        "How uneven the shares are: 0 when all hold the same, close to 1 when one holds nearly all.",
        "Twice the area between the Lorenz curve and the diagonal.",
    ),
    (
        "hhi",
        "hhi",
        "Herfindahl–Hirschman index",
        Unit.RATIO,
        Format.DECIMAL,
        "The chance that two randomly drawn units belong to the same participant.",
        "Sum of the squared shares, from 0 to 1.",
    ),
    (
        "top1",
        "top_1",
        "Share of the largest",
        Unit.SHARE,
        Format.PERCENT,
        "What the single largest participant holds.",
        "Largest share.",
    ),
    (
        "top10",
        "top_10",
        "Share of the ten largest",
        Unit.SHARE,
        Format.PERCENT,
        "What the ten largest participants hold together.",
        "Sum of the ten largest shares.",
    ),
    (
        "effective",
        "effective",
        "Effective number of participants",
        Unit.PARTICIPANTS,
        Format.DECIMAL,
        "How many equal participants would be as diverse as these are.",
        "Exponential of the Shannon entropy of the shares.",
    ),
    (
        "evenness",
        "evenness",
        "Effective number against head count",
        Unit.SHARE,
        Format.PERCENT,
        "How much of the head count really carries weight.",
        "Effective number divided by the number of participants.",
    ),
)


def _entries() -> list[Metric]:
    made = []
    for what in (EVENTS, AMOUNTS):
        for short, column, title, unit, form, says, how in _TABLE:
            suffix = "" if what == EVENTS else ".amounts"
            made.append(
                Metric(
                    f"concentration.{short}{suffix}",
                    title + (" (amounts)" if what == AMOUNTS else ""),
                    unit,
                    form,
                    6,
                    says,
                    _HOW[what] + how,
                    _FOOLED,
                    _GRAINS,
                    partial(_column, name=column, what=what),
                    examine_concentration,
                    history=4,
                )
            )
    return made


_REWARD_NEEDS = Needs(kinds=frozenset({Kind.REWARD, Kind.CONTRIBUTE}))
ENTRIES: tuple[Metric, ...] = (
    *_entries(),
    Metric(
        "rewards.gini",
        "Gini of rewards",
        Unit.RATIO,
        Format.DECIMAL,
        6,
        "How unevenly rewards are spread; read it next to the Gini of contributions.",
        "Gini coefficient of what each rewarded participant got over 28 complete days.",
        "Payouts split over many addresses of one owner look fair. A pool that is paid for many looks greedy.",
        _GRAINS,
        partial(_gini_of, kind=Kind.REWARD),
        examine_rewards,
        Needs(kinds=frozenset({Kind.REWARD})),
        history=4,
    ),
    Metric(
        "rewards.contributions_gini",
        "Gini of contributions",
        Unit.RATIO,
        Format.DECIMAL,
        6,
        "How unevenly the work is spread over those who contribute.",
        "Gini coefficient of each contributor's amounts over 28 complete days, of events where amounts are missing.",
        "Work that is counted in units of different worth. One owner's many nodes.",
        _GRAINS,
        partial(_gini_of, kind=Kind.CONTRIBUTE),
        examine_rewards,
        Needs(kinds=frozenset({Kind.CONTRIBUTE})),
        history=4,
    ),
    Metric(
        "rewards.rewarded",
        "Contributors who were rewarded",
        Unit.SHARE,
        Format.PERCENT,
        6,
        "Which part of those who contributed got anything for it in the same 28 days.",
        "Contributors with a reward in the 28 complete days that end with the period, over all contributors in them.",
        "Rewards that are paid late or to another address than the one that did the work.",
        _GRAINS,
        _rewarded,
        examine_rewards,
        _REWARD_NEEDS,
        history=4,
    ),
)
