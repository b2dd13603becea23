"""What must hold in a network file beyond its types: names, addresses, dates, events, and that things fit together.

Each problem is (key, reason) so that the reader can name the line. Never changes an entry.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from watchlist.domain.errors import InputError
from watchlist.sources import abi
from watchlist.sources.network_schema import EventEntry, FactEntry, NetworkEntry

FORMAT = 1

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,47}$")
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}$")
_HEX = re.compile(r"0x[0-9a-fA-F]{40}$")
_TRANSACTION = frozenset({"tx.from", "log.address"})
_STATES = frozenset({"current", "old", "other"})


def problems(entry: NetworkEntry) -> Iterator[tuple[str, str]]:
    """Yield (key, reason) of everything that is wrong, in the order of the file."""
    if entry.format != FORMAT:
        yield "format", f"this program reads format {FORMAT}"
    if not _ID.match(entry.id):
        yield "id", "only small letters, digits and hyphens, at most 48"
    yield from _bad_date("checked", entry.checked)
    for address in entry.exclusions:
        yield from _bad_address("exclusions", address)
    yield from _chain_problems(entry)
    for at, token in enumerate(entry.tokens):
        yield from _bad_date(f"tokens[{at}].checked", token.checked)
        if isinstance(token.chain, int):
            yield from _bad_address(f"tokens[{at}].address", token.address)
        if token.state not in _STATES:
            yield f"tokens[{at}].state", f"one of {', '.join(sorted(_STATES))}"
    yield from _twice("tokens", [f"{token.chain}:{token.address.lower()}" for token in entry.tokens])
    yield from _stream_problems(entry)
    for at, series in enumerate(entry.series):
        yield from _bad_date(f"series[{at}].checked", series.checked)
        if not _NAME.match(series.name):
            yield f"series[{at}].name", "only small letters, digits, dots and hyphens"
    yield from _twice("series", [f"{series.name} {series.provider} {series.options}" for series in entry.series])
    for kind in ("warnings", "notes", "not_published"):
        facts: list[FactEntry] = getattr(entry, kind)
        for at, fact in enumerate(facts):
            yield from _bad_date(f"{kind}[{at}].checked", fact.checked)


def _chain_problems(entry: NetworkEntry) -> Iterator[tuple[str, str]]:
    for at, chain in enumerate(entry.chains):
        yield from _bad_date(f"chains[{at}].checked", chain.checked)
        for url in [*chain.rpc, *([chain.explorer] if chain.explorer else [])]:
            if not re.match(r"https?://[^\s/]+", url):
                yield f"chains[{at}].rpc", f"{url!r} is no web address"
        if chain.max_block_range is not None and chain.max_block_range < 1:
            yield f"chains[{at}].max_block_range", "at least 1"
    yield from _twice("chains", [str(chain.id) for chain in entry.chains])


def _stream_problems(entry: NetworkEntry) -> Iterator[tuple[str, str]]:
    names = {stream.name for stream in entry.streams}
    chains = {chain.id for chain in entry.chains}
    for at, stream in enumerate(entry.streams):
        key = f"streams[{at}]"
        if not _NAME.match(stream.name):
            yield f"{key}.name", "only small letters, digits, dots and hyphens"
        yield from _bad_date(f"{key}.checked", stream.checked)
        if not stream.provider and not stream.published:
            yield f"{key}.provider", 'a stream without a source says why in "published"'
        if stream.chain is not None and stream.chain not in chains:
            yield f"{key}.chain", f"chain {stream.chain} is not among the file's chains"
        for address in stream.addresses:
            yield from _bad_address(f"{key}.addresses", address)
        for other in stream.verifies:
            if other not in names:
                yield f"{key}.verifies", f"there is no stream {other!r}"
        if isinstance(stream.start, str) and stream.start != "discover":
            yield from _bad_date(f"{key}.start", stream.start)
        if stream.provider == "evm":
            if stream.chain is None:
                yield f"{key}.chain", "a stream that is read from a chain names it"
            if not stream.events:
                yield f"{key}.events", "a stream that is read from a chain names at least one event"
        for number, event in enumerate(stream.events):
            yield from _event_problems(f"{key}.events[{number}]", event)
    yield from _twice("streams", [stream.name for stream in entry.streams])


def _event_problems(key: str, event: EventEntry) -> Iterator[tuple[str, str]]:
    try:
        signature = abi.parse(event.signature)
    except InputError as error:
        yield f"{key}.signature", error.reason
        return
    known = {argument.name for argument in signature.arguments if argument.name}
    for field in ("participant", "counterparty", "amount"):
        value = getattr(event, field)
        number = field == "amount" and re.fullmatch(r"-?\d+", value)
        if value and value not in known and value not in _TRANSACTION and not number:
            yield f"{key}.{field}", f"{signature.name} has no argument {value!r}"
    for name in event.where:
        if name not in known:
            yield f"{key}.where", f"{signature.name} has no argument {name!r}"
    if not 0 <= event.decimals <= 36:
        yield f"{key}.decimals", "between 0 and 36"


def _bad_date(key: str, text: str) -> Iterator[tuple[str, str]]:
    if text:
        try:
            date.fromisoformat(text)
        except ValueError:
            yield key, f"{text!r} is no date of the form 2026-11-01"


def _bad_address(key: str, address: str) -> Iterator[tuple[str, str]]:
    if not _HEX.match(address):
        yield key, f"{address!r} is no address of 20 bytes"
    elif address != address.lower() and address != abi.checksummed(address):
        yield key, f"{address} has a letter in the wrong case: one of its characters may be mistyped"


def _twice(key: str, names: list[str]) -> Iterator[tuple[str, str]]:
    for name, count in Counter(names).items():
        if count > 1:
            at = [place for place, other in enumerate(names) if other == name][1]
            yield f"{key}[{at}]", f"{name} stands here twice"
