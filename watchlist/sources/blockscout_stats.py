"""Blockscout's stats service: daily lines such as new transactions or active accounts, counted by the explorer.

The last days are approximate; they are marked not final.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

from watchlist.domain.errors import BadAnswer
from watchlist.domain.instants import DAY, Instant
from watchlist.domain.network import SeriesSpec
from watchlist.domain.periods import today
from watchlist.domain.series import PointBatch
from watchlist.sources.base import Ask, Provider, need_option, option
from watchlist.sources.blockscout import GATEWAY
from watchlist.sources.lenient import Num, instant
from watchlist.sources.shaping import Window, points_of
from watchlist.sources.source import Source

if TYPE_CHECKING:
    from watchlist.sources.client import Client

KEY = "blockscout_stats"
SECRET = "blockscout"


class Point(msgspec.Struct):
    """A day; ``value`` is a string."""

    date: Num = None
    value: Num = None
    is_approximate: bool = False


class Line(msgspec.Struct):
    """/lines/{name}."""

    chart: list[Point]


class BlockscoutStats(Provider):
    """The provider."""

    key = KEY

    async def points(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[PointBatch]:
        """Return a line, a value a day."""
        name = need_option(KEY, spec, "line")
        params = [("resolution", "DAY")]
        if since is not None:
            params.append(("from", today(since).isoformat()))
        if until is not None:
            params.append(("to", today(until).isoformat()))
        base, secret = _base(client, spec)
        ask = Ask(
            KEY, f"{base}/api/v1/lines/{quote(name)}", f"history of {spec.key}", Line, tuple(params), key=secret,
            key_at="bearer" if secret else "", endpoint="lines",
        )  # fmt: skip
        chart = (await client.ask_again(ask)).need().chart
        unfinished = [at for at in (instant(row.date) for row in chart if row.is_approximate) if at is not None]
        rows: list[tuple[Num, Num]] = [(row.date, row.value) for row in chart]
        return [points_of(spec.key, KEY, rows, client.clock(), Window(since, until), DAY, unfinished)]


def _base(client: Client, spec: SeriesSpec) -> tuple[str, str]:
    chain, host, stats = option(spec, "chain"), option(spec, "host"), option(spec, "stats")
    if client.has_key(SECRET) and chain:
        return f"{GATEWAY}/{chain}/stats-service", SECRET
    if stats:
        return stats.rstrip("/"), ""
    if host:
        return f"{host.rstrip('/')}/stats-service", ""
    raise BadAnswer(KEY, f"{spec.key}: the network file names no explorer, and without a key the gateway refuses")


SOURCE = Source(
    key=KEY,
    title="Blockscout statistics",
    factory=BlockscoutStats,
    gives=("explorer.transactions", "explorer.accounts"),
    limits="As Blockscout.",
    terms="https://www.blockscout.com/terms-of-service",
    attribution="Counts by the chain's Blockscout explorer",
    keys=(SECRET,),
    options=(
        ("host", "the explorer's address"),
        ("chain", "the chain's number, for the gateway"),
        ("stats", "the stats service's own address, where it has one"),
        ("line", "the line's name, such as newTxns or activeAccounts"),
    ),
)
