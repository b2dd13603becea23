"""Makes the program speak the user's language: its own translations and Qt's, the locale of numbers, the direction.

English needs no file. Must stay cheap: it runs before the first paint.
"""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

TRANSLATED = ("de", "es")


def chosen_language(setting: str) -> str:
    """Return the language that a setting means; the system's where the program knows it, else English."""
    if setting and setting != "system":
        return setting
    for name in QLocale.system().uiLanguages():
        language = name.replace("_", "-").partition("-")[0]
        if language in (*TRANSLATED, "en"):
            return language
    return "en"


def speak(app: QApplication, folder: Path, setting: str, number_locale: str = "") -> list[QTranslator]:
    """Install what the chosen language needs and return it; empty for English."""
    if number_locale:
        QLocale.setDefault(QLocale(number_locale))
    language = chosen_language(setting)
    if language not in TRANSLATED:
        return []
    if not number_locale and setting != "system":
        QLocale.setDefault(_numbers_of(language))
    installed: list[QTranslator] = []
    for name, place in (
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"watchlist_{language}", os.fspath(folder)),
    ):
        translator = QTranslator(app)
        if translator.load(name, place):
            app.installTranslator(translator)
            installed.append(translator)
    return installed


def _numbers_of(language: str) -> QLocale:
    """Return the locale of numbers: the system's where it speaks the language too, else the language's own."""
    system = QLocale.system()
    return system if system.name().partition("_")[0] == language else QLocale(language)
