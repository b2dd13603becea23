"""The text that names a metric: read back as written, and refused with a reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.domain.errors import InputError
from watchlist.domain.network import Role
from watchlist.metrics.inputs import Choice
from watchlist.metrics.selector import Selector, parse_selector

places = st.one_of(
    st.builds(Choice, st.sampled_from([None, *Role]), st.just(""), st.sampled_from(["raw", "filtered"])),
    st.builds(Choice, st.none(), st.sampled_from(["og.nodes", "a", "x-1_b/c:d"]), st.sampled_from(["raw", "filtered"])),
)


@given(st.sampled_from(["retention.w4", "active.28d", "recurring.3of4", "churn"]), places)
def test_round_trip(key: str, choice: Choice) -> None:
    assert parse_selector(str(Selector(key, choice))) == Selector(key, choice)


def test_examples() -> None:
    assert parse_selector(" retention.w4@contributor ") == Selector("retention.w4", Choice(Role.CONTRIBUTOR))
    found = parse_selector("retention.w4@stream:og.nodes+filtered")
    assert found == Selector("retention.w4", Choice(None, "og.nodes", "filtered"))


@pytest.mark.parametrize(
    "text",
    ["", "@user", "active.w@", "active.w@nobody", "active.w+", "active.w+half", "Active", "a b", "active.w@stream:"],
)
def test_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_selector(text)
    assert caught.value.field == "metric"
