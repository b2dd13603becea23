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
from collections.abc import Callable, Iterable

TURN = 0.0005  # seconds between turns of threads, while importing


def load_qt() -> None:
    """Import PySide6 and put Python's own import function back; call it before anything else imports Qt."""
    own = builtins.__import__
    importlib.import_module("PySide6.QtCore")
    builtins.__import__ = own


class Importer:
    """Imports modules one after the other in a thread of its own, then calls ``done`` there."""

    def __init__(self, modules: Iterable[str], done: Callable[[BaseException | None], None]) -> None:
        self._modules = tuple(modules)
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
        trouble: BaseException | None = None
        try:
            for name in self._modules:
                importlib.import_module(name)
        except ImportError as error:
            trouble = error
        finally:
            sys.setswitchinterval(turn)
        self._done(trouble)
