"""Where everything of the program lies: the platform's own folders, or one folder given with ``--data-dir``.

Folders with user data are open to their owner only (0700, files 0600). Must never create anything outside them.
"""

from __future__ import annotations

import os
from pathlib import Path

from watchlist.about import PACKAGE


class Paths:
    """The folders and files of one profile; ``data_dir`` puts all of them under one folder."""

    __slots__ = ("cache", "config", "data", "data_dir", "state")

    def __init__(self, data_dir: Path | None = None) -> None:
        self.data_dir = data_dir
        if data_dir is not None:
            root = Path(os.path.abspath(data_dir.expanduser()))  # noqa: PTH100 - a link may stay a link
            self.config = root
            self.data = root
            self.state = root / "state"
            self.cache = root / "cache"
            return
        import platformdirs  # noqa: PLC0415 - not needed with --data-dir

        self.config = Path(platformdirs.user_config_dir(PACKAGE, appauthor=False, roaming=True))
        self.data = Path(platformdirs.user_data_dir(PACKAGE, appauthor=False))
        self.state = Path(platformdirs.user_state_dir(PACKAGE, appauthor=False))
        self.cache = Path(platformdirs.user_cache_dir(PACKAGE, appauthor=False))
        if os.name == "nt":  # data and state share a folder there
            self.state = self.state / "state"

    @property
    def settings_file(self) -> Path:
        """What the user chose."""
        return self.config / "settings.json"

    @property
    def state_file(self) -> Path:
        """What the program remembers of its windows."""
        return self.state / "window.json"

    @property
    def last_table(self) -> Path:
        """The watchlist table as it was last shown, for the first paint."""
        return self.state / "last_table.json"

    @property
    def lock_file(self) -> Path:
        """Held by the one window that is open on this profile."""
        return self.state / "window.lock"

    @property
    def logs(self) -> Path:
        """The folder of the rotating log and of crash reports."""
        return self.state / "logs"

    @property
    def archive(self) -> Path:
        """The folder of what was pulled."""
        return self.data / "archive"

    @property
    def documents(self) -> Path:
        """The folder of what the user made."""
        return self.data / "documents"

    @property
    def snapshots(self) -> Path:
        """The folder of scheduled snapshots."""
        return self.data / "snapshots"

    @property
    def backups(self) -> Path:
        """The folder of scheduled backups."""
        return self.data / "backups"

    def all(self) -> tuple[Path, ...]:
        """Return every folder of the profile, parents first."""
        folders = (
            self.config,
            self.data,
            self.state,
            self.cache,
            self.logs,
            self.archive,
            self.documents,
            self.snapshots,
            self.backups,
        )
        return tuple(dict.fromkeys(folders))

    def make(self) -> None:
        """Create what is missing, private to the user. Raises OSError where a folder cannot be made."""
        for folder in self.all():
            private_folder(folder)


def private_folder(folder: Path) -> Path:
    """Create a folder that only its owner can enter; one that is there is closed to others."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        folder.chmod(0o700)
    return folder
