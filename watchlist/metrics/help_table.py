"""The tables of metrics in the help pages, made from the catalog so that page and card never say different things.

A page holds ``<!-- metrics N -->`` where the table of section N stands, up to ``<!-- end -->``; section 0 is all of
them. Reads and writes no file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from watchlist.metrics.catalog import METRICS
from watchlist.metrics.metric import Metric

_PLACE = re.compile(r"<!-- metrics (\d+) -->.*?<!-- end -->", re.DOTALL)
_HEAD = "| Metric | Key | Unit | Per | What it says |\n| --- | --- | --- | --- | --- |"


def with_tables(page: str) -> str:
    """Return a page with every table in it brought up to date."""
    return _PLACE.sub(lambda found: f"<!-- metrics {found[1]} -->\n\n{table(int(found[1]))}\n\n<!-- end -->", page)


def table(section: int = 0) -> str:
    """Return the table of one section's metrics, or of all where the section is 0."""
    return "\n".join([_HEAD, *_rows(entry for entry in METRICS.values() if section in {0, entry.section})])


def card(entry: Metric) -> str:
    """Return everything that is said about one metric, as a part of a page."""
    return (
        f"### {entry.title}\n\n{entry.definition}\n\n"
        f"**How it is computed.** {entry.computed}\n\n**What fools it.** {entry.fooled_by}"
    )


def _rows(entries: Iterable[Metric]) -> list[str]:
    return [
        f"| {entry.title} | `{entry.key}` | {entry.unit} | {', '.join(entry.grains)} | {entry.definition} |"
        for entry in entries
    ]
