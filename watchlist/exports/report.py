"""A list as a PDF: content in plain values, charts as SVG, pages by typst from the template in the resources.

Everything is made in a folder of its own that is removed afterwards; the template reads data and never runs any.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
import typst

from watchlist.domain.instants import Instant, datetime_of

PAPERS = {"a4": "a4", "letter": "us-letter"}


@dataclass(frozen=True, slots=True)
class Line:
    """A figure in a table: title, value, interval, what it rests on, and a remark where one is needed."""

    title: str
    value: str
    interval: str = ""
    n: str = ""
    change: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class NetworkPages:
    """What stands on the pages of one asset; ``charts`` maps a place of the template to the name of a picture."""

    id: str
    name: str
    symbol: str
    summary: str
    simulated: bool
    updated: str
    stale: bool
    figures: tuple[Line, ...]
    charts: Mapping[str, str]
    control: tuple[tuple[str, str, str], ...]
    patterns: tuple[tuple[str, str, str], ...]
    patterns_note: str
    alerts: tuple[tuple[str, str], ...]
    thesis: tuple[tuple[str, str], ...]
    warnings: tuple[str, ...]
    not_published: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReportContent:
    """Everything that a report says, as text."""

    title: str
    as_of: str
    program: str
    simulated: bool
    changes_since: str
    changes: tuple[tuple[str, str, str, str, str], ...]
    overview: tuple[tuple[str, ...], ...]
    networks: tuple[NetworkPages, ...]
    glossary: tuple[tuple[str, str, str, str], ...]
    sources: tuple[tuple[str, str, str], ...]
    attributions: tuple[str, ...]
    paper: str = "a4"
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)


def day_text(instant: Instant) -> str:
    """Return a day as a reader writes it, in UTC."""
    moment = datetime_of(instant)
    return f"{moment.day} {moment:%B %Y}"


def minute_text(instant: Instant) -> str:
    """Return an instant as a reader writes it, in UTC."""
    return f"{day_text(instant)}, {datetime_of(instant):%H:%M} UTC"


def render(content: ReportContent, template: Path, made: Instant, fonts: Sequence[Path] = ()) -> bytes:
    """Return the PDF. Raises RuntimeError where the template does not compile, OSError."""
    with tempfile.TemporaryDirectory(prefix="watchlist-report-") as name:
        folder = Path(name)
        (folder / "report.typ").write_bytes(template.read_bytes())
        plain = msgspec.to_builtins(content)
        del plain["pictures"]
        (folder / "content.json").write_bytes(msgspec.json.encode(plain))
        for picture, drawing in content.pictures.items():
            (folder / picture).write_bytes(drawing)
        pdf: bytes = typst.compile(
            str(folder / "report.typ"),
            root=str(folder),
            font_paths=[str(one) for one in fonts],
            sys_inputs={"paper": PAPERS[content.paper]},
            timestamp=made // 1_000_000,
        )
    return pdf
