"""Who came, stayed, returned and left in each period: bars above and below zero, and the quick ratio in words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from watchlist.domain.arrays import Flags, Floats, Ints
from watchlist.domain.instants import DAY
from watchlist.domain.periods import Grain, period_ends, period_label
from watchlist.ui.chart.card import Card, Entry, SecondAxis, Stop, days
from watchlist.ui.chart.colours import LIGHT, ChartColours
from watchlist.ui.chart.valueaxis import Unit, Writer
from watchlist.ui.colours import mixed


@dataclass(frozen=True, slots=True, eq=False)
class Lifecycle:
    """Counts per period; ``churned`` is positive here and drawn below zero. ``quick`` is NaN where nobody left."""

    grain: Grain
    periods: Ints
    new: Floats
    retained: Floats
    resurrected: Floats
    churned: Floats
    quick: Floats
    complete: Flags


class LifecycleBars(Card):
    """The bars, and the quick ratio as a line on an axis of its own."""

    def __init__(self, parent: QWidget | None = None, *, colours: ChartColours = LIGHT) -> None:
        """Start empty."""
        super().__init__("", parent, x_unit=None, y_unit=Unit.COUNT, colours=colours)
        self.title = self.tr("Who came, stayed, returned, left")
        self.heading.setText(self.title)
        self.setAccessibleName(self.title)
        self._quick = SecondAxis(self, Writer(Unit.RATIO, QLocale()))

    def show_lifecycle(self, data: Lifecycle) -> None:
        """Draw the periods; one that has not ended is drawn in outline."""
        self.begin(lambda: self.show_lifecycle(data))
        if not len(data.periods):
            self.finish("", self.tr("Nothing to count yet."))
            return
        ends = period_ends(data.periods, data.grain).astype(np.float64)
        starts = period_ends(data.periods - 1, data.grain).astype(np.float64)
        x, width = days((starts + ends) / 2), float(np.median(ends - starts)) / DAY * 0.78
        colours = self.colours
        below = -data.churned
        stacks = (
            (self.tr("Retained"), mixed(colours.line(0), colours.plot, 0.35), np.zeros(len(x)), data.retained),
            (self.tr("Returned"), colours.line(3), data.retained, data.retained + data.resurrected),
            (self.tr("New"), colours.up, data.retained + data.resurrected, data.retained + data.resurrected + data.new),
            (self.tr("Left"), colours.down, below, np.zeros(len(x))),
        )
        for title, colour, low, high in stacks:
            for hollow in (False, True):
                pick = (~data.complete if hollow else data.complete) & np.isfinite(low) & np.isfinite(high)
                if pick.any():
                    self.bars(x[pick], width, low[pick], high[pick], colour, hollow=hollow)
            self.legend.append(Entry(title, colour))
        self.line([x[0] - width, x[-1] + width], [0, 0], colours.muted, width=1.0)
        if not data.complete.all():
            self.legend.append(Entry(self.tr("incomplete"), colours.muted, hollow=True))
        quick = np.where(data.complete, data.quick, np.nan)
        self._quick.show_line(x, quick, colours.line(1))
        self.legend.append(Entry(self.tr("Quick ratio, right axis"), colours.line(1)))
        tops = data.retained + data.resurrected + data.new
        self.stops.append([Stop(float(x[at]), float(tops[at]), self._words(data, at)) for at in range(len(x))])
        newest = int(np.flatnonzero(data.complete)[-1]) if data.complete.any() else len(x) - 1
        self.finish(self._words(data, newest))

    def _words(self, data: Lifecycle, at: int) -> str:
        def number(value: float) -> str:
            return QLocale().toString(int(value)) if np.isfinite(value) else "–"

        words = self.tr(
            "{period}: new {new}, retained {kept}, returned {back}, left {left}, quick ratio {quick}"
        ).format(
            period=period_label(int(data.periods[at]), data.grain),
            new=number(data.new[at]),
            kept=number(data.retained[at]),
            back=number(data.resurrected[at]),
            left=number(data.churned[at]),
            quick=self.write(float(data.quick[at]), Unit.RATIO),
        )
        return words if data.complete[at] else words + ", " + self.tr("incomplete")
