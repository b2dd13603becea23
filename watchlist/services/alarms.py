"""Looking at the user's rules after new data: state and firings are saved in the transaction of the data.

Firing ids follow from rule, network and period, so that doing this twice fires once. Delivery is not done here: each
firing goes to the outbox, from which channels take it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from watchlist.alerts.evaluation import axis, invalid, pack, track_of, unpack
from watchlist.alerts.evaluation import evaluate as evaluate_rule
from watchlist.alerts.machine import LONG_AGO, Memory
from watchlist.alerts.rules import Operand, Rule, from_plain, tests_of
from watchlist.alerts.truth import Track
from watchlist.domain import requests as ask
from watchlist.domain.deliveries import Delivery
from watchlist.domain.errors import InputError
from watchlist.domain.firings import Firing, Standing
from watchlist.domain.messages import FiringsChanged
from watchlist.domain.network import Network
from watchlist.services.alarm_operands import operand_series
from watchlist.services.desk import Handler
from watchlist.services.house import House

TABLE = "rules"


def read_rules(house: House) -> tuple[list[Rule], list[tuple[str, str]]]:
    """Return the usable rules, and id and reason of each unusable one. Runs on the store's thread."""
    rules: list[Rule] = []
    broken: list[tuple[str, str]] = []
    for entry in house.documents.table(TABLE).all():
        try:
            rules.append(from_plain(entry))
        except InputError as error:
            broken.append((str(entry.get("id", "")), str(error)))
    return rules, broken


def evaluate(house: House) -> tuple[Firing, ...]:
    """Evaluate every rule on every network it watches; saves and queues what fired. Runs on the store's thread."""
    rules, _broken = read_rules(house)
    if not rules:
        return ()
    kept = {(one.rule, one.network): one for one in house.archive.firings.standings()}
    standings: list[Standing] = []
    fired: list[Firing] = []
    for rule in rules:
        if rule.enabled:
            for network in subjects(house, rule):
                standing, firings = _one(house, rule, network, kept.get((rule.id, network.id)))
                standings.append(standing)
                fired.extend(firings)
    if standings:
        with house.archive.transaction():
            house.archive.firings.save(standings, fired)
            _queue(house, rules, fired)
    for firing in fired:
        house.publish(FiringsChanged(firing.rule, firing.network))
    return tuple(fired)


def subjects(house: House, rule: Rule) -> tuple[Network, ...]:
    """Return the networks that a rule watches now."""
    from watchlist.services.lists import members, read_lists  # noqa: PLC0415 - lists know rows, rows know alarms

    if rule.subject.network:
        return house.shelf.some((rule.subject.network,))
    chosen = [one for one in read_lists(house) if one.id == rule.subject.list_id]
    return house.shelf.some(members(house, chosen[0])) if chosen else ()


def tracks_of(house: House, rule: Rule, network: Network) -> dict[Operand, Track]:
    """Return the operands of a rule on its time axis. Raises InputError where one does not exist."""
    operands = dict.fromkeys(test.operand for test in tests_of(rule.when))
    series = {operand: operand_series(house, network, operand, rule.timing.grain) for operand in operands}
    ends = axis(list(series.values()), rule.timing.grain)
    return {operand: track_of(one, ends, rule.guards) for operand, one in series.items()}


def _one(house: House, rule: Rule, network: Network, kept: Standing | None) -> tuple[Standing, tuple[Firing, ...]]:
    now = house.clock()
    memory = unpack(kept.memory) if kept is not None else _newborn(rule)
    try:
        tracks = tracks_of(house, rule, network)
    except InputError as error:
        return invalid(rule, network.id, error.reason, memory, now), ()
    done = evaluate_rule(rule, network.id, network.name, tracks, memory, now)
    firings = tuple(replace(one, sentence=f"{rule.title} · {one.sentence}") for one in done.firings)
    return replace(done.standing, memory=pack(memory)), firings


def _newborn(rule: Rule) -> Memory:
    """Return the memory of a rule that was never evaluated: it looks at what ends after it was made."""
    return Memory(evaluated_to=rule.created or LONG_AGO)


def _queue(house: House, rules: Sequence[Rule], fired: Sequence[Firing]) -> None:
    """Put what fired into the outbox, one entry per firing and channel, in the same transaction."""
    by_id = {rule.id: rule for rule in rules}
    for firing in fired:
        rule = by_id[firing.rule]
        for channel in rule.channels:
            payload = {"firing": firing.id, "rule": rule.id, "network": firing.network, "title": rule.title,
                       "sentence": firing.sentence, "came_true": firing.came_true, "noticed": firing.noticed,
                       "caught_up": firing.caught_up, "severity": rule.severity, "group": rule.group}  # fmt: skip
            key = f"{firing.id}:{channel}"
            now = house.clock()
            house.archive.outbox.put(Delivery(key, channel, json.dumps(payload), key, now, now))


async def _standings(house: House, _request: ask.Standings) -> tuple[Standing, ...]:
    return tuple(await house.on_store(house.archive.firings.standings))


async def _firings(house: House, request: ask.Firings) -> tuple[Firing, ...]:
    def read() -> tuple[Firing, ...]:
        return tuple(
            house.archive.firings.list(
                since=request.since,
                rule=request.rule or None,
                network=request.network or None,
                unread=request.unread,
                limit=request.limit,
            )
        )

    return await house.on_store(read)


async def _mark(house: House, request: ask.MarkFiring) -> None:
    await house.on_store(_mark_now, house, request)
    house.publish(FiringsChanged(""))


def _mark_now(house: House, request: ask.MarkFiring) -> None:
    wanted = set(request.ids)
    now = house.clock()
    with house.archive.transaction():
        for firing in house.archive.firings.list(limit=100_000):
            if firing.id in wanted:
                house.archive.firings.update(
                    replace(
                        firing,
                        read=request.read,
                        acknowledged=now if request.acknowledged else firing.acknowledged,
                        snoozed_until=request.snoozed_until or firing.snoozed_until,
                    )
                )


async def _check(house: House, _request: ask.CheckAlerts) -> tuple[Firing, ...]:
    return await house.on_store(evaluate, house)


HANDLERS: Mapping[type, Handler] = {
    ask.Standings: _standings,
    ask.Firings: _firings,
    ask.MarkFiring: _mark,
    ask.CheckAlerts: _check,
}
