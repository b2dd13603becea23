"""From a stream's declared events to log filters, and from logs to an event batch. Pure, whole pages at a time.

A log that does not hold what its signature promises (an NFT's Transfer, for one) belongs to another event and is
left out. Amounts stay exact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import msgspec
import numpy as np

from watchlist.domain.activity import NO_AMOUNT, EventBatch
from watchlist.domain.arrays import Ints, Texts, frozen
from watchlist.domain.errors import InputError
from watchlist.domain.instants import SECOND
from watchlist.domain.network import EventSpec, Stream, StreamKey
from watchlist.domain.series import Labels
from watchlist.sources import abi

SENDER = "tx.from"
EMITTER = "log.address"
_LARGEST = 2**63 - 1


class Log(msgspec.Struct, gc=False, rename="camel"):
    """A log as nodes give it; numbers are hexadecimal texts."""

    address: str
    topics: list[str]
    data: str
    block_number: str
    transaction_hash: str
    log_index: str
    block_hash: str
    block_timestamp: str | None = None
    removed: bool = False

    @property
    def reference(self) -> str:
        """What identifies the log: transaction and index."""
        return f"{self.transaction_hash}:{int(self.log_index, 16)}"


Reader = Callable[[Log], str | int]


@dataclass(frozen=True, slots=True)
class Decoder:
    """How logs with one first topic are read."""

    participant: Reader
    counterparty: Reader | None
    amount: Reader | None
    factor: int
    keep: tuple[tuple[Reader, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """One log filter: addresses (none means all), topics, and the decoder of each first topic."""

    addresses: tuple[str, ...]
    topics: tuple[tuple[str, ...], ...]
    decoders: Mapping[str, Decoder]

    def params(self, first: int, last: int) -> dict[str, Any]:
        """Return the parameter of eth_getLogs."""
        topics: list[list[str] | None] = [list(choice) or None for choice in self.topics]
        found: dict[str, Any] = {"fromBlock": hex(first), "toBlock": hex(last), "topics": topics}
        if self.addresses:
            found["address"] = list(self.addresses) if len(self.addresses) > 1 else self.addresses[0]
        return found

    def parts(self) -> list[Filter]:
        """Return narrower filters that together find the same; this one alone where nothing can be split."""
        if len(self.addresses) > 1:
            return [Filter((address,), self.topics, self.decoders) for address in self.addresses]
        for place, choice in enumerate(self.topics):
            if len(choice) > 1:
                before, after = self.topics[:place], self.topics[place + 1 :]
                return [Filter(self.addresses, (*before, (one,), *after), self.decoders) for one in choice]
        return [self]


def scale_of(stream: Stream) -> int:
    """Return the decimals that all amounts of a stream are given in."""
    return max((spec.decimals for spec in stream.events), default=0)


def has_amounts(stream: Stream) -> bool:
    """Return whether a stream's events carry amounts."""
    return any(spec.amount for spec in stream.events)


def needs_sender(stream: Stream) -> bool:
    """Return whether a stream's participants are the senders of transactions."""
    return any(SENDER in (spec.participant, spec.counterparty) for spec in stream.events)


def filters_of(stream: Stream) -> list[Filter]:
    """Return the log filters of a stream: events that differ in their first topic alone share one."""
    groups: dict[tuple[tuple[str, ...], ...], dict[str, Decoder]] = {}
    scale = scale_of(stream)
    for spec in stream.events:
        signature = abi.parse(spec.signature)
        rest = _topics_after(signature, spec)
        groups.setdefault(rest, {})[signature.topic] = _decoder(signature, spec, scale)
    return [Filter(stream.addresses, (tuple(decoders), *rest), decoders) for rest, decoders in groups.items()]


def _topics_after(signature: abi.Signature, spec: EventSpec) -> tuple[tuple[str, ...], ...]:
    wanted = dict(spec.where)
    indexed = [argument for argument in signature.arguments if argument.indexed]
    choices = [tuple(_padded(value) for value in wanted.get(argument.name, ())) for argument in indexed]
    while choices and not choices[-1]:
        choices.pop()
    return tuple(choices)


def _padded(value: str) -> str:
    number = int(value, 16) if value.startswith("0x") else int(value)
    return f"0x{number % (1 << 256):064x}"


def _decoder(signature: abi.Signature, spec: EventSpec, scale: int) -> Decoder:
    indexed = {argument.name for argument in signature.arguments if argument.indexed}
    keep = tuple(
        (_reader(signature, name), frozenset(value.lower() for value in values))
        for name, values in spec.where
        if name not in indexed
    )
    constant = spec.amount.lstrip("-").isdigit()
    amount = None if not spec.amount else _always(int(spec.amount)) if constant else _number(signature, spec.amount)
    return Decoder(
        _reader(signature, spec.participant),
        _reader(signature, spec.counterparty) if spec.counterparty else None,
        amount,
        10 ** (scale if constant else scale - spec.decimals),
        keep,
    )


def _always(value: int) -> Reader:
    return lambda _log: value


def _number(signature: abi.Signature, name: str) -> Reader:
    kind = signature.arguments[signature.index(name)].type
    if not kind.startswith(("uint", "int", "bool")):
        raise InputError("amount", f"{name} is a {kind}, which is no number")
    read = abi.reader(signature, name)
    return lambda log: read(log.topics, log.data)


def _reader(signature: abi.Signature, name: str) -> Reader:
    if name == EMITTER:
        return lambda log: log.address.lower()
    if name == SENDER:
        return lambda log: log.transaction_hash  # replaced by the sender, who stands in the transaction
    read = abi.reader(signature, name)
    if signature.arguments[signature.index(name)].type == "address":
        return lambda log: read(log.topics, log.data)
    return lambda log: _named(read(log.topics, log.data))


def _named(value: str | int) -> str:
    """Return a participant's name; 32 bytes that hold an address are that address."""
    if isinstance(value, int):
        return str(value)
    if len(value) == 66 and value.startswith("0x000000000000000000000000") and int(value, 16):
        return "0x" + value[26:]
    return value


class Row(NamedTuple):
    """A decoded log."""

    log: Log
    participant: str
    counterparty: str | None
    amount: int | None
    reference: str


def decode(found: Filter, logs: Sequence[Log]) -> list[Row]:
    """Decode the logs of one filter; what is not the declared event is left out."""
    rows: list[Row] = []
    add = rows.append
    for log in logs:
        decoder = found.decoders.get(log.topics[0]) if log.topics else None
        if decoder is None or log.removed:
            continue
        try:
            if decoder.keep and any(str(read(log)).lower() not in values for read, values in decoder.keep):
                continue
            participant = decoder.participant(log)
            counterparty = decoder.counterparty(log) if decoder.counterparty else None
            amount = decoder.amount(log) if decoder.amount else None
        except (ValueError, IndexError, OverflowError):
            continue
        exact = None if amount is None else int(amount) * decoder.factor
        add(Row(log, participant, counterparty, exact, log.reference))  # type: ignore[arg-type]  # names are texts
    return rows


def distinct(rows: Sequence[Row]) -> list[Row]:
    """Keep each reference once: two filters may find the same log."""
    seen: dict[str, Row] = {}
    for row in rows:
        seen.setdefault(row.reference, row)
    return list(seen.values())


def batch_of(stream: Stream, rows: Sequence[Row], times: Mapping[int, int], senders: Mapping[str, str]) -> EventBatch:
    """Put rows together; ``times`` gives seconds by block where a log has none, ``senders`` by transaction.

    Raises KeyError where a time or sender is missing.
    """
    specs = stream.events
    instants = np.fromiter((_seconds(row.log, times) for row in rows), np.int64, len(rows)) * SECOND
    names = [row.participant for row in rows]
    others: list[str | None] = [row.counterparty for row in rows]
    if senders:
        names = [senders.get(name, name) for name in names]
        others = [None if name is None else senders.get(name, name) for name in others]
    return EventBatch(
        stream.key,
        frozen(instants),
        Labels.of(list(names)),
        texts([row.reference for row in rows]),
        Labels.of(others) if any(spec.counterparty for spec in specs) else None,
        amounts([row.amount for row in rows]) if has_amounts(stream) else None,
        scale_of(stream),
    )


def _seconds(log: Log, times: Mapping[int, int]) -> int:
    if log.block_timestamp is not None:
        return int(log.block_timestamp, 16)
    return times[int(log.block_number, 16)]


def texts(values: Sequence[str]) -> Texts:
    """Return texts as a column."""
    column = np.empty(len(values), np.object_)
    column[:] = values
    return frozen(column)


def amounts(values: Sequence[int | None]) -> Ints | Texts:
    """Return exact amounts: 64-bit integers where all fit, else Python's own."""
    if all(value is None or -_LARGEST <= value <= _LARGEST for value in values):
        return frozen(np.array([NO_AMOUNT if value is None else value for value in values], np.int64))
    column = np.empty(len(values), np.object_)
    column[:] = values
    return frozen(column)


def no_events(key: StreamKey) -> EventBatch:
    """Return a batch without events."""
    return EventBatch(key, frozen(np.empty(0, np.int64)), Labels.of([]), texts([]))
