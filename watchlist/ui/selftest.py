"""``--selftest``: opens the window, uses everything that a build could have left out, says so, and leaves.

Prints ``selftest: ok`` or what failed; the exit status says the same.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

SHORT = 300  # milliseconds the window stays, so that it is really painted


class Selftest(QObject):
    """Runs checks once the program is ready; each is a name and a callable that raises when something is missing."""

    def __init__(
        self,
        checks: list[tuple[str, Callable[[], object]]],
        leave: Callable[[int], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._checks = checks
        self._leave = leave

    def start(self) -> None:
        """Run everything, a little later."""
        QTimer.singleShot(SHORT, self, self._run)

    def _run(self) -> None:
        for name, check in self._checks:
            try:
                check()
            except Exception as error:  # noqa: BLE001 - a boundary: whatever fails is the test's result
                sys.stdout.write(f"selftest: {name} failed: {type(error).__name__}: {error}\n")
                self._leave(1)
                return
        sys.stdout.write("selftest: ok\n")
        self._leave(0)
