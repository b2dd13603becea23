"""Formulas: the grammar, units and ranges, errors with their place, and values on common periods."""

from __future__ import annotations

import contextlib
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.domain.arrays import Flags
from watchlist.domain.errors import InputError
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.periods import Grain
from watchlist.metrics.catalog import METRICS
from watchlist.metrics.formula import compile_formula, evaluate
from watchlist.metrics.formula_checks import FUNCTIONS
from watchlist.metrics.formula_syntax import Applied, Name, Node, Number, Sign, parse

WEEK = 2_817
"""The ISO week that begins on 2024-01-01."""


def series(
    values: list[float], grain: Grain = Grain.WEEK, first: int = WEEK, complete: list[bool] | None = None, n: int = 5
) -> MetricSeries:
    count = len(values)
    flags: Flags = np.ones(count, np.bool_) if complete is None else np.array(complete)
    nothing = np.full(count, np.nan)
    return MetricSeries(
        "net",
        "m",
        grain,
        np.arange(first, first + count, dtype=np.int64),
        np.array(values, np.float64),
        nothing,
        nothing.copy(),
        np.full(count, n, np.int64),
        flags,
        np.ones(count, np.bool_),
    )


def value_of(text: str, **given_series: MetricSeries) -> MetricSeries:
    names = {name.replace("_", "."): found for name, found in given_series.items()}
    formula = compile_formula(text, METRICS)
    return evaluate(formula, "net", lambda selector: names[selector])


def fails(text: str) -> str:
    with pytest.raises(InputError) as caught:
        compile_formula(text, METRICS)
    assert caught.value.field == "formula"
    return caught.value.reason


def shown(tree: Node) -> str:
    """Write a tree with all its brackets."""
    if isinstance(tree, Number):
        return repr(tree.value)
    if isinstance(tree, Name):
        return tree.selector
    if isinstance(tree, Sign):
        return f"(-{shown(tree.of)})"
    if isinstance(tree, Applied):
        return f"{tree.function}({', '.join(shown(part) for part in tree.parts)})"
    return f"({shown(tree.left)} {tree.sign} {shown(tree.right)})"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1 + 2 * 3", "(1.0 + (2.0 * 3.0))"),
        ("1 - 2 - 3", "((1.0 - 2.0) - 3.0)"),
        ("8 / 4 / 2", "((8.0 / 4.0) / 2.0)"),
        ("8 ÷ 4 × 2 − 1", "(((8.0 / 4.0) * 2.0) - 1.0)"),
        ("-2 ^ 2", "(-(2.0 ^ 2.0))"),
        ("2 ** -1", "(2.0 ^ (-1.0))"),
        ("+(3)", "3.0"),
        ("5% * .5e1", "(0.05 * 5.0)"),
        ("retention.w4 / price.change.28d", "(retention.w4 / price.change.28d)"),
        ("active.w@contributor+filtered+active.w", "(active.w@contributor+filtered + active.w)"),
        ("active.w@stream:og.nodes - active.w", "(active.w@stream:og.nodes - active.w)"),
        ("{active.w@stream:og-nodes/a} * 2", "(active.w@stream:og-nodes/a * 2.0)"),
        ("active.w+filteredness", "(active.w + filteredness)"),
        ("min(1, ma(active.w, 4), 3)", "min(1.0, ma(active.w, 4.0), 3.0)"),
    ],
)
def test_the_grammar(text: str, wanted: str) -> None:
    assert shown(parse(text)) == wanted


@pytest.mark.parametrize("text", ["ma(active.w, 52)", "lag(active.w, 52)", "change(active.w, 52)"])
def test_a_history_that_is_too_short_gives_nothing(text: str) -> None:
    found = evaluate(compile_formula(text, METRICS), "net", lambda _selector: series([3.0, 5.0, 8.0]))
    assert np.isnan(found.values).all()
    assert len(found) == 3


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "a formula is missing (at character 1)"),
        ("   ", "a formula is missing (at character 1)"),
        ("active.w $ 2", "“$” has no meaning here (at character 10)"),
        ("(active.w", "the bracket that opens here is not closed (at character 1)"),
        ("ma(active.w, 2", "the bracket that opens here is not closed (at character 3)"),
        ("active.w)", "an operator is missing before “)” (at character 9)"),
        ("2 active.w", "an operator is missing before “active.w” (at character 3)"),
        ("4w", "“4w…” is neither a number nor a metric (at character 1)"),
        ("active.w * / 2", "a number or a metric is missing before “/” (at character 12)"),
        ("active.w +", "something is missing at the end (at character 11)"),
        ("nothing.w", "there is no metric “nothing.w” (at character 1)"),
        ("1 + min", "there is no metric “min”; “min” is a function and needs brackets (at character 5)"),
        ("leadlag", "“leadlag” is no series over time (at character 1)"),
        ("active.w@somebody", "“somebody” is no role"),
        ("price.last+filtered", "“price.last” has no variant “filtered” (at character 1)"),
        ("3 + 4", "a formula needs at least one metric"),
        ("sin(active.w)", "there is no function “sin”"),
        ("abs(active.w, 2)", "“abs” takes 1 part, not 2 (at character 1)"),
        ("min(active.w)", "“min” takes 2 to 8 parts, not 1 (at character 1)"),
        ("active.w + price.last", "participants and usd cannot be added or compared (at character 10)"),
        ("min(active.w, retention.w4)", "participants and a plain number cannot be added or compared"),
        ("log(active.w)", "“log” needs a number without a unit, and this is in participants (at character 1)"),
        ("log(0 - retention.w4)", "“log” has no value here: its part is never above zero (at character 1)"),
        ("sqrt(-1 - retention.w4)", "“sqrt” has no value here: its part is never above zero (at character 1)"),
        ("retention.w4 / (1 - 1)", "this divides by zero (at character 14)"),
        ("active.w ^ retention.w4", "an exponent has to be a number (at character 10)"),
        ("active.w ^ 11", "an exponent lies between −10 and 10 (at character 10)"),
        ("active.w ^ 0.5", "participants can only be raised to a whole power (at character 10)"),
        ("ma(active.w, 0)", "the second part of “ma” is a whole number of periods from 1 to 3650 (at character 1)"),
        ("lag(active.w, 1.5)", "the second part of “lag” is a whole number of periods from 1 to 3650"),
        ("lag(active.w, active.w)", "the second part of “lag” is a whole number of periods from 1 to 3650"),
        ("(" * 60 + "active.w", "more than 40 levels within each other (at character 42)"),
        ("-" * 60 + "active.w", "more than 40 levels within each other (at character 42)"),
        ("active.w" * 100, "a formula has 500 characters at most (at character 501)"),
    ],
)
def test_errors_name_their_place(text: str, reason: str) -> None:
    assert fails(text).startswith(reason)


@pytest.mark.parametrize(
    ("text", "unit", "low", "high"),
    [
        ("retention.w4", "", 0, 1),
        ("verification.rate", "", -math.inf, math.inf),
        ("score", "score", 0, 100),
        ("price.log", "", -math.inf, math.inf),
        ("divergence", "", -math.inf, math.inf),
        ("active.w + 10", "participants", 10, math.inf),
        ("10 - 2 * score", "score", -190, 10),
        ("-(retention.w4 - 2)", "", 1, 2),
        ("price.last / active.w", "usd / participants", 0, math.inf),
        ("1 / active.w", "1 / participants", 0, math.inf),
        ("active.w / active.w", "", 0, math.inf),
        ("price.last * price.last", "usd^2", 0, math.inf),
        ("active.w / price.last ^ 2", "participants / usd^2", 0, math.inf),
        ("retention.w4 / (retention.w4 + 1)", "", 0, 1),
        ("retention.w4 / (1 - 2 * retention.w4)", "", -math.inf, math.inf),
        ("score ^ 2", "score^2", 0, 10_000),
        ("score * 1e300 ^ 10", "score", 0, math.inf),
        ("score + 10 ^ 2", "score", 100, 200),
        ("active.w ^ 2", "participants^2", 0, math.inf),
        ("active.w ^ 0", "", 1, 1),
        ("price.log ^ 2", "", 0, math.inf),
        ("price.log ^ 3", "", -math.inf, math.inf),
        ("retention.w4 ^ -1", "", 0, math.inf),
        ("abs(retention.w4 - 2)", "", 1, 2),
        ("abs(retention.w4 - 0.5)", "", 0, 0.5),
        ("max(score, 30)", "score", 30, 100),
        ("min(score, 30, 20)", "score", 0, 20),
        ("log(retention.w4 + 1)", "", 0, math.log(2)),
        ("log(active.w / 3 / active.w)", "", -math.inf, math.inf),
        ("sqrt(retention.w4 * 4)", "", 0, 2),
        ("ma(score, 4)", "score", 0, 100),
        ("lag(score, 4)", "score", 0, 100),
        ("change(score, 4)", "", -1, math.inf),
        ("change(price.log, 4)", "", -math.inf, math.inf),
    ],
)
def test_units_and_ranges(text: str, unit: str, low: float, high: float) -> None:
    found = compile_formula(text, METRICS)
    assert found.unit == unit
    assert [found.low, found.high] == pytest.approx([low, high])


def test_every_metric_and_every_function_can_be_used() -> None:
    for key, metric in METRICS.items():
        if metric.function is not None:
            assert compile_formula(f"{key} * 2", METRICS).selectors == (key,)
    assert set(FUNCTIONS) == {"min", "max", "abs", "log", "sqrt", "ma", "lag", "change"}


NUMBERS = st.lists(st.floats(0, 1), min_size=1, max_size=12)


@given(NUMBERS)
def test_values(given_values: list[float]) -> None:
    shares = series(given_values)
    for text, function in {
        "retention.w4 * 2 + 1": lambda x: x * 2 + 1,
        "1 - retention.w4 / 4": lambda x: 1 - x / 4,
        "-retention.w4 ^ 2": lambda x: -(x**2),
        "abs(retention.w4 - 1)": lambda x: abs(x - 1),
        "min(retention.w4, 50%)": lambda x: min(x, 0.5),
        "max(retention.w4, 0.25, 0.5)": lambda x: max(x, 0.5),
        "log(retention.w4 + 1)": lambda x: math.log(x + 1),
        "sqrt(retention.w4)": math.sqrt,
    }.items():
        found = value_of(text, retention_w4=shares)
        assert found.values.tolist() == pytest.approx([function(x) for x in given_values])
        assert found.complete.all()
        assert (found.n == 5).all()


@given(NUMBERS, st.integers(1, 5))
def test_values_over_time(given_values: list[float], steps: int) -> None:
    shares = series(given_values)
    mean = value_of(f"ma(retention.w4, {steps})", retention_w4=shares).values
    lag = value_of(f"lag(retention.w4, {steps})", retention_w4=shares).values
    for place in range(len(given_values)):
        window = given_values[max(0, place + 1 - steps) : place + 1]
        wanted = sum(window) / steps if len(window) == steps else math.nan
        assert mean[place] == pytest.approx(wanted, nan_ok=True)
        assert lag[place] == pytest.approx(given_values[place - steps] if place >= steps else math.nan, nan_ok=True)
    change = value_of("change(active.w, 1)", active_w=series([2.0, 3.0, 0.0, 1.0])).values
    assert change.tolist() == pytest.approx([math.nan, 0.5, -1.0, math.nan], nan_ok=True)


def test_missing_stays_missing_and_nothing_is_divided_by_zero() -> None:
    found = value_of("score / active.w", score=series([1.0, math.nan, 4.0]), active_w=series([0.0, 2.0, 2.0], n=3))
    assert found.values.tolist() == pytest.approx([math.nan, math.nan, 2.0], nan_ok=True)
    assert found.n.tolist() == [3, 3, 3]
    gone = MetricSeries.none("net", "score", Grain.WEEK, Missing.NOT_PUBLISHED)
    assert value_of("score / active.w", score=gone, active_w=series([1.0])).missing is Missing.NOT_PUBLISHED
    blank = MetricSeries.none("net", "score", Grain.WEEK, Missing.NONE)
    assert value_of("score * 2", score=blank).missing is Missing.NOT_ENOUGH


def test_only_common_complete_periods_are_complete() -> None:
    found = value_of(
        "score + score",
        score=series([1.0, 2.0, 3.0], complete=[True, True, False]),
    )
    assert found.complete.tolist() == [True, True, False]
    shifted = value_of("score / active.w", score=series([1.0, 2.0]), active_w=series([1.0, 1.0], first=WEEK + 1))
    assert shifted.values.tolist() == pytest.approx([math.nan, 2.0, math.nan], nan_ok=True)
    assert shifted.complete.tolist() == [False, True, False]
    assert shifted.enough.tolist() == [False, True, False]


def test_finer_series_are_read_at_the_end_of_the_coarser_period() -> None:
    first_day = WEEK * 7 - 3
    daily = series([float(day) for day in range(1, 18)], Grain.DAY, first_day)
    found = value_of("active.w * price.last", active_w=series([1.0, 1.0, 1.0]), price_last=daily)
    assert found.grain is Grain.WEEK
    assert found.values.tolist() == [7.0, 14.0, 17.0]
    assert found.complete.tolist() == [True, True, False]  # the third week's last day is not there yet
    monthly = value_of(
        "active.m * price.last",
        active_m=series([1.0], Grain.MONTH, 54 * 12),
        price_last=series([2.0] * 40, Grain.DAY, 19_723),
    )
    assert (monthly.grain, monthly.values[0]) == (Grain.MONTH, 2.0)
    rolling = value_of(
        "active.28d * price.last",
        active_28d=series([1.0, 2.0], Grain.ROLLING_28, 9),
        price_last=series([3.0, 4.0], Grain.DAY, 9),
    )
    assert (rolling.grain, rolling.values.tolist()) == (Grain.DAY, [3.0, 8.0])
    holed = series([1.0] * 6 + [math.nan] + [5.0] * 7, Grain.DAY, first_day)
    weeks = value_of("active.w * price.last", active_w=series([1.0, 1.0]), price_last=holed)
    assert weeks.values.tolist() == pytest.approx([math.nan, 5.0], nan_ok=True)


@given(st.text("abcm.w128d@:+-*/^(){}, %×÷retniolkghp", max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    with contextlib.suppress(InputError):
        assert compile_formula(text, METRICS).selectors
