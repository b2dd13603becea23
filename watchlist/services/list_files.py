"""Reads the lists of other programs: Portfolio Performance (CSV), CoinGecko (CSV) and TradingView (TXT).

A symbol means several assets as often as not, so each is only searched for here; which one it is, the user decides.
"""

from __future__ import annotations

import asyncio
import csv
import io
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from watchlist.domain import requests as ask
from watchlist.domain.answers import Candidate
from watchlist.domain.errors import InputError, WatchlistError
from watchlist.domain.keepsakes import ListedSymbol, ListedSymbols
from watchlist.services.candidates import HANDLERS as SEARCH
from watchlist.services.desk import Handler
from watchlist.services.house import House

LARGEST = 5_000_000
MOST = 500
SYMBOL = ("ticker symbol", "ticker", "symbol", "coin symbol", "tickersymbol", "wkn", "kürzel", "coin")
NAME = ("name", "security name", "wertpapiername", "coin name", "note")
IDENTITY = ("isin", "id", "coin id", "contract", "contract address", "address")
TRADINGVIEW = re.compile(r"^(?:[A-Z0-9_]+:)?[A-Z0-9._!&-]+$", re.IGNORECASE)


def read_list(text: str) -> ListedSymbols:
    """Return the symbols of a list file. Raises InputError where its form is not known."""
    head = next((line for line in text.splitlines() if line.strip()), "")
    if not head:
        raise InputError("path", "the file is empty")
    fields = _split(head)
    named = {one.strip().casefold() for one in fields}
    if len(fields) > 1 and named & {*SYMBOL, *IDENTITY} and not head.startswith("###"):
        return _table(text, "CoinGecko" if {"coin", "coin id", "market cap"} & named else "Portfolio Performance")
    entries = [part.strip() for part in re.split(r"[,\n\r]+", text)]
    if all(not part or part.startswith("###") or TRADINGVIEW.match(part) for part in entries):
        return _tradingview(entries)
    raise InputError("path", "the file has neither a column of symbols nor TradingView's EXCHANGE:SYMBOL entries")


def _split(line: str) -> list[str]:
    return next(csv.reader([line], delimiter=_separator(line)), [])


def _separator(line: str) -> str:
    return max(";,\t", key=line.count)


def _table(text: str, form: str) -> ListedSymbols:
    lines = text.splitlines()
    start = next(at for at, line in enumerate(lines) if line.strip())
    reader = csv.DictReader(io.StringIO("\n".join(lines[start:])), delimiter=_separator(lines[start]))
    keys = {str(name).strip().casefold(): name for name in reader.fieldnames or ()}
    found: list[ListedSymbol] = []
    left_out: list[tuple[int, str]] = []
    for row in reader:
        line = start + reader.line_num
        symbol, name, identity = (_first(row, keys, names) for names in (SYMBOL, NAME, IDENTITY))
        if symbol or identity:
            found.append(ListedSymbol(line, symbol, name, identity))
        else:
            left_out.append((line, "no symbol"))
    return _checked(form, found, left_out)


def _first(row: Mapping[str, str | None], keys: Mapping[str, str], names: Sequence[str]) -> str:
    for name in names:
        value = row.get(keys[name]) if name in keys else None
        if value and value.strip():
            return value.strip()[:200]
    return ""


def _tradingview(entries: Sequence[str]) -> ListedSymbols:
    found = []
    for at, entry in enumerate(entries, 1):
        if entry and not entry.startswith("###"):
            exchange, _, symbol = entry.rpartition(":")
            found.append(ListedSymbol(at, symbol, "", exchange))
    return _checked("TradingView", found, [])


def _checked(form: str, found: Sequence[ListedSymbol], left_out: list[tuple[int, str]]) -> ListedSymbols:
    once: dict[tuple[str, str], ListedSymbol] = {}
    for one in found:
        key = (one.symbol.casefold(), one.identity.casefold())
        if key in once:
            left_out.append((one.line, f"{one.symbol} stands there twice"))
        else:
            once[key] = one
    if not once:
        raise InputError("path", "there is no symbol in the file")
    if len(once) > MOST:
        raise InputError("path", f"the file has more than {MOST} symbols")
    return ListedSymbols(form, tuple(once.values()), tuple(left_out))


async def _read(house: House, request: ask.ReadListFile) -> ListedSymbols:
    text = await asyncio.to_thread(_text, Path(request.path))
    listed = read_list(text)
    found = [
        ListedSymbol(one.line, one.symbol, one.name, one.identity, await _candidates(house, one, request.online))
        for one in listed.symbols
    ]
    return ListedSymbols(listed.form, tuple(found), listed.left_out)


async def _candidates(house: House, one: ListedSymbol, online: bool) -> tuple[Candidate, ...]:
    """Return everything that a symbol might be; a source that does not answer leaves the list shorter, not wrong."""
    try:
        found: tuple[Candidate, ...] = await SEARCH[ask.SearchNetworks](
            house, ask.SearchNetworks(one.symbol or one.identity, online)
        )
    except WatchlistError:
        return ()
    return found


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise InputError("path", "the file is too large to be a list")
        raw = path.read_bytes()
    except OSError as error:
        raise InputError("path", f"{path} cannot be read: {error.strerror or error}") from None
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError("path", "the file is no text")


HANDLERS: Mapping[type, Handler] = {ask.ReadListFile: _read}
