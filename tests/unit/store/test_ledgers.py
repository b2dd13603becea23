"""Fetches, firings, deliveries, quarantine, candles and blobs."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.unit.store.making import PRICE, START
from watchlist.domain.deliveries import Delivery, DeliveryState
from watchlist.domain.fetches import Fetch, Outcome
from watchlist.domain.firings import Firing, RuleState, Standing
from watchlist.domain.instants import DAY
from watchlist.domain.network import SeriesKey
from watchlist.domain.series import Candles, Quarantined
from watchlist.store.archive import Archive
from watchlist.store.fetch_ledger import LARGEST_ANSWER
from watchlist.store.points import Appended

FETCH = Fetch("gecko", "api.example", "/coins", "price", 100, 5, 200, 300, "abc", Outcome.FRESH)


def test_the_ledger_remembers_lines_hosts_and_last_answers(archive: Archive) -> None:
    failed = replace(FETCH, started=200, outcome=Outcome.RATE_LIMITED, note="asked too often", retry_at=900, status=429)
    archive.fetches.note(FETCH, b"first", "coins")
    archive.fetches.note(replace(FETCH, started=150), b"second", "coins")
    archive.fetches.note(failed)
    archive.fetches.note(replace(FETCH, source="hub", host="hub.example", purpose="stars"), b"x" * (LARGEST_ANSWER + 5))
    assert archive.fetches.recent("gecko", 1) == [failed]
    assert len(archive.fetches.recent()) == 4
    assert archive.fetches.last_answer("gecko", "coins") == (replace(FETCH, started=150), b"second")
    assert archive.fetches.last_answer("gecko", "nothing") is None
    assert len(archive.fetches.answers("hub")[0].body) == LARGEST_ANSWER
    gecko = next(state for state in archive.fetches.states() if state.source == "gecko")
    assert (gecko.last_try, gecko.last_good, gecko.outcome) == (200, 150, Outcome.RATE_LIMITED)
    assert (gecko.next_try, gecko.note) == (900, "asked too often")
    hosts = {use.host: use for use in archive.fetches.hosts()}
    assert (hosts["api.example"].requests, hosts["api.example"].received) == (3, 900)
    assert hosts["api.example"].enabled
    archive.fetches.switch_host("api.example", enabled=False)
    assert archive.fetches.switched_off() == {"api.example"}
    assert not archive.fetches.states()[0].enabled
    archive.fetches.switch_host("api.example", enabled=True)
    assert archive.fetches.switched_off() == frozenset()


def test_old_lines_are_added_up_before_they_go(archive: Archive) -> None:
    with archive.transaction():
        for number in range(20):
            archive.fetches.note(replace(FETCH, started=number, purpose=f"purpose {number % 3}"))
    before = archive.fetches.hosts()
    assert archive.fetches.prune(5) == 15
    assert archive.fetches.prune(5) == 0
    assert len(archive.fetches.recent()) == 5
    assert archive.fetches.hosts() == before


def test_budgets_survive(archive: Archive) -> None:
    assert archive.fetches.budget("api.example", "month") is None
    archive.fetches.set_budget("api.example", "month", 10, 1)
    archive.fetches.set_budget("api.example", "month", 10, 2)
    assert archive.fetches.budget("api.example", "month") == (10, 2)


def test_firings_are_kept_once_and_filtered(archive: Archive) -> None:
    standing = Standing("r1", "net", RuleState.FIRING, "because", 5, 6, (("retention.w4", 0.25, 4), ("x", None, None)))
    first = Firing("a", "r1", "net", 1, 10, "fell", (("retention.w4", 0.25, 4),))
    second = Firing("b", "r2", "other", 2, 20, "rose", caught_up=True)
    assert archive.firings.save([standing], [first, second]) == [first, second]
    assert archive.firings.save([replace(standing, state=RuleState.NORMAL)], [first]) == []
    assert archive.firings.standings() == [replace(standing, state=RuleState.NORMAL)]
    assert archive.firings.standings("r9") == []
    assert archive.firings.list() == [second, first]
    assert archive.firings.list(since=15) == [second]
    assert archive.firings.list(rule="r1", network="net") == [first]
    assert archive.firings.list(limit=1, offset=1) == [first]
    archive.firings.update(replace(first, read=True, acknowledged=30))
    assert archive.firings.list(unread=True) == [second]
    assert archive.firings.counts() == (2, 1)
    assert archive.firings.get("a") == replace(first, read=True, acknowledged=30)
    assert archive.firings.get("z") is None
    archive.firings.forget("r1", "elsewhere")
    assert len(archive.firings.standings()) == 1
    archive.firings.forget("r1")
    assert archive.firings.standings() == []


def test_deliveries_survive_until_they_are_done(archive: Archive) -> None:
    delivery = Delivery("d1", "mail", '{"text": "hello"}', "key-1", 5, 10)
    assert archive.outbox.put(delivery)
    assert not archive.outbox.put(replace(delivery, id="d2"))
    assert archive.outbox.put(replace(delivery, id="d3", channel="chat"))
    assert archive.outbox.due(9) == []
    assert [one.id for one in archive.outbox.due(10)] == ["d1", "d3"]
    archive.outbox.mark("d1", DeliveryState.WAITING, next_try=50, error="refused")
    assert archive.outbox.get("d1") == replace(delivery, attempts=1, next_try=50, last_error="refused")
    assert archive.outbox.next_due() == 10
    archive.outbox.mark("d3", DeliveryState.SENT)
    archive.outbox.mark("d1", DeliveryState.HELD, tried=False)
    assert archive.outbox.next_due() is None
    assert [one.id for one in archive.outbox.log("mail")] == ["d1"]
    assert [one.id for one in archive.outbox.log(states=[DeliveryState.SENT])] == ["d3"]
    assert archive.outbox.log(states=[]) == []
    assert archive.outbox.prune(100) == 1
    assert archive.outbox.get("d3") is None


def test_quarantined_points_wait_for_a_decision(archive: Archive) -> None:
    wrong = Quarantined(PRICE, START, 1000.0, "alpha", "ten times the last value", 5)
    nonsense = Quarantined(PRICE, START + DAY, float("nan"), "alpha", "no number", 5)
    assert archive.points.quarantine([wrong, nonsense, wrong]) == 2
    assert archive.points.quarantined("net")[0] == wrong
    assert archive.points.quarantined("other") == []
    assert len(archive.points.read(PRICE)) == 0
    archive.points.decide(nonsense, "drop")
    archive.points.decide(wrong, "release")
    assert archive.points.quarantined() == []
    assert len(archive.points.quarantined(decided=True)) == 2
    assert list(archive.points.read(PRICE).values) == [1000]
    assert archive.points.quarantine([wrong, nonsense]) == 0
    assert archive.points.decided(wrong) == "released"
    assert archive.points.decided(replace(wrong, value=1.0)) == ""
    with pytest.raises(ValueError, match="released or dropped"):
        archive.points.decide(wrong, "perhaps")  # type: ignore[arg-type]


def candles(closes: list[float], source: str = "alpha", *, learnt: int = 1, final: bool = True) -> Candles:
    count = len(closes)
    starts = START + np.arange(count, dtype=np.int64) * DAY
    close = np.array(closes)
    volume = np.full(count, np.nan)
    return Candles(PRICE, source, starts, close, close + 1, close - 1, close, volume, np.full(count, final), learnt)


def test_candles_follow_the_rules_of_points(archive: Archive) -> None:
    assert archive.points.candles(PRICE) is None
    assert archive.points.append_candles(candles([1, 2, 3])) == Appended(new=3)
    assert archive.points.append_candles(candles([1, 2, 3])) == Appended(same=3)
    assert archive.points.append_candles(candles([1, 5], learnt=2)) == Appended(same=1, revised=1)
    assert archive.points.append_candles(candles([np.nan])) == Appended(rejected=1)
    found = archive.points.candles(PRICE, START + DAY, START + 2 * DAY)
    assert found is not None
    assert (list(found.close), found.source, found.learnt_at) == ([5], "alpha", 2)
    assert np.isnan(found.volume).all()
    archive.points.append_candles(candles([9], "beta", final=False))
    assert archive.points.append_candles(candles([8], "beta")) == Appended(replaced=1)
    archive.points.set_preference(PRICE, ["beta"])
    preferred = archive.points.candles(PRICE)
    assert preferred is not None
    assert list(preferred.close) == [8]
    named = archive.points.candles(PRICE, source="alpha")
    assert named is not None
    assert len(named.starts) == 3
    assert archive.points.candles(PRICE, source="nobody") is None
    assert archive.points.candles(PRICE, START + 90 * DAY) is None
    assert archive.points.candles(PRICE, START + 90 * DAY, source="alpha") is None
    assert archive.points.candles(SeriesKey("no", "thing")) is None
    rows = archive.database.rows("SELECT close, replaced_at FROM candle_revisions")
    assert rows == [(2.0, 2)]


def test_blobs_are_checked(archive: Archive, tmp_path: Path) -> None:
    assert archive.blobs.load("activity/net") is None
    archive.blobs.save("activity/net", b"bits")
    archive.blobs.save("../outside", b"")
    assert archive.blobs.load("activity/net") == b"bits"
    assert archive.blobs.names() == ["../outside", "activity/net"]
    assert archive.blobs.size() > 4
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive"]
    file = next((archive.folder / "blobs").glob("activity*"))
    raw = file.read_bytes()
    for cut in range(len(raw)):
        file.write_bytes(raw[:cut])
        assert archive.blobs.load("activity/net") is None
    assert not file.exists()
    archive.blobs.drop("activity/net")
