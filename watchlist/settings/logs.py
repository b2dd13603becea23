"""The program's log: rotating files for the owner's eyes only, every line without keys.

Must never let a logging failure reach the program, and never write a traceback's text unredacted.
"""

from __future__ import annotations

import logging
import os
import time
from logging.handlers import RotatingFileHandler
from pathlib import Path

from watchlist.settings.paths import private_folder
from watchlist.settings.redaction import REDACTION

FILE = "watchlist.log"
SIZE = 1_000_000
FILES = 5
LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}


class CleanFormatter(logging.Formatter):
    """Formats a record in UTC, message and traceback alike without keys."""

    converter = staticmethod(time.gmtime)

    def __init__(self) -> None:
        super().__init__("%(asctime)s.%(msecs)03dZ %(levelname)-7s %(threadName)s %(name)s: %(message)s")
        self.datefmt = "%Y-%m-%dT%H:%M:%S"

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; its caches are not kept, so that no other handler finds an unredacted text in them."""
        text = super().format(record)
        record.exc_text = None
        return REDACTION.clean(text)


class PrivateFile(RotatingFileHandler):
    """A rotating file that only its owner may read, and that never complains to the terminal."""

    def _open(self):  # type: ignore[no-untyped-def]  # noqa: ANN202 - as the base class has it
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return os.fdopen(handle, self.mode, encoding="utf-8", errors="backslashreplace")

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the base class's name
        """Keep silent: a full disk is told elsewhere."""


def start_log(folder: Path, level: str = "info", *, to_terminal: bool = False) -> logging.Handler | None:
    """Send the program's records to the log of a profile; return its handler, None where it cannot be written."""
    root = logging.getLogger()
    root.setLevel(LEVELS["warning"])
    logging.getLogger("watchlist").setLevel(LEVELS[level])
    if to_terminal:
        terminal = logging.StreamHandler()
        terminal.setFormatter(CleanFormatter())
        root.addHandler(terminal)
    try:
        private_folder(folder)
        handler = PrivateFile(folder / FILE, maxBytes=SIZE, backupCount=FILES)
    except OSError:
        root.addHandler(logging.NullHandler())
        return None
    handler.setFormatter(CleanFormatter())
    root.addHandler(handler)
    return handler


def stop_log(handler: logging.Handler | None) -> None:
    """Flush and close the log."""
    if handler is not None:
        logging.getLogger().removeHandler(handler)
        handler.close()


def tail(folder: Path, largest: int = 200_000) -> str:
    """Return the end of the newest log file, for the log view. Raises OSError."""
    path = folder / FILE
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - largest))
        raw = file.read()
    text = raw.decode("utf-8", "replace")
    return text if size <= largest else text.partition("\n")[2]
