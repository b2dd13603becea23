"""How long it takes to leave the program: a snapshot and a report of ten networks over three years, a long tidy CSV.

The CSV is written beside pandas' ``to_csv`` of the same columns; the snapshot on a figure book that has computed the
numbers before, as it has while the window is open, and once on a fresh one.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from tests.bench.table import report
from tests.helpers.house import TestHouse, open_house
from watchlist.domain import requests as ask
from watchlist.domain.instants import DAY
from watchlist.domain.network import Network, SeriesKey, StreamKey
from watchlist.domain.series import Points
from watchlist.exports.csv_text import write_csv
from watchlist.exports.table import plain_values
from watchlist.exports.tidy import TidyRows
from watchlist.services.snapshots import verify
from watchlist.sources.simulated.profiles import profiles

NETWORKS = 10
ROWS = 1_000_000
TARGETS = {
    "snapshot_s": ("<=", 1.0),
    "report_s": ("<=", 8.0),
    "report_mb": ("<=", 3.0),
    "tidy_csv_s": ("<=", 4.0),
    "tidy_csv_of_pandas": ("<=", 1.0),
}


def main(argv: list[str]) -> int:
    """Run; ``--rounds N`` repeats each measurement."""
    rounds = int(argv[argv.index("--rounds") + 1]) if "--rounds" in argv else 3
    with tempfile.TemporaryDirectory(prefix="watchlist-bench-") as name:
        folder = Path(name)
        rows, figures = long_csv(folder, rounds)
        more, others = leaving(folder, rounds)
    report("export", ("what", "seconds", "note"), [*rows, *more], {**figures, **others}, TARGETS)
    return 0


def timed(work: Callable[[], object], rounds: int) -> float:
    """Return the median of several runs in seconds."""
    found = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def long_csv(folder: Path, rounds: int) -> tuple[list[tuple[object, ...]], dict[str, float]]:
    """Write a million rows, ours and pandas'."""
    dice = np.random.default_rng(1)
    gathered = TidyRows()
    each = ROWS // 20
    for number in range(20):
        instants = np.arange(each, dtype=np.int64) * (DAY // 48) + 20_000 * DAY
        key = SeriesKey(f"network-{number}", "price.usd")
        gathered.add_points(
            Points(
                key, instants, dice.lognormal(size=each), np.ones(each, np.bool_),
                np.zeros(each, np.int64), ("source",), instants + 1_000_000, np.zeros(each, np.bool_),
            ),
            simulated=True,
        )  # fmt: skip
    table = gathered.table()
    frame = pd.DataFrame({one.key: plain_values(one) for one in table.columns})
    for name in ("period_start", "period_end", "learnt_at"):
        frame[name] = pd.to_datetime(frame[name], unit="us", utc=True)
    ours = timed(lambda: write_csv(folder / "ours.csv", table), rounds)
    theirs = timed(lambda: frame.to_csv(folder / "theirs.csv", index=False), 1)
    size = (folder / "ours.csv").stat().st_size / 1e6
    rows: list[tuple[object, ...]] = [
        ("tidy CSV, 1,000,000 rows", ours, f"{size:.0f} MB"),
        ("the same with pandas to_csv", theirs, ""),
    ]
    return rows, {"tidy_csv_s": ours, "tidy_csv_of_pandas": ours / theirs}


def leaving(folder: Path, rounds: int) -> tuple[list[tuple[object, ...]], dict[str, float]]:
    """Freeze and report ten networks."""
    with open_house(folder / "house") as house:
        networks = [clone(profiles()[number % 4], number) for number in range(NETWORKS)]
        for one in networks:
            house.house.shelf._known[one.id] = one
        asyncio.run(fill(house, networks))
        fresh = timed(lambda: take(house, folder), 1)
        warm = timed(lambda: take(house, folder), rounds)
        size = (folder / "a.wlsnap").stat().st_size / 1e6
        proof = timed(lambda: verify(folder / "a.wlsnap"), 1)
        made = ask.MakeReport(str(folder / "a.pdf"), overwrite=True)
        pdf = timed(lambda: asyncio.run(house.desk.ask(made)), rounds)
        weight = (folder / "a.pdf").stat().st_size / 1e6
    rows: list[tuple[object, ...]] = [
        ("snapshot, 10 networks × 3 years", warm, f"{size:.1f} MB"),
        ("snapshot, nothing computed before", fresh, "patterns and indexes first"),
        ("verify that snapshot", proof, "all series computed again"),
        ("PDF report of the 10 networks", pdf, f"{weight:.2f} MB"),
    ]
    figures = {"snapshot_s": warm, "snapshot_fresh_s": fresh, "verify_s": proof, "report_s": pdf, "report_mb": weight}
    return rows, figures


def clone(network: Network, number: int) -> Network:
    """Return a simulated network under another name."""
    name = f"{network.id}-{number}"
    streams = tuple(replace(one, key=StreamKey(name, one.key.stream)) for one in network.streams)
    series = tuple(replace(one, key=SeriesKey(name, one.key.name)) for one in network.series)
    return replace(network, id=name, name=f"{network.name} {number}", streams=streams, series=series)


async def fill(house: TestHouse, networks: list[Network]) -> None:
    """Pull everything."""
    for one in networks:
        await house.desk.ask(ask.AddNetwork(one.id))
    await house.desk.ask(ask.Refresh(all_due=True))


def take(house: TestHouse, folder: Path) -> None:
    """Freeze the list."""
    asyncio.run(house.desk.ask(ask.MakeSnapshot(path=str(folder / "a.wlsnap"), overwrite=True)))


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.exit(main(sys.argv[1:]))
