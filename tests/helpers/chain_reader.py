"""Reads a stream from a chain into an archive, as the program's refresh does; also a process that can be killed.

``python -m tests.helpers.chain_reader FOLDER URL…`` starts a process per line of input; it says ``done`` at the end.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from pathlib import Path

from watchlist.domain.errors import SourceError
from watchlist.domain.instants import Instant
from watchlist.domain.network import Chain, EventSpec, Kind, Role, Stream, StreamKey
from watchlist.sources.base import EventSlice, Resume
from watchlist.sources.client import Client
from watchlist.sources.evm import EvmProvider
from watchlist.sources.pacing import HostRules
from watchlist.store.archive import Archive
from watchlist.store.worker import StoreWorker

LOOPBACK = HostRules(per_minute=60_000, burst=1000, concurrency=64)

EMITTER = "0x00000000000000000000000000000000000e1717"
KEY = StreamKey("chain-test", "transfers")


def now() -> Instant:
    """Return the time of the machine."""
    return time.time_ns() // 1000


def stream(head: str = "latest", start: str = "discover") -> Stream:
    """Return the stream of the test contract."""
    spec = EventSpec("Transfer(address indexed from, address indexed to, uint256 value)", "from", "to", "value", 18)
    return Stream(
        KEY,
        Role.HOLDER,
        Kind.TRADE,
        provider="evm",
        chain_id=31337,
        addresses=(EMITTER,),
        events=(spec,),
        start=start,
        options=(("head", head),) if head else (),
    )


def chain(urls: Sequence[str], chain_id: int = 31337) -> Chain:
    """Return the test chain behind some addresses."""
    return Chain(chain_id, "test chain", tuple(urls))


def keep(archive: Archive, piece: EventSlice) -> int:
    """Store a slice with its span and cursor in one transaction; returns the number of new rows."""
    with archive.transaction():
        if piece.removed:
            archive.events.remove(KEY, piece.removed)
        new = archive.events.append(piece.batch).new
        if piece.spans is not None:
            archive.spans.replace(KEY, list(piece.spans))
        if piece.span is not None:
            archive.spans.add(KEY, piece.span)
        if piece.cursor:
            archive.spans.set_cursor(KEY, piece.cursor)
    return new


async def read_once(
    archive: Archive, urls: Sequence[str], of: Stream | None = None, since: Instant | None = None
) -> int:
    """Read what is missing; returns the number of new rows. Raises SourceError."""
    new = 0
    resume = Resume(tuple(archive.spans.read(KEY)), archive.spans.cursor(KEY), since)
    async with aclosing(slices(urls, of or stream(), resume)) as pieces:
        async for piece in pieces:
            new += keep(archive, piece)
    return new


async def slices(urls: Sequence[str], of: Stream, resume: Resume) -> AsyncGenerator[EventSlice, None]:
    """Yield what the chain has, by a client of its own."""
    async with Client(now, lambda _host: LOOPBACK) as client:
        async for piece in EvmProvider().events(client, of, chain(urls), resume):
            yield piece


async def read_in_threads(folder: Path, urls: Sequence[str]) -> int:
    """Read everything into a new archive that works in a thread of its own, as in the program."""
    worker = StoreWorker()
    worker.start()
    try:
        archive = await worker.run(Archive.open, folder, now)
        new = 0
        async for piece in slices(urls, stream(start="0"), Resume()):
            new += await worker.run(keep, archive, piece)
        await worker.run(archive.close)
    finally:
        worker.close(10)
    return new


def read_all(folder: Path, urls: Sequence[str]) -> int:
    """Read until there is nothing more to read; a passing fault is tried again, as the next refresh would."""
    with Archive.open(folder, now) as archive:
        say("reading")
        for _ in range(20):
            try:
                new = asyncio.run(read_once(archive, urls))
            except SourceError as error:
                say(f"again: {error}")
                time.sleep(0.3)
                continue
            say(f"done {new}")
            return 0
    return 3


def say(text: str) -> None:
    """Tell the test."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def main() -> None:
    """Start a reading process for each line of input: forked, so that what it imports is imported once."""
    folder, urls = Path(sys.argv[1]), sys.argv[2:]
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            os._exit(read_all(folder, urls))
        say(f"process {child}")
        _, status = os.waitpid(child, 0)
        say(f"ended {os.waitstatus_to_exitcode(status)}")


if __name__ == "__main__":
    main()
