"""All metrics of the catalog as a menu, by the sections of their definitions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from watchlist.metrics.catalog import METRICS
from watchlist.ui.words import metric_text

SECTIONS: dict[int, str] = {
    2: "Retention",
    3: "Growth",
    4: "Recurring participation",
    5: "Verification",
    6: "Control",
    7: "Patterns",
    8: "Score",
    9: "Next to price",
}


def fill_metric_menu(menu: QMenu, chosen: Callable[[str], None]) -> None:
    """Fill a menu with every metric that is a line over time."""
    parts: dict[int, QMenu] = {}
    for key, entry in METRICS.items():
        if entry.function is None:
            continue
        if entry.section not in parts:
            title = QCoreApplication.translate("sections", SECTIONS.get(entry.section, "Further"))
            parts[entry.section] = menu.addMenu(title)
            parts[entry.section].setToolTipsVisible(True)
        action = parts[entry.section].addAction(metric_text(entry.title), partial(chosen, key))
        action.setToolTip(metric_text(entry.definition))
