"""Pulling series: newest values in batches, history with fallback. A failed fetch changes nothing that is stored.

Falls back to the next source on typed failures only; what looks wrong is quarantined with its reason, and a shorter
answer never replaces a longer one (the archive sees to that).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from watchlist.domain.answers import SourceOutcome
from watchlist.domain.errors import Cancelled, Gone, RateLimited, SourceError
from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import Instant, parse_iso
from watchlist.domain.network import SeriesSpec
from watchlist.domain.series import Candles, PointBatch
from watchlist.services.house import House
from watchlist.services.ledger_queue import LedgerQueue
from watchlist.services.outcomes import outcome_of
from watchlist.services.plan import SeriesTask
from watchlist.sources.base import option
from watchlist.sources.quality import sift
from watchlist.sources.registry import SOURCES
from watchlist.store.points import Appended


@dataclass(slots=True)
class Pulled:
    """What pulling brought so far; shared by the tasks of one refresh, touched on the loop's thread only."""

    outcomes: list[SourceOutcome] = field(default_factory=list)
    changed: dict[str, set[str]] = field(default_factory=dict)

    def note(self, outcome: SourceOutcome) -> None:
        """Keep an outcome; new or revised data marks its network as changed."""
        self.outcomes.append(outcome)
        if outcome.new or outcome.revised:
            self.changed.setdefault(outcome.network, set()).add(outcome.what)


async def pull_newest(house: House, ledger: LedgerQueue, tasks: Sequence[SeriesTask], pulled: Pulled) -> None:
    """Pull the newest values of many series, one batch per vendor, falling back per series."""
    waiting = {task.due_key: list(task.specs) for task in tasks}
    while waiting:
        by_source: dict[str, list[SeriesSpec]] = {}
        for specs in waiting.values():
            by_source.setdefault(specs[0].provider, []).append(specs[0])
        failed: dict[SeriesSpec, SourceError] = {}
        for source, specs in by_source.items():
            provider = SOURCES[source].provider()
            for group in provider.batches(specs):
                failed.update(await _one_batch(house, ledger, source, group, pulled))
        again: dict[object, list[SeriesSpec]] = {}
        for key, specs in waiting.items():
            error = failed.get(specs[0])
            if error is None:
                continue
            pulled.note(_failure(specs[0], error))
            if len(specs) > 1:
                again[key] = specs[1:]
        waiting = again  # type: ignore[assignment]


async def _one_batch(
    house: House, ledger: LedgerQueue, source: str, group: tuple[SeriesSpec, ...], pulled: Pulled
) -> dict[SeriesSpec, SourceError]:
    try:
        harvest = await SOURCES[source].provider().many(house.client, group)
    except SourceError as error:
        return dict.fromkeys(group, error)
    stored = await house.on_store(store_points, house, ledger, harvest.points)
    for batch, appended in zip(harvest.points, stored, strict=True):
        pulled.note(_success(batch.key.network, batch.key.name, source, appended))
    failed: dict[SeriesSpec, SourceError] = dict(harvest.failures)
    for spec in harvest.absent:
        failed[spec] = Gone(source, "does not know this asset")
    return failed


async def pull_history(
    house: House, ledger: LedgerQueue, task: SeriesTask, since: Instant | None, pulled: Pulled
) -> bool:
    """Pull the history of a series from the first source that gives it; True where one did."""
    span = await house.on_store(house.archive.points.span, task.key)
    for spec in task.specs:
        try:
            batches, candles = await _ask_history(house, spec, since)
        except SourceError as error:
            pulled.note(_failure(spec, error))
            continue
        stored = await house.on_store(store_points, house, ledger, batches, candles)
        for batch, appended in zip(batches, stored, strict=True):
            pulled.note(_success(batch.key.network, batch.key.name, spec.provider, appended))
        if batches or span is not None:
            return True
    return False


async def _ask_history(house: House, spec: SeriesSpec, since: Instant | None) -> tuple[list[PointBatch], list[Candles]]:
    source = SOURCES[spec.provider]
    provider = source.provider()
    batches = await provider.points(house.client, spec, since, None)
    candles: list[Candles] = []
    if "candles" in source.gives and spec.key.name.startswith("price."):
        candles = await provider.candles(house.client, spec, since, None)
    first = first_of(spec)
    if first is None:
        return batches, candles
    return [cut(batch, first) for batch in batches], [cut_candles(one, first) for one in candles]


def first_of(spec: SeriesSpec) -> Instant | None:
    """Return from when on a source's history is this asset's: a symbol may have named another one before."""
    text = option(spec, "since")
    return parse_iso(text) if text else None


def cut(batch: PointBatch, first: Instant) -> PointBatch:
    """Return a batch without what lies before an instant."""
    keep = batch.instants >= first
    final = batch.final[keep] if batch.final is not None else None
    return replace(batch, instants=batch.instants[keep], values=batch.values[keep], final=final)


def cut_candles(one: Candles, first: Instant) -> Candles:
    """Return candles without those that begin before an instant."""
    keep = one.starts >= first
    columns = {name: getattr(one, name)[keep] for name in ("starts", "open", "high", "low", "close", "volume", "final")}
    return replace(one, **columns)


def store_points(
    house: House, ledger: LedgerQueue, batches: Iterable[PointBatch], candles: Iterable[Candles] = ()
) -> list[Appended]:
    """Store what was pulled with its ledger lines, in one transaction. Runs on the store's thread."""
    stored: list[Appended] = []
    with house.archive.transaction():
        ledger.write(house.archive)
        for batch in batches:
            house.book.data_arriving(batch.key.network)
            known = house.archive.points.read(batch.key)
            good, doubtful = sift(batch, house.clock(), known.instants, known.values)
            if doubtful:
                house.archive.points.quarantine(list(doubtful))
            stored.append(house.archive.points.append(good))
        for one in candles:
            house.archive.points.append_candles(one)
    return stored


def _success(network: str, what: str, source: str, appended: Appended) -> SourceOutcome:
    fresh = appended.new or appended.revised
    return SourceOutcome(
        source, network, what, Outcome.FRESH if fresh else Outcome.UNCHANGED, appended.new, appended.revised
    )


def _failure(spec: SeriesSpec, error: SourceError) -> SourceOutcome:
    if isinstance(error, Cancelled):
        raise error
    later = error.retry_at if isinstance(error, RateLimited) else None
    return SourceOutcome(
        spec.provider, spec.key.network, spec.key.name, outcome_of(error), note=error.message, next_try=later
    )
