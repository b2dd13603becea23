"""A refresh: pulls what is due, stores it, counts anew and looks at the alert rules, in that order.

One refresh at a time; cancelling stops it at once and what is stored stays. Never waits for one slow source before
it asks the next: each host has its own pace.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial

from watchlist.domain import requests as ask
from watchlist.domain.answers import RefreshReport, SourceOutcome
from watchlist.domain.errors import Cancelled
from watchlist.domain.fetches import GOOD, Outcome
from watchlist.domain.instants import DAY, HOUR, MINUTE, Instant
from watchlist.domain.messages import DataChanged, FiguresChanged, Progress, SourcesChanged
from watchlist.domain.network import Network
from watchlist.services.desk import Handler
from watchlist.services.due import DueKey, DueTable
from watchlist.services.house import House
from watchlist.services.lists import watched
from watchlist.services.papers import entries
from watchlist.services.plan import Plan, StreamTask, make_plan
from watchlist.services.pull_events import pull_stream
from watchlist.services.pull_series import Pulled, pull_history, pull_newest
from watchlist.sources.base import Provider
from watchlist.sources.registry import SOURCES

JOB = "refresh"
RECENT = 90 * DAY
AT_ONCE = 6
FAILED_WAIT = 5 * MINUTE
DUE_BLOB = "due.json"
CHOSEN = {
    kind: f"every_{kind}"
    for kind in ("spot", "probe", "daily", "candles", "explorer", "models", "warehouse", "events", "developers")
}


async def refresh_now(house: House, ids: Sequence[str], everything: bool) -> RefreshReport:
    """Pull what is due of these networks (of all where none is named), and count anew. One at a time: ``Refresher``."""
    started = house.clock()
    before = house.ledger.sent
    networks, due, favourites = await house.on_store(_what, house, tuple(ids))
    await house.load_keys(_sources_of(networks))
    plan = make_plan(
        networks,
        due,
        started,
        can_batch=_can_batch,
        usable=house.usable,
        favourites=favourites,
        everything=everything or bool(ids),
    )
    pulled = Pulled()
    meter = _Meter(house, len(plan))
    try:
        await _run(house, plan, due, pulled, meter)
    finally:
        meter.over()
        fired = await asyncio.shield(_finish(house, due, pulled))
    report = RefreshReport(
        started, house.clock(), tuple(pulled.outcomes), house.ledger.sent - before, cancelled=False, firings=fired
    )
    _tell_failures(house, report)
    return report


async def _run(house: House, plan: Plan, due: DueTable, pulled: Pulled, meter: _Meter) -> None:
    now = house.clock()
    if plan.spot:
        await pull_newest(house, house.ledger, plan.spot, pulled)
        for task in plan.spot:
            due.tried(task.due_key, now)
            meter.one()
    slots = asyncio.Semaphore(AT_ONCE)

    async def guarded(key: DueKey, work: Callable[[], Awaitable[bool]]) -> None:
        async with slots:
            good = await work()
            due.tried(key, house.clock(), None if good else _later(house, pulled, key))
            meter.one()

    async with asyncio.TaskGroup() as group:
        for task in plan.history:
            group.create_task(
                guarded(
                    task.due_key,
                    partial(pull_history, house, house.ledger, task, due.since(task.due_key, task.kind), pulled),
                ),
                name=f"history {task.key}",
            )
    async with asyncio.TaskGroup() as group:
        for stream in plan.streams:
            group.create_task(
                guarded(stream.due_key, partial(_stream, house, stream, pulled)), name=f"stream {stream.stream.key}"
            )


async def _stream(house: House, task: StreamTask, pulled: Pulled) -> bool:
    """Read the newest part of a stream first, then all that is older; both parts resume where they stopped."""
    since = house.clock() - RECENT
    report = _reporter(house, task)
    good = await pull_stream(house, house.ledger, task, since, pulled, report)
    if good and not house.setting("metered"):
        good = await pull_stream(house, house.ledger, task, None, pulled, report)
    return good


def _reporter(house: House, task: StreamTask) -> Callable[[int, int | None, str], None]:
    started = house.clock()
    job = f"stream {task.stream.key}"
    title = f"{task.network.name}: {task.stream.label or task.stream.key.stream}"

    def report(done: int, total: int | None, unit: str) -> None:
        over = total is not None and done >= total
        house.publish(Progress(job, title, done, total, unit, started, over, task.network.id))

    return report


def _what(house: House, ids: tuple[str, ...]) -> tuple[tuple[Network, ...], DueTable, Mapping[str, tuple[str, ...]]]:
    networks = house.shelf.some(ids) if ids else watched(house)
    kept = house.archive.blobs.load(DUE_BLOB)
    due = DueTable.from_json(_json(kept)) if kept else DueTable({}, {})
    due.every = {kind: int(house.setting(key)) * MINUTE for kind, key in CHOSEN.items()}
    general = tuple(house.setting("source_order"))
    favourites = {str(spec.key): general for network in networks for spec in network.series}
    favourites |= {key: tuple(entry.get("sources", ())) for key, entry in entries(house, "preferences").items()}
    return networks, due, favourites


def _sources_of(networks: Sequence[Network]) -> set[str]:
    """Return the sources that these networks use."""
    found = {spec.provider for network in networks for spec in network.series}
    found |= {stream.provider for network in networks for stream in network.streams}
    return found - {""}


def _json(kept: bytes) -> object:
    try:
        return json.loads(kept)
    except ValueError:
        return {}


async def _finish(house: House, due: DueTable, pulled: Pulled) -> int:
    """Count anew what changed, look at the rules, keep what was tried; all on the store's thread."""
    fired = await house.on_store(_finish_now, house, due, tuple(pulled.changed))
    for network, parts in pulled.changed.items():
        house.publish(DataChanged(network, frozenset(parts)))
        house.publish(FiguresChanged(network))
    for source in {one.source for one in pulled.outcomes}:
        house.publish(SourcesChanged(source))
    return fired


def _finish_now(house: House, due: DueTable, changed: tuple[str, ...]) -> int:
    with house.archive.transaction():
        house.ledger.write(house.archive)
        for network in changed:
            house.book.data_changed(network)
        from watchlist.services import alarms  # noqa: PLC0415 - not needed to open the house

        fired = alarms.evaluate(house)
    house.ledger.write_validators(house.archive)
    house.archive.blobs.save(DUE_BLOB, json.dumps(due.as_json()).encode())
    return len(fired)


def _later(house: House, pulled: Pulled, key: DueKey) -> Instant:
    """Return when a failed thing may be tried again: as its source says, else after a while."""
    said = [
        one.next_try
        for one in pulled.outcomes
        if one.network == key.network and key.what.endswith(one.what) and one.next_try is not None
    ]
    refused = any(
        one.outcome in (Outcome.KEY_REJECTED, Outcome.PLAN_LIMIT, Outcome.GONE)
        for one in pulled.outcomes
        if one.network == key.network and key.what.endswith(one.what)
    )
    return min(said) if said else house.clock() + (6 * HOUR if refused else FAILED_WAIT)


def _tell_failures(house: House, report: RefreshReport) -> None:
    """Keep one line per source that failed; the status page has the words."""
    for one in report.outcomes:
        if one.outcome not in GOOD:
            house.publish(SourcesChanged(one.source, one.network))


def _can_batch(source: str) -> bool:
    return source in SOURCES and type(SOURCES[source].provider()).many is not Provider.many


class _Meter:
    """Counts finished tasks and tells how far the refresh is."""

    def __init__(self, house: House, total: int) -> None:
        self._house = house
        self._total = total
        self._done = 0
        self._started = house.clock()
        self._say(over=total == 0)

    def one(self) -> None:
        """Count one task."""
        self._done += 1
        self._say(over=False)

    def over(self) -> None:
        """Say that the refresh has ended."""
        self._say(over=True)

    def _say(self, *, over: bool) -> None:
        self._house.publish(Progress(JOB, "Refresh", self._done, self._total, "tasks", self._started, over))


async def _ask_refresh(house: House, request: ask.Refresh) -> RefreshReport:
    if house.setting("offline"):
        raise Cancelled("working off line: nothing was asked")
    return await house.refresher.run(house, request.networks, everything=request.all_due)


async def _ask_cancel(house: House, _request: ask.CancelRefresh) -> None:
    await house.refresher.cancel()


def failures(report: RefreshReport) -> tuple[SourceOutcome, ...]:
    """Return the outcomes that are not good."""
    return tuple(one for one in report.outcomes if one.outcome not in GOOD)


HANDLERS: Mapping[type, Handler] = {ask.Refresh: _ask_refresh, ask.CancelRefresh: _ask_cancel}
