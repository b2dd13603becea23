"""The state machine of one rule on one network: truth per closed period in, state and firings out. Pure.

It is stepped once per closed period in order and remembers how far it came, so that a restart, a catch-up after
weeks and a back-test over years give the same firings at the same instants.
"""

from __future__ import annotations

import msgspec
import numpy as np

from watchlist.alerts.rules import Guards, Policy, Repeat, Rule, Timing
from watchlist.alerts.truth import Mark, Marks
from watchlist.domain.arrays import Flags, Ints
from watchlist.domain.firings import RuleState
from watchlist.domain.instants import DAY, HOUR, Instant

LONG_AGO = -(2**62)


class Memory(msgspec.Struct, forbid_unknown_fields=True, omit_defaults=True):
    """What a rule remembers between evaluations.

    ``core`` is the state that counts; ``shown`` differs while there is no number and the rule keeps its last state.
    ``version`` says of which wording of the rule this is the memory.
    """

    core: RuleState = RuleState.NORMAL
    shown: RuleState = RuleState.NORMAL
    since: Instant = 0
    evaluated_to: Instant = LONG_AGO
    streak: int = 0
    remaining: int = 0
    last_fired: Instant = LONG_AGO
    fired: int = 0
    recent: list[Instant] = []
    over: bool = False
    version: str = ""
    reason: str = ""
    silent: bool = False


class Step(msgspec.Struct, frozen=True):
    """Something that happened at a closed period: it fired, recovered, or was paused as too noisy."""

    at: Instant
    what: str
    reason: str = ""


def advance(rule: Rule, memory: Memory, ends: Ints, marks: Marks, recovered: Flags) -> list[Step]:
    """Step through the periods that end after ``memory.evaluated_to``; changes ``memory``, returns what happened."""
    start = int(np.searchsorted(ends, memory.evaluated_to, side="right"))
    steps: list[Step] = []
    for at in range(start, len(ends)):
        _step(rule.timing, rule.guards, memory, int(ends[at]), int(marks[at]), bool(recovered[at]), steps)
    return steps


def resume(memory: Memory) -> None:
    """Let a rule that paused itself, or fired its only time, look again."""
    memory.core = memory.shown = RuleState.NORMAL
    memory.over = False
    memory.streak = memory.remaining = 0
    memory.recent = []
    memory.reason = ""


def reworded(memory: Memory, version: str, now: Instant) -> None:
    """Forget what an older wording of the rule was waiting for; what it looked at stays looked at."""
    resume(memory)
    memory.since = now
    memory.version = version


def skip_to(memory: Memory, instant: Instant) -> None:
    """Do not look at periods that ended before an instant."""
    memory.evaluated_to = max(memory.evaluated_to, instant)


def pass_over(rule: Rule, memory: Memory, fresh: int, end: Instant, mark: int) -> bool:
    """Take in ``fresh`` periods of one and the same truth at once where that changes no state; return whether it did.

    Gives what stepping through them gives: a normal rule stays normal while false, a firing one firing while true.
    """
    if rule.timing.expires is not None or memory.silent or memory.reason or memory.shown is not memory.core:
        return False
    if mark == Mark.FALSE and memory.core is RuleState.NORMAL:
        memory.streak = 0
    elif mark == Mark.TRUE and memory.core is RuleState.FIRING and rule.timing.repeat is not Repeat.PER_PERIOD:
        memory.streak += fresh
    else:
        return False
    memory.evaluated_to = end
    return True


def _step(
    timing: Timing, guards: Guards, memory: Memory, end: Instant, mark: int, recovered: bool, steps: list[Step]
) -> None:
    memory.evaluated_to = end
    if timing.expires is not None and end > timing.expires:
        _enter(memory, RuleState.EXPIRED, end)
        return
    if memory.core in (RuleState.PAUSED, RuleState.EXPIRED):
        return
    reason = memory.reason = ""
    memory.silent = False
    if mark < 0:
        policy = _policy(guards, mark)
        if policy is Policy.KEEP:
            memory.shown, memory.reason = _SHOWN[mark], WHY[mark]
            return
        reason = WHY[mark] if policy is Policy.ALERT else ""
        mark, recovered = (1, False) if policy is Policy.ALERT else (0, True)
    if mark == Mark.TRUE:
        _true(timing, memory, end, reason, steps)
    else:
        _false(timing, memory, end, recovered, steps)
    memory.shown = memory.core


def _true(timing: Timing, memory: Memory, end: Instant, reason: str, steps: list[Step]) -> None:
    memory.streak += 1
    if memory.core in (RuleState.FIRING, RuleState.RECOVERING):
        _enter(memory, RuleState.FIRING, end)
        if timing.repeat is Repeat.PER_PERIOD:
            _fire(timing, memory, end, reason, steps)
    elif memory.streak >= timing.hold:
        _enter(memory, RuleState.FIRING, end)
        _fire(timing, memory, end, reason, steps)
    else:
        _enter(memory, RuleState.PENDING, end)


def _false(timing: Timing, memory: Memory, end: Instant, recovered: bool, steps: list[Step]) -> None:
    memory.streak = 0
    if memory.core is RuleState.FIRING:
        memory.remaining = timing.keep_firing
    if memory.core in (RuleState.FIRING, RuleState.RECOVERING):
        if recovered and memory.remaining == 0:
            _enter(memory, RuleState.EXPIRED if memory.over else RuleState.NORMAL, end)
            steps.append(Step(end, "recovered"))
            return
        if recovered:
            memory.remaining -= 1
        _enter(memory, RuleState.RECOVERING, end)
    else:
        _enter(memory, RuleState.NORMAL, end)


def _fire(timing: Timing, memory: Memory, end: Instant, reason: str, steps: list[Step]) -> None:
    if memory.over or end - memory.last_fired < timing.cooldown_hours * HOUR:
        return
    memory.recent = [one for one in memory.recent if end - one < timing.noisy_days * DAY]
    if timing.noisy_after and len(memory.recent) >= timing.noisy_after:
        _enter(memory, RuleState.PAUSED, end)
        memory.reason = f"came true {len(memory.recent)} times in {timing.noisy_days} days"
        steps.append(Step(end, "paused", memory.reason))
        return
    memory.recent.append(end)
    memory.last_fired = end
    memory.fired += 1
    memory.over = timing.repeat is Repeat.ONCE
    steps.append(Step(end, "fired", reason))


def _policy(guards: Guards, mark: int) -> Policy:
    if mark == Mark.NO_DATA:
        return guards.no_data
    if mark == Mark.ERROR:
        return guards.error
    if mark == Mark.STALE:
        return guards.stale
    return Policy.KEEP


def _enter(memory: Memory, state: RuleState, end: Instant) -> None:
    if memory.core is not state:
        memory.core, memory.since = state, end
    memory.shown = state


WHY = {
    int(Mark.NO_DATA): "no value for this period",
    int(Mark.NOT_ENOUGH): "too few participants, too little history, or a disputed value",
    int(Mark.ERROR): "the source failed",
    int(Mark.STALE): "the value is too old",
}
"""Why a period could not be judged, in words."""

_SHOWN = {
    int(Mark.NO_DATA): RuleState.NO_DATA,
    int(Mark.NOT_ENOUGH): RuleState.NOT_ENOUGH,
    int(Mark.ERROR): RuleState.ERROR,
    int(Mark.STALE): RuleState.NO_DATA,
}
