"""Bringing in the user's own data: CSV and Parquet with a column mapping, a JSON address, the commits of a checkout.

Imported values carry the source "manual" and are never overwritten by a fetch; the mapping is remembered per name of
file. A preview stores nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from watchlist.domain import requests as ask
from watchlist.domain.activity import EventBatch, ReadSpan
from watchlist.domain.answers import ImportReport
from watchlist.domain.errors import InputError
from watchlist.domain.messages import DataChanged, FiguresChanged
from watchlist.domain.network import Kind, Role, SeriesKey, StreamKey
from watchlist.domain.series import PointBatch
from watchlist.services.additions import add_series, add_stream
from watchlist.services.desk import Handler
from watchlist.services.house import House
from watchlist.sources import files, generic_json, git_history
from watchlist.store.table_files import read_parquet

MAPPINGS = "imports"
MANUAL = "manual"
COMMITS = "imported.commits"


async def _import(house: House, request: ask.ImportFile) -> ImportReport:
    house.shelf.get(request.network)
    report = await (_from_git if request.form == "git" else _from_table)(house, request)
    if not request.preview:
        house.publish(DataChanged(request.network))
        house.publish(FiguresChanged(request.network))
    return report


async def _from_table(house: House, request: ask.ImportFile) -> ImportReport:
    options = dict(request.mapping)
    name = options.pop("name", "") or "imported"
    mapping = files.ColumnMapping.of(options)
    path = Path(request.path)
    _columns, rows = await asyncio.to_thread(_rows, path, request.form)
    key: SeriesKey | StreamKey = SeriesKey(request.network, name) if mapping.value else StreamKey(request.network, name)
    found = await asyncio.to_thread(files.from_rows, rows, mapping, key, house.clock(), path.name)
    left_out = sum(count for _reason, count in found.skipped)
    new = 0
    if not request.preview:
        remembered = {"id": path.name, "network": request.network, "mapping": dict(request.mapping)}
        new = await house.on_store(_keep, house, found.points, found.events, options, remembered)
    return ImportReport(request.network, name, found.rows, new, left_out, found.skipped)


def _rows(path: Path, form: str) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    if form == "parquet":
        return read_parquet(path)
    if form == "csv":
        return files.read_csv(path)
    raise InputError("form", f"{form!r} cannot be imported; csv, parquet and git can")


def _keep(
    house: House,
    points: PointBatch | None,
    events: EventBatch | None,
    options: Mapping[str, str],
    remembered: Mapping[str, object],
) -> int:
    new = 0
    with house.archive.transaction():
        if points is not None:
            new = house.archive.points.append(replace(points, source=MANUAL)).new
        if events is not None and len(events):
            new = house.archive.events.append(events).new
            house.archive.spans.add(events.stream, _span(events))
    if points is not None:
        add_series(house.documents, points.key, files.KEY)
    if events is not None:
        role = Role(options["role"]) if options.get("role") in {one.value for one in Role} else Role.USER
        kind = Kind(options["kind"]) if options.get("kind") in {one.value for one in Kind} else Kind.USE
        add_stream(house.documents, events.stream, role, kind, files.KEY)
    house.documents.table(MAPPINGS).put(str(remembered["id"]), dict(remembered))
    house.shelf.reload()
    house.book.data_changed(str(remembered["network"]))
    return new


def _span(events: EventBatch) -> ReadSpan:
    """Return the stretch that an import fills: from its first to its last row; nothing outside is claimed."""
    return ReadSpan(int(events.instants.min()), int(events.instants.max()) + 1)


async def _from_git(house: House, request: ask.ImportFile) -> ImportReport:
    key = StreamKey(request.network, COMMITS)
    history = await asyncio.to_thread(git_history.read, Path(request.path), key)
    left_out = sum(count for _reason, count in history.skipped)
    new = 0
    if not request.preview:

        def store() -> int:
            with house.archive.transaction():
                added = house.archive.events.append(history.batch).new
                house.archive.spans.add(key, history.span)
            add_stream(house.documents, key, Role.DEVELOPER, Kind.DEVELOP, files.KEY)
            house.shelf.reload()
            house.book.data_changed(request.network)
            return added

        new = await house.on_store(store)
    return ImportReport(request.network, key.stream, len(history.batch), new, left_out, history.skipped)


async def _preview_file(_house: House, request: ask.PreviewFile) -> ask.FileLook:
    columns, rows = await asyncio.to_thread(_rows, Path(request.path), request.form)
    look = files.preview(columns, rows)
    return ask.FileLook(look.columns, look.rows, look.guess, len(rows))


async def _preview_address(house: House, request: ask.PreviewAddress) -> ask.FileLook:
    template = generic_json.Template.from_options(dict(request.options))
    look = await generic_json.preview(house.client, template)
    return ask.FileLook(look.columns, look.rows, (), look.count, look.problems)


async def _add_address(house: House, request: ask.AddAddress) -> None:
    options = dict(request.options)
    template = generic_json.Template.from_options(options)
    house.shelf.get(request.network)
    kept = dict(generic_json.options_of(template))

    def store() -> None:
        if template.value:
            add_series(house.documents, SeriesKey(request.network, request.name), generic_json.KEY, **kept)
        else:
            key = StreamKey(request.network, request.name)
            add_stream(house.documents, key, Role.USER, Kind.USE, generic_json.KEY, **kept)
        house.shelf.reload()
        house.book.data_changed(request.network)

    await house.on_store(store)
    house.publish(DataChanged(request.network))


HANDLERS: Mapping[type, Handler] = {
    ask.ImportFile: _import,
    ask.PreviewFile: _preview_file,
    ask.PreviewAddress: _preview_address,
    ask.AddAddress: _add_address,
}
