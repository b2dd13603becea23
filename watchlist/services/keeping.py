"""Snapshots and backups by themselves: when one is due by the user's schedule. Missed ones are not made up for."""

from __future__ import annotations

import asyncio
import logging
from datetime import timedelta
from pathlib import Path

from watchlist.domain import requests as ask
from watchlist.domain.errors import WatchlistError
from watchlist.domain.instants import DAY, Instant, datetime_of
from watchlist.domain.messages import Notice, Severity
from watchlist.services import backups, snapshots
from watchlist.services.house import House

log = logging.getLogger(__name__)


async def keep(house: House) -> None:
    """Take what is due now; a fault is told once and tried again at the next turn."""
    for title, work in (("A snapshot could not be taken", _snapshots), ("A backup could not be made", _backups)):
        try:
            await work(house)
        except (WatchlistError, OSError) as error:
            log.info("%s: %s", title, error)
            house.publish(Notice(f"keeping:{title}", Severity.WARNING, title, str(error)))


async def _snapshots(house: House) -> None:
    wanted = str(house.setting("snapshot_schedule"))
    on_alert = bool(house.setting("snapshot_on_alert"))
    if wanted == "never" and not on_alert:
        return
    there = await snapshots.known(house)
    if is_due(wanted, snapshots.newest_of(there, snapshots.ON_SCHEDULE), house.clock()):
        await snapshots.take_all(house, snapshots.ON_SCHEDULE)
    elif on_alert:
        last = snapshots.newest_of(there, snapshots.ON_ALERT)
        since = max(last or 0, house.clock() - DAY)
        fired = await house.on_store(house.archive.firings.list, since, limit=1)
        if fired and (last is None or house.clock() - last >= DAY):
            await snapshots.take_all(house, snapshots.ON_ALERT)


async def _backups(house: House) -> None:
    wanted = str(house.setting("backup_schedule"))
    if wanted == "never":
        return
    folder = backups.folder_of(house)
    last = await asyncio.to_thread(_newest, folder)
    if is_due(wanted, last, house.clock()):
        await backups.make(house, ask.MakeBackup(), backups.BY_ITSELF)
        await asyncio.to_thread(backups.rotate, folder, int(house.setting("backup_keep")))


def _newest(folder: Path) -> Instant | None:
    """Return when the newest backup that the program made by itself was written."""
    made = [path.stat().st_mtime_ns // 1000 for path in folder.glob(f"{backups.BY_ITSELF}*{backups.ENDING}")]
    return max(made, default=None)


def is_due(wanted: str, last: Instant | None, now: Instant) -> bool:
    """Return whether the calendar (UTC) has turned since the last time: a day, a week from Monday, a month."""
    if wanted == "never":
        return False
    if last is None or last > now + DAY:  # a clock that was wrong must not stop it for ever
        return True
    return _turn(wanted, now) != _turn(wanted, last)


def _turn(wanted: str, instant: Instant) -> tuple[int, int]:
    moment = datetime_of(instant)
    if wanted == "monthly":
        return moment.year, moment.month
    if wanted == "weekly":
        monday = moment.date() - timedelta(days=moment.weekday())
        return monday.toordinal(), 0
    return moment.date().toordinal(), 1
