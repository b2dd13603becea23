"""The program without a window: ``main`` understands every word but the window's own. Must never import Qt.

The shared options stand before the word, as ``watchlist.__main__`` hands them over.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from pathlib import Path

from watchlist import about
from watchlist.domain.answers import RefreshReport, WatchTable
from watchlist.domain.errors import InputError, WatchlistError
from watchlist.domain.messages import Message, Notice, Severity
from watchlist.settings.paths import Paths
from watchlist.settings.values import Settings, documentation, parse_assignments


def parser() -> argparse.ArgumentParser:
    """Return the parser of all words."""
    made = argparse.ArgumentParser(prog=about.PACKAGE, description=about.SUMMARY)
    made.add_argument("--data-dir", type=Path, metavar="FOLDER")
    made.add_argument("--set", action="append", default=[], metavar="KEY=VALUE")
    made.add_argument("--offline", action="store_true")
    made.add_argument("--log-level", choices=("debug", "info", "warning", "error"), default="warning")
    words = made.add_subparsers(dest="word", metavar="command", required=True)
    words.add_parser("settings", help="list every setting, its default and what it takes")
    summary = words.add_parser("summary", help="refresh, then print the watchlist")
    summary.add_argument("--demo", action="store_true", help="with the simulated networks")
    demo = words.add_parser("demo", help="open the window on the simulated networks")
    demo.add_argument("--refresh", action="store_true", help="fill the data folder without a window, then leave")
    return made


def main(argv: list[str]) -> int:
    """Do what the words say; return the exit status."""
    given = parser().parse_args(argv)
    if given.word == "settings":
        sys.stdout.write(documentation())
        return 0
    try:
        overrides = parse_assignments(given.set)
        if given.offline:
            overrides["offline"] = True
        paths = Paths(given.data_dir)
        paths.make()
        settings = Settings(paths.settings_file, overrides)
        return asyncio.run(_summary(paths, settings, demo=given.word == "demo" or given.demo))
    except InputError as error:
        sys.stderr.write(f"{about.PACKAGE}: {error}\n")
        return 2
    except (WatchlistError, OSError) as error:
        sys.stderr.write(f"{about.PACKAGE}: {error}\n")
        return 1
    except KeyboardInterrupt:
        return 130


async def _summary(paths: Paths, settings: Settings, *, demo: bool) -> int:
    from watchlist.domain.requests import ListTable, Refresh
    from watchlist.services.opening import open_house

    async with open_house(paths, settings.get, settings.set, _say, scheduled=False, demo=demo) as desk:
        try:
            report: RefreshReport | None = await desk.ask(Refresh(all_due=True))
        except WatchlistError as error:
            report = None
            sys.stderr.write(f"Not refreshed: {error}\n")
        table: WatchTable = await desk.ask(ListTable())
    for line in _lines(table):
        sys.stdout.write(f"{line}\n")
    if report is not None:
        sys.stdout.write(f"\n{len(report.outcomes)} sources asked, {report.firings} alerts came true.\n")
    sys.stdout.write(f"The data lies in {paths.data}\n")
    return 0


def _say(message: Message) -> None:
    if isinstance(message, Notice) and message.severity is not Severity.INFO:
        sys.stderr.write(f"{message.title}: {message.body}\n")


def _lines(table: WatchTable) -> list[str]:
    """Return the watchlist as aligned text; a simulated network says so."""
    if not table.rows:
        return ["No networks yet."]
    wide = max(len(row.name) for row in table.rows)
    lines = [table.title]
    for row in table.rows:
        values = (f"{key} {figure.value:.4g}" for key, figure in row.figures.items() if figure.value is not None)
        mark = "  SIMULATED" if row.simulated else ""
        lines.append(f"{row.name:<{wide}}  {'  '.join(list(values)[:6])}{mark}".rstrip())
    return lines
