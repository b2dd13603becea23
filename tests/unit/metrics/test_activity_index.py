"""The activity index: any split and order gives the same bytes; set operations; damage; days, rows and pieces."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchlist.domain.arrays import Ids, Ints
from watchlist.domain.errors import Damaged
from watchlist.domain.instants import DAY
from watchlist.metrics import index_build, packed_bits
from watchlist.metrics.activity_index import ActivityIndex
from watchlist.metrics.counting import nth_days
from watchlist.metrics.index_bytes import MAGIC
from watchlist.metrics.numbering import Numbering

Pairs = set[tuple[int, int]]
Events = list[tuple[int, int]]


def pairs_of(index: ActivityIndex) -> Pairs:
    """Return (id, day) of everybody's active days."""
    return {
        (int(person), int(day))
        for rows, days in index.person_days()
        for person, day in zip(index.row_ids[rows], days, strict=True)
    }


def arrays(pairs: Events) -> tuple[Ids, Ints]:
    """Return participants and instants of (id, instant) pairs."""
    return np.array([person for person, _ in pairs], np.int32), np.array([when for _, when in pairs], np.int64)


people = st.sampled_from([-1, 0, 1, 2, 3, 63, 64, 65, 4095, 4096, 70_000, 9_000_000])
instants = st.integers(-20 * DAY, 140 * DAY)
events = st.lists(st.tuples(people, instants), max_size=80)


@given(events, st.randoms(use_true_random=False), st.integers(1, 6))
def test_any_order_and_split_gives_the_same_bytes(given_events: Events, shuffle: Random, parts: int) -> None:
    whole = ActivityIndex.build(*arrays(sorted(given_events, key=lambda pair: pair[1])))
    truth = {(person, when // DAY) for person, when in given_events if person >= 0}
    assert pairs_of(whole) == truth
    mixed = list(given_events)
    shuffle.shuffle(mixed)
    grown = ActivityIndex()
    for part in range(parts):
        grown.add(*arrays(mixed[part::parts]))
        assert len(grown) == len({person for held in range(part + 1) for person, _ in mixed[held::parts]} - {-1})
    assert pairs_of(grown) == truth
    assert grown.to_bytes() == whole.to_bytes() == ActivityIndex.build(*arrays(mixed)).to_bytes()
    again = ActivityIndex.from_bytes(grown.to_bytes())
    assert again.to_bytes() == whole.to_bytes()
    assert pairs_of(again) == truth
    again.add(*arrays(mixed))
    assert again.to_bytes() == whole.to_bytes()


@given(events, st.sets(people, max_size=4), events)
def test_set_operations(given_events: Events, chosen: set[int], other: Events) -> None:
    index, second = ActivityIndex.build(*arrays(given_events)), ActivityIndex.build(*arrays(other))
    truth = pairs_of(index)
    without, only = index.without(chosen), index.only(np.array(sorted(chosen), np.int32))
    assert pairs_of(without) == {pair for pair in truth if pair[0] not in chosen}
    assert pairs_of(only) == truth - pairs_of(without)
    assert len(without) + len(only) == len(index)
    assert set(without.participants.tolist()) == {person for person, _ in pairs_of(without)}
    assert pairs_of(without.without(chosen | {0})) == {p for p in truth if p[0] not in chosen | {0}}
    assert ActivityIndex.union(without, only).to_bytes() == index.to_bytes()
    both = ActivityIndex.union(index, second, ActivityIndex())
    assert pairs_of(both) == truth | pairs_of(second)
    kept = [(person, when) for person, when in given_events if person not in chosen]
    assert without.to_bytes() == ActivityIndex.build(*arrays(kept)).to_bytes()
    without.add(*arrays(given_events))
    assert without.to_bytes() == index.to_bytes()


@given(events)
def test_what_rows_say(given_events: Events) -> None:
    index = ActivityIndex.build(*arrays(given_events))
    truth = pairs_of(index)
    days = {person: sorted(day for held, day in truth if held == person) for person, _ in truth}
    names = index.row_ids.tolist()
    assert dict(zip(names, index.row_first.tolist(), strict=True)) == {p: held[0] for p, held in days.items()}
    assert dict(zip(names, index.last_days().tolist(), strict=True)) == {p: held[-1] for p, held in days.items()}
    assert dict(zip(names, index.active_days().tolist(), strict=True)) == {p: len(held) for p, held in days.items()}
    never = np.iinfo(np.int32).max
    for n, found in zip((1, 2, 5), nth_days(index, (1, 2, 5)), strict=True):
        wanted = {p: held[n - 1] if len(held) >= n else never for p, held in days.items()}
        assert dict(zip(names, found.tolist(), strict=True)) == wanted
    every = [day for held in days.values() for day in held]
    assert (index.first_day, index.last_day) == ((min(every), max(every)) if every else (None, None))
    if every:
        low = min(every)
        assert set(index.active(low, low + 7).tolist()) == {p for p, day in truth if low <= day < low + 7}


@pytest.mark.parametrize("numbered", ["in order of appearance", "in any order", "with gaps", "mostly in order"])
def test_many_participants(numbered: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Large indexes take other ways: ids as rows, one day at a time, tables by page."""
    monkeypatch.setattr(index_build, "PIECE_BITS", 1 << 12)
    rng = np.random.default_rng(7)
    who = np.sort((rng.random(6_000) ** 2 * 900).astype(np.int32))
    when = 19_000 * DAY + np.arange(6_000) * (DAY // 80) + rng.integers(0, DAY // 100, 6_000)
    who = np.maximum.accumulate(who)
    _, places = np.unique(who, return_inverse=True)
    who = places.astype(np.int32)
    back = rng.integers(0, 3_000, 3_000)
    who, when = np.concatenate([who, who[back]]), np.concatenate([when, when[back] + 20 * DAY])
    order = np.argsort(when, kind="stable")
    who, when = who[order], when[order]
    if numbered == "in any order":
        who = rng.permutation(1_000).astype(np.int32)[who]
    elif numbered == "with gaps":
        who = (who * 997 + 5).astype(np.int32)
    elif numbered == "mostly in order":
        who = (who + 40).astype(np.int32)
    index = ActivityIndex.build(who, when)
    assert pairs_of(index) == {(int(p), int(t // DAY)) for p, t in zip(who, when, strict=True)}
    grown = ActivityIndex()
    for part in np.array_split(rng.permutation(len(who)), 4):
        grown.add(who[part], when[part])
    assert grown.to_bytes() == index.to_bytes()
    counted = index.active_days()
    assert counted.sum() == len(pairs_of(index))
    (second,) = nth_days(index, (2,))
    dense = ActivityIndex.from_bytes(index.to_bytes())
    monkeypatch.setattr(index_build, "PIECE_BITS", packed_bits.PIECE_BITS)
    assert (nth_days(dense, (2,))[0] == second).all()


def test_union_of_distant_times(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_build, "PIECE_BITS", 1 << 8)
    early = ActivityIndex.build(np.array([1, 2], np.int32), np.array([0, DAY], np.int64))
    late = ActivityIndex.build(np.array([2, 3], np.int32), np.array([300 * DAY, 301 * DAY], np.int64))
    both = ActivityIndex.union(late, early)
    assert pairs_of(both) == {(1, 0), (2, 1), (2, 300), (3, 301)}
    assert both.participants.tolist() == [1, 2, 3]


def test_very_sparse_ids() -> None:
    who = np.array([5, 2_000_000_000, 5, 1_000_000_000], np.int32)
    index = ActivityIndex.build(who, np.array([0, DAY, 2 * DAY, DAY], np.int64))
    assert index.participants.tolist() == [5, 1_000_000_000, 2_000_000_000]
    assert ActivityIndex.build(who[::-1], np.array([0, DAY, 2 * DAY, DAY], np.int64)[[3, 2, 1, 0]]).to_bytes() == (
        index.to_bytes()
    )


def test_damage_is_noticed() -> None:
    data = ActivityIndex.build(np.arange(300, dtype=np.int32), np.arange(300) * (DAY // 3)).to_bytes()
    for place in range(0, len(data), 7):
        broken = bytearray(data)
        broken[place] ^= 4
        if place not in range(12, 16):  # reserved
            with pytest.raises(Damaged):
                ActivityIndex.from_bytes(bytes(broken))
    for short in (b"", data[:20], data[:-1], MAGIC + b"\0" * 100):
        with pytest.raises(Damaged):
            ActivityIndex.from_bytes(short)


def test_a_byte_an_event_on_disk() -> None:
    rng = np.random.default_rng(3)
    who = np.sort(rng.integers(0, 4_000, 40_000)).astype(np.int32)
    when = np.sort(rng.integers(0, 300 * DAY, 40_000))
    data = ActivityIndex.build(who, when).to_bytes()
    assert len(data) <= 40_000


def test_numbering_by_page() -> None:
    numbering = Numbering()
    none = np.empty(0, np.int32)
    assert len(numbering.find(none)) == 0
    numbering.assign(none, none)
    ids = np.array([3, 5_000, 900_000], np.int32)
    numbering.assign(ids, np.arange(3, dtype=np.int32))
    assert numbering.find(np.array([900_000, 4, 3, 8_000_000, 5_000], np.int32)).tolist() == [2, -1, 0, -1, 1]
    numbering.assign(np.array([4], np.int32), np.array([9], np.int32))
    assert numbering.find(np.array([4, 5_000], np.int32)).tolist() == [9, 1]


@given(st.lists(st.integers(0, 199), max_size=60), st.lists(st.integers(0, 256), max_size=6))
def test_counts_between(rows: list[int], cuts: list[int]) -> None:
    members = packed_bits.set_of(np.array(rows, np.int64), 4)
    assert packed_bits.rows_of(members).tolist() == sorted(set(rows))
    assert packed_bits.size(members) == len(set(rows))
    edges = np.array([0, *sorted(cuts)], np.int64)
    wanted = [len({row for row in rows if a <= row < b}) for a, b in pairwise(edges)]
    assert packed_bits.counts_between(members, edges).tolist() == wanted
