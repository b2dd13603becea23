"""The catalog: every entry is complete, calls are checked, and what is missing says why."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.unit.metrics.draws import inputs_of
from tests.unit.metrics.reference import DAY, Flow
from watchlist.domain.errors import InputError
from watchlist.domain.figures import Missing
from watchlist.domain.network import Kind, Role, Stream, StreamKey
from watchlist.domain.periods import Grain
from watchlist.metrics.activity_index import ActivityIndex
from watchlist.metrics.catalog import METRICS, call, compute, examine
from watchlist.metrics.inputs import Choice, NetworkInputs, StreamInputs

MINE = [entry for entry in METRICS.values() if entry.section in {2, 3, 4}]
START = 19_723
FLOW = Flow(
    tuple((person, (START + day) * DAY) for person in range(30) for day in range(0, 100, person % 9 + 1)),
    ((START * DAY, (START + 100) * DAY),),
    True,
)


@pytest.mark.parametrize("entry", METRICS.values(), ids=METRICS)
def test_entries_are_complete(entry) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    for text in (entry.title, entry.definition, entry.computed, entry.fooled_by):
        assert text
        assert text[0].isupper() or text[0].isdigit()
        assert "!" not in text
    assert entry.definition.endswith(".")
    assert entry.computed.endswith(".")
    assert entry.fooled_by.endswith(".")
    assert entry.grains
    assert entry.function or entry.examine
    assert entry.version >= 1
    assert entry.history >= 1
    assert METRICS[entry.key] is entry


@pytest.mark.parametrize("entry", MINE, ids=[entry.key for entry in MINE])
def test_every_metric_has_a_number_or_a_reason(entry) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    full, empty = inputs_of((FLOW,)), inputs_of((replace(FLOW, events=()),))
    unread = NetworkInputs("net", (StreamInputs(full.streams[0].stream, ActivityIndex()),))
    for grain in entry.grains:
        for inputs in (full, empty, unread, NetworkInputs("net")):
            if entry.function is not None:
                found = compute(entry.key, inputs, grain)
                assert found.metric == entry.key
                assert found.grain is grain
                assert len(found) or found.missing is not Missing.NONE
            if entry.examine is not None:
                examine(entry.key, inputs, grain)
    if entry.function is not None:
        assert not np.isnan(compute(entry.key, full).values).all() or entry.key in _NEEDS_LONGER


_NEEDS_LONGER = {entry.key for entry in MINE if entry.key.startswith(("retention.m", "survival."))}


def test_why_there_is_nothing() -> None:
    silent = Stream(StreamKey("net", "proofs"), Role.VALIDATOR, Kind.VERIFY, published="not published")
    inputs = NetworkInputs("net", (StreamInputs(silent, ActivityIndex()),))
    assert compute("active.w", inputs).missing is Missing.NOT_PUBLISHED
    assert compute("active.w@user", inputs).missing is Missing.DOES_NOT_EXIST
    unread = NetworkInputs("net", (StreamInputs(replace(silent, published=""), ActivityIndex()),))
    assert compute("active.w", unread).missing is Missing.NOT_READ
    assert examine("retention.matrix", unread).missing is Missing.NOT_READ
    assert examine("active_days", unread).missing is Missing.NOT_READ
    assert examine("survival.curve", unread).missing is Missing.NOT_READ


def test_a_series_that_was_never_read() -> None:
    entry = next(entry for entry in METRICS.values() if entry.needs.series and entry.function is not None)
    assert compute(entry.key, inputs_of((FLOW,))).missing is Missing.NOT_READ


def test_new_events_may_be_a_second_day() -> None:
    inputs = inputs_of((replace(FLOW, events=((1, START * DAY), (2, START * DAY))),))
    assert compute("conversion.2nd", inputs).values[0] == 0
    inputs.streams[0].index.add(np.array([1], np.int32), np.array([(START + 3) * DAY], np.int64))
    assert compute("conversion.2nd", inputs).values[0] == 0.5


def test_calls_are_checked() -> None:
    inputs = inputs_of((FLOW,))
    for key, grain, params, place in (
        ("no.such", None, {}, "metric"),
        ("active.w", Grain.DAY, {}, "grain"),
        ("active.w", None, {"k": 1}, "k"),
        ("recurring.kofm", None, {"k": 1000}, "k"),
        ("retention.matrix", None, {}, "metric"),
    ):
        with pytest.raises(InputError) as caught:
            compute(key, inputs, grain, **params)  # type: ignore[arg-type]
        assert caught.value.field == place
    with pytest.raises(InputError):
        examine("active.w", inputs)
    raw_only = replace(METRICS["active.w"], key="raw.only", variants=("raw",))
    METRICS["raw.only"] = raw_only
    try:
        with pytest.raises(InputError):
            compute("raw.only+filtered", inputs)
    finally:
        del METRICS["raw.only"]


def test_named_parts_replace_those_of_the_selector() -> None:
    inputs = inputs_of((FLOW,))
    assert call("active.w@user+filtered", inputs, role=Role.CONTRIBUTOR).choice == Choice(
        Role.CONTRIBUTOR, "", "filtered"
    )
    assert call("active.w@user+filtered", inputs, stream="s0", variant="raw").choice == Choice(None, "s0", "raw")
    assert call("active.w@user+filtered", inputs, variant="raw").choice == Choice(Role.USER)
    assert compute("active.w", inputs, role=Role.CONTRIBUTOR).metric == "active.w@contributor"


def test_nothing_is_kept_twice() -> None:
    inputs = inputs_of((FLOW, FLOW))
    assert inputs.view(Choice()) is inputs.view(Choice())
    assert inputs.view(Choice()).keys == (StreamKey("net", "s0"), StreamKey("net", "s1"))
    assert inputs.view(Choice(Role.USER)).index is inputs.streams[1].index
    assert inputs.left_out() is inputs.left_out()
    assert len(inputs.patterns().groups) >= 0
