"""The user's values survive everything: damage, newer versions, unknown keys, a full disk."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.domain.errors import InputError, StoreError
from watchlist.settings import values as module
from watchlist.settings.schema import SETTINGS
from watchlist.settings.values import Settings


def kept(path: Path) -> dict[str, object]:
    content = json.loads(path.read_text("utf-8"))["settings"]
    assert isinstance(content, dict)
    return content


def test_only_what_differs_is_written_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    settings = Settings(path)
    settings.set("theme", "dark")
    settings.set("hosts_off", ["a.example"])
    settings.set("min_cohort", 20)
    assert kept(path) == {"theme": "dark", "hosts_off": ["a.example"]}
    again = Settings(path)
    assert again["theme"] == "dark"
    assert again["hosts_off"] == ("a.example",)
    assert again.get("min_cohort") == 20
    assert again.is_default("min_cohort")
    assert not again.problems
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_listeners_hear_real_changes_only(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    heard: list[str] = []
    settings.listen(heard.append)
    settings.change({"theme": "dark", "min_cohort": 20})
    settings.set("theme", "dark")
    settings.reset(["theme"])
    assert heard == ["theme", "theme"]
    settings.set("offline", value=True)
    settings.reset()
    assert settings["offline"] is False


def test_one_bad_value_changes_nothing(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    with pytest.raises(InputError):
        settings.change({"theme": "dark", "min_cohort": -3})
    assert settings["theme"] == "system"
    assert not (tmp_path / "settings.json").exists()
    with pytest.raises(InputError):
        settings.set("no_such_setting", 1)
    with pytest.raises(KeyError):
        settings["no_such_setting"]


def test_bad_values_are_kept_in_a_copy_reset_and_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    content = {"version": 1, "settings": {"theme": "pink", "min_cohort": 33, "from_the_future": [1, 2]}}
    path.write_text(json.dumps(content), "utf-8")
    settings = Settings(path)
    assert settings["theme"] == "system"
    assert settings["min_cohort"] == 33
    (problem,) = settings.problems
    assert problem.key == "theme"
    assert json.loads(Path(problem.kept_in).read_text("utf-8")) == content
    settings.set("offline", value=True)
    assert kept(path) == {"min_cohort": 33, "from_the_future": [1, 2], "offline": True}


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"settings": 3, "version": 1}', '{"version": "x", "settings": {}}']
)
def test_a_damaged_file_is_kept_and_the_program_starts(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content, "utf-8")
    settings = Settings(path)
    (problem,) = settings.problems
    assert Path(problem.kept_in).read_text("utf-8") == content
    settings.set("theme", "dark")
    assert Settings(path)["theme"] == "dark"


@given(raw=st.binary(max_size=200))
def test_any_bytes_start(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "settings.json"
    path.write_bytes(raw)
    settings = Settings(path)
    assert {key: settings[key] for key in SETTINGS}


def test_a_newer_file_is_read_but_never_written(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"version": 99, "settings": {"theme": "dark"}}), "utf-8")
    before = path.read_bytes()
    settings = Settings(path)
    assert settings["theme"] == "dark"
    assert "newer" in settings.problems[0].reason
    settings.set("offline", value=True)
    assert path.read_bytes() == before


def test_an_unreadable_file_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    settings = Settings(path)
    assert settings.problems
    settings.set("theme", "dark")
    assert path.is_dir()


def test_overrides_hold_for_this_run_only(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = Settings(path, {"theme": "dark"})
    assert settings["theme"] == "dark"
    assert settings.is_overridden("theme")
    settings.set("offline", value=True)
    assert kept(path) == {"offline": True}
    settings.set("theme", "light")
    assert settings["theme"] == "light"
    assert not settings.is_overridden("theme")


def test_a_full_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(tmp_path / "settings.json")

    def full(path: Path, content: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "write_atomically", full)
    with pytest.raises(StoreError, match="No space left"):
        settings.set("theme", "dark")


def test_without_a_file_everything_stays_in_memory() -> None:
    settings = Settings()
    settings.set("theme", "dark")
    assert settings["theme"] == "dark"


def test_few_copies_of_bad_files_are_kept(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"settings.bad-2026010{number}T000000.json").write_text("old", "utf-8")
    path = tmp_path / "settings.json"
    path.write_text("broken", "utf-8")
    Settings(path)
    assert len(list(tmp_path.glob("settings.bad-*"))) == module.KEPT_COPIES


def test_a_copy_that_cannot_be_made_does_not_stop_the_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "settings.json"
    path.write_text("broken", "utf-8")

    def refused(path: Path, content: bytes) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(module, "write_atomically", refused)
    assert Settings(path).problems[0].kept_in == ""
