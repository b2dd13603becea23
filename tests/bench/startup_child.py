"""One measured start: ``python -m tests.bench.startup_child bare|prepare|program FOLDER`` prints its times as JSON.

Times are seconds of the monotonic clock, which the parent shares; memory is the resident set in MiB. Runs the
program's own code, unchanged; it only listens to its signals.
"""

from __future__ import annotations

import json
import os
import sys
import time
from itertools import pairwise

FOUND: dict[str, float] = {}


def note(what: str) -> None:
    FOUND[what] = time.monotonic()
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 - pathlib is not imported for a bare start
        FOUND[f"{what}_mib"] = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


def leave() -> None:
    sys.stdout.write(json.dumps(FOUND) + "\n")
    sys.stdout.flush()
    os._exit(0)


def bare() -> None:
    """Show an empty main window of PySide6."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            QTimer.singleShot(0, self.painted)

        def painted(self) -> None:
            note("painted")
            leave()

    app = QApplication([])
    window = Window()
    window.resize(1320, 860)
    window.show()
    app.exec()


def program(folder: str, *, once: bool = False) -> None:
    """Open the program's window on a profile; leave once the desk answers and the panels are there.

    ``once`` leaves the way a user does, so that the window's place is remembered.
    """
    from watchlist.__main__ import load_app, understand

    options = understand(["--data-dir", folder, "--offline", "--set", "tray=no"])
    app = load_app()
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication

    beats: list[float] = []
    begin, init = app.Program._begin, app.Program.__init__

    def painted(self: QObject) -> None:
        from PySide6.QtCore import Qt, QTimer

        note("painted")
        FOUND["heavy"] = float(len({"numpy", "duckdb", "httpx", "pyqtgraph"} & set(sys.modules)))
        beat = QTimer(self)
        beat.setTimerType(Qt.TimerType.PreciseTimer)
        beat.timeout.connect(lambda: beats.append(time.monotonic()))
        beat.start(4)
        beats.append(time.monotonic())
        begin(self)

    def ready() -> None:
        if once:
            QApplication.quit()
            return
        note("ready")
        beats.append(time.monotonic())
        gaps = sorted(later - earlier for earlier, later in pairwise(beats))
        FOUND["gap"] = gaps[-1]
        FOUND["loaded"] = float(len({"numpy", "duckdb", "httpx", "pyqtgraph"} & set(sys.modules)))
        leave()

    def made(self: QObject, *parts: object) -> None:
        init(self, *parts)
        self.ready.connect(ready)  # type: ignore[attr-defined]

    app.Program._begin = painted
    app.Program.__init__ = made
    app.run(options)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        bare()
    else:
        program(sys.argv[2], once=sys.argv[1] == "prepare")
