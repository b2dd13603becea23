"""The process that the crash test kills: writes documents and archive, and says on a pipe what is safely stored.

Imports the store alone. It serves one command per line (``folder first_batch seed``) by forking, so that each victim
starts within milliseconds; a line is printed only after the write that it acknowledges has returned.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

import numpy as np

from watchlist.domain.activity import EventBatch, ReadSpan
from watchlist.domain.arrays import Ints
from watchlist.domain.fetches import Fetch, Outcome
from watchlist.domain.firings import Firing
from watchlist.domain.network import SeriesKey, StreamKey
from watchlist.domain.series import Labels, PointBatch
from watchlist.store.archive import Archive
from watchlist.store.doctor import compact
from watchlist.store.documents import Documents

STREAM = StreamKey("net", "use")
SERIES = SeriesKey("net", "price.usd")
POINTS = 40


def size_of(batch: int) -> int:
    """Return how many events a batch has: mostly few, now and then enough to make the log run over."""
    return 6000 if batch % 25 == 24 else 5 + batch * 7919 % 150


def events_of(batch: int) -> EventBatch:
    """Return a batch; the last three events of the batch before come again."""
    size = size_of(batch)
    references = [f"{batch}:{row}" for row in range(size)]
    if batch:
        references += [f"{batch - 1}:{row}" for row in range(3)]
    instants: Ints = np.arange(len(references), dtype=np.int64) + batch * 10_000
    names = [f"p{(batch + row) % 300}" for row in range(len(references))]
    column = np.empty(len(references), np.object_)
    column[:] = references
    return EventBatch(STREAM, instants, Labels.of([*names]), column)


def points_of(batch: int) -> PointBatch:
    """Return a batch of points; half of them revise points of the batch before."""
    instants: Ints = (np.arange(POINTS, dtype=np.int64) + batch * POINTS // 2) * 3_600_000_000
    return PointBatch(SERIES, "source", instants, np.full(POINTS, float(batch + 1)), 1_000 + batch)


def write_archive(archive: Archive, batch: int) -> None:
    """Store everything of one batch in one transaction."""
    with archive.transaction():
        archive.events.append(events_of(batch))
        archive.points.append(points_of(batch))
        archive.spans.add(STREAM, ReadSpan(batch * 10_000, (batch + 1) * 10_000, str(batch), str(batch)))
        archive.spans.set_cursor(STREAM, str(batch))
        fetch = Fetch("source", "host", "/path", "events", batch, 1, 200, 10, "", Outcome.FRESH)
        archive.fetches.note(fetch, b"raw answer", "events")
        archive.firings.save([], [Firing(f"f{batch}", "rule", "net", batch, batch, "came true")])


def work(folder: Path, batch: int, seed: int, say: int) -> None:
    """Write batches until killed."""
    choice = random.Random(seed)
    documents = Documents.open(folder / "documents", lambda: 1_700_000_000_000_000)
    archive = Archive.open(folder / "archive", lambda: 1_700_000_000_000_000)
    notes = documents.table("notes")
    while True:
        notes.put_many({"newest": {"batch": batch}, f"n{batch % 50}": {"batch": batch, "text": "word " * 20}})
        os.write(say, b"D %d\n" % batch)
        write_archive(archive, batch)
        os.write(say, b"A %d\n" % batch)
        batch += 1
        dice = choice.random()
        if dice < 0.02:
            archive.points.arrange(force=True)
        elif dice < 0.04:
            compact(archive, force=True)
        elif dice < 0.07:
            archive.close()
            archive = Archive.open(folder / "archive", lambda: 1_700_000_000_000_000)


def serve() -> None:
    """Fork one victim per command and tell when it is gone."""
    for line in sys.stdin:
        folder, batch, seed = line.split("\t")
        victim = os.fork()
        if victim == 0:
            os.write(1, b"P %d\n" % os.getpid())
            try:
                work(Path(folder), int(batch), int(seed), 1)
            except BaseException as error:  # noqa: BLE001 - the parent test shows it
                os.write(1, f"E {type(error).__name__}: {error}\n".replace("\n", " ").encode() + b"\n")
            os._exit(1)
        os.waitpid(victim, 0)
        os.write(1, b"G\n")


if __name__ == "__main__":
    serve()
