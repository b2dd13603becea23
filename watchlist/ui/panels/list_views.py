"""How a list is looked at: columns, widths, sorting, filter. Views that the user named are kept among the documents."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from watchlist.domain import requests as ask
from watchlist.domain.messages import ListsChanged
from watchlist.ui.models.watch_columns import WatchColumn, column_of
from watchlist.ui.models.watch_filter import Filter

if TYPE_CHECKING:
    from watchlist.bridge.hub import Hub
    from watchlist.domain.answers import Json

TABLE = "views"


@dataclass(frozen=True, slots=True)
class ListView:
    """One way to look at a list."""

    columns: tuple[str, ...]
    widths: Mapping[str, int] = field(default_factory=dict)
    sorted_by: str = ""
    falling: bool = False
    filter: Filter = field(default_factory=Filter)
    sectioned: bool = True

    def known_columns(self) -> list[WatchColumn]:
        """Return the columns that there still are."""
        found = [column_of(key) for key in self.columns]
        return [column for column in found if column is not None]

    def as_json(self) -> Json:
        """Return the view as plain data."""
        return {
            "columns": list(self.columns),
            "widths": dict(self.widths),
            "sorted_by": self.sorted_by,
            "falling": self.falling,
            "text": self.filter.text,
            "states": dict(self.filter.states),
            "sectioned": self.sectioned,
        }

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> ListView:
        """Return a view from plain data; what cannot be understood is as it is at first."""
        columns, widths, states = kept.get("columns"), kept.get("widths"), kept.get("states")
        return cls(
            tuple(str(key) for key in columns) if isinstance(columns, list) else (),
            {str(key): one for key, one in widths.items() if isinstance(one, int)} if isinstance(widths, dict) else {},
            str(kept.get("sorted_by", "")),
            bool(kept.get("falling", False)),
            Filter(
                str(kept.get("text", "")),
                {str(key): bool(one) for key, one in states.items()} if isinstance(states, dict) else {},
            ),
            bool(kept.get("sectioned", True)),
        )


class Views(QObject):
    """The named views of all lists, followed as they change."""

    def __init__(self, hub: Hub, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hub = hub
        self._entries: dict[str, Json] = {}
        hub.changed.connect(self._hear)
        self._ask()

    def of_list(self, list_id: str) -> list[tuple[str, str, ListView]]:
        """Return id, name and view of each view of a list, by name."""
        found = [
            (key, str(entry.get("title", "")), ListView.from_json(entry))
            for key, entry in self._entries.items()
            if entry.get("list") == list_id
        ]
        return sorted(found, key=lambda one: one[1].casefold())

    def keep(self, list_id: str, title: str, view: ListView) -> None:
        """Keep a view under a name; one of the same name is replaced."""
        same = [key for key, name, _view in self.of_list(list_id) if name == title]
        entry = {**view.as_json(), "list": list_id, "title": title}
        self._hub.ask(ask.SaveDocument(TABLE, same[0] if same else uuid.uuid4().hex[:8], entry), self._ask)

    def remove(self, key: str) -> None:
        """Forget a view."""
        self._hub.ask(ask.SaveDocument(TABLE, key, None), self._ask)

    def _ask(self, _done: object = None) -> None:
        self._hub.ask(ask.Documents(TABLE), self._know, lambda _error: None)

    def _know(self, entries: dict[str, Json]) -> None:
        self._entries = entries

    def _hear(self, message: object) -> None:
        if isinstance(message, ListsChanged) and message.what == TABLE:
            self._ask()
