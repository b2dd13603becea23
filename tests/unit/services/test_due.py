"""What is due, and what a clock set back does to it."""

from __future__ import annotations

from watchlist.domain.instants import DAY, HOUR, MINUTE
from watchlist.services.due import INTERVALS, DueKey, DueTable, earliest

KEY = DueKey("net", "spot:price.usd", "")


def test_never_tried_is_due() -> None:
    assert DueTable({}, {}).is_due(KEY, "spot", 0)
    assert DueTable({}, {}).next_try(KEY, "spot") is None


def test_due_again_after_its_interval() -> None:
    table = DueTable({}, {})
    table.tried(KEY, DAY)
    assert not table.is_due(KEY, "spot", DAY + INTERVALS["spot"].every - 1)
    assert table.is_due(KEY, "spot", DAY + INTERVALS["spot"].every)
    assert table.next_try(KEY, "spot") == DAY + INTERVALS["spot"].every


def test_a_refusal_is_not_asked_again_before_its_time() -> None:
    table = DueTable({}, {})
    table.tried(KEY, DAY, DAY + HOUR)
    assert not table.is_due(KEY, "spot", DAY + 30 * MINUTE)
    assert table.is_due(KEY, "spot", DAY + HOUR)
    table.tried(KEY, DAY + HOUR)
    assert not table.not_before


def test_a_clock_set_back_does_not_make_everything_due() -> None:
    table = DueTable({}, {})
    table.tried(KEY, 10 * DAY)
    assert not table.is_due(KEY, "spot", DAY)
    assert table.last[KEY.text()] == DAY


def test_kept_and_read_again() -> None:
    table = DueTable({}, {})
    table.tried(KEY, DAY, 2 * DAY)
    again = DueTable.from_json(table.as_json())
    assert again.last == table.last
    assert again.not_before == table.not_before
    kept: tuple[object, ...] = (None, [], {"last": 3}, {"last": {"a": "x", "b": True}})
    for broken in kept:
        assert not DueTable.from_json(broken).last


def test_earliest() -> None:
    assert earliest([None, 5, 3]) == 3
    assert earliest([None]) is None
