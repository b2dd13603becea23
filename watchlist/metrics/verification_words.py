"""What the verification metrics are called and what an investor reads about them; numbers come from verification."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from watchlist.domain.figures import MetricSeries
from watchlist.domain.network import Kind
from watchlist.domain.periods import Grain
from watchlist.metrics.metric import Call, Format, Metric, Needs, Unit

Function = Callable[[Call], MetricSeries]


@dataclass(frozen=True, slots=True)
class Words:
    """The functions that the entries below name."""

    rate: Function
    events: Function
    items: Function
    verifiers: Function
    claims: Function
    median: Function
    slow: Function
    liveness: Function
    payers: Function
    largest: Function
    own: Function
    examine: Callable[[Call], Any]


_GRAINS = (Grain.WEEK, Grain.DAY, Grain.MONTH)
_NEEDS = Needs(events=False, kinds=frozenset({Kind.VERIFY}))
_BOTH = Needs(events=False, kinds=frozenset({Kind.VERIFY, Kind.USE}))


def entries(words: Words) -> tuple[Metric, ...]:
    """Return the entries of section 5."""

    def entry(
        key: str,
        title: str,
        unit: Unit,
        form: Format,
        definition: str,
        computed: str,
        fooled_by: str,
        function: Function,
        needs: Needs = _NEEDS,
    ) -> Metric:
        return Metric(
            f"verification.{key}",
            title,
            unit,
            form,
            5,
            definition,
            computed,
            fooled_by,
            _GRAINS,
            function,
            words.examine,
            needs,
        )

    return (
        entry(
            "rate",
            "Verification rate",
            Unit.SHARE,
            Format.PERCENT,
            "How much of what was used in a period was also verified in it.",
            "Verified items divided by used items of the same complete period, for the streams that the network's "
            "profile ties together. A batch counts with its size. Claims that nothing checks stay out unless you "
            "include them. Missing where the profile ties nothing together.",
            "A proof shortly after a period's end counts for the next one, so the rate can pass 100 %. Verifying only "
            "cheap items looks as good as verifying all. In the filtered rate, proofs of what marked participants used "
            "stay in.",
            words.rate,
            _BOTH,
        ),
        entry(
            "events",
            "Verifications",
            Unit.EVENTS,
            Format.WHOLE,
            "How many proofs, attestations and signed settlements were made.",
            "Events of verify streams in the period, without heartbeats and without claims.",
            "Splitting one proof into many. One batch is one event here, however much it settles.",
            words.events,
        ),
        entry(
            "items",
            "Verified items",
            Unit.COUNT,
            Format.WHOLE,
            "How many single uses were verified, batches counted with their size.",
            "Sum of batch sizes of verify events in the period; an event without a size counts once.",
            "A batch size is what its sender states. Claims are left out for that reason.",
            words.items,
        ),
        entry(
            "verifiers",
            "Verifiers",
            Unit.PARTICIPANTS,
            Format.WHOLE,
            "How many different participants verified something.",
            "Distinct participants of verify streams in the period, without heartbeats and claims.",
            "One operator with many keys is many verifiers here. Look at concentration, too.",
            words.verifiers,
        ),
        entry(
            "claims",
            "Claimed items",
            Unit.COUNT,
            Format.WHOLE,
            "What is said to be settled without anything on chain that checks it.",
            "Batch sizes of streams whose method is a claim, in the period.",
            "Anything: a claim costs nothing. It is shown so that it is not mistaken for verification.",
            words.claims,
        ),
        entry(
            "latency.median",
            "Time to verification, median",
            Unit.SECONDS,
            Format.DURATION,
            "How long the typical use waits until it is verified.",
            "Median of the time between a use and its verification, where references link the two, by the period of "
            "the verification.",
            "Uses that are never verified have no time and do not slow it down.",
            words.median,
        ),
        entry(
            "latency.p90",
            "Time to verification, slowest tenth",
            Unit.SECONDS,
            Format.DURATION,
            "How long the slowest tenth waits at least.",
            "90th percentile of the time between a use and its verification, where references link the two.",
            "Uses that are never verified have no time and do not slow it down.",
            words.slow,
        ),
        entry(
            "liveness",
            "Verifiers alive",
            Unit.SHARE,
            Format.PERCENT,
            "Which part of the registered verifiers gave a sign of life in the period.",
            "Registered verifiers with at least one heartbeat in the period, over all registered up to its end. "
            "Missing where registrations and heartbeats name verifiers differently.",
            "Verifiers that left without signing off stay registered and pull it down. A heartbeat proves a running "
            "machine, not honest work.",
            words.liveness,
        ),
        entry(
            "payers",
            "Payers of verified use",
            Unit.PARTICIPANTS,
            Format.WHOLE,
            "How many different participants paid for use of the kind that gets verified.",
            "Distinct participants of the use streams that verify streams belong to, in the period.",
            "One customer with many addresses. A gateway that pays for thousands of people is one payer.",
            words.payers,
            _BOTH,
        ),
        entry(
            "largest_payer",
            "Share of the largest payer",
            Unit.SHARE,
            Format.PERCENT,
            "How much of the demand hangs on one payer.",
            "Largest payer's amount over all amounts of the period; numbers of uses where amounts are missing.",
            "A gateway that pays for many people looks like one large payer.",
            words.largest,
            _BOTH,
        ),
        entry(
            "self_dealing",
            "Paid within the payee's own cluster",
            Unit.SHARE,
            Format.PERCENT,
            "How much of the demand may be a network's operators paying themselves.",
            "Payments whose payer and payee are the same, funded one another first, or were first funded by the same "
            "unlabelled address, over all payments of the period.",
            "Owners who fund their addresses through an exchange are not seen. An unlabelled faucet joins strangers.",
            words.own,
            _BOTH,
        ),
    )
