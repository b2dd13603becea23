"""A loopback HTTP server that misbehaves for real: resets, drips, lies about lengths, shows an expired certificate.

Runs its own asyncio loop in a thread, so that the code under test meets true sockets. A test sets ``script``: a
function from the request to a ``Reaction``. ``rerouted`` sends a client's requests here, whatever vendor they are
for; the vendor's name stays in the Host header.
"""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

import httpx
import trustme

HOUR = datetime.timedelta(hours=1)


@dataclass(frozen=True)
class Seen:
    """A request as it arrived."""

    method: str
    host: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Reaction:
    """How to answer. ``cut_after`` resets the connection after that many bytes of the body, ``drip`` sends a byte
    per that many seconds, ``wait`` keeps silent first, ``flood`` sends that many bytes whatever the body is.
    """

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})
    cut_after: int | None = None
    promised: int | None = None
    drip: float = 0.0
    wait: float = 0.0
    flood: int = 0


Script = Callable[[Seen], Reaction]


def nothing(_request: Seen) -> Reaction:
    """Answer with an empty object."""
    return Reaction(b"{}")


class FaultServer:
    """The server; ``url`` is plain, ``tls_url`` has a good certificate of ``authority``, ``expired_url`` an old one."""

    def __init__(self) -> None:
        self.script: Script = nothing
        self.seen: list[Seen] = []
        self.authority = trustme.CA()
        self.url = self.tls_url = self.expired_url = ""
        self._ready = threading.Event()
        self._stop: asyncio.Event | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), name="fault-server", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait(10)
        return self

    def __exit__(self, *_error: object) -> None:
        assert self._loop is not None
        assert self._stop is not None
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(10)

    def client_tls(self) -> ssl.SSLContext:
        """Return a context that trusts the authority, as the system's store would trust a known one."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.authority.configure_trust(context)
        return context

    async def _serve(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        past = datetime.datetime.now(datetime.UTC) - 48 * HOUR
        good = self.authority.issue_cert("127.0.0.1")
        old = self.authority.issue_cert("127.0.0.1", not_before=past, not_after=past + HOUR)
        contexts: list[ssl.SSLContext | None] = [None]
        for certificate in (good, old):
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            certificate.configure_cert(context)
            contexts.append(context)
        servers = [await asyncio.start_server(self._connection, "127.0.0.1", 0, ssl=context) for context in contexts]
        ports = [server.sockets[0].getsockname()[1] for server in servers]
        self.url = f"http://127.0.0.1:{ports[0]}"
        self.tls_url, self.expired_url = f"https://127.0.0.1:{ports[1]}", f"https://127.0.0.1:{ports[2]}"
        self._loop.set_exception_handler(lambda _loop, _context: None)  # broken connections are what this is for
        self._ready.set()
        await self._stop.wait()
        for server in servers:
            server.close()
        for task in asyncio.all_tasks() - {asyncio.current_task()}:
            task.cancel()
        await asyncio.sleep(0)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ssl.SSLError):
            pass
        except asyncio.CancelledError:
            writer.transport.abort()
        finally:
            with contextlib.suppress(ConnectionError, ssl.SSLError, RuntimeError):
                writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        first, *lines = head.strip().split("\r\n")
        method, target, _ = first.split(" ")
        headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        url = httpx.URL(f"http://x{target}")
        seen = Seen(method, headers.get("host", ""), url.path, dict(url.params), headers, body)
        self.seen.append(seen)
        reaction = self.script(seen)
        if reaction.wait:
            await asyncio.sleep(reaction.wait)
        length = reaction.promised if reaction.promised is not None else reaction.flood or len(reaction.body)
        sent = {"Content-Length": str(length), **reaction.headers}
        if reaction.status in (204, 304):
            sent.pop("Content-Length")
        answer = f"HTTP/1.1 {reaction.status} X\r\n" + "".join(f"{name}: {value}\r\n" for name, value in sent.items())
        writer.write(answer.encode("latin-1") + b"\r\n")
        await self._send_body(reaction, writer)
        return reaction.cut_after is None and reaction.promised is None

    @staticmethod
    async def _send_body(reaction: Reaction, writer: asyncio.StreamWriter) -> None:
        if reaction.cut_after is not None:
            writer.write(reaction.body[: reaction.cut_after])
            await writer.drain()
            writer.transport.abort()
        elif reaction.drip:
            for byte in reaction.body:
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(reaction.drip)
        elif reaction.flood:
            piece = b"[" + b" " * 65_535
            for _ in range(reaction.flood // len(piece) + 1):
                writer.write(piece)
                await writer.drain()
        elif reaction.status not in (204, 304):
            writer.write(reaction.body)
            await writer.drain()


class Rerouted(httpx.AsyncBaseTransport):
    """Sends every request to one base address; the request that the client sees stays the vendor's."""

    def __init__(self, inner: httpx.AsyncBaseTransport, base: str) -> None:
        self._inner = inner
        self._base = httpx.URL(base)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        url = self._base.copy_with(raw_path=request.url.raw_path)
        return await self._inner.handle_async_request(
            httpx.Request(
                request.method, url, headers=request.headers, content=request.content, extensions=request.extensions
            )
        )

    async def aclose(self) -> None:
        await self._inner.aclose()
