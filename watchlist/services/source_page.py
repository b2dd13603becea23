"""How every source is doing, what was asked of whom, what rests on what, and what waits for a decision.

The answer to "what stops if this source dies" comes from here. Contacts nobody.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

from watchlist.domain import requests as ask
from watchlist.domain.activity import horizon
from watchlist.domain.answers import CoverageCell, Hole, RawAnswer
from watchlist.domain.fetches import Fetch, HostUse, SourceState
from watchlist.domain.messages import DataChanged, SourcesChanged
from watchlist.domain.network import Network, Stream
from watchlist.domain.series import Quarantined
from watchlist.services.desk import Handler
from watchlist.services.genesis import is_whole
from watchlist.services.house import House
from watchlist.services.lists import watched
from watchlist.sources.registry import SOURCES

HOSTS_OFF = "hosts_off"


async def _states(house: House, _request: ask.SourceStates) -> tuple[SourceState, ...]:
    await house.load_keys(key for key, source in SOURCES.items() if source.keys)
    newest = await house.on_store(_newest, house)
    quotas = {state.host: state for state in house.client.states()}
    rows: list[SourceState] = []
    for source in SOURCES.values():
        host = source.hosts[0][0] if source.hosts else ""
        last = newest.get(source.key)
        quota = quotas.get(last.host if last else host)
        rows.append(
            SourceState(
                source.key,
                source.title,
                last.host if last else host,
                last.last_try if last else None,
                last.last_good if last else None,
                last.outcome if last else None,
                (last.note if last else "") or source.note,
                quota.blocked_until if quota else (last.next_try if last else None),
                quota.quota_left if quota else None,
                quota.quota_of if quota else None,
                house.usable(source.key),
                source.needs_key,
                any(house.keys.get(name) for name in source.keys),
                source.attribution,
            )
        )
    return tuple(rows)


def _newest(house: House) -> dict[str, SourceState]:
    return {state.source: state for state in house.archive.fetches.states()}


async def _hosts(house: House, _request: ask.Hosts) -> tuple[HostUse, ...]:
    return tuple(await house.on_store(house.archive.fetches.hosts))


async def _ledger(house: House, request: ask.Ledger) -> tuple[Fetch, ...]:
    def read() -> tuple[Fetch, ...]:
        return tuple(house.archive.fetches.recent(source=request.source or None, limit=request.limit))

    return await house.on_store(read)


async def _answers(house: House, request: ask.LastAnswers) -> tuple[RawAnswer, ...]:
    return tuple(await house.on_store(house.archive.fetches.answers, request.source))


async def _switch(house: House, request: ask.SwitchHost) -> None:
    off = set(house.setting(HOSTS_OFF))
    if request.enabled:
        off.discard(request.host)
    else:
        off.add(request.host)
    house.set_setting(HOSTS_OFF, sorted(off))
    house.publish(SourcesChanged(request.host))


async def _coverage(house: House, request: ask.Coverage) -> tuple[CoverageCell, ...]:
    return await house.on_store(_coverage_now, house, request.network)


def _coverage_now(house: House, network_id: str) -> tuple[CoverageCell, ...]:
    networks = house.shelf.some((network_id,)) if network_id else watched(house)
    return tuple(
        cell for network in networks for cell in (*_series_cells(house, network), *_stream_cells(house, network))
    )


def _series_cells(house: House, network: Network) -> list[CoverageCell]:
    sources: dict[str, list[str]] = {}
    for spec in network.series:
        sources.setdefault(spec.key.name, []).append(spec.provider)
    cells: list[CoverageCell] = []
    for name, providers in sources.items():
        key = next(spec.key for spec in network.series if spec.key.name == name)
        span = house.archive.points.span(key)
        usable = tuple(one for one in providers if house.usable(one))
        state = "read" if span else ("not read yet" if usable else "no usable source")
        spans = ((span[0], span[1]),) if span else ()
        note = "rests on one source" if len(usable) == 1 else ""
        cells.append(CoverageCell(network.id, name, tuple(providers), spans, span[2] if span else 0, state, note))
    return cells


def _stream_cells(house: House, network: Network) -> list[CoverageCell]:
    cells: list[CoverageCell] = []
    for stream in network.streams:
        if stream.published:
            note = f"checked on {stream.checked}" if stream.checked else stream.note
            cells.append(CoverageCell(network.id, stream.key.stream, (), (), 0, stream.published, note))
            continue
        spans = house.archive.spans.read(stream.key)
        state = "read" if horizon(spans) is not None else "not read yet"
        cells.append(
            CoverageCell(
                network.id,
                stream.key.stream,
                (stream.provider,) if stream.provider else (),
                tuple((span.start, span.end) for span in spans),
                house.archive.events.count(stream.key),
                state,
                _stream_note(house, stream),
            )
        )
    return cells


def _stream_note(house: House, stream: Stream) -> str:
    if not stream.provider:
        return "no source"
    if not is_whole(house.archive, stream):
        return "not read from its beginning: ages of its first participants are unknown"
    return "no other source can take over"


async def _holes(house: House, request: ask.Holes) -> tuple[Hole, ...]:
    return await house.on_store(_holes_now, house, request.network)


def _holes_now(house: House, network_id: str) -> tuple[Hole, ...]:
    networks = house.shelf.some((network_id,)) if network_id else watched(house)
    found: list[Hole] = []
    for network in networks:
        for stream in network.streams:
            spans = sorted(house.archive.spans.read(stream.key))
            found.extend(
                Hole(network.id, stream.key.stream, before.end, after.start)
                for before, after in pairwise(spans)
                if after.start > before.end
            )
    return tuple(found)


async def _quarantined(house: House, request: ask.QuarantinedPoints) -> tuple[Quarantined, ...]:
    return tuple(await house.on_store(house.archive.points.quarantined, request.network or None))


async def _decide(house: House, request: ask.DecideQuarantine) -> None:
    await house.on_store(house.archive.points.decide, request.point, "release" if request.release else "drop")
    network = request.point.key.network
    await house.on_store(house.book.data_changed, network)
    house.publish(DataChanged(network, frozenset({request.point.key.name})))


HANDLERS: Mapping[type, Handler] = {
    ask.SourceStates: _states,
    ask.Hosts: _hosts,
    ask.Ledger: _ledger,
    ask.LastAnswers: _answers,
    ask.SwitchHost: _switch,
    ask.Coverage: _coverage,
    ask.Holes: _holes,
    ask.QuarantinedPoints: _quarantined,
    ask.DecideQuarantine: _decide,
}
