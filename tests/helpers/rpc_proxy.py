"""A loopback proxy before a chain node that behaves as public nodes do: limits, refusals in their words, and faults.

All faults are drawn from a seeded generator. Counts what it did, so that a test can show that each fault happened.
"""

from __future__ import annotations

import json
import random
import threading
import time
from collections import Counter
from dataclasses import dataclass
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

_ADVICE = "Based on your parameters, this block range should work: [{first}, {last}]"
RANGE_TEXTS: tuple[tuple[int, int, str, str], ...] = (
    (200, -32000, "exceed maximum block range: {limit}", ""),
    (
        400,
        -32600,
        f"You can make eth_getLogs requests with up to a {{limit}} block range. {_ADVICE.replace('last', 'inside')}",
        "",
    ),
    (200, -32600, "block range too high", ""),
    (200, -32602, "invalid params", "range {asked} is bigger than range limit {limit}"),
    (200, -32000, "block range is larger than max block range, block range = {asked}, max block range = {limit}", ""),
    (200, -32600, _ADVICE, ""),
)
"""HTTP status, code, message and text inside data, as public nodes give them; the last one suggests what was asked."""
RESULT_TEXTS = ("query returned more than {limit} results", "query exceeds max results {limit}")


@dataclass
class Faults:
    """What the proxy imposes; shares are of requests."""

    most_blocks: int | None = None
    most_results: int | None = None
    cut_at: int | None = None
    cut_share: float = 0.0
    drop: float = 0.0
    late: float = 0.0
    late_seconds: float = 0.2
    rate: float = 0.0
    page: float = 0.0
    stranger: float = 0.0
    no_times: bool = False
    single_error: bool = False
    no_batches: bool = False
    no_state_below: int | None = None
    chain_id: str | None = None


class RpcProxy:
    """A proxy on loopback; use as a context manager."""

    def __init__(self, port: int, faults: Faults, seed: int = 1) -> None:
        self.faults = faults
        self.counts: Counter[str] = Counter()
        self._port = port
        self._random = random.Random(seed)
        self._lock = threading.Lock()
        proxy = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                proxy.serve(self)

            link: HTTPConnection | None = None

            def finish(self) -> None:
                super().finish()
                if self.link is not None:
                    self.link.close()

            def log_message(self, *args: Any) -> None:
                """Stay silent."""

        class Server(ThreadingHTTPServer):
            def handle_error(self, *_: Any) -> None:
                """Stay silent: an asker that is killed breaks its connections."""

        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="rpc-proxy", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def _chance(self, share: float, name: str) -> bool:
        with self._lock:
            late = self.counts["requests"] > 15 and self.counts[name] == 0  # each fault happens at least once
            hit = share > 0 and (late or self._random.random() < share)
            self.counts[name] += hit
        return hit

    def serve(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one HTTP request."""
        body = handler.rfile.read(int(handler.headers["Content-Length"]))
        faults = self.faults
        self.counts["requests"] += 1
        if self._chance(faults.drop, "dropped"):
            handler.close_connection = True
            handler.connection.close()
            return
        if self._chance(faults.late, "late"):
            time.sleep(faults.late_seconds)
        if self._chance(faults.page, "page"):
            self._send(handler, 502, b"<html><title>Bad gateway</title></html>", "text/html")
            return
        if self._chance(faults.rate, "rate"):
            error = {"jsonrpc": "2.0", "id": None, "error": {"code": -32005, "message": "rate limit exceeded"}}
            self._send(handler, 429, json.dumps(error).encode(), headers={"Retry-After": "1"})
            return
        asked = json.loads(body)
        calls = asked if isinstance(asked, list) else [asked]
        if faults.no_batches and len(calls) > 1:
            self.counts["batch refused"] += 1
            error = {
                "jsonrpc": "2.0",
                "id": None,
                "error": {"code": -32600, "message": "batch requests are not supported"},
            }
            self._send(handler, 200, json.dumps(error).encode())
            return
        answers, status = self._answers(handler, calls)
        if self._chance(faults.stranger, "stranger"):
            answers[0]["id"] = 987_654
        refused = next((answer for answer in answers if "error" in answer), None)
        if faults.single_error and refused is not None:
            self._send(handler, status, json.dumps({**refused, "id": None}).encode())
            return
        self._random_order(answers)
        self._send(handler, status, json.dumps(answers if isinstance(asked, list) else answers[0]).encode())

    def _random_order(self, answers: list[dict[str, Any]]) -> None:
        with self._lock:
            self._random.shuffle(answers)

    def _answers(self, handler: Any, calls: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], int]:
        status = 200
        kept: dict[Any, dict[str, Any]] = {}
        forwarded: list[dict[str, Any]] = []
        for call in calls:
            refusal = self._refusal(call)
            if refusal is None:
                forwarded.append(call)
            else:
                status = refusal[0] if len(calls) == 1 else 200
                kept[call["id"]] = {"jsonrpc": "2.0", "id": call["id"], "error": refusal[1]}
        for answer in self._forward(handler, forwarded) if forwarded else []:
            kept[answer["id"]] = answer
        return [self._spoilt(call, kept[call["id"]]) for call in calls], status

    def _forward(self, handler: Any, calls: list[dict[str, Any]]) -> list[dict[str, Any]]:
        link: HTTPConnection | None = handler.link
        if link is None:
            link = handler.link = HTTPConnection("127.0.0.1", self._port, timeout=60)
        link.request("POST", "/", json.dumps(calls).encode(), {"Content-Type": "application/json"})
        found: list[dict[str, Any]] = json.loads(link.getresponse().read())
        return found

    def _refusal(self, call: dict[str, Any]) -> tuple[int, dict[str, Any]] | None:
        faults = self.faults
        if call["method"] == "eth_chainId" and faults.chain_id:
            return None
        if call["method"] == "eth_getCode" and faults.no_state_below is not None:
            block = call["params"][1]
            if block != "latest" and int(block, 16) < faults.no_state_below:
                self.counts["no state"] += 1
                return 200, {"code": -32000, "message": "missing trie node 00ab (path ) state 0x00 is not available"}
        if call["method"] != "eth_getLogs" or "fromBlock" not in call["params"][0]:
            return None
        first, last = (int(call["params"][0][name], 16) for name in ("fromBlock", "toBlock"))
        asked = last - first + 1
        if faults.most_blocks and asked > faults.most_blocks:
            with self._lock:
                http, code, message, data = self._random.choice(RANGE_TEXTS)
            self.counts["range refused"] += 1
            places = {
                "limit": faults.most_blocks,
                "asked": asked,
                "first": hex(first),
                "last": hex(last),
                "inside": hex(first + faults.most_blocks - 1),
            }
            error: dict[str, Any] = {"code": code, "message": message.format(**places)}
            if data:
                error["data"] = {"error_id": "0", "payload": data.format(**places)}
            return http, error
        return None

    def _spoilt(self, call: dict[str, Any], answer: dict[str, Any]) -> dict[str, Any]:
        faults = self.faults
        if call["method"] == "eth_chainId" and faults.chain_id:
            return {**answer, "result": faults.chain_id}
        if call["method"] != "eth_getLogs" or "result" not in answer:
            return answer
        logs = answer["result"]
        if faults.most_results and len(logs) > faults.most_results:
            self.counts["results refused"] += 1
            with self._lock:
                text = self._random.choice(RESULT_TEXTS).format(limit=faults.most_results)
            return {"jsonrpc": "2.0", "id": answer["id"], "error": {"code": -32005, "message": text}}
        if faults.cut_at and len(logs) > faults.cut_at and self._chance(faults.cut_share, "cut"):
            logs = logs[: faults.cut_at]
        if faults.no_times:
            logs = [{key: value for key, value in log.items() if key != "blockTimestamp"} for log in logs]
        return {**answer, "result": logs}

    @staticmethod
    def _send(
        handler: BaseHTTPRequestHandler,
        status: int,
        body: bytes,
        kind: str = "application/json",
        headers: dict[str, str] | None = None,
    ) -> None:
        try:
            handler.send_response(status)
            handler.send_header("Content-Type", kind)
            handler.send_header("Content-Length", str(len(body)))
            for name, value in (headers or {}).items():
                handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(body)
        except OSError:
            handler.close_connection = True  # the asker was killed
