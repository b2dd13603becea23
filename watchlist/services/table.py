"""Which use cases there are: every handler table, in one place, for the desk."""

from __future__ import annotations

from collections.abc import Mapping

from watchlist.services import (
    alarm_requests,
    backtest,
    candidates,
    changes,
    detail,
    exporting,
    history,
    imports,
    jobs,
    keys,
    lists,
    numbers,
    papers,
    refresh,
    source_page,
)
from watchlist.services.desk import Handler

TABLES: tuple[Mapping[type, Handler], ...] = (
    lists.HANDLERS,
    papers.HANDLERS,
    history.HANDLERS,
    numbers.HANDLERS,
    detail.HANDLERS,
    changes.HANDLERS,
    source_page.HANDLERS,
    candidates.HANDLERS,
    imports.HANDLERS,
    keys.HANDLERS,
    refresh.HANDLERS,
    alarm_requests.HANDLERS,
    backtest.HANDLERS,
    jobs.HANDLERS,
    exporting.HANDLERS,
)
