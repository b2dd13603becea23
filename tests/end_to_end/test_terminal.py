"""The program without a window, as a process: out and back through every word that takes something with it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.filled_house import NETWORK, filled_house


def run(folder: Path, *words: str, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "watchlist", "--data-dir", str(folder), "--offline", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False, input=given, encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("terminal") / "data"
    with filled_house(place):
        pass
    return place


def test_out_and_back(folder: Path) -> None:
    out = folder.parent
    written = run(folder, "export", str(out / "a.csv"))
    assert written.returncode == 0, written.stderr
    rows = list(csv.DictReader(io.StringIO((out / "a.csv").read_text(encoding="utf-8"))))
    assert rows[0]["Id"] == NETWORK
    assert rows[0]["Simulated"] == "1"
    assert rows[0]["Note"].startswith("'=")
    again = run(folder, "export", str(out / "a.csv"))
    assert again.returncode == 2
    assert "there already" in again.stderr
    assert "Traceback" not in again.stderr
    frozen = run(folder, "snapshot", "--out", str(out / "a.wlsnap"))
    assert frozen.returncode == 0, frozen.stderr
    assert "Fingerprint" in frozen.stdout
    assert "SIMULATED" in frozen.stdout
    assert run(folder, "verify", str(out / "a.wlsnap")).returncode == 0
    compared = run(folder, "compare", str(out / "a.wlsnap"), str(out / "a.wlsnap"), "--json")
    assert json.loads(compared.stdout)["changes"] == []
    raw = bytearray((out / "a.wlsnap").read_bytes())
    raw[len(raw) // 2] ^= 255
    (out / "b.wlsnap").write_bytes(raw)
    assert run(folder, "verify", str(out / "b.wlsnap")).returncode == 1
    locked = run(folder, "backup", str(out / "a.age"), "--encrypt", given="secret\n")
    assert locked.returncode == 0, locked.stderr
    other = out / "other"
    assert run(other, "restore", str(out / "a.age"), given="wrong\n").returncode == 2
    assert run(other, "restore", str(out / "a.age"), given="secret\n").returncode == 0
    shown = json.loads(run(other, "show", "--json").stdout)
    assert shown["rows"][0]["network"] == NETWORK
    seen = json.loads(run(other, "show", "--snapshot", str(out / "a.wlsnap"), "--json").stdout)
    assert [one["figures"] for one in seen["rows"]] == [one["figures"] for one in shown["rows"]]


def test_help_names_every_word() -> None:
    said = subprocess.run(
        [sys.executable, "-m", "watchlist", "--help"], capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout
    for word in ("show", "refresh", "check", "snapshot", "verify", "compare", "report", "export", "import", "networks",
                 "key", "backup", "restore", "doctor", "demo"):  # fmt: skip
        assert word in said
