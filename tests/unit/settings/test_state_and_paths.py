"""What is remembered comes back or is forgotten without harm; folders are private."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from watchlist.domain.atomic_file import write_atomically
from watchlist.settings.paths import Paths, private_folder
from watchlist.settings.state import LARGEST, State


def test_state_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "state" / "window.json"
    state = State(path)
    state.set("geometry", "abc")
    state.set("columns", [1, 2])
    state.set("gone", 1)
    state.set("gone", None)
    state.save()
    state.save()
    again = State(path)
    assert again.text("geometry") == "abc"
    assert again.get("columns") == [1, 2]
    assert again.text("columns", "none") == "none"
    assert set(again.names()) == {"geometry", "columns"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b" " * (LARGEST + 1)])
def test_damaged_state_is_set_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "window.json"
    path.write_bytes(content)
    state = State(path)
    assert state.damaged
    assert not state.names()
    assert (tmp_path / "window.damaged.json").read_bytes() == content
    state.set("a", 1)
    state.save()
    assert State(path).get("a") == 1


def test_state_without_a_file() -> None:
    state = State()
    state.set("a", 1)
    state.save()
    assert state.get("a") == 1


def test_state_that_cannot_be_set_aside_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "window.json"
    path.write_bytes(b"{")

    def refused(self: Path, target: Path) -> Path:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "replace", refused)
    state = State(path)
    state.set("a", 1)
    state.save()
    assert path.read_bytes() == b"{"


def test_one_folder_holds_everything(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "profile")
    paths.make()
    everything = [*paths.all(), paths.settings_file, paths.state_file, paths.last_table, paths.lock_file]
    assert all(path.is_relative_to(tmp_path / "profile") for path in everything)
    for folder in paths.all():
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_platform_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    paths = Paths()
    assert paths.data_dir is None
    paths.make()
    assert paths.settings_file.name == "settings.json"
    assert len(set(paths.all())) == len(paths.all())


def test_an_open_folder_is_closed_to_others(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir(mode=0o755)
    assert stat.S_IMODE(private_folder(folder).stat().st_mode) == 0o700


def test_atomic_write_leaves_the_old_file_when_it_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "file"
    write_atomically(path, b"old")

    def broken(handle: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="Input/output"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
