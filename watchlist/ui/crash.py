"""The crash hook: a bug is written to the log, shown once per traceback, and the program goes on where it can.

One of the two places where any exception ends; the other is the task boundary. Must never raise itself.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot, qVersion

from watchlist import about

log = logging.getLogger(__name__)


class CrashHook(QObject):
    """Takes exceptions from every thread; shows each kind of crash once.

    Signals:
        found(str): the report of a crash that was not seen before, without keys.
    """

    found = Signal(str)
    _elsewhere = Signal(object)

    def __init__(self, clean: Callable[[str], str]) -> None:
        super().__init__()
        self._clean = clean
        self._seen: set[str] = set()
        self._before: tuple[Any, Any, Any] | None = None
        self._elsewhere.connect(self.take)

    def install(self) -> None:
        """Hear of exceptions that nobody caught, in any thread."""
        self._before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._in_main
        threading.excepthook = lambda args: self._from_thread(args.exc_value)
        sys.unraisablehook = lambda args: self._from_thread(args.exc_value)

    def remove(self) -> None:
        """Give the interpreter its own hooks back."""
        if self._before is not None:
            sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
            self._before = None

    @Slot(object)
    def take(self, error: BaseException) -> None:
        """Log a crash, and tell of it when its traceback is new."""
        try:
            log.error("unexpected error", exc_info=(type(error), error, error.__traceback__))
            signature = crash_signature(error)
            if signature in self._seen:
                return
            self._seen.add(signature)
            self.found.emit(self._clean(crash_report(error)))
        except Exception:
            log.critical("the crash hook failed", exc_info=True)

    def _in_main(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - only here

            QCoreApplication.quit()
            return
        self.take(error.with_traceback(trace))

    def _from_thread(self, error: BaseException | None) -> None:
        if error is not None and not isinstance(error, SystemExit):
            self._elsewhere.emit(error)


def crash_signature(error: BaseException) -> str:
    """Return what two crashes share when they are the same bug: type and places, not the message."""
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    return " ".join([type(error).__qualname__, *places])


def crash_report(error: BaseException) -> str:
    """Return what a developer needs to know of a crash."""
    import platform  # noqa: PLC0415 - not before there is a crash

    lines = [
        f"{about.NAME} {about.VERSION}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        "",
        *(line.rstrip("\n") for line in traceback.format_exception(error)),
    ]
    return "\n".join(lines)
