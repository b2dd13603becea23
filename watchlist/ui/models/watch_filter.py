"""Which rows of the watchlist are shown: words that must or must not occur, and states that must or must not hold.

A word with a minus in front must not occur: "-simulated" hides the simulated ones. Pure; changes no row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from watchlist.domain.answers import WatchRow
from watchlist.ui.models.watch_flags import FAR, flag_words


@dataclass(frozen=True, slots=True)
class Filter:
    """Words and states; ``states`` maps a state to whether it must hold (True) or must not (False)."""

    text: str = ""
    states: Mapping[str, bool] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.text.strip() or self.states)

    def accepts(self, row: WatchRow) -> bool:
        """Return whether a row is shown."""
        for state, wanted in self.states.items():
            if state in STATES and STATES[state][1](row) is not wanted:
                return False
        parts = self.text.casefold().split()
        if not parts:
            return True
        said = searchable(row)
        return all(part[1:] not in said if part[0] == "-" and len(part) > 1 else part in said for part in parts)


def searchable(row: WatchRow) -> str:
    """Return everything of a row that a filter looks at, in lower case; states are words too."""
    words = [row.name, row.symbol, row.network, row.kind.value, row.group, row.note, *row.tags, *flag_words(row)]
    words += [name for name, (_title, holds) in STATES.items() if holds(row)]
    return " ".join(words).casefold()


def _is_set(row: WatchRow, metric: str) -> bool:
    figure = row.figures.get(metric)
    return figure is not None and bool(figure.value)


def _is_missing(row: WatchRow, metric: str) -> bool:
    figure = row.figures.get(metric)
    return figure is None or figure.value is None


def _diverges(row: WatchRow) -> bool:
    figure = row.figures.get("divergence")
    return figure is not None and figure.value is not None and abs(figure.value) >= FAR


STATES: dict[str, tuple[str, Callable[[WatchRow], bool]]] = {
    "alerting": ("Alerting", lambda row: row.alerts > 0),
    "stale": ("Old data", lambda row: row.stale),
    "hollow": ("Hollow growth", lambda row: _is_set(row, "hollow")),
    "diverging": ("Price and use diverge", _diverges),
    "warning": ("Has warnings", lambda row: row.warnings > 0),
    "no price": ("Without a price", lambda row: _is_missing(row, "price.last")),
    "simulated": ("Simulated", lambda row: row.simulated),
}
"""States by key, with their titles; titles are translated where they are shown (context "states")."""
