"""Proves that the rules of tests/conftest.py bite: each kind of bad test is run for itself and must fail.

A rule that no longer fails anything would be green for ever, so this looks at each one in a run of its own.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

BAD = """
import logging, socket, threading, time, warnings
import duckdb, pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QWidget
kept = []

def test_a_warning(): warnings.warn("old")
def test_a_log_record(): logging.getLogger("x").warning("oh")
def test_an_address():
    with pytest.raises(OSError): socket.create_connection(("192.0.2.1", 80), timeout=1)
def test_a_name():
    with pytest.raises(OSError): socket.create_connection(("example.org", 80), timeout=1)
def test_a_thread(): threading.Thread(target=time.sleep, args=(4,), name="sleeper").start()
def test_a_socket(): kept.append(socket.create_server(("127.0.0.1", 0)))
def test_a_database(tmp_path): kept.append(duckdb.connect(str(tmp_path / "a.duckdb")))
def test_a_timer(qapp):
    timer = QTimer()
    timer.start(1000)
    kept.append(timer)
def test_a_window(qapp): kept.append(QWidget())
def test_a_qt_warning(qapp): qWarning("oh")
@pytest.mark.unheard_of
def test_an_unknown_mark(): pass
"""

GOOD = """
import logging, socket
import duckdb, pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

@pytest.mark.expect_logs("^oh$")
def test_an_expected_record(): logging.getLogger("x").warning("oh")
def test_another_way(log_watch):
    logging.getLogger("x").error("oh")
    log_watch.expect("oh")
def test_loopback():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()): pass
def test_an_unknown_name():
    with pytest.raises(OSError): socket.create_connection(("nowhere.invalid", 80), timeout=1)
def test_a_closed_database(tmp_path): duckdb.connect(str(tmp_path / "a.duckdb")).close()
def test_a_closed_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    timer = QTimer(window)
    timer.start(1000)
    window.show()
"""


def run(text: str, folder: Path) -> str:
    """Run a file of tests under this project's rules and return what pytest said."""
    (folder / "tests" / "ui").mkdir(parents=True)
    (folder / "tests" / "helpers").symlink_to(ROOT / "tests" / "helpers", target_is_directory=True)
    (folder / "tests" / "__init__.py").touch()
    (folder / "tests" / "conftest.py").write_text((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    (folder / "tests" / "ui" / "test_it.py").write_text(text)
    (folder / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/ui"]
    environment = {**os.environ, "PYTEST_ADDOPTS": ""}
    done = subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True, timeout=50, env=environment)
    return done.stdout + done.stderr


@pytest.mark.skipif(os.name == "nt", reason="links and /proc are looked at as on Linux")
def test_bad_tests_fail(tmp_path: Path) -> None:
    said = run(BAD.replace("@pytest.mark.unheard_of", ""), tmp_path)
    bad = set(re.findall(r"^(?:FAILED|ERROR) \S+::(\w+)", said, re.MULTILINE))
    wanted = set(re.findall(r"def (test_\w+)", BAD)) - {"test_an_unknown_mark"}
    if not sys.platform.startswith("linux"):
        wanted -= {"test_a_socket", "test_a_database"}
    assert bad == wanted, said


def test_an_unknown_mark_fails(tmp_path: Path) -> None:
    assert "'unheard_of' not found in `markers`" in run(BAD, tmp_path)


def test_good_tests_pass(tmp_path: Path) -> None:
    assert "6 passed" in run(GOOD, tmp_path)
