"""Keys in the real keyring of a session of its own, and every way in which a keyring fails. Keys reach no file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import keyring.errors
import pytest

from tests.helpers.components import ROOT, require
from watchlist.domain.errors import InputError
from watchlist.settings import secrets as module
from watchlist.settings.secrets import KeyringSlow, KeyringTrouble, Secrets

KEY = "CG-planted-0123456789abcdef"
UNLOCKED = """
printf test-pass | gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 & K=$!
for _ in $(seq 100); do
  dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
    string:org.freedesktop.secrets 2>/dev/null | grep -q 'boolean true' && break; sleep .05; done
"$0" "$@"; rc=$?; kill $K 2>/dev/null; exit $rc
"""
LONELY_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""
PLAIN = '"$0" "$@"'


def in_session(tmp_path: Path, what: str, script: str = UNLOCKED, config: str = "", **more: str) -> dict[str, Any]:
    """Run the child in a session bus of its own and return what it printed; its files lie under ``tmp_path``."""
    require("dbus-run-session", "gnome-keyring-daemon", "secret-tool", "dbus-send")
    home, runtime = tmp_path / "home", tmp_path / "run"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "share"),
        "XDG_RUNTIME_DIR": str(runtime),
        "PLANTED_KEY": KEY,
        "PYTHONDONTWRITEBYTECODE": "1",
        **more,
    }
    bus = ["dbus-run-session", *([f"--config-file={config}"] if config else []), "--"]
    done = subprocess.run(
        [*bus, "bash", "-c", script, sys.executable, "-m", "tests.unit.settings.keyring_child", what],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=40,
        check=False,
    )
    lines = done.stdout.strip().splitlines()
    assert lines, done.stderr[-2000:]
    assert KEY not in done.stdout + done.stderr
    result = json.loads(lines[-1])
    assert isinstance(result, dict)
    return result


def holds(folder: Path, text: str) -> list[Path]:
    """Return the files below a folder that hold a text."""
    return [path for path in folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]


def test_set_read_replace_remove_in_the_real_keyring(tmp_path: Path) -> None:
    found = in_session(tmp_path, "use")
    assert found.pop("place")[1] is True
    assert found == {"outside": True, "read": True, "replaced": True, "removed": True}
    assert not holds(tmp_path, KEY)


def test_a_chosen_null_backend_is_not_believed(tmp_path: Path) -> None:
    found = in_session(tmp_path, "use", PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring")
    assert found["read"]
    assert found["outside"]


def test_bus_without_the_service_keeps_keys_for_the_session(tmp_path: Path) -> None:
    config = tmp_path / "bus.conf"
    config.write_text(LONELY_BUS.format(folder=tmp_path), "utf-8")
    found = in_session(tmp_path, "none", PLAIN, str(config))
    assert found["place"][:2] == [module.SESSION, False]
    assert found["remembered"]
    assert len(found["told"]) == 1
    assert not found["others"]
    assert not holds(tmp_path, KEY)


def test_a_daemon_that_was_never_unlocked_is_told(tmp_path: Path) -> None:
    found = in_session(tmp_path, "none", PLAIN)
    assert found["kept"].startswith("KeyringTrouble: keeping the key failed")
    assert not found["remembered"]
    assert not holds(tmp_path, KEY)


def test_a_locked_keyring_without_a_screen_is_told_at_once(tmp_path: Path) -> None:
    found = in_session(tmp_path, "locked")
    assert "locked" in found["first"]
    assert found["again"].startswith("KeyringTrouble")
    assert found["took"] < 4


def test_a_dead_bus_is_told(tmp_path: Path) -> None:
    found = in_session(tmp_path, "bus dies")
    assert found["first"].startswith("KeyringTrouble: reading the key failed")


@pytest.mark.desktop
def test_an_unlock_prompt_does_not_block(tmp_path: Path) -> None:
    require("Xvfb")
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-nolisten", "tcp"], pass_fds=(writing,), stderr=subprocess.DEVNULL
    )
    os.close(writing)
    with os.fdopen(reading) as numbers:
        display = f":{numbers.readline().strip()}"
    try:
        found = in_session(tmp_path, "locked", DISPLAY=display)
    finally:
        screen.terminate()
        screen.wait()
    assert found["first"].startswith("KeyringSlow")
    assert "unlocked" in found["first"]
    assert found["again"].startswith("KeyringSlow")
    assert 3.5 < found["took"] < 6


# Without any keyring


def test_without_a_bus_keys_last_for_the_session(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    told: list[str] = []
    secrets = Secrets(told=told.append)
    assert secrets.get("provider") is None
    assert not told
    assert not secrets.set("provider", f" {KEY} ").lasting
    secrets.set("other", KEY)
    assert len(told) == 1
    assert secrets.has("provider")
    secrets.forget()
    assert secrets.has("provider")
    secrets.remove("provider")
    assert not secrets.has("provider")


def test_session_only_by_choice_never_looks_for_a_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    def never() -> None:
        raise AssertionError("looked for a keyring")

    monkeypatch.setattr(module, "_choose_backend", never)
    secrets = Secrets(use_keyring=False)
    secrets.set("provider", KEY)
    secrets.set_for_session("other", KEY)
    assert secrets.has("other")
    assert secrets.place().title == module.SESSION


@pytest.mark.parametrize("text", ["", "   ", "two\nlines", "x" * (module.LONGEST + 1), "\x7f123456"])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        Secrets(use_keyring=False).set("provider", text)
    assert text not in str(caught.value) or not text.strip()


class Backend:
    """A keyring that does what it is told, or fails as it is told."""

    def __init__(self, **answers: Any) -> None:
        self.kept: dict[str, str] = {}
        self.answers: Mapping[str, Any] = answers

    def _do(self, what: str) -> None:
        answer = self.answers.get(what)
        if isinstance(answer, BaseException):
            raise answer
        if callable(answer):
            answer()

    def get_password(self, _service: str, name: str) -> str | None:
        self._do("get")
        return self.kept.get(name)

    def set_password(self, _service: str, name: str, text: str) -> None:
        self._do("set")
        if "forgets" not in self.answers:
            self.kept[name] = text

    def delete_password(self, _service: str, name: str) -> None:
        self._do("delete")
        del self.kept[name]


def with_backend(monkeypatch: pytest.MonkeyPatch, backend: Backend, timeout: float = 5) -> Secrets:
    monkeypatch.setattr(module, "_choose_backend", lambda: (backend, "a keyring"))
    return Secrets(timeout=timeout)


@pytest.mark.parametrize(
    "error",
    [
        keyring.errors.KeyringLocked(f"about {KEY}"),
        keyring.errors.InitError(f"about {KEY}"),
        keyring.errors.PasswordSetError(f"about {KEY}"),
        keyring.errors.KeyringError(f"about {KEY}"),
        FileNotFoundError(2, f"about {KEY}"),
        ConnectionResetError(f"about {KEY}"),
        EOFError(f"about {KEY}"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_every_failure_is_one_kind_of_trouble_without_the_key(
    monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    secrets = with_backend(monkeypatch, Backend(set=error))
    with pytest.raises(KeyringTrouble) as caught:
        secrets.set("provider", KEY)
    assert KEY not in str(caught.value)
    assert KEY not in repr(caught.value)
    assert caught.value.__cause__ is None
    assert not secrets.has("provider")


def test_the_library_of_the_bus_may_fail_too(monkeypatch: pytest.MonkeyPatch) -> None:
    import secretstorage.exceptions

    gone = secretstorage.exceptions.SecretServiceNotAvailableException("gone")
    secrets = with_backend(monkeypatch, Backend(get=gone))
    with pytest.raises(KeyringTrouble, match="reading the key failed"):
        secrets.get("provider")


def test_a_keyring_that_forgets_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    secrets = with_backend(monkeypatch, Backend(forgets=True))
    with pytest.raises(KeyringTrouble, match="did not keep"):
        secrets.set("provider", KEY)


def test_a_slow_keyring_is_left_alone_until_it_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = threading.Event()
    backend = Backend(get=lambda: go_on.wait(20))
    backend.kept["provider"] = KEY
    secrets = with_backend(monkeypatch, backend, timeout=0.2)
    with pytest.raises(KeyringSlow):
        secrets.get("provider")
    before = threading.active_count()
    started = time.monotonic()
    with pytest.raises(KeyringSlow):
        secrets.get("provider")
    assert time.monotonic() - started < 0.1
    assert threading.active_count() == before
    go_on.set()
    end = time.monotonic() + 5
    while time.monotonic() < end and any(one.name == "watchlist-keyring" for one in threading.enumerate()):
        time.sleep(0.01)
    assert secrets.has("provider")


def test_backends_that_cannot_work_here_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BACKENDS", {sys.platform: ("keyring.backends.macOS", "keyring.backends.fail")})
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.delattr("keyring.backends.fail.Keyring")
    place = Secrets().place()
    assert not place.lasting
    assert place.reason == "this system offers no keyring"
