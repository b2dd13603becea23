"""Preferences and keys derived from their tables; crash, log, messages, about, refusal."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.shell.frames import surroundings
from watchlist.domain import requests
from watchlist.domain.errors import Damaged, DiskFull, InputError, Locked, StoreError, TooNew
from watchlist.domain.fetches import SourceState
from watchlist.domain.messages import Notice, Severity
from watchlist.domain.requests import KeyStates, SetKey, SourceStates
from watchlist.settings.redaction import REDACTION
from watchlist.settings.schema import SECTIONS, SETTINGS, Kind
from watchlist.settings.values import Settings
from watchlist.ui.crash import CrashHook, crash_report, crash_signature
from watchlist.ui.dialogs.about import AboutDialog
from watchlist.ui.dialogs.crash import CrashDialog
from watchlist.ui.dialogs.keys import MASK, KeysDialog
from watchlist.ui.dialogs.log_view import LogView
from watchlist.ui.dialogs.notices import NoticesDialog
from watchlist.ui.dialogs.preferences import PreferencesDialog
from watchlist.ui.dialogs.refusal import refusal_box
from watchlist.ui.notifications import Notices

KEY = "CG-planted-dialog-0123456789"


def preferences(qtbot: QtBot, tmp_path: Path, settings: Settings) -> PreferencesDialog:
    dialog = PreferencesDialog(surroundings(tmp_path, settings=settings))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def other(key: str) -> object:
    """Return a valid value of a setting that is not its default."""
    setting = SETTINGS[key]
    match setting.kind:
        case Kind.YES_NO:
            return not setting.default
        case Kind.WHOLE:
            return int(setting.low or 0) if setting.default != setting.low else int(setting.high or 0)
        case Kind.NUMBER:
            return float(setting.low or 0)
        case Kind.CHOICE:
            return next(choice.value for choice in setting.choices if choice.value != setting.default)
        case Kind.CLOCK:
            return "12:34"
        case Kind.COLOUR:
            return "#123456"
        case Kind.NAMES:
            return ("a.example", "b.example")
        case Kind.FOLDER:
            return "folder"
        case _:
            return {"number_locale": "de_DE", "time_zone": "Europe/Berlin", "proxy": "http://127.0.0.1:1"}.get(
                key, "text"
            )


def test_every_setting_has_an_editor_that_gives_back_what_it_shows(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings()
    dialog = preferences(qtbot, tmp_path, settings)
    assert set(dialog.editors) == set(SETTINGS)
    assert dialog.pages.count() == len(SECTIONS)
    assert not dialog.changed()
    for key, editor in dialog.editors.items():
        editor.show_value(other(key))
        assert SETTINGS[key].check(editor.value()) == other(key), key
    assert dialog.apply()
    assert all(settings[key] == other(key) for key in SETTINGS)
    for row in range(len(SECTIONS)):
        dialog.sections.setCurrentRow(row)
        dialog.show_defaults()
    assert dialog.apply()
    assert all(settings.is_default(key) for key in SETTINGS)


def test_a_wrong_value_is_told_at_its_field(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings()
    dialog = preferences(qtbot, tmp_path, settings)
    field = dialog.editors["proxy"].field
    assert isinstance(field, QLineEdit)
    field.setText("ftp://nowhere")
    dialog.editors["theme"].show_value("dark")
    assert not dialog.apply()
    assert "Proxy" in dialog.trouble.text()
    assert dialog.sections.currentRow() == list(SECTIONS).index("data")
    assert settings["theme"] == "system"


def test_search_leaves_what_fits(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = preferences(qtbot, tmp_path, Settings(None, {"theme": "dark"}))
    dialog.search.setText("quiet hours end")
    assert dialog.editors["quiet_until"].isVisible()
    assert not dialog.editors["quiet_from"].isVisible()
    dialog.search.clear()
    dialog.sections.setCurrentRow(list(SECTIONS).index("screen"))
    assert "command line" in dialog._notes["theme"].text()
    assert not dialog.editors["quiet_until"].isEnabled()
    dialog.editors["quiet_hours"].field.setChecked(True)  # type: ignore[attr-defined]
    assert dialog.editors["quiet_until"].isEnabled()


def test_ok_applies_and_cancel_does_not(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings()
    dialog = preferences(qtbot, tmp_path, settings)
    dialog.editors["theme"].show_value("dark")
    dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel).click()
    assert settings["theme"] == "system"
    dialog.show()
    assert dialog.editors["theme"].value() == "system"
    dialog.editors["theme"].show_value("dark")
    dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).click()
    assert settings["theme"] == "dark"


class Keys:
    """Answers as the service does."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.fails = False

    def states(self, _request: object) -> tuple[tuple[str, str, bool, str], ...]:
        return tuple((name, name.title(), name in self.kept, "the keyring") for name in ("alpha", "beta"))

    def set(self, request: SetKey) -> None:
        if self.fails:
            raise InputError("key", "the keyring is locked")
        if request.value:
            self.kept[request.name] = request.value
        else:
            self.kept.pop(request.name, None)

    def test(self, request: requests.TestKey) -> str:
        return f"{request.name} works"


def test_keys_are_set_tested_removed_and_never_shown(qtbot: QtBot, tmp_path: Path) -> None:
    keys = Keys()
    around = surroundings(tmp_path, {KeyStates: keys.states, SetKey: keys.set, requests.TestKey: keys.test})
    hub: Any = around.hub
    dialog = KeysDialog(around)
    qtbot.addWidget(dialog)
    dialog.show()
    hub.settle()
    row = dialog.rows["alpha"]
    assert not row.test.isEnabled()
    row.field.setText(KEY)
    assert KEY not in row.field.displayText()
    row.keep.click()
    hub.settle()
    assert keys.kept == {"alpha": KEY}
    assert row.field.text() == ""
    assert row.field.placeholderText() == MASK
    row.test.click()
    hub.settle()
    assert dialog.message.text() == "alpha works"
    row.remove.click()
    hub.settle()
    assert not keys.kept
    keys.fails = True
    row.field.setText(KEY)
    row.keep.click()
    hub.settle()
    assert "locked" in dialog.message.text()
    assert row.field.text() == ""


@pytest.mark.expect_logs("unexpected error")
def test_a_crash_is_told_once_per_traceback_without_keys(qtbot: QtBot, tmp_path: Path) -> None:
    REDACTION.add(KEY)
    hook = CrashHook(REDACTION.clean)
    found: list[str] = []
    hook.found.connect(found.append)

    def fail(text: str) -> None:
        try:
            raise ValueError(text)
        except ValueError as error:
            hook.take(error)

    for text in (f"one {KEY}", "two"):
        fail(text)
    assert len(found) == 1
    assert KEY not in found[0]
    assert "ValueError" in found[0]
    dialog = CrashDialog(surroundings(tmp_path))
    qtbot.addWidget(dialog)
    dialog.add(found[0])
    dialog.show()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == found[0]
    assert "logs" in dialog.sentence.text()
    dialog.close()
    assert not dialog.reports


@pytest.mark.expect_logs("unexpected error")
def test_crashes_of_other_threads_arrive_in_the_main_thread(qtbot: QtBot) -> None:
    hook = CrashHook(lambda text: text)
    hook.install()
    try:
        with qtbot.waitSignal(hook.found, timeout=2000) as caught:
            thread = threading.Thread(target=lambda: 1 / 0, name="test-crash")
            thread.start()
            thread.join()
        assert "ZeroDivisionError" in caught.args[0]
    finally:
        hook.remove()
        hook.remove()


@pytest.mark.expect_logs("unexpected error", "crash hook failed")
def test_the_crash_hook_never_fails_itself(qtbot: QtBot) -> None:
    def broken(text: str) -> str:
        raise RuntimeError("cannot clean")

    CrashHook(broken).take(ValueError("first"))


def test_reports_name_version_and_place() -> None:
    error = ValueError("x")
    assert crash_signature(error) == "ValueError"
    assert "Watchlist" in crash_report(error)


def test_log_messages_and_about(qtbot: QtBot, tmp_path: Path) -> None:
    around = surroundings(
        tmp_path, {SourceStates: lambda _: (SourceState("a", "Alpha", "a.example", attribution="Data by Alpha"),)}
    )
    log = LogView(around)
    qtbot.addWidget(log)
    log.show()
    assert "another line" in log.text.toPlainText()
    log.search.setText("a line")
    log.search.returnPressed.emit()
    assert log.text.textCursor().selectedText() == "a line"
    notices = Notices()
    dialog = NoticesDialog(notices)
    qtbot.addWidget(dialog)
    assert "No messages" in dialog.text.toPlainText()
    notices.add(Notice("a", Severity.ERROR, "Bad", "Because"))
    assert "Because" in dialog.text.toPlainText()
    about = AboutDialog(around)
    qtbot.addWidget(about)
    around.hub.settle()  # type: ignore[attr-defined]
    assert "Data by Alpha" in about.sources.toPlainText()
    assert "duckdb" in about.libraries.toPlainText()


def test_a_log_that_cannot_be_read_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    def gone() -> str:
        raise FileNotFoundError(2, "No such file")

    view = LogView(surroundings(tmp_path)._replace(read_log=gone))
    qtbot.addWidget(view)
    view.show()
    assert "No such file" in view.text.toPlainText()


@pytest.mark.parametrize("kind", [Locked, TooNew, DiskFull, Damaged, StoreError])
def test_a_store_that_cannot_be_opened_says_what_to_do(qtbot: QtBot, tmp_path: Path, kind: type[StoreError]) -> None:
    from PySide6.QtWidgets import QWidget

    parent = QWidget()
    qtbot.addWidget(parent)
    box = refusal_box(kind("the reason"), tmp_path, parent)
    assert "start" in box.text().lower() or "restore" in box.text()
    assert "the reason" in box.informativeText()
