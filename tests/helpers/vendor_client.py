"""A client for tests of sources: its clock moves by sleeping only, its ledger is a list, its keys are planted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import httpx

from watchlist.domain.fetches import Fetch
from watchlist.domain.instants import Instant, parse_iso
from watchlist.sources.client import Client, Hooks
from watchlist.sources.pacing import HostRules
from watchlist.sources.registry import rules_of
from watchlist.sources.transport import ClientOptions

NOW = parse_iso("2026-11-20T12:00:00")
KEYS = {
    "coingecko": "CG-planted-demo",
    "alphavantage": "AVplantedkey1234",
    "twelvedata": "TDplantedkey1234",
    "etherscan": "ESplantedkey1234",
    "dune": "DUplantedkey1234",
}


class Clock:
    """Time that passes only by sleeping."""

    def __init__(self, now: Instant = NOW) -> None:
        self.now = now
        self.slept: list[float] = []

    def __call__(self) -> Instant:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += max(1, round(seconds * 1_000_000))
        await asyncio.sleep(0)


@dataclass
class Bench:
    """What a test holds of a client."""

    clock: Clock = field(default_factory=Clock)
    fetches: list[Fetch] = field(default_factory=list)
    raws: list[bytes] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    validators: dict[str, tuple[str, str]] = field(default_factory=dict)
    budgets: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    disabled: set[str] = field(default_factory=set)

    def hooks(self) -> Hooks:
        """Return hooks that write into this bench."""

        def note(fetch: Fetch, raw: bytes, _endpoint: str) -> None:
            self.fetches.append(fetch)
            self.raws.append(raw)

        def save_budget(host: str, window: str, period: int, used: int) -> None:
            self.budgets[host, window] = (period, used)

        def save_validator(name: str, etag: str, modified: str) -> None:
            self.validators[name] = (etag, modified)

        return Hooks(
            keys=lambda name: self.keys.get(name, ""),
            on_fetch=note,
            enabled=lambda host: host not in self.disabled,
            load_budget=lambda host, window: self.budgets.get((host, window)),
            save_budget=save_budget,
            load_validator=self.validators.get,
            save_validator=save_validator,
        )

    def client(
        self,
        transport: httpx.AsyncBaseTransport | Callable[[httpx.Request], httpx.Response] | None = None,
        options: ClientOptions | None = None,
        rules: Callable[[str], HostRules] = rules_of,
        chance: Callable[[], float] = lambda: 0.5,
    ) -> Client:
        """Return a client on this bench; a plain function answers in place of a network."""
        if transport is not None and not isinstance(transport, httpx.AsyncBaseTransport):
            transport = httpx.MockTransport(transport)
        return Client(self.clock, rules, self.hooks(), options, transport, self.clock.sleep, chance)
