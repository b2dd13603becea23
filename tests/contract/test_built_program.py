"""That trying the built program would notice what is wrong with it, with a stand-in for the program."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.helpers import frozen

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the stand-in is a shell script")

GOOD = 'if [ "$3" = demo ]; then mkdir "$2"; else test -d "$2" && echo "selftest: ok"; fi'


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    program = tmp_path / "program"
    monkeypatch.setattr(frozen, "PROGRAM", program)
    return program


def tried(program: Path, script: str) -> int:
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o700)
    return frozen.tried({**os.environ, "PYTHONPATH": "planted"}, program.parent / "filled", program.parent / "copy")


def test_a_program_that_does_all_of_it_is_good(stand_in: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tried(stand_in, GOOD) == 0
    assert "opened, showed, kept a key, saved" in capsys.readouterr().out


def test_what_qt_says_of_the_test_desktop_is_let_through(stand_in: Path) -> None:
    noise = 'echo "qt.qpa.services: Failed to register with host portal QDBusError(x)" >&2'
    assert tried(stand_in, f"{noise}\n{GOOD}") == 0


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (f"{GOOD}\necho a line more >&2", "a line more"),
        (GOOD.replace("selftest: ok", "selftest: no"), "selftest: no"),
        (f"{GOOD}\nexit 3", "ended with 3"),
        ("exit 4", "demo --refresh ended with 4"),
        (f'test -z "$PYTHONPATH" || exit 5\n{GOOD}\necho end', "end"),
    ],
)
def test_everything_else_fails_the_build(
    script: str, said: str, stand_in: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tried(stand_in, script) == 1
    assert said in capsys.readouterr().out
