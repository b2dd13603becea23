"""Whether the window keeps breathing: a 5 ms heartbeat in its thread during a refresh and while panning.

The real program on a profile of its own, offscreen. ``--scale X`` multiplies the simulated networks (1.6 is about a
million events), ``--alone`` beats without a refresh for comparison. Gaps above 60 ms are named with what ran then.
"""

from __future__ import annotations

import argparse
import importlib
import os
import shutil
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from tests.bench.table import report
from watchlist.__main__ import Options
from watchlist.app import Program
from watchlist.domain.requests import Refresh
from watchlist.settings.paths import Paths
from watchlist.settings.resources import resource
from watchlist.settings.state import State
from watchlist.settings.values import Settings
from watchlist.ui.languages import speak

BEAT = 5  # milliseconds
LONG = 0.06
CALM = 3.0
TARGETS = {
    "refresh_p99_ms": ("<=", 20.0),
    "refresh_worst_ms": ("<=", 60.0),
    "panning_p99_ms": ("<=", 20.0),
    "panning_worst_ms": ("<=", 60.0),
}


class Heart(QObject):
    """Beats in the window's thread and notes the time between beats, by what is going on."""

    def __init__(self) -> None:
        super().__init__()
        self.phase = "start"
        self.gaps: dict[str, list[float]] = {}
        self.last = time.perf_counter()
        self._timer = QTimer(self, interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.setdefault(self.phase, []).append(now - self.last)
        self.last = now


class Watchdog(threading.Thread):
    """Looks at all threads while the heart stands still, and counts where they were."""

    def __init__(self, heart: Heart) -> None:
        super().__init__(name="watchdog", daemon=True)
        self._heart = heart
        self._main = threading.main_thread().ident
        self.seen: Counter[str] = Counter()
        self.stopped = False

    def run(self) -> None:
        """Look every few milliseconds until stopped."""
        while not self.stopped:
            time.sleep(0.008)
            if self._heart.phase == "start" or time.perf_counter() - self._heart.last < LONG / 2:
                continue
            names = {thread.ident: thread.name for thread in threading.enumerate()}
            for ident, frame in sys._current_frames().items():  # the only way to see another thread
                if ident == self.ident:
                    continue
                own = [line for line in traceback.extract_stack(frame) if "watchlist/" in line.filename]
                if own:
                    at = own[-1]
                    place = f"{at.filename.partition('watchlist/')[2]}:{at.lineno} {at.name}"
                    who = "window" if ident == self._main else names.get(ident, "?")
                    self.seen[f"{self._heart.phase}: {who}: {place}"] += 1


class Walk(QObject):
    """Refreshes, then pans, then ends the program."""

    def __init__(self, program: Program, heart: Heart, app: QApplication, *, alone: bool) -> None:
        super().__init__()
        self._program, self._heart, self._app, self._alone = program, heart, app, alone
        self.seconds = 0.0
        self._pans = 0
        self._pan = QTimer(self, interval=16)
        self._pan.timeout.connect(self._step)
        program.ready.connect(lambda: QTimer.singleShot(1500, self, self._refresh))

    def _refresh(self) -> None:
        self._began = time.perf_counter()
        if self._alone:
            self._heart.phase = "alone"
            QTimer.singleShot(5000, self, self._start_panning)
            return
        self._heart.phase = "refresh"
        self._program.hub.ask(Refresh(all_due=True), self._refreshed, self._refreshed)

    def _refreshed(self, _answer: object) -> None:
        self.seconds = time.perf_counter() - self._began
        QTimer.singleShot(int(CALM * 1000), self, self._start_panning)

    def _start_panning(self) -> None:
        self._heart.phase = "panning"
        chart = self._program.window.host.open("chart")
        self._stack = getattr(chart, "stack", None)
        if self._stack is not None and self._stack.panes:
            self._stack.set_range("6M")
        self._pan.start()

    def _step(self) -> None:
        self._pans += 1
        if self._stack is not None and self._stack.panes:
            pane = self._stack.panes[0]
            pane.pan_asked.emit((-1 if self._pans % 100 < 50 else 1) * 0.02 * pane.view.width)
        if self._pans >= 400:
            self._pan.stop()
            self._heart.phase = "end"
            self._app.quit()


def main(argv: list[str]) -> int:
    """Run, print and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=float, default=0.3)
    parser.add_argument("--alone", action="store_true")
    chosen = parser.parse_args(argv)
    profiles = importlib.import_module("watchlist.sources.simulated.profiles")  # the package has a function so named
    scale = profiles.DEFAULT_SCALE * chosen.scale
    profiles.profile.__defaults__ = (scale, 1)
    profiles.profiles.__defaults__ = (scale, 1)
    folder = Path(tempfile.mkdtemp(prefix="watchlist-feel-"))
    paths = Paths(folder)
    paths.make()
    app = QApplication(["watchlist", "-style", "Fusion"])
    settings = Settings(None, {"refresh_at_start": False, "tray": False})
    speak(app, resource("translations"), "en")
    program = Program(app, Options(words=("demo",), data_dir=folder), paths, settings, State())
    program.window.resize(1440, 900)
    heart = Heart()
    dog = Watchdog(heart)
    dog.start()
    walk = Walk(program, heart, app, alone=chosen.alone)
    QTimer.singleShot(600_000, app.quit)
    program.window.show()
    app.exec()
    dog.stopped = True
    dog.join()
    program.leave()
    shutil.rmtree(folder, ignore_errors=True)
    show(heart, dog, walk)
    sys.stdout.flush()
    os._exit(0)


def show(heart: Heart, dog: Watchdog, walk: Walk) -> None:
    """Print what was measured, and where the threads were in long gaps."""
    figures: dict[str, float] = {"refresh_seconds": walk.seconds}
    rows: list[tuple[object, ...]] = []
    for phase, gaps in heart.gaps.items():
        if phase in {"start", "end"}:
            continue
        ms = np.array(gaps) * 1000
        figures |= {
            f"{phase}_median_ms": float(np.median(ms)),
            f"{phase}_p99_ms": float(np.percentile(ms, 99)),
            f"{phase}_worst_ms": float(ms.max()),
        }
        rows.append((phase, len(ms), float(np.median(ms)), float(np.percentile(ms, 99)), float(ms.max())))
    for place, times in dog.seen.most_common(25):
        print(f"{times:6d}  {place}")
    report("feel", ("while", "beats", "median ms", "p99 ms", "worst ms"), rows, figures, TARGETS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
