"""Pictures for export: size, density, text that stays text, marks that are never left out; fixed views do not drift."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.helpers.components import find
from tests.ui.chart import gallery
from watchlist.ui.chart import colours
from watchlist.ui.chart.render import Picture, png, save, svg, to_clipboard
from watchlist.ui.chart.svg import straightened

NAMES = ("stack", "compare", "heat", "lifecycle", "scatter", "multiples", "survival")
WORDS: dict[str, Any] = {
    "title": "Meridian, three years",
    "definition": "Share of a cohort that takes part again in its fourth week.",
    "footer": "Source: simulated, 18 Nov 2026",
}


def chart(qtbot: QtBot, name: str) -> QWidget:
    made = gallery.CHARTS[name](colours.LIGHT)
    qtbot.addWidget(made)
    made.show()
    QApplication.processEvents()
    return made


def unlike(one: QImage, other: QImage, apart: int = 28) -> float:
    """Return the share of pixels that differ clearly."""
    points = [(x, y) for x in range(0, one.width(), 3) for y in range(0, one.height(), 3)]
    wrong = 0
    for x, y in points:
        a, b = one.pixelColor(x, y), other.pixelColor(x, y)
        wrong += max(abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue())) > apart
    return wrong / len(points)


@pytest.mark.parametrize("name", NAMES)
def test_svg_is_whole_and_its_text_is_text(qtbot: QtBot, name: str) -> None:
    document = svg(chart(qtbot, name), Picture(900, 600, 1.0, simulated=True, **WORDS))
    root = ET.fromstring(document)
    texts = " ".join("".join(item.itertext()) for item in root.iter("{http://www.w3.org/2000/svg}text"))
    for words in (*WORDS.values(), "SIMULATED"):
        assert words in texts
    assert b"non-scaling-stroke" not in document
    assert root.get("viewBox") == "0 0 900 600"
    assert len(document) < 900_000


@pytest.mark.parametrize("name", NAMES)
def test_png_has_size_and_density(qtbot: QtBot, name: str) -> None:
    image = QImage.fromData(png(chart(qtbot, name), Picture(700, 500, 2.0, colours.DARK, **WORDS)))
    assert (image.width(), image.height()) == (1400, 1000)
    assert image.dotsPerMeterX() == pytest.approx(192 / 0.0254, abs=1)
    assert image.text("Source") == WORDS["footer"]
    assert image.pixelColor(4, 990).name() == colours.DARK.plot


@pytest.mark.parametrize("name", NAMES)
def test_svg_looks_like_the_png(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    """An independent reader of SVG draws nearly the same picture."""
    if find("rsvg-convert") is None:
        pytest.skip("missing: rsvg-convert (Debian package librsvg2-bin)")
    import subprocess

    made = chart(qtbot, name)
    picture = Picture(800, 560, 1.0, **WORDS)
    save(made, tmp_path / "one.svg", picture)
    save(made, tmp_path / "one.png", picture)
    subprocess.run(["rsvg-convert", "one.svg", "-o", "two.png"], cwd=tmp_path, check=True, timeout=30)
    share = unlike(QImage(str(tmp_path / "one.png")), QImage(str(tmp_path / "two.png")), 90)
    assert share < 0.06


def test_simulated_cannot_be_left_out(qtbot: QtBot) -> None:
    plain = QImage.fromData(png(chart(qtbot, "scatter"), Picture(600, 400, 1.0)))
    marked = QImage.fromData(png(chart(qtbot, "scatter"), Picture(600, 400, 1.0, simulated=True)))
    assert unlike(plain, marked, 5) > 0.005


def test_export_leaves_the_screen_as_it_was(qtbot: QtBot) -> None:
    made = chart(qtbot, "heat")
    before = made.grab().toImage()
    png(made, Picture(500, 400, 1.0, colours.DARK))
    QApplication.processEvents()
    assert unlike(before, made.grab().toImage()) == 0


def test_clipboard(qtbot: QtBot) -> None:
    to_clipboard(chart(qtbot, "lorenz"), Picture(400, 300, 1.0))
    assert QGuiApplication.clipboard().image().width() == 400


def test_scaled_strokes_become_plain() -> None:
    mended = straightened(
        b'<svg xmlns="http://www.w3.org/2000/svg"><g transform="matrix(2,0,0,3,10,20)">'
        b'<path vector-effect="non-scaling-stroke" d="M1,1 L2,2"/></g><g transform="matrix(2,0,0,2,0,0)">'
        b'<rect vector-effect="non-scaling-stroke" x="1" y="1" width="2" height="1"/></g></svg>'
    ).decode()
    assert re.search(r"M12\.000,23\.000 L14\.000,26\.000", mended)
    assert "2.000,2.000 6.000,2.000 6.000,4.000 2.000,4.000" in mended
    assert "matrix" not in mended


@pytest.mark.parametrize("name", ["stack", "heat", "multiples"])
def test_picture_is_the_same_each_time(qtbot: QtBot, name: str) -> None:
    one = QImage.fromData(png(chart(qtbot, name), Picture(600, 420, 1.0)))
    other = QImage.fromData(png(chart(qtbot, name), Picture(600, 420, 1.0)))
    assert unlike(one, other, 0) == 0
