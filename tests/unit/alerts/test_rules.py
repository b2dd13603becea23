"""Rules as data: refused where they cannot work, written, read back and said; and the back-test's figures."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given

from tests.unit.alerts.given import NODES, rules
from watchlist.alerts import rules as kinds
from watchlist.alerts.backtest import Line, back_test
from watchlist.alerts.conditions import CONDITIONS
from watchlist.alerts.evaluation import axis, evaluate, recovered_at, track_of, unpack
from watchlist.alerts.machine import Memory, pass_over
from watchlist.alerts.recipes import RECIPES, rule_of
from watchlist.alerts.truth import Mark, Track, truth
from watchlist.domain.errors import InputError
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.firings import RuleState
from watchlist.domain.instants import DAY
from watchlist.domain.periods import Grain, period_ends

PRICE = kinds.Operand(text="price.last")
GOOD: dict[str, Any] = {
    "id": "r",
    "title": "R",
    "subject": {"network": "n"},
    "when": {"type": "test", "operand": {"text": "price.last"}, "condition": "less", "numbers": {"level": 1.0}},
}


def test_of(condition: str, **numbers: float) -> kinds.Test:
    return kinds.Test(PRICE, condition, numbers)


test_of.__test__ = False  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("field", "changed"),
    [
        ("id", {"id": ""}),
        ("title", {"title": " "}),
        ("subject", {"subject": {}}),
        ("subject", {"subject": {"network": "n", "list_id": "l"}}),
        ("hold", {"timing": {"hold": 0}}),
        ("timing", {"timing": {"keep_firing": -1}}),
        ("active_from", {"timing": {"active_from": "25:00", "active_to": "10:00"}}),
        ("active_to", {"timing": {"active_from": "08:00"}}),
        ("when", {"when": {"type": "all", "parts": []}}),
        ("days", {"when": {"type": "then", "first": GOOD["when"], "second": GOOD["when"], "days": 0}}),
        ("condition", {"when": {**GOOD["when"], "condition": "sings"}}),
        ("condition", {"when": {**GOOD["when"], "condition": "rank_changes", "numbers": {}}}),
        ("operand", {"when": {**GOOD["when"], "operand": {}}}),
        ("level", {"when": {**GOOD["when"], "numbers": {}}}),
        ("periods", {"when": {**GOOD["when"], "condition": "new_high", "numbers": {"periods": 0}}}),
        ("periods", {"when": {**GOOD["when"], "condition": "new_high", "numbers": {"periods": 1001}}}),
        ("periods", {"when": {**GOOD["when"], "condition": "new_high", "numbers": {"periods": 1.5}}}),
        ("other", {"when": {**GOOD["when"], "numbers": {"level": 1.0, "other": 1.0}}}),
        ("low", {"when": {**GOOD["when"], "condition": "inside", "numbers": {"low": 2.0, "high": 1.0}}}),
        ("rule", {"unknown": 1}),
    ],
)
def test_a_rule_that_cannot_work_names_its_field(field: str, changed: dict[str, Any]) -> None:
    with pytest.raises(InputError) as found:
        kinds.from_plain({**GOOD, **changed})
    assert found.value.field == field


@given(rules())
def test_a_rule_survives_being_written(rule: kinds.Rule) -> None:
    assert kinds.from_plain(kinds.to_plain(rule)).when == rule.when if _is_valid(rule) else True
    text = kinds.rules_to_text((rule,))
    if _is_valid(rule):
        assert kinds.rules_from_text(text) == (rule,)
        assert kinds.rules_from_text(kinds.to_text(rule)) == (rule,)
        assert kinds.from_text(kinds.to_text(rule)) == rule


def _is_valid(rule: kinds.Rule) -> bool:
    try:
        kinds.checked(rule)
    except InputError:
        return False
    return True


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"rules": 1}'])
def test_a_file_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        kinds.rules_from_text(text)
    with pytest.raises(InputError):
        kinds.from_text(text)


@given(NODES)
def test_every_tree_can_be_said(node: kinds.Node) -> None:
    assert kinds.sentence(node)


def test_sentences_are_plain() -> None:
    low, high = test_of("less", level=0.25), test_of("greater", level=2)
    assert kinds.sentence(kinds.All((low, kinds.Any((high, kinds.Not(low)))))) == (
        "price.last is less than 0.25 and (price.last is greater than 2 or not (price.last is less than 0.25))"
    )
    assert kinds.sentence(kinds.Then(low, high, 5)).endswith("then within 5 days price.last is greater than 2")
    assert "?" in kinds.sentence(test_of("less"))
    assert set(CONDITIONS) >= {test.condition for one in RECIPES for test in kinds.tests_of(one.when)}


def test_a_number_of_any_test_can_be_moved() -> None:
    one, other, third = test_of("less", level=1), test_of("less", level=2), test_of("less", level=3)
    tree = kinds.All((one, kinds.Not(other), kinds.Then(one, third, 5), kinds.Any((one,))))
    for place in range(5):
        moved = kinds.with_number(tree, place, "level", 9.0)
        levels = [test.numbers["level"] for test in kinds.tests_of(moved)]
        assert [at for at, level in enumerate(levels) if level == 9.0] == [place]


def series(values: list[float], *, missing: Missing = Missing.NONE, first: int = 20_000) -> MetricSeries:
    count = len(values)
    nothing = np.full(count, np.nan)
    return MetricSeries(
        "n", "m", Grain.DAY, np.arange(first, first + count, dtype=np.int64), np.array(values, float), nothing,
        nothing.copy(), np.zeros(count, np.int64), np.ones(count, np.bool_), np.ones(count, np.bool_), missing,
    )  # fmt: skip


def test_an_axis_needs_data_and_whole_periods() -> None:
    nothing = MetricSeries.none("n", "m", Grain.DAY, Missing.NOT_READ)
    assert not len(axis([], Grain.DAY))
    assert not len(axis([series([1.0]), nothing], Grain.DAY))
    before = axis([series([1.0])], Grain.MONTH)
    assert track_of(series([1.0]), before, kinds.Guards()).marks.tolist() == [Mark.NO_DATA]
    assert not len(track_of(nothing, axis([], Grain.DAY), kinds.Guards()).ends)
    ends = axis([series([1.0, 2.0])], Grain.DAY)
    assert track_of(nothing, ends, kinds.Guards()).marks.tolist() == [Mark.NO_DATA] * 2
    failed = track_of(series([1.0, float("nan")], missing=Missing.SOURCE_FAILED), ends, kinds.Guards())
    assert failed.marks.tolist() == [Mark.FALSE, Mark.ERROR]


def track(values: list[float]) -> Track:
    ends = period_ends(np.arange(20_000, 20_000 + len(values), dtype=np.int64), Grain.DAY)
    return Track(ends, np.array(values, float), np.zeros(len(values), np.int8))


def rule(node: kinds.Node, **timing: Any) -> kinds.Rule:
    return kinds.Rule("r", "R", kinds.Subject(network="n"), node, kinds.Timing(**timing))


def test_a_back_test_says_what_came_after() -> None:
    values = [12.0, 9, 12, 12, 12, 9, 9, 9, 9, 12, *[12.0] * 40, 9]
    line = track([float(at + 1) for at in range(len(values))])
    report = back_test(
        rule(test_of("crosses_down", level=10.0), noisy_after=1, noisy_days=30), "n", {PRICE: track(values)},
        [Line("price", line.ends, line.values), Line("empty", line.ends[:0], line.values[:0])],
        {PRICE: track([12.0] * len(values))},
    )  # fmt: skip
    assert [one.value for one in report.firings] == [9.0, 9.0, 9.0]
    assert [one.known_then for one in report.firings] == [False] * 3
    assert report.recovered_soon == (2, 2)
    assert report.longest_silence_days == 45
    assert report.too_noisy
    assert {(one.days, one.n) for one in report.after} == {(7, 2), (30, 2)}
    assert report.median_distance_days == 24.5
    nothing = back_test(rule(test_of("less", level=1)), "n", {PRICE: track([])}, [])
    assert (nothing.firings, nothing.longest_silence_days, nothing.first) == ((), None, None)
    low, two = rule(test_of("less", level=10)), {PRICE: track([12.0, 9.0])}
    late = back_test(low, "n", two, [Line("price", line.ends, line.values[::-1])])
    assert len(late.after) == 2
    assert back_test(low, "n", two, [Line("x", line.ends[:1], line.values[:1])]).after == ()


def test_policies_for_data_that_never_came() -> None:
    guards = kinds.Guards(no_data=kinds.Policy.ALERT)
    silent = kinds.Rule("r", "R", kinds.Subject(network="n"), test_of("less", level=1), guards=guards, created=DAY)
    early = evaluate(silent, "n", "N", {PRICE: track([])}, Memory(), 2 * DAY)
    assert (early.firings, early.standing.state) == ((), RuleState.NO_DATA)
    late = evaluate(silent, "n", "N", {PRICE: track([])}, Memory(), 9 * DAY)
    assert len(late.firings) == 1
    calm = msgspec.structs.replace(silent, guards=kinds.Guards(no_data=kinds.Policy.NORMAL))
    assert evaluate(calm, "n", "N", {}, Memory(), 9 * DAY).standing.state is RuleState.NORMAL


def test_small_things() -> None:
    assert unpack("no json") == Memory()
    assert not len(recovered_at(rule(test_of("less", level=1), recovery=2.0), {PRICE: track([])}, np.empty(0, np.int8)))
    changed = Memory(version="old", streak=1)
    evaluate(rule(test_of("less", level=1)), "n", "N", {PRICE: track([2.0])}, changed, 30_000 * DAY)
    assert changed.version != "old"
    ahead = Memory(evaluated_to=30_000 * DAY)
    evaluate(rule(test_of("less", level=1)), "n", "N", {PRICE: track([0.0])}, ahead, 20_001 * DAY)
    assert ahead.evaluated_to <= 20_001 * DAY
    for key in CONDITIONS:
        numbers = {"low": 0.0, "high": 1.0, "level": 0.0, "amount": 1.0, "percent": 1.0}
        wanted = {one.name: numbers.get(one.name, one.default or 0.0) for one in CONDITIONS[key].parameters}
        assert not len(truth(test_of(key, **wanted), {PRICE: track([])}, 0))
        three = Track(track([1.0, 2, 3]).ends, np.array([1.0, 2, 3]), np.zeros(3, np.int8))
        assert len(truth(test_of(key, **wanted), {PRICE: three}, 3)) == 3
    assert rule_of(RECIPES[0], "x", kinds.Subject(network="n"), 5).created == 5
    assert kinds.grains_of(rule(test_of("less", level=1))) == "day"


def test_a_paused_rule_says_nothing_of_silence_and_an_ending_one_is_stepped() -> None:
    guards = kinds.Guards(stale_days=1, stale=kinds.Policy.ALERT)
    watched = kinds.Rule("r", "R", kinds.Subject(network="n"), test_of("less", level=1), guards=guards)
    paused = Memory(core=RuleState.PAUSED, shown=RuleState.PAUSED)
    assert evaluate(watched, "n", "N", {PRICE: track([2.0])}, paused, 30_000 * DAY).firings == ()
    assert not pass_over(rule(test_of("less", level=1), expires=5), Memory(), 1, DAY, Mark.FALSE)
    assert not pass_over(rule(test_of("less", level=1)), Memory(), 1, DAY, Mark.TRUE)


def test_silence_ends_when_the_clock_says_so_and_a_firing_rule_is_passed_over() -> None:
    guards = kinds.Guards(stale_days=1)
    watched = kinds.Rule("r", "R", kinds.Subject(network="n"), test_of("less", level=1), guards=guards)
    memory, data = Memory(), {PRICE: track([2.0])}
    assert evaluate(watched, "n", "N", data, memory, 20_009 * DAY).standing.state is RuleState.NO_DATA
    assert evaluate(watched, "n", "N", data, memory, 20_001 * DAY).standing.state is RuleState.NORMAL
    firing = Memory(core=RuleState.FIRING, shown=RuleState.FIRING, streak=1)
    assert pass_over(rule(test_of("less", level=1)), firing, 2, DAY, Mark.TRUE)
    assert (firing.streak, firing.evaluated_to) == (3, DAY)
