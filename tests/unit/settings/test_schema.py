"""Every setting is complete, its default is valid, and its text form comes back as the same value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.domain.errors import InputError
from watchlist.settings.schema import SECTIONS, SETTINGS, Kind, Setting, defaults, of_section
from watchlist.settings.values import documentation, parse_assignments

EVERY = pytest.mark.parametrize("setting", SETTINGS.values(), ids=list(SETTINGS))


@EVERY
def test_setting_is_complete(setting: Setting) -> None:
    assert setting.section in SECTIONS
    assert setting.title[0].isupper()
    assert not setting.title.endswith(".")
    assert setting.description.endswith((".", ";"))
    assert "!" not in setting.description
    assert setting.check(setting.default) == setting.default
    assert setting.parse(setting.text(setting.default)) == setting.default
    assert bool(setting.choices) == (setting.kind is Kind.CHOICE)
    if setting.kind in {Kind.WHOLE, Kind.NUMBER}:
        assert setting.low is not None
        assert setting.high is not None
    if setting.shown_when:
        assert SETTINGS[setting.shown_when].kind is Kind.YES_NO


@EVERY
def test_every_choice_round_trips(setting: Setting) -> None:
    for choice in setting.choices:
        assert setting.check(choice.value) == choice.value
        assert setting.parse(choice.value) == choice.value
        assert choice.title


def test_sections_hold_every_setting_once() -> None:
    keys = [setting.key for section in SECTIONS for setting in of_section(section)]
    assert sorted(keys) == sorted(SETTINGS)
    assert defaults().keys() == SETTINGS.keys()


def test_documentation_names_every_setting() -> None:
    text = documentation()
    assert all(f"`{key}`" in text for key in SETTINGS)


WRONG: dict[Kind, list[object]] = {
    Kind.YES_NO: [1, "yes", None, 0.0],
    Kind.WHOLE: [True, 1.5, "3", None, float("nan")],
    Kind.NUMBER: [True, "3", None, float("nan"), float("inf")],
    Kind.TEXT: [3, None, "two\nlines", "\x00"],
    Kind.CHOICE: ["nothing of this", 3, None],
    Kind.CLOCK: ["24:00", "7:30", "07:60", 7, None],
    Kind.COLOUR: ["red", "#12345", "#1234567", None],
    Kind.NAMES: ["a", [1], ["a,b"], [" "], None],
    Kind.FOLDER: [3, None, "a\nb"],
}


@EVERY
def test_wrong_values_are_refused_with_a_reason(setting: Setting) -> None:
    for value in WRONG[setting.kind]:
        with pytest.raises(InputError) as caught:
            setting.check(value)
        assert caught.value.field == setting.key
        assert caught.value.reason


@EVERY
def test_bounds_are_kept(setting: Setting) -> None:
    if setting.low is None or setting.high is None:
        return
    for value, fits in ((setting.low, True), (setting.high, True), (setting.low - 1, False), (setting.high + 1, False)):
        number = int(value) if setting.kind is Kind.WHOLE else value
        if fits:
            assert setting.check(number) == number
        else:
            with pytest.raises(InputError):
                setting.check(number)


@given(text=st.text(max_size=40))
def test_any_text_is_either_read_or_refused(text: str) -> None:
    for setting in SETTINGS.values():
        try:
            value = setting.parse(text)
        except InputError:
            continue
        assert setting.check(list(value) if isinstance(value, tuple) else value) == value


def test_assignments() -> None:
    assert parse_assignments(["theme=dark", "min_cohort = 30", "hosts_off=a.example, b.example"]) == {
        "theme": "dark",
        "min_cohort": 30,
        "hosts_off": ("a.example", "b.example"),
    }
    assert parse_assignments(["offline=ON"]) == {"offline": True}
    for bad in ("theme", "nothing=1", "theme=pink", "min_cohort=many", "offline=perhaps", "text_size=110.5"):
        with pytest.raises(InputError):
            parse_assignments([bad])


def test_allowed_says_what_fits() -> None:
    assert SETTINGS["text_size"].allowed() == "100 to 200 %"
    assert "dark" in SETTINGS["theme"].allowed()
    assert SETTINGS["offline"].allowed() == "yes or no"
