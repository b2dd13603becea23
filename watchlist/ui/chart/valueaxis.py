"""Where a value axis has its ticks and how numbers are written on it: compact, with one count of decimals per axis.

A number never appears without its unit where one exists; a missing one is a dash. Purely arithmetic besides the
locale's separators.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QLocale


class Unit(StrEnum):
    """What a number counts; decides its sign and its short forms."""

    NUMBER = "number"
    COUNT = "count"
    SHARE = "share"
    USD = "usd"
    DAYS = "days"
    RATIO = "ratio"
    SCORE = "score"
    BYTES = "bytes"
    PERCENT = "percent"
    INDEX = "index"


class Scale(StrEnum):
    """How values become heights; the last two are relative to the first value that is visible."""

    LINEAR = "linear"
    LOG = "log"
    PERCENT = "percent"
    INDEXED = "indexed"


def unit_of(name: str) -> Unit:
    """Return the unit that a catalog or a source names; an unknown one is a plain number."""
    try:
        return Unit(name.lower())
    except ValueError:
        return Unit.NUMBER


@dataclass(frozen=True, slots=True)
class Ticks:
    """Values of an axis' ticks, and the step between them that decides the decimals (0 on a log axis)."""

    values: tuple[float, ...]
    step: float


def linear_ticks(low: float, high: float, most: int) -> Ticks:
    """Return ticks at 1, 2, 2.5 or 5 times a power of ten, at most about ``most``."""
    if not (math.isfinite(low) and math.isfinite(high)) or high <= low:
        return Ticks((), 0.0)
    rough = (high - low) / max(most, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(nice * power for nice in (1.0, 2.0, 2.5, 5.0, 10.0) if nice * power >= rough * (1 - 1e-9))
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return Ticks(tuple(at * step for at in range(first, last + 1)), step)


def log_ticks(low: float, high: float, most: int) -> Ticks:
    """Return ticks on a logarithmic axis whose ends are given as logarithms; below a decade they are even steps."""
    if not (math.isfinite(low) and math.isfinite(high)) or high <= low:
        return Ticks((), 0.0)
    if high - low < 0.7:
        even = linear_ticks(10.0**low, 10.0**high, most)
        return Ticks(tuple(value for value in even.values if value > 0), even.step)
    decades = math.ceil((high - low) / max(most, 1))
    wanted: tuple[float, ...] = (1.0,)
    if decades == 1:
        for choice in ((1.0, 2.0, 5.0), (1.0, 3.0)):
            if (high - low) * len(choice) <= most * 1.3:
                wanted = choice
                break
    values = []
    for power in range(math.floor(low), math.ceil(high) + 1):
        if power % decades:
            continue
        values += [part * 10.0**power for part in wanted if low <= math.log10(part) + power <= high]
    return Ticks(tuple(values), 0.0)


_SHORT = ((1e12, " T"), (1e9, " B"), (1e6, " M"), (1e3, " k"))
_BINARY = ((1024.0**4, " TiB"), (1024.0**3, " GiB"), (1024.0**2, " MiB"), (1024.0, " KiB"))


@dataclass(frozen=True)
class Writer:
    """Writes numbers of one unit in one locale; ``step`` is the distance between ticks, for an axis."""

    unit: Unit
    locale: QLocale

    def axis(self, value: float, step: float) -> str:
        """Return a tick's label."""
        if self.unit is Unit.SHARE:
            return self._plain(value * 100, _decimals(step * 100)) + " %"
        if self.unit is Unit.PERCENT:
            return self._plain(value, _decimals(step)) + " %"
        sign, size = self._size(max(abs(value), step))
        if abs(value) < 1e-12 * max(step, 1e-300) or value == 0:
            return self._money(self._plain(0.0, 0))
        decimals = _decimals(step / size) if step else _few(abs(value) / size)
        return self._money(self._plain(value / size, decimals) + sign)

    def exact(self, value: float | None) -> str:
        """Return a value for the read-out: more digits than the axis; a dash where it is missing."""
        if value is None or math.isnan(value):
            return "–"
        size = abs(value)
        if self.unit is Unit.SHARE:
            return self._plain(value * 100, 1) + " %"
        if self.unit is Unit.PERCENT:
            return ("+" if value > 0 else "") + self._plain(value, 2) + " %"
        if self.unit is Unit.COUNT:
            return self._plain(value, 0 if size >= 100 or value == int(value) else 1)
        if self.unit is Unit.INDEX:
            return self._plain(value, 1)
        if self.unit is Unit.BYTES or size >= 1e6:
            sign, scale = self._size(size)
            return self._money(self._plain(value / scale, 2) + sign)
        if size >= 1000:
            return self._money(self._plain(value, 2 if self.unit is Unit.USD and size < 1e5 else 0))
        decimals = 2 if size >= 1 or size == 0 else min(10, 3 - math.floor(math.log10(size)))
        text = self._money(self._plain(value, decimals))
        return text + " d" if self.unit is Unit.DAYS else text

    def _size(self, value: float) -> tuple[str, float]:
        table = _BINARY if self.unit is Unit.BYTES else _SHORT
        for size, sign in table:
            if value >= size * 0.9999 and (size > 1e3 or value >= 1e4):
                return sign, size
        return (" B" if self.unit is Unit.BYTES else ""), 1.0

    def _money(self, text: str) -> str:
        if self.unit is not Unit.USD:
            return text
        return "−$" + text[1:] if text.startswith("−") else "$" + text

    def _plain(self, value: float, decimals: int) -> str:
        text = self.locale.toString(float(abs(value)), "f", decimals)
        return "−" + text if value < 0 and any(sign not in "0.,٠٫" for sign in text) else text


def _decimals(step: float) -> int:
    """Return the decimals that tell ticks a step apart."""
    if step <= 0:
        return 0
    for decimals in range(12):
        scaled = step * 10**decimals
        if scaled >= 1 - 1e-9 and abs(scaled - round(scaled)) < 1e-6:
            return decimals
    return 12


def _few(size: float) -> int:
    if size >= 1 or size == 0:
        return 0 if size == round(size) else 2
    return min(10, math.ceil(-math.log10(size)))
