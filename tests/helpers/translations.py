"""Keeps the translations in step with the texts: ``python -m tests.helpers.translations update | check | list``.

``update`` reads the texts out of the program with Qt's own tool, adds those of the tables that are translated where
they are shown, and compiles what is translated; finished translations stay. ``check`` fails where an update would
change something or a text is not translated. ``fill FILE`` takes translations from a JSON file (source to text, one
object for each language). Nothing but the two folders of translations is ever written.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "es")
PLACEHOLDER = re.compile(r"\{[a-z_0-9]*\}|%n|%\d|</?[a-z]+[^>]*>")


class Entry(NamedTuple):
    """One text of a file of translations."""

    context: str
    source: str
    text: str
    finished: bool


def file_of(language: str, folder: Path = FOLDER) -> Path:
    """Return the file of a language."""
    return folder / f"watchlist_{language}.ts"


def table_texts() -> Iterator[tuple[str, str]]:
    """Yield context and text of everything in tables that is translated where it is shown."""
    from watchlist.domain.figures import Missing
    from watchlist.metrics.catalog import METRICS
    from watchlist.settings.schema import SECTIONS, SETTINGS
    from watchlist.ui.actions import ACTIONS, MENUS
    from watchlist.ui.models.watch_columns import COLUMNS
    from watchlist.ui.panels import metric_menu
    from watchlist.ui.panels.table import PANELS

    for title in MENUS.values():
        yield "actions", title
    for action in ACTIONS:
        yield from (("actions", text) for text in (action.title, action.tip))
    for panel in PANELS:
        yield from (("panels", text) for text in (panel.title, panel.tip))
    for column in COLUMNS.values():
        yield from (("columns", text) for text in (column.title, column.tip))
    for title in (*metric_menu.SECTIONS.values(), "Further"):
        yield "sections", title
    for title in SECTIONS.values():
        yield "settings", title
    for setting in SETTINGS.values():
        choices = (choice.title for choice in setting.choices)
        yield from (("settings", text) for text in (setting.title, setting.description, setting.unit, *choices))
    for reason in Missing:
        yield "missing", reason.value
    for metric in METRICS.values():
        texts = (metric.title, metric.definition)  # how it is computed and what fools it are read in English
        yield from (("metrics", text) for text in texts)


def unique_texts() -> list[tuple[str, str]]:
    """Return the table texts once each, empty ones left out."""
    return list(dict.fromkeys(pair for pair in table_texts() if pair[1]))


def tool(name: str) -> str:
    """Return where one of Qt's tools for translations lies."""
    scripts = sysconfig.get_path("scripts")
    found = shutil.which(name, path=scripts) or shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"{name} is not installed")
    return found


def extract(folder: Path) -> None:
    """Bring the files in a folder in step with the program's texts."""
    sources = [*sorted((ROOT / "watchlist" / "ui").rglob("*.py")), ROOT / "watchlist" / "app.py"]
    with tempfile.TemporaryDirectory() as place:
        tables = Path(place) / "tables.py"
        lines = [f"QT_TRANSLATE_NOOP({quoted(context)}, {quoted(text)})" for context, text in unique_texts()]
        tables.write_text("\n".join(lines), encoding="utf-8")
        files = [str(file_of(language, folder)) for language in LANGUAGES]
        for language, file in zip(LANGUAGES, files, strict=True):
            command = [tool("pyside6-lupdate"), *map(str, sources), str(tables), "-locations", "none", "-no-obsolete"]
            command += ["-source-language", "en", "-target-language", language, "-silent", "-ts", file]
            subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)


def quoted(text: str) -> str:
    """Return a text as a literal that Qt's tool reads."""
    return json.dumps(text, ensure_ascii=False)


def entries(file: Path) -> list[Entry]:
    """Return the texts of a file of translations."""
    found: list[Entry] = []
    for context in ET.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None:
                continue
            done = translation.get("type") is None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            text = "\n".join(forms) if forms else translation.text or ""
            found.append(Entry(name, message.findtext("source", ""), text, done and bool(text)))
    return found


def compile_all(source: Path, target: Path) -> None:
    """Compile every language; texts that are not translated stay English."""
    for language in LANGUAGES:
        made = target / f"watchlist_{language}.qm"
        command = [tool("pyside6-lrelease"), "-silent", str(file_of(language, source)), "-qm", str(made)]
        subprocess.run(command, check=True, capture_output=True, text=True)


def fill(file: Path, known: dict[str, str]) -> int:
    """Write translations into a file where a text has none yet; return how many were written."""
    tree = ET.parse(file)
    written = 0
    for message in tree.getroot().iter("message"):
        translation = message.find("translation")
        text = known.get(message.findtext("source", ""))
        if translation is None or not text or (translation.get("type") is None and translation.text):
            continue
        translation.attrib.pop("type", None)
        forms = list(translation.iter("numerusform"))
        if forms:
            for form, part in zip(forms, text.split("\n"), strict=False):
                form.text = part
        else:
            translation.text = text
        written += 1
    body = ET.tostring(tree.getroot(), encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
    return written


def unfinished(file: Path) -> list[Entry]:
    """Return the texts without a translation."""
    return [entry for entry in entries(file) if not entry.finished]


def unequal(file: Path) -> list[Entry]:
    """Return the translations whose placeholders, shortcuts or final dots differ from the text's."""
    return [entry for entry in entries(file) if entry.finished and marks(entry.source) != marks(entry.text)]


def marks(text: str) -> tuple[list[str], bool, bool]:
    """Return what a translation must keep: placeholders, an underlined letter, the dots that mean a dialog."""
    placeholders = sorted(set(PLACEHOLDER.findall(text)))
    return placeholders, bool(re.search(r"&\w", text)), text.endswith("…")


def outdated() -> list[str]:
    """Return the files that an update would change."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for language in LANGUAGES:
            shutil.copy(file_of(language), folder)
        extract(folder)
        compile_all(FOLDER, folder)
        for made in sorted(folder.iterdir()):
            kept = FOLDER / made.name
            if not kept.exists() or kept.read_bytes() != made.read_bytes():
                found.append(made.name)
    return found


def trouble() -> Iterator[str]:
    """Yield everything that keeps the translations from being complete, one line each."""
    for language in LANGUAGES:
        file = file_of(language)
        yield from (f"{file.name}: not translated: {entry.context}: {entry.source}" for entry in unfinished(file))
        yield from (f"{file.name}: other placeholders: {entry.source} → {entry.text}" for entry in unequal(file))
    yield from (f"{name}: an update changes it" for name in outdated())


def update() -> None:
    """Bring the files in step and compile them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    extract(FOLDER)
    compile_all(FOLDER, FOLDER)


def main(arguments: list[str]) -> int:
    """Do what is asked."""
    match arguments:
        case ["update"]:
            update()
        case ["list"]:
            said(dict.fromkeys(entry.source for language in LANGUAGES for entry in unfinished(file_of(language))))
        case ["fill", name]:
            given = json.loads(Path(name).read_text(encoding="utf-8"))
            said(f"{language}: {fill(file_of(language), given[language])}" for language in LANGUAGES)
            update()
        case ["check"]:
            found = list(trouble())
            said(found)
            return int(bool(found))
        case _:
            said(["update, check, list or fill FILE"])
            return 2
    return 0


def said(lines: Iterable[str]) -> None:
    """Print lines, each on one line."""
    sys.stdout.writelines(json.dumps(line, ensure_ascii=False)[1:-1] + "\n" for line in lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
