"""The alert conditions, each once, as data: editor, validation, sentences and tests are derived from this table.

Holds no evaluation; that is in truth.py. A condition looks at one operand over closed periods.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What a condition needs to look at."""

    LEVEL = "level"  # the value now
    EDGE = "edge"  # the value now and the one before
    WINDOW = "window"  # the values of a window of periods


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number that a condition asks for, with its bounds and the unit shown behind the field."""

    name: str
    title: str
    least: float | None = None
    most: float | None = None
    whole: bool = False
    unit: str = "of the metric"
    default: float | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """One way in which a metric can come true. ``sentence`` is filled with the operand and the parameters."""

    key: str
    title: str
    sentence: str
    shape: Shape
    parameters: tuple[Parameter, ...] = ()
    explanation: str = ""


_LEVEL = Parameter("level", "Level")
_LOW = Parameter("low", "Lower edge")
_HIGH = Parameter("high", "Upper edge")
_AMOUNT = Parameter("amount", "Amount", least=0.0)
_PERCENT = Parameter("percent", "Percent", least=0.0, unit="%")
_WINDOW = Parameter("periods", "Window", least=1, most=1000, whole=True, unit="periods", default=4)
_SCORE = Parameter("score", "Score", least=0.0, unit="", default=3.5)

_ROWS = (
    Condition("greater", "greater than", "{operand} is greater than {level}", Shape.LEVEL, (_LEVEL,)),
    Condition("less", "less than", "{operand} is less than {level}", Shape.LEVEL, (_LEVEL,)),
    Condition("at_least", "at least", "{operand} is at least {level}", Shape.LEVEL, (_LEVEL,)),
    Condition("at_most", "at most", "{operand} is at most {level}", Shape.LEVEL, (_LEVEL,)),
    Condition("crosses", "crosses", "{operand} crosses {level}", Shape.EDGE, (_LEVEL,)),
    Condition("crosses_up", "crosses above", "{operand} crosses above {level}", Shape.EDGE, (_LEVEL,)),
    Condition("crosses_down", "crosses below", "{operand} crosses below {level}", Shape.EDGE, (_LEVEL,)),
    Condition("enters", "enters channel", "{operand} enters {low} … {high}", Shape.EDGE, (_LOW, _HIGH)),
    Condition("exits", "leaves channel", "{operand} leaves {low} … {high}", Shape.EDGE, (_LOW, _HIGH)),
    Condition("inside", "inside channel", "{operand} is inside {low} … {high}", Shape.LEVEL, (_LOW, _HIGH)),
    Condition("outside", "outside channel", "{operand} is outside {low} … {high}", Shape.LEVEL, (_LOW, _HIGH)),
    Condition(
        "up_by",
        "moves up by",
        "{operand} moves up by {amount} within {periods} periods",
        Shape.WINDOW,
        (_AMOUNT, _WINDOW),
        "Measured from the lowest value of the window to the newest.",
    ),
    Condition(
        "down_by",
        "moves down by",
        "{operand} moves down by {amount} within {periods} periods",
        Shape.WINDOW,
        (_AMOUNT, _WINDOW),
        "Measured from the highest value of the window to the newest.",
    ),
    Condition(
        "up_percent",
        "moves up by percent",
        "{operand} moves up by {percent} % within {periods} periods",
        Shape.WINDOW,
        (_PERCENT, _WINDOW),
        "Measured from the lowest positive value of the window to the newest.",
    ),
    Condition(
        "down_percent",
        "moves down by percent",
        "{operand} moves down by {percent} % within {periods} periods",
        Shape.WINDOW,
        (_PERCENT, _WINDOW),
        "Measured from the highest value of the window to the newest.",
    ),
    Condition("new_high", "new high", "{operand} reaches a new high of {periods} periods", Shape.WINDOW, (_WINDOW,)),
    Condition("new_low", "new low", "{operand} reaches a new low of {periods} periods", Shape.WINDOW, (_WINDOW,)),
    Condition(
        "unusual",
        "unusual",
        "{operand} is unusual for {periods} periods (score above {score})",
        Shape.WINDOW,
        (_SCORE, _WINDOW),
        "Modified z-score against median and median deviation of the periods before.",
    ),
    Condition("changes", "changes", "{operand} changes", Shape.EDGE, (), "Any change of the value."),
    Condition(
        "rank_changes",
        "rank changes",
        "the rank of {operand} in its list moves by at least {places}",
        Shape.EDGE,
        (Parameter("places", "Places", least=1, most=1000, whole=True, unit="places", default=1),),
        "Rank among the members of the list, the largest value first.",
    ),
    Condition(
        "leaves_band",
        "leaves its own band",
        "{operand} leaves its own {periods}-period band",
        Shape.WINDOW,
        (_WINDOW,),
        "Below the lowest or above the highest value of the periods before.",
    ),
    Condition(
        "below_band",
        "falls below its own band",
        "{operand} falls below its own {periods}-period band",
        Shape.WINDOW,
        (_WINDOW,),
        "Below the lowest value of the periods before.",
    ),
)

CONDITIONS: Mapping[str, Condition] = {one.key: one for one in _ROWS}
