"""Finds the chart that the user looks at and says what has to stand round it in a picture. Draws nothing itself."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from watchlist.about import NAME, VERSION
from watchlist.domain.instants import iso
from watchlist.metrics.catalog import METRICS
from watchlist.ui.chart import colours
from watchlist.ui.chart.colours import DARK, LIGHT
from watchlist.ui.chart.heatmap import HeatMap
from watchlist.ui.chart.multiples import SmallMultiples
from watchlist.ui.chart.render import Picture
from watchlist.ui.chart.stack import ChartStack

if TYPE_CHECKING:
    from watchlist.ui.around import Around
    from watchlist.ui.chart.colours import ChartColours

LEAST, MOST = 200, 8000


def chart_in_front(window: QWidget) -> QWidget | None:
    """Return the chart with the focus, else the largest one that is seen."""
    focused = QApplication.focusWidget()
    while focused is not None:
        if is_chart(focused) and focused.window() is window:
            return focused
        focused = focused.parentWidget()
    seen = [one for one in window.findChildren(QWidget) if is_chart(one) and not one.visibleRegion().isEmpty()]
    return max(seen, key=lambda one: one.width() * one.height(), default=None)


def is_chart(widget: QWidget) -> bool:
    """Return whether a widget can be made a picture of."""
    if isinstance(widget, ChartStack | HeatMap | SmallMultiples):
        return True
    from watchlist.ui.chart.card import Card  # noqa: PLC0415 - pyqtgraph only where a card is drawn

    return isinstance(widget, Card)


def picture_of(around: Around, chart: QWidget, name: str, sources: tuple[str, ...], *, simulated: bool) -> Picture:
    """Return the picture of a chart as it stands on the screen, with title, definition and footer."""
    title = chart.accessibleName()
    if name and name not in title:
        title = f"{name} · {title}" if title else name
    known = QCoreApplication.translate("pictures", "Sources: {names}").format(names=", ".join(sources))
    made = QCoreApplication.translate("pictures", "Made {time} UTC with {program}").format(
        time=iso(time.time_ns() // 1000)[:16].replace("T", " "), program=f"{NAME} {VERSION}"
    )
    return Picture(
        max(LEAST, min(MOST, chart.width())),
        max(LEAST, min(MOST, chart.height() + 110)),
        float(around.choices["picture_scale"]),
        theme_of(around, str(around.choices["picture_theme"])),
        title,
        definition_of(chart),
        " · ".join(part for part in (known if sources else "", made) if part),
        simulated or bool(getattr(chart, "simulated", False)),
    )


def theme_of(around: Around, name: str) -> ChartColours:
    """Return the colours of a picture by the name of a theme."""
    if name == "screen":
        return colours.of(around.theme.colours)
    return DARK if name == "dark" else LIGHT


def definition_of(chart: QWidget) -> str:
    """Return what the numbers of a chart say, by the metrics on it."""
    if isinstance(chart, ChartStack):
        titles = [pane.content.title for pane in chart.panes]
        known = {entry.title: entry for entry in METRICS.values()}
        said = [f"{title}: {known[title].definition}" for title in titles if title in known]
        return " ".join(said[:3])
    if isinstance(chart, HeatMap):
        return METRICS["retention.matrix"].definition
    return ""
