"""Run tests/unit where Qt is not installed, and demand full coverage of the pure packages.

``python -m tests.helpers.headless`` makes ``.venv-headless``: a virtual environment whose packages are those of
``.venv``, linked one by one, without Qt and what needs it. Must never fall back to the environment with Qt.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEADLESS = ROOT / ".venv-headless"
LEFT_OUT = ("pyside6", "shiboken6", "pytestqt", "pytest_qt", "pyqtgraph", "finplot", "pyqt6")
PROOF = "import importlib.util, sys; sys.exit(importlib.util.find_spec('PySide6') is not None)"


def main(arguments: list[str]) -> int:
    """Return 0 when the unit tests pass without Qt and cover what they must."""
    python = make()
    if subprocess.run([python, "-c", PROOF], check=False).returncode:
        sys.stderr.write("PySide6 can be imported in the headless environment: the proof would prove nothing\n")
        return 1
    (ROOT / "build" / "coverage").mkdir(parents=True, exist_ok=True)
    covered = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["watchlist"]["covered"]
    folders = sorted({place.rpartition("/")[0] if place.endswith(".py") else place for place in covered})
    tests = [f"--source={','.join(folders)}", "-m", "pytest", "tests/unit", "-q", *arguments]
    if code := subprocess.run([python, "-m", "coverage", "run", *tests], cwd=ROOT, check=False).returncode:
        return code
    if arguments:  # a part of the tests covers a part of the code
        return 0
    include = ",".join(f"{place}/*" if not place.endswith(".py") else place for place in covered)
    report = [python, "-m", "coverage", "report", f"--include={include}", "--fail-under=100"]
    return subprocess.run(report, cwd=ROOT, check=False).returncode


def make() -> str:
    """Make the environment, or bring it up to date, and return its interpreter."""
    source = Path(sysconfig.get_paths()["purelib"])
    windows = os.name == "nt"
    python = HEADLESS / ("Scripts/python.exe" if windows else "bin/python")
    target = HEADLESS / source.relative_to(sys.prefix)
    wanted = {entry.name for entry in source.iterdir() if not entry.name.lower().startswith(LEFT_OUT)}
    wanted -= {"__pycache__"}
    if not python.exists() or not target.is_dir():
        venv.create(HEADLESS, clear=True, symlinks=not windows)
    for entry in target.iterdir():
        if entry.name not in wanted or (entry.is_symlink() and not entry.exists()):
            remove(entry)
    for name in wanted:
        if not (target / name).exists():
            place(source / name, target / name)
    return str(python)


def remove(entry: Path) -> None:
    """Remove a link, a file or a copied folder."""
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry)
    else:
        entry.unlink()


def place(source: Path, target: Path) -> None:
    """Link a package; copy it where links are not allowed."""
    try:
        target.symlink_to(source, target_is_directory=source.is_dir())
    except OSError:
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy2(source, target)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
