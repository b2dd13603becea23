"""The table of all sources: what each can give, its limits, its terms and the line that credits it.

A provider's file declares its own entry as ``SOURCE``; this table lists the files. Never contacts anything.
"""

from __future__ import annotations

from importlib import import_module, util

from watchlist.sources.pacing import HostRules
from watchlist.sources.source import Source

FILES: tuple[str, ...] = (
    "coingecko",
    "defillama",
    "geckoterminal",
    "dexscreener",
    "coinpaprika",
    "binance",
    "kraken",
    "coinbase",
    "okx",
    "alphavantage",
    "twelvedata",
    "yahoo",
    "evm",
    "blockscout",
    "blockscout_stats",
    "etherscan",
    "github",
    "huggingface",
    "dune",
    "generic_json",
    "files",
    "simulated",
)


def _table() -> dict[str, Source]:
    table: dict[str, Source] = {}
    for name in FILES:
        place = f"watchlist.sources.{name}"
        if util.find_spec(place) is not None:
            source: Source | None = getattr(import_module(place), "SOURCE", None)
            if source is not None:
                table[source.key] = source
    return table


SOURCES: dict[str, Source] = _table()
"""All sources by key, in the order in which they are shown."""

RULES: dict[str, HostRules] = {host: rules for source in SOURCES.values() for host, rules in source.hosts}

ELSEWHERE = HostRules(per_minute=60, burst=5, concurrency=2)
"""For a host that no source names: a chain's own node or explorer, an address of the user."""

LOOPBACK = HostRules(per_minute=60_000, burst=1000, concurrency=64)
"""The user's own machine sets its own limits."""


def rules_of(host: str) -> HostRules:
    """Return the pacing rules of a host name."""
    known = RULES.get(host)
    if known is not None:
        return known
    return LOOPBACK if host in ("localhost", "127.0.0.1", "::1") else ELSEWHERE
