"""Finding things to add: among the shipped networks first, then at sources that can search. Adds nothing itself.

A symbol alone never decides: every candidate says what it is, on which chain, and who says so, and a symbol that
means several assets carries a warning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from watchlist.domain import requests as ask
from watchlist.domain.answers import Candidate
from watchlist.domain.errors import InputError, SourceError
from watchlist.domain.network import AssetKind, Confidence, Network, SeriesKey, SeriesSpec, Token
from watchlist.services.desk import Handler
from watchlist.services.house import House
from watchlist.sources.base import Provider
from watchlist.sources.network_text import text_of
from watchlist.sources.registry import SOURCES

_CONTRACT = re.compile(r"^(?P<chain>[a-z0-9-]+):(?P<address>0x[0-9a-fA-F]{40}|[1-9A-HJ-NP-Za-km-z]{32,44})$")


async def _search(house: House, request: ask.SearchNetworks) -> tuple[Candidate, ...]:
    text = request.text.strip()
    if not text:
        return ()
    found = [_known(network) for network in house.shelf.all() if _matches(network, text)]
    contract = _CONTRACT.match(text)
    if contract:
        found.append(_by_contract(contract["chain"], contract["address"]))
    if request.online and not house.setting("offline"):
        await house.load_keys(SOURCES)
        for source in SOURCES.values():
            provider = source.provider()
            if type(provider).search is Provider.search or not house.usable(source.key):
                continue
            try:
                found.extend(await provider.search(house.client, text))
            except SourceError:
                continue  # the status page has the words; other sources still answer
    return _warned(found)


def _matches(network: Network, text: str) -> bool:
    wanted = text.casefold()
    tokens = {token.address.casefold() for token in network.tokens}
    return wanted in network.name.casefold() or wanted == network.symbol.casefold() or wanted in tokens


def _known(network: Network) -> Candidate:
    origin = "simulated" if network.simulated else ("your own file" if network.own else "comes with the program")
    warning = network.warnings[0].text if network.warnings else ""
    return Candidate(network.name, network.symbol, network.kind, origin, (("id", network.id),), warning)


def _by_contract(chain: str, address: str) -> Candidate:
    return Candidate(
        f"Token {address[:6]}…{address[-4:]}",
        address[2:8].upper(),
        AssetKind.TOKEN,
        "the contract you typed",
        (("chain", chain), ("address", address)),
        "Name and symbol are read from the chain after it is added; check them.",
    )


def _warned(found: list[Candidate]) -> tuple[Candidate, ...]:
    """Mark symbols that mean several assets."""
    times = Counter(one.symbol.casefold() for one in found if one.symbol)

    def said(one: Candidate) -> str:
        return f"{times[one.symbol.casefold()]} assets use the symbol {one.symbol}. {one.warning}".strip()

    return tuple(
        replace(
            one, warning=f"{times[one.symbol.casefold()]} assets use the symbol {one.symbol}. {one.warning}".strip()
        )
        if one.symbol and times[one.symbol.casefold()] > 1
        else one
        for one in found
    )


def network_text(candidate: Candidate) -> str:
    """Return the network file of a candidate: identity and price sources, nothing that is not known."""
    known = dict(candidate.identity)
    slug = re.sub(r"[^a-z0-9]+", "-", candidate.name.casefold()).strip("-") or "asset"
    key = SeriesKey(slug, "price.usd")
    series: list[SeriesSpec] = []
    tokens: tuple[Token, ...] = ()
    if "coingecko" in known:
        series.append(_spec(key, "coingecko", id=known["coingecko"]))
    if "chain" in known and "address" in known:
        chain = known["chain"]
        tokens = (
            Token(
                int(chain) if chain.isdigit() else chain, known["address"], candidate.symbol, confidence=Confidence.USER
            ),
        )
        series.append(_spec(key, "defillama", coin=f"{chain}:{known['address']}"))
    if "coinpaprika" in known:
        series.append(_spec(key, "coinpaprika", id=known["coinpaprika"]))
    if not series and not tokens:
        raise InputError("asset", "nothing identifies this asset: give a chain and an address")
    return text_of(
        Network(slug, candidate.name, candidate.symbol, candidate.kind, tokens=tokens, series=tuple(series), own=True)
    )


def _spec(key: SeriesKey, source: str, **options: str) -> SeriesSpec:
    return SeriesSpec(key, source, tuple(options.items()), "USD", confidence=Confidence.USER)


HANDLERS: Mapping[type, Handler] = {ask.SearchNetworks: _search}
