"""Events of participants, as columns, and the spans up to which a stream was read.

An event is (stream, instant, participant, counterparty?, amount?, reference). The same reference of a stream read
twice counts once. Amounts are exact: integers in the smallest unit, with the stream's ``scale`` of decimals.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from watchlist.domain.arrays import Floats, Ids, Ints, Texts, frozen
from watchlist.domain.instants import Instant
from watchlist.domain.network import StreamKey
from watchlist.domain.series import Labels

NO_AMOUNT = np.iinfo(np.int64).min
"""Marks a missing amount in an int64 column; in a column of Python integers it is None."""

NOBODY = -1
"""Marks a missing participant or counterparty id."""


@dataclass(frozen=True, slots=True, eq=False)
class EventBatch:
    """Events of one stream as a source read them, in any order.

    ``references`` holds texts that identify each event in its source (``tx:logindex``, a commit hash, a row of an
    import). ``amounts`` is int64 (NO_AMOUNT is missing), an object array of int or None for larger ones, or None
    when the stream has no amounts; the true amount is ``amounts / 10**scale``.
    ``linked`` optionally holds, per event, the reference of the use event that a verify event verifies.
    """

    stream: StreamKey
    instants: Ints
    participants: Labels
    references: Texts
    counterparties: Labels | None = None
    amounts: Ints | Texts | None = None
    scale: int = 0
    linked: Texts | None = None

    def __len__(self) -> int:
        return len(self.instants)


@dataclass(frozen=True, slots=True, order=True)
class ReadSpan:
    """A stretch of a stream that was read without a hole: from ``start`` up to, not including, ``end``.

    ``first_mark`` and ``last_mark`` are the source's own positions (block numbers, page cursors) as text.
    """

    start: Instant
    end: Instant
    first_mark: str = ""
    last_mark: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class EventTable:
    """Stored events of one or several streams as numbers, sorted by instant.

    ``participants`` and ``counterparties`` are the archive's ids (NOBODY where missing), ``amounts`` are floats in
    whole units (NaN where missing; exact amounts stay in the archive), ``streams`` indexes ``stream_keys``.
    ``latencies`` are microseconds between a verify event and the use event it links to, NOBODY where unknown.
    """

    stream_keys: tuple[StreamKey, ...]
    streams: npt.NDArray[np.int16]
    instants: Ints
    participants: Ids
    counterparties: Ids
    amounts: Floats
    latencies: Ints | None = None

    def __len__(self) -> int:
        return len(self.instants)

    @classmethod
    def none(cls, *keys: StreamKey) -> EventTable:
        """Return no events of the given streams."""
        ids = frozen(np.empty(0, np.int32))
        return cls(
            keys,
            frozen(np.empty(0, np.int16)),
            frozen(np.empty(0, np.int64)),
            ids,
            ids,
            frozen(np.empty(0, np.float64)),
        )


@dataclass(frozen=True, slots=True)
class ExactEvent:
    """One stored event for the screen: ``amount`` is exact, in units of ``10**-scale``; empty texts are missing."""

    instant: Instant
    participant: str
    counterparty: str | None
    amount: int | None
    scale: int
    reference: str
    linked: str = ""


def horizon(spans: list[ReadSpan] | tuple[ReadSpan, ...]) -> Instant | None:
    """Return the end of the newest hole-free stretch; None where nothing was read."""
    return max((span.end for span in spans), default=None)


def merge_spans(spans: list[ReadSpan]) -> list[ReadSpan]:
    """Unite spans that touch or overlap, oldest first; marks of the outer ends are kept."""
    merged: list[ReadSpan] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            last = merged[-1]
            outer = last if last.end >= span.end else span
            merged[-1] = ReadSpan(last.start, outer.end, last.first_mark, outer.last_mark)
        else:
            merged.append(span)
    return merged
