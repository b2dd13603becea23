"""Makes the surroundings of a window for tests: settings in memory, a direct hub, a theme on the test application."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from tests.helpers.direct_hub import DirectHub
from watchlist.domain.atomic_file import write_atomically
from watchlist.settings.redaction import REDACTION
from watchlist.settings.state import State
from watchlist.settings.values import Settings
from watchlist.ui.around import Around
from watchlist.ui.theme import Theme


def surroundings(
    folder: Path,
    handlers: Mapping[type, Callable[[Any], Any]] | None = None,
    *,
    settings: Settings | None = None,
    state: State | None = None,
    safe_mode: bool = False,
) -> Around:
    """Return what a window is given."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    values = settings or Settings()
    theme = Theme(app, values.get)
    theme.apply()
    return Around(
        hub=DirectHub(handlers),
        theme=theme,
        choices=values,
        memory=state or State(),
        data_folder=folder,
        log_folder=folder / "logs",
        last_table=folder / "last_table.json",
        write=write_atomically,
        clean=REDACTION.clean,
        read_log=lambda: "2026-01-01 a line\n2026-01-02 another line",
        safe_mode=safe_mode,
    )
