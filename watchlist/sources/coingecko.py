"""CoinGecko: price, market cap and volume by id or contract; keyless, with a demo key, or with a pro key.

Its errors come in three shapes and from the network in front of it as a web page. Ids are sent without spaces: with
one, only the first id is answered.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from watchlist.domain.answers import Candidate
from watchlist.domain.errors import BadAnswer
from watchlist.domain.fetches import Outcome
from watchlist.domain.instants import DAY, Instant
from watchlist.domain.network import AssetKind, SeriesSpec
from watchlist.domain.series import PointBatch
from watchlist.sources.base import Ask, Harvest, Provider, Reply, Verdict, measure, option, sibling
from watchlist.sources.gathering import Newest, collect, gather
from watchlist.sources.headers import retry_after
from watchlist.sources.history import days_back
from watchlist.sources.lenient import Num
from watchlist.sources.outcomes import told
from watchlist.sources.pacing import HostRules
from watchlist.sources.shaping import Window, points_of
from watchlist.sources.source import Source

if TYPE_CHECKING:
    from watchlist.sources.client import Client

KEY = "coingecko"
DEMO, PRO = "coingecko", "coingecko-pro"
HOST, PRO_HOST = "https://api.coingecko.com/api/v3", "https://pro-api.coingecko.com/api/v3"
MEASURES = ("price", "market_cap", "volume")
IDS_A_REQUEST = 200
ADDRESSES_A_REQUEST = 30
FREE_DAYS, PRO_DAYS = 365, 3650


class Market(msgspec.Struct):
    """A row of /coins/markets."""

    id: str
    current_price: Num = None
    market_cap: Num = None
    total_volume: Num = None
    circulating_supply: Num = None
    last_updated: str | None = None


class Chart(msgspec.Struct):
    """/market_chart: rows of [milliseconds, value]."""

    prices: list[tuple[Num, Num]]
    market_caps: list[tuple[Num, Num]] = []
    total_volumes: list[tuple[Num, Num]] = []


class FoundCoin(msgspec.Struct):
    """A hit of /search."""

    id: str
    name: str = ""
    symbol: str = ""
    market_cap_rank: Num = None


class Found(msgspec.Struct):
    """/search."""

    coins: list[FoundCoin] = []


class Pong(msgspec.Struct):
    """/ping."""

    gecko_says: str = ""


class _Status(msgspec.Struct):
    error_code: int | str | None = None
    error_message: str | None = None


class _Nested(msgspec.Struct):
    status: _Status | None = None


class _Error(msgspec.Struct):
    status: _Status | None = None
    error: _Nested | str | None = None


TokenPrices = dict[str, dict[str, Num]]


def judge(reply: Reply) -> Verdict | None:
    """Read CoinGecko's error codes wherever they are nested."""
    if b"error" not in reply.body[:400]:
        return None
    try:
        body = msgspec.json.decode(reply.body, type=_Error)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    status = body.status
    if isinstance(body.error, _Nested):
        status = body.error.status
    if status is None:
        if not isinstance(body.error, str):
            return None
        return Verdict(Outcome.GONE, body.error) if "not found" in body.error else told(reply, body.error)
    code, text = str(status.error_code), status.error_message or "refused"
    if code in ("10005", "10012"):
        return Verdict(Outcome.PLAN_LIMIT, text)
    if code in ("10002", "10010", "10011"):
        return Verdict(Outcome.KEY_REJECTED, text)
    if code in ("429", "1015"):
        return Verdict(Outcome.RATE_LIMITED, text, retry_after(reply.headers, reply.now))
    return None if reply.status >= 400 else told(reply, text)


def _base(client: Client) -> tuple[str, str, str]:
    """Return host, key name and header for the best key there is."""
    if client.has_key(PRO):
        return PRO_HOST, PRO, "header:x-cg-pro-api-key"
    return HOST, DEMO, "header:x-cg-demo-api-key"


class CoinGecko(Provider):
    """The provider."""

    key = KEY

    async def points(
        self, client: Client, spec: SeriesSpec, since: Instant | None, until: Instant | None
    ) -> list[PointBatch]:
        """Return price, market cap and volume from one chart: daily, except within the last day."""
        now = client.clock()
        name, unit = measure(spec.key)
        if name not in MEASURES:
            raise BadAnswer(KEY, f"gives no history of {spec.key.name}")
        days = days_back(since, now, PRO_DAYS if client.has_key(PRO) else FREE_DAYS)
        base, secret, place = _base(client)
        params = [("vs_currency", unit), ("days", str(days))]
        if days > 1:
            params.append(("interval", "daily"))
        ask = Ask(
            KEY, base + _path(spec), f"history of {spec.key}", Chart, tuple(params), key=secret, key_at=place,
            endpoint="market_chart", judge=judge,
        )  # fmt: skip
        answer = await client.ask_again(ask)
        chart = answer.need()
        learnt = client.clock()
        batches = []
        for part, rows in zip(MEASURES, (chart.prices, chart.market_caps, chart.total_volumes), strict=True):
            batch = points_of(sibling(spec.key, f"{part}.{unit}"), KEY, rows, learnt, Window(since, until))
            if days > 1 and len(batch.instants) and batch.instants[-1] % DAY:
                # the last row of a daily chart is "now": it belongs to a day that has not ended
                batch = points_of(batch.key, KEY, rows, learnt, Window(since, until), 0, (int(batch.instants[-1]),))
            batches.append(batch)
        batches.sort(key=lambda batch: batch.key != spec.key)
        return [batch for batch in batches if len(batch.instants) or batch.key == spec.key]

    def batches(self, specs: Sequence[SeriesSpec]) -> list[tuple[SeriesSpec, ...]]:
        """Group by currency and by id or platform; all measures of an asset come with one request."""
        return gather(
            specs,
            _group,
            _asset,
            lambda group: ADDRESSES_A_REQUEST if group[1] else IDS_A_REQUEST,
            (*MEASURES, "supply"),
        )

    async def many(self, client: Client, specs: Sequence[SeriesSpec]) -> Harvest:
        """Return newest values: ids by /coins/markets, contracts by /simple/token_price."""

        async def pull(group: tuple[SeriesSpec, ...]) -> Newest:
            return await (self._by_address if option(group[0], "platform") else self._by_id)(client, group)

        return await collect(KEY, client, self.batches(specs), _asset, pull)

    async def _by_id(self, client: Client, group: tuple[SeriesSpec, ...]) -> Newest:
        base, secret, place = _base(client)
        ids = sorted({_asset(spec) for spec in group})
        params = (("vs_currency", measure(group[0].key)[1]), ("ids", ",".join(ids)), ("per_page", str(len(ids))))
        ask = Ask(
            KEY, f"{base}/coins/markets", "newest values of the watchlist", list[Market], params, key=secret,
            key_at=place, endpoint="coins/markets", judge=judge,
        )  # fmt: skip
        answer = await client.ask_again(ask)
        if answer.outcome is Outcome.EMPTY:
            return {}
        found: dict[tuple[str, str], tuple[Num, Num]] = {}
        for row in answer.need():
            found[row.id, "price"] = (row.current_price, row.last_updated)
            found[row.id, "market_cap"] = (row.market_cap, row.last_updated)
            found[row.id, "volume"] = (row.total_volume, row.last_updated)
            found[row.id, "supply"] = (row.circulating_supply, row.last_updated)
        return found

    async def _by_address(self, client: Client, group: tuple[SeriesSpec, ...]) -> Newest:
        base, secret, place = _base(client)
        unit = measure(group[0].key)[1]
        addresses = sorted({_asset(spec) for spec in group})
        params = (
            ("contract_addresses", ",".join(addresses)),
            ("vs_currencies", unit),
            ("include_market_cap", "true"),
            ("include_24hr_vol", "true"),
            ("include_last_updated_at", "true"),
        )
        url = f"{base}/simple/token_price/{option(group[0], 'platform')}"
        ask = Ask(
            KEY, url, "newest values of the watchlist", TokenPrices, params, key=secret, key_at=place,
            endpoint="simple/token_price", judge=judge,
        )  # fmt: skip
        answer = await client.ask_again(ask)
        if answer.outcome is Outcome.EMPTY:
            return {}
        found: dict[tuple[str, str], tuple[Num, Num]] = {}
        for address, row in answer.need().items():
            at = row.get("last_updated_at")
            found[address.lower(), "price"] = (row.get(unit), at)
            found[address.lower(), "market_cap"] = (row.get(f"{unit}_market_cap") or None, at)  # 0 means unknown here
            found[address.lower(), "volume"] = (row.get(f"{unit}_24h_vol"), at)
        return found

    async def search(self, client: Client, text: str) -> tuple[Candidate, ...]:
        """Find coins by name or symbol."""
        base, secret, place = _base(client)
        ask = Ask(
            KEY, f"{base}/search", f"search for {text!r}", Found, (("query", text),), key=secret, key_at=place,
            endpoint="search", judge=judge,
        )  # fmt: skip
        answer = await client.ask(ask)
        if answer.outcome is Outcome.EMPTY:
            return ()
        return tuple(
            Candidate(coin.name, coin.symbol.upper(), AssetKind.TOKEN, "CoinGecko", (("coingecko", coin.id),))
            for coin in answer.need().coins[:20]
        )

    async def check_key(self, client: Client) -> str:
        """Ask /ping with the key."""
        base, secret, place = _base(client)
        ask = Ask(KEY, f"{base}/ping", "test of the key", Pong, key=secret, key_at=place, endpoint="ping", judge=judge)
        (await client.ask(ask)).need()
        return f"CoinGecko accepts the {'pro' if secret == PRO else 'demo'} key."


def _path(spec: SeriesSpec) -> str:
    platform, address, coin = option(spec, "platform"), option(spec, "address"), option(spec, "id")
    if platform and address:
        return f"/coins/{platform}/contract/{address.lower()}/market_chart"
    if not coin:
        raise BadAnswer(KEY, f"{spec.key}: the network file gives neither 'id' nor 'platform' and 'address'")
    return f"/coins/{coin.strip()}/market_chart"


def _group(spec: SeriesSpec) -> tuple[str, str]:
    return measure(spec.key)[1], option(spec, "platform")


def _asset(spec: SeriesSpec) -> str:
    return option(spec, "address").lower() if option(spec, "platform") else option(spec, "id").strip()


SOURCE = Source(
    key=KEY,
    title="CoinGecko",
    factory=CoinGecko,
    gives=("price", "market_cap", "volume", "supply"),
    hosts=(
        (
            "api.coingecko.com",
            HostRules(per_minute=10, burst=5, concurrency=2, monthly=10_000, only_success_counts=True),
        ),
        ("pro-api.coingecko.com", HostRules(per_minute=250, burst=20, concurrency=8)),
    ),
    limits="Without a key 5 to 15 requests a minute, shared by address; demo key 100 a minute, 10,000 a month. "
    "One year of history.",
    terms="https://www.coingecko.com/en/api_terms",
    attribution="Data provided by CoinGecko (https://www.coingecko.com)",
    keys=(DEMO, PRO),
    options=(
        ("id", "CoinGecko's id of the coin"),
        ("platform", "CoinGecko's id of the chain, with address in place of id"),
        ("address", "the token's contract"),
    ),
)
