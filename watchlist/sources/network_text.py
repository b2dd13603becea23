"""A network as the text of a network file: how one that was found by name or contract becomes the user's own file.

Reading the text again gives the same network. Never writes a file itself.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from watchlist.domain.network import EventSpec, Fact, Network, SeriesSpec, Stream, Token
from watchlist.sources.network_checks import FORMAT


def text_of(network: Network) -> str:
    """Return the network file of a network."""
    lines = list(
        _pairs(
            format=FORMAT,
            id=network.id,
            name=network.name,
            symbol=network.symbol,
            kind=network.kind.value,
            summary=network.summary,
            repositories=network.repositories,
        )
    )
    for name, table in (("links", network.links), ("asks", network.asks), ("exclusions", network.exclusions)):
        if table:
            lines += ["", f"[{name}]", *(f"{_value(key)} = {_value(value)}" for key, value in table)]
    for chain in network.chains:
        lines += ["", "[[chains]]"]
        lines += _pairs(id=chain.chain_id, name=chain.name, rpc=chain.rpc, explorer=chain.explorer)
        lines += _pairs(max_block_range=chain.max_block_range, confidence=chain.confidence.value)
        lines += _pairs(checked=chain.checked, note=chain.note)
    for token in network.tokens:
        lines += ["", "[[tokens]]", *_token(token)]
    for stream in network.streams:
        lines += ["", "[[streams]]", *_stream(stream)]
    for series in network.series:
        lines += ["", "[[series]]", *_series(series)]
    for name, facts in (
        ("warnings", network.warnings),
        ("notes", network.notes),
        ("not_published", network.not_published),
    ):
        for fact in facts:
            lines += ["", f"[[{name}]]", *_fact(fact)]
    return "\n".join(lines) + "\n"


def _token(token: Token) -> Iterable[str]:
    yield from _pairs(chain=token.chain, address=token.address, symbol=token.symbol, decimals=token.decimals)
    yield from _pairs(state=token.state, issuer=token.issuer, note=token.note, confidence=token.confidence.value)
    yield from _pairs(checked=token.checked)


def _stream(stream: Stream) -> Iterable[str]:
    yield from _pairs(name=stream.key.stream, role=stream.role.value, kind=stream.kind.value, label=stream.label)
    yield from _pairs(method=stream.method, provider=stream.provider, chain=stream.chain_id)
    yield from _pairs(addresses=stream.addresses)
    yield f"start = {stream.start if stream.start.isdigit() else _value(stream.start)}"
    yield from _pairs(verifies=stream.verifies)
    if not stream.genesis:
        yield "genesis = false"
    if not stream.default_on:
        yield "default_on = false"
    yield from _pairs(confidence=stream.confidence.value, checked=stream.checked, note=stream.note)
    yield from _pairs(published=stream.published, options=dict(stream.options))
    for event in stream.events:
        yield from ("", "[[streams.events]]", *_event(event))


def _event(event: EventSpec) -> Iterable[str]:
    yield from _pairs(signature=event.signature, participant=event.participant, counterparty=event.counterparty)
    yield from _pairs(amount=event.amount, decimals=event.decimals)
    yield from _pairs(where=dict(event.where))


def _series(series: SeriesSpec) -> Iterable[str]:
    yield from _pairs(name=series.key.name, provider=series.provider, unit=series.unit, label=series.label)
    yield from _pairs(confidence=series.confidence.value, checked=series.checked)
    if not series.default_on:
        yield "default_on = false"
    yield from _pairs(options=dict(series.options))


def _fact(fact: Fact) -> Iterable[str]:
    yield from _pairs(text=fact.text, confidence=fact.confidence.value, source=fact.source, checked=fact.checked)


def _pairs(**values: Any) -> Iterable[str]:
    """Yield ``key = value`` for everything that is not empty."""
    for key, value in values.items():
        if value not in (None, "", (), {}):
            yield f"{key} = {_value(value)}"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_value(key)} = {_value(each)}" for key, each in value.items()) + " }"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(_value(each) for each in value) + "]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value)
