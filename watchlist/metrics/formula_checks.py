"""Units and ranges of a formula, found before anything is computed: what is added must be of one kind.

A dimension is a product of powers of base units; shares, ratios, correlations and deviations have none. A range is
what a value can lie in: it finds logarithms of what is never above zero and divisions by what is always zero.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from watchlist.metrics.formula_syntax import Applied, Name, Node, Number, Pair, Sign, wrong
from watchlist.metrics.metric import Metric, Unit

Dimension = Mapping[str, int]
Range = tuple[float, float]

_DIMENSIONLESS = frozenset({Unit.SHARE, Unit.RATIO, Unit.CORRELATION, Unit.DEVIATIONS})
_RANGES: dict[Unit, Range] = {
    Unit.SCORE: (0.0, 100.0),
    Unit.CORRELATION: (-1.0, 1.0),
    Unit.DEVIATIONS: (-math.inf, math.inf),
}
_UNBOUNDED = frozenset({"price", "gap", "divergence"})
_WINDOWS = {"ma": (1, 3650), "lag": (1, 3650), "change": (1, 3650)}
_ARITY = {"min": (2, 8), "max": (2, 8), "abs": (1, 1), "log": (1, 1), "sqrt": (1, 1), **dict.fromkeys(_WINDOWS, (2, 2))}
FUNCTIONS: Mapping[str, str] = {
    "min": "the smallest of its parts",
    "max": "the largest of its parts",
    "abs": "without its sign",
    "log": "natural logarithm",
    "sqrt": "square root",
    "ma": "mean of the last so many periods: ma(active.w, 4)",
    "lag": "the value so many periods before: lag(active.w, 8)",
    "change": "change against so many periods before, as a share: change(active.w, 4)",
}
"""Every function of a formula and what it does, in words for the user."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What is known of a part before it is computed; a ``plain`` number takes the unit of what it is added to."""

    dimension: Dimension = field(default_factory=dict)
    range: Range = (-math.inf, math.inf)
    plain: bool = False

    @property
    def unit(self) -> str:
        """The dimension as text; empty where there is none."""
        above = [name if power == 1 else f"{name}^{power}" for name, power in self.dimension.items() if power > 0]
        below = [name if power == -1 else f"{name}^{-power}" for name, power in self.dimension.items() if power < 0]
        text = " × ".join(above) or ("1" if below else "")
        return " / ".join([text, *below])


def kind_of_metric(metric: Metric) -> Kind:
    """Return unit and range of a metric."""
    unit = metric.unit
    dimension: Dimension = {} if unit in _DIMENSIONLESS else {unit.value: 1}
    if unit is Unit.SHARE:
        bounded = metric.key.split(".")[0] not in _UNBOUNDED and metric.key != "verification.rate"
        return Kind(dimension, (0.0, 1.0) if bounded else (-math.inf, math.inf))
    signed = metric.key in {"price.log", "divergence"}
    return Kind(dimension, _RANGES.get(unit, (-math.inf, math.inf) if signed else (0.0, math.inf)))


def check(tree: Node, find: Callable[[str, int], Metric]) -> Kind:
    """Return unit and range of a formula. Raises InputError that names the place; so does ``find``."""
    if isinstance(tree, Number):
        return Kind({}, (tree.value, tree.value), plain=True)
    if isinstance(tree, Name):
        return kind_of_metric(find(tree.selector, tree.at))
    if isinstance(tree, Sign):
        inner = check(tree.of, find)
        return Kind(inner.dimension, (-inner.range[1], -inner.range[0]), inner.plain)
    if isinstance(tree, Applied):
        return _function(tree, find)
    return _pair(tree, check(tree.left, find), check(tree.right, find))


def _pair(tree: Pair, left: Kind, right: Kind) -> Kind:
    if tree.sign in "+-":
        dimension = _same([left, right], tree.at)
        plain = left.plain and right.plain
        if tree.sign == "+":
            return Kind(dimension, (left.range[0] + right.range[0], left.range[1] + right.range[1]), plain)
        return Kind(dimension, (left.range[0] - right.range[1], left.range[1] - right.range[0]), plain)
    if tree.sign == "*":
        return Kind(_joined(left.dimension, right.dimension, 1), _corners(left.range, right.range))
    if tree.sign == "/":
        if right.range == (0.0, 0.0):
            wrong("this divides by zero", tree.at)
        low, high = right.range
        spans = low <= 0 <= high
        inverse = (-math.inf, math.inf) if spans and low < 0 else (_over(high), math.inf if low == 0 else _over(low))
        return Kind(_joined(left.dimension, right.dimension, -1), _corners(left.range, inverse))
    return _power(tree, left, right)


def _over(value: float) -> float:
    return 0.0 if math.isinf(value) else 1.0 / value


def _power(tree: Pair, base: Kind, exponent: Kind) -> Kind:
    if not isinstance(tree.right, Number | Sign) or exponent.range[0] != exponent.range[1]:
        wrong("an exponent has to be a number", tree.at)
    power = exponent.range[0]
    if abs(power) > 10:
        wrong("an exponent lies between −10 and 10", tree.at)
    if base.dimension and power != int(power):
        wrong(f"{base.unit} can only be raised to a whole power", tree.at)
    dimension = {name: each * int(power) for name, each in base.dimension.items() if each * int(power)}
    low, high = base.range
    if low >= 0 and power >= 0:
        return Kind(dimension, (_raised(low, power), _raised(high, power)), base.plain)
    return Kind(dimension, (0.0, math.inf) if power % 2 == 0 or low >= 0 else (-math.inf, math.inf))


def _raised(value: float, power: float) -> float:
    try:
        return float(value**power)
    except OverflowError:
        return math.inf


def _function(tree: Applied, find: Callable[[str, int], Metric]) -> Kind:
    name = tree.function
    if name not in _ARITY:
        wrong(f"there is no function “{name}”; there are {', '.join(FUNCTIONS)}", tree.at)
    least, most = _ARITY[name]
    if not least <= len(tree.parts) <= most:
        wanted = str(least) if least == most else f"{least} to {most}"
        wrong(f"“{name}” takes {wanted} part{'s' if most > 1 else ''}, not {len(tree.parts)}", tree.at)
    kinds = [check(part, find) for part in tree.parts]
    first = kinds[0]
    if name in _WINDOWS:
        count = tree.parts[1]
        low, high = _WINDOWS[name]
        if not isinstance(count, Number) or count.value != int(count.value) or not low <= count.value <= high:
            wrong(f"the second part of “{name}” is a whole number of periods from {low} to {high}", tree.at)
        return first if name != "change" else Kind({}, (-1.0 if first.range[0] >= 0 else -math.inf, math.inf))
    if name in {"min", "max"}:
        choose = min if name == "min" else max
        return Kind(_same(kinds, tree.at), (choose(k.range[0] for k in kinds), choose(k.range[1] for k in kinds)))
    if name == "abs":
        bottom, top = first.range
        lowest = 0.0 if bottom <= 0 <= top else min(abs(bottom), abs(top))
        return Kind(first.dimension, (lowest, max(abs(bottom), abs(top))))
    if first.dimension:
        wrong(f"“{name}” needs a number without a unit, and this is in {first.unit}", tree.at)
    if first.range[1] < 0 or (name == "log" and first.range[1] == 0):
        wrong(f"“{name}” has no value here: its part is never above zero", tree.at)
    if name == "log":
        ends = [-math.inf if each <= 0 else math.inf if math.isinf(each) else math.log(each) for each in first.range]
        return Kind({}, (ends[0], ends[1]))
    return Kind({}, (math.sqrt(max(0.0, first.range[0])), math.sqrt(first.range[1])))


def _same(kinds: Sequence[Kind], at: int) -> Dimension:
    """Return the one dimension of parts that are added or compared."""
    measured = [kind for kind in kinds if not kind.plain]
    for kind in measured[1:]:
        if dict(kind.dimension) != dict(measured[0].dimension):
            names = [each.unit or "a plain number" for each in (measured[0], kind)]
            wrong(f"{names[0]} and {names[1]} cannot be added or compared", at)
    return measured[0].dimension if measured else {}


def _joined(left: Dimension, right: Dimension, sign: int) -> Dimension:
    powers = dict(left)
    for name, power in right.items():
        powers[name] = powers.get(name, 0) + sign * power
    return {name: power for name, power in powers.items() if power}


def _corners(left: Range, right: Range) -> Range:
    """Return the range of a product."""
    corners = [0.0 if a == 0 or b == 0 else a * b for a, b in product(left, right)]
    return min(corners), max(corners)
