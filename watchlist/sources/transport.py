"""How bytes travel: the httpx client on aiohttp's connections, TLS with the system's store, a proxy where set.

Imported with the first request (0.15 s), not before.
Measured (tests/bench/pull_http.py): with httpx's own pool 50 requests at once take a multiple of the ideal time,
with aiohttp's connector they do not. Never verifies less than the system does.
"""

from __future__ import annotations

import logging
import ssl
from http.cookiejar import CookieJar, DefaultCookiePolicy

import aiohttp
import httpx
import truststore
from httpx_aiohttp import AiohttpTransport

from watchlist.sources.client_options import ClientOptions

__all__ = ["NETWORK_FAULTS", "ClientOptions", "failure_text", "make_http", "make_transport"]

NETWORK_FAULTS: tuple[type[Exception], ...] = (
    httpx.HTTPError,
    httpx.InvalidURL,
    httpx.StreamError,
    aiohttp.ClientError,
    OSError,
    TimeoutError,
    ValueError,  # aiohttp refuses an address it cannot use with a ValueError
)


def make_transport(options: ClientOptions) -> httpx.AsyncBaseTransport:
    """Return the transport of the program; its connections are made on first use, on the running loop."""
    tls = options.tls or truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)

    def session() -> aiohttp.ClientSession:
        connector = aiohttp.TCPConnector(limit=0, ssl=tls, keepalive_timeout=30.0)
        return aiohttp.ClientSession(
            connector=connector, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False, auto_decompress=False
        )

    proxy = httpx.Proxy(options.proxy) if options.proxy else None
    return AiohttpTransport(verify=tls, client=session, proxy=proxy)


def make_http(options: ClientOptions, transport: httpx.AsyncBaseTransport | None = None) -> httpx.AsyncClient:
    """Return the httpx client. Its own log line holds whole addresses, keys included: it is silenced."""
    logging.getLogger("httpx").setLevel(logging.WARNING)
    return httpx.AsyncClient(
        transport=transport if transport is not None else make_transport(options),
        timeout=httpx.Timeout(options.read, connect=options.connect, pool=options.pool),
        headers={"User-Agent": options.user_agent, "Accept": "application/json, */*;q=0.5"},
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),  # no vendor may recognise its asker
        follow_redirects=False,
        trust_env=False,
    )


def failure_text(error: BaseException) -> str:
    """Return in plain words why nothing usable came."""
    chain: list[BaseException] = []
    cause: BaseException | None = error
    while cause is not None and cause not in chain:
        chain.append(cause)
        cause = cause.__cause__ or cause.__context__
    # aiohttp's own certificate error is one of ssl's too, but has none of its words: those stand further down the chain
    for link in chain:
        words = getattr(link, "verify_message", None) if isinstance(link, ssl.SSLCertVerificationError) else None
        if words:
            return f"the certificate is not valid: {words}"
    if any(isinstance(link, ssl.SSLError) for link in chain):
        return "no secure connection"
    return next((text for kinds, text in _TEXTS if any(isinstance(link, kinds) for link in chain)), "no usable answer")


_TEXTS: tuple[tuple[tuple[type[BaseException], ...], str], ...] = (
    ((httpx.TooManyRedirects,), "redirected in a circle"),
    ((aiohttp.ClientProxyConnectionError, aiohttp.ClientHttpProxyError), "the proxy could not be used"),
    ((httpx.InvalidURL, httpx.UnsupportedProtocol, aiohttp.InvalidURL), "not a usable web address"),
    ((aiohttp.ServerTimeoutError, TimeoutError), "no answer in time"),
    ((aiohttp.ClientConnectorError, httpx.ConnectError), "no connection (name not found, refused or no network)"),
    # aiohttp's transport calls every other broken connection a time-out: aiohttp's own error tells them apart
    ((aiohttp.ClientConnectionError, aiohttp.ClientPayloadError), "the connection broke off"),
    ((httpx.TimeoutException,), "no answer in time"),
    ((httpx.DecodingError,), "the answer could not be unpacked"),
    ((httpx.NetworkError, httpx.RemoteProtocolError, aiohttp.ClientError, OSError), "the connection broke off"),
)
