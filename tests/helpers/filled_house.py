"""A folder with one small simulated network pulled into it, made once; each test works on a copy of its own."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from tests.helpers.house import TestHouse, open_house
from watchlist.domain import requests as ask
from watchlist.domain.requests import Request
from watchlist.sources.simulated.profiles import profile
from watchlist.sources.simulated.scenarios import SCENARIOS

NETWORK = "sim-orchard"
AnswerT = TypeVar("AnswerT")


@cache
def _original() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="watchlist-filled-"))

    async def fill(house: TestHouse) -> None:
        await house.desk.ask(ask.AddNetwork(NETWORK))
        await house.desk.ask(ask.Refresh(all_due=True))
        note = {"text": "=a note that looks like a formula", "tags": ["long"]}
        await house.desk.ask(ask.SaveDocument("notes", NETWORK, note))
        await house.desk.ask(ask.ListTable())

    with open_house(folder) as house:
        _shrink(house)
        asyncio.run(fill(house))
    return folder


def _shrink(house: TestHouse) -> None:
    house.house.shelf._known[NETWORK] = profile(SCENARIOS[NETWORK], scale=0.05)


@contextmanager
def filled_house(folder: Path, **settings: Any) -> Iterator[TestHouse]:
    """Open a copy of the filled folder."""
    shutil.copytree(_original(), folder, dirs_exist_ok=True)
    with open_house(folder, **settings) as house:
        _shrink(house)
        yield house


def answer(house: TestHouse, request: Request[AnswerT]) -> AnswerT:
    """Return what the desk answers."""
    return asyncio.run(house.desk.ask(request))
