"""What a window or a terminal may ask of the program: each request is a value with the type of its answer.

A service registers a handler per request type; the asker never learns which. New requests are added here, beside
the answer they promise. Holds no behaviour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

AnswerT_co = TypeVar("AnswerT_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Request(Generic[AnswerT_co]):
    """Base of all requests; the parameter is the type of the answer."""
