"""The watchlist as text: a table that fits the width, JSON or CSV. Computes nothing itself."""

from __future__ import annotations

import csv
import io
import json
import sys
from typing import TYPE_CHECKING

from watchlist.domain.instants import DAY, HOUR, MINUTE, iso
from watchlist.exports.formulas import harmless
from watchlist.terminal.output import Cell, Column, spark, table, wants_colour, width_of, write

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from watchlist.domain.answers import WatchRow, WatchTable
    from watchlist.domain.figures import Figure
    from watchlist.domain.instants import Instant
    from watchlist.terminal.kept_list import KeptFigure, KeptRow, KeptTable

    AnyFigure: TypeAlias = Figure | KeptFigure

DASH = "–"

COLUMNS = (
    Column("Asset"),
    Column("Price", right=True),
    Column("24 h", right=True, rank=2),
    Column("7 d", right=True, rank=3),
    Column("30 d", right=True, rank=4),
    Column("90 days", rank=8),
    Column("Retention W4", right=True),
    Column("Verified", right=True, rank=5),
    Column("Recurring", right=True, rank=1),
    Column("Quality", right=True, rank=6),
    Column("Score", right=True, rank=1),
    Column("Flags", rank=7),
    Column("Data", right=True, rank=2),
    Column("Alerts", right=True, rank=6),
)


def print_list(found: WatchTable | KeptTable, *, as_json: bool, as_csv: bool) -> None:
    """Print a list in the form that was asked for."""
    if as_json:
        print_json(found)
    elif as_csv:
        print_csv(found)
    else:
        as_table(found)


def as_table(found: WatchTable | KeptTable) -> None:
    """Print a list as a table."""
    if not found.rows:
        write(["The list is empty. Add a network with: networks add opengradient (or: demo --refresh)"])
        return
    rows = [_cells(row, found.as_of) for row in found.rows]
    write(table(COLUMNS, rows, width=width_of(sys.stdout), colour=wants_colour(sys.stdout)))


def print_json(found: WatchTable | KeptTable) -> None:
    """Print a list as JSON: every figure with interval, n, completeness and sources."""
    plain = {
        "list": found.list_id,
        "title": found.title,
        "as_of": iso(found.as_of),
        "rows": [
            {
                "network": row.network,
                "name": row.name,
                "symbol": row.symbol,
                "simulated": row.simulated,
                "stale": row.stale,
                "updated": iso(row.updated) if row.updated is not None else None,
                "alerts": row.alerts,
                "figures": {key: _plain(figure) for key, figure in row.figures.items()},
            }
            for row in found.rows
        ],
    }
    write([json.dumps(plain, ensure_ascii=False, indent=1)])


def print_csv(found: WatchTable | KeptTable) -> None:
    """Print a list as CSV: plain numbers, missing ones empty."""
    keys = list(found.rows[0].figures) if found.rows else []
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["network", "name", "symbol", "simulated", "updated", *keys])
    for row in found.rows:
        values = ["" if (v := row.figures[key].value) is None else repr(v) for key in keys]
        updated = iso(row.updated) if row.updated is not None else ""
        writer.writerow([row.network, harmless(row.name), harmless(row.symbol), int(row.simulated), updated, *values])
    write(out.getvalue().splitlines())


def _cells(row: WatchRow | KeptRow, now: Instant) -> list[Cell]:
    figures = row.figures
    name = f"{row.name} {row.symbol}" + (" SIMULATED" if row.simulated else "")
    return [
        Cell(name, "bold"),
        Cell(_price(figures.get("price.last"))),
        _change(figures.get("price.change.24h")),
        _change(figures.get("price.change.7d")),
        _change(figures.get("price.change.30d")),
        Cell(spark(row.spark), "muted"),
        _share(figures.get("retention.w4")),
        _share(figures.get("verification.rate")),
        _share(figures.get("recurring.3of4")),
        _whole(figures.get("quality")),
        _whole(figures.get("score")),
        Cell(_flags(figures), "warning"),
        Cell(_age(row, now), "warning" if row.stale else ""),
        Cell(f"▲ {row.alerts}" if row.alerts else "", "down"),
    ]


def _value(figure: AnyFigure | None) -> float | None:
    return None if figure is None else figure.value


def _price(figure: AnyFigure | None) -> str:
    value = _value(figure)
    if value is None:
        return DASH
    digits = 2 if abs(value) >= 1 else 4 if abs(value) >= 0.01 else 8
    return f"{value:,.{digits}f}"


def _change(figure: AnyFigure | None) -> Cell:
    value = _value(figure)
    if value is None:
        return Cell(DASH, "muted")
    return Cell(f"{value * 100:+.1f}%", "up" if value > 0 else "down" if value < 0 else "")


def _share(figure: AnyFigure | None) -> Cell:
    value = _value(figure)
    if value is None or figure is None:
        return Cell(DASH, "muted")
    return Cell(f"{value * 100:.1f}%" + ("" if figure.enough else "?"), "" if figure.enough else "muted")


def _whole(figure: AnyFigure | None) -> Cell:
    value = _value(figure)
    return Cell(DASH, "muted") if value is None else Cell(f"{value:.0f}")


def _flags(figures: Mapping[str, AnyFigure]) -> str:
    found: list[str] = []
    if _value(figures.get("hollow")):
        found.append("hollow")
    ahead = _value(figures.get("divergence"))
    if ahead is not None and abs(ahead) >= 3.5:
        found.append("price ahead" if ahead > 0 else "price behind")
    return ", ".join(found)


def _age(row: WatchRow | KeptRow, now: Instant) -> str:
    if row.updated is None:
        return DASH
    ago = max(0, now - row.updated)
    text = f"{ago // DAY} d" if ago >= DAY else f"{ago // HOUR} h" if ago >= HOUR else f"{ago // MINUTE} min"
    return f"old {text}" if row.stale else text


def _plain(figure: AnyFigure) -> dict[str, object]:
    return {
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "n": figure.n or None,
        "complete_up_to": iso(figure.as_of) if figure.as_of is not None else None,
        "enough": figure.enough,
        "missing": str(figure.missing) or None,
        "sources": list(figure.sources),
    }
