"""What the shell's own entries of the action table do. Panels do theirs; this file only opens, switches and asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog
from shiboken6 import isValid

from watchlist.domain.errors import WatchlistError
from watchlist.domain.messages import ListsChanged, Notice, Progress, Severity, SourcesChanged
from watchlist.ui.status import build_status

if TYPE_CHECKING:
    from watchlist.domain.answers import Json
    from watchlist.domain.fetches import SourceState
    from watchlist.ui.main_window import MainWindow


SHORTCUTS = "shortcuts"  # the table of the user's documents that holds changed shortcuts
ASK_SOURCES_AFTER = 300  # milliseconds: the answer imports every source, and panels that are being filled come first
KEEP_AFTER = 3000  # milliseconds after a refresh, when the new figures are on the screen


class Commands(QObject):
    """The handlers named ``shell.…`` in the action table.

    Signals:
        quit_wanted(): the user wants to leave, whatever closing the window means.
    """

    quit_wanted = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._around = window.around
        self._dialogs: dict[str, QDialog] = {}
        self._keep = QTimer(self)
        self._keep.setObjectName("keep-table")
        self._keep.setSingleShot(True)
        self._keep.timeout.connect(window.keep_table)
        window.closing.connect(self._keep.stop)

    def start(self) -> None:
        """Connect actions, messages and the status bar."""
        window, hub = self._window, self._around.hub
        self.sources, self.jobs = build_status(window.statusBar(), self.cancel_refresh)
        self.sources.wanted.connect(self.show_sources)
        window.book.triggered.connect(self.run)
        hub.changed.connect(self._hear)
        self._later = QTimer(self)
        self._later.setObjectName("sources-later")
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._ask_sources)
        hub.connected.connect(lambda: self._later.start(ASK_SOURCES_AFTER))
        window.closing.connect(self._later.stop)
        self._around.choices.listen(self._setting_changed)
        for key in ("privacy_screen", "offline"):
            self._setting_changed(key)
        window.book.set_condition("idle", holds=True)
        edits = window.selection.edits
        edits.canUndoChanged.connect(lambda can: window.book.set_condition("can_undo", holds=can))
        edits.canRedoChanged.connect(lambda can: window.book.set_condition("can_redo", holds=can))
        hub.connected.connect(self._ask_shortcuts)
        self._ask_shortcuts()

    def run(self, key: str) -> None:
        """Do what an entry of the action table names."""
        target, _, method = self._window.book.table()[key].handler.partition(".")
        owner = self if target == "shell" else self._window.host.open(target)
        handler = getattr(owner, method, None)
        if handler is not None:
            handler()

    # File and help

    def close(self) -> None:
        """Close the window."""
        self._window.close()

    def quit(self) -> None:
        """Leave the program."""
        self.quit_wanted.emit()

    def open_data_folder(self) -> None:
        """Show the folder of the data in the desktop's file manager."""
        folder = self._around.data_folder
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._say("folder", Severity.INFO, self.tr("The data lies here"), str(folder))

    def show_about(self) -> None:
        """Open the about dialog."""
        from watchlist.ui.dialogs.about import AboutDialog  # noqa: PLC0415 - dialogs are made when wanted

        self._open("about", lambda: AboutDialog(self._around, self._window))

    def show_log(self) -> None:
        """Open the log view."""
        from watchlist.ui.dialogs.log_view import LogView  # noqa: PLC0415

        self._open("log", lambda: LogView(self._around, self._window))

    def show_crash(self, report: str) -> None:
        """Open the crash dialog; a further crash is added to an open one."""
        from watchlist.ui.dialogs.crash import CrashDialog  # noqa: PLC0415

        self._open("crash", lambda: CrashDialog(self._around, self._window))
        dialog = self._dialogs.get("crash")
        if isinstance(dialog, CrashDialog):
            dialog.add(report)

    def export_picture(self) -> None:
        """Write the chart that is seen as a picture."""
        self._with_picture(copy=False)

    def copy_picture(self) -> None:
        """Put the chart that is seen on the clipboard."""
        self._with_picture(copy=True)

    def _with_picture(self, *, copy: bool) -> None:
        from watchlist.ui.report.taking import take_picture  # noqa: PLC0415 - brings the charts

        take_picture(self._window.context, self._window, copy=copy)

    # Edit

    def show_preferences(self) -> None:
        """Open the preferences."""
        from watchlist.ui.dialogs.preferences import PreferencesDialog  # noqa: PLC0415

        self._open("preferences", lambda: PreferencesDialog(self._around, self._window))

    def show_keys(self) -> None:
        """Open the page of keys."""
        from watchlist.ui.dialogs.keys import KeysDialog  # noqa: PLC0415

        self._open("keys", lambda: KeysDialog(self._around, self._window))

    def undo(self) -> None:
        """Take back the last edit."""
        self._window.selection.edits.undo()

    def redo(self) -> None:
        """Do the edit again that was taken back last."""
        self._window.selection.edits.redo()

    # View

    def show_palette(self) -> None:
        """Open the command palette: commands, panels and watched networks."""
        from watchlist.domain.requests import Networks  # noqa: PLC0415 - brings numpy, so after the first paint
        from watchlist.ui.dialogs.palette import Palette, command_entries, network_entries  # noqa: PLC0415

        window = self._window
        palette = Palette(command_entries(window.book, window.host.open), window)
        palette.setObjectName("dialog-palette")
        palette.open_over(window)
        self._around.hub.ask(
            Networks(),
            lambda found: palette.add_entries(network_entries(found, window.selection)) if isValid(palette) else None,
            lambda _error: None,
        )

    def show_shortcuts(self) -> None:
        """Open the list of shortcuts."""
        from watchlist.ui.dialogs.shortcuts import ShortcutsDialog  # noqa: PLC0415

        self._open("shortcuts", lambda: ShortcutsDialog(self._window.book, self._around, self._window))

    def switch_theme(self) -> None:
        """Use the other theme."""
        self._change("theme", "light" if self._around.theme.dark else "dark")

    def switch_privacy(self) -> None:
        """Hide or show values."""
        self._change("privacy_screen", not self._around.choices["privacy_screen"])

    def switch_full_screen(self) -> None:
        """Use the whole screen, or give it back."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()
        self._window.book.get("full_screen").setChecked(self._window.isFullScreen())

    def go_to_next_area(self) -> None:
        """Move the focus to the next part of the window."""
        self._window.areas.go(1)

    def go_to_previous_area(self) -> None:
        """Move the focus to the part before."""
        self._window.areas.go(-1)

    def show_notices(self) -> None:
        """List the messages of this session."""
        from watchlist.ui.dialogs.notices import NoticesDialog  # noqa: PLC0415

        self._open("notices", lambda: NoticesDialog(self._window.notices, self._window))

    def reset_layout(self) -> None:
        """Put all panels back to where they were at first."""
        self._window.reset_layout()

    # Data

    def refresh(self, *, all_due: bool = False) -> None:
        """Pull what is due."""
        from watchlist.domain.requests import Refresh  # noqa: PLC0415 - brings numpy, so after the first paint

        self._window.book.set_condition("busy", holds=True)
        self._window.book.set_condition("idle", holds=False)
        self._refresh = self._around.hub.ask(Refresh(all_due=all_due), self._refreshed, self._refresh_failed)

    def refresh_all(self) -> None:
        """Pull everything now."""
        self.refresh(all_due=True)

    def cancel_refresh(self) -> None:
        """Stop pulling."""
        from watchlist.domain.requests import CancelRefresh  # noqa: PLC0415

        self._around.hub.ask(CancelRefresh(), lambda _: None)

    def switch_offline(self) -> None:
        """Contact nobody, or go back online."""
        self._change("offline", not self._around.choices["offline"])

    def show_sources(self) -> None:
        """Open the page of sources."""
        if self._window.host.open("sources") is None:
            self._ask_sources()

    # Behind the scenes

    def _refreshed(self, report: object) -> None:
        self._idle()
        self._ask_sources()
        self._keep.start(KEEP_AFTER)

    def _refresh_failed(self, error: WatchlistError) -> None:
        self._idle()
        self._say("refresh", Severity.WARNING, self.tr("Refreshing did not work"), str(error))

    def _idle(self) -> None:
        self._window.book.set_condition("busy", holds=False)
        self._window.book.set_condition("idle", holds=True)

    def _hear(self, message: object) -> None:
        if isinstance(message, ListsChanged) and message.what == SHORTCUTS:
            self._ask_shortcuts()
        elif isinstance(message, Notice):
            self._window.notices.add(message)
        elif isinstance(message, Progress):
            self.jobs.take(message)
        elif isinstance(message, SourcesChanged):
            self._ask_sources()

    def _ask_shortcuts(self) -> None:
        if self._around.hub.is_connected:
            from watchlist.domain.requests import Documents  # noqa: PLC0415 - brings numpy, so after the first paint

            self._around.hub.ask(Documents(SHORTCUTS), self._use_shortcuts, lambda _error: None)

    def _use_shortcuts(self, entries: dict[str, Json]) -> None:
        self._window.book.set_shortcuts({key: str(entry.get("keys", "")) for key, entry in entries.items()})

    def _ask_sources(self) -> None:
        if not self._around.hub.is_connected:
            return  # asked once it is; importing the requests now would bring numpy into the window's thread
        from watchlist.domain.requests import SourceStates  # noqa: PLC0415

        self._around.hub.ask(SourceStates(), self._show_sources, lambda _error: None)

    def _show_sources(self, states: tuple[SourceState, ...]) -> None:
        self.sources.show_states(states, offline=bool(self._around.choices["offline"]))

    def _setting_changed(self, key: str) -> None:
        book = self._window.book
        if key in {"theme", "up_down_colours", "up_colour", "down_colour"}:
            self._around.theme.apply()
        elif key == "offline":
            offline = bool(self._around.choices["offline"])
            book.set_condition("online", holds=not offline)
            book.get("offline").setChecked(offline)
            self._ask_sources()
        elif key == "privacy_screen":
            book.get("privacy").setChecked(bool(self._around.choices["privacy_screen"]))

    def _change(self, key: str, value: object) -> None:
        try:
            self._around.choices.change({key: value})
        except WatchlistError as error:
            self._say("settings", Severity.ERROR, self.tr("The setting could not be saved"), str(error))

    def _say(self, key: str, severity: Severity, title: str, body: str) -> None:
        self._window.notices.add(Notice(key, severity, title, body))

    def _open(self, key: str, make: Callable[[], QDialog]) -> None:
        dialog = self._dialogs.get(key)
        if dialog is None:
            dialog = make()
            dialog.setObjectName(f"dialog-{key}")
            self._dialogs[key] = dialog
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()


def focus_is_in_dialog() -> bool:
    """Return whether a dialog has the focus, where the window's own shortcuts must keep still."""
    return isinstance(QApplication.activeWindow(), QDialog)
