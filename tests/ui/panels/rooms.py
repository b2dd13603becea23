"""A panel's surroundings in a test: the real services on a small simulated network behind the real hub."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtWidgets import QWidget

from tests.helpers.direct_hub import DirectHub
from tests.helpers.house import TestHouse, open_house
from tests.ui.shell.frames import surroundings
from watchlist.domain import requests as ask
from watchlist.domain.messages import Notice
from watchlist.sources.simulated.profiles import profile
from watchlist.sources.simulated.scenarios import SCENARIOS
from watchlist.ui.actions import ACTIONS
from watchlist.ui.menus import ActionBook
from watchlist.ui.panels.context import PanelContext, Selection

NETWORK = "sim-orchard"


class _HouseHub(DirectHub):
    """Answers every request from a real desk."""

    def __init__(self, house: TestHouse) -> None:
        super().__init__()
        self._house = house

    async def _answer(self, request: Any) -> Any:
        self.asked.append(request)
        answer = await self._house.desk.ask(request)
        for message in self._house.told:
            self.publish(message)
        self._house.told.clear()
        return answer


@dataclass
class Room:
    """A panel's context and what it told its window."""

    context: PanelContext
    hub: DirectHub
    house: TestHouse
    window: QWidget
    notices: list[Notice]
    opened: list[str]


@contextmanager
def room(folder: Path, *networks: str, refreshed: bool = True) -> Iterator[Room]:
    """Open a room whose list holds small simulated networks that were pulled."""
    with open_house(folder) as house:
        for network in networks:
            house.house.shelf._known[network] = profile(SCENARIOS[network], scale=0.05)

        async def fill() -> None:
            for network in networks:
                await house.desk.ask(ask.AddNetwork(network))
            if refreshed and networks:
                await house.desk.ask(ask.Refresh())

        asyncio.run(fill())
        house.told.clear()
        hub = _HouseHub(house)
        around = surroundings(folder / "ui")._replace(hub=hub)
        window = QWidget()
        selection = Selection(window)
        selection.network = networks[0] if networks else ""
        selection.list_id = "main"
        notices: list[Notice] = []
        opened: list[str] = []
        book = ActionBook(window)
        for action in ACTIONS:
            book.add(action)
        context = PanelContext(around, selection, book, notices.append, opened.append)
        try:
            yield Room(context, hub, house, window, notices, opened)
        finally:
            hub.close()
            window.deleteLater()


def close(panel: QWidget) -> None:
    """Destroy a panel now, with its timers."""
    panel.close()
    shiboken6.delete(panel)
