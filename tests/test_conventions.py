"""What a machine can judge of the house rules: docstrings, names, complete tables, texts that can be translated.

Sizes are printed, not enforced. Reads source files and tables only; must never start the program.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import re
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from watchlist import about

ROOT = Path(__file__).resolve().parents[1]
BAGS = {"util", "utils", "misc", "common", "core", "helper", "helpers", "manager", "managers", "tools", "stuff"}
TEXTS = ("title", "sentence", "means", "definition", "computed", "fooled_by")
HOSTS = re.compile(r"py[p]i\.org|python[h]osted\.org|npm[j]s\.org|deb\.[d]ebian\.org|yarn[p]kg\.com")
PLACES = re.compile(r"(^|[^\w.])/(w[o]rk|f[a]rm)/[a-z]|/r[o]ot/\.pyenv|/h[o]me/[a-z]+/")
TABLES = [
    ("watchlist.settings.schema", "SETTINGS"),
    ("watchlist.metrics.catalog", "METRICS"),
    ("watchlist.sources.registry", "SOURCES"),
    ("watchlist.alerts.conditions", "CONDITIONS"),
    ("watchlist.ui.actions", "ACTIONS"),
]


@cache
def modules() -> dict[Path, ast.Module]:
    """Return the parsed modules of the program."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "watchlist").rglob("*.py"))}


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tracked() -> list[Path]:
    """Return the files of the repository that are texts."""
    git = shutil.which("git")
    if git and (ROOT / ".git").exists():
        listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
        files = [ROOT / name for name in listed.split("\0") if name]
    else:
        files = [path for part in ("watchlist", "tests", "resources") for path in (ROOT / part).rglob("*")]
    return [path for path in files if path.is_file() and path.suffix not in {".png", ".ico", ".gz", ".zst", ".wav"}]


def table(module: str, name: str) -> list[Any]:
    """Return the entries of a table."""
    value = getattr(importlib.import_module(module), name)
    return list(value.values() if isinstance(value, Mapping) else value)


def test_every_module_says_why_it_exists() -> None:
    silent = [named(path) for path, tree in modules().items() if not ast.get_docstring(tree)]
    assert silent == []


def test_no_bag_names() -> None:
    bags = [named(path) for path in modules() if BAGS & {path.stem, path.parent.name}]
    assert bags == []


def test_no_translation_of_a_text_that_is_put_together() -> None:
    assert [place for path, tree in modules().items() for place in untranslatable(path, tree)] == []


def untranslatable(path: Path, tree: ast.Module) -> Iterator[str]:
    """Yield where a translated text is an f-string, or stands inside one: the extraction tool sees neither."""
    for node in ast.walk(tree):
        inner: Iterable[ast.AST] = ()
        if isinstance(node, ast.JoinedStr):
            inner = (call for call in ast.walk(node) if is_translation(call))
        elif is_translation(node) and isinstance(node, ast.Call):
            inner = (argument for argument in node.args if isinstance(argument, ast.JoinedStr))
        yield from (f"{named(path)}:{getattr(each, 'lineno', 0)}" for each in inner)


def is_translation(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"tr", "translate"}


def test_the_check_for_translations_sees_both_ways() -> None:
    tree = ast.parse('self.tr(f"a {b}")\nf"{self.tr(0)}"\nself.tr("a").format(1)\n"x".translate({})')
    assert list(untranslatable(ROOT / "x.py", tree)) == ["x.py:1", "x.py:2"]


@pytest.mark.parametrize(("module", "name"), TABLES)
def test_tables_are_complete(module: str, name: str) -> None:
    entries = table(module, name)
    assert entries
    assert [key for key, n in Counter(entry.key for entry in entries).items() if n > 1] == []
    empty = [
        f"{entry.key}.{field}"
        for entry in entries
        for field in TEXTS
        if isinstance(getattr(entry, field, None), str) and not getattr(entry, field).strip()
    ]
    assert empty == []


def test_every_source_that_is_asked_says_its_limits_its_terms_and_whom_to_credit() -> None:
    silent = [
        f"{source.key}.{field}"
        for source in table("watchlist.sources.registry", "SOURCES")
        if source.hosts
        for field in ("limits", "terms", "attribution")
        if not getattr(source, field).strip()
    ]
    assert silent == []


def test_every_setting_round_trips() -> None:
    for setting in table("watchlist.settings.schema", "SETTINGS"):
        assert setting.description.strip(), setting.key
        assert setting.check(setting.default) == setting.default, setting.key
        if setting.text(setting.default):
            assert setting.parse(setting.text(setting.default)) == setting.default, setting.key
        for choice in setting.choices:
            assert setting.check(choice.value) == choice.value, setting.key


def test_every_action_has_a_handler_and_a_shortcut_of_its_own() -> None:
    actions = table("watchlist.ui.actions", "ACTIONS")
    shortcuts = Counter(action.shortcut for action in actions if action.shortcut)
    assert [shortcut for shortcut, n in shortcuts.items() if n > 1] == []
    defined = {
        node.name
        for path, tree in modules().items()
        if "ui" in path.parts
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    }
    assert [action.handler for action in actions if action.handler.rpartition(".")[2] not in defined] == []


def test_every_network_file_is_named_after_its_network() -> None:
    files = sorted((ROOT / "resources" / "networks").glob("*.toml"))
    assert files
    for file in files:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        network = data.get("network", data)
        assert network.get("id") == file.stem, file.name
        assert str(network.get("name", "")).strip(), file.name


def test_no_registry_and_no_machine_is_named() -> None:
    found = []
    for path in tracked():
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{named(path)}: {match.group()}" for rule in (HOSTS, PLACES) for match in rule.finditer(text)]
    assert found == []


def test_the_version_stands_once() -> None:
    releases = ET.parse(ROOT / "resources" / "desktop" / f"{about.APP_ID}.metainfo.xml").findall("releases/release")
    assert releases[0].get("version") == about.VERSION
    assert f"## {about.VERSION}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_sizes_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    files = sorted(
        ((len(path.read_text(encoding="utf-8").splitlines()), named(path)) for path in modules()), reverse=True
    )
    classes = sorted(
        (
            (
                sum(isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef) for item in node.body),
                node.name,
                named(path),
            )
            for path, tree in modules().items()
            for node in ast.walk(tree)
            if isinstance(node, ast.ClassDef)
        ),
        reverse=True,
    )
    middle = files[len(files) // 2][0]
    with capsys.disabled():
        print(f"\n{len(files)} files, median {middle} lines; largest files and classes:")  # noqa: T201
        for (lines, file), (methods, name, place) in zip(files[:5], classes[:5], strict=False):
            print(f"  {lines:5} {file:44} {methods:3} methods {name} ({place})")  # noqa: T201
