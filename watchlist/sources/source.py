"""One entry of the source table: everything the program says about a source without asking it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from watchlist.sources.base import Pairs, Provider
from watchlist.sources.pacing import HostRules


@dataclass(frozen=True, slots=True)
class Source:
    """What a source is.

    ``gives`` names series (``price``, ``volume``, ``market_cap``, ``candles`` …) and streams (``events:<kind>``).
    ``hosts`` pairs each host with its pacing rules, ``keyed`` holds those that count once a key is
    set. ``keys`` are names of secrets; ``needs_key`` is true where nothing
    works without. ``options`` explains the options of a network file. ``limits`` is for the
    user, in words; ``attribution`` must be shown beside its data.
    """

    key: str
    title: str
    factory: Callable[[], Provider]
    gives: tuple[str, ...]
    hosts: tuple[tuple[str, HostRules], ...] = ()
    keyed: tuple[tuple[str, HostRules], ...] = ()
    limits: str = ""
    terms: str = ""
    attribution: str = ""
    keys: tuple[str, ...] = ()
    needs_key: bool = False
    default_on: bool = True
    official: bool = True
    options: Pairs = ()
    note: str = ""

    def provider(self) -> Provider:
        """Return the provider."""
        return self.factory()
