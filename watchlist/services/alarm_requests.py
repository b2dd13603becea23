"""Rules, firings and silences at the counter: what the window and the terminal may do with them. Judges nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import msgspec

from watchlist.alerts.evaluation import pack, unpack
from watchlist.alerts.machine import resume, skip_to
from watchlist.alerts.rules import (
    Rule,
    from_plain,
    from_text,
    rules_from_text,
    rules_to_text,
    sentence,
    to_plain,
    to_text,
)
from watchlist.domain import requests as ask
from watchlist.domain.deliveries import Delivery, DeliveryState
from watchlist.domain.errors import InputError
from watchlist.domain.firings import Firing, RuleRow, RuleState, Standing
from watchlist.domain.instants import Instant
from watchlist.domain.messages import FiringsChanged, ListsChanged
from watchlist.domain.periods import last_complete, period_end
from watchlist.services import alarms
from watchlist.services.alarm_operands import check_operands
from watchlist.services.alarm_words import words
from watchlist.services.desk import Handler
from watchlist.services.house import House
from watchlist.services.lists import read_lists

LOUDEST = (
    RuleState.INVALID,
    RuleState.ERROR,
    RuleState.FIRING,
    RuleState.PAUSED,
    RuleState.RECOVERING,
    RuleState.PENDING,
    RuleState.NO_DATA,
    RuleState.NOT_ENOUGH,
    RuleState.EXPIRED,
    RuleState.NORMAL,
)
"""Which of several networks' states a rule shows."""


def keep_rules(house: House, rules: Sequence[Rule]) -> None:
    """Check and keep rules, each in one write, and look at them at once. Runs on the store's thread."""
    now = house.clock()
    entries: dict[str, dict[str, object]] = {}
    for rule in rules:
        check_operands(house, rule)
        alarms.subjects(house, rule)
        entries[rule.id] = to_plain(msgspec.structs.replace(rule, created=rule.created or now))
    house.documents.table(alarms.TABLE).put_many(entries)
    alarms.evaluate(house)


def rule_rows(house: House) -> tuple[RuleRow, ...]:
    """Return every rule with where it stands. Runs on the store's thread."""
    rules, broken = alarms.read_rules(house)
    standings: dict[str, list[Standing]] = {}
    for one in house.archive.firings.standings():
        standings.setdefault(one.rule, []).append(one)
    names = {one.id: one.title for one in read_lists(house)}
    names |= {network.id: network.name for network in house.shelf.all()}
    newest: dict[str, Firing] = {}
    counts: dict[str, int] = {}
    for firing in house.archive.firings.list(limit=10_000):
        newest.setdefault(firing.rule, firing)
        counts[firing.rule] = counts.get(firing.rule, 0) + 1
    sent = _deliveries(house.archive.outbox.log(limit=10_000))
    rows = [
        _row(house, rule, tuple(standings.get(rule.id, ())), names, newest.get(rule.id), counts.get(rule.id, 0), sent)
        for rule, _plan in rules
    ]
    rows += [
        RuleRow(rule_id, rule_id, "", "", "", enabled=False, state=RuleState.INVALID, reason=reason, problem=reason)
        for rule_id, reason in broken
    ]
    return tuple(rows)


def _row(
    house: House,
    rule: Rule,
    standings: tuple[Standing, ...],
    names: Mapping[str, str],
    newest: Firing | None,
    fired: int,
    sent: Mapping[str, tuple[int, int]],
) -> RuleRow:
    state, reason = RuleState.NORMAL, ""
    for one in sorted(standings, key=lambda each: LOUDEST.index(each.state)):
        state, reason = one.state, one.reason
        break
    subject = rule.subject.network or rule.subject.list_id
    evaluated = max((one.evaluated_to for one in standings if one.evaluated_to > 0), default=None)
    grain = rule.timing.grain
    delivered, undelivered = sent.get(rule.id, (0, 0))
    return RuleRow(
        rule.id,
        rule.title,
        to_text(rule),
        sentence(rule.when, words()),
        names.get(subject, subject),
        rule.enabled,
        state,
        reason,
        standings,
        evaluated,
        period_end(last_complete(house.clock(), grain) + 1, grain) if rule.enabled else None,
        newest,
        fired,
        delivered,
        undelivered,
    )


def _deliveries(log: Sequence[Delivery]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for one in log:
        rule = str(_plain(one.payload).get("rule", ""))
        good, bad = found.get(rule, (0, 0))
        found[rule] = (good + 1, bad) if one.state is DeliveryState.SENT else (good, bad + 1)
    return found


def _plain(payload: str) -> dict[str, object]:
    try:
        found = msgspec.json.decode(payload)
    except msgspec.DecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def switch(house: House, ids: Sequence[str], enabled: bool) -> None:
    """Switch rules on or off. Runs on the store's thread."""
    table = house.documents.table(alarms.TABLE)
    chosen = {one: entry for one in ids if (entry := table.get(one)) is not None}
    table.put_many({one: {**entry, "enabled": enabled} for one, entry in chosen.items()})
    if enabled:
        _rewrite(house, [one for one in house.archive.firings.standings() if one.rule in chosen])
    alarms.evaluate(house)


def resume_rules(house: House, ids: Sequence[str]) -> int:
    """Let paused or finished rules look again, from now on. Runs on the store's thread."""
    wanted = [
        one
        for one in house.archive.firings.standings()
        if one.state in (RuleState.PAUSED, RuleState.EXPIRED)
        and one.reason != alarms.OFF
        and (one.rule in ids or (not ids and one.state is RuleState.PAUSED))
    ]
    _rewrite(house, wanted)
    return len({one.rule for one in wanted})


def _rewrite(house: House, standings: Sequence[Standing]) -> None:
    """Put standings back to normal, looking at nothing that ended before now."""
    now = house.clock()
    changed = []
    for one in standings:
        memory = unpack(one.memory)
        resume(memory)
        memory.since = now
        skip_to(memory, now)
        changed.append(
            replace(
                one, state=RuleState.NORMAL, reason="", since=now, evaluated_to=memory.evaluated_to, memory=pack(memory)
            )
        )
    house.archive.firings.save(changed)


def remove(house: House, ids: Sequence[str]) -> None:
    """Remove rules and where they stood; their firings stay. Runs on the store's thread."""
    table = house.documents.table(alarms.TABLE)
    for one in ids:
        table.remove(one)
        house.archive.firings.forget(one)


def mark_now(house: House, request: ask.MarkFiring) -> None:
    """Mark firings read, acknowledged or snoozed. Runs on the store's thread."""
    now = house.clock()
    with house.archive.transaction():
        for one in request.ids:
            firing = house.archive.firings.get(one)
            if firing is not None:
                house.archive.firings.update(_marked(firing, request, now))
                if request.snoozed_until is not None:
                    _remind(house, firing, request.snoozed_until)


def _remind(house: House, firing: Firing, at: Instant) -> None:
    """Tell of a firing again when its snooze ends."""
    payload = {"firing": firing.id, "rule": firing.rule, "network": firing.network, "title": "Snoozed until now",
               "sentence": firing.sentence, "came_true": firing.came_true, "noticed": firing.noticed}  # fmt: skip
    key = f"{firing.id}:desktop:{at}"
    house.archive.outbox.put(Delivery(key, "desktop", msgspec.json.encode(payload).decode(), key, house.clock(), at))


def _marked(firing: Firing, request: ask.MarkFiring, now: Instant) -> Firing:
    acknowledged = now if request.acknowledged and firing.acknowledged is None else firing.acknowledged
    until = firing.snoozed_until if request.snoozed_until is None else request.snoozed_until
    return replace(firing, read=request.read, acknowledged=acknowledged, snoozed_until=until)


async def _standings(house: House, _request: ask.Standings) -> tuple[Standing, ...]:
    return tuple(await house.on_store(house.archive.firings.standings))


async def _firings(house: House, request: ask.Firings) -> tuple[Firing, ...]:
    def read() -> tuple[Firing, ...]:
        return tuple(
            house.archive.firings.list(request.since, request.rule, request.network, request.unread, request.limit)
        )

    return await house.on_store(read)


async def _mark(house: House, request: ask.MarkFiring) -> None:
    await house.on_store(mark_now, house, request)
    house.publish(FiringsChanged(""))


async def _check(house: House, _request: ask.CheckAlerts) -> tuple[Firing, ...]:
    return await house.on_store(alarms.evaluate, house)


async def _rules(house: House, _request: ask.Rules) -> tuple[RuleRow, ...]:
    return await house.on_store(rule_rows, house)


async def _save(house: House, request: ask.SaveRule) -> None:
    await house.on_store(keep_rules, house, (from_text(request.text),))
    _told(house)


async def _import(house: House, request: ask.ImportRules) -> int:
    rules = rules_from_text(request.text)
    await house.on_store(keep_rules, house, rules)
    _told(house)
    return len(rules)


async def _export(house: House, request: ask.ExportRules) -> str:
    def read() -> str:
        table = house.documents.table(alarms.TABLE)
        entries = [entry for entry in table.all() if not request.ids or entry["id"] in request.ids]
        rules = []
        for entry in entries:
            try:
                rules.append(from_plain(entry))
            except InputError:
                continue  # shown as invalid in the list; a file holds only what can be read back
        return rules_to_text(tuple(rules))

    return await house.on_store(read)


async def _remove(house: House, request: ask.RemoveRules) -> None:
    await house.on_store(remove, house, request.ids)
    _told(house)


async def _switch(house: House, request: ask.SwitchRules) -> None:
    await house.on_store(switch, house, request.ids, request.enabled)
    _told(house)


async def _resume(house: House, request: ask.ResumeRules) -> int:
    count = await house.on_store(resume_rules, house, request.ids)
    _told(house)
    return count


def _told(house: House) -> None:
    house.publish(ListsChanged(alarms.TABLE))
    house.publish(FiringsChanged(""))


HANDLERS: Mapping[type, Handler] = {
    ask.Standings: _standings,
    ask.Firings: _firings,
    ask.MarkFiring: _mark,
    ask.CheckAlerts: _check,
    ask.Rules: _rules,
    ask.SaveRule: _save,
    ask.ImportRules: _import,
    ask.ExportRules: _export,
    ask.RemoveRules: _remove,
    ask.SwitchRules: _switch,
    ask.ResumeRules: _resume,
}
