"""The table of all sources: what each can give, its limits, its terms and the line that credits it.

A provider's file declares its own entry as ``SOURCE`` and is imported when that is first wanted: all of them together
take longer than opening the window. Never contacts anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from watchlist.sources.pacing import HostRules

if TYPE_CHECKING:
    from watchlist.sources.base import Provider
    from watchlist.sources.source import Source

KEYS: tuple[str, ...] = (
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
"""All sources in the order in which they are shown; each has a module of its key's name."""


class _Table(Mapping[str, "Source"]):
    """Entries by key; a source's module is imported when its entry is first wanted."""

    def __init__(self) -> None:
        self._known: dict[str, Source] = {}

    def __getitem__(self, key: str) -> Source:
        if key not in self._known:
            if key not in KEYS:
                raise KeyError(key)
            self._known[key] = import_module(f"watchlist.sources.{key}").SOURCE
        return self._known[key]

    def __contains__(self, key: object) -> bool:
        return key in KEYS

    def __iter__(self) -> Iterator[str]:
        return iter(KEYS)

    def __len__(self) -> int:
        return len(KEYS)


SOURCES: Mapping[str, Source] = _Table()
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
    for source in SOURCES.values():
        if any(has_key(name) for name in source.keys):
            for known, rules in source.keyed:
                if known == host:
                    return rules
    for source in SOURCES.values():
        for known, rules in source.hosts:
            if known == host:
                return rules
    return LOOPBACK if host in ("localhost", "127.0.0.1", "::1") else ELSEWHERE


def host_rules(has_key: Callable[[str], bool]) -> Callable[[str], HostRules]:
    """Return the rules as the client wants them, with the keys looked up at the moment of asking."""
    return lambda host: rules_of(host, has_key)
