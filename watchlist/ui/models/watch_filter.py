"""Filters and sorts the watchlist without touching it: text, state, and the user's own order as the unsorted one.

A word with a minus in front must not occur: "-simulated" hides the simulated ones.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from watchlist.domain.answers import WatchRow
from watchlist.ui.models.watch_model import SORT, WatchModel, flag_words

STATES = ("alerting", "stale", "simulated", "hollow", "warning")


class WatchFilter(QSortFilterProxyModel):
    """The order and choice of rows that the table shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT)
        self.setDynamicSortFilter(True)
        self._wanted: tuple[str, ...] = ()
        self._unwanted: tuple[str, ...] = ()

    def set_text(self, text: str) -> None:
        """Show rows that hold every word, and none of the words with a minus in front."""
        parts = text.casefold().split()
        self.beginFilterChange()
        self._wanted = tuple(part for part in parts if not part.startswith("-"))
        self._unwanted = tuple(part[1:] for part in parts if part.startswith("-") and len(part) > 1)
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, _parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Return whether a row is shown."""
        if not self._wanted and not self._unwanted:
            return True
        source = self.sourceModel()
        if not isinstance(source, WatchModel):
            return True
        said = searchable(source.rows[row])
        return all(word in said for word in self._wanted) and not any(word in said for word in self._unwanted)

    def lessThan(self, left: QModelIndex | QPersistentModelIndex, right: QModelIndex | QPersistentModelIndex) -> bool:
        """Compare sort keys; missing values stand last in both directions."""
        one, other = left.data(SORT), right.data(SORT)
        if one is None or other is None:
            return False
        if one[0] != other[0]:
            ascending = self.sortOrder() == Qt.SortOrder.AscendingOrder
            return bool(one[0] > other[0]) if ascending else bool(one[0] < other[0])
        return bool(one < other)


def searchable(row: WatchRow) -> str:
    """Return everything of a row that a filter looks at, in lower case; states are words too."""
    states = {
        "alerting": row.alerts > 0,
        "stale": row.stale,
        "simulated": row.simulated,
        "warning": row.warnings > 0,
    }
    words = [row.name, row.symbol, row.network, row.kind.value, row.group, row.note, *row.tags, *flag_words(row)]
    words += [name for name, holds in states.items() if holds]
    return " ".join(words).casefold()
