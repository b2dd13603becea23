"""What a refresh will pull: batches first, the user's order of sources, a second source to compare with."""

from __future__ import annotations

from watchlist.domain.instants import HOUR
from watchlist.domain.network import AssetKind, Kind, Network, Role, SeriesKey, SeriesSpec, Stream, StreamKey
from watchlist.services.due import DueTable
from watchlist.services.plan import Plan, make_plan

PRICE = SeriesKey("net", "price.usd")
NETWORK = Network(
    "net",
    "Net",
    "N",
    AssetKind.NETWORK,
    series=(
        SeriesSpec(PRICE, "one"),
        SeriesSpec(PRICE, "two"),
        SeriesSpec(PRICE, "history-only"),
        SeriesSpec(SeriesKey("net", "explorer.transactions.d"), "stats"),
        SeriesSpec(PRICE, "off", default_on=False),
    ),
    streams=(
        Stream(StreamKey("net", "use"), Role.USER, Kind.USE, provider="chain"),
        Stream(StreamKey("net", "code"), Role.DEVELOPER, Kind.DEVELOP, provider="github"),
        Stream(StreamKey("net", "secret"), Role.USER, Kind.USE, published="not published"),
    ),
)


def _plan(due: DueTable, now: int = 0, **favourites: tuple[str, ...]) -> Plan:
    return make_plan(
        (NETWORK,),
        due,
        now,
        can_batch=lambda source: source in {"one", "two"},
        usable=lambda source: source != "nobody",
        favourites={str(PRICE): favourites["price"]} if favourites else {},
    )


def test_newest_prices_come_in_batches_with_a_second_opinion() -> None:
    plan = _plan(DueTable({}, {}))
    assert [(task.kind, [spec.provider for spec in task.specs]) for task in plan.spot] == [
        ("spot", ["one", "two"]),
        ("second", ["two"]),
    ]
    assert [task.key.name for task in plan.history] == ["price.usd", "explorer.transactions.d"]
    assert [spec.provider for spec in plan.history[0].specs] == ["one", "two", "history-only"]


def test_streams_that_are_not_published_are_not_asked_for() -> None:
    assert [(task.kind, task.stream.key.stream) for task in _plan(DueTable({}, {})).streams] == [
        ("developers", "code"),
        ("events", "use"),
    ]


def test_the_user_orders_the_sources() -> None:
    plan = _plan(DueTable({}, {}), price=("two", "history-only"))
    assert [spec.provider for spec in plan.history[0].specs] == ["two", "history-only", "one"]
    assert [spec.provider for spec in plan.spot[0].specs] == ["two", "one"]


def test_only_what_is_due() -> None:
    due = DueTable({}, {})
    for task in _plan(due).spot:
        due.tried(task.due_key, HOUR)
    plan = _plan(due, HOUR + 1)
    assert not plan.spot
    assert len(plan.history) == 2
    later = _plan(due, 2 * HOUR)
    assert [task.kind for task in later.spot] == ["spot"]
