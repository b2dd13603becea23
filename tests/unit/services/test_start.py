"""What opening the house must not import: everything that is only needed once something is pulled, sent or written."""

from __future__ import annotations

import subprocess
import sys

import pytest

LATER = (
    "httpx",
    "aiohttp",
    "truststore",
    "xlsxwriter",
    "pyarrow",
    "eth_hash",
    "keyring",
    "duckdb._relation",
    "watchlist.alerts",
    "watchlist.channels",
    "watchlist.exports",
    "watchlist.services.alarms",
    "watchlist.services.delivery",
    "watchlist.services.refresh",
    "watchlist.sources.evm",
    "watchlist.sources.coingecko",
    "watchlist.sources.transport",
)
CHILD = "import sys, watchlist.services.opening; print(*[name for name in sys.argv[1:] if name in sys.modules])"


@pytest.mark.parametrize("also", ["", "watchlist.services.lists"])
def test_opening_imports_nothing_that_is_needed_later(also: str) -> None:
    child = f"import {also}; {CHILD}" if also else CHILD
    done = subprocess.run([sys.executable, "-c", child, *LATER], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == []
