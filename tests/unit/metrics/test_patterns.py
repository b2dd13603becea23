"""Each indicator equals its slow reference on random events, and reads only what it means."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from tests.unit.metrics import reference_patterns as slow
from tests.unit.metrics.reference_patterns import DAY, HOUR, Event
from watchlist.domain.activity import EventTable
from watchlist.domain.arrays import Floats, Ids, Ints
from watchlist.domain.network import Kind, Role, Stream, StreamKey
from watchlist.domain.pattern_findings import Indicator, Level, PatternGroup
from watchlist.metrics.patterns.back_and_forth import back_and_forth
from watchlist.metrics.patterns.clockwork import clockwork
from watchlist.metrics.patterns.crowd import crowds
from watchlist.metrics.patterns.first_digits import BENFORD, chi_square_8, digit_counts, first_digits
from watchlist.metrics.patterns.funder import common_funder
from watchlist.metrics.patterns.habits import Habits, in_set, runs
from watchlist.metrics.patterns.limits import LIMITS, Limits
from watchlist.metrics.patterns.lockstep import lockstep, mixed
from watchlist.metrics.patterns.same_size import is_round, same_size
from watchlist.metrics.patterns.survey import SurveyStream, survey

START = 19_780 * DAY
EASY = Limits(2, 2, 2.0, 0.05, 0.9, 0.1, 0.8, 2, 2)


def columns(events: list[Event]) -> tuple[Ids, Ints, Ids, Floats]:
    return (
        np.array([event.who for event in events], np.int32),
        np.array([event.at for event in events], np.int64),
        np.array([event.to for event in events], np.int32),
        np.array([math.nan if event.amount is None else event.amount for event in events], np.float64),
    )


def members(groups: list[PatternGroup]) -> set[frozenset[int]]:
    return {frozenset(group.members.tolist()) for group in groups}


@st.composite
def events_of(draw: st.DrawFn, people: int = 8, days: int = 8, most: int = 80) -> list[Event]:
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    amounts = [None, 1.0, 2.5, 13.37, 13.37, 0.777, 1234.0]
    found = [
        Event(
            int(rng.integers(-1, people)),
            START + int(rng.integers(0, days)) * DAY + int(rng.integers(0, 3)) * 7 * HOUR,
            int(rng.integers(-1, people)),
            amounts[int(rng.integers(0 if draw(st.booleans()) else 1, len(amounts)))],
        )
        for _ in range(draw(st.integers(0, most)))
    ]
    return found if draw(st.booleans()) else sorted(found, key=lambda event: event.at)


@given(events_of(days=3))
def test_lockstep(events: list[Event]) -> None:
    who, at, _, _ = columns(events)
    assert members(lockstep(Habits.of(who, at), EASY)) == slow.lockstep(events, 2, 2)


def test_lockstep_says_what_it_saw() -> None:
    who = np.repeat(np.arange(5, dtype=np.int32), 3)
    at = START + np.tile(np.array([0, 2, 9]), 5) * DAY
    (group,) = lockstep(Habits.of(who, at), Limits(5, 3, 1, 1, 1, 1, 1, 1, 1))
    assert group.reason == ("5 participants were active on exactly the same 3 days between 2024-02-27 and 2024-03-07")
    assert dict(group.facts) == {"members": 5, "days": 3, "first day": 19_780, "last day": 19_789}
    assert len(np.unique(mixed(np.arange(-50_000, 50_000)))) == 100_000


@given(st.integers(0, 2**32 - 1), st.booleans(), st.integers(50, 75))
def test_crowd(seed: int, explained: bool, days: int) -> None:
    rng = np.random.default_rng(seed)
    births = rng.integers(0, days, 150)
    births[rng.random(150) < 0.2] = days - 3
    events = [Event(person, START + int(day) * DAY) for person, day in enumerate(births)]
    events += [Event(person, START + int(rng.integers(days)) * DAY) for person in range(0, 150, 3)]
    who, at, _, _ = columns(events)
    out = set(range(0, 150, 7)) if explained else set()
    first = START // DAY
    found = crowds(Habits.of(who, at), EASY, first, first + days, np.array(sorted(out), np.int32))
    wanted = slow.crowds(events, EASY.crowd_k, first, first + days, out)
    assert {int(dict(group.facts)["day"]): set(group.members.tolist()) for group in found} == wanted


@given(st.integers(0, 2**32 - 1), st.integers(20, 45), st.booleans())
def test_clockwork(seed: int, count: int, late: bool) -> None:
    rng = np.random.default_rng(seed)
    events: list[Event] = []
    for person in range(6):
        gap = float(rng.uniform(1, 30)) * HOUR
        noise = float(rng.choice([0.0, 0.02, 0.049, 0.051, 0.3, 3.0]))
        times = START + np.cumsum(np.maximum(0, gap * (1 + noise * rng.standard_normal(count)))).astype(np.int64)
        if rng.random() < 0.3:
            times = START + np.arange(count) * (DAY + HOUR)
        if rng.random() < 0.1:
            times = np.full(count, START)
        events += [Event(person, int(t)) for t in times]
    if late:
        events.reverse()
    who, at, _, _ = columns(events)
    found = clockwork(Habits.of(who, at), EASY)
    by_name = {group.columns[0][0]: set(group.members.tolist()) for group in found}
    even, sleepless = slow.clockwork(events, EASY.gap_variation, EASY.hour_entropy)
    assert by_name.get("variation of gaps", set()) == even
    assert by_name.get("evenness of hours", set()) == sleepless


@given(events_of(people=60, days=60, most=200), st.sampled_from([0.05, 0.3]))
def test_same_size(events: list[Event], share: float) -> None:
    crowd = [Event(100 + who, START + who * HOUR, 0, 13.37) for who in range(25)]
    events = sorted(events + crowd, key=lambda event: event.at)
    who, at, _, amounts = columns(events)
    found = same_size(who, at, amounts, Limits(1, 1, 1, 1, 1, share, 1, 1, 1))
    wanted = slow.same_size(events, share, 20)
    assert {dict(group.facts)["amount"]: set(group.members.tolist()) for group in found} == wanted


def test_a_round_amount_is_no_pattern() -> None:
    who, at = np.arange(30, dtype=np.int32), np.arange(30) * HOUR
    assert same_size(who, at, np.full(30, 25.0), EASY) == []
    (group,) = same_size(who, at, np.full(30, 25.1), EASY)
    assert group.reason.startswith(
        "30 participants move only the amount 25.1, never another; their 30 events are 100.0%"
    )


def test_same_size_needs_amounts_and_participants() -> None:
    assert same_size(np.array([-1, 3], np.int32), np.zeros(2, np.int64), np.array([1.0, np.nan]), EASY) == []


@given(st.one_of(st.integers(1, 99).map(float), st.floats(1e-6, 1e12)), st.integers(-6, 9))
def test_round_amounts(value: float, power: int) -> None:
    amount = float(f"{float(f'{value:.6g}') * 10.0**power:.12g}")
    assert bool(is_round(np.array([amount]))[0]) == slow.is_round(amount)
    assert bool(is_round(np.array([0.0]))[0])


@given(events_of(people=4, days=5, most=120))
def test_back_and_forth(events: list[Event]) -> None:
    who, _, to, amounts = columns(events)
    found = back_and_forth(who, to, amounts, EASY)
    wanted = slow.back_and_forth(events, EASY.return_ratio, EASY.return_trips)
    assert members(found) == ({frozenset().union(*wanted)} if wanted else set())
    for group in found:
        assert dict(group.facts)["pairs"] == len(wanted)
        partners = dict(group.columns)["partner"].astype(int).tolist()
        assert all(frozenset(pair) in wanted for pair in zip(group.members.tolist(), partners, strict=True))


@given(events_of(people=9, days=9), st.sets(st.integers(0, 8), max_size=3), st.sets(st.integers(0, 8)))
def test_common_funder(events: list[Event], labelled: set[int], people: set[int]) -> None:
    events = sorted(events, key=lambda event: event.at)
    who, _, to, _ = columns(events)
    found = common_funder(who, to, np.array(sorted(people), np.int32), np.array(sorted(labelled), np.int32), EASY)
    wanted = slow.common_funder(events, people, labelled, EASY.funder_group)
    assert {int(dict(group.facts)["funder"]): set(group.members.tolist()) for group in found} == wanted


@given(st.lists(st.floats(1e-9, 1e15) | st.integers(0, 10**6).map(float), max_size=50))
def test_leading_digits(amounts: list[float]) -> None:
    given_amounts = [*amounts, math.nan, -5.0, math.inf, 0.3, 1000.0, 0.001, 7e-7]
    wanted = [0] * 10
    for amount in given_amounts:
        digit = slow.leading_digit(amount)
        # Within a rounding of a digit's edge the text and the number may differ: such amounts are no amounts of coins.
        if digit is not None:
            wanted[digit] += 1
    found = digit_counts(np.array(given_amounts))
    assert found.sum() == sum(wanted)
    assert np.abs(found - np.array(wanted[1:])).sum() <= 2 * sum(
        abs(math.log10(a) - round(math.log10(a), 9)) < 1e-9 for a in given_amounts if a > 0 and math.isfinite(a)
    )


@given(st.floats(0, 300))
def test_benford_p_value_is_scipys(statistic: float) -> None:
    assert chi_square_8(statistic) == pytest.approx(float(stats.chi2.sf(statistic, 8)), rel=1e-9)


def test_first_digits() -> None:
    rng = np.random.default_rng(5)
    honest = first_digits(np.exp(rng.standard_normal(20_000) * 3), "use")
    assert honest is not None
    assert honest.distance < 0.02
    assert honest.p_value > 1e-3
    made = first_digits(rng.uniform(1, 10, 5_000), "use")
    assert made is not None
    assert made.distance > 0.2
    assert made.p_value < 1e-9
    observed = np.array(made.shares) * made.n
    assert made.p_value == pytest.approx(float(stats.chisquare(observed, np.array(BENFORD) * made.n).pvalue), abs=1e-12)
    assert first_digits(np.ones(499)) is None
    assert sum(BENFORD) == pytest.approx(1)


def test_habits_of_nothing_and_of_nobody() -> None:
    empty = Habits.of(np.empty(0, np.int32), np.empty(0, np.int64))
    nobody = Habits.of(np.array([-1], np.int32), np.array([5], np.int64))
    for habits in (empty, nobody):
        assert len(habits) == 0
        assert lockstep(habits, EASY) == []
        assert clockwork(habits, EASY) == []
        assert crowds(habits, EASY, 0, 100) == []
    assert not in_set(np.array([1], np.int32), np.empty(0, np.int32)).any()
    assert in_set(np.array([-1, 2, 9], np.int32), np.array([2], np.int32)).tolist() == [False, True, False]
    assert runs(np.empty(0), 1) == []
    assert runs(np.array([1, 1, 2]), 2) == [(0, 2)]


# The survey as a whole


def stream(name: str, kind: Kind, role: Role = Role.USER) -> Stream:
    return Stream(StreamKey("net", name), role, kind)


def table(events: dict[str, list[Event]]) -> EventTable:
    rows = sorted(
        ((event, number) for number, found in enumerate(events.values()) for event in found), key=lambda row: row[0].at
    )
    who, at, to, amounts = columns([event for event, _ in rows])
    codes = np.array([number for _, number in rows], np.int16)
    return EventTable(tuple(StreamKey("net", name) for name in events), codes, at, who, to, amounts)


def test_machines_and_payouts_are_not_judged_by_their_rhythm() -> None:
    beat = [Event(who, START + day * DAY) for who in range(30) for day in range(40)]
    streams = [
        SurveyStream(stream("beat", Kind.VERIFY, Role.VALIDATOR), START, True),
        SurveyStream(stream("paid", Kind.REWARD, Role.HOLDER), START, True),
    ]
    report = survey("net", streams, table({"beat": beat, "paid": beat}), START + 50 * DAY)
    assert report.marked.tolist() == []
    assert report.checked == 0
    assert report.share() is None
    said = {(one.indicator, one.stream): one.reason for one in report.unchecked}
    assert "machines" in said[Indicator.LOCKSTEP, "beat"]
    assert "paid out" in said[Indicator.CLOCKWORK, "paid"]
    assert (Indicator.CROWD, "") in said
    assert (Indicator.SAME_SIZE, "") in said
    assert (Indicator.BACK_AND_FORTH, "") in said
    assert (Indicator.FUNDER, "") in said
    assert said[Indicator.DIGITS, "paid"] == "fewer than 500 amounts above zero"


def test_the_same_rhythm_of_users_is_marked_with_reasons_and_excluded_ones_are_not() -> None:
    beat = [Event(who, START + day * DAY) for who in range(30) for day in range(40)]
    streams = [SurveyStream(stream("use", Kind.USE), START, False)]
    report = survey("net", streams, table({"use": beat}), START + 50 * DAY, excluded=[3], labelled=[4])
    assert report.marked.tolist() == [who for who in range(30) if who not in {3, 4}]
    assert report.marked_by(Indicator.LOCKSTEP).tolist() == report.marked.tolist()
    assert report.marked_by(Indicator.FUNDER).tolist() == []
    assert len(report.reasons(7)) == 2
    assert report.reasons(3) == ()
    assert report.share() == 1.0
    assert report.checked == 28
    assert any("28 days" in one.reason for one in report.unchecked)


def test_events_after_the_last_complete_day_are_not_looked_at() -> None:
    beat = [Event(who, START + day * DAY + 5) for who in range(30) for day in range(4)]
    streams = [SurveyStream(stream("use", Kind.USE), START, True)]
    assert len(survey("net", streams, table({"use": beat}), START + 3 * DAY + HOUR).marked) == 0
    assert len(survey("net", streams, table({"use": beat}), START + 4 * DAY).marked) == 30


def test_nothing_read_says_so() -> None:
    report = survey("net", [], EventTable.none(), None)
    assert {one.reason for one in report.unchecked} == {"nothing has been read yet"}
    assert report.checked == 0


def test_transfers_without_amounts_and_read_late_are_named() -> None:
    moves = [Event(who, START + who * HOUR, 0) for who in range(1, 40)]
    moves += [Event(0, START, to, None) for to in range(1, 12)]
    streams = [SurveyStream(stream("trade", Kind.TRADE, Role.HOLDER), START, False)]
    report = survey("net", streams, table({"trade": moves}), START + 100 * DAY, Level.STRICT)
    said = {(one.indicator, one.reason) for one in report.unchecked}
    assert (Indicator.SAME_SIZE, "its events carry no amounts") in said
    assert any(each is Indicator.FUNDER and "earlier first transfer" in why for each, why in said)
    assert set(report.marked_by(Indicator.FUNDER).tolist()) == set(range(1, 12))


def test_labelled_receivers_are_no_partners() -> None:
    moves = [Event(1, START + n * HOUR, 2, 5.5) for n in range(6)] + [
        Event(2, START + n * HOUR + 9, 1, 5.5) for n in range(6)
    ]
    streams = [SurveyStream(stream("trade", Kind.TRADE, Role.HOLDER), START, True)]
    events = table({"trade": moves})
    assert survey("net", streams, events, START + 9 * DAY).marked.tolist() == [1, 2]
    assert survey("net", streams, events, START + 9 * DAY, labelled=[2]).marked.tolist() == []


def test_levels_are_ordered_and_complete() -> None:
    assert list(LIMITS) == [Level.LOOSE, Level.NORMAL, Level.STRICT]
    loose, normal, strict = LIMITS.values()
    assert loose.lockstep_group > normal.lockstep_group > strict.lockstep_group
    assert loose.crowd_k > normal.crowd_k > strict.crowd_k
    assert loose.return_trips > normal.return_trips > strict.return_trips
