"""Looking at the user's rules after new data: states and firings are saved together, in the job of the data.

Firing ids follow from rule, network and period, so that doing this twice fires once. Delivery is not done here: each
firing goes to the outbox in the same transaction, from which channels take it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TypeAlias

import msgspec
import numpy as np

from watchlist.alerts.batch import Case, Plan, evaluate_many, plan_of
from watchlist.alerts.evaluation import Evaluated, axis, invalid, pack, provisional, standing_of, track_of, unpack
from watchlist.alerts.machine import LONG_AGO, Memory, skip_to
from watchlist.alerts.rules import Guards, Operand, Rule, Subject, Test, from_plain, tests_of
from watchlist.alerts.truth import Track
from watchlist.domain.deliveries import Delivery
from watchlist.domain.errors import InputError
from watchlist.domain.figures import MetricSeries
from watchlist.domain.firings import Firing, RuleState, Standing
from watchlist.domain.instants import DAY
from watchlist.domain.messages import FiringsChanged, Notice, NoticeAction, Severity
from watchlist.domain.network import Network
from watchlist.domain.periods import Grain
from watchlist.services import quiet_hours
from watchlist.services.alarm_operands import operand_series
from watchlist.services.alarm_words import words
from watchlist.services.house import House

TABLE = "rules"
SILENCES = "silences"
OFF = "switched off"
_NOBODY = Subject(network="?")
_NEVER = Test(Operand(), "changes")
Place: TypeAlias = tuple[str, str]
"""A rule's id and a network's; the network is empty where a rule has none."""


@dataclass(slots=True)
class _Round:
    """What one round of looking at all rules needs and gathers."""

    kept: Mapping[Place, Standing]
    series: dict[tuple[str, Operand, Grain], MetricSeries] = field(default_factory=dict)
    tracks: dict[tuple[str, tuple[Operand, ...], Grain, Guards, bool], dict[Operand, Track]] = field(
        default_factory=dict
    )
    cases: list[Case] = field(default_factory=list)
    standings: dict[Place, Standing] = field(default_factory=dict)
    fired: list[Firing] = field(default_factory=list)
    recovered: list[tuple[Place, int]] = field(default_factory=list)
    paused: list[tuple[Rule, str]] = field(default_factory=list)
    newly_invalid: list[tuple[str, str]] = field(default_factory=list)
    seen: set[Place] = field(default_factory=set)


def read_rules(house: House) -> tuple[list[tuple[Rule, Plan]], list[tuple[str, str]]]:
    """Return the usable rules with their plans, and id and reason of each unusable one. On the store's thread."""
    rules: list[tuple[Rule, Plan]] = []
    broken: list[tuple[str, str]] = []
    for entry in house.documents.table(TABLE).all():
        try:
            rules.append(_read(msgspec.json.encode(entry)))
        except InputError as error:
            broken.append((str(entry.get("id", "")), str(error)))
    return rules, broken


@lru_cache(maxsize=20_000)
def _read(entry: bytes) -> tuple[Rule, Plan]:
    rule = from_plain(msgspec.json.decode(entry))
    return rule, plan_of(rule)


def evaluate(house: House) -> tuple[Firing, ...]:
    """Evaluate every rule on every network it watches; saves and queues what fired. Runs on the store's thread."""
    rules, broken = read_rules(house)
    kept = {(one.rule, one.network): one for one in house.archive.firings.standings()}
    if not rules and not broken and not kept:
        return ()
    look = _Round(kept)
    for rule, plan in rules:
        _gather(house, look, rule, plan)
    for rule_id, reason in broken:
        _stand_invalid(house, look, Rule(rule_id, rule_id, _NOBODY, _NEVER), "", reason)
    say = words()
    for case, done in zip(look.cases, evaluate_many(look.cases, house.clock(), say), strict=True):
        _take(house, look, case, done)
    return _save(house, look, [rule for rule, _plan in rules])


def subjects(house: House, rule: Rule) -> tuple[Network, ...]:
    """Return the networks that a rule watches now. Raises InputError where its network or list is gone."""
    from watchlist.services.lists import members, read_lists  # noqa: PLC0415 - lists know rows, rows know alarms

    if rule.subject.network:
        return (house.shelf.get(rule.subject.network),)
    chosen = [one for one in read_lists(house) if one.id == rule.subject.list_id]
    if not chosen:
        raise InputError("list", "the list that this rule watches is gone")
    return house.shelf.some(members(house, chosen[0]))


def tracks_of(
    house: House, rule: Rule, network: Network, look: _Round | None = None, *, opened: bool = False
) -> dict[Operand, Track]:
    """Return the operands of a rule on its time axis. Raises InputError where one does not exist."""
    look = look or _Round({})
    operands = tuple(dict.fromkeys(test.operand for test in tests_of(rule.when)))
    key = (network.id, operands, rule.timing.grain, rule.guards, opened)
    found = look.tracks.get(key)
    if found is None:
        series = {one: _series(house, look, network, one, rule.timing.grain) for one in operands}
        if opened:
            series = {operand: _with_open_period(one) for operand, one in series.items()}
        ends = axis(list(series.values()), rule.timing.grain)
        found = look.tracks[key] = {operand: track_of(one, ends, rule.guards) for operand, one in series.items()}
    if any(test.condition == "rank_changes" for test in tests_of(rule.when)):
        found = {operand: _ranked(house, look, rule, network, operand, track) for operand, track in found.items()}
    return found


def newborn(house: House, rule: Rule, *, joined_later: bool) -> Memory:
    """Return the memory of a rule that never looked at a network: it looks at what ends from then on."""
    return Memory(evaluated_to=house.clock() if joined_later else rule.created or LONG_AGO)


def _gather(house: House, look: _Round, rule: Rule, plan: Plan) -> None:
    try:
        networks = subjects(house, rule)
    except InputError as error:
        _stand_invalid(house, look, rule, "", error.reason)
        return
    known = any(place[0] == rule.id for place in look.kept) if rule.subject.list_id else False
    for network in networks:
        place = (rule.id, network.id)
        look.seen.add(place)
        kept = look.kept.get(place)
        memory = unpack(kept.memory) if kept is not None else newborn(house, rule, joined_later=known)
        skip_to(memory, house.clock() - int(house.setting("catch_up_days")) * DAY)
        if not rule.enabled:
            _stand_off(house, look, rule, network, memory)
            continue
        try:
            tracks = tracks_of(house, rule, network, look)
        except InputError as error:
            _stand_invalid(house, look, rule, network.id, error.reason, memory)
            continue
        if memory.shown is RuleState.INVALID:
            memory.shown, memory.reason = memory.core, ""
        look.cases.append(Case(rule, network.id, network.name, tracks, memory, plan))


def _take(house: House, look: _Round, case: Case, done: Evaluated | None) -> None:
    """Note what came of one rule on one network."""
    place = (case.rule.id, case.network)
    standing = done.standing if done is not None else standing_of(case.rule, case.network, case.tracks, case.memory)
    if not case.rule.timing.closed_only:
        network = house.shelf.get(case.network)
        tracks = tracks_of(house, case.rule, network, look, opened=True)
        early = provisional(case.rule, case.network, case.name, tracks, case.memory, house.clock(), words())
        look.fired.extend(_titled(case.rule, one) for one in early.firings)
        standing = replace(standing, state=early.standing.state, values=early.standing.values)
    kept = look.kept.get(place)
    if kept is None or kept != standing:
        look.standings[place] = standing
    if done is None:
        return
    look.fired.extend(_titled(case.rule, one) for one in done.firings)
    look.recovered.extend((place, at) for at in done.recovered)
    if any(step.what == "paused" for step in done.steps):
        look.paused.append((case.rule, f"{case.name}: {standing.reason}"))


def _save(house: House, look: _Round, rules: Sequence[Rule]) -> tuple[Firing, ...]:
    """Keep everything in one transaction, then tell; return what is new."""
    shelf = house.archive.firings
    gone = [place for place in look.kept if place not in look.seen]
    with house.archive.transaction():
        fresh = shelf.save(tuple(look.standings.values()), look.fired)
        for place, at in look.recovered:
            _close(house, place, at)
        for rule_id, network in gone:
            shelf.forget(rule_id, network)
        _queue(house, rules, fresh)
    for firing in fresh:
        house.publish(FiringsChanged(firing.rule, firing.network))
    changed = [place for place, one in look.standings.items() if _moved(look.kept.get(place), one)]
    for rule_id, network in [*changed, *gone]:
        house.publish(FiringsChanged(rule_id, network))
    _tell(house, look)
    return tuple(fresh)


def _moved(old: Standing | None, new: Standing) -> bool:
    return old is None or old.state is not new.state or old.reason != new.reason


def _tell(house: House, look: _Round) -> None:
    """Say loudly what needs the user: rules that paused themselves, rules that cannot be evaluated."""
    if look.paused:
        rule, reason = look.paused[0]
        body = "; ".join(f"{one.title} ({why})" for one, why in look.paused[:5])
        title = f"“{rule.title}” was paused: it is too noisy" if len(look.paused) == 1 else "Noisy rules were paused"
        actions = (NoticeAction("Resume", "resume_noisy"), NoticeAction("Show the rules", "show_rules"))
        house.publish(
            Notice("rules-paused", Severity.WARNING, title, body if len(look.paused) > 1 else reason, actions)
        )
    if look.newly_invalid:
        body = "; ".join(f"{title}: {reason}" for title, reason in look.newly_invalid[:5])
        show = (NoticeAction("Show the rules", "show_rules"),)
        told = Notice("rules-invalid", Severity.ERROR, "A rule cannot be evaluated any more", body, show)
        house.publish(told)


def _stand_invalid(
    house: House, look: _Round, rule: Rule, network: str, reason: str, memory: Memory | None = None
) -> None:
    place = (rule.id, network)
    look.seen.add(place)
    kept = look.kept.get(place)
    memory = memory or (unpack(kept.memory) if kept is not None else newborn(house, rule, joined_later=False))
    standing = invalid(rule, network, reason, memory, house.clock())
    if kept is None or kept.state is not RuleState.INVALID or kept.reason != reason:
        look.standings[place] = standing
        look.newly_invalid.append((rule.title, reason))


def _stand_off(house: House, look: _Round, rule: Rule, network: Network, memory: Memory) -> None:
    """Note that a rule is switched off; what happens meanwhile is not looked at later."""
    place = (rule.id, network.id)
    kept = look.kept.get(place)
    now = house.clock()
    if kept is None or kept.reason != OFF or now - kept.evaluated_to > DAY:
        since = memory.since if kept is not None and kept.reason == OFF else now
        memory.core = memory.shown = RuleState.NORMAL
        memory.streak = 0
        skip_to(memory, now)
        look.standings[place] = Standing(
            rule.id, network.id, RuleState.PAUSED, OFF, since, memory.evaluated_to, (), pack(memory)
        )


def _close(house: House, place: Place, at: int) -> None:
    """Note at the newest firing of a rule before an instant that it is over."""
    for firing in house.archive.firings.list(rule=place[0], network=place[1], limit=50):
        if firing.came_true < at and firing.recovered is None:
            house.archive.firings.update(replace(firing, recovered=at))


def _queue(house: House, rules: Sequence[Rule], fired: Sequence[Firing]) -> None:
    """Put what fired into the outbox, one entry per firing and channel; what is silenced stays in the inbox only."""
    by_id = {rule.id: rule for rule in rules}
    now = house.clock()
    silences = house.documents.table(SILENCES).all()
    for firing in fired:
        rule = by_id[firing.rule]
        if is_silenced(silences, rule.id, firing.network, now):
            continue
        payload = {"firing": firing.id, "rule": rule.id, "network": firing.network, "title": rule.title,
                   "sentence": firing.sentence, "came_true": firing.came_true, "noticed": firing.noticed,
                   "caught_up": firing.caught_up, "severity": rule.severity, "group": rule.group,
                   "values": firing.values}  # fmt: skip
        text = json.dumps(payload)
        when = quiet_hours.rule_may_speak(house, rule.timing.active_from, rule.timing.active_to, now)
        for channel in rule.channels:
            key = f"{firing.id}:{channel}"
            house.archive.outbox.put(Delivery(key, channel, text, key, now, when))


def is_silenced(silences: Sequence[Mapping[str, object]], rule: str, network: str, now: int) -> bool:
    """Return whether the user wants to hear nothing of a rule, a network, or of both together."""
    for one in silences:
        until = one.get("until")
        start = one.get("start")
        if not isinstance(until, int) or until <= now or (isinstance(start, int) and start > now):
            continue
        if str(one.get("rule", "")) in ("", rule) and str(one.get("network", "")) in ("", network):
            return True
    return False


def _series(house: House, look: _Round, network: Network, operand: Operand, grain: Grain) -> MetricSeries:
    key = (network.id, operand, grain)
    found = look.series.get(key)
    if found is None:
        found = look.series[key] = operand_series(house, network, operand, grain)
    return found


def _with_open_period(series: MetricSeries) -> MetricSeries:
    """Return a series whose newest value counts although its period has not ended."""
    known = np.flatnonzero(~np.isnan(series.values))
    if not len(known) or series.complete[known[-1]]:
        return series
    complete = series.complete.copy()
    complete[known[-1]] = True
    return replace(series, complete=complete)


def _ranked(house: House, look: _Round, rule: Rule, network: Network, operand: Operand, track: Track) -> Track:
    """Return a track with the network's rank among the members of the list, the largest value first."""
    rows = [track.values]
    for other in subjects(house, rule):
        if other.id != network.id:
            try:
                series = _series(house, look, other, operand, rule.timing.grain)
            except InputError:
                continue
            one = track_of(series, track.ends, rule.guards)
            rows.append(np.where(one.marks < 0, np.nan, one.values))
    stacked = np.stack(rows)
    ranks = 1.0 + (stacked > stacked[0]).sum(axis=0)
    return replace(track, ranks=np.where(np.isnan(stacked[0]), np.nan, ranks))


def _titled(rule: Rule, firing: Firing) -> Firing:
    return replace(firing, sentence=f"{rule.title} · {firing.sentence}")
