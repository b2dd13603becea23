"""Numbers of any metric as short text, by the format that the catalog gives them. Computes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from watchlist.metrics.catalog import METRICS
from watchlist.metrics.metric import Format

if TYPE_CHECKING:
    from watchlist.domain.figures import Figure

DASH = "–"


def figure_text(metric: str, figure: Figure | None) -> str:
    """Return a figure as text; a dash and the reason where there is none."""
    if figure is None:
        return DASH
    if figure.value is None:
        return f"{DASH} {figure.missing.value}".rstrip()
    return number_text(metric, figure.value) + ("" if figure.enough else "?")


def number_text(metric: str, value: float) -> str:
    """Return a number as its metric writes it."""
    entry = METRICS.get(metric.partition("@")[0].partition("+")[0])
    if entry is None:
        return f"{value:.6g}"
    if entry.format is Format.PERCENT:
        return f"{value * 100:.1f}%"
    if entry.format is Format.SIGNED:
        return f"{value * 100:+.1f}%" if entry.unit.value == "share" else f"{value:+.2f}"
    if entry.format is Format.WHOLE:
        return f"{value:,.0f}"
    if entry.format is Format.MONEY:
        digits = 2 if abs(value) >= 1 else 4 if abs(value) >= 0.01 else 8
        return f"{value:,.{digits}f}"
    return f"{value:,.3g}" if abs(value) < 1000 else f"{value:,.0f}"
