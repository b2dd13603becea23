"""How rules and their values are said in messages that are stored or sent: metric titles, shares as per cent."""

from __future__ import annotations

from watchlist.alerts.rules import Operand, OperandKind, Words
from watchlist.domain.errors import InputError
from watchlist.metrics.catalog import METRICS, parse_selector
from watchlist.metrics.metric import Format, Unit


def words() -> Words:
    """Return the words for sentences of rules."""
    return Words(operand_title, number_text)


def operand_title(operand: Operand) -> str:
    """Return what a person calls an operand."""
    if operand.kind is OperandKind.AGE:
        return "the age of its data in days" if operand.text == "any" else f"the age of {operand.text} in days"
    if operand.kind is OperandKind.SOURCE:
        return f"the failing of the source {operand.text}"
    if operand.kind is OperandKind.FORMULA:
        return operand.text
    try:
        selector = parse_selector(operand.text)
    except InputError:
        return operand.text
    entry = METRICS.get(selector.key)
    title = entry.title if entry is not None else selector.key
    place = str(selector.choice).replace("@stream:", " of ").replace("@", " of ").replace("+filtered", ", filtered")
    return f"{title}{place}"


def number_text(operand: Operand, value: float) -> str:
    """Return a value in the unit of its operand."""
    if operand.kind is OperandKind.METRIC:
        try:
            entry = METRICS.get(parse_selector(operand.text).key)
        except InputError:
            entry = None
        if entry is not None and (entry.unit is Unit.SHARE or entry.format in (Format.PERCENT, Format.SIGNED)):
            return f"{value * 100:.4g} %"
        if entry is not None and entry.unit is Unit.USD:
            return f"{value:.6g} US$"
    return f"{value:.6g}"
