"""What a pane draws, shaped once: a curve with its band, counts and flags, made from the program's frozen series.

Must never smooth, fill or guess: a missing value stays a gap, an incomplete period stays marked as one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ints, frozen
from watchlist.domain.figures import MetricSeries
from watchlist.domain.instants import DAY
from watchlist.domain.periods import Grain, period_ends
from watchlist.domain.series import Buckets, Candles, Points
from watchlist.ui.chart.ladder import Bars, Ladder
from watchlist.ui.chart.pyramid import Pyramid, Steps, usual_steps
from watchlist.ui.chart.valueaxis import Unit


class Kind(StrEnum):
    """How a trace is drawn."""

    LINE = "line"
    AREA = "area"
    STEP = "step"
    BARS = "bars"
    CANDLES = "candles"
    DOTS = "dots"


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """What is known of each point of a curve besides its value; None where it holds for none or for all."""

    starts: Floats | None = None
    ends: Floats | None = None
    low: Floats | None = None
    high: Floats | None = None
    n: Ints | None = None
    complete: Flags | None = None
    enough: Flags | None = None
    disputed: Flags | None = None
    whole_days: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Trace:
    """One thing drawn in a pane.

    ``colour`` is a place in the series colours. ``solid`` and ``dashed`` split a curve that has incomplete periods;
    ``other`` is the second curve of a raw and filtered pair, the space between them is shaded.
    """

    key: str
    title: str
    curve: Pyramid
    unit: Unit = Unit.NUMBER
    kind: Kind = Kind.LINE
    colour: int = 0
    facts: Facts = field(default_factory=Facts)
    low: Pyramid | None = None
    high: Pyramid | None = None
    other: Pyramid | None = None
    other_title: str = ""
    solid: Pyramid | None = None
    dashed: Pyramid | None = None
    ladder: Ladder | None = None
    second_axis: bool = False
    thin: bool = False
    dotted: bool = False

    def span(self) -> tuple[float, float] | None:
        """Return the first and last instant that it covers."""
        if not len(self.curve):
            return None
        starts, ends = self.facts.starts, self.facts.ends
        return (
            float(starts[0] if starts is not None else self.curve.x[0]),
            float(ends[-1] if ends is not None else self.curve.x[-1]),
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """A point of a trace in full, for the read-out and for speech."""

    instant: float
    value: float
    start: float | None
    end: float | None
    low: float | None
    high: float | None
    n: int | None
    complete: bool
    enough: bool
    disputed: bool
    other: float | None = None
    candle: tuple[float, float, float, float] | None = None


def read(trace: Trace, position: int) -> Reading:
    """Return the reading of a point."""
    facts, curve = trace.facts, trace.curve
    instant = float(curve.x[position])
    other = None
    if trace.other is not None:
        at = trace.other.nearest(instant)
        if at is not None and trace.other.x[at] == instant:
            other = float(trace.other.y[at])
    candle = None
    if trace.ladder is not None and trace.kind is Kind.CANDLES:
        bars = trace.ladder.bars
        candle = tuple(float(column[position]) for column in (bars.open, bars.high, bars.low, bars.close))
    return Reading(
        instant,
        float(curve.y[position]),
        _float(facts.starts, position),
        _float(facts.ends, position),
        _float(facts.low, position),
        _float(facts.high, position),
        None if facts.n is None or not facts.n[position] else int(facts.n[position]),
        facts.complete is None or bool(facts.complete[position]),
        facts.enough is None or bool(facts.enough[position]),
        facts.disputed is not None and bool(facts.disputed[position]),
        other,
        candle,  # type: ignore[arg-type]  # four columns, four numbers
    )


def position_at(trace: Trace, instant: float) -> int | None:
    """Return the point that speaks for an instant: the one whose period holds it, else a near one, never a far one."""
    curve = trace.curve
    near = curve.nearest(instant)
    if near is None:
        return None
    starts, ends = trace.facts.starts, trace.facts.ends
    if starts is not None and ends is not None:
        at = int(np.searchsorted(starts, instant, "right")) - 1
        if trace.facts.whole_days:  # a rolling window is named by its last day, windows overlap
            return near if abs(curve.x[near] - instant) <= DAY else None
        return at if at >= 0 and instant < ends[at] else None
    return near if abs(curve.x[near] - instant) <= curve.reach(instant) else None


def of_metric(
    series: MetricSeries, key: str, title: str, unit: Unit, colour: int = 0, *, kind: Kind = Kind.LINE
) -> Trace:
    """Return the trace of a metric: its points stand in the middle of their periods, where the activity was."""
    ends = period_ends(series.periods, series.grain).astype(np.float64)
    lengths = {Grain.DAY: 1, Grain.WEEK: 7, Grain.ROLLING_28: 28}
    if series.grain is Grain.MONTH:
        starts = period_ends(series.periods - 1, series.grain).astype(np.float64)
    else:
        starts = ends - lengths[series.grain] * DAY
    middle = ends - DAY / 2 if series.grain is Grain.ROLLING_28 else (starts + ends) / 2
    step = {Grain.DAY: 1, Grain.WEEK: 7, Grain.MONTH: 31, Grain.ROLLING_28: 1}[series.grain] * DAY
    gap = 1.5 * step
    good = np.isfinite(series.values)
    facts = Facts(
        starts[good],
        ends[good],
        series.low[good],
        series.high[good],
        series.n[good],
        series.complete[good],
        series.enough[good],
        None,
        series.grain is Grain.ROLLING_28,
    )
    has_band = bool(np.isfinite(series.low).any())
    solid, dashed = _split(middle, series.values, series.complete, gap)
    return Trace(
        key,
        title,
        Pyramid.built(middle, series.values, gap),
        unit,
        kind,
        colour,
        facts,
        Pyramid.built(middle, series.low, gap) if has_band else None,
        Pyramid.built(middle, series.high, gap) if has_band else None,
        solid=solid,
        dashed=dashed,
    )


def paired(trace: Trace, other: MetricSeries, other_title: str) -> Trace:
    """Return a trace with the other variant of its metric beside it; the space between them is shaded."""
    partner = of_metric(other, trace.key, other_title, trace.unit)
    return replace(trace, other=partner.curve, other_title=other_title)


def of_points(points: Points, key: str, title: str, unit: Unit, colour: int = 0) -> Trace:
    """Return the trace of a series of points; the last one may not be final, disputed ones are marked."""
    xs = points.instants.astype(np.float64)
    steps = usual_steps(xs)
    curve = Pyramid.built(xs, points.values, steps=steps)
    good = np.isfinite(points.values)
    final = points.final
    solid, dashed = _split(xs, points.values, final, curve.gap, steps)
    facts = Facts(
        complete=None if final.all() else final[good],
        disputed=points.disputed[good] if points.disputed.any() else None,
    )
    return Trace(key, title, curve, unit, Kind.LINE, colour, facts, solid=solid, dashed=dashed)


def of_arrays(x: Floats | Ints, y: Floats, key: str, title: str, unit: Unit, colour: int = 0) -> Trace:
    """Return the plain trace of two arrays, such as a moving average."""
    return Trace(key, title, Pyramid.built(x, y, steps=usual_steps(x)), unit, Kind.LINE, colour)


def of_buckets(buckets: Buckets, key: str, title: str, unit: Unit, colour: int = 0) -> Trace:
    """Return the trace of history bucketed to pixels: through first, extremes and last of each bucket."""
    count = len(buckets.starts)
    starts = buckets.starts.astype(np.float64)
    single = buckets.count <= 1
    rising = buckets.last >= buckets.first
    ys = np.empty(2 * count)
    ys[0::2] = np.where(rising, buckets.low, buckets.high)
    ys[1::2] = np.where(rising, buckets.high, buckets.low)
    xs = np.empty(2 * count)
    xs[0::2], xs[1::2] = starts, starts + buckets.width / 2
    keep = np.ones(2 * count, np.bool_)
    keep[1::2] = ~single
    gap = max(2.5 * float(buckets.width), 1.0)
    if count > 2:
        gap = max(gap, 2.5 * float(np.median(np.diff(starts))))
    return Trace(key, title, Pyramid.built(xs[keep], ys[keep], gap), unit, Kind.LINE, colour)


def of_candles(candles: Candles, key: str, title: str, unit: Unit = Unit.USD, colour: int = 0) -> Trace:
    """Return the trace of candles; a candle whose period has not ended is drawn dashed."""
    xs = candles.starts.astype(np.float64)
    good = np.isfinite(candles.close)
    width = float(np.median(np.diff(xs))) if len(xs) > 1 else float(DAY)
    columns = (candles.open, candles.high, candles.low, candles.close, candles.volume)
    opened, high, low, close, volume = (frozen(column[good]) for column in columns)
    bars = Bars(frozen(xs[good]), opened, high, low, close, volume)
    facts = Facts(bars.x, frozen(bars.x + width), complete=None if candles.final.all() else candles.final[good])
    curve = Pyramid.built(bars.x + width / 2, bars.close, 2.5 * width)
    return Trace(key, title, curve, unit, Kind.CANDLES, colour, facts, ladder=Ladder(bars, width))


def volume_of(candles: Candles, key: str, title: str, unit: Unit = Unit.USD, colour: int = 7) -> Trace | None:
    """Return the volumes of candles as bars, None where none is known."""
    if not np.isfinite(candles.volume).any():
        return None
    trace = of_candles(candles, key, title, unit, colour)
    bars = trace.ladder.bars if trace.ladder else None
    if bars is None:
        return None
    known = np.isfinite(bars.volume)
    columns = (bars.x, bars.open, bars.high, bars.low, bars.close, bars.volume)
    x, opened, high, low, close, volume = (frozen(column[known]) for column in columns)
    part = Bars(x, opened, high, low, close, volume)
    width = trace.ladder.width if trace.ladder else float(DAY)
    complete = trace.facts.complete[known] if trace.facts.complete is not None else None
    return Trace(
        key,
        title,
        Pyramid.built(part.x + width / 2, part.volume, 2.5 * width),
        unit,
        Kind.BARS,
        colour,
        Facts(part.x, frozen(part.x + width), complete=complete),
        ladder=Ladder(part, width),
    )


def bars_of(trace: Trace) -> Trace:
    """Return a trace drawn as bars over its periods."""
    starts, ends = trace.facts.starts, trace.facts.ends
    if starts is None or ends is None or not len(starts):
        return replace(trace, kind=Kind.STEP)
    width = float(np.median(ends - starts))
    nothing = frozen(np.zeros(len(starts)))
    y = trace.curve.y
    return replace(trace, kind=Kind.BARS, ladder=Ladder(Bars(starts, nothing, y, y, y, y, 1), width))


def _split(
    xs: Floats, values: Floats, complete: Flags, gap: float, steps: Steps | None = None
) -> tuple[Pyramid | None, Pyramid | None]:
    """Return the curve through complete points and the one through the segments that touch an incomplete one."""
    if complete.all():
        return None, None
    loose = ~complete
    touched = loose.copy()
    touched[:-1] |= loose[1:]
    touched[1:] |= loose[:-1]
    solid = Pyramid.built(xs, np.where(complete, values, np.nan), gap, steps)
    return solid, Pyramid.built(xs, np.where(touched, values, np.nan), gap, steps)


def _float(column: Floats | None, position: int) -> float | None:
    if column is None or np.isnan(column[position]):
        return None
    return float(column[position])
