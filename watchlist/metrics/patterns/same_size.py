"""Same size: many participants that never move anything but one identical, non-round amount.

Looked for in one stream at a time, among transfers and stakes: the price of a service is often the same for
everybody, so one amount of a use stream says nothing. The share of events is taken from the group's first event to
its last, and over 28 days at least: what happened before a group existed does not make it harmless.
"""

from __future__ import annotations

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ids, Ints
from watchlist.domain.instants import DAY
from watchlist.domain.pattern_findings import Indicator, PatternGroup
from watchlist.metrics.patterns.habits import runs
from watchlist.metrics.patterns.limits import SAME_SIZE_GROUP, Limits

LEAST_SPAN = 28 * DAY
_ROUND_DIGITS = 2


def same_size(
    participants: Ids, instants: Ints, amounts: Floats, limits: Limits, stream: str = ""
) -> list[PatternGroup]:
    """Return one group per amount, the largest first. Rows are oldest first.

    Events without an amount or participant do not count.
    """
    there = ~np.isnan(amounts) & (participants >= 0)
    if not there.all():
        participants, instants, amounts = participants[there], instants[there], amounts[there]
    if not len(participants):
        return []
    # Every participant's last amount is written, then all are compared with it: no sort is needed.
    last = np.full(int(participants.max()) + 1, np.nan)
    last[participants] = amounts
    other = participants[last[participants] != amounts]
    one_amount = ~np.isnan(last)
    one_amount[other] = False
    people = np.flatnonzero(one_amount)
    order = np.argsort(last[people], kind="stable")
    ranked = last[people][order]
    groups = []
    for start, end in runs(ranked, SAME_SIZE_GROUP):
        amount = float(ranked[start])
        if is_round(np.array([amount]))[0]:
            continue
        members = people[order[start:end]]
        chosen = np.zeros(len(last), np.bool_)
        chosen[members] = True
        theirs = np.flatnonzero(chosen[participants])
        begin = int(instants[theirs[0]])
        stop = max(int(instants[theirs[-1]]) + 1, begin + LEAST_SPAN)
        around = int(np.searchsorted(instants, stop) - np.searchsorted(instants, begin))
        events = len(theirs)
        share = events / around
        if share >= limits.same_size_share:
            reason = (
                f"{len(members)} participants move only the amount {amount:.12g}, never another; their {events} events "
                f"are {share:.1%} of the events of their time"
            )
            facts = (
                ("members", float(len(members))),
                ("amount", amount),
                ("events", float(events)),
                ("share of events", share),
            )
            groups.append(PatternGroup(Indicator.SAME_SIZE, members.astype(np.int32), reason, facts, (), stream))
    return sorted(groups, key=lambda group: (-len(group), int(group.members[0])))


def is_round(amounts: Floats) -> Flags:
    """Return which amounts people would call round: at most two digits that are not zero, and zero itself."""
    size = np.abs(amounts)
    safe = np.where((size > 0) & np.isfinite(size), size, 1.0)
    scaled = safe / 10.0 ** (np.floor(np.log10(safe)) - (_ROUND_DIGITS - 1))
    return np.abs(scaled - np.rint(scaled)) <= 1e-9 * scaled
