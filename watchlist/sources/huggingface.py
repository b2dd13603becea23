"""Hugging Face: downloads, likes and number of an organisation's models, data sets or spaces as they stand now.

``downloads`` is the hub's count of the last 30 days, not a total.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from watchlist.domain.errors import BadAnswer, Gone
from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import Instant
from watchlist.domain.network import SeriesSpec
from watchlist.domain.series import PointBatch
from watchlist.sources.base import Answer, Ask, Harvest, Pairs, Provider, need_option, option
from watchlist.sources.gathering import Newest, collect, gather
from watchlist.sources.lenient import Num, number
from watchlist.sources.pacing import HostRules
from watchlist.sources.source import Source

if TYPE_CHECKING:
    from watchlist.sources.client import Client

KEY = "huggingface"
HOST = "https://huggingface.co/api"
KINDS = ("models", "datasets", "spaces")
PAGE = 500
MOST_PAGES = 20
MEASURES = ("downloads", "likes", "models")


class Item(msgspec.Struct):
    """A model, data set or space."""

    id: str = ""
    downloads: Num = None
    likes: Num = None


class Me(msgspec.Struct):
    """/whoami-v2."""

    name: str = ""


class HuggingFace(Provider):
    """The provider."""

    key = KEY

    async def points(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[PointBatch]:
        """Return the values of now: the hub tells no history."""
        harvest = await self.many(client, (spec,))
        for _, error in harvest.failures:
            raise error
        if not harvest.points:
            raise BadAnswer(KEY, f"gives no {spec.key.name}")
        return [
            batch
            for batch in harvest.points
            if (since is None or batch.instants[0] >= since) and (until is None or batch.instants[0] < until)
        ]

    def batches(self, specs: Sequence[SeriesSpec]) -> list[tuple[SeriesSpec, ...]]:
        """Ask once per organisation."""
        return gather(specs, _asset, _asset, lambda _: 1, MEASURES)

    async def many(self, client: Client, specs: Sequence[SeriesSpec]) -> Harvest:
        """Return sums over everything that the organisations publish."""

        async def pull(group: tuple[SeriesSpec, ...]) -> Newest:
            items = await _items(client, group[0])
            asset = _asset(group[0])
            return {
                (asset, "downloads"): (_sum([item.downloads for item in items]), None),
                (asset, "likes"): (_sum([item.likes for item in items]), None),
                (asset, "models"): (len(items), None),
            }

        return await collect(KEY, client, self.batches(specs), _asset, pull)

    async def check_key(self, client: Client) -> str:
        """Ask whose token it is."""
        ask = Ask(KEY, f"{HOST}/whoami-v2", "test of the key", Me, key=KEY, key_at="bearer", endpoint="whoami-v2")
        (await client.ask(ask)).need()
        return "Hugging Face accepts the token."


async def _items(client: Client, spec: SeriesSpec) -> list[Item]:
    """Read all pages: the next one is named by a link with a cursor."""
    kind = option(spec, "kind", "models")
    if kind not in KINDS:
        raise BadAnswer(KEY, f"cannot read {kind!r}, only {', '.join(KINDS)}")
    items: list[Item] = []
    base: Pairs = (("author", need_option(KEY, spec, "organisation")), ("limit", str(PAGE)))
    cursor = ""
    for _ in range(MOST_PAGES):
        params = (*base, ("cursor", cursor)) if cursor else base
        ask = Ask(
            KEY, f"{HOST}/{kind}", f"newest {spec.key}", list[Item], params, key=KEY, key_at="bearer", endpoint=kind
        )
        answer = await client.ask_again(ask)
        rows = (answer.data or []) if answer.outcome is Outcome.EMPTY else answer.need()
        items.extend(rows)
        cursor = _cursor(answer)
        if not cursor or not rows:
            break
    if not items:
        raise Gone(KEY, f"nothing is published by {need_option(KEY, spec, 'organisation')}")
    return items


def _cursor(answer: Answer[list[Item]]) -> str:
    """Return the cursor of the next page; the address around it is not followed."""
    link = re.search(r'<[^>]*[?&]cursor=([^&>]+)[^>]*>;\s*rel="next"', answer.headers.get("link", ""))
    return link[1].replace("%3D", "=") if link else ""


def _sum(values: list[Num]) -> float | None:
    known = [found for found in map(number, values) if found is not None]
    return sum(known) if known else None


def _asset(spec: SeriesSpec) -> str:
    return f"{need_option(KEY, spec, 'organisation')}/{option(spec, 'kind', 'models')}"


SOURCE = Source(
    key=KEY,
    title="Hugging Face",
    factory=HuggingFace,
    gives=MEASURES,
    hosts=(("huggingface.co", HostRules(per_minute=60, burst=10, concurrency=2)),),
    limits="500 requests in five minutes per address, 1,000 with a free token.",
    terms="https://huggingface.co/terms-of-service",
    attribution="Data from Hugging Face",
    keys=(KEY,),
    options=(("organisation", "the author's name"), ("kind", f"what to count: {', '.join(KINDS)}")),
)
