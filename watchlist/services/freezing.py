"""Gathers everything that a snapshot holds of a list, as of one instant. Runs on the store's thread, writes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from functools import partial
from typing import Any
from urllib.parse import quote

from watchlist import about
from watchlist.domain.answers import WatchList
from watchlist.domain.errors import InputError
from watchlist.domain.fetches import GOOD
from watchlist.domain.firings import Firing, RuleState
from watchlist.domain.instants import DAY, HOUR, Instant
from watchlist.domain.network import Network, SeriesKey
from watchlist.domain.periods import Grain
from watchlist.domain.series import Points
from watchlist.exports.snapshot import (
    FORMAT,
    VERSION,
    Definition,
    Manifest,
    MatrixPart,
    NetworkPart,
    RowPart,
    SeriesPart,
    Snapshot,
    SourceLine,
    StreamPart,
    matrix_part,
    points_part,
    series_part,
)
from watchlist.metrics.catalog import METRICS, examine, parse_selector
from watchlist.metrics.inputs import NetworkInputs
from watchlist.services.as_of import Past, Present
from watchlist.services.figure_book import metric_options, spark_of
from watchlist.services.house import House
from watchlist.services.jobs import Job
from watchlist.services.lists import members
from watchlist.services.rows import COLUMNS
from watchlist.sources.registry import SOURCES

DRAWN = (
    *COLUMNS,
    "active.w",
    "active.28d",
    "retention.w1",
    "retention.w12",
    "growth.new",
    "growth.retained",
    "growth.resurrected",
    "growth.churned",
    "growth.quick_ratio",
    "concentration.nakamoto50",
    "concentration.gini",
    "patterns",
)
"""Every metric that the list and the charts show at first."""
OWN_DOCUMENTS = ("notes", "theses", "annotations", "tags")
MOST_FIRINGS = 5000


def freeze(
    house: House, chosen: WatchList, at: Instant | None, since: Instant | None, job: Job, *, redact: bool, reason: str
) -> Snapshot:
    """Return a list as it stands, or stood at an instant."""
    lens = Present(house) if at is None else Past(house, at)
    now = lens.instant
    networks = house.shelf.some(members(house, chosen))
    notes = {} if redact else {str(one.get("id")): one for one in house.documents.table("notes").all()}
    rows: list[RowPart] = []
    parts: dict[str, NetworkPart] = {}
    activity: dict[str, bytes] = {}
    for done, network in enumerate(networks):
        job.went_on(done)
        parts[network.id] = _network(lens, network, activity)
        rows.append(_row(house, lens, network, notes.get(network.id, {}), dict(chosen.groups).get(network.id, "")))
    house.book.keep()
    ids = {network.id for network in networks}
    manifest = Manifest(
        FORMAT,
        VERSION,
        f"{about.NAME} {about.VERSION}",
        chosen.id,
        chosen.title,
        now,
        since,
        redact,
        any(network.simulated for network in networks),
        reason,
        len(networks),
    )
    own: dict[str, list[dict[str, Any]]] = {}
    if not redact:
        own = {name: house.documents.table(name).all() for name in OWN_DOCUMENTS}
    return Snapshot(
        manifest,
        rows,
        parts,
        definitions(),
        _options(house),
        [one for one in house.archive.firings.standings() if one.network in ids and one.since <= now],
        firings_between(house, since, now, ids),
        sources_of(house, networks, now),
        own,
        activity,
    )


def firings_between(house: House, since: Instant | None, until: Instant, networks: set[str]) -> list[Firing]:
    """Return what came true for some networks after one instant and up to another."""
    found = house.archive.firings.list(since=since, limit=MOST_FIRINGS)
    return [one for one in found if one.network in networks and (since or 0) < one.noticed <= until]


def definitions() -> list[Definition]:
    """Return what every metric that a snapshot holds means now."""
    return [
        Definition(
            entry.key,
            entry.title,
            entry.unit.value,
            entry.format.value,
            entry.definition,
            entry.computed,
            entry.fooled_by,
            entry.version,
        )
        for entry in (METRICS[key] for key in dict.fromkeys(parse_selector(one).key for one in DRAWN))
    ]


def sources_of(house: House, networks: Iterable[Network], until: Instant) -> list[SourceLine]:
    """Return the newest good answer per source, host and path, and the sources without one."""
    wanted = dict.fromkeys(key for network in networks for key in house.book.sources(network.id))
    lines: dict[tuple[str, str, str], SourceLine] = {}
    for fetch in house.archive.fetches.recent(None, 20_000):
        place = (fetch.source, fetch.host, fetch.path)
        if fetch.source in wanted and fetch.outcome in GOOD and fetch.started <= until and place not in lines:
            lines[place] = _source_line(fetch.source, fetch.host, fetch.path, fetch.started, fetch.digest)
    asked = {place[0] for place in lines}
    rest = [_source_line(key, "", "", None, "") for key in wanted if key not in asked]
    return [*(lines[place] for place in sorted(lines)), *rest]


def _source_line(key: str, host: str, path: str, at: Instant | None, digest: str) -> SourceLine:
    known = SOURCES.get(key)
    title, credit, terms = (known.title, known.attribution, known.terms) if known is not None else (key, "", "")
    return SourceLine(key, title, host, path, at, digest, credit, terms)


def _options(house: House) -> dict[str, Any]:
    plain: dict[str, Any] = asdict(metric_options(house.setting))
    return {key: list(value) if isinstance(value, tuple) else value for key, value in plain.items()}


def _network(lens: Present, network: Network, activity: dict[str, bytes]) -> NetworkPart:
    inputs = lens.inputs(network)
    streams = []
    for one in inputs.streams:
        name = f"activity/{quote(network.id, safe='')}~{quote(one.stream.key.stream, safe='')}.index"
        activity[name] = one.index.to_bytes()
        streams.append(StreamPart(one.stream.key.stream, [(span.start, span.end) for span in one.spans], name))
    return NetworkPart(
        network,
        list(_series(lens, network)),
        [points_part(inputs.points[name]) for name in sorted(inputs.points)],
        streams,
        list(_matrices(lens, network)),
        sorted((one, inputs.labels.get(one, "")) for one in inputs.excluded),
    )


def _series(lens: Present, network: Network) -> Iterable[SeriesPart]:
    for selector in DRAWN:
        try:
            yield series_part(lens.series(network, selector))
        except InputError:
            continue  # a metric that this network cannot have


def _matrices(lens: Present, network: Network) -> Iterable[MatrixPart]:
    inputs = lens.inputs(network)
    for grain in (Grain.WEEK, Grain.MONTH):
        yield inputs.kept(("snapshot matrix", grain), partial(_matrix, inputs, grain))


def _matrix(inputs: NetworkInputs, grain: Grain) -> MatrixPart:
    return matrix_part(examine("retention.matrix", inputs, grain))


def _row(house: House, lens: Present, network: Network, note: dict[str, Any], group: str) -> RowPart:
    inputs = lens.inputs(network)
    ends = [int(points.instants[-1]) for points in inputs.points.values() if len(points)]
    ends += [max(span.end for span in one.spans) for one in inputs.streams if one.spans]
    oldest = min(ends, default=None)
    limit = int(house.setting("stale_after_hours")) * HOUR
    price = inputs.points.get("price.usd") or Points.none(SeriesKey(network.id, "price.usd"))
    tags = note.get("tags", [])
    standing = [one for one in house.archive.firings.standings() if one.network == network.id]
    return RowPart(
        network.id,
        network.name,
        network.symbol,
        {selector: lens.figure(network, selector) for selector in COLUMNS},
        list(spark_of(_since(price, lens.instant - 120 * DAY))),
        max(ends, default=None),
        oldest,
        lens.instant - oldest > limit if oldest is not None else bool(network.series or network.streams),
        network.simulated,
        sum(one.state in (RuleState.FIRING, RuleState.INVALID) and one.since <= lens.instant for one in standing),
        len(network.warnings),
        group,
        [str(tag) for tag in tags] if isinstance(tags, list) else [],
        str(note.get("text", "")),
    )


def _since(points: Points, start: Instant) -> Points:
    keep = points.instants >= start
    return Points(
        points.key,
        points.instants[keep],
        points.values[keep],
        points.final[keep],
        points.source_codes[keep],
        points.source_names,
        points.learnt_at[keep],
        points.disputed[keep],
    )
