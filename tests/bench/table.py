"""How every benchmark tells its result: a table for people, then one line of JSON for machines.

A missed target is printed, never raised: a benchmark is not a test, and ``start.py bench`` exits 0 with it.
"""

from __future__ import annotations

import json
import math
import operator
import sys
from collections.abc import Mapping, Sequence

OPERATIONS = {">=": operator.ge, "<=": operator.le}


def cell(value: object) -> str:
    """Return a value as it stands in the table: three significant figures are enough for a measurement."""
    if value is None:
        return "–"
    if isinstance(value, float):
        if math.isnan(value):
            return "–"
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def aligned(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """Return the lines of a table: texts to the left, numbers to the right."""
    body = [[cell(value) for value in row] for row in rows]
    widths = [max(len(line[at]) for line in [list(columns), *body]) for at in range(len(columns))]
    right = [
        bool(rows) and all(isinstance(row[at], int | float | None) for row in rows) and at > 0
        for at in range(len(columns))
    ]
    lines = []
    for line in [list(columns), ["-" * width for width in widths], *body]:
        parts = [
            text.rjust(width) if number else text.ljust(width)
            for text, width, number in zip(line, widths, right, strict=True)
        ]
        lines.append("  ".join(parts).rstrip())
    return lines


def report(
    bench: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[object]],
    figures: Mapping[str, float],
    targets: Mapping[str, tuple[str, float]],
) -> None:
    """Print the table, the targets, and as the last line the JSON object.

    ``targets`` maps a key of ``figures`` to ``(">=" or "<=", number)``. A figure that could not be measured (absent
    or NaN) meets no target.
    """
    met: dict[str, bool] = {}
    lines = [bench, "", *aligned(columns, rows), ""]
    for key, (sign, wanted) in targets.items():
        figure = figures.get(key, math.nan)
        met[key] = not math.isnan(figure) and bool(OPERATIONS[sign](figure, wanted))
        lines.append(f"{'met   ' if met[key] else 'MISSED'}  {key}: {cell(float(figure))} (target {sign} {wanted:g})")
    result = {
        "bench": bench,
        "figures": {key: None if math.isnan(value) else round(float(value), 6) for key, value in figures.items()},
        "targets": {key: {"op": sign, "value": wanted} for key, (sign, wanted) in targets.items()},
        "met": met,
    }
    sys.stdout.write("\n".join([*lines, json.dumps(result)]) + "\n")
    sys.stdout.flush()
