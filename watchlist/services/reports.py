"""A list as a PDF: gathered asset by asset so that it can be watched and stopped, set in a thread of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from watchlist import about
from watchlist.domain import requests as ask
from watchlist.domain.answers import WatchList, WatchRow
from watchlist.domain.errors import InputError
from watchlist.domain.instants import Instant, iso
from watchlist.domain.keepsakes import SnapshotComparison, Written
from watchlist.exports.report import PAPERS, ReportContent, day_text, minute_text, render
from watchlist.exports.snapshot import Snapshot
from watchlist.exports.snapshot_diff import compare
from watchlist.exports.snapshot_reading import read_snapshot
from watchlist.exports.whole_file import write_whole
from watchlist.metrics.catalog import METRICS, parse_selector
from watchlist.services.desk import Handler
from watchlist.services.exporting import attributions, chosen_lists
from watchlist.services.freezing import freeze, sources_of
from watchlist.services.house import House
from watchlist.services.jobs import Job
from watchlist.services.lists import table_of
from watchlist.services.number_text import figure_text
from watchlist.services.report_pages import SHOWN, Page, page_of
from watchlist.services.snapshots import known, look
from watchlist.settings.resources import resource

GLANCE = ("price.last", "price.change.30d", "retention.w4", "recurring.3of4", "verification.rate", "quality", "score")
MOST_CHANGES = 16


async def make(house: House, request: ask.MakeReport) -> Written:
    """Write a list as a PDF. Raises InputError, DiskFull, Cancelled."""
    paper = request.paper or str(house.setting("paper"))
    if paper not in PAPERS:
        raise InputError("paper", f"has to be one of {', '.join(PAPERS)}")
    path = Path(request.path)
    if not request.overwrite and await asyncio.to_thread(path.exists):
        raise InputError("path", f"{path} is there already; allow replacing it, or choose another name")
    with Job(house, "report", f"Writing {path.name}", "steps") as job:
        (chosen,) = await house.on_store(chosen_lists, house, (request.list_id,) if request.list_id else ())
        shown = await house.on_store(table_of, house, chosen, SHOWN)
        job.total = len(shown.rows) + 2
        before = await asyncio.to_thread(_snapshot, request.since) if request.since else await _newest(house, chosen)
        now = await house.on_store(lambda: freeze(house, chosen, None, None, job.part(), redact=False, reason="report"))
        changes = compare(before[1], now, look(before[0]), look(before[0])) if before is not None else None
        job.went_on(1)
        since = before[1].manifest.as_of if before is not None else None
        pages = []
        for done, row in enumerate(shown.rows, 2):
            pages.append(await house.on_store(_page, house, row, since))
            job.went_on(done)
        content = await house.on_store(_content, house, chosen, shown.rows, pages, changes, since, paper)
        pdf = await asyncio.to_thread(
            partial(render, content, resource("report", "report.typ"), house.clock(), _fonts())
        )
        job.check()
        await asyncio.to_thread(partial(write_whole, path, pdf, overwrite=request.overwrite))
    return Written(str(path), len(pdf), len(pages), content.attributions)


def _fonts() -> tuple[Path, ...]:
    fonts = resource("fonts")
    return (fonts,) if fonts.is_dir() else ()


def _snapshot(path: str) -> tuple[Path, Snapshot]:
    return Path(path), read_snapshot(Path(path))


async def _newest(house: House, chosen: WatchList) -> tuple[Path, Snapshot] | None:
    """Return the newest earlier snapshot of the list that can be read."""
    now = house.clock()
    for one in await known(house):
        if one.list_id == chosen.id and not one.problem and one.as_of < now and one.reason != "looking back":
            return await asyncio.to_thread(_snapshot, one.path)
    return None


def _page(house: House, row: WatchRow, since: Instant | None) -> Page:
    return page_of(house, house.shelf.get(row.network), row.figures, since, stale=row.stale)


def _content(
    house: House,
    chosen: WatchList,
    rows: tuple[WatchRow, ...],
    pages: list[Page],
    changes: SnapshotComparison | None,
    since: Instant | None,
    paper: str,
) -> ReportContent:
    networks = house.shelf.some(row.network for row in rows)
    lines = sources_of(house, networks, house.clock())
    return ReportContent(
        chosen.title,
        minute_text(house.clock()),
        f"{about.NAME} {about.VERSION}",
        any(row.simulated for row in rows),
        day_text(since) if since is not None else "",
        _changes(changes) if changes is not None else (),
        tuple((_name(row), *(figure_text(key, row.figures[key]).split(" ")[0] for key in GLANCE)) for row in rows),
        tuple(one.pages for one in pages),
        tuple(_meaning(key) for key in dict.fromkeys(parse_selector(one).key for one in SHOWN)),
        tuple(
            (one.title, f"{one.host}{one.path[:48]}", iso(one.at)[:16].replace("T", " ") if one.at else "")
            for one in lines
            if one.host
        )[:60],
        attributions(house, networks),
        paper,
        {name: drawing for one in pages for name, drawing in one.pictures.items()},
    )


def _name(row: WatchRow) -> str:
    return f"{row.name}{' (simulated)' if row.simulated else ''}"


def _meaning(key: str) -> tuple[str, str, str, str]:
    entry = METRICS[key]
    return entry.title, entry.definition, entry.computed, entry.fooled_by


def _changes(found: SnapshotComparison) -> tuple[tuple[str, str, str, str, str], ...]:
    return tuple(
        (
            one.name,
            one.title,
            one.before or figure_text(one.metric, one.old),
            one.after or figure_text(one.metric, one.new),
            "; ".join(one.reasons),
        )
        for one in found.changes[:MOST_CHANGES]
    )


HANDLERS: Mapping[type, Handler] = {ask.MakeReport: make}
