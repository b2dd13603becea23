"""The table of use cases says of each module what it answers, no more and no less, and misses none."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

from watchlist import services
from watchlist.services.table import ANSWERED_BY, TABLES

FOLDER = Path(services.__path__[0])


def test_each_module_answers_what_the_table_says() -> None:
    for module, kinds in ANSWERED_BY.items():
        assert set(import_module(f"watchlist.services.{module}").HANDLERS) == set(kinds), module


def test_no_module_with_handlers_is_left_out() -> None:
    trees = {path.stem: ast.parse(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.py")}
    found = {
        name
        for name, tree in trees.items()
        for node in tree.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "HANDLERS"
    }
    assert found == set(ANSWERED_BY)


def test_no_request_is_answered_twice() -> None:
    kinds = [kind for several in ANSWERED_BY.values() for kind in several]
    assert len(kinds) == len(set(kinds)) == sum(map(len, TABLES))
    assert all(callable(table[kind]) for table in TABLES for kind in table)
