"""Verification: rate, items, verifiers, claims, latency, liveness and payers, each against a loop over the events."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.metrics import reference_control as slow
from tests.unit.metrics.event_networks import BEGIN, MONDAY, network
from tests.unit.metrics.reference_patterns import DAY, Event
from watchlist.domain.activity import ReadSpan
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.lens_findings import VerificationFinding
from watchlist.domain.network import Kind, Role, Stream, StreamKey
from watchlist.domain.periods import Grain, period_of_day
from watchlist.metrics.catalog import compute, examine
from watchlist.metrics.inputs import MetricOptions, NetworkInputs

SECOND = 1_000_000


def stream(name: str, kind: Kind, role: Role = Role.VALIDATOR, **rest: object) -> Stream:
    return Stream(StreamKey("net", name), role, kind, **rest)  # type: ignore[arg-type]


USE = stream("use", Kind.USE, Role.USER)
PROOF = stream("proof", Kind.VERIFY, method="ZK proof", verifies=("use",))
BATCH = stream("batch", Kind.VERIFY, method="signature", verifies=("use",))
CLAIM = stream("claim", Kind.VERIFY, method="claim", verifies=("use",))
LOOSE = stream("loose", Kind.VERIFY, method="TEE attestation")
BEAT = stream("beat", Kind.VERIFY, method="heartbeat")
NODES = stream("nodes", Kind.CONTRIBUTE)
TRADE = stream("trade", Kind.TRADE, Role.HOLDER)
ALL = (USE, PROOF, BATCH, CLAIM, LOOSE, BEAT, NODES, TRADE)
WEEKS = 5


def drawn(seed: int) -> tuple[dict[str, list[Event]], dict[Event, int]]:
    rng = np.random.default_rng(seed)

    def some(count: int, people: int, amounts: tuple[int, int] | None, to: int = 0) -> list[Event]:
        return [
            Event(
                int(rng.integers(0, people)),
                BEGIN + int(rng.integers(0, WEEKS * 7 * DAY)),
                int(rng.integers(0, to)) if to else -1,
                float(rng.integers(amounts[0], amounts[1])) if amounts else None,
            )
            for _ in range(int(rng.integers(0, count)))
        ]

    events = {
        "use": some(80, 8, (1, 9), 12),
        "proof": some(30, 4, None),
        "batch": some(12, 3, (1, 20)),
        "claim": some(12, 2, (1, 90)),
        "loose": some(10, 4, None),
        "beat": some(50, 6, None),
        "nodes": some(8, 6, None),
        "trade": some(25, 10, (1, 9), 10),
    }
    waits = {event: int(rng.integers(0, 500)) * SECOND // 10 for event in events["proof"] if rng.random() < 0.7}
    return events, waits


def per_week(events: list[Event]) -> dict[int, list[Event]]:
    found: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        found[period_of_day(event.at // DAY, Grain.WEEK)].append(event)
    return found


def numbers(series: MetricSeries) -> dict[int, float | None]:
    pairs = zip(series.periods.tolist(), series.values.tolist(), strict=True)
    return {period: None if math.isnan(value) else value for period, value in pairs}


def items(events: list[Event]) -> float:
    return math.fsum(1.0 if event.amount is None else event.amount for event in events)


@given(st.integers(0, 2**32 - 1), st.booleans())
def test_rate_items_verifiers_claims(seed: int, claims: bool) -> None:
    events, waits = drawn(seed)
    inputs = network(ALL, events, WEEKS, waits, options=MetricOptions(include_claims=claims))
    linked = events["proof"] + events["batch"] + (events["claim"] if claims else [])
    counted = linked + events["loose"]
    used, verified, all_of = per_week(events["use"]), per_week(linked), per_week(counted)
    weeks = [period_of_day(MONDAY, Grain.WEEK) + place for place in range(WEEKS)]
    assert numbers(compute("verification.rate", inputs)) == {
        week: items(verified[week]) / len(used[week]) if used[week] else None for week in weeks
    }
    assert numbers(compute("verification.items", inputs)) == {week: items(verified[week]) for week in weeks}
    assert numbers(compute("verification.events", inputs)) == {week: len(all_of[week]) for week in weeks}
    assert numbers(compute("verification.verifiers", inputs)) == {
        week: len({event.who for event in all_of[week]}) for week in weeks
    }
    claimed = per_week(events["claim"])
    assert numbers(compute("verification.claims", inputs)) == {week: items(claimed[week]) for week in weeks}


@given(st.integers(0, 2**32 - 1), st.sampled_from([Grain.WEEK, Grain.DAY]))
def test_latency(seed: int, grain: Grain) -> None:
    events, waits = drawn(seed)
    inputs = network(ALL, events, WEEKS, waits)
    known: dict[int, list[float]] = defaultdict(list)
    for event in events["proof"]:
        if event in waits:
            known[period_of_day(event.at // DAY, grain)].append(waits[event] / SECOND)
    for key, share in (("median", 0.5), ("p90", 0.9)):
        found = compute(f"verification.latency.{key}", inputs, grain)
        if not waits:
            assert found.missing is Missing.NOT_PUBLISHED
            continue
        for period, value in numbers(found).items():
            wanted = slow.percentile(known[period], share) if known[period] else None
            assert value == (None if wanted is None else pytest.approx(wanted))


@given(st.integers(0, 2**32 - 1))
def test_liveness(seed: int) -> None:
    events, _ = drawn(seed)
    found = compute("verification.liveness", network(ALL, events, WEEKS))
    since: dict[int, int] = {}
    for event in sorted(events["nodes"], key=lambda each: each.at):
        since.setdefault(event.who, period_of_day(event.at // DAY, Grain.WEEK))
    alive = per_week(events["beat"])
    wanted = {}
    ever = 0
    for place in range(WEEKS):
        week = period_of_day(MONDAY, Grain.WEEK) + place
        registered = {who for who, first in since.items() if first <= week}
        beating = registered & {event.who for event in alive[week]}
        ever += len(beating)
        wanted[week] = len(beating) / len(registered) if registered else None
    if events["beat"] and not ever:
        assert found.missing is Missing.NOT_PUBLISHED
    else:
        assert numbers(found) == wanted


@given(st.integers(0, 2**32 - 1), st.sets(st.integers(0, 9), max_size=2))
def test_payers_and_self_dealing(seed: int, labelled: set[int]) -> None:
    events, waits = drawn(seed)
    inputs = network(ALL, events, WEEKS, waits, labels=dict.fromkeys(labelled, "exchange"))
    funder: dict[int, int] = {}
    for event in sorted(events["trade"], key=lambda each: each.at):
        if event.who != event.to:
            funder.setdefault(event.to, event.who)
    funder = {to: who for to, who in funder.items() if who not in labelled}

    def own(event: Event) -> bool:
        by_payer, by_payee = funder.get(event.who), funder.get(event.to)
        return (
            event.who == event.to
            or by_payer == event.to
            or by_payee == event.who
            or (by_payer is not None and by_payer == by_payee)
        )

    n, largest, dealing = (
        compute(f"verification.{key}", inputs) for key in ("payers", "largest_payer", "self_dealing")
    )
    if not events["use"]:
        assert dealing.missing is Missing.NOT_PUBLISHED
        return
    for place, week in enumerate(n.periods.tolist()):
        paid = per_week(events["use"])[week]
        by_payer: dict[int, float] = defaultdict(float)
        for event in paid:
            by_payer[event.who] += event.amount or 0.0
        total = sum(by_payer.values())
        assert n.values[place] == len(by_payer)
        if total:
            assert largest.values[place] == pytest.approx(max(by_payer.values()) / total)
            mine = sum(event.amount or 0.0 for event in paid if own(event))
            assert dealing.values[place] == pytest.approx(mine / total)


def test_uses_without_amounts_count_one_each_and_named_ones_their_items() -> None:
    uses = [Event(who, BEGIN + who * DAY, -1, None if who else 7.0) for who in range(4)]
    proofs = [Event(9, BEGIN + DAY)]
    inputs = network([USE, PROOF], {"use": uses, "proof": proofs}, 1)
    assert compute("verification.rate", inputs).values.tolist() == [0.25]
    assert compute("verification.largest_payer", inputs).values.tolist() == [0.25]
    batches = replace(USE, options=(("amount", "items"),))
    inputs = network([batches, PROOF], {"use": uses, "proof": proofs}, 1)
    assert compute("verification.rate", inputs).values.tolist() == [pytest.approx(1 / 10)]


def test_not_published_is_never_zero() -> None:
    uses = {"use": [Event(1, BEGIN)]}
    nothing = network([USE], uses)
    assert compute("verification.rate", nothing).missing is Missing.NOT_PUBLISHED
    assert compute("verification.items", nothing).missing is Missing.NOT_PUBLISHED
    assert compute("verification.latency.median", nothing).missing is Missing.NOT_PUBLISHED
    assert compute("verification.liveness", nothing).missing is Missing.NOT_PUBLISHED
    assert compute("verification.payers", nothing).missing is Missing.NOT_PUBLISHED
    unlinked = network([USE, LOOSE], {**uses, "loose": [Event(2, BEGIN)]})
    assert compute("verification.rate", unlinked).missing is Missing.NOT_PUBLISHED
    assert compute("verification.events", unlinked).values[0] == 1
    unread = network([USE, PROOF], uses, spans={"use": ()})
    assert compute("verification.rate", unread).missing is Missing.NOT_READ
    hidden = replace(PROOF, published="not published", checked="2026-11-01")
    found = examine("verification.rate", network([USE, hidden], uses))
    assert isinstance(found, VerificationFinding)
    assert (found.missing, found.rate) == (Missing.NOT_PUBLISHED, None)
    assert found.not_published == (("proof", "not published", "2026-11-01"),)


def test_heartbeats_of_unknown_names_are_not_liveness_zero() -> None:
    inputs = network([BEAT, NODES], {"beat": [Event(1, BEGIN)], "nodes": [Event(2, BEGIN)]})
    assert compute("verification.liveness", inputs).missing is Missing.NOT_PUBLISHED


def test_a_period_that_one_side_was_not_read_for_is_not_complete() -> None:
    spans = {"proof": (ReadSpan(BEGIN, BEGIN + 17 * DAY),)}
    inputs = network([USE, PROOF], {"use": [Event(1, BEGIN)], "proof": []}, 4, spans=spans)
    rate = compute("verification.rate", inputs)
    assert rate.complete.tolist() == [True, True, False, False]
    assert math.isnan(rate.values[1])


def examined(inputs: NetworkInputs) -> VerificationFinding:
    found = examine("verification.rate", inputs)
    assert isinstance(found, VerificationFinding)
    return found


def test_the_breakdown_adds_up() -> None:
    events, waits = drawn(11)
    found = examined(network(ALL, events, WEEKS, waits))
    week = found.period
    assert week is not None
    assert {share.method: share.counted for share in found.methods} == {
        "ZK proof": True,
        "signature": True,
        "claim": False,
        "TEE attestation": True,
    }
    by_method = {share.method: share for share in found.methods}
    assert by_method["signature"].items == items(per_week(events["batch"])[week])
    assert found.verified == by_method["signature"].items + by_method["ZK proof"].items
    assert found.rate == pytest.approx((found.verified or 0) / (found.used or 1))
    assert found.payers is not None
    assert found.linked == len(waits)
    assert found.registered == len({event.who for event in events["nodes"]})


def test_a_breakdown_without_payees_or_links_says_what_is_missing() -> None:
    inputs = network([USE, PROOF], {"use": [Event(1, BEGIN)], "proof": [Event(2, BEGIN)]}, 1)
    found = examined(inputs)
    assert found.payers is not None
    assert (found.payers.n, found.payers.largest, found.payers.self_dealing) == (1, 1.0, None)
    assert (found.median_latency, found.liveness, found.registered) == (None, None, 0)
    nothing_used = examined(network([USE, PROOF], {"use": [], "proof": []}, 1))
    assert nothing_used.missing is Missing.NOT_ENOUGH
