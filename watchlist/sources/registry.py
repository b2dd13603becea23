"""The table of all sources: what each can give, its limits, its terms and the line that credits it.

A provider's file declares its own entry as ``SOURCE``; this table lists them in the order in which they are shown.
Never contacts anything.
"""

from __future__ import annotations

from collections.abc import Callable

from watchlist.sources import (
    alphavantage,
    binance,
    blockscout,
    blockscout_stats,
    coinbase,
    coingecko,
    coinpaprika,
    defillama,
    dexscreener,
    dune,
    etherscan,
    evm,
    files,
    geckoterminal,
    generic_json,
    github,
    huggingface,
    kraken,
    okx,
    simulated,
    twelvedata,
    yahoo,
)
from watchlist.sources.base import Provider
from watchlist.sources.pacing import HostRules
from watchlist.sources.source import Source

ENTRIES: tuple[Source, ...] = (
    coingecko.SOURCE,
    defillama.SOURCE,
    geckoterminal.SOURCE,
    dexscreener.SOURCE,
    coinpaprika.SOURCE,
    binance.SOURCE,
    kraken.SOURCE,
    coinbase.SOURCE,
    okx.SOURCE,
    alphavantage.SOURCE,
    twelvedata.SOURCE,
    yahoo.SOURCE,
    evm.SOURCE,
    blockscout.SOURCE,
    blockscout_stats.SOURCE,
    etherscan.SOURCE,
    github.SOURCE,
    huggingface.SOURCE,
    dune.SOURCE,
    generic_json.SOURCE,
    files.SOURCE,
    simulated.SOURCE,
)

SOURCES: dict[str, Source] = {source.key: source for source in ENTRIES}
"""All sources by key."""

_PROVIDERS: dict[str, Provider] = {}


def provider(key: str) -> Provider:
    """Return the provider of a source. Raises KeyError for a source that is not in the table."""
    if key not in _PROVIDERS:
        _PROVIDERS[key] = SOURCES[key].provider()
    return _PROVIDERS[key]


ELSEWHERE = HostRules(per_minute=60, burst=5, concurrency=2)
"""For a host that no source names: a chain's own node or explorer, an address of the user."""

LOOPBACK = HostRules(per_minute=60_000, burst=1000, concurrency=64)
"""The user's own machine sets its own limits."""


def _no_key(_name: str) -> bool:
    return False


def rules_of(host: str, has_key: Callable[[str], bool] = _no_key) -> HostRules:
    """Return the pacing rules of a host name; some vendors allow more once a key is set."""
    for source in ENTRIES:
        if any(has_key(name) for name in source.keys):
            for known, rules in source.keyed:
                if known == host:
                    return rules
    for source in ENTRIES:
        for known, rules in source.hosts:
            if known == host:
                return rules
    return LOOPBACK if host in ("localhost", "127.0.0.1", "::1") else ELSEWHERE


def host_rules(has_key: Callable[[str], bool]) -> Callable[[str], HostRules]:
    """Return the rules as the client wants them, with the keys looked up at the moment of asking."""
    return lambda host: rules_of(host, has_key)
