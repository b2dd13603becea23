"""What is true of a simulated network and what no source would ever publish: who is real, who stays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from watchlist.domain.arrays import Floats, Ints
from watchlist.sources.simulated.crowd import Crowd, true_retention
from watchlist.sources.simulated.farm import GROUPS_PER_FUNDER, Farm
from watchlist.sources.simulated.scenarios import START_DAY

PATTERNS = ("lockstep", "one_day_crowd", "clockwork", "same_size", "back_and_forth", "common_funder")
"""The indicators of metrics.md section 7 that mark participants."""

CROWD_OF = {
    "use": "users",
    "contribute": "contributors",
    "reward": "contributors",
    "trade": "holders",
    "stake": "holders",
    "develop": "developers",
    "nodes": "nodes",
    "heartbeat": "nodes",
}


@dataclass(frozen=True, slots=True, eq=False)
class Truth:
    """The hidden side of a simulated network. Ids are those of its tables; ``SimulatedNetwork.names`` names them."""

    crowds: dict[str, Crowd]
    offsets: dict[str, int]
    farm: Farm | None
    last_week: int

    def members(self, kind: str, stream: str | None = None) -> Ints:
        """Return who belongs to a pattern (or is ``organic`` or ``farmed``); sorted ids.

        ``common_funder`` are the accounts that one address funded; ``clockwork`` holds the sleepless accounts, too.
        A stream keeps those who act on it. Raises KeyError for an unknown kind.
        """
        if kind == "organic":
            names = [CROWD_OF[stream]] if stream is not None else list(self.crowds)
            return np.concatenate(
                [np.arange(len(self.crowds[name]), dtype=np.int64) + self.offsets[name] for name in names]
            )
        if kind == "farmed":
            groups = [group for each in PATTERNS for group in self.groups(each, stream)]
        else:
            groups = list(self.groups(kind, stream))
        return np.unique(np.concatenate(groups)) if groups else np.empty(0, np.int64)

    def groups(self, kind: str, stream: str | None = None) -> tuple[Ints, ...]:
        """Return the members of a pattern by group: a lockstep group, the accounts of one funder, one pair, one day."""
        if kind not in PATTERNS:
            raise KeyError(kind)
        if self.farm is None:
            return ()
        offset = self.offsets["farm"]
        if kind == "common_funder":
            return _funded(self.farm, offset) if stream in {None, "trade"} else ()
        launched = self.farm.members(kind, stream)
        if kind == "clockwork":
            launched = launched + self.farm.members("sleepless", stream)
        if kind == "back_and_forth":
            launched = [pair for group in launched for pair in group.reshape(-1, 2)]
        return tuple(group + offset for group in launched)

    def funders(self) -> Ints:
        """Return the addresses that funded the farm's accounts."""
        found = [] if self.farm is None else self.farm.members("funder")
        return np.concatenate(found) + self.offsets["farm"] if found else np.empty(0, np.int64)

    def crowd_days(self) -> Ints:
        """Return the days of the one-day crowds."""
        launches = [] if self.farm is None else self.farm.launches
        return np.array([one.day for one in launches if one.kind == "one_day_crowd"], np.int64)

    def retention(self, stream: str, weeks_later: int) -> tuple[Ints, Floats, Ints]:
        """Return ISO cohort weeks, the organic share expected to be active so many weeks later, and cohort sizes."""
        weeks, share, sizes = true_retention(self.crowds[CROWD_OF[stream]], weeks_later, self.last_week)
        return weeks + (START_DAY + 3) // 7, share, sizes


def _funded(farm: Farm, offset: int) -> tuple[Ints, ...]:
    by_funder: dict[int, list[Ints]] = {}
    for one in farm.launches:
        if one.kind in {"lockstep", "clockwork"}:
            by_funder.setdefault(one.number // GROUPS_PER_FUNDER, []).append(one.members + offset)
    return tuple(np.concatenate(groups) for groups in by_funder.values())
