"""Whether a stream was read from its very beginning, so that the ages of its participants are known.

Reading goes newest first: until the oldest part has been read too, whoever is seen first may have been there before.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from watchlist.domain.network import Stream, StreamKey

if TYPE_CHECKING:
    from watchlist.store.archive import Archive


def mark_whole(archive: Archive, key: StreamKey) -> None:
    """Note that a stream was read back to its beginning. Runs on the store's thread."""
    archive.spans.set_cursor(_mark(key), "whole")


def is_whole(archive: Archive, stream: Stream) -> bool:
    """Return whether ages are known: read to the beginning, and the beginning itself was no guess."""
    return (
        stream.genesis
        and archive.spans.cursor(_mark(stream.key)) == "whole"
        and start_is_known(archive.spans.cursor(stream.key))
    )


def start_is_known(cursor: str) -> bool:
    """Return whether a chain's first block was found, as its cursor says; other cursors say nothing against it."""
    try:
        kept = json.loads(cursor) if cursor.startswith("{") else {}
    except ValueError:
        return True
    return bool(kept.get("start_known", True)) if isinstance(kept, dict) else True


def _mark(key: StreamKey) -> StreamKey:
    return StreamKey(key.network, f"{key.stream}#beginning")
