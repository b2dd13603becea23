"""The program without a window: understands every word but the window's own, opens the house, runs the word.

The shared options stand before the word, as ``watchlist.__main__`` hands them over. Must never import Qt.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
from typing import TYPE_CHECKING

from watchlist import about
from watchlist.domain.errors import InputError, WatchlistError
from watchlist.domain.messages import Message, Notice, Progress, Severity
from watchlist.settings.paths import Paths
from watchlist.settings.redaction import REDACTION
from watchlist.settings.values import Settings, documentation, parse_assignments
from watchlist.terminal.parser import parser

if TYPE_CHECKING:
    from collections.abc import Callable


def main(argv: list[str]) -> int:
    """Do what the words say; return the exit status."""
    made = parser()
    _offer_completion(made)
    given = made.parse_args(argv)
    if given.word == "settings":
        sys.stdout.write(documentation())
        return 0
    try:
        overrides = parse_assignments(given.set)
        if given.offline:
            overrides["offline"] = True
        paths = Paths(given.data_dir)
        paths.make()
        if given.word == "restore":
            from watchlist.terminal.keeping import restore

            return restore(given, paths.archive, paths.documents)
        return asyncio.run(_run(given, paths, Settings(paths.settings_file, overrides)))
    except InputError as error:
        return _refused(2, error)
    except (WatchlistError, OSError) as error:
        return _refused(1, error)
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped; everything that was stored is whole.\n")
        return 130


def _refused(status: int, error: Exception) -> int:
    sys.stderr.write(f"{about.PACKAGE}: {REDACTION.clean(str(error))}\n")
    return status


async def _run(given: argparse.Namespace, paths: Paths, settings: Settings) -> int:
    from watchlist.services.opening import open_house
    from watchlist.terminal.words import WORDS

    wants_demo = given.word == "demo" or bool(getattr(given, "demo", False))
    listen = _teller(quiet=given.quiet or given.word == "show")
    async with open_house(paths, settings.get, settings.set, listen, scheduled=False, demo=wants_demo) as desk:
        return await WORDS[given.word](given, desk)


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


def _offer_completion(made: argparse.ArgumentParser) -> None:
    """Answer the shell's completion, where it asks; costs nothing otherwise."""
    import os

    if "_ARGCOMPLETE" in os.environ:
        import argcomplete

        argcomplete.autocomplete(made)
