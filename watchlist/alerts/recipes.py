"""Rules that come with the program: each a starting point that is edited like any other rule. Data only."""

from __future__ import annotations

from typing import NamedTuple

from watchlist.alerts.rules import All, Guards, Node, Operand, OperandKind, Policy, Rule, Subject, Test, Timing
from watchlist.domain.instants import Instant
from watchlist.domain.periods import Grain


class Recipe(NamedTuple):
    """A shipped rule: what it is called, why one would want it, what it waits for."""

    key: str
    title: str
    why: str
    when: Node
    timing: Timing = Timing(grain=Grain.WEEK)
    guards: Guards = Guards()


def _metric(text: str) -> Operand:
    return Operand(OperandKind.METRIC, text)


RECIPES: tuple[Recipe, ...] = (
    Recipe(
        "hollow",
        "Hollow growth",
        "More people are active while fewer of them come back: the growth is bought, not earned.",
        Test(_metric("hollow"), "at_least", {"level": 1.0}),
    ),
    Recipe(
        "price_ahead",
        "Price runs ahead of participation",
        "Price has risen unusually far beyond the number of people who take part.",
        Test(_metric("divergence"), "greater", {"level": 3.5}),
        Timing(grain=Grain.WEEK, recovery=2.0),
    ),
    Recipe(
        "retention_band",
        "Retention falls below its own 12-week band",
        "Fewer newcomers stay than in any of the last twelve weeks.",
        Test(_metric("retention.w4"), "below_band", {"periods": 12.0}),
    ),
    Recipe(
        "verification_stops",
        "Verification stops",
        "A week without a single verification after weeks with some.",
        Test(_metric("verification.events"), "crosses_down", {"level": 0.5}),
        Timing(grain=Grain.WEEK),
        Guards(least_n=0),
    ),
    Recipe(
        "concentration",
        "Concentration jumps",
        "The largest participant's share of all activity grew by 10 points within four weeks.",
        Test(_metric("concentration.top1"), "up_by", {"amount": 0.10, "periods": 4.0}),
    ),
    Recipe(
        "gap",
        "Raw and filtered numbers drift apart",
        "The share of activity that looks manufactured has grown beyond its band.",
        All(
            (
                Test(_metric("gap"), "greater", {"level": 0.2}),
                Test(_metric("gap"), "up_by", {"amount": 0.1, "periods": 8.0}),
            )
        ),
    ),
    Recipe(
        "silent",
        "Source silent",
        "A series or stream has brought nothing new for three days.",
        Test(Operand(OperandKind.AGE, "any"), "greater", {"level": 3.0}),
        Timing(grain=Grain.DAY),
        Guards(least_n=0, no_data=Policy.KEEP),
    ),
)
"""All shipped rules."""


def rule_of(recipe: Recipe, rule_id: str, subject: Subject, created: Instant) -> Rule:
    """Return a recipe as a rule of the user."""
    return Rule(
        rule_id, recipe.title, subject, recipe.when, recipe.timing, recipe.guards, created=created, note=recipe.why
    )
