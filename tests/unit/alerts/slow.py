"""The same rules told slowly, one period at a time in plain Python: what the fast code is held against."""

from __future__ import annotations

from math import isnan, nan
from statistics import median

from watchlist.alerts.rules import All, Any, Node, Not, Operand, Policy, Repeat, Rule, Test, Then, tests_of
from watchlist.alerts.truth import Mark, Track, numbers_of
from watchlist.domain.instants import DAY, HOUR

RISING = {"greater", "at_least", "crosses_up", "up_by", "up_percent", "new_high"}
FALLING = {"less", "at_most", "crosses_down", "down_by", "down_percent", "new_low", "below_band"}
Value = float | None


def values_of(track: Track) -> list[Value]:
    """Return the values that count, None where there is none."""
    return [
        None if mark < 0 or isnan(value) else float(value)
        for value, mark in zip(track.values, track.marks, strict=True)
    ]


def judge_test(test: Test, track: Track, at: int) -> int:
    """Return the truth of a test at one period."""
    if track.marks[at] < 0:
        return int(track.marks[at])
    verdict = _judge(test, track, at)
    return Mark.NOT_ENOUGH if verdict is None else int(verdict)


def _judge(test: Test, track: Track, at: int) -> bool | None:
    values, number = values_of(track), numbers_of(test)
    now = values[at]
    if now is None:
        return None
    earlier = [value for value in values[:at] if value is not None]
    before = earlier[-1] if earlier else None
    key = test.condition
    if key in ("greater", "less", "at_least", "at_most"):
        level = number["level"]
        return {"greater": now > level, "less": now < level, "at_least": now >= level, "at_most": now <= level}[key]
    if key.startswith("crosses"):
        if before is None:
            return None
        level = number["level"]
        up, down = before <= level < now, now < level <= before
        return up or down if key == "crosses" else up if key == "crosses_up" else down
    if key in ("inside", "outside", "enters", "exits"):
        inside = number["low"] <= now <= number["high"]
        if key in ("inside", "outside"):
            return inside == (key == "inside")
        if before is None:
            return None
        was = number["low"] <= before <= number["high"]
        return inside and not was if key == "enters" else was and not inside
    if key == "changes":
        return None if before is None else now != before
    if key == "rank_changes":
        assert track.ranks is not None
        known = [float(rank) for rank in track.ranks[:at] if not isnan(rank)]
        if isnan(track.ranks[at]) or not known:
            return None
        return abs(float(track.ranks[at]) - known[-1]) >= number["places"]
    return _judge_window(key, number, values, at)


def _judge_window(key: str, number: dict[str, float], values: list[Value], at: int) -> bool | None:
    size = int(number["periods"])
    now = values[at]
    assert now is not None
    if key in ("up_by", "down_by", "up_percent", "down_percent"):
        seen = [value for value in values[max(0, at - size) : at + 1] if value is not None]
        if key.endswith("percent"):
            seen = [value for value in seen if value > 0]
        if not seen:
            return None
        edge = min(seen) if key.startswith("up") else max(seen)
        change = now - edge if key.startswith("up") else edge - now
        amount = change / edge * 100.0 if key.endswith("percent") else change
        return amount >= number.get("amount", number.get("percent", nan)) and amount > 0
    if at < size or any(value is None for value in values[at - size : at]):
        return None
    window = [value for value in values[at - size : at] if value is not None]
    if key == "unusual":
        middle = median(window)
        spread = median(abs(value - middle) for value in window)
        return 0.6745 * abs(now - middle) / spread > number["score"] if spread > 0 else now != middle
    high, low = now > max(window), now < min(window)
    return {"new_high": high, "new_low": low, "below_band": low, "leaves_band": high or low}[key]


def judge(node: Node, tracks: dict[Operand, Track], at: int) -> int:
    """Return the truth of a tree at one period."""
    if isinstance(node, Test):
        return judge_test(node, tracks[node.operand], at)
    if isinstance(node, Not):
        part = judge(node.part, tracks, at)
        return part if part < 0 else 1 - part
    if isinstance(node, All | Any):
        parts = [judge(part, tracks, at) for part in node.parts]
        decisive = 0 if isinstance(node, All) else 1
        if decisive in parts:
            return decisive
        unknown = [part for part in parts if part < 0]
        return min(unknown) if unknown else 1 - decisive
    assert isinstance(node, Then)
    second = judge(node.second, tracks, at)
    if second != 1:
        return second
    ends = next(iter(tracks.values())).ends
    near = [judge(node.first, tracks, old) for old in range(at) if ends[old] >= ends[at] - node.days * DAY]
    if 1 in near:
        return 1
    return int(Mark.NOT_ENOUGH) if any(one < 0 for one in near) else 0


def fire(  # noqa: C901 - told in one piece, to be read beside the rules' description
    rule: Rule, tracks: dict[Operand, Track], start: int = 0
) -> tuple[list[int], list[int]]:
    """Return the ends at which a rule fires and those at which it is over, told from the first period on."""
    ends = [int(end) for end in next(iter(tracks.values())).ends]
    timing, guards = rule.timing, rule.guards
    fired: list[int] = []
    over: list[int] = []
    state, streak, left, finished = "normal", 0, 0, False
    recent: list[int] = []
    for at in range(start, len(ends)):
        end = ends[at]
        if timing.expires is not None and end > timing.expires:
            break
        mark = judge(rule.when, tracks, at)
        forced = False
        if mark < 0:
            policy = {Mark.NO_DATA: guards.no_data, Mark.ERROR: guards.error, Mark.STALE: guards.stale}.get(
                Mark(mark), Policy.KEEP
            )
            if policy is Policy.KEEP:
                continue
            mark, forced = (1, False) if policy is Policy.ALERT else (0, True)
        if mark == 1:
            streak += 1
            fresh = state == "normal" and streak >= timing.hold
            again = state != "normal" and timing.repeat is Repeat.PER_PERIOD
            if state != "normal":
                state = "firing"
            if fresh:
                state = "firing"
            if (fresh or again) and not finished and (not fired or end - fired[-1] >= timing.cooldown_hours * HOUR):
                recent = [one for one in recent if end - one < timing.noisy_days * DAY]
                if timing.noisy_after and len(recent) >= timing.noisy_after:
                    break
                recent.append(end)
                fired.append(end)
                finished = timing.repeat is Repeat.ONCE
            continue
        streak = 0
        if state == "normal":
            continue
        if state == "firing":
            left = timing.keep_firing
        if forced or _is_over(rule, tracks, at):
            if left == 0:
                over.append(end)
                state = "normal"
                if finished:
                    break
                continue
            left -= 1
        state = "recovering"
    return fired, over


def _is_over(rule: Rule, tracks: dict[Operand, Track], at: int) -> bool:
    test = tests_of(rule.when)[0]
    level = rule.timing.recovery
    if level is None or test.condition not in RISING | FALLING:
        return True
    value = float(tracks[test.operand].values[at])
    return value <= level if test.condition in RISING else value >= level
