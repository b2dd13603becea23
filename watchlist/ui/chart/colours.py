"""The colours that charts are drawn in, derived from the program's tables so that there is one place to change them.

Text reaches 4.5:1 and lines 3:1 against the plot (tested). Rising and falling are told by shape and sign as well, so
that the choice of ``up`` and ``down`` is taste.
"""

from __future__ import annotations

from dataclasses import dataclass

from watchlist.ui import colours as tables
from watchlist.ui.colours import Colours, luminance, mixed

_HEAT_LIGHT = ("#edf3fb", "#cfe0f5", "#9dc2ea", "#5f9bd8", "#2c6fbd", "#134a91", "#0a2f66")
_HEAT_DARK = ("#1d2733", "#1d3a5c", "#1f5288", "#2b71b8", "#539ade", "#93c3f2", "#d9ebff")


@dataclass(frozen=True, slots=True)
class ChartColours:
    """One theme's colours, as #rrggbb."""

    dark: bool
    plot: str
    frame: str
    grid: str
    grid_strong: str
    text: str
    muted: str
    crosshair: str
    badge: str
    badge_text: str
    up: str
    down: str
    threshold: str
    firing: str
    annotation: str
    disputed: str
    selection: str
    watermark: str
    focus: str
    series: tuple[str, ...]
    heat: tuple[str, ...]

    def line(self, index: int) -> str:
        """Return the colour of the n-th series; they repeat after the last."""
        return self.series[index % len(self.series)]


def of(colours: Colours) -> ChartColours:
    """Return the colours of charts in a theme, the user's choice of up and down included."""
    dark = luminance(colours.base) < 0.18
    return ChartColours(
        dark=dark,
        plot=colours.base,
        frame=colours.border,
        grid=mixed(colours.base, colours.grid, 0.62),
        grid_strong=mixed(colours.grid, colours.border, 0.35),
        text=colours.text,
        muted=colours.muted,
        crosshair=mixed(colours.muted, colours.base, 0.25),
        badge=mixed(colours.text, colours.base, 0.15),
        badge_text=colours.base,
        up=colours.up,
        down=colours.down,
        threshold=colours.warning,
        firing=colours.error,
        annotation=colours.series[6],
        disputed=colours.warning,
        selection=colours.accent,
        watermark=colours.simulated,
        focus=colours.accent,
        series=colours.series,
        heat=_HEAT_DARK if dark else _HEAT_LIGHT,
    )


LIGHT = of(tables.LIGHT)
DARK = of(tables.DARK)
