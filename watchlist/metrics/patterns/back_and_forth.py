"""Back and forth: pairs that send one another about as much as they get back, again and again.

The amounts decide where every transfer of a pair has one, the number of transfers where one is missing.
"""

from __future__ import annotations

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ids, Ints
from watchlist.domain.pattern_findings import Indicator, PatternGroup
from watchlist.metrics.patterns.limits import Limits


def back_and_forth(senders: Ids, receivers: Ids, amounts: Floats, limits: Limits) -> list[PatternGroup]:
    """Return at most one group; each member comes with a partner, the trips and the ratio of their best pair."""
    rows = possible(senders, receivers, limits.return_trips)
    if not len(rows):
        return []
    senders, receivers, amounts = senders[rows], receivers[rows], amounts[rows]
    low = np.minimum(senders, receivers).astype(np.int64)
    keys = (low << 32) | np.maximum(senders, receivers)
    pairs, place = np.unique(keys, return_inverse=True)
    out = senders == low
    trips = np.minimum(np.bincount(place[out], minlength=len(pairs)), np.bincount(place[~out], minlength=len(pairs)))
    ratio = _ratio(place, out, amounts, len(pairs))
    found = np.flatnonzero((trips >= limits.return_trips) & (ratio >= limits.return_ratio))
    if not len(found):
        return []
    left, right = pairs[found] >> 32, pairs[found] & 0xFFFFFFFF
    who, partner = np.concatenate([left, right]), np.concatenate([right, left])
    count, share = np.tile(trips[found], 2), np.tile(ratio[found], 2)
    order = np.lexsort((partner, -share, -count, who))
    best = order[np.flatnonzero(np.append(True, who[order][1:] != who[order][:-1]))]
    reason = (
        f"{len(found)} pairs sent each other at least {limits.return_trips} times as much as they got back, "
        f"within {1 - limits.return_ratio:.0%}"
    )
    columns = (
        ("partner", partner[best].astype(np.float64)),
        ("trips", count[best].astype(np.float64)),
        ("returned", share[best]),
    )
    facts = (("pairs", float(len(found))),)
    return [PatternGroup(Indicator.BACK_AND_FORTH, who[best].astype(np.int32), reason, facts, columns)]


def _ratio(place: Ints, out: Flags, amounts: Floats, count: int) -> Floats:
    """Return twice the smaller direction over both together, per pair."""
    unknown = np.bincount(place[np.isnan(amounts)], minlength=count) > 0
    weights = np.where(unknown[place], 1.0, amounts)
    there = np.bincount(place[out], weights[out], count)
    back = np.bincount(place[~out], weights[~out], count)
    both = there + back
    ratio: Floats = np.divide(2.0 * np.minimum(there, back), both, out=np.zeros(count), where=both > 0)
    return ratio


def possible(senders: Ids, receivers: Ids, trips: int) -> Ints:
    """Return the rows that can belong to a pair: both ends sent and received at least so many times.

    Most transfers go to somebody who never sends (a service, a collector), so little is left to be grouped.
    """
    real = (senders >= 0) & (receivers >= 0) & (senders != receivers)
    rows = np.flatnonzero(real)
    if len(rows) < len(senders):
        senders, receivers = senders[rows], receivers[rows]
    size = int(max(senders.max(), receivers.max())) + 1 if len(rows) else 0
    before = -1
    while len(rows) and (before < 0 or len(rows) < 0.9 * before):
        before = len(rows)
        for sent in (True, False):
            able = np.bincount(senders if sent else receivers, minlength=size) >= trips
            keep = able[senders] & able[receivers]
            rows, senders, receivers = rows[keep], senders[keep], receivers[keep]
    return rows
