"""The PDF report read back by an independent reader: text, bookmarks, fonts, paper, size; charts by an XML parser."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from pypdf import PdfReader

from tests.helpers.filled_house import answer, filled_house
from watchlist.domain import requests as ask
from watchlist.domain.errors import Cancelled, InputError
from watchlist.domain.figures import Missing
from watchlist.domain.findings import CohortMatrix
from watchlist.domain.instants import DAY
from watchlist.domain.messages import Progress
from watchlist.domain.periods import Grain
from watchlist.exports.svg_canvas import Board, nice_ticks
from watchlist.exports.svg_charts import Bars, Pane, heat, heat_map, lifecycle, stack
from watchlist.services import jobs

SVG = "{http://www.w3.org/2000/svg}"
WANTED = (
    "Orchard Loom",
    "SIMULATED",
    "Retention after 4 weeks",
    "What changed since",
    "People stay",
    "What the numbers mean",
    "Simulated by Watchlist",
    "Lifecycle",
    "not investment advice",
)
THESIS = {"text": "People stay 留まる.", "falsifiers": "Retention below 20 %", "review": "2027-01-01"}


def test_a_report_is_readable_and_whole(tmp_path: Path) -> None:
    with filled_house(tmp_path / "house") as house:
        answer(house, ask.SaveDocument("theses", "sim-orchard", THESIS))
        answer(house, ask.MakeSnapshot())
        house.clock.now += DAY
        written = answer(house, ask.MakeReport(str(tmp_path / "a.pdf")))
        letter = answer(house, ask.MakeReport(str(tmp_path / "b.pdf"), paper="letter"))
        with pytest.raises(InputError, match="there already"):
            answer(house, ask.MakeReport(str(tmp_path / "a.pdf")))
        told = [one for one in house.told if isinstance(one, Progress) and one.job == "report"]
    assert told[-1].over
    raw = (tmp_path / "a.pdf").read_bytes()
    assert len(raw) == written.size < 3_000_000
    assert letter.count == 1
    reader = PdfReader(io.BytesIO(raw))
    text = "\n".join(page.extract_text() for page in reader.pages)
    for wanted in WANTED:
        assert wanted in text, wanted
    titles = [one.title for one in reader.outline if not isinstance(one, list)]
    assert any("Orchard Loom" in str(title) for title in titles)
    assert "What the numbers mean" in titles
    assert [round(float(one)) for one in reader.pages[0].mediabox[2:]] == [595, 842]
    assert [round(float(one)) for one in PdfReader(tmp_path / "b.pdf").pages[0].mediabox[2:]] == [612, 792]
    assert fonts_embedded(reader)
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]


def fonts_embedded(reader: PdfReader) -> bool:
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            below = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            if not {"/FontFile2", "/FontFile3"} & set(below.get_object()):
                return False
    return True


def test_a_stopped_report_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = jobs.Job.went_on

    def stop(job: jobs.Job, done: int) -> None:
        job.cancel()
        told(job, done)

    with filled_house(tmp_path / "house") as house:
        monkeypatch.setattr(jobs.Job, "went_on", stop)
        with pytest.raises(Cancelled):
            answer(house, ask.MakeReport(str(tmp_path / "a.pdf")))
        assert not answer(house, ask.CancelJob("report"))
    assert [one.name for one in tmp_path.iterdir()] == ["house"]


def pane(count: int = 40) -> Pane:
    values = np.linspace(1, 100, count)
    values[10:14] = np.nan
    complete = np.ones(count, np.bool_)
    complete[-1:] = False
    return Pane(
        "Price <&>", np.arange(count, dtype=np.int64) * DAY * 7, values, values * 0.9, values * 1.1, complete,
        np.arange(count) > 3, "{:.1f}".format, log=True,
    )  # fmt: skip


def test_charts_are_svg_with_text_and_gaps() -> None:
    drawing = ET.fromstring(stack([pane()], 480, 0, 280 * DAY, simulated=True))
    texts = [one.text for one in drawing.iter(f"{SVG}text")]
    assert {"Price <&>", "SIMULATED", "100.0"} <= set(texts)
    lines = list(drawing.iter(f"{SVG}polyline"))
    assert sum(one.get("stroke-dasharray") == "2 2" for one in lines) == 1  # the period that is not over
    assert len(list(drawing.iter(f"{SVG}polygon"))) == 2  # the band has the gap too
    empty = ET.fromstring(stack([pane(0)], 480, 0, DAY, simulated=False))
    assert "no data" in [one.text for one in empty.iter(f"{SVG}text")]


def test_small_cohorts_are_hollow() -> None:
    shares = np.array([[1.0, 0.5], [1.0, np.nan]])
    matrix = CohortMatrix(
        "a", Grain.WEEK, np.array([2900, 2901]), np.array([50, 3]), np.array([0, 1]), np.zeros((2, 2), np.int64),
        shares, shares, shares, np.array([True, False]), 0, Missing.NONE,
    )  # fmt: skip
    cells = list(ET.fromstring(heat_map(matrix, 480, 5, 5, simulated=False)).iter(f"{SVG}rect"))
    assert len(cells) == 3
    assert [one.get("fill") for one in cells] == [heat(1.0), heat(0.5), "#ffffff"]


def test_bars_go_up_and_down() -> None:
    ones = np.ones(3)
    drawing = lifecycle(
        Bars(("a", "b", "c"), ones, ones * 2, ones, ones, np.array([True, True, False])), 480, simulated=True
    )
    bars = [one for one in ET.fromstring(drawing).iter(f"{SVG}rect") if one.get("fill-opacity")]
    assert len(bars) == 12
    assert sum(one.get("fill-opacity") == "0.35" for one in bars) == 4


def test_ticks_are_round() -> None:
    assert nice_ticks(0, 10, 4) == [0, 2.5, 5, 7.5, 10]
    assert nice_ticks(1, 1) == [1]
    board = Board(10, 10, "a & b")
    assert ET.fromstring(board.document()).find(f"{SVG}title").text == "a & b"  # type: ignore[union-attr]
