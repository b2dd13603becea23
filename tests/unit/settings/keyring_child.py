"""Uses Secrets inside a session bus of its own: ``python -m tests.unit.settings.keyring_child WHAT`` prints JSON.

The key is taken from the environment, never from the command line.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import Any

import secretstorage

from watchlist.settings.secrets import KeyringSlow, KeyringTrouble, Secrets

KEY = os.environ["PLANTED_KEY"]
SERVICE = "io.example.watchlist.tests"


def tried(work: Any) -> str:
    """Return the kind of error that a call raises, with its text, or what it returns as text."""
    try:
        return str(work())
    except (KeyringTrouble, KeyringSlow) as error:
        return f"{type(error).__name__}: {error}"


def use(secrets: Secrets) -> dict[str, Any]:
    """Set, read, replace, remove."""
    place = secrets.set("provider", KEY)
    outside = subprocess.run(
        ["secret-tool", "lookup", "service", SERVICE, "username", "provider"],
        capture_output=True,
        text=True,
        check=False,
    ).stdout
    secrets.forget()
    read = secrets.get("provider")
    secrets.set("provider", KEY + "-ü日")
    secrets.forget()
    replaced = secrets.get("provider")
    secrets.remove("provider")
    secrets.remove("provider")
    secrets.forget()
    return {
        "place": list(place),
        "outside": outside == KEY,
        "read": read is not None and read.reveal() == KEY,
        "replaced": replaced is not None and replaced.reveal() == KEY + "-ü日",
        "removed": secrets.get("provider") is None,
    }


def lock() -> None:
    """Lock the collection, as a screen saver does."""
    secretstorage.get_default_collection(secretstorage.dbus_init()).lock()


def bus_process() -> int:
    """Return the process id of the session bus."""
    told = subprocess.run(
        ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus",
         "org.freedesktop.DBus.GetConnectionUnixProcessID", "string:org.freedesktop.DBus"],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    return int(told.split()[-1])


def main(what: str) -> dict[str, Any]:
    told: list[str] = []
    secrets = Secrets(service=SERVICE, timeout=4, told=told.append)
    if what == "use":
        return use(secrets)
    if what == "locked":
        secrets.set("provider", KEY)
        secrets.forget()
        lock()
        started = time.monotonic()
        first = tried(lambda: secrets.get("provider"))
        again = tried(lambda: secrets.set("provider", KEY + "2"))
        return {"first": first, "again": again, "took": time.monotonic() - started}
    if what == "bus dies":
        secrets.set("provider", KEY)
        secrets.forget()
        os.kill(bus_process(), signal.SIGKILL)
        time.sleep(0.2)
        return {"first": tried(lambda: secrets.get("provider"))}
    place = secrets.place()
    kept = tried(lambda: secrets.set("provider", KEY).title)
    found = secrets.get("provider") if kept == place.title else None
    return {
        "place": list(place),
        "kept": kept,
        "told": told,
        "remembered": found is not None and found.reveal() == KEY,
        "others": [name for name in sys.modules if name.startswith("keyrings")],
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1])) + "\n")
