"""The frozen values: nothing in them can be changed, missing stays missing, and keys never show."""

from __future__ import annotations

import dataclasses
import importlib
import pkgutil
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import watchlist.domain
from watchlist.domain import errors
from watchlist.domain import requests as ask
from watchlist.domain.activity import NOBODY, EventBatch, EventTable, ReadSpan, horizon, merge_spans
from watchlist.domain.figures import MetricSeries, Missing, newest_figure
from watchlist.domain.findings import ActiveDays, CohortMatrix, SurvivalCurve
from watchlist.domain.lens_findings import DivergenceFinding, Spread
from watchlist.domain.network import SeriesKey, StreamKey
from watchlist.domain.pattern_findings import Indicator, Level, PatternGroup, PatternReport
from watchlist.domain.periods import Grain
from watchlist.domain.requests import Request, SetKey
from watchlist.domain.series import Labels, PointBatch, Points

MODULES = [
    importlib.import_module(f"watchlist.domain.{each.name}") for each in pkgutil.iter_modules(watchlist.domain.__path__)
]
STREAM = StreamKey("net", "use")


def ints(*values: int) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(values, np.int64)


def floats(*values: float) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.array(values, np.float64)


def test_every_dataclass_of_the_domain_is_frozen_and_has_slots() -> None:
    open_ones = [
        f"{module.__name__}.{name}"
        for module in MODULES
        for name, value in vars(module).items()
        if isinstance(value, type) and dataclasses.is_dataclass(value) and value.__module__ == module.__name__
        if not value.__dataclass_params__.frozen or "__slots__" not in vars(value)  # type: ignore[attr-defined]
    ]
    assert open_ones == []


def test_a_request_is_equal_to_another_for_the_same() -> None:
    assert issubclass(SetKey, Request)
    assert {SetKey("a", "b"), SetKey("a", "b"), SetKey("a", "c")} == {SetKey("a", "c"), SetKey("a", "b")}


def test_a_key_never_shows() -> None:
    assert "planted" not in repr(SetKey("etherscan", "planted"))
    assert "planted" not in f"{SetKey('etherscan', 'planted')}"


def test_keys_are_written_as_network_and_name() -> None:
    assert str(STREAM) == "net/use"
    assert str(SeriesKey("net", "price.usd")) == "net/price.usd"


def test_errors_say_whose_fault_and_what_to_do() -> None:
    assert str(errors.Unreachable("kraken", "no answer")) == "kraken: no answer"
    limited = errors.RateLimited("kraken", "too often", 5)
    assert (limited.source, limited.message, limited.retry_at) == ("kraken", "too often", 5)
    wrong = errors.InputError("level", "must be a number")
    assert (wrong.field, wrong.reason, str(wrong)) == ("level", "must be a number", "level: must be a number")
    assert {
        errors.Unreachable,
        errors.RateLimited,
        errors.KeyRejected,
        errors.PlanLimit,
        errors.BadAnswer,
        errors.Gone,
    } == set(errors.SourceError.__subclasses__())
    assert issubclass(errors.SourceError, errors.WatchlistError)


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: ReadSpan(pair[0], sum(pair))))


@given(SPANS)
def test_merged_spans_cover_the_same_and_never_touch(spans: list[ReadSpan]) -> None:
    merged = merge_spans(spans)
    assert {at for span in spans for at in range(span.start, span.end)} == {
        at for span in merged for at in range(span.start, span.end)
    }
    assert all(before.end < after.start for before, after in pairwise(merged))
    assert horizon(spans) == max((span.end for span in spans), default=None)


def test_merged_spans_keep_the_marks_of_their_outer_ends() -> None:
    left, inner, right = ReadSpan(0, 10, "a", "b"), ReadSpan(2, 5, "c", "d"), ReadSpan(10, 20, "e", "f")
    assert merge_spans([right, inner, left]) == [ReadSpan(0, 20, "a", "f")]


def test_no_events_are_no_events() -> None:
    table = EventTable.none(STREAM)
    assert len(table) == 0
    assert table.stream_keys == (STREAM,)
    assert not table.participants.flags.writeable


@given(st.lists(st.none() | st.sampled_from(["a", "b", "ü"])))
def test_labels_give_the_texts_back(texts: list[str | None]) -> None:
    labels = Labels.of(texts)
    assert labels.texts() == texts
    assert not labels.codes.flags.writeable
    assert len(EventBatch(STREAM, labels.codes, labels, labels.names)) == len(texts)
    assert NOBODY == -1


def test_points_are_frozen_where_they_are_made() -> None:
    batch = PointBatch(SeriesKey("n", "p"), "s", ints(1), floats(2.0), 3, np.array([True]))
    unsure = PointBatch(SeriesKey("n", "p"), "s", ints(1), floats(2.0), 3)
    assert unsure.final is None
    assert batch.final is not None
    with pytest.raises(ValueError, match="read-only"):
        batch.values[0] = 1
    assert len(Points.none(SeriesKey("n", "p"))) == 0


def series(values: list[float], complete: list[bool], low: float = np.nan) -> MetricSeries:
    n = len(values)
    return MetricSeries(
        "net",
        "retention",
        Grain.WEEK,
        np.arange(n, dtype=np.int64),
        floats(*values),
        floats(*[low] * n),
        floats(*[np.nan] * n),
        ints(*[30] * n),
        np.array(complete, np.bool_),
        np.array([True] * n, np.bool_),
    )


def test_the_newest_figure_is_complete_and_there() -> None:
    figure = newest_figure(series([0.5, 0.4, np.nan, 0.9], [True, True, True, False], low=0.1), ("archive",))
    assert (figure.value, figure.period, figure.n, figure.low, figure.high) == (0.4, 1, 30, 0.1, None)
    assert figure.change == pytest.approx(-0.1)
    assert figure.as_of == series([0.0, 0.0], [True, True]).ends()[1]
    assert figure.missing is Missing.NONE


def test_the_first_figure_has_nothing_to_be_compared_with() -> None:
    assert newest_figure(series([0.5], [True])).change is None


def test_without_a_complete_value_the_figure_says_why() -> None:
    assert newest_figure(series([0.5], [False])).missing is Missing.NOT_ENOUGH
    none = newest_figure(MetricSeries.none("net", "retention", Grain.DAY, Missing.NOT_PUBLISHED))
    assert (none.value, none.missing) == (None, Missing.NOT_PUBLISHED)
    assert len(series([1.0], [True])) == 1


def test_findings_are_frozen_where_they_are_made() -> None:
    made: list[object] = [
        CohortMatrix(
            "n", Grain.WEEK, ints(1), ints(1), ints(1), ints(1), floats(1), floats(1), floats(1), np.array([True])
        ),
        SurvivalCurve(
            "n", ints(0), floats(1), floats(1), floats(1), ints(1), ints(1), ints(1), 1, 4, None, None, None, True
        ),
        ActiveDays("n", ints(1), ints(1), 1, None),
        Spread("events", None, floats(0), floats(0)),
        DivergenceFinding("n", "m", ints(1), floats(1), ints(1), 2.0),
    ]
    for value in made:
        arrays = [getattr(value, field.name) for field in dataclasses.fields(value)]  # type: ignore[arg-type]
        assert [array for array in arrays if isinstance(array, np.ndarray) and array.flags.writeable] == []


def test_a_report_of_patterns_says_who_and_why() -> None:
    members = np.array([3, 1], np.int32)
    crowd = PatternGroup(Indicator.CROWD, members, "came on one day", columns=(("days", floats(1, 1)),))
    report = PatternReport("n", Level.NORMAL, 9, 4, (crowd,), np.array([1, 3], np.int32))
    assert len(crowd) == 2
    assert report.marked_by(Indicator.CROWD).tolist() == [1, 3]
    assert report.marked_by(Indicator.FUNDER).tolist() == []
    assert report.reasons(3) == ("came on one day",)
    assert report.reasons(7) == ()
    assert report.share() == 0.5
    assert PatternReport("n", Level.NORMAL, None, 0, (), np.empty(0, np.int32)).share() is None


def test_requests_that_carry_secrets_do_not_show_them() -> None:
    shown = (
        repr(ask.SetKey("github", "planted-secret")),
        repr(ask.SaveChannel("one", "Mail", "mail", address="planted-secret", secret="planted-secret")),
        repr(ask.LookIntoBackup("file.age", "planted-secret")),
    )
    assert all("planted-secret" not in text for text in shown)
