"""A price's shape in a table cell: one polyline, no axes, cheap enough for five hundred rows.

The last point is dotted; the direction is told by the dot's height and the number beside it, colour is only a help.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from watchlist.domain.arrays import Floats
from watchlist.ui.chart.colours import ChartColours
from watchlist.ui.chart.ink import named, points_of


def paint_sparkline(painter: QPainter, area: QRectF, values: Sequence[float], colours: ChartColours) -> None:
    """Draw values over a cell's area; a missing value leaves a gap, fewer than two leave it empty."""
    array: Floats = np.asarray(values, np.float64)
    good = np.isfinite(array)
    if int(good.sum()) < 2:
        return
    known = array[good]
    low, high = float(known.min()), float(known.max())
    inner = area.adjusted(2, 4, -5, -4)
    span = high - low or 1.0
    xs: Floats = inner.left() + np.arange(len(array), dtype=np.float64) * (inner.width() / max(1, len(array) - 1))
    ys: Floats = (
        inner.bottom() - (array - low) / span * inner.height()
        if high > low
        else np.full(len(array), inner.center().y())
    )
    colour = named(colours.up if known[-1] >= known[0] else colours.down)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    pen = QPen(colour, 1.0)
    pen.setCosmetic(True)
    painter.setPen(pen)
    edges = np.flatnonzero(np.diff(good.astype(np.int8))) + 1
    for run in np.split(np.arange(len(array)), edges):
        if len(run) > 1 and good[run[0]]:
            painter.drawPolyline(_polyline(xs[run], ys[run]))
    last = int(np.flatnonzero(good)[-1])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(xs[last], ys[last]), 2.0, 2.0)
    painter.restore()


def _polyline(xs: Floats, ys: Floats) -> QPolygonF:
    made = QPolygonF()
    made.resize(len(xs))
    points = points_of(made)
    points[:, 0], points[:, 1] = xs, ys
    return made
