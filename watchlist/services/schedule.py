"""Refreshing by itself: at the start where that is chosen, and whenever something is due. Never piles up.

A computer that slept wakes to one catch-up refresh, not to one per missed interval.
"""

from __future__ import annotations

import asyncio
import logging

from watchlist.domain.errors import WatchlistError
from watchlist.services.house import House

TICK = 60.0
FIRST = 0.5
log = logging.getLogger(__name__)


async def keep_refreshing(house: House) -> None:
    """Refresh what is due, for ever; what goes wrong is told and tried again at the next turn."""
    await asyncio.sleep(FIRST)
    if house.setting("refresh_on_start"):
        await _once(house)
    while True:
        await asyncio.sleep(TICK)
        if house.setting("refresh_automatically"):
            await _once(house)
        from watchlist.services.keeping import keep  # noqa: PLC0415 - backups and exports are not needed to start

        await keep(house)


async def _once(house: House) -> None:
    if house.setting("offline"):
        return
    try:
        await house.refresher.run(house, (), everything=False)
    except WatchlistError as error:
        log.info("a refresh ended early: %s", error)
