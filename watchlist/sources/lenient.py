"""Reads the numbers and times that vendors send in many shapes. What is missing stays missing: it never becomes 0."""

from __future__ import annotations

import math
import re
from typing import TypeAlias

from watchlist.domain.instants import SECOND, Instant, parse_iso

Num: TypeAlias = float | int | str | None
"""What a vendor may send where a number is meant."""

_FILLERS = str.maketrans("", "", ", _$€£%\u00a0\u202f")
_NOTHING = frozenset({"", "-", "–", "—", "n/a", "na", "null", "none", "undefined", "."})
_NOT_A_NUMBER = frozenset({"nan", "inf", "-inf", "+inf", "infinity", "-infinity"})
_DECIMAL = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?", re.IGNORECASE)
_MONTH = re.compile(r"\d{4}-\d{2}")

FIRST_TIME = 0
LAST_TIME = 7_258_118_400 * SECOND  # the year 2200


def number(value: Num) -> float | None:
    """Return a number; None where it is missing or unreadable, NaN where the vendor says that it is not one."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return float(value)
    text = value.strip().casefold()
    if text in _NOTHING:
        return None
    if text in _NOT_A_NUMBER:
        return math.nan
    text = text.translate(_FILLERS)
    if text.startswith("(") and text.endswith(")"):
        text = f"-{text[1:-1]}"
    return float(text) if _DECIMAL.fullmatch(text) else None


def whole(value: Num) -> int | None:
    """Return an exact integer from an int or a text of digits, None where it is missing or not whole."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, str):
        text = value.strip().translate(_FILLERS)
        if re.fullmatch(r"[-+]?\d+", text):
            return int(text)
    found = number(value)
    return int(found) if found is not None and math.isfinite(found) and found == int(found) else None


def instant(value: Num) -> Instant | None:
    """Return an instant from seconds, milliseconds, microseconds, nanoseconds or text; None where unreadable."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str):
        text = value.strip()
        if not _DECIMAL.fullmatch(text) or re.fullmatch(r"\d{8}", text):
            return _from_text(text)
        value = float(text) if "." in text or "e" in text.casefold() else int(text)
    if isinstance(value, float) and not math.isfinite(value):
        return None
    found = _from_epoch(value)
    return found if FIRST_TIME < found < LAST_TIME else None


def _from_epoch(value: float) -> Instant:
    """Tell the unit by the size: a count of seconds stays below 1e11 until the year 5138."""
    size = abs(value)
    if size < 1e11:
        return round(value * SECOND)
    if size < 1e14:
        return round(value * 1000)
    return round(value) if size < 1e17 else int(value) // 1000


def _from_text(text: str) -> Instant | None:
    if _MONTH.fullmatch(text):
        text += "-01"
    try:
        found = parse_iso(text)
    except (ValueError, OverflowError):
        return None
    return found if FIRST_TIME < found < LAST_TIME else None
