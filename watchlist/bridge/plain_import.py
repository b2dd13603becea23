"""Imports the heavy libraries after the first paint, in a thread, without making the window stutter.

PySide6 puts an import function of its own in the place of Python's, which makes every later import 40 % slower. It
serves ``from __feature__ import …`` only, which this program does not use (star imports give the same names without
it), so Python's own function is put back. While the thread imports, threads take turns more often: its Python code
then holds the window up for a millisecond at most.
"""

from __future__ import annotations

import builtins
import importlib
import sys
import threading
from collections.abc import Callable, Iterable, Mapping

from watchlist.bridge.singletons import keep_singletons

TURN = 0.0005  # seconds between turns of threads, while importing


def load_qt() -> None:
    """Import PySide6 and put Python's own import function back; call it before anything else imports Qt."""
    keep_singletons()
    own = builtins.__import__
    importlib.import_module("PySide6.QtCore")
    builtins.__import__ = own


def leave_out_httpx_command_line() -> None:
    """Keep httpx from importing its own command line (click, rich, pygments: 60 ms), where they are installed."""
    sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]


class Importer:
    """Imports groups of modules one after the other in a thread of its own; ``done`` is called there after each.

    ``done`` is given the group's name and the error that ended it, if any.
    """

    def __init__(
        self, groups: Mapping[str, Iterable[str]], done: Callable[[str, BaseException | None], object]
    ) -> None:
        self._groups = {name: tuple(modules) for name, modules in groups.items()}
        self._done = done
        self._thread = threading.Thread(target=self._run, name="watchlist-import", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def join(self, timeout: float) -> None:
        """Wait for the thread."""
        if self._thread.ident is not None:
            self._thread.join(timeout)

    def _run(self) -> None:
        turn = sys.getswitchinterval()
        sys.setswitchinterval(TURN)
        leave_out_httpx_command_line()
        try:
            for group, modules in self._groups.items():
                self._done(group, self._import(modules))
        finally:
            sys.setswitchinterval(turn)

    def _import(self, modules: Iterable[str]) -> BaseException | None:
        for name in modules:
            try:
                importlib.import_module(name)
            except Exception as error:  # noqa: BLE001 - handed to the crash hook; the other groups may still be fine
                return error
        return None
