"""The task boundary: one of the two places where any exception ends. The other is the crash hook."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from watchlist.domain.errors import Cancelled

Bring = Callable[[Any, BaseException | None], None]


def boundary(ask: Callable[[Any], Awaitable[Any]], request: object, bring: Bring) -> Callable[[], Awaitable[None]]:
    """Return a task that asks and brings either the answer or the error; runs in the loop's thread."""

    async def work() -> None:
        try:
            answer = await ask(request)
        except asyncio.CancelledError:
            bring(None, Cancelled("the work was cancelled"))
            raise
        except Exception as error:  # noqa: BLE001 - the task boundary
            bring(None, error)
        else:
            bring(answer, None)

    return work
