"""Collects events row by row and turns them into a batch of columns. Knows no vendor; never invents an amount."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TypeAlias

import numpy as np

from watchlist.domain.activity import NO_AMOUNT, EventBatch
from watchlist.domain.arrays import Ints, Texts, frozen
from watchlist.domain.instants import Instant
from watchlist.domain.network import StreamKey
from watchlist.domain.series import Labels
from watchlist.sources.lenient import Num, number

LARGEST = 2**63 - 1
DECIMALS = 6
"""Decimals that an amount of an import keeps where the mapping says nothing."""

Amount: TypeAlias = int | None


class EventRows:
    """Rows of one stream; a reference that came before is left out."""

    def __init__(self, stream: StreamKey, scale: int = 0) -> None:
        self.stream = stream
        self.scale = scale
        self._instants: list[Instant] = []
        self._participants: list[str | None] = []
        self._references: list[str] = []
        self._counterparties: list[str | None] = []
        self._amounts: list[Amount] = []
        self._seen: set[str] = set()

    def __len__(self) -> int:
        return len(self._instants)

    def add(
        self,
        at: Instant,
        participant: str | None,
        reference: str,
        counterparty: str | None = None,
        amount: Amount = None,
    ) -> bool:
        """Add an event; False where its reference is there already."""
        if reference in self._seen:
            return False
        self._seen.add(reference)
        self._instants.append(at)
        self._participants.append(participant)
        self._references.append(reference)
        self._counterparties.append(counterparty)
        self._amounts.append(amount)
        return True

    @property
    def first(self) -> Instant | None:
        """The oldest event's instant."""
        return min(self._instants, default=None)

    @property
    def last(self) -> Instant | None:
        """The newest event's instant."""
        return max(self._instants, default=None)

    def batch(self) -> EventBatch:
        """Return the events sorted by instant, in order of arrival within one."""
        order = np.argsort(np.array(self._instants, np.int64), kind="stable").tolist()
        references = np.empty(len(order), np.object_)
        references[:] = [self._references[at] for at in order]
        counterparties = [self._counterparties[at] for at in order]
        return EventBatch(
            self.stream,
            frozen(np.array([self._instants[at] for at in order], np.int64)),
            Labels.of([self._participants[at] for at in order]),
            frozen(references),
            Labels.of(counterparties) if any(name is not None for name in counterparties) else None,
            self._amount_column([self._amounts[at] for at in order]),
            self.scale,
        )

    @staticmethod
    def _amount_column(amounts: list[Amount]) -> Ints | Texts | None:
        if all(amount is None for amount in amounts):
            return None
        if any(amount is not None and abs(amount) > LARGEST for amount in amounts):
            column = np.empty(len(amounts), np.object_)
            column[:] = amounts
            return frozen(column)
        return frozen(np.array([NO_AMOUNT if amount is None else amount for amount in amounts], np.int64))


def scaled(value: Num, scale: int) -> Amount:
    """Return an amount as an exact integer of the smallest unit; None where it is missing or not a number."""
    if number(value) is None:
        return None
    text = value if isinstance(value, str) else repr(value)
    try:
        exact = Decimal(text.strip().replace(",", "").replace("_", "").lstrip("$€£ "))
        return int((exact * (10**scale)).to_integral_value()) if exact.is_finite() else None
    except InvalidOperation:
        return None
