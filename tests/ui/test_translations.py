"""German and Spanish are whole: placeholders survive, what is compiled is what was written, Qt loads it."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from tests.helpers import translations
from watchlist.settings.resources import resource
from watchlist.ui.languages import chosen_language, speak


@pytest.fixture
def plain(qapp: QApplication) -> Iterator[QApplication]:
    """Return the application, and take away what was installed on it."""
    locale = QLocale()
    yield qapp
    QLocale.setDefault(locale)


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_placeholders_survive(language: str) -> None:
    assert translations.unequal(translations.file_of(language)) == []


@pytest.mark.skipif(not os.environ.get("CI"), reason="texts may be new here; before a merge CI wants them translated")
def test_nothing_is_left_to_translate() -> None:
    assert list(translations.trouble()) == []


@pytest.mark.parametrize(("language", "said"), [("de", "Kohorten"), ("es", "Cohortes")])
def test_the_window_speaks(plain: QApplication, language: str, said: str) -> None:
    installed = speak(plain, resource("translations"), language)
    try:
        assert len(installed) == 2
        assert QCoreApplication.translate("panels", "Cohorts") == said
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") != "Cancel"
        assert QLocale().name().startswith(language)
    finally:
        for one in installed:
            plain.removeTranslator(one)
            one.deleteLater()
    assert QCoreApplication.translate("panels", "Cohorts") == "Cohorts"


def test_english_needs_nothing(plain: QApplication) -> None:
    assert speak(plain, resource("translations"), "en") == []
    assert chosen_language("system") in {"en", *translations.LANGUAGES}
    assert speak(plain, resource("translations"), "en", "de_DE") == []
    assert QLocale().name() == "de_DE"


def test_a_lost_placeholder_is_seen() -> None:
    assert translations.marks("&Open {file} …") == translations.marks("{file} &öffnen …")
    assert translations.marks("{n} days") != translations.marks("Tage")
