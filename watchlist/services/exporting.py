"""Lists and their history as files: gathers the rows on the store's thread, writes them in a thread of its own.

What is not known stays empty, what is simulated says so in every row. Formats are written by watchlist.exports.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from watchlist import about
from watchlist.domain import requests as ask
from watchlist.domain.answers import WatchList, WatchRow, WatchTable
from watchlist.domain.errors import InputError
from watchlist.domain.figures import Missing
from watchlist.domain.keepsakes import Written
from watchlist.domain.network import Network
from watchlist.exports.csv_text import Manner, write_csv
from watchlist.exports.json_text import json_bytes
from watchlist.exports.table import NO_VALUE, Book, Column, Meaning, Table, Values, plain_values
from watchlist.exports.tidy import TidyRows
from watchlist.exports.whole_file import whole_file
from watchlist.exports.workbook import write_xlsx
from watchlist.metrics.catalog import METRICS, parse_selector
from watchlist.metrics.metric import Format
from watchlist.services.desk import Handler
from watchlist.services.house import House
from watchlist.services.jobs import Job
from watchlist.services.lists import read_lists, table_of
from watchlist.services.rows import COLUMNS
from watchlist.sources.registry import SOURCES
from watchlist.store.table_files import write_parquet

FORMS = ("csv", "json", "parquet", "xlsx")
FIELDS = ("network", "name", "symbol", "kind", "group", "tags", "simulated", "updated", "stale", "alerts", "note")
LAST = ("remarks",)
MEANINGS = {"simulated": Meaning.FLAG, "stale": Meaning.FLAG, "updated": Meaning.INSTANT, "alerts": Meaning.WHOLE}
TITLES = {
    "network": "Id",
    "name": "Name",
    "symbol": "Symbol",
    "kind": "Kind",
    "group": "Group",
    "tags": "Tags",
    "simulated": "Simulated",
    "updated": "Newest data (UTC)",
    "stale": "Stale",
    "alerts": "Alerts",
    "note": "Note",
    "remarks": "Remarks",
}
TIDY_METRICS = (
    "active.d",
    "active.w",
    "active.m",
    "retention.w1",
    "retention.w4",
    "retention.w12",
    "recurring.3of4",
    "growth.new",
    "growth.retained",
    "growth.resurrected",
    "growth.churned",
    "growth.quick_ratio",
    "verification.rate",
    "concentration.nakamoto50",
    "concentration.gini",
    "patterns",
    "quality",
    "score",
    "divergence",
)
"""Series that every tidy export has, beside those of the columns."""


async def _export(house: House, request: ask.ExportTable) -> Written:
    if request.form not in FORMS:
        raise InputError("form", f"has to be one of {', '.join(FORMS)}")
    if request.titles and len(request.titles) != len(request.columns):
        raise InputError("titles", "has to name every column, or none")
    with Job(house, "export", f"Writing {Path(request.path).name}", "rows") as job:
        lists = await house.on_store(chosen_lists, house, request.list_ids)
        if request.tidy:
            book = await house.on_store(tidy_book, house, lists, request.columns, request.rows, job)
        else:
            book = await house.on_store(list_book, house, lists, request)
        return await asyncio.to_thread(_write, book, request, job)


def chosen_lists(house: House, ids: Sequence[str]) -> tuple[WatchList, ...]:
    """Return the lists with these ids, the first one for none, all for ``*``. Raises InputError."""
    known = {one.id: one for one in read_lists(house)}
    if "*" in ids:
        return tuple(known.values())
    missing = [one for one in ids if one not in known]
    if missing:
        raise InputError("list", f"there is no list called {missing[0]!r}")
    return tuple(known[one] for one in ids) or (next(iter(known.values())),)


def list_book(house: House, lists: Sequence[WatchList], request: ask.ExportTable) -> Book:
    """Return lists as they stand, one table each. Runs on the store's thread."""
    columns = request.columns or (*FIELDS[:6], *COLUMNS, *FIELDS[6:], *LAST)
    for one in columns:
        _known(one)
    wanted = tuple(one for one in columns if one not in (*FIELDS, *LAST))
    found = [table_of(house, one, wanted) for one in lists]
    titles = request.titles or tuple(title_of(one) for one in columns)
    tables = tuple(_table(one, columns, titles, request.rows) for one in found)
    networks = [row.network for one in found for row in one.rows]
    return book_of(house, " · ".join(one.title for one in lists), tables, networks)


def book_of(house: House, title: str, tables: tuple[Table, ...], networks: Sequence[str]) -> Book:
    """Return tables with what a reader has to know about them. Runs on the store's thread."""
    known = house.shelf.some(dict.fromkeys(networks))
    simulated = any(network.simulated for network in known)
    notes = tuple(f"Source: {line}" for line in attributions(house, known))
    return Book(title, tables, house.clock(), f"{about.NAME} {about.VERSION}", simulated, notes)


def attributions(house: House, networks: Sequence[Network]) -> tuple[str, ...]:
    """Return the lines that have to stand beside the data of some networks."""
    keys = dict.fromkeys(key for network in networks for key in house.book.sources(network.id))
    return tuple(SOURCES[key].attribution or SOURCES[key].title for key in keys if key in SOURCES)


def title_of(key: str) -> str:
    """Return how a person reads a column's key."""
    if key in TITLES:
        return TITLES[key]
    selector = parse_selector(key)
    return f"{METRICS[selector.key].title}{f' ({selector.choice})' if str(selector.choice) else ''}"


def meaning_of(selector: str) -> Meaning:
    """Return what a metric's numbers are."""
    entry = METRICS[parse_selector(selector).key]
    if entry.format is Format.MONEY:
        return Meaning.MONEY
    share = entry.format is Format.PERCENT or entry.unit.value == "share"
    return Meaning.SHARE if share else Meaning.NUMBER


def _known(key: str) -> None:
    if key not in (*FIELDS, *LAST) and parse_selector(key).key not in METRICS:
        raise InputError("columns", f"there is no column {key!r}")


def _table(found: WatchTable, columns: Sequence[str], titles: Sequence[str], order: Sequence[str]) -> Table:
    rows = list(found.rows)
    if order:
        by_id = {row.network: row for row in rows}
        rows = [by_id[one] for one in order if one in by_id]
    made = [
        Column(key, title, MEANINGS.get(key, Meaning.TEXT) if key in TITLES else meaning_of(key), _values_of(rows, key))
        for key, title in zip(columns, titles, strict=True)
    ]
    return Table(found.title, tuple(made))


def _values_of(rows: Sequence[WatchRow], key: str) -> Values:
    if key == "remarks":
        return [_remarks(row) for row in rows]
    if key == "tags":
        return [", ".join(row.tags) for row in rows]
    if key in {"simulated", "stale"}:
        return np.array([getattr(row, key) for row in rows], np.bool_)
    if key in {"updated", "alerts"}:
        whole = [getattr(row, key) for row in rows]
        return np.array([NO_VALUE if one is None else one for one in whole], np.int64)
    if key in FIELDS:
        return [str(getattr(row, key)) for row in rows]
    values = [row.figures[key].value for row in rows]
    return np.array([np.nan if one is None else one for one in values], np.float64)


def _remarks(row: WatchRow) -> str:
    """Say what a reader of the bare numbers would not see: why some are missing or rest on too few."""
    found = ["SIMULATED"] if row.simulated else []
    for key, figure in row.figures.items():
        if figure.missing is not Missing.NONE:
            found.append(f"{key}: {figure.missing.value}")
        elif not figure.enough:
            found.append(f"{key}: rests on too few (n = {figure.n})")
    return "; ".join(found)


def tidy_book(house: House, lists: Sequence[WatchList], columns: Sequence[str], only: Sequence[str], job: Job) -> Book:
    """Return every period of every metric, and every stored point. Runs on the store's thread."""
    rows = TidyRows()
    selectors = tuple(columns) or tuple(dict.fromkeys((*TIDY_METRICS, *COLUMNS)))
    ids = dict.fromkeys(row for one in lists for row in table_ids(house, one) if not only or row in only)
    networks = house.shelf.some(ids)
    for network in networks:
        sources = house.book.sources(network.id)
        for selector in selectors:
            _known(selector)
            job.check()
            try:
                rows.add_series(house.book.series(network.id, selector), sources, simulated=network.simulated)
            except InputError:
                continue  # a metric that this network cannot have
        for key in house.archive.points.keys(network.id):
            rows.add_points(house.archive.points.read(key), simulated=network.simulated)
    return book_of(house, " · ".join(one.title for one in lists), (rows.table(),), [one.id for one in networks])


def table_ids(house: House, one: WatchList) -> tuple[str, ...]:
    """Return the members of a list. Runs on the store's thread."""
    return tuple(row.network for row in table_of(house, one, ()).rows) if one.smart else one.members


def _write(book: Book, request: ask.ExportTable, job: Job) -> Written:
    path = Path(request.path).expanduser()
    with whole_file(path, overwrite=request.overwrite) as temporary:
        if request.form == "csv":
            whole = joined(book.tables)
            write_csv(temporary, whole, Manner(request.decimal, request.digits), job.went_on)
        elif request.form == "json":
            temporary.write_bytes(json_bytes(book))
        elif request.form == "xlsx":
            write_xlsx(temporary, book)
        else:
            whole = joined(book.tables)
            write_parquet(
                temporary,
                {one.key: _raw(one) for one in whole.columns},
                [one.key for one in whole.columns if one.meaning is Meaning.INSTANT],
            )
        job.check()
    count = sum(len(table) for table in book.tables)
    return Written(str(path), path.stat().st_size, count, book.notes)


def joined(tables: Sequence[Table]) -> Table:
    """Return tables with the same columns as one, with the list's name in front; a single one as it is."""
    if len(tables) == 1:
        return tables[0]
    names = Column("list", "List", Meaning.TEXT, [table.name for table in tables for _ in range(len(table))])
    columns = [names]
    for at, first in enumerate(tables[0].columns):
        parts = [table.columns[at].values for table in tables]
        arrays: list[Any] = [part for part in parts if isinstance(part, np.ndarray)]
        if len(arrays) == len(parts):
            columns.append(Column(first.key, first.title, first.meaning, np.concatenate(arrays)))
        else:
            texts = [text for table in tables for text in plain_values(table.columns[at])]
            columns.append(Column(first.key, first.title, first.meaning, texts))
    return Table("lists", tuple(columns))


def _raw(column: Column) -> np.ndarray | Sequence[str | None]:
    return column.values if isinstance(column.values, np.ndarray) else plain_values(column)


HANDLERS: Mapping[type, Handler] = {ask.ExportTable: _export}
