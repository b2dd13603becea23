"""A webhook receiver on loopback that does what a test tells it: answer with a status, stall, or hang up."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Receiver:
    """What arrived, and what to answer: the last answer is repeated. 0 hangs up, -1 stalls."""

    url: str = ""
    answers: list[int] = field(default_factory=lambda: [200])
    headers: list[dict[str, str]] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    wake: threading.Event = field(default_factory=threading.Event)


@contextmanager
def receiver(*answers: int) -> Iterator[Receiver]:
    """Run a receiver."""
    told = Receiver(answers=list(answers) or [200])

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            told.headers.append(dict(self.headers.items()))
            told.bodies.append(body)
            answer = told.answers.pop(0) if len(told.answers) > 1 else told.answers[0]
            if answer == -1:
                told.wake.wait(5)
            if answer <= 0:
                self.close_connection = True
                return
            self.send_response(answer)
            if answer == 429:
                self.send_header("Retry-After", "120")
            if 300 <= answer < 400:
                self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Keep still."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = False
    told.url = f"http://127.0.0.1:{server.server_address[1]}/hook?token=planted-secret"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, name="receiver")
    thread.start()
    try:
        yield told
    finally:
        told.wake.set()
        server.shutdown()
        server.server_close()
        thread.join()
