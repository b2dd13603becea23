"""Events: each reference once, amounts exact, participants numbered once."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.store.making import START, USE, events, texts
from watchlist.domain.activity import NO_AMOUNT, NOBODY, EventBatch, ReadSpan
from watchlist.domain.instants import SECOND
from watchlist.domain.network import StreamKey
from watchlist.domain.series import Labels
from watchlist.store import participants, seen_hashes
from watchlist.store.archive import Archive
from watchlist.store.points import Appended
from watchlist.store.seen_hashes import SeenHashes

NUMBERS = itertools.count()
VERIFY = StreamKey("net", "verify")


def test_the_same_reference_counts_once_in_any_cut(archive: Archive) -> None:
    assert archive.events.append(events(["a", "b", "a"])) == Appended(new=2, same=1)
    assert archive.events.append(events(["b", "c"], instants=[1, 2])) == Appended(new=1, same=1)
    assert archive.events.append(events(["a", "b", "c"])) == Appended(same=3)
    assert archive.events.count(USE) == 3
    other = events(["a"], key=StreamKey("net", "other"))
    assert archive.events.append(other) == Appended(new=1)
    assert archive.events.keys() == [StreamKey("net", "other"), USE]
    assert archive.events.keys("elsewhere") == []


def test_an_event_without_a_reference_is_refused(archive: Archive) -> None:
    assert archive.events.append(events(["", None, "a"])) == Appended(new=1, rejected=2)
    assert archive.events.append(events([])) == Appended()
    assert archive.events.append(events([""])) == Appended(rejected=1)


def test_hashes_that_collide_are_told_apart_by_their_text(archive: Archive) -> None:
    archive.events.append(events(["a"]))
    archive.database.run("UPDATE events SET hash = hash('b')")
    archive.database.reopen()
    assert archive.events.append(events(["b"])) == Appended(new=1)
    assert archive.events.append(events(["b", "b"])) == Appended(same=2)


def test_amounts_stay_exact_beyond_every_machine_integer(archive: Archive) -> None:
    amounts = [0, 10**18 + 1, -(10**30), 2**127 - 1, 2**127, -(2**200), None]
    names = [f"r{row}" for row in range(len(amounts))]
    archive.events.append(events(names, amounts=amounts, scale=18))
    found = {row.reference: row.amount for row in archive.events.exact(USE)}
    assert found == dict(zip(names, amounts, strict=True))
    table = archive.events.read([USE])
    assert table.amounts[1] == pytest.approx(1.0)
    assert table.amounts[5] == pytest.approx(-(2**200) / 10**18)
    assert np.isnan(table.amounts[6])


def test_small_amounts_and_missing_ones(archive: Archive) -> None:
    batch = EventBatch(
        USE, np.array([2, 1], np.int64), Labels.of(["x", None]), texts(["a", "b"]), None, np.array([150, NO_AMOUNT]), 2
    )
    archive.events.append(batch)
    table = archive.events.read([USE])
    assert list(table.instants) == [1, 2]
    assert table.amounts[1] == 1.5
    assert np.isnan(table.amounts[0])
    assert list(table.participants) == [NOBODY, 0]
    assert list(table.counterparties) == [NOBODY, NOBODY]
    assert table.latencies is None


def test_participants_are_numbered_by_first_arrival_and_once(archive: Archive) -> None:
    archive.events.append(events(["a", "b"], people=["zoe", "adam"], others=["adam", "carl"], instants=[2, 1]))
    assert archive.events.participant_names([0, 1, 2, 99]) == ["adam", "carl", "zoe", ""]
    archive.events.append(events(["c", "b"], people=["carl", "nobody new"]))
    assert archive.events.participant_ids(["zoe", "carl", "nobody new"]) == {"zoe": 2, "carl": 1}
    assert archive.events.participant_count() == 3
    assert archive.events.participant_names([]) == []
    assert archive.events.participant_ids([]) == {}
    assert list(archive.events.read([USE]).counterparties) == [1, 0, NOBODY]


def test_a_job_that_fails_leaves_no_event_and_no_name(archive: Archive) -> None:
    def job() -> None:
        with archive.transaction():
            archive.events.append(events(["a"], people=["ann"]))
            raise KeyError

    with pytest.raises(KeyError):
        job()
    assert archive.events.count(USE) == 0
    assert archive.events.participant_count() == 0
    assert archive.events.append(events(["a"], people=["bob"])) == Appended(new=1)
    assert archive.events.participant_names([0]) == ["bob"]


def test_latency_is_found_in_the_streams_of_the_network(archive: Archive) -> None:
    archive.events.append(
        events(["v1", "v2", "v3", "v4"], instants=[30, 30, 30, 5], linked=["u1", "u2", "", "u1"], key=VERIFY)
    )
    early = archive.events.read([VERIFY]).latencies
    assert early is not None
    assert set(early.tolist()) == {NOBODY}
    archive.events.append(events(["u1"], instants=[10]))
    table = archive.events.read([VERIFY, USE])
    assert table.latencies is not None
    said = {
        (int(at), int(lag))
        for at, lag, stream in zip(table.instants, table.latencies, table.streams, strict=True)
        if stream == 0
    }
    assert said == {(30, 20), (30, NOBODY), (5, NOBODY)}
    assert archive.events.exact(VERIFY, 1)[0].linked in {"u1", "u2", ""}


def test_what_came_after_a_mark(archive: Archive) -> None:
    archive.events.append(events(["a", "b"]))
    table, mark = archive.events.read_after([USE], 0)
    assert len(table) == 2
    again, same = archive.events.read_after([USE], mark)
    assert (len(again), same) == (0, mark)
    archive.events.append(events(["a", "c"], instants=[5, 7]))
    table, later = archive.events.read_after([USE, VERIFY], mark)
    assert (list(table.instants), later > mark) == ([7], True)
    assert archive.events.read_after([VERIFY], 0)[1] == 0


def test_reorganised_events_can_be_taken_back_and_come_again(archive: Archive) -> None:
    archive.events.append(events(["a", "b", "c"]))
    assert archive.events.remove(USE, ["b", "zz"]) == 1
    assert (archive.events.count(USE), archive.events.removals(USE)) == (2, 1)
    assert archive.events.remove(USE, ["zz"]) == 0
    assert archive.events.remove(USE, []) == 0
    assert archive.events.remove(StreamKey("no", "thing"), ["a"]) == 0
    assert archive.events.append(events(["b"], instants=[START + SECOND])) == Appended(new=1)
    assert archive.events.first_last(USE) == (START, START + 2 * SECOND)
    archive.events.remove(USE, ["a", "b", "c"])
    assert archive.events.first_last(USE) is None


def test_reading_spans_and_pages(archive: Archive) -> None:
    archive.events.append(events(["a", "b", "c"], people=["x", "y", "x"]))
    table = archive.events.read([VERIFY, USE], START + SECOND, START + 2 * SECOND)
    assert (list(table.streams), list(table.instants)) == ([1], [START + SECOND])
    assert not table.instants.flags.writeable
    assert len(archive.events.read([VERIFY])) == 0
    assert [row.reference for row in archive.events.exact(USE, 2, 1)] == ["b", "a"]
    assert [row.reference for row in archive.events.exact(USE, participant=0)] == ["c", "a"]
    assert archive.events.exact(VERIFY) == []


def test_spans_and_cursors(archive: Archive) -> None:
    assert archive.spans.read(USE) == []
    assert archive.spans.cursor(USE) == ""
    archive.spans.add(USE, ReadSpan(0, 10, "1", "2"))
    archive.spans.add(USE, ReadSpan(20, 30, "5", "6"))
    assert archive.spans.read(USE) == [ReadSpan(0, 10, "1", "2"), ReadSpan(20, 30, "5", "6")]
    archive.spans.add(USE, ReadSpan(10, 20, "3", "4"))
    assert archive.spans.read(USE) == [ReadSpan(0, 30, "1", "6")]
    archive.spans.replace(USE, [ReadSpan(0, 5)])
    archive.spans.set_cursor(USE, "block 7")
    assert (archive.spans.read(USE), archive.spans.cursor(USE)) == ([ReadSpan(0, 5)], "block 7")
    assert archive.events.count(USE) == 0


def test_hashes_are_dropped_from_memory_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def load(stream: int) -> np.ndarray[tuple[int], np.dtype[np.uint64]]:
        asked.append(stream)
        return np.array([stream], np.uint64)

    monkeypatch.setattr(seen_hashes, "MOST_HELD", 5)
    seen = SeenHashes(load)
    for stream in (1, 2, 1):
        seen.add(stream, np.array([10 * stream, 10 * stream + 1, 99], np.uint64))
    assert asked == [1, 2, 1]
    assert seen.contains(1, np.array([1, 7, 10], np.uint64)).tolist() == [True, False, True]
    seen.add(1, np.arange(50, dtype=np.uint64))
    assert seen.contains(1, np.array([49, 50], np.uint64)).tolist() == [True, False]
    seen.forget(1)
    assert seen.contains(1, np.array([49], np.uint64)).tolist() == [False]


# ------------------------------------------------------------------ against an obvious model in memory

EVENT = st.tuples(st.integers(0, 30), st.integers(0, 5), st.one_of(st.none(), st.integers(-(2**140), 2**140)))


@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batches=st.lists(st.lists(EVENT, max_size=20), min_size=1, max_size=5))
def test_events_equal_a_dict(archive: Archive, batches: list[list[tuple[int, int, int | None]]]) -> None:
    key = StreamKey("model", f"s{next(NUMBERS)}")
    model: dict[str, tuple[int, str, int | None]] = {}
    for batch in batches:
        fresh: dict[str, tuple[int, str, int | None]] = {}
        for number, person, amount in batch:
            fresh.setdefault(f"r{number}", (number * 10, f"p{person}", amount))
        appended = archive.events.append(
            events(
                [f"r{number}" for number, _, _ in batch],
                instants=[number * 10 for number, _, _ in batch],
                people=[f"p{person}" for _, person, _ in batch],
                amounts=[amount for _, _, amount in batch],
                key=key,
            )
        )
        new = {reference: row for reference, row in fresh.items() if reference not in model}
        assert appended == Appended(new=len(new), same=len(batch) - len(new))
        model.update(new)
    found = {row.reference: (row.instant, row.participant, row.amount) for row in archive.events.exact(key, 1000)}
    assert found == model
    table = archive.events.read([key])
    assert table.instants.tolist() == sorted(row[0] for row in model.values())
    assert archive.events.count(key) == len(model)


def test_many_and_few_names_get_the_same_numbers(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(participants, "FEW", 3)
    monkeypatch.setattr(participants, "MOST_RECENT", 2)
    people = [f"p{row}" for row in range(10)]
    archive.events.append(events([f"a{row}" for row in range(10)], people=people))
    archive.events.append(events(["b0", "b1"], people=["p7", "new"]))
    archive.events.append(events(["c0", "c1", "c2"], people=["new", "p7", "newer"], others=["p1", None, None]))
    archive.events.append(events([f"d{row}" for row in range(10)], people=[*people[:-1], "newest"]))
    archive.events.append(events(["e0"], people=["newest"]))
    assert archive.events.participant_names(range(14)) == [*people, "new", "newer", "newest", ""]
    table = archive.events.read([USE])
    assert np.bincount(table.participants).tolist() == [2] * 7 + [4, 2, 1, 2, 1, 2]


def test_names_are_found_again_after_opening(archive: Archive) -> None:
    archive.events.append(events(["a"], people=["ann"]))
    archive.database.reopen()
    archive.events.append(events(["b"], people=["ann"]))
    assert archive.events.participant_count() == 1
