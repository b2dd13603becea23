"""Where every rule stands and everything that ever came true. Saved in the job whose data decided it."""

# ruff: noqa: S608 - only names and numbers of our own are put into statements; values are bound

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np

from watchlist.domain.firings import Firing, RuleState, Standing
from watchlist.domain.instants import Instant
from watchlist.store.database import Database, texts

Values: TypeAlias = tuple[tuple[str, float | None, Instant | None], ...]
STANDING = ("rule", "network", "state", "reason", "since", "evaluated_to", "deciding", "memory")
FIRING = (
    "id, rule, network, came_true, noticed, sentence, deciding, recovered, caught_up, seen, acknowledged, snoozed_until"
)


class FiringShelf:
    """Standings of rules, and their firings. A firing whose id is stored already is not stored again."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, standings: Sequence[Standing], firings: Sequence[Firing] = ()) -> list[Firing]:
        """Keep the newest standings and add firings; return those firings that were new. Raises StoreError."""
        with self._database.transaction():
            self._stand(standings)
            new = []
            for firing in firings:
                if self._database.row("SELECT 1 FROM firings WHERE id = ?", firing.id) is None:
                    self._database.run(
                        f"INSERT INTO firings ({FIRING}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        *_firing_row(firing),
                    )
                    new.append(firing)
            return new

    def _stand(self, standings: Sequence[Standing]) -> None:
        newest = {(standing.rule, standing.network): standing for standing in standings}
        if not newest:
            return
        # All at once: there may be thousands of rules, and a statement for each takes half a millisecond.
        columns = dict(zip(STANDING, zip(*map(_standing_row, newest.values()), strict=True), strict=True))
        arrays = {
            name: np.array(values, np.int64) if name in {"since", "evaluated_to"} else texts(values)
            for name, values in columns.items()
        }
        with self._database.incoming(**arrays):
            self._database.run(
                "DELETE FROM standings USING incoming WHERE standings.rule = incoming.rule"
                " AND standings.network = incoming.network"
            )
            self._database.run(f"INSERT INTO standings SELECT {', '.join(STANDING)} FROM incoming")

    def standings(self, rule: str | None = None) -> list[Standing]:
        """Return where every rule stands."""
        rows = self._database.rows(
            "SELECT rule, network, state, reason, since, evaluated_to, deciding, memory FROM standings"
            " WHERE rule = $1 OR $1 IS NULL ORDER BY rule, network",
            rule,
        )
        return [
            Standing(rule_id, network, RuleState(state), reason, since, until, _values(deciding), memory)
            for rule_id, network, state, reason, since, until, deciding, memory in rows
        ]

    def forget(self, rule: str, network: str | None = None) -> None:
        """Drop the standings of a rule that is gone or changed; its firings stay."""
        with self._database.transaction():
            self._database.run("DELETE FROM standings WHERE rule = $1 AND (network = $2 OR $2 IS NULL)", rule, network)

    def list(
        self,
        since: Instant | None = None,
        rule: str | None = None,
        network: str | None = None,
        unread: bool = False,
        limit: int = 500,
        offset: int = 0,
    ) -> list[Firing]:
        """Return firings, the last noticed first. An empty rule or network means all."""
        rows = self._database.rows(
            f"SELECT {FIRING} FROM firings WHERE (noticed >= $1 OR $1 IS NULL) AND (rule = $2 OR coalesce($2, '') = '')"
            " AND (network = $3 OR coalesce($3, '') = '') AND (NOT seen OR NOT $4)"
            " ORDER BY noticed DESC, came_true DESC, id LIMIT $5 OFFSET $6",
            since,
            rule,
            network,
            unread,
            limit,
            offset,
        )
        return [_firing(row) for row in rows]

    def get(self, firing_id: str) -> Firing | None:
        """Return one firing."""
        row = self._database.row(f"SELECT {FIRING} FROM firings WHERE id = ?", firing_id)
        return None if row is None else _firing(row)

    def update(self, firing: Firing) -> None:
        """Put a firing in the place of the one with its id; one that is not there is added."""
        with self._database.transaction():
            self._database.run("DELETE FROM firings WHERE id = ?", firing.id)
            self._database.run(
                f"INSERT INTO firings ({FIRING}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", *_firing_row(firing)
            )

    def counts(self) -> tuple[int, int]:
        """Return how many firings there are and how many are unread."""
        row = self._database.row("SELECT count(*), count(*) FILTER (NOT seen) FROM firings")
        return (int(row[0]), int(row[1])) if row else (0, 0)


def _standing_row(standing: Standing) -> tuple[object, ...]:
    return (
        standing.rule, standing.network, standing.state.value, standing.reason, standing.since, standing.evaluated_to,
        json.dumps(standing.values), standing.memory,
    )  # fmt: skip


def _firing_row(firing: Firing) -> tuple[object, ...]:
    return (
        firing.id, firing.rule, firing.network, firing.came_true, firing.noticed, firing.sentence,
        json.dumps(firing.values), firing.recovered, firing.caught_up, firing.read, firing.acknowledged,
        firing.snoozed_until,
    )  # fmt: skip


def _firing(row: tuple[Any, ...]) -> Firing:
    number, rule, network, came_true, noticed, sentence, values, recovered, caught_up, seen, acknowledged, snoozed = row
    return Firing(
        number, rule, network, came_true, noticed, sentence, _values(values), recovered, caught_up, seen,
        acknowledged, snoozed,
    )  # fmt: skip


def _values(text: str) -> Values:
    return tuple((name, value, at) for name, value, at in json.loads(text))
