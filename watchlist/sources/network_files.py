"""Network files: what a network is, read from TOML and checked, with errors that name the line and the key.

Shipped files and the user's own have the same schema. Never contacts anything and never invents a fact.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import msgspec

from watchlist.domain.errors import InputError
from watchlist.domain.network import (
    Chain,
    EventSpec,
    Fact,
    Network,
    SeriesKey,
    SeriesSpec,
    Stream,
    StreamKey,
    Token,
)
from watchlist.sources.network_checks import problems
from watchlist.sources.network_schema import EventEntry, FactEntry, NetworkEntry, StreamEntry, texts

SUFFIX = ".toml"

_AT = re.compile(r"^(.*?)(?: - at `\$(.*)`)?$", re.DOTALL)


class NetworkFileError(InputError):
    """A network file that cannot be used: ``field`` is file, line and key, ``line`` the line alone (0 is unknown)."""

    def __init__(self, name: str, line: int, key: str, reason: str) -> None:
        place = f"{name}:{line}" if line else name
        super().__init__(f"{place} {key}".strip(), reason)
        self.line = line
        self.key = key


def load(path: Path, own: bool = False, *, trusted: bool = False) -> Network:
    """Read one file; a trusted one is not checked. Raises NetworkFileError, and OSError where it cannot be opened."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise NetworkFileError(path.name, 0, "", "the file is not UTF-8 text") from error
    return read(text, path.name, own, trusted=trusted)


def load_folder(
    folder: Path, own: bool = False, *, trusted: bool = False
) -> tuple[tuple[Network, ...], tuple[NetworkFileError, ...]]:
    """Read all files of a folder; a bad one does not hide the others.

    ``trusted`` is for the files that the program brings along: they were checked by its tests, and checking them at
    every start (addresses are hashed) would keep the window waiting.
    """
    networks: list[Network] = []
    errors: list[NetworkFileError] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else ():
        try:
            networks.append(load(path, own, trusted=trusted))
        except NetworkFileError as error:
            errors.append(error)
        except OSError as error:
            errors.append(NetworkFileError(path.name, 0, "", f"cannot be opened ({error.strerror})"))
    return tuple(networks), tuple(errors)


def read(text: str, name: str = "network", own: bool = False, *, trusted: bool = False) -> Network:
    """Read the text of a network file. Raises NetworkFileError."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        raise NetworkFileError(name, int(found[1]) if found else 0, "", f"not valid TOML: {error}") from error
    try:
        entry = msgspec.convert(raw, NetworkEntry)
    except msgspec.ValidationError as error:
        reason, key = _understood(str(error))
        raise NetworkFileError(name, line_of(text, key), key, reason) from error
    problem = None if trusted else next(problems(entry), None)
    if problem is not None:
        key, reason = problem
        raise NetworkFileError(name, line_of(text, key), key, reason)
    return _network(entry, own)


def _understood(message: str) -> tuple[str, str]:
    found = _AT.match(message)
    reason, key = (found[1], (found[2] or "").lstrip(".")) if found else (message, "")
    wanted = re.search(r"(?:unknown field|missing required field) `(\w+)`", reason)
    if wanted:
        key = f"{key}.{wanted[1]}".lstrip(".")
        reason = "this key is not known" if "unknown field" in reason else "this key is missing"
    return reason.replace("`", '"').replace("Object", "the table"), key


def line_of(text: str, key: str) -> int:
    """Return the line of a key such as ``streams[2].events[0].signature``; of its table where the key is absent."""
    lines = text.splitlines()
    here, table = 0, ""
    parts = re.findall(r"(\w+)(?:\[(\d+)\])?", key)
    for depth, (part, number) in enumerate(parts):
        wanted = f"{table}.{part}".lstrip(".")
        heads = [at for at, line in enumerate(lines) if at >= here and _head(line) == wanted]
        if heads and (number or depth < len(parts) - 1 or not _key_line(lines, here, part)):
            index = int(number or 0)
            here = heads[min(index, len(heads) - 1)]
            table = wanted
            continue
        found = _key_line(lines, here, part)
        return (found if found is not None else here) + 1
    return here + 1


def _head(line: str) -> str:
    found = re.match(r"\s*\[{1,2}\s*([\w.\-]+)\s*\]{1,2}\s*(?:#.*)?$", line)
    return found[1] if found else ""


def _key_line(lines: list[str], here: int, key: str) -> int | None:
    for at in range(here, len(lines)):
        if at > here and _head(lines[at]):
            return None
        if re.match(rf"\s*\"?{re.escape(key)}\"?\s*[.=]", lines[at]):
            return at
    return None


# From entries to the domain


def _fact(entry: FactEntry, checked: str) -> Fact:
    return Fact(entry.text, entry.confidence, entry.source, entry.checked or checked)


def _stream(network: str, entry: StreamEntry, checked: str) -> Stream:
    return Stream(
        key=StreamKey(network, entry.name),
        role=entry.role,
        kind=entry.kind,
        label=entry.label,
        method=entry.method,
        provider=entry.provider,
        chain_id=entry.chain,
        addresses=tuple(address.lower() for address in entry.addresses),
        events=tuple(_event(event) for event in entry.events),
        start=str(entry.start),
        verifies=tuple(entry.verifies),
        genesis=entry.genesis,
        default_on=entry.default_on,
        confidence=entry.confidence,
        checked=entry.checked or checked,
        note=entry.note,
        published=entry.published,
        options=texts(entry.options),
    )


def _event(entry: EventEntry) -> EventSpec:
    return EventSpec(
        entry.signature,
        entry.participant,
        entry.counterparty,
        entry.amount,
        entry.decimals,
        tuple((name, tuple(value.lower() for value in values)) for name, values in entry.where.items()),
    )


def _network(entry: NetworkEntry, own: bool) -> Network:
    checked = entry.checked
    return Network(
        id=entry.id,
        name=entry.name,
        symbol=entry.symbol,
        kind=entry.kind,
        summary=entry.summary,
        chains=tuple(
            Chain(
                chain.id,
                chain.name,
                tuple(chain.rpc),
                chain.explorer,
                chain.max_block_range,
                chain.confidence,
                chain.checked or checked,
                chain.note,
            )
            for chain in entry.chains
        ),
        tokens=tuple(
            Token(
                token.chain,
                token.address,
                token.symbol,
                token.decimals,
                token.state,
                token.issuer,
                token.note,
                token.confidence,
                token.checked or checked,
            )
            for token in entry.tokens
        ),
        streams=tuple(_stream(entry.id, stream, checked) for stream in entry.streams),
        series=tuple(
            SeriesSpec(
                SeriesKey(entry.id, series.name),
                series.provider,
                texts(series.options),
                series.unit,
                series.label,
                series.confidence,
                series.checked or checked,
                series.default_on,
            )
            for series in entry.series
        ),
        repositories=tuple(entry.repositories),
        exclusions=tuple((address.lower(), label) for address, label in entry.exclusions.items()),
        warnings=tuple(_fact(fact, checked) for fact in entry.warnings),
        notes=tuple(_fact(fact, checked) for fact in entry.notes),
        not_published=tuple(_fact(fact, checked) for fact in entry.not_published),
        asks=tuple(entry.asks.items()),
        links=tuple(entry.links.items()),
        own=own,
    )
