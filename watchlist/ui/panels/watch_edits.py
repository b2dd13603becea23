"""Edits of lists and documents as commands that can be undone. Each keeps what was before and what is after."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from watchlist.domain import requests as ask

if TYPE_CHECKING:
    from watchlist.bridge.hub import Hub
    from watchlist.domain.answers import Json, WatchList

Lists = tuple["WatchList", ...]


class ListEdit(QUndoCommand):
    """One edit of the lists."""

    def __init__(self, title: str, before: Lists, after: Lists, save: Callable[[Lists], None]) -> None:
        super().__init__(title)
        self._before, self._after, self._save = before, after, save

    def redo(self) -> None:
        self._save(self._after)

    def undo(self) -> None:
        self._save(self._before)


class DocumentEdit(QUndoCommand):
    """One edit of entries of a table of the user's documents; None stands for no entry."""

    def __init__(
        self, title: str, hub: Hub, table: str, before: Mapping[str, Json | None], after: Mapping[str, Json | None]
    ) -> None:
        super().__init__(title)
        self._hub, self._table = hub, table
        self._before, self._after = dict(before), dict(after)

    def redo(self) -> None:
        self._put(self._after)

    def undo(self) -> None:
        self._put(self._before)

    def _put(self, entries: Mapping[str, Json | None]) -> None:
        for key, value in entries.items():
            self._hub.ask(ask.SaveDocument(self._table, key, value), lambda _none: None)
