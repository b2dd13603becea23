"""Points: kept once, never shortened, every change beside the old value, by hand always first."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.unit.store.making import PRICE, START, Clock, points
from watchlist.domain.instants import DAY, HOUR
from watchlist.domain.network import SeriesKey
from watchlist.domain.series import PointBatch
from watchlist.store.archive import Archive
from watchlist.store.points import Appended

NUMBERS = itertools.count()


def test_the_same_points_again_change_nothing(archive: Archive) -> None:
    assert archive.points.append(points([1, 2, 3])) == Appended(new=3)
    assert archive.points.append(points([1, 2, 3], learnt=9)) == Appended(same=3)
    assert list(archive.points.read(PRICE).learnt_at) == [1, 1, 1]


def test_a_shorter_answer_never_replaces_a_longer_one(archive: Archive) -> None:
    archive.points.append(points([1, 2, 3, 4]))
    assert archive.points.append(points([3], first=2, learnt=2)) == Appended(same=1)
    assert list(archive.points.read(PRICE).values) == [1, 2, 3, 4]


def test_a_changed_value_is_kept_beside_the_old_one(archive: Archive) -> None:
    archive.points.append(points([1, 2, 3], learnt=10))
    assert archive.points.append(points([1, 5, 3], learnt=20)) == Appended(same=2, revised=1)
    assert list(archive.points.read(PRICE).values) == [1, 5, 3]
    assert list(archive.points.read(PRICE, as_known_on=19).values) == [1, 2, 3]
    assert list(archive.points.read(PRICE, as_known_on=20).values) == [1, 5, 3]
    assert len(archive.points.read(PRICE, as_known_on=9)) == 0
    assert archive.points.revisions(PRICE) == [(START + HOUR, "alpha", 2.0, 10, 20)]
    assert archive.points.revisions(PRICE, START + 2 * HOUR) == []


def test_an_unfinished_value_gives_way_without_a_revision(archive: Archive) -> None:
    archive.points.append(points([1], final=[False]))
    assert archive.points.append(points([2], final=[False], learnt=2)) == Appended(replaced=1)
    assert archive.points.append(points([3], learnt=3)) == Appended(replaced=1)
    assert archive.points.revisions(PRICE) == []
    found = archive.points.read(PRICE)
    assert (found.values[0], found.final[0], found.learnt_at[0]) == (3, True, 3)


def test_an_unfinished_value_never_replaces_a_final_one(archive: Archive) -> None:
    archive.points.append(points([1]))
    assert archive.points.append(points([2], final=[False], learnt=2)) == Appended(rejected=1)
    assert archive.points.append(points([1], final=[False], learnt=2)) == Appended(same=1)
    assert archive.points.read(PRICE).final[0]


def test_what_is_no_number_is_refused_and_order_does_not_matter(archive: Archive) -> None:
    instants = np.array([START + 2 * HOUR, START, START + HOUR, START, START + 3 * HOUR], np.int64)
    values = np.array([3.0, 9.0, np.nan, 1.0, np.inf])
    assert archive.points.append(PointBatch(PRICE, "alpha", instants, values, 1)) == Appended(new=2, rejected=3)
    assert list(archive.points.read(PRICE).values) == [1, 3]
    nothing = PointBatch(PRICE, "alpha", np.empty(0, np.int64), np.empty(0), 1)
    assert archive.points.append(nothing) == Appended()


def test_the_users_order_of_sources_decides(archive: Archive) -> None:
    archive.points.append(points([1, 2, 3]))
    archive.points.append(points([10, 20], "beta"))
    assert list(archive.points.read(PRICE).values) == [1, 2, 3]
    archive.points.set_preference(PRICE, ("beta", "alpha"))
    found = archive.points.read(PRICE)
    assert list(found.values) == [10, 20, 3]
    assert [found.source_names[code] for code in found.source_codes] == ["beta", "beta", "alpha"]
    archive.points.append(points([40, 30], "beta", first=1, learnt=2))
    assert list(archive.points.read(PRICE).values) == [10, 40, 30]
    assert archive.points.preference(PRICE) == ("beta", "alpha")
    assert archive.points.sources(PRICE) == ("alpha", "beta")


def test_by_hand_always_wins_and_is_never_overwritten(archive: Archive) -> None:
    archive.points.append(points([7], "manual"))
    archive.points.append(points([1, 2], "alpha", learnt=5))
    archive.points.set_preference(PRICE, ("alpha",))
    found = archive.points.read(PRICE)
    assert list(found.values) == [7, 2]
    assert not found.disputed[0]
    assert archive.points.delete_manual(PRICE, [START]) == 1
    assert archive.points.delete_manual(PRICE, [START]) == 0
    assert list(archive.points.read(PRICE).values) == [1, 2]
    assert archive.points.delete_manual(SeriesKey("no", "thing"), [START]) == 0


def test_sources_that_differ_by_more_than_five_percent_are_disputed(archive: Archive) -> None:
    archive.points.append(points([100, 100, 100]))
    archive.points.append(points([104, 106], "beta"))
    assert list(archive.points.read(PRICE).disputed) == [False, True, False]
    archive.points.append(points([104, 104], "beta", learnt=2))
    assert list(archive.points.read(PRICE).disputed) == [False, False, False]
    assert list(archive.points.read(PRICE, as_known_on=1).disputed) == [False, True, False]


def test_a_clock_set_back_is_clamped_and_noted(archive: Archive) -> None:
    archive.points.append(points([1, 2], learnt=100))
    archive.points.append(points([1, 3], learnt=50))
    assert archive.points.revisions(PRICE) == [(START + HOUR, "alpha", 2.0, 100, 100)]
    assert archive.points.read(PRICE).learnt_at[1] == 100
    assert [what for _, what, _ in archive.notices()] == ["clock set back"]


def test_buckets_keep_extremes_and_gaps(archive: Archive) -> None:
    archive.points.append(points([1, 9, 2, 3]))
    archive.points.append(points([5, 4], first=8))
    found = archive.points.buckets(PRICE, START, START + 10 * HOUR, 5, token=7)
    assert list((found.starts - START) // HOUR) == [0, 2, 8]
    assert list(found.low) == [1, 2, 4]
    assert list(found.high) == [9, 3, 5]
    assert list(found.first) == [1, 2, 5]
    assert list(found.last) == [9, 3, 4]
    assert list(found.count) == [2, 2, 2]
    assert (found.width, found.token) == (2 * HOUR, 7)
    assert not found.low.flags.writeable
    known = archive.points.buckets(PRICE, START, START + 10 * HOUR, 5, as_known_on=1)
    assert list(known.low) == [1, 2, 4]
    assert list(known.last) == [9, 3, 4]
    assert len(archive.points.buckets(PRICE, START, START, 5).starts) == 0
    assert len(archive.points.buckets(SeriesKey("no", "thing"), START, START + DAY, 5).starts) == 0
    assert len(archive.points.buckets(PRICE, START, START + DAY, 5, as_known_on=0).starts) == 0


def test_keys_spans_and_what_is_absent(archive: Archive) -> None:
    assert archive.points.span(PRICE) is None
    assert len(archive.points.read(PRICE)) == 0
    archive.points.append(points([1, 2]))
    archive.points.append(points([1], key=SeriesKey("other", "volume.usd")))
    assert archive.points.keys() == [PRICE, SeriesKey("other", "volume.usd")]
    assert archive.points.keys("other") == [SeriesKey("other", "volume.usd")]
    assert archive.points.span(PRICE) == (START, START + HOUR, 2)
    assert archive.points.spans("net") == [(PRICE, START, START + HOUR, 2)]
    assert archive.points.revisions(SeriesKey("no", "thing")) == []


def test_sorting_changes_no_answer(archive: Archive) -> None:
    for first in (5, 0, 10):
        archive.points.append(points([1, 2, 3, 4, 5], first=first))
    archive.points.append(points([9], "beta", first=3))
    before = archive.points.read(PRICE)
    assert archive.points.arrange(force=True)
    after = archive.points.read(PRICE)
    assert (before.instants == after.instants).all()
    assert (before.values == after.values).all()
    assert not archive.points.arrange()


def test_a_job_that_fails_stores_nothing(archive: Archive, clock: Clock) -> None:
    def job() -> None:
        with archive.transaction():
            archive.points.append(points([1, 2]))
            raise KeyError

    with pytest.raises(KeyError):
        job()
    assert archive.points.keys() == []
    assert archive.points.append(points([1, 2])) == Appended(new=2)


# ------------------------------------------------------------------ against an obvious model in memory


@dataclass
class Model:
    """Every version of every point: (source, instant) → [value, final, learnt, replaced]."""

    versions: dict[tuple[str, int], list[list[float]]] = field(default_factory=dict)
    newest: dict[str, int] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)

    def append(self, source: str, learnt: int, rows: dict[int, tuple[float, bool]]) -> None:
        learnt = max(learnt, self.newest.get(source, learnt))
        changed = False
        for instant, (value, final) in rows.items():
            known = self.versions.setdefault((source, instant), [])
            if not known:
                known.append([value, final, learnt, np.inf])
            elif known[-1][1] and final and known[-1][0] != value:
                known[-1][3] = learnt
                known.append([value, final, learnt, np.inf])
            elif not known[-1][1] and (final or known[-1][0] != value):
                known[-1] = [value, final, learnt, np.inf]
            else:
                continue
            changed = True
        if changed:
            self.newest[source] = learnt
            if source not in self.order:
                self.order.append(source)

    def read(self, moment: float, preference: tuple[str, ...]) -> dict[int, float]:
        ranked = ["manual", *preference, *self.order]
        best: dict[int, tuple[int, float]] = {}
        for (source, instant), versions in self.versions.items():
            for value, _, learnt, replaced in versions:
                if learnt <= moment < replaced or (moment == np.inf and replaced == np.inf):
                    rank = ranked.index(source)
                    if instant not in best or rank < best[instant][0]:
                        best[instant] = (rank, value)
        return {instant: value for instant, (_, value) in sorted(best.items())}


ROWS = st.dictionaries(
    st.integers(0, 12), st.tuples(st.integers(0, 3).map(float), st.booleans()), min_size=1, max_size=8
)
STEPS = st.lists(
    st.tuples(st.sampled_from(["alpha", "beta", "manual"]), st.integers(0, 9), ROWS), min_size=1, max_size=8
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, preference=st.permutations(["alpha", "beta"]), prefer_at=st.integers(0, 8))
def test_points_equal_the_model(
    archive: Archive, steps: list[tuple[str, int, dict[int, tuple[float, bool]]]], preference: list[str], prefer_at: int
) -> None:
    key = SeriesKey("model", f"s{next(NUMBERS)}")
    model = Model()
    chosen: tuple[str, ...] = ()
    archive.points.append(points([0], "alpha", key=SeriesKey("model", "first")))  # sources have their order by now
    archive.points.append(points([0], "beta", key=SeriesKey("model", "first")))
    for number, (source, learnt, rows) in enumerate(steps):
        if number == prefer_at:
            chosen = tuple(preference)
            archive.points.set_preference(key, chosen)
        instants = np.array(sorted(rows), np.int64)
        values = np.array([rows[at][0] for at in sorted(rows)])
        final = np.array([rows[at][1] for at in sorted(rows)])
        archive.points.append(PointBatch(key, source, instants * HOUR, values, learnt, final))
        model.append(source, learnt, rows)
    model.order.sort()  # alpha came before beta in this archive
    found = archive.points.read(key)
    assert dict(zip((found.instants // HOUR).tolist(), found.values.tolist(), strict=True)) == model.read(
        np.inf, chosen
    )
    for moment in range(-1, 11):
        found = archive.points.read(key, as_known_on=moment)
        said = dict(zip((found.instants // HOUR).tolist(), found.values.tolist(), strict=True))
        assert said == model.read(moment, chosen), moment
