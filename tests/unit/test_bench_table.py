"""How a benchmark tells its result: the last line is one JSON object of a fixed shape."""

from __future__ import annotations

import json
import math

import pytest

from tests.bench.table import aligned, report


def test_the_last_line_is_the_result(capsys: pytest.CaptureFixture[str]) -> None:
    figures = {"fast": 1.2, "much": 9.0, "lost": math.nan}
    targets = {"fast": ("<=", 1.35), "much": (">=", 10.0), "lost": ("<=", 1.0), "never": (">=", 0.0)}
    report("example", ["what", "ms"], [["a", 1.2], ["b", 9.0]], figures, targets)
    said = capsys.readouterr().out.splitlines()
    assert json.loads(said[-1]) == {
        "bench": "example",
        "figures": {"fast": 1.2, "much": 9.0, "lost": None},
        "targets": {
            "fast": {"op": "<=", "value": 1.35},
            "much": {"op": ">=", "value": 10.0},
            "lost": {"op": "<=", "value": 1.0},
            "never": {"op": ">=", "value": 0.0},
        },
        "met": {"fast": True, "much": False, "lost": False, "never": False},
    }
    assert "MISSED  much: 9 (target >= 10)" in said


def test_numbers_stand_to_the_right_and_missing_ones_as_a_dash() -> None:
    lines = aligned(["what", "ms", "n"], [["first", 1.23456, 10_000], ["b", None, 7]])
    assert lines == ["what      ms       n", "-----  -----  ------", "first  1.235  10,000", "b          –       7"]


def test_a_table_without_rows_has_its_head() -> None:
    assert aligned(["what"], []) == ["what", "----"]
