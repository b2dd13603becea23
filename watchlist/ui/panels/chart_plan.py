"""What a chart shall show, as plain data: panes in their order, means, second axes, comparisons. Remembers and forgets
nothing by itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from watchlist.domain.errors import InputError
from watchlist.metrics.catalog import METRICS, parse_selector

PRICE = "price"
VOLUME = "volume"
DEFAULT = (PRICE, "retention.w4", "verification.rate", "recurring.3of4", "quality")
MEANS = (7, 28, 90)


@dataclass
class ChartPlan:
    """``means`` are days by pane, ``second`` selectors on the second axis by pane, ``others`` compared networks."""

    panes: list[str] = field(default_factory=lambda: list(DEFAULT))
    candles: bool = False
    means: dict[str, list[int]] = field(default_factory=dict)
    second: dict[str, list[str]] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return the plan as plain data."""
        return {
            "panes": list(self.panes),
            "candles": self.candles,
            "means": self.means,
            "second": self.second,
            "others": self.others,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> ChartPlan:
        """Return a plan from plain data, as far as its metrics still exist."""
        plan = cls()
        panes = [str(key) for key in kept.get("panes", ()) if is_pane(str(key))]
        plan.panes = list(dict.fromkeys(panes)) or plan.panes
        plan.candles = bool(kept.get("candles", False))
        means, second = kept.get("means"), kept.get("second")
        if isinstance(means, dict):
            plan.means = {str(key): [day for day in days if day in MEANS] for key, days in means.items()}
        if isinstance(second, dict):
            plan.second = {str(key): [str(one) for one in ones if is_metric(str(one))] for key, ones in second.items()}
        plan.others = [str(one) for one in kept.get("others", ())]
        return plan


def is_metric(selector: str) -> bool:
    """Return whether a text names a metric that is a line over time."""
    try:
        entry = METRICS.get(parse_selector(selector).key)
    except InputError:
        return False
    return entry is not None and entry.function is not None


def is_pane(key: str) -> bool:
    """Return whether a pane can be made for a key."""
    return key in (PRICE, VOLUME) or is_metric(key)
