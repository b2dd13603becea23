"""What every part of the window is given: the hub, the theme, the user's choices. Protocols, so that the window never
imports where settings are kept. Must stay cheap to import: the first paint waits for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from watchlist.bridge.hub import Hub
    from watchlist.ui.protocols import Choices, Memory
    from watchlist.ui.theme import Theme


class Around(NamedTuple):
    """The surroundings of a window; app.py makes one.

    ``clean`` removes keys from a text that is shown or copied; ``read_log`` returns the end of the log, cleaned.
    """

    hub: Hub
    theme: Theme
    choices: Choices
    memory: Memory
    data_folder: Path
    log_folder: Path
    last_table: Path
    write: Callable[[Path, bytes], None]
    clean: Callable[[str], str]
    read_log: Callable[[], str]
    safe_mode: bool = False
