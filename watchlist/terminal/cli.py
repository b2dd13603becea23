"""The program without a window: understands every word but the window's own, opens the house, runs the word.

The shared options stand before the word, as ``watchlist.__main__`` hands them over. Must never import Qt, and imports
what takes long only when a word needs it: a kept list is printed before that.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from watchlist.settings.paths import Paths
from watchlist.terminal.parser import parser

if TYPE_CHECKING:
    import argparse


def main(argv: list[str]) -> int:
    """Do what the words say; return the exit status."""
    made = parser()
    _offer_completion(made)
    given = made.parse_args(argv)
    paths = Paths(given.data_dir)
    if given.word == "show" and not (given.set or given.watch or given.snapshot):
        from watchlist.terminal import kept_list

        kept = kept_list.load(paths, given.list)
        if kept is not None:
            from watchlist.terminal import show

            show.print_list(kept, as_json=given.json, as_csv=given.csv)
            return 0
    try:
        from watchlist.terminal.running import run

        return run(given, paths)
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped; everything that was stored is whole.\n")
        return 130


def _offer_completion(made: argparse.ArgumentParser) -> None:
    """Answer the shell's completion, where it asks; costs nothing otherwise."""
    import os

    if "_ARGCOMPLETE" in os.environ:
        import argcomplete

        argcomplete.autocomplete(made)
