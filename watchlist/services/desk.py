"""The one counter where windows and terminals ask: finds the use case that answers a request. Never answers itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias, TypeVar, cast

from watchlist.domain.requests import Request
from watchlist.services.house import House

AnswerT = TypeVar("AnswerT")
Handler: TypeAlias = Callable[[House, Any], Awaitable[Any]]


class Desk:
    """Hands each request to the handler that was registered for its type."""

    def __init__(self, house: House, *tables: Mapping[type, Handler]) -> None:
        self._house = house
        self._handlers: dict[type, Handler] = {}
        for table in tables:
            twice = self._handlers.keys() & table.keys()
            if twice:
                raise ValueError(f"two handlers for {sorted(kind.__name__ for kind in twice)}")
            self._handlers.update(table)

    @property
    def house(self) -> House:
        """What the services share."""
        return self._house

    def answers(self) -> frozenset[type]:
        """Return the request types that have a handler."""
        return frozenset(self._handlers)

    async def ask(self, request: Request[AnswerT]) -> AnswerT:
        """Answer a request. Raises what its use case raises, KeyError for a request that nobody answers."""
        handler = self._handlers[type(request)]
        return cast("AnswerT", await handler(self._house, request))
