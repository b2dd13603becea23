"""Opens the house, runs one word in it, and turns what goes wrong into a sentence and an exit status."""

from __future__ import annotations

import asyncio
import sys
import time
from typing import TYPE_CHECKING

from watchlist import about
from watchlist.domain.errors import InputError, WatchlistError
from watchlist.domain.messages import Message, Notice, Progress, Severity
from watchlist.settings.redaction import REDACTION
from watchlist.settings.values import Settings, documentation, parse_assignments
from watchlist.terminal import kept_list

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from watchlist.settings.paths import Paths

UNHEARD = frozenset({"show", "verify", "compare"})


def run(given: argparse.Namespace, paths: Paths) -> int:
    """Do what a word says; return the exit status: 2 for what the user has to change, 1 for other faults."""
    if given.word == "settings":
        sys.stdout.write(documentation())
        return 0
    try:
        overrides = parse_assignments(given.set)
        if given.offline:
            overrides["offline"] = True
        paths.make()
        if given.word == "restore":
            from watchlist.terminal.keeping import restore

            return restore(given, paths.archive, paths.documents)
        return asyncio.run(_run(given, paths, Settings(paths.settings_file, overrides)))
    except InputError as error:
        return _refused(2, error)
    except (WatchlistError, OSError) as error:
        return _refused(1, error)


def _refused(status: int, error: Exception) -> int:
    sys.stderr.write(f"{about.PACKAGE}: {REDACTION.clean(str(error))}\n")
    return status


async def _run(given: argparse.Namespace, paths: Paths, settings: Settings) -> int:
    from watchlist.services.opening import open_house
    from watchlist.terminal.words import WORDS, Shown

    wants_demo = given.word == "demo" or bool(getattr(given, "demo", False))
    listen = _teller(quiet=given.quiet or given.word in UNHEARD)
    given.shown = Shown()
    async with open_house(paths, settings.get, settings.set, listen, scheduled=False, demo=wants_demo) as desk:
        status = await WORDS[given.word](given, desk)
    if given.shown.table is not None and not given.set:
        hours = int(settings.get("stale_after_hours"))
        kept_list.save(paths, given.shown.asked, given.shown.table, hours, time.time_ns())
    return status


def _teller(*, quiet: bool) -> Callable[[Message], None]:
    """Return who hears the program's messages: warnings always, progress where a person watches."""
    lively = sys.stderr.isatty() and not quiet

    def tell(message: Message) -> None:
        if isinstance(message, Notice) and message.severity is not Severity.INFO:
            sys.stderr.write(f"{message.title}: {message.body}\n")
        elif lively and isinstance(message, Progress):
            total = f" of {message.total:,}" if message.total is not None else ""
            end = "\r\x1b[K" if message.over else ""
            sys.stderr.write(f"\r\x1b[K{message.title}: {message.done:,}{total} {message.unit}{end}")
            sys.stderr.flush()

    return tell
