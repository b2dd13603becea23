"""Seeded events for the metrics benchmark: three years of newcomers, most of whom leave soon and some of whom stay.

Participants are numbered in order of first appearance and events sorted by instant, as the archive hands them out.
"""

from __future__ import annotations

import numpy as np

from watchlist.domain.activity import EventTable
from watchlist.domain.arrays import Ids, Ints
from watchlist.domain.instants import DAY
from watchlist.domain.network import Kind, Role, Stream, StreamKey
from watchlist.metrics.patterns.survey import SurveyStream

START = 19_723  # 2024-01-01, a Monday
DAYS = 1_092
SEED = 20_260_101


def events(count: int, people: int, days: int = DAYS, seed: int = SEED) -> tuple[Ids, Ints]:
    """Return about ``count`` events of exactly ``people`` participants: (ids, instants), sorted by instant."""
    rng = np.random.default_rng(seed)
    first = np.sort(rng.beta(1.2, 1.0, people) * days).astype(np.int64)
    per = count / people - 1
    loyal = rng.random(people)
    lifetime = np.minimum(rng.exponential(np.where(loyal < 0.6, 15.0, 300.0)) + 1, days - first)
    weight = rng.gamma(0.6, 1.0, people) * np.where(loyal < 0.6, 0.25, 1.5)
    more = rng.poisson(per * weight / weight.mean())
    who = np.repeat(np.arange(people, dtype=np.int32), more)
    day = first[who] + (rng.random(len(who), np.float32) * lifetime[who]).astype(np.int64)
    who = np.concatenate([np.arange(people, dtype=np.int32), who])
    when = np.concatenate([first, day]) * DAY + rng.integers(0, DAY, len(who))
    order = np.argsort(when, kind="stable")
    who, when = who[order], when[order]
    seen = np.full(people, len(who), np.int64)
    seen[who[::-1]] = np.arange(len(who))[::-1]  # the place of everybody's first event
    number = np.empty(people, np.int32)
    number[np.argsort(seen, kind="stable")] = np.arange(people, dtype=np.int32)
    return number[who], when + START * DAY


def surveyed(count: int, people: int) -> tuple[list[SurveyStream], EventTable]:
    """Return the same events as three streams with everything that an indicator reads: amounts and counterparties.

    Half of them use a service, a third are transfers between two participants, the rest is work.
    """
    ids, instants = events(count, people)
    rng = np.random.default_rng(SEED + 2)
    codes = np.searchsorted([0.5, 0.85], rng.random(len(ids), np.float32)).astype(np.int16)
    traded = np.flatnonzero(codes == 1)
    others = np.full(len(ids), -1, np.int32)
    others[traded] = rng.integers(0, people, len(traded))
    amounts = np.round(rng.lognormal(1.0, 1.2, len(ids)), 6)
    kinds = ((Role.USER, Kind.USE), (Role.HOLDER, Kind.TRADE), (Role.CONTRIBUTOR, Kind.CONTRIBUTE))
    streams = [Stream(StreamKey("bench", kind.value), role, kind) for role, kind in kinds]
    table = EventTable(tuple(stream.key for stream in streams), codes, instants, ids, others, amounts)
    return [SurveyStream(stream, START * DAY, True) for stream in streams], table
