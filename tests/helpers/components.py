"""What tests need from the machine: on a user's machine a missing component is a skip, in CI it is a failure.

``require("Xvfb")`` at the start of a test (or in a fixture) names the component and the package that brings it.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NODE_BIN = ROOT / ".node" / "node_modules" / ".bin"

PACKAGES = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "wmctrl": "wmctrl",
    "import": "imagemagick",
    "xclip": "xclip",
    "dbus-daemon": "dbus",
    "dbus-run-session": "dbus",
    "dbus-send": "dbus-bin",
    "dbus-monitor": "dbus-bin",
    "gnome-keyring-daemon": "gnome-keyring",
    "secret-tool": "libsecret-tools",
    "dunst": "dunst",
    "dunstctl": "dunst",
    "notify-send": "libnotify-bin",
    "xfce4-panel": "xfce4-panel",
    "trayer": "trayer",
    "pdftoppm": "poppler-utils",
    "pdftotext": "poppler-utils",
    "rsvg-convert": "librsvg2-bin",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "node": "nodejs",
    "npm": "npm",
    "git": "git",
}
"""Commands and the Debian package of each."""

NODE_TOOLS = {"anvil": "@foundry-rs/anvil-linux-amd64", "prism": "@stoplight/prism-cli"}
"""Commands that start.py installs through npm."""

OTHER = {"at-spi-bus-launcher": ("/usr/libexec/at-spi-bus-launcher", "at-spi2-core")}
"""Programs that are on no PATH: where they lie, and their package."""


def find(component: str) -> str | None:
    """Return the full path of a component, or None."""
    if component in NODE_TOOLS:
        return shutil.which(component, path=str(NODE_BIN))
    if component in OTHER:
        place = OTHER[component][0]
        return place if Path(place).exists() else None
    return shutil.which(component)


def require(*components: str) -> str:
    """Return the path of the first component; skip (in CI: fail) the test where one is missing."""
    missing = [component for component in components if find(component) is None]
    if missing:
        parts = []
        for name in missing:
            if name in NODE_TOOLS:
                parts.append(f"{name} (npm package {NODE_TOOLS[name]}: python3 start.py test installs it)")
            else:
                package = OTHER[name][1] if name in OTHER else PACKAGES.get(name, name)
                parts.append(f"{name} (Debian package {package})")
        give_up("missing: " + ", ".join(parts))
    return str(find(components[0]))


def require_linux() -> None:
    """Skip a test of a Linux desktop elsewhere."""
    if not sys.platform.startswith("linux"):
        pytest.skip("needs a Linux desktop")


def give_up(reason: str) -> None:
    """Skip on a user's machine, fail in CI."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
