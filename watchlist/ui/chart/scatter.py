"""Two figures of many networks against each other, each point named: such as coordination score and price change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtWidgets import QWidget

from watchlist.ui.chart.card import Card, Stop
from watchlist.ui.chart.colours import LIGHT, ChartColours
from watchlist.ui.chart.valueaxis import Unit


@dataclass(frozen=True, slots=True)
class Place:
    """A network's two figures; ``enough`` false draws it hollow. ``id`` is given back when it is chosen."""

    id: str
    name: str
    x: float
    y: float
    enough: bool = True


class Scatter(Card):
    """The points, the quarters that the two middles make, and a name beside each point."""

    def __init__(
        self,
        title: str,
        x_title: str,
        y_title: str,
        x_unit: Unit,
        y_unit: Unit,
        parent: QWidget | None = None,
        *,
        colours: ChartColours = LIGHT,
    ) -> None:
        """Start empty."""
        super().__init__(title, parent, x_unit=x_unit, y_unit=y_unit, colours=colours)
        self._names = (x_title, y_title)
        self._units = (x_unit, y_unit)
        self.places: list[Place] = []

    def show_places(self, places: Sequence[Place], x_middle: float | None = None, y_middle: float | None = 0.0) -> None:
        """Draw the points; those with a missing figure are named in the summary, never placed."""
        self.begin(lambda: self.show_places(places, x_middle, y_middle))
        self.places = sorted((p for p in places if np.isfinite(p.x) and np.isfinite(p.y)), key=lambda p: p.x)
        absent = [p.name for p in places if p not in self.places]
        if not self.places:
            self.finish("", self.tr("No network has both figures yet."))
            return
        for axis, name in (("bottom", self._names[0]), ("left", self._names[1])):
            self.axes[axis].setLabel(name, color=self.colours.muted)
        self.axes["left"].setWidth(
            round(self.fontMetrics().horizontalAdvance("0") * 8) + self.fontMetrics().height() + 4
        )
        for middle, angle in ((x_middle, 90), (y_middle, 0)):
            if middle is not None:
                self.plot.addItem(pg.InfiniteLine(middle, angle, pen=self.pen(self.colours.frame)), ignoreBounds=True)
        colour = self.colours.line(0)
        item = pg.ScatterPlotItem(size=10, antialias=True, useCache=False)
        item.setData(
            [p.x for p in self.places],
            [p.y for p in self.places],
            brush=[pg.mkBrush(colour if p.enough else self.colours.plot) for p in self.places],
            pen=self.pen(colour, 1.5),
            data=[p.id for p in self.places],
        )
        self.plot.addItem(item)
        for place in self.places:
            name = pg.TextItem(place.name, color=self.colours.text, anchor=(0.5, 1.25))
            name.setFont(self.reading.font())
            name.setPos(place.x, place.y)
            self.plot.addItem(name)
        for values, set_range in (
            ([p.x for p in self.places], self.plot.setXRange),
            ([p.y for p in self.places], self.plot.setYRange),
        ):
            room = (max(values) - min(values)) * 0.22 or abs(values[0]) * 0.2 or 1.0
            set_range(min(values) - room, max(values) + room, padding=0)
        self.stops.append(
            [
                Stop(
                    p.x,
                    p.y,
                    self.tr("{name}: {x_name} {x}, {y_name} {y}").format(
                        name=p.name,
                        x_name=self._names[0],
                        x=self.write(p.x, self._units[0]),
                        y_name=self._names[1],
                        y=self.write(p.y, self._units[1]),
                    ),
                )
                for p in self.places
            ]
        )
        words = self.tr("{count} networks placed.").format(count=len(self.places))
        if absent:
            words += " " + self.tr("Without both figures: {names}.").format(names=", ".join(absent))
        self.finish(words)
        self.reading.setText(words if absent else " ")
