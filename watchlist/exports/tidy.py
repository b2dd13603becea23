"""The tidy form: one row per asset, metric and period, which every statistics program reads as it is.

Stored points stand beside computed metrics: a point has one source and a time at which it was learnt; a metric rests
on all sources of its network, and when it was learnt is left empty, for it was computed.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ints, frozen
from watchlist.domain.errors import InputError
from watchlist.domain.figures import MetricSeries
from watchlist.domain.instants import parse_iso
from watchlist.domain.periods import Grain, period_start
from watchlist.domain.series import Labels, Points
from watchlist.exports.formulas import as_it_was
from watchlist.exports.table import NO_VALUE, Column, Meaning, Table

KEYS = (
    "asset",
    "metric",
    "variant",
    "grain",
    "period_start",
    "period_end",
    "value",
    "low",
    "high",
    "n",
    "complete",
    "enough",
    "source",
    "learnt_at",
    "simulated",
)
TEXTS = frozenset({"asset", "metric", "variant", "grain", "source"})
NUMBERS = frozenset({"value", "low", "high"})
FLAGS = frozenset({"complete", "enough", "simulated"})
INSTANTS = frozenset({"period_start", "period_end", "learnt_at"})
MEANINGS = {
    key: Meaning.TEXT
    if key in TEXTS
    else Meaning.NUMBER
    if key in NUMBERS
    else Meaning.FLAG
    if key in FLAGS
    else Meaning.INSTANT
    if key in INSTANTS
    else Meaning.WHOLE
    for key in KEYS
}


class TidyRows:
    """Gathers series and points, then gives them as one table."""

    def __init__(self) -> None:
        self._names: dict[str, dict[str, int]] = {key: {} for key in KEYS if key in TEXTS}
        self._parts: dict[str, list[np.ndarray]] = {key: [] for key in KEYS}

    def add_series(self, series: MetricSeries, sources: Sequence[str], *, simulated: bool) -> None:
        """Add every period of a metric."""
        count = len(series)
        self._texts(
            count,
            asset=series.network,
            metric=series.metric,
            variant=series.variant or "raw",
            grain=series.grain.value,
            source="+".join(sources),
        )
        starts = np.array([period_start(one, series.grain) for one in series.periods.tolist()], np.int64)
        self._put("period_start", starts)
        self._put("period_end", series.ends())
        for key, floats in (("value", series.values), ("low", series.low), ("high", series.high)):
            self._put(key, floats)
        self._put("n", np.where(series.n > 0, series.n, NO_VALUE))
        self._put("complete", series.complete)
        self._put("enough", series.enough)
        self._put("learnt_at", np.full(count, NO_VALUE))
        self._put("simulated", np.full(count, simulated))

    def add_points(self, points: Points, *, simulated: bool) -> None:
        """Add the stored points of a series; a point has no period, so it starts and ends at its instant."""
        count = len(points)
        self._texts(count, asset=points.key.network, metric=points.key.name, variant="stored", grain="point")
        held = self._names["source"]
        codes = np.array([held.setdefault(name, len(held)) for name in points.source_names] or [0], np.int64)
        self._put("source", codes[points.source_codes])
        self._put("period_start", points.instants)
        self._put("period_end", points.instants)
        self._put("value", points.values)
        nothing = np.full(count, np.nan)
        self._put("low", nothing)
        self._put("high", nothing)
        self._put("n", np.full(count, NO_VALUE))
        self._put("complete", points.final)
        self._put("enough", ~points.disputed)
        self._put("learnt_at", points.learnt_at)
        self._put("simulated", np.full(count, simulated))

    def table(self, name: str = "tidy") -> Table:
        """Return all rows."""
        return Table(name, tuple(Column(key, key, MEANINGS[key], self._column(key)) for key in KEYS))

    def _texts(self, count: int, **texts: str) -> None:
        for key, text in texts.items():
            held = self._names[key]
            self._put(key, np.full(count, held.setdefault(text, len(held)), np.int64))

    def _put(self, key: str, array: np.ndarray) -> None:
        self._parts[key].append(array)

    def _column(self, key: str) -> Labels | Floats | Ints | Flags:
        parts = self._parts[key]
        if key in NUMBERS:
            return np.concatenate(parts).astype(np.float64) if parts else np.empty(0, np.float64)
        if key in FLAGS:
            return np.concatenate(parts).astype(np.bool_) if parts else np.empty(0, np.bool_)
        whole = np.concatenate(parts).astype(np.int64) if parts else np.empty(0, np.int64)
        if key not in TEXTS:
            return whole
        names = np.empty(len(self._names[key]), np.object_)
        names[:] = list(self._names[key])
        return Labels(frozen(whole), frozen(names))


def read_tidy_csv(path: Path) -> Table:
    """Read a tidy CSV again, value by value as it was. Raises InputError that names the line."""
    columns: dict[str, list[str]] = {key: [] for key in KEYS}
    with path.open(encoding="utf-8-sig", newline="") as source:
        reader = csv.reader(source)
        head = next(reader, [])
        if tuple(head) != KEYS:
            raise InputError("path", f"line 1: the columns have to be {', '.join(KEYS)}")
        for row in reader:
            if len(row) != len(KEYS):
                raise InputError("path", f"line {reader.line_num}: {len(row)} fields instead of {len(KEYS)}")
            for key, field in zip(KEYS, row, strict=True):
                columns[key].append(field)
    return Table("tidy", tuple(Column(key, key, MEANINGS[key], _read(key, columns[key])) for key in KEYS))


def _read(key: str, fields: list[str]) -> Labels | Floats | Ints | Flags:
    try:
        if key in TEXTS:
            return Labels.of([as_it_was(field) if field else None for field in fields])
        if key in NUMBERS:
            return np.array([float(field) if field else np.nan for field in fields], np.float64)
        if key in FLAGS:
            return np.array([{"1": True, "0": False}[field] for field in fields], np.bool_)
        if key in INSTANTS:
            read = {field: parse_iso(field) if field else NO_VALUE for field in set(fields)}
            return np.array([read[field] for field in fields], np.int64)
        return np.array([int(field) if field else NO_VALUE for field in fields], np.int64)
    except (ValueError, KeyError, OverflowError) as error:
        raise InputError("path", f"column {key}: {error}") from None


GRAINS = tuple(grain.value for grain in Grain)
