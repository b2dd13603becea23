"""The flags of a watchlist's row as words: hollow growth, and price ahead of or behind participation."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from watchlist.domain.answers import WatchRow

FAR = 3.5
"""From so many of its usual deviations on, the distance of price and participation is a flag."""


def flag_words(row: WatchRow) -> list[str]:
    """Return the flags of a row as words."""
    found: list[str] = []
    hollow = row.figures.get("hollow")
    if hollow is not None and hollow.value:
        found.append(QCoreApplication.translate("flags", "hollow"))
    divergence = row.figures.get("divergence")
    if divergence is not None and divergence.value is not None and abs(divergence.value) >= FAR:
        ahead = divergence.value > 0
        found.append(
            QCoreApplication.translate("flags", "price ahead")
            if ahead
            else QCoreApplication.translate("flags", "price behind")
        )
    return found
