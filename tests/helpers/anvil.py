"""A real chain node on loopback (anvil) with a contract that emits as many logs as it is asked for.

The contract needs no compiler: its code takes a number n and emits n Transfer logs from the caller, to i, value i.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
from collections.abc import Sequence
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from typing import Any, Self

from tests.helpers.components import require

EMITTER = "0x00000000000000000000000000000000000e1717"
_CODE = (
    "0x6000355b8015603f578060005280337fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"
    "60206000a3600190036003565b5b5b5b00"
)
TRANSFER_TOPIC = "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


def binary() -> str:
    """Return the node's program; skips (in CI: fails) the test where it is missing."""
    found = os.path.realpath(require("anvil"))
    native = os.path.join(os.path.dirname(found), "..", "..", "anvil-linux-amd64", "bin", "anvil")  # noqa: PTH118, PTH120
    return native if os.path.exists(native) else found  # noqa: PTH110


class Anvil:
    """A running node; use as a context manager."""

    def __init__(self, start: int = 1_700_000_000) -> None:
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        command = [binary(), "--host", "127.0.0.1", "--port", str(self.port), "--silent"]
        command += ["--gas-limit", "200000000", "--timestamp", str(start), "--accounts", "10"]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._http: HTTPConnection | None = None

    def __enter__(self) -> Self:
        deadline = time.monotonic() + 10
        while True:
            try:
                self.accounts: list[str] = self.call("eth_accounts")
                break
            except OSError:
                if time.monotonic() > deadline:
                    self.close()
                    raise
                time.sleep(0.02)
        self.call("anvil_setCode", EMITTER, _CODE)
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the node."""
        if self._http is not None:
            self._http.close()
        self._process.kill()
        self._process.wait(10)

    def raw(self, body: bytes) -> bytes:
        """Send a JSON-RPC body and return the answer."""
        for attempt in (0, 1):
            if self._http is None:
                self._http = HTTPConnection("127.0.0.1", self.port, timeout=60)
            try:
                self._http.request("POST", "/", body, {"Content-Type": "application/json"})
                return self._http.getresponse().read()
            except (HTTPException, ConnectionResetError, BrokenPipeError):
                self._http.close()
                self._http = None
                if attempt:
                    raise
        raise AssertionError("unreachable")

    def call(self, method: str, *params: Any) -> Any:
        """Call a method. Raises RuntimeError for an error."""
        body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": list(params)})
        answer = json.loads(self.raw(body.encode()))
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def batch(self, calls: Sequence[tuple[str, list[Any]]]) -> list[Any]:
        """Call many methods in one request."""
        body = [
            {"jsonrpc": "2.0", "id": number, "method": method, "params": params}
            for number, (method, params) in enumerate(calls)
        ]
        answers = sorted(json.loads(self.raw(json.dumps(body).encode())), key=lambda each: each["id"])
        for answer in answers:
            if "error" in answer:
                raise RuntimeError(str(answer["error"]))
        return [answer["result"] for answer in answers]

    def emission(self, count: int, account: int = 0) -> tuple[str, list[Any]]:
        """Return the call that emits so many logs from one of the accounts."""
        gas = 80_000 + 2_300 * count
        sender = self.accounts[account % len(self.accounts)]
        return "eth_sendTransaction", [{"from": sender, "to": EMITTER, "data": f"0x{count:064x}", "gas": hex(gas)}]

    def emit(self, count: int, account: int = 0) -> str:
        """Emit logs in a block of their own and return the transaction."""
        method, params = self.emission(count, account)
        digest: str = self.call(method, *params)
        self.mined(digest)
        return digest

    def mine(self, blocks: int, seconds: int) -> None:
        """Mine empty blocks, so many seconds apart."""
        self.call("anvil_mine", hex(blocks), hex(seconds))

    def days(self, days: int, per_day: int, blocks_a_day: int = 12) -> None:
        """Let days pass with so many logs on each, of different accounts."""
        last = ""
        for day in range(days):  # the node adds a second or so per block of its own
            quiet = ("anvil_mine", [hex(blocks_a_day - 1), hex(86_400 // blocks_a_day)])
            last = self.batch(
                [quiet, ("evm_increaseTime", [hex(86_400 // blocks_a_day)]), self.emission(per_day, day)]
            )[-1]
        self.mined(last)

    def mined(self, digest: str) -> None:
        """Wait until a transaction stands in a block. Raises RuntimeError."""
        for _ in range(1000):
            if self.call("eth_getTransactionReceipt", digest) is not None:
                return
            time.sleep(0.002)
        raise RuntimeError("the transaction was not mined")

    def head(self) -> int:
        """Return the newest block's number."""
        return int(self.call("eth_blockNumber"), 16)

    def logs(self) -> list[dict[str, Any]]:
        """Return all logs of the contract, as the node itself has them."""
        found: list[dict[str, Any]] = []
        head = self.head()
        for first in range(0, head + 1, 2_000):
            wanted = {"fromBlock": hex(first), "toBlock": hex(min(head, first + 1_999)), "address": EMITTER}
            found += self.call("eth_getLogs", wanted)
        return found

    def deploy(self, address: str) -> None:
        """Put the contract at another address, in the newest block."""
        self.call("anvil_setCode", address, _CODE)

    def reorganise(self, depth: int) -> None:
        """Replace the newest blocks by other, empty ones."""
        with suppress(RuntimeError):
            self.call("anvil_reorg", depth, [])
