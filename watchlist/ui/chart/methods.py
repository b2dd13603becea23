"""How work was verified, by method: one bar of shares per period, stacked to the whole; unknown is said, not filled."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QWidget

from watchlist.domain.arrays import Floats, Ints
from watchlist.domain.instants import DAY
from watchlist.domain.periods import Grain, period_ends, period_label
from watchlist.ui.chart.card import Card, Entry, Stop, days
from watchlist.ui.chart.colours import LIGHT, ChartColours
from watchlist.ui.chart.valueaxis import Unit


class MethodBars(Card):
    """Stacked shares per period and method."""

    def __init__(self, title: str, parent: QWidget | None = None, *, colours: ChartColours = LIGHT) -> None:
        """Start empty."""
        super().__init__(title, parent, x_unit=None, y_unit=Unit.SHARE, colours=colours)

    def show_shares(self, grain: Grain, periods: Ints, methods: Sequence[tuple[str, Floats]]) -> None:
        """Draw shares; a period whose shares are missing stays empty."""
        self.begin(lambda: self.show_shares(grain, periods, methods))
        if not len(periods) or not methods:
            self.finish("", self.tr("No verification is published."))
            return
        ends = period_ends(periods, grain).astype(np.float64)
        starts = period_ends(periods - 1, grain).astype(np.float64)
        x, width = days((starts + ends) / 2), float(np.median(ends - starts)) / DAY * 0.82
        base = np.zeros(len(x))
        for at, (name, shares) in enumerate(methods):
            colour = self.colours.line(at)
            known = np.isfinite(shares)
            top = base + np.where(known, shares, 0.0)
            self.bars(x[known], width, base[known], top[known], colour)
            self.legend.append(Entry(name, colour))
            self.stops.append(
                [
                    Stop(
                        float(x[i]),
                        float(top[i]),
                        self.tr("{period}, {name}: {share}").format(
                            period=period_label(int(periods[i]), grain), name=name, share=self.write(float(shares[i]))
                        ),
                    )
                    for i in np.flatnonzero(known).tolist()
                ]
            )
            base = top
        self.plot.setYRange(0, max(1.0, float(base.max())), padding=0.01)
        parts = [f"{name} {self.write(float(shares[-1]))}" for name, shares in methods]
        self.finish(period_label(int(periods[-1]), grain) + ": " + ", ".join(parts))
