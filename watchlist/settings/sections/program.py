"""Settings of the program as a whole. Data only."""

from __future__ import annotations

from watchlist.settings.setting import Choice, Kind, Setting

TABLE = (
    Setting(
        "tray",
        Kind.YES_NO,
        True,
        "program",
        "Icon in the notification area",
        "Shown where the desktop has such an area.",
    ),
    Setting(
        "stay_in_tray",
        Kind.YES_NO,
        False,
        "program",
        "Keep running when the window is closed",
        "Goes on pulling and watching from the notification area.",
        shown_when="tray",
    ),
    Setting(
        "start_at_login",
        Kind.YES_NO,
        False,
        "program",
        "Start at login",
        "Start with the desktop session.",
    ),
    Setting(
        "restore_view",
        Kind.YES_NO,
        True,
        "program",
        "Open as it was left",
        "Show the same list, network, panes and ranges as last time.",
    ),
    Setting(
        "first_list",
        Kind.TEXT,
        "",
        "program",
        "List shown first",
        "Id of a list; empty means the one that was shown last.",
    ),
    Setting(
        "log_level",
        Kind.CHOICE,
        "info",
        "program",
        "Detail of the log",
        "Keys are removed from every line.",
        choices=(
            Choice("debug", "Everything"),
            Choice("info", "Normal"),
            Choice("warning", "Warnings"),
            Choice("error", "Errors"),
        ),
    ),
    Setting(
        "keyring",
        Kind.CHOICE,
        "auto",
        "program",
        "Where keys are kept",
        "Without a keyring of the system, keys last until the program is closed and are never written to a file.",
        choices=(Choice("auto", "Keyring of the system"), Choice("session", "This session only")),
        needs_restart=True,
    ),
    Setting(
        "remember_place",
        Kind.YES_NO,
        True,
        "program",
        "Remember the window's place",
        "Open the window where it was closed.",
    ),
)
