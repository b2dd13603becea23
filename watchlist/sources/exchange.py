"""What all exchanges' candle sources share: pages of candles, closes and volumes as points. Knows no exchange."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from watchlist.domain.errors import BadAnswer
from watchlist.domain.instants import DAY, Instant
from watchlist.domain.network import SeriesSpec
from watchlist.domain.series import Candles, PointBatch
from watchlist.sources.base import Provider, measure, need_option, option, sibling
from watchlist.sources.history import YEAR, period_named, stretches
from watchlist.sources.shaping import Candle, Window, candles_of, closes, volumes

if TYPE_CHECKING:
    from watchlist.sources.client import Client


class CandleSource(Provider, Protocol):
    """A source whose history is candles of a symbol; ``page`` asks for one stretch of them."""

    most: int
    """How many candles one request gives."""

    reach: int | None = None
    """How many candles back there is any history; None is no limit."""

    asset_option: str = "symbol"
    intervals: tuple[str, ...] = ("1d",)
    default: str = "1d"

    async def page(
        self, client: Client, spec: SeriesSpec, interval: str, start: Instant, end: Instant
    ) -> Sequence[Candle]:
        """Return the candles that start in [start, end), in any order."""
        ...

    async def candles(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[Candles]:
        """Return candles, one year back where no start is given."""
        need_option(self.key, spec, self.asset_option)
        interval = option(spec, "interval", self.default)
        if interval not in self.intervals:
            raise BadAnswer(self.key, f"gives no candles of {interval}, only {', '.join(self.intervals)}")
        period = period_named(self.key, interval)
        rows: list[Candle] = []
        for start, end in self._stretches(client.clock(), period, since, until):
            rows.extend(await self.page(client, spec, interval, start, end))
        return [candles_of(spec.key, self.key, rows, client.clock(), Window(since, until), period)]

    def _stretches(
        self, now: Instant, period: Instant, since: Instant | None, until: Instant | None
    ) -> Iterator[tuple[Instant, Instant]]:
        end = now + period if until is None else min(until, now + period)
        start = since if since is not None else now - max(YEAR, period)
        if self.reach is not None:
            start = max(start, now - self.reach * period)
        return stretches(max(start, period), end, period, self.most)

    async def points(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[PointBatch]:
        """Return closes as price, or volumes in the base asset as volume."""
        name, unit = measure(spec.key)
        if name not in ("price", "volume"):
            raise BadAnswer(self.key, f"gives no history of {spec.key.name}")
        candles = (await self.candles(client, spec, since, until))[0]
        price = closes(candles, sibling(spec.key, f"price.{unit}" if name == "price" else spec.key.name))
        return [price] if name == "price" else [volumes(candles, spec.key)]


def interval_seconds(source: str, interval: str) -> int:
    """Return the length of an interval in seconds."""
    return period_named(source, interval) // (DAY // 86_400)
