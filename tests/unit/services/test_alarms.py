"""Rules on a real store: catch-up, restarts, lists, rules that break, silence, and what goes to the outbox."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import pytest

from tests.helpers.house import TestHouse, open_house
from watchlist.alerts import rules as kinds
from watchlist.alerts.recipes import RECIPES, rule_of
from watchlist.domain import requests as ask
from watchlist.domain.answers import WatchList
from watchlist.domain.errors import InputError
from watchlist.domain.firings import Firing, RuleState
from watchlist.domain.instants import DAY, HOUR
from watchlist.domain.messages import Notice
from watchlist.domain.network import SeriesKey
from watchlist.domain.requests import Request
from watchlist.domain.series import PointBatch
from watchlist.services import alarms

NETWORK, OTHER = "sim-orchard", "sim-tide"
T = TypeVar("T")


@pytest.fixture
def house(tmp_path: Path) -> Iterator[TestHouse]:
    with open_house(tmp_path) as opened:
        opened.clock.now = opened.clock.now // DAY * DAY + HOUR
        yield opened


def ask_now(house: TestHouse, request: Request[T]) -> T:
    return asyncio.run(house.desk.ask(request))


def on_store(house: TestHouse, work: Callable[..., T], *args: Any) -> T:
    return house.house.worker.submit(work, *args).result()


def networks(house: TestHouse) -> list[str]:
    return [one.id for one in house.house.shelf.all() if one.simulated]


def put_prices(house: TestHouse, network: str, first: int, values: Sequence[float], source: str = "simulated") -> None:
    """Store one price a day, the first at the noon of a day counted from today."""
    today = house.clock.now // DAY
    instants = np.array([(today + first + at) * DAY + 12 * HOUR for at in range(len(values))], np.int64)
    batch = PointBatch(SeriesKey(network, "price.usd"), source, instants, np.array(values, float), house.clock.now)

    def store() -> None:
        house.house.archive.points.append(batch)
        house.house.book.data_changed(network)

    on_store(house, store)


def price_rule(level: float = 10.0, condition: str = "crosses_down", **timing: Any) -> kinds.Rule:
    test = kinds.Test(kinds.Operand(text="price.last"), condition, {"level": level})
    return kinds.Rule("r1", "Price falls", kinds.Subject(network=NETWORK), test, kinds.Timing(**timing))


def save(house: TestHouse, rule: kinds.Rule) -> None:
    ask_now(house, ask.SaveRule(kinds.to_text(rule)))


def days_pass(house: TestHouse, days: int) -> None:
    house.clock.now += days * DAY


def check(house: TestHouse) -> tuple[Firing, ...]:
    return ask_now(house, ask.CheckAlerts())


def state(house: TestHouse, network: str = NETWORK) -> tuple[RuleState, str]:
    found = {one.network: one for one in ask_now(house, ask.Standings())}
    return found[network].state, found[network].reason


def test_a_crossing_fires_once_with_words_values_and_messages(house: TestHouse) -> None:
    put_prices(house, NETWORK, -3, [12, 12, 12])
    save(house, price_rule())
    assert check(house) == ()
    days_pass(house, 1)
    put_prices(house, NETWORK, -1, [9])
    (fired,) = check(house)
    assert fired.came_true == house.clock.now // DAY * DAY
    assert "crosses below 10 US$" in fired.sentence
    assert fired.values[0][1] == 9
    assert not fired.caught_up
    assert check(house) == ()
    assert ask_now(house, ask.Firings()) == (fired,)
    waiting = on_store(house, house.house.archive.outbox.due, house.clock.now)
    assert [(one.channel, json.loads(one.payload)["firing"]) for one in waiting] == [("desktop", fired.id)]


def test_thirty_days_off_are_made_up_in_order(house: TestHouse) -> None:
    put_prices(house, NETWORK, -3, [12, 12, 12])
    save(house, price_rule())
    days_pass(house, 30)
    put_prices(house, NETWORK, -30, [12, 9, 12] + [12] * 20 + [8] + [12] * 4 + [12, 7])
    fired = check(house)
    ages = [(house.clock.now // DAY * DAY - one.came_true) // DAY for one in fired]
    assert ages == [28, 6, 0]
    assert [one.caught_up for one in fired] == [True, True, False]
    assert all(one.noticed == house.clock.now for one in fired)
    first = {one.id: one for one in ask_now(house, ask.Firings())}[fired[0].id]
    assert first.recovered == fired[0].came_true + DAY


def test_a_restart_between_two_looks_changes_nothing(tmp_path: Path) -> None:
    ids: list[str] = []
    values = [12.0, 12, 12, 9, 12, 9, 9, 12, 12, 8]
    for stop in range(1, len(values)):
        with open_house(tmp_path) as house:
            house.clock.now = house.clock.now // DAY * DAY + HOUR + stop * DAY
            put_prices(house, NETWORK, -stop, values[:stop])
            if stop == 1:
                save(house, price_rule())
            ids += [one.id for one in check(house)]
            ids += [one.id for one in check(house)]
    assert len(ids) == len(set(ids)) == 2


def test_a_clock_set_back_doubles_nothing(house: TestHouse) -> None:
    put_prices(house, NETWORK, -3, [12, 12, 12])
    save(house, price_rule(hold=2, condition="less"))
    days_pass(house, 1)
    put_prices(house, NETWORK, -1, [9])
    assert check(house) == ()
    house.clock.now -= 20 * DAY
    assert check(house) == ()
    house.clock.now += 20 * DAY
    assert check(house) == ()
    days_pass(house, 1)
    put_prices(house, NETWORK, -1, [9])
    assert len(check(house)) == 1


def test_a_list_is_followed_live(house: TestHouse) -> None:
    first, second = networks(house)[:2]
    ask_now(house, ask.SaveLists((WatchList("main", "Watchlist", (first,)),)))
    rule = kinds.Rule(
        "r1", "Any", kinds.Subject(list_id="main"), kinds.Test(kinds.Operand(text="price.last"), "less", {"level": 10})
    )
    for network in (first, second):
        put_prices(house, network, -3, [9, 9, 9])
    save(house, rule)
    days_pass(house, 2)
    ask_now(house, ask.SaveLists((WatchList("main", "Watchlist", (first, second)),)))
    for network in (first, second):
        put_prices(house, network, -2, [9, 9])
    assert {one.network for one in check(house)} == {first}
    days_pass(house, 1)
    put_prices(house, second, -1, [9])
    assert {one.network for one in check(house)} == {second}
    ask_now(house, ask.SaveLists((WatchList("main", "Watchlist", (second,)),)))
    check(house)
    assert {one.network for one in ask_now(house, ask.Standings())} == {second}


def test_a_rank_moves(house: TestHouse) -> None:
    first, second = networks(house)[:2]
    ask_now(house, ask.SaveLists((WatchList("main", "Watchlist", (first, second)),)))
    test = kinds.Test(kinds.Operand(text="price.last"), "rank_changes", {"places": 1})
    put_prices(house, first, -3, [9, 9, 9])
    put_prices(house, second, -3, [5, 5, 5])
    save(house, kinds.Rule("r1", "Rank", kinds.Subject(list_id="main"), test))
    days_pass(house, 1)
    put_prices(house, first, -1, [4])
    put_prices(house, second, -1, [5])
    assert {one.network for one in check(house)} == {first, second}


def test_a_broken_rule_says_so_loudly(house: TestHouse) -> None:
    put_prices(house, NETWORK, -3, [12, 12, 12])
    save(house, price_rule())
    table = on_store(house, house.house.documents.table, "rules")
    entry = on_store(house, table.get, "r1")
    assert entry is not None
    entry["when"]["operand"]["text"] = "no.such.metric"
    on_store(house, table.put, "r1", entry)
    assert check(house) == ()
    assert state(house) == (RuleState.INVALID, "there is no metric “no.such.metric”")
    assert [one.key for one in house.told if isinstance(one, Notice)] == ["rules-invalid"]
    check(house)
    assert len([one for one in house.told if isinstance(one, Notice)]) == 1
    entry["when"] = {"type": "nonsense"}
    on_store(house, table.put, "r1", entry)
    check(house)
    assert {one.state for one in ask_now(house, ask.Rules())} == {RuleState.INVALID}
    on_store(house, table.put, "r1", kinds.to_plain(price_rule()))
    check(house)
    assert state(house) == (RuleState.NORMAL, "")


def test_a_network_or_list_that_is_gone_makes_a_rule_invalid(house: TestHouse) -> None:
    table = on_store(house, house.house.documents.table, "rules")
    plain = kinds.to_plain(price_rule())
    on_store(house, table.put, "r1", {**plain, "subject": {"network": "gone"}})
    on_store(house, table.put, "r2", {**plain, "id": "r2", "subject": {"list_id": "gone"}})
    check(house)
    assert {one.state for one in ask_now(house, ask.Standings())} == {RuleState.INVALID}
    with pytest.raises(InputError, match="list"):
        save(house, kinds.Rule("r3", "x", kinds.Subject(list_id="gone"), price_rule().when))


def test_a_noisy_rule_pauses_and_is_resumed(house: TestHouse) -> None:
    put_prices(house, NETWORK, -3, [12, 12, 12])
    save(house, price_rule(noisy_after=2, noisy_days=30))
    days_pass(house, 8)
    put_prices(house, NETWORK, -8, [9, 12, 9, 12, 9, 12, 9, 12])
    assert len(check(house)) == 2
    assert state(house) == (RuleState.PAUSED, "came true 2 times in 30 days")
    assert [one.actions[0].command for one in house.told if isinstance(one, Notice)] == ["resume_noisy"]
    assert ask_now(house, ask.ResumeRules()) == 1
    assert state(house)[0] is RuleState.NORMAL
    days_pass(house, 1)
    put_prices(house, NETWORK, -1, [9])
    assert len(check(house)) == 1


def test_a_rule_that_is_off_looks_at_nothing(house: TestHouse) -> None:
    put_prices(house, NETWORK, -3, [12, 12, 12])
    save(house, price_rule())
    ask_now(house, ask.SwitchRules(("r1",), enabled=False))
    assert state(house) == (RuleState.PAUSED, alarms.OFF)
    days_pass(house, 3)
    put_prices(house, NETWORK, -3, [12, 9, 12])
    assert check(house) == ()
    ask_now(house, ask.SwitchRules(("r1",), enabled=True))
    assert check(house) == ()
    days_pass(house, 1)
    put_prices(house, NETWORK, -1, [9])
    assert len(check(house)) == 1


def test_data_that_stops_is_told_once_where_wanted(house: TestHouse) -> None:
    guards = kinds.Guards(stale_days=3, stale=kinds.Policy.ALERT)
    rule = kinds.Rule("r1", "R", kinds.Subject(network=NETWORK), price_rule().when, guards=guards)
    put_prices(house, NETWORK, -3, [12, 12, 12])
    save(house, rule)
    days_pass(house, 6)
    (fired,) = check(house)
    assert "no new data since" in fired.sentence
    assert check(house) == ()
    assert state(house)[0] is RuleState.NO_DATA
    put_prices(house, NETWORK, -6, [12, 12, 9, 12, 12, 12])
    assert [one.caught_up for one in check(house)] == [True]
    assert state(house) == (RuleState.NORMAL, "")


def test_the_age_of_data_needs_no_new_data(house: TestHouse) -> None:
    recipe = next(one for one in RECIPES if one.key == "silent")
    put_prices(house, NETWORK, -3, [12, 12, 12])
    save(house, rule_of(recipe, "r1", kinds.Subject(network=NETWORK), house.clock.now))
    days_pass(house, 2)
    assert check(house) == ()
    days_pass(house, 4)
    (fired,) = check(house)
    assert fired.values[0][1] is not None
    assert fired.values[0][1] > 3


def test_formulas_sources_and_open_periods(house: TestHouse) -> None:
    put_prices(house, NETWORK, -3, [12, 12, 12])
    operand = kinds.Operand(kinds.OperandKind.FORMULA, "price.last * 2")
    twice = kinds.Test(operand, "greater", {"level": 20})
    save(house, kinds.Rule("f", "Twice", kinds.Subject(network=NETWORK), twice))
    source = kinds.Test(kinds.Operand(kinds.OperandKind.SOURCE, "coingecko"), "greater", {"level": 0})
    save(house, kinds.Rule("s", "Source", kinds.Subject(network=NETWORK), source))
    save(house, price_rule(closed_only=False))
    days_pass(house, 1)
    house.clock.now += 14 * HOUR
    put_prices(house, NETWORK, -1, [12, 9])
    early = {one.rule: one for one in check(house)}
    assert set(early) == {"f", "r1"}
    assert "period still open" in early["r1"].sentence
    days_pass(house, 1)
    put_prices(house, NETWORK, 0, [9])
    assert [one.rule for one in check(house)] == []
    nobody = kinds.Test(kinds.Operand(kinds.OperandKind.SOURCE, "nobody"), "changes")
    with pytest.raises(InputError):
        save(house, kinds.Rule("x", "x", kinds.Subject(network=NETWORK), nobody))


def test_a_late_revision_fires_nothing_twice(house: TestHouse) -> None:
    put_prices(house, NETWORK, -3, [12, 12, 12])
    save(house, price_rule())
    days_pass(house, 1)
    put_prices(house, NETWORK, -1, [9])
    assert len(check(house)) == 1
    house.clock.now += HOUR
    put_prices(house, NETWORK, -1, [9.5])
    assert check(house) == ()
    report = ask_now(house, ask.BackTest(kinds.to_text(price_rule(level=9.2)), NETWORK))
    assert report.firings == ()
    report = ask_now(house, ask.BackTest(kinds.to_text(price_rule(level=9.7)), NETWORK))
    assert [one.known_then for one in report.firings] == [True]


def test_silences_keep_messages_back_and_active_hours_hold_them(house: TestHouse) -> None:
    put_prices(house, NETWORK, -3, [12, 12, 12])
    save(house, price_rule())
    until = house.clock.now + 10 * DAY
    ask_now(house, ask.SaveDocument("silences", "s", {"network": NETWORK, "until": until, "comment": "moving"}))
    days_pass(house, 1)
    put_prices(house, NETWORK, -1, [9])
    assert len(check(house)) == 1
    outbox = house.house.archive.outbox
    assert on_store(house, outbox.log) == []
    ask_now(house, ask.SaveDocument("silences", "s", None))
    house.house.set_setting("time_zone", "UTC")
    save(house, price_rule(active_from="09:00", active_to="17:00"))
    days_pass(house, 2)
    put_prices(house, NETWORK, -2, [12, 9])
    assert len(check(house)) == 1
    assert on_store(house, outbox.due, house.clock.now) == []
    assert [one.next_try % DAY for one in on_store(house, outbox.log)] == [9 * HOUR]


def test_marking_snoozing_and_the_rest_of_the_counter(house: TestHouse) -> None:
    put_prices(house, NETWORK, -3, [12, 12, 12])
    save(house, price_rule())
    days_pass(house, 1)
    put_prices(house, NETWORK, -1, [9])
    (fired,) = check(house)
    ask_now(house, ask.MarkFiring((fired.id,), acknowledged=True))
    (marked,) = ask_now(house, ask.Firings())
    assert (marked.read, marked.acknowledged) == (True, house.clock.now)
    later = house.clock.now + HOUR
    ask_now(house, ask.MarkFiring((fired.id, "nobody"), read=False, snoozed_until=later))
    (marked,) = ask_now(house, ask.Firings(unread=True))
    assert marked.snoozed_until == later
    assert later in {one.next_try for one in on_store(house, house.house.archive.outbox.log)}
    (row,) = ask_now(house, ask.Rules())
    assert row.last_firing is not None
    assert (row.id, row.state, row.fired) == ("r1", RuleState.FIRING, 1)
    text = ask_now(house, ask.ExportRules())
    ask_now(house, ask.RemoveRules(("r1",)))
    assert ask_now(house, ask.Rules()) == ()
    assert ask_now(house, ask.Standings()) == ()
    assert len(ask_now(house, ask.Firings())) == 1
    assert ask_now(house, ask.ImportRules(text)) == 1
    assert [one.id for one in ask_now(house, ask.Rules())] == ["r1"]


def test_every_recipe_can_be_evaluated(house: TestHouse) -> None:
    for at, recipe in enumerate(RECIPES):
        save(house, rule_of(recipe, f"r{at}", kinds.Subject(network=NETWORK), house.clock.now))
    assert check(house) == ()
    assert {one.state for one in ask_now(house, ask.Standings())} <= {RuleState.NO_DATA, RuleState.NORMAL}
    for recipe in RECIPES:
        text = kinds.to_text(rule_of(recipe, "x", kinds.Subject(network=NETWORK), 0))
        report = ask_now(house, ask.BackTest(text, NETWORK))
        assert report.firings == ()
