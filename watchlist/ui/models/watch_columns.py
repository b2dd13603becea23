"""The columns of the watchlist as data: chooser, widths, sorting, tooltips and export order are derived from them.

A column shows a field of the row or the figure of a metric selector. Further columns come from the metric catalog.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from watchlist.domain.errors import InputError
from watchlist.metrics.catalog import METRICS, parse_selector
from watchlist.ui.words import Format, form_of, metric_text


class WatchColumn(NamedTuple):
    """One column. ``metric`` is a selector, or empty for a field of the row; ``paint`` names a painter of its own.

    ``widest`` is a sample text: the width follows from it and the font. Titles are translated where they are shown
    (context "columns").
    """

    key: str
    title: str
    tip: str
    widest: str
    format: Format = Format.NUMBER
    metric: str = ""
    paint: str = ""
    right: bool = True
    first: bool = True


_ROWS = (
    WatchColumn("asset", "Asset", "Name and symbol", "Orchard Loomings  SIM-ORCH  SIMU", right=False, paint="asset"),
    WatchColumn("price", "Price", "Newest price in US dollars", "123,456.78", Format.PRICE, "price.last"),
    WatchColumn(
        "change_24h", "24 h", "Change of the price in 24 hours", "+123.4 %", Format.CHANGE, "price.change.24h", "change"
    ),
    WatchColumn(
        "change_7d", "7 d", "Change of the price in 7 days", "+123.4 %", Format.CHANGE, "price.change.7d", "change"
    ),
    WatchColumn(
        "change_30d", "30 d", "Change of the price in 30 days", "+123.4 %", Format.CHANGE, "price.change.30d", "change"
    ),
    WatchColumn("spark", "90 days", "Price of the last 90 days", "0000000000", paint="spark", right=False),
    WatchColumn(
        "retention",
        "Retention W4",
        "Share of the newcomers of four weeks ago who are active now, with its 95 % interval",
        "100.0 % ▲ ▕██▏",
        Format.SHARE,
        "retention.w4",
        "band",
    ),
    WatchColumn(
        "verification",
        "Verified",
        "Verified items of all used items in the newest complete week",
        "100.0 %",
        Format.SHARE,
        "verification.rate",
    ),
    WatchColumn(
        "recurring",
        "Recurring",
        "Of those active in the last 4 complete weeks, the share active in at least 3",
        "100.0 %",
        Format.SHARE,
        "recurring.3of4",
    ),
    WatchColumn("quality", "Quality", "Growth quality, 0 to 100", "100", Format.SCORE, "quality"),
    WatchColumn(
        "score", "Score", "Coordination score, 0 to 100: a lens, not advice", "100", Format.SCORE, "score", "score"
    ),
    WatchColumn(
        "flags",
        "Flags",
        "Hollow growth; price ahead of or behind participation",
        "hollow  ahead",
        paint="flags",
        right=False,
    ),
    WatchColumn("age", "Data", "Age of the newest data", "100 min", paint="age"),
    WatchColumn("alerts", "Alerts", "Rules that are true now", "▲ 99", Format.COUNT, paint="alerts"),
    WatchColumn("tags", "Tags", "Your tags", "two tags here", paint="tags", right=False, first=False),
    WatchColumn("note", "Note", "Your note", "the beginning of a note", right=False, first=False),
    WatchColumn("group", "Group", "Your group", "a group", right=False, first=False),
)

COLUMNS: Mapping[str, WatchColumn] = {column.key: column for column in _ROWS}
"""All built-in columns in their first order."""


def metric_column(selector: str, title: str, tip: str, form: Format) -> WatchColumn:
    """Return a column for any metric of the catalog."""
    return WatchColumn(f"metric:{selector}", title, tip, "123,456.7", form, selector, first=False)


def column_of(key: str) -> WatchColumn | None:
    """Return the column with a key, built-in or made from a metric's selector; None where there is none."""
    if key in COLUMNS:
        return COLUMNS[key]
    head, _, selector = key.partition(":")
    if head != "metric" or not selector:
        return None
    try:
        entry = METRICS.get(parse_selector(selector).key)
    except InputError:
        return None
    if entry is None or entry.function is None:
        return None
    rest = selector[len(entry.key) :]
    title = metric_text(entry.title)
    title = f"{title} ({rest.strip('@+').replace('stream:', '').replace('+', ', ')})" if rest else title
    return metric_column(selector, title, metric_text(entry.definition), form_of(entry.format.value))
