"""Write constraints.txt anew from pyproject.toml: ``python tests/helpers/lock.py`` (needs the ``uv`` command).

One resolution for all platforms and for Python 3.11 to 3.13, cut into one section per set of dependencies, so that
``start.py`` can install a part of it without resolving anything. Must never write an index address.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = {"pyqt6", "pyqt6-qt6", "pyqt6-sip"}  # finplot names them, and runs on PySide6 as well
BUILD_BACKEND = "setuptools"  # part of the first section: the project itself is installed offline with it
SECTIONS = {"runtime": [], "dev": ["dev"], "bench": ["dev", "bench"]}
HEAD = """\
# Every dependency of every set, pinned with hashes: start.py installs from here and resolves nothing.
# Written by tests/helpers/lock.py from pyproject.toml; a section holds what the sections above it lack.
"""


def compiled(extras: list[str], pins: Path | None) -> dict[str, str]:
    """Return the pinned entry of each package, by name."""
    command = ["uv", "pip", "compile", "--universal", "--generate-hashes", "--no-header", "--no-annotate", "--quiet"]
    command += ["--no-emit-index-url", "--no-emit-find-links", "--fork-strategy", "fewest", "--python-version", "3.11"]
    for extra in extras:
        command += ["--extra", extra]
    if pins:
        command += ["--constraint", str(pins)]
    done = subprocess.run([*command, "pyproject.toml"], cwd=ROOT, check=True, capture_output=True, text=True)
    entries: dict[str, str] = {}
    for entry in re.split(r"\n(?=\S)", done.stdout.strip()):
        entries[re.split(r"[=\s;]", entry, maxsplit=1)[0]] = entry
    return entries


def main() -> None:
    """Resolve everything once, then deal the pins out to their sections."""
    pins = ROOT / "build" / "pins.txt"
    pins.parent.mkdir(parents=True, exist_ok=True)
    every = compiled(["dev", "bench"], None)
    pins.write_text("\n".join(re.sub(r" \\\n.*", "", entry, flags=re.DOTALL) for entry in every.values()) + "\n")
    placed: set[str] = set(LEFT_OUT)
    text = HEAD
    for section, extras in SECTIONS.items():
        names = set(compiled(extras, pins)) | {BUILD_BACKEND}
        wanted = sorted(names - placed)
        placed.update(wanted)
        text += f"\n# == {section}\n" + "".join(every[name] + "\n" for name in wanted)
    (ROOT / "constraints.txt").write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(placed) - len(LEFT_OUT)} packages\n")


if __name__ == "__main__":
    main()
