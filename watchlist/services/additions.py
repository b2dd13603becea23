"""Streams and series that the user added to a network by an import or a JSON address; kept apart from its profile.

A shipped profile stays as it is and can be updated; what was added is laid over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from watchlist.domain.network import Confidence, Kind, Network, Role, SeriesKey, SeriesSpec, Stream, StreamKey

if TYPE_CHECKING:
    from watchlist.store.documents import Documents

TABLE = "additions"


def add_stream(documents: Documents, key: StreamKey, role: Role, kind: Kind, provider: str, **options: str) -> None:
    """Remember a stream of a network. Runs on the store's thread."""
    entry = {"network": key.network, "stream": key.stream, "role": role.value, "kind": kind.value}
    documents.table(TABLE).put(str(key), {"id": str(key), **entry, "provider": provider, "options": options})


def add_series(documents: Documents, key: SeriesKey, provider: str, unit: str = "", **options: str) -> None:
    """Remember a series of a network. Runs on the store's thread."""
    entry = {"network": key.network, "series": key.name, "unit": unit, "provider": provider, "options": options}
    documents.table(TABLE).put(str(key), {"id": str(key), **entry})


def laid_over(known: Mapping[str, Network], documents: Documents) -> dict[str, Network]:
    """Return the networks with what the user added; an entry that makes no sense is left out."""
    found = dict(known)
    for entry in documents.table(TABLE).all():
        network = found.get(str(entry.get("network", "")))
        if network is None:
            continue
        if entry.get("stream"):
            stream = _stream(network.id, entry)
            if all(one.key != stream.key for one in network.streams):
                found[network.id] = replace(network, streams=(*network.streams, stream))
        elif entry.get("series"):
            spec = SeriesSpec(
                SeriesKey(network.id, str(entry["series"])),
                str(entry.get("provider", "")),
                _options(entry),
                str(entry.get("unit", "")),
                confidence=Confidence.USER,
            )
            found[network.id] = replace(network, series=(*network.series, spec))
    return found


def _stream(network: str, entry: Mapping[str, Any]) -> Stream:
    roles, kinds = {one.value for one in Role}, {one.value for one in Kind}
    role, kind = str(entry.get("role", "")), str(entry.get("kind", ""))
    return Stream(
        StreamKey(network, str(entry["stream"])),
        Role(role) if role in roles else Role.USER,
        Kind(kind) if kind in kinds else Kind.USE,
        "entered by you",
        provider=str(entry.get("provider", "")),
        confidence=Confidence.USER,
        options=_options(entry),
        genesis=False,
    )


def _options(entry: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    kept = entry.get("options", {})
    return tuple((str(k), str(v)) for k, v in kept.items()) if isinstance(kept, dict) else ()
