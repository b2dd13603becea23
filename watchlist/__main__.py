"""The command line: understands the options that every command shares, then hands over to the window or the terminal.

Qt is imported only when a window is wanted and there is a screen for it.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from watchlist import about

WINDOW_WORDS = frozenset({"", "demo"})
LEVELS = ("debug", "info", "warning", "error")


class Options(NamedTuple):
    """What was understood of the command line; ``words`` is the rest, untouched."""

    words: tuple[str, ...] = ()
    data_dir: Path | None = None
    assignments: tuple[str, ...] = ()
    safe_mode: bool = False
    offline: bool = False
    quiet: bool = False
    selftest: bool = False
    log_level: str = ""
    wants_help: bool = False
    wants_version: bool = False

    @property
    def word(self) -> str:
        """The command, empty for the window."""
        return self.words[0] if self.words else ""

    @property
    def demo(self) -> bool:
        """Whether the window opens on the simulated networks."""
        return self.words == ("demo",)

    def shared(self) -> list[str]:
        """Return the shared options as they were given, for the terminal's own parser."""
        given: list[str] = []
        if self.data_dir is not None:
            given += ["--data-dir", str(self.data_dir)]
        for one in self.assignments:
            given += ["--set", one]
        if self.offline:
            given.append("--offline")
        if self.quiet:
            given.append("--quiet")
        if self.log_level:
            given += ["--log-level", self.log_level]
        return given


class UsageError(Exception):
    """The command line cannot be understood; the text says why."""


def understand(arguments: list[str]) -> Options:
    """Return the shared options; from the first word on everything but them is the command's. Raises UsageError."""
    options, words, rest = Options(), [], list(arguments)
    while rest:
        name, sign, value = rest.pop(0).partition("=")
        if name == "--":
            words += rest
            break
        if name in {"--data-dir", "--set", "--log-level"}:
            if not sign:
                if not rest:
                    raise UsageError(f"{name} needs a value")
                value = rest.pop(0)
            options = _with_value(options, name, value)
        elif name in FLAGS and not sign and not (words and name in WORDS_OWN):
            options = FLAGS[name](options)
        elif name.startswith("-") and not words:
            raise UsageError(f"there is no option {name}")
        else:
            words.append(f"{name}{sign}{value}")
    return options._replace(words=tuple(words))


FLAGS: dict[str, Callable[[Options], Options]] = {
    "--safe-mode": lambda options: options._replace(safe_mode=True),
    "--offline": lambda options: options._replace(offline=True),
    "--quiet": lambda options: options._replace(quiet=True),
    "--selftest": lambda options: options._replace(selftest=True),
    "--help": lambda options: options._replace(wants_help=True),
    "-h": lambda options: options._replace(wants_help=True),
    "--version": lambda options: options._replace(wants_version=True),
}
WORDS_OWN = frozenset({"--help", "-h"})
"""Options that belong to a command once there is one."""


def _with_value(options: Options, name: str, value: str) -> Options:
    if name == "--data-dir":
        if not value:
            raise UsageError("--data-dir needs a folder")
        return options._replace(data_dir=Path(value))
    if name == "--set":
        return options._replace(assignments=(*options.assignments, value))
    if value not in LEVELS:
        raise UsageError(f"--log-level takes one of {', '.join(LEVELS)}")
    return options._replace(log_level=value)


def has_screen() -> bool:
    """Return whether a window can be shown at all."""
    if not sys.platform.startswith("linux"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if chosen and chosen not in {"xcb", "wayland"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


HELP = f"""usage: {about.PACKAGE} [options] [command …]

Without a command the window opens; "demo" opens it on simulated networks.

  --data-dir FOLDER   keep everything in this folder
  --set KEY=VALUE     use this value of a setting for this run (may be repeated)
  --offline           contact nobody
  --quiet             print results only
  --safe-mode         default settings, no refresh, no panels restored
  --log-level LEVEL   {", ".join(LEVELS)}
  --selftest          open the window, try everything it needs, say "selftest: ok" and leave
  --version           print the version
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return its exit status."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        options = understand(given)
    except UsageError as error:
        sys.stderr.write(f"{about.PACKAGE}: {error}\n")
        return 2
    if options.wants_version:
        sys.stdout.write(f"{about.NAME} {about.VERSION}\n")
        return 0
    if options.wants_help and not options.words:
        from watchlist.terminal import cli

        sys.stdout.write(HELP)
        return cli.main(["--help"])
    if options.word not in WINDOW_WORDS or len(options.words) > 1:
        return _in_terminal([*options.shared(), *options.words])
    if not has_screen():
        sys.stderr.write("There is no screen for a window here, so the program works in the terminal.\n")
        return _in_terminal([*options.shared(), "summary", *(["--demo"] if options.demo else [])])
    return int(load_app().run(options))


def load_app() -> ModuleType:
    """Import the window's side of the program the fast way."""
    gc.disable()  # what is imported stays: collecting while starting finds nothing and costs a tenth of the time
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
    os.environ.setdefault("QT_LOGGING_RULES", "qt.qpa.services.warning=false")  # a desktop without portals is fine
    from watchlist.bridge.plain_import import load_qt

    load_qt()
    from watchlist import app

    return app


def _in_terminal(words: list[str]) -> int:
    from watchlist.terminal import cli

    return cli.main(words)


if __name__ == "__main__":
    sys.exit(main())
