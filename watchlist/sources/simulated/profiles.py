"""The network profiles of the simulated networks, in the same shape as a network file gives. Marked simulated."""

from __future__ import annotations

from watchlist.domain.network import (
    AssetKind,
    Confidence,
    Fact,
    Kind,
    Network,
    Role,
    SeriesKey,
    SeriesSpec,
    Stream,
    StreamKey,
    Token,
)
from watchlist.domain.periods import date_of_day
from watchlist.sources.simulated.names import address
from watchlist.sources.simulated.network import CROWDS, DEFAULT_SCALE, SPECIAL, stream_names
from watchlist.sources.simulated.prices import SERIES
from watchlist.sources.simulated.scenarios import SCENARIOS, START_DAY, Scenario

_MEANING: dict[str, tuple[Role, Kind, str]] = {
    "use": (Role.USER, Kind.USE, "paid requests"),
    "contribute": (Role.CONTRIBUTOR, Kind.CONTRIBUTE, "work brought in"),
    "heartbeat": (Role.VALIDATOR, Kind.VERIFY, "sign of life"),
    "nodes": (Role.VALIDATOR, Kind.CONTRIBUTE, "nodes registered"),
    "reward": (Role.HOLDER, Kind.REWARD, "weekly payout"),
    "stake": (Role.HOLDER, Kind.STAKE, "tokens locked"),
    "develop": (Role.DEVELOPER, Kind.DEVELOP, "commits"),
    "trade": (Role.HOLDER, Kind.TRADE, "transfers"),
}
_METHODS = {
    "proof": "ZK proof",
    "attestation": "TEE attestation",
    "signature": "signature",
    "claim": "claim",
    "heartbeat": "heartbeat",
}
_UNITS = {"price.usd": "USD", "volume.usd": "USD", "market_cap.usd": "USD", "explorer.transactions.d": "transactions"}
_LABELS = {"explorer.transactions.d": "Transactions a day, the explorer's own count"}


def _stream(scenario: Scenario, name: str, options: tuple[tuple[str, str], ...]) -> Stream:
    verifies: tuple[str, ...] = ()
    method = ""
    if name.startswith("verify."):
        method = _METHODS[name.removeprefix("verify.")]
        role, kind, label = Role.VALIDATOR, Kind.VERIFY, "use verified" if method != "claim" else "batches claimed"
        verifies = ("use",)
    else:
        role, kind, label = _MEANING[name]
        method = _METHODS.get(name, "")
    return Stream(
        StreamKey(scenario.id, name),
        role,
        kind,
        label,
        method,
        provider="simulated",
        start=date_of_day(START_DAY).isoformat(),
        verifies=verifies,
        confidence=Confidence.SIMULATED,
        options=options,
    )


def profile(scenario: Scenario, scale: float = DEFAULT_SCALE, seed: int = 1) -> Network:
    """Return a network's profile; ``scale`` and ``seed`` become options of all its streams and series."""
    options = (("network", scenario.id), ("scale", repr(scale)), ("seed", str(seed)))
    special = len(CROWDS) + 1

    def at(name: str) -> str:
        return address(scenario.id, special, SPECIAL.index(name))

    return Network(
        id=scenario.id,
        name=scenario.name,
        symbol=scenario.symbol,
        kind=AssetKind.NETWORK,
        summary=f"Simulated. {scenario.story}",
        tokens=(
            Token("simulated", address(scenario.id, special, 99), scenario.symbol, 6, confidence=Confidence.SIMULATED),
        ),
        streams=tuple(_stream(scenario, name, options) for name in stream_names(scenario)),
        series=tuple(
            SeriesSpec(
                SeriesKey(scenario.id, name),
                "simulated",
                options,
                _UNITS[name],
                _LABELS.get(name, ""),
                Confidence.SIMULATED,
            )
            for name in SERIES
        ),
        exclusions=(
            (at("exchange"), "exchange"),
            (at("bridge"), "bridge"),
            (at("treasury"), "contract"),
        ),
        warnings=(Fact("Simulated: nothing here happened, no such network or token exists.", Confidence.SIMULATED),),
        simulated=True,
    )


def profiles(scale: float = DEFAULT_SCALE, seed: int = 1) -> tuple[Network, ...]:
    """Return the profiles of all four."""
    return tuple(profile(scenario, scale, seed) for scenario in SCENARIOS.values())
