"""Importing what is no data: rules, network files, and the lists of other programs, each symbol chosen by the user."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from watchlist.domain import requests as ask
from watchlist.domain.errors import InputError
from watchlist.terminal.keeping import absolute
from watchlist.terminal.output import write

if TYPE_CHECKING:
    from argparse import Namespace

    from watchlist.domain.answers import Candidate
    from watchlist.domain.keepsakes import ListedSymbol
    from watchlist.services.desk import Desk

Word: TypeAlias = Callable[["Namespace", "Desk"], Awaitable[int]]
GOOD_END, NOT_ALL = 0, 2


async def rules(given: Namespace, desk: Desk) -> int:
    """Import rules that were exported before."""
    text = await asyncio.to_thread(text_of, given.path)
    count = await desk.ask(ask.ImportRules(text))
    write([f"{count:,} rules are kept."])
    return GOOD_END


async def network(given: Namespace, desk: Desk) -> int:
    """Import a network file, or only check it."""
    text = await asyncio.to_thread(text_of, given.path)
    checked = await desk.ask(ask.CheckNetworkFile(text, given.path))
    if not given.preview:
        checked = await desk.ask(ask.AddNetwork(text=text))
    write([f"{checked.name} ({checked.id}): {len(checked.streams)} streams, {len(checked.series)} series"])
    return GOOD_END


async def listed(given: Namespace, desk: Desk) -> int:
    """Import another program's list: for each symbol the user says which asset it is, or leaves it out."""
    found = await desk.ask(ask.ReadListFile(absolute(given.path), given.online))
    write([f"{found.form}: {len(found.symbols)} symbols"])
    write([f"  line {line} is left out: {reason}" for line, reason in found.left_out])
    added = 0
    for one in found.symbols:
        write(_choices(one))
        chosen = None if given.preview else await asyncio.to_thread(_choose, one)
        if chosen is not None:
            network_added = await desk.ask(ask.AddNetwork(candidate=chosen))
            write([f"  added {network_added.name} ({network_added.id})"])
            added += 1
    if not given.preview:
        write([f"{added} of {len(found.symbols)} were added."])
    return GOOD_END if added or given.preview else NOT_ALL


def _choices(one: ListedSymbol) -> list[str]:
    head = " · ".join(part for part in (one.symbol, one.name, one.identity) if part)
    lines = [
        f"  {at}  {each.name} {each.symbol}, {each.kind.value}, says {each.origin}"
        + (f" – {each.warning}" if each.warning else "")
        for at, each in enumerate(one.candidates, 1)
    ]
    return [head, *(lines or ["  nothing was found; try --online, or add it by contract"])]


def _choose(one: ListedSymbol) -> Candidate | None:
    """Return what the user chose; an end of input or an empty line leaves the symbol out."""
    if not one.candidates:
        return None
    sys.stderr.write(f"Which one is {one.symbol or one.identity}? (number, empty leaves it out) ")
    sys.stderr.flush()
    answer = sys.stdin.readline().strip()
    if not answer:
        return None
    if not answer.isdigit() or not 1 <= int(answer) <= len(one.candidates):
        raise InputError("choice", f"has to be a number from 1 to {len(one.candidates)}")
    candidate: Candidate = one.candidates[int(answer) - 1]
    return candidate


def text_of(name: str) -> str:
    """Return a text file. Raises InputError, OSError."""
    try:
        return Path(name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise InputError("file", "the file is not UTF-8 text") from None


FORMS: Mapping[str, Word] = {"rules": rules, "network": network, "list": listed}
