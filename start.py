#!/usr/bin/env python3
"""The one command: ``python3 start.py [WORD]`` sets up whatever is missing, then does it.

  (nothing)     open the program          demo          open it on simulated networks
  test          run all tests             gates         format, lint, types, imports, tests without Qt
  check         gates, then test          bench NAME    measure (without a name: list them)
  build         make and try a bundle     other words   are the program's own command line

Standard library only, for Linux, macOS and Windows. A second start with nothing to do costs a stamp comparison and
needs no network. Must never hold an index address: pip, npm and apt ask where the machine's owner said.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed.json"
LOCK = ROOT / "constraints.txt"
METADATA = (ROOT / "pyproject.toml", ROOT / "watchlist" / "about.py")
NODE = ROOT / ".node"
NODE_FILES = ROOT / "tests" / "helpers" / "node"
PACKAGES = ROOT / ".ci" / "debian-packages.txt"
IN_CI = os.environ.get("CI") == "true"

GATES = (
    ("format", "-m", "ruff", "format", "--check", "."),
    ("lint", "-m", "ruff", "check", "."),
    ("types", "-m", "mypy"),
    ("imports", "-c", "from importlinter.cli import lint_imports_command as run; run()"),
    ("unit tests without Qt, and their coverage", "-m", "tests.helpers.headless"),
)
SETS = {"test": ["dev"], "gates": ["dev"], "check": ["dev"], "build": ["dev"], "bench": ["dev", "bench"]}


def say(text: str) -> int:
    """Tell what happens; returns 1, so that a failure can be told and returned at once."""
    print(f"start: {text}", file=sys.stderr, flush=True)
    return 1


def run(command: list[str], *, quiet: bool = False) -> int:
    """Run a command in the root folder; a quiet one shows what it said only when it fails."""
    if not quiet:
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, stdin=subprocess.DEVNULL)
    if done.returncode:
        sys.stderr.buffer.write(done.stdout + done.stderr)
    return done.returncode


def pip(*arguments: str) -> int:
    options = ["--no-deps", "--no-build-isolation", "--disable-pip-version-check", "--quiet"]
    return run([str(PYTHON), "-m", "pip", "install", *options, *arguments], quiet=True)


def digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def read_stamp() -> dict[str, str]:
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def note(key: str, value: str) -> None:
    STAMP.write_text(json.dumps({**read_stamp(), key: value}, indent=1), encoding="utf-8")


def sections(file: Path) -> dict[str, str]:
    """Return the parts of a list by name."""
    parts = file.read_text(encoding="utf-8").split("\n# == ")[1:]
    return {part.partition("\n")[0].strip(): part.partition("\n")[2] for part in parts}


def ensure_environment(wanted: list[str]) -> int:
    """Make .venv and install the wanted sections of the lock, where the stamp does not say that they are there."""
    python = f"{sys.version_info[0]}.{sys.version_info[1]} {ROOT}"
    stamp = read_stamp()
    if stamp.get("python") != python or not PYTHON.exists():
        if code := make_environment():
            return code
        note("python", python)
        stamp = {"python": python}
    for name, text in sections(LOCK).items():
        mark = digest(text)
        if (name in wanted or name in stamp) and stamp.get(name) != mark:
            say(f"installing the {name} packages ({text.count('==')} pinned) ...")
            requirements = VENV / f"{name}.txt"
            requirements.write_text(text, encoding="utf-8")
            if pip("--require-hashes", "-r", str(requirements)):
                return say(f"the {name} packages could not be installed (see above); is there a network?")
            note(name, mark)
    project = digest(*(file.read_text(encoding="utf-8") for file in METADATA))
    if stamp.get("project") != project:
        # "compat" puts a plain path into the environment: no import hook at each start
        if pip("--no-index", "--config-settings", "editable_mode=compat", "--editable", str(ROOT)):
            return say("the project itself could not be installed (see above)")
        run([str(PYTHON), "-m", "compileall", "-q", str(ROOT / "watchlist")], quiet=True)
        note("project", project)
    return 0


def make_environment() -> int:
    say("making .venv ...")
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian's bare python3 comes without it
        import venv  # noqa: PLC0415
    except ImportError:
        if not is_debian() or install_packages([f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"]):
            return say("Python's venv module is missing, and nothing goes without it")
        return run([sys.executable, "-m", "venv", "--clear", str(VENV)], quiet=True)
    venv.create(VENV, clear=True, with_pip=True, symlinks=os.name != "nt")
    return 0


def is_debian() -> bool:
    try:
        lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    values = [line.partition("=")[2].strip('"') for line in lines if line.startswith(("ID=", "ID_LIKE="))]
    return bool({"debian", "ubuntu"} & set(" ".join(values).split())) and shutil.which("dpkg-query") is not None


def missing_packages(wanted: list[str]) -> list[str]:
    """Return those of the packages that are neither installed nor provided by one that is."""
    form = "${db:Status-Status}\t${Package}, ${Provides}\n"
    listed = subprocess.run(["dpkg-query", "-W", "-f", form], check=False, capture_output=True, text=True).stdout
    there: set[str] = set()
    for line in listed.splitlines():
        status, _, names = line.partition("\t")
        if status == "installed":
            there.update(name.strip().split(" ")[0].split(":")[0] for name in names.split(","))
    return [package for package in wanted if package not in there]


def install_packages(packages: list[str]) -> int:
    """Install Debian packages as root or with sudo that asks nothing; otherwise say the exact command."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    prefix = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        sudo = shutil.which("sudo")
        if not sudo or subprocess.run([sudo, "-n", "true"], check=False, capture_output=True).returncode:
            return say("these system packages are missing; install them with:\n  sudo " + " ".join(command))
        prefix = [sudo, "-n", *prefix]
    say(f"installing {len(packages)} system packages: {' '.join(packages)} ...")
    run([*prefix, "apt-get", "update", "-q"], quiet=True)
    if run([*prefix, *command], quiet=True):
        return say("they could not be installed; by hand:\n  " + " ".join(command))
    return 0


def ensure_system(wanted: list[str]) -> int:
    """On Debian and Ubuntu see to the packages. Without them the rest is tried all the same, except in CI."""
    packages = [package for name, text in sections(PACKAGES).items() if name in wanted for package in text.split()]
    key, mark = "system " + " ".join(wanted), digest(*packages)
    if read_stamp().get(key) == mark or not is_debian():
        return 0
    missing = missing_packages(packages)
    if missing and install_packages(missing):
        return int(IN_CI)
    note(key, mark)
    return 0


def ensure_node() -> int:
    """Install the pinned programs that some tests talk to; npm checks each against the hashes in its lock."""
    mark = digest((NODE_FILES / "package-lock.json").read_text(encoding="utf-8"))
    if not sys.platform.startswith("linux") or (read_stamp().get("node") == mark and (NODE / "node_modules").is_dir()):
        return 0
    npm = shutil.which("npm")
    if not npm and is_debian() and not install_packages(["nodejs", "npm"]):
        npm = shutil.which("npm")
    if not npm:
        return IN_CI * say("npm is missing (Debian packages nodejs and npm): tests that need a chain node cannot run")
    say("installing the test programs from npm ...")
    shutil.rmtree(NODE, ignore_errors=True)
    shutil.copytree(NODE_FILES, NODE)
    options = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(NODE)]
    if run([npm, "install", *options], quiet=True):
        return IN_CI * say("npm could not install them (see above)")
    note("node", mark)
    return 0


def gates() -> int:
    for title, *arguments in GATES:
        say(f"gate: {title}")
        if run([str(PYTHON), *arguments]):
            return say(f"gate failed: {title}")
    return 0 * say("all gates passed")


def bench(arguments: list[str]) -> int:
    files = sorted((ROOT / "tests" / "bench").glob("*.py"))
    names = [path.stem for path in files if "\ndef main(" in path.read_text(encoding="utf-8")]
    if not arguments or arguments[0] not in names:
        return say("bench NAME, with NAME one of: " + ", ".join(names))
    code = f"import sys; from tests.bench.{arguments[0]} import main; sys.exit(main(sys.argv[1:]))"
    return run([str(PYTHON), "-c", code, *arguments[1:]])


def build() -> int:
    options = ["--noconfirm", "--log-level=WARN", "--distpath=dist", "--workpath=build/pyinstaller"]
    code = run([str(PYTHON), "-m", "PyInstaller", *options, "build.spec"])
    return code or run([str(PYTHON), "-m", "tests.helpers.frozen"])


def program(arguments: list[str]) -> int:
    command = [str(PYTHON), "-m", "watchlist", *arguments]
    if os.name == "posix":
        os.execv(command[0], command)  # no process in between: signals and the terminal go straight to the program
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return 130


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - this file runs before anything has checked the version
        return say("Python 3.11 or newer is needed; this is " + sys.version.split()[0])
    if arguments[:1] in (["-h"], ["--help"]):
        print(__doc__)
    word, rest = (arguments[0] if arguments else ""), arguments[1:]
    missing = ensure_environment(["runtime", *SETS.get(word, [])])
    missing = missing or ensure_system(["window", "tests"] if word in SETS else ["window"])
    if word in {"test", "check"}:
        missing = missing or ensure_node()
    if missing or word not in SETS:
        return missing or program(arguments)
    if word in {"gates", "check"} and gates():
        return 1
    if word in {"test", "check"}:
        return run([str(PYTHON), "-m", "pytest", *rest])
    return bench(rest) if word == "bench" else build() if word == "build" else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
