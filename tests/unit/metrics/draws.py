"""Random flows for property tests: leap days, ISO week 53, year ends, holes, duplicates, any order."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import strategies as st

from tests.unit.metrics.reference import DAY, EPOCH, Flow
from watchlist.domain.activity import ReadSpan
from watchlist.domain.network import Kind, Role, Stream, StreamKey
from watchlist.metrics.activity_index import ActivityIndex
from watchlist.metrics.inputs import NetworkInputs, StreamInputs

ANCHORS = [date(2020, 2, 20), date(2020, 11, 20), date(2023, 12, 1), date(2024, 1, 29), date(1969, 12, 1)]
ROLES = [Role.CONTRIBUTOR, Role.USER]


@st.composite
def flows(draw: st.DrawFn, streams: int = 1, longest: int = 130) -> tuple[Flow, ...]:
    """Draw streams over one stretch of days, each read from a day of its own, with or without a hole."""
    start = (draw(st.sampled_from(ANCHORS)) - EPOCH).days + draw(st.integers(0, 12))
    drawn = []
    for _ in range(streams):
        low = (start + draw(st.integers(0, 10))) * DAY + draw(st.sampled_from([0, 0, 1, DAY // 2]))
        length = draw(st.integers(1, longest))
        end = low // DAY * DAY + length * DAY + draw(st.sampled_from([0, 0, 1, DAY // 3]))
        spans = [(low, max(low + 1, end))]
        if length > 20 and draw(st.booleans()) and draw(st.booleans()):
            cut = low + draw(st.integers(1, length - 10)) * DAY
            spans = [(low, cut), (cut + draw(st.integers(1, 5)) * DAY, end)]
        people = draw(st.integers(1, 12))
        seed = draw(st.integers(0, 2**32 - 1))
        rng = np.random.default_rng(seed)
        count = draw(st.integers(0, 90))
        who = rng.integers(0, people, count) * int(rng.choice([1, 1, 5000]))
        if draw(st.booleans()):  # habits: the same few days of the week again and again
            when = low + rng.integers(0, max(1, length // 7 + 1), count) * 7 * DAY + rng.integers(0, 2 * DAY, count)
        else:
            when = rng.integers(low, max(low + 1, end), count)
        held = [(int(w), int(t)) for w, t in zip(who, when, strict=True) if any(a <= t < b for a, b in spans)]
        held += held[: draw(st.integers(0, 5))]  # the same again
        drawn.append(Flow(tuple(held), tuple(spans), draw(st.booleans())))
    return tuple(drawn)


def index_of(flow: Flow) -> ActivityIndex:
    """Return the index of a flow's events."""
    who = np.array([person for person, _ in flow.events], np.int32)
    return ActivityIndex.build(who, np.array([instant for _, instant in flow.events], np.int64))


def inputs_of(drawn: tuple[Flow, ...], **rest: object) -> NetworkInputs:
    """Return the inputs of a network of these flows, named s0, s1 …"""
    streams = tuple(
        StreamInputs(
            Stream(StreamKey("net", f"s{place}"), ROLES[place % 2], Kind.USE),
            index_of(flow),
            tuple(ReadSpan(low, high) for low, high in flow.spans),
            flow.genesis,
        )
        for place, flow in enumerate(drawn)
    )
    return NetworkInputs("net", streams, **rest)  # type: ignore[arg-type]
