"""Both themes can be read: every text colour on every ground it meets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from watchlist.settings.values import Settings
from watchlist.ui.colours import DARK, ENOUGH, LIGHT, UP_DOWN, Colours, contrast, mixed, readable
from watchlist.ui.theme import SCALE, Theme, looks_dark, palette_of

THEMES = {"light": LIGHT, "dark": DARK}
TEXTS = ("text", "muted", "accent", "up", "down", "info", "warning", "error", "stale", "simulated")
PAIRS = (
    ("on_accent", "accent"),
    ("on_selection", "selection"),
    ("info", "info_ground"),
    ("warning", "warning_ground"),
    ("error", "error_ground"),
    ("text", "info_ground"),
    ("text", "warning_ground"),
    ("text", "error_ground"),
    ("muted", "selection"),
    ("up", "selection"),
    ("down", "selection"),
    ("stale", "selection"),
)


def grounds(colours: Colours) -> tuple[str, ...]:
    return colours.window, colours.base, colours.alternate, colours.raised


@pytest.mark.parametrize("name", THEMES)
def test_every_text_can_be_read(name: str) -> None:
    colours = THEMES[name]
    for ground in grounds(colours):
        for text in TEXTS:
            assert contrast(getattr(colours, text), ground) >= ENOUGH, (text, ground)
        for line in colours.series:
            assert contrast(line, ground) >= ENOUGH, (line, ground)
    for text, ground in PAIRS:
        assert contrast(getattr(colours, text), getattr(colours, ground)) >= ENOUGH, (text, ground)
    for pair in UP_DOWN[name].values():
        for colour in pair:
            for ground in (*grounds(colours), colours.selection):
                assert contrast(colour, ground) >= ENOUGH, (colour, ground)


@pytest.mark.parametrize("name", THEMES)
def test_lines_of_a_chart_differ(name: str) -> None:
    assert len(set(THEMES[name].series)) == len(THEMES[name].series)


def test_contrast_is_the_known_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


@given(colour=st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}"), name=st.sampled_from(sorted(THEMES)))
def test_an_own_colour_is_made_readable(colour: str, name: str) -> None:
    ways = (THEMES[name].base, THEMES[name].alternate, THEMES[name].window)
    assert all(contrast(readable(colour, ways), ground) >= ENOUGH for ground in ways)


def test_theme_follows_settings(qtbot: QtBot, qapp: QApplication) -> None:
    settings = Settings()
    theme = Theme(qapp, settings.get)
    settings.change({"theme": "dark", "up_down_colours": "blue-orange"})
    theme.start()
    assert theme.dark
    assert looks_dark(qapp.palette())
    assert theme.colours.up == UP_DOWN["dark"]["blue-orange"][0]
    settings.change({"theme": "light", "up_down_colours": "own", "up_colour": "#ffff00"})
    with qtbot.waitSignal(theme.changed):
        theme.apply()
    assert contrast(theme.colours.up, theme.colours.base) >= ENOUGH
    assert theme.colour("base").name() == LIGHT.base
    assert theme.font("figure").pointSizeF() == pytest.approx(qapp.font().pointSizeF() * SCALE["figure"])
    theme.follow_system()


def test_text_size(qtbot: QtBot, qapp: QApplication) -> None:
    before = qapp.font()
    settings = Settings(None, {"text_size": 200})
    try:
        Theme(qapp, settings.get).start()
        assert qapp.font().pointSizeF() == pytest.approx(before.pointSizeF() * 2)
    finally:
        qapp.setFont(before)


def test_palette_says_its_scheme() -> None:
    assert looks_dark(palette_of(DARK))
    assert not looks_dark(palette_of(LIGHT))
