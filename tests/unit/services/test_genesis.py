"""Ages are known only where a stream was read from a beginning that is no guess; a symbol's earlier life is cut off."""

from __future__ import annotations

import asyncio
from pathlib import Path

import numpy as np

from tests.helpers.house import TestHouse, open_house
from watchlist.domain import requests as ask
from watchlist.domain.instants import DAY, parse_iso
from watchlist.domain.network import SeriesKey, SeriesSpec
from watchlist.domain.series import Candles, PointBatch
from watchlist.services.genesis import is_whole, start_is_known
from watchlist.services.pull_series import cut, cut_candles, first_of
from watchlist.sources.simulated.profiles import profile
from watchlist.sources.simulated.scenarios import SCENARIOS

NETWORK = "sim-granite"
KEY = SeriesKey("spacex", "price.usd")


def test_a_stream_is_whole_after_its_older_part_was_read(tmp_path: Path) -> None:
    async def read(house: TestHouse) -> tuple[bool, bool]:
        stream = house.house.shelf.get(NETWORK).streams[0]
        before = await house.house.on_store(is_whole, house.house.archive, stream)
        await house.desk.ask(ask.Refresh(networks=(NETWORK,)))
        return before, await house.house.on_store(is_whole, house.house.archive, stream)

    for metered in (True, False):
        with open_house(tmp_path / str(metered), metered=metered) as house:
            house.house.shelf._known[NETWORK] = profile(SCENARIOS[NETWORK], scale=0.03)
            assert asyncio.run(read(house)) == (False, not metered)


def test_a_guessed_first_block_is_no_beginning() -> None:
    assert start_is_known("")
    assert start_is_known("some cursor")
    assert start_is_known('{"start": 5}')
    assert start_is_known("{broken")
    assert not start_is_known('{"start": 5, "start_known": false}')


def test_what_a_symbol_meant_before_is_cut_off() -> None:
    first = parse_iso("2026-06-12")
    assert first_of(SeriesSpec(KEY, "yahoo", (("since", "2026-06-12"),))) == first
    assert first_of(SeriesSpec(KEY, "yahoo")) is None
    instants = np.array([first - DAY, first, first + DAY])
    values = np.array([1.0, 2.0, 3.0])
    flags = np.array([True, True, False])
    batch = cut(PointBatch(KEY, "yahoo", instants, values, 0, flags), first)
    assert batch.values.tolist() == [2.0, 3.0]
    assert batch.final is not None
    assert batch.final.tolist() == [True, False]
    candles = cut_candles(Candles(KEY, "yahoo", instants, values, values, values, values, values, flags, 0), first)
    assert candles.close.tolist() == [2.0, 3.0]
