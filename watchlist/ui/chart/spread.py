"""How unevenly something is held, and how often something happens: the Lorenz curve and the histogram."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from watchlist.domain.arrays import Floats
from watchlist.ui.chart.card import Card, Entry, Stop
from watchlist.ui.chart.colours import LIGHT, ChartColours
from watchlist.ui.chart.valueaxis import Unit


class Lorenz(Card):
    """Shares of holders, poorest first, against what they hold together; the diagonal is equality."""

    def __init__(self, parent: QWidget | None = None, *, colours: ChartColours = LIGHT) -> None:
        """Start empty."""
        super().__init__("", parent, x_unit=Unit.SHARE, y_unit=Unit.SHARE, colours=colours)
        self.title = self.tr("Lorenz curve")
        self.heading.setText(self.title)
        self.setAccessibleName(self.title)

    def show_curves(self, curves: Sequence[tuple[str, Floats, Floats]], gini: float | None = None) -> None:
        """Draw named curves from (0, 0) to (1, 1)."""
        self.begin(lambda: self.show_curves(curves, gini))
        filled = [one for one in curves if len(one[1])]
        if not filled:
            self.finish("", self.tr("Nobody holds anything yet."))
            return
        self.line([0, 1], [0, 1], self.colours.muted, dashed=True, width=1.0)
        self.legend.append(Entry(self.tr("Equal shares"), self.colours.muted, hollow=True))
        for at, (name, population, held) in enumerate(filled):
            colour = self.colours.line(at)
            if at == 0:
                self.band(population, held, population, colour)
            keep = np.unique(np.linspace(0, len(population) - 1, min(len(population), 600)).astype(np.int64))
            self.line(population[keep], held[keep], colour, width=2.0)
            self.legend.append(Entry(name, colour))
            marks = np.unique(np.searchsorted(population, np.linspace(0, 1, 21)).clip(0, len(population) - 1))
            self.stops.append(
                [
                    Stop(
                        float(population[i]),
                        float(held[i]),
                        self.tr("{name}: the {top} who hold most hold {share}").format(
                            name=name, top=self.write(1 - float(population[i])), share=self.write(1 - float(held[i]))
                        ),
                    )
                    for i in marks.tolist()
                ]
            )
        self.plot.setXRange(0, 1, padding=0.01)
        self.plot.setYRange(0, 1, padding=0.01)
        words = self.tr("Gini {gini}").format(gini=self.write(gini, Unit.RATIO)) if gini is not None else ""
        self.finish(words or self.title)


class Histogram(Card):
    """Counts of ranges of a value; ``unit`` is the value's."""

    def __init__(
        self, title: str, unit: Unit = Unit.NUMBER, parent: QWidget | None = None, *, colours: ChartColours = LIGHT
    ) -> None:
        """Start empty."""
        super().__init__(title, parent, x_unit=unit, y_unit=Unit.COUNT, colours=colours)
        self._unit = unit

    def show_counts(self, edges: Floats, counts: Floats, mark: float | None = None, mark_title: str = "") -> None:
        """Draw counts between edges, with one value marked."""
        self.begin(lambda: self.show_counts(edges, counts, mark, mark_title))
        if not len(counts) or not np.nansum(counts):
            self.finish("", self.tr("Nothing to count yet."))
            return
        colour = self.colours.line(0)
        widths = np.diff(edges)
        middles = (edges[:-1] + edges[1:]) / 2
        self.bars(middles, float(widths.min()) * 0.92, np.zeros(len(counts)), counts, colour)
        if mark is not None:
            self.line([mark, mark], [0, float(np.nanmax(counts))], self.colours.threshold, dashed=True)
            self.legend.append(Entry(mark_title, self.colours.threshold, hollow=True))
        whole = float(np.nansum(counts))
        self.stops.append(
            [
                Stop(
                    float(middles[at]),
                    float(counts[at]),
                    self.tr("{low} – {high}: {count} ({share})").format(
                        low=self.write(float(edges[at]), self._unit),
                        high=self.write(float(edges[at + 1]), self._unit),
                        count=QLocale().toString(int(counts[at])),
                        share=self.write(float(counts[at]) / whole, Unit.SHARE),
                    ),
                )
                for at in range(len(counts))
            ]
        )
        self.plot.setYRange(0, float(np.nanmax(counts)) * 1.06, padding=0)
        top = int(np.nanargmax(counts))
        self.finish(
            self.tr("{count} in all, most of them at {value}.").format(
                count=QLocale().toString(int(whole)), value=self.write(float(middles[top]), self._unit)
            )
        )
