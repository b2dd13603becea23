"""The one counter where windows and terminals ask: finds the use case that answers a request. Never answers itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias, TypeVar, cast

from watchlist.domain.requests import Request
from watchlist.services.house import House

AnswerT = TypeVar("AnswerT")
Handler: TypeAlias = Callable[[House, Any], Awaitable[Any]]


class Desk:
    """Hands each request to the handler of its type, which a table may import only then."""

    def __init__(self, house: House, *tables: Mapping[type, Handler]) -> None:
        self._house = house
        self._tables: dict[type, Mapping[type, Handler]] = {}
        for table in tables:
            twice = self._tables.keys() & table.keys()
            if twice:
                raise ValueError(f"two handlers for {sorted(kind.__name__ for kind in twice)}")
            self._tables.update(dict.fromkeys(table, table))

    @property
    def house(self) -> House:
        """What the services share."""
        return self._house

    def answers(self) -> frozenset[type]:
        """Return the request types that have a handler."""
        return frozenset(self._tables)

    async def ask(self, request: Request[AnswerT]) -> AnswerT:
        """Answer a request. Raises what its use case raises, KeyError for a request that nobody answers."""
        kind = type(request)
        handler = self._tables[kind][kind]
        return cast("AnswerT", await handler(self._house, request))
