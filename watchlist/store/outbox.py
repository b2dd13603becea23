"""Messages for outside channels that survive a restart: put in the job that caused them, sent and marked later."""

# ruff: noqa: S608 - only names and numbers of our own are put into statements; values are bound

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from watchlist.domain.deliveries import Delivery, DeliveryState
from watchlist.domain.instants import Instant
from watchlist.store.database import Database

COLUMNS = "id, channel, payload, idempotency_key, created, next_try, attempts, state, last_error"


class Outbox:
    """Deliveries. The same key for the same channel is kept once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, delivery: Delivery) -> bool:
        """Keep a delivery; return False where one with its channel and key is there already. Raises StoreError."""
        with self._database.transaction():
            known = self._database.row(
                "SELECT 1 FROM outbox WHERE id = ? OR (channel = ? AND idempotency_key = ?)",
                delivery.id,
                delivery.channel,
                delivery.key,
            )
            if known is None:
                self._database.run(
                    f"INSERT INTO outbox ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    delivery.id,
                    delivery.channel,
                    delivery.payload,
                    delivery.key,
                    delivery.created,
                    delivery.next_try,
                    delivery.attempts,
                    delivery.state.value,
                    delivery.last_error,
                )
        return known is None

    def due(self, now: Instant, limit: int = 100) -> list[Delivery]:
        """Return waiting deliveries whose time has come, the oldest first."""
        return self._read("state = 'waiting' AND next_try <= ? ORDER BY next_try, created, id LIMIT ?", now, limit)

    def next_due(self) -> Instant | None:
        """Return when the next waiting delivery is due."""
        row = self._database.row("SELECT min(next_try) FROM outbox WHERE state = 'waiting'")
        return row[0] if row else None

    def mark(
        self,
        delivery_id: str,
        state: DeliveryState,
        *,
        next_try: Instant | None = None,
        error: str = "",
        tried: bool = True,
    ) -> None:
        """Note what came of a try, and when the next one is due."""
        with self._database.transaction():
            self._database.run(
                "UPDATE outbox SET state = ?, attempts = attempts + ?, next_try = coalesce(?, next_try), last_error = ?"
                " WHERE id = ?",
                state.value,
                int(tried),
                next_try,
                error,
                delivery_id,
            )

    def get(self, delivery_id: str) -> Delivery | None:
        """Return one delivery."""
        return next(iter(self._read("id = ?", delivery_id)), None)

    def log(
        self, channel: str | None = None, states: Sequence[DeliveryState] = tuple(DeliveryState), limit: int = 500
    ) -> list[Delivery]:
        """Return deliveries, the newest first: the log that the user sees."""
        wanted = ", ".join(f"'{DeliveryState(state).value}'" for state in states) or "''"
        return self._read(
            f"(channel = $1 OR coalesce($1, '') = '') AND state IN ({wanted}) ORDER BY created DESC, id LIMIT $2",
            channel,
            limit,
        )

    def prune(self, before: Instant) -> int:
        """Let finished deliveries from before an instant go; return how many went."""
        done = "state IN ('sent', 'failed') AND created < ?"
        with self._database.transaction():
            row = self._database.row(f"SELECT count(*) FROM outbox WHERE {done}", before)
            self._database.run(f"DELETE FROM outbox WHERE {done}", before)
        return int(row[0]) if row else 0

    def _read(self, where: str, *values: object) -> list[Delivery]:
        return [_delivery(row) for row in self._database.rows(f"SELECT {COLUMNS} FROM outbox WHERE {where}", *values)]


def _delivery(row: tuple[Any, ...]) -> Delivery:
    delivery_id, channel, payload, key, created, next_try, attempts, state, error = row
    return Delivery(delivery_id, channel, payload, key, created, next_try, attempts, DeliveryState(state), error)
