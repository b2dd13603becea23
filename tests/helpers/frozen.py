"""Try the built program as a user would meet it: its own folder, a real desktop, a data folder with something in it.

``python -m tests.helpers.frozen`` after a build. Fills a folder with the simulated networks, copies it, lets the
built program open it, show itself, store and remove a key, save and quit. Any line that it was not expected to say
is a failure.
"""

from __future__ import annotations

import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tests.helpers.components import find
from tests.helpers.desktop import NEEDS, Desktop
from watchlist import about

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "dist" / about.PACKAGE / (about.PACKAGE + (".exe" if sys.platform == "win32" else ""))
EXPECTED = "selftest: ok"
NOISE = re.compile(r"AtSpiAdaptor::applicationInterface .*|qt\.qpa\.services: Failed to register with host portal .*")
"""What Qt says of the test desktop itself; nothing of the program's."""

KEPT = {"DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "HOME", "LANG", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME"}
KEPT |= {"XDG_STATE_HOME", "XDG_CACHE_HOME", "QT_QPA_PLATFORM", "SYSTEMROOT", "TEMP", "APPDATA", "LOCALAPPDATA"}
ON_LINUX = platform.system() == "Linux"


def main() -> int:
    """Return 0 when the built program did all of it and said nothing else."""
    if ON_LINUX and (missing := [name for name in NEEDS if find(name) is None]):
        return told(f"the build is there, but it cannot be tried: missing {', '.join(missing)}")
    with tempfile.TemporaryDirectory(prefix="watchlist-built-") as folder:
        filled, copy = Path(folder, "filled"), Path(folder, "copy")
        if ON_LINUX:
            with Desktop() as desktop:
                return tried(desktop.environment, filled, copy)
        return tried(dict(os.environ), filled, copy)


def tried(environment: dict[str, str], filled: Path, copy: Path) -> int:
    """Fill a folder, copy it, and let the program go through itself on the copy."""
    slim = {key: value for key, value in environment.items() if key in KEPT}  # nothing of the build's Python gets in
    begun = time.monotonic()
    fill = said(["--data-dir", str(filled), "demo", "--refresh"], slim)
    if fill.returncode:
        return told(f"demo --refresh ended with {fill.returncode}:\n{fill.stdout}{fill.stderr}")
    shutil.copytree(filled, copy)
    test = said(["--data-dir", str(copy), "--selftest"], slim)
    lines = [line for line in (test.stdout + test.stderr).splitlines() if line.strip() and not NOISE.fullmatch(line)]
    if test.returncode or lines != [EXPECTED]:
        return told(f"--selftest ended with {test.returncode} and said:\n" + "\n".join(lines))
    size = sum(path.stat().st_size for path in PROGRAM.parent.rglob("*") if path.is_file() and not path.is_symlink())
    told(f"{PROGRAM.parent} ({size / 1e6:.0f} MB) opened, showed, kept a key, saved: {time.monotonic() - begun:.1f} s")
    return 0


def said(arguments: Sequence[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the built program and return what it said."""
    command = [str(PROGRAM), *arguments]
    return subprocess.run(command, env=environment, check=False, capture_output=True, text=True, timeout=300)


def told(text: str) -> int:
    """Print a line; returns 1 for a failure that is told and returned at once."""
    sys.stdout.write(f"build: {text}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
