"""Brings the tables in resources/help up to date: ``python -m tests.helpers.help_pages``."""

from __future__ import annotations

from pathlib import Path

from watchlist.metrics.help_table import with_tables

PAGES = Path(__file__).resolve().parents[2] / "resources" / "help"


def stale() -> dict[Path, str]:
    """Return the pages whose tables are not those of the catalog, with what they should hold."""
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(PAGES.glob("*.md"))}
    wanted = {path: with_tables(text) for path, text in pages.items()}
    return {path: text for path, text in wanted.items() if text != pages[path]}


if __name__ == "__main__":
    for page, text in stale().items():
        page.write_text(text, encoding="utf-8")
