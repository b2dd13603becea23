"""The help pages say what the catalog says."""

from __future__ import annotations

from tests.helpers.help_pages import PAGES, stale
from watchlist.metrics.catalog import METRICS
from watchlist.metrics.help_table import card, table, with_tables


def test_tables_are_up_to_date() -> None:
    assert not stale(), "run: python -m tests.helpers.help_pages"
    ground = (PAGES / "1-ground.md").read_text(encoding="utf-8")
    assert all(f"`{key}`" in ground for key in METRICS)


def test_tables() -> None:
    page = with_tables("a\n<!-- metrics 3 -->\nold\n<!-- end -->\nb\n")
    assert page == with_tables(page)
    assert "old" not in page
    assert page.count("\n| ") == table(3).count("\n| ") + 1
    assert "**What fools it.**" in card(METRICS["churn"])
