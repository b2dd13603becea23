"""The pacing of a host, with time handed in."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from watchlist.domain.instants import DAY, HOUR, MINUTE, SECOND, instant_of, parse_iso
from watchlist.domain.instants import datetime_of as when
from watchlist.sources.budget import Budgets, Window, end_of
from watchlist.sources.headers import quota_of, reset_instant, retry_after
from watchlist.sources.pacing import FAILURES_BEFORE_BREAK, Circuit, HostGate, HostRules, TokenBucket, backoff

NOW = parse_iso("2026-11-20T12:00:00")


def gate(**rules: object) -> HostGate:
    return HostGate(HostRules(**rules), NOW, lambda: 1.0)  # type: ignore[arg-type]


@given(
    st.lists(st.tuples(st.integers(0, 5 * SECOND), st.integers(1, 3)), max_size=60),
    st.integers(1, 600),
    st.integers(1, 20),
)
def test_a_bucket_never_gives_more_than_its_rate(asks: list[tuple[int, int]], per_minute: int, burst: int) -> None:
    bucket = TokenBucket(per_minute, burst, NOW)
    now, taken = NOW, 0
    for pause, weight in asks:
        now = max(now + pause, bucket.ready_at(now + pause, weight))
        bucket.take(now, weight)
        taken += weight
        allowed = burst + (now - NOW) * per_minute / MINUTE
        assert taken <= allowed + max(0, weight - burst) + 1e-6 + sum(max(0, other - burst) for _, other in asks)


def test_a_weight_above_the_burst_waits_for_a_full_bucket_instead_of_forever() -> None:
    bucket = TokenBucket(60, 5, NOW)
    bucket.take(NOW, 5)
    assert bucket.ready_at(NOW, 8) <= NOW + 5 * SECOND + 1


def test_a_refusal_slows_down_and_success_recovers() -> None:
    held = gate(per_minute=60, burst=10)
    assert held.ready_at(NOW) == NOW
    until = held.refused(NOW, None)
    assert until == NOW + MINUTE  # 30 s doubled once, with the whole of the jitter
    assert held.ready_at(NOW) == until
    assert held.bucket.pace == 0.5
    assert held.refused(NOW, NOW + 7 * MINUTE) == NOW + 7 * MINUTE
    for _ in range(60):
        held.succeeded()
    assert held.bucket.pace == 1.0


def test_the_circuit_opens_probes_once_and_closes() -> None:
    held = gate(per_minute=6000, burst=100)
    for _ in range(FAILURES_BEFORE_BREAK - 1):
        assert held.failed(NOW) is None
    until = held.failed(NOW)
    assert until is not None
    assert held.circuit(NOW) is Circuit.OPEN
    assert held.ready_at(NOW) == until
    assert held.circuit(until) is Circuit.HALF_OPEN
    assert held.ready_at(until) == until
    held.take(until)
    assert held.ready_at(until) > until  # one probe at a time
    later = held.failed(until)
    assert later is not None
    assert later - until > until - NOW  # a failed probe rests longer
    held.take(later)
    held.abandoned()
    held.take(later)
    held.succeeded()
    assert held.circuit(later) is Circuit.CLOSED


@given(st.integers(0, 40), st.floats(0, 1))
def test_backoff_stays_between_half_and_all(attempt: int, chance: float) -> None:
    whole = min(10 * MINUTE, SECOND * 2 ** min(attempt, 20))
    assert whole // 2 <= backoff(attempt, lambda: chance) <= whole


def test_vendor_counters_block_until_their_reset() -> None:
    held = gate()
    held.read_headers({"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(NOW // SECOND + 90)}, NOW)
    assert held.ready_at(NOW) == NOW + 90 * SECOND
    other = gate()
    other.read_headers({"x-ratelimit-remaining": "3", "x-ratelimit-limit": "60"}, NOW)
    assert other.ready_at(NOW) == NOW
    assert other.quota.left == 3


def test_retry_after_in_seconds_and_as_a_date() -> None:
    assert retry_after({"retry-after": "8"}, NOW) == NOW + 8 * SECOND
    date = when(NOW + HOUR).strftime("%a, %d %b %Y %H:%M:%S GMT")
    assert retry_after({"retry-after": date}, NOW) == NOW + HOUR
    assert retry_after({"retry-after": "Sun, 06 Nov 1994 08:49:37 GMT"}, NOW) == NOW
    for text in ("", "soon", "-5x", "Fri, 99 Foo 2026"):
        assert retry_after({"retry-after": text}, NOW) is None
    assert retry_after({}, NOW) is None


def test_resets_come_in_many_units() -> None:
    assert reset_instant(str(NOW // SECOND), NOW) == NOW
    assert reset_instant(str(NOW // 1000), NOW) == NOW
    assert reset_instant("30", NOW) == NOW + 30 * SECOND
    assert reset_instant("30000", NOW, "ms") == NOW + 30 * SECOND
    assert reset_instant("-1", NOW, "ms") is None


def test_every_vendors_headers() -> None:
    structured = quota_of({"ratelimit": '"api";r=499;t=280'}, NOW)
    assert structured is not None
    assert (structured.left, structured.reset_at) == (499, NOW + 280 * SECOND)
    left_over = quota_of(
        {"x-credits-remaining": "90000", "x-ratelimit-remaining": "4", "x-ratelimit-reset": "500"}, NOW, "ms"
    )
    assert left_over is not None
    assert (left_over.left, left_over.reset_at) == (4, NOW + SECOND // 2)
    weight = quota_of({"x-mbx-used-weight-1m": "5500"}, NOW, "s", 6000)
    assert weight is not None
    assert weight.left == 0
    assert weight.reset_at == NOW + MINUTE
    assert quota_of({"content-type": "x", "x-ratelimit-remaining": "many"}, NOW) is None


def test_budgets_survive_a_restart_and_end_with_their_window() -> None:
    kept: dict[tuple[str, str], tuple[int, int]] = {}

    def save(host: str, window: str, period: int, used: int) -> None:
        kept[host, window] = (period, used)

    def fresh() -> Budgets:
        return Budgets("h", {Window.DAY: 25, Window.MONTH: 40}, lambda host, window: kept.get((host, window)), save)

    budget = fresh()
    for _ in range(25):
        assert budget.exhausted_until(NOW) is None
        budget.charge(NOW)
    budget = fresh()  # the program was restarted
    assert budget.left(NOW) == (0, 25)
    assert budget.exhausted_until(NOW) == end_of(Window.DAY, NOW) == parse_iso("2026-11-21")
    tomorrow = NOW + DAY
    assert budget.exhausted_until(tomorrow) is None
    budget.charge(tomorrow, 15)
    assert budget.exhausted_until(tomorrow) == parse_iso("2026-12-01")
    budget.refund(tomorrow, 5)
    assert budget.exhausted_until(tomorrow) is None
    assert instant_of(when(NOW)) == NOW
