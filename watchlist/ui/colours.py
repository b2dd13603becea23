"""The colours of both themes as tables, and the arithmetic of contrast. Plain data: no Qt, so that tests and reports
can read it. Every text colour reaches 4.5:1 on every background it is used on; a test holds the tables to it.
"""

from __future__ import annotations

from typing import NamedTuple

ENOUGH = 4.5


class Colours(NamedTuple):
    """Colours by what they are for; all are #rrggbb."""

    window: str
    base: str
    alternate: str
    raised: str
    border: str
    grid: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    on_selection: str
    up: str
    down: str
    info: str
    warning: str
    error: str
    info_ground: str
    warning_ground: str
    error_ground: str
    stale: str
    simulated: str
    series: tuple[str, ...]


LIGHT = Colours(
    window="#f3f4f6",
    base="#ffffff",
    alternate="#f8f9fb",
    raised="#ffffff",
    border="#d3d8df",
    grid="#e6e9ee",
    text="#14181d",
    muted="#56606c",
    accent="#0a5cc0",
    on_accent="#ffffff",
    selection="#d6e6fb",
    on_selection="#0b1f3a",
    up="#12703a",
    down="#bb2030",
    info="#0a5cc0",
    warning="#8a4b00",
    error="#b3202c",
    info_ground="#e8f1fd",
    warning_ground="#fff3dd",
    error_ground="#fdecec",
    stale="#7a5a10",
    simulated="#7a3aa8",
    series=("#0a5cc0", "#b04a00", "#0f766e", "#9333a8", "#a61e4d", "#4d6b0f", "#5b4fc7", "#6b5b4b"),
)

DARK = Colours(
    window="#14171b",
    base="#1a1e23",
    alternate="#1f242a",
    raised="#23282f",
    border="#363d47",
    grid="#2a3038",
    text="#e7eaee",
    muted="#a0a9b5",
    accent="#78b4ff",
    on_accent="#0b1524",
    selection="#1d3450",
    on_selection="#f2f6fc",
    up="#52c784",
    down="#ff8080",
    info="#78b4ff",
    warning="#f2b45a",
    error="#ff8f8a",
    info_ground="#182a42",
    warning_ground="#38290f",
    error_ground="#401d1f",
    stale="#d9b45c",
    simulated="#d09af2",
    series=("#6cb0ff", "#f5a35c", "#4fd1c0", "#d794f0", "#ff8fb0", "#b5d35f", "#a8a0ff", "#cdb8a4"),
)

UP_DOWN: dict[str, dict[str, tuple[str, str]]] = {
    "light": {
        "green-red": (LIGHT.up, LIGHT.down),
        "red-green": (LIGHT.down, LIGHT.up),
        "blue-orange": ("#0a5cc0", "#a44400"),
    },
    "dark": {
        "green-red": (DARK.up, DARK.down),
        "red-green": (DARK.down, DARK.up),
        "blue-orange": ("#78b4ff", "#f5a35c"),
    },
}
"""Pairs of colours for up and down, by theme and by the setting's value."""


def channels(colour: str) -> tuple[int, int, int]:
    """Return red, green and blue of #rrggbb."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Return the relative luminance as WCAG 2 defines it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (channel / 255 for channel in channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """Return ``one`` with ``share`` of ``other`` in it."""
    parts = (round(a + (b - a) * share) for a, b in zip(channels(one), channels(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def readable(colour: str, grounds: tuple[str, ...], wanted: float = ENOUGH) -> str:
    """Return the colour, moved towards black or white just far enough to be read on all grounds."""
    dark_ground = luminance(grounds[0]) < 0.18
    goal = "#ffffff" if dark_ground else "#000000"
    for step in range(21):
        candidate = mixed(colour, goal, step / 20)
        if all(contrast(candidate, ground) >= wanted for ground in grounds):
            return candidate
    return goal
