"""Every setting once, as data: the dialog, ``--set``, validation, the documentation and the tests are derived from it.

Holds no value of any user and reads no file. Texts are plain English here and are translated where they are shown
(context "settings"). A new setting is one entry in the table of its section.
"""

from __future__ import annotations

from watchlist.settings.sections import alerts, data, keeping, numbers, program, screen
from watchlist.settings.setting import Choice, Kind, Scalar, Setting

SECTIONS: dict[str, str] = {
    "screen": "Appearance",
    "numbers": "Numbers",
    "data": "Data and network",
    "alerts": "Alerts",
    "keeping": "Snapshots and backups",
    "program": "Program",
}
"""Sections in the order of the dialog, with their titles."""

SETTINGS: dict[str, Setting] = {
    one.key: one
    for table in (screen.TABLE, numbers.TABLE, data.TABLE, alerts.TABLE, keeping.TABLE, program.TABLE)
    for one in table
}
"""All settings by key, in the order of the dialog."""


def of_section(section: str) -> tuple[Setting, ...]:
    """Return the settings of a section in their order."""
    return tuple(one for one in SETTINGS.values() if one.section == section)


def defaults() -> dict[str, Scalar]:
    """Return every setting's default."""
    return {key: one.default for key, one in SETTINGS.items()}


__all__ = ["SECTIONS", "SETTINGS", "Choice", "Kind", "Scalar", "Setting", "defaults", "of_section"]
