"""The simulated networks behind loopback HTTP, in the shapes of the real providers: for end-to-end tests and load.

``python -m watchlist.sources.simulated.server [PORT]`` serves until it is interrupted. Paths begin with the provider:
``/coingecko/api/v3/…``, ``/github/…``, ``/blockscout/<network>/stats-service/…``, ``/rpc/<network>``. Loopback only.
"""

from __future__ import annotations

import json
import re
import sys
import threading
import time
from collections.abc import Callable, Mapping
from hashlib import blake2b
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit

import numpy as np

from watchlist.domain.instants import DAY, HOUR, SECOND, Instant, iso, parse_iso
from watchlist.domain.periods import date_of_day
from watchlist.sources.simulated.chain_shape import ChainShape
from watchlist.sources.simulated.network import SimulatedNetwork, simulate
from watchlist.sources.simulated.scenarios import DEFAULT_UNTIL, SCENARIOS

Query = Mapping[str, str]
Answered = tuple[int, Any]
PAGE = 100


class World:
    """What the server knows: the four networks up to an instant."""

    def __init__(self, scale: float = 0.05, seed: int = 1, until: Instant = DEFAULT_UNTIL) -> None:
        self.networks = {name: simulate(name, seed=seed, until=until, scale=scale) for name in SCENARIOS}
        self.chains = {name: ChainShape(network) for name, network in self.networks.items()}
        self.until = until
        self._asked_statistics: set[str] = set()

    # CoinGecko

    def markets(self, query: Query) -> Answered:
        """Answer /coins/markets."""
        wanted = [name for name in query.get("ids", "").split(",") if name] or list(self.networks)
        return 200, [self._market(self.networks[name]) for name in wanted if name in self.networks]

    def _market(self, network: SimulatedNetwork) -> dict[str, Any]:
        day = network.points("price.usd", self.until - 2 * DAY).values
        newest = {name: float(network.points(name, self.until - 2 * DAY).values[-1]) for name in _QUOTED}
        return {
            "id": network.scenario.id,
            "symbol": network.scenario.symbol.lower(),
            "name": network.scenario.name,
            "image": "",
            "current_price": newest["price.usd"],
            "market_cap": newest["market_cap.usd"],
            "market_cap_rank": None,
            "total_volume": newest["volume.usd"],
            "high_24h": float(day[-24:].max()),
            "low_24h": float(day[-24:].min()),
            "last_updated": iso(self.until),
        }

    def simple_price(self, query: Query) -> Answered:
        """Answer /simple/price: unknown ids are silently left out, as the vendor does."""
        found = {}
        for name in query.get("ids", "").split(","):
            if name in self.networks:
                market = self._market(self.networks[name])
                found[name] = {
                    "usd": market["current_price"],
                    "usd_market_cap": market["market_cap"],
                    "usd_24h_vol": market["total_volume"],
                    "last_updated_at": self.until // SECOND,
                }
        return 200, found

    def market_chart(self, name: str, query: Query) -> Answered:
        """Answer /coins/{id}/market_chart and its range form."""
        if name not in self.networks:
            return 404, {"error": "coin not found"}
        if "from" in query:
            since, until = (int(float(query[key])) * SECOND for key in ("from", "to"))
        else:
            days = query.get("days", "1")
            if days == "max" or int(days) > 365:
                status = {"timestamp": iso(self.until), "error_code": 10012, "error_message": "beyond 365 days"}
                return 401, {"error": {"status": status}}
            since, until = self.until - int(days) * DAY, self.until
        daily = query.get("interval") == "daily" or until - since > 90 * DAY
        columns = {
            title: self._chart(self.networks[name], series, since, until, daily)
            for title, series in zip(("prices", "market_caps", "total_volumes"), _QUOTED, strict=True)
        }
        return 200, columns

    @staticmethod
    def _chart(
        network: SimulatedNetwork, series: str, since: Instant, until: Instant, daily: bool
    ) -> list[list[float]]:
        points = network.points(series, since)
        chosen = points.instants < until
        if daily:
            chosen &= (points.instants % DAY == 0) | (points.instants == points.instants[-1])
        instants, values = points.instants[chosen], points.values[chosen]
        return [[at // 1000, value] for at, value in zip(instants.tolist(), values.tolist(), strict=True)]

    # GitHub

    def repositories(self, organisation: str, _query: Query) -> Answered:
        """Answer /orgs/{org}/repos: each network has one repository."""
        if organisation not in self.networks:
            return 404, {"message": "Not Found"}
        repository = {"name": "node", "full_name": f"{organisation}/node", "fork": False, "archived": False}
        return 200, [{**repository, "id": 1, "stargazers_count": 10, "forks_count": 2, "open_issues_count": 3}]

    def statistics(self, organisation: str, _query: Query) -> Answered:
        """Answer /repos/…/stats/contributors: computed on the first question, there on the second."""
        if organisation not in self.networks:
            return 404, {"message": "Not Found"}
        if organisation not in self._asked_statistics:
            self._asked_statistics.add(organisation)
            return 202, {}
        weeks: dict[str, dict[int, int]] = {}
        for batch in self.networks[organisation].events("develop"):
            starts = ((batch.instants // DAY + 4) // 7 * 7 - 4) * (DAY // SECOND)  # weeks begin on Sunday there
            for who, start in zip(batch.participants.texts(), starts.tolist(), strict=True):
                counts = weeks.setdefault(str(who), {})
                counts[start] = counts.get(start, 0) + 1
        return 200, [
            {
                "author": {"login": who, "type": "User"},
                "total": sum(counts.values()),
                "weeks": [{"w": week, "a": 0, "d": 0, "c": count} for week, count in sorted(counts.items())],
            }
            for who, counts in weeks.items()
        ]

    def commits(self, organisation: str, query: Query) -> Answered:
        """Answer /repos/…/commits, newest first, by page."""
        if organisation not in self.networks:
            return 404, {"message": "Not Found"}
        since, until = (parse_iso(query[key]) if key in query else None for key in ("since", "until"))
        found: list[tuple[int, str, str]] = []
        for batch in self.networks[organisation].events("develop", since, until):
            found += zip(batch.instants.tolist(), batch.references, map(str, batch.participants.texts()), strict=True)
        size = min(PAGE, int(query.get("per_page", "30")))
        first = (int(query.get("page", "1")) - 1) * size
        page = sorted(found, reverse=True)[first : first + size]
        return 200, [
            {
                "sha": blake2b(reference.encode(), digest_size=20).hexdigest(),
                "author": {"login": who, "type": "User"},
                "commit": {"author": {"name": who, "date": iso(at)}, "committer": {"date": iso(at)}},
            }
            for at, reference, who in page
        ]

    # Blockscout's statistics

    def line(self, name: str, line: str, query: Query) -> Answered:
        """Answer a line of the statistics service; the last day is approximate."""
        if name not in self.networks or line != "newTxns":
            return 404, {"code": 5, "message": "unknown chart"}
        points = self.networks[name].points("explorer.transactions.d")
        first, last = (query.get(key, "") for key in ("from", "to"))
        final = points.final if points.final is not None else np.ones(len(points.instants), bool)
        chart = [
            {"date": date, "date_to": date, "value": f"{value:.0f}", "is_approximate": not done}
            for date, value, done in zip(
                (date_of_day(at // DAY).isoformat() for at in points.instants.tolist()),
                points.values.tolist(),
                final.tolist(),
                strict=True,
            )
            if (not first or date >= first) and (not last or date <= last)
        ]
        return 200, {"chart": chart, "info": {"id": line, "title": "New transactions", "resolutions": ["DAY"]}}


_QUOTED = ("price.usd", "market_cap.usd", "volume.usd")

ROUTES: tuple[tuple[str, Callable[..., Answered]], ...] = (
    (r"/coingecko/api/v3/coins/markets$", World.markets),
    (r"/coingecko/api/v3/simple/price$", World.simple_price),
    (r"/coingecko/api/v3/coins/([\w-]+)/market_chart(?:/range)?$", World.market_chart),
    (r"/github/orgs/([\w-]+)/repos$", World.repositories),
    (r"/github/repos/([\w-]+)/node/stats/contributors$", World.statistics),
    (r"/github/repos/([\w-]+)/node/commits$", World.commits),
    (r"/blockscout/([\w-]+)/stats-service/api/v1/lines/(\w+)$", World.line),
)


class Server:
    """The server in a thread of its own; use as a context manager. ``url`` is its address, ``seen`` counts requests."""

    def __init__(self, world: World | None = None, port: int = 0, wait: float = 0.0) -> None:
        self.world = world or World()
        self.seen = 0
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                server.seen += 1
                time.sleep(wait)
                parts = urlsplit(self.path)
                query = {key: values[0] for key, values in parse_qs(parts.query).items()}
                self._send(*server.get(parts.path, query))

            def do_POST(self) -> None:
                server.seen += 1
                time.sleep(wait)
                body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
                self._send(*server.post(self.path, body))

            def _send(self, status: int, answer: Any) -> None:
                content = json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: Any) -> None:
                """Stay silent."""

        self._http = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._http.server_address[1]}"
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.05,), name="simulated-server")

    def get(self, path: str, query: Query) -> Answered:
        """Answer a GET."""
        for pattern, handler in ROUTES:
            found = re.match(pattern, path)
            if found:
                return handler(self.world, *found.groups(), query)
        return 404, {"error": "not found"}

    def post(self, path: str, body: bytes) -> Answered:
        """Answer JSON-RPC, one call or a batch."""
        name = path.rpartition("/")[2]
        if name not in self.world.chains:
            return 404, {"error": "not found"}
        try:
            asked = json.loads(body)
        except ValueError:
            return 200, {"jsonrpc": "2.0", "id": None, "error": {"code": -32700, "message": "parse error"}}
        chain = self.world.chains[name]
        return 200, [chain.answer(call) for call in asked] if isinstance(asked, list) else chain.answer(asked)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(5)

    def wait(self) -> None:
        """Serve until interrupted."""
        self._thread.join()


def main(argv: list[str]) -> int:
    """Serve on a port until interrupted."""
    now = time.time_ns() // 1000 // HOUR * HOUR
    with Server(World(until=now), int(argv[0]) if argv else 0) as server:
        sys.stdout.write(server.url + "\n")
        sys.stdout.flush()
        try:
            server.wait()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
