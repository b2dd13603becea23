"""Eight fixed views look as they did: each is compared with its kept picture, within a tolerance.

After a change that is wanted: ``python -m tests.ui.test_views`` draws the kept pictures anew; look at them first.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.chart import gallery
from watchlist.settings.values import Settings
from watchlist.ui.chart import colours
from watchlist.ui.first_table import FirstTable
from watchlist.ui.last_table import Cell, LastTable
from watchlist.ui.theme import Theme

FOLDER = Path(__file__).parent / "views"
FONT = "DejaVu Sans"
SIZE = (720, 460)
ALLOWED = 0.012
"""Share of pixels that may differ clearly: smoothed edges move a little between versions of Qt and FreeType."""

CLEARLY = 48
ROWS = (
    ("Ember Parade", "8.43", "+0.8 %", "−1.9 %", "9.1 %", "29.9 %"),
    ("Granite Relay", "3.04", "−5.2 %", "−3.1 %", "40.0 %", "66.4 %"),
    ("Mirage Harvest", "0.4809", "−2.6 %", "−0.1 %", "–", "2.0 %"),
    ("Orchard Loom", "1.49", "−0.2 %", "−14.3 %", "41.9 %", "72.8 %"),
)


def of_chart(name: str, theme: colours.ChartColours) -> Callable[[], QWidget]:
    """Return how a chart of the gallery is made."""

    def make() -> QWidget:
        gallery.dress(theme)
        return gallery.CHARTS[name](theme)

    return make


def table() -> QWidget:
    """Return the table of the first paint in the dark theme."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settings = Settings(None, {"theme": "dark"})
    theme = Theme(app, settings.get)
    theme.apply()
    titles = ("Asset", "Price", "24 h", "7 d", "Retention W4", "Verified")
    rows = tuple(
        (Cell(row[0]), *(Cell(text, "up" if text[0] == "+" else "down" if text[0] == "−" else "") for text in row[1:]))
        for row in ROWS
    )
    kept = LastTable("Watchlist", titles, ("left", *["right"] * 5), (180, 100, 100, 100, 120, 100), rows, "As of then")
    made = FirstTable(kept, theme, "normal")
    made.setAutoFillBackground(True)
    return made


VIEWS: dict[str, Callable[[], QWidget]] = {
    "stack-light": of_chart("stack", colours.LIGHT),
    "stack-dark": of_chart("stack-crosshair", colours.DARK),
    "heat-light": of_chart("heat", colours.LIGHT),
    "lifecycle-dark": of_chart("lifecycle", colours.DARK),
    "lorenz-light": of_chart("lorenz", colours.LIGHT),
    "survival-dark": of_chart("survival", colours.DARK),
    "scatter-light": of_chart("scatter", colours.LIGHT),
    "table-dark": table,
}


def drawn(name: str) -> tuple[QWidget, QImage]:
    """Return a view and its picture."""
    widget = VIEWS[name]()
    widget.resize(*SIZE)
    widget.show()
    for _ in range(6):
        QApplication.processEvents()
    return widget, widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def pixels(image: QImage) -> np.ndarray:
    """Return a picture as an array of height, width and colour."""
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4)[:, :, :3].astype(np.int16)


def unlike(one: QImage, other: QImage) -> float:
    """Return the share of pixels that differ clearly from every pixel around their place in the other picture."""
    a, b = pixels(one), pixels(other)
    if a.shape != b.shape:
        return 1.0
    least = np.full(a.shape[:2], 255)
    for down in (-1, 0, 1):
        for right in (-1, 0, 1):
            moved = np.roll(b, (down, right), (0, 1))
            least = np.minimum(least, np.abs(a - moved).max(axis=2))
    return float((least > CLEARLY).mean())


@pytest.fixture
def fixed_look(qapp: QApplication) -> Iterator[None]:
    """Use one font and one locale, and put back what was there."""
    font, palette, sheet, locale = qapp.font(), qapp.palette(), qapp.styleSheet(), QLocale()
    pin(qapp)
    yield
    qapp.setFont(font)
    qapp.setPalette(palette)
    qapp.setStyleSheet(sheet)
    QLocale.setDefault(locale)


def pin(app: QApplication) -> None:
    """Make everything that a picture depends on fixed."""
    app.setFont(QFont(FONT, 9))
    app.setStyleSheet("")
    QLocale.setDefault(QLocale("en_GB"))


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.usefixtures("fixed_look")
def test_view_looks_as_it_did(qtbot: QtBot, artifacts: Path, name: str) -> None:
    if FONT not in QFontDatabase.families():
        pytest.skip(f"missing: the font {FONT} (Debian package fonts-dejavu-core)")
    widget, now = drawn(name)
    qtbot.addWidget(widget)
    kept = QImage(str(FOLDER / f"{name}.png")).convertToFormat(QImage.Format.Format_RGB32)
    assert not kept.isNull()
    share = unlike(now, kept)
    if share > ALLOWED:
        now.save(str(artifacts / f"view-{name}.png"))
    assert share <= ALLOWED, f"{share:.1%} of {name} differ; the picture is among the artifacts"


def test_a_small_change_is_seen() -> None:
    one = QImage(200, 100, QImage.Format.Format_RGB32)
    one.fill(0xFFFFFF)
    other = one.copy()
    for x in range(20):
        for y in range(20):
            other.setPixel(x, y, 0x000000)
    assert unlike(one, one) == 0
    assert unlike(other, one) > ALLOWED


def main() -> int:
    """Draw the kept pictures anew."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    FOLDER.mkdir(exist_ok=True)
    for name in VIEWS:
        pin(app)
        widget, picture = drawn(name)
        picture.convertToFormat(QImage.Format.Format_Indexed8, Qt.ImageConversionFlag.AvoidDither).save(
            str(FOLDER / f"{name}.png")
        )
        widget.close()
        widget.deleteLater()
    return 0


if __name__ == "__main__":
    sys.exit(main())
