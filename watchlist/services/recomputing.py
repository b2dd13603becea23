"""Computes a snapshot's numbers again from the data in it, on a machine that need not have seen the data.

Events themselves are not in a snapshot (they would be large, and name people); who was active when is. Numbers that
need more are said to be not recomputable, never passed off as proven.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import msgspec
import numpy as np

from watchlist.domain.activity import EventTable, ReadSpan
from watchlist.domain.errors import Damaged, InputError, WatchlistError
from watchlist.domain.figures import Figure, MetricSeries, newest_figure
from watchlist.domain.instants import Instant
from watchlist.domain.keepsakes import Check, Verdict
from watchlist.domain.network import StreamKey
from watchlist.exports.snapshot import INSTANTS, MatrixPart, NetworkPart, Snapshot, matrix_part, points_of, series_of
from watchlist.metrics.activity_index import ActivityIndex
from watchlist.metrics.catalog import METRICS, compute, examine, parse_selector
from watchlist.metrics.inputs import MetricOptions, NetworkInputs, StreamInputs
from watchlist.metrics.price import spot_figures

CLOSE = 1e-9
"""Sums in another order or on another processor may differ by this share of the number."""


class _NeedsEvents(WatchlistError):
    """A number wanted more than a snapshot holds."""


def check_numbers(snapshot: Snapshot) -> tuple[tuple[Check, ...], int, bool]:
    """Return what came of every number, how many were computed again, and whether none was another one."""
    found: list[Check] = []
    computed = 0
    meant = {entry.key: entry.version for entry in snapshot.definitions}
    options = options_of(snapshot)
    for key in sorted(snapshot.networks):
        part = snapshot.networks[key]
        inputs = inputs_of(snapshot, part, options)
        series = {one.metric: series_of(key, one) for one in part.series}
        for selector, kept in series.items():
            check = _once(f"{key} · {selector}", selector, meant, partial(_series, selector, kept, inputs))
            computed += check.verdict is not Verdict.NOT_CHECKED
            found.append(check)
        for matrix in part.matrices:
            what = f"{key} · cohort matrix per {matrix.grain.value}"
            check = _once(what, "retention.matrix", meant, partial(_matrix, matrix, inputs))
            computed += check.verdict is not Verdict.NOT_CHECKED
            found.append(check)
        spots = spot_figures(inputs)
        row = next((one for one in snapshot.rows if one.network == key), None)
        for selector, figure in (row.figures if row is not None else {}).items():
            found += _shown(key, selector, figure, series, spots)
    return tuple(found), computed, all(one.verdict is not Verdict.DIFFERENT for one in found)


def options_of(snapshot: Snapshot) -> MetricOptions:
    """Return the choices that the numbers were made with. Raises Damaged."""
    try:
        return msgspec.convert(snapshot.options, MetricOptions)
    except (msgspec.ValidationError, TypeError, ValueError) as error:
        raise Damaged("The snapshot's settings do not hold what they should.") from error


def inputs_of(snapshot: Snapshot, part: NetworkPart, options: MetricOptions) -> NetworkInputs:
    """Return what the metrics of a snapshot's asset are computed from. Raises Damaged."""
    network = part.network
    known = {stream.key.stream: stream for stream in network.streams}
    streams = []
    for one in part.streams:
        stream = known.get(one.stream)
        content = snapshot.activity.get(one.activity)
        if stream is None or content is None:
            raise Damaged(f"The snapshot has no activity of {network.id}/{one.stream}.")
        if any(not INSTANTS[0] <= edge <= INSTANTS[1] for span in one.spans for edge in span):
            raise Damaged("A number is too large to be true.")
        spans = tuple(ReadSpan(start, end) for start, end in one.spans)
        streams.append(StreamInputs(stream, _index(content), spans, stream.genesis))
    points = {one.name: points_of(network.id, one) for one in part.points}
    return NetworkInputs(
        network=network.id,
        streams=tuple(streams),
        events=_no_events,
        points=points,
        excluded=frozenset(one for one, _label in part.excluded),
        labels=dict(part.excluded),
        options=options,
    )


def _index(content: bytes) -> ActivityIndex:
    try:
        return ActivityIndex.from_bytes(content)
    except (ValueError, OverflowError, IndexError, MemoryError) as error:
        raise Damaged("The snapshot's activity does not hold together.") from error


def _no_events(_keys: tuple[StreamKey, ...], _start: Instant | None, _end: Instant | None) -> EventTable:
    raise _NeedsEvents("single events are not in a snapshot")


def _once(what: str, selector: str, meant: dict[str, int], work: Callable[[], str]) -> Check:
    """Compute one number again; the work returns what differs, empty where nothing does."""
    try:
        entry = METRICS.get(parse_selector(selector).key)
        then = meant.get(parse_selector(selector).key)
        if entry is None or (then is not None and then != entry.version):
            return Check(what, Verdict.NOT_CHECKED, "this program defines the metric differently")
        differs = work()
    except _NeedsEvents as error:
        return Check(what, Verdict.NOT_CHECKED, str(error))
    except InputError as error:
        return Check(what, Verdict.DIFFERENT, error.reason)
    except (ValueError, OverflowError, IndexError) as error:
        raise Damaged(f"{what}: the data of the snapshot does not hold together.") from error
    return Check(what, Verdict.DIFFERENT, differs) if differs else Check(what, Verdict.SAME)


def _series(selector: str, kept: MetricSeries, inputs: NetworkInputs) -> str:
    again = compute(selector, inputs, kept.grain)
    if len(again) != len(kept) or not np.array_equal(again.periods, kept.periods):
        return f"{len(again)} periods instead of {len(kept)}"
    for name in ("values", "low", "high"):
        one, other = getattr(kept, name), getattr(again, name)
        bad = ~np.isclose(one, other, rtol=CLOSE, atol=1e-12, equal_nan=True)
        if bad.any():
            at = int(np.flatnonzero(bad)[0])
            return f"{name} of {int(bad.sum())} periods; {one[at]!r} became {other[at]!r}"
    for name in ("n", "complete", "enough"):
        if not np.array_equal(getattr(kept, name), getattr(again, name)):
            return f"{name} of {int((getattr(kept, name) != getattr(again, name)).sum())} periods"
    return "" if kept.missing is again.missing else "another reason why it is missing"


def _matrix(kept: MatrixPart, inputs: NetworkInputs) -> str:
    again = matrix_part(examine("retention.matrix", inputs, kept.grain))
    plain: Any = msgspec.json.decode(msgspec.json.encode(again))
    return "" if plain == msgspec.json.decode(msgspec.json.encode(kept)) else "another matrix"


def _shown(
    key: str, selector: str, figure: Figure, series: dict[str, MetricSeries], spots: Mapping[str, Figure]
) -> list[Check]:
    """Check that the figure in the table is the one that the data beside it gives."""
    what = f"{key} · {selector} as shown"
    kept = series.get(selector)
    if kept is None:
        return [] if figure.value is None else [Check(what, Verdict.DIFFERENT, "there is no series of it")]
    newest = spots.get(selector) or newest_figure(kept)
    same = (newest.value is None) == (figure.value is None) and (
        newest.value is None or figure.value is None or math.isclose(newest.value, figure.value, rel_tol=CLOSE)
    )
    return [Check(what, Verdict.SAME)] if same else [Check(what, Verdict.DIFFERENT, f"the data says {newest.value}")]
