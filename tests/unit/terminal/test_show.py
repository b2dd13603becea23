"""The list in the terminal: printed from what was kept while nothing changed, and never a moment longer."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.filled_house import NETWORK, answer, filled_house
from watchlist.domain import requests as ask
from watchlist.settings.paths import Paths
from watchlist.terminal import cli, kept_list


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with filled_house(tmp_path):
        pass
    Paths(tmp_path).make()
    return tmp_path


def plain_show(folder: Path, *words: str) -> int:
    return cli.main(["--data-dir", str(folder), "show", *words])


def test_a_kept_list_prints_the_same(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paths = Paths(folder)
    assert kept_list.load(paths, "") is None
    assert plain_show(folder, "--json") == 0
    first = json.loads(capsys.readouterr().out)
    kept = kept_list.load(paths, "")
    assert kept is not None
    assert kept.rows[0].network == NETWORK
    assert plain_show(folder, "--json") == 0
    again = json.loads(capsys.readouterr().out)
    assert {**first, "as_of": ""} == {**again, "as_of": ""}
    assert plain_show(folder, "--csv") == 0
    read = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert float(read[0]["price.last"]) == first["rows"][0]["figures"]["price.last"]["value"]
    assert read[0]["simulated"] == "1"


def test_any_change_drops_it(folder: Path) -> None:
    paths = Paths(folder)
    for change in (
        lambda: (paths.documents / "lists.json").write_bytes((paths.documents / "lists.json").read_bytes() + b" "),
        lambda: os.utime(paths.archive / "archive.duckdb"),
        lambda: paths.settings_file.write_text("{}", encoding="utf-8"),
        lambda: (paths.archive / "archive.duckdb.wal").write_bytes(b""),
    ):
        (paths.archive / "archive.duckdb.wal").unlink(missing_ok=True)
        paths.settings_file.unlink(missing_ok=True)
        keep(folder)
        assert kept_list.load(paths, "") is not None
        change()
        assert kept_list.load(paths, "") is None


def keep(folder: Path) -> None:
    with filled_house(folder.parent / f"{folder.name}-other") as house:
        table = answer(house, ask.ListTable())
    kept_list.save(Paths(folder), "", table, 48, sys.maxsize)


def test_what_was_written_after_closing_is_not_covered(folder: Path) -> None:
    with filled_house(folder.parent / f"{folder.name}-other") as house:
        table = answer(house, ask.ListTable())
    kept_list.save(Paths(folder), "", table, 48, 0)
    assert kept_list.load(Paths(folder), "") is None


def test_old_data_becomes_old_without_being_read_again(folder: Path) -> None:
    keep(folder)
    path = folder / "cache" / "show-.json"
    plain = json.loads(path.read_bytes())
    plain["rows"][0][4] = False
    plain["rows"][0][6] = 1
    path.write_text(json.dumps(plain), encoding="utf-8")
    kept = kept_list.load(Paths(folder), "")
    assert kept is not None
    assert kept.rows[0].stale
    path.write_bytes(path.read_bytes()[:-7])
    assert kept_list.load(Paths(folder), "") is None


def test_the_quick_way_imports_nothing_heavy(folder: Path) -> None:
    keep(folder)
    code = (
        "import sys; from watchlist.__main__ import main; main(sys.argv[1:]);"
        "heavy = ('numpy', 'duckdb', 'asyncio', 'httpx', 'PySide6', 'msgspec');"
        "print([n for n in heavy if n in sys.modules], file=sys.stderr)"
    )
    words = [sys.executable, "-c", code, "--data-dir", str(folder), "show"]
    done = subprocess.run(words, capture_output=True, text=True, check=True, encoding="utf-8")
    assert "Orchard Loom" in done.stdout
    assert "SIMULATED" in done.stdout
    assert done.stderr.strip().splitlines()[-1] == "[]"
