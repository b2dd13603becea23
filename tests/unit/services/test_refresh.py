"""A refresh through the whole path: simulated source, real store, metrics, alerts."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from tests.helpers.house import TestHouse, open_house
from watchlist.domain import requests as ask
from watchlist.domain.answers import RefreshReport
from watchlist.domain.fetches import GOOD, Outcome
from watchlist.domain.instants import DAY
from watchlist.domain.messages import DataChanged, FiguresChanged, Progress
from watchlist.domain.network import SeriesKey, SeriesSpec
from watchlist.sources.simulated.profiles import profile
from watchlist.sources.simulated.scenarios import SCENARIOS

NETWORK = "sim-orchard"


def _with_small_network(house: TestHouse) -> None:
    house.house.shelf._known[NETWORK] = profile(SCENARIOS[NETWORK], scale=0.05)


def _run(folder: Path, *steps: object, **settings: object) -> list[object]:
    answers: list[object] = []

    async def all_of(house: TestHouse) -> None:
        await house.desk.ask(ask.AddNetwork(NETWORK))
        for step in steps:
            if callable(step):
                answers.append(step(house))
            else:
                answers.append(await house.desk.ask(step))  # type: ignore[arg-type]

    with open_house(folder, **settings) as house:
        _with_small_network(house)
        asyncio.run(all_of(house))
    return answers


def test_everything_arrives_and_is_counted(tmp_path: Path) -> None:
    report, table, told = _run(tmp_path, ask.Refresh(), ask.ListTable(), lambda house: list(house.told))
    assert isinstance(report, RefreshReport)
    assert {one.outcome for one in report.outcomes} <= GOOD
    assert any(one.new for one in report.outcomes)
    row = table.rows[0]  # type: ignore[attr-defined]
    assert row.figures["price.last"].value is not None
    assert row.figures["active.w"].value if "active.w" in row.figures else True
    assert row.spark
    kinds = {type(message) for message in told}  # type: ignore[attr-defined]
    assert {DataChanged, FiguresChanged, Progress} <= kinds


def test_nothing_is_counted_twice(tmp_path: Path) -> None:
    first, second = _run(tmp_path, ask.Refresh(), ask.Refresh(networks=(NETWORK,)))
    assert isinstance(first, RefreshReport)
    assert isinstance(second, RefreshReport)
    assert sum(one.new for one in first.outcomes) > 0
    assert sum(one.new for one in second.outcomes) == 0
    assert {one.outcome for one in second.outcomes} <= {Outcome.UNCHANGED, Outcome.EMPTY}


def test_history_reaches_back_although_the_newest_price_came_first(tmp_path: Path) -> None:
    _report, spans = _run(tmp_path, ask.Refresh(), ask.SeriesSpans(NETWORK))
    found = {key.name: (first, last) for key, first, last, _count in spans}  # type: ignore[attr-defined]
    first, last = found["price.usd"]
    assert last - first > 300 * DAY


def test_a_failing_source_falls_back_and_changes_nothing(tmp_path: Path) -> None:
    def break_one(house: TestHouse) -> None:
        good = house.house.shelf.get(NETWORK)
        key = SeriesKey(NETWORK, "price.usd")
        bad = SeriesSpec(key, "simulated", (("network", "nobody"),))
        others = tuple(spec for spec in good.series if spec.key == key)
        house.house.shelf._known[NETWORK] = replace(good, series=(bad, *others), streams=())

    _none, report, points = _run(
        tmp_path, break_one, ask.Refresh(networks=(NETWORK,)), ask.PointsOf(SeriesKey(NETWORK, "price.usd"))
    )
    assert isinstance(report, RefreshReport)
    assert {one.outcome for one in report.outcomes} - GOOD
    assert len(points) > 300  # type: ignore[arg-type]


def test_offline_asks_nobody(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="off line"):
        _run(tmp_path, ask.Refresh(), offline=True)


def test_two_askers_share_one_refresh(tmp_path: Path) -> None:
    async def both(house: TestHouse) -> None:
        await house.desk.ask(ask.AddNetwork(NETWORK))
        one, other = await asyncio.gather(house.desk.ask(ask.Refresh()), house.desk.ask(ask.Refresh()))
        assert one is other

    with open_house(tmp_path) as house:
        _with_small_network(house)
        asyncio.run(both(house))


def test_cancelling_keeps_what_is_stored(tmp_path: Path) -> None:
    async def cancelled(house: TestHouse) -> None:
        await house.desk.ask(ask.AddNetwork(NETWORK))
        running = asyncio.create_task(house.desk.ask(ask.Refresh()))
        await asyncio.sleep(0.3)
        await house.desk.ask(ask.CancelRefresh())
        report = await running
        assert report.cancelled
        again = await house.desk.ask(ask.Refresh(networks=(NETWORK,)))
        assert {one.outcome for one in again.outcomes} <= GOOD

    with open_house(tmp_path) as house:
        _with_small_network(house)
        asyncio.run(cancelled(house))
