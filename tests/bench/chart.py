"""How long a frame takes: six linked panes panned, zoomed and crossed, beside the floor and other plotting libraries.

``python -m tests.bench.chart [--quick]``: starts itself once per screen (Xvfb, densities 1 and 2) and per peer, so that
each is measured alone in a fresh process; every figure is of frames that were really painted.
"""

from __future__ import annotations

import functools
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from statistics import median
from typing import Any

import numpy as np

from tests.bench.table import report

SIZES = (1_000, 10_000, 100_000, 1_000_000)
OWN = ("blank", "floor", "watchlist")
PEERS = ("pyqtgraph", "pyqtgraph-best", "finplot", "matplotlib")
Times = dict[str, list[float]]
WIDTH, HEIGHT = 1600, 1000
Frame = Callable[[float, float], None]


def series(count: int) -> list[tuple[Any, Any]]:
    """Return six random walks over three years."""
    rng = np.random.default_rng(11)
    end = 1.76e15
    x = np.linspace(end - 3 * 365 * 86_400e6, end, count)
    return [(x, 100 + np.cumsum(rng.normal(0, 30 / np.sqrt(count), count))) for _ in range(6)]


def views(start: float, end: float, kind: str, frames: int) -> list[tuple[float, float]]:
    """Return the stretches that a pan or a zoom shows, frame by frame."""
    span = end - start
    if kind == "zoom":
        shares = np.geomspace(0.9, 0.05, frames)
        return [(end - span * 0.05 - span * share, end - span * 0.05) for share in shares]
    share = 0.9 if kind == "pan90" else 0.1
    room = 1 - share
    swing = (np.sin(np.linspace(0, 4, frames)) + 1) / 2 * room
    return [(start + span * s, start + span * (s + share)) for s in swing]


def timed(app: Any, painted: list[int], step: Callable[[], None]) -> float:
    """Return the milliseconds until everything asked for is painted; fails where nothing was."""
    before = painted[0]
    began = time.perf_counter()
    step()
    while painted[0] == before and time.perf_counter() - began < 5:
        app.processEvents()
    app.processEvents()
    if painted[0] == before:
        raise RuntimeError("no frame was painted")
    return (time.perf_counter() - began) * 1000


def run_one(peer: str, sizes: list[int], frames: int) -> dict[str, list[float]]:
    """Measure one peer in this process."""
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtWidgets import QApplication

    from watchlist.bridge.singletons import keep_singletons

    keep_singletons()
    app = QApplication.instance() or QApplication([])
    painted = [0]

    class Count(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            painted[0] += event.type() == QEvent.Type.Paint
            return False

    counter = Count()
    app.installEventFilter(counter)
    out: dict[str, list[float]] = {}
    for count in sizes:
        data = series(count)
        widget, show, extra = MAKERS[peer](data)
        widget.resize(WIDTH, HEIGHT)
        widget.show()
        for _ in range(20):
            app.processEvents()
            time.sleep(0.005)
        start, end = float(data[0][0][0]), float(data[0][0][-1])
        few = frames if count < 1_000_000 or peer in OWN else max(5, frames // 4)
        for kind in ("pan90", "pan10", "zoom"):
            plan = views(start, end, kind, few + 3)
            times = [timed(app, painted, functools.partial(show, *view)) for view in plan]
            out[f"{kind}.{count}"] = times[3:]
        if extra is not None:
            show(*views(start, end, "pan90", 2)[0])
            until = time.perf_counter() + 0.3  # the pointer moves after the pan has ended
            while time.perf_counter() < until:
                app.processEvents()
                time.sleep(0.005)
            times = [timed(app, painted, functools.partial(extra, float(at))) for at in np.linspace(0.1, 0.9, few + 3)]
            out[f"crosshair.{count}"] = times[3:]
        widget.close()
        widget.deleteLater()
        app.processEvents()
    if peer == "watchlist":
        out.update(heat(app, painted, frames))
    return out


def heat(app: Any, painted: list[int], frames: int) -> dict[str, list[float]]:
    """Measure the heat map of 156 cohorts: a whole repaint with new numbers."""
    from tests.ui.chart.believable import cohorts
    from watchlist.ui.chart.heatmap import HeatMap

    widget = HeatMap()
    widget.resize(1200, 800)
    tables = [cohorts(156, seed) for seed in (1, 2)]
    widget.show_table(tables[0])
    widget.show()
    for _ in range(20):
        app.processEvents()
    times = [timed(app, painted, functools.partial(widget.show_table, tables[at % 2])) for at in range(frames + 3)]
    widget.close()
    return {"heat.156": times[3:]}


# ---------------------------------------------------------------- what is measured
def make_watchlist(data: list[tuple[Any, Any]]) -> tuple[Any, Frame, Callable[[float], None]]:
    """Return this program's stack, as shipped."""
    from watchlist.ui.chart import traces
    from watchlist.ui.chart.content import PaneContent
    from watchlist.ui.chart.stack import ChartStack
    from watchlist.ui.chart.valueaxis import Unit

    stack = ChartStack()
    stack.resize(WIDTH, HEIGHT)
    stack.set_panes(
        [
            PaneContent(f"p{at}", f"Pane {at}", [traces.of_arrays(x, y, "y", f"Pane {at}", Unit.NUMBER, at)])
            for at, (x, y) in enumerate(data)
        ]
    )

    def cross(share: float) -> None:
        view = stack.view
        stack.set_crosshair(view.start + share * view.width, stack.panes[2], 40 + 60 * share)

    return stack, stack.show_span, cross


def make_blank(data: list[tuple[Any, Any]]) -> tuple[Any, Frame, None]:
    """Return six widgets that only fill themselves."""
    return _bare(data, lines=False)


def make_floor(data: list[tuple[Any, Any]]) -> tuple[Any, Frame, None]:
    """Return six bare polylines of twice the width in points, drawn once with a hairline: nothing can be quicker."""
    return _bare(data, lines=True)


def _bare(data: list[tuple[Any, Any]], lines: bool) -> tuple[Any, Frame, None]:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from watchlist.ui.chart.ink import points_of

    class Bare(QWidget):
        def __init__(self, y: Any) -> None:
            super().__init__()
            self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
            self.line = QPolygonF()
            count = min(len(y), 2 * WIDTH)
            self.line.resize(count)
            points = points_of(self.line)
            points[:, 0] = np.linspace(0, WIDTH, count)
            kept = y[np.linspace(0, len(y) - 1, count).astype(int)]
            points[:, 1] = 10 + (kept - kept.min()) / (np.ptp(kept) or 1) * 140

        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            if lines:
                painter.setPen(QPen(Qt.GlobalColor.blue, 0))
                painter.drawPolyline(self.line)

    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    panes = [Bare(y) for _, y in data]
    for pane in panes:
        column.addWidget(pane)

    def show(start: float, end: float) -> None:
        for pane in panes:
            pane.update()

    return box, show, None


def make_pyqtgraph(data: list[tuple[Any, Any]], best: bool = False) -> tuple[Any, Frame, Callable[[float], None]]:
    """Return six linked PlotItems."""
    import pyqtgraph as pg

    box = pg.GraphicsLayoutWidget()
    plots: list[Any] = []
    for at, (x, y) in enumerate(data):
        plot = box.addPlot(row=at, col=0)
        plot.plot(x / 1e6, y, pen=pg.mkPen("b", width=1))
        if best:
            plot.setClipToView(True)
            plot.setDownsampling(auto=True, mode="peak")
        if plots:
            plot.setXLink(plots[0])
        plots.append(plot)
    lines = [pg.InfiniteLine() for _ in plots]
    for plot, line in zip(plots, lines, strict=True):
        plot.addItem(line, ignoreBounds=True)

    def show(start: float, end: float) -> None:
        plots[0].setXRange(start / 1e6, end / 1e6, padding=0)

    def cross(share: float) -> None:
        low, high = plots[0].viewRange()[0]
        for line in lines:
            line.setValue(low + share * (high - low))

    return box, show, cross


def make_finplot(data: list[tuple[Any, Any]]) -> tuple[Any, Frame, None]:
    """Return six finplot axes."""
    import finplot as fplt
    import pandas as pd

    axes = fplt.create_plot("bench", rows=6, init_zoom_periods=len(data[0][0]))
    for axis, (x, y) in zip(axes, data, strict=True):
        fplt.plot(pd.Series(y, index=pd.to_datetime(x / 1e6, unit="s")), ax=axis)
    fplt.show(qt_exec=False)
    count = len(data[0][0])
    first, last = data[0][0][0], data[0][0][-1]

    def show(start: float, end: float) -> None:
        low, high = ((at - first) / (last - first) * count for at in (start, end))
        axes[0].vb.update_y_zoom(low, high)

    return axes[0].vb.win, show, None


def make_matplotlib(data: list[tuple[Any, Any]]) -> tuple[Any, Frame, None]:
    """Return six shared axes on QtAgg."""
    from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(16, 10), dpi=100)
    canvas: Any = FigureCanvasQTAgg(figure)  # type: ignore[no-untyped-call]
    axes = figure.subplots(6, 1, sharex=True)
    for axis, (x, y) in zip(axes, data, strict=True):
        axis.plot(x, y, lw=1)

    def show(start: float, end: float) -> None:
        axes[0].set_xlim(start, end)
        canvas.draw()

    return canvas, show, None


MAKERS: dict[str, Callable[[list[tuple[Any, Any]]], tuple[Any, Frame, Callable[[float], None] | None]]] = {
    "blank": make_blank,
    "floor": make_floor,
    "watchlist": make_watchlist,
    "pyqtgraph": make_pyqtgraph,
    "pyqtgraph-best": lambda data: make_pyqtgraph(data, best=True),
    "finplot": make_finplot,
    "matplotlib": make_matplotlib,
}


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """Start an Xvfb of its own for all processes and return what its clients need; without one, Qt's offscreen."""
    common = {
        "OPENBLAS_NUM_THREADS": "1",
        "PYQTGRAPH_QT_LIB": "PySide6",
        "QT_LOGGING_RULES": "*.warning=false",
    }
    program = shutil.which("Xvfb")
    if program is None:
        yield {**common, "QT_QPA_PLATFORM": "offscreen"}
        return
    reader, writer = os.pipe()
    size = f"{WIDTH * 2 + 100}x{HEIGHT * 2 + 100}x24"
    server = subprocess.Popen(
        [program, "-displayfd", str(writer), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    try:
        yield {**common, "QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
    finally:
        server.terminate()
        server.wait(timeout=10)


def measured(peer: str, sizes: Sequence[int], frames: int, place: dict[str, str], timeout: float) -> Times:
    """Measure a peer in a process of its own; nothing where it fails or is too slow."""
    command = [sys.executable, "-m", "tests.bench.chart", "--one", peer, str(frames), ",".join(map(str, sizes))]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=timeout, env={**os.environ, **place}, check=False
        )
        return dict(json.loads(done.stdout.strip().splitlines()[-1]))
    except (subprocess.TimeoutExpired, IndexError, ValueError):
        return {}


def calmest(one: Times, other: Times) -> Times:
    """Return per key the round with the lower median: what else the machine does must not count."""
    return {key: min((t for t in (one.get(key), other.get(key)) if t), key=median) for key in {**one, **other}}


def main(argv: list[str]) -> int:
    """Measure everything and report."""
    if argv and argv[0] == "--one":
        found = run_one(argv[1], [int(part) for part in argv[3].split(",")], int(argv[2]))
        sys.stdout.write("\n" + json.dumps(found) + "\n")
        sys.stdout.flush()
        os._exit(0)
    quick = "--quick" in argv
    frames, rounds = (30, 2) if quick else (120, 3)
    results: dict[str, Times] = {}
    with screen() as place:
        for _ in range(rounds):
            for density in (1, 2):
                there = {**place, "QT_SCALE_FACTOR": str(density)}
                for peer in OWN if density == 1 else OWN[1:]:
                    name = peer if density == 1 else f"{peer}.2x"
                    found = measured(peer, SIZES, frames, there, 60 if quick else 240)
                    results[name] = calmest(results.get(name, {}), found)
        for peer in PEERS:
            results[peer] = {}
            for size in (100_000,) if quick else SIZES:
                results[peer].update(measured(peer, [size], 5 if quick else 24, place, 25 if quick else 120))
    figures = {}
    for name, found in results.items():
        for key, times in found.items():
            figures[f"{name}.{key}.median"] = float(median(times))
            figures[f"{name}.{key}.p95"] = float(np.percentile(times, 95))
    targets = _targets(figures)
    columns = [
        "median ms per frame",
        *(f"{kind} {_short(n)}" for kind in ("pan 90 %", "pan 10 %", "zoom") for n in SIZES),
        "crosshair 1 M",
        "heat map",
    ]
    report("chart", columns, [_row(name, found) for name, found in results.items()], figures, targets)
    return 0


def _targets(figures: dict[str, float]) -> dict[str, tuple[str, float]]:
    """Return the targets; ratios are added to the figures here."""
    targets: dict[str, tuple[str, float]] = {}
    for kind in ("pan90", "pan10", "zoom"):
        for count in SIZES:
            targets[f"watchlist.{kind}.{count}.median"] = ("<=", 5)
            targets[f"watchlist.{kind}.{count}.p95"] = ("<=", 10)
    for kind in ("pan90", "pan10"):
        big = figures.get(f"watchlist.{kind}.1000000.median", float("nan"))
        figures[f"{kind}.1M_over_100k"] = big / figures.get(f"watchlist.{kind}.100000.median", float("nan"))
        targets[f"{kind}.1M_over_100k"] = ("<=", 1.2)
        figures[f"{kind}.2x_over_1x"] = figures.get(f"watchlist.2x.{kind}.1000000.median", float("nan")) / big
        targets[f"{kind}.2x_over_1x"] = ("<=", 2)
    targets["watchlist.crosshair.1000000.median"] = ("<=", 2)
    targets["watchlist.heat.156.median"] = ("<=", 10)
    return targets


def _row(peer: str, found: dict[str, list[float]]) -> list[object]:
    keys = [f"{kind}.{count}" for kind in ("pan90", "pan10", "zoom") for count in SIZES]
    return [peer, *(median(found[key]) if key in found else None for key in [*keys, "crosshair.1000000", "heat.156"])]


def _short(count: int) -> str:
    return f"{count // 1_000_000} M" if count >= 1_000_000 else f"{count // 1000} k"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
