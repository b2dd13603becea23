"""A message as a signed POST to the user's own server. Blocking: runs in a worker thread. Follows no redirects.

Headers: ``Idempotency-Key`` is the same for every try, ``X-Watchlist-Signature`` is ``t=<seconds>,v1=<hex>`` with the
HMAC-SHA256 of ``<seconds>.<body>`` under the user's secret. Must never put address, secret or answer into an error.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import http.client
import json
import socket
import ssl
import time
from urllib.parse import SplitResult

from watchlist import about
from watchlist.channels.addresses import judged_url, public_address
from watchlist.channels.parcel import Parcel
from watchlist.channels.refusal import NotSentError

TIMEOUT = 15.0
MOST_READ = 4096
SIGNATURE = "X-Watchlist-Signature"


def send(
    url: str,
    secret: str,
    parcel: Parcel,
    *,
    private: bool = False,
    timeout: float = TIMEOUT,
    context: ssl.SSLContext | None = None,
) -> None:
    """Send a message. Raises NotSentError."""
    parts = judged_url(url, private=private)
    body = body_of(parcel)
    headers = {
        "Content-Type": "application/json",
        "User-Agent": f"{about.NAME}/{about.VERSION}",
        "Idempotency-Key": parcel.key,
        "Content-Length": str(len(body)),
        "Host": _host(parts),
        "Connection": "close",
    }
    if secret:
        headers[SIGNATURE] = signature(secret, body, int(time.time()))
    path = parts.path or "/"
    if parts.query:
        path = f"{path}?{parts.query}"
    status, wait = _post(parts, path, headers, body, private=private, timeout=timeout, context=context)
    if 200 <= status < 300:
        return
    if 300 <= status < 400:
        raise NotSentError(f"the server answered {status}: redirects are not followed", again=False)
    again = status in (408, 425, 429) or status >= 500
    raise NotSentError(f"the server answered {status}", again=again, wait=wait)


def body_of(parcel: Parcel) -> bytes:
    """Return the JSON that is sent; the same for every try."""
    plain = {
        "version": 1,
        "key": parcel.key,
        "title": parcel.title,
        "text": parcel.body,
        "severity": parcel.severity,
        "alerts": parcel.alerts,
    }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode()


def signature(secret: str, body: bytes, seconds: int) -> str:
    """Return the signature of a body at a time."""
    made = hmac.new(secret.encode(), f"{seconds}.".encode() + body, hashlib.sha256).hexdigest()
    return f"t={seconds},v1={made}"


def _post(
    parts: SplitResult,
    path: str,
    headers: dict[str, str],
    body: bytes,
    *,
    private: bool,
    timeout: float,
    context: ssl.SSLContext | None,
) -> tuple[int, float]:
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    family, address = public_address(host, port, private=private)
    until = time.monotonic() + timeout
    try:
        with contextlib.closing(socket.socket(family, socket.SOCK_STREAM)) as plain:
            plain.settimeout(timeout)
            plain.connect((address, port))
            connection = http.client.HTTPConnection(host, port, timeout=timeout)
            with contextlib.closing(connection):
                if parts.scheme == "https":
                    found = context or ssl.create_default_context()
                    connection.sock = found.wrap_socket(plain, server_hostname=host)
                else:
                    connection.sock = plain
                connection.sock.settimeout(max(0.1, until - time.monotonic()))
                connection.request("POST", path, body, headers)
                answer = connection.getresponse()
                answer.read(MOST_READ)
                return answer.status, _seconds(answer.getheader("Retry-After"))
    except ssl.SSLError as error:
        raise NotSentError("the server's certificate is not valid or encryption failed") from error
    except TimeoutError as error:
        raise NotSentError("the server did not answer in time") from error
    except (OSError, http.client.HTTPException, UnicodeError) as error:
        raise NotSentError("the server could not be reached") from error


def _host(parts: SplitResult) -> str:
    host = parts.hostname or ""
    name = f"[{host}]" if ":" in host else host.encode("idna").decode()
    return f"{name}:{parts.port}" if parts.port else name


def _seconds(text: str | None) -> float:
    return float(text) if text and text.isdigit() else 0.0
