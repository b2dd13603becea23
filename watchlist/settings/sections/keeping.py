"""Settings of snapshots and backups. Data only."""

from __future__ import annotations

from watchlist.settings.setting import Choice, Kind, Setting

SCHEDULE = (
    Choice("never", "Never"),
    Choice("daily", "Every day"),
    Choice("weekly", "Every week"),
    Choice("monthly", "Every month"),
)

TABLE = (
    Setting(
        "snapshot_schedule",
        Kind.CHOICE,
        "never",
        "keeping",
        "Take snapshots",
        "Freeze every list by itself; missed ones are not made up for.",
        choices=SCHEDULE,
    ),
    Setting(
        "snapshot_on_alert",
        Kind.YES_NO,
        False,
        "keeping",
        "Snapshot when a rule comes true",
        "Freeze the list at that moment, at most once a day.",
    ),
    Setting(
        "snapshot_keep",
        Kind.WHOLE,
        30,
        "keeping",
        "Snapshots kept",
        "Older scheduled snapshots are removed; pinned ones never.",
        low=1,
        high=1000,
    ),
    Setting(
        "snapshot_redact",
        Kind.YES_NO,
        False,
        "keeping",
        "Snapshots without notes",
        "Leave notes and theses out of scheduled snapshots.",
    ),
    Setting(
        "backup_schedule",
        Kind.CHOICE,
        "weekly",
        "keeping",
        "Make backups",
        "One file with everything that was made and pulled; keys are never in it.",
        choices=SCHEDULE,
    ),
    Setting(
        "backup_keep",
        Kind.WHOLE,
        4,
        "keeping",
        "Backups kept",
        "Older scheduled backups are removed.",
        low=1,
        high=100,
    ),
    Setting(
        "backup_folder",
        Kind.FOLDER,
        "",
        "keeping",
        "Folder of backups",
        "Empty means the folder of the program's data.",
    ),
    Setting(
        "picture_scale",
        Kind.CHOICE,
        "2",
        "keeping",
        "Density of pictures",
        "Pixels per point of exported and copied pictures.",
        choices=(Choice("1", "1×"), Choice("2", "2×"), Choice("3", "3×"), Choice("4", "4×")),
    ),
    Setting(
        "picture_theme",
        Kind.CHOICE,
        "light",
        "keeping",
        "Theme of pictures and reports",
        "Colours of what is exported.",
        choices=(Choice("light", "Light"), Choice("dark", "Dark"), Choice("screen", "As on the screen")),
    ),
    Setting(
        "paper",
        Kind.CHOICE,
        "a4",
        "keeping",
        "Paper of reports",
        "Page size of PDF reports.",
        choices=(Choice("a4", "A4"), Choice("letter", "Letter")),
    ),
)
