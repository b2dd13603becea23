"""Pulling events: slice by slice, each with its span and cursor in one transaction, so that a kill loses one slice.

Resumable and exactly once: what to read next follows from the spans that are stored, never from memory.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import aclosing

from watchlist.domain.answers import SourceOutcome
from watchlist.domain.errors import RateLimited, SourceError
from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import Instant
from watchlist.domain.network import Chain, Network, Stream, StreamKey
from watchlist.services.genesis import mark_whole
from watchlist.services.house import House
from watchlist.services.ledger_queue import LedgerQueue
from watchlist.services.outcomes import outcome_of
from watchlist.services.plan import StreamTask
from watchlist.services.pull_series import Pulled
from watchlist.sources.base import EventSlice, Resume
from watchlist.sources.registry import SOURCES
from watchlist.store.points import Appended

Report = Callable[[int, int | None, str], None]


async def pull_stream(
    house: House, ledger: LedgerQueue, task: StreamTask, since: Instant | None, pulled: Pulled, report: Report
) -> bool:
    """Read what is missing of a stream back to ``since``; True where it was read to its end."""
    key = task.stream.key
    spans, cursor = await house.on_store(_where, house, key)
    provider = SOURCES[task.stream.provider].provider()
    chain = chain_of(task.network, task.stream)
    new = 0
    try:
        slices = provider.events(house.client, task.stream, chain, Resume(tuple(spans), cursor, since, report))
        async with aclosing(slices) as reading:  # type: ignore[type-var]
            async for piece in reading:
                appended = await house.on_store(store_slice, house, ledger, key, piece)
                new += appended.new
    except SourceError as error:
        later = error.retry_at if isinstance(error, RateLimited) else None
        pulled.note(
            SourceOutcome(
                task.stream.provider, key.network, key.stream, outcome_of(error), new, 0, error.message, later
            )
        )
        return False
    if since is None:
        await house.on_store(mark_whole, house.archive, key)
    outcome = Outcome.FRESH if new else Outcome.UNCHANGED
    pulled.note(SourceOutcome(task.stream.provider, key.network, key.stream, outcome, new))
    return True


def store_slice(house: House, ledger: LedgerQueue, key: StreamKey, piece: EventSlice) -> Appended:
    """Store a slice with its span, cursor and ledger lines, in one transaction. Runs on the store's thread."""
    archive = house.archive
    with archive.transaction():
        ledger.write(archive)
        house.book.data_arriving(key.network)
        if piece.removed:
            archive.events.remove(key, piece.removed)
        appended = archive.events.append(piece.batch)
        if piece.spans is not None:
            archive.spans.replace(key, list(piece.spans))
        if piece.span is not None:
            archive.spans.add(key, piece.span)
        if piece.cursor:
            archive.spans.set_cursor(key, piece.cursor)
    if piece.removed:
        house.book.forget_stream(key)
    return appended


def chain_of(network: Network, stream: Stream) -> Chain | None:
    """Return the chain that a stream is read from."""
    return next((chain for chain in network.chains if chain.chain_id == stream.chain_id), None)


def _where(house: House, key: StreamKey) -> tuple[list, str]:  # type: ignore[type-arg]
    return house.archive.spans.read(key), house.archive.spans.cursor(key)
