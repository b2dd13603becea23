"""What a snapshot holds, as plain values, and how it becomes one file: the same content gives the same bytes.

Every part is JSON or an activity index; the manifest in front names each with its size and SHA-256. No part knows
the folder it was made in, and nothing in it is a formula, a program or a link that is followed.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import msgspec
import numpy as np

from watchlist.domain.errors import Damaged
from watchlist.domain.figures import Figure, MetricSeries, Missing
from watchlist.domain.findings import CohortMatrix
from watchlist.domain.firings import Firing, Standing
from watchlist.domain.instants import Instant
from watchlist.domain.network import Network, SeriesKey
from watchlist.domain.periods import Grain
from watchlist.domain.series import Points

FORMAT = "watchlist-snapshot"
VERSION = 1
ENDING = ".wlsnap"
MANIFEST = "manifest.json"
EPOCH = (1980, 1, 1, 0, 0, 0)
PERIODS = (-1_000_000, 4_000_000)
INSTANTS = (-62_135_596_800_000_000, 253_402_300_799_000_000)
Numbers = list[float | None]


@dataclass(frozen=True, slots=True)
class PartLine:
    """One line of the manifest."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The first part: what the file is, when it was frozen (microseconds UTC), and every other part."""

    format: str
    version: int
    program: str
    list_id: str
    title: str
    as_of: Instant
    since: Instant | None
    redacted: bool
    simulated: bool
    reason: str
    networks: int
    parts: tuple[PartLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Definition:
    """What a metric meant when the snapshot was made."""

    key: str
    title: str
    unit: str
    format: str
    definition: str
    computed: str
    fooled_by: str
    version: int


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One answer that the numbers rest on: when it came, its hash, and whom to credit."""

    source: str
    title: str
    host: str
    path: str
    at: Instant | None
    digest: str
    attribution: str
    terms: str


@dataclass(frozen=True, slots=True)
class SeriesPart:
    """A metric over its periods; null is missing."""

    metric: str
    grain: Grain
    variant: str
    missing: Missing
    periods: list[int]
    values: Numbers
    low: Numbers
    high: Numbers
    n: list[int]
    complete: list[bool]
    enough: list[bool]


@dataclass(frozen=True, slots=True)
class MatrixPart:
    """A cohort matrix, row by row."""

    grain: Grain
    cohorts: list[int]
    sizes: list[int]
    ages: list[int]
    active: list[list[int]]
    shares: list[Numbers]
    low: list[Numbers]
    high: list[Numbers]
    enough: list[bool]
    left_out: int
    missing: Missing


@dataclass(frozen=True, slots=True)
class PointsPart:
    """A stored series with the source and the time of learning of each point."""

    name: str
    instants: list[int]
    values: Numbers
    final: list[bool]
    source_codes: list[int]
    source_names: list[str]
    learnt_at: list[int]
    disputed: list[bool]


@dataclass(frozen=True, slots=True)
class StreamPart:
    """What was read of a stream; its activity is a part of its own, named here."""

    stream: str
    spans: list[tuple[int, int]]
    activity: str


@dataclass(frozen=True, slots=True)
class NetworkPart:
    """One asset with everything behind its numbers. ``excluded`` maps participants' numbers to their labels."""

    network: Network
    series: list[SeriesPart]
    points: list[PointsPart]
    streams: list[StreamPart]
    matrices: list[MatrixPart]
    excluded: list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class RowPart:
    """A row of the list as it was shown."""

    network: str
    name: str
    symbol: str
    figures: dict[str, Figure]
    spark: list[float]
    updated: Instant | None
    oldest: Instant | None
    stale: bool
    simulated: bool
    alerts: int
    warnings: int
    group: str
    tags: list[str]
    note: str


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """A list frozen at an instant. ``options`` are the choices that numbers depend on, ``documents`` the user's own."""

    manifest: Manifest
    rows: list[RowPart]
    networks: dict[str, NetworkPart]
    definitions: list[Definition]
    options: dict[str, Any]
    standings: list[Standing]
    firings: list[Firing]
    sources: list[SourceLine]
    documents: dict[str, list[dict[str, Any]]]
    activity: Mapping[str, bytes] = field(default_factory=dict)
    fingerprint: str = ""


def write_snapshot(path: Path, snapshot: Snapshot) -> str:
    """Write a snapshot to an open place; return its fingerprint. Raises OSError."""
    parts = _parts(snapshot)
    lines = tuple(
        PartLine(name, len(content), hashlib.sha256(content).hexdigest()) for name, content in sorted(parts.items())
    )
    head = encode(replace(snapshot.manifest, parts=lines))
    with zipfile.ZipFile(path, "w") as bundle:
        for name, content in [(MANIFEST, head), *sorted(parts.items())]:
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            packed = zipfile.ZIP_STORED if name.endswith(".index") else zipfile.ZIP_DEFLATED
            bundle.writestr(entry, content, packed, 3)
    return hashlib.sha256(head).hexdigest()


def encode(value: Any) -> bytes:
    """Return JSON: equal values in the same order give equal bytes; a number that does not exist is null."""
    return msgspec.json.encode(value)


def _parts(snapshot: Snapshot) -> dict[str, bytes]:
    parts = {
        "table.json": encode(snapshot.rows),
        "definitions.json": encode(snapshot.definitions),
        "options.json": encode(snapshot.options),
        "standings.json": encode(snapshot.standings),
        "firings.json": encode(snapshot.firings),
        "sources.json": encode(snapshot.sources),
        "documents.json": encode(snapshot.documents),
    }
    parts.update({f"networks/{quote(key, safe='')}.json": encode(part) for key, part in snapshot.networks.items()})
    parts.update(snapshot.activity)
    return parts


def series_part(series: MetricSeries) -> SeriesPart:
    """Return a metric's series as plain values."""
    return SeriesPart(
        series.metric,
        series.grain,
        series.variant,
        series.missing,
        series.periods.tolist(),
        series.values.tolist(),
        series.low.tolist(),
        series.high.tolist(),
        series.n.tolist(),
        series.complete.tolist(),
        series.enough.tolist(),
    )


def series_of(network: str, part: SeriesPart) -> MetricSeries:
    """Return the series of a part. Raises Damaged where it does not hold together."""
    count = len(part.periods)
    return MetricSeries(
        network,
        part.metric,
        part.grain,
        _whole(part.periods, count, PERIODS),
        _floats(part.values, count),
        _floats(part.low, count),
        _floats(part.high, count),
        _whole(part.n, count),
        _flags(part.complete, count),
        _flags(part.enough, count),
        part.missing,
        part.variant,
    )


def points_part(points: Points) -> PointsPart:
    """Return stored points as plain values."""
    return PointsPart(
        points.key.name,
        points.instants.tolist(),
        points.values.tolist(),
        points.final.tolist(),
        points.source_codes.tolist(),
        list(points.source_names),
        points.learnt_at.tolist(),
        points.disputed.tolist(),
    )


def points_of(network: str, part: PointsPart) -> Points:
    """Return the points of a part. Raises Damaged where it does not hold together."""
    count = len(part.instants)
    codes = _whole(part.source_codes, count, (0, max(0, len(part.source_names) - 1)))
    instants = _whole(part.instants, count, INSTANTS)
    if count and (not part.source_names or bool((np.diff(instants) <= 0).any())):
        raise Damaged("The points of a series do not hold together.")
    return Points(
        SeriesKey(network, part.name),
        instants,
        _floats(part.values, count),
        _flags(part.final, count),
        codes,
        tuple(part.source_names),
        _whole(part.learnt_at, count, INSTANTS),
        _flags(part.disputed, count),
    )


def matrix_part(matrix: CohortMatrix) -> MatrixPart:
    """Return a cohort matrix as plain values."""
    return MatrixPart(
        matrix.grain,
        matrix.cohorts.tolist(),
        matrix.sizes.tolist(),
        matrix.ages.tolist(),
        matrix.active.tolist(),
        matrix.shares.tolist(),
        matrix.low.tolist(),
        matrix.high.tolist(),
        matrix.enough.tolist(),
        matrix.left_out,
        matrix.missing,
    )


def _whole(values: list[int], count: int, within: tuple[int, int] | None = None) -> Any:
    try:
        array = np.array(values, np.int64)
    except (OverflowError, ValueError, TypeError) as error:
        raise Damaged("A number is too large to be true.") from error
    if array.shape != (count,):
        raise Damaged("The columns of a series have different lengths.")
    if within is not None and count and not (within[0] <= array.min() and array.max() <= within[1]):
        raise Damaged("A number is too large to be true.")
    return array


def _floats(values: Numbers, count: int) -> Any:
    if len(values) != count:
        raise Damaged("The columns of a series have different lengths.")
    return np.array([np.nan if value is None else value for value in values], np.float64)


def _flags(values: list[bool], count: int) -> Any:
    if len(values) != count:
        raise Damaged("The columns of a series have different lengths.")
    return np.array(values, np.bool_)
