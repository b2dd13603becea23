"""What the indicators of manufactured activity found: groups of participants with a reason and its evidence.

A finding is a pattern, never a verdict about a person. What could not be checked stands beside what was found.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from watchlist.domain.arrays import Floats, Ids, frozen
from watchlist.domain.instants import Instant


class Level(StrEnum):
    """How little it takes to be marked: loose marks the fewest participants, strict the most."""

    LOOSE = "loose"
    NORMAL = "normal"
    STRICT = "strict"


class Indicator(StrEnum):
    """The patterns that are looked for; the text is their name on screen."""

    LOCKSTEP = "lockstep"
    CROWD = "one-day crowd"
    CLOCKWORK = "clockwork"
    SAME_SIZE = "same size"
    BACK_AND_FORTH = "back and forth"
    FUNDER = "common funder"
    DIGITS = "first digits"


@dataclass(frozen=True, slots=True, eq=False)
class PatternGroup:
    """Participants that show one pattern together.

    ``reason`` is a sentence with the evidence in it; ``facts`` are the same numbers by name. ``columns`` are numbers
    per member, each as long as ``members``; a partner's id is among them for pairs.
    """

    indicator: Indicator
    members: Ids
    reason: str
    facts: tuple[tuple[str, float], ...] = ()
    columns: tuple[tuple[str, Floats], ...] = ()
    stream: str = ""

    def __post_init__(self) -> None:
        frozen(self.members)
        for _, column in self.columns:
            frozen(column)

    def __len__(self) -> int:
        return len(self.members)


@dataclass(frozen=True, slots=True)
class DigitsNote:
    """How far the first digits of a stream's amounts are from Benford's law; marks nobody.

    ``distance`` is half the sum of the absolute differences of the nine shares, ``p_value`` Pearson's chi-square with
    eight degrees of freedom.
    """

    stream: str
    n: int
    shares: tuple[float, ...]
    expected: tuple[float, ...]
    distance: float
    p_value: float


@dataclass(frozen=True, slots=True)
class Unchecked:
    """An indicator that could not look at something, and why. ``stream`` is empty for the network as a whole."""

    indicator: Indicator
    reason: str
    stream: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class PatternReport:
    """All that was found in a network up to a horizon at one level; ``checked`` counts the participants looked at."""

    network: str
    level: Level
    horizon: Instant | None
    checked: int
    groups: tuple[PatternGroup, ...]
    marked: Ids
    notes: tuple[DigitsNote, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()

    def __post_init__(self) -> None:
        frozen(self.marked)

    def marked_by(self, indicator: Indicator) -> Ids:
        """Return the participants that one indicator marked, in ascending order."""
        parts = [group.members for group in self.groups if group.indicator is indicator]
        return np.unique(np.concatenate(parts)).astype(np.int32) if parts else np.empty(0, np.int32)

    def reasons(self, participant: int) -> tuple[str, ...]:
        """Return why a participant is marked; empty for one that is not."""
        return tuple(group.reason for group in self.groups if np.any(group.members == participant))

    def share(self) -> float | None:
        """Return the marked share of the participants that were looked at; None where nobody was."""
        return len(self.marked) / self.checked if self.checked else None
