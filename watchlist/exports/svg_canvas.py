"""A small drawing board for SVG on white paper: lines, bars, texts. Knows no chart; text stays text.

Coordinates are points; one unit on the board is one point on paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

import numpy as np

from watchlist.domain.arrays import Flags, Floats

INK, MUTED, GRID, PAPER = "#1b1f24", "#5b6570", "#e3e6ea", "#ffffff"
BLUE, ORANGE, GREEN, RED, PURPLE, GREY = "#1f5fa8", "#c25e00", "#1a7f4b", "#b3261e", "#6b4fa0", "#9aa3ad"
FONT = "Noto Sans, Liberation Sans, Arial, DejaVu Sans, sans-serif"
SMALL = 7.0


class Board:
    """Gathers shapes and gives them as one SVG document."""

    def __init__(self, width: float, height: float, title: str) -> None:
        self.width, self.height = width, height
        self._title = title
        self._shapes: list[str] = []

    def rect(self, x: float, y: float, width: float, height: float, fill: str, **more: str) -> None:
        """Draw a filled rectangle."""
        self._shapes.append(
            f'<rect x="{x:.2f}" y="{y:.2f}" width="{max(0.0, width):.2f}" height="{max(0.0, height):.2f}" '
            f'fill="{fill}"{_more(more)}/>'
        )

    def line(self, points: Iterable[tuple[float, float]], colour: str, width: float = 1.0, dash: str = "") -> None:
        """Draw a line through points."""
        path = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
        dashed = f' stroke-dasharray="{dash}"' if dash else ""
        self._shapes.append(
            f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="{width}" '
            f'stroke-linejoin="round"{dashed}/>'
        )

    def area(self, points: Sequence[tuple[float, float]], fill: str, opacity: float) -> None:
        """Fill the inside of an outline."""
        path = " ".join(f"{x:.2f},{y:.2f}" for x, y in points)
        self._shapes.append(f'<polygon points="{path}" fill="{fill}" fill-opacity="{opacity}"/>')

    def text(
        self, x: float, y: float, text: str, *, size: float = SMALL, colour: str = MUTED, anchor: str = "start",
        bold: bool = False,
    ) -> None:  # fmt: skip
        """Write a text with its base line at y."""
        weight = ' font-weight="600"' if bold else ""
        self._shapes.append(
            f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size}" fill="{colour}" text-anchor="{anchor}"{weight}>'
            f"{escape(text)}</text>"
        )

    def runs(self, xs: Floats, ys: Floats, drawn: Flags, colour: str, width: float = 1.2, dash: str = "") -> None:
        """Draw a line where values are, with gaps where they are not; a lonely point is a short stroke."""
        good = np.flatnonzero(drawn & np.isfinite(ys))
        if not len(good):
            return
        for run in np.split(good, np.flatnonzero(np.diff(good) > 1) + 1):
            points = [(float(xs[at]), float(ys[at])) for at in run]
            if len(points) == 1:
                points = [(points[0][0] - 0.8, points[0][1]), (points[0][0] + 0.8, points[0][1])]
            self.line(points, colour, width, dash)

    def document(self) -> bytes:
        """Return the drawing."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width:.0f}pt" height="{self.height:.0f}pt" '
            f'viewBox="0 0 {self.width:.0f} {self.height:.0f}" font-family={quoteattr(FONT)}>'
            f"<title>{escape(self._title)}</title>{''.join(self._shapes)}</svg>"
        ).encode()


def _more(more: dict[str, str]) -> str:
    return "".join(f" {name.replace('_', '-')}={quoteattr(value)}" for name, value in more.items())


def nice_ticks(low: float, high: float, most: int = 4) -> list[float]:
    """Return round numbers between two, at most so many."""
    if not (np.isfinite(low) and np.isfinite(high)) or high <= low:
        return [low] if np.isfinite(low) else []
    raw = (high - low) / max(1, most)
    scale = 10.0 ** np.floor(np.log10(raw))
    step = next((scale * one for one in (1, 2, 2.5, 5, 10) if scale * one >= raw), scale * 10)
    first = np.ceil(low / step - 1e-9) * step
    return [float(one) for one in np.arange(first, high + step * 1e-6, step)]
