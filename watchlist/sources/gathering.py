"""Groups the series of a whole watchlist into requests, and collects the answers. Never one request per asset."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from watchlist.domain.errors import SourceError
from watchlist.domain.network import SeriesSpec
from watchlist.domain.series import PointBatch
from watchlist.sources.base import Harvest, measure
from watchlist.sources.lenient import Num
from watchlist.sources.shaping import spot

if TYPE_CHECKING:
    from watchlist.sources.client import Client

Newest: TypeAlias = Mapping[tuple[str, str], tuple[Num, Num]]
"""(asset, measure) → (value, time): what one request told about many assets."""

GroupT = TypeVar("GroupT", bound=Hashable)


def gather(
    specs: Sequence[SeriesSpec],
    group_of: Callable[[SeriesSpec], GroupT],
    asset_of: Callable[[SeriesSpec], str],
    most: Callable[[GroupT], int],
    measures: Collection[str] = ("price",),
) -> list[tuple[SeriesSpec, ...]]:
    """Return groups in which at most ``most`` different assets stand; several series of an asset share its place.

    A series whose measure has no newest value at the source stands in no group.
    """
    by_group: dict[GroupT, dict[str, list[SeriesSpec]]] = {}
    for spec in specs:
        if measure(spec.key)[0] not in measures:
            continue
        by_group.setdefault(group_of(spec), {}).setdefault(asset_of(spec), []).append(spec)
    requests: list[tuple[SeriesSpec, ...]] = []
    for group, assets in by_group.items():
        size = most(group)
        rows = list(assets.values())
        requests.extend(
            tuple(spec for row in rows[start : start + size] for spec in row) for start in range(0, len(rows), size)
        )
    return requests


async def collect(
    source: str,
    client: Client,
    groups: Sequence[tuple[SeriesSpec, ...]],
    asset_of: Callable[[SeriesSpec], str],
    pull: Callable[[tuple[SeriesSpec, ...]], Awaitable[Newest]],
) -> Harvest:
    """Pull each group with one request; a group that fails leaves the others alone."""
    points: list[PointBatch] = []
    absent: list[SeriesSpec] = []
    failures: list[tuple[SeriesSpec, SourceError]] = []
    for group in groups:
        try:
            found = await pull(group)
        except SourceError as error:
            failures.extend((spec, error) for spec in group)
            continue
        learnt = client.clock()
        for spec in group:
            value, at = found.get((asset_of(spec), measure(spec.key)[0]), (None, None))
            batch = spot(spec.key, source, value, at, learnt)
            if batch is not None:
                points.append(batch)
            else:
                absent.append(spec)
    return Harvest(tuple(points), tuple(absent), tuple(failures))
