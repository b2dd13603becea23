"""The vendors' own descriptions of their interfaces, cut down to the paths in use, as judges of requests.

Known faults of the descriptions are dealt with here, one by one (see the notes beside them).
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import unquote

import httpx
import yaml
from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

from tests.helpers.shared import shared

HOSTS = {
    "api.coingecko.com": "coingecko/demo-api.json",
    "api.geckoterminal.com": "coingecko/demo-api.json",
    "coins.llama.fi": "defillama/coins.json",
    "api.llama.fi": "defillama/api.json",
    "api.coinpaprika.com": "coinpaprika/openapi.yml",
    "api.github.com": "github/github-trimmed.json",
    "scan.openledger.xyz": "blockscout/swagger-11.2.7-default.yaml",
}
BASES = {
    "api.coingecko.com": "/api/v3",
    "api.geckoterminal.com": "/api/v2",
    "api.coinpaprika.com": "/v1",
    "scan.openledger.xyz": "/api",
}
STATS = "blockscout-stats/swagger-2.17.0.yaml"


@dataclass
class Sent:
    """A request in the form that openapi-core wants."""

    host_url: str
    path: str
    method: str
    parameters: RequestParameters
    content_type: str = ""
    body: bytes | None = None
    full_url_pattern: str = field(default="")


@cache
def document(name: str) -> dict[str, Any]:
    """Return a description as it was published."""
    text = shared("specs", *name.split("/")).read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text) if name.endswith(".json") else yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


def template_of(name: str, path: str) -> str | None:
    """Return the path template that a path fits; literal templates win over parameters."""
    fitting = [
        template
        for template in document(name)["paths"]
        if re.fullmatch(re.sub(r"\\\{[^/]+?\\\}", "[^/]+", re.escape(template)), path)
    ]
    return min(fitting, key=lambda template: template.count("{"), default=None)


@cache
def judge(name: str, template: str, keyed: bool) -> OpenAPI:
    """Return a description of one path: loading all of them takes seconds."""
    whole = document(name)
    cut = {**whole, "paths": {template: whole["paths"][template]}}
    if not keyed:
        # the public host answers without a key too, at a lower rate; the description does not say so
        cut.pop("security", None)
        cut["paths"] = json.loads(json.dumps(cut["paths"]))
        for operation in cut["paths"][template].values():
            if isinstance(operation, dict):
                operation.pop("security", None)
    if name.startswith("blockscout/"):
        cut["servers"] = [{"url": "https://scan.openledger.xyz/api"}]
    # some descriptions hold examples that do not fit their own schemas: requests are judged, not the description
    return OpenAPI.from_dict(cut, config=Config(spec_validator_cls=None))


def check(request: httpx.Request) -> str:
    """Validate a request against its vendor's description; returns the template that it fits."""
    host = request.url.host
    path = unquote(request.url.raw_path.decode().partition("?")[0])
    if host == "scan.openledger.xyz" and path.startswith("/stats-service"):
        return check_stats(request, path.removeprefix("/stats-service"))
    name = HOSTS[host]
    base = BASES.get(host, "")
    relative = path.removeprefix(base)
    if host == "api.geckoterminal.com":  # the same interface is part of CoinGecko's, under a name of its own
        relative, base, host = f"/onchain{relative}", "/api/v3", "api.coingecko.com"
    template = template_of(name, relative)
    assert template is not None, f"{request.method} {path}: not in {name}"
    keyed = any("key" in header for header in request.headers) or not name.startswith("coingecko")
    sent = Sent(
        host_url=f"https://{host}",
        path=base + relative,
        method=request.method.lower(),
        parameters=RequestParameters(
            query=ImmutableMultiDict(request.url.params.multi_items()), header=Headers(dict(request.headers))
        ),
    )
    judge(name, template, keyed).validate_request(sent)
    known = {item["name"] for item in parameters(name, template) if item["in"] == "query"}
    unknown = set(request.url.params) - known
    assert not unknown, f"{template}: the vendor knows no {unknown}"
    return template


def parameters(name: str, template: str) -> list[dict[str, Any]]:
    """Return the parameters of a path, references resolved."""
    whole = document(name)
    path = whole["paths"][template]
    found = [*path.get("parameters", []), *path.get("get", {}).get("parameters", [])]
    return [
        whole["components"]["parameters"][item["$ref"].rsplit("/", 1)[1]] if "$ref" in item else item for item in found
    ]


def check_stats(request: httpx.Request, path: str) -> str:
    """Validate a request of the stats service, whose description is Swagger 2.0, which openapi-core does not read."""
    template = template_of(STATS, path)
    assert template is not None, f"{path}: not in {STATS}"
    known = {item["name"]: item for item in document(STATS)["paths"][template]["get"].get("parameters", [])}
    for name, value in request.url.params.items():
        assert name in known, f"{template}: the vendor knows no {name}"
        assert not known[name].get("enum") or value in known[name]["enum"]
    return template
