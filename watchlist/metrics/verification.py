"""How much of a network's work is verified, by whom, how fast, and who pays for it.

A claim that nothing checks stays out of every rate unless the user includes it. Where a network publishes no
verification the answer is "not published", never zero. All numbers of a period rest on that period's events alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from watchlist.domain.arrays import Flags, Floats, Ids, Ints
from watchlist.domain.figures import MetricSeries, Missing
from watchlist.domain.instants import SECOND
from watchlist.domain.lens_findings import MethodShare, Payers, VerificationFinding
from watchlist.domain.network import Kind, Role, Stream
from watchlist.domain.periods import Grain
from watchlist.metrics.coverage import Coverage
from watchlist.metrics.inputs import NetworkInputs
from watchlist.metrics.metric import Call, Metric
from watchlist.metrics.patterns.funder import first_funders
from watchlist.metrics.patterns.habits import in_set
from watchlist.metrics.readings import Reading, distinct, reading
from watchlist.metrics.verification_words import Words, entries

CLAIM, HEARTBEAT = "claim", "heartbeat"


def proves(stream: Stream, *, claims: bool) -> bool:
    """Return whether a stream's events verify something; heartbeats verify that a verifier is there, no item."""
    return stream.kind is Kind.VERIFY and stream.method != HEARTBEAT and (claims or stream.method != CLAIM)


def beats(stream: Stream) -> bool:
    """Return whether a stream says that verifiers are alive."""
    return stream.kind is Kind.VERIFY and stream.method == HEARTBEAT


def registers(stream: Stream) -> bool:
    """Return whether a stream says which verifiers there are."""
    return stream.kind is Kind.CONTRIBUTE and stream.role is Role.VALIDATOR


def items(read: Reading) -> Floats:
    """Return how many items each event verifies: its amount where it settles a batch, else one."""
    return np.where(np.isnan(read.amounts), 1.0, read.amounts)


def used_items(read: Reading) -> Floats:
    """Return how many items each use event stands for: its amount where the profile says that amounts are items."""
    counted = np.array([("amount", "items") in each.stream.options for each in read.streams] or [False], np.bool_)
    return np.where(counted[read.codes] & ~np.isnan(read.amounts), read.amounts, 1.0)


@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """Proofs and the uses that they belong to. Proofs without a named use stream are not ``linked``."""

    proofs: Reading
    uses: Reading
    linked: Flags
    coverage: Coverage
    missing: Missing


def sides(call: Call) -> Sides:
    """Return both sides of the verification rate, kept for all its metrics."""
    found: Sides = call.inputs.kept(("verification", call.choice.variant), lambda: _sides(call))
    return found


def _sides(call: Call) -> Sides:
    inputs, variant = call.inputs, call.choice.variant
    proofs = reading(inputs, variant, lambda stream: proves(stream, claims=inputs.options.include_claims))
    names = {name for each in proofs.streams for name in each.stream.verifies}
    uses = reading(inputs, variant, lambda stream: stream.kind is Kind.USE and stream.key.stream in names)
    linked = np.array([bool(each.stream.verifies) for each in proofs.streams] or [False], np.bool_)
    spans = [(each.spans, each.genesis) for each in (*uses.streams, *proofs.streams)]
    missing = proofs.missing
    if missing is Missing.DOES_NOT_EXIST:
        missing = Missing.NOT_PUBLISHED
    elif missing is Missing.NONE and not uses.streams:
        missing = Missing.NOT_PUBLISHED  # the profile does not say which uses these proofs belong to
    elif missing is Missing.NONE:
        missing = uses.missing
    return Sides(proofs, uses, linked[proofs.codes], Coverage.of(spans), missing)


def _missing_of(read: Reading) -> Missing:
    return Missing.NOT_PUBLISHED if read.missing is Missing.DOES_NOT_EXIST else read.missing


def _rate(call: Call) -> MetricSeries:
    both = sides(call)
    if both.missing is not Missing.NONE:
        return call.none(both.missing)
    periods = both.uses.periods(call.grain)
    used, verified = _used_and_verified(both, periods, call.grain)
    values = np.divide(verified, used, out=np.full(len(periods), np.nan), where=used > 0)
    return call.series(periods, values, both.coverage.complete(periods, call.grain), used.astype(np.int64))


def _used_and_verified(both: Sides, periods: Ints, grain: Grain) -> tuple[Floats, Floats]:
    used = _sums(both.uses.places(grain, int(periods[0])), used_items(both.uses), len(periods))
    chosen = both.linked
    places = both.proofs.places(grain, int(periods[0]))[chosen]
    return used, _sums(places, items(both.proofs)[chosen], len(periods))


def _sums(places: Ints, weights: Floats, count: int) -> Floats:
    """Return sums per period; what lies before or after the periods is left out."""
    inside = (places >= 0) & (places < count)
    sums: Floats = np.asarray(np.bincount(places[inside], weights[inside], count), np.float64)
    return sums


def _per_period(call: Call, wanted: Callable[[NetworkInputs, Stream], bool], what: str) -> MetricSeries:
    """Return events, items or distinct verifiers of each period."""
    read = reading(call.inputs, call.choice.variant, lambda stream: wanted(call.inputs, stream))
    if missing := _missing_of(read):
        return call.none(missing)
    periods = read.periods(call.grain)
    places = read.places(call.grain, int(periods[0]))
    if what == "verifiers":
        values = distinct(places, read.participants, len(periods)).astype(np.float64)
    else:
        values = _sums(places, items(read) if what == "items" else np.ones(len(places)), len(periods))
    known = read.coverage.touched(periods, call.grain)
    values = np.where(known, values, np.nan)
    count = np.nan_to_num(values).astype(np.int64)
    return call.series(periods, values, read.coverage.complete(periods, call.grain), count)


def _counted(inputs: NetworkInputs, stream: Stream) -> bool:
    return proves(stream, claims=inputs.options.include_claims)


def _items_counted(inputs: NetworkInputs, stream: Stream) -> bool:
    return _counted(inputs, stream) and bool(stream.verifies)


def _claimed(_inputs: NetworkInputs, stream: Stream) -> bool:
    return stream.kind is Kind.VERIFY and stream.method == CLAIM


# Latency


def _latency(call: Call, quantile: float) -> MetricSeries:
    read = reading(call.inputs, call.choice.variant, lambda stream: _counted(call.inputs, stream))
    if missing := _missing_of(read):
        return call.none(missing)
    known = read.latencies >= 0
    if not known.any():
        return call.none(Missing.NOT_PUBLISHED)
    periods = read.periods(call.grain)
    places = read.places(call.grain, int(periods[0]))[known]
    values, n = quantiles(places, read.latencies[known] / SECOND, len(periods), quantile)
    return call.series(periods, values, read.coverage.complete(periods, call.grain), n)


def quantiles(places: Ints, values: Floats, count: int, quantile: float) -> tuple[Floats, Ints]:
    """Return a quantile of the values of each period (straight between neighbours) and how many there are."""
    order = np.lexsort((values, places))
    ranked = values[order]
    n = np.bincount(places, minlength=count)
    starts = np.cumsum(n) - n
    found = np.full(count, np.nan)
    some = np.flatnonzero(n)
    at = starts[some] + (n[some] - 1) * quantile
    low = np.floor(at).astype(np.int64)
    high = np.minimum(low + 1, starts[some] + n[some] - 1)
    found[some] = ranked[low] + (ranked[high] - ranked[low]) * (at - low)
    return found, n


# Liveness


def _liveness(call: Call) -> MetricSeries:
    beating = reading(call.inputs, call.choice.variant, beats)
    known = reading(call.inputs, call.choice.variant, registers)
    for read in (beating, known):
        if missing := _missing_of(read):
            return call.none(missing)
    periods = beating.periods(call.grain)
    coverage = Coverage.of([(each.spans, each.genesis) for each in (*beating.streams, *known.streams)])
    alive, registered = alive_of(beating, known, call.grain, int(periods[0]), len(periods))
    if len(beating.participants) and not alive.any():
        return call.none(Missing.NOT_PUBLISHED)  # registrations and heartbeats name their verifiers differently
    values = np.divide(alive, registered, out=np.full(len(periods), np.nan), where=registered > 0)
    return call.series(periods, values, coverage.complete(periods, call.grain), registered)


def alive_of(beating: Reading, known: Reading, grain: Grain, first: int, count: int) -> tuple[Ints, Ints]:
    """Return per period how many registered verifiers sent a heartbeat, and how many are registered by its end."""
    size = int(max(known.participants.max(initial=-1), beating.participants.max(initial=-1))) + 1
    since = np.full(size, np.iinfo(np.int64).max)
    order = np.argsort(-known.days, kind="stable")  # the earliest is written last and stays
    since[known.participants[order]] = known.places(grain, first)[order]
    registered = np.cumsum(np.bincount(np.clip(since[since < count], 0, None), minlength=count)[:count])
    places = beating.places(grain, first)
    there = since[beating.participants] <= places
    return distinct(places[there], beating.participants[there], count), registered


# Payers


def _payers(call: Call, what: str) -> MetricSeries:
    both = sides(call)
    if both.missing is not Missing.NONE:
        return call.none(both.missing)
    read = both.uses
    periods = read.periods(call.grain)
    places = read.places(call.grain, int(periods[0]))
    n = distinct(places, read.participants, len(periods))
    complete = read.coverage.complete(periods, call.grain)
    if what == "n":
        return call.series(periods, n.astype(np.float64), complete, n)
    paid = payments(read)
    total = _sums(places, paid, len(periods))
    if what == "largest":
        part = _largest(places, read.participants, paid, len(periods))
    else:
        own = own_cluster(call, read)
        if own is None:
            return call.none(Missing.NOT_PUBLISHED)
        part = _sums(places[own], paid[own], len(periods))
    values = np.divide(part, total, out=np.full(len(periods), np.nan), where=total > 0)
    return call.series(periods, values, complete, n)


def payments(read: Reading) -> Floats:
    """Return what each use paid: its amount where every event has one, else one each."""
    if len(read.amounts) and not np.isnan(read.amounts).any():
        return np.maximum(read.amounts, 0.0)
    return np.ones(len(read.amounts))


def _largest(places: Ints, who: Ids, paid: Floats, count: int) -> Floats:
    keys, back = np.unique(places * (1 << 32) + who, return_inverse=True)
    sums = np.bincount(back, paid)
    largest = np.zeros(count)
    np.maximum.at(largest, keys >> 32, sums)
    return largest


def own_cluster(call: Call, read: Reading) -> Flags | None:
    """Return which payments stay in the payee's own cluster; None where payees are not known.

    Payer and payee are of one cluster when they are the same, when one got its first transfer from the other, or
    when both got it from the same address that is no labelled exchange, bridge or contract.
    """
    payer, payee = read.participants, read.counterparties
    if not len(payee) or int(payee.max()) < 0:
        return None
    transfers = call.inputs.kept("all transfers", lambda: _transfers(call.inputs))
    size = int(max(payer.max(), payee.max())) + 1
    funders = np.full(size, -1, np.int32)
    senders, receivers = transfers
    first = first_funders(senders, receivers)[:size]
    labelled = np.array(sorted({*call.inputs.excluded, *call.inputs.labels}), np.int32)
    funders[: len(first)] = np.where(in_set(first, labelled), -1, first)
    of_payer, of_payee = funders[payer], np.where(payee >= 0, funders[payee], -2)
    same: Flags = (payer == payee) | (of_payer == payee) | (of_payee == payer)
    own: Flags = same & (payee >= 0) | ((of_payer == of_payee) & (of_payer >= 0))
    return own


def _transfers(inputs: NetworkInputs) -> tuple[Ids, Ids]:
    keys = tuple(e.stream.key for e in inputs.streams if e.stream.kind is Kind.TRADE and not e.stream.published)
    table = inputs.events(keys, None, None)
    return table.participants, table.counterparties


# The breakdown


def examine_verification(call: Call) -> VerificationFinding:
    """Return the newest complete period in parts."""
    both = sides(call)
    unpublished = tuple(
        (each.stream.key.stream, each.stream.published, each.stream.checked)
        for each in call.inputs.streams
        if each.stream.published and each.stream.kind is Kind.VERIFY
    )
    rate = _rate(call)
    at = rate.newest()
    period = None if at is None else int(rate.periods[at])
    if both.missing is not Missing.NONE or period is None:
        missing = both.missing if both.missing is not Missing.NONE else Missing.NOT_ENOUGH
        return VerificationFinding(
            call.inputs.network, None, None, None, None, (), None, None, 0, None, 0, None, unpublished, missing
        )
    used, verified = _used_and_verified(both, np.array([period]), call.grain)
    linked = both.proofs.latencies[both.proofs.latencies >= 0]
    median, slow = (_at(_latency(call, quantile), period) for quantile in (0.5, 0.9))
    liveness = _liveness(call)
    n, largest, own = (_at(_payers(call, what), period) for what in ("n", "largest", "own"))
    return VerificationFinding(
        call.inputs.network,
        period,
        float(used[0]),
        float(verified[0]),
        _at(rate, period),
        _methods(call, period),
        median,
        slow,
        len(linked),
        _at(liveness, period),
        int(liveness.n[liveness.periods == period].sum()),
        None if n is None or largest is None else Payers(int(n), largest, own),
        unpublished,
    )


def _at(series: MetricSeries, period: int) -> float | None:
    found = series.values[series.periods == period]
    return None if not len(found) or np.isnan(found[0]) else float(found[0])


def _methods(call: Call, period: int) -> tuple[MethodShare, ...]:
    read = reading(call.inputs, call.choice.variant, lambda stream: proves(stream, claims=True))
    here = read.places(call.grain, period) == 0
    made = []
    for method in dict.fromkeys(each.stream.method for each in read.streams):
        named = [number for number, each in enumerate(read.streams) if each.stream.method == method]
        chosen = here & np.isin(read.codes, named)
        made.append(
            MethodShare(
                method or "not named",
                tuple(read.streams[number].stream.key.stream for number in named),
                int(np.count_nonzero(chosen)),
                float(items(read)[chosen].sum()),
                len(np.unique(read.participants[chosen])),
                method != CLAIM or call.inputs.options.include_claims,
            )
        )
    return tuple(sorted(made, key=lambda share: -share.items))


ENTRIES: tuple[Metric, ...] = entries(
    Words(
        rate=_rate,
        events=partial(_per_period, wanted=_counted, what="events"),
        items=partial(_per_period, wanted=_items_counted, what="items"),
        verifiers=partial(_per_period, wanted=_counted, what="verifiers"),
        claims=partial(_per_period, wanted=_claimed, what="items"),
        median=partial(_latency, quantile=0.5),
        slow=partial(_latency, quantile=0.9),
        liveness=_liveness,
        payers=partial(_payers, what="n"),
        largest=partial(_payers, what="largest"),
        own=partial(_payers, what="own"),
        examine=examine_verification,
    )
)
