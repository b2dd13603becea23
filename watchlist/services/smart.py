"""Members of a smart list: every network on a plain list whose newest figures satisfy the list's rule.

The rule is a line such as ``retention.w4 > 0.25 and active.w >= 100``: metric selectors compared with numbers, joined
by ``and``, ``or`` and ``not``. A missing number satisfies nothing, not even a "not". Evaluates no code.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import TypeAlias

from watchlist.domain.errors import InputError
from watchlist.domain.network import Network
from watchlist.services.house import House

_COMPARE: dict[type[ast.cmpop], Callable[[float, float], bool]] = {
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
Verdict: TypeAlias = bool | None
_Figure: TypeAlias = Callable[[str], float | None]


def members_by_rule(house: House, rule: str) -> tuple[str, ...]:
    """Return the ids of the networks that satisfy a rule. Raises InputError. On the store's thread."""
    from watchlist.services.lists import watched  # noqa: PLC0415 - lists ask for members, members look at lists

    tree = parse(rule)
    return tuple(network.id for network in watched(house) if _holds(house, network, tree))


def parse(rule: str) -> ast.expr:
    """Return the tree of a rule. Raises InputError with the place where it cannot be read."""
    try:
        tree = ast.parse(rule.strip(), mode="eval").body
    except SyntaxError as error:
        raise InputError("rule", f"cannot be read at position {error.offset or 0}") from error
    _check(tree)
    return tree


def judge(tree: ast.expr, figure: _Figure) -> Verdict:
    """Return whether a rule holds; None where a number that decides is missing."""
    if isinstance(tree, ast.BoolOp):
        verdicts = [judge(part, figure) for part in tree.values]
        decisive = not isinstance(tree.op, ast.And)
        if decisive in verdicts:
            return decisive
        return None if None in verdicts else not decisive
    if isinstance(tree, ast.UnaryOp):
        verdict = judge(tree.operand, figure)
        return None if verdict is None else not verdict
    if isinstance(tree, ast.Compare):
        left = _value(tree.left, figure)
        for op, right_tree in zip(tree.ops, tree.comparators, strict=True):
            right = _value(right_tree, figure)
            if left is None or right is None:
                return None
            if not _COMPARE[type(op)](left, right):
                return False
            left = right
        return True
    return None


def _holds(house: House, network: Network, tree: ast.expr) -> bool:
    def figure(selector: str) -> float | None:
        return house.book.figure(network.id, selector).value

    return judge(tree, figure) is True


def _check(tree: ast.expr) -> None:
    if isinstance(tree, ast.BoolOp):
        for part in tree.values:
            _check(part)
    elif isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.Not):
        _check(tree.operand)
    elif isinstance(tree, ast.Compare) and all(type(op) in _COMPARE for op in tree.ops):
        for side in (tree.left, *tree.comparators):
            if _selector(side) is None and _number(side) is None:
                raise InputError("rule", f"{ast.unparse(side)!r} is neither a metric nor a number")
    else:
        raise InputError("rule", f"{ast.unparse(tree)!r} is no comparison")


def _value(tree: ast.expr, figure: _Figure) -> float | None:
    number = _number(tree)
    if number is not None:
        return number
    selector = _selector(tree)
    return figure(selector) if selector is not None else None


def _number(tree: ast.expr) -> float | None:
    if isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.USub):
        inner = _number(tree.operand)
        return None if inner is None else -inner
    if isinstance(tree, ast.Constant) and isinstance(tree.value, int | float) and not isinstance(tree.value, bool):
        return float(tree.value)
    return None


def _selector(tree: ast.expr) -> str | None:
    if isinstance(tree, ast.Name):
        return tree.id
    if isinstance(tree, ast.Attribute):
        before = _selector(tree.value)
        return None if before is None else f"{before}.{tree.attr}"
    if isinstance(tree, ast.Constant) and isinstance(tree.value, str):
        return tree.value
    return None
