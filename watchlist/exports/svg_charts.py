"""The charts of a report as SVG: stacked panes, cohort heat map, lifecycle bars, Lorenz curves. Light, for paper.

Gaps stay gaps, incomplete periods are dashed or hollow, and simulated data says so in every picture.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ints
from watchlist.domain.findings import CohortMatrix
from watchlist.domain.instants import DAY, Instant, datetime_of, instant_of
from watchlist.domain.lens_findings import Spread
from watchlist.domain.periods import period_label
from watchlist.exports.svg_canvas import (
    BLUE,
    GREEN,
    GREY,
    GRID,
    INK,
    MUTED,
    ORANGE,
    PAPER,
    RED,
    Board,
    nice_ticks,
)

RIGHT = 46.0
TextOf = Callable[[float], str]


@dataclass(frozen=True, slots=True, eq=False)
class Pane:
    """One pane of the stack: a line over time with its band; ``text_of`` writes a value as its metric does."""

    title: str
    instants: Ints
    values: Floats
    low: Floats
    high: Floats
    complete: Flags
    enough: Flags
    text_of: TextOf
    colour: str = BLUE
    height: float = 46.0
    log: bool = False
    empty: str = ""


def stack(panes: Sequence[Pane], width: float, start: Instant, end: Instant, *, simulated: bool) -> bytes:
    """Return panes above one time axis."""
    height = sum(pane.height + 13 for pane in panes) + 16
    board = Board(width, height, "Price and participation")
    right = width - RIGHT
    y = 0.0
    for pane in panes:
        _pane(board, pane, y + 11, right, start, end)
        y += pane.height + 13
    _time_axis(board, y, right, start, end, height)
    _mark(board, simulated)
    return board.document()


def _pane(board: Board, pane: Pane, top: float, right: float, start: Instant, end: Instant) -> None:
    board.text(0, top - 3, pane.title, colour=INK, bold=True)
    seen = (pane.instants >= start) & (pane.instants <= end) & np.isfinite(pane.values)
    if not seen.any():
        board.rect(0, top, right, pane.height, "#f6f7f9")
        board.text(right / 2, top + pane.height / 2 + 2, pane.empty or "no data", anchor="middle")
        return
    newest = int(np.flatnonzero(seen)[-1])
    board.text(right, top - 3, pane.text_of(float(pane.values[newest])), colour=pane.colour, anchor="end", bold=True)
    shown = np.concatenate([pane.values[seen], pane.low[seen & pane.enough], pane.high[seen & pane.enough]])
    shown = shown[np.isfinite(shown)]
    low, high = float(shown.min()), float(shown.max())
    log = pane.log and low > 0 and high / low > 8
    room = (high - low) * 0.06 or abs(high) * 0.1 or 1.0
    low, high = (low, high) if log else (low - room if low < 0 or low - room > 0 else min(low, 0.0), high + room)

    def place(values: Floats) -> Floats:
        with np.errstate(divide="ignore", invalid="ignore"):
            share = np.log(values / low) / np.log(high / low) if log else (values - low) / (high - low)
        found: Floats = top + pane.height * (1 - share)
        return found

    for tick in _ticks(low, high, log):
        at = float(place(np.array([tick]))[0])
        board.line([(0, at), (right, at)], GRID, 0.5)
        board.text(right + 4, at + 2.4, pane.text_of(tick))
    xs = (pane.instants - start) / max(1, end - start) * right
    ys = place(pane.values)
    banded = seen & pane.enough & np.isfinite(pane.low) & np.isfinite(pane.high)
    for run in _runs(banded):
        low_edge, high_edge = place(pane.low[run]), place(pane.high[run])
        outline = [*zip(xs[run], high_edge, strict=True), *zip(xs[run][::-1], low_edge[::-1], strict=True)]
        board.area([(float(x), float(y)) for x, y in outline], pane.colour, 0.13)
    firm = seen & pane.complete
    board.runs(xs, ys, firm & pane.enough, pane.colour)
    thin = firm & ~pane.enough
    board.runs(xs, ys, thin, GREY, 0.9)
    loose = seen & ~pane.complete
    if loose.any():
        before = np.flatnonzero(firm)
        joined = loose.copy()
        if len(before):
            joined[before[-1]] = True
        board.runs(xs, ys, joined, pane.colour, 0.9, "2 2")


def _ticks(low: float, high: float, log: bool) -> list[float]:
    if not log:
        return nice_ticks(low, high, 3)
    powers = np.arange(np.floor(np.log10(low)), np.ceil(np.log10(high)) + 1)
    found = [float(m * 10.0**p) for p in powers for m in (1, 3) if low <= m * 10.0**p <= high]
    return found[:: max(1, len(found) // 4)]


def _runs(flags: Flags) -> list[Ints]:
    at = np.flatnonzero(flags)
    return [run for run in np.split(at, np.flatnonzero(np.diff(at) > 1) + 1) if len(run) > 1] if len(at) else []


def _time_axis(board: Board, y: float, right: float, start: Instant, end: Instant, bottom: float) -> None:
    months = max(1.0, (end - start) / (30.4 * DAY))
    step = next((one for one in (1, 2, 3, 6, 12, 24) if months / one <= 9), 60)
    first = datetime_of(start)
    month = first.year * 12 + first.month - 1
    month += -month % step
    while True:
        moment = datetime(month // 12, month % 12 + 1, 1, tzinfo=UTC)
        at = instant_of(moment)
        if at > end:
            break
        if at >= start:
            x = (at - start) / max(1, end - start) * right
            board.line([(x, 0), (x, y - 2)], GRID, 0.4, "1 3")
            text = f"{moment:%Y}" if step >= 12 else f"{moment:%b %Y}" if month % 12 == 0 else f"{moment:%b}"
            board.text(x, bottom - 5, text, anchor="middle" if 12 < x < right - 12 else "start" if x <= 12 else "end")
        month += step


def heat_map(matrix: CohortMatrix, width: float, most_rows: int, most_ages: int, *, simulated: bool) -> bytes:
    """Return the newest cohorts as a heat map with the share in every cell; cohorts that are too small are hollow."""
    keep = np.flatnonzero(matrix.sizes > 0)[-most_rows:]
    ages = int(min(most_ages, len(matrix.ages)))
    left, cell_h, top = 74.0, 9.4, 16.0
    wide = (width - left) / max(1, ages)
    board = Board(width, top + cell_h * max(1, len(keep)) + 4, "Cohort heat map")
    unit = matrix.grain.value
    board.text(0, 9, f"First {unit}", bold=True, colour=INK)
    board.text(left - 4, 9, "size", anchor="end")
    for age in range(ages):
        board.text(left + wide * (age + 0.5), 9, str(int(matrix.ages[age])), anchor="middle")
    for row, at in enumerate(keep.tolist()):
        y = top + row * cell_h
        board.text(0, y + 6.8, period_label(int(matrix.cohorts[at]), matrix.grain), size=6.4)
        board.text(left - 4, y + 6.8, f"{int(matrix.sizes[at]):,}", size=6.4, anchor="end")
        for age in range(ages):
            share = float(matrix.shares[at, age])
            if np.isfinite(share):
                _cell(board, left + age * wide, y, wide, cell_h, share, bool(matrix.enough[at]))
    _mark(board, simulated)
    return board.document()


def _cell(board: Board, x: float, y: float, wide: float, high: float, share: float, enough: bool) -> None:
    if enough:
        board.rect(x + 0.4, y + 0.4, wide - 0.8, high - 0.8, heat(share))
    else:
        board.rect(x + 0.6, y + 0.6, wide - 1.2, high - 1.2, PAPER, stroke=GRID, stroke_width="0.6")
    if wide > 14:
        dark = enough and share > 0.5
        board.text(
            x + wide / 2, y + 6.6, f"{share * 100:.0f}", size=5.8, anchor="middle", colour=PAPER if dark else MUTED
        )


def heat(share: float) -> str:
    """Return the colour of a share: from almost white to a dark blue, even to the eye, good in grey."""
    t = min(1.0, max(0.0, share)) ** 0.7
    low, high = (240, 245, 250), (16, 62, 115)
    return "#" + "".join(f"{round(a + (b - a) * t):02x}" for a, b in zip(low, high, strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class Bars:
    """Lifecycle counts per period; ``churned`` is drawn downwards."""

    labels: tuple[str, ...]
    new: Floats
    retained: Floats
    resurrected: Floats
    churned: Floats
    complete: Flags
    colours: tuple[str, str, str, str] = field(default=(GREEN, BLUE, ORANGE, RED))


def lifecycle(bars: Bars, width: float, *, simulated: bool) -> bytes:
    """Return who came, stayed, returned and left, as stacked bars."""
    height, top = 118.0, 16.0
    board = Board(width, height, "Lifecycle")
    right = width - RIGHT
    x = 0.0
    for title, colour in zip(("New", "Stayed", "Returned", "Left"), bars.colours, strict=True):
        board.rect(x, 3, 6, 6, colour)
        board.text(x + 9, 9, title)
        x += 52
    up = np.nan_to_num(bars.new) + np.nan_to_num(bars.retained) + np.nan_to_num(bars.resurrected)
    down = np.nan_to_num(bars.churned)
    if not len(up) or not (up.any() or down.any()):
        board.text(right / 2, height / 2, "no complete period", anchor="middle")
        return board.document()
    plot = height - top - 12
    scale = plot / max(1.0, float(up.max() + down.max()))
    zero = top + float(up.max()) * scale
    for tick in nice_ticks(-float(down.max()), float(up.max()), 4):
        y = zero - tick * scale
        board.line([(0, y), (right, y)], GRID, 0.5)
        board.text(right + 4, y + 2.4, f"{abs(tick):,.0f}")
    step = right / len(up)
    for at in range(len(up)):
        _bar(board, bars, at, at * step, step, zero, scale)
    board.line([(0, zero), (right, zero)], MUTED, 0.6)
    every = max(1, len(up) // 7)
    for at in range(0, len(up), every):
        board.text(at * step + step / 2, height - 2, bars.labels[at], anchor="middle" if at else "start", size=6.4)
    _mark(board, simulated)
    return board.document()


def _bar(board: Board, bars: Bars, at: int, x: float, step: float, zero: float, scale: float) -> None:
    y = zero
    opacity = "1" if bars.complete[at] else "0.35"
    for values, colour in zip((bars.retained, bars.resurrected, bars.new), (BLUE, ORANGE, GREEN), strict=True):
        size = float(np.nan_to_num(values[at])) * scale
        y -= size
        board.rect(x + step * 0.1, y, step * 0.8, size, colour, fill_opacity=opacity)
    board.rect(
        x + step * 0.1, zero, step * 0.8, float(np.nan_to_num(bars.churned[at])) * scale, RED, fill_opacity=opacity
    )


def lorenz(spreads: Sequence[tuple[str, Spread]], size: float, *, simulated: bool) -> bytes:
    """Return Lorenz curves beside the line of equal shares."""
    board = Board(size + 20, size + 24, "Lorenz curve")
    board.rect(0, 6, size, size, "#fafbfc", stroke=GRID, stroke_width="0.6")
    board.line([(0, 6 + size), (size, 6)], GREY, 0.6, "2 2")
    colours = (BLUE, ORANGE, GREEN)
    for at, (title, spread) in enumerate(spreads):
        if spread.holdings is None or len(spread.population) < 2:
            continue
        points = [(float(x) * size, 6 + size - float(y) * size) for x, y in _thinned(spread.population, spread.held)]
        board.line(points, colours[at % 3], 1.2)
        board.text(4, 16 + 9 * at, title, colour=colours[at % 3], bold=True)
    board.text(0, size + 16, "share of participants", size=6.4)
    board.text(size, size + 16, "100 %", size=6.4, anchor="end")
    _mark(board, simulated)
    return board.document()


def _thinned(xs: Floats, ys: Floats, most: int = 200) -> list[tuple[float, float]]:
    at = np.unique(np.linspace(0, len(xs) - 1, min(most, len(xs))).astype(int))
    return [(float(xs[one]), float(ys[one])) for one in at]


def _mark(board: Board, simulated: bool) -> None:
    if simulated:
        board.text(
            board.width,
            board.height - 2,
            "SIMULATED",
            size=6.4,
            colour=RED,
            anchor="end",
            bold=True,
        )
