"""Crash proof, shown: a real process is killed 200 times at random moments while it writes documents and archive."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.end_to_end.crash_writer import POINTS, SERIES, STREAM, size_of
from watchlist.store.archive import Archive
from watchlist.store.documents import Documents

KILLS = 200
PARTS = 4
SEED = 20_260_214
ROOT = Path(__file__).resolve().parents[2]

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(120),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
]


@pytest.fixture
def writer() -> Iterator[subprocess.Popen[bytes]]:
    """Start the process that forks the victims."""
    command = [sys.executable, "-m", "tests.end_to_end.crash_writer"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()
        process.wait(10)


def one_life(
    writer: subprocess.Popen[bytes], folder: Path, batch: int, seed: int, lines: int, seconds: float
) -> tuple[int, int]:
    """Let a victim write from a batch on; kill it some seconds after it acknowledged so many writes.

    Return the last acknowledged document and archive batch.
    """
    assert writer.stdin is not None
    assert writer.stdout is not None
    writer.stdin.write(f"{folder}\t{batch}\t{seed}\n".encode())
    acknowledged = {"D": batch - 1, "A": batch - 1}
    pid = int(writer.stdout.readline().split()[1])
    while True:
        if lines == 0:
            time.sleep(seconds)
            os.kill(pid, signal.SIGKILL)
        line = writer.stdout.readline()
        if line == b"G\n":
            break
        assert line[:1] != b"E", line.decode()
        kind, number = line.split()
        acknowledged[kind.decode()] = int(number)
        lines -= 1
    return acknowledged["D"], acknowledged["A"]


def check_documents(folder: Path, acknowledged: int) -> int:
    """Check the documents; return the newest batch in them."""
    with Documents.open(folder / "documents", lambda: 1_700_000_000_000_000) as documents:
        assert documents.findings == []
        notes = documents.table("notes").items()
    newest = int(notes["newest"]["batch"]) if notes else -1
    assert acknowledged <= newest <= acknowledged + 1
    for batch in range(max(0, newest - 49), newest + 1):
        assert notes[f"n{batch % 50}"]["batch"] == batch
    return newest


def check_archive(folder: Path, acknowledged: int, examine: bool) -> int:
    """Check that each batch is there as a whole or not at all; return the newest one."""
    with Archive.open(folder / "archive", lambda: 1_700_000_000_000_000) as archive:
        counts = dict(
            archive.database.rows(
                "SELECT split_part(reference, ':', 1)::INTEGER AS batch, count(*) FROM events GROUP BY batch"
            )
        )
        newest = max(counts, default=-1)
        assert acknowledged <= newest <= acknowledged + 1
        assert counts == {batch: size_of(batch) for batch in range(newest + 1)}
        assert archive.events.count(STREAM) == sum(counts.values())
        assert archive.spans.cursor(STREAM) == ("" if newest < 0 else str(newest))
        spans = archive.spans.read(STREAM)
        assert [(span.start, span.end) for span in spans] == ([(0, (newest + 1) * 10_000)] if counts else [])
        assert archive.firings.counts()[0] == newest + 1
        points = archive.points.read(SERIES)
        if counts:
            assert len(points) == POINTS + newest * POINTS // 2
            assert points.values[-1] == newest + 1
            assert (points.values[-POINTS:] == newest + 1).all()
        if examine:
            assert archive.doctor() == []
    return newest


@pytest.mark.parametrize("part", range(PARTS))
def test_killed_at_any_moment_nothing_acknowledged_is_lost(
    tmp_path: Path, writer: subprocess.Popen[bytes], part: int
) -> None:
    """Many lives of one profile: what was acknowledged stays, at most the last unacknowledged batch is missing."""
    chance = random.Random(SEED + part)
    document = archive = -1
    for life in range(KILLS // PARTS):
        # A batch is written again where only one of the two stores had it: both take that without counting twice.
        batch = min(document, archive) + 1
        lines, seconds = chance.choice([0, 1, 2, 3, 4, 5, 6]), chance.uniform(0.0, 0.03)
        told_document, told_archive = one_life(writer, tmp_path, batch, SEED + life, lines, seconds)
        document = check_documents(tmp_path, max(told_document, document))
        archive = check_archive(tmp_path, max(told_archive, archive), life % 20 == 19)
    assert archive > KILLS // PARTS, "the victims hardly wrote anything: nothing was shown"
