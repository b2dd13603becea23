"""Which messages say the same thing, so that a burst reaches the screen as one. Pure; knows no thread and no Qt."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from watchlist.domain.messages import (
    DataChanged,
    FiguresChanged,
    FiringChosen,
    FiringsChanged,
    ListsChanged,
    Message,
    Notice,
    Progress,
    SourcesChanged,
)


def merge_key(message: Message) -> Hashable:
    """Return what two messages share when the later one can stand for both."""
    match message:
        case DataChanged() | FiguresChanged():
            return type(message), message.network
        case Progress():
            return Progress, message.job
        case Notice():
            return Notice, message.key
        case SourcesChanged():
            return SourcesChanged, message.source
        case FiringsChanged():
            return FiringsChanged, message.rule, message.network
        case FiringChosen():
            return FiringChosen, message.firing
        case ListsChanged():
            return ListsChanged, message.what


def merged(older: Message, newer: Message) -> Message:
    """Return the message that stands for both; parts are united, and no parts at all means that anything changed."""
    if isinstance(older, DataChanged) and isinstance(newer, DataChanged):
        if not older.parts or not newer.parts:
            return replace(newer, parts=frozenset())
        return replace(newer, parts=older.parts | newer.parts)
    if isinstance(older, SourcesChanged) and isinstance(newer, SourcesChanged) and older.network != newer.network:
        return replace(newer, network="")
    return newer
