"""Everything the user can command, as one table: menus, shortcuts, the command palette and help are derived from it.

A handler is named, not imported: ``shell.method`` is a method of ui.commands, ``panel.method`` one of the panel
with that key, which is opened first. Must never do anything itself.
"""

from __future__ import annotations

from typing import NamedTuple


class Action(NamedTuple):
    """One command.

    ``when`` names the conditions (separated by blanks) that must hold for it to be enabled; the window and the panels
    tell which hold. ``group`` starts a new group of the menu where it differs from the entry above. ``role`` is for
    menus that the system arranges itself. Texts are translated where they are shown (context "actions").
    """

    key: str
    title: str
    menu: str
    handler: str
    shortcut: str = ""
    tip: str = ""
    when: str = ""
    group: int = 0
    checkable: bool = False
    role: str = ""
    setting: str = ""


MENUS: dict[str, str] = {
    "file": "&File",
    "edit": "&Edit",
    "view": "&View",
    "data": "&Data",
    "alerts": "&Alerts",
    "help": "&Help",
}
"""Menus in their order, with their titles. "Panels" of the view menu are added from the panel table."""

ACTIONS: tuple[Action, ...] = (
    Action(
        "add_asset",
        "&Add an asset …",
        "file",
        "watchlist.add_asset",
        "Ctrl+N",
        "Find a network, token or stock and put it on this list",
    ),
    Action(
        "own_data",
        "Add own &data …",
        "file",
        "watchlist.add_own_data",
        "",
        "Bring a CSV or Parquet file, or a JSON address, to the selected asset",
    ),
    Action("new_list", "New &list …", "file", "watchlist.new_list", "Ctrl+Shift+N", "Start another list"),
    Action(
        "new_smart_list",
        "New list by a &rule …",
        "file",
        "watchlist.new_smart_list",
        "",
        "A list whose members are all watched networks that satisfy a rule",
    ),
    Action(
        "take_snapshot",
        "Take a &snapshot",
        "file",
        "snapshots.take",
        "Ctrl+Shift+S",
        "Freeze the list as one file that can be verified and compared later",
        group=4,
    ),
    Action("report", "Write a &report …", "file", "snapshots.report", "", "Write the list as a PDF", group=4),
    Action(
        "export_table",
        "Export a &table …",
        "file",
        "snapshots.export_table",
        "Ctrl+Shift+E",
        "Write the list or its history as CSV, XLSX, JSON or Parquet",
        group=4,
    ),
    Action(
        "export_picture",
        "Export a &picture …",
        "file",
        "shell.export_picture",
        "",
        "Write the chart that is seen as PNG or SVG",
        group=4,
    ),
    Action(
        "copy_picture",
        "Copy the chart as a p&icture",
        "file",
        "shell.copy_picture",
        "Ctrl+Shift+C",
        "Put the chart that is seen on the clipboard",
        group=4,
    ),
    Action(
        "close",
        "&Close window",
        "file",
        "shell.close",
        "Ctrl+W",
        "Close the window; the program goes on in the notification area where that was chosen",
        group=9,
    ),
    Action("quit", "&Quit", "file", "shell.quit", "Ctrl+Q", "Save everything and leave", group=9, role="quit"),
    Action("undo", "&Undo", "edit", "shell.undo", "Ctrl+Z", "Take back the last edit", when="can_undo"),
    Action("redo", "&Redo", "edit", "shell.redo", "Ctrl+Shift+Z", "Do it again", when="can_redo"),
    Action(
        "filter",
        "&Filter the list",
        "edit",
        "watchlist.focus_filter",
        "Ctrl+F",
        "Show only rows that hold words, or do not hold them",
        group=2,
    ),
    Action(
        "columns",
        "C&hoose columns …",
        "edit",
        "watchlist.choose_columns",
        "Ctrl+Shift+K",
        "Choose and order the columns of this list, any metric among them",
        group=2,
    ),
    Action(
        "note",
        "&Note and tags …",
        "edit",
        "watchlist.edit_note",
        "Ctrl+Shift+T",
        "Write a note about the selected asset and give it tags",
        group=2,
    ),
    Action(
        "preferences",
        "&Preferences …",
        "edit",
        "shell.show_preferences",
        "Ctrl+,",
        "Change how the program looks and works",
        group=9,
        role="preferences",
    ),
    Action(
        "keys", "&Keys …", "edit", "shell.show_keys", "", "Set, test and remove the keys of data providers", group=9
    ),
    Action(
        "palette",
        "&Command palette …",
        "view",
        "shell.show_palette",
        "Ctrl+K",
        "Find any command, panel or asset by a few letters",
        group=1,
    ),
    Action(
        "next_asset", "Ne&xt asset", "view", "watchlist.next_asset", "Ctrl+PgDown", "Look at the next asset", group=2
    ),
    Action(
        "previous_asset",
        "Pre&vious asset",
        "view",
        "watchlist.previous_asset",
        "Ctrl+PgUp",
        "Look at the asset before",
        group=2,
    ),
    Action(
        "metric_menu",
        "Add a &metric to the chart …",
        "view",
        "chart.open_metric_menu",
        "Ctrl+M",
        "Open another pane in the chart",
        group=3,
    ),
    Action(
        "explain",
        "&What is this number …",
        "view",
        "chart.explain",
        "Ctrl+I",
        "What a number says, how it is computed, what fools it and what it rests on",
        group=3,
    ),
    Action(
        "annotate",
        "Write a n&ote into the chart …",
        "view",
        "chart.annotate",
        "Ctrl+Shift+A",
        "Mark a day in the chart with a text",
        group=3,
    ),
    Action(
        "close_pane",
        "Close &pane",
        "view",
        "chart.close_pane",
        "Ctrl+Shift+W",
        "Close the pane of the chart that was used last",
        group=3,
    ),
    Action(
        "theme",
        "Switch between &light and dark",
        "view",
        "shell.switch_theme",
        "Ctrl+Shift+L",
        "Use the other theme until the system's is chosen again in the preferences",
        group=5,
    ),
    Action(
        "privacy",
        "&Privacy screen",
        "view",
        "shell.switch_privacy",
        "Ctrl+Shift+P",
        "Hide values until the mouse points at them",
        group=5,
        checkable=True,
        setting="privacy_screen",
    ),
    Action(
        "full_screen",
        "&Full screen",
        "view",
        "shell.switch_full_screen",
        "F11",
        "Use the whole screen",
        group=5,
        checkable=True,
    ),
    Action(
        "notices",
        "&Messages",
        "view",
        "shell.show_notices",
        "Ctrl+Shift+M",
        "Show the messages of this session again",
        group=6,
    ),
    Action(
        "reset_layout",
        "&Reset the layout",
        "view",
        "shell.reset_layout",
        "",
        "Put all panels back to where they were at first",
        group=7,
    ),
    Action(
        "next_area",
        "&Next part of the window",
        "view",
        "shell.go_to_next_area",
        "F6",
        "Move the keyboard to the next part of the window",
        group=7,
    ),
    Action(
        "previous_area",
        "Previ&ous part of the window",
        "view",
        "shell.go_to_previous_area",
        "Shift+F6",
        "Move the keyboard to the part before",
        group=7,
    ),
    Action("refresh", "&Refresh", "data", "shell.refresh", "F5", "Pull what is due now", when="online idle"),
    Action(
        "refresh_all",
        "Refresh &everything",
        "data",
        "shell.refresh_all",
        "Shift+F5",
        "Pull everything now, whether it is due or not",
        when="online idle",
    ),
    Action(
        "cancel_refresh",
        "&Stop refreshing",
        "data",
        "shell.cancel_refresh",
        "Esc",
        "Stop pulling; what has arrived is kept",
        when="busy",
    ),
    Action(
        "offline",
        "Work &offline",
        "data",
        "shell.switch_offline",
        "",
        "Contact nobody",
        group=2,
        checkable=True,
        setting="offline",
    ),
    Action(
        "shortcuts",
        "&Shortcuts …",
        "help",
        "shell.show_shortcuts",
        "?",
        "See all shortcuts, and change them",
    ),
    Action("new_rule", "&New rule …", "alerts", "rules.new_rule", "Ctrl+Alt+N", "Be told when a number comes true"),
    Action("show_rules", "&Rules", "alerts", "rules.activate", "", "Every rule and where it stands"),
    Action("show_inbox", "&Inbox", "alerts", "inbox.activate", "", "What came true, and when it was noticed"),
    Action("check_rules", "&Check now", "alerts", "rules.check_now", "Ctrl+Alt+K", "Look at all rules now", group=2),
    Action(
        "resume_noisy",
        "Resume rules that &paused themselves",
        "alerts",
        "rules.resume_noisy",
        "",
        "Let rules look again that came true too often",
        group=2,
    ),
    Action(
        "show_channels",
        "C&hannels …",
        "alerts",
        "rules.show_channels",
        "",
        "Where messages go: desktop, mail, chat, your own server",
        group=3,
    ),
    Action(
        "show_silences", "&Silences …", "alerts", "rules.show_silences", "", "Of what you want to hear nothing", group=3
    ),
    Action("import_rules", "I&mport rules …", "alerts", "rules.import_rules", "", "Read rules from a file", group=4),
    Action("export_rules", "&Export rules …", "alerts", "rules.export_rules", "", "Write rules to a file", group=4),
    Action("data_folder", "Open the &folder of the data", "help", "shell.open_data_folder", "", "Show where it lies"),
    Action("log", "&Log …", "help", "shell.show_log", "Ctrl+Shift+G", "See what the program noted; keys are removed"),
    Action(
        "about",
        "&About",
        "help",
        "shell.show_about",
        "",
        "Version, licences and where the data comes from",
        group=9,
        role="about",
    ),
)
"""All commands in the order of their menus."""


def by_key() -> dict[str, Action]:
    """Return the commands by key. Raises ValueError where a key stands twice."""
    table = {one.key: one for one in ACTIONS}
    if len(table) != len(ACTIONS):
        raise ValueError("two actions share a key")
    return table
