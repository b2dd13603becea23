"""The user's own data: previews store nothing, imports are counted once, manual values win."""

from __future__ import annotations

import asyncio
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.house import TestHouse, open_house
from watchlist.domain import requests as ask
from watchlist.domain.errors import InputError
from watchlist.domain.network import SeriesKey
from watchlist.services.imports import COMMITS

NETWORK = "sim-granite"


def _ask(folder: Path, *questions: Any) -> list[Any]:
    async def all_of(house: TestHouse) -> list[Any]:
        return [await house.desk.ask(one) for one in questions]

    with open_house(folder) as house:
        return asyncio.run(all_of(house))


def test_csv_becomes_a_series_that_is_manual(tmp_path: Path) -> None:
    table = tmp_path / "price.csv"
    table.write_text("date,close\n2026-01-01,1.5\n2026-01-02,1.75\nnonsense,2\n2026-01-04,\n")
    mapping = (("time", "date"), ("value", "close"), ("name", "price.usd"))
    preview, report, again, points, look = _ask(
        tmp_path / "data",
        ask.ImportFile(str(table), NETWORK, "csv", mapping, preview=True),
        ask.ImportFile(str(table), NETWORK, "csv", mapping),
        ask.ImportFile(str(table), NETWORK, "csv", mapping),
        ask.PointsOf(SeriesKey(NETWORK, "price.usd")),
        ask.PreviewFile(str(table), "csv"),
    )
    assert (preview.new, preview.rows) == (0, 4)
    assert (report.new, report.skipped) == (2, 2)
    assert again.new == 0
    assert list(points.values) == [1.5, 1.75]
    assert points.source_names == ("manual",)
    assert dict(look.guess)["time"] == "date"


def test_commits_of_a_checkout(tmp_path: Path) -> None:
    repo = tmp_path / "repo"
    repo.mkdir()

    def git(*words: str, who: str = "One", day: int = 1) -> None:
        stamp = f"2026-01-{day:02d}T12:00:00+0000"
        env = {
            "GIT_AUTHOR_NAME": who,
            "GIT_AUTHOR_EMAIL": f"{who}@example.org",
            "GIT_AUTHOR_DATE": stamp,
            "GIT_COMMITTER_NAME": who,
            "GIT_COMMITTER_EMAIL": f"{who}@example.org",
            "GIT_COMMITTER_DATE": stamp,
            "PATH": "/usr/bin:/bin",
            "HOME": str(tmp_path),
        }
        subprocess.run(["git", "-C", str(repo), *words], check=True, capture_output=True, env=env)

    git("init", "-q")
    for day, who in enumerate(("One", "Two", "One", "dependabot[bot]"), 1):
        git("commit", "-q", "--allow-empty", "-m", "work", who=who, day=day)
    report, again, cells = _ask(
        tmp_path / "data",
        ask.ImportFile(str(repo), NETWORK, "git"),
        ask.ImportFile(str(repo), NETWORK, "git"),
        ask.Coverage(NETWORK),
    )
    assert (report.new, report.skipped) == (3, 1)
    assert again.new == 0
    assert any(cell.what == COMMITS and cell.count == 3 for cell in cells)


def test_what_cannot_be_imported_says_why(tmp_path: Path) -> None:
    for request in (
        ask.ImportFile(str(tmp_path / "none.csv"), NETWORK, "csv", (("time", "a"), ("value", "b"))),
        ask.ImportFile(str(tmp_path), NETWORK, "git"),
        ask.ImportFile(str(tmp_path), NETWORK, "xls", (("time", "a"), ("value", "b"))),
        ask.ImportFile(str(tmp_path), "nobody", "git"),
    ):
        with pytest.raises(InputError):
            _ask(tmp_path / "data", request)
