"""How fast the watchlist's table is: 500 assets in 16 columns refreshed as one change, sorted, filtered, and scrolled.

Prints a table and, as the last line, the figures as JSON. Opens a window of 1440×600 on whatever platform Qt finds.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from tests.bench.table import report
from watchlist.bridge.singletons import keep_singletons
from watchlist.domain.answers import WatchRow
from watchlist.domain.figures import Figure
from watchlist.domain.network import AssetKind
from watchlist.ui.models.watch_columns import COLUMNS, WatchColumn, column_of
from watchlist.ui.models.watch_delegate import WatchDelegate
from watchlist.ui.models.watch_filter import Filter
from watchlist.ui.models.watch_model import WatchModel
from watchlist.ui.panels.watch_view import WatchView
from watchlist.ui.tables import dress_table
from watchlist.ui.theme import Theme

ASSETS = 500
EXTRA = ("metric:active.w", "metric:retention.w8")
TARGETS = {"refresh": ("<=", 12.0), "scroll": ("<=", 8.0)}
CHOICES = {"theme": "light", "up_down_colours": "green-red", "text_size": 100}


def rows(seed: int) -> list[WatchRow]:
    """Return assets with a figure in every column."""
    chance = random.Random(seed)
    metrics = [column.metric for column in _columns() if column.metric]
    found: list[WatchRow] = []
    for at in range(ASSETS):
        name = f"network-{at}"
        figures = {
            metric: Figure(
                name, metric, chance.random(), chance.random() / 2, 0.5 + chance.random() / 2, 100, change=0.1
            )
            for metric in metrics
        }
        spark = tuple(chance.random() for _ in range(60))
        found.append(
            WatchRow(name, f"Network {at}", f"N{at}", AssetKind.NETWORK, False, figures, spark, 1_000_000, 1_000_000)
        )
    return found


def _columns() -> list[WatchColumn]:
    first = [column for column in COLUMNS.values() if column.first]
    return [*first, *(column for key in EXTRA if (column := column_of(key)) is not None)]


def main(argv: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--repeat", type=int, default=30)
    arguments = parser.parse_args(argv)
    keep_singletons()
    app = QApplication.instance() or QApplication(["table"])
    theme = Theme(app, CHOICES.__getitem__)  # type: ignore[arg-type]
    theme.start()
    model = WatchModel(_columns())
    view = WatchView()
    view.setModel(model)
    dress_table(view, "normal")
    view.setItemDelegate(WatchDelegate(theme, lambda: False, view))
    view.setSortingEnabled(True)
    view.resize(1440, 600)
    view.show()
    one, other = rows(1), rows(2)
    other = [replace(row, spark=was.spark) for row, was in zip(other, one, strict=True)]  # drawn once an hour
    model.show_rows(one, 2_000_000)
    app.processEvents()
    turn = iter(range(1_000_000))

    def refresh() -> None:
        model.show_rows(one if next(turn) % 2 else other, 2_000_000)

    def resort() -> None:
        up = next(turn) % 2
        view.sortByColumn(1, Qt.SortOrder.AscendingOrder if up else Qt.SortOrder.DescendingOrder)

    def narrow() -> None:
        wanted = Filter("7" if next(turn) % 2 else "")
        model.show_only(wanted.accepts if wanted else None)

    def scroll() -> None:
        bar = view.verticalScrollBar()
        bar.setValue((bar.value() + 3) % max(1, bar.maximum()))

    both: dict[str, tuple[float, float]] = {}
    both["refresh"] = _median(refresh, app, arguments.repeat)
    both["scroll"] = _median(scroll, app, arguments.repeat)
    view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    fresh = [replace(row, updated=1_500_000) for row in one]
    both["refresh_sorted"] = _median(lambda: model.show_rows(fresh, 2_000_000), app, arguments.repeat)
    both["sort"] = _median(resort, app, arguments.repeat)
    both["filter"] = _median(narrow, app, arguments.repeat)
    table = [(key, taken, used) for key, (taken, used) in both.items()]
    figures = {key: taken for key, (taken, _used) in both.items()}
    report("table_view", ("what", "median ms", "of it in this thread"), table, figures, TARGETS)
    view.close()
    return 0


def _median(work: Callable[[], None], app: QCoreApplication, times: int) -> tuple[float, float]:
    taken: list[float] = []
    used: list[float] = []
    for _ in range(times):
        start, spent = time.perf_counter(), time.thread_time()
        work()
        app.processEvents()
        taken.append((time.perf_counter() - start) * 1000)
        used.append((time.thread_time() - spent) * 1000)
    return statistics.median(taken), statistics.median(used)


if __name__ == "__main__":
    raise SystemExit(main())
