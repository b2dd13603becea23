"""Alerts against the real thing: a notification daemon, a mail server, and being killed at any moment."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from email import message_from_bytes
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.alarm_child import crossings
from tests.helpers.components import require
from tests.helpers.desktop import Desktop
from tests.unit.channels.server import Receiver, receiver
from watchlist.channels import outside
from watchlist.channels.parcel import Parcel
from watchlist.domain.instants import DAY

ROOT = Path(__file__).resolve().parents[2]
KILLS = int(os.environ.get("WATCHLIST_KILLS", "8"))
DAYS = 3 * KILLS + 12

NOTIFY = """
import sys, threading
from watchlist.channels.desktop import DesktopNotifier
from watchlist.channels.parcel import Parcel
from watchlist.domain.instants import DAY
pressed = threading.Event()
def heard(action, parcel):
    print("pressed", action, parcel.key, flush=True)
    pressed.set()
notifier = DesktopNotifier(heard)
notifier.show(Parcel("key-1", "Retention falls", "Below <25 %> & falling", "high", ({"firing": "f"},)))
print("shown", flush=True)
pressed.wait(15)
notifier.close()
print([t.name for t in threading.enumerate() if t.name.startswith("watchlist")], flush=True)
"""


@pytest.mark.desktop
def test_a_real_daemon_shows_it_and_its_button_comes_back(desktop: Desktop) -> None:
    require("dunst", "dunstctl")
    desktop.run(["dunstctl", "history-clear"])
    child = desktop.start([sys.executable, "-c", NOTIFY], "notify", PYTHONPATH=str(ROOT))
    said = desktop.folder / "notify.log"
    _wait(lambda: "shown" in said.read_text())
    _wait(lambda: desktop.run(["dunstctl", "count", "displayed"]).stdout.strip() == "1")
    desktop.run(["dunstctl", "action", "0"]).check_returncode()
    assert child.wait(15) == 0
    assert "pressed default key-1" in said.read_text()
    assert "[]" in said.read_text()
    desktop.run(["dunstctl", "close-all"])
    history = json.loads(desktop.run(["dunstctl", "history"]).stdout)["data"][0]
    assert ("Retention falls", "Below <25 %> & falling") in [
        (one["summary"]["data"], one["body"]["data"].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
        for one in history
    ]


def test_mail_arrives_at_a_real_server() -> None:
    controller_module = pytest.importorskip("aiosmtpd.controller")
    letters: list[Any] = []

    class Box:
        async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
            letters.append(envelope)
            return "250 kept"

    controller = controller_module.Controller(Box(), hostname="127.0.0.1", port=0)
    controller.port = _free_port()
    controller.start()
    try:
        url = f"mailto://127.0.0.1:{controller.port}/?from=me@example.org&to=you@example.org&mode=insecure"
        outside.send(url, Parcel("k", "Hollow growth", "Mirage: hollow", "high", ()), private=True)
    finally:
        controller.stop()
    (letter,) = letters
    assert letter.rcpt_tos == ["you@example.org"]
    mail = message_from_bytes(letter.content)
    assert "Hollow growth" in str(mail["Subject"])
    texts = [part.get_payload(decode=True) for part in mail.walk() if not part.is_multipart()]
    assert any(b"Mirage: hollow" in text for text in texts if isinstance(text, bytes))


@pytest.mark.timeout(900)
def test_killed_at_any_moment_it_fires_once_and_forgets_nothing(tmp_path: Path) -> None:
    chance = random.Random(20_261_121)
    killed = 0
    said = b""
    with receiver(200) as told:
        for attempt in range(KILLS + 1):
            command = [sys.executable, "-m", "tests.end_to_end.alarm_child", str(tmp_path), told.url, str(DAYS)]
            child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            if attempt < KILLS:
                before = len(told.bodies)
                try:
                    _wait(partial(_moved, told, before, child))
                    child.wait(chance.uniform(0.0, 0.15))
                except subprocess.TimeoutExpired:
                    child.kill()
                    killed += 1
            said, trouble = child.communicate(timeout=120)
            assert child.returncode in (0, -9), trouble.decode()
            if b"done" in said:
                break
        assert b"done" in said
    wanted = crossings(DAYS)
    arrived: dict[str, int] = {}
    for body in told.bodies:
        for alert in json.loads(body)["alerts"]:
            arrived[alert["firing"]] = alert["came_true"]
    assert sorted(at // DAY - 1 for at in arrived.values()) == wanted
    assert killed >= KILLS // 2


def _moved(told: Receiver, before: int, child: subprocess.Popen[bytes]) -> bool:
    return len(told.bodies) > before or child.poll() is not None


def _wait(holds: Any, seconds: float = 30.0) -> None:
    until = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > until:
            raise AssertionError("it did not happen in time")
        time.sleep(0.01)


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
