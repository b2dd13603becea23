"""What the sources send is what the vendors' own descriptions allow, parameter by parameter."""

from __future__ import annotations

import asyncio
import contextlib
import json

import httpx
import pytest
from openapi_core.exceptions import OpenAPIError

from tests.contract.every_request import CALLS, Call
from tests.contract.specifications import HOSTS, check
from tests.helpers.vendor_client import KEYS, Bench
from watchlist.domain.errors import SourceError

SECRETS = {**KEYS, "github": "ghp_planted0123456789", "coinpaprika": ""}


def sent_by(call: Call) -> list[httpx.Request]:
    """Return the requests that a call makes; the answers only lead it on."""
    requests: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        if request.url.path.endswith("/repos") and request.url.host == "api.github.com":
            return httpx.Response(200, json=[{"full_name": "owner/name"}])
        if request.url.path.endswith("/main-page/blocks"):
            return httpx.Response(200, json=[{"timestamp": "2026-11-20T11:59:00Z"}])
        return httpx.Response(200, json={})

    bench = Bench(keys={name: SECRETS[name] for name in call.keys})

    async def work() -> None:
        async with bench.client(answer) as client:
            with contextlib.suppress(SourceError):
                await call.work(client)

    asyncio.run(work())
    return requests


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_the_vendor_allows_the_request(call: Call) -> None:
    requests = sent_by(call)
    assert requests
    used = {check(request) for request in requests}
    assert used == set(call.uses)


def test_every_description_is_used() -> None:
    hosts = {request.url.host for call in CALLS for request in sent_by(call)}
    assert hosts == set(HOSTS)


@pytest.mark.parametrize("call", [call for call in CALLS if call.keys], ids=lambda call: call.name)
def test_a_key_travels_in_a_header_only(call: Call) -> None:
    for request in sent_by(call):
        secret = SECRETS[call.keys[0]]
        assert secret not in str(request.url)
        assert any(secret in value for value in request.headers.values())


def test_the_judge_sees_faults() -> None:
    """A wrong enum value and an unknown parameter are refused: the judge judges."""
    good = "https://api.coingecko.com/api/v3/coins/bitcoin/market_chart?vs_currency=usd&days=30"
    assert check(httpx.Request("GET", good))
    with pytest.raises(OpenAPIError):
        check(httpx.Request("GET", good + "&interval=weekly"))
    with pytest.raises(AssertionError, match="knows no"):
        check(httpx.Request("GET", good + "&until=2"))
    with pytest.raises(AssertionError, match="not in"):
        check(httpx.Request("GET", "https://api.coingecko.com/api/v3/coin/bitcoin"))


def test_ids_are_sent_without_spaces() -> None:
    for call in CALLS:
        for request in sent_by(call):
            for value in dict(request.url.params).values():
                assert ", " not in value
                assert json.dumps(value)
