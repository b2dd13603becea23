"""What each word of the command line does with the desk. Prints, never decides; exit status by outcome."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from watchlist.domain import requests as ask
from watchlist.domain.errors import InputError
from watchlist.domain.fetches import GOOD
from watchlist.domain.instants import iso
from watchlist.terminal import bringing, keeping, show
from watchlist.terminal.output import Cell, Column, table, wants_colour, width_of, write

if TYPE_CHECKING:
    from argparse import Namespace

    from watchlist.domain.answers import RefreshReport, WatchTable
    from watchlist.services.desk import Desk

Word: TypeAlias = Callable[["Namespace", "Desk"], Awaitable[int]]


class Shown(NamedTuple):
    """The list that was printed, by the id that was asked for; a smart list is found anew each time."""

    asked: str = ""
    table: WatchTable | None = None


GOOD_END, FAILED, NOTHING_KNOWN, FIRED = 0, 1, 2, 10


async def show_list(given: Namespace, desk: Desk) -> int:
    """Print a list, once or whenever a minute has passed."""
    while True:
        if given.snapshot:
            found = await desk.ask(ask.SnapshotTable(keeping.absolute(given.snapshot)))
            given.watch = 0.0
        else:
            found = await desk.ask(ask.ListTable(given.list))
            is_smart = any(one.smart for one in await desk.ask(ask.Lists()) if one.id == found.list_id)
            given.shown = Shown(given.list, None if is_smart else found)
        show.print_list(found, as_json=given.json, as_csv=given.csv)
        if not given.watch:
            return GOOD_END
        await asyncio.sleep(given.watch)


async def refresh(given: Namespace, desk: Desk) -> int:
    """Pull what is due, or everything; 1 where a source failed."""
    report = await desk.ask(ask.Refresh(tuple(given.network), given.all))
    if not given.quiet:
        print_report(report)
    return GOOD_END if all(one.outcome in GOOD for one in report.outcomes) else FAILED


async def check(given: Namespace, desk: Desk) -> int:
    """Refresh, evaluate the rules, print what fired; 10 where something did, 1 where a source failed."""
    status = GOOD_END
    before = time.time_ns() // 1000
    if not given.no_refresh:
        report = await desk.ask(ask.Refresh())
        status = GOOD_END if all(one.outcome in GOOD for one in report.outcomes) else FAILED
    await desk.ask(ask.CheckAlerts())
    fired = [one for one in await desk.ask(ask.Firings(limit=1000)) if one.noticed >= before]
    for one in fired:
        late = f"  (noticed {iso(one.noticed)[:16]})" if one.caught_up else ""
        write([f"{iso(one.came_true)[:16]}  {one.sentence}{late}"])
    return FIRED if fired else status


async def networks(given: Namespace, desk: Desk) -> int:
    """List, add, remove, validate networks, or show what rests on which source."""
    if given.action == "add":
        text = await asyncio.to_thread(_text_of, given.what) if given.what.endswith(".toml") else ""
        added = await desk.ask(ask.AddNetwork("" if text else given.what, text))
        write([f"Added {added.name} ({added.id})"])
    elif given.action == "remove":
        await desk.ask(ask.RemoveNetwork(given.what))
    elif given.action == "validate":
        text = await asyncio.to_thread(_text_of, given.what)
        checked = await desk.ask(ask.CheckNetworkFile(text, given.what))
        write([f"{given.what}: {checked.name}, {len(checked.streams)} streams, {len(checked.series)} series, no fault"])
    elif given.action == "coverage":
        await _coverage(given.what, desk)
    else:
        await _known(desk)
    return GOOD_END


def _text_of(name: str) -> str:
    try:
        return Path(name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise InputError("file", "the file is not UTF-8 text") from None


async def _known(desk: Desk) -> None:
    watched = {one.id for one in await desk.ask(ask.Networks())}
    rows = [
        [
            Cell(one.id),
            Cell(one.name),
            Cell(one.symbol),
            Cell("simulated" if one.simulated else "own" if one.own else "shipped", "muted"),
            Cell("yes" if one.id in watched else ""),
            Cell(one.warnings[0].text if one.warnings else "", "warning"),
        ]
        for one in await desk.ask(ask.ShippedNetworks())
    ]
    columns = (
        Column("Id"),
        Column("Name"),
        Column("Symbol"),
        Column("From"),
        Column("On a list"),
        Column("Warning", rank=9),
    )
    write(table(columns, rows, width=width_of(sys.stdout), colour=wants_colour(sys.stdout)))


async def _coverage(network: str, desk: Desk) -> None:
    rows = [
        [
            Cell(cell.network),
            Cell(cell.what),
            Cell(", ".join(cell.sources)),
            Cell(f"{iso(cell.spans[0][0])[:10]} … {iso(cell.spans[-1][1])[:10]}" if cell.spans else ""),
            Cell(f"{cell.count:,}" if cell.spans else ""),
            Cell(cell.state, "" if cell.state == "read" else "warning"),
            Cell(cell.note, "muted"),
        ]
        for cell in await desk.ask(ask.Coverage(network))
    ]
    columns = (
        Column("Network"),
        Column("Data"),
        Column("Sources", rank=2),
        Column("Read"),
        Column("Rows", right=True, rank=1),
        Column("State"),
        Column("Note", rank=9),
    )
    write(table(columns, rows, width=width_of(sys.stdout), colour=wants_colour(sys.stdout)))


async def key(given: Namespace, desk: Desk) -> int:
    """List, set (from standard input), test or remove a key. A key is never an argument and never printed."""
    if given.action == "list":
        rows = [
            [Cell(name), Cell(title), Cell("set" if there else "", "up"), Cell(place, "muted")]
            for name, title, there, place in await desk.ask(ask.KeyStates())
        ]
        columns = (Column("Name"), Column("For"), Column("State"), Column("Kept in"))
        write(table(columns, rows, width=width_of(sys.stdout), colour=wants_colour(sys.stdout)))
        return GOOD_END
    if not given.name:
        raise InputError("name", "say which key; the list shows the names")
    if given.action == "set":
        value = getpass(f"{given.name}: ") if sys.stdin.isatty() else sys.stdin.readline()
        await desk.ask(ask.SetKey(given.name, value.strip()))
        write([f"The key {given.name} is kept."])
    elif given.action == "remove":
        await desk.ask(ask.SetKey(given.name, ""))
        write([f"The key {given.name} is removed."])
    else:
        write([await desk.ask(ask.TestKey(given.name))])
    return GOOD_END


async def bring_in(given: Namespace, desk: Desk) -> int:
    """Import a CSV or Parquet file with a column mapping, or the commits of a checkout."""
    if given.form in bringing.FORMS:
        return await bringing.FORMS[given.form](given, desk)
    if not given.network:
        raise InputError("--network", "say which network the data belongs to")
    mapping = tuple(tuple(one.split("=", 1)) for one in given.map)
    if any(len(pair) != 2 for pair in mapping):
        raise InputError("--map", "write it as part=column, for example time=date")
    if given.form in {"csv", "parquet"} and not mapping:
        look = await desk.ask(ask.PreviewFile(given.path, given.form))
        guess = " ".join(f"--map {part}={column}" for part, column in look.guess)
        write([f"{look.count:,} rows; columns: {', '.join(look.columns)}", f"A guess at the mapping: {guess}"])
        return NOTHING_KNOWN
    pairs = tuple((pair[0], pair[1]) for pair in mapping)
    report = await desk.ask(ask.ImportFile(given.path, given.network, given.form, pairs, given.preview))
    write([f"{report.rows:,} rows, {report.new:,} new, {report.skipped:,} left out ({report.network}/{report.what})"])
    write([f"  {count:,}: {reason}" for reason, count in report.reasons])
    return GOOD_END


async def doctor(_given: Namespace, desk: Desk) -> int:
    """Check both stores, repair what can be repaired; 1 where something stays broken."""
    findings = await desk.ask(ask.Doctor())
    write([f"{one.what}: {one.detail}" + (" (repaired)" if one.repaired else "") for one in findings] or ["No fault."])
    return FAILED if any(one.severity == "error" and not one.repaired for one in findings) else GOOD_END


async def demo(given: Namespace, desk: Desk) -> int:
    """Fill the data folder with the simulated networks through the whole path."""
    report = await desk.ask(ask.Refresh(all_due=True))
    show.as_table(await desk.ask(ask.ListTable()))
    if not given.quiet:
        write([f"The data lies in {desk.house.folder}"])
    return GOOD_END if all(one.outcome in GOOD for one in report.outcomes) else FAILED


async def summary(given: Namespace, desk: Desk) -> int:
    """Do the main job without a window: refresh, table, alerts that came true, where everything lies."""
    if not desk.house.setting("offline"):
        report = await desk.ask(ask.Refresh(all_due=given.demo))
        failed = [one for one in report.outcomes if one.outcome not in GOOD]
        if failed:
            write([f"{len(failed)} of {len(report.outcomes)} pulls failed; `refresh` says why."])
    show.as_table(await desk.ask(ask.ListTable()))
    fired = await desk.ask(ask.Firings(unread=True, limit=20))
    write(
        ["", "Alerts that came true:", *(f"  {iso(one.came_true)[:10]}  {one.sentence}" for one in fired)]
        if fired
        else []
    )
    frozen = f"Snapshots lie in {desk.house.folder / 'snapshots'}"
    if (await desk.ask(ask.ListTable())).rows:
        made = await desk.ask(ask.MakeSnapshot())
        frozen = f"Snapshot: {made.path}"
    write(["", frozen, f"The data lies in {desk.house.folder}"])
    return GOOD_END


def print_report(report: RefreshReport) -> None:
    """Print how each source did."""
    rows = [
        [
            Cell(one.source),
            Cell(one.network),
            Cell(one.what),
            Cell(one.outcome.value, "" if one.outcome in GOOD else "down"),
            Cell(f"{one.new:,}" if one.new else ""),
            Cell(f"{one.revised:,}" if one.revised else ""),
            Cell(one.note, "muted"),
        ]
        for one in report.outcomes
    ]
    columns = (
        Column("Source"),
        Column("Network"),
        Column("Data"),
        Column("Outcome"),
        Column("New", right=True),
        Column("Revised", right=True, rank=2),
        Column("In words", rank=9),
    )
    if rows:
        write(table(columns, rows, width=width_of(sys.stdout), colour=wants_colour(sys.stdout)))
    seconds = (report.ended - report.started) / 1e6
    write([f"{len(rows)} pulls, {report.requests} requests, {report.firings} alerts came true, {seconds:.1f} s"])


WORDS: Mapping[str, Word] = {
    "show": show_list,
    "refresh": refresh,
    "check": check,
    "networks": networks,
    "key": key,
    "import": bring_in,
    "doctor": doctor,
    "demo": demo,
    "summary": summary,
    **keeping.WORDS,
}
