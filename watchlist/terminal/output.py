"""Text on a terminal: aligned tables, colours where they are wanted, spark lines. Must never import Qt."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple, TextIO

BARS = "▁▂▃▄▅▆▇█"
RESET = "\x1b[0m"
COLOURS = {"up": "\x1b[32m", "down": "\x1b[31m", "muted": "\x1b[2m", "bold": "\x1b[1m", "warning": "\x1b[33m"}


class Cell(NamedTuple):
    """A text and the name of its colour."""

    text: str
    colour: str = ""


class Column(NamedTuple):
    """A title, the side on which its cells stand, and how soon it is left out where the line is too narrow."""

    title: str
    right: bool = False
    rank: int = 0


def wants_colour(stream: TextIO) -> bool:
    """Return whether colour codes may be written: a terminal, and nobody said otherwise."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return bool(os.environ.get("FORCE_COLOR")) or stream.isatty()


def width_of(stream: TextIO) -> int:
    """Return how many columns fit; a pipe has no end."""
    return shutil.get_terminal_size((100, 24)).columns if stream.isatty() else 10_000


def spark(values: Sequence[float], most: int = 16) -> str:
    """Return values as a line of small bars, the newest at the right."""
    if len(values) < 2:
        return ""
    step = max(1, len(values) // most)
    shown = list(values)[::-1][::step][:most][::-1]
    low, high = min(shown), max(shown)
    size = (high - low) or 1.0
    return "".join(BARS[min(int((value - low) / size * len(BARS)), len(BARS) - 1)] for value in shown)


def cells_wide(text: str) -> int:
    """Return how many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def table(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], *, width: int, colour: bool) -> list[str]:
    """Return the lines of a table that fits: columns with the highest rank go first, then the first one is cut."""
    keep = list(range(len(columns)))
    widths = [
        max([cells_wide(column.title), *(cells_wide(row[at].text) for row in rows)])
        for at, column in enumerate(columns)
    ]
    while len(keep) > 2 and _total(widths, keep) > width:
        keep.remove(max(keep[1:], key=lambda at: (columns[at].rank, at)))
    if _total(widths, keep) > width and keep:
        widths[keep[0]] = max(6, widths[keep[0]] - (_total(widths, keep) - width))
    lines = [_line([Cell(columns[at].title, "muted") for at in keep], columns, widths, keep, colour=colour)]
    lines += [_line([row[at] for at in keep], columns, widths, keep, colour=colour) for row in rows]
    return lines


def write(lines: Sequence[str], stream: TextIO | None = None) -> None:
    """Write lines; a reader that went away (``| head``) ends the program quietly."""
    out = stream or sys.stdout
    try:
        for line in lines:
            out.write(line + "\n")
        out.flush()
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - the interpreter flushes it at exit
        raise SystemExit(0) from None


def _total(widths: Sequence[int], keep: Sequence[int]) -> int:
    return sum(widths[at] for at in keep) + 2 * (len(keep) - 1)


def _line(
    cells: Sequence[Cell], columns: Sequence[Column], widths: Sequence[int], keep: Sequence[int], *, colour: bool
) -> str:
    parts: list[str] = []
    for cell, at in zip(cells, keep, strict=True):
        text = cell.text if cells_wide(cell.text) <= widths[at] else cell.text[: max(1, widths[at] - 1)] + "…"
        space = " " * (widths[at] - cells_wide(text))
        shown = f"{COLOURS[cell.colour]}{text}{RESET}" if colour and cell.colour else text
        parts.append(space + shown if columns[at].right else shown + space)
    return "  ".join(parts).rstrip()
