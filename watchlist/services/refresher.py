"""Runs refreshes one at a time. What a refresh does is in refresh.py, which is imported with the first one."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from watchlist.domain.answers import RefreshReport

if TYPE_CHECKING:
    from watchlist.services.house import House


class Refresher:
    """Runs refreshes, one at a time; a second asker waits for the first one's report."""

    def __init__(self) -> None:
        self._running: asyncio.Task[RefreshReport] | None = None

    async def run(self, house: House, networks: Sequence[str], *, everything: bool) -> RefreshReport:
        """Refresh, or join the refresh that is under way."""
        if self._running is None or self._running.done():
            from watchlist.services.refresh import refresh_now  # noqa: PLC0415 - not needed to open the house

            self._running = asyncio.create_task(refresh_now(house, networks, everything), name="refresh")
        running = self._running
        try:
            return await asyncio.shield(running)
        except asyncio.CancelledError:
            if running.cancelled():
                now = house.clock()
                return RefreshReport(now, now, (), cancelled=True)
            raise

    async def cancel(self) -> None:
        """Stop the refresh that is under way and wait until it has stopped."""
        if self._running is not None and not self._running.done():
            self._running.cancel()
            with suppress(asyncio.CancelledError):
                await self._running
