"""Retention by age and survival: shares that fall with time since the beginning, each with its interval."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from watchlist.domain.figures import Missing
from watchlist.domain.findings import CohortMatrix, SurvivalCurve
from watchlist.domain.periods import period_label
from watchlist.ui.chart.card import Card, Entry, Stop
from watchlist.ui.chart.colours import LIGHT, ChartColours
from watchlist.ui.chart.valueaxis import Unit

SHOWN = 6
"""Cohorts drawn one by one; more of them are a thicket."""


class RetentionCurves(Card):
    """Retention of cohorts by age: the newest few mature ones, and the pooled share of all."""

    def __init__(self, parent: QWidget | None = None, *, colours: ChartColours = LIGHT) -> None:
        """Start empty."""
        super().__init__("", parent, x_unit=Unit.COUNT, y_unit=Unit.SHARE, colours=colours)
        self.title = self.tr("Retention by age")
        self.heading.setText(self.title)
        self.setAccessibleName(self.title)

    def show_matrix(self, matrix: CohortMatrix) -> None:
        """Draw a matrix of cohorts."""
        self.begin(lambda: self.show_matrix(matrix))
        if not len(matrix.cohorts) or matrix.missing is not Missing.NONE:
            self.finish(
                "", self.tr("No cohorts: {reason}.").format(reason=matrix.missing.value or Missing.NOT_ENOUGH.value)
            )
            return
        known = ~np.isnan(matrix.shares)
        sizes = np.where(known, matrix.sizes[:, None], 0).sum(axis=0)
        active = np.where(known, matrix.active, 0).sum(axis=0)
        pooled = np.where(sizes > 0, active / np.maximum(sizes, 1), np.nan)
        first = 1 if len(matrix.ages) > 2 else 0  # at age 0 everybody is there, by definition
        whole = matrix.enough & (known.sum(axis=1) >= min(5, known.shape[1]))
        picked = np.flatnonzero(whole)[:: max(1, int(whole.sum()) // SHOWN)][-SHOWN:]
        for at, row in enumerate(picked.tolist()):
            colour = self.colours.line(at + 1)
            name = period_label(int(matrix.cohorts[row]), matrix.grain)
            self.line(matrix.ages[first:], matrix.shares[row, first:], colour, width=1.0)
            self.legend.append(Entry(name, colour))
            self.stops.append(self._stops(matrix, row, name))
        colour = self.colours.line(0)
        self.line(matrix.ages[first:], pooled[first:], colour, width=2.2)
        title = self.tr("All cohorts")
        self.legend.insert(0, Entry(title, colour))
        self.stops.insert(
            0,
            [
                Stop(
                    float(age),
                    float(share),
                    self.tr("{title}, age {age}: {share}, n {n}").format(
                        title=title, age=int(age), share=self.write(float(share)), n=QLocale().toString(int(n))
                    ),
                )
                for age, share, n in list(zip(matrix.ages, pooled, sizes, strict=True))[first:]
                if not np.isnan(share)
            ],
        )
        self.plot.setYRange(0, float(np.nanmax(matrix.shares[:, 1:])) * 1.08 if matrix.shares.shape[1] > 1 else 1.0)
        self.finish(
            self.tr("{count} cohorts; at age {age} {share} of all are left.").format(
                count=len(matrix.cohorts), age=int(matrix.ages[-1]), share=self.write(float(pooled[-1]))
            )
        )

    def _stops(self, matrix: CohortMatrix, row: int, name: str) -> list[Stop]:
        return [
            Stop(
                float(matrix.ages[at]),
                float(matrix.shares[row, at]),
                self.tr("Cohort {name}, age {age}: {share}, {low} – {high}, n {n}").format(
                    name=name,
                    age=int(matrix.ages[at]),
                    share=self.write(float(matrix.shares[row, at])),
                    low=self.write(float(matrix.low[row, at])),
                    high=self.write(float(matrix.high[row, at])),
                    n=QLocale().toString(int(matrix.sizes[row])),
                ),
            )
            for at in range(min(1, len(matrix.ages) - 1), len(matrix.ages))
            if not np.isnan(matrix.shares[row, at])
        ]


class Survival(Card):
    """The share of participants still taking part after so many weeks, with its band and the median."""

    def __init__(self, parent: QWidget | None = None, *, colours: ChartColours = LIGHT) -> None:
        """Start empty."""
        super().__init__("", parent, x_unit=Unit.COUNT, y_unit=Unit.SHARE, colours=colours)
        self.title = self.tr("Survival in weeks since the first")
        self.heading.setText(self.title)
        self.setAccessibleName(self.title)

    def show_curve(self, curve: SurvivalCurve) -> None:
        """Draw a curve of steps."""
        self.begin(lambda: self.show_curve(curve))
        if not len(curve.weeks) or curve.missing is not Missing.NONE:
            self.finish(
                "", self.tr("No curve: {reason}.").format(reason=curve.missing.value or Missing.NOT_ENOUGH.value)
            )
            return
        colour = self.colours.line(2)
        x, y = _steps(curve.weeks, curve.survival)
        _, low = _steps(curve.weeks, curve.low)
        _, high = _steps(curve.weeks, curve.high)
        self.band(x, low, high, colour)
        self.line(x, y, colour, dashed=not curve.enough, width=2.0)
        self.legend.append(Entry(self.tr("Still taking part, n {n}").format(n=QLocale().toString(curve.n)), colour))
        self.stops.append(
            [
                Stop(
                    float(week),
                    float(share),
                    self.tr("Week {week}: {share}, {low} – {high}; at risk {risk}, lost {lost}").format(
                        week=int(week),
                        share=self.write(float(share)),
                        low=self.write(float(a)),
                        high=self.write(float(b)),
                        risk=QLocale().toString(int(risk)),
                        lost=QLocale().toString(int(lost)),
                    ),
                )
                for week, share, a, b, risk, lost in zip(
                    curve.weeks, curve.survival, curve.low, curve.high, curve.at_risk, curve.lost, strict=True
                )
            ]
        )
        if curve.median is not None:
            self.line([curve.median, curve.median, 0], [0, 0.5, 0.5], self.colours.muted, dashed=True, width=1.0)
            self.legend.append(
                Entry(
                    self.tr("Half are lost after {weeks} weeks").format(weeks=curve.median),
                    self.colours.muted,
                    hollow=True,
                )
            )
        self.plot.setYRange(0, 1.02)
        self.plot.setXRange(0, float(curve.weeks[-1]))
        self.finish(
            self.tr("{n} participants; {last} still take part after {weeks} weeks.").format(
                n=QLocale().toString(curve.n), last=self.write(float(curve.survival[-1])), weeks=int(curve.weeks[-1])
            )
        )


def _steps(x: object, y: object) -> tuple[object, object]:
    """Return a staircase through points."""
    xs, ys = np.repeat(np.asarray(x, np.float64), 2)[1:], np.repeat(np.asarray(y, np.float64), 2)[:-1]
    return xs, ys
