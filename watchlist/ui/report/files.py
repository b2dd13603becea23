"""Asks where a file shall go, and remembers the folder. The file dialog asks once before a file is replaced."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

if TYPE_CHECKING:
    from watchlist.ui.protocols import Memory

FOLDER = "export.folder"


def ask_where(parent: QWidget, memory: Memory, title: str, name: str, kinds: str) -> Path | None:
    """Return the chosen path with an ending, None where the user changed their mind."""
    kept = memory.get(FOLDER)
    folder = Path(kept) if isinstance(kept, str) and Path(kept).is_dir() else Path.home()
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(folder / name), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    if not path.suffix:
        path = path.with_suffix(Path(name).suffix)
    memory.set(FOLDER, str(path.parent))
    return path


def ask_which(parent: QWidget, memory: Memory, title: str, kinds: str) -> Path | None:
    """Return a file that is there, None where the user changed their mind."""
    kept = memory.get(FOLDER)
    folder = kept if isinstance(kept, str) and Path(kept).is_dir() else str(Path.home())
    chosen, _ = QFileDialog.getOpenFileName(parent, title, folder, kinds)
    if not chosen:
        return None
    memory.set(FOLDER, str(Path(chosen).parent))
    return Path(chosen)
