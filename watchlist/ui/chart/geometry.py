"""Where the parts of a pane lie: plot, first axis at the right, second axis at the left. Whole pixels only.

Axis widths are shared by all panes of a stack, so that their plots begin and end at the same pixels on any screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRectF


@dataclass(frozen=True)
class Geometry:
    """The rectangles of a pane of a given size."""

    width: float
    height: float
    left: float
    right: float

    @cached_property
    def plot(self) -> QRectF:
        """Return the rectangle in which curves are drawn."""
        return QRectF(self.left, 0, max(1.0, self.width - self.left - self.right), self.height)

    @property
    def first_axis(self) -> QRectF:
        """Return the rectangle of the axis at the right."""
        return QRectF(self.width - self.right, 0, self.right, self.height)

    @property
    def second_axis(self) -> QRectF:
        """Return the rectangle of the axis at the left, empty where there is none."""
        return QRectF(0, 0, self.left, self.height)

    @property
    def columns(self) -> int:
        """Return the plot's width in pixels."""
        return max(1, int(self.plot.width()))
