"""Two snapshots side by side: what changed per asset and metric, why, and how much it matters.

Reasons are found, not guessed: a definition or a setting that differs, an old period with another value, a period
that was not there yet. A change within its usual size weighs little.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from watchlist.domain.figures import Figure, Missing
from watchlist.domain.keepsakes import SnapshotChange, SnapshotComparison, SnapshotInfo
from watchlist.exports.snapshot import RowPart, SeriesPart, Snapshot

APPEARED, GONE = 90.0, 95.0
MOST = 89.0
LOST, KNOWN_NOW = 60.0, 2.0
DEFINITION = "changed definition"
SETTINGS = "changed settings"
REVISED = "revised data"
NEW = "new data"
EXCLUDED = "changed exclusions"
UNKNOWN = "recomputed"


def compare(old: Snapshot, new: Snapshot, old_info: SnapshotInfo, new_info: SnapshotInfo) -> SnapshotComparison:
    """Return what changed from one snapshot to another, the most important first."""
    changes: list[SnapshotChange] = []
    same = 0
    before = {row.network: row for row in old.rows}
    after = {row.network: row for row in new.rows}
    for key, row in after.items():
        if key not in before:
            changes.append(_whole(row, "", "added to the list", APPEARED))
            continue
        for change in _row_changes(old, new, before[key], row):
            if change is None:
                same += 1
            else:
                changes.append(change)
    changes += [_whole(row, "", "no longer on the list", GONE) for key, row in before.items() if key not in after]
    notes = []
    if new_info.as_of < old_info.as_of:
        notes.append("The second snapshot is older than the first.")
    if old.manifest.simulated or new.manifest.simulated:
        notes.append("SIMULATED: these snapshots hold simulated networks.")
    if old.manifest.redacted or new.manifest.redacted:
        notes.append("Notes and theses were left out of at least one of them.")
    ordered = tuple(sorted(changes, key=lambda one: (-one.weight, one.name, one.metric)))
    return SnapshotComparison(old_info, new_info, ordered, same, tuple(notes))


def _row_changes(old: Snapshot, new: Snapshot, before: RowPart, after: RowPart) -> Iterator[SnapshotChange | None]:
    titles = {one.key: one.title for one in (*old.definitions, *new.definitions)}
    for metric in dict.fromkeys((*before.figures, *after.figures)):
        one, other = before.figures.get(metric), after.figures.get(metric)
        if one is not None and other is not None and _alike(one, other):
            yield None
            continue
        series = _series(new, after.network, metric)
        yield SnapshotChange(
            after.network,
            after.name,
            metric,
            titles.get(metric.partition("@")[0].partition("+")[0], metric),
            one,
            other,
            _reasons(old, new, after.network, metric, one, other),
            _weight(one, other, series),
        )
    yield from _words(before, after)


def _words(before: RowPart, after: RowPart) -> Iterator[SnapshotChange | None]:
    """Compare what is no number: alerts, warnings, the user's note."""
    for field, title, weight in (
        ("alerts", "Rules that are true", 80.0),
        ("warnings", "Warnings", 70.0),
        ("note", "Note", 5.0),
    ):
        one, other = str(getattr(before, field)), str(getattr(after, field))
        if one == other:
            yield None
        else:
            yield SnapshotChange(after.network, after.name, field, title, None, None, ("changed",), weight, one, other)


def _alike(one: Figure, other: Figure) -> bool:
    return (one.value, one.low, one.high, one.n, one.missing, one.enough) == (
        other.value,
        other.low,
        other.high,
        other.n,
        other.missing,
        other.enough,
    )


def _reasons(
    old: Snapshot, new: Snapshot, network: str, metric: str, one: Figure | None, other: Figure | None
) -> tuple[str, ...]:
    found: list[str] = []
    key = metric.partition("@")[0].partition("+")[0]
    meant = {entry.key: entry for entry in old.definitions}.get(key)
    means = {entry.key: entry for entry in new.definitions}.get(key)
    if meant is not None and means is not None and (meant.version, meant.computed) != (means.version, means.computed):
        found.append(f"{DEFINITION} (version {meant.version} → {means.version})")
    if old.options != new.options:
        names = sorted(k for k in {*old.options, *new.options} if old.options.get(k) != new.options.get(k))
        found.append(f"{SETTINGS} ({', '.join(names)})")
    first, second = old.networks.get(network), new.networks.get(network)
    if first is not None and second is not None and first.excluded != second.excluded:
        found.append(EXCLUDED)
    before, after = _series(old, network, metric), _series(new, network, metric)
    if before is not None and after is not None and (count := _revised(before, after)):
        found.append(f"{REVISED} ({count} earlier {'period' if count == 1 else 'periods'})")
    if other is not None and one is not None and (other.period, other.as_of) != (one.period, one.as_of):
        found.append(NEW)
    if other is not None and other.missing is not Missing.NONE:
        found.append(f"now missing: {other.missing.value}")
    return tuple(found) or (UNKNOWN,)


def _revised(before: SeriesPart, after: SeriesPart) -> int:
    """Count the complete periods of the older series whose value is another one now."""
    places = {period: at for at, period in enumerate(after.periods)}
    count = 0
    for at, period in enumerate(before.periods):
        if not before.complete[at]:
            continue
        place = places.get(period)
        count += place is None or after.values[place] != before.values[at]
    return count


def _weight(one: Figure | None, other: Figure | None, series: SeriesPart | None) -> float:
    """Return how large a change is beside the metric's usual one."""
    if other is None or other.value is None:
        return LOST
    if one is None or one.value is None:
        return KNOWN_NOW
    moved = abs(other.value - one.value)
    values = [value for value in series.values if value is not None] if series is not None else []
    usual = float(np.median(np.abs(np.diff(values)))) if len(values) > 2 else 0.0
    if moved == 0.0:
        return 0.1
    return min(moved / usual if usual > 0 else 1.0, MOST)


def _series(snapshot: Snapshot, network: str, metric: str) -> SeriesPart | None:
    part = snapshot.networks.get(network)
    return next((one for one in part.series if one.metric == metric), None) if part is not None else None


def _whole(row: RowPart, metric: str, reason: str, weight: float) -> SnapshotChange:
    return SnapshotChange(row.network, row.name, metric, "Asset", None, None, (reason,), weight)
