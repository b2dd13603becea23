"""What a report says of one asset: figures with their intervals, charts, control, patterns, alerts, thesis.

Gathers on the store's thread and computes nothing that the metrics do not define.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from watchlist.domain.arrays import Floats, Ints
from watchlist.domain.errors import InputError
from watchlist.domain.figures import Figure, MetricSeries, Missing
from watchlist.domain.findings import CohortMatrix
from watchlist.domain.firings import Firing
from watchlist.domain.instants import DAY, Instant
from watchlist.domain.lens_findings import ConcentrationFinding, Spread
from watchlist.domain.network import Network, SeriesKey
from watchlist.domain.pattern_findings import Indicator, PatternReport
from watchlist.domain.periods import Grain, period_label
from watchlist.domain.series import Points
from watchlist.exports.report import Line, NetworkPages, day_text, minute_text
from watchlist.exports.svg_canvas import BLUE, GREEN, INK, ORANGE, PURPLE
from watchlist.exports.svg_charts import Bars, Pane, heat_map, lifecycle, lorenz, stack
from watchlist.metrics.catalog import METRICS, examine, parse_selector
from watchlist.services.house import House
from watchlist.services.number_text import DASH, figure_text, number_text
from watchlist.services.rows import freshness

WIDTH = 488.0
SPAN = 3 * 365 * DAY
SHOWN = (
    "price.last",
    "price.change.7d",
    "price.change.30d",
    "retention.w4",
    "retention.w12",
    "recurring.3of4",
    "active.w",
    "growth.quick_ratio",
    "verification.rate",
    "concentration.nakamoto50",
    "concentration.gini",
    "patterns",
    "quality",
    "hollow",
    "score",
    "divergence",
)
PANES = (
    ("retention.w4", BLUE),
    ("recurring.3of4", GREEN),
    ("active.w", PURPLE),
    ("verification.rate", ORANGE),
)
COHORTS, AGES = 26, 26
MOST_UNCHECKED = 3


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One asset's pages and the pictures on them."""

    pages: NetworkPages
    pictures: Mapping[str, bytes]


def page_of(
    house: House, network: Network, figures: Mapping[str, Figure], since: Instant | None, *, stale: bool
) -> Page:
    """Return everything that a report says of an asset. Runs on the store's thread."""
    pictures: dict[str, bytes] = {}
    charts: dict[str, str] = {}

    def put(place: str, drawing: bytes | None) -> None:
        if drawing is not None:
            name = f"{len(network.id)}-{network.id.encode().hex()[:40]}-{place}.svg"
            pictures[name] = drawing
            charts[place] = name

    inputs = house.book.inputs(network.id)
    put("stack", _stack(house, network))
    put("cohorts", _cohorts(examine("retention.matrix", inputs, Grain.WEEK), network))
    put("lifecycle", _lifecycle(house, network))
    found = examine("concentration.gini", inputs, Grain.ROLLING_28)
    spreads = [("events", found.events), ("amounts", found.amounts)]
    held = [one for one in spreads if one[1].holdings is not None]
    put("lorenz", lorenz(held, 118.0, simulated=network.simulated) if held else None)
    report: PatternReport = examine("patterns", inputs)
    newest, _oldest = freshness(house, network)
    thesis, note = _thesis(house, network.id)
    fired = house.archive.firings.list(since=since, network=network.id, limit=25)
    pages = NetworkPages(
        network.id,
        network.name,
        network.symbol,
        network.summary,
        network.simulated,
        minute_text(newest) if newest is not None else "none yet",
        stale,
        tuple(_line(key, figures[key]) for key in SHOWN if key in figures),
        charts,
        _control(found) if held else (),
        tuple(_pattern(report, one) for one in Indicator if len(report.marked_by(one))),
        _patterns_note(report),
        tuple(_alert(one) for one in fired),
        thesis,
        tuple(f"{one.text}" for one in network.warnings),
        tuple(f"{one.text}{f' (checked {one.checked})' if one.checked else ''}" for one in network.not_published),
        note,
    )
    return Page(pages, pictures)


def _line(key: str, figure: Figure) -> Line:
    interval = ""
    if figure.low is not None and figure.high is not None:
        interval = f"{number_text(key, figure.low)} – {number_text(key, figure.high)}"
    change = "" if figure.change is None else _signed(key, figure.change)
    remark = ""
    if figure.missing is not Missing.NONE:
        remark = figure.missing.value
    elif not figure.enough:
        remark = "rests on too few participants"
    elif figure.period is not None and figure.as_of is not None:
        remark = f"up to {day_text(figure.as_of - 1)}"
    value = DASH if figure.value is None else figure_text(key, figure)
    if key == "hollow" and figure.value is not None:
        value = "yes" if figure.value else "no"
        change = ""
    return Line(
        METRICS[parse_selector(key).key].title, value, interval, f"{figure.n:,}" if figure.n else "", change, remark
    )


def _signed(key: str, change: float) -> str:
    text = number_text(key, abs(change)).lstrip("+")
    if text.endswith("%"):
        text = f"{text[:-1]} pp"
    return f"{'+' if change > 0 else '−' if change < 0 else '±'}{text}"


def _stack(house: House, network: Network) -> bytes:
    panes = [_price_pane(house.archive.points.read(SeriesKey(network.id, "price.usd")))]
    for key, colour in PANES:
        pane = _metric_pane(house, network.id, key, colour)
        if pane is not None:
            panes.append(pane)
    ends = [int(pane.instants[-1]) for pane in panes if len(pane.instants)]
    starts = [int(pane.instants[np.isfinite(pane.values)][0]) for pane in panes if np.isfinite(pane.values).any()]
    end = max(ends, default=house.clock())
    start = max(min(starts, default=end - SPAN), end - SPAN)
    return stack(panes, WIDTH, start, max(end, start + DAY), simulated=network.simulated)


def _price_pane(points: Points) -> Pane:
    nothing = np.full(len(points), np.nan)
    return Pane(
        "Price, USD",
        points.instants,
        points.values,
        nothing,
        nothing,
        points.final | True,
        ~points.disputed,
        lambda value: number_text("price.last", value),
        INK,
        62.0,
        log=True,
        empty="no price: the asset has no token, or none was read",
    )


def _metric_pane(house: House, network: str, key: str, colour: str) -> Pane | None:
    try:
        series = house.book.series(network, key)
    except InputError:
        return None
    return Pane(
        METRICS[key].title,
        series.ends(),
        series.values,
        series.low,
        series.high,
        series.complete,
        series.enough,
        lambda value: number_text(key, value),
        colour,
        empty=series.missing.value,
    )


def _cohorts(matrix: CohortMatrix, network: Network) -> bytes | None:
    if matrix.missing is not Missing.NONE or not matrix.sizes.any():
        return None
    return heat_map(matrix, WIDTH, COHORTS, AGES, simulated=network.simulated)


def _lifecycle(house: House, network: Network) -> bytes | None:
    parts = {
        key: house.book.series(network.id, f"growth.{key}") for key in ("new", "retained", "resurrected", "churned")
    }
    base = parts["new"]
    if not len(base):
        return None
    periods = base.periods[-104:]
    columns = {key: _at(series, periods) for key, series in parts.items()}
    labels = tuple(period_label(int(one), base.grain) for one in periods)
    complete = base.complete[-104:]
    return lifecycle(
        Bars(labels, columns["new"], columns["retained"], columns["resurrected"], columns["churned"], complete),
        WIDTH,
        simulated=network.simulated,
    )


def _at(series: MetricSeries, periods: Ints) -> Floats:
    found = np.full(len(periods), np.nan)
    _, ours, theirs = np.intersect1d(periods, series.periods, return_indices=True)
    found[ours] = series.values[theirs]
    return found


def _control(found: ConcentrationFinding) -> tuple[tuple[str, str, str], ...]:
    def cell(side: Spread, of: Any) -> str:
        return DASH if side.holdings is None else str(of(side.holdings))

    rows: tuple[tuple[str, Any], ...] = (
        ("Participants", lambda h: f"{h.n:,}"),
        ("Nakamoto coefficient at 33 / 50 / 67 %", lambda h: " / ".join(f"{one:,}" for one in h.nakamoto)),
        ("Share of the largest", lambda h: f"{h.top_1 * 100:.1f}%"),
        ("Share of the ten largest", lambda h: f"{h.top_10 * 100:.1f}%"),
        ("Gini coefficient", lambda h: f"{h.gini:.2f}"),
        ("Effective number", lambda h: f"{h.effective:,.1f}"),
    )
    return tuple((title, cell(found.events, of), cell(found.amounts, of)) for title, of in rows)


def _pattern(report: PatternReport, indicator: Indicator) -> tuple[str, str, str]:
    groups = [one for one in report.groups if one.indicator is indicator]
    largest = max(groups, key=len)
    return indicator.value, f"{len(report.marked_by(indicator)):,}", largest.reason


def _patterns_note(report: PatternReport) -> str:
    share = report.share()
    told = "Nobody could be looked at." if share is None else (
        f"{len(report.marked):,} of {report.checked:,} participants show a pattern ({share * 100:.1f}%), "
        f"at the level “{report.level.value}”."
    )  # fmt: skip
    missing = sorted({f"{one.indicator.value}: {one.reason}" for one in report.unchecked})
    rest = f" and {len(missing) - MOST_UNCHECKED} more" if len(missing) > MOST_UNCHECKED else ""
    return told + (f" Not checked: {'; '.join(missing[:MOST_UNCHECKED])}{rest}." if missing else "")


def _alert(firing: Firing) -> tuple[str, str]:
    late = f" (noticed {day_text(firing.noticed)})" if firing.caught_up else ""
    return day_text(firing.came_true), firing.sentence + late


def _thesis(house: House, network: str) -> tuple[tuple[tuple[str, str], ...], str]:
    entry = house.documents.table("theses").get(network) or {}
    parts = (
        ("What I believe", str(entry.get("text", ""))),
        ("What would prove me wrong", str(entry.get("falsifiers", ""))),
        ("To be looked at again", str(entry.get("review", "")) if entry.get("text") else ""),
    )
    note = house.documents.table("notes").get(network) or {}
    return tuple((title, text) for title, text in parts if text.strip()), str(note.get("text", ""))
