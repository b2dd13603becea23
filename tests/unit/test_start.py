"""The one command: what it installs, when it does nothing, what it says where it may not install."""

from __future__ import annotations

import ast
import importlib.util
import json
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the module with its folders in a place of the test's own, and nothing of it really run."""
    spec = importlib.util.spec_from_file_location("start_under_test", ROOT / "start.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / ".venv").mkdir()
    python = tmp_path / ".venv" / "python"
    python.touch()
    for name, value in {
        "ROOT": tmp_path,
        "VENV": tmp_path / ".venv",
        "PYTHON": python,
        "STAMP": tmp_path / ".venv" / "installed.json",
        "LOCK": tmp_path / "constraints.txt",
        "PACKAGES": tmp_path / "packages.txt",
        "METADATA": (tmp_path / "constraints.txt",),
        "NODE": tmp_path / ".node",
        "IN_CI": False,
    }.items():
        monkeypatch.setattr(module, name, value)
    (tmp_path / "constraints.txt").write_text("# head\n\n# == runtime\na==1\n\n# == dev\nb==2\n\n# == bench\nc==3\n")
    (tmp_path / "packages.txt").write_text("# head\n\n# == window\nlibone libtwo\n\n# == tests\nxvfb\n")
    return module


class Runs:
    """Stands in for running commands: keeps them, and fails those that contain a given word."""

    def __init__(self, failing: str = "nothing fails") -> None:
        self.commands: list[list[str]] = []
        self.failing = failing

    def __call__(self, command: list[str], *, quiet: bool = False) -> int:
        self.commands.append(command)
        return int(any(self.failing in part for part in command))

    @property
    def requirements(self) -> list[str]:
        """The sections of the lock that were installed."""
        return [Path(command[-1]).stem for command in self.commands if "--require-hashes" in command]


class Asked(list[object]):
    """Stands in for a step: keeps what it was asked for, and succeeds."""

    def __call__(self, *wanted: object) -> int:
        self.extend(wanted or ["asked"])
        return 0


@pytest.fixture
def runs(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Runs:
    stand_in = Runs()
    monkeypatch.setattr(start, "run", stand_in)
    monkeypatch.setattr(start, "make_environment", lambda: 0)
    return stand_in


def test_installs_what_the_word_needs_and_then_nothing(start: ModuleType, runs: Runs) -> None:
    assert start.ensure_environment(["runtime"]) == 0
    assert runs.requirements == ["runtime"]
    runs.commands.clear()
    assert start.ensure_environment(["runtime"]) == 0
    assert runs.commands == []
    assert start.ensure_environment(["runtime", "dev"]) == 0
    assert runs.requirements == ["dev"]


def test_notices_a_changed_lock_in_every_set_that_is_there(start: ModuleType, runs: Runs) -> None:
    start.ensure_environment(["runtime", "dev"])
    runs.commands.clear()
    start.LOCK.write_text("# == runtime\na==1\n\n# == dev\nb==9\n\n# == bench\nc==9\n")
    assert start.ensure_environment(["runtime"]) == 0
    assert runs.requirements == ["dev"]


def test_an_install_that_failed_is_tried_again(
    start: ModuleType, runs: Runs, capsys: pytest.CaptureFixture[str]
) -> None:
    runs.failing = "--require-hashes"
    assert start.ensure_environment(["runtime"]) == 1
    assert "is there a network?" in capsys.readouterr().err
    runs.failing = "nothing fails"
    runs.commands.clear()
    assert start.ensure_environment(["runtime"]) == 0
    assert runs.requirements == ["runtime"]


def test_another_python_or_a_moved_folder_makes_a_new_environment(
    start: ModuleType, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    start.ensure_environment(["runtime"])
    made = Asked()
    monkeypatch.setattr(start, "make_environment", made)
    start.ensure_environment(["runtime"])
    assert made == []
    start.note("python", "3.0 elsewhere")
    start.ensure_environment(["runtime"])
    assert made == ["asked"]


@pytest.mark.parametrize("text", ["", "not json", "[1]", "3"])
def test_a_damaged_stamp_counts_as_none(start: ModuleType, text: str) -> None:
    start.STAMP.write_text(text)
    assert start.read_stamp() == {}


def dpkg(start: ModuleType, monkeypatch: pytest.MonkeyPatch, listed: str) -> None:
    def answer(command: list[str], **_more: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, int(command[0] != "dpkg-query"), listed, "")

    monkeypatch.setattr(start.subprocess, "run", answer)
    monkeypatch.setattr(start, "is_debian", lambda: True)


def test_a_package_counts_as_there_under_a_name_it_provides(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    dpkg(start, monkeypatch, "installed\tlibone1t64, libone (= 2), other\nconfig-files\tlibtwo, \n")
    assert start.missing_packages(["libone", "libtwo"]) == ["libtwo"]


def test_without_root_the_exact_command_is_said_and_the_rest_goes_on(
    start: ModuleType, runs: Runs, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    dpkg(start, monkeypatch, "installed\tlibone, \n")
    monkeypatch.setattr(start.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(start.shutil, "which", lambda _name: None)
    assert start.ensure_system(["window", "tests"]) == 0
    assert "sudo apt-get install -y --no-install-recommends libtwo xvfb" in capsys.readouterr().err
    assert runs.commands == []
    monkeypatch.setattr(start, "IN_CI", True)
    assert start.ensure_system(["window", "tests"]) == 1


def test_as_root_the_packages_are_installed_once(
    start: ModuleType, runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    dpkg(start, monkeypatch, "installed\tlibone, \n")
    monkeypatch.setattr(start.os, "geteuid", lambda: 0, raising=False)
    assert start.ensure_system(["window"]) == 0
    assert runs.commands[-1][-2:] == ["--no-install-recommends", "libtwo"]
    runs.commands.clear()
    assert start.ensure_system(["window"]) == 0
    assert runs.commands == []


def test_missing_npm_fails_in_ci_only(start: ModuleType, runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start.shutil, "which", lambda _name: None)
    monkeypatch.setattr(start, "is_debian", lambda: False)
    assert start.ensure_node() == 0
    monkeypatch.setattr(start, "IN_CI", True)
    assert start.ensure_node() == 1


def test_an_unknown_bench_lists_the_known(start: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    (start.ROOT / "tests" / "bench").mkdir(parents=True)
    for name, text in {
        "__init__": "",
        "table": "def report(): ...",
        "store": '"""A measurement."""\ndef main(): ...',
    }.items():
        (start.ROOT / "tests" / "bench" / f"{name}.py").write_text(text)
    assert start.bench([]) == 1
    assert capsys.readouterr().err.endswith("one of: store\n")


def test_the_first_gate_that_fails_stops(start: ModuleType, runs: Runs, capsys: pytest.CaptureFixture[str]) -> None:
    runs.failing = "mypy"
    assert start.gates() == 1
    assert len(runs.commands) == 3
    assert "gate failed: types" in capsys.readouterr().err


def test_other_words_are_handed_on(start: ModuleType, runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    handed = Asked()
    monkeypatch.setattr(start, "program", handed)
    monkeypatch.setattr(start, "ensure_system", lambda _wanted: 0)
    assert start.main(["demo", "--refresh"]) == 0
    assert start.main([]) == 0
    assert handed == [["demo", "--refresh"], []]


def test_words_see_to_what_they_need(start: ModuleType, runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked()
    monkeypatch.setattr(start, "ensure_system", asked)
    monkeypatch.setattr(start, "ensure_node", lambda: asked("node"))
    monkeypatch.setattr(start, "program", Asked())
    assert start.main(["gates"]) == 0
    assert start.main(["show"]) == 0
    assert asked == [["window", "tests"], ["window"]]
    asked.clear()
    assert start.main(["test", "-k", "x"]) == 0
    assert asked == [["window", "tests"], "node"]
    assert runs.commands[-1][-4:] == ["-m", "pytest", "-k", "x"]


def test_is_short_and_imports_only_what_every_system_has() -> None:
    text = (ROOT / "start.py").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 250
    imported = {
        name.partition(".")[0]
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names])
    }
    assert imported <= sys.stdlib_module_names - {"fcntl", "pwd", "grp", "resource", "termios", "pty"}


def test_the_lock_pins_everything_with_hashes() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and line[0].isalnum()]
    assert len(pins) > 100
    assert [pin for pin in pins if "==" not in pin or not pin.endswith("\\")] == []
    assert [line for line in lines if "://" in line or line.startswith("-")] == []


def test_the_npm_lock_has_hashes_and_no_addresses() -> None:
    lock = json.loads((ROOT / "tests" / "helpers" / "node" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert [name for name, entry in packages.items() if not entry.get("integrity", "").startswith("sha512-")] == []
    assert "resolved" not in json.dumps(lock)


def test_a_second_start_adds_less_than_a_third_of_a_second(start: ModuleType, runs: Runs) -> None:
    start.LOCK.write_text((ROOT / "constraints.txt").read_text(encoding="utf-8"))
    start.ensure_environment(["runtime"])
    begun = time.perf_counter()
    start.ensure_environment(["runtime"])
    assert time.perf_counter() - begun < 0.3
