"""Reads and writes the text that names a metric of a network: ``retention.w4@contributor+filtered``.

    key [ "@" role | "@stream:" stream ] [ "+filtered" ]

Must never guess: a text that is not exactly this raises InputError at the field ``metric``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from watchlist.domain.errors import InputError
from watchlist.domain.network import Role
from watchlist.metrics.inputs import FILTERED, RAW, Choice

_FORM = re.compile(
    r"(?P<key>[a-z0-9_]+(?:\.[a-z0-9_]+)*)"
    r"(?:@(?:stream:(?P<stream>[A-Za-z0-9_.:/-]+)|(?P<role>[a-z]+)))?"
    r"(?:\+(?P<variant>[a-z]+))?"
)


@dataclass(frozen=True, slots=True)
class Selector:
    """A metric's key and whose activity it looks at."""

    key: str
    choice: Choice = field(default_factory=Choice)

    def __str__(self) -> str:
        return f"{self.key}{self.choice}"


@lru_cache(maxsize=1024)
def parse_selector(text: str) -> Selector:
    """Return the selector that a text says. Raises InputError."""
    found = _FORM.fullmatch(text.strip())
    if found is None:
        raise InputError("metric", f"“{text}” is no metric; write for example retention.w4@contributor+filtered")
    variant = found["variant"] or RAW
    if variant not in {RAW, FILTERED}:
        raise InputError("metric", f"“{variant}” is no variant: it is raw or filtered")
    role = found["role"]
    if role is not None and role not in {known.value for known in Role}:
        raise InputError("metric", f"“{role}” is no role: it is one of {', '.join(known.value for known in Role)}")
    return Selector(found["key"], Choice(Role(role) if role else None, found["stream"] or "", variant))
