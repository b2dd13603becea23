"""Numbers, times and ages as words on the screen, in the user's locale. Missing is a dash, never a zero.

Digits keep one width and one sign: a true minus, a plus where direction matters. Computes nothing.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QLocale

from watchlist.domain.figures import Figure, Missing
from watchlist.domain.instants import DAY, HOUR, MINUTE, WEEK, Instant

DASH = "–"
MINUS = "\u2212"


class Format(StrEnum):
    """How a number is written."""

    PRICE = "price"
    CHANGE = "change"
    SHARE = "share"
    COUNT = "count"
    SCORE = "score"
    RATIO = "ratio"
    FLAG = "flag"
    DAYS = "days"
    USD = "usd"
    NUMBER = "number"


def number(value: float | None, form: Format, locale: QLocale | None = None) -> str:
    """Return a number as text; a dash where it is missing."""
    if value is None or value != value:
        return DASH
    use = locale or QLocale()
    text = _WRITE[form](value, use)
    return text.replace("-", MINUS)


def figure_text(figure: Figure | None, form: Format, locale: QLocale | None = None) -> str:
    """Return a figure's text; a dash where there is none."""
    return DASH if figure is None else number(figure.value, form, locale)


def missing_text(reason: Missing) -> str:
    """Return why there is no number, in words."""
    return QCoreApplication.translate("missing", reason.value) if reason is not Missing.NONE else ""


def metric_text(text: str) -> str:
    """Return a title or an explanation of the metric catalog in the user's language."""
    return QCoreApplication.translate("metrics", text) if text else ""


def why_empty(reason: Missing, *, offline: bool = False) -> str:
    """Return why there is nothing to draw, and what can be done about it."""
    translate = QCoreApplication.translate
    if reason in (Missing.NOT_READ, Missing.NONE):
        if offline:
            return translate("missing", "Nothing was read yet, and you work offline: switch that off in the Data menu.")
        return translate("missing", "Nothing was read yet. Press F5 to pull what is due now.")
    advice = {
        Missing.NOT_PUBLISHED: translate("missing", "This network does not publish it, so nobody can know."),
        Missing.NOT_ENOUGH: translate("missing", "Not enough complete periods yet. It fills as time passes."),
        Missing.NO_DENOMINATOR: translate("missing", "There is nothing to divide by in any period."),
        Missing.DOES_NOT_EXIST: translate("missing", "This does not exist for an asset of this kind."),
        Missing.SOURCE_FAILED: translate(
            "missing", "Its source failed. The Sources tab says how, and when it is tried again."
        ),
        Missing.DISPUTED: translate("missing", "Its sources disagree. The Sources tab shows the values set aside."),
    }
    return advice.get(reason, missing_text(reason))


def age(instant: Instant | None, now: Instant) -> str:
    """Return how long ago something was, in one unit."""
    if instant is None:
        return DASH
    ago = max(0, now - instant)
    for size, unit in ((WEEK * 2, "w"), (DAY, "d"), (HOUR, "h"), (MINUTE, "min")):
        if ago >= size:
            count = ago // (WEEK if unit == "w" else size)
            return _AGES[unit](int(count))
    return QCoreApplication.translate("age", "now")


def form_of(catalog: str) -> Format:
    """Return how a number is written whose format the metric catalog names."""
    return _CATALOG.get(catalog, Format.NUMBER)


def _price(value: float, use: QLocale) -> str:
    size = abs(value)
    digits = 2 if size >= 1 else 4 if size >= 0.01 else 6 if size >= 0.0001 else 8
    return use.toString(value, "f", digits)


def _change(value: float, use: QLocale) -> str:
    percent = value * 100
    digits = 1 if abs(percent) < 1000 else 0
    text = use.toString(abs(percent), "f", digits)
    sign = "" if float(f"{percent:.{digits}f}") == 0 else ("+" if percent > 0 else MINUS)
    return f"{sign}{text}\u2009%"


def _share(value: float, use: QLocale) -> str:
    return f"{use.toString(value * 100, 'f', 1)}\u2009%"


def _count(value: float, use: QLocale) -> str:
    return use.toString(round(value))


def _score(value: float, use: QLocale) -> str:
    return use.toString(value, "f", 0)


def _ratio(value: float, use: QLocale) -> str:
    return use.toString(value, "f", 2)


def _usd(value: float, use: QLocale) -> str:
    for size, unit in ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")):
        if abs(value) >= size:
            return f"{use.toString(value / size, 'f', 2)}\u2009{unit}"
    return use.toString(value, "f", 2)


def _flag(value: float, _use: QLocale) -> str:
    return QCoreApplication.translate("flag", "yes") if value else QCoreApplication.translate("flag", "no")


def _days(value: float, use: QLocale) -> str:
    return f"{use.toString(value, 'f', 0 if abs(value) >= 10 else 1)}\u2009d"


def _number(value: float, use: QLocale) -> str:
    return use.toString(value, "g", 4)


_WRITE = {
    Format.PRICE: _price,
    Format.CHANGE: _change,
    Format.SHARE: _share,
    Format.COUNT: _count,
    Format.SCORE: _score,
    Format.RATIO: _ratio,
    Format.FLAG: _flag,
    Format.DAYS: _days,
    Format.USD: _usd,
    Format.NUMBER: _number,
}

_AGES = {
    "w": lambda n: QCoreApplication.translate("age", "{n} w").format(n=n),
    "d": lambda n: QCoreApplication.translate("age", "{n} d").format(n=n),
    "h": lambda n: QCoreApplication.translate("age", "{n} h").format(n=n),
    "min": lambda n: QCoreApplication.translate("age", "{n} min").format(n=n),
}

_CATALOG = {
    "percent": Format.SHARE,
    "whole": Format.COUNT,
    "decimal": Format.RATIO,
    "money": Format.PRICE,
    "duration": Format.DAYS,
    "signed": Format.CHANGE,
}
