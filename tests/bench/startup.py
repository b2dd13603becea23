"""How fast the window is there, beside a bare PySide6 main window: ``python -m tests.bench.startup [--quick]``.

Both are started alternately under one Xvfb, as whole processes with compiled bytecode and a warm file cache; the
medians are compared. The program opens a profile with a kept table of 500 assets and a real archive.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from tests.bench.table import report
from tests.helpers.components import require
from watchlist.ui.last_table import Cell, LastTable, last_table_bytes

ROOT = Path(__file__).resolve().parents[2]
ASSETS = 500
COLUMNS = ("Network", "Price", "24 h", "7 d", "30 d", "Retention W4", "Recurring", "Verified", "Score", "Updated")
TARGETS = {
    "first_paint_ratio": ("<=", 1.35),
    "ready_ratio": ("<=", 3.0),
    "longest_gap_ms": ("<=", 33.0),
    "memory_ratio": ("<=", 1.3),
}


def main(argv: list[str]) -> int:
    """Run the benchmark."""
    runs = 5 if "--quick" in argv else 15
    with tempfile.TemporaryDirectory(prefix="watchlist-bench-") as folder, screen() as display:
        profile = Path(folder) / "profile"
        fill(profile)
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment |= {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPYCACHEPREFIX": str(Path(folder) / "bytecode"),
            "HOME": folder,
        }
        environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        environment.pop("WAYLAND_DISPLAY", None)
        start("prepare", profile, environment)
        for _ in range(2):  # compile, and warm the file cache
            start("bare", profile, environment)
            start("program", profile, environment)
        pairs = [(start("bare", profile, environment), start("program", profile, environment)) for _ in range(runs)]
    bare = {key: median(one[key] for one, _ in pairs) for key in pairs[0][0]}
    ours = {key: median(one[key] for _, one in pairs) for key in pairs[0][1]}
    figures = {
        "runs": float(runs),
        "bare_ms": bare["painted"] * 1000,
        "first_paint_ms": ours["painted"] * 1000,
        "ready_ms": ours["ready"] * 1000,
        "first_paint_ratio": ours["painted"] / bare["painted"],
        "ready_ratio": ours["ready"] / bare["painted"],
        "longest_gap_ms": ours["gap"] * 1000,
        "worst_gap_ms": max(one["gap"] for _, one in pairs) * 1000,
        "bare_mib": bare["painted_mib"],
        "memory_ratio": ours["painted_mib"] / bare["painted_mib"],
        "ready_mib": ours["ready_mib"],
        "heavy_at_first_paint": ours["heavy"],
        "heavy_when_ready": ours["loaded"],
    }
    rows: list[list[object]] = [
        ["bare PySide6 window", figures["bare_ms"], 1.0, None, bare["painted_mib"]],
        [
            "first paint, stored table",
            figures["first_paint_ms"],
            figures["first_paint_ratio"],
            None,
            ours["painted_mib"],
        ],
        ["everything ready", figures["ready_ms"], figures["ready_ratio"], figures["longest_gap_ms"], ours["ready_mib"]],
    ]
    report("startup", ("what", "ms", "× bare", "longest gap, ms", "MiB"), rows, figures, TARGETS)
    return 0


def start(kind: str, profile: Path, environment: dict[str, str]) -> dict[str, float]:
    """Start one process and return what it noted, times in seconds since it was started."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.startup_child", kind, str(profile)],
        cwd=ROOT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    if kind == "prepare" and not done.returncode:
        return {}
    if done.returncode or not done.stdout.strip():
        raise RuntimeError(f"the start failed: {done.stderr.strip()[-2000:]}")
    noted = json.loads(done.stdout.splitlines()[-1])
    return {key: value - began if key in {"painted", "ready"} else value for key, value in noted.items()}


def fill(profile: Path) -> None:
    """Write the kept table that the first paint shows."""
    row = ("12.34", "+1.2 %", "−3.4 %", "+9.0 %", "34 %", "41 %", "98 %", "63", "5 min")
    colours = ("", "up", "down", "up", "", "", "", "", "muted")
    rows = tuple(
        (Cell(f"Network {number}"), *(Cell(text, colour) for text, colour in zip(row, colours, strict=True)))
        for number in range(ASSETS)
    )
    table = LastTable("Watchlist", COLUMNS, ("left", *["right"] * 9), (0,) * 10, rows, "As of yesterday")
    (profile / "state").mkdir(parents=True)
    (profile / "state" / "last_table.json").write_bytes(last_table_bytes(table))


@contextmanager
def screen() -> Iterator[str]:
    """Run an X server without a screen; yields its name."""
    require("Xvfb")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as numbers:
        number = numbers.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
